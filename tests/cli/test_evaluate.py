import pytest


def test_an_empty_folder_skips_all_and_exits_1(run, tmp_path):
    ran = run("evaluate", tmp_path)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.splitlines()[0] == (
        f"statements: skipped: {tmp_path / 'statements' / 'score_statements.py'} is not there"
    )


@pytest.mark.parametrize("name", ["none", "story.txt"])
def test_no_folder_is_told_in_one_line(run, story, name):
    folder = story.parent / name
    ran = run("evaluate", folder)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == f"{folder}: is no folder (nothing was scored; name the one with the measuring sticks)\n"
