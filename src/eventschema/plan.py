"""What is asked about an article, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, Self, get_args

from eventschema.draft import DRAFTS, EventDraft
from eventschema.errors import ConfigurationError

Passes = Literal["per_type", "single"]
Asks = Literal["everything", "gaps", "nothing"]

SMALL_WINDOW = 12_000
"""Code points: about 3,000 tokens of English, which with the guidelines and an answer fill the
embedded model's context of 8,192."""
LARGE_WINDOW = 200_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What is asked, and how.

    `types` are the drafts of the event types that are sought. `passes`: one question for each type,
    or a single one for all. `asks`: about everything in the article; or only about the gaps, which
    are sentences that may report an event and of which the rules made none; or about nothing of
    which there are rules, so that these propose alone. `reasks` bounds how often invalid drafts are
    asked again. The three are chosen by the model's size where they are null. `window` is how many
    code points of an article are shown in one request; a longer one is shown in several, sentence
    by sentence, which costs coreference. `reference_date` stands in for the publication date of
    articles that have none. `spots` tells whether the rules read the article beside the model, and
    `verifies` whether each record is put to the model once more, as a yes/no question.
    """

    types: Sequence[type[EventDraft]] = DRAFTS
    passes: Passes | None = None
    asks: Asks | None = None
    reasks: int | None = None
    window: int | None = None
    reference_date: date | None = None
    spots: bool = True
    verifies: bool = True

    def __post_init__(self) -> None:
        """Refuse what cannot be followed.

        Raises:
            ConfigurationError: a bound is no positive number, or no such passes are known.

        """
        if self.passes not in (None, *get_args(Passes)):
            raise ConfigurationError(f"passes={self.passes!r}: use 'per_type' or 'single'")
        if self.asks not in (None, *get_args(Asks)):
            raise ConfigurationError(f"asks={self.asks!r}: use 'everything', 'gaps' or 'nothing'")
        if (self.reasks is not None and self.reasks < 0) or (
            self.window is not None and self.window <= 0
        ):
            raise ConfigurationError("reasks must be 0 or more, and window more than 0")

    @property
    def proposes(self) -> bool:
        """Whether the model proposes records itself."""
        return self.asks != "nothing"

    def fitting(self, *, small: bool) -> Self:
        """The plan with everything chosen, for a small model or a large one."""
        passes: Passes = "per_type" if small else "single"
        asks: Asks = "nothing" if small else "everything"
        reasks = 0 if small else 1
        window = SMALL_WINDOW if small else LARGE_WINDOW
        return replace(
            self,
            passes=self.passes or passes,
            asks=self.asks or asks,
            reasks=reasks if self.reasks is None else self.reasks,
            window=self.window or window,
        )
