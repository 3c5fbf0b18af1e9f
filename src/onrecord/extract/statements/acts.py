"""What a speaker does by saying it: as the cue names it, else as the content tells."""

from collections.abc import Iterable, Sequence

from onrecord.lexicon.acts import ActTerms
from onrecord.lexicon.terms import term_index
from onrecord.model import Act


class ActTable:
    """The acts' terms, ready to be looked for; the act that comes first in the lexicon decides."""

    def __init__(self, acts: Iterable[ActTerms]) -> None:
        self._acts: Sequence[ActTerms] = tuple(acts)
        numbered = list(enumerate(self._acts))
        self._index = term_index((term, number) for number, entry in numbered for term in entry.terms)
        self._joint = term_index((term, number) for number, entry in numbered for term in entry.joint)

    def act_of(self, named: Act, content: str) -> Act:
        """The act that the cue names, and for a cue that names none the one that the content tells."""
        if named is not Act.ASSERT:
            return named
        number = min((found.owner for found in self._index.found(content)), default=None)
        if number is None:
            return Act.ASSERT
        entry = self._acts[number]
        is_joint = any(found.owner == number for found in self._joint.found(content))
        return entry.joint_act if is_joint and entry.joint_act is not None else entry.act
