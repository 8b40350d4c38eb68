"""Settings from ``fogline.toml`` in the working folder and from ``FOGLINE_*``: the only place that reads the environment."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from fogline.config import Settings
from fogline.errors import SettingUnknown, SettingWrong

FILE = "fogline.toml"
ELSEWHERE = frozenset(
    {"FOGLINE_SHARED", "FOGLINE_GOLD", "FOGLINE_TOKEN"}
)  # of tests, benchmarks and `serve`, not settings


def settings(folder: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """The defaults, overridden by ``fogline.toml``, overridden by ``FOGLINE_NAME`` variables.

    Raises ``SettingUnknown`` for a name that is none of ours and ``SettingWrong`` for a value of the wrong kind.
    """
    folder, environment = folder or Path.cwd(), os.environ if environment is None else environment
    known = {f.name: str(f.type) for f in fields(Settings)}
    values: dict[str, Path | str | int | None] = {}
    for name, value, where in [*_from_file(folder / FILE), *_from_environment(environment)]:
        if name not in known:
            raise SettingUnknown(name, where, sorted(known))
        values[name] = _typed(name, str(value), known[name], folder)
    values.setdefault("cache", Settings().cache.expanduser())
    return replace(Settings(), **values)  # type: ignore[arg-type]


def _from_file(path: Path) -> list[tuple[str, object, str]]:
    if not path.is_file():
        return []
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:  # TOML, UTF-8, numbers or depth
        raise SettingWrong(FILE, "a TOML file of name = value lines", str(error)) from error
    return [(name, value, FILE) for name, value in content.items()]


def _from_environment(environment: Mapping[str, str]) -> list[tuple[str, object, str]]:
    return [
        (name.removeprefix("FOGLINE_").lower(), value, name)
        for name, value in sorted(environment.items())
        if name.startswith("FOGLINE_") and name not in ELSEWHERE
    ]


def _typed(name: str, value: str, kind: str, folder: Path) -> Path | str | int:
    if kind.startswith("Path"):
        try:
            return (folder / Path(value).expanduser()).resolve()
        except (ValueError, RuntimeError, OSError) as error:  # a null in it, an unknown user, a link to itself
            raise SettingWrong(name, "a path", repr(value[:100])) from error
    if kind == "int":
        try:
            return int(value.replace("_", ""))
        except ValueError as error:
            raise SettingWrong(name, "a whole number", repr(value)) from error
    return value
