"""What people say of records: kept beside what was read, found by search, carried through re-reading."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import func, insert, select, update

from onrecord.errors import SettingsError, StoreError
from onrecord.model import Act, Correction, Matter, Status, Verdict
from onrecord.model.corrections import CORRECTED
from onrecord.store import checking, open_store
from onrecord.store.actors import actors_called, asked_for, one_called
from onrecord.store.correct import Teller, correct, merge, split, withdraw
from onrecord.store.found import found
from onrecord.store.restoring import restore
from onrecord.store.reviews import corrections, corrections_for, known_actors, made_up, mergers, open_numbers, row_of
from onrecord.store.saying import said
from onrecord.store.search import Filter, Owner, count, search
from onrecord.store.tables import correction, entry

TALKS = (
    "President Emmanuel Macron met President Vladimir Putin in Moscow on 5 May. "
    "Macron said France would help Ukraine. Putin said that Russia opposes the sanctions."
)
OTHER = "Chancellor Olaf Scholz said that Germany would not help. Olena Marsh said the grain was late."
ANN = Teller(by="ann", at="2031-06-01T10:00:00+00:00")
BOB = Teller(by="bob", at="2031-06-02T10:00:00+00:00", note="see the second line")
STATEMENTS = (Owner.STATEMENT,)


@pytest.fixture
def filled(store, keep, record_of):
    keep(record_of(TALKS), record_of(OTHER, uri="b.txt", published="2031-05-20"))
    return store


@pytest.fixture
def told(filled):
    """The statement or event of the texts whose words hold these."""
    records = list(filled.load(filled.current()))

    def told(words, kind="statements"):
        kept = [one for record in records for one in getattr(record, kind)]
        return next(one for one in kept if words in " ".join(passage.exact for passage in one.passages()))

    return told


@pytest.fixture
def say(filled):
    """Keeps what a person says of a record."""

    def say(id, values, teller=ANN):
        with filled.writing() as connection:
            return correct(connection, [id], values, teller)

    return say


@pytest.fixture
def ask(filled):
    """What a search finds: the words of statements."""

    def ask(text="", **facets):
        with filled.reading() as connection:
            asked = Filter(text=text, owners=STATEMENTS, facets={name: [value] for name, value in facets.items()})
            hits = found(connection, search(connection, asked, oldest_first=True).hits)
            assert count(connection, asked) == len(hits)
        return [one.kept.content[0].exact for one in hits]

    return ask


def holding(store, id):
    """A record as it is by what people say."""
    kept = [one for read in store.corrected(store.current()) for one in (*read.record.statements, *read.record.events)]
    return next((one for one in kept if one.id == id), None)


def test_a_correction_stands_beside_what_was_read(filled, told, say):
    before = list(filled.load(filled.current()))
    help_ = told("would help")
    say(help_.id, {Matter.SPEAKER: ("rus.putin-vladimir",), Matter.DATE: ("2031-05-03",), Matter.ACT: ("promise",)})
    assert list(filled.load(filled.current())) == before
    right = holding(filled, help_.id)
    assert (right.speakers, right.speaker_country, right.speaker_rule) == (("rus.putin-vladimir",), "RUS", CORRECTED)
    assert (right.date, right.date_basis, right.act) == ("2031-05-03", CORRECTED, Act.PROMISE)
    assert right.speaker_mention == help_.speaker_mention
    [read] = [one for one in filled.corrected(filled.current()) if help_.id in one.reviews]
    assert read.raw == before[0]
    assert read.reviews[help_.id].corrections[0].was == {"speaker": ("fra.macron-emmanuel",)}


def test_search_finds_what_is_right_now(filled, told, say, ask):
    help_ = told("would help")
    assert ask(speaker="rus.putin-vladimir") == ["Russia opposes the sanctions"]
    say(help_.id, {Matter.SPEAKER: ("rus.putin-vladimir",), Matter.ISSUE: ("sanctions", "trade")})
    assert ask(speaker="rus.putin-vladimir") == ["France would help Ukraine", "Russia opposes the sanctions"]
    assert ask("help", country="RUS", issue="trade", review="corrected") == ["France would help Ukraine"]
    assert ask(speaker="fra.macron-emmanuel") == []


def test_a_day_that_is_corrected_changes_the_order(filled, told, say, ask):
    assert ask("help") == ["France would help Ukraine", "Germany would not help"]
    say(told("would help").id, {Matter.DATE: ("2032-01",)})
    assert ask("help") == ["Germany would not help", "France would help Ukraine"]


def test_a_speaker_from_another_document_is_an_actor_of_this_one(filled, told, say):
    say(told("would help").id, {Matter.SPEAKER: ("deu.scholz-olaf",)})
    [read] = [one for one in filled.corrected(filled.current()) if one.reviews]
    assert [one.name for one in read.record.actors if one.id == "deu.scholz-olaf"] == ["Olaf Scholz"]
    with filled.reading() as connection:
        asked = Filter(owners=(Owner.DOCUMENT,), facets={"actor": ["deu.scholz-olaf"]})
        assert count(connection, asked) == 2


def test_what_is_rejected_is_found_only_where_that_is_asked_for(filled, told, say, ask):
    sanctions = told("opposes")
    say(sanctions.id, {Matter.VERDICT: (Verdict.REJECTED,)})
    assert holding(filled, sanctions.id) is None
    assert ask("sanctions") == []
    assert ask("sanctions", review="rejected") == ["Russia opposes the sanctions"]
    with filled.reading() as connection:
        assert said(connection, "Russia opposes the sanctions").exact == ()
    say(sanctions.id, {Matter.VERDICT: (Verdict.ACCEPTED,)}, BOB)
    assert ask("sanctions", review="accepted") == ["Russia opposes the sanctions"]


def test_nothing_refers_to_what_was_rejected(filled, told, say):
    for one in [one for record in filled.load(filled.current()) for one in record.statements]:
        say(one.id, {Matter.VERDICT: (Verdict.REJECTED,)})
    for read in filled.corrected(filled.current()):
        assert read.record.statements == ()
        assert all(one.statement is None for one in read.record.events)
        assert len(read.raw.statements) == len(read.whole.statements)


def test_an_event_has_a_status_and_no_speaker(filled, told, say):
    met = told("met", "events")
    say(met.id, {Matter.STATUS: ("planned",), Matter.ISSUE: ()})
    right = holding(filled, met.id)
    assert (right.status, right.issues, right.issues_basis) == (Status.PLANNED, (), None)
    with pytest.raises(SettingsError, match="of an event can be corrected: date, issue, status"):
        say(met.id, {Matter.SPEAKER: ()})


def test_the_latest_word_counts_and_all_stay(filled, told, say):
    id = told("would help").id
    say(id, {Matter.DATE: ("2031-05-01",)})
    [second] = say(id, {Matter.DATE: ("2031-05-02",)}, BOB)
    assert holding(filled, id).date == "2031-05-02"
    with filled.writing() as connection:
        withdraw(connection, second.number, ANN)
    assert holding(filled, id).date == "2031-05-01"
    with filled.reading() as connection:
        made = corrections(connection, id)
    assert [(one.value, one.by, one.note, one.withdrawn_by) for one in made] == [
        (("2031-05-01",), "ann", None, None),
        (("2031-05-02",), "bob", "see the second line", "ann"),
    ]
    with filled.writing() as connection, pytest.raises(SettingsError, match="was withdrawn already, by ann"):
        withdraw(connection, second.number, BOB)


def test_what_is_withdrawn_is_found_as_it_was_read(filled, told, say, ask):
    [made] = say(told("would help").id, {Matter.SPEAKER: ()})
    assert ask(speaker="fra.macron-emmanuel") == []
    with filled.writing() as connection:
        withdraw(connection, made.number, BOB)
    assert ask(speaker="fra.macron-emmanuel") == ["France would help Ukraine"]
    assert ask(review="corrected") == []


def test_no_entry_is_lost_and_none_is_twice(filled, told, say):
    with filled.reading() as connection:
        before = connection.execute(select(func.count(), func.max(entry.c.number))).one()
    for day in ("2031-01-01", "2032-01-01", "2031"):
        say(told("would help").id, {Matter.DATE: (day,)})
    with filled.reading() as connection:
        assert connection.execute(select(func.count(), func.max(entry.c.number))).one() == before
        assert len(search(connection, Filter(), limit=100).hits) == before[0]


def test_corrections_survive_when_the_same_text_is_read_again(filled, told, say, keep, record_of, ask):
    id = told("would help").id
    say(id, {Matter.SPEAKER: ("rus.putin-vladimir",)})
    say(told("opposes").id, {Matter.VERDICT: (Verdict.REJECTED,)})
    keep(record_of(TALKS))
    assert holding(filled, id).speakers == ("rus.putin-vladimir",)
    assert ask(speaker="rus.putin-vladimir") == ["France would help Ukraine"]


def test_a_text_at_another_address_has_the_same_corrections(filled, told, say, keep, record_of, ask):
    say(told("would help").id, {Matter.SPEAKER: ("rus.putin-vladimir",)})
    keep(record_of(TALKS, uri="copy.txt"))
    assert ask("help", speaker="rus.putin-vladimir") == ["France would help Ukraine"] * 2


def test_corrections_are_carried_to_the_same_words_in_a_changed_text(filled, told, say, keep, record_of, ask):
    old = told("would help").id
    say(old, {Matter.DATE: ("2031-05-02",)})
    say(told("met", "events").id, {Matter.STATUS: ("denied",)})
    keep(record_of(f"MOSCOW, 5 May. {TALKS}"))
    assert ask("help", review="corrected") == ["France would help Ukraine"]
    [read] = [one for one in filled.corrected(filled.current()) if one.reviews]
    carried = next(one for one in read.record.statements if one.date == "2031-05-02")
    assert carried.id != old
    assert [one.status for one in read.record.events if one.id in read.reviews] == [Status.DENIED]
    with filled.reading() as connection:
        assert open_numbers(connection) == set()
        assert [one.record for one in corrections(connection, carried.id)] == [old]


def test_a_correction_that_finds_no_record_is_open_until_one_comes_back(filled, told, say, keep, record_of):
    [made] = say(told("would help").id, {Matter.DATE: ("2031-05-02",)})
    keep(record_of(TALKS.replace("would help", "might help")))
    with filled.reading() as connection:
        assert [one.number for one in corrections(connection, is_open=True)] == [made.number]
    keep(record_of(f"Update. {TALKS}"))
    with filled.reading() as connection:
        assert open_numbers(connection) == set()


def test_words_that_come_twice_leave_it_open_which_is_meant(filled, told, say, keep, record_of):
    [made] = say(told("would help").id, {Matter.DATE: ("2031-05-02",)})
    keep(record_of(f"Macron said France would help Ukraine. {TALKS}"))
    with filled.reading() as connection:
        assert open_numbers(connection) == {made.number}


def test_what_was_accepted_holds_when_it_is_read_otherwise(filled, told, say, keep, record_of):
    say(told("would help").id, {Matter.VERDICT: (Verdict.ACCEPTED,)})
    keep(record_of(f"Update. {TALKS}", published="2031-08-08"))
    [read] = [one for one in filled.corrected(filled.current()) if one.reviews]
    [(id, review)] = read.reviews.items()
    assert review.values[Matter.SPEAKER] == ("fra.macron-emmanuel",)
    assert holding(filled, id).date == told("would help").date


def test_merged_actors_are_one_wherever_they_are_named(filled, ask):
    with filled.writing() as connection:
        made = merge(connection, "deu.scholz-olaf", one_called(connection, "Olena Marsh"), ANN)
    assert ask(speaker="deu.scholz-olaf") == ["Germany would not help", "the grain was late"]
    with filled.reading() as connection:
        assert actors_called(connection, "Olena Marsh") == ["deu.scholz-olaf"]
        assert asked_for(connection, "Olaf Scholz").names == {"Olaf Scholz", "Olena Marsh"}
        [(other, _)] = mergers(connection).items()
    [read] = [one for one in filled.corrected(filled.current()) if one.whole != one.raw]
    assert other not in [one.id for one in read.record.actors]
    assert "Olena Marsh" in next(one for one in read.record.actors if one.id == "deu.scholz-olaf").aliases
    with filled.writing() as connection:
        withdraw(connection, made.number, BOB)
    assert ask(speaker="deu.scholz-olaf") == ["Germany would not help"]
    assert ask(speaker=other) == ["the grain was late"]


def test_actors_are_not_merged_that_are_one_or_cannot_be(filled):
    with filled.writing() as connection:
        with pytest.raises(SettingsError, match="one actor already"):
            merge(connection, "deu.scholz-olaf", "deu.scholz-olaf", ANN)
        for into, other in (("FRA", "deu.scholz-olaf"), ("deu.scholz-olaf", "FRA"), ("FRA", "RUS")):
            with pytest.raises(SettingsError, match="a state is nobody else"):
                merge(connection, into, other, ANN)


def test_an_organisation_that_has_a_code_is_no_other_one_and_others_may_be_it(filled, keep, record_of, ask):
    keep(record_of("NATO said the talks were open. Olena Marsh said that the European Union would help.", uri="c.txt"))
    with filled.writing() as connection:
        with pytest.raises(SettingsError, match="European Union is nobody else"):
            merge(connection, "NATO", "EUU", ANN)
        merge(connection, "EUU", MARSH, ANN)
    assert ask(speaker="EUU") == ["the European Union would help", "the grain was late"]


def test_an_actor_is_split_in_the_records_that_are_named(filled, told, ask):
    grain = told("grain")
    with filled.writing() as connection:
        who = one_called(connection, "Olena Marsh")
        other = made_up("Olena Marsh (baker)", "named.olena-marsh-baker", known_actors(connection, [who])[who])
        split(connection, [grain.id], who, other, ANN)
        with pytest.raises(SettingsError, match="does not name"):
            split(connection, [told("would help").id], who, other, ANN)
    assert ask(speaker="named.olena-marsh-baker") == ["the grain was late"]
    assert ask(speaker=who) == []
    with filled.reading() as connection:
        assert asked_for(connection, "Olena Marsh (baker)").names == {"Olena Marsh (baker)"}
        [hit] = found(connection, search(connection, Filter(text="grain", owners=STATEMENTS)).hits)
    assert hit.names["named.olena-marsh-baker"] == "Olena Marsh (baker)"
    assert (hit.read, hit.kept.speakers) == (grain, ("named.olena-marsh-baker",))


@pytest.mark.parametrize("id", ["s:0000000000000000", "nonsense", ""])
def test_a_record_that_is_not_there(filled, say, id):
    with pytest.raises(SettingsError, match="the store has no statement or event"):
        say(id, {Matter.NOTE: ()})


def test_a_record_of_an_older_reading_is_not_corrected(filled, told, say, keep, record_of):
    keep(record_of("It rains."))
    with pytest.raises(SettingsError, match="is of an older reading"):
        say(told("would help").id, {Matter.NOTE: ()})


def test_a_note_changes_nothing(filled, told, say, ask):
    id = told("would help").id
    [made] = say(id, {Matter.NOTE: ()}, BOB)
    assert holding(filled, id) == told("would help")
    assert (made.note, ask(review="corrected")) == ("see the second line", [])


@pytest.mark.parametrize(
    ("owner", "matter", "value"),
    [
        ("statement", "verdict", ()),
        ("statement", "verdict", ("good",)),
        ("statement", "act", ("shout",)),
        ("statement", "status", ("planned",)),
        ("event", "speaker", ()),
        ("event", "date", ("12 May",)),
        ("event", "split", ("a", "b")),
        ("event", "merge", ("a", "b")),
        ("actor", "note", ()),
        ("page", "note", ()),
        ("statement", "issue", ("",)),
    ],
)
def test_a_correction_that_cannot_be(owner, matter, value):
    told = {"number": 1, "record": "r", "uri": None, "words": "", "by": "ann", "at": "2031-06-01T10:00:00+00:00"}
    with pytest.raises(ValueError, match="cannot be"):
        Correction(**told, owner=owner, matter=Matter(matter), value=value)


def test_a_correction_that_was_changed_into_none_is_told_as_damage(filled, told, say):
    say(told("would help").id, {Matter.DATE: ("2031-05-02",)})
    with filled.writing() as connection:
        connection.execute(update(correction).values(at="yesterday"))
    with pytest.raises(StoreError, match="is damaged"):
        list(filled.corrected(filled.current()))
    changed, damaged = map(str, checking.check(filled))
    assert changed.startswith("correction 1 (a.txt): was changed")
    assert "is damaged" in damaged


def test_corrections_are_put_into_another_store(filled, told, say, record_of, tmp_path):
    say(told("would help").id, {Matter.DATE: ("2031-05-02",)})
    with filled.writing() as connection:
        made = merge(connection, "deu.scholz-olaf", one_called(connection, "Olena Marsh"), ANN)
        withdraw(connection, made.number, BOB)
        say_all = corrections(connection)
    with open_store(tmp_path / "other.db") as other:
        for record in (record_of(f"Update. {TALKS}"), record_of(OTHER, uri="b.txt")):
            other.save(record, page="p", reader="test", at=datetime(2031, 6, 2, tzinfo=UTC))
        with other.writing() as connection:
            assert [restore(connection, say_all), restore(connection, say_all)] == [2, 0]
            assert corrections(connection) == say_all
            hits = search(connection, Filter(text="help", facets={"review": ["corrected"]})).hits
        assert [hit.day for hit in hits] == ["2031-05-02"]


def elsewhere(matter, value, record, *, owner="actor", at="2031-05-30T10:00:00+00:00", **said):
    """What a person said in another store."""
    told = {"number": 1, "uri": None, "words": record, "by": "eve", "at": at, **said}
    return Correction(**told, owner=owner, record=record, matter=Matter(matter), value=value)


@pytest.fixture
def bring(filled):
    """Puts corrections into the store that were made in another, each by itself, as the lines of a file come."""

    def bring(*made):
        with filled.writing() as connection:
            for one in made:
                assert restore(connection, [one]) == 1

    return bring


MARSH = "named.olena-marsh"
BACK, ON = "2031-05-30T10:00:00+00:00", "2031-07-01T12:00:00+02:00"  # before and after what ann says


@pytest.mark.parametrize("at", [BACK, ON])
def test_mergers_of_two_stores_that_lead_in_a_circle(filled, bring, ask, at):
    with filled.writing() as connection:
        merge(connection, "deu.scholz-olaf", MARSH, ANN)
    bring(elsewhere("merge", (MARSH, "Olena Marsh"), "deu.scholz-olaf", at=at))
    stays, goes = ("deu.scholz-olaf", MARSH) if at == ON else (MARSH, "deu.scholz-olaf")
    with filled.reading() as connection:
        assert mergers(connection) == {goes: stays}
        assert actors_called(connection, "Olaf Scholz") == actors_called(connection, "Olena Marsh") == [stays]
    assert ask(speaker=stays) == ["Germany would not help", "the grain was late"]
    assert list(checking.check(filled)) == []
    with filled.writing() as connection:  # what the one that is withdrawn kept from being heard is heard then
        withdraw(connection, 2 if at == BACK else 1, BOB)
    assert ask(speaker=goes) == ["Germany would not help", "the grain was late"]
    assert list(checking.check(filled)) == []


@pytest.mark.parametrize(("at", "who"), [(BACK, "deu.scholz-olaf"), (ON, "fra.macron-emmanuel")])
def test_an_actor_that_two_stores_merge_into_different_ones(filled, bring, ask, at, who):
    with filled.writing() as connection:
        merge(connection, "deu.scholz-olaf", MARSH, ANN)
    bring(elsewhere("merge", ("fra.macron-emmanuel", "Emmanuel Macron"), MARSH, at=at))
    assert "the grain was late" in ask(speaker=who)
    assert list(checking.check(filled)) == []


def test_mergers_of_two_stores_that_follow_each_other(filled, bring, ask):
    with filled.writing() as connection:
        merge(connection, "deu.scholz-olaf", MARSH, ANN)
    bring(elsewhere("merge", ("fra.macron-emmanuel", "Emmanuel Macron"), "deu.scholz-olaf"))
    assert len(ask(speaker="fra.macron-emmanuel")) == 3
    assert list(checking.check(filled)) == []


@pytest.mark.parametrize(("at", "day"), [(BACK, "2031-05-02"), (ON, "2031-05-01"), (ANN.at, "2031-05-01")])
def test_the_latest_counts_wherever_it_was_made(filled, told, say, bring, at, day):
    id = told("would help").id
    say(id, {Matter.DATE: ("2031-05-02",)})
    bring(elsewhere("date", ("2031-05-01",), id, owner="statement", at=at))
    assert holding(filled, id).date == day
    assert list(checking.check(filled)) == []


BAKER = "named.olena-marsh-baker"


@pytest.fixture
def take(filled):
    """Takes an actor for a new one in a record."""

    def take(id, who, name="Olena Marsh (baker)", teller=ANN):
        with filled.writing() as connection:
            other = made_up(name, BAKER, known_actors(connection, [who]).get(who))
            return split(connection, [id], who, other, teller)[0]

    return take


def test_who_was_named_by_a_split_stays_somebody_when_that_is_withdrawn(filled, told, say, take, ask):
    made = take(told("grain").id, MARSH)
    say(told("would help").id, {Matter.SPEAKER: (BAKER,)})
    with filled.writing() as connection:
        withdraw(connection, made.number, BOB)
        assert known_actors(connection, [BAKER, "named.nobody"]).keys() == {BAKER}
        assert asked_for(connection, "Olena Marsh (baker)").ids == (BAKER,)
    assert ask(speaker=BAKER) == ["France would help Ukraine"]
    assert ask(speaker=MARSH) == ["the grain was late"]
    [read] = [one for one in filled.corrected(filled.current()) if one.whole != one.raw]
    assert "Olena Marsh (baker)" in [one.name for one in read.record.actors]
    assert list(checking.check(filled)) == []


def test_the_latest_split_that_holds_tells_whom_it_made(filled, told, take, ask):
    def country():
        with filled.reading() as connection:
            return known_actors(connection, [BAKER])[BAKER].country

    take(told("Russia opposes").id, "rus.putin-vladimir")
    assert (country(), ask(country="RUS")) == ("RUS", ["Russia opposes the sanctions"])
    second = take(told("would help").id, "fra.macron-emmanuel", teller=BOB)
    assert (country(), list(checking.check(filled))) == ("FRA", [])
    with filled.writing() as connection:
        withdraw(connection, second.number, BOB)
    assert (country(), list(checking.check(filled))) == ("RUS", [])


def test_who_was_split_twice_is_of_the_kind_of_the_first(filled, told, take, bring):
    take(told("would help").id, "fra.macron-emmanuel", teller=BOB)
    id = told("would help").id
    bring(elsewhere("split", (BAKER, "named.a-smith", "A Smith"), id, owner="statement"))  # before what bob says
    with filled.reading() as connection:
        assert known_actors(connection, ["named.a-smith"])["named.a-smith"].country == "FRA"
    assert list(checking.check(filled)) == []


def test_what_is_said_twice_in_a_moment_is_kept_twice_also_in_another_store(filled, told, say, record_of, tmp_path):
    id = told("would help").id
    [first] = say(id, {Matter.VERDICT: (Verdict.REJECTED,)})
    with filled.writing() as connection:
        withdraw(connection, first.number, ANN)
    [second] = say(id, {Matter.VERDICT: (Verdict.REJECTED,)})
    assert (first.at, second.at) == (ANN.at, "2031-06-01T10:00:00.000001+00:00")
    [other] = say(id, {Matter.DATE: ("2031",)})
    assert other.at == ANN.at
    with filled.reading() as connection:
        say_all = corrections(connection)
    with open_store(tmp_path / "other.db") as copy:
        copy.save(record_of(TALKS), page="p", reader="test", at=datetime(2031, 6, 2, tzinfo=UTC))
        with copy.writing() as connection:
            assert [restore(connection, [one]) for one in (*say_all, *say_all)] == [1, 1, 1, 0, 0, 0]
            assert corrections(connection) == say_all
        assert holding(copy, id) is None


def test_of_two_that_are_alike_the_one_that_holds_stays_when_both_come_back(filled, told, say, bring):
    id = told("would help").id
    alike = elsewhere("verdict", ("rejected",), id, owner="statement")
    withdrawn = replace(alike, withdrawn_by="bob", withdrawn_at="2031-06-03T10:00:00+00:00")
    with filled.writing() as connection:
        connection.execute(insert(correction), [row_of(withdrawn), row_of(alike)])
        assert [restore(connection, [one]) for one in (withdrawn, alike)] == [0, 0]
        assert restore(connection, [replace(withdrawn, withdrawn_by="eve")]) == 1
        assert restore(connection, [alike]) == 0  # as it was before it was withdrawn
        assert [one.withdrawn_by for one in corrections(connection)] == ["bob", "eve"]


def test_documents_are_told_with_whatever_says_who_is_in_them(filled, told, say, take, keep, record_of):
    [first, second] = filled.current()
    take(told("grain").id, MARSH)
    say(told("would help").id, {Matter.SPEAKER: (BAKER,)})
    with filled.writing() as connection:
        merge(connection, "rus.putin-vladimir", BAKER, ANN)
        merge(connection, "deu.scholz-olaf", "named.who-is-nowhere", ANN)
    keep(record_of("It rains.", uri="a.txt"))  # what it said before is not there now
    keep(record_of("Spain said no.", uri="c.txt"))
    [*_, rain, spain] = filled.current()

    def numbers(*documents):
        with filled.reading() as connection:
            return [one.number for one in corrections_for(connection, set(documents))]

    assert numbers(first) == numbers(rain) == [1, 2, 3]  # who the baker is, and that she is another one
    assert numbers(second) == [1, 3]
    assert numbers(spain) == numbers() == []
    assert numbers(first, second, spain) == [1, 2, 3]
