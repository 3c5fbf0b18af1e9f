"""When and on what occasion something was said: the words around the cue, with near misses."""

import pytest

from onrecord.lexicon.occasions import load_occasions


@pytest.mark.parametrize("entry", load_occasions(), ids=lambda entry: entry.kind)
def test_example_tells_of_its_occasion(reading, entry):
    [found] = reading(entry.example).statements
    assert found.occasion == entry.kind


@pytest.mark.parametrize(
    ("text", "occasion", "words"),
    [
        ("Varga told reporters in Belm that talks would resume.", "press-remarks", "reporters"),
        ("Varga said at a joint news conference in Belm that talks would resume.", "news-conference",
         "a joint news conference in Belm"),
        ("In a phone call with Orlen on Monday, Varga said that trade grew.", "call", "a phone call with Orlen"),
        ("“It is over,” Varga said in an interview with a newspaper that she owns.", "interview",
         "an interview with a newspaper"),
        ("Speaking at a dinner in Belm, Varga said that talks would resume.", "ceremony", "a dinner in Belm"),
        ("In remarks to reporters, Varga said that talks would resume.", "press-remarks", "remarks to reporters"),
        ("Varga said on X that talks would resume.", "post", "X"),
        ("Varga tweeted that talks would resume.", "post", "tweeted"),
        ("Testifying before the Senate, Varga said that talks would resume.", "hearing", "Testifying"),
        ("The statement said that talks would resume.", "statement", "The statement"),
        ("According to a readout, talks would resume.", "readout", "a readout"),
        ("Varga said in Belm that talks would resume.", None, None),
        ("Varga said that talks would resume at a conference.", None, None),  # what she said
        ("Varga said that she had written a letter.", None, None),
        ("Varga said on the whole that talks would resume.", None, None),
        ("Varga blamed the media for the delay.", None, None),
        ("The Washington Post said that talks would resume.", None, None),
        ("After the meeting, Varga said that talks would resume.", None, None),  # not at it
    ],
)  # fmt: skip
def test_occasion(reading, text, occasion, words):
    [found] = reading(text).statements
    assert found.occasion == occasion
    assert (found.occasion_mention.exact if found.occasion_mention else None) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Varga said on Monday that talks would resume.", "Monday"),
        ("On Monday, Varga said that talks would resume.", "Monday"),
        ("Varga told reporters Monday that talks would resume.", "Monday"),
        ("Varga said in a statement on Monday that talks would resume.", "Monday"),
        ("In a statement issued on Monday, Varga said that talks would resume.", "Monday"),
        ("On Monday, Varga met Orlen and said that talks would resume.", "Monday"),
        ("The letter last year seemed to end it, but Varga on Monday said that talks would resume.", "Monday"),
        ("“Talks will resume,” Varga said on Monday.", "Monday"),
        ("Varga said that talks would resume on Monday.", None),
        ("“Talks will resume on Monday,” Varga said.", None),
        ("Varga, who left on Monday, said that talks would resume.", None),
        ("Varga has said since Monday that talks would resume.", None),
        ("Varga congratulated Orlen on the March vote.", None),
    ],
)
def test_date_of_saying(reading, text, words):
    [found] = reading(text).statements
    assert (found.date_mention.exact if found.date_mention else None) == words
