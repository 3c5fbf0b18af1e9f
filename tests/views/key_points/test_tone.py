import pytest

from onrecord.views.brief import SectionKind


@pytest.mark.parametrize(
    "words",
    [
        "the talks were long",
        "the relationship between the two was at its lowest point",
        "this was a real conversation",
        "the discussions with the minister had been stormy",
        "it had been a frank and candid exchange",
    ],
)
def test_what_calls_the_talks_something(write, show, words):
    text = write(f"Holm said that {words}.")
    text.says("Ada Holm", words, cue="said", issues=("bilateral-relations",))
    assert show(text).words(SectionKind.TONE) == [words]


@pytest.mark.parametrize(
    "words",
    [
        "the talks should resume",
        "Averland wants a relationship that is based on respect",
        "the river was closed",
        "she was candid about the river",  # a mood, but not that of talks
    ],
)
def test_what_does_not(write, show, words):
    text = write(f"Holm said that {words}.")
    text.says("Ada Holm", words, cue="said", issues=("bilateral-relations",))
    shown = show(text)
    assert shown.words(SectionKind.TONE) == []
    assert shown.words(SectionKind.ISSUE) == [words]


def test_nobodys_mood_is_nobodys_tone(write, show):
    text = write("The talks were long.")
    text.says(None, "The talks were long")
    assert show(text).words(SectionKind.TONE) == []
