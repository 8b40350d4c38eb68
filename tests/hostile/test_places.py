"""Hostile names and things on the disk, addresses, settings and tables of the user's own: a reason each."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.hostile.case import CANARY, SENTENCE
from tests.hostile.trial import odd_documents, odd_issues, opened

from fogline.cli.settings import settings
from fogline.errors import FoglineError
from fogline.language.actor_lexicon import ActorLexicon
from fogline.model.issue import Issue
from fogline.sources.limits import Limits
from fogline.sources.web import fetch

NAMES = (
    "a\nb.txt",
    "a\x1b[31m.txt",
    "a\u202etxt.exe",
    "x" * 250 + ".txt",
    b"\xff\xfe.txt".decode("utf-8", "surrogateescape"),
    "=cmd.txt",
    "-rf.txt",
    "<script>alert(1)</script>.txt".replace("/", "_"),
    "{{7*7}}.txt",
    "$(id).txt",
    "`id`.txt",
    "a\tb.txt",
    "a\r.txt",
    "~.txt",
    "%2e%2e.txt",
    "'; DROP TABLE.txt",
    "\\..\\a.txt",
    "C:a.txt",
    "CON",
    "a.txt ",
    "\u200b.txt",
    "e\u0301\u0323.txt",
    "\x7f.txt",
    "a|b.txt",
)
ADDRESSES = (
    "file:///etc/passwd",
    "ftp://127.0.0.1/x",
    "gopher://127.0.0.1/",
    "data:text/html,x",
    "javascript:alert(1)",
    "http://",
    "https://",
    "http:///x",
    "http://[::1",
    "http://127.0.0.1:99999/",
    "http://127.0.0.1:x/",
    "http://\n/",
    "http://a\0b/",
    "http://" + "a" * 5000 + "/",
    "http://.../",
    "http://\u202e/",
    "http://-/",
    "http://%00/",
    "//127.0.0.1/x",
    "\\\\host\\share",
    "a" * 5000,
    "a/" * 3000,
    "\0",
    "",
    "http://\ud800/",
)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_on_the_disk_is_a_label(name: str, tmp_path: Path) -> None:
    """Seen failing without ``printable`` in ``sources.refused``: the reason holds the codes of the name."""
    (tmp_path / name).write_bytes(SENTENCE.encode())
    (tmp_path / f"{name[:200]}.pdf").write_bytes(b"%PDF-")
    documents, issues = opened([str(tmp_path)])
    assert [d.text for d in documents] == [SENTENCE]
    assert len(issues) == 1
    assert [*odd_documents(documents), *odd_issues(issues)] == []


def _folder(path: Path) -> None:
    path.mkdir()


def _hollow(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(10_000_000_000)


def _deep(path: Path) -> None:
    here = path
    for _ in range(60):
        here = here / ("d" * 60)
    os.makedirs(here)
    (here / "a.txt").write_bytes(SENTENCE.encode())


def _bound(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(path))


THINGS: tuple[tuple[str, Callable[[Path], object], str | None], ...] = (
    ("a pipe", os.mkfifo, "not_a_file"),
    ("a socket", _bound, "not_a_file"),
    ("a device", lambda p: p.symlink_to("/dev/zero"), "not_a_file|link_outside"),
    ("a null device", lambda p: p.symlink_to("/dev/null"), "not_a_file|link_outside"),
    ("a link to itself", lambda p: p.symlink_to(p), "link_outside|unreadable|missing"),
    ("a link to nothing", lambda p: p.symlink_to(p.parent / "none"), "link_outside|unreadable|missing"),
    ("a link outside", lambda p: p.symlink_to("/etc/passwd"), "link_outside"),
    ("a link to the root", lambda p: p.symlink_to("/"), "link_outside"),
    ("a link upwards", lambda p: p.symlink_to(p.parent), None),
    ("a folder named as a file", _folder, None),
    ("ten gigabytes of nothing", _hollow, "too_large"),
    ("sixty folders deep", _deep, None),
)


@pytest.mark.parametrize(("make", "code"), [t[1:] for t in THINGS], ids=[t[0] for t in THINGS])
def test_what_is_no_file_is_told_and_the_rest_is_read(
    make: Callable[[Path], object], code: str | None, tmp_path: Path
) -> None:
    """Found: a pipe in a folder was passed over without a reason, and one that was named was waited for without end."""
    (tmp_path / "good.txt").write_bytes(SENTENCE.encode())
    make(tmp_path / "odd.pdf")
    documents, issues = opened([str(tmp_path)])
    assert SENTENCE in [d.text for d in documents]
    assert not code or set(code.split("|")) & {i.code for i in issues}
    assert [*odd_issues(issues)] == []


@pytest.mark.parametrize("make", [os.mkfifo, _bound, lambda p: p.symlink_to("/dev/zero"), lambda p: p.symlink_to(p)])
def test_a_pipe_or_device_that_is_named_is_not_waited_for(make: Callable[[Path], object], tmp_path: Path) -> None:
    make(tmp_path / "odd.txt")
    documents, issues = opened([str(tmp_path / "odd.txt")])
    assert (documents, len(issues)) == ([], 1)
    assert [*odd_issues(issues)] == []


@pytest.mark.parametrize("name", ADDRESSES, ids=lambda a: ascii(a[:30]))
def test_what_is_no_web_address_is_never_fetched(name: str) -> None:
    """Found: a name of 5,000 letters crashed. Nothing of ``/etc`` is read under the name of an address."""
    documents, issues = opened([name]) if name else ([], [])
    assert documents == []
    assert name == "" or len(issues) == 1
    assert [*odd_issues(issues)] == []


ANSWERS: tuple[tuple[str, bytes, bytes], ...] = (
    ("nothing", b"", b""),
    ("rubbish", b"\xff" * 1000, b""),
    ("no status", b"HTTP/1.1\r\n\r\n", b""),
    ("a status that is none", b"HTTP/1.1 99999999 x\r\n\r\n", b""),
    ("continue without end", b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ("heads without end", b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    ("a head without end", b"HTTP/1.1 200 OK\r\nX: ", b"y" * 1000),
    ("a drop at a time", b"HTTP/1.1 200 OK\r\nX: ", b"y"),
    ("a body without end", b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 1000),
    ("a length that lies", b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\nx", b""),
    ("a length below zero", b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", b"x"),
    ("chunks that lie", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffff\r\nx", b""),
    ("chunks that are none", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", b""),
    ("chunks without end", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    *(
        (f"leads to {to[:40]}", f"HTTP/1.1 302 x\r\nLocation: {to}\r\n\r\n".encode(), b"")
        for to in (
            "http://127.0.0.1:9/",
            "http://localhost:9/",
            "http://[::1]:9/",
            "http://2130706433/",
            "http://0x7f000001/",
            "http://0177.0.0.1/",
            "http://127.1/",
            "http://0/",
            "http://169.254.169.254/latest/meta-data/",
            "http://[::ffff:127.0.0.1]/",
            "http://[64:ff9b::7f00:1]/",
            "http://10.0.0.1/",
            "http://192.168.0.1/",
            "http://100.64.0.1/",
            "file:///etc/passwd",
            "ftp://127.0.0.1/",
            "gopher://127.0.0.1/",
            "data:text/html,x",
            "javascript:x",
            "//127.0.0.1:9/",
            "\\\\127.0.0.1\\x",
            "http://",
            "http://[",
            "http://a:b@127.0.0.1/",
            "/again",
        )
    ),
)


@contextmanager
def answering(first: bytes, then: bytes) -> Iterator[str]:
    """A server that sends ``first`` and goes on with ``then`` until it is left."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()
        thread = threading.Thread(target=_serve, args=(server, first, then, stop), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        stop.set()
        server.shutdown(socket.SHUT_RDWR)
        thread.join(5)


def _serve(server: socket.socket, first: bytes, then: bytes, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            end, _ = server.accept()
        except OSError:
            return
        with end:
            try:
                end.recv(4096)
                end.sendall(first)
                while then and not stop.wait(0.02):
                    end.sendall(then)
            except OSError:
                continue


@pytest.mark.parametrize(("first", "then"), [a[1:] for a in ANSWERS], ids=[a[0] for a in ANSWERS])
def test_a_hostile_server_costs_no_more_than_the_time_allowed(first: bytes, then: bytes) -> None:
    """Found: a server that says "100 Continue" for ever, or sends its heads a drop at a time, was listened to without end."""
    met: list[object] = []
    with answering(first, then) as address:
        asking = threading.Thread(
            target=lambda: met.append(fetch(address, Limits(seconds=0.5, file=100_000))), daemon=True
        )
        asking.start()
        asking.join(5)
        assert met, "still listening"
    (answer,) = met
    if isinstance(answer, Issue):
        assert [*odd_issues([answer])] == []
    else:
        assert first.startswith(b"HTTP/1.1 200") or b"-5" in first


ROWS = (
    "",
    "\t" * 500,
    "id\tname",
    "\x1b[31m",
    "x" * 1_000_000,
    "\0",
    "=1+1\t" * 3,
    "\ufeff",
    "a|b|c\t\u202e",
    '"' * 999,
    "#" * 999,
    "\r\r\r",
    "../../x\ty",
    "<script>\t{{7*7}}",
)


@pytest.mark.parametrize("row", [r.encode() for r in ROWS] + [b"\xff\xfe", b"\x00\xd8", bytes(range(256))], ids=ascii)
@pytest.mark.parametrize("head", [True, False])
def test_the_user_s_own_actors_are_read_or_refused_with_a_sentence(row: bytes, head: bool, tmp_path: Path) -> None:
    """Found: a table that is no UTF-8 crashed."""
    from fogline.language.actor_entry import COLUMNS

    path = tmp_path / "actors.tsv"
    path.write_bytes(("\t".join(COLUMNS) + "\n").encode() * head + row + b"\n")
    try:
        ActorLexicon.load(path)
    except FoglineError as error:
        assert str(error).endswith(".")  # noqa: PT017 - read or refused, both are right


SETTINGS = (
    b"\xff",
    b"\0",
    b"=",
    b"[",
    b"a = " + b"[" * 50_000,
    b"nothing = 1",
    b"largest_file = -1",
    b'largest_file = "x"',
    b"largest_file = " + b"9" * 5000,
    b"largest_file = 1e999",
    b'cache = "\\u0000"',
    b'actors = "/nowhere"',
    b'cache = "' + b"a/" * 5000 + b'"',
    b"ledger = []",
    b"person = {a = 1}",
    b"x = 1\nx = 2",
    b'ledger = "\\ud800"',
    b"a.b.c = 1",
    b"[a]\nb = 1",
    b"# " + b"x" * 1_000_000,
)


@pytest.mark.parametrize("content", SETTINGS, ids=lambda c: ascii(c[:25]))
def test_settings_are_taken_or_refused_with_a_sentence(content: bytes, tmp_path: Path) -> None:
    """Found: brackets fifty thousand deep, and a null in a path, crashed."""
    (tmp_path / "fogline.toml").write_bytes(content)
    try:
        settings(tmp_path, {})
    except FoglineError as error:
        assert len(str(error)) > 20  # noqa: PT017 - taken or refused, both are right


def test_the_canary_lives() -> None:
    """What the families of files look for stands in a file that a reader could reach."""
    assert CANARY in Path(__file__).with_name("case.py").read_text(encoding="utf-8")
