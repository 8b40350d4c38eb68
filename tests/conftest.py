"""What the tests share: one loaded parser a session, a short way to a parsed text, and databases of both kinds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.postgres import Server, served

from fogline.config import Settings
from fogline.gazetteer.lookup import Gazetteer, open_gazetteer
from fogline.language.parse import Parser, load
from fogline.model.document import Document, Passage
from fogline.model.sentence import Parsed
from fogline.pipeline import Knowledge, knowledge

ParsedOf = Callable[..., Parsed]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load(Settings().parser_model)


@pytest.fixture(scope="session")
def known() -> Knowledge:
    """Everything that reading needs, as the command line loads it."""
    return knowledge(Settings(cache=Settings().cache.expanduser()))


@pytest.fixture(scope="session")
def parsed_of(parser: Parser) -> ParsedOf:
    """``parsed_of(text, published=None, title=None)``: every line a body passage."""

    def parse(text: str, published: str | None = None, title: str | None = None) -> Parsed:
        passages, start = [], 0
        for line in text.split("\n"):
            if line.strip():
                passages.append(Passage("body", start, start + len(line)))
            start += len(line) + 1
        return parser.parse(Document("d_test", text, title=title, published=published), tuple(passages))

    return parse


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The compiled gazetteer of the user's cache; built once where it is missing (about 20 s)."""
    book = open_gazetteer(Settings().cache)
    yield book
    book.close()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A running PostgreSQL; fails, and never skips, where none is installed."""
    with served("fsync=off") as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger_target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new ledger can be made: every test that takes it runs on both kinds of database."""
    if request.param == "sqlite":
        yield str(tmp_path / "ledger.db")
        return
    server: Server = request.getfixturevalue("postgres")
    target = server.database()
    yield target
    server.drop(target)
