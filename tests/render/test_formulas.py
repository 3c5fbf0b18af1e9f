"""Formulas in the terminal."""

import io

import pytest
from rich.console import Console

from onrecord.model import Evidence, Manner
from onrecord.render.formulas import print_formulas
from onrecord.views.formulas import Formula, Variant
from onrecord.views.passing import Passed
from onrecord.views.uses import Told
from onrecord.views.wordings import differences

FREE, OPEN, DAM = "a free river", "an open river", "the dam upstream"


def told(words, day, published=None):
    return Told(
        statement=f"s:{day}", said_by="Ada Holm", via=None, manner=Manner.DIRECT, date=day, date_basis=None,
        words=(Evidence("d", 0, len(words), words),), published=published, document="d",
    )  # fmt: skip


def made(number=1, **more):
    uses = tuple(told(FREE, f"2031-05-{day:02}") for day in range(1, number + 1))
    reworded = told(OPEN, "2031-07-01")
    silent = told(DAM, "2031-06-01"), told(DAM, "2031-06-20")
    gap = Passed(days=2, first=silent[0], last=silent[1], after=uses[-1], before=reworded)
    variants = Variant(uses=uses), Variant(uses=(reworded,), differences=differences(FREE, OPEN))
    about = {"phrase": "the free river", "passed": (gap,), "variants": variants} | more
    return Formula(actor="AVL", issue="border", days=number + 1, first=uses[0], last=reworded, **about)


@pytest.fixture
def printed():
    def printed(*told, **options):
        stream = io.StringIO()
        print_formulas(told, [], Console(file=stream, width=400), **options)
        return stream.getvalue().splitlines()

    return printed


def test_a_formula_has_its_uses_its_wordings_and_what_passed_without_it(printed):
    assert printed(made()) == [
        "• “the free river” · 2 uses on 2 days · 2 wordings",
        "    first use: Thursday 1 May 2031 · Ada Holm (source ?, 0–12)",
        "    last use: Tuesday 1 July 2031 · Ada Holm (source ?, 0–13)",
        "    Thursday 1 May 2031 · 1 use · “a free river” (source ?, 0–12)",
        "    Tuesday 1 July 2031 · 1 use · “[-a free-] {+an open+} river” (source ?, 0–13)",
        "    passed without it: 2 days with words on border: Sunday 1 June 2031 (source ?, 0–16) to Friday 20 June 2031"
        " (source ?, 0–16); before Tuesday 1 July 2031, after Thursday 1 May 2031",
        "",
        "[-left out-] {+added+}, against the variant before",
    ]


def test_of_many_uses_the_first_and_the_last_are_shown(printed):
    lines = printed(made(20))
    assert "12 more" in " ".join(lines)
    assert " ".join(lines).count("0–12") == 9  # eight of them, and the first use


def test_what_people_said_of_it_stands_behind(printed):
    assert printed(made(), reviews={"s:2031-07-01": "corrected by ann"})[0].endswith("· corrected by ann")


def test_without_a_phrase_the_first_wording_names_it(printed):
    one = made(phrase=None, passed=())
    assert printed(one)[0] == "• “a free river” · 2 uses on 2 days · 2 wordings"
