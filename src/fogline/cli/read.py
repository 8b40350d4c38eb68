"""``fogline read``: the claims of reports, on the screen or as JSON lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

import click

from fogline.cli.progress import counted
from fogline.cli.reports import Reports, refusal_lines
from fogline.cli.settings import settings
from fogline.model.claim import Claim
from fogline.model.document import Document
from fogline.model.issue import Found
from fogline.model.record import to_line


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", nargs=-1, required=True)
@click.option("--published", metavar="DAY", help="Day of publication (2024-12-01) of documents that do not tell it.")
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "table"]), help="Default: a table on a screen, else jsonl."
)
@click.option("--explain", is_flag=True, help="Also list what was refused or left unresolved, and why.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read.")
@click.option("--cluster", type=click.Choice(["ray"]), help="Read on a Ray cluster (pip install 'fogline[ray]').")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write to this file.")
def command(
    paths: tuple[str, ...],
    published: str | None,
    form: str | None,
    explain: bool,
    workers: int,
    cluster: str | None,
    out: Path | None,
) -> int:
    """Read PATHS (files, folders, URLs, or - for standard input) and print the claims they make.

    Kinds of file: .txt .html .pdf .docx .eml .jsonl .csv .warc(.gz), also inside .zip and .gz.
    """
    if cluster:
        raise click.UsageError("Reading on a cluster is not built yet; leave --cluster out and use --workers N.")
    reports = Reports(paths, settings(), published)
    with ExitStack() as stack:
        target = stack.enter_context(out.open("w", encoding="utf-8")) if out else sys.stdout
        table = form == "table" or (form is None and target.isatty())
        results = stack.enter_context(counted(reports.read(workers), "read"))
        if table:
            from fogline.cli.table import print_claims

            print_claims(results, target)
        else:
            _print_lines(results, target)
    return refusal_lines(reports, explain)


def _print_lines(results: Iterator[tuple[Document, Found[Claim]]], target: TextIO) -> None:
    for _, found in results:
        target.writelines(f"{to_line(claim)}\n" for claim in found.items)
