"""Numbers as newspapers print them, in digits or words: "1,200", "two hundred and six", "a dozen".

`NUMBER` and `VAGUE` are sources of regular expressions, to be compiled with `re.IGNORECASE`: a
number that has one value, and a plural that stands for many ("dozens", "several hundred"). `value`
reads what either matches; `MULTIPLIERS` are the words that multiply what stands before them.
Ordinals, decimals without a multiplier ("2.1") and numerals that run into letters ("450km", "12th")
match neither.
"""

from __future__ import annotations

import re

_UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_SMALL_WORDS = _UNDER_TWENTY.split()
_TEN_WORDS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = (
    {word: number for number, word in enumerate(_SMALL_WORDS)}
    | {word: 10 * number for number, word in enumerate(_TEN_WORDS, start=2)}
    | {"both": 2, "couple": 2, "pair": 2, "duo": 2, "trio": 3}
)
_MULTIPLES = {"dozen": 12, "score": 20, "hundred": 100}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
MULTIPLIERS = frozenset({*_MULTIPLES, *_SCALES})

_MOST = (
    1e15  # a table's row of numbers may look like one of three hundred digits, which is infinite
)
# Twelve digits hold every number of people; Python refuses to read numerals of thousands of digits.
_DIGITS = r"(?:\d{1,3}(?:[, \u00a0\u2009\u202f]\d{3})+|\d{1,12})(?![\w/]|[.,]\d)"
_SMALL = (
    rf"\b(?:(?:{'|'.join(_TEN_WORDS)})(?:[-\s](?:{'|'.join(_SMALL_WORDS[1:10])}))?"
    rf"|{'|'.join(reversed(_SMALL_WORDS))})\b"
)
_TIMES = rf"(?:{'|'.join(sorted(MULTIPLIERS))})\b"
_GROUP = (
    rf"(?:\d{{1,3}}\.\d{{1,2}}|{_DIGITS}|{_SMALL}|\b(?:half[-\s])?an?)\s+{_TIMES}(?:\s+{_TIMES})?"
)
_SPECIAL = (
    r"\b(?:(?:an?\s+)?half[-\s]dozen|both|(?:an?|the)\s+(?:\w+\s+)?(?:couple|pair|duo|trio))\b"
)

NUMBER = (
    rf"(?:{_SPECIAL}|{_GROUP}(?:\s+(?:and\s+)?{_GROUP})*(?:\s+(?:and\s+)?{_SMALL})?"
    rf"|{_SMALL}|{_DIGITS})"
)
VAGUE = (
    r"\b(?:(?:tens|dozens|scores|hundreds|thousands|millions)(?:\s+of\s+(?:thousands|millions))?"
    r"|(?:several|a\s+few|many)\s+(?:dozen|score|hundred|thousand|million)s?)\b"
)


def value(number: str) -> int:
    """The value of what `NUMBER` or `VAGUE` matched; a vague plural is worth one of its unit.

    Other words in it count for nothing, so that a text without a number is 0.
    """
    total, group = 0.0, 0.0
    for word in re.findall(r"\d+\.\d+|\d[\d,\s]*|[a-z]+", number.lower()):
        singular = word.removesuffix("s")
        if singular in _MULTIPLES:
            group = min((group or 1) * _MULTIPLES[singular], _MOST)
        elif singular in _SCALES:
            total, group = total + (group or 1.0) * _SCALES[singular], 0.0
        else:
            group += _addend(word)
    return round(min(total + group, _MOST))


def _addend(word: str) -> float:
    if word[0].isdigit():
        return float(re.sub(r"[,\s]", "", word))
    if word == "half":
        return 0.5
    return _VALUES.get(word, _VALUES.get(word.removesuffix("s"), 0))
