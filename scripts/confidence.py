"""Fit the weights of claims/confidence.py on gold claims, and say how they do on documents left out.

    python scripts/confidence.py GOLD_DIR… [--write]

Only claims that match a gold claim, or nothing (then they are wrong), count; claims that match an optional one are left out. With
``--write`` the weights go to src/fogline/data/confidence/weights.tsv. Provenance: the gold of tests/gold and the shared dev gold.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from fogline.claims.confidence import FEATURES
from fogline.cli.scoring import matched
from fogline.cli.settings import settings

RIDGE = 4.0
STEPS = 60
FOLDS = 10
TARGET = Path(__file__).parents[1] / "src/fogline/data/confidence/weights.tsv"
Array = NDArray[np.float64]


def fitted(x: Array, y: Array) -> Array:
    """Ridge logistic regression by Newton's method; the intercept (first column) is not shrunk."""
    w = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], RIDGE)
    penalty[0] = 1e-6
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, gradient)
    return w


def auc(p: Array, y: Array) -> float:
    """The chance that a right claim has a higher confidence than a wrong one."""
    right, wrong = p[y == 1], p[y == 0]
    return float(((right[:, None] > wrong).sum() + 0.5 * (right[:, None] == wrong).sum()) / (len(right) * len(wrong)))


def main() -> None:
    """Fit, leave documents out, print, perhaps write."""
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("--")]
    judged = [(doc, claim, right) for f in folders for doc, claim, right in matched(f, settings())]
    x = np.array([[float(holds(c)) for holds in FEATURES.values()] for _, c, _ in judged])
    y = np.array([float(right) for _, _, right in judged])
    documents = sorted({doc for doc, _, _ in judged})
    fold = {doc: n % FOLDS for n, doc in enumerate(documents)}
    of = np.array([fold[doc] for doc, _, _ in judged])
    p = np.zeros(len(y))
    for n in range(FOLDS):
        p[of == n] = 1 / (1 + np.exp(-x[of == n] @ fitted(x[of != n], y[of != n])))
    sys.stdout.write(
        f"{len(y)} claims of {len(documents)} documents, {y.mean():.3f} right; left out: AUC {auc(p, y):.3f}\n"
    )
    table: dict[int, list[int]] = defaultdict(list)
    for n, value in enumerate(p):
        table[min(9, int(value * 10))].append(n)
    for step in sorted(table):
        here = table[step]
        said, right = p[here].mean(), y[here].mean()
        sys.stdout.write(
            f"  {step / 10:.1f}-{step / 10 + 0.1:.1f}: {len(here):4} claims, said {said:.2f}, right {right:.2f}\n"
        )
    if "--write" in sys.argv:
        write(fitted(x, y))


def write(weights: Array) -> None:
    """The weights as a table that can be read."""
    head = "# Weights of the features of claims/confidence.py, fitted by scripts/confidence.py.\nfeature\tweight\n"
    lines = "".join(f"{name}\t{weight:.3f}\n" for name, weight in zip(FEATURES, weights, strict=True))
    TARGET.write_text(head + lines, encoding="utf-8")


if __name__ == "__main__":
    main()
