"""Signatures of texts, by which documents are found to be copies of each other."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Makes the tables; `onrecord.store.migrate` fills them."""
    op.create_table(
        "signature",
        sa.Column("document", NUMBER, autoincrement=False, nullable=False),
        sa.Column("values", sa.LargeBinary(), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.Column("leader", NUMBER, nullable=True),
        sa.Column("likeness", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_signature_document_document"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["leader"], ["document.key"], name=op.f("fk_signature_leader_document")),
        sa.PrimaryKeyConstraint("document", name=op.f("pk_signature")),
    )
    op.create_index(op.f("ix_signature_leader"), "signature", ["leader"], unique=False)
    op.create_table(
        "band",
        sa.Column("hash", NUMBER, nullable=False),
        sa.Column("leads", sa.Boolean(), nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("hash", "leads", "document", name=op.f("pk_band")),
        sqlite_with_rowid=False,
    )
