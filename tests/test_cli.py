"""The command in a pipe: one record a line, a sum on standard error, an exit code that is true."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

import httpx2
import pytest
from pydantic import TypeAdapter

from eventschema import extractor, spotting
from eventschema.cli import main
from eventschema.errors import StoppedError, UnavailableError
from eventschema.models import connecting, embedded
from eventschema.models.chat_endpoint import ChatEndpoint
from eventschema.models.embedded import Endpoint
from eventschema.models.port import Answer, Message, Reply
from eventschema.models.settings import ModelSettings
from eventschema.models.weights import Part
from eventschema.schema import Event, Rejection
from tests.scripted import ScriptedModel
from tests.within import endpoint_within

ROOT = Path(__file__).parent.parent
KEY = "sk-invented-0123456789"
VARIABLES = ("MODEL", "BASE_URL", "API_KEY", "TIMEOUT")
PACT = "Both signed the Isonzo Water Protocol in May."
ANSWER = {
    "agreement": [
        {"sentences": [1], "name": "Isonzo Water Protocol", "when": "in May"},
        {"sentences": [1], "name": "Treaty of Nowhere"},
    ]
}
EVENTS: TypeAdapter[Event] = TypeAdapter(Event)
CLOSED_PIPE = """
import json, sys
from eventschema import cli, extractor
from tests.scripted import ScriptedModel
answer = {"agreement": [{"sentences": [1], "name": "Isonzo Water Protocol"}]}
extractor.connected = lambda *_: ScriptedModel(*[answer] * 5000)
sys.argv = ["eventschema", "extract", sys.argv[1], "--types", "agreement"]
cli.main()
"""


class Finds(ScriptedModel):
    """Gives the same answer to every question, and fails on articles that say so."""

    def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
        """The answer."""
        text = messages[-1]["content"]
        self.asked.append(list(messages))
        model = ScriptedModel(UnavailableError("gone") if "BROKEN" in text else ANSWER)
        return model.complete(messages, answer)


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[Event]:
        """The records on standard output."""
        return [EVENTS.validate_json(line) for line in self.out.splitlines()]


class Command(Protocol):
    """Runs the command with these arguments."""

    def __call__(self, *arguments: object) -> Ended:
        """How it ended."""
        ...


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings of whoever runs the tests do not count."""
    for name in VARIABLES:
        monkeypatch.delenv(f"EVENTSCHEMA_{name}", raising=False)
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command in this process."""

    def run(*arguments: object) -> Ended:
        monkeypatch.setattr(sys, "argv", ["eventschema", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        code = ended.value.code
        return Ended(code if isinstance(code, int) else 0, written.out, written.err)

    return run


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> Finds:
    """The model that the command connects to; there are no rules, so that it is asked."""
    stand_in = Finds()
    monkeypatch.setattr(extractor, "connected", lambda *_: stand_in)
    monkeypatch.setattr(spotting, "SPOTTERS", {})
    return stand_in


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article in a file."""
    return written(tmp_path / "pact.txt", PACT)


def written(path: Path, text: str) -> Path:
    """The path, with this text in it."""
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.usefixtures("model")
def test_a_record_is_one_line_on_standard_output(command: Command, article: Path) -> None:
    """Records go to standard output and nothing else does; the sum goes to standard error."""
    ended = command("extract", article, "--types", "agreement")
    (event,) = ended.events
    assert (ended.code, event.event_type, event.article.id) == (0, "agreement", "pact")
    assert ended.err.startswith(
        "1 article: 1 ok, 0 empty, 0 partial, 0 failed; 1 event, 1 rejected; 2 requests, "
        "150 prompt tokens (0 cached), 11 completion tokens, "
    )
    assert ended.err.endswith(" s\n")


def test_the_rules_find_what_the_model_does_not(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both read every article, and a record says which of them found it."""
    monkeypatch.setattr(extractor, "connected", lambda *_: ScriptedModel(yes=1.0))
    (event,) = command("extract", article).events
    assert (event.title, event.extraction.proposers) == ("Isonzo Water Protocol", ["rules"])
    assert event.confidence is not None


@pytest.mark.usefixtures("model")
def test_rejected_records_stand_beside_the_output(
    command: Command, article: Path, tmp_path: Path
) -> None:
    """With an output file, what was not kept is in a file next to it, with its reason."""
    output = tmp_path / "out.jsonl"
    ended = command("extract", article, "-o", output, "--types", "agreement")
    assert (ended.code, ended.out) == (0, "")
    assert EVENTS.validate_json(output.read_text(encoding="utf-8")).title == "Isonzo Water Protocol"
    rejects = (tmp_path / "out.rejects.jsonl").read_text(encoding="utf-8")
    rejection = Rejection.model_validate_json(rejects)
    assert (rejection.reason, rejection.draft["name"]) == ("no_core", "Treaty of Nowhere")


@pytest.mark.usefixtures("model")
def test_rejected_records_go_where_they_are_wanted(
    command: Command, article: Path, tmp_path: Path
) -> None:
    """Without an output file nothing is written unless it is asked for."""
    command("extract", article)
    assert [path.name for path in tmp_path.iterdir()] == [article.name]
    rejects = tmp_path / "left-out.jsonl"
    ended = command("extract", article, "--rejects", rejects, "--types", "agreement")
    assert len(ended.events) == 1
    assert len(rejects.read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.usefixtures("model")
def test_some_failures_are_told_by_the_exit_code(
    command: Command, article: Path, tmp_path: Path
) -> None:
    """Code 1: the failed articles are named, and the records of the others are written."""
    written(tmp_path / "torn.txt", PACT + " BROKEN")
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\xfa\x00\x81")
    ended = command("extract", tmp_path, "--types", "agreement")
    assert ended.code == 1
    assert [event.article.id for event in ended.events] == [article.stem]
    assert "torn: agreement: gone" in ended.err
    assert "bytes: " in ended.err
    assert "3 articles: 1 ok, 0 empty, 0 partial, 2 failed; 1 event, 1 rejected" in ended.err


def test_an_article_without_events_is_no_failure(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing found is an answer."""
    monkeypatch.setattr(extractor, "connected", lambda *_: ScriptedModel())
    ended = command("extract", written(article, "It rained on the meeting hall."))
    assert (ended.code, ended.out) == (0, "")


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["extract", "missing.txt"], "missing.txt"),
        (["extract", "{article}", "--types", "war"], "meeting, agreement, exercise, incident"),
        (["extract", "{article}", "--types", ","], "meeting, agreement"),
        (["extract", "{article}", "-o", "missing/out.jsonl"], "missing/out.jsonl"),
        (["extract", "{article}", "--rejects", "missing/r.jsonl"], "missing/r.jsonl"),
        (["extract", "{article}", "--reference-date", "2024-13-01"], "--reference-date"),
        (["extract", "{article}", "--workers", "0"], "--workers"),
        (["extract", "{article}", "--passes", "twice"], "--passes"),
        (["extract", "{article}", "--max-requests", "0"], "max_requests=0"),
        (["extract", "{article}", "--max-tokens", "-1"], "max_tokens=-1"),
        (["extract", "{article}", "--max-seconds", "inf"], "max_seconds=inf"),
        (["extract", "{article}", "--rpm", "nan", "--tpm", "0"], "rpm=nan, tpm=0"),
        (["extract", "{article}", "--resume"], "--output"),
        (["extract", "{article}", "--resume", "-o", "/dev/null"], "--output"),
        (["extract", "{article}", "--dry-run", "--max-requests", "0"], "max_requests=0"),
        (["extract"], "paths"),
        (["schema", "war"], "meeting, agreement, exercise, incident"),
        (["serve-model", "--model", "openai/x"], "openai/x"),
        (["model", "--model", "gpt-x"], "'gpt-x' is no model"),
        (["score", "missing", "{article}"], "missing cannot be read: No such file"),
        (["score", "{article}", "{article}"], "pact.txt, line 1: not JSON"),
        (["score", "--sample", "0", "{article}", "{article}"], "--sample"),
        (["nonsense"], "nonsense"),
    ],
)
def test_a_wrong_command_is_code_2(
    command: Command, article: Path, arguments: list[str], said: str
) -> None:
    """What is wrong is named, in a line or two, before anything is asked."""
    ended = command(*[argument.format(article=article) for argument in arguments])
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gpt-x", "gpt-x"),
        ("openai/gpt-x", "OPENAI_API_KEY"),
        ("nosuch/model", "nosuch/model"),
        ("{folder}/missing.gguf", "missing.gguf"),
        ("{folder}/own.gguf", "pip install 'eventschema[local]'"),
        ("local", "pip install 'eventschema[local]'"),
    ],
)
def test_a_model_that_cannot_be_used_is_code_2(
    command: Command,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    *,
    name: str,
    said: str,
) -> None:
    """An unknown model, a missing key, file or extra: the message says what to do."""
    engine = None if "missing" not in name else object()
    monkeypatch.setattr(embedded, "find_spec", lambda _: engine)
    monkeypatch.setattr(Part, "located", lambda _: None)
    monkeypatch.setenv("EVENTSCHEMA_CACHE", str(tmp_path / "cache"))
    written(tmp_path / "own.gguf", "GGUF")
    ended = command("extract", article, "-m", name.format(folder=tmp_path))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("eventschema: ")
    assert said in ended.err


def test_a_page_needs_the_html_extra(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is missing, the command that brings it is named."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    page = written(tmp_path / "page.html", "<p>They met.</p>")
    ended = command("extract", page)
    assert ended.code == 2
    assert "pip install 'eventschema[html]'" in ended.err


@pytest.mark.usefixtures("model")
def test_a_failed_start_leaves_no_traceback(command: Command, article: Path) -> None:
    """The output cannot be a folder."""
    ended = command("extract", article, "-o", article.parent)
    assert ended.code == 2
    assert str(article.parent) in ended.err


def test_a_wrong_configuration_costs_no_earlier_output(
    command: Command, article: Path, tmp_path: Path
) -> None:
    """A missing key is found before the records of the last run are thrown away."""
    output = written(tmp_path / "out.jsonl", "hours of work\n")
    assert command("extract", article, "-o", output, "-m", "openai/x").code == 2
    assert output.read_text(encoding="utf-8") == "hours of work\n"


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("option", ["--output", "--rejects"])
def test_the_input_is_never_overwritten(command: Command, tmp_path: Path, option: str) -> None:
    """An output that is also an input is refused, however its path is written."""
    rows = written(tmp_path / "rows.jsonl", json.dumps({"text": PACT}) + "\n")
    ended = command("extract", rows, option, tmp_path / ".." / tmp_path.name / "rows.jsonl")
    assert ended.code == 2
    assert "rows.jsonl (it is where the output goes)" in ended.err
    assert PACT in rows.read_text(encoding="utf-8")


@pytest.mark.usefixtures("model")
def test_a_run_does_not_read_what_the_last_one_wrote(command: Command, article: Path) -> None:
    """Output and rejects may lie in the folder that is read, and are no articles of it."""
    output = article.with_name("out.jsonl")
    options = ["-o", output, "--types", "agreement"]
    first, second = (command("extract", article.parent, *options) for _ in range(2))
    assert (first.code, second.code) == (0, 0)
    assert second.err.startswith(
        "1 article: 1 ok, 0 empty, 0 partial, 0 failed; 1 event, 1 rejected"
    )


@pytest.mark.usefixtures("model")
def test_records_and_rejects_have_a_file_each(command: Command, article: Path) -> None:
    """One file for both would be neither."""
    output = article.with_name("out.jsonl")
    ended = command("extract", article, "-o", output, "--rejects", output)
    assert (ended.code, output.exists()) == (2, False)
    assert f"{output} cannot take the rejected records too" in ended.err


@pytest.mark.usefixtures("model")
def test_a_folder_without_articles_is_summed_up_all_the_same(
    command: Command, tmp_path: Path
) -> None:
    """Whoever named the wrong folder sees that nothing was read."""
    ended = command("extract", tmp_path)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("0 articles: ")


@pytest.mark.usefixtures("model")
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_code_2(command: Command, article: Path) -> None:
    """The reason is told in a line."""
    ended = command("extract", article, "-o", "/dev/full", "--rejects", "/dev/null")
    assert ended.code == 2
    assert "No space left" in ended.err


def test_only_the_wanted_types_are_asked(command: Command, model: Finds, article: Path) -> None:
    """One question for each type that is named, in that order."""
    written(article, "They met at an exercise. A bomb killed nine. " + PACT)
    command("extract", article, "--types", "agreement,meeting")
    asked = [messages[-1]["content"] for messages in model.asked]
    assert ["List every agreement" in question for question in asked] == [True, False]
    assert ["List every meeting" in question for question in asked] == [False, True]


def test_one_pass_is_one_question(command: Command, model: Finds, article: Path) -> None:
    """The option overrules what fits the model."""
    written(article, "They met. " + PACT)
    command("extract", article, "--passes", "single")
    assert len(model.asked) == 1


@pytest.mark.usefixtures("model")
def test_a_reference_date_serves_undated_articles(command: Command, article: Path) -> None:
    """Relative dates count from it, and it does not pose as the publication date."""
    (undated,) = command("extract", article, "--types", "agreement").events
    options = ["--types", "agreement", "--reference-date", "2024-10-03"]
    (dated,) = command("extract", article, *options).events
    assert undated.date is not None
    assert dated.date is not None
    assert (undated.date.edtf, dated.date.edtf) == (None, "2024-05")
    assert dated.article.published is None


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("sent", "name"), [(PACT, "stdin"), (json.dumps({"id": "w7", "text": PACT}), "w7")]
)
def test_articles_come_through_a_pipe(
    command: Command, monkeypatch: pytest.MonkeyPatch, sent: str, name: str
) -> None:
    """A dash is standard input: a text, or JSON lines."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(sent.encode())))
    (event,) = command("extract", "-", "--types", "agreement").events
    assert event.article.id == name


@pytest.mark.usefixtures("model")
def test_workers_change_nothing_but_the_time(command: Command, tmp_path: Path) -> None:
    """Records come in the order of the articles, however many are asked at once."""
    rows = [json.dumps({"id": f"a{i}", "text": PACT}) for i in range(20)]
    path = written(tmp_path / "rows.jsonl", "\n".join(rows))
    one, many = (command("extract", path, "--workers", n, "--types", "agreement") for n in (1, 5))
    assert one.out == many.out
    assert [event.article.id for event in one.events] == [f"a{i}" for i in range(20)]


@pytest.mark.parametrize("kind", ["meeting", "agreement", "exercise", "incident"])
def test_the_schema_of_a_type_is_printed(command: Command, kind: str) -> None:
    """It is JSON Schema, and describes that type's record."""
    ended = command("schema", kind)
    described = json.loads(ended.out)
    assert ended.code == 0
    assert described["properties"]["event_type"]["const"] == kind
    assert described["additionalProperties"] is False


@pytest.mark.usefixtures("model")
def test_a_record_is_as_the_schema_says(command: Command, article: Path) -> None:
    """The schema of all types has that of the record, with the same fields."""
    described = json.loads(command("schema").out)
    (line,) = command("extract", article, "--types", "agreement").out.splitlines()
    record = json.loads(line)
    name = described["discriminator"]["mapping"][record["event_type"]].rsplit("/", 1)[-1]
    shape = described["$defs"][name]
    assert set(record) == set(shape["properties"])
    assert set(shape["required"]) <= set(record)
    assert len(described["oneOf"]) == 4


@pytest.mark.usefixtures("model")
def test_records_are_scored(command: Command, article: Path, tmp_path: Path) -> None:
    """What extract writes, score reads."""
    output = tmp_path / "events.jsonl"
    command("extract", article, "-o", output, "--types", "agreement")
    wanted = {
        "type": "agreement",
        "anchors": [PACT],
        "names": ["Isonzo Water Protocol"],
        "date": [],
        "modality": "happened",
        "status": ["signed"],
    }
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"id": "pact", "text": PACT, "events": [wanted]}), encoding="utf-8")
    ended = command("score", tmp_path, output, "--json")
    report = json.loads(ended.out)
    assert (ended.code, ended.err) == (0, "")
    assert (report["events"]["f1"], report["ungrounded"], report["without_gold"]) == (1, 0, 0)


def test_scoring_needs_the_score_extra(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is missing, the command that brings it is named."""
    monkeypatch.setitem(sys.modules, "scipy.optimize", None)
    gold = written(tmp_path / "gold.jsonl", '{"id": "a", "text": "", "events": []}')
    ended = command("score", gold, written(tmp_path / "events.jsonl", ""))
    assert ended.code == 2
    assert "pip install 'eventschema[score]'" in ended.err


def test_the_model_is_told(command: Command, tmp_path: Path) -> None:
    """Which, where and whether it is ready; code 2 where something is missing."""
    ready = command("model", "-m", "ollama/tiny")
    assert (ready.code, ready.err) == (0, "")
    assert ready.out == "model  ollama/tiny\nwhere  http://localhost:11434/v1\nready  yes\n"
    missing = command("model", "-m", tmp_path / "none.gguf")
    assert missing.code == 2
    assert f"ready  no: there is no file {tmp_path / 'none.gguf'}" in missing.out


def test_the_environment_names_the_model(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """EVENTSCHEMA_MODEL and EVENTSCHEMA_BASE_URL serve where no option is given."""
    monkeypatch.setenv("EVENTSCHEMA_MODEL", "tiny")
    monkeypatch.setenv("EVENTSCHEMA_BASE_URL", "http://llm.invalid/v1")
    assert command("model").out.startswith("model  tiny\nwhere  http://llm.invalid/v1\n")
    assert command("model", "-m", "other").out.startswith("model  other\n")


def unauthorized(settings: ModelSettings, *, echo: bool) -> ChatEndpoint:
    """An endpoint that refuses the key, and perhaps repeats it."""
    message = f"Incorrect API key provided: {KEY if echo else 'sk-in***89'}."
    body = {"error": {"message": message, "code": "invalid_api_key"}}
    key = settings.api_key.get_secret_value() if settings.api_key else ""
    return endpoint_within(lambda _: httpx2.Response(401, json=body), api_key=key)


@pytest.mark.parametrize("echo", [False, True])
def test_a_key_is_never_shown(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch, *, echo: bool
) -> None:
    """Neither where the model is told nor where the key is refused; the key was used, though."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setattr(
        connecting, "_endpoint", lambda _url, _key, settings: unauthorized(settings, echo=echo)
    )
    told = command("model", "-m", "openai/gpt-x")
    refused = command("extract", article, "-m", "openai/gpt-x")
    assert (told.code, refused.code) == (0, 2)
    assert "does not accept the API key" in refused.err
    assert KEY not in told.out + told.err + refused.out + refused.err


def test_a_served_model_is_announced_until_it_ends(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The address is told on standard error, the key is not."""

    class Served:
        endpoint = Endpoint("http://127.0.0.1:9/v1", "own", KEY)
        base_url = endpoint.base_url

        def wait(self) -> None:
            """End at once."""

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing is held."""

    ports: list[int] = []

    def serve(path: Path, *, port: int) -> Served:
        assert path.name == "own.gguf"
        ports.append(port)
        return Served()

    monkeypatch.setattr("eventschema.cli.serve", serve)
    monkeypatch.setattr("eventschema.cli.ensure_engine", lambda: None)
    ended = command("serve-model", "-m", tmp_path / "own.gguf", "--port", "8123")
    assert (ended.code, ended.out, ports) == (0, "", [8123])
    assert ended.err == "serving own at http://127.0.0.1:9/v1; stop with Ctrl-C\n"


def test_an_interrupted_run_ends_like_one(
    command: Command, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C is code 130, without a traceback."""

    def interrupted(*_: object) -> ScriptedModel:
        raise KeyboardInterrupt

    monkeypatch.setattr(extractor, "connected", interrupted)
    ended = command("extract", article)
    assert ended.code == 130
    assert "Traceback" not in ended.err


def test_help_waits_for_nothing_heavy() -> None:
    """`python -m eventschema --help` works, names the commands, and imports no client."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "eventschema", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in ("extract", "schema", "score", "model", "serve-model"):
        assert f"  {name} " in done.stdout
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.stderr.splitlines()}
    assert "eventschema.cli" in imported
    heavy = {"openai", "instructor", "lxml", "trafilatura", "xllamacpp", "httpx2", "tenacity"}
    heavy |= {"scipy", "numpy"}
    assert imported & heavy == set()


@pytest.mark.parametrize("name", ["extract", "schema", "score", "model", "serve-model"])
def test_every_command_explains_itself(command: Command, name: str) -> None:
    """Each has a help text, and every option of it one, too."""
    ended = command(name, "--help")
    assert ended.code == 0
    assert f"eventschema {name}" in ended.out


def test_every_option_of_a_run_is_explained(command: Command) -> None:
    """What it bounds, and what it is that it goes on with."""
    told = " ".join(command("extract", "--help").out.split())
    for option, meaning in {
        "--resume": "Go on with the run",
        "--max-requests": "retries counted",
        "--max-tokens": "answers counted",
        "--max-seconds": "Ask nothing more",
        "--rpm": "Requests a minute",
        "--tpm": "Tokens a minute",
        "--as-completed": "as soon as they are there",
        "--dry-run": "send nothing",
        "--workers": "at the same time",
    }.items():
        assert meaning in told.partition(f" {option} ")[2], option


@pytest.mark.parametrize("options", [[], ["--as-completed", "--workers", "3"]])
def test_a_spent_budget_is_code_3(
    command: Command,
    article: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
) -> None:
    """Whatever else happened; what was done before is written, and no way on is named in a pipe."""

    class Spent(Finds):
        def complete(self, messages: Sequence[Message], answer: type[Answer]) -> Reply[Answer]:
            if "BUDGET" in messages[-1]["content"]:
                raise StoppedError("max_requests=7 reached")
            return super().complete(messages, answer)

    monkeypatch.setattr(extractor, "connected", lambda *_: Spent())
    monkeypatch.setattr(spotting, "SPOTTERS", {})
    written(article.with_name("z-last.txt"), PACT + " BUDGET")
    written(article.with_name("broken.txt"), PACT + " BROKEN")
    ended = command("extract", article.parent, "--types", "agreement", *options)
    assert ended.code == 3
    assert "stopped: max_requests=7 reached; what is written so far stays\n" in ended.err
    if not options:
        assert [event.article.id for event in ended.events] == ["pact"]
        assert "2 articles: 1 ok, 0 empty, 0 partial, 1 failed" in ended.err


@pytest.fixture(scope="module")
def broken_off(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, str]:
    """The exit code and standard error of a run whose reader leaves after one line."""
    rows = "\n".join(json.dumps({"text": f"{PACT} {number}"}) for number in range(400))
    path = written(tmp_path_factory.mktemp("pipe") / "rows.jsonl", rows)
    with subprocess.Popen(
        [sys.executable, "-c", CLOSED_PIPE, path],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert json.loads(running.stdout.readline())["event_type"] == "agreement"
        running.stdout.close()
        said = running.stderr.read()
        return running.wait(30), said


def test_a_reader_that_leaves_ends_the_run_quietly(broken_off: tuple[int, str]) -> None:
    """`| head -1` brings not a word, and the run does not go on to its end."""
    _, said = broken_off
    assert not said


def test_a_reader_that_leaves_is_no_failure(broken_off: tuple[int, str]) -> None:
    """Code 1 means that articles failed, and none did."""
    code, _ = broken_off
    assert code == 0
