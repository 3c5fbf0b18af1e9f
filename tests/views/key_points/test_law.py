"""Whatever the records are: a brief is made, its passages are in the texts, and so are the words that it shows."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import (
    Act,
    Actor,
    ActorKind,
    Block,
    BlockKind,
    Document,
    Event,
    EventType,
    Evidence,
    Manner,
    Mention,
    MentionKind,
    Record,
    Statement,
    Status,
    document_id,
)
from onrecord.views.brief import PartKind
from onrecord.views.key_points import brief

PIECES = ["the talks", "were", "“", "”", "'", ".", ",", "\n\n", "hotline", "cut off", "U.S.", "—", "committed to", "🕊"]
DAYS = [None, "2031-05-12", "2031/..", "203X", "2031-13", "Monday"]
SIDES = st.lists(st.sampled_from(["AVL", "BRL", "ZZZ"]), max_size=2).map(tuple)
PEOPLE = st.lists(st.sampled_from(["holm", "lind", "unheard-of"]), max_size=2).map(tuple)


@st.composite
def records(draw):
    text = " ".join(draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40)))
    doc_id, size = document_id(text), len(text)

    def passage():
        start = draw(st.integers(0, size - 1))
        end = draw(st.integers(start + 1, size))
        return doc_id, start, end, text[start:end]

    def evidence():
        return Evidence(*passage())

    def mention():
        kind = draw(st.sampled_from(MentionKind))
        return Mention(*passage(), kind=kind, office=draw(st.sampled_from([None, "president"])))

    def some(make, most):
        return tuple(make() for _ in range(draw(st.integers(0, most))))

    statements = tuple(
        Statement(
            id=f"s{number}",
            kind=draw(st.sampled_from(Manner)),
            content=(evidence(), *some(evidence, 1)),
            rule="test",
            speakers=draw(PEOPLE),
            speaker_mention=next(iter(some(mention, 1)), None),
            speaker_country=draw(st.sampled_from([None, "AVL"])),
            speaker_basis=draw(st.sampled_from(MentionKind)),
            cue=next(iter(some(evidence, 1)), None),
            quoted=some(evidence, 2),
            via=draw(st.sampled_from([None, "lind", "BRL"])),
            act=draw(st.sampled_from(Act)),
            negated=draw(st.booleans()),
            issues=draw(st.sampled_from([(), ("river",), ("military-communications", "unknown")])),
        )
        for number in range(draw(st.integers(0, 5)))
    )
    events = tuple(
        Event(
            id=f"e{number}",
            type=draw(st.sampled_from(EventType)),
            trigger=evidence(),
            evidence=(evidence(), *some(evidence, 1)),
            rule="test",
            mode=draw(st.sampled_from([None, "visit", "meet", "other"])),
            status=draw(st.sampled_from(Status)),
            sources=draw(SIDES),
            targets=draw(SIDES),
            source_actors=draw(PEOPLE),
            target_mentions=some(mention, 1),
            date=draw(st.sampled_from(DAYS)),
            statement=draw(st.sampled_from([None, *(statement.id for statement in statements)])),
        )
        for number in range(draw(st.integers(0, 5)))
    )
    middle = draw(st.integers(0, size))
    blocks = (
        Block(kind=BlockKind.HEADLINE, start=0, end=middle),
        Block(kind=BlockKind.PARAGRAPH, start=middle, end=size),
    )
    actors = (
        Actor(id="holm", name="Ada Holm", kind=ActorKind.PERSON, country="AVL", mentions=some(mention, 1)),
        Actor(id="lind", name="Bo Lind", kind=ActorKind.PERSON, country="BRL"),
    )
    document = Document(id=doc_id, uri="text.txt", text=text, blocks=blocks, published=draw(st.sampled_from(DAYS)))
    return Record(document=document, actors=actors, statements=statements, events=events)


def flat(text):
    return " ".join(text.split())


@settings(max_examples=150)
@given(made_of=st.lists(records(), max_size=2))
def test_the_law(made_of, brief_words):
    made = brief(made_of, brief_words)
    texts = {record.document.id: record.document.text for record in made_of}
    assert all(texts[p.doc_id][p.start : p.end] == p.exact for p in made.passages)
    numbers = {passage.number for passage in made.passages}
    for line in (line for section in made.sections for line in section.lines):
        assert line.parts
        assert numbers.issuperset(line.citations)
        for part in line.parts:
            if part.kind in (PartKind.QUOTE, PartKind.PARAPHRASE):
                assert any(flat(part.text.replace("…", "")) in flat(text) for text in texts.values())
