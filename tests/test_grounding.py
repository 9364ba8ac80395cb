"""Every string of a draft is found in the article, or left out with its reason."""

from __future__ import annotations

import pytest

from eventschema.draft import (
    AgreementDraft,
    EventDraft,
    IncidentDraft,
    MeetingDraft,
    MeetingParticipantDraft,
)
from eventschema.grounded import GroundedDraft, Value
from eventschema.grounding import Ungrounded, ground, problems
from eventschema.quotation import Passage
from eventschema.schema import ValueWarning
from eventschema.span import Quote, Span

TEXT = """\
Defence Minister Ilse Varga met her counterpart Tomaso Brandt in Lenz on Monday.
They spoke about fishing.
A storm closed the port.
On Friday gunmen attacked a convoy near Ober Lenz, killing 12 people.
Varga will travel to Brandt's capital in June."""

SENTENCES = [Span(TEXT.index(line), TEXT.index(line) + len(line)) for line in TEXT.splitlines()]
PASSAGE = Passage(TEXT, SENTENCES)


def grounded(draft: EventDraft) -> GroundedDraft:
    """The draft after grounding in the article above."""
    result = ground(draft, PASSAGE, SENTENCES)
    assert isinstance(result, GroundedDraft)
    return result


def participants(result: GroundedDraft) -> list[dict[str, Value]]:
    """The participants that were found."""
    found = result.values["participants"]
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, dict)]


def test_a_value_is_kept_with_its_place() -> None:
    """What stands in the article becomes a quote: the article's own words, and their span."""
    draft = MeetingDraft(sentences=[1], when="on monday", where="Lenz")
    values = grounded(draft).values
    assert values["when"] == Quote("on Monday", Span(70, 79))
    assert values["where"] == Quote("Lenz", Span(65, 69))
    assert grounded(draft).warnings == ()


def test_a_value_that_is_not_there_is_left_out_with_a_warning() -> None:
    """An invented value leaves the record and stands in its warnings, with its path."""
    draft = MeetingDraft(sentences=[1], when="on Tuesday", where="Lenz", forum="Lenz Forum")
    result = grounded(draft)
    assert result.values["when"] is None
    assert result.warnings == (
        ValueWarning(path="/date", value="on Tuesday", reason="not_in_text"),
        ValueWarning(path="/forum", value="Lenz Forum", reason="not_in_text"),
    )


@pytest.mark.parametrize("placeholder", ["", "unknown", "N/A", "none", "Not specified"])
def test_a_placeholder_is_null(placeholder: str) -> None:
    """Words that stand for nothing are nothing, and no warning."""
    draft = MeetingDraft(sentences=[1], where="Lenz", forum=placeholder)
    result = grounded(draft)
    assert result.values["forum"] is None
    assert result.warnings == ()


def test_a_participant_without_a_true_name_is_left_out_whole() -> None:
    """An office or a country does not stand without the name it belongs to."""
    draft = MeetingDraft(
        sentences=[1],
        participants=[
            MeetingParticipantDraft(name="Otto Varga", office="Defence Minister", country="Lenz"),
            MeetingParticipantDraft(name="Tomaso Brandt", office="Foreign Minister"),
        ],
    )
    result = grounded(draft)
    assert participants(result) == [
        {
            "name": Quote("Tomaso Brandt", Span(48, 61)),
            "office": None,
            "country": None,
            "role": None,
        }
    ]
    assert result.warnings == (
        ValueWarning(path="/participants", value="Otto Varga", reason="not_in_text"),
        ValueWarning(path="/participants/0/office", value="Foreign Minister", reason="not_in_text"),
    )


def test_a_record_without_a_true_value_is_rejected() -> None:
    """An event of which nothing stands in or beside its sentences is none of this article's."""
    draft = IncidentDraft(sentences=[4], where="Nieder Lenz", when="on Sunday", killed="40 people")
    assert ground(draft, PASSAGE, SENTENCES) == Ungrounded(
        "no_support", "the sentences it cites hold no name, place or number of it"
    )


def test_a_date_alone_makes_no_record() -> None:
    """Every sentence of a newspaper has a day: what happened needs a name, place or number."""
    draft = IncidentDraft(sentences=[4], when="On Friday")
    assert isinstance(ground(draft, PASSAGE, SENTENCES), Ungrounded)
    told = grounded(draft.model_copy(update={"killed": "12 people"}))
    assert told.values["when"] == Quote("On Friday", Span(132, 141))


def test_sentences_that_speak_of_nothing_of_the_kind_report_none() -> None:
    """An incident is not reported by sentences without a word of violence or damage."""
    draft = IncidentDraft(sentences=[1, 2], where="Lenz", when="on Monday")
    assert ground(draft, PASSAGE, SENTENCES) == Ungrounded(
        "no_core", "none of the sentences it cites speaks of such an event"
    )


@pytest.mark.parametrize("name", ["Lenz Fishing Pact", "the Varga Accord"])
def test_an_invented_name_rejects_the_draft(name: str) -> None:
    """An agreement whose name does not stand in the article is none, and a reask says so."""
    draft = AgreementDraft(sentences=[1], name=name, where="Lenz")
    assert ground(draft, PASSAGE, SENTENCES) == Ungrounded(
        "no_core", f"{name!r} does not stand in the article"
    )
    assert problems(draft, PASSAGE) == [
        f"{name!r} does not stand in the article; copy its words exactly"
    ]


@pytest.mark.parametrize("name", ["A storm", "spoke about fishing", "the pact"])
def test_words_that_name_no_agreement_are_rejected(name: str) -> None:
    """An agreement's name has the noun of an instrument in it."""
    text = TEXT + " The pact was signed."
    passage = Passage(text, [*SENTENCES, Span(len(TEXT) + 1, len(text))])
    draft = AgreementDraft(sentences=[3], name=name)
    assert ground(draft, passage, [*SENTENCES, Span(len(TEXT) + 1, len(text))]) == Ungrounded(
        "no_core", f"{name!r} is no name of such a thing"
    )


def test_dates_and_counts_stay_near_their_event() -> None:
    """A date or a toll of another event, sentences away, is not taken."""
    far = MeetingDraft(sentences=[1], when="On Friday", where="Lenz")
    near = MeetingDraft(sentences=[5], when="On Friday", topics=["Brandt's capital"])
    assert grounded(far).values["when"] is None
    assert grounded(far).warnings == (
        ValueWarning(path="/date", value="On Friday", reason="outside_support"),
    )
    assert grounded(near).values["when"] == Quote("On Friday", Span(132, 141))


def test_the_nearest_occurrence_is_taken() -> None:
    """Of several places where a value stands, the one at the event's own sentences counts."""
    draft = MeetingDraft(sentences=[5], participants=[MeetingParticipantDraft(name="Varga")])
    (kept,) = participants(grounded(draft))
    assert kept["name"] == Quote("Varga", Span(SENTENCES[4].start, SENTENCES[4].start + 5))


def test_sentences_that_do_not_exist_are_no_support() -> None:
    """Support is the first cited sentence with a sign, then those that hold a value."""
    draft = MeetingDraft(sentences=[99, -1, 0, 3, 2, 1], topics=["fishing"], where="Lenz")
    assert [quote.span for quote in grounded(draft).support] == [SENTENCES[1], SENTENCES[0]]


def test_a_number_of_other_people_is_no_toll() -> None:
    """A toll stands in a sentence that speaks of deaths, and the injured in one of injuries."""
    text = "Three armed men robbed a bank in Lenz. Two guards were wounded and one died."
    spans = [Span(0, 38), Span(39, len(text))]
    draft = IncidentDraft(sentences=[1, 2], where="Lenz", killed="Three", injured="Two guards")
    result = ground(draft, Passage(text, spans), spans)
    assert isinstance(result, GroundedDraft)
    assert result.values["killed"] is None
    assert result.values["injured"] == Quote("Two guards", Span(39, 49))
    assert result.warnings == (
        ValueWarning(path="/killed", value="Three", reason="outside_support"),
    )


def test_a_modality_or_category_without_its_words_yields() -> None:
    """A plan without a word of the future is none; a bombing by gunmen is an armed attack."""
    draft = IncidentDraft(
        sentences=[4], where="Ober Lenz", modality="planned", category="bombing", killed="12 people"
    )
    result = grounded(draft)
    assert result.values["modality"] is None
    assert result.values["category"] == "armed_attack"
    assert [(w.path, w.value) for w in result.warnings] == [
        ("/modality", "planned"),
        ("/category", "bombing"),
    ]


def taken(draft: EventDraft) -> GroundedDraft | Ungrounded:
    """The draft of the rules after grounding in the article above."""
    return ground(draft, PASSAGE, SENTENCES, proposer="rules")


def test_the_rules_words_are_taken() -> None:
    """They have read the sentences themselves: no sign and no word of a vocabulary is doubted."""
    draft = IncidentDraft(
        sentences=[1], where="Ober Lenz", modality="planned", category="riot", weapons=["storm"]
    )
    result = taken(draft)
    assert isinstance(result, GroundedDraft)
    assert (result.values["modality"], result.values["category"]) == ("planned", "riot")
    assert (result.proposer, result.warnings) == ("rules", ())
    assert isinstance(ground(draft, PASSAGE, SENTENCES), Ungrounded)


def test_the_rules_support_is_what_they_cite() -> None:
    """Every cited sentence, the core first, in their order; and none twice."""
    result = taken(MeetingDraft(sentences=[5, 1, 5, 99, 3]))
    assert isinstance(result, GroundedDraft)
    assert [quote.span for quote in result.support] == [SENTENCES[n] for n in (4, 0, 2)]


def test_the_rules_cite_a_sentence() -> None:
    """Without one their draft is none, as a model's would be."""
    assert taken(MeetingDraft(sentences=[99], where="Lenz")) == Ungrounded(
        "no_core", "it cites no sentence of the article"
    )


def test_the_rules_invent_no_name() -> None:
    """A name that does not stand in the article names nothing, whoever says so."""
    assert taken(AgreementDraft(sentences=[1], name="Lenz Pact")) == Ungrounded(
        "no_core", "'Lenz Pact' does not stand in the article"
    )


def test_the_rules_quotes_are_sought_like_all() -> None:
    """A value that is not there is left out with a warning; evidence is owed by everybody."""
    result = taken(MeetingDraft(sentences=[1], where="Lenz", forum="Lenz Forum"))
    assert isinstance(result, GroundedDraft)
    assert result.values["where"] == Quote("Lenz", Span(65, 69))
    assert result.values["forum"] is None
    assert result.warnings == (
        ValueWarning(path="/forum", value="Lenz Forum", reason="not_in_text"),
    )


def test_of_many_places_the_nearest_is_taken() -> None:
    """However often a name stands in a text, what is cited decides; of equals the first counts."""
    met, rained = "Varga met Brandt. Varga left.", "No it rained on Lenz all day."
    text = "\n".join(met if n % 3 else rained for n in range(600))
    sentences = [Span(n * (len(met) + 1), n * (len(met) + 1) + len(met)) for n in range(600)]
    passage = Passage(text, sentences)
    for cited, home in [(1, 1), (2, 1), (300, 299), (301, 299), (302, 301), (600, 599)]:
        draft = MeetingDraft(sentences=[cited], where="Varga")
        result = ground(draft, passage, sentences, proposer="rules")
        assert isinstance(result, GroundedDraft)
        assert result.values["where"] == Quote("Varga", Span(home * 30, home * 30 + 5))
