import logging

from onrecord.cli.reading import Request, records
from onrecord.settings import DEFAULTS


def test_a_fault_of_ours_is_told_as_one_and_the_next_source_tried(capfd, caplog):
    broken = Request(sources=["a.txt", "b.txt"], options=None, settings=DEFAULTS)
    failed = []
    with caplog.at_level(logging.INFO, "onrecord"):
        assert list(records(broken, failed, progress=False)) == []
    told = capfd.readouterr().err.splitlines()
    assert [rejected.uri for rejected in failed] == ["a.txt", "b.txt"]
    assert [line.split(": ")[:2] for line in told] == [
        ["a.txt", "this is a fault in OnRecord, please report it (AttributeError"],
        ["b.txt", "this is a fault in OnRecord, please report it (AttributeError"],
    ]
    assert "Traceback" in caplog.text
