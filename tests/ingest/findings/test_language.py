import pytest

from onrecord.model import FindingKind

ENGLISH = (
    "The minister met her counterpart in the old town on Monday, and both sides agreed to carry on with "
    "their talks about the river, the border and the trade, which had been put off in the spring before."
)
FRENCH = (
    "La ministre a rencontré son homologue dans la vieille ville lundi, et les deux parties ont convenu de "
    "poursuivre leurs entretiens sur le fleuve et la frontière, qui avaient été reportés au printemps. "
    "Ils se retrouveront en automne sur l’île."
)
CYRILLIC = "Министры договорились встретиться осенью в старом городе."


@pytest.mark.parametrize(
    ("text", "found_in"),
    [
        (ENGLISH, []),
        ("Bonjour, madame la ministre.", []),
        (f"{FRENCH} The minister was the first to see it.", ["the text is not in English but in 'fr' (ISO 639-1)"]),
        (FRENCH, ["the text is not in English but in 'fr' (ISO 639-1)"]),
        (f"{ENGLISH}\n\n{CYRILLIC}\n\n{ENGLISH}", [CYRILLIC]),
        (f"{ENGLISH} She is called Ада.", []),
    ],
)
def test_language(found, text, found_in):
    assert found(text, FindingKind.LANGUAGE) == found_in
