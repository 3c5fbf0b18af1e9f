"""Who met or spoke with whom: whom "they", "the interlocutors" and "we agreed" can mean after it."""

from bisect import insort

Met = tuple[int, tuple[str, ...]]  # where it is told, and who they were


class Company:
    """The meetings and calls of a document between people whom it names, in reading order."""

    def __init__(self) -> None:
        self._met: list[Met] = []

    def add(self, place: int, actors: tuple[str, ...]) -> None:
        """Keeps who met, and where the text tells it."""
        insort(self._met, (place, actors))

    def before(self, place: int) -> tuple[str, ...]:
        """Those who met last before a place; empty where nobody did."""
        return next((actors for start, actors in reversed(self._met) if start < place), ())
