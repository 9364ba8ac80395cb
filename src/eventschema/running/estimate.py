"""What a run would cost, without anything being sent."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from eventschema import worked_example
from eventschema.article import Article, Unreadable
from eventschema.extractor import Extractor
from eventschema.models.counting import CountingModel
from eventschema.models.settings import ModelSettings
from eventschema.plan import Plan
from eventschema.running.progress import RunProgress, counted
from eventschema.usage import Usage


@dataclass(frozen=True, slots=True)
class Estimate:
    """How many requests and tokens some articles take; `unreadable` ones take none.

    `usage.requests` are those that are certain: each record that the model alone proposes takes one
    more. Tokens are estimated: those of answers by what the rules find, with records as long as
    those of the worked example.
    """

    articles: int
    unreadable: int
    usage: Usage

    def __str__(self) -> str:
        """Some sentences for people."""
        usage = self.usage
        return (
            f"{counted(self.articles, 'article')}, {self.unreadable:,} of which cannot be read: "
            f"{counted(usage.requests, 'request')}, and one for each record that the model alone "
            f"proposes; about {usage.prompt_tokens:,} prompt tokens and "
            f"{usage.completion_tokens:,} completion tokens. Answers that an earlier run has kept "
            "are not taken off. Nothing was sent."
        )


def estimate(
    articles: Iterable[Article | Unreadable],
    settings: ModelSettings,
    plan: Plan,
    progress: RunProgress,
) -> Estimate:
    """What the model of these settings would cost; the rules read the articles for it.

    `progress` names those that cannot be read.
    """
    model = CountingModel(settings.model, is_small=settings.is_embedded)
    extractor = Extractor(model, plan=plan)
    read = unreadable = 0
    usage = Usage()
    for article in articles:
        outcome = extractor.extract(article)
        progress.advance(outcome)
        read += 1
        unreadable += isinstance(article, Unreadable)
        said = len(outcome.events) * _tokens_of_a_record() if extractor.plan.proposes else 0
        usage += outcome.usage + Usage(completion_tokens=outcome.usage.requests + said)
    return Estimate(read, unreadable, usage)


def _tokens_of_a_record() -> int:
    drafts = [draft for drafts in worked_example.ANSWERS.values() for draft in drafts]
    characters = sum(len(json.dumps(draft.model_dump(by_alias=True))) for draft in drafts)
    return characters // _CHARACTERS_A_TOKEN // len(drafts)


_CHARACTERS_A_TOKEN = 4
