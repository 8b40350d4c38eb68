"""``python -m fogline.cli``: the same as ``fogline``."""

from fogline.cli.main import run

run()
