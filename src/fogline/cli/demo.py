"""``fogline demo``: the shipped sample reports, end to end, in a ledger that is thrown away afterwards."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from importlib.resources import as_file
from pathlib import Path

import click

from fogline.cli.settings import settings
from fogline.language.lexicon import shipped

WINDOW = ("Syria", "2024-11-27", "2024-12-08")


@click.command()
@click.option("--html", type=click.Path(dir_okay=False, path_type=Path), help="Also write the situation as one page.")
@click.option("--json", "as_json", is_flag=True, help="Print the situation as one JSON object.")
def command(html: Path | None, *, as_json: bool) -> None:
    """Read the sample reports (Syria, 27 November to 8 December 2024) and show the situation they add up to."""
    from fogline.cli.add import stored
    from fogline.cli.reports import Reports
    from fogline.cli.screen import on_terminal, print_situation
    from fogline.cli.situations import Options, asked, by_day
    from fogline.situation.record import to_json

    with ExitStack() as stack:
        samples = stack.enter_context(as_file(shipped("samples")))
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        options = Options(str(folder / "demo.db"), *WINDOW)
        stored(Reports((str(samples),), settings()), options.target)
        found = asked(options)
        if html:
            from fogline.web.page import page
            from fogline.web.shapes import load_shapes

            html.write_text(page(by_day(options, found), load_shapes()), encoding="utf-8")
        if as_json:
            click.echo(to_json(found), nl=False)
        else:
            print_situation(found, on_terminal(str(html) if html else None))
