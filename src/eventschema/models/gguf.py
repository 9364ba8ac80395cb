"""GGUF files of weights: whether all is there that their headers announce, and which they are.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import io
import math
import os
import re
import struct
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from eventschema.errors import ConfigurationError

LONGEST_HEADER = 32 * 2**20
"""Bytes of a header that are looked at; a vocabulary of 150,000 tokens needs 6 million. What a
longer one announces is left to the engine to find out."""

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)  # of others the engine itself tells that it does not read them
_ALIGNMENT = (b"general.alignment", 32)
_BUFFER = 2**20

_HEAD = 8 * 2**20
_SAMPLES, _SAMPLE = 256, 4096

_UINT32, _STRING, _ARRAY = 4, 8, 9
_WIDTHS = {0: 1, 1: 1, 2: 2, 3: 2, _UINT32: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
# The least that each takes: a string; a key, its type and its value; a tensor's name, number of
# dimensions, type and offset.
_LEAST_STRING, _LEAST_PAIR, _LEAST_TENSOR = 8, 13, 24
_MOST_DIMENSIONS = 4

# The numbers in a block of each type of tensor, and its bytes.
_BLOCKS = {
    0: (1, 4),  # F32
    1: (1, 2),  # F16
    2: (32, 18),  # Q4_0
    3: (32, 20),  # Q4_1
    6: (32, 22),  # Q5_0
    7: (32, 24),  # Q5_1
    8: (32, 34),  # Q8_0
    9: (32, 40),  # Q8_1
    10: (256, 84),  # Q2_K
    11: (256, 110),  # Q3_K
    12: (256, 144),  # Q4_K
    13: (256, 176),  # Q5_K
    14: (256, 210),  # Q6_K
    15: (256, 292),  # Q8_K
    16: (256, 66),  # IQ2_XXS
    17: (256, 74),  # IQ2_XS
    18: (256, 98),  # IQ3_XXS
    19: (256, 50),  # IQ1_S
    20: (32, 18),  # IQ4_NL
    21: (256, 110),  # IQ3_S
    22: (256, 82),  # IQ2_S
    23: (256, 136),  # IQ4_XS
    24: (1, 1),  # I8
    25: (1, 2),  # I16
    26: (1, 4),  # I32
    27: (1, 8),  # I64
    28: (1, 8),  # F64
    29: (256, 56),  # IQ1_M
    30: (1, 2),  # BF16
    34: (256, 54),  # TQ1_0
    35: (256, 66),  # TQ2_0
    39: (32, 17),  # MXFP4
    40: (64, 36),  # NVFP4
    41: (128, 18),  # Q1_0
    42: (64, 18),  # Q2_0
}
_NO_BLOCK = (1, 0)

_SPLIT = re.compile(r"(.+)-\d{5}-of-(\d{5})\.gguf")


def ensure_whole(path: Path) -> None:
    """Raise ConfigurationError where the model is no GGUF file, or shorter than its header tells.

    Of a model that is split into several files, all are looked at. Raises OSError where one cannot
    be read.
    """
    for part in _parts(path):
        size = part.stat().st_size
        least = least_size(part)
        if size < least:
            raise ConfigurationError(
                f"The model {part} has {size:,} bytes of at least {least:,}: it is truncated or "
                "damaged. Delete it and fetch it again."
            )


def fingerprint(path: Path) -> str:
    """Eight hexadecimal digits that tell models of one file name apart, in milliseconds.

    They are of the sizes, the headers and samples of the numbers: training anew changes nearly all
    of these. Raises OSError where a file cannot be read.
    """
    digest = sha256()
    for part in _parts(path):
        size = part.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        with part.open("rb") as file:
            digest.update(file.read(_HEAD))
            for sample in range(_SAMPLES):
                file.seek(size * sample // _SAMPLES)
                digest.update(file.read(_SAMPLE))
    return digest.hexdigest()[:8]


def least_size(path: Path) -> int:
    """The bytes that the file must have at least, as its header, or what is left of it, tells.

    Raises:
        ConfigurationError: it is no GGUF file, or its header makes no sense.

    """
    with path.open("rb", buffering=_BUFFER) as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise ConfigurationError(f"The model {path} is not a GGUF file.")
        header = _Header(file)
        try:
            return _announced(header)
        except _CutError as cut:
            return cut.least
        except _TooLongError:
            return header.position
        except _SenselessError as error:
            raise ConfigurationError(
                f"The model {path} is damaged: {error}. Delete it and fetch it again."
            ) from None


def _parts(path: Path) -> list[Path]:
    found = _SPLIT.fullmatch(path.name)
    if found is None:
        return [path]
    name, count = found[1], found[2]
    numbers = range(1, int(count) + 1)
    return [path.with_name(f"{name}-{number:05}-of-{count}.gguf") for number in numbers] or [path]


class _CutError(Exception):
    """The file ends before its header does."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class _TooLongError(Exception):
    """The header is longer than LONGEST_HEADER."""


class _SenselessError(Exception):
    """What the header says cannot be."""


class _Header:
    """Reads a header from its front, and never more of a file than there is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = os.fstat(file.fileno()).st_size
        self.position = file.tell()

    def pass_by(self, count: int) -> None:
        """Go on by so many bytes."""
        self.ensure(count)
        self._file.seek(count, io.SEEK_CUR)
        self.position += count

    def ensure(self, count: int) -> None:
        """Find out whether so many bytes more are there, without going on."""
        if self.position + count > self._size:
            raise _CutError(self.position + count)
        if self.position > LONGEST_HEADER:
            raise _TooLongError

    def uint32(self) -> int:
        """The next four bytes."""
        return self._number("<I", 4)

    def uint64(self) -> int:
        """The next eight bytes."""
        return self._number("<Q", 8)

    def string(self) -> bytes:
        """The next string; of a long one, its beginning."""
        length = self.uint64()
        self.ensure(length)
        start = self._taken(min(length, _BUFFER))
        self.pass_by(length - len(start))
        return start

    def _number(self, form: str, width: int) -> int:
        self.ensure(width)
        (number,) = struct.unpack(form, self._taken(width))
        return int(number)

    def _taken(self, count: int) -> bytes:
        taken = self._file.read(count)
        self.position += count
        if len(taken) < count:  # somebody is just cutting it
            raise _CutError(self.position)
        return taken


def _announced(header: _Header) -> int:
    version = header.uint32()
    if version not in _VERSIONS:
        return header.position
    tensors, pairs = header.uint64(), header.uint64()
    header.ensure(pairs * _LEAST_PAIR + tensors * _LEAST_TENSOR)
    key, alignment = _ALIGNMENT
    for _ in range(pairs):
        alignment = _pair(header, key) or alignment
    ends = [_tensor_end(header) for _ in range(tensors)]
    if not ends:
        return header.position
    padding = -header.position % alignment
    return header.position + padding + max(ends)


def _pair(header: _Header, wanted: bytes) -> int | None:
    """Pass a key and its value by; the value, if the key is the wanted one."""
    key = header.string()
    kind = header.uint32()
    if key == wanted and kind == _UINT32:
        return header.uint32()
    if kind == _ARRAY:
        kind = header.uint32()
        _pass_values(header, kind, header.uint64())
    else:
        _pass_values(header, kind, 1)
    return None


def _pass_values(header: _Header, kind: int, count: int) -> None:
    if kind == _STRING:
        header.ensure(count * _LEAST_STRING)
        for _ in range(count):
            header.pass_by(header.uint64())
    elif kind in _WIDTHS:
        header.pass_by(count * _WIDTHS[kind])
    else:
        raise _SenselessError(f"no value has the type {kind}")


def _tensor_end(header: _Header) -> int:
    """Where a tensor ends, counted from where the first one begins."""
    header.string()
    dimensions = header.uint32()
    if dimensions > _MOST_DIMENSIONS:
        raise _SenselessError(f"no tensor has {dimensions} dimensions")
    numbers = math.prod(header.uint64() for _ in range(dimensions))
    block, width = _BLOCKS.get(header.uint32(), _NO_BLOCK)
    return header.uint64() + numbers // block * width
