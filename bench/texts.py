"""The texts that are measured: the examples, made-up articles and transcripts of any length, and an archive."""

import json
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from onrecord.model import Page

EXAMPLES = Path(__file__).parents[1] / "examples"
ARCHIVE = Path(__file__).parents[2] / "shared" / "archive" / "us_state_releases.jsonl"
PARAGRAPHS = 12  # of a made-up article; with two or three sentences in each it is as long as news articles are

STATES = ("Norway", "Chile", "Kenya", "Portugal", "Jordan", "Vietnam", "Canada", "Ghana", "Austria", "Peru")
NAMES = ("Ilse Brandt", "Tomas Ferreira", "Amina Otieno", "Karim Haddad", "Linh Tran", "Ruth Mensah", "Paul Gagnon")
OFFICES = ("Foreign Minister", "Defence Minister", "Prime Minister", "President", "Deputy Foreign Minister")
TOPICS = (
    "the fishing dispute", "the border crossing", "grain exports", "the prisoner exchange", "the water treaty",
    "climate finance", "the naval exercise", "the trade deal", "the consulate", "visa rules", "the ceasefire",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "last Friday", "12 May", "earlier this month")

NEWS = (
    "{office} {name} of {state} said on {day} that {topic} would be settled before the end of the year.",
    "“We have never been closer on {topic},” {last} told reporters after the meeting in the capital of {other}.",
    "{state} and {other} agreed on {day} to resume talks on {topic}, which had been suspended for two years.",
    "According to a senior official in {other}, the two sides remain divided over {topic} and much else besides.",
    "{last} called on {other} to withdraw its proposal, and warned that {state} would answer in kind.",
    "The ministry accused {other} of dragging its feet on {topic}, a charge that its ambassador has denied.",
    "The road to the north was still closed, and lorries stood in a line that reached back to the old customs house.",
    "Prices rose by about four per cent over the summer, the third increase since the harbour was rebuilt.",
    "“{topic} is not ours alone to decide,” she added, “but we shall not sign what our people would not accept.”",
    "{office} {name} will travel to {other} next week for a two-day visit, the first in nine years.",
    "He noted that {state} had sent medical aid and forty engineers after the flood, and thanked {other} for its help.",
    "Both sides stressed that lines of communication between their armed forces should be kept open.",
)
SPEECH = (
    "Thank you. I will be brief, because my colleague from {other} has already said most of what I wanted to say.",
    "What we asked for is simple: that {topic} be dealt with first, and that nobody be punished for raising it.",
    "I spoke with the minister of {other} on {day}, and I told him that we are ready to move as soon as they are.",
    "No, I do not think that {topic} stands in the way; it has been with us since long before I held this office.",
    "Our engineers have been there for three weeks, and the reports that I get from them are better than I feared.",
    "Let me say again that {state} will honour what it signed, and that we expect {other} to do the same.",
)


def examples() -> list[Page]:
    """The sample documents of the project that are running text."""
    files = sorted(file for file in EXAMPLES.iterdir() if file.suffix in (".txt", ".md", ".html"))
    return [Page(uri=file.name, content=file.read_bytes()) for file in files]


def articles(count: int) -> list[Page]:
    """Made-up news articles, always the same."""
    chance = random.Random(0)  # a fixed seed: every run measures one text
    return [_page(f"article-{number}", "\n\n".join(_paragraphs(chance))) for number in range(count)]


def transcript(words: int) -> Page:
    """A made-up transcript of a hearing of about so many words, in turns of one speaker after another."""
    chance = random.Random(0)
    turns: list[str] = []
    spoken = 0
    while spoken < words:
        sentences = " ".join(_sentence(SPEECH, chance) for _ in range(chance.randint(2, 7)))
        turns.append(f"{_last(chance.choice(NAMES)).upper()}: {sentences}")
        spoken += len(turns[-1].split())
    return _page(f"transcript-{words}", "\n\n".join(turns))


def archive(count: int) -> list[Page]:
    """The first real releases of the archive beside the project; none where it is not there."""
    if not ARCHIVE.is_file():
        return []
    with ARCHIVE.open(encoding="utf-8") as lines:
        releases = [json.loads(line) for line in islice(lines, count)]
    return [_page(release["url"], release["text"]) for release in releases if release["text"].strip()]


def sample(count: int) -> list[Page]:
    """So many real releases from all over the archive; none where it is not there."""
    every = archive(sys.maxsize)
    return every[:: max(1, len(every) // count)]


def _page(uri: str, text: str) -> Page:
    return Page(uri=uri, content=text.encode(), media_type="text/plain")


def _paragraphs(chance: random.Random) -> Iterator[str]:
    for _ in range(PARAGRAPHS):
        yield " ".join(_sentence(NEWS, chance) for _ in range(chance.randint(2, 3)))


def _sentence(forms: Sequence[str], chance: random.Random) -> str:
    state, other = chance.sample(STATES, 2)
    name = chance.choice(NAMES)
    made = chance.choice(forms).format(
        office=chance.choice(OFFICES),
        name=name,
        last=_last(name),
        state=state,
        other=other,
        topic=chance.choice(TOPICS),
        day=chance.choice(DAYS),
    )
    return made[0].upper() + made[1:]


def _last(name: str) -> str:
    return name.rpartition(" ")[2]
