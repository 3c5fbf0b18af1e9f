"""A comparison in the terminal and as Markdown."""

import io
import re

import pytest
from rich.console import Console

from onrecord.model import Page
from onrecord.pipeline import process
from onrecord.render.comparison import print_comparison
from onrecord.render.comparison_markdown import comparison_markdown
from onrecord.views.compare import compare, load_compare_words

OURS = (
    "President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile. President Rojas said that Chile would "
    "lift the tariffs. President Brandt raised candid concern over ransomware from <Kiev>."
)
THEIRS = (
    "President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. President Rojas raised concern over "
    "ransomware and outlined Chile's position on the border dispute with Peru."
)


@pytest.fixture(scope="module")
def shown(tools):
    """Prints a comparison of texts in the terminal's and in Markdown's form."""

    def comparison(*texts, width=100):
        read = [process(Page(uri=f"{n}.txt", content=text.encode()), tools) for n, text in enumerate(texts)]
        made = compare(read, load_compare_words())
        stream = io.StringIO()
        print_comparison(made, Console(file=stream, width=width))
        return stream.getvalue(), comparison_markdown(made)

    return comparison


def test_the_head_is_what_is_said_for_the_other_side(shown):
    for text in shown(OURS, THEIRS):
        headings = [line.strip("# ").casefold() for line in text.splitlines() if re.match(r"##|[A-Z][A-Z :]{3,}", line)]
        assert headings[0] == "said for the other side: not in its own text"
        assert headings.index("in both") < headings.index("only in the text of chile") < headings.index("form")


def test_every_passage_ends_in_its_place(shown):
    terminal, markdown = shown(OURS, THEIRS)
    start = OURS.index("Chile would lift the tariffs")
    place = f"(a {start}–{start + len('Chile would lift the tariffs')})"
    assert place in terminal
    assert place in markdown


def test_silence_is_not_mentioned(shown):
    terminal, markdown = shown(OURS, THEIRS)
    assert re.search(r"Tariffs +1 passage +not mentioned", terminal)
    assert "| Tariffs | 1 passage | not mentioned |" in markdown


def test_no_word_is_markup(shown):
    assert "&lt;Kiev&gt;" in shown(OURS, THEIRS)[1] or "<Kiev>" not in shown(OURS, THEIRS)[1]


def test_glosses_name_source_and_status(shown):
    for text in shown(OURS, THEIRS):
        assert re.search(r"candid:.*\(contested;", text.replace("\n    ", " "))


@pytest.mark.parametrize("width", [40, 80, 200])
def test_lines_fit(shown, width):
    terminal, _ = shown(OURS, THEIRS, width=width)
    assert max(map(len, terminal.splitlines())) <= width


def test_nothing_to_compare_still_gives_a_page(shown):
    terminal, markdown = shown("x", "y")
    assert "no statement was found" in re.sub(r"\s+", " ", terminal)
    assert "## Form" in markdown
