"""A file of weights is refused where bytes are missing that its header announces."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventschema.errors import ConfigurationError
from eventschema.models import gguf
from eventschema.models.gguf import ensure_whole, fingerprint, least_size
from eventschema.models.weights import BUILT_IN

UINT8, UINT32, STRING, ARRAY, FLOAT64 = 0, 4, 8, 9, 12
F32, Q4_0, UNKNOWN = 0, 2, 99


def string(text: str) -> bytes:
    """A string as the format writes it."""
    return struct.pack("<Q", len(text)) + text.encode()


def pair(key: str, kind: int, value: bytes) -> bytes:
    """A key and its value."""
    return string(key) + struct.pack("<I", kind) + value


def array(kind: int, *values: bytes, count: int | None = None) -> bytes:
    """An array, which may say that it is longer than it is."""
    length = len(values) if count is None else count
    return struct.pack("<IQ", kind, length) + b"".join(values)


def tensor(kind: int, *dimensions: int, offset: int = 0) -> bytes:
    """What a header tells of a tensor."""
    shape = struct.pack(f"<I{len(dimensions)}Q", len(dimensions), *dimensions)
    return string("blk.0.weight") + shape + struct.pack("<IQ", kind, offset)


def header(*pairs: bytes, tensors: tuple[bytes, ...] = (), version: int = 3) -> bytes:
    """A whole header."""
    counts = struct.pack("<IQQ", version, len(tensors), len(pairs))
    return b"GGUF" + counts + b"".join(pairs) + b"".join(tensors)


def padded(content: bytes, alignment: int = 32) -> int:
    """Where the tensors of a header begin."""
    return -(-len(content) // alignment) * alignment


TYPICAL = header(
    pair("general.architecture", STRING, string("toy")),
    pair("tokenizer.tokens", ARRAY, array(STRING, string("a"), string(""), string("bcd"))),
    pair("tokenizer.scores", ARRAY, array(FLOAT64, bytes(8), bytes(8))),
    pair("toy.flag", UINT8, b"\1"),
    tensors=(tensor(F32, 4, 3), tensor(Q4_0, 64, 2, offset=64)),
)
TYPICAL_SIZE = padded(TYPICAL) + 64 + 4 * 18


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a file may be written."""
    return tmp_path / "own.gguf"


def least(path: Path, content: bytes) -> int:
    """The least size that a file with this content claims."""
    path.write_bytes(content)
    return least_size(path)


@pytest.mark.parametrize("version", [2, 3])
def test_the_last_tensor_tells_the_size(path: Path, version: int) -> None:
    """The least size is the end of the tensor that ends last, after the padded header."""
    content = TYPICAL[:4] + struct.pack("<I", version) + TYPICAL[8:]
    assert least(path, content + bytes(1000)) == TYPICAL_SIZE


def test_every_cut_is_noticed(path: Path) -> None:
    """Whatever is missing, the error tells how many bytes there are, and what to do."""
    whole = TYPICAL.ljust(TYPICAL_SIZE, b"\0")
    path.write_bytes(whole)
    ensure_whole(path)
    for size in range(4, len(whole)):
        path.write_bytes(whole[:size])
        with pytest.raises(ConfigurationError, match=f"has {size} bytes of at least ") as caught:
            ensure_whole(path)
        assert str(caught.value).endswith("Delete it and fetch it again.")


def test_a_longer_file_is_accepted(path: Path) -> None:
    """Some writers pad the last tensor, too."""
    path.write_bytes(TYPICAL.ljust(TYPICAL_SIZE + 32, b"\0"))
    ensure_whole(path)


@pytest.mark.parametrize(
    ("alignment", "obeyed"), [(64, 64), (1, 1), (0, 32)], ids=["wide", "none", "senseless"]
)
def test_the_alignment_of_the_file_is_obeyed(path: Path, alignment: int, obeyed: int) -> None:
    """`general.alignment` tells where the tensors begin; 32 where it says nothing of use."""
    told = pair("general.alignment", UINT32, struct.pack("<I", alignment))
    content = header(told, tensors=(tensor(F32, 5),))
    assert least(path, content) == padded(content, obeyed) + 20


def test_a_tensor_of_a_new_type_counts_from_its_offset(path: Path) -> None:
    """A type that is not in the table never makes a good file be refused."""
    content = header(tensors=(tensor(UNKNOWN, 1000, offset=96),))
    assert least(path, content) == padded(content) + 96


@pytest.mark.parametrize("version", [1, 4, 3 << 24])
def test_other_versions_are_left_to_the_engine(path: Path, version: int) -> None:
    """It tells itself which versions it reads, and that a file is of another byte order."""
    path.write_bytes(header(version=version))
    ensure_whole(path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not a GGUF file"),
        (b"GGU", "is not a GGUF file"),
        (b"<!DOCTYPE html>", "is not a GGUF file"),
        (header(pair("k", 13, bytes(99))), "is damaged: no value has the type 13"),
        (header(pair("k", ARRAY, array(ARRAY, bytes(99)))), "no value has the type 9"),
        (header(tensors=(tensor(F32, 1, 1, 1, 1, 1),)), "no tensor has 5 dimensions"),
    ],
)
def test_a_senseless_header_is_refused(path: Path, content: bytes, message: str) -> None:
    """What cannot be a model is named, with what to do about it."""
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match=message):
        ensure_whole(path)


@pytest.mark.parametrize(
    "content",
    [
        b"GGUF" + struct.pack("<IQQ", 3, 2**60, 0),
        b"GGUF" + struct.pack("<IQQ", 3, 0, 2**64 - 1),
        header(pair("k", ARRAY, array(STRING, count=2**60))),
        header(pair("k", ARRAY, array(FLOAT64, count=2**64 - 1))),
        header(tensors=(tensor(F32, *[2**64 - 1] * 4),)),
    ],
)
def test_great_claims_cost_nothing(path: Path, content: bytes) -> None:
    """A count that the file has no room for is refused without counting."""
    began = time.monotonic()
    path.write_bytes(content + bytes(10_000))
    with pytest.raises(ConfigurationError, match="truncated or damaged"):
        ensure_whole(path)
    assert time.monotonic() - began < 1


def test_a_long_header_is_left_to_the_engine(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than the beginning of a file is read."""
    monkeypatch.setattr(gguf, "LONGEST_HEADER", 1000)
    content = header(pair("k", ARRAY, array(STRING, *[string("token")] * 200)), b"senseless" * 9)
    path.write_bytes(content)
    ensure_whole(path)


@given(content=st.binary(max_size=300), prefix=st.integers(0, len(TYPICAL)))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_fine_or_refused(path: Path, content: bytes, prefix: int) -> None:
    """Garbage, also behind a good beginning, is never a crash."""
    path.write_bytes(TYPICAL[:prefix] + content)
    try:
        ensure_whole(path)
    except ConfigurationError as error:
        assert str(path) in str(error)  # noqa: PT017 - both ends are right


@given(position=st.integers(4, len(TYPICAL) - 1), byte=st.integers(0, 255))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_byte_is_fine_or_refused(path: Path, position: int, byte: int) -> None:
    """A damaged header is never a crash."""
    content = bytearray(TYPICAL.ljust(TYPICAL_SIZE, b"\0"))
    content[position] = byte
    path.write_bytes(content)
    try:
        ensure_whole(path)
    except ConfigurationError as error:
        assert str(path) in str(error)  # noqa: PT017 - both ends are right


@given(position=st.integers(0, TYPICAL_SIZE - 1))
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_changed_byte_is_another_model(position: int, path: Path) -> None:
    """No byte of a small file can change without its fingerprint."""
    content = bytearray(TYPICAL.ljust(TYPICAL_SIZE, b"\0"))
    path.write_bytes(content)
    before = fingerprint(path)
    content[position] ^= 1
    path.write_bytes(content)
    assert fingerprint(path) != before


def test_numbers_trained_anew_are_another_model(path: Path) -> None:
    """A large file of the same header and size is told by the numbers at its end, too."""
    content = bytearray(TYPICAL.ljust(2**24, b"\0"))
    path.write_bytes(content)
    before = fingerprint(path)
    content[2**23 :] = b"\1" * 2**23
    path.write_bytes(content)
    assert fingerprint(path) != before


def test_all_parts_of_a_split_model_are_looked_at(tmp_path: Path) -> None:
    """A model in several files is accepted where each of them is there and whole."""
    parts = [tmp_path / f"big-0000{number}-of-00003.gguf" for number in (1, 2, 3)]
    for part in parts:
        part.write_bytes(TYPICAL.ljust(TYPICAL_SIZE, b"\0"))
    ensure_whole(parts[0])
    whole = fingerprint(parts[0])
    parts[1].write_bytes(TYPICAL)
    assert fingerprint(parts[0]) != whole
    with pytest.raises(ConfigurationError, match=r"big-00002-of-00003.gguf has "):
        ensure_whole(parts[0])
    parts[1].unlink()
    with pytest.raises(FileNotFoundError, match=r"big-00002-of-00003.gguf"):
        ensure_whole(parts[0])


@pytest.mark.live
@pytest.mark.skipif(not BUILT_IN.path.exists(), reason="the weights have not been put together")
def test_the_built_in_weights_have_exactly_their_least_size() -> None:
    """What the header of the real file announces is what its makers published."""
    assert least_size(BUILT_IN.path) == BUILT_IN.size
