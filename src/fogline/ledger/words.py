"""The full-text index: filled and emptied in the transaction that stores or erases the text, asked in one way.

SQLite has FTS5 over the tables' own content. PostgreSQL has a table of word vectors with a GIN index; the vectors are made
here, not by a text search configuration, so that both databases find the same words whatever a server's locale.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Subquery,
    cast,
    column,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from fogline.errors import LedgerUnreachable

LONGEST = 60  # characters of a word that count
ROOM = 500_000  # bytes of words in one vector: PostgreSQL takes 1 MB, with positions
LAST = 16_383  # the last position that PostgreSQL counts
MOST_POSITIONS = 255  # of one word in one vector
COLUMNS = {"document": ("title", "text"), "claim": ("evidence",)}


def index(connection: Connection, noun: str, texts: Mapping[int, Sequence[str | None]]) -> None:
    """Put stored rows of ``document`` or ``claim`` into the index: for each row what stands in ``COLUMNS`` of it."""
    names = COLUMNS[noun]
    if _is_sqlite(connection):
        values = ", ".join(f":{name}" for name in names)
        statement = f"INSERT INTO {noun}_words(rowid, {', '.join(names)}) VALUES (:row, {values})"  # noqa: S608 - ours
        rows = [{"row": row, **dict(zip(names, told, strict=True))} for row, told in texts.items()]
    else:
        statement = f"INSERT INTO {noun}_words(row, words) VALUES (:row, CAST(:words AS tsvector))"  # noqa: S608 - ours
        rows = [{"row": row, "words": vector} for row, told in texts.items() for vector in vectors(told)]
    if rows:
        connection.execute(text(statement), rows)


def unindex(connection: Connection, document: str) -> None:
    """Take a document and its claims out of the index, before their rows go."""
    for noun, key in (("claim", "document"), ("document", "id")):
        names = ", ".join(COLUMNS[noun])
        rows = f"FROM {noun} WHERE {key} = :document"
        if _is_sqlite(connection):  # an index over another table's content is told what to take out
            statement = f"INSERT INTO {noun}_words({noun}_words, rowid, {names}) SELECT 'delete', row, {names} {rows}"
        else:
            statement = f"DELETE FROM {noun}_words WHERE row IN (SELECT row {rows})"  # noqa: S608 - ours
        connection.execute(text(statement), {"document": document})
        if _is_sqlite(connection):  # rewritten, so that no word that was taken out stays in an old segment
            connection.execute(text(f"INSERT INTO {noun}_words({noun}_words) VALUES ('optimize')"))  # noqa: S608 - ours


def empty(connection: Connection) -> None:
    """Empty the index."""
    for noun in COLUMNS:
        emptied = f"INSERT INTO {noun}_words({noun}_words) VALUES ('delete-all')"  # noqa: S608 - ours
        connection.execute(text(emptied if _is_sqlite(connection) else f"DELETE FROM {noun}_words"))  # noqa: S608 - ours


def holding(connection: Connection, noun: str, words: Sequence[str]) -> Subquery | None:
    """The rows of ``document`` or ``claim`` that hold all ``words``, as ``row`` and ``rank`` (the least is the best).

    Each of ``words`` is taken as a run of its parts ("al-Assad": al, then assad). ``None`` where nothing is left to look for.
    A text of more than ``ROOM`` bytes of words is indexed in parts on PostgreSQL: there the words must meet in one of them.
    """
    runs = [run for word in words if (run := parts(word))]
    if not runs:
        return None
    if _is_sqlite(connection):
        place: ColumnElement[str] = literal_column(f"{noun}_words")
        match = " AND ".join(f'"{" ".join(run)}"' for run in runs)
        asked = select(column("rowid", Integer).label("row"), func.bm25(place).label("rank"))
        return asked.select_from(table(f"{noun}_words")).where(place.op("MATCH")(match)).subquery()
    query = cast(" & ".join(f"({' <-> '.join(run)})" for run in runs), TSQUERY)
    vectors = table(f"{noun}_words", column("row", Integer), column("words", TSVECTOR))
    rank = func.min(-func.ts_rank(vectors.c.words, query)).label("rank")
    held = select(vectors.c.row, rank).where(vectors.c.words.op("@@")(query))
    return held.group_by(vectors.c.row).subquery()


def parts(words: str) -> tuple[str, ...]:
    """The runs of letters and numbers in a text, without case and accents."""
    plain = unicodedata.normalize("NFKD", words)
    bare = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return tuple(word[:LONGEST] for word in bare.casefold().split())


def _is_sqlite(connection: Connection) -> bool:
    if connection.dialect.name not in ("sqlite", "postgresql"):
        raise LedgerUnreachable(connection.dialect.name, "full text is known for SQLite and PostgreSQL only")
    return connection.dialect.name == "sqlite"


def vectors(texts: Sequence[str | None]) -> Iterator[str]:
    """The texts' words with their positions, written as PostgreSQL reads them: ``jets:1,7 struck:2``."""
    places: dict[str, list[int]] = defaultdict(list)
    room = ROOM
    for place, word in enumerate(parts("\n".join(t for t in texts if t)), start=1):
        room -= len(word.encode()) if word not in places else 0
        if len(places[word]) < MOST_POSITIONS:
            places[word].append(min(place, LAST))
        if room < 0:
            yield _vector(places)
            places.clear()
            room = ROOM
    if places:
        yield _vector(places)


def _vector(places: Mapping[str, Sequence[int]]) -> str:
    return " ".join(f"{word}:{','.join(map(str, at))}" for word, at in sorted(places.items()))
