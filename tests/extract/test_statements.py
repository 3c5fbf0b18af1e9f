"""Each form of attribution, with its hits marked and its near misses."""

import pytest

CLAUSES = [
    "[speaker Varga] [cue said] that [content the talks would resume].",
    "[speaker Varga] [cue said] [content the talks would resume].",
    "[content The talks would resume], [speaker Varga] [cue said].",
    "[content The talks would resume], [cue said] [speaker Varga].",
    "[content The talks], [speaker Varga] [cue said], [content would resume in May].",
    "[speaker Varga] [cue has not said] that [content the talks would resume].",
    "[speaker The minister] [cue pointed out] that [content the talks had failed].",
    "[speaker The minister] [cue told] [addressee reporters] that [content the talks had failed].",
    "[speaker The minister] [cue made clear] that [content the talks had failed].",
    "[speaker Varga], who lives in Geneva, [cue argued] that [content the border was closed].",
    "It [cue was announced] that [content the talks would resume].",
    "[speaker The ministry] [cue confirmed] on Monday that [content the border was open].",
    "[speaker Varga] [cue said] [content the deal was dead, although the other side had signed it].",
    "Orlen smiled because it paid off: [speaker Varga] [cue said] [content the border was closed].",
    "[speaker I] would like [cue to note] that [content trade has grown].",
    "The ministry closed the border. [speaker It] [cue said] that [content the river was low].",
    "[speaker Varga] [cue is confident] that [content the talks will resume].",
    "[speaker Minister Anna Varga] in a statement [cue said] [content the border was closed].",
    "[speaker Officials in Belm] [cue said] [content the border was closed].",
    "This is how [speaker Varga] [cue argued] that [content the border was closed].",
]
OTHER_COMPLEMENTS = [
    "[speaker Varga] [cue urged] [addressee the government] [content to open the border].",
    "[speaker Varga] [cue called on] the government [content to open the border].",
    "[speaker The government] [cue promised] [content to open the border].",
    "[speaker The government] [cue refused] [content to open the border].",
    "[speaker Varga] [cue stressed] [content the importance of trade].",
    "[speaker Varga] [cue expressed] [content serious concern over the border].",
    "[speaker Varga] [cue called for] [content an end to the war].",
    "[speaker The ministers] [cue discussed] [content trade and the border].",
    "[speaker Varga] [cue described] [content the talks] as [content candid].",
    "[speaker Varga] [cue raised] [content the issue of the border].",
    "[speaker Varga] [cue warned against] [content a new war].",
    "[speaker The minister] [cue condemned] [content the attack on the embassy].",
    "[speaker The ministers] [cue affirmed] [content their commitment to strengthen trade].",
    "[speaker The Secretary] [cue reaffirmed] [content the United States’ commitment to peace].",
    "[speaker The government] [cue is deeply concerned about] [content the attack on the embassy].",
    "[speaker We] [cue are grateful to Belm for] [content its help].",
    "[speaker The two] [cue discussed] [content the importance of peace].",
    "[speaker The minister] [cue informed his colleague about] [content the border].",
    "[speaker The Secretary] [cue encouraged] [content continued dialogue].",
    "[speaker Varga] [cue wants] [content to discuss trade with Orlen].",
]
NOUNS_AND_PHRASES = [
    "[speaker Varga] [cue expressed the hope] that [content the talks would resume].",
    "[speaker Varga] [cue made an impassioned call] for [content peace] on Wednesday.",
    "[speaker Varga]'s [cue claim] that [content the border was closed] made news.",
    "[cue According to] [speaker the ministry], [content the border was closed].",
    "[content The border was closed], [cue according to] [speaker a senior official].",
    "Ties have reached [content “a low point,”] [cue in the words of] [speaker a senior official].",
]
QUOTED = [
    "[content “The talks will resume,”] [speaker Varga] [cue said].",
    "[content “The talks will resume,”] [cue said] [speaker Varga], a diplomat.",
    '[content "The talks will resume,"] [speaker he] [cue said].',
    "[content ''The talks will resume,''] [speaker he] [cue said].",
    "[content “The talks will resume. They must,”] [speaker Varga] [cue said].",
    "[speaker Varga] [cue said] [content the talks were “frank and deep”].",
    "[speaker Varga] [cue wrote], [content “The border is closed for good,”] and shared a picture of it.",
    "On the radio's “New Day,” [speaker Varga] [cue said] that [content the border was closed].",
    "[speaker Varga] [cue told] [addressee reporters] [content it was “a new day”].",
    '[speaker The message] [cue reads], in part:[content "Trade is growing. It needs peace."]',
    "Orlen left. [content “This is a new day,”] [speaker Varga] [cue wrote].",
    "[speaker VARGA][cue :] [content Well, we will see what the talks bring].",
    "[speaker Varga][cue :] [content “We will see.”]",
    "[content “We want peace and we want it now.”] [cue —] [speaker Anna Varga]",
]
NEAR_MISSES = [
    "The border was closed on Monday.",
    "Say what you will, the border was closed.",
    "You could say that the border was closed.",
    "The army raised a flag over the town.",
    "The plan to address the challenges came late.",
    "The so-called “border of peace” was closed on Monday.",
    "The regime finds itself moving closer to war.",
    "Everybody needs to know that the border is closed.",
    "The changes give us hope that the border will open.",
    "The tower is ready for visitors.",
    "It is confident work.",
    "The two made a call on Monday.",
    "The bridge serves programs supporting health.",
    "Those who support the war left.",
    "She was lost in the eyes of the storm.",
    "The “border of peace” — Belm's pride — was closed.",
    "Trains ran according to plan.",
    "Asked about the ships, Varga left the hall.",
    "The bus stops at three towns: Arden, Belm and Corrin.",
]


def spans_of(spans):
    return {label: sorted(found) for label, found in spans.items()}


@pytest.mark.parametrize("marked", [*CLAUSES, *OTHER_COMPLEMENTS, *NOUNS_AND_PHRASES, *QUOTED])
def test_hit(reading, unmark, told, marked):
    text, expected = unmark(marked)
    [found] = reading(text).statements
    labels = {"content", "cue", "speaker", *expected}
    assert {label: spans for label, spans in spans_of(told(found)).items() if label in labels} == spans_of(expected)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_miss(reading, text):
    assert reading(text).statements == ()
