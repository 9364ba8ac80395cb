"""What is known not to be there, without a look: a Bloom filter (B. H. Bloom, 1970)."""

from __future__ import annotations

import threading
from collections.abc import Iterator

BITS = 1 << 24
"""2 MiB: of keys that were never added, 1 in 10,000 seems to be there beside 400,000 others."""

_HASHES = 4
_WIDTH = 8


class BloomFilter:
    """A set of digests of 32 bytes or more, in the same memory however many they are.

    `digest in filter` is true for all that were added, and seldom for another one.
    """

    def __init__(self) -> None:
        self._bits = bytearray(BITS // 8)
        self._lock = threading.Lock()

    def add(self, digest: bytes) -> None:
        """Take it in."""
        with self._lock:
            for byte, bit in _places(digest):
                self._bits[byte] |= bit

    def __contains__(self, digest: bytes) -> bool:
        """Whether it may have been added."""
        return all(self._bits[byte] & bit for byte, bit in _places(digest))


def _places(digest: bytes) -> Iterator[tuple[int, int]]:
    for start in range(0, _HASHES * _WIDTH, _WIDTH):
        place = int.from_bytes(digest[start : start + _WIDTH]) % BITS
        yield place >> 3, 1 << (place & 7)
