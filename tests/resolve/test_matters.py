"""The one matter of a text, and whether it has one."""

import pytest

from onrecord.lexicon.issues import load_issues
from onrecord.resolve.issues import issue_matcher, signs_in
from onrecord.resolve.matters import LEAD, TITLE, main_matters

MATCHER = issue_matcher(load_issues())


@pytest.mark.parametrize(
    ("parts", "main"),
    [
        ([], ((), False)),
        ([(1.0, "it was late")], ((), False)),
        ([(1.0, "the talks")], (("bilateral-relations",), False)),  # weak words never reign
        ([(1.0, "the embargo"), (1.0, "visas for all"), (1.0, "new sanctions")], (("sanctions",), True)),
        (
            [(1.0, "the embargo"), (1.0, "visas"), (1.0, "beef"), (1.0, "5G"), (1.0, "good talks")],
            (("sanctions",), False),
        ),
        (
            [(1.0, "the embargo"), (1.0, "visas"), (1.0, "beef"), (1.0, "talks"), (1.0, "a visit")],
            (("bilateral-relations",), False),
        ),
        ([(TITLE, "Visas"), (1.0, "new sanctions"), (1.0, "beef")], (("visas",), True)),
        ([(LEAD, "the tariffs"), (1.0, "new sanctions")], (("tariffs",), True)),
        ([(1.0, "the troops"), (1.0, "the troops"), (1.0, "the air base")], (("military-cooperation",), True)),
        ([(1.0, "the troops"), (1.0, "the troops"), (1.0, "beef")], (("armed-conflict",), True)),
        (
            [(TITLE, "A nuclear test by North Korea"), (1.0, "Pyongyang")],
            (("korean-peninsula", "nuclear-weapons"), True),
        ),
        ([(TITLE, "Visas for North Koreans"), (1.0, "Pyongyang")], (("korean-peninsula",), True)),  # no companions
        ([(1.0, "visas, visas and visas"), (1.0, "beef"), (1.0, "exports")], (("trade",), True)),
    ],
)
def test_main_matters(parts, main):
    assert main_matters((weight, signs_in(text, MATCHER)) for weight, text in parts) == main
