"""Every error class, each writing its own sentence: what was expected, what was met, what to do."""

from __future__ import annotations


class FoglineError(Exception):
    """The caller or the configuration is wrong. The message is shown as it is; exit code 1."""


class LexiconError(FoglineError):
    """A data file of ours or of the user's does not have the shape it must have."""

    def __init__(self, source: str, line: int, expected: str, met: str) -> None:
        super().__init__(f"{source}, line {line}: expected {expected}, met {met}. Mend the line or take it out.")


class ModelMissing(FoglineError):
    """The parser's model is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"The language model {name!r} is not installed. Install Fogline with its dependencies (pip install fogline), "
            "or name an installed spaCy model in fogline.toml (parser_model)."
        )
