"""langextract, set up as well as we know how.

It is given the definitions of the four types, the worked example, an output schema made of it, a
temperature of 0 and a limit of tokens. An event's evidence is the interval to which langextract
aligns its text; where it aligns none, there is none. An answer that cannot be parsed raises, unless
there are other chunks of the same article that it would take with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import metadata

import langextract as lx
from langextract.factory import ModelConfig

from eventschema import Article, BaseEvent, worked_example
from eventschema.draft import EventDraft, ParticipantDraft, event_type
from eventschema.span import Span
from systems import guideline
from systems.conversion import Said, Who, listed, only, record
from systems.served import MAX_TOKENS, Extract, Served

TYPES = ("meeting", "agreement", "exercise", "incident")

PROMPT = f"""{guideline.INSTRUCTIONS}

Extract every event of these types:
{guideline.definitions()}

The text of an extraction is the words of the article that report the event, for an agreement or an
exercise its name. Do not overlap them. The attributes:
- modality: happened, ongoing, planned, hypothetical, denied or cancelled
- when: the words that say when, else null
- where: the place where it happened (not the dateline), else null
- participants: the names of those who took part, no spokespersons
- countries: the countries or nationalities of those who took part
- status (agreement): proposed, under_negotiation, agreed, signed, ratified, in_force, suspended,
  terminated or rejected
- category (incident): armed_attack, bombing, air_or_drone_strike, missile_or_artillery_strike,
  assassination, kidnapping, hijacking, armed_clash, ceasefire_violation, border_incursion,
  weapons_test, maritime_incident, cyber_attack, sabotage, arson, robbery, riot, accident or other
- killed, injured (incident): the words that say how many, else null"""


def version() -> str:
    """The version that is installed."""
    return metadata.version("langextract")


@contextmanager
def opened(served: Served) -> Iterator[Extract]:
    """Extract with the served model, as many characters at a time as `served.buffer` says."""
    config = ModelConfig(
        model_id=served.endpoint.model,
        provider="OpenAILanguageModel",
        provider_kwargs={
            "api_key": served.endpoint.api_key,
            "base_url": served.endpoint.base_url,
            "temperature": 0.0,
            "max_output_tokens": MAX_TOKENS,
        },
    )
    examples = [_example()]
    model = lx.factory.create_model(config, examples=examples, use_schema_constraints=True)

    def extract(article: Article) -> Sequence[BaseEvent]:
        document = lx.extract(
            article.text,
            prompt_description=PROMPT,
            examples=examples,
            model=model,
            use_schema_constraints=False,  # the model has them already
            resolver_params={"suppress_parse_errors": len(article.text) > served.buffer},
            max_char_buffer=served.buffer,
            show_progress=False,
        )
        found = [said(one) for one in document.extractions or [] if _kind(one) in TYPES]
        return [record(one, article, by="langextract", number=i) for i, one in enumerate(found)]

    yield extract


def said(extraction: lx.data.Extraction) -> Said:
    """The event that an extraction tells of."""
    attributes: Mapping[str, object] = extraction.attributes or {}
    words = {name: only(attributes.get(name)) for name in ("modality", "status", "category")}
    numbers = {name: only(attributes.get(name)) for name in ("killed", "injured")}
    return Said(
        event_type=_kind(extraction),
        evidence=_aligned(extraction.char_interval),
        name=extraction.extraction_text,
        when=only(attributes.get("when")),
        where=listed(attributes.get("where")),
        participants=[Who(name) for name in listed(attributes.get("participants"))],
        countries=listed(attributes.get("countries")),
        words=words,
        numbers=numbers,
    )


def _kind(extraction: lx.data.Extraction) -> str:
    return str(extraction.extraction_class).strip().lower()


def _aligned(interval: lx.data.CharInterval | None) -> Span | None:
    if interval is None or interval.start_pos is None or interval.end_pos is None:
        return None
    return Span(interval.start_pos, interval.end_pos)


def _example() -> lx.data.ExampleData:
    drafts = [draft for answers in worked_example.ANSWERS.values() for draft in answers]
    drafts.sort(key=lambda draft: guideline.EXAMPLE_TEXT.index(_text(draft)))
    return lx.data.ExampleData(guideline.EXAMPLE_TEXT, [*map(_extraction, drafts)])


def _extraction(draft: EventDraft) -> lx.data.Extraction:
    told = draft.model_dump()
    who: Sequence[ParticipantDraft] = getattr(draft, "participants", [])
    attributes: dict[str, str | list[str] | None] = {
        "modality": draft.modality,
        "when": draft.when,
        "where": draft.where,
        "participants": [one.name for one in who if one.name != one.country],
        "countries": [one.country for one in who if one.country],
    }
    own = ("status", "category", "killed", "injured")
    attributes |= {name: told[name] for name in own if name in told}
    return lx.data.Extraction(event_type(type(draft)), _text(draft), attributes=attributes)


def _text(draft: EventDraft) -> str:
    name: str | None = getattr(draft, "name", None)
    return name or guideline.phrase(draft)
