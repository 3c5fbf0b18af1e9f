"""Brings a database to our schema; only who makes or upgrades a store needs Alembic."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

LOCATION = "onrecord.store:migrations"


def upgrade(connection: Connection) -> None:
    """Makes the tables of a new store, or brings an older one up to date, in the transaction of the connection."""
    config = Config()
    config.set_main_option("script_location", LOCATION)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
