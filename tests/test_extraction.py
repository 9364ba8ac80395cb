"""Real articles' conversations with the embedded model, recorded, and what comes of them.

The facts below are read off the articles by a person; the recordings only spare the model.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pytest
from vcr.cassette import Cassette

from eventschema.article import Article
from eventschema.models.lives import EmbeddedModel
from eventschema.outcome import Outcome
from eventschema.pipeline import run
from eventschema.plan import Plan
from eventschema.reading import read
from eventschema.schema import Agreement, BaseEvent, Exercise, Incident, Meeting

Record = TypeVar("Record", bound=BaseEvent)

pytestmark = pytest.mark.vcr
ARTICLES = Path(__file__).parent.parent / "examples" / "articles"
VISITOR = "İlker Yamaçl\u0131"


@pytest.fixture(autouse=True)
def _fully_played(vcr: Cassette, record_mode: str) -> Iterator[None]:
    """A recording of which something is never asked is out of date."""
    yield
    if record_mode == "none":
        assert vcr.all_played


def extracted(name: str, model: EmbeddedModel) -> tuple[Article, Outcome]:
    """The example article of this name, and its outcome, which obeys what every outcome does."""
    (article,) = read([ARTICLES / name])
    assert isinstance(article, Article)
    outcome = run(article, model=model, plan=Plan().fitting(small=True))
    assert outcome.problems == []
    for event in outcome.events:
        assert event.extraction.proposers == ["rules"]
        assert event.confidence is not None
        assert 0 < event.confidence < 1
        assert all(article.text[e.start : e.end] == e.quote for e in event.evidence)
    return article, outcome


def of_type(outcome: Outcome, kind: type[Record]) -> list[Record]:
    """The outcome's records of this kind."""
    return [event for event in outcome.events if isinstance(event, kind)]


def on(day: str | None, outcome: Outcome, kind: type[Record]) -> Record:
    """The outcome's one record of this kind with this date, or with none that is resolved."""
    (record,) = [event for event in of_type(outcome, kind) if edtf(event) == day]
    return record


def only(outcome: Outcome, kind: type[Record]) -> Record:
    """The outcome's one record of this kind."""
    (record,) = of_type(outcome, kind)
    return record


def edtf(event: BaseEvent) -> str | None:
    """The event's date."""
    return event.date.edtf if event.date else None


def counted(outcome: Outcome) -> Counter[str]:
    """How many records there are of each type."""
    return Counter(event.event_type for event in outcome.events)


def places(event: BaseEvent) -> Sequence[tuple[str, str | None]]:
    """The event's places, each with its country."""
    return [(place.text, place.country) for place in event.places]


def names(event: BaseEvent, role: str) -> list[str]:
    """The names of the event's participants in this role."""
    return [one.name for one in event.participants if one.role == role]


def test_wire_talks(embedded_model: EmbeddedModel) -> None:
    """The talks of two ministers have their day, place and countries, and keep "Major" a name."""
    _, outcome = extracted("wire-talks.txt", embedded_model)
    talks = on("2024-11-13", outcome, Meeting)
    assert (talks.modality, talks.format) == ("happened", "bilateral")
    assert places(talks) == [("Santiago", "CHL")]
    assert [(one.name, one.role, one.country) for one in talks.participants] == [
        ("Pilar Oyarzún Vidal", "host", "CHL"),
        ("Major Sandhar", "visitor", "CAN"),
        ("Louise Pelchat-Roy", None, "CAN"),
    ]
    before = on("2024-06", outcome, Meeting)
    assert (before.modality, before.format) == ("happened", "sidelines")
    assert places(before) == [("Vancouver", "CAN")]
    assert {"Pilar Oyarzún Vidal", "Major Sandhar"} <= {one.name for one in before.participants}
    pact = only(outcome, Agreement)
    assert (pact.name, pact.instrument) == ("Mutual Logistics Support Agreement", "agreement")
    assert (pact.status, pact.modality) == ("under_negotiation", "planned")
    assert [(one.name, one.role, one.country) for one in pact.participants] == [
        ("Chile", "party", "CHL"),
        ("Canada", "party", "CAN"),
    ]
    assert {"incident", "exercise"}.isdisjoint(counted(outcome))


def test_readout(embedded_model: EmbeddedModel) -> None:
    """A ministry's numbered read-out gives meetings, an agreement and an exercise next year."""
    _, outcome = extracted("readout.txt", embedded_model)
    talks = on("2025-10-22", outcome, Meeting)
    assert (talks.modality, places(talks)) == ("happened", [("Warsaw", "POL")])
    assert [(one.name, one.role, one.office, one.country) for one in talks.participants] == [
        ("Łukasz Wierzbowicz", "host", "Minister of National Defence", "POL"),
        (VISITOR, "visitor", "Minister of National Defence", "TUR"),
    ]
    deputies = on("2026-01/2026-03", outcome, Meeting)
    assert (deputies.modality, places(deputies)) == ("planned", [("Ankara", "TUR")])
    assert {"Stanisław Przybora", "Ayşe Tunçbilek"} <= {one.name for one in deputies.participants}
    agreement = only(outcome, Agreement)
    assert agreement.name == "Agreement on Cooperation in Military Hydrography and Meteorology"
    assert (agreement.status, edtf(agreement)) == ("signed", "2025-10-22")
    assert names(agreement, "signatory") == ["Łukasz Wierzbowicz", VISITOR]
    assert names(agreement, "party") == ["Poland", "Republic of Türkiye"]
    exercise = only(outcome, Exercise)
    assert (exercise.series, exercise.modality) == ("Silver Stork", "planned")
    assert edtf(exercise) == "2026-05-04/2026-05-15"
    assert places(exercise) == [("Orzysz training area", "POL")]
    assert names(exercise, "participant") == ["Poland", "Republic of Türkiye", "Lithuania"]
    assert names(exercise, "observer") == ["Romania"]
    assert exercise.personnel is not None
    assert (exercise.personnel.best, exercise.domains) == (1800, ["land"])
    assert "incident" not in counted(outcome)


def test_local_paper(embedded_model: EmbeddedModel) -> None:
    """Without a publication date "Friday night" stays words; the corrected toll of three counts."""
    _, outcome = extracted("local-paper.txt", embedded_model)
    fire = on(None, outcome, Incident)
    assert fire.date is not None
    assert (fire.date.text, fire.date.basis) == ("Friday night", "unresolved")
    assert fire.category == "accident"
    assert [place.text for place in fire.places] == ["Kirkwood"]
    assert fire.killed is not None
    assert fire.killed.best == 3
    assert fire.injured is not None
    assert fire.injured.best == 11
    earlier = on("2016", outcome, Incident)
    assert earlier.category == "accident"
    assert [place.text for place in earlier.places] == ["Addo"]
    assert counted(outcome) == {"incident": 2}


def test_drone_strike(embedded_model: EmbeddedModel) -> None:
    """The disputed drone strike, and the ambush that the government brings up against a group."""
    _, outcome = extracted("drone-strike.jsonl", embedded_model)
    strike = on("2025-02-09", outcome, Incident)
    assert strike.category == "air_or_drone_strike"
    assert strike.weapons == ["drone"]
    assert places(strike) == [("northern Tibesti region", "TCD")]
    assert strike.killed is not None
    assert (strike.killed.low, strike.killed.high) == (12, None)
    ambush = on("2024-12", outcome, Incident)
    assert (ambush.category, places(ambush)) == ("armed_attack", [("Wour", "TCD")])
    assert names(ambush, "perpetrator") == ["FPT"]
    assert ambush.killed is not None
    assert ambush.killed.best == 6
    assert counted(outcome) == {"incident": 2}


def test_aggregator(embedded_model: EmbeddedModel) -> None:
    """A body that stands twice gives its records once, and other stories' headlines give none."""
    article, outcome = extracted("aggregator.txt", embedded_model)
    collision = only(outcome, Incident)
    assert (collision.modality, edtf(collision)) == ("happened", "2025-06-17")
    assert places(collision) == [("Vis", "HRV")]
    assert collision.category == "maritime_incident"
    assert collision.injured is not None
    assert (collision.injured.best, collision.killed) == (2, None)
    exercise = only(outcome, Exercise)
    assert (exercise.name, exercise.modality) == ("Adriatic Lantern 25", "ongoing")
    assert exercise.date is not None
    assert str(exercise.date.start) == "2025-06-16"
    assert places(exercise) == [("Šibenik", "HRV")]
    assert names(exercise, "participant") == ["Croatia", "Italy", "Montenegro"]
    assert exercise.personnel is not None
    assert (exercise.personnel.best, exercise.domains) == (650, ["sea"])
    assert counted(outcome) == {"incident": 1, "exercise": 1}
    debris = article.text.index("You may also like")
    assert all(e.end <= debris for event in outcome.events for e in event.evidence)


def test_live_blog(embedded_model: EmbeddedModel) -> None:
    """The abductions that a live blog tells of, and the call about the search."""
    _, outcome = extracted("live-blog.txt", embedded_model)
    abductions = of_type(outcome, Incident)
    assert {one.category for one in abductions} == {"kidnapping"}
    assert {("San Lorenzo", "ECU"), ("Esmeraldas", "ECU")} <= {
        place for one in abductions for place in places(one)
    }
    call = only(outcome, Meeting)
    assert (call.format, call.modality) == ("call", "happened")
    assert [(one.name, one.office) for one in call.participants] == [
        ("Hernán Proaño Vaca", "interior minister"),
        ("Nelly Caicedo Arroyo", "governor of Esmeraldas"),
    ]
    assert {"agreement", "exercise"}.isdisjoint(counted(outcome))


def test_roundup(embedded_model: EmbeddedModel) -> None:
    """Each item of a week in brief is one event of its own weekday."""
    _, outcome = extracted("roundup.jsonl", embedded_model)
    assert counted(outcome) == {"meeting": 1, "agreement": 1, "exercise": 1, "incident": 2}
    robbery = on("2025-09-08", outcome, Incident)
    assert (robbery.category, places(robbery)) == ("robbery", [("Antwerp", "BEL")])
    assert names(robbery, "perpetrator") == ["armed men"]
    assert names(robbery, "target") == ["diamond workshop"]
    assert robbery.killed is robbery.injured is None
    treaty = only(outcome, Agreement)
    assert (treaty.name, edtf(treaty)) == ("Cuareim Basin Treaty", "2025-09-09")
    assert (treaty.instrument, treaty.status) == ("treaty", "ratified")
    assert {one.country for one in treaty.participants} == {"BRA", "URY"}
    launch = on("2025-09-10", outcome, Incident)
    assert (launch.category, launch.weapons) == ("weapons_test", ["missile"])
    assert [place.text for place in launch.places] == ["Java Sea"]
    summit = only(outcome, Meeting)
    assert (summit.modality, summit.format) == ("cancelled", "summit")
    assert (edtf(summit), places(summit)) == ("2025-09-11", [("Bujumbura", "BDI")])
    exercise = only(outcome, Exercise)
    assert (exercise.name, edtf(exercise)) == ("Birch Wall 25", "2025-09-12")
    assert [place.text for place in exercise.places] == ["Kainuu"]
    active = [one for one in exercise.participants if one.role == "participant"]
    assert {one.country for one in active} == {"FIN", "EST"}
    assert names(exercise, "observer") == ["Swedish"]
    assert exercise.personnel is not None
    assert exercise.personnel.best == 1400


def test_opinion(embedded_model: EmbeddedModel) -> None:
    """A column full of war metaphors has no meeting, agreement or exercise, and no dead."""
    _, outcome = extracted("opinion.txt", embedded_model)
    incidents = of_type(outcome, Incident)
    assert len(outcome.events) == len(incidents) <= 1
    assert all(not one.places and one.killed is None for one in incidents)


def test_page(embedded_model: EmbeddedModel) -> None:
    """A web page: the ceasefire with its signatories, how it is broken, and what lies ahead."""
    _, outcome = extracted("page.html", embedded_model)
    assert counted(outcome) == {"meeting": 1, "agreement": 2, "incident": 2}
    ceasefire = on("2025-01-23", outcome, Agreement)
    assert ceasefire.name == "Haute-Kotto Ceasefire Agreement"
    assert (ceasefire.status, places(ceasefire)) == ("signed", [("Luanda", "AGO")])
    assert names(ceasefire, "signatory") == ["Clotilde Ngbando", "Oumar Sabone"]
    truce = on("2021", outcome, Agreement)
    assert (truce.instrument, truce.status) == ("ceasefire", "terminated")
    shelling = on("2025-01-25", outcome, Incident)
    assert (places(shelling), shelling.weapons) == ([("Yalinga", "CAF")], ["mortar"])
    assert shelling.killed is shelling.injured is None
    (violation,) = [one for one in of_type(outcome, Incident) if one is not shelling]
    assert violation.category == "ceasefire_violation"
    assert places(violation) == [("Central African Republic", "CAF")]
    assert names(violation, "perpetrator") == ["army"]
    committee = only(outcome, Meeting)
    assert (edtf(committee), committee.modality) == ("2025-02-10", "planned")
    assert places(committee) == [("Bangui", "CAF")]


def test_talks_cancelled(embedded_model: EmbeddedModel) -> None:
    """A summit that is off, a visit that lies ahead, a draft text, and an incursion denied."""
    _, outcome = extracted("talks-cancelled.txt", embedded_model)
    assert counted(outcome) == {"meeting": 2, "agreement": 1, "incident": 1}
    visit = on("2024-08-26/2024-09-01", outcome, Meeting)
    assert (visit.modality, places(visit)) == ("planned", [("Tashkent", "UZB")])
    assert names(visit, "visitor") == ["Azamat Turgunaliev"]
    assert {one.country for one in visit.participants} == {"KGZ", "UZB"}
    (summit,) = [one for one in of_type(outcome, Meeting) if one is not visit]
    assert (summit.modality, summit.format) == ("cancelled", "summit")
    assert summit.date is not None
    assert (summit.date.text, places(summit)) == ("Friday", [("Shymkent", "KAZ")])
    protocol = only(outcome, Agreement)
    assert protocol.name == "Protocol on Winter Releases"
    assert (protocol.instrument, protocol.status) == ("protocol", "under_negotiation")
    incursion = only(outcome, Incident)
    assert (incursion.category, incursion.modality) == ("border_incursion", "denied")
    assert (edtf(incursion), places(incursion)) == ("2024-08-19", [("Batken region", "KGZ")])
