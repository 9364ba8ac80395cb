"""The same question is put to a model once, and the answer is the same both times."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from eventschema.answer import answer_type
from eventschema.draft import AgreementDraft, MeetingDraft
from eventschema.errors import RefusedError, UnavailableError
from eventschema.models.port import Judgment, Message, Usage
from eventschema.models.remembering import RememberingModel
from eventschema.models.replies import Replies
from tests.scripted import Said, ScriptedModel

QUESTION: list[Message] = [{"role": "user", "content": "List every agreement of this article."}]
ANSWER = answer_type((AgreementDraft,))
FOUND = {"agreement": [{"sentences": [1], "name": "Isonzo Water Protocol"}]}


@pytest.fixture
def replies(tmp_path: Path) -> Iterator[Replies]:
    """Where answers are kept."""
    with closing(Replies(tmp_path / "replies.sqlite")) as opened:
        yield opened


@pytest.mark.parametrize("truncated", [False, True])
@pytest.mark.parametrize(
    "said", [FOUND, {}, "I'm sorry.", "```json\n{}\n```", "", "\u0130\U0001f525"]
)
def test_an_answer_is_given_once_more(replies: Replies, said: Said, *, truncated: bool) -> None:
    """As it was, readable or not, cut off or not; and it costs nothing."""
    model = ScriptedModel(said, UnavailableError("must not be asked"), truncated=truncated)
    first, again = (RememberingModel(model, replies).complete(QUESTION, ANSWER) for _ in range(2))
    assert (again.answer, again.text, again.truncated) == (
        first.answer,
        first.text,
        first.truncated,
    )
    assert (first.usage.requests, again.usage) == (1, Usage(reused=1))
    assert len(model.asked) == 1


def test_a_refusal_is_an_answer(replies: Replies) -> None:
    """It is not asked for again."""
    model = ScriptedModel(RefusedError("no"), FOUND)
    remembering = RememberingModel(model, replies)
    for _ in range(2):
        with pytest.raises(RefusedError, match=r"^no$"):
            remembering.complete(QUESTION, ANSWER)
    assert len(model.asked) == 1


def test_a_failure_is_no_answer(replies: Replies) -> None:
    """The next try may bring one."""
    remembering = RememberingModel(ScriptedModel(UnavailableError("gone"), FOUND), replies)
    with pytest.raises(UnavailableError):
        remembering.complete(QUESTION, ANSWER)
    assert remembering.complete(QUESTION, ANSWER).answer is not None


@pytest.mark.parametrize("yes", [0.25, None])
def test_a_judgment_is_given_once_more(replies: Replies, yes: float | None) -> None:
    """Also that there is none."""
    model = ScriptedModel(yes=yes)
    first, again = (RememberingModel(model, replies).judge(QUESTION) for _ in range(2))
    assert (first.yes, again) == (yes, Judgment(yes, Usage(reused=1)))
    assert len(model.judged) == 1


def test_what_was_not_asked_is_not_kept(replies: Replies) -> None:
    """A judgment without a request says nothing about the next one."""

    class Silent(ScriptedModel):
        def judge(self, messages: object) -> Judgment:
            del messages
            return Judgment(None)

    RememberingModel(Silent(), replies).judge(QUESTION)
    assert RememberingModel(ScriptedModel(yes=0.5), replies).judge(QUESTION).yes == 0.5


def test_another_request_is_another_one(replies: Replies) -> None:
    """Model, settings, messages and schema all count; a judgment is no list."""
    first, second = ScriptedModel(), ScriptedModel()
    second.name = "another"
    third = ScriptedModel()
    third.settings = {"temperature": 1.0}
    for model in (first, second, third):
        RememberingModel(model, replies).complete(QUESTION, ANSWER)
    remembering = RememberingModel(first, replies)
    remembering.complete([*QUESTION, *QUESTION], ANSWER)
    remembering.complete(QUESTION, answer_type((MeetingDraft,)))
    remembering.judge(QUESTION)
    assert [len(model.asked) for model in (first, second, third)] == [3, 1, 1]
    assert len(first.judged) == 1


def test_it_is_the_model_to_all_others(replies: Replies) -> None:
    """Name, size and settings are the model's, and it is let go with it."""
    model = ScriptedModel()
    remembering = RememberingModel(model, replies)
    assert (remembering.name, remembering.is_small) == (model.name, model.is_small)
    remembering.close()
    assert model.closed
