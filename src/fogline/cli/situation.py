"""``fogline situation``: what the ledger adds up to, as known on a day."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from fogline.cli.settings import settings

if TYPE_CHECKING:
    from fogline.cli.situations import Options
    from fogline.model.incident import Rule
    from fogline.situation.situation import Situation
    from fogline.web.page import Profile


@click.command()
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--place", metavar="P", help="A country (name or ISO code), a place or a first-order division.")
@click.option("--from", "first", metavar="D", help="First day.")
@click.option("--to", "last", metavar="D", help="Last day.")
@click.option("--as-known", "known", metavar="D", help="What a reader could know on this day, by publication.")
@click.option("--as-recorded", "recorded", metavar="T", help="What this ledger held at this instant.")
@click.option(
    "--rule",
    type=click.Choice(["ucdp", "conservative"]),
    default="ucdp",
    show_default=True,
    help="For low, best, high.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the situation as one JSON object.")
@click.option(
    "--html",
    "target_page",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write one self-contained page, with every day on which more became known.",
)
@click.option(
    "--profile",
    type=click.Choice(["partner", "internal"]),
    default="partner",
    show_default=True,
    help="What --html lets out: for partners names of private people and exact places of civilians are withheld.",
)
@click.option("--with-texts", is_flag=True, help="Put the whole texts of the documents into the page too.")
@click.option(
    "--csv", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write the tables into this folder."
)
def command(  # the options are the interface
    target: str | None,
    place: str | None,
    first: str | None,
    last: str | None,
    known: str | None,
    recorded: str | None,
    rule: Rule,
    target_page: Path | None,
    profile: Profile,
    folder: Path | None,
    *,
    with_texts: bool,
    as_json: bool,
) -> int:
    """Show figures, control, contradictions, timeline and sources of a place in a window of days."""
    from fogline.cli.situations import Options, asked
    from fogline.situation.record import to_json
    from fogline.situation.tables import tables

    options = Options(target or settings().ledger, place, first, last, known, recorded, rule)
    found = asked(options)
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in tables(found).items():
            (folder / f"{name}.csv").write_text(content, encoding="utf-8", newline="")
            click.echo(f"{folder / name}.csv", err=True)
    if target_page:
        write_page(options, found, Wanted(target_page, profile, with_texts))
    if as_json:
        click.echo(to_json(found), nl=False)
    elif not folder:
        screen(found, target_page)
    return 0


@dataclass(frozen=True, slots=True)
class Wanted:
    """The page to write: where, for whom, whether with whole texts."""

    target: Path
    profile: Profile = "partner"
    with_texts: bool = False


def write_page(options: Options, found: Situation, wanted: Wanted) -> None:
    """One self-contained page, with every day on which more became known."""
    from fogline.cli.situations import by_day, texts
    from fogline.web.page import Carried, page
    from fogline.web.shapes import load_shapes

    carried = Carried(profile=wanted.profile, texts=texts(options, found) if wanted.with_texts else ())
    wanted.target.write_text(page(by_day(options, found), load_shapes(), carried), encoding="utf-8")


def screen(found: Situation, target: Path | None) -> None:
    """The one-screen view on standard output."""
    from fogline.cli.screen import on_terminal, print_situation

    print_situation(found, on_terminal(str(target) if target else None))
