"""Two accounts laid side by side: what stands where, and that every passage is its account's own."""

import pytest

from onrecord.views.compare.comparison import Ascribed, Verdict, WarningKind, Wording


def items(comparison):
    """Where each point stands, by issue."""
    return {(item.issue, item.told_by) for item in comparison.items}


def told(item, account):
    """The passages of an account, as words."""
    return [passage.exact for one in item.told if one.account == account for passage in one.passages]


def on(comparison, issue):
    """The one item on an issue."""
    (item,) = [item for item in comparison.items if item.issue == issue]
    return item


def test_points_stand_in_both_or_in_one(both):
    assert items(both) >= {
        ("tariffs", ("a", "b")),
        ("cyber", ("a", "b")),
        ("sanctions", ("a",)),
        ("border-dispute", ("b",)),
    }
    assert on(both, "cyber").wording is Wording.DIFFERS
    assert on(both, "cyber").attribution is None  # both have both say so
    assert [piece.words for piece in on(both, "cyber").differences if piece.change == "left-out"] == ["presidents"]


def test_what_one_has_the_other_say_comes_first(both):
    first, second, *_ = both.items
    assert [item.attribution.verdict for item in (first, second)] == [Verdict.NOT_FOUND, Verdict.NOT_FOUND]
    assert {word for item in both.attributed() for word in told(item, "b")} == {
        "Norway does not support the arms embargo",
        "Norway hopes to expand cooperation on hydrogen energy",
    }
    assert {item.attribution.how for item in both.attributed()} == {Ascribed.SPOKEN}
    assert {(item.attribution.by, item.attribution.to) for item in both.attributed()} == {("b", ("a",))}


def test_the_common_event_is_the_call(both):
    assert [(one.account, one.kind, one.date) for one in both.held] == [
        ("a", "call", "2031-05-12"),
        ("b", "call", "2031-05-12"),
    ]
    assert both.is_one_meeting is True
    assert both.warnings == ()


def test_every_passage_is_its_accounts_own(both):
    documents = {account.key: account.document for account in both.accounts}
    for item in both.items:
        assert item.told
        for one in item.told:
            assert one.passages
            assert {passage.doc_id for passage in (*one.passages, *one.more)} == {documents[one.account]}


HEAD = "President Ilse Brandt of Norway spoke today with President Mateo Rojas of Chile. "
BACK = "President Mateo Rojas of Chile spoke today with President Ilse Brandt of Norway. "
RAISED = HEAD + "President Brandt raised concern over tariffs."
RAISED_BACK = BACK + "President Rojas raised concern over tariffs."
OTHER = BACK + "President Rojas raised concern over ransomware."


@pytest.mark.parametrize(
    ("ours", "theirs", "verdict"),
    [
        (  # the other text has it in near words
            "President Rojas said that Chile would lift the tariffs on salmon before winter.",
            "President Rojas announced that Chile will lift its tariffs on salmon in autumn.",
            Verdict.CONFIRMED,
        ),
        (  # nearly the same words, denied
            "President Rojas said that Chile would lift the tariffs on salmon.",
            "President Rojas stressed that Chile would not lift the tariffs on salmon.",
            Verdict.CONTRADICTED,
        ),
        (  # the other text speaks of the issue, not of this
            "President Rojas said that Chile would lift the tariffs on salmon.",
            "President Rojas warned against new tariffs.",
            Verdict.NOT_FOUND,
        ),
        (  # the other text is silent: no denial
            "President Rojas said that Chile would lift the tariffs on salmon.",
            "President Rojas spoke of cyber security.",
            Verdict.NOT_FOUND,
        ),
    ],
)
def test_verdicts(laid, ours, theirs, verdict):
    (item,) = laid(HEAD + ours, BACK + theirs).attributed()
    assert (item.attribution.by, item.attribution.verdict) == ("a", verdict)
    assert bool(item.attribution.found) is (verdict is not Verdict.NOT_FOUND)


@pytest.mark.parametrize(
    ("ours", "how"),
    [
        ("President Rojas said that Chile would lift the tariffs.", Ascribed.SPOKEN),
        ("President Rojas thanked Norway for its aid after the earthquake.", Ascribed.SPOKEN),
        ("The two presidents agreed to lift the tariffs.", Ascribed.JOINT),
        ("President Brandt welcomed Chile's commitment to lift the tariffs.", Ascribed.IMPLIED),
        ("President Brandt welcomed the remarks of President Rojas on tariffs.", Ascribed.IMPLIED),
        ("The two presidents discussed tariffs.", None),  # only talked of
        ("President Brandt said that Norway would lift the tariffs.", None),  # its own words
        ("President Brandt welcomed Norway's commitment to lift the tariffs.", None),  # its own undertaking
        ("President Brandt condemned Chile's tariffs.", None),  # neither words nor an undertaking
    ],
)
def test_how_words_are_put_into_the_others_mouth(laid, ours, how):
    found = {item.attribution.how for item in laid(HEAD + ours, OTHER).attributed()}
    assert found == ({how} if how else set())


def test_words_of_a_third_party_are_nobodys_for_the_other_side(laid):
    ours = HEAD + "President Brandt recalled that Peru had said it would lift the tariffs."
    assert all(item.attribution.how is not Ascribed.SPOKEN for item in laid(ours, BACK + "They met.").attributed())


@pytest.mark.parametrize(
    ("ours", "issue"),
    [
        ("The two presidents agreed to keep channels of communication open.", "bilateral-relations"),
        (
            "The two presidents agreed to keep the channels of communication between their armed forces open.",
            "military-communications",
        ),
    ],
)
def test_contact_is_of_armed_forces_where_the_words_say_so(laid, ours, issue):
    assert issue in {item.issue for item in laid(HEAD + ours, OTHER).items}


def test_contact_between_heads_of_armed_forces_is_theirs(laid):
    ours = "Defense Minister Ilse Brandt of Norway spoke with Defense Minister Mateo Rojas of Chile. "
    back = "Defense Minister Mateo Rojas of Chile spoke with Defense Minister Ilse Brandt of Norway. "
    (item,) = laid(
        ours + "They agreed to further discussions.", back + "Minister Rojas said that fish is dear."
    ).attributed()
    assert item.issue == "military-communications"


def test_who_has_no_name_in_one_text_may_be_anybody(laid):
    theirs = (
        "President Mateo Rojas of Chile met with the Norwegian president in Oslo. Rojas raised concern over tariffs."
    )
    kinds = {warning.kind for warning in laid(RAISED.replace("spoke today", "met"), theirs).warnings}
    assert WarningKind.OTHER_PEOPLE not in kinds


def test_one_speech_is_one_item(laid):
    theirs = BACK + "President Brandt said that Norway hopes for talks on tariffs. Norway will study tariffs on salmon."
    (item,) = laid(HEAD + "President Brandt spoke of cyber security.", theirs).attributed()
    assert len(told(item, "b")) == 2


def test_three_accounts(laid):
    third = RAISED
    comparison = laid(
        RAISED,
        BACK + "President Brandt said that Norway would drop its tariffs.",
        third,
    )
    assert [account.key for account in comparison.accounts] == ["a", "b", "c"]
    (item,) = comparison.attributed()
    assert item.attribution.to == ("a", "c")
    assert [account.side_name for account in comparison.accounts] == ["Norway (a)", "Chile", "Norway (c)"]


def test_the_same_text_twice(laid):
    text = HEAD + "President Brandt raised concern over tariffs. President Rojas said that tariffs protect workers."
    comparison = laid(text, text)
    assert [warning.kind for warning in comparison.warnings] == [WarningKind.SAME_TEXT]
    assert {item.wording for item in comparison.items} == {Wording.SAME}
    assert comparison.attributed() == ()


def test_a_joint_statement_is_no_account_of_one_side(laid):
    joint = "Joint Statement of Norway and Chile\n\nNorway and Chile agreed to drop tariffs. Both sides stressed trade."
    ours = RAISED
    comparison = laid(joint, ours)
    assert WarningKind.JOINT_TEXT in {warning.kind for warning in comparison.warnings}
    twice = laid(joint, joint)
    assert [warning.kind for warning in twice.warnings] == [WarningKind.SAME_TEXT]


@pytest.mark.parametrize(
    ("texts", "kinds"),
    [
        (
            ["x", "Take two eggs and stir."],
            {WarningKind.UNKNOWN_SIDE, WarningKind.NO_STATEMENTS, WarningKind.NO_MEETING},
        ),
        (  # one line against many
            [HEAD, BACK + "President Rojas stressed that tariffs protect workers in the north. " * 12],
            {WarningKind.NO_STATEMENTS, WarningKind.UNEQUAL},
        ),
        (  # other people
            [
                RAISED,
                "Prime Minister Jonas Lindqvist of Sweden met Prime Minister Aino Salmi of Finland. "
                "Prime Minister Lindqvist raised concern over fisheries.",
            ],
            {WarningKind.OTHER_PEOPLE, WarningKind.OTHER_KIND},
        ),
        (  # another day
            [
                "3 May 2031\n\n" + RAISED,
                "On 20 May 2031, President Mateo Rojas of Chile spoke with President Ilse Brandt of Norway. "
                "President Rojas raised concern over tariffs.",
            ],
            {WarningKind.OTHER_DAY},
        ),
        (  # accounts of one side
            [RAISED, HEAD + "President Brandt raised concern over cyber security."],
            {WarningKind.SAME_SIDE},
        ),
        (  # another language
            [
                RAISED,
                "Le président du Chili, Mateo Rojas, s'est entretenu au téléphone avec la présidente de la Norvège, "
                "Ilse Brandt, le 12 mai 2031. Ils ont évoqué les droits de douane et la pêche dans les deux pays. "
                "Les deux présidents sont convenus de poursuivre leur dialogue dans les semaines à venir.",
            ],
            {WarningKind.OTHER_LANGUAGE, WarningKind.NO_MEETING, WarningKind.UNKNOWN_SIDE},
        ),
        ([RAISED, RAISED_BACK], set()),
    ],
)
def test_warnings(laid, texts, kinds):
    comparison = laid(*texts)
    assert {warning.kind for warning in comparison.warnings} == kinds
    assert all(warning.text and "\n" not in warning.text for warning in comparison.warnings)


def test_of_another_language_numbers_can_be_compared(laid):
    french = (
        "Les deux présidents se sont entretenus le 12 mai 2031 au sujet de 40 navires et de la pêche en mer. "
        "Ils sont convenus de poursuivre leur dialogue dans les semaines à venir avec leurs équipes."
    )
    comparison = laid(HEAD + "President Brandt raised concern over 40 ships on 12 May 2031.", french)
    ours, theirs = ([number.exact for number in form.numbers] for form in comparison.forms)
    assert {"12", "40", "2031"} <= set(ours) & set(theirs)
    assert {item.told_by for item in comparison.items} == {("a",)}
