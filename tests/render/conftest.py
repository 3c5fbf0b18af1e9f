"""Two invented sources about Norland and Sudmark, their records, and a brief of them."""

from pathlib import Path

import pytest

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
    Finding,
    FindingKind,
    Manner,
    Mention,
    MentionKind,
    Page,
    Record,
    Statement,
    Status,
    document_id,
)
from onrecord.pipeline import process
from onrecord.views.brief import Brief, Line, Part, PartKind, Passage, Section, SectionKind, Source
from onrecord.views.compare import compare, load_compare_words

SAMPLE = Path(__file__).parent / "sample"
MET = "Norland’s Foreign Minister Elin Dahl met President Tomas Reyle of Sudmark in Port Ostra on Monday"
REFUSED = "Sudmark has refused calls on the military line since January"
OFFICIAL = {"speaker_basis": MentionKind.ANONYMOUS, "speaker_country": "XNO"}


def document(name, **fields):
    """A file of the sample: each line is a block and its kind; "outside" is text in no block."""
    text, blocks = "", []
    for line in (SAMPLE / name).read_text(encoding="utf-8").splitlines():
        kind, _, words = line.partition(": ")
        if kind != "outside":
            blocks.append(Block(kind=BlockKind(kind), start=len(text), end=len(text) + len(words)))
        text += f"{words}\n\n"
    return Document(id=document_id(text), text=text, blocks=tuple(blocks), language="en", **fields)


def place(doc, exact):
    start = doc.text.index(exact)
    return doc.id, start, start + len(exact), exact


def evidence(doc, exact):
    return Evidence(*place(doc, exact))


def mention(doc, exact, kind=MentionKind.NAMED):
    return Mention(*place(doc, exact), kind=kind)


def statement(doc, name, content, speaker, **fields):
    fields = {"kind": Manner.MIXED, "rule": "quotes/mixed", "speaker_basis": MentionKind.NAMED} | fields
    who = mention(doc, speaker, fields["speaker_basis"])
    return Statement(id=f"s:{name}", content=(evidence(doc, content),), speaker_mention=who, **fields)


def meeting(doc, name, words, trigger, **fields):
    fields = {"type": EventType.CONSULT, "mode": "meeting", "rule": "meet/active"} | fields
    return Event(id=f"e:{name}", evidence=(evidence(doc, words),), trigger=evidence(doc, trigger), **fields)


def person(doc, actor, name, country, *mentions):
    found = tuple(mention(doc, exact) for exact in mentions)
    known = {"kind": ActorKind.PERSON, "country": country, "basis": "introduced by the text"}
    return Actor(id=actor, name=name, mentions=found, **known)


def article_statements(doc):
    dahl = {"speakers": ("xno.dahl",), "speaker_country": "XNO", "date": "2031-05-12", "issues": ("strait",)}
    return (
        statement(
            doc,
            "strait",
            "We have not changed our view of the Strait, and we will not be hurried,",
            "Dahl told",
            kind=Manner.DIRECT,
            act=Act.REAFFIRM,
            cue=evidence(doc, "told"),
            date_basis="Monday, from published 2031-05-12",
            **dahl,
        ),
        statement(
            doc,
            "passage",
            "Sudmark “had promised not to close the northern passage”",
            "She",
            cue=evidence(doc, "She said"),
            speaker_basis=MentionKind.PRONOUN,
            speaker_rule="the speaker before",
            quoted=(evidence(doc, "had promised not to close the northern passage"),),
            **dahl,
        ),
        statement(
            doc,
            "islands",
            doc.text[(start := doc.text.index("“There is")) : doc.text.index("\n", start)],
            "a statement of Sudmark’s foreign ministry",
            speaker_basis=MentionKind.INSTITUTION,
            speaker_country="XSU",
        ),
        statement(doc, "line", REFUSED, "a senior Norland official", **OFFICIAL | {"kind": Manner.INDIRECT}),
        statement(doc, "tone", "“a real conversation, candid where it had to be”", "A senior", **OFFICIAL),
        statement(doc, "cold", "“the coldest in my time”", "Marek, ", speakers=("xsu.marek",)),
    )


def article_events(doc):
    parties = {"sources": ("XNO",), "targets": ("XSU",)}
    people = {"source_actors": ("xno.dahl",), "target_actors": ("xsu.reyle",)}
    postponed = "a trip planned for February had been postponed"
    adviser = "Dahl met Reyle’s adviser Jon Marek for about three hours"
    return (
        meeting(doc, "met", MET, "met", date="2031-05-12", place="Port Ostra", **parties, **people),
        meeting(doc, "marek", adviser, "Dahl met", **parties),
        meeting(doc, "trip", postponed, "postponed", mode="visit", status=Status.POSTPONED, **parties),
        meeting(doc, "refused", REFUSED, "refused", type=EventType.REJECT, status=Status.REFUSED),
    )


def article_record():
    doc = document(
        "article.txt",
        uri="https://news.example/dahl",
        title="Norland’s foreign minister ends two days of talks in Sudmark",
        publisher="The Harbour Post",
        published="2031-05-12",
    )
    _, start, end, _ = place(doc, "who stood beside him")
    tail = {"start": doc.text.index("See also"), "end": len(doc.text.rstrip())}
    return Record(
        document=doc,
        findings=(
            Finding(kind=FindingKind.FURNITURE, detail="links and a comment form", **tail),
            Finding(kind=FindingKind.GARBLED, detail="words may be missing", start=start, end=end),
            Finding(kind=FindingKind.UNRESOLVED_DATE, detail="“February” has no year"),
        ),
        actors=(
            person(doc, "xno.dahl", "Elin Dahl", "XNO", "Foreign Minister Elin Dahl", "Dahl told"),
            person(doc, "xsu.reyle", "Tomas Reyle", "XSU", "President Tomas Reyle"),
            person(doc, "xsu.marek", "Jon Marek", "XSU", "Jon Marek", "Marek, "),
        ),
        statements=article_statements(doc),
        events=article_events(doc),
    )


def readout_record():
    doc = document("readout.txt", uri="readout.txt", title="Readout", publisher="Presidency of Sudmark")
    ours = "“the islands are ours, and no visit will alter that”"
    received = "President Reyle received Foreign Minister Dahl on 12 May 2031"
    return Record(
        document=doc,
        statements=(statement(doc, "ours", ours, "The President", speaker_basis=MentionKind.TITLE),),
        events=(meeting(doc, "received", received, "received"),),
    )


CITED = (
    (0, MET),
    (0, "both governments had confirmed only hours before"),
    (1, "President Reyle received Foreign Minister Dahl on 12 May 2031"),
    (0, "Dahl met Reyle’s adviser Jon Marek for about three hours"),
    (0, "a trip planned for February had been postponed after a balloon came down over Norland’s coast"),
    (0, "The two sides agreed to carry forward consultations on fisheries, and"),
    (1, "The two sides agreed to carry forward consultations on fisheries."),
    (0, REFUSED),
    (0, "We have not changed our view of the Strait, and we will not be hurried,"),
    (0, "Sudmark “had promised not to close the northern passage”"),
    (0, "There is no room for compromise on the islands."),
    (1, "“the islands are ours, and no visit will alter that”"),
    (0, "“a real conversation, candid where it had to be”"),
    (0, "“the coldest in my time”"),
    (0, "who stood beside him"),
)
KINDS = {"l": PartKind.LABEL, "f": PartKind.FIELD, "q": PartKind.QUOTE, "p": PartKind.PARAPHRASE}


def line(parts, citations=(), records="", **fields):
    """A line whose parts are written "q:words | l:words"."""
    pairs = (part.split(":", 1) for part in parts.split(" | "))
    shown = tuple(Part(kind=KINDS[kind], text=text) for kind, text in pairs)
    return Line(parts=shown, citations=citations, records=tuple(records.split()), **fields)


def sections():
    official = "a senior Norland official, unnamed"
    ministry = "Sudmark’s foreign ministry"
    gloss = "candid: often read as open disagreement (press; contested)"
    reported = "a promise of Sudmark, reported by Norland only; no sign against it reported"
    one_sided = "not in the words of Norland quoted here"
    yield (
        SectionKind.MET,
        "Met",
        (
            line(
                "f:Tomas Reyle, Monday 12 May | l:, confirmed only shortly before",
                (1, 2, 3),
                "e:met e:received",
            ),
            line("f:Jon Marek | l:, | f:about three hours", (4,), "e:marek"),
            line("l:A trip | p:planned for February | l:was postponed", (5,), "e:trip"),
        ),
    )
    agreed = "l:Both sides | q:agreed to carry forward consultations on fisheries"
    yield (
        SectionKind.SETTLED,
        "Settled",
        (line(agreed, (6, 7), "s:islands", said_by=ministry, via="a statement", note=one_sided),),
    )
    yield (
        SectionKind.NOT_SETTLED,
        "Not settled",
        (line("l:Military line: | p:Sudmark has refused calls", (8,), "s:line e:refused", said_by=official),),
    )
    dahl = {"country": "XNO", "said_by": "Elin Dahl"}
    via = "the Presidency of Sudmark"
    ours = "q:the islands are ours, and no visit will alter that"
    yield (
        SectionKind.ISSUE,
        "The Strait and the islands",
        (
            line(
                "q:“We have not changed our view of the Strait, and we will not be hurried”",
                (9,),
                "s:strait",
                **dahl,
            ),
            line(
                "p:Sudmark | q:had promised not to close the passage",
                (10,),
                "s:passage",
                note=reported,
                **dahl,
            ),
            line("q:There is no room for compromise", (11,), "s:islands", country="XSU", said_by=ministry),
            line(ours, (12,), "s:ours", country="XSU", said_by="Tomas Reyle", via=via),
        ),
    )
    candid = "q:a real conversation, candid where it had to be"
    yield (
        SectionKind.TONE,
        "Tone",
        (
            line(candid, (13,), "s:tone", country="XNO", said_by=official, note=gloss),
            line("l:relations | q:the coldest in my time", (14,), "s:cold", country="XSU", said_by="Jon Marek"),
        ),
    )
    yield (
        SectionKind.TAKE_CARE,
        "Take care",
        (
            line("l:“February” has no year; nothing in the text gives one."),
            line("l:“him” points at nobody: words may be missing", (15,)),
            line("l:Three lines at the end are page furniture and were not read."),
        ),
    )


@pytest.fixture(scope="session")
def records():
    return article_record(), readout_record()


@pytest.fixture(scope="session")
def brief(records):
    docs = [record.document for record in records]
    names = ("doc_id", "start", "end", "exact")
    places = [dict(zip(names, place(docs[number], exact), strict=True)) for number, exact in CITED]
    return Brief(
        title="Elin Dahl in Sudmark",
        countries=("XNO", "XSU"),
        date="2031-05-11/2031-05-12",
        sources=tuple(
            Source(doc_id=doc.id, uri=doc.uri, title=doc.title, publisher=doc.publisher, published=doc.published)
            for doc in docs
        ),
        statements=7,
        events=5,
        findings=3,
        sections=tuple(
            Section(kind=kind, title=title, lines=lines, left_out=2 if kind is SectionKind.ISSUE else 0)
            for kind, title, lines in sections()
        ),
        passages=tuple(Passage(number=number, **words) for number, words in enumerate(places, 1)),
    )


OURS = """Readout of the call with Chile

President Ilse Brandt of Norway spoke with President Mateo Rojas of Chile on 12 May 2031.

President Rojas said that Chile would lift the tariffs. President Rojas promised that Chile would join the talks on \
arms control. President Brandt raised candid concern over ransomware attacks on hospitals. President Brandt stressed \
support for Ukraine's sovereignty.
"""
THEIRS = """President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway upon request on 12 May 2031.

President Rojas raised concern over ransomware attacks on banks. President Rojas said that Chile would not join the \
talks on arms control. President Rojas outlined Chile's position on the border dispute with Peru. President Brandt \
said that Norway would not support sanctions.
"""


@pytest.fixture(scope="session")
def compared(tools):
    """Compares texts; without any, two accounts of a call that contradict, lack and share something."""

    def comparison(*texts, **fields):
        read = [
            process(Page(uri=f"{number}.txt", content=text.encode(), **fields), tools)
            for number, text in enumerate(texts or (OURS, THEIRS))
        ]
        return compare(read, load_compare_words()), read

    return comparison
