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


def spot(sentences: Mapping[int, str], types: Sequence[type[EventDraft]]) -> list[EventDraft]:
    """The drafts of `types` that the rules make of the numbered sentences.

    Types of a user's own have no rules.
    """
    scene = Scene(sentences)
    return [draft for kind in types if kind in SPOTTERS for draft in SPOTTERS[kind](scene)]
