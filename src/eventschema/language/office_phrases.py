"""The office or trade that stands before or behind a person's name."""

from __future__ import annotations

from dataclasses import replace

from eventschema.language.name_runs import Sentence
from eventschema.language.name_tokens import Token
from eventschema.language.name_words import FUNCTION_WORDS, MONTHS_AND_DAYS, THINGS, VERBS, table
from eventschema.language.offices import OWNERS, PREPOSITIONS, Office, read
from eventschema.language.person_words import COUNTERPARTS, MODIFIERS, RANK_WORDS, is_role

_LONGEST = 16  # tokens: "the permanent secretary of the ministry of ... and ... of X,"
_LONGEST_DESCRIPTION = 9  # tokens up to the noun: "a 34-year-old former taxi driver"
_ARTICLES = OWNERS | table("a an the one then formerly himself herself")
_CONNECTORS = table("of the and")
_CLAUSES = table("who whom whose which that while when but because after before")
_BREAKS = VERBS | _CLAUSES
_WHERE = table("in at on")
_NOT_HEADS = table("general major marshal")
_ENDINGS = table("general designate elect -")
_RANKS = RANK_WORDS - table("chief first commander")
_HONORIFICS = table(
    "mr mrs ms miss dr prof professor sir dame senior madam hon h.e the dato lyonpo khun abbot"
    " sheikh ayatollah shri right honourable honorable his her excellency rt commander chief"
)
_RETIRED = table("retd ret rtd retired")
_LONGEST_AGE = 2  # digits


def before(sentence: Sentence, core: int) -> Office | None:
    """The office before the name whose first token is `core`: "minister X", "the minister, X"."""
    tokens = sentence.tokens
    at = core - 1
    while at > max(-1, core - _LONGEST) and (tokens[at].text in ".()" or _is_title(tokens[at])):
        at -= 1
    has_comma = at >= 0 and tokens[at].text in {",", ":"}
    at -= has_comma
    head = _head_before(sentence, at, has_comma=has_comma)
    if head is None:
        return None
    office = read(sentence, head, at, is_apposition=has_comma)
    return office if office.countries else _as_counterpart(sentence, office)


def after(sentence: Sentence, last: int) -> Office | None:
    """The office behind the name whose last token is `last`: "X, the minister of Y,"."""
    tokens = sentence.tokens
    at = last + 1
    at += at < len(tokens) and tokens[at].text == "."
    at = _after_age(tokens, at)
    if at >= len(tokens) or tokens[at].text not in {",", "("}:
        return None
    head = _head_after(sentence, at + 1)
    if head is None:
        return None
    end = head
    while end + 1 < len(tokens) and _continues(sentence, head, end + 1):
        end += 1
    if end + 1 < len(tokens) and not _is_end(tokens[end + 1], at_once=end == head):
        return None
    return read(sentence, head, end, is_apposition=True)


def _as_counterpart(sentence: Sentence, office: Office) -> Office:
    """The office with the country of "his French counterpart, President"."""
    tokens = sentence.tokens
    at = office.first
    if at < 1 or tokens[at - 1].text != "," or tokens[at - 2].key not in COUNTERPARTS:
        return office
    outer = before(sentence, at)
    if outer is None:
        return office
    return replace(office, countries=outer.countries, is_counterpart=True, owner=outer.owner)


def _is_title(token: Token) -> bool:
    """Whether a token is a title between an office and a name: "the minister, General (ret.)"."""
    plain = token.key.strip(".")
    if plain in _RETIRED:
        return True
    if not token.text[0].isupper():
        return False
    is_honorific = plain in _HONORIFICS and (plain == "sheikh" or not is_role(plain))
    return plain in _RANKS or is_honorific


def _is_head(token: Token) -> bool:
    return is_role(token.key) and token.key not in _NOT_HEADS and not token.possessive


def _head_before(sentence: Sentence, at: int, *, has_comma: bool) -> int | None:
    """The noun of the office whose last token is `at`."""
    tokens = sentence.tokens
    for head in range(at, max(at - _LONGEST, -1), -1):
        token = tokens[head]
        if _is_head(token):
            rest = tokens[head + 1 : at + 1]
            if all(t.key in _ENDINGS for t in rest):
                return head
            if rest[0].key == "from":
                return head if has_comma and rest[-1].country is not None else None
            is_whole = rest[0].key in PREPOSITIONS if has_comma else _is_complement(rest)
            return head if is_whole else None
        if token.text == "," and _lists_countries(sentence, head):
            continue
        if token.key in _BREAKS or not (token.is_word or token.text in "-.()&"):
            return None
    return None


def _lists_countries(sentence: Sentence, comma: int) -> bool:
    return all(t.country is not None for t in sentence.tokens[comma - 1 : comma + 2 : 2])


def _is_complement(words: list[Token]) -> bool:
    """Whether the words between an office's noun and a name belong to the office."""
    if words[0].key != "of" or words[-1].key in _CONNECTORS:
        return False
    known = MODIFIERS | THINGS | _CONNECTORS
    return all(token.country is not None or token.key in known for token in words)


def _after_age(tokens: list[Token], at: int) -> int:
    """The comma behind ", 33", ", aged 33" or "(33)"."""
    if at + 1 >= len(tokens) or tokens[at].text not in {",", "("}:
        return at
    age = at + 1 + (tokens[at + 1].key == "aged")
    if age < len(tokens) and tokens[age].text.isdigit() and len(tokens[age].text) <= _LONGEST_AGE:
        return age + 1 + (tokens[at].text == "(")
    return at


def _head_after(sentence: Sentence, first: int) -> int | None:
    """The noun of the office that begins at a token."""
    tokens = sentence.tokens
    is_open = first < len(tokens) and tokens[first].key in _ARTICLES
    for head in range(first, min(first + _LONGEST_DESCRIPTION, len(tokens))):
        following = tokens[head + 1] if head + 1 < len(tokens) else None
        if _is_head(tokens[head]):
            if following is None or not (following.key in MODIFIERS or is_role(following.key)):
                return None if following and _begins_name(following) else head
        elif not _describes(tokens[head], is_open=is_open):
            return None
    return None


def _describes(token: Token, *, is_open: bool) -> bool:
    """Whether a token can stand before an office's noun; any word can behind an article."""
    if token.key in PREPOSITIONS:
        return False
    if is_open and (token.text.isdigit() or (token.is_word and token.key not in _BREAKS)):
        return True
    is_known = token.country is not None or token.key in MODIFIERS or token.text == "-"
    is_proper = token.is_capitalized and token.key not in MONTHS_AND_DAYS
    return is_known or is_proper or token.possessive


def _begins_name(token: Token) -> bool:
    """Whether a word behind an office is its holder's name, and the office a new subject."""
    return token.is_capitalized and token.key not in FUNCTION_WORDS | {"general"}


def _continues(sentence: Sentence, head: int, at: int) -> bool:
    """Whether a token belongs to the complement of the office before it."""
    token = sentence.tokens[at]
    if at == head + 1:
        return token.key in _ENDINGS | PREPOSITIONS - {"on", "with", "within", "responsible"}
    if at - head > _LONGEST or not (token.is_word or token.text in "-&"):
        return False
    return token.key not in _BREAKS | _WHERE


def _is_end(token: Token, *, at_once: bool) -> bool:
    """Whether a token ends an office, rather than going on with a clause that has it as subject."""
    if not token.is_word:
        return True
    return token.key not in VERBS and (at_once or token.key in _WHERE | {"who"})
