import pytest

from onrecord.annotate.mentions import forget, groups, mention, mentions
from onrecord.annotate.phrases import noun_chunks
from onrecord.model import MentionKind

NAMED, TITLE, PRONOUN = MentionKind.NAMED, MentionKind.TITLE, MentionKind.PRONOUN
INSTITUTION, ANONYMOUS = MentionKind.INSTITUTION, MentionKind.ANONYMOUS


def of(read, text, words):
    doc = read(text)
    start = text.index(words)
    return mention(doc.char_span(start, start + len(words), alignment_mode="expand"))


@pytest.mark.parametrize(
    ("phrase", "country"),
    [
        ("Finns", "FIN"),
        ("Swedish Finns", "SWE"),
        ("ethnic Finns in northern Sweden", "SWE"),
        ("ethnic Finns", None),
        ("Finnish Americans", "USA"),
        ("Chechen fishermen", "RUS"),
        ("Tibetans", "CHN"),
        ("Greek Cypriots", "CYP"),
        ("ethnic Finnish fishermen", None),
        ("The Finns of Sweden", "SWE"),
        ("Finns in Sweden", "FIN"),  # travellers as likely as residents
        ("Finnish fishermen", "FIN"),
        ("anti-Finland fishermen", None),
    ],
)
def test_whose_a_people_is(read, phrase, country):
    assert of(read, f"{phrase} said that talks would resume.", phrase).country == country


@pytest.mark.parametrize(
    ("phrase", "kind", "name", "country", "office"),
    [
        ("Chinese Foreign Minister Wang Yi", NAMED, "Wang Yi", "CHN", "foreign minister"),
        ("China's top diplomat, Wang Yi,", NAMED, "Wang Yi", "CHN", "top diplomat"),
        ("Belgian Prime Minister Anna Kell", NAMED, "Anna Kell", "BEL", "prime minister"),
        ("Secretary Rubio", NAMED, "Rubio", None, "secretary"),
        ("The Chinese leader", TITLE, None, "CHN", "leader"),
        ("His US counterpart", TITLE, None, "USA", "counterpart"),
        ("The Secretary of State", TITLE, None, "USA", "secretary of state"),
        ("A senior US State Department official", ANONYMOUS, None, "USA", "official"),
        ("A Chinese Foreign Ministry spokesman", ANONYMOUS, None, "CHN", "spokesman"),
        ("A spokesman for the Danish government", ANONYMOUS, None, "DNK", "spokesman"),
        ("The Chinese statement", INSTITUTION, None, "CHN", "statement"),
        ("The White House", INSTITUTION, "White House", "USA", None),
        ("A local official in Nagasaki", ANONYMOUS, None, "JPN", "official"),
        ("He", PRONOUN, None, None, None),
    ],
)
def test_what_a_phrase_says(read, phrase, kind, name, country, office):
    found = of(read, f"{phrase} said that talks would resume.", phrase.rstrip(","))
    assert (found.kind, found.name, found.country, found.office) == (kind, name, country, office)
    assert not found.plural
    assert found.subject


@pytest.mark.parametrize(
    ("phrase", "kind", "country", "office"),
    [
        ("Both sides", INSTITUTION, None, "side"),
        ("The two presidents", TITLE, None, "presidents"),
        ("US officials", ANONYMOUS, "USA", "official"),
        ("U.S. and Chinese officials", ANONYMOUS, None, "official"),
        ("The presidents of Ukraine and the United States", TITLE, None, "presidents"),
        ("Wang Yi and Marco Rubio", NAMED, None, None),
        ("They", PRONOUN, None, None),
    ],
)
def test_what_a_plural_phrase_says(read, phrase, kind, country, office):
    found = of(read, f"{phrase} said that talks would resume.", phrase)
    assert (found.kind, found.country, found.office, found.plural) == (kind, country, office, True)


@pytest.mark.parametrize(
    ("phrase", "actor"),
    [
        ("China", "CHN"),
        ("Beijing", "CHN"),
        ("The Chinese side", "CHN"),
        ("The European Union", "EUU"),
        ("China's Ministry of Foreign Affairs", "chn.foreign-ministry"),
        ("The Danish government", "dnk.government"),
        ("The foreign ministry", None),
        ("The Nagasaki government", None),
        ("The side", None),
        ("US ally Canada", "CAN"),
    ],
)
def test_which_body_a_phrase_names(read, phrase, actor):
    found = of(read, f"{phrase} said that talks would resume.", phrase)
    assert (found.kind, found.actor) == (INSTITUTION, actor)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("President Xi's remarks came late.", "President Xi's remarks", "Xi"),
        ("President Xi's car came late.", "President Xi's car", None),
        ("A spokesman for President Xi came late.", "A spokesman for President Xi", None),
        ("The Biden administration came late.", "The Biden administration", "Biden administration"),
    ],
)
def test_whose_words_it_is(read, text, words, name):
    assert of(read, text, words).name == name


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("Wang Yi and Marco Rubio", ["Wang Yi", "Marco Rubio"]),
        ("the United States and its allies", ["the United States", "its allies"]),
        ("senior officials, including Marco Rubio", ["senior officials", "Marco Rubio"]),
        ("the foreign minister of Spain", ["the foreign minister of Spain"]),
        ("The Secretary and Foreign Minister Rubio", ["The Secretary", "Foreign Minister Rubio"]),
        ("former Secretary and Foreign Minister Rubio", ["former Secretary and Foreign Minister Rubio"]),
    ],
)
def test_parts_of_a_joined_phrase(read, phrase, parts):
    text = f"Yesterday {phrase} said that talks would resume."
    start = text.index(phrase)
    doc = read(text)
    assert [part.text for part in groups(doc.char_span(start, start + len(phrase)))] == parts


def test_the_parts_of_a_long_list_come_in_reading_order(read):
    states = ("the Republic of Chile", "the Commonwealth of Australia", "the Kingdom of Spain", "the State of Israel",
              "the Italian Republic", "Jamaica", "the Republic of Korea", "the Kingdom of Norway", "New Zealand",
              "the World Bank")  # fmt: skip
    doc = read(f"The letter was signed by {', '.join(states[:-1])}, and {states[-1]}.")
    phrase = doc.text.removeprefix("The letter was signed by ").removesuffix(".")
    start = doc.text.index(phrase)
    found = [part.start for part in groups(doc.char_span(start, start + len(phrase)))]
    assert len(found) > len(states) / 2
    assert found == sorted(found)


def test_mentions_come_in_reading_order_with_the_parts_of_joined_ones(read):
    text = "The ambassador met Wang Yi and Marco Rubio; he spoke to Swiss officials about the weather."
    assert [found.exact for found in mentions(read(text))] == [
        "The ambassador",
        "Wang Yi and Marco Rubio",
        "Wang Yi",
        "Marco Rubio",
        "he",
        "Swiss officials",
    ]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The kingdom's envoy left.", "The kingdom"),
        ("Wang Yi's envoy left.", "Wang Yi"),
        ("Its envoy left.", "Its"),
        ("The river's bed is dry.", None),
    ],
)
def test_who_owns_somebody_is_a_mention(read, text, owner):
    found = [one.exact for one in mentions(read(text)) if text.startswith(f"{one.exact}'s") or one.exact == "Its"]
    assert found == ([owner] if owner is not None else [])


def test_a_body_that_the_parse_puts_in_no_phrase_is_a_mention(read):
    text = (
        "The reasons were not clear, and China's Ministry of Foreign Affairs - while acknowledging the note - "
        "said it had not received it."
    )
    [found] = [one for one in mentions(read(text)) if one.actor == "chn.foreign-ministry"]
    assert found.exact == "China's Ministry of Foreign Affairs"


def test_an_apposition_belongs_to_its_name(read):
    [found] = [one for one in mentions(read("Ida Holm, head of the Danish central bank, left.")) if one.subject]
    assert (found.name, found.country, found.office) == ("Ida Holm", "DNK", "head")


def test_a_title_that_opens_the_text_follows_nothing(read):
    text = "Foreign Minister H E Dr Omar bin Saleh Al Haddad said that talks would go on."
    assert of(read, text, text.partition(" said")[0]).kind is NAMED


@pytest.mark.parametrize(
    "text",
    [
        "The envoys of Norland and their hosts, two ministers and a mayor, met in the old town hall.",
        "Who said so? Varga, the mayor, did: talks, calls, letters and all that.",
        "",
    ],
)
def test_noun_chunks_are_those_of_spacy(read, text):
    doc = read(text)
    theirs = [(chunk.start, chunk.end) for chunk in doc.noun_chunks]
    assert [(chunk.start, chunk.end) for chunk in noun_chunks(doc)] == theirs


def test_a_phrase_is_read_once_until_it_is_forgotten(read):
    doc = read("The Polish foreign minister left.")
    first = mention(doc[0:4])
    assert mention(doc[0:4]) is first
    forget(doc)
    assert mention(doc[0:4]) == first
    assert mention(doc[0:4]) is not first
