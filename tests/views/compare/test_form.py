"""How an account is made."""

from onrecord.views.compare.form import differing_names


def test_length_and_order(both):
    ours, theirs = both.forms
    assert (ours.paragraphs, theirs.paragraphs) == (1, 3)
    assert theirs.words > ours.words > 40
    assert [one.issue for one in theirs.issues][:2] == ["tariffs", "border-dispute"]
    assert [one.place for one in theirs.issues] == list(range(1, len(theirs.issues) + 1))
    assert all(abs(sum(one.share for one in form.issues) - 1) < 0.01 for form in both.forms)


def test_people_and_titles(both):
    ours, theirs = both.forms
    assert (ours.first_named.name, theirs.first_named.name) == ("Ilse Brandt", "Mateo Rojas")
    assert ours.first_named.title == "President"


def test_who_asked_for_it(both):
    ours, theirs = both.forms
    assert (ours.initiative, [one.exact for one in theirs.initiative]) == ((), ["upon request"])


def test_mood_words_have_their_reading(laid):
    text = "President Ilse Brandt of Norway met President Mateo Rojas of Chile. The talks were candid and constructive."
    form = laid(text, "Nothing candidly new.").forms[0]
    assert [(one.name, one.status) for one in form.moods] == [("candid", "contested"), ("constructive", "practitioner")]
    assert all(one.meaning and one.source for one in form.moods)


def test_names_for_one_thing(laid):
    forms = laid("The ships lay off Kiev and Odessa.", "The envoy went to Kyiv.").forms
    assert differing_names(forms) == ("the capital of Ukraine",)
    assert [form.namings[0].name for form in forms] == ["Kiev", "Kyiv"]


def test_the_same_name_is_no_difference(laid):
    assert differing_names(laid("He went to Kyiv.", "She went to Kyiv too.").forms) == ()
