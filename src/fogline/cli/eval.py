"""``fogline eval``: how well the reading agrees with gold claims, by kind and field."""

from __future__ import annotations

import json
from pathlib import Path

import click

from fogline.cli.settings import settings


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--misses", type=click.IntRange(0), default=0, help="Also list up to N misses, wrong fields and extras.")
@click.option("--only", metavar="WORDS", help="List only misses whose line holds these words.")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 256), help="Processes that read.")
@click.option("--json", "as_json", is_flag=True, help="Print the scores as JSON.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Also write the claims to this file.")
def command(gold: Path, misses: int, only: str | None, workers: int, as_json: bool, out: Path | None) -> None:
    """Read the documents of GOLD (a folder of <id>.json files) and score the claims against its gold claims."""
    from fogline.cli.scoring import reliability, scores
    from fogline.model.record import to_line

    result = scores(gold, settings(), workers)
    if out:
        out.write_text("".join(f"{to_line(c)}\n" for c in result.claims), encoding="utf-8")
    if as_json:
        click.echo(json.dumps({**result.kinds, "fields": result.fields}, indent=1))
        return
    _print(result.kinds, result.fields)
    click.echo("confidence: said against right, by tenths (claims that match an optional one left out):")
    for lower, count, said, right in reliability(result.judged):
        click.echo(f"  {lower:.1f}–{lower + 0.1:.1f} {count:5} claims, said {said:.2f}, right {right:.2f}")
    listed = [line for line in result.misses if only is None or only in line]
    for line in listed[:misses]:
        click.echo(line)


def _print(kinds: dict[str, dict[str, float]], fields: dict[str, dict[str, float]]) -> None:
    click.echo(f"{'':12}{'gold':>6}{'made':>6}{'prec':>7}{'recall':>8}{'F1':>7}{'claimF1':>9}{'extra/gold':>12}")
    for name, r in kinds.items():
        click.echo(
            f"{name:12}{r['gold']:6}{r['made']:6}{r['precision']:7.3f}{r['recall']:8.3f}{r['f1']:7.3f}"
            f"{r['claim_f1']:9.3f}{r['extras_per_gold']:12.2f}"
        )
    click.echo("fields right where found and stated (*: only where gold or claim departs from the usual answer):")
    for name, c in fields.items():
        click.echo(f"  {name:10}{c['right']:7.3f}  of {c['stated']:.0f}")
