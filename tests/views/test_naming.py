"""Whom and what a passage names."""

import pytest

from onrecord.views.naming import named_in

TEXT = (
    "Ada Holm told the Harbour Board of Averland and Borland so. Here is what follows. "
    "We keep Borland’s harbour open and the U.C.U. safe. This is Ada Holm's word, and I'm of the Cyrene Sea Board. "
    "Borland's ships sail north of Borland. Cyrene Airways flies, with the Harbour Board. Since Cyrene is near, "
    "Lark Bay is far."
)


@pytest.fixture
def named(write, countries):
    """Words -> whom they name, in a text that has mentions of Ada Holm, the Harbour Board and Averland at its start."""
    text = write(TEXT)
    text.names("Ada Holm", "Ada Holm")
    text.names("Bo Lind", "the Harbour Board")
    text.names("Averland", "Averland")
    record = text.record()
    return lambda words: set(named_in([text.at(words)], record, countries | {"UCU": "U.C.U."}))


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Ada Holm told the Harbour Board of Averland", {"AVL", "BRL"}),  # mentions
        ("We keep Borland’s harbour open", {"BRL"}),  # a state where no mention stands
        ("the U.C.U. safe. This is Ada Holm's word", {"UCU", "AVL"}),  # somebody of whom mentions stand elsewhere
        ("Borland's ships sail north of Borland", {"BRL"}),  # with the first word
        ("flies, with the Harbour Board", {"BRL"}),
        ("Since Cyrene is near", {"CYR"}),  # after a first word
        ("and I'm of the Cyrene Sea Board", {"cyren", "sea", "board"}),  # a state's name within another name
        ("north of Borland. Cyrene Airways flies", {"BRL", "airway"}),
        ("word, and I'm of", set()),
        ("Lark Bay is far", {"bay"}),
        ("Here is what follows. We keep", set()),  # first words of sentences
    ],
)
def test_names(named, words, names):
    assert named(words) == names
