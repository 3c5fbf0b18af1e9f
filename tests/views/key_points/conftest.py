import pytest

from onrecord.views.brief import PartKind
from onrecord.views.key_points import brief


class Shown:
    """A brief as plain text, by section."""

    def __init__(self, made):
        self.made = made

    def section(self, kind, title=None):
        """Country, words, speaker, relay and note of each line of the one section of this kind; or nothing."""
        found = [one for one in self.made.sections if one.kind is kind and title in (None, one.title)]
        assert len(found) < 2
        return [(line.country, words(line), line.said_by, line.via, line.note) for one in found for line in one.lines]

    def words(self, kind, title=None):
        return [line[1] for line in self.section(kind, title)]

    def lines(self):
        """Every line with its words."""
        return [(words(line), line) for one in self.made.sections for line in one.lines]


def words(line):
    """A line's parts, quotations in marks."""
    shown = [f"“{part.text}”" if part.kind is PartKind.QUOTE else part.text for part in line.parts]
    return " ".join(shown).replace(" :", ":").replace(" ,", ",")


@pytest.fixture
def show(brief_words):
    return lambda *texts: Shown(brief([text.record() for text in texts], brief_words))
