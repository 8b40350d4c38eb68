"""Web archives: one raw report a page. The only file that knows fastwarc."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw
from fogline.sources.archives import over
from fogline.sources.limits import Limits
from fogline.sources.refused import printable, refused, too_large

MAGIC = b"WARC/"
TEXTUAL = ("text/", "application/xhtml", "application/pdf", "application/xml", "application/json", "application/rss")
FETCHED = 200


def is_warc(raw: Raw) -> bool:
    """Whether the bytes are a web archive (already unpacked from gzip)."""
    return raw.data.startswith(MAGIC)


def records(raw: Raw, limits: Limits) -> Iterator[Raw | Issue]:
    """The pages fetched with success that can hold text; pictures, scripts and failures are passed over."""
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        stream = ArchiveIterator(io.BytesIO(raw.data), record_types=kinds, parse_http=True, auto_decode="all")
        unpacked = pages = 0
        whole = replace(limits, file=limits.total)
        for number, record in enumerate(stream, 1):
            if number > limits.entries:
                yield refused("too_many", raw.name, f"holds more than {limits.entries:,} records. Split it.")
                return
            if (page := _page(raw, record, limits)) is not None:
                unpacked += 0 if isinstance(page, Issue) else len(page.data)
                if issue := over(raw.name, unpacked, len(raw.data), whole):
                    yield issue
                    return
                pages += 1
                yield page
        if not pages:
            yield refused("empty", raw.name, "a web archive without a page of text. There is nothing to read.")
    except (OSError, ValueError) as error:
        yield refused("broken_archive", raw.name, f"not a whole web archive ({error}). Fetch it again.")


def _page(raw: Raw, record: WarcRecord, limits: Limits) -> Raw | Issue | None:
    address = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    if record.http_headers is not None and record.http_headers.status_code != FETCHED:
        return None
    media = record.http_content_type or record.headers.get("Content-Type") or ""
    if not media.startswith(TEXTUAL) or "javascript" in media or "css" in media:
        return None
    name = f"{raw.name}!/{printable(address)}"
    data = record.reader.read(limits.file + 1)
    if len(data) > limits.file:
        return too_large(name, limits.file)
    charset = f"; charset={record.http_charset}" if record.http_charset else ""
    url = printable(address) or None
    return Raw(name, data, media + charset, record.headers.get("WARC-Date"), Hints(url=url))
