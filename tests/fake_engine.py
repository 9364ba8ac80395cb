"""Stands in for xllamacpp: an engine whose models are files that say how it shall behave."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import pytest

HEADER = b"GGUF" + struct.pack("<IQQ", 3, 0, 0)
"""The header of a GGUF file without any tensor."""

# Of the words in a model's file, "slow", "late" and "corrupt" are about its start. Of those in a
# question, "die" ends the engine, "die once" the first one only, "stuck" is not answered, "take a
# while" is answered in 0.5 seconds, and "fault" by an error.
SOURCE = r"""
import json, os, signal, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

print("a banner on stdout")

class CommonParams(SimpleNamespace):
    def __init__(self):
        super().__init__(model=SimpleNamespace(), cpuparams=SimpleNamespace(),
                         cpuparams_batch=SimpleNamespace())

class Server:
    def __init__(self, params):
        path = Path(params.model.path)
        behavior = path.read_text()
        with path.with_suffix(".starts").open("a") as starts:
            starts.write(f"{os.getpid()}\n")
        if "slow" in behavior:
            time.sleep(60)
        if "late" in behavior:
            time.sleep(0.5)
        if "corrupt" in behavior:
            sys.stderr.write("".join(f"line {n}\n" for n in range(30)) + "tensor missing\n")
            raise RuntimeError("Failed to init server")

        one_at_a_time = threading.Lock()

        def die_if_asked(question):
            death = path.with_suffix(".death")
            if "die once" in question and death.exists():
                return
            if "die" in question:
                death.touch()
                sys.stderr.write("out of memory\n")
                sys.stderr.flush()
                os.kill(os.getpid(), signal.SIGKILL)

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                if "stuck" in self.path:
                    time.sleep(60)
                key = self.headers["Authorization"].removeprefix("Bearer ")
                packages = sorted({"eventschema", "openai", "xllamacpp"} & set(sys.modules))
                told = vars(params) | {"packages": packages}
                self.tell(told, 200 if key in params.api_keys else 401)
            def do_POST(self):
                question = self.rfile.read(int(self.headers["Content-Length"])).decode()
                with path.with_suffix(".questions").open("a") as questions:
                    questions.write("?\n")
                die_if_asked(question)
                if "stuck" in question:
                    time.sleep(60)
                with one_at_a_time:
                    time.sleep(0.5 if "take a while" in question else 0)
                token = {"token": "yes", "logprob": 0.0, "bytes": None}
                first = token | {"top_logprobs": [token]}
                choice = {"index": 0, "finish_reason": "stop", "logprobs": {"content": [first]},
                          "message": {"role": "assistant", "content": json.dumps({"said": "yes"})}}
                self.tell({"id": "1", "object": "chat.completion", "created": 1, "model": "m",
                           "choices": [choice]}, 500 if "fault" in question else 200)
            def tell(self, told, status):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(told, default=str).encode())
            def log_message(self, *args):
                pass

        http = ThreadingHTTPServer((params.hostnames[0], params.port), Handler)
        self.listening_address = f"http://127.0.0.1:{http.server_port}"
        threading.Thread(target=http.serve_forever).start()
"""


def install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this process and its children import the fake engine, from a folder that is made."""
    folder.mkdir()
    (folder / "xllamacpp.py").write_text(SOURCE)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setenv("PYTHONPATH", str(folder), prepend=os.pathsep)
    monkeypatch.setenv("EVENTSCHEMA_CACHE", str(folder.parent / "cache"))


def written(path: Path, behavior: str = "") -> Path:
    """The path of a model that is written there."""
    path.write_bytes(HEADER + behavior.encode())
    return path


def starts(model: Path) -> list[int]:
    """The processes that loaded the model, in their order."""
    return [int(line) for line in model.with_suffix(".starts").read_text().split()]
