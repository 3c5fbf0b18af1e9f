"""`onrecord search`, from the store to what is printed."""

import json
from datetime import UTC, datetime

import pytest

from onrecord.model import Given, Page

LONG = "The talks went on for a long time and nobody knew how they would end, as everybody in the room was aware of. "
TEXTS = {
    "a.txt": (
        "2031-05-12",
        "The Norland Post",
        "“We oppose the sanctions on grain,” Emmanuel Macron said at a news conference on 11 May 2031.",
    ),
    "b.txt": (
        "2031-06-02",
        "Sudmark Times",
        "Vladimir Putin denied that the sanctions on grain would be lifted. "
        "Russia expelled three diplomats of Kenya on 30 May 2031.",
    ),
    "c.txt": ("2031-04-02", None, "Emmanuel Macron promised that France would send wheat to Kenya."),
    "d.txt": ("2031-07-20", None, "Last month Kenya sanctioned Russia."),
    "https://a.example/" + "long/" * 30: (None, None, f"“{5 * LONG}Then the wine was served,” Emmanuel Macron said."),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory, tools):
    from onrecord.pipeline import process
    from onrecord.store import open_store

    place = tmp_path_factory.mktemp("store") / "store.db"
    with open_store(place) as kept:
        for uri, (day, outlet, text) in TEXTS.items():
            given = Given(title=f"What {uri[:5]} tells", published=day, publisher=outlet)
            record = process(Page(uri=uri, content=text.encode(), given=given), tools)
            kept.save(record, page=uri, reader="test", at=datetime(2031, 9, 8, tzinfo=UTC))
    return place


@pytest.fixture
def search(run, store):
    """Searches the store; how that ended."""
    return lambda *arguments: run("search", *arguments, "--store", store)


@pytest.fixture
def found(search):
    """Searches the store; what was found, each by its document and kind."""

    def found(*arguments):
        ran = search(*arguments, "--json")
        assert ran.code == 0
        hits = [json.loads(line) for line in ran.out.splitlines()]
        return [(hit["source"]["uri"], hit["kind"]) for hit in hits]

    return found


SAID, DONE, TEXT = "statement", "event", "document"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["sanctions", "--kind", SAID], [("b.txt", SAID), ("a.txt", SAID)]),
        (["sanctions", "--kind", SAID, "--oldest-first"], [("a.txt", SAID), ("b.txt", SAID)]),
        (["grain -denied", "--kind", TEXT], [("a.txt", TEXT)]),
        (['"sanctions on grain"', "--kind", SAID, "--limit", "1"], [("b.txt", SAID)]),
        (["“sanctions on grain”", "--kind", SAID.upper(), "--limit", "1"], [("b.txt", SAID)]),
        (["--speaker", "Emmanuel Macron", "sanctions"], [("a.txt", SAID)]),
        (["--speaker", "Macron", "--speaker", "Putin", "sanctions"], [("b.txt", SAID), ("a.txt", SAID)]),
        (["--actor", "Vladimir Putin", "--kind", SAID], [("b.txt", SAID)]),
        (["--country", "RUS", "--kind", SAID], [("b.txt", SAID)]),
        (["--country", "Russia", "--kind", SAID], [("b.txt", SAID)]),
        (["--country", "ken", "--type", "SANCTION"], [("d.txt", DONE), ("b.txt", DONE)]),
        (["--role", "GOV", "wheat", "--kind", SAID], [("c.txt", SAID)]),
        (["--issue", "sanctions", "--kind", SAID], [("b.txt", SAID), ("a.txt", SAID)]),
        (["--act", "deny"], [("b.txt", SAID)]),
        (["--manner", "direct", "grain"], [("a.txt", SAID)]),
        (["--occasion", "news-conference"], [("a.txt", SAID)]),
        (["--outlet", "Sudmark Times", "--kind", TEXT], [("b.txt", TEXT)]),
        (["--finding", "no_date", "--kind", TEXT], [([*TEXTS][-1], TEXT)]),
        (
            ["--status", "occurred", "--actor", "KEN", "--until", "2031-06-30", "--since", "2031-06-01"],
            [("d.txt", DONE)],
        ),
        (["--since", "2031-05-11", "--until", "2031-05-11"], [("a.txt", SAID)]),
        (["--since", "2031-05-13", "--until", "2031-05-29"], []),
    ],
)
def test_facets(found, arguments, expected):
    assert found(*arguments) == expected


@pytest.mark.parametrize("order", [(), ("--oldest-first",)])
def test_pages_follow_each_other_by_their_cursors(search, order):
    """The pages together are what one page holds, in the same order, nothing twice."""
    whole = search("--json", "--limit", "1000", *order).out.splitlines()
    pages, after, told = [], [], ""
    while not pages or after:
        ran = search("--json", "--limit", "3", *order, *after)
        pages += ran.out.splitlines()
        _, _, told = ran.err.strip().partition("; go on with ")
        after = told.split()
    assert pages == whole
    assert len(whole) > 9


def test_what_is_printed(search):
    ran = search("grain", "--kind", SAID)
    assert ran.code == 0
    assert ran.out.splitlines()[:2] == [
        "• reported Monday 2 June 2031 · Vladimir Putin · RUS · deny · sanctions, food-security",
        "    “the sanctions on grain would be lifted” (27–65)",
    ]
    assert "    What b.txt tells · Sudmark Times · Monday 2 June 2031 · b.txt · s:" in ran.out
    assert ran.err == "2 of 2 are shown\n"


def test_a_day_is_as_exact_as_its_text(search):
    """ "Last month" is a month, and a document is not named twice."""
    told = search("--actor", "KEN", "--since", "2031-06-01", "--oldest-first").out
    assert "• June 2031 · SANCTION · KEN → RUS" in told
    assert "1 June" not in told
    assert told.count("What d.txt tells") == 2  # the document itself, and the source of the event


def test_an_address_stays_whole(search):
    assert [*TEXTS][-1] in search("wine", "--kind", TEXT).out.split()


def test_of_a_long_passage_the_words_asked_for_are_shown(search):
    told = " ".join(search("wine", "--kind", SAID).out.split())
    assert "… " in told
    assert "Then the wine was served" in told


def test_highlights(search, monkeypatch):
    [line] = search("sanction", "--speaker", "Macron", "--json").out.splitlines()
    hit = json.loads(line)
    text = TEXTS["a.txt"][2]
    assert [text[start:end] for start, end in hit["marks"]] == ["sanctions"]
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[1;33msanctions\x1b[0m" in search("sanction", "--speaker", "Macron").out


def test_a_line_of_json(search):
    [line] = search("wheat", "--kind", SAID, "--json").out.splitlines()
    hit = json.loads(line)
    assert hit["statement"]["act"] == "promise"
    assert hit["names"]["fra.macron-emmanuel"] == "Emmanuel Macron"
    assert hit["source"] | {"id": ""} == {
        "key": 3,
        "id": "",
        "uri": "c.txt",
        "title": "What c.txt tells",
        "publisher": None,
        "published": "2031-04-02",
    }


def test_counts(search):
    told = search("sanctions", "--kind", SAID, "--counts").err.splitlines()
    assert {"act: deny 1, decline 1", "is: statement 2", "issue: sanctions 2, food-security 2"} <= {*told}
    assert told[-1] == "2 of 2 are shown"
    assert "outlet: Sudmark Times 1, The Norland Post 1" in told


def test_a_page_after_the_last_says_so(search):
    ran = search("sanctions", "--kind", SAID, "--after", "0")
    assert (ran.code, ran.out, ran.err) == (0, "", "none is left after that one; there are 2\n")


@pytest.mark.parametrize("as_json", [(), ("--json",)])
def test_nothing_found(search, as_json):
    ran = search("tomatoes", *as_json)
    assert (ran.code, ran.out, ran.err) == (0, "", "nothing was found\n")


def test_values_that_the_store_lacks_are_told(search):
    ran = search("--outlet", "Norland Post")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.splitlines() == [
        "the store has no outlet 'Norland Post'; there are: Sudmark Times, The Norland Post",
        "nothing was found",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["--kind", "poem"], 2, "there is no kind 'poem'; there are: statement, event, document"),
        (["--issue", "santcions"], 2, "there is no issue 'santcions'; near are: sanctions"),
        (["--act", "sing"], 2, "there is no act 'sing'; there are: accuse"),
        (["--manner", "loud"], 2, "there is no manner 'loud'; there are: direct, indirect, mixed"),
        (["--type", "WAR"], 2, "there is no type 'WAR'; there are: ACCUSE"),
        (["--status", "maybe"], 2, "there is no status 'maybe'; there are: cancelled"),
        (["--occasion", "party"], 2, "there is no occasion 'party'; there are: article"),
        (["--review", "bogus"], 2, "there is no review 'bogus'; there are: accepted, corrected, rejected"),
        (["--finding", "typo"], 2, "there is no finding 'typo'; there are: control"),
        (["--country", "Atlantis"], 2, "'Atlantis' is no state or organisation that is known"),
        (["--speaker", "Nobody"], 1, "nobody in the store is called 'Nobody'"),
        (["!!"], 2, "'!!' has no words to look for"),
        (["--since", "2031-02-30"], 2, "'2031-02-30' is no day; write it as 2023-06-19"),
        (["--since", "2031-05-02", "--until", "2031-05-01"], 2, "2031-05-01 is before 2031-05-02, the first day"),
        (["--limit", "0"], 2, "'--limit'"),
        (["--after", "x"], 2, "'--after'"),
        (["--after", "9" * 30], 2, "'--after'"),
        (["--colour", "red"], 2, "No such option: --colour"),
    ],
)
def test_what_cannot_be_asked_is_told_in_one_line(search, arguments, code, told):
    ran = search(*arguments)
    assert (ran.code, ran.out) == (code, "")
    [line] = ran.err.splitlines()
    assert told in line
