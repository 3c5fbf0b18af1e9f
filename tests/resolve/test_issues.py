import pytest

from onrecord.lexicon.issues import load_issues
from onrecord.resolve.issues import issue_matcher, issues_of, settled_issues, signs_in

ISSUES = load_issues()
MATCHER = issue_matcher(ISSUES)


@pytest.mark.parametrize("issue", ISSUES, ids=lambda issue: issue.slug)
def test_example_is_about_its_issue(issue):
    assert issues_of(issue.example, None, MATCHER) == (issue.slug,)


def test_slugs_are_sorted_and_terms_stand_once():
    slugs = [issue.slug for issue in ISSUES]
    assert slugs == sorted(slugs)
    for issue in ISSUES:
        terms = (*issue.terms, *issue.hints, *issue.fallbacks)
        assert len(terms) == len(set(terms)), issue.slug


@pytest.mark.parametrize(
    ("text", "context", "issues"),
    [
        ("advanced AI systems", None, ("artificial-intelligence",)),
        ("he said aye", None, ()),
        ("tariffs and fentanyl", None, ("tariffs", "fentanyl")),
        ("fentanyl and tariffs", None, ("fentanyl", "tariffs")),
        ("the war in Ukraine", None, ("ukraine-war",)),
        ("help for Ukraine", None, ("ukraine-war",)),
        ("the embassy in Kyiv", None, ("diplomatic-representation",)),
        ("Israel should come", None, ("israel-palestinians",)),
        ("Israel and Saudi Arabia fly", None, ("middle-east",)),
        ("a good conversation", None, ("bilateral-relations",)),
        ("a good conversation about visas", None, ("visas",)),
        ("our bilateral relations and visas", None, ("bilateral-relations", "visas")),
        ("nothing has changed", "Taiwan", ("taiwan",)),
        ("the pipeline is open", "Taiwan", ("energy",)),
        ("nothing has changed", "Other matters", ()),
        ("", None, ()),
        ("they traded barbs", None, ()),
        ("they traded beef", None, ("trade",)),
        ("a climate of fear", None, ()),
        ("a climate of fear and climate change", None, ("climate",)),
        ("leaving space for dialogue", None, ("bilateral-relations",)),
        ("a space station", None, ("space",)),
        ("a nuclear family", None, ()),
        ("a nuclear test", None, ("nuclear-weapons",)),
        ("welcomed with open arms", None, ()),
        ("arms to the rebels", None, ("military-cooperation",)),
        ("the plan was sanctioned by law", None, ()),
        ("the bank was sanctioned", None, ("sanctions",)),
        ("she paid with a Visa card", None, ()),
        ("she has no visa", None, ("visas",)),
        ("a charm offensive", None, ()),
        ("an offensive on the town", None, ("armed-conflict",)),
        ("a blue-chip company", None, ()),
        ("advanced chips", None, ("export-controls",)),
        ("a hunger strike", None, ()),
        ("relief from sanctions", None, ("sanctions",)),
        ("the troops have left", None, ("armed-conflict",)),
        ("foreign troops at the air base", None, ("military-cooperation",)),
        ("terrorist infrastructure", None, ("terrorism",)),
        ("infrastructure", None, ("economy",)),
        ("infrastructure and visas", None, ("visas",)),
        ("the largest economies", None, ()),
        ("uranium", None, ("nuclear-weapons",)),
        ("a border incident with soldiers", None, ("border-dispute",)),
        ("artillery on the border", None, ("armed-conflict", "border-dispute")),
        ("an ambassador", None, ("diplomatic-representation",)),
        ("the ambassador spoke of beef", None, ("trade",)),
        ("a crackdown on spies", None, ("espionage",)),
        ("a crackdown on dissent", None, ("human-rights",)),
        ("boats", None, ("maritime-security",)),
        ("post-war cooperation", None, ("bilateral-relations",)),
        ("the two countries", None, ("bilateral-relations",)),
        ("tariffs between the two countries", None, ("tariffs",)),
        ("a ceasefire deal", None, ("armed-conflict",)),
        ("a trade deal", None, ("trade",)),
        ("a heart attack", None, ()),
        ("the disputed islands near the Scarborough Shoal", None, ("south-china-sea",)),
        ("the disputed waters", None, ("border-dispute",)),
        ("the waters", None, ("maritime-security",)),
        ("a reduction of emissions", None, ("climate",)),
        ("the security environment", None, ("regional-security",)),
        ("the environment ministers", None, ("climate",)),
        ("a ban on Muslims entering the country", None, ("migration",)),
        ("a ban on exports of gallium", None, ("export-controls",)),
        ("to exercise restraint", None, ("armed-conflict",)),
        ("a naval exercise", None, ("military-cooperation",)),
        ("assistance", None, ("humanitarian-aid",)),
        ("consular assistance", None, ()),
        ("meddling in the midterm elections", None, ("elections-democracy",)),
        ("a smear campaign", None, ()),
        ("active duty", None, ()),
        ("customs duties", None, ("tariffs",)),
        ("an unsafe intercept", None, ("military-communications",)),
        ("a Telegram channel", None, ()),
        ("social media posts", None, ()),
    ],
)
def test_issues_of(text, context, issues):
    assert issues_of(text, context, MATCHER) == issues


def test_user_adds_an_issue(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[issues]]\nslug = "amber"\nlabel = "Amber"\nterms = ["amber road"]\nexample = "the amber road"\n',
        encoding="utf-8",
    )
    matcher = issue_matcher(load_issues([own]))
    assert issues_of("trade on the Amber Road", None, matcher) == ("trade", "amber")


@pytest.mark.parametrize(
    ("text", "around", "issues"),
    [
        ("a ceasefire", ("israel-palestinians",), ("israel-palestinians",)),
        ("a ceasefire", ("trade",), ("armed-conflict",)),
        (
            "a ceasefire in Yemen and war crimes",
            ("ukraine-war",),
            ("middle-east", "armed-conflict"),
        ),  # a term settles it
        ("the talks", ("trade",), ()),
        ("the troops", ("military-cooperation",), ("military-cooperation",)),
        ("the fishermen", ("south-china-sea",), ("south-china-sea",)),
        ("fighter jets", ("armed-conflict",), ("armed-conflict",)),
        ("fighter jets", ("trade",), ("military-cooperation",)),
    ],
)
def test_a_hint_is_of_the_conflict_around_it(text, around, issues):
    assert settled_issues(signs_in(text, MATCHER), around) == issues


def test_every_issue_has_words_enough():
    assert [issue.slug for issue in ISSUES if len(issue.terms) < 10] == []
