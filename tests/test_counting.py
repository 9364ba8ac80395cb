"""The model that stands in for another one in estimates."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventschema.answer import answer_type
from eventschema.draft import DRAFTS
from eventschema.models.counting import CountingModel
from eventschema.models.port import Message, Model, expected_tokens


def messages(*texts: str) -> list[Message]:
    """A conversation."""
    return [{"role": "user", "content": text} for text in texts]


@given(st.lists(st.text(max_size=50), max_size=4))
def test_a_question_costs_its_prompt(texts: list[str]) -> None:
    """One request for an answer or a judgment, with as many tokens as its text has."""
    model, asked = CountingModel("m", is_small=False), messages(*texts)
    for usage in (
        model.complete(asked, answer_type(DRAFTS)).usage,
        model.judge(asked).usage,
    ):
        assert (usage.requests, usage.prompt_tokens) == (1, expected_tokens(asked))
        assert (usage.reused, usage.completion_tokens) == (0, 0)


def test_nothing_is_found() -> None:
    """The answer is a valid one without records, and a judgment is none."""
    model = CountingModel("m", is_small=False)
    reply = model.complete(messages("What happened?"), answer_type(DRAFTS))
    assert reply.answer is not None
    assert not any(reply.answer.model_dump().values())
    assert not reply.truncated
    assert model.judge(messages("Did it?")).yes is None


def test_it_passes_for_the_model() -> None:
    """Name and size are those of the one that would be asked; there is nothing to be let go."""
    model: Model = CountingModel("own/name", is_small=True)
    assert (model.name, model.is_small, dict(model.settings)) == ("own/name", True, {})
    model.close()
