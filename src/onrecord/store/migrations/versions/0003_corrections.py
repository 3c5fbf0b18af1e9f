"""What people say of records and actors."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0003"
down_revision = "0002"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Makes the tables."""
    _correction()
    _corrects()


def _correction() -> None:
    op.create_table(
        "correction",
        sa.Column("number", NUMBER, autoincrement=True, nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.Column("matter", sa.Text(), nullable=False),
        sa.Column("value", JSON, nullable=False),
        sa.Column("was", JSON, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_at", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_correction")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_correction_owner_record"), "correction", ["owner", "record"], unique=False)
    op.create_index(op.f("ix_correction_uri"), "correction", ["uri"], unique=False)


def _corrects() -> None:
    op.create_table(
        "corrects",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("correction", NUMBER, nullable=False),
        sa.ForeignKeyConstraint(
            ["correction"], ["correction.number"], name=op.f("fk_corrects_correction_correction"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_corrects_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "owner", "ordinal", "correction", name=op.f("pk_corrects")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_corrects_correction"), "corrects", ["correction"], unique=False)
