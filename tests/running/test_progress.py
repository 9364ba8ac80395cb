"""The user sees what went wrong, and a sum that adds up."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from eventschema.outcome import Outcome, Status
from eventschema.running.progress import RunProgress
from eventschema.usage import Usage


def shown(*outcomes: Outcome, terminal: bool = False) -> tuple[RunProgress, str]:
    """A run over the outcomes, and what it printed."""
    written = io.StringIO()
    console = Console(
        file=written, force_terminal=terminal, soft_wrap=True, highlight=False, emoji=False
    )
    with RunProgress(console=console) as progress:
        for outcome in outcomes:
            progress.advance(outcome)
    progress.print_summary()
    return progress, written.getvalue()


def outcome(status: Status, *problems: str, name: str = "a") -> Outcome:
    """An outcome that cost something."""
    usage = Usage(requests=1, prompt_tokens=1500, cached_tokens=500, completion_tokens=20)
    return Outcome(name, status, problems=problems, usage=usage)


def test_the_summary_adds_up() -> None:
    """Every outcome is counted once, and tokens are summed."""
    outcomes = [outcome("ok"), outcome("empty"), outcome("partial", "p"), outcome("failed", "f")]
    progress, text = shown(*outcomes)
    assert progress.counts == {"ok": 1, "empty": 1, "partial": 1, "failed": 1}
    assert re.fullmatch(
        r"4 articles: 1 ok, 1 empty, 1 partial, 1 failed; 0 events, 0 rejected; 4 requests, "
        r"6,000 prompt tokens \(2,000 cached\), 80 completion tokens, \d+\.\d s",
        text.splitlines()[-1],
    )


def test_the_summary_tells_which_requests_were_not_answered_anew() -> None:
    """Those that were throttled are among them, and answers of an earlier run beside them."""
    progress, _ = shown(Outcome("a", "ok", usage=Usage(requests=2, reused=1)))
    progress.spent = Usage(requests=5, throttled=3)
    assert "5 requests (3 throttled, 1 answer reused), 0 prompt" in progress.summary()


@pytest.mark.parametrize(
    ("statuses", "complete"),
    [([], True), (["ok", "empty"], True), (["ok", "partial"], False), (["failed"], False)],
)
def test_a_run_is_complete_where_all_was_answered(
    statuses: list[Status], *, complete: bool
) -> None:
    """An article without events is answered; a failed one is not."""
    assert shown(*map(outcome, statuses))[0].complete == complete


def test_problems_are_told_with_their_article() -> None:
    """One line each, as it is: brackets are no markup, and long lines are not broken."""
    problem = "meeting: [bold] the endpoint did not answer: " + "x" * 300
    _, text = shown(outcome("partial", problem, name="wire/7"))
    assert text.splitlines()[0] == f"wire/7: {problem}"


def test_a_colon_in_a_name_stays_one() -> None:
    """What is printed is the article's id, to the letter."""
    _, text = shown(outcome("failed", "no text", name="wire:bomb:7"))
    assert text.startswith("wire:bomb:7: no text")


def test_without_a_terminal_there_is_no_bar() -> None:
    """A log file holds the problems and the sum, and no control sequences."""
    _, text = shown(outcome("failed", "p"))
    assert len(text.splitlines()) == 2
    assert "\x1b" not in text


def test_a_terminal_gets_a_bar_that_goes_away() -> None:
    """The bar is drawn and erased; the sum stays."""
    progress, text = shown(outcome("ok"), terminal=True)
    assert "\x1b[" in text
    assert progress.summary().split(":")[0] in text


@pytest.mark.parametrize(
    ("outcomes", "sum_"),
    [
        ([], "0 articles: 0 ok, "),
        ([outcome("ok")], "1 article: 1 ok, "),
        ([outcome("ok")] * 1200, "1,200 articles: 1,200 ok, "),
    ],
)
def test_one_is_singular_and_nothing_is_summed_up_too(outcomes: list[Outcome], sum_: str) -> None:
    """Whoever named an empty folder is told that nothing was read."""
    assert shown(*outcomes)[1].startswith(sum_)


def test_leaving_the_block_says_nothing() -> None:
    """Where only weights were put together, or the run broke off, there is no sum."""
    written = io.StringIO()
    with RunProgress(console=Console(file=written)):
        pass
    assert written.getvalue() == ""


def test_weights_are_counted_in_bytes() -> None:
    """While the weights are put together, the bar says so."""
    written = io.StringIO()
    console = Console(file=written, force_terminal=True, width=120)
    with RunProgress(console=console) as progress:
        progress.assembling(0, 2_000_000)
        progress.assembling(2_000_000, 2_000_000)
    assert "2,000,000 bytes of weights" in written.getvalue()


def test_outside_of_a_run_nothing_is_drawn() -> None:
    """Reports that come too early or too late do no harm."""
    written = io.StringIO()
    progress = RunProgress(console=Console(file=written))
    progress.assembling(1, 2)
    progress.advance(outcome("ok"))
    assert written.getvalue() == ""
    assert progress.complete


def test_no_article_steers_the_terminal() -> None:
    """Control characters of an id or a problem are told, and not obeyed."""
    _, text = shown(outcome("failed", "no\x1b[2J good\nat \u202eall", name="a\nb\x1b]0;c\x07é😀"))
    assert text.splitlines()[:2] == [
        "a\\nb\\x1b]0;c\\x07é😀: no\\x1b[2J good",
        "at \\u202eall",
    ]
