"""One web page, fetched because the user named it. The only file of reading that touches the network."""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from datetime import UTC, datetime
from urllib.parse import SplitResult, urljoin, urlsplit

from fogline import __version__
from fogline.model.issue import Issue
from fogline.model.raw import Hints, Raw
from fogline.sources.limits import DEFAULT, Limits
from fogline.sources.refused import refused, too_large

PART = 1 << 16
REDIRECTS = (301, 302, 303, 307, 308)
FETCHED = 200
NAT64 = ipaddress.ip_network("64:ff9b::/96")  # an IPv4 address in its last four bytes
HEADERS = {
    "User-Agent": f"fogline/{__version__}",
    "Accept": "text/html, application/pdf, text/plain, application/rss+xml, application/json;q=0.9, */*;q=0.5",
    "Accept-Encoding": "identity",
}


def fetch(url: str, limits: Limits = DEFAULT, trusted: bool = True) -> Raw | Issue:
    """The page at ``url``, or why not. A ``trusted`` address may be a private one; no redirect ever may lead to one.

    Size, redirects and the time for all of it are bounded. The address that was checked is the one connected to, so that
    a name that changes its answer between the two gains nothing.
    """
    deadline = time.monotonic() + limits.seconds
    here = url
    try:
        for hop in range(limits.redirects + 1):
            answer = _get(here, trusted and hop == 0, deadline, limits)
            if not isinstance(answer, str):
                return answer
            here = answer
    except (OSError, http.client.HTTPException, ValueError) as error:
        return refused(
            "unreachable", here, f"cannot be fetched ({type(error).__name__}: {str(error)[:200]}). Try again later."
        )
    return refused("unreachable", url, f"leads on more than {limits.redirects} times. Name the final address.")


def public(address: str) -> bool:
    """Whether an IP address is one of the open internet: not private, local, reserved, and not such a one in disguise."""
    found = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if found in NAT64:
        inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


def _get(url: str, private: bool, deadline: float, limits: Limits) -> Raw | Issue | str:
    """The page, an issue, or the address that it redirects to."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return refused("unreachable", url, "not a web address (http or https). Nothing was fetched.")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = sorted({str(a[4][0]) for a in socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)})
    if not private and not all(public(address) for address in addresses):
        return refused("private_address", url, "leads into a private network. Not followed.")
    connection = _connected(parts, addresses, port, deadline)
    # the time limit of a socket begins anew with every byte: a server that sends one now and then would be heard for ever
    end = threading.Timer(_left(deadline), _cut, (connection,))
    end.daemon = True
    end.start()
    try:
        connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers=HEADERS)
        response = connection.getresponse()
        _left(deadline)
        if response.status in REDIRECTS and (target := response.getheader("Location")):
            return urljoin(url, target)
        if response.status != FETCHED:
            return refused("unreachable", url, f"the server answered {response.status} {response.reason}.")
        return _body(url, response, deadline, limits)
    finally:
        end.cancel()
        connection.close()


def _cut(connection: http.client.HTTPConnection) -> None:
    with contextlib.suppress(OSError, AttributeError):  # closed already
        connection.sock.shutdown(socket.SHUT_RDWR)


def _connected(parts: SplitResult, addresses: list[str], port: int, deadline: float) -> http.client.HTTPConnection:
    host = parts.hostname or ""
    connection = http.client.HTTPConnection(host, port)
    error: OSError | None = None
    for address in addresses:
        try:
            plain = socket.create_connection((address, port), _left(deadline))
        except OSError as failed:
            error = failed
            continue
        if parts.scheme == "https":
            connection.default_port = 443  # keeps the port out of the Host header
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        else:
            connection.sock = plain
        return connection
    raise error or OSError("no address")


def _body(url: str, response: http.client.HTTPResponse, deadline: float, limits: Limits) -> Raw | Issue:
    data = bytearray()
    while part := response.read1(PART):
        data += part
        if len(data) > limits.file:
            return too_large(url, limits.file)
        _left(deadline)
    _left(deadline)  # what was cut off is no whole page
    retrieved = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Raw(url, bytes(data), response.getheader("Content-Type"), retrieved, Hints(url=url))


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError("took too long")
    return left
