"""Compiling the gazetteer with a bar that shows how far it is."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from fogline.gazetteer.build import build, path_in


def compiled(cache: Path) -> Path:
    """The path of the compiled gazetteer; a bar on standard error while it is being made, silence where it is there."""
    target = path_in(cache)
    if target.exists():
        return target
    columns = TextColumn("Compiling the gazetteer: {task.description}"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("starting", total=None)
        return build(cache, lambda step, done, total: bar.update(task, description=step, completed=done, total=total))
