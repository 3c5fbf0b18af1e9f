"""The words that the views read by: each table has what its readers rely on."""

from onrecord.lexicon.channels import WordRole, load_channel_words
from onrecord.lexicon.encounters import EncounterKind, load_copulas, load_encounters
from onrecord.lexicon.plain_cues import load_plain_cues
from onrecord.lexicon.undertakings import UndertakingKind, load_undertakings


def test_a_line_has_a_family_and_a_status_word_a_status():
    words = load_channel_words()
    families = {word.family for word in words if word.role is WordRole.NOUN}
    for word in words:
        assert word.status if word.role is WordRole.STATUS else word.family, word.word
        assert word.family in {*families, ""}, word.word
        assert word.source, word.word


def test_every_kind_of_encounter_has_a_word():
    assert {encounter.kind for encounter in load_encounters()} == set(EncounterKind)
    assert all(encounter.source for encounter in load_encounters())


def test_undertakings_bind_to_do_and_not_to_do():
    assert {undertaking.kind for undertaking in load_undertakings()} == set(UndertakingKind)
    assert all(undertaking.source for undertaking in load_undertakings())


def test_a_telling_cue_is_not_plain():
    forms = {form for plain in load_plain_cues() for form in plain.forms}
    assert {"said", "told", "added", "according to"} <= forms
    assert forms.isdisjoint({"warned", "stressed", "reaffirmed", "agreed", "called for"})


def test_copulas_have_forms():
    assert all(copula.forms for copula in load_copulas())


def test_a_user_adds_words(tmp_path):
    mine = tmp_path / "mine.toml"
    mine.write_text('[[encounters]]\nword = "powwow"\nkind = "talks"\n', encoding="utf-8")
    assert {one.word for one in load_encounters([mine])} - {one.word for one in load_encounters()} == {"powwow"}
