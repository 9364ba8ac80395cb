"""What was added is always found, and little else is."""

from __future__ import annotations

from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from eventschema.models.bloom_filter import BloomFilter


@given(st.sets(st.binary(min_size=32, max_size=32)))
def test_what_was_added_is_there(digests: set[bytes]) -> None:
    """Whatever else was added."""
    known = BloomFilter()
    for digest in digests:
        known.add(digest)
    assert all(digest in known for digest in digests)


def test_little_else_is_there() -> None:
    """Beside 20,000 digests none of 2,000 others."""
    known = BloomFilter()
    for number in range(20_000):
        known.add(sha256(b"%d" % number).digest())
    assert sum(sha256(b"-%d" % number).digest() in known for number in range(2_000)) == 0
