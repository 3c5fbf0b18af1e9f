"""Where records are kept: SQLite by default, PostgreSQL by its address, one schema and the same answers."""

from onrecord.store.opening import Store, open_store

__all__ = ["Store", "open_store"]
