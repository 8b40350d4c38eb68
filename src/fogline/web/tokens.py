"""Who may come in, and that a form was sent from our own page: one token for the server, sessions signed, attempts limited."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

COOKIE = "fogline"
ATTEMPTS, SPAN = 5, 60.0  # wrong tokens of one client within so many seconds
CLIENTS = 10_000  # remembered at once: bounds memory under attack
Clock = Callable[[], float]


class Door:
    """The server's token (``None``: nobody is asked for one) and the secret by which sessions are signed.

    A session is ``random.signature``; signing in gives a new one signed with another purpose, so that a session from before
    the login is worth nothing. Nothing is stored: ending the server ends all sessions.
    """

    def __init__(self, token: str | None, secret: bytes | None = None) -> None:
        self._token = token
        self._secret = secret or secrets.token_bytes(32)

    @property
    def asks(self) -> bool:
        """Whether a token is needed at all."""
        return self._token is not None

    def right(self, given: str) -> bool:
        """Whether this is the token; takes the same time for every wrong one."""
        digests = [hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in (given, self._token or "")]
        return self.asks and hmac.compare_digest(*digests)

    def session(self, *, inside: bool) -> str:
        """A new session, signed in or not."""
        name = secrets.token_urlsafe(18)
        return f"{name}.{self._sign(_purpose(inside), name)}"

    def holds(self, session: str, *, inside: bool) -> bool:
        """Whether we signed this session for that purpose."""
        name, _, signature = session.partition(".")
        return _same(signature, self._sign(_purpose(inside), name))

    def admits(self, session: str) -> bool:
        """Whether the bearer may see pages."""
        return self.holds(session, inside=True) if self.asks else self.known(session)

    def known(self, session: str) -> bool:
        """Whether the session is ours, signed in or not."""
        return self.holds(session, inside=True) or self.holds(session, inside=False)

    def form_token(self, session: str) -> str:
        """A token for the forms of a page: different every time, so that compression betrays nothing of it."""
        salt = secrets.token_urlsafe(9)
        return f"{salt}.{self._sign('form', salt + session)}"

    def form_right(self, session: str, given: str) -> bool:
        """Whether the token came with a page of this session."""
        salt, _, signature = given.partition(".")
        return _same(signature, self._sign("form", salt + session))

    def _sign(self, purpose: str, words: str) -> str:
        return hmac.new(self._secret, f"{purpose}\x1f{words}".encode("utf-8", "replace"), "sha256").hexdigest()


class Attempts:
    """Wrong tokens by client; after a few the client waits."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._lock = clock, Lock()
        self._wrong: OrderedDict[str, deque[float]] = OrderedDict()

    def wait(self, client: str) -> float:
        """Seconds until this client may try again; 0 now."""
        with self._lock:
            times = self._recent(client)
            return max(0.0, times[0] + SPAN - self._clock()) if len(times) >= ATTEMPTS else 0.0

    def wrong(self, client: str) -> None:
        """Note a wrong token."""
        with self._lock:
            self._wrong[client] = self._recent(client)
            self._wrong[client].append(self._clock())
            self._wrong.move_to_end(client)
            while len(self._wrong) > CLIENTS:
                self._wrong.popitem(last=False)

    def _recent(self, client: str) -> deque[float]:
        after = self._clock() - SPAN
        return deque((t for t in self._wrong.get(client, ()) if t > after), maxlen=ATTEMPTS)


def _purpose(inside: bool) -> str:
    return "inside" if inside else "outside"


def _same(one: str, two: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), two.encode("utf-8"))
