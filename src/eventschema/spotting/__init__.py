"""Stage: the events that an article's own words give away, as drafts; no model is asked.

A second reader beside the model: it knows the turns of phrase by which news reports meetings,
agreements, exercises and incidents, and forgets none of the sentences that have one. Its drafts are
grounded and normalized like the model's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from eventschema.draft import (
    AgreementDraft,
    EventDraft,
    ExerciseDraft,
    IncidentDraft,
    MeetingDraft,
)
from eventschema.spotting import agreements, exercises, incidents, meetings
from eventschema.spotting.scene import Scene

SPOTTERS: Mapping[type[EventDraft], Callable[[Scene], Iterable[EventDraft]]] = {
    MeetingDraft: meetings.spot,
    AgreementDraft: agreements.spot,
    ExerciseDraft: exercises.spot,
    IncidentDraft: incidents.spot,
}

STRETCH = 500
"""Sentences that are read together: a long report has 150. Spotters look back from each sentence at
all before it, so that the work grows with the square of this number.
"""


def spot(sentences: Mapping[int, str], types: Sequence[type[EventDraft]]) -> list[EventDraft]:
    """The drafts of `types` that the rules make of the numbered sentences.

    Types of a user's own have no rules. What is longer than STRETCH sentences is read in several
    stretches, over whose bounds nobody is "he" and no talks are "the talks".
    """
    items = list(sentences.items())
    scenes = [Scene(dict(items[at : at + STRETCH])) for at in range(0, len(items), STRETCH)]
    spotters = [SPOTTERS[kind] for kind in types if kind in SPOTTERS]
    return [draft for spotter in spotters for scene in scenes for draft in spotter(scene)]
