"""Every error class, each writing its own sentence: what was expected, what was met, what to do."""

from __future__ import annotations

from collections.abc import Sequence


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


class SettingUnknown(FoglineError):
    """A setting that Fogline does not know."""

    def __init__(self, name: str, where: str, known: list[str]) -> None:
        super().__init__(f"{where}: no setting is named {name!r}. Known settings: {', '.join(known)}.")


class SettingWrong(FoglineError):
    """A setting with a value of the wrong kind."""

    def __init__(self, name: str, expected: str, met: str) -> None:
        super().__init__(f"Setting {name}: expected {expected}, met {met}.")


class WorkerLost(FoglineError):
    """A worker process was killed from outside (often for want of memory)."""

    def __init__(self) -> None:
        super().__init__(
            "A worker process was ended from outside, perhaps for want of memory. Try again with --workers 1."
        )


class ReaderEnded(FoglineError):
    """The process that reads what people bring to a server did not survive a file."""

    def __init__(self, name: str, met: str) -> None:
        super().__init__(f"{name}: not read, {met}. The others were. Try it by itself, split or saved as plain text.")


class TokenMissing(FoglineError):
    """A server for others than this machine, without a token."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"Others can reach {host}: set a token that they must give (FOGLINE_TOKEN=… or --token), or serve on 127.0.0.1."
        )


class DayWrong(FoglineError):
    """A day that is none."""

    def __init__(self, name: str, met: str) -> None:
        super().__init__(f"{name}: expected a day such as 2024-12-01, met {met!r}.")


class InstantWrong(FoglineError):
    """An instant that is none."""

    def __init__(self, met: str) -> None:
        super().__init__(f"Expected an instant such as 2024-12-01T08:00:00Z or a day such as 2024-12-01, met {met!r}.")


class LedgerMissing(FoglineError):
    """No ledger stands where one was named."""

    def __init__(self, target: str) -> None:
        super().__init__(f"No ledger at {target}. Make one by adding reports: fogline add REPORTS --ledger {target}")


class NotALedger(FoglineError):
    """The file is something else."""

    def __init__(self, target: str, met: str) -> None:
        super().__init__(f"{target} is not a Fogline ledger: {met}. Name another file with --ledger.")


class LedgerTooNew(FoglineError):
    """The ledger was written by a later Fogline."""

    def __init__(self, target: str, met: str, known: str) -> None:
        super().__init__(
            f"{target} has schema version {met}; this Fogline knows versions up to {known}. Install a newer Fogline."
        )


class LedgerTooOld(FoglineError):
    """The ledger waits for an upgrade."""

    def __init__(self, target: str, met: str, known: str) -> None:
        super().__init__(
            f"{target} has schema version {met or 'none'}, expected {known}. Run: fogline ledger upgrade --ledger {target}"
        )


class LedgerLocked(FoglineError):
    """Another process is writing and did not finish in time."""

    def __init__(self, target: str, seconds: float) -> None:
        super().__init__(
            f"{target} was locked by another process for {seconds:.0f} s. Nothing was lost; wait for it and try again."
        )


class LedgerFull(FoglineError):
    """There is no room left to write."""

    def __init__(self, target: str) -> None:
        super().__init__(
            f"No room left on the disk of {target}. The document being added was not stored; those before it were."
        )


class LedgerUnreachable(FoglineError):
    """The file cannot be opened or written, or the server does not answer."""

    def __init__(self, target: str, met: str) -> None:
        super().__init__(f"The ledger {target} cannot be used: {met}. Check the path, its permissions and the server.")


class NothingNamed(FoglineError):
    """An id that the ledger does not hold."""

    def __init__(self, noun: str, name: str) -> None:
        super().__init__(f"The ledger holds no {noun} {name!r}. Find ids with: fogline search WORDS")


class FieldUnknown(FoglineError):
    """A field that cannot be corrected, or cannot be in a claim of this kind."""

    def __init__(self, field: str, known: Sequence[str]) -> None:
        super().__init__(f"No field {field!r} can be corrected here. Allowed: {', '.join(known)}.")


class ValueWrong(FoglineError):
    """A corrected value that the field cannot have."""

    def __init__(self, field: str, expected: str, met: str) -> None:
        super().__init__(f"{field}: expected {expected}, met {met!r}.")


class DecisionWrong(FoglineError):
    """A decision that would leave something that is no claim, or takes back what was never decided."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Not decided: {reason}.")


class PersonUnknown(FoglineError):
    """Nobody to write a decision down to."""

    def __init__(self) -> None:
        super().__init__("Who decides? Name yourself with --by, or set person in fogline.toml or FOGLINE_PERSON.")


class GoldMissing(FoglineError):
    """A folder without gold files, or an installation without the scorer."""

    def __init__(self, where: str) -> None:
        super().__init__(f"{where}: expected gold files (<id>.json with document and claims), met none.")


class NotTheDataset(FoglineError):
    """A file whose header is not that of the data set it is said to be."""

    def __init__(self, name: str, missing: list[str]) -> None:
        super().__init__(
            f"The file is no {name}: its header has no column {', '.join(missing)}. Give the CSV as it was published."
        )


class FileUnreadable(FoglineError):
    """A file that cannot be opened or unpacked."""

    def __init__(self, name: str, met: str) -> None:
        super().__init__(f"{name}: cannot be read ({met}).")


class NothingCovered(FoglineError):
    """A file of reference history without a single event."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name}: not one row is an event of violence, nothing was imported.")
