"""Saved answers of the ReliefWeb API (https://apidoc.reliefweb.int): one raw report a report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw
from fogline.sources.limits import Limits
from fogline.sources.refused import refused

HEAD = 4000


def is_reliefweb(raw: Raw) -> bool:
    """Whether the bytes look like an answer of the API: JSON with ``data`` and, in it, ``fields``."""
    head = raw.data[:HEAD]
    return head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") and b'"data"' in raw.data and b'"fields"' in raw.data


def reports(raw: Raw, limits: Limits) -> Iterator[Raw | Issue]:
    """The text of each report with title, source, day, address and language; other JSON is handed on as it is."""
    try:
        answer = json.loads(raw.data)
    except (ValueError, RecursionError):
        yield raw
        return
    items = answer.get("data") if isinstance(answer, dict) else None
    if not isinstance(items, list):
        yield raw
        return
    if not items:
        yield refused("empty", raw.name, "an answer without reports. There is nothing to read.")
    for number, item in enumerate(items[: limits.entries], 1):
        fields = item.get("fields") if isinstance(item, dict) else None
        name = f"{raw.name}!/{number}"
        if isinstance(fields, dict):
            yield _report(name, fields, raw.retrieved)
        else:
            yield refused("no_fields", name, "an item without fields. Ask the API for title, body, date and source.")


def _report(name: str, fields: Mapping[str, object], retrieved: str | None) -> Raw | Issue:
    as_html, body = _word(fields, "body-html"), _word(fields, "body")
    if not (as_html or body):
        return refused("empty", name, "a report without body. Ask the API for the field body-html.")
    dates = fields.get("date")
    published = (_word(dates, "original") or _word(dates, "created")) if isinstance(dates, dict) else None
    hints = Hints(
        title=_word(fields, "title"),
        published=published,
        publisher=_first(fields.get("source"), "name"),
        url=_word(fields, "url_alias") or _word(fields, "url"),
        language=_first(fields.get("language"), "code"),
    )
    media = "text/html; charset=utf-8" if as_html else "text/markdown; charset=utf-8"
    return Raw(name, (as_html or body or "").encode("utf-8", "replace"), media, retrieved, hints)


def _word(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _first(values: object, key: str) -> str | None:
    found = [_word(v, key) for v in values if isinstance(v, dict)] if isinstance(values, list) else []
    return ", ".join(v for v in found if v) or None if key == "name" else next((v for v in found if v), None)
