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

CRITERIA: dict[type[EventDraft], str] = {
    MeetingDraft: "a particular meeting, talks, visit, summit or call of officials",
    AgreementDraft: (
        "a particular treaty, pact, accord, memorandum, truce or other agreement between parties"
    ),
    ExerciseDraft: "a military exercise that has a proper name",
    IncidentDraft: "a particular attack, clash, accident, crime, sabotage or weapons test",
}
"""What the yes/no question asks of a sentence."""

JUDGED: dict[type[EventDraft], dict[str, bool]] = {
    MeetingDraft: {
        SENTENCES[1]: True,
        "The minister said that Exampleland wanted closer ties with its neighbors.": False,
        "The two leaders are due to meet again in Dummyville next week.": True,
        "Prices met expectations, analysts told reporters after the conference call.": False,
        "A planned call between the two presidents was put off.": True,
        "Firefighters were called out to a warehouse in the harbor.": False,
    },
    AgreementDraft: {
        "They signed the Example Bay Accord on April 22.": True,
        "Both sides agreed to work more closely together.": False,
        "The pact, if sealed, would open the ports of both countries.": True,
        "He dealt with the matter in a statement to parliament.": False,
        "Parliament has yet to ratify the fishing protocol with Samplia.": True,
        "The company announced a framework for its budget.": False,
    },
    ExerciseDraft: {
        SENTENCES[3]: True,
        "The armies will hold more joint drills and training.": False,
        "Sample Spear, held every year since 1990, ended on Friday.": True,
        "The exercise of restraint was welcomed by all.": False,
    },
    IncidentDraft: {
        "A car bomb killed nine people in Dummyville on Tuesday night, police said.": True,
        "The minister condemned terrorism in all its forms.": False,
        "Exampleland test-fired a missile from a destroyer.": True,
        "The opposition launched an attack on the budget, killing off the bill.": False,
        "He thanked them for their sympathy after the Dummyville attack.": True,
        "Smugglers of all kinds have long been at home in the hills of Samplia.": False,
    },
}
"""Sentences, and whether they report an event of the type: examples for the yes/no question."""
