"""Whether a text is in another language than the one that is read."""

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from onrecord.lexicon.furniture import load_small_words
from onrecord.model import Block, Finding, FindingKind

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

READ = "en"  # the language that the pipeline reads, ISO 639-1
SMALL_SHARE = 0.25  # share of small English words from which a text is English; a third of news is such words
ENOUGH = 200  # letters and blanks; shorter texts are too often taken for a wrong language
LONGEST = 20_000  # characters; more does not make the judgement surer
SURE = 0.99  # probability as the classifier states it; news in English gets above this for English
FEWEST_LETTERS = 20  # letters of another script; a name in its own script beside the Latin one is shorter
MOST = 0.5  # share of a block's letters


def foreign_language(text: str, blocks: Sequence[Block]) -> Iterator[Finding]:
    """One finding for a text in another language; else one for each stretch of blocks in another script."""
    prose = "\n".join(text[block.start : block.end] for block in blocks)[:LONGEST]
    language = _language(prose)
    if language is not None and language != READ:
        yield Finding(kind=FindingKind.LANGUAGE, detail=f"the text is not in English but in {language!r} (ISO 639-1)")
        return
    for script, group in groupby(blocks, key=lambda block: _foreign_script(text[block.start : block.end])):
        if script is not None:
            stretch = list(group)
            detail = f"{script.lower().capitalize()} script"
            yield Finding(kind=FindingKind.LANGUAGE, detail=detail, start=stretch[0].start, end=stretch[-1].end)


def _language(prose: str) -> str | None:
    """The language of a text, ISO 639-1; None where the text is too short or the case not clear."""
    if _is_plainly_english(prose):
        return READ
    if sum(character.isalpha() or character == " " for character in prose) < ENOUGH:
        return None
    language, probability = _identifier().classify(prose)
    return str(language) if probability >= SURE else None


def _is_plainly_english(prose: str) -> bool:
    """Whether so many small words are English that no classifier need be asked."""
    words = prose.lower().split()
    return sum(map(load_small_words().__contains__, words)) >= max(1, SMALL_SHARE * len(words))


@functools.cache
def _identifier() -> "LanguageIdentifier":
    """The classifier; only a text that may be in another language waits for its model."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _foreign_script(words: str) -> str | None:
    """The script that most letters of a block are in, if it is not the Latin one."""
    if words.isascii():
        return None
    unusual = [character for character in words if character > "\x7f" and character.isalpha()]
    foreign = [script for script in map(_script, unusual) if script != "LATIN"]
    if len(foreign) < FEWEST_LETTERS or len(foreign) <= MOST * sum(map(str.isalpha, words)):
        return None
    return max(set(foreign), key=foreign.count)


@functools.lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """The first word of a letter's Unicode name, which is its script: "CYRILLIC", "CJK", "ARABIC"."""
    return unicodedata.name(letter, "UNNAMED").split()[0]
