"""Where dates and lengths of time stand in a sentence."""

import pytest
import spacy

from onrecord.annotate.columns import mark_columns
from onrecord.annotate.dates import mark_dates


@pytest.fixture(scope="module")
def tokenizer():
    return spacy.blank("en")


@pytest.mark.parametrize(
    ("text", "dates", "durations"),
    [
        ("They met for about three hours Monday.", ["Monday"], ["about three hours"]),
        ("They talked for more than five hours.", [], ["more than five hours"]),
        ("On 24 January, 2025 he spoke.", ["24 January, 2025"], []),
        ("On Monday, June 19, 2023, she left.", ["Monday, June 19, 2023"], []),
        ("He went from 11 to 13 October 2023.", ["11 to 13 October 2023"], []),
        ("On June 18-19 and 12–14 May.", ["June 18-19", "12–14 May"], []),
        ("The first visit since 2018.", ["2018"], []),
        ("Issued 2023-06-19 in Oslo.", ["2023-06-19"], []),
        ("It came early last month or later this year.", ["early last month", "later this year"], []),
        ("In June last year and last June.", ["June last year", "last June"], []),
        ("Sent three weeks ago, on the 24th of January.", ["three weeks ago", "24th of January"], []),
        ("In March they left.", ["March"], []),
        ("A week-long tour and a three-day visit.", [], ["week-long", "three-day"]),
        ("Talks of two and a half hours.", [], ["two and a half hours"]),
        ("Sunday morning and last night.", ["Sunday morning", "last night"], []),
        ("Early 2023 or the end of last year.", ["Early 2023", "end of last year"], []),
        ("In the first quarter of 2023, then in Q3 2024.", ["first quarter of 2023", "Q3 2024"], []),
        ("From Monday to Wednesday; Monday last week.", ["Monday to Wednesday", "Monday last week"], []),
        ("The day before yesterday and the 1990s.", ["The day before yesterday", "the 1990s"], []),
        ("Built in the 1980s, and again in early-2024.", ["the 1980s", "early-2024"], []),
        ("The next day; two days later; over the weekend.", ["The next day", "two days later", "weekend"], []),
        ("From 2014 to 2016 and in May and June.", ["2014 to 2016", "May and June"], []),
        ("During Eid al-Fitr in fiscal year 2024.", ["Eid al-Fitr", "fiscal year 2024"], []),
        # near misses
        ("The first half was better than the second quarter.", [], []),
        ("The following officials left on the same terms.", [], []),
        ("More than three hours later it ended before lunch.", [], ["More than three hours"]),
        ("They may march on; the sun sat low.", [], []),
        ("May I ask?", [], []),
        ("He sent 2018 tonnes and 300 men.", [], []),
        ("The last minister of this state.", [], []),
    ],
)
def test_dates_and_durations(tokenizer, text, dates, durations):
    doc = tokenizer(text)
    mark_columns(doc)
    mark_dates(doc)
    assert [span.text for span in doc.spans["dates"]] == dates
    assert [span.text for span in doc.spans["durations"]] == durations
