"""Which request meets which fault."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

from tests.endpoint.exchange import Exchange
from tests.endpoint.faults import Fault, answered

Plan = Callable[[int, Exchange], Fault]
"""From a request's number, and the request, to what it meets."""


def nothing_wrong(number: int, exchange: Exchange) -> Fault:
    """Every request is answered."""
    del number, exchange
    return answered


def table(faults: Mapping[int, Fault]) -> Plan:
    """Faults by the numbers of the requests, the first of which is 1; the others are answered."""
    return lambda number, _exchange: faults.get(number, answered)


def about(word: str, fault: Fault, *, times: int | None = None) -> Plan:
    """The fault for the first so many requests about an article with that word, or for all."""
    met = count(1)

    def plan(number: int, exchange: Exchange) -> Fault:
        del number
        if word not in exchange.article:
            return answered
        return fault if times is None or next(met) <= times else answered

    return plan
