"""What several readers say of one occasion is one record; two occasions stay two."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.candidate import Candidate
from eventschema.draft import AgreementDraft, EventDraft, ExerciseDraft, IncidentDraft, MeetingDraft
from eventschema.grounded import GroundedDraft, Value
from eventschema.schema import (
    Agreement,
    BaseEvent,
    Count,
    EventDate,
    Evidence,
    Exercise,
    Incident,
    Meeting,
    Place,
    ValueWarning,
)
from eventschema.span import Quote, Span
from eventschema.uniting import merged, unite
from eventschema.vocabularies import Proposer
from tests.test_identity import EXTRACTION, record

DRAFT_OF: dict[type[BaseEvent], type[EventDraft]] = {
    Meeting: MeetingDraft,
    Agreement: AgreementDraft,
    Exercise: ExerciseDraft,
    Incident: IncidentDraft,
}
MONDAY, FRIDAY = (EventDate(text=d, edtf=d) for d in ("2024-09-30", "2024-10-04"))
GRAZ, UDINE = Place(text="Graz"), Place(text="Udine")
ODUYA, CALABRO = (
    {"name": name, "kind": "person", "mentions": [name]}
    for name in ("Hella Oduya", "Renzo Calabrò")
)
AUSTRIA = {"name": "Austria", "kind": "country", "country": "AUT"}
ITALY = {"name": "Italy", "kind": "country", "country": "ITA"}


def saying(
    told: Mapping[str, object],
    kind: type[BaseEvent] = Meeting,
    *,
    by: Proposer = "model",
    sentences: Sequence[int] = (1,),
) -> Candidate:
    """What a reader says of an occasion that these sentences report, the core first."""
    support = [Evidence(path="", quote="x" * 9, start=10 * n, end=10 * n + 9) for n in sentences]
    extraction = EXTRACTION.model_copy(update={"proposers": [by]})
    event = record(kind, evidence=support, extraction=extraction, **told)
    return Candidate(GroundedDraft(DRAFT_OF[kind], {}, (), (), by), event)


def candidate(
    kind: type[BaseEvent] = Meeting,
    *,
    by: Proposer = "model",
    sentences: Sequence[int] = (1,),
    **told: object,
) -> Candidate:
    """The same, its facts given by name."""
    return saying(told, kind, by=by, sentences=sentences)


def are_one(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates become one record, whichever comes first."""
    there, back = len(unite([one, other])), len(unite([other, one]))
    assert there == back
    return there == 1


CANDIDATES = st.lists(
    st.builds(
        lambda named, by, sentences, told: saying(
            named[1] | told, named[0], by=by, sentences=sentences
        ),
        st.sampled_from(
            [
                (Meeting, {}),
                (Incident, {}),
                (Agreement, {"name": "Isonzo Water Protocol"}),
                (Agreement, {"name": "Water Protocol", "aliases": ["IWP"]}),
            ]
        ),
        st.sampled_from(["model", "rules"]),
        st.lists(st.integers(1, 4), min_size=1, max_size=3, unique=True),
        st.fixed_dictionaries(
            {},
            optional={
                "date": st.sampled_from([MONDAY, FRIDAY]),
                "places": st.lists(st.sampled_from([GRAZ, UDINE]), max_size=2),
                "modality": st.sampled_from(["happened", "planned"]),
            },
        ),
    ),
    max_size=8,
)


@given(CANDIDATES)
def test_every_candidate_ends_in_one_group(candidates: list[Candidate]) -> None:
    """None is lost and none counts twice; a group has one type and keeps the readers' order."""
    groups = unite(candidates)
    assert sorted(id(one) for group in groups for one in group) == sorted(map(id, candidates))
    for group in groups:
        places = [next(i for i, c in enumerate(candidates) if c is one) for one in group]
        assert places == sorted(places)
        assert len({one.event.event_type for one in group}) == 1


@given(CANDIDATES)
def test_groups_come_in_the_order_of_their_first(candidates: list[Candidate]) -> None:
    """What was said first stays first, and the first of all begins the first group."""
    firsts = [id(group[0]) for group in unite(candidates)]
    assert firsts == [id(one) for one in candidates if id(one) in firsts]
    assert firsts[:1] == [id(one) for one in candidates[:1]]


@given(CANDIDATES)
def test_what_was_told_apart_stays_apart(candidates: list[Candidate]) -> None:
    """The firsts of a model's groups repeat nothing, however often they are compared."""
    of_model = [one for one in candidates if one.grounded.proposer == "model"]
    firsts = [group[0] for group in unite(of_model)]
    assert unite(firsts) == [[first] for first in firsts]


@given(CANDIDATES, st.data())
def test_saying_it_again_adds_no_occasion(candidates: list[Candidate], data: st.DataObject) -> None:
    """A candidate of the model that is given once more joins a group that is there."""
    if of_model := [one for one in candidates if one.grounded.proposer == "model"]:
        again = data.draw(st.sampled_from(of_model))
        assert len(unite([*candidates, again])) == len(unite(candidates))


@given(CANDIDATES)
def test_the_rules_make_no_two_of_one(candidates: list[Candidate]) -> None:
    """They forget nothing that they have told: no group has two of theirs, not by a detour."""
    for group in unite(candidates):
        assert sum(one.grounded.proposer == "rules" for one in group) <= 1


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ({"date": MONDAY}, {"date": FRIDAY}),
        ({"places": [GRAZ]}, {"places": [UDINE]}),
        ({"participants": [ODUYA]}, {"participants": [CALABRO]}),
        ({"participants": [AUSTRIA]}, {"participants": [ITALY]}),
        ({"modality": "happened"}, {"modality": "planned"}),
    ],
)
def test_a_model_tells_two_events_of_a_sentence_apart(
    told: Mapping[str, object], other: Mapping[str, object]
) -> None:
    """What it says otherwise is another occasion; of two readers one may err in one fact."""
    assert not are_one(saying(told), saying(other))
    assert are_one(saying(told), saying(other, by="rules"))


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ({"category": "riot"}, {"category": "arson"}),
        ({"killed": Count(best=3, text="three")}, {"killed": Count(best=4, text="four")}),
        ({"injured": Count(best=3, text="three")}, {"injured": Count(best=4, text="four")}),
    ],
)
def test_incidents_have_facts_of_their_own(
    told: Mapping[str, object], other: Mapping[str, object]
) -> None:
    """Another category or toll is another incident of the sentence."""
    assert not are_one(saying(told, Incident), saying(other, Incident))
    assert are_one(saying(told, Incident), saying(told, Incident))


def test_two_readers_that_differ_in_two_facts_speak_of_two() -> None:
    """One of them may have misread a date or a place of their sentence, but hardly both."""
    one = candidate(date=MONDAY, places=[GRAZ])
    assert not are_one(one, candidate(by="rules", date=FRIDAY, places=[UDINE]))
    assert are_one(one, candidate(by="rules", date=FRIDAY, places=[GRAZ]))


def test_whoever_says_less_speaks_of_the_same() -> None:
    """Silence about a fact contradicts nothing."""
    full = candidate(date=MONDAY, places=[GRAZ], modality="happened")
    assert are_one(full, candidate())
    assert are_one(full, candidate(places=[GRAZ]))
    assert not are_one(full, candidate(Incident))


@pytest.mark.parametrize(
    ("sentences", "one"), [([1], True), ([2, 1], True), ([2], False), ([2, 3], False)]
)
def test_a_sentence_is_shared_through_its_core(sentences: list[int], *, one: bool) -> None:
    """The core of either must be among the sentences of the other."""
    assert are_one(candidate(), candidate(by="rules", sentences=sentences)) == one


def test_a_further_sentence_in_common_does_not_make_one() -> None:
    """Two events may both refer to a third sentence that is the core of neither."""
    assert not are_one(candidate(sentences=[1, 3]), candidate(by="rules", sentences=[2, 3]))


@pytest.mark.parametrize(
    ("told", "one"),
    [
        ({"date": MONDAY, "places": [GRAZ]}, True),
        ({"date": MONDAY, "places": [UDINE, GRAZ]}, True),
        ({"date": MONDAY}, False),
        ({"date": MONDAY, "places": [UDINE]}, False),
        ({"date": MONDAY, "places": [GRAZ], "modality": "planned"}, False),
        ({"date": EventDate(text="on Monday"), "places": [GRAZ]}, False),
        ({"participants": [ODUYA, CALABRO]}, False),
        ({"participants": [ODUYA | {"country": "AUT"}]}, True),
    ],
)
def test_elsewhere_two_facts_make_one(told: Mapping[str, object], *, one: bool) -> None:
    """From another sentence it is the same occasion where two facts agree and none differs."""
    full = candidate(
        date=MONDAY,
        places=[GRAZ],
        modality="happened",
        participants=[ODUYA | {"country": "AUT"}],
    )
    assert are_one(full, saying(told, sentences=[2])) == one


@pytest.mark.parametrize(
    ("name", "aliases", "one"),
    [
        ("Isonzo Water Protocol", [], True),
        ("the ISONZO Water protocol", [], True),
        ("Water Protocol", [], True),
        ("second Isonzo Water Protocol of 2024", [], True),
        ("Isonzo Fishing Protocol", [], False),
        ("Protocol", ["Isonzo Water Protocol"], True),
        ("pact", ["IWP"], True),
        ("Isonzo Fishing Pact", ["IFP"], False),
        ("Water Proto", [], False),
        ("Protocol (Isonzo Water Protocol)", [], True),
    ],
)
def test_named_things_are_one_by_their_names(name: str, aliases: list[str], *, one: bool) -> None:
    """A name is the other's, or an alias's, or whole words of it; nothing else counts then."""
    full = candidate(Agreement, name="Isonzo Water Protocol", aliases=["IWP"], date=MONDAY)
    other = candidate(Agreement, sentences=[2], name=name, aliases=aliases, date=FRIDAY)
    assert are_one(full, other) == one


def test_the_same_name_of_two_types_is_two() -> None:
    """An exercise is no agreement of its name."""
    assert not are_one(
        candidate(Agreement, name="Iron Pact"), candidate(Exercise, name="Iron Pact")
    )


def test_what_fits_several_joins_the_likest() -> None:
    """Of two occasions that it may be, that with more facts in common; of equals the first."""
    monday, friday = candidate(date=MONDAY), candidate(date=FRIDAY)
    later = candidate(by="rules", date=FRIDAY)
    assert unite([monday, friday, later]) == [[monday], [friday, later]]
    silent = candidate(by="rules")
    assert unite([monday, friday, silent]) == [[monday, silent], [friday]]


TEXT = (
    "Hella Oduya met Renzo Calabrò in Graz on Wednesday for talks on fish."
    " Their ministries had met there on Monday."
)


def quote(words: str) -> Quote:
    """The first place of these words."""
    start = TEXT.index(words)
    return Quote.cut(TEXT, Span(start, start + len(words)))


def said(
    *warnings: ValueWarning, by: Proposer = "model", support: Sequence[str] = (), **values: Value
) -> Candidate:
    """A meeting of which a reader says this."""
    nothing: dict[str, Value] = {"when": None, "where": None, "format": None, "topics": []}
    draft = GroundedDraft(MeetingDraft, nothing | values, tuple(map(quote, support)), warnings, by)
    return Candidate(draft, record())


def test_the_first_counts_and_the_others_fill_its_gaps() -> None:
    """A value that is there stays; null takes the first value that somebody has."""
    joined = merged(
        [
            said(where=quote("Graz")),
            said(by="rules", where=quote("Graz"), when=quote("Wednesday")),
            said(when=quote("on Wednesday"), format="bilateral"),
        ]
    )
    assert joined.values["where"] == quote("Graz")
    assert joined.values["when"] == quote("Wednesday")
    assert joined.values["format"] == "bilateral"
    assert (joined.draft, joined.proposer) == (MeetingDraft, "model")


def test_what_is_said_otherwise_is_overruled() -> None:
    """A warning has the words that did not count, at the place that they have in the record."""
    joined = merged(
        [
            said(where=quote("Graz"), when=quote("Wednesday"), format="visit"),
            said(where=quote("in Graz"), when=quote("on Monday"), format="bilateral"),
        ]
    )
    assert joined.warnings == (
        ValueWarning(path="/date", value="on Monday", reason="overruled"),
        ValueWarning(path="/format", value="bilateral", reason="overruled"),
    )


def test_lists_are_added_up_without_repetition() -> None:
    """Nothing of a list is overruled: the others' items come behind the first's."""
    joined = merged([said(topics=[quote("talks")]), said(topics=[quote("fish"), quote("talks")])])
    assert joined.values["topics"] == [quote("talks"), quote("fish")]
    assert joined.warnings == ()


def test_the_support_is_that_of_all() -> None:
    """The core is the first's, and no sentence stands twice."""
    joined = merged([said(support=["talks", "met"]), said(support=["Graz", "talks"])])
    assert [each.text for each in joined.support] == ["talks", "met", "Graz"]


def test_what_was_left_out_of_any_is_told_once() -> None:
    """The warnings of all are those of the merged draft."""
    doubt, other = (
        ValueWarning(path=path, value="x", reason="not_in_text") for path in ("/forum", "/date")
    )
    assert merged([said(doubt), said(doubt, other)]).warnings == (doubt, other)


def test_what_either_knows_of_a_participant_is_kept() -> None:
    """Two forms of one name are not united here: casting does, with all that is known of both."""
    oduya: dict[str, Value] = {"name": quote("Hella Oduya"), "role": None}
    host: dict[str, Value] = oduya | {"role": "host"}
    joined = merged([said(participants=[oduya]), said(participants=[host, oduya])])
    assert joined.values["participants"] == [oduya, host]


def test_a_warning_goes_along_with_its_participant() -> None:
    """It points at the place that the participant of the other draft has in the merged one."""
    oduya: dict[str, Value] = {"name": quote("Hella Oduya")}
    calabro: dict[str, Value] = {"name": quote("Renzo Calabrò")}
    doubt = ValueWarning(path="/participants/0/office", value="Pope", reason="not_in_text")
    joined = merged([said(participants=[oduya]), said(doubt, participants=[calabro, oduya])])
    assert joined.values["participants"] == [oduya, calabro]
    assert [warning.path for warning in joined.warnings] == ["/participants/1/office"]


@given(st.lists(st.sampled_from(["Graz", "Wednesday", None]), min_size=1, max_size=4))
def test_merging_one_more_changes_no_value_that_is_there(wheres: list[str | None]) -> None:
    """The value is the first that anybody gives, and every other one is warned of."""
    told = [said(where=None if where is None else quote(where)) for where in wheres]
    spoken = [where for where in wheres if where is not None]
    joined = merged(told)
    assert joined.values["where"] == (quote(spoken[0]) if spoken else None)
    overruled = {warning.value for warning in joined.warnings}
    assert overruled == set(spoken) - set(spoken[:1])
