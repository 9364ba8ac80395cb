"""The example that the prompt works through: an article, and the drafts that belong to it.

Its names are unmistakably invented, so that nothing of it can pass for news; whatever a model
copies from it does not stand in the article and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence

from eventschema.draft import (
    AgreementDraft,
    AgreementParticipantDraft,
    EventDraft,
    ExerciseDraft,
    ExerciseParticipantDraft,
    IncidentDraft,
    MeetingDraft,
    MeetingParticipantDraft,
)

SENTENCES = {
    1: "Foreign Minister Ann Placeholder of Exampleland hosted her Samplian counterpart, General"
    " (ret.) Bob Specimen, in Exampleton on Wednesday for talks on fishing.",
    2: "The two ministers, who last met in January in Dummyville, plan to sign the Example Bay"
    " Accord on April 22.",
    3: "Their navies begin Exercise Sample Shield 7 off Cape Specimen next week.",
    4: "On Tuesday night a car bomb killed at least nine people in Dummyville, police said; a group"
    " called the Sample Front denied any part in it.",
}

ANSWERS: dict[type[EventDraft], Sequence[EventDraft]] = {
    MeetingDraft: (
        MeetingDraft(
            sentences=[1],
            modality="happened",
            certainty="stated",
            when="on Wednesday",
            where="Exampleton",
            participants=[
                MeetingParticipantDraft(
                    name="Ann Placeholder",
                    office="Foreign Minister",
                    country="Exampleland",
                    role="host",
                ),
                MeetingParticipantDraft(name="Bob Specimen", country="Samplian", role="visitor"),
            ],
            format="bilateral",
            topics=["fishing"],
        ),
        MeetingDraft(
            sentences=[2],
            modality="happened",
            certainty="stated",
            when="in January",
            where="Dummyville",
            participants=[
                MeetingParticipantDraft(name="Ann Placeholder", role="attendee"),
                MeetingParticipantDraft(name="Bob Specimen", role="attendee"),
            ],
            format="bilateral",
        ),
    ),
    AgreementDraft: (
        AgreementDraft(
            sentences=[2],
            name="Example Bay Accord",
            modality="planned",
            certainty="stated",
            when="on April 22",
            instrument="agreement",
            status="agreed",
            participants=[
                AgreementParticipantDraft(name="Exampleland", country="Exampleland", role="party"),
            ],
        ),
    ),
    ExerciseDraft: (
        ExerciseDraft(
            sentences=[3],
            name="Exercise Sample Shield 7",
            modality="planned",
            certainty="stated",
            when="next week",
            where="Cape Specimen",
            series="Sample Shield",
            participants=[
                ExerciseParticipantDraft(
                    name="Exampleland", country="Exampleland", role="participant"
                ),
            ],
            domains=["sea"],
        ),
    ),
    IncidentDraft: (
        IncidentDraft(
            sentences=[4],
            modality="happened",
            certainty="attributed",
            when="On Tuesday night",
            where="Dummyville",
            category="bombing",
            stage="accomplished",
            killed="at least nine people",
            weapons=["car bomb"],
        ),
    ),
}
