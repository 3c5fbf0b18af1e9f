"""Quotation marks as found in the wild."""

import pytest

from onrecord.annotate.quotes import mark_quotes, quote_of


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He said “yes and no” twice.", ["“yes and no”"]),
        ('"We agreed," he said. "It is good."', ['"We agreed,"', '"It is good."']),
        ("''We agreed,'' he said", ["''We agreed,''"]),
        ("He said «oui» and left.", ["«oui»"]),
        ("„Ja,” sagte he.", ["„Ja,”"]),
        ("”Turned round,“ he said", ["”Turned round,“"]),
        ('“Mixed," he said', ['“Mixed,"']),
        ("“A “nested” one,” he said", ["“A “nested” one,”"]),
        ("“We oppose ‘separatism’ and war.”", ["“We oppose ‘separatism’ and war.”"]),
        ("Norland: 'We will not yield' to pressure", ["'We will not yield'"]),
        ("Officials' concerns about 'a new war' in the states' capitals.", ["'a new war'"]),
        ('The board is 5\'10" long and the sign said "no".', ['"no"']),
        ("The '90s and the government's plans", []),
        ("Work in progress. ” Then “we” said", ["“we”"]),
        ("He said “never closed.", ["“never closed."]),
        ("„Wir bleiben“, said Orlen.", ["„Wir bleiben“"]),
        ("»We stay here«, said Orlen.", ["»We stay here«"]),
        ("‹We stay here,› said Orlen.", ["‹We stay here,›"]),
        ("‚We stay here,‘ said Orlen.", ["‚We stay here,‘"]),
        ("「We stay,」 said Orlen. 『We go,』 he added.", ["「We stay,」", "『We go,』"]),
        ("``We stay,'' said Orlen. ``We go,'' he added.", ["``We stay,''", "``We go,''"]),
        ("'We want \"peace\" and we don't want war,' he said", ["'We want \"peace\" and we don't want war,'"]),
        ("“We”—Orlen said—“go home now.”", ["“We”", "“go home now.”"]),
        ("“We go home now.”[1] Orlen left.", ["“We go home now.”"]),
        ("The workers' union and the '60s were \"hard\" for the states' sides.", ['"hard"']),
        ("A `tick and another ` here", []),
    ],
)
def test_marks_pair(nlp, text, quotations):
    doc = nlp(text)
    mark_quotes(doc, [0])
    assert [span.text for span in doc.spans["quotes"]] == quotations


def paragraphs(nlp, *texts):
    from spacy.tokens import Doc

    docs = [nlp(text) for text in texts]
    starts = [sum(len(doc) for doc in docs[:number]) for number in range(len(docs))]
    joined = Doc.from_docs(docs)
    mark_quotes(joined, starts)
    return [(span.text, span.label_) for span in joined.spans["quotes"]]


def test_a_quotation_over_paragraphs_opens_each_and_closes_once(nlp):
    found = paragraphs(nlp, "“First we met.", "“Then we spoke.”", "They left.")
    assert found == [("“First we met.", "continues"), ("“Then we spoke.”", "closed")]


def test_an_unclosed_mark_spoils_only_its_paragraph(nlp):
    found = paragraphs(nlp, "He said “we met.", "They left.", "She said “good.”")
    assert found == [("“we met.", "unclosed"), ("“good.”", "closed")]


def test_a_quotation_that_a_later_paragraph_closes_holds_those_between(nlp):
    found = paragraphs(nlp, "“We met.", "We spoke.", "We left,” said Orlen.", "“Good.”")
    assert found == [
        ("“We met.", "continues"),
        ("We spoke.", "continues"),
        ("We left,”", "closed"),
        ("“Good.”", "closed"),
    ]


def test_not_where_another_mark_stands_between(nlp):
    found = paragraphs(nlp, "“We met.", "He said “no” twice.", "We left,” said Orlen.")
    assert found == [("“We met.", "unclosed"), ("“no”", "closed")]


def test_each_token_knows_its_quotation(nlp):
    doc = nlp("He said “yes” and “no”.")
    mark_quotes(doc, [0])
    assert [number for number in quote_of(doc) if number >= 0] == [0, 0, 0, 1, 1, 1]
