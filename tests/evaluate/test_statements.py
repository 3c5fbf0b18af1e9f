import pytest

from onrecord.evaluate.statements import attributions
from onrecord.model import Manner

ALONE = "statement/quotation-alone"
INFINITIVE = "statement/person-infinitive"

NESTED = "The ministry said that Brandt had warned of long delays."
TAIL = "The ministry said so. Brandt, it added, had warned of long delays."
QUOTES = "“We will wait,” Brandt said. “We have time.” The hall was full."
PARAGRAPHS = "“We will wait,” Brandt said.\n\n“We have time.”"
THAT = "Brandt said that talks would go on."
NO_THAT = "Brandt said talks would go on."
COMBATHAT = "Brandt praised the combathat helmets of old."
URGED = "Brandt urged the parties to come back."
RELATIVE = "The ministry praised Brandt, who also said that talks would go on."
NO_RELATIVE = "Brandt, who had left, said that talks would go on."
TOLD = "Brandt told the parties, who had left, to come back."


def words(text, places):
    return [text[start:end] for start, end in places]


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        pytest.param(
            NESTED,
            [
                {"content": ["Brandt had warned of long delays"], "speaker": "The ministry", "cue": "said"},
                {"content": ["long delays"], "speaker": "Brandt", "cue": "had warned of", "via": "The ministry"},
            ],
            [(["The ministry"], ["that Brandt had warned of long delays"])],
            id="a relayed statement within another is the outer one's",
        ),
        pytest.param(
            TAIL,
            [
                {"content": ["so"], "speaker": "The ministry", "cue": "said"},
                {"content": ["long delays"], "speaker": "Brandt", "cue": "had warned of", "via": "it"},
            ],
            [(["The ministry"], ["so"]), (["Brandt"], ["long delays"])],
            id="a relayed statement that stands in no other is kept",
        ),
        pytest.param(
            NESTED,
            [
                {"content": ["Brandt had warned of long delays"], "speaker": "The ministry", "cue": "said"},
                {"content": ["long delays"], "speaker": "Brandt", "cue": "had warned of"},
            ],
            [(["The ministry"], ["that Brandt had warned of long delays"]), (["Brandt"], ["long delays"])],
            id="and so is one within another that nobody relays",
        ),
        pytest.param(
            RELATIVE,
            [{"content": ["talks would go on"], "speaker": "Brandt", "cue": "said"}],
            [(["who"], ["that talks would go on"])],
            id="the pronoun at the cue is the source",
        ),
        pytest.param(
            NO_RELATIVE,
            [{"content": ["talks would go on"], "speaker": "Brandt", "cue": "said"}],
            [(["Brandt"], ["that talks would go on"])],
            id="not the pronoun of another clause",
        ),
        pytest.param(
            QUOTES,
            [
                {"content": ["“We will wait,”"], "speaker": "Brandt", "cue": "said", "kind": Manner.DIRECT},
                {"content": ["“We have time.”"], "speaker": "...", "kind": Manner.DIRECT, "rule": ALONE},
            ],
            [(["Brandt"], ["“We will wait,”", "“We have time.”"])],
            id="a quotation that goes on in the paragraph joins the one before",
        ),
        pytest.param(
            PARAGRAPHS,
            [
                {"content": ["“We will wait,”"], "speaker": "Brandt", "cue": "said", "kind": Manner.DIRECT},
                {"content": ["“We have time.”"], "speaker": "...", "kind": Manner.DIRECT, "rule": ALONE},
            ],
            [(["Brandt"], ["“We will wait,”"]), (["Brandt"], ["“We have time.”"])],
            id="in the next paragraph it stands alone, with the speaker of the one before",
        ),
        pytest.param(
            QUOTES,
            [
                {"content": ["“We will wait,”"], "speaker": "Brandt", "cue": "said", "kind": Manner.DIRECT},
                {"content": ["“We have time.”"], "kind": Manner.DIRECT, "rule": ALONE},
            ],
            [(["Brandt"], ["“We will wait,”"]), ([], ["“We have time.”"])],
            id="a quotation of nobody has no speaker",
        ),
        pytest.param(
            THAT,
            [{"content": ["talks would go on"], "speaker": "Brandt", "cue": "said"}],
            [(["Brandt"], ["that talks would go on"])],
            id="that belongs to the content",
        ),
        pytest.param(
            NO_THAT,
            [{"content": ["talks would go on"], "speaker": "Brandt", "cue": "said"}],
            [(["Brandt"], ["talks would go on"])],
            id="but is not made up",
        ),
        pytest.param(
            COMBATHAT,
            [{"content": ["helmets of old"], "speaker": "Brandt", "cue": "praised"}],
            [(["Brandt"], ["helmets of old"])],
            id="nor cut out of another word",
        ),
        pytest.param(
            URGED,
            [
                {
                    "content": ["to come back"],
                    "speaker": "Brandt",
                    "cue": "urged",
                    "to": "the parties",
                    "rule": INFINITIVE,
                }
            ],
            [(["Brandt"], ["the parties to come back"])],
            id="who is to act belongs to the content",
        ),
        pytest.param(
            TOLD,
            [
                {
                    "content": ["to come back"],
                    "speaker": "Brandt",
                    "cue": "told",
                    "to": "the parties",
                    "rule": INFINITIVE,
                }
            ],
            [(["Brandt"], ["to come back"])],
            id="unless it stands apart",
        ),
    ],
)
def test_the_conventions(writer, text, said, expected):
    pen = writer(text)
    record = pen.record(statements=[pen.said(*one.pop("content"), **one) for one in map(dict, said)])
    found = [(words(text, one.speaker), words(text, one.content)) for one in attributions(record)]
    assert found == expected


def test_a_cue_keeps_its_place(writer):
    pen = writer(THAT)
    [found] = attributions(pen.record(statements=[pen.said("talks would go on", speaker="Brandt", cue="said")]))
    assert words(THAT, found.cue) == ["said"]
    [found] = attributions(pen.record(statements=[pen.said("talks would go on")]))
    assert (found.cue, found.speaker) == ((), ())
