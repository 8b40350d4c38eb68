"""From what the user named to documents read: what was refused is kept with its reason and told at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import click

from fogline.cli.plain import printable
from fogline.config import Settings
from fogline.errors import DayWrong
from fogline.model.claim import Claim
from fogline.model.document import Document, day_of
from fogline.model.issue import Found, Issue

REFUSED_STAGES = frozenset({"sources", "documents", "run"})  # issues of these stages cost a document or a part of it


class Reports:
    """The documents behind PATHS; ``issues`` fills while they are read."""

    def __init__(self, paths: Sequence[str], settings: Settings, published: str | None = None) -> None:
        try:
            day_of(published)
        except ValueError as error:
            raise DayWrong("--published", published or "") from error
        self._paths, self._settings, self._published = paths, settings, published
        self.issues: list[Issue] = []
        self.lost = 0
        self.bugs = 0

    def documents(self) -> Iterator[Document]:
        """Every document that could be loaded, in the order of the paths."""
        from fogline.documents.load import load
        from fogline.sources.limits import Limits
        from fogline.sources.read import collect

        for raw in collect(self._paths, Limits(file=self._settings.largest_file)):
            if isinstance(raw, Issue):
                self._note(raw)
                continue
            loaded = load(raw, self._published)
            for issue in loaded.issues:
                self._note(issue)
            yield from loaded.items

    def read(
        self, workers: int = 1, wanted: Callable[[Document], bool] | None = None
    ) -> Iterator[tuple[Document, Found[Claim]]]:
        """Every document with its claims; only those ``wanted``, where that is given: the others are not read at all."""
        from fogline.run.local import read_all

        for document, found in read_all(filter(wanted or bool, self.documents()), self._settings, workers):
            self.issues.extend(found.issues)
            if any(i.stage == "run" for i in found.issues):
                self.bugs += 1
                continue
            yield document, found

    def _note(self, issue: Issue) -> None:
        self.issues.append(issue)
        self.lost += issue.code.startswith("refused")


def refusal_lines(reports: Reports, explain: bool) -> int:
    """Tell what was refused on standard error; the exit code: 0, 2 where some input was refused, 3 where a bug of ours did so."""
    lost = [i for i in reports.issues if i.stage in REFUSED_STAGES]
    for issue in lost:
        click.echo(f"refused: {printable(issue.message)}", err=True)
    others = [i for i in reports.issues if i.stage not in REFUSED_STAGES]
    if explain:
        for issue in others:
            where = f"{issue.document}:{issue.span.start}–{issue.span.end}" if issue.span else issue.document
            click.echo(f"{issue.code}: {printable(where)}: {printable(issue.message)}", err=True)
    elif others:
        counts = ", ".join(f"{n} {code}" for code, n in Counter(i.code for i in others).most_common(5))
        click.echo(f"{len(others)} notes ({counts}); --explain lists them.", err=True)
    return 3 if reports.bugs else 2 if lost else 0
