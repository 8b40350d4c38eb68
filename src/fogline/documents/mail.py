"""Mail: the letter's text, who sent it and when, and what hangs on it."""

from __future__ import annotations

import email.policy
import re
from email import message_from_bytes
from email.headerregistry import HeaderRegistry
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from fogline.documents.decode import decode
from fogline.documents.make import Text
from fogline.documents.markup import text_of
from fogline.documents.plain import prose
from fogline.documents.published import iso
from fogline.documents.refused import issue
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw
from fogline.sources.refused import printable

LONGEST_HEAD = 5000  # characters
MOST = 50  # attachments
QUOTED = re.compile(r"^>.*(?:\n|$)", re.MULTILINE)
SIGNATURE = re.compile(r"^-- ?\n", re.MULTILINE)
READ = ("pdf", "docx", "txt", "html", "htm", "csv", "tsv", "jsonl", "md")


def read(raw: Raw) -> tuple[Text, tuple[Raw, ...]] | Issue:
    """The letter without quoted letters and signature, and the attachments that can be reports."""
    try:
        letter = message_from_bytes(raw.data, policy=_bounded())
        body = letter.get_body(preferencelist=("plain", "html"))
        text = _text(body) if body is not None else ""
        hung = _attachments(raw, letter)
        hints = _hints(letter)
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        # the standard library's parser raises any of these on malformed headers
        return issue("broken_file", raw.name, f"not a whole letter ({type(error).__name__}). Save it again as text.")
    return Text(text, hints), hung


def _bounded() -> email.policy.EmailPolicy[EmailMessage]:
    """The library's reading of heads takes quadratic time (measured: 14 s for 20,000 parameters): their ends are not read."""
    made = HeaderRegistry()
    return email.policy.EmailPolicy(
        message_factory=EmailMessage, header_factory=lambda name, value: made(name, value[:LONGEST_HEAD])
    )


def _hints(letter: EmailMessage) -> Hints:
    sender, address = parseaddr(str(letter.get("From", "")))
    return Hints(
        title=str(letter.get("Subject", "")) or None,
        published=iso(str(letter.get("Date", ""))),
        publisher=sender or address.rsplit("@", 1)[-1] or None,
    )


def _text(part: MIMEPart) -> str:
    text = _characters(part)
    if part.get_content_subtype() == "html":
        return text_of(text)
    text = text.replace("\r\n", "\n")
    return prose(QUOTED.sub("", SIGNATURE.split(text)[0])).text


def _characters(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    media = f"charset={charset}" if charset else None
    return decode(payload, media) if isinstance(payload, bytes) else ""


def _attachments(raw: Raw, letter: EmailMessage) -> tuple[Raw, ...]:
    found: list[Raw] = []
    for part in list(letter.iter_attachments())[:MOST]:
        name = part.get_filename() or ""
        payload = part.get_payload(decode=True)
        if name.rsplit(".", 1)[-1].lower() in READ and isinstance(payload, bytes):
            found.append(Raw(f"{raw.name}!/{printable(name)}", payload, part.get_content_type(), raw.retrieved))
    return tuple(found)
