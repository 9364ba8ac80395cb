"""A signal ends a run between two records, and a second one at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from eventschema.running.interruption import EXIT_CODES, SIGNALS, Interrupted, Interruption

Step = Callable[[], object]


@pytest.fixture
def interruption() -> Iterator[Interruption]:
    """One that watches the signals."""
    made = Interruption()
    with made.watched():
        yield made


def hold(interruption: Interruption, *steps: Step) -> None:
    """Go some steps that are held together."""
    with interruption.held():
        for step in steps:
            step()


def sent(number: int) -> Step:
    """The step at which a signal comes."""
    return partial(signal.raise_signal, number)


@pytest.mark.usefixtures("interruption")
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["SIGINT", "SIGTERM"]
)
def test_a_signal_ends_the_run(number: int, code: int) -> None:
    """With the exit code that a shell expects of it."""
    with pytest.raises(Interrupted) as ended:
        signal.raise_signal(number)
    assert (ended.value.number, ended.value.exit_code) == (number, code)
    assert code in EXIT_CODES


def test_the_signals_are_given_back() -> None:
    """After the block, whatever ended it, they do what they did before."""
    watching: list[object] = []

    def broken() -> None:
        with Interruption().watched():
            watching.extend(signal.getsignal(number) for number in SIGNALS)
            raise KeyError

    before = [signal.getsignal(number) for number in SIGNALS]
    with pytest.raises(KeyError):
        broken()
    assert [signal.getsignal(number) for number in SIGNALS] == before
    assert not set(watching) & set(before)


@pytest.mark.parametrize("number", SIGNALS)
def test_what_is_held_comes_to_its_end(interruption: Interruption, number: int) -> None:
    """A record and its line in the journal are both written before the run ends."""
    done: list[str] = []
    with pytest.raises(Interrupted) as ended:
        hold(interruption, sent(number), partial(done.append, "written"))
    assert done == ["written"]
    assert ended.value.number == number


def test_the_second_signal_is_not_waited_for(interruption: Interruption) -> None:
    """Whoever insists is obeyed, also where something is written."""
    done: list[str] = []
    steps = sent(signal.SIGINT), partial(done.append, "first"), sent(signal.SIGTERM)
    with pytest.raises(Interrupted) as ended:
        hold(interruption, *steps, partial(done.append, "second"))
    assert done == ["first"]
    assert ended.value.number == signal.SIGTERM


def test_an_error_is_told_before_a_signal(interruption: Interruption) -> None:
    """A full disk is news to whoever pressed Ctrl-C."""

    def full() -> None:
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        hold(interruption, sent(signal.SIGINT), full)


def test_between_what_is_held_a_signal_counts_at_once(interruption: Interruption) -> None:
    """Blocks that were held before do not matter any more."""
    done: list[int] = []
    for each in range(3):
        hold(interruption, partial(done.append, each))
    with pytest.raises(Interrupted):
        signal.raise_signal(signal.SIGINT)
    assert done == [0, 1, 2]


def test_nothing_catches_an_interruption_by_mistake() -> None:
    """It is no Exception, of which a run survives some."""
    assert not issubclass(Interrupted, Exception)
