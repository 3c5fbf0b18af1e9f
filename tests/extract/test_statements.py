"""Each form of attribution, with its hits marked and its near misses."""

import pytest

CLAUSES = [
    "[speaker Varga] [cue said] that [content the talks would resume].",
    "[speaker Varga] [cue said] [content the talks would resume].",
    "[content The talks would resume], [speaker Varga] [cue said].",
    "[content The talks would resume], [cue said] [speaker Varga].",
    "[content The talks], [speaker Varga] [cue said], [content would resume in May].",
    "[speaker Varga] [cue has not said] that [content the talks would resume].",
    "[speaker The minister] [cue pointed out] that [content the talks had failed].",
    "[speaker The minister] [cue told] [addressee reporters] that [content the talks had failed].",
    "[speaker The minister] [cue made clear] that [content the talks had failed].",
    "[speaker Varga], who lives in Geneva, [cue argued] that [content the border was closed].",
    "It [cue was announced] that [content the talks would resume].",
    "[speaker The ministry] [cue confirmed] on Monday that [content the border was open].",
    "[speaker Varga] [cue said] [content the deal was dead, although the other side had signed it].",
    "Orlen smiled because it paid off: [speaker Varga] [cue said] [content the border was closed].",
    "[speaker I] would like [cue to note] that [content trade has grown].",
    "The ministry closed the border. [speaker It] [cue said] that [content the river was low].",
    "[speaker Varga] [cue is confident] that [content the talks will resume].",
    "[speaker Minister Anna Varga] in a statement [cue said] [content the border was closed].",
    "[speaker Officials in Belm] [cue said] [content the border was closed].",
    "This is how [speaker Varga] [cue argued] that [content the border was closed].",
    "[speaker One of the advisers] [cue told] [addressee reporters] that [content the talks had failed].",
    "As [speaker Varga] [cue noted], [content the border was closed].",
    "[content The sanctions], [cue said] [speaker Varga], [content were a mistake].",
    "[speaker Varga] [cue hopes] that [content the talks will resume].",
    "[speaker The ministry] issued a statement to reporters [cue saying] that [content talks would resume].",
    "Brandt met [speaker a group of officials] [cue saying] that [content the talks will resume].",
    "[speaker I] sent a letter to Russia’s Foreign Minister Anton Orlen [cue proposing] that [content we meet soon].",
    "Brandt came to Norway, [speaker Lind] [cue saying] that [content the talks will resume].",
    "[speaker Orlen] [cue expressed the hope] that [content the sides would narrow their differences, reach a deal].",
    "[addressee Brandt] [cue was told] by [speaker Orlen] that [content the border was closed].",
    "[speaker Varga] [cue told] [addressee Orlen] that [content Belm “supported all efforts”] – the first time.",
    "[speaker Advisers] are quick [cue to point out] that [content the talks had failed].",
    "[speaker The minister] [cue made it clear] that [content the talks had failed].",
    "[speaker Brandt] [cue is adamant] that [content the border is closed].",
    "[speaker The minister] [cue says] in a statement that [content the talks will be held in Belm].",
    "[content Exports fell], [speaker Varga] [cue says], and [content they will fall again].",
    "[content After the court closed the border], [speaker Varga] [cue said], [content most firms left].",
    "[speaker Varga] [cue says], [content rain or shine, she is staying in Belm].",
    "Some firms stayed; [speaker others] [cue say] [content they are leaving].",
    "[speaker The envoy] [cue asked] [addressee the minister] [content if he would come to the talks].",
    "[content Brandt thinks the border is closed], [speaker a minister] [cue said] on Monday.",
    "The port handled less ([content about a fifth of what it once did], [speaker Varga] [cue said]) and closed.",
]
OTHER_COMPLEMENTS = [
    "[speaker Varga] [cue urged] [addressee the government] [content to open the border].",
    "[speaker Varga] [cue called on] the government [content to open the border].",
    "[speaker The government] [cue promised] [content to open the border].",
    "[speaker The government] [cue refused] [content to open the border].",
    "[speaker Varga] [cue stressed] [content the importance of trade].",
    "[speaker Varga] [cue expressed] [content serious concern over the border].",
    "[speaker Varga] [cue called for] [content an end to the war].",
    "[speaker The ministers] [cue discussed] [content trade and the border].",
    "[speaker Varga] [cue described] [content the talks] as [content candid].",
    "[speaker Varga] [cue raised] [content the issue of the border].",
    "[speaker Varga] [cue warned against] [content a new war].",
    "[speaker The minister] [cue condemned] [content the attack on the embassy].",
    "[speaker The ministers] [cue affirmed] [content their commitment to strengthen trade].",
    "[speaker The Secretary] [cue reaffirmed] [content the United States’ commitment to peace].",
    "[speaker Brandt] [cue reaffirmed] [content the Norwegian side's openness to the resumption of dialogue].",
    "[speaker Brandt] [cue explained] [content the plan] to reporters.",
    "[speaker The government] [cue is deeply concerned about] [content the attack on the embassy].",
    "[speaker We] [cue are grateful to Belm for] [content its help].",
    "[speaker The two] [cue discussed] [content the importance of peace].",
    "[speaker The minister] [cue informed his colleague about] [content the border].",
    "[speaker The Secretary] [cue encouraged] [content continued dialogue].",
    "[speaker Varga] [cue wants] [content to discuss trade with Orlen].",
    "[speaker Ministers] [cue were alarmed by] [content reports of new arrests].",
    "[speaker The government] [cue is deeply concerned by] [content the arrests].",
    "The fleet was hit in what [speaker a source] [cue called] [content an accident].",
    "The visit, which [speaker the ministry] [cue slammed] as [content “gross interference”], ended on Monday.",
    "The fleet [cue was reported] [content to have left Belm].",
    "[speaker Varga] [cue advocated] [content a halt in favor of talks with Belm].",
    "[speaker Varga] [cue conveyed Belm's belief] that [content the talks would go on].",
    "[speaker China] [cue attaches great importance to] [content its ties with Belm].",
    "[speaker The two sides] [cue stand ready] [content to resume talks].",
    "[speaker Varga] [cue is committed to] [content resuming the talks].",
    "[speaker Varga] [cue has made solemn commitments] on [content abiding by the treaty].",
    "[speaker Residents] [cue angered by] [content the plan] marched to the harbour.",
    "[speaker The group] [cue is calling for] [content the envoys to be excluded].",
    "[speaker Belm] [cue expressed] [content “deep concern” for the people of the town].",
    "[speaker The ministry] [cue warned others against] [content deals with the firm] and [content using its ships].",
    "[speaker Most of the delegates] [cue called for] [content a new vote].",
    "[speaker Some of the delegates] [cue questioned] [content the need for a vote].",
    "[speaker Brandt] [cue is critical of] [content the deal].",
    "[speaker US] [cue orders] [addressee China] [content to shut its consulate in Belm].",
    "[speaker Varga] [cue likened] [content the deal] to [content a gift].",
    "[speaker Varga] [cue ruled out] [content a deal with Belm].",
    "[speaker The minister] [cue put forward] [content a plan for the border].",
    "[speaker Varga] [cue called] [content the remarks on trade a “new low”].",
    "[speaker Varga] [cue called] [content it “wrong” that the border is closed].",
    "[speaker Norland] [cue branded] [content Belm an “outlaw nation in the region”].",
    "[speaker Varga] [cue appealed to] [addressee Belm] [content to open the border].",
    "[speaker The minister] [cue unveiled] [content a plan for the border].",
]
TWO_REPORTS = [
    ("Brandt called it shameful and urged reform.", ["called", "urged"], ["Brandt", "Brandt"]),
    ("Brandt said it takes time but added that the talks will resume.", ["said", "added"], ["Brandt", "Brandt"]),
    ("Varga said the border was closed, and Orlen said the river was low.", ["said", "said"], ["Varga", "Orlen"]),
    (
        "Varga said the deal was dead, while critics argued that it grew.",
        ["said", "argued"],
        ["Varga", "critics"],
    ),
    ("Varga says it has a right to the river and accuses Belm of theft.", ["says", "accuses Belm of"], ["Varga", "it"]),
    (
        "Varga stressed the need for trade, and Orlen condemned the attack.",
        ["stressed", "condemned"],
        ["Varga", "Orlen"],
    ),
    (
        "Both sides praised the deal, with Varga stressing trade.",
        ["praised", "stressing"],
        ["Both sides", "Varga"],
    ),
    ("As Varga announced the plan, Orlen said the border was closed.", ["announced", "said"], ["Varga", "Orlen"]),
]
WITHIN_A_REPORT = [
    "Varga said the minister had met Orlen and urged him to leave.",
    "Varga said the deal was dead because Orlen argues that trade will grow.",
    "Varga said Belm opposes the border.",
]
NOUNS_AND_PHRASES = [
    "[speaker Varga] [cue expressed the hope] that [content the talks would resume].",
    "[speaker Varga] [cue made an impassioned call] for [content peace] on Wednesday.",
    "[speaker Varga]'s [cue claim] that [content the border was closed] made news.",
    "[cue According to] [speaker the ministry], [content the border was closed].",
    "[content The border was closed], [cue according to] [speaker a senior official].",
    "Ties have reached [content “a low point,”] [cue in the words of] [speaker a senior official].",
    "[content Exports], [cue according to] [speaker the ministry], [content fell in May].",
    "[content The border was closed], [cue according to] [speaker NordNews].",
    "[speaker The presidents] [cue expressed the view] that, [content considering the war, the talks must go on].",
    "[speaker The minister]'s [cue criticism] of [content the border deal] made news.",
    "[speaker Orlen] [cue made no mention] of [content the border] on Monday.",
    "[content Exports fell and imports rose], [cue according to] [speaker the ministry].",
]
QUOTED = [
    "[content “The talks will resume,”] [speaker Varga] [cue said].",
    "[content “The talks will resume,”] [cue said] [speaker Varga], a diplomat.",
    '[content "The talks will resume,"] [speaker he] [cue said].',
    "[content ''The talks will resume,''] [speaker he] [cue said].",
    "[content “The talks will resume. They must,”] [speaker Varga] [cue said].",
    "[speaker Varga] [cue said] [content the talks were “frank and deep”].",
    "[speaker Varga] [cue wrote], [content “The border is closed for good,”] and shared a picture of it.",
    "Varga left the port - [content “It is a fine port,”] [speaker she] [cue said] - and went home.",
    "[content Those who “talk of peace,”] [speaker Varga] [cue said], [content want war].",
    "On the radio's “New Day,” [speaker Varga] [cue said] that [content the border was closed].",
    "[speaker Varga] [cue told] [addressee reporters] [content it was “a new day”].",
    '[speaker The message] [cue reads], in part:[content "Trade is growing. It needs peace."]',
    "Orlen left. [content “This is a new day,”] [speaker Varga] [cue wrote].",
    "[speaker VARGA][cue :] [content Well, we will see what the talks bring].",
    "[speaker Varga][cue :] [content “We will see.”]",
    "[content “We want peace and we want it now.”] [cue —] [speaker Anna Varga]",
]
NEAR_MISSES = [
    "The border was closed on Monday.",
    "Say what you will, the border was closed.",
    "You could say that the border was closed.",
    "The army raised a flag over the town.",
    "The plan to address the challenges came late.",
    "The so-called “border of peace” was closed on Monday.",
    "The regime finds itself moving closer to war.",
    "Everybody needs to know that the border is closed.",
    "The changes give us hope that the border will open.",
    "The tower is ready for visitors.",
    "It is confident work.",
    "The two made a call on Monday.",
    "The bridge serves programs supporting health.",
    "Those who support the war left.",
    "She was lost in the eyes of the storm.",
    "The “border of peace” — Belm's pride — was closed.",
    "Trains ran according to plan.",
    "Asked about the ships, Varga left the hall.",
    "Those who are alarmed by noise left.",
    "The deal made by the firm was dead.",
    "If Belm refuses to pay, the talks end.",
    "Mr President, thank you for the invitation.",
    "The ministers gave a statement to the press.",
    "The plan is aimed to help the town.",
    "A play called “Brokers” opened in Arden.",
    "The minister addressed the delegates.",
    "Orlen made the return of the bank a promise of hers.",
    "The crowd gathered by the river to call the horses home.",
    "Thank you for your help.",
    "Norway exports grain to Belm.",
    "The ministry's criticism made news.",
    "The minister shared your comments on the border.",
    "The bus stops at three towns: Arden, Belm and Corrin.",
    "Exports fell compared to last year.",
    "The leaders have pointed out the way.",
    "Belm has not shown its plan, with the port in ruins.",
    "The minister unveiled a statue of the poet.",
    "The ferry called in Belm on Monday, a town on the river.",
    "The pilot stood by the gate.",
]


def spans_of(spans):
    return {label: sorted(found) for label, found in spans.items()}


@pytest.mark.parametrize("marked", [*CLAUSES, *OTHER_COMPLEMENTS, *NOUNS_AND_PHRASES, *QUOTED])
def test_hit(reading, unmark, told, marked):
    text, expected = unmark(marked)
    [found] = reading(text).statements
    labels = {"content", "cue", "speaker", *expected}
    assert {label: spans for label, spans in spans_of(told(found)).items() if label in labels} == spans_of(expected)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_miss(reading, text):
    assert reading(text).statements == ()


@pytest.mark.parametrize(("text", "cues", "speakers"), TWO_REPORTS)
def test_two_reports_in_one_sentence(reading, text, cues, speakers):
    found = reading(text).statements
    assert [(said.cue.exact, said.speaker_mention.exact) for said in found] == list(zip(cues, speakers, strict=True))


@pytest.mark.parametrize("text", WITHIN_A_REPORT)
def test_what_is_said_within_a_report_stays_in_it(reading, text):
    found, *nested = reading(text).statements
    assert (found.cue.exact, found.content[-1].end) == ("said", len(text) - 1)
    assert {inner.via_mention.exact for inner in nested} <= {"Varga"}
