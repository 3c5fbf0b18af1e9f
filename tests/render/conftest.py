"""Two invented sources about Norland and Sudmark, their records, the brief made from them, and a browser."""

import os
import shutil

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
    Record,
    Statement,
    Status,
    document_id,
)
from onrecord.views.brief import Brief, Line, Part, PartKind, Passage, Section, SectionKind, Source

ARTICLE = (
    (BlockKind.HEADLINE, "Norland’s foreign minister ends two days of talks in Sudmark"),
    (BlockKind.BYLINE, "By a correspondent in Port Ostra"),
    (
        BlockKind.PARAGRAPH,
        "Norland’s Foreign Minister Elin Dahl met President Tomas Reyle of Sudmark in Port Ostra on Monday, "
        "after two days of talks that both governments had confirmed only hours before.",
    ),
    (
        BlockKind.PARAGRAPH,
        "“We have not changed our view of the Strait, and we will not be hurried,” Dahl told reporters. She said "
        "Sudmark “had promised not to close the northern passage”, and that nothing so far spoke against it.",
    ),
    (
        BlockKind.QUOTE,
        "“There is no room for compromise on the islands. The two sides agreed to carry forward "
        "consultations on fisheries, and to keep the line between their coast guards open at every hour.”",
    ),
    (
        BlockKind.PARAGRAPH,
        "So said a statement of Sudmark’s foreign ministry. Dahl met Reyle’s adviser Jon Marek for about three hours; "
        "a trip planned for February had been postponed after a balloon came down over Norland’s coast. Sudmark has "
        "refused calls on the military line since January, a senior Norland official said.",
    ),
    (BlockKind.HEADING, "What each side asks for"),
    (BlockKind.LIST_ITEM, "Norland: a working line between the two defence ministries"),
    (BlockKind.LIST_ITEM, "Sudmark: an end to patrols inside the twelve-mile zone"),
    (BlockKind.TABLE_ROW, "Year\tMeetings\tCalls"),
    (BlockKind.TABLE_ROW, "2030\t2\t5"),
    (BlockKind.TABLE_ROW, "2031\t1\t0"),
    (
        BlockKind.PARAGRAPH,
        "A senior Norland official called the meeting “a real conversation, candid where it had to be”. Marek, "
        "who stood beside him, called relations “the coldest in my time”.",
    ),
    (None, "See also\nFive things to know about the Strait\nLeave a comment"),
)
READOUT = (
    (BlockKind.HEADLINE, "Readout of the meeting of President Reyle with Foreign Minister Dahl"),
    (
        BlockKind.PARAGRAPH,
        "President Reyle received Foreign Minister Dahl on 12 May 2031. The President said that “the islands are "
        "ours, and no visit will alter that”. The two sides agreed to carry forward consultations on fisheries.",
    ),
)


def document(parts, uri, **fields):
    text, blocks = "", []
    for kind, words in parts:
        start = len(text)
        text += words
        if kind is not None:
            blocks.append(Block(kind=kind, start=start, end=len(text)))
        text += "\n\n"
    return Document(id=document_id(text), uri=uri, text=text, blocks=tuple(blocks), language="en", **fields)


def place(doc, exact):
    start = doc.text.index(exact)
    return doc.id, start, start + len(exact), exact


def evidence(doc, exact):
    return Evidence(*place(doc, exact))


def mention(doc, exact, kind=MentionKind.NAMED, **fields):
    return Mention(*place(doc, exact), kind=kind, **fields)


ACTORS = (
    ("xno.dahl", "Elin Dahl", "XNO", ("Foreign Minister",), ("Foreign Minister Elin Dahl", "Dahl told")),
    ("xsu.reyle", "Tomas Reyle", "XSU", ("President",), ("President Tomas Reyle",)),
    ("xsu.marek", "Jon Marek", "XSU", ("adviser",), ("Jon Marek", "Marek, ")),
)


def article_record():
    doc = document(
        ARTICLE,
        "https://news.example/dahl",
        title=ARTICLE[0][1],
        publisher="The Harbour Post",
        published="2031-05-12",
    )
    dahl = {"speakers": ("xno.dahl",), "speaker_country": "XNO", "date": "2031-05-12"}
    basis = {"date_basis": "Monday, from published 2031-05-12"}
    statements = (
        Statement(
            id="s:strait",
            kind=Manner.DIRECT,
            content=(
                evidence(doc, "We have not changed our view of the Strait, and we will not be hurried,"),
            ),
            quoted=(
                evidence(doc, "We have not changed our view of the Strait, and we will not be hurried,"),
            ),
            speaker_mention=mention(doc, "Dahl told"),
            speaker_basis=MentionKind.NAMED,
            cue=evidence(doc, "told"),
            act=Act.REAFFIRM,
            issues=("strait",),
            rule="direct/after",
            **dahl,
            **basis,
        ),
        Statement(
            id="s:passage",
            kind=Manner.MIXED,
            content=(evidence(doc, "Sudmark “had promised not to close the northern passage”"),),
            quoted=(evidence(doc, "had promised not to close the northern passage"),),
            speaker_mention=mention(doc, "She", MentionKind.PRONOUN),
            speaker_basis=MentionKind.PRONOUN,
            speaker_rule="the speaker before",
            cue=evidence(doc, "She said"),
            issues=("strait",),
            rule="indirect/ccomp",
            **dahl,
        ),
        Statement(
            id="s:islands",
            kind=Manner.DIRECT,
            content=(evidence(doc, ARTICLE[4][1]),),
            quoted=(evidence(doc, ARTICLE[4][1]),),
            speaker_mention=mention(
                doc, "a statement of Sudmark’s foreign ministry", MentionKind.INSTITUTION
            ),
            speaker_basis=MentionKind.INSTITUTION,
            speaker_country="XSU",
            act=Act.DENY,
            issues=("islands", "fisheries"),
            rule="direct/block",
        ),
        Statement(
            id="s:line",
            kind=Manner.INDIRECT,
            content=(evidence(doc, "Sudmark has refused calls on the military line since January"),),
            speaker_mention=mention(doc, "a senior Norland official", MentionKind.ANONYMOUS, country="XNO"),
            speaker_basis=MentionKind.ANONYMOUS,
            speaker_country="XNO",
            issues=("channels",),
            rule="indirect/after",
        ),
        Statement(
            id="s:tone",
            kind=Manner.MIXED,
            content=(evidence(doc, "“a real conversation, candid where it had to be”"),),
            quoted=(evidence(doc, "a real conversation, candid where it had to be"),),
            speaker_mention=mention(doc, "A senior Norland official", MentionKind.ANONYMOUS, country="XNO"),
            speaker_basis=MentionKind.ANONYMOUS,
            speaker_country="XNO",
            rule="mixed/called",
        ),
        Statement(
            id="s:cold",
            kind=Manner.MIXED,
            content=(evidence(doc, "“the coldest in my time”"),),
            speakers=("xsu.marek",),
            speaker_mention=mention(doc, "Marek, "),
            speaker_basis=MentionKind.NAMED,
            speaker_country="XSU",
            rule="mixed/called",
        ),
    )
    met = "Norland’s Foreign Minister Elin Dahl met President Tomas Reyle of Sudmark in Port Ostra on Monday"
    events = (
        Event(
            id="e:met",
            type=EventType.CONSULT,
            mode="meeting",
            trigger=evidence(doc, "met"),
            evidence=(evidence(doc, met),),
            sources=("XNO",),
            targets=("XSU",),
            source_actors=("xno.dahl",),
            target_actors=("xsu.reyle",),
            date="2031-05-12",
            date_basis="Monday, from published 2031-05-12",
            place="Port Ostra",
            rule="meet/active",
        ),
        Event(
            id="e:marek",
            type=EventType.CONSULT,
            mode="meeting",
            trigger=evidence(doc, "Dahl met"),
            evidence=(evidence(doc, "Dahl met Reyle’s adviser Jon Marek for about three hours"),),
            sources=("XNO",),
            targets=("XSU",),
            duration_mention=evidence(doc, "for about three hours"),
            rule="meet/active",
        ),
        Event(
            id="e:trip",
            type=EventType.CONSULT,
            mode="visit",
            status=Status.POSTPONED,
            trigger=evidence(doc, "postponed"),
            evidence=(evidence(doc, "a trip planned for February had been postponed"),),
            sources=("XNO",),
            targets=("XSU",),
            rule="visit/postponed",
        ),
        Event(
            id="e:refused",
            type=EventType.REJECT,
            mode="call",
            status=Status.REFUSED,
            trigger=evidence(doc, "refused"),
            evidence=(evidence(doc, "Sudmark has refused calls on the military line since January"),),
            sources=("XSU",),
            targets=("XNO",),
            statement="s:line",
            rule="refuse/calls",
        ),
    )
    tail = doc.text.index("See also")
    garbled = doc.text.index("who stood beside him")
    findings = (
        Finding(
            kind=FindingKind.FURNITURE,
            detail="links and a comment form",
            start=tail,
            end=len(doc.text.rstrip()),
        ),
        Finding(
            kind=FindingKind.GARBLED,
            detail="“him” has nobody to point at: words may be missing",
            start=garbled,
            end=garbled + len("who stood beside him"),
        ),
        Finding(kind=FindingKind.UNRESOLVED_DATE, detail="“February” has no year"),
    )
    actors = tuple(
        Actor(
            id=actor,
            name=name,
            kind=ActorKind.PERSON,
            country=country,
            offices=offices,
            roles=("GOV",),
            basis="introduced by the text",
            mentions=tuple(mention(doc, exact) for exact in mentions),
        )
        for actor, name, country, offices, mentions in ACTORS
    )
    return Record(document=doc, findings=findings, actors=actors, statements=statements, events=events)


def readout_record():
    doc = document(READOUT, "readout.txt", title=READOUT[0][1], publisher="Presidency of Sudmark")
    statement = Statement(
        id="s:ours",
        kind=Manner.MIXED,
        content=(evidence(doc, "“the islands are ours, and no visit will alter that”"),),
        speaker_mention=mention(doc, "The President", MentionKind.TITLE),
        speaker_basis=MentionKind.TITLE,
        speaker_country="XSU",
        cue=evidence(doc, "said"),
        rule="indirect/ccomp",
    )
    event = Event(
        id="e:received",
        type=EventType.CONSULT,
        mode="meeting",
        trigger=evidence(doc, "received"),
        evidence=(evidence(doc, "President Reyle received Foreign Minister Dahl on 12 May 2031"),),
        rule="receive/active",
    )
    return Record(document=doc, statements=(statement,), events=(event,))


def part(kind, text):
    return Part(kind=kind, text=text)


def label(text):
    return part(PartKind.LABEL, text)


def field(text):
    return part(PartKind.FIELD, text)


def quote(text):
    return part(PartKind.QUOTE, text)


def paraphrase(text):
    return part(PartKind.PARAPHRASE, text)


def passages_of(article, readout):
    exact = (
        (
            article,
            "Norland’s Foreign Minister Elin Dahl met President Tomas Reyle of Sudmark in Port Ostra on Monday",
        ),
        (article, "both governments had confirmed only hours before"),
        (article, "Dahl met Reyle’s adviser Jon Marek for about three hours"),
        (
            article,
            "a trip planned for February had been postponed after a balloon came down over Norland’s coast",
        ),
        (article, ARTICLE[4][1]),
        (readout, "The two sides agreed to carry forward consultations on fisheries."),
        (article, "Sudmark has refused calls on the military line since January"),
        (article, "We have not changed our view of the Strait, and we will not be hurried,"),
        (article, "Sudmark “had promised not to close the northern passage”"),
        (readout, "“the islands are ours, and no visit will alter that”"),
        (article, "“a real conversation, candid where it had to be”"),
        (article, "“the coldest in my time”"),
        (article, "who stood beside him"),
        (readout, "President Reyle received Foreign Minister Dahl on 12 May 2031"),
    )
    for number, (doc, words) in enumerate(exact, 1):
        yield Passage(
            number=number, **dict(zip(("doc_id", "start", "end", "exact"), place(doc, words), strict=True))
        )


def sections_of():
    met = (
        Line(
            parts=(field("Tomas Reyle, Monday 12 May"), label(", confirmed only shortly before")),
            citations=(1, 2, 14),
            records=("e:met", "e:received"),
        ),
        Line(
            parts=(field("Jon Marek"), label(","), field("about three hours")),
            citations=(3,),
            records=("e:marek",),
        ),
        Line(
            parts=(label("A trip"), paraphrase("planned for February"), label("was postponed")),
            citations=(4,),
            records=("e:trip",),
        ),
    )
    settled = Line(
        parts=(label("Both sides"), quote("agreed to carry forward consultations on fisheries")),
        said_by="Sudmark’s foreign ministry",
        via="a statement",
        note="not in the words of Norland quoted here",
        citations=(5, 6),
        records=("s:islands",),
    )
    open_line = Line(
        parts=(label("Military line:"), paraphrase("Sudmark has refused calls since January")),
        said_by="a senior Norland official, unnamed",
        citations=(7,),
        records=("s:line", "e:refused"),
    )
    strait = (
        Line(
            parts=(quote("“We have not changed our view of the Strait, and we will not be hurried”"),),
            country="XNO",
            said_by="Elin Dahl",
            citations=(8,),
            records=("s:strait",),
        ),
        Line(
            parts=(paraphrase("Sudmark"), quote("had promised not to close the northern passage")),
            country="XNO",
            said_by="Elin Dahl",
            note="a promise of Sudmark, reported by Norland only; no sign against it reported",
            citations=(9,),
            records=("s:passage",),
        ),
        Line(
            parts=(quote("There is no room for compromise on the islands."),),
            country="XSU",
            said_by="Sudmark’s foreign ministry",
            citations=(5,),
            records=("s:islands",),
        ),
        Line(
            parts=(quote("the islands are ours, and no visit will alter that"),),
            country="XSU",
            said_by="Tomas Reyle",
            via="the Presidency of Sudmark",
            citations=(10,),
            records=("s:ours",),
        ),
    )
    tone = (
        Line(
            parts=(quote("a real conversation, candid where it had to be"),),
            country="XNO",
            said_by="a senior Norland official, unnamed",
            note="candid: often read as open disagreement (press; contested)",
            citations=(11,),
            records=("s:tone",),
        ),
        Line(
            parts=(label("relations"), quote("the coldest in my time")),
            country="XSU",
            said_by="Jon Marek",
            citations=(12,),
            records=("s:cold",),
        ),
    )
    care = (
        Line(parts=(label("“February” has no year; nothing in the text gives one."),)),
        Line(parts=(label("“him” points at nobody: words may be missing"),), citations=(13,)),
        Line(parts=(label("Three lines at the end are page furniture and were not read."),)),
    )
    yield Section(kind=SectionKind.MET, title="Met", lines=met)
    yield Section(kind=SectionKind.SETTLED, title="Settled", lines=(settled,))
    yield Section(kind=SectionKind.NOT_SETTLED, title="Not settled", lines=(open_line,))
    yield Section(kind=SectionKind.ISSUE, title="The Strait and the islands", lines=strait, left_out=2)
    yield Section(kind=SectionKind.TONE, title="Tone", lines=tone)
    yield Section(kind=SectionKind.TAKE_CARE, title="Take care", lines=care)


@pytest.fixture(scope="session")
def records():
    return article_record(), readout_record()


@pytest.fixture(scope="session")
def brief(records):
    docs = [record.document for record in records]
    return Brief(
        title="Elin Dahl in Sudmark",
        countries=("XNO", "XSU"),
        date="2031-05-11/2031-05-12",
        sources=tuple(
            Source(
                doc_id=doc.id, uri=doc.uri, title=doc.title, publisher=doc.publisher, published=doc.published
            )
            for doc in docs
        ),
        statements=sum(len(record.statements) for record in records),
        events=sum(len(record.events) for record in records),
        findings=sum(len(record.findings) for record in records),
        sections=tuple(sections_of()),
        passages=tuple(passages_of(*docs)),
    )


@pytest.fixture(scope="session")
def browser():
    """A Chromium; where none is installed the test is skipped, but fails on a build server."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no Chromium is installed")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # only where there is a browser to drive

    quiet = ["no-sandbox", "disable-gpu", "no-first-run", "disable-background-networking"]
    quiet += ["disable-component-update", "disable-sync"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[f"--{flag}" for flag in quiet])
        yield chromium
        chromium.close()
