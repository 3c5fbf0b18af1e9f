"""The first schema: documents with what they yield, and what search finds of them."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
INDEX = {
    "sqlite": (
        "CREATE VIRTUAL TABLE entry_words USING fts5(words, facets, content='', tokenize=\"ascii tokenchars ':._-'\")",
    ),
    "postgresql": (
        "CREATE TABLE entry_words"
        " (key BIGINT PRIMARY KEY REFERENCES entry (key) ON DELETE CASCADE, search TSVECTOR NOT NULL)",
        "CREATE INDEX ix_entry_words_search ON entry_words USING gin (search)",
    ),
}


def upgrade() -> None:
    """Makes the tables."""
    _text()
    _document()
    _finding()
    _actor()
    _statement()
    _event()
    _evidence()
    _entry()
    _called()
    _failure()
    for statement in INDEX[op.get_bind().dialect.name]:
        op.execute(statement)


def _called() -> None:
    op.create_table(
        "called",
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("words", "actor", name=op.f("pk_called")),
        sqlite_with_rowid=False,
    )


def _failure() -> None:
    op.create_table(
        "failure",
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("page", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("failed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("uri", name=op.f("pk_failure")),
    )


def _text() -> None:
    op.create_table(
        "text",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("characters", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text")),
    )


def _document() -> None:
    op.create_table(
        "document",
        sa.Column("key", NUMBER, autoincrement=True, nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("page", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("modified", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("retrieved", sa.Text(), nullable=True),
        sa.Column("blocks", JSON, nullable=False),
        sa.Column("provenance", JSON, nullable=False),
        sa.Column("read_at", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["text"], ["text.id"], name=op.f("fk_document_text_text")),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_document")),
        sa.UniqueConstraint("uri", "version", name=op.f("uq_document_uri_version")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_document_current",
        "document",
        ["uri"],
        unique=True,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )
    op.create_index(op.f("ix_document_text"), "document", ["text"], unique=False)


def _actor() -> None:
    op.create_table(
        "actor",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("roles", JSON, nullable=False),
        sa.Column("offices", JSON, nullable=False),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("aliases", JSON, nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_actor_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_actor")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_actor_document_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_actor_id"), "actor", ["id"], unique=False)


def _entry() -> None:
    op.create_table(
        "entry",
        sa.Column("key", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("facets", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_entry_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_entry")),
        sa.UniqueConstraint("number", name=op.f("uq_entry_number")),
    )
    op.create_index(op.f("ix_entry_document"), "entry", ["document"], unique=False)


def _event() -> None:
    op.create_table(
        "event",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("custom", sa.Text(), nullable=True),
        sa.Column("cameo", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("sources", JSON, nullable=False),
        sa.Column("targets", JSON, nullable=False),
        sa.Column("source_actors", JSON, nullable=False),
        sa.Column("target_actors", JSON, nullable=False),
        sa.Column("source_rules", JSON, nullable=False),
        sa.Column("target_rules", JSON, nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_basis", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("statement", sa.Text(), nullable=True),
        sa.Column("issues", JSON, nullable=False),
        sa.Column("issues_basis", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_event_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_event")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_event_document_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_event_id"), "event", ["id"], unique=False)


def _evidence() -> None:
    op.create_table(
        "evidence",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("exact", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=True),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("office", sa.Text(), nullable=True),
        sa.Column("plural", sa.Boolean(), nullable=True),
        sa.Column("subject", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_evidence_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "owner", "ordinal", "role", "part", name=op.f("pk_evidence")),
        sqlite_with_rowid=False,
    )


def _finding() -> None:
    op.create_table(
        "finding",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_finding_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_finding")),
        sqlite_with_rowid=False,
    )


def _statement() -> None:
    op.create_table(
        "statement",
        sa.Column("document", NUMBER, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("speakers", JSON, nullable=False),
        sa.Column("speaker_country", sa.Text(), nullable=True),
        sa.Column("speaker_basis", sa.Text(), nullable=False),
        sa.Column("speaker_rule", sa.Text(), nullable=True),
        sa.Column("continues", sa.Text(), nullable=True),
        sa.Column("via", sa.Text(), nullable=True),
        sa.Column("addressees", JSON, nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("negated", sa.Boolean(), nullable=False),
        sa.Column("modality", sa.Text(), nullable=False),
        sa.Column("attitude", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_basis", sa.Text(), nullable=True),
        sa.Column("occasion", sa.Text(), nullable=True),
        sa.Column("occasion_basis", sa.Text(), nullable=True),
        sa.Column("occasion_event", sa.Text(), nullable=True),
        sa.Column("issues", JSON, nullable=False),
        sa.Column("issues_basis", sa.Text(), nullable=True),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document"], ["document.key"], name=op.f("fk_statement_document_document"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document", "ordinal", name=op.f("pk_statement")),
        sa.UniqueConstraint("document", "id", name=op.f("uq_statement_document_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_statement_id"), "statement", ["id"], unique=False)
