import pytest

from onrecord.lexicon.phrases import PhraseStatus, glosses, load_phrases

PHRASES = load_phrases()


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.name)
def test_example_shows_its_phrase(phrase):
    assert phrase.name in {found.name for found, _, _ in glosses(phrase.example, PHRASES)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They held candid talks.", ["candid"]),
        ("He is a candidate.", []),
        ("a full and frank exchange of views", ["full exchange of views"]),
        ("a full and frank conversation", ["full and frank"]),
        ("Serious talks were held.", ["serious talks"]),
        ("A serious accident was avoided.", []),
        ("She summoned the ambassador.", ["summoned the ambassador"]),
        ("She summoned the courage to speak.", []),
        ("frank, in-depth and constructive", ["frank", "in-depth", "constructive"]),
        ("Frankfurt hosts the talks.", []),
    ],
)
def test_glosses(text, names):
    assert [phrase.name for phrase, _, _ in glosses(text, PHRASES)] == names


def test_gloss_points_at_its_words():
    [(phrase, start, end)] = glosses("The exchange was CANDID.", PHRASES)
    assert ("The exchange was CANDID."[start:end], phrase.status) == ("CANDID", PhraseStatus.CONTESTED)


def test_user_replaces_a_reading(tmp_path):
    own = tmp_path / "own.toml"
    own.write_text(
        '[[phrases]]\nname = "candid"\nforms = ["candid"]\nkind = "mood"\nmeaning = "went well"\n'
        'status = "practitioner"\nsource = "our desk"\nexample = "candid talks"\n',
        encoding="utf-8",
    )
    phrases = load_phrases([own])
    [(phrase, _, _)] = glosses("candid talks", phrases)
    assert phrase.meaning == "went well"
    assert len(phrases) == len(PHRASES)
