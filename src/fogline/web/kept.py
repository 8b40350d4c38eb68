"""What was worked out once and may be asked for again: bounded, and worked out once however many ask at the same time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(slots=True)
class _Slot(Generic[V]):
    """One value, or none yet; whoever holds the lock makes it."""

    lock: Lock = field(default_factory=Lock)
    values: list[V] = field(default_factory=list)


class Kept(Generic[K, V]):
    """At most ``most`` values by key; the one not asked for longest goes first. Safe among threads."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._lock = Lock()
        self._slots: OrderedDict[K, _Slot[V]] = OrderedDict()

    def of(self, key: K, make: Callable[[], V]) -> V:
        """The value of ``key``, made now where it is not held; others who ask meanwhile wait for it."""
        with self._lock:
            slot = self._slots.setdefault(key, _Slot())
            self._slots.move_to_end(key)
            while len(self._slots) > self._most:
                self._slots.popitem(last=False)
        with slot.lock:
            if not slot.values:
                slot.values.append(make())
            return slot.values[0]
