"""``fogline brief``: the situation as a sitrep that cites the words it rests on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from fogline.cli.settings import settings
from fogline.errors import FoglineError

if TYPE_CHECKING:
    from fogline.brief.brief import Brief
    from fogline.brief.map import Outline
    from fogline.brief.wording import Dates
    from fogline.model.incident import Rule
    from fogline.situation.situation import Situation

SUFFIXES = (".md", ".docx", ".pdf")


class SuffixUnknown(FoglineError):
    """A file whose name does not say what it is to be."""

    def __init__(self, met: str) -> None:
        super().__init__(f"--out: expected a file name that ends in {', '.join(SUFFIXES)}, met {met!r}.")


class NotWritten(FoglineError):
    """A file that cannot be written."""

    def __init__(self, target: Path, met: OSError) -> None:
        super().__init__(f"{target} cannot be written: {met.strerror or met}. Name another file with --out.")


@click.command()
@click.option("--ledger", "target", metavar="L", help="The ledger. Default: fogline.db.")
@click.option("--place", metavar="P", help="A country (name or ISO code), a place or a first-order division.")
@click.option("--from", "first", metavar="D", help="First day.")
@click.option("--to", "last", metavar="D", help="Last day.")
@click.option("--as-known", "known", metavar="D", help="What a reader could know on this day, by publication.")
@click.option(
    "--rule",
    type=click.Choice(["ucdp", "conservative"]),
    default="ucdp",
    show_default=True,
    help="For low, best, high.",
)
@click.option(
    "--dates",
    type=click.Choice(["british", "american"]),
    default="british",
    show_default=True,
    help="How days are written.",
)
@click.option("--lang", default="en", show_default=True, help="The language of the brief.")
@click.option("--link-base", default="", metavar="URL", help="Citations open in the server at this address.")
@click.option(
    "--out",
    metavar="FILE.md|.docx|.pdf",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write it, and as what.",
)
def command(  # the options are the interface
    target: str | None,
    place: str | None,
    first: str | None,
    last: str | None,
    known: str | None,
    rule: Rule,
    dates: Dates,
    lang: str,
    link_base: str,
    out: Path,
) -> int:
    """Write a situation brief in OCHA's order. A sentence is left out if a number, name or date in it cannot be traced."""
    from fogline.brief.brief import brief
    from fogline.brief.wording import Wording
    from fogline.cli.situations import Options, asked

    if out.suffix.lower() not in SUFFIXES:
        raise SuffixUnknown(out.name)
    wording = Wording.load(lang, dates)
    options = Options(target or settings().ledger, place, first, last, known, None, rule)
    found = asked(options)
    made = brief(found, texts(options.target, found), wording, outlines(), link_base)
    put(rendered(made, out.suffix.lower()), out)
    for left in made.refused:
        faults = "; ".join(f"{f.words!r} ({f.rule})" for f in left.faults[:3])
        click.echo(f"left out: {left.text[:120]} – not traced: {faults}", err=True)
    return 0


def texts(target: str, found: Situation) -> dict[str, str]:
    """The texts of the situation's documents, by id."""
    from fogline.ledger.connection import opened, reading
    from fogline.ledger.read import document_by_id

    with reading(opened(target)) as connection:
        held = (document_by_id(connection, source.id) for source in found.sources.documents)
        return {document.id: document.text for document in held if document}


def outlines() -> dict[str, Outline]:
    """The shipped shapes of countries, by ISO 3166-1 alpha-2 code."""
    from fogline.brief.map import Outline
    from fogline.web.shapes import load_shapes

    return {iso: Outline(c.rings, tuple((d.name, d.rings) for d in c.divisions)) for iso, c in load_shapes().items()}


def put(content: bytes, out: Path) -> None:
    """The file. Raises ``NotWritten``."""
    try:
        out.write_bytes(content)
    except OSError as error:
        raise NotWritten(out, error) from error


def rendered(made: Brief, suffix: str) -> bytes:
    """The bytes of the file."""
    from fogline.brief.markdown import markdown
    from fogline.brief.typeset import pdf, png
    from fogline.brief.word import word

    if suffix == ".md":
        return markdown(made).encode("utf-8")
    if suffix == ".pdf":
        return pdf(made)
    return word(made, {d.name: png(d, made) for d in made.drawings})
