"""A brief in the terminal: wraps to the console, coloured only where the console is."""

from collections.abc import Iterator

from rich.console import Console, OverflowMethod
from rich.text import Text

from onrecord.model.days import in_words
from onrecord.render import wording
from onrecord.views.brief import Brief, Line, PartKind, Section, Source

PASSAGE_LIMIT = 320  # characters: about four lines of 80 columns, enough to know a passage by
NARROWEST = 20  # columns that a text is given, however narrow the console

_STYLES = {PartKind.LABEL: "", PartKind.FIELD: "", PartKind.QUOTE: "bold", PartKind.PARAPHRASE: "italic"}


def print_brief(brief: Brief, console: Console) -> None:
    """Print the brief, its sources and the passages that it rests on; long passages lose their middle."""
    _print_masthead(brief, console)
    for section in brief.sections:
        _print_heading(section.title, console)
        _print_section(section, console)
    if brief.sources:
        _print_heading("Sources", console)
    for number, source in enumerate(brief.sources, 1):
        print_hanging(Text(f"  {number} ", style="cyan"), _source(source), console)
    if brief.passages:
        _print_heading("Passages", console)
    for lead, text in _passages(brief):
        print_hanging(lead, text, console)


def shortened(text: str, limit: int) -> str:
    """The text, or its two ends around "…" where it is longer; cut between words if it can be."""
    if len(text) <= limit:
        return text
    half = (limit - 3) // 2
    head, tail = text[:half], text[-half:]
    head = head.rsplit(" ", 1)[0] if " " in head else head
    tail = tail.split(" ", 1)[1] if " " in tail else tail
    return f"{head} … {tail}"


def _print_masthead(brief: Brief, console: Console) -> None:
    title = Text(wording.flat(brief.title), style="bold")
    if day := in_words(brief.date):
        title.append(f" · {day}", style="not bold")
    sides = Text(wording.sides(brief.countries), style="bold cyan")
    room = console.width - title.cell_len - sides.cell_len
    if sides:
        title.append(" " * room if room > 1 else "\n").append_text(sides)
    print_hanging(Text(), title, console)
    print_hanging(Text(), Text(wording.counts(brief), style="dim"), console)


def _print_heading(title: str, console: Console) -> None:
    console.print()
    print_hanging(Text(), Text(wording.flat(title).upper(), style="bold"), console)


def _print_section(section: Section, console: Console) -> None:
    """The side stands in the margin, once for the lines that follow each other."""
    margin = max((len(wording.flat(line.country)) + 1 for line in section.lines if line.country), default=0)
    before: str | None = None
    for line in section.lines:
        side = line.country if line.country and line.country != before else ""
        lead = Text("  ").append(wording.flat(side).ljust(margin), style="bold cyan").append("• ", style="dim")
        print_hanging(lead, _line(line), console)
        before = line.country
    if section.left_out:
        print_hanging(Text("  "), Text(wording.left_out(section.left_out), style="dim"), console)


def _line(line: Line) -> Text:
    text = Text()
    for part in wording.parts(line):
        text.append(part.text, style=_STYLES[part.kind])
    said = wording.attribution(line)
    ending = (wording.tag(line), f"— {said}" if said else "")
    text.append("".join(f" {words}" for words in ending if words))
    if line.citations:
        text.append(f" {wording.citations(line)}", style="cyan")
    if line.note:
        text.append(f"\n▸ {wording.flat(line.note)}", style="yellow")
    return text


def _source(source: Source) -> Text:
    named = filter(None, (source.title, source.publisher, in_words(source.published)))
    text = Text(wording.flat(" · ".join(named)))
    addresses = ", also ".join(map(wording.flat, (source.uri, *source.copies)))
    return text.append(f"{' · ' if text else ''}{addresses}", style="dim")


def _passages(brief: Brief) -> Iterator[tuple[Text, Text]]:
    width = max(len(str(passage.number)) for passage in brief.passages) + 2 if brief.passages else 0
    for passage in brief.passages:
        text = Text(shortened(wording.flat(passage.exact), PASSAGE_LIMIT))
        lead = Text(f"  {f'[{passage.number}]'.rjust(width)} ", style="cyan")
        yield lead, text.append(f" ({wording.place(passage, brief)})", style="dim")


def print_hanging(lead: Text, text: Text, console: Console, *, overflow: OverflowMethod = "fold") -> None:
    """Print the text after its lead, further rows indented by as much; no row ends in blanks.

    With "ignore" a word that is wider than the console stays whole, as an address must to be followed.
    """
    width = max(console.width - lead.cell_len, NARROWEST)
    for number, row in enumerate(text.wrap(console, width, overflow=overflow)):
        row.rstrip()
        start = lead if number == 0 else Text(" " * lead.cell_len)
        console.print(start + row, no_wrap=True, overflow="ignore", crop=False, highlight=False)
