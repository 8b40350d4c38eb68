"""Loading made-up rows past the ledger's own writing, as fast as each database takes them: indexes last, one commit a part."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import islice

import psycopg
from benchmarks.synthetic import Rows
from psycopg import sql
from sqlalchemy import Engine

from fogline.ledger import schema
from fogline.ledger.connection import connect
from fogline.ledger.words import COLUMNS, vectors

PART = 2000  # reports at a time
TABLES = (schema.document, schema.claim, schema.reach, schema.sketch, schema.issue)
Values = Sequence[object]
Put = Callable[[str, Sequence[str], Iterable[Values]], None]


def load(target: str, reports: Iterable[Rows]) -> None:
    """Add the rows to a ledger that has its tables already."""
    served = target.startswith("postgresql://")
    engine = connect(target).engine
    indexes = sorted((index for table in TABLES for index in table.indexes), key=lambda i: str(i.name))
    _say(engine, [f'DROP INDEX "{index.name}"' for index in indexes])
    parts = iter(reports)
    with (_server if served else _file)(target) as put:
        while part := list(islice(parts, PART)):
            _store(put, part, served)
    for index in indexes:
        with engine.begin() as connection:
            index.create(connection)
    if served:
        _settle(target)


def _store(put: Put, part: Sequence[Rows], served: bool) -> None:
    claims = [claim for report in part for claim in report.claims]
    put("document", list(part[0].document), (tuple(report.document.values()) for report in part))
    put("claim", list(claims[0]), (tuple(claim.values()) for claim in claims))
    issues = [issue for report in part for issue in report.issues]
    put("issue", list(issues[0]), (tuple(issue.values()) for issue in issues))
    put("reach", ("country", "month", "claim"), sorted(row for report in part for row in report.reach))
    put("sketch", ("band", "document"), sorted((b, r.document["row"]) for r in part for b in r.bands))  # type: ignore[type-var]  # numbers
    for noun, rows in (("document", [report.document for report in part]), ("claim", claims)):
        texts = [(row["row"], *(row[name] for name in COLUMNS[noun])) for row in rows]
        if served:
            told = ((row, vector) for row, *words in texts for vector in vectors([str(w or "") for w in words]))
            put(f"{noun}_words", ("row", "words"), told)
        else:
            put(f"{noun}_words", ("rowid", *COLUMNS[noun]), texts)


@contextmanager
def _file(target: str) -> Iterator[Put]:
    with closing(sqlite3.connect(target, isolation_level=None)) as file:
        for pragma in ("synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
            file.execute(f"PRAGMA {pragma}")

        def put(table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
            marks = ", ".join("?" * len(columns))
            file.execute("BEGIN")
            file.executemany(f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks})", rows)
            file.execute("COMMIT")

        yield put
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _server(target: str) -> Iterator[Put]:
    with psycopg.connect(target, autocommit=True, options="-c session_replication_role=replica") as server:

        def put(table: str, columns: Sequence[str], rows: Iterable[Values]) -> None:
            names = sql.SQL(", ").join(map(sql.Identifier, columns))
            with server.cursor().copy(sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), names)) as copy:
                for row in rows:
                    copy.write_row(row)

        for noun in COLUMNS:
            server.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(f"ix_{noun}_words_words")))
        yield put
        for table in ("document", "claim"):
            server.execute(
                sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'row'), (SELECT max(row) FROM {}))").format(
                    sql.Literal(table), sql.Identifier(table)
                )
            )


def _settle(target: str) -> None:
    """What a server does by itself in the hours after."""
    with psycopg.connect(target, autocommit=True) as server:
        for noun in COLUMNS:
            name, table = sql.Identifier(f"ix_{noun}_words_words"), sql.Identifier(f"{noun}_words")
            server.execute(sql.SQL("CREATE INDEX {} ON {} USING gin (words)").format(name, table))
        server.execute("VACUUM ANALYZE")
        server.execute("CHECKPOINT")


def _say(engine: Engine, statements: Iterable[str]) -> None:
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
