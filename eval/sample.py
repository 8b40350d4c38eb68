"""Thirty random claims of any reports, each beside its sentence, for reading by eye: how many are right?

    python eval/sample.py REPORTS… [--number 30] [--seed 1] [--published DAY]

The same seed and reports give the same sample. Mark each as right only when every field is.
"""

from __future__ import annotations

import argparse
import random
import sys

from fogline.cli.reports import Reports
from fogline.cli.settings import settings
from fogline.model.claim import Claim
from fogline.model.document import Document


def main() -> None:
    """Read, draw, print."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("reports", nargs="+")
    options.add_argument("--number", type=int, default=30)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--published")
    chosen = options.parse_args()
    reports = Reports(chosen.reports, settings(), chosen.published)
    claims = [(document, claim) for document, found in reports.read() for claim in found.items]
    drawn = random.Random(chosen.seed).sample(claims, min(chosen.number, len(claims)))  # noqa: S311 - a sample, no secret
    for n, (document, claim) in enumerate(drawn, 1):
        sys.stdout.write(f"{n}. {shown(document, claim)}\n\n")


def shown(document: Document, claim: Claim) -> str:
    """One claim in a few lines: its fields, then its sentence with the telling words in brackets."""
    figure = claim.figure
    number = f" {figure.low}–{'' if figure.high is None else figure.high} {figure.qualifier}" if figure else ""
    sense = " ".join(w for w in (claim.stance, claim.modality, "backdrop" if claim.backdrop else "") if w)
    doing = f"{[a.name for a in claim.agents]} -> {[t.name for t in claim.targets]}"
    place = f"{claim.place.name}/{claim.place.country}/{claim.place.precision}" if claim.place else "nowhere"
    time = f"{claim.time.first}..{claim.time.last}" if claim.time else "no time"
    span = figure.span if figure else claim.trigger
    start, end = span.start - claim.evidence.start, span.end - claim.evidence.start
    text = claim.evidence.text
    sentence = f"{text[:start]}[{text[start:end]}]{text[end:]}".replace("\n", " ")
    head = f"{claim.kind}/{claim.type}{'/' + claim.mode if claim.mode else ''}{number} ({sense})"
    says = [s.name for s in claim.attribution]
    setting = f"who {doing}; where {place}; when {time}; says {says}; in {document.id} of {document.published}"
    return f"{head}\n   {setting}\n   {sentence}"


if __name__ == "__main__":
    main()
