"""What the pieces of a sentence are to each other: subject, object, doer behind "by", owner.

A deed's nouns are sought by walking from it to the left or to the right, over what merely stands
between, until something else begins.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from eventschema.span import Span
from eventschema.spotting.incidents.party_clauses import Piece, pieces
from eventschema.spotting.incidents.party_nouns import NUMBERS, listed
from eventschema.spotting.scene import Scene

PLACES = (
    *listed("at in inside outside near against under of on to into between beside behind beneath"),
    *("opposite", "in front of", "next to", "close to", "outside of", "inside of", "on top of"),
    *("in the vicinity of", "in the middle of"),
)
"""The prepositions behind which stands where a bomb went off or was left."""

_BE = ("was", "were", "been", "being", "be", "is", "are")
_HAVE = ("has", "have", "had")
_RELATIVES = ("who", "which", "that")
_PREPOSITIONS = tuple(
    listed(
        "of in on at by for with from to into onto upon against near beside between among under"
        " over behind inside outside through throughout across along around about after before"
        " during since until toward towards without despite as than like following via"
    )
)
_LINKS = (",", "and", "or", "&", "plus")
_OPEN, _CLOSE = ("(", "["), (")", "]")
_STOPS = (";", ":", "-", "\u2013", "\u2014", ".")
_BEFORE_PARTICIPLE = 3
"""How many pieces before a participle the verb may stand that makes it a passive."""
_FARTHEST = 40
"""How many pieces away from its verb a subject is sought."""
_REACH = 14
"""How many pieces away from its deed a doer behind "by" is sought."""
_DETERMINERS = NUMBERS | listed(
    "the a an this that these those his her its their our my another other others some any"
    " all both several every each many few most more at least about approximately nearly"
    " almost also"
)


def _is_determiner(piece: Piece) -> bool:
    words = piece.words.casefold().split()
    return piece.kind == "word" and all(w in _DETERMINERS or w[0].isdigit() for w in words)


class Clauses:
    """The pieces of a sentence, and what they are to each other; nouns are told by their index."""

    def __init__(self, scene: Scene, number: int) -> None:
        self.text = scene.sentences[number]
        self.pieces: Sequence[Piece] = pieces(scene, number)

    def deeds(self) -> list[int]:
        """Where deeds are told."""
        return [at for at, piece in enumerate(self.pieces) if piece.kind == "deed"]

    def has_auxiliary(self, at: int) -> bool:
        """Whether a form of "to be" stands before the deed at `at`."""
        return any(piece.says(*_BE) for piece in self.pieces[max(0, at - _BEFORE_PARTICIPLE) : at])

    def is_passive(self, at: int) -> bool:
        """Whether the verb at `at` is in the passive voice, or a participle with its doer."""
        following = (
            piece
            for piece in self.pieces[at + 1 : at + 1 + _BEFORE_PARTICIPLE]
            if piece.kind != "word" or piece.says(*_PREPOSITIONS) or _is_determiner(piece)
        )
        first = next(following, None)
        return self.has_auxiliary(at) or (first is not None and first.says("by"))

    def subject(self, at: int) -> list[int]:
        """The nouns of which the verb at `at` tells; with an earlier verb it shares them."""
        at = self._first_of_verbs(at)
        i, is_apart = at - 1, False
        while i >= max(0, at - _FARTHEST):
            piece = self.pieces[i]
            if piece.told is not None and piece.told.form != "verb":
                return []
            if piece.told is not None:
                is_apart = False
            if piece.kind == "mark" and piece.words != "," and piece.words not in _CLOSE:
                return []
            is_apart = is_apart or piece.words == ","
            if piece.kind == "noun":
                preposition = self._preposition(i)
                if preposition is None:
                    return self._before_apposition(i) if is_apart else self._joined(i)
                i = preposition
            i -= 1
        return []

    def _first_of_verbs(self, at: int) -> int:
        """The verb to which "and" joins the one at `at`: "seized" of "seized him and fled"."""
        lowest = max(0, at - _FARTHEST)
        while at > lowest and self.pieces[at - 1].says("and", "then", "but"):
            before = range(at - 2, lowest, -1)
            stop = next((i for i in before if self.pieces[i].words in _STOPS), lowest)
            verbs = (i for i in before if i > stop and self._is_active(i))
            earlier = next(verbs, None)
            if earlier is None:
                break
            at = earlier
        return at

    def _is_active(self, at: int) -> bool:
        told = self.pieces[at].told
        return told is not None and told.form == "verb" and not self.is_passive(at)

    def objects(self, at: int) -> list[int]:
        """The nouns behind the piece at `at`, joined to each other, before anything else comes."""
        found: list[int] = []
        i = at + 1
        while i < len(self.pieces):
            piece = self.pieces[i]
            if piece.kind == "noun":
                found.append(i)
                i = self.end(i)
            elif piece.words in _OPEN:
                i = self._closing(i)
            elif (piece.says(*_LINKS) and not found) or not (
                self._joins(i) or _is_determiner(piece)
            ):
                break
            i += 1
        return self._own(found)

    def doers_behind(self, at: int) -> list[int]:
        """The nouns behind "by", after the deed at `at`."""
        for i in range(at + 1, min(at + _REACH, len(self.pieces))):
            piece = self.pieces[i]
            if piece.words in _STOPS or (piece.told and piece.told.form in ("verb", "burst")):
                return []
            if piece.says("by"):
                return self.objects(i)
        return []

    def about(self, at: int, prepositions: Sequence[str]) -> list[int]:
        """The nouns behind the first of the `prepositions` that has any, after the deed at `at`."""
        for i in range(at + 1, min(at + _REACH, len(self.pieces))):
            piece = self.pieces[i]
            if piece.words in (*_STOPS, ",") or piece.kind == "deed":
                return []
            if piece.says(*prepositions) and (found := self.objects(i)):
                return found
        return []

    def owner(self, at: int) -> list[int]:
        """The noun whose deed or fate the one at `at` is: "X's murder"."""
        is_owned = at > 1 and self.pieces[at - 1].words in ("'s", "\u2019s")
        return [at - 2] if is_owned and self.pieces[at - 2].kind == "noun" else []

    def is_attribute(self, at: int) -> bool:
        """Whether the noun at `at` says of what kind a deed is: "a terrorist attack"."""
        following = self.pieces[at + 1 : at + 2]
        return bool(following and following[0].told and following[0].told.form == "noun")

    def end(self, at: int) -> int:
        """Where the noun phrase at `at` ends, with those joined to it by "of"."""
        while self.pieces[at + 1 : at + 2] and self.pieces[at + 1].says("of"):
            i = at + 2
            while i < len(self.pieces) and _is_determiner(self.pieces[i]):
                i += 1
            if i >= len(self.pieces) or self.pieces[i].kind != "noun":
                break
            at = i
        return at

    def words(self, at: int, *, whole: bool) -> str:
        """The words of the noun phrase at `at`, with what is joined to it by "of" if `whole`."""
        end = self.end(at) if whole else at
        span = Span(self.pieces[at].span.start, self.pieces[end].span.end)
        return self.text[span.start : span.end]

    def _before_apposition(self, at: int) -> list[int]:
        """The first noun of the clause that ends with the noun at `at` and a comma."""
        first = at
        for i in range(at, -1, -1):
            piece = self.pieces[i]
            if piece.kind == "deed" or piece.words in (*_STOPS, *_CLOSE) or piece.says("that"):
                break
            is_host = piece.kind == "noun" and piece.sort != "other"
            if is_host and self.pieces[i + 1].says(",", *_PREPOSITIONS):
                first = i if self._preposition(i) is None else first
        return self._joined(first)

    def _preposition(self, at: int) -> int | None:
        """Where the preposition of the noun at `at` stands."""
        i = at - 1
        while i >= 0 and self.pieces[i].kind == "word" and not self.pieces[i].says(*_RELATIVES):
            if self.pieces[i].says(*_PREPOSITIONS):
                return i
            if not _is_determiner(self.pieces[i]):
                return None
            i -= 1
        return None

    def _joined(self, at: int) -> list[int]:
        """The noun at `at`, and those that "and" joins to it from the left."""
        found, i = [at], at - 1
        while i > 0 and (self.pieces[i].says("and") or _is_determiner(self.pieces[i])):
            if self.pieces[i].says("and") and self.pieces[i - 1].kind == "noun":
                if self._preposition(i - 1) is not None:
                    break
                i -= 1
                found.append(i)
            i -= 1
        return found

    def _joins(self, at: int) -> bool:
        """Whether the word at `at` goes on a list: "and", or "of" behind it."""
        is_repeated = self.pieces[at].says("of") and self.pieces[at - 1].says(*_LINKS)
        return is_repeated or self.pieces[at].says(*_LINKS)

    def _own(self, found: list[int]) -> list[int]:
        """The nouns without a last one that begins the next clause, and without appositions."""
        if len(found) > 1 and self._opens_clause(found[-1]):
            found = found[:-1]
        return found[:1] + [at for before, at in pairwise(found) if not self._describes(before, at)]

    def _opens_clause(self, at: int) -> bool:
        following = self.pieces[self.end(at) + 1 : self.end(at) + 2]
        return any(
            one.says(*_BE, *_HAVE) or (one.told is not None and one.told.form == "verb")
            for one in following
        )

    def _describes(self, before: int, at: int) -> bool:
        """Whether the noun at `at` says who the person before it is."""
        one, other = self.pieces[before], self.pieces[at]
        between = self.text[one.span.end : other.span.start].strip()
        return one.sort == "person" and other.sort == "people" and between in (",", ", a", ", the")

    def _closing(self, at: int) -> int:
        marks = (i for i in range(at, len(self.pieces)) if self.pieces[i].words in _CLOSE)
        return next(marks, at)
