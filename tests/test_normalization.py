"""From the article's words to dates, codes and numbers, with the words as evidence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar, Literal

import pytest
from pydantic import Field

from eventschema.article import Article
from eventschema.draft import (
    AgreementDraft,
    EventDraft,
    ExerciseDraft,
    IncidentDraft,
    MeetingDraft,
)
from eventschema.draft import MeetingParticipantDraft as Attendee
from eventschema.grounded import GroundedDraft
from eventschema.grounding import ground
from eventschema.identity import identity
from eventschema.normalization import normalize
from eventschema.quotation import Passage
from eventschema.schema import (
    Agreement,
    BaseEvent,
    Count,
    EventDate,
    Exercise,
    Extraction,
    Incident,
    Participant,
    Place,
)
from eventschema.segmentation import split
from eventschema.wire import Words

DAY = date(2024, 10, 3)  # a Thursday
EXTRACTION = Extraction(
    model="m", prompt_sha256="0", eventschema="0", attempts=1, proposers=["model"]
)
TALKS = """\
President Dr. Hella Oduya met Italian minister Renzo Calabrò in Graz on Wednesday. Oduya and \
Calabrò will meet again in early May in Udine, Italy. The Austrian Foreign Ministry hosted them. \
Officials of Luxembourg spoke with them."""
BLAST = """\
On Monday evening a bomb killed at least three people near Udine, and some were hurt. The blast at \
Oduya\u2019s house on Friday, October 1, 2024 injured two."""


class Auction(BaseEvent):
    """A record of one's own, with values that code computes."""

    event_type: Literal["auction"] = "auction"
    bidders: Count | None = None
    opened: EventDate | None = None
    seats: list[Place] = Field(default=[])


class AuctionDraft(EventDraft):
    """Something is sold to whoever bids most."""

    record: ClassVar[type[BaseEvent]] = Auction

    bidders: Words | None = None
    opened: Words | None = None
    seats: list[Words] = Field(default=[])


def record(draft: EventDraft, text: str = TALKS, *, day: date | None = DAY) -> BaseEvent:
    """The record that a draft becomes."""
    spans = [s.span for s in split(text) if s.number is not None]
    grounded = ground(draft, Passage(text, spans), spans)
    assert isinstance(grounded, GroundedDraft), grounded
    article = Article(id="a", text=text, published=day)
    made = normalize(grounded, article, EXTRACTION, reference=day)
    assert all(text[e.start : e.end] == e.quote for e in made.evidence)
    return made


def meeting(*participants: Attendee) -> BaseEvent:
    """The record of talks between these."""
    return record(MeetingDraft(sentences=[1, 3], participants=[*participants]))


def day_of(when: str, sentence: int = 1, modality: Literal["planned"] | None = None) -> EventDate:
    """The date of talks at this time."""
    made = record(
        MeetingDraft(sentences=[sentence], when=when, modality=modality, topics=["Calabrò"])
    )
    assert made.date is not None
    return made.date


def quotes(made: BaseEvent, path: str) -> list[tuple[str, int]]:
    """The words that a value rests on, and where they begin."""
    return [(e.quote, e.start) for e in made.evidence if e.path == path]


def names(participants: Sequence[Participant]) -> list[tuple[str, list[str]]]:
    """Who took part, with the forms of the name."""
    return [(p.name, p.mentions) for p in participants]


def warned(made: BaseEvent) -> list[tuple[str, str, str]]:
    """What was left out or is doubtful."""
    return [(w.path, w.value, w.reason) for w in made.warnings]


def test_a_warning_points_at_its_own_participant() -> None:
    """A path leads to the participant of the record that the value was left out of."""
    made = meeting(Attendee(name="Officials"), Attendee(name="Renzo Calabrò", office="Pope"))
    assert ("/participants/0/office", "Pope", "not_in_text") in warned(made)


def test_a_warning_goes_where_its_participant_goes() -> None:
    """What is united with an earlier participant, or left out, is warned of there."""
    united = meeting(
        Attendee(name="Dr. Hella Oduya"),
        Attendee(name="Renzo Calabrò"),
        Attendee(name="Oduya", office="Pope"),
    )
    assert [p.name for p in united.participants] == ["Hella Oduya", "Renzo Calabrò"]
    assert warned(united) == [("/participants/0/office", "Pope", "not_in_text")]
    left_out = meeting(Attendee(name="Renzo Calabrò"), Attendee(name="Officials", office="Pope"))
    assert sorted(warned(left_out)) == [
        ("/participants", "Officials", "not_a_name"),
        ("/participants", "Pope", "not_in_text"),
    ]


@pytest.mark.parametrize(
    ("when", "text", "edtf"),
    [
        ("on Wednesday", "on Wednesday", "2024-10-02"),
        ("in Graz on Wednesday", "Wednesday", "2024-10-02"),
        ("Renzo Calabrò in Graz on Wednesday", "Wednesday", "2024-10-02"),
    ],
)
def test_a_date_is_trimmed_to_its_words(when: str, text: str, edtf: str | None) -> None:
    """Words around the one date expression are not part of it."""
    found = day_of(when)
    assert (found.text, found.edtf) == (text, edtf)


def test_words_without_a_date_are_none() -> None:
    """A place in the date's place is warned of, and is no date."""
    made = record(MeetingDraft(sentences=[1], when="in Graz", topics=["met"]))
    assert made.date is None
    assert warned(made) == [("/date", "in Graz", "unreadable")]


def test_a_nationality_is_no_place() -> None:
    """Nothing happens in an adjective."""
    made = record(MeetingDraft(sentences=[1], where="Italian", topics=["met"]))
    assert made.places == []
    assert warned(made) == [("/places", "Italian", "not_a_name")]


def test_the_trimmed_date_is_its_own_evidence() -> None:
    """The offsets are those of the shorter words."""
    made = record(MeetingDraft(sentences=[1], when="in Graz on Wednesday", where="Graz"))
    assert quotes(made, "/date/text") == [("Wednesday", TALKS.index("Wednesday"))]


def test_several_dates_are_not_chosen_from() -> None:
    """Two dates in one phrase stay unresolved: nothing is guessed."""
    text = "They met on May 2 in Graz or on May 7 in Udine."
    when = "on May 2 in Graz or on May 7 in Udine"
    made = record(MeetingDraft(sentences=[1], when=when, where="Graz"), text)
    assert made.date == EventDate(text=when)


def test_planned_events_lie_ahead() -> None:
    """Of a day without a year the next one is meant, of what has happened the last one."""
    text = "They met in Graz in early May."
    happened = record(MeetingDraft(sentences=[1], when="in early May", where="Graz"), text)
    assert happened.date is not None
    assert (day_of("in early May", 2, "planned").edtf, happened.date.edtf) == (
        "2025-05",
        "2024-05",
    )


def test_a_date_behind_a_word_of_the_future_lies_ahead() -> None:
    """What they will do in early May is read ahead, whatever modality the model gave."""
    assert day_of("in early May", 2).edtf == "2025-05"


def test_without_a_reference_nothing_is_resolved() -> None:
    """A weekday alone needs a day to count from; a full date does not."""
    made = record(MeetingDraft(sentences=[1], when="on Wednesday", where="Graz"), day=None)
    assert made.date == EventDate(text="on Wednesday")
    full = IncidentDraft(sentences=[2], when="October 1, 2024", injured="two")
    dated = record(full, BLAST, day=None).date
    assert dated is not None
    assert (dated.edtf, dated.basis) == ("2024-10-01", "explicit")


def test_a_weekday_that_contradicts_its_date_is_warned_of() -> None:
    """The date counts (1 October 2024 was a Tuesday), and the doubt is told."""
    when = "on Friday, October 1, 2024"
    made = record(IncidentDraft(sentences=[2], when=when, injured="two"), BLAST)
    assert made.date is not None
    assert made.date.edtf == "2024-10-01"
    assert warned(made) == [("/date", when, "inconsistent")]


def test_counts_are_numbers_with_their_words() -> None:
    """The words become low, best and high, and stay as the evidence."""
    draft = IncidentDraft(sentences=[1], killed="at least three people")
    made = record(draft, BLAST)
    assert isinstance(made, Incident)
    assert made.killed == Count(low=3, best=3, high=None, text="at least three people")
    assert [q for q, _ in quotes(made, "/killed/text")] == ["at least three people"]


def test_a_count_without_a_number_is_null() -> None:
    """Words in which there is no number are warned of, and no number is made up."""
    made = record(IncidentDraft(sentences=[1], injured="some"), BLAST)
    assert isinstance(made, Incident)
    assert made.injured is None
    assert warned(made) == [("/injured", "some", "unreadable")]
    assert quotes(made, "/injured/text") == []


@pytest.mark.parametrize(
    ("where", "country"), [("Graz", "AUT"), ("Udine, Italy", "ITA"), ("Nowhereville", None)]
)
def test_a_place_has_the_country_that_its_words_tell(where: str, country: str | None) -> None:
    """A known town tells it, and so does the country's name beside it; other words do not."""
    draft = MeetingDraft(sentences=[1], where=where)
    assert record(draft, f"They met in {where}.").places == [Place(text=where, country=country)]


def test_the_fields_of_named_things_are_read() -> None:
    """Agreements and exercises are called what they are called, with evidence for it."""
    text = "Both signed the Isonzo Water Protocol. Exercise Iron Heron 4 began."
    pact = record(AgreementDraft(sentences=[1], name="Isonzo Water Protocol"), text)
    drill = record(ExerciseDraft(sentences=[2], name="Iron Heron 4", series="Iron Heron"), text)
    assert isinstance(pact, Agreement)
    assert isinstance(drill, Exercise)
    assert pact.name == "Isonzo Water Protocol"
    assert (drill.name, drill.series) == ("Iron Heron 4", "Iron Heron")
    assert quotes(pact, "/name") == [("Isonzo Water Protocol", 16)]


def test_a_record_gets_its_id_and_its_title() -> None:
    """They are those that belong to what the record says."""
    made = record(MeetingDraft(sentences=[1], where="Graz"))
    assert (made.id, made.title) == (identity(made), "meeting: Graz")


def test_a_type_of_ones_own_is_normalized_like_the_others() -> None:
    """What its fields hold tells what becomes of the words: numbers, dates, places."""
    text = "The auction drew two dozen bidders. It opened on Monday in Oslo, Norway, and in Graz."
    draft = AuctionDraft(
        sentences=[1, 2],
        bidders="two dozen bidders",
        opened="on Monday",
        seats=["Oslo, Norway", "Graz"],
    )
    made = record(draft, text)
    assert isinstance(made, Auction)
    assert made.bidders == Count(low=24, best=24, high=24, text="two dozen bidders")
    assert made.opened is not None
    assert made.opened.edtf == "2024-09-30"
    assert made.seats == [
        Place(text="Oslo, Norway", country="NOR"),
        Place(text="Graz", country="AUT"),
    ]
    assert [q for q, _ in quotes(made, "/seats/1/text")] == ["Graz"]
