"""``fogline gazetteer``: compile the gazetteer, look a name up in it, add places of one's own."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from fogline.cli.settings import settings


@click.group()
def gazetteer() -> None:
    """Places: compile the gazetteer, find a name, add places of your own."""


@gazetteer.command()
@click.option("--cache", type=click.Path(path_type=Path), help="Folder of the compiled gazetteer.")
def build(cache: Path | None) -> None:
    """Compile the gazetteer (about 30 seconds, once)."""
    from fogline.cli.gazetteer_progress import compiled

    path = compiled(cache or settings().cache)
    click.echo(f"{path} ({path.stat().st_size / 1e6:.0f} MB)")


@gazetteer.command()
@click.argument("name")
@click.option("--country", help="Only places of this country (ISO 3166-1 alpha-2).")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
@click.option("--cache", type=click.Path(path_type=Path), help="Folder of the compiled gazetteer.")
@click.option("--places", type=click.Path(path_type=Path, exists=True), help="Your own places.tsv.")
def find(name: str, country: str | None, *, as_json: bool, cache: Path | None, places: Path | None) -> None:
    """Show the places that NAME may mean, the best known first."""
    from fogline.cli.gazetteer_progress import compiled
    from fogline.gazetteer.lookup import open_gazetteer

    folder = cache or settings().cache
    compiled(folder)
    book = open_gazetteer(folder, places or settings().places)
    found = book.find(name, country and country.upper()) or book.near_spelling(name)
    for c in found:
        if as_json:
            click.echo(json.dumps({**asdict(c), "where_prec": c.where_prec}, ensure_ascii=False))
        else:
            inside = ", ".join(part for part in (c.admin2, c.admin1, c.country) if part)
            click.echo(f"{c.name} ({c.kind}; {inside})  {c.lat:.3f}, {c.lon:.3f}  {c.id}  match {c.match}")
    if not found:
        click.echo(f"No place called {name!r} is known. Add it with: fogline gazetteer add FILE", err=True)
        raise SystemExit(2)


@gazetteer.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--as",
    "form",
    type=click.Choice(["geonames", "pcodes"]),
    required=True,
    help="A GeoNames dump or an OCHA P-code table.",
)
@click.option("--country", help="ISO 3166-1 alpha-2 code, for P-code tables without one.")
@click.option(
    "--to",
    "target",
    type=click.Path(path_type=Path),
    default=Path("places.tsv"),
    show_default=True,
    help="Your places.tsv.",
)
def add(source: Path, form: str, country: str | None, target: Path) -> None:
    """Add the places of SOURCE to your own places.tsv."""
    from fogline.gazetteer.importers import append, read_geonames, read_pcodes

    entries = read_geonames(source) if form == "geonames" else read_pcodes(source, country)
    click.echo(f"{append(target, entries)} places added to {target}")
