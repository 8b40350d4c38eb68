"""Progress on standard error for anything over a second; silent where nobody looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found

T = TypeVar("T")
Results = Iterator[tuple[Document, Found[Claim]]]
EVERY = 500  # rows between two looks at the screen


@contextmanager
def counted(results: Iterable[tuple[Document, Found[Claim]]], verb: str) -> Iterator[Results]:
    """The same results, with documents and claims counted on the screen while they come."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("loading the parser and the gazetteer")

        def passing() -> Results:
            documents = claims = 0
            for document, found in results:
                documents, claims = documents + 1, claims + len(found.items)
                progress.update(task, description=f"{documents} documents {verb}, {claims} claims")
                yield document, found

        yield passing()


@contextmanager
def rows_counted(rows: Iterable[T], verb: str) -> Iterator[Iterator[T]]:
    """The same rows, counted on the screen while they come."""
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(f"rows {verb}")

        def passing() -> Iterator[T]:
            for number, row in enumerate(rows, start=1):
                if number % EVERY == 0:
                    progress.update(task, description=f"{number:,} rows {verb}")
                yield row

        yield passing()
