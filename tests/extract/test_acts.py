"""What a speaker does by saying it, by the grammar of the content, with near misses beside each hit."""

import pytest

ACTS = {
    "warn": [
        "Macron said that a new embargo would have consequences.",
        "Scholz said that the dispute could lead to war.",
        "Macron said the plan would put trade at risk.",
        "Macron said that France would never allow the strait to be closed.",
        'The general said: "If they cross the river, we will strike back."',
        "Lavrov said that Russia would respond to new missiles.",
        "Wang Yi said the attempt was doomed to failure.",
        "Macron said that a blockade would be an act of war.",
        "Lavrov said that any raid will face a swift response.",
        "Scholz said that Germany would not permit the sale if the talks failed.",
    ],
    "accuse": [
        "Macron said that the charge was absurd.",
        "Kishida said that Iran was unwilling to compromise.",
        "Lavrov said that the vote was a farce.",
        "Wang Yi said that the ministers had stirred up trouble.",
        'Blinken said: "Iran has repeatedly violated the agreement."',
        "Zakharova said that the decision was a blatant provocation.",
        "Lavrov said that the West was blackmailing its neighbours.",
        "The envoy called the vote a violation of the treaty.",
        "Lavrov said that Russia strongly condemned the attack.",
        "Lavrov said that Washington never kept its promises.",
        'Rubio said: "They have not honoured the treaty."',
        "Zakharova said that Britain was dodging the question.",
    ],
    "deny": [
        "Lavrov said that Russia had nothing to do with the fire.",
        "Araghchi said that the drill was purely defensive.",
        "Araghchi said that Iran had never sought nuclear weapons.",
        'The ministry said: "It is not a provocation."',
        "Rubio said the United States had no intention of leaving.",
        "Modi rejected accusations that India had spied on the embassy.",
        "The spokesman said the reports were baseless.",
        "Lavrov said that Russia will not attack its neighbours.",
        "Varga said that there was no meeting with the envoy.",
        "Lavrov said that Russia had never ordered the raid.",
        "Varga said that the captain was innocent.",
    ],
    "decline": [
        "Macron said that he disagreed with the plan.",
        "Putin dismissed calls for a ceasefire.",
        "Modi rejected a proposal to hold talks in Paris.",
        'Zelenskyy said: "We will not negotiate under fire."',
        "The ministry refused to comment.",
    ],
    "demand": [
        "Macron insisted that Iran stop the drill.",
        "Kishida said that China should withdraw its ships.",
        "Blinken said it was important for Israel to protect civilians.",
        "Lavrov said the sanctions must be lifted.",
        'Guterres said: "You have to stop this."',
        "Guterres said that it was time to lift the blockade.",
    ],
    "propose": [
        "Wang Yi said that the parties should show restraint.",
        "Wang Yi said that both sides should show restraint.",
        "Xi Jinping said that China and Japan should respect each other.",
        'Albares said: "We need to work together."',
        "Fidan said that Turkey was ready to host talks.",
        "Kishida conveyed Japan's interest in a new partnership.",
        "Xi Jinping said it is necessary to maintain communication.",
        "Wang Yi said that the two sides could discuss a fishing treaty.",
        "Araghchi said that Iran was open to talks.",
    ],
    "ask": [
        'Guterres said: "I count on the council to act."',
        "Jaishankar said India hopes that China will withdraw its troops.",
        "Wong expressed the hope that the United States would join the pact.",
    ],
    "promise": [
        "Costa said that Portugal would send more aid.",
        "Scholz conveyed Germany's readiness to send engineers.",
        "Sunak said that Britain was determined to help.",
        'Meloni said: "We will open a new embassy."',
        "Macron said that France would send engineers if the dam broke.",
    ],
    "praise": [
        "Macron said that the mediators deserved credit.",
        'Trump said: "India is a great country."',
        'The envoy said: "We thank our hosts for their patience."',
        "Kuleba expressed gratitude to Poland for its help.",
        "Modi said that India deeply appreciated the gesture.",
        "Varga said that the envoy should be commended.",
        'Varga said: "He is a gifted diplomat."',
    ],
    "welcome": [
        'Carney said: "We look forward to the visit."',
        "Guterres said the agreement was a step in the right direction.",
        "Sullivan said he was pleased to be in Hanoi.",
    ],
    "regret": [
        "Macron said that the trial was a cause for concern.",
        "Scholz said he was shocked by the fire.",
        "Macron said France was deeply worried by the violence.",
        'Scholz said: "This is a tragedy."',
        "Blinken raised concerns about the trial.",
    ],
    "reaffirm": [
        "Wang Yi said that China stands by its position.",
        "Austin said the United States stands with Ukraine.",
        "Wang Yi underscored China's support for Pakistan.",
        "Nehammer said that the position of Austria had not changed.",
        "Wang Yi said that China will continue to support the peace process.",
        "Wang Yi said that China only recognizes the old border.",
    ],
    "assert": [
        "Macron insisted that Iran stopped the drill.",
        "Varga said that the council would meet without the press.",
        "Macron said that the ship carried wheat and steel.",
        "Varga said that the river was low.",
        "Macron said that the strait was closed.",  # nobody will or will not allow it
        "Lavrov said that Russia had responded to the letter.",  # past
        "Blinken said that illegal trade was falling.",  # not said of anybody
        "Scholz said that Germany must save energy.",  # his own side
        "Wang Yi said that dialogue is important.",  # for nobody to do anything
        "Wong expressed the hope that trade would grow.",  # asks nobody
        "Kishida said that Japan paid great attention to the talks.",  # nobody is called great
        "Guterres said that the bridge would open in May.",  # a thing
        "Blinken discussed concerns about the trial.",  # only a topic
        "Lavrov said that the ship could sink.",
        "The two presidents agreed that the river was low.",  # no deed
        "Macron said that the new bridge would be a help.",  # no ill
        "Macron said that the treaty ended the war.",  # it happened
        "Varga said that the envoy did not keep a diary.",  # no duty
        "Varga said that there was no snow.",
        "Varga said that the ferry could meet the train.",  # not both sides
        "Macron said that France would have sent engineers if the dam had broken.",  # it did not
        'Varga said: "Look at the river."',  # asks for a hearing
    ],
}


@pytest.mark.parametrize(("act", "text"), [(act, text) for act, texts in ACTS.items() for text in texts])
def test_act(reading, act, text):
    assert reading(text).statements[0].act == act


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Blinken praised Vietnam. He said that Washington should be patient.", "assert"),  # his own side
        ("Blinken praised Vietnam. He said that Hanoi should be patient.", "demand"),
    ],
)
def test_a_pronoun_speaks_for_the_last_speakers_state(reading, text, act):
    assert reading(text).statements[-1].act == act


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Varga said that the river was low.", "none"),
        ("Varga said that the dam may break.", "possible"),
        ("Varga said that it was possible to rebuild the dam.", "possible"),
        ("Varga said that the dam will break.", "expected"),
        ("Varga said that the dam was likely to break.", "expected"),
        ("Varga expects the dam to break.", "expected"),
        ("Varga said that the dam must be rebuilt.", "necessary"),
        ("Varga said that the builders had to leave.", "necessary"),
        ("Varga said that the builders had a boat.", "none"),
        ("Varga urged the builders to leave.", "necessary"),
        ("Varga called for a new dam.", "necessary"),
        ('Varga said: "We will rebuild the dam."', "intended"),
        ("Varga promised to rebuild the dam.", "intended"),
        ("Macron said that France was ready to rebuild the dam.", "intended"),
        ("Varga hoped that the dam would hold.", "desired"),
        ("Varga asked the builders to stay.", "desired"),
        ("Varga said that the dam would break if the river rose.", "conditional"),
        ("Varga said that the dam broke when the river rose.", "none"),
    ],
)
def test_modality(reading, text, modality):
    [found] = reading(text).statements
    assert found.modality == modality


@pytest.mark.parametrize(
    ("text", "attitude"),
    [
        ("Varga believes that the dam is safe.", "belief"),
        ("Varga wants to leave.", "intent"),
        ("Varga fears that the dam will break.", "feeling"),
        ("India supports a ceasefire.", "stance"),
        ("In the eyes of Varga, the dam was safe.", "belief"),
        ("Varga said that the dam was safe.", None),
        ("Varga expressed the fear that the dam would break.", None),  # said
    ],
)
def test_attitude(reading, text, attitude):
    [found] = reading(text).statements
    assert found.attitude == attitude


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Varga did not say that the dam was safe.", True),
        ("Varga has never promised to leave.", True),
        ("Varga no longer insists that the dam is safe.", True),
        ("Nobody said that the dam was safe.", True),
        ("Neither side said that the dam was safe.", True),
        ("Varga left without saying that the dam was safe.", True),
        ("Varga stopped short of saying that the dam was safe.", True),
        ("Varga neither confirmed nor denied that the dam was safe.", True),
        ("Varga did not want to say that the dam was safe.", True),
        ("Both sides said that the dam was safe.", False),
        ("Varga left, saying that the dam was safe.", False),
        ("Varga said that the dam was not safe.", False),
        ("Varga denied that the dam was safe.", False),
        ("Varga stopped and said that the dam was safe.", False),
    ],
)
def test_negation(reading, text, negated):
    assert reading(text).statements[-1].negated is negated
