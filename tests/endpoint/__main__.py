"""The scripted endpoint as a process: prints its base URL, and serves until it is ended."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tests.endpoint.answers import Answering, Usage
from tests.endpoint.exchange import Exchange
from tests.endpoint.faults import FAULTS, Fault, answered
from tests.endpoint.plans import Plan
from tests.endpoint.server import Service, serve


def main() -> None:
    """Serve as the arguments say."""
    options = _options().parse_args()
    usage = Usage(options.prompt_tokens, options.cached_tokens, options.completion_tokens)
    service = Service(
        plan=_sprinkled([FAULTS[name] for name in options.fault], options.share),
        answering=Answering(yes=None if options.no_logprobs else options.yes, usage=usage),
        latency=options.latency,
        slots=options.slots,
        ended=_written(options.journal) if options.journal else _forgotten,
    )
    with suppress(KeyboardInterrupt):
        asyncio.run(serve(service, _announced))


def _options() -> argparse.ArgumentParser:
    usage = Usage()
    parser = argparse.ArgumentParser(prog="python -m tests.endpoint", description=__doc__)
    add = parser.add_argument
    add("--latency", type=float, default=0.0, help="seconds before each reply")
    add("--slots", type=int, help="requests that are served at a time; the others wait")
    add("--prompt-tokens", type=int, default=usage.prompt)
    add("--cached-tokens", type=int, default=usage.cached)
    add("--completion-tokens", type=int, default=usage.completion)
    add("--yes", type=float, default=0.9, help='the probability of "yes"')
    add("--no-logprobs", action="store_true", help="tell no probabilities")
    add("--fault", choices=sorted(FAULTS), action="append", default=[])
    add("--share", type=float, default=0.1, help="the share of requests that meet a fault")
    add("--journal", type=Path, help="a file that gets a line of JSON for each request")
    return parser


def _sprinkled(faults: list[Fault], share: float) -> Plan:
    """The faults in turn, evenly spread."""

    def plan(number: int, exchange: Exchange) -> Fault:
        del exchange
        met = int(number * share)
        hit = faults and met > int((number - 1) * share)
        return faults[met % len(faults)] if hit else answered

    return plan


def _written(journal: Path) -> Callable[[Exchange], None]:
    lines = journal.open("a", encoding="utf-8", buffering=1)
    return lambda exchange: print(exchange.as_line(), file=lines)


def _forgotten(exchange: Exchange) -> None:
    del exchange


def _announced(base_url: str) -> None:
    sys.stdout.write(f"{base_url}\n")
    sys.stdout.flush()


main()
