"""The same question is put to a model once, and the answer is the same both times."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventschema.answer import answer_type
from eventschema.draft import AgreementDraft, MeetingDraft
from eventschema.errors import RefusedError, UnavailableError
from eventschema.models.port import Judgment, Message
from eventschema.models.remembering import RememberingModel
from eventschema.models.replies import Replies
from eventschema.usage import Usage
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


@given(
    said=st.text(st.characters(exclude_categories=["Cs"])) | st.just(json.dumps(FOUND)),
    truncated=st.booleans(),
)
def test_any_answer_is_given_once_more(said: str, *, truncated: bool) -> None:
    """Whatever the model says."""
    model = ScriptedModel(said, UnavailableError("must not be asked"), truncated=truncated)
    with closing(Replies(Path(":memory:"))) as replies:
        remembering = RememberingModel(model, replies)
        first, again = (remembering.complete(QUESTION, ANSWER) for _ in range(2))
    assert (again.answer, again.text, again.truncated) == (
        first.answer,
        first.text,
        first.truncated,
    )


@pytest.mark.parametrize("damage", ["", "{", '{"text": 1}', '{"yes": "perhaps"}', "\x00"])
def test_what_cannot_be_read_is_asked_again(tmp_path: Path, damage: str) -> None:
    """A damaged answer costs one request, and not the article of every later run."""
    path = tmp_path / "replies.sqlite"
    model = ScriptedModel(FOUND, FOUND, yes=0.5)
    with closing(Replies(path)) as replies:
        RememberingModel(model, replies).complete(QUESTION, ANSWER)
        RememberingModel(model, replies).judge(QUESTION)
    with closing(sqlite3.connect(path)) as database:
        database.execute("UPDATE replies SET reply = ?", (damage,))
        database.commit()
    with closing(Replies(path)) as replies:
        for _ in range(2):
            assert RememberingModel(model, replies).complete(QUESTION, ANSWER).answer is not None
            assert RememberingModel(model, replies).judge(QUESTION).yes == 0.5
    assert (len(model.asked), len(model.judged)) == (2, 2)


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


def test_a_question_under_way_is_not_asked_once_more(replies: Replies) -> None:
    """Whoever comes later waits for the answer, as with one report in many newspapers."""
    gate = threading.Event()

    class Slow(ScriptedModel):
        def judge(self, messages: Sequence[Message]) -> Judgment:
            assert gate.wait(10)
            return super().judge(messages)

    model = Slow(yes=0.75)
    remembering = RememberingModel(model, replies)
    with ThreadPoolExecutor(8) as pool:
        judged = [pool.submit(remembering.judge, QUESTION) for _ in range(8)]
        gate.set()
        assert {each.result(10).yes for each in judged} == {0.75}
    assert len(model.judged) == 1
    assert sum(each.result().usage.reused for each in judged) == 7
