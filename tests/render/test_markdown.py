from dataclasses import replace

import pytest

from onrecord.render.markdown import brief_markdown, escaped


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, words (here) – 1.5!", "plain, words (here) – 1.5!"),
        ("# no heading", r"\# no heading"),
        ("number # inside", "number # inside"),
        ("- no list", r"\- no list"),
        ("well-known", "well-known"),
        ("1. no list", r"1\. no list"),
        ("1.5 per cent", "1.5 per cent"),
        ("12) no list", r"12\) no list"),
        ("*no* _emphasis_ `code`", r"\*no\* \_emphasis\_ \`code\`"),
        ("[x](http://a.example)", r"\[x\](http\://a.example)"),
        ("![x](y)", r"!\[x\](y)"),
        ("www.a.example and HTTPS://b", r"www\.a.example and HTTPS\://b"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("&amp; stays", "&amp;amp; stays"),
        ("> no quote", "&gt; no quote"),
        ("a | b ~~c~~ $d$", r"a \| b \~\~c\~\~ \$d\$"),
        ("back\\slash", r"back\\slash"),
        ("first\n\n# second", "first # second"),
        ("    no code", "no code"),
        ("\x1b[31m", r"␛\[31m"),
        ("=== no underline", r"\=== no underline"),
    ],
)
def test_escaped(text, shown):
    assert escaped(text) == shown


def test_tells_all_of_the_brief(brief):
    text = brief_markdown(brief)
    assert text.startswith("# Elin Dahl in Sudmark\n\n11–12 May 2031 · XNO – XSU\n\n2 sources · 7 statements")
    promise = "Sudmark “had promised not to close the passage” — Elin Dahl [10]"
    assert f"\n- **XNO** {promise}\n" in text
    assert "\n  - not in the words of Norland quoted here\n" in text
    assert "\n*2 more not shown*\n" in text
    assert "<https://news.example/dahl>" in text


def test_every_line_ends_in_its_citations_and_every_passage_is_whole(brief):
    rows = brief_markdown(brief).splitlines()
    cited = [line for section in brief.sections for line in section.lines if line.citations]
    endings = ["".join(f"[{number}]" for number in line.citations) for line in cited]
    assert [ending for ending in endings if not any(row.endswith(f" {ending}") for row in rows)] == []
    for passage in brief.passages:
        [row] = [row for row in rows if row.startswith(f"- [{passage.number}] {passage.exact} (")]
        assert row.endswith(f"{passage.start}–{passage.end})")


def test_a_long_passage_is_not_shortened(brief):
    long = replace(brief.passages[0], exact="word " * 5000 + "end")
    assert "word " * 5000 + "end" in brief_markdown(replace(brief, passages=(long,)))


@pytest.mark.parametrize("uri", ["https://a.example/><script>", "javascript:alert(1)", "http://a.example/`x`"])
def test_only_a_plain_web_address_becomes_a_link(brief, uri):
    text = brief_markdown(replace(brief, sources=(replace(brief.sources[0], uri=uri),)))
    assert f"<{uri}" not in text
    assert "<script>" not in text
