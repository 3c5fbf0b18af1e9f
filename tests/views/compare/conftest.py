"""Two made-up accounts of one call, read by the pipeline, and what compares them."""

import pytest

from onrecord.model import Page, Record
from onrecord.pipeline import process
from onrecord.views.compare import compare, load_compare_words
from onrecord.views.compare.comparison import Account
from onrecord.views.compare.reading import Scene, cast_for, titles_of

OURS = (
    "Readout of President Brandt's Call with President Rojas of Chile\n\n12 May 2031\n\n"
    "President Ilse Brandt of Norway spoke today with President Mateo Rojas of Chile. President Brandt reaffirmed "
    "Norway's support for the fishing treaty and raised serious concern over Chile's tariffs on salmon. The two "
    "presidents agreed to resume talks on cyber security. President Brandt warned that Norway would respond with "
    "sanctions.\n"
)
THEIRS = (
    "On 12 May 2031, President Mateo Rojas of Chile had a phone call with President Ilse Brandt of Norway upon request."
    "\n\nPresident Rojas stressed that tariffs on salmon protect Chilean workers. He outlined Chile's position on the "
    "border dispute with Peru.\n\nPresident Brandt said that Norway does not support the arms embargo. Norway hopes to "
    "expand cooperation on hydrogen energy. The two sides agreed to resume talks on cyber security.\n"
)


@pytest.fixture(scope="session")
def words():
    return load_compare_words()


@pytest.fixture(scope="session")
def read(tools):
    """Reads a text into its record."""

    def record(text, uri="text.txt", **given):
        found = process(Page(uri=uri, content=text.encode(), **given), tools)
        assert isinstance(found, Record)
        return found

    return record


@pytest.fixture(scope="session")
def laid(read, words):
    """Compares texts."""

    def comparison(*texts, sides=None):
        records = [read(text, f"{number}.txt") for number, text in enumerate(texts)]
        named = {records[number].document.id: name for number, name in (sides or {}).items()}
        return compare(records, words, named)

    return comparison


@pytest.fixture(scope="session")
def both(laid):
    return laid(OURS, THEIRS)


@pytest.fixture(scope="session")
def scene_of(read, words):
    """The scene of a text as the account of one side, where another took part."""

    def scene(text, side="NOR", other="CHL"):
        record = read(text)
        account = Account(
            key="a", document=record.document.id, uri="text.txt", title=None, publisher=None, published=None,
            side=side, side_name=side, basis="as given",
        )  # fmt: skip
        parties = frozenset({side, other})
        return Scene(account, record, cast_for(record, words), parties, words, titles=titles_of(record))

    return scene
