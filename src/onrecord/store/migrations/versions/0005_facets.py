"""Facets keep letters of every script; before, all that is not Latin was one."""

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Changes no table; `onrecord.store.migrate` makes anew what search finds."""
