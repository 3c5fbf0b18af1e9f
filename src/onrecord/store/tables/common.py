"""What the tables have in common."""

from sqlalchemy import JSON, BigInteger, Column, ForeignKey, Integer, MetaData
from sqlalchemy.dialects.postgresql import JSONB

# Constraints have names, so that a migration can change them; the patterns are those that Alembic's manual gives.
metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up a key only where it is an INTEGER
Json = JSON().with_variant(JSONB, "postgresql")


def within_document() -> Column[int]:
    """The document that a row belongs to, and goes with."""
    return Column("document", Number, ForeignKey("document.key", ondelete="CASCADE"), nullable=False)
