"""What is remembered of feeds and sitemaps that are polled, and of the pages that they list."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the tables."""
    op.create_table(
        "feed",
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("etag", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("polled_at", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("uri", name=op.f("pk_feed")),
    )
    op.create_table(
        "feed_item",
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("link", name=op.f("pk_feed_item")),
    )
    op.create_index(op.f("ix_feed_item_feed"), "feed_item", ["feed"], unique=False)
