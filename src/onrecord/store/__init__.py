"""Where records are kept: SQLite by default, PostgreSQL by its address, one schema and the same answers."""

from onrecord.store.opening import MEMORY, Store, open_store

__all__ = ["MEMORY", "Store", "open_store"]
