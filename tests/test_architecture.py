"""The floor plan: imports go down, modules and functions stay small, the front door is pinned."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import eventschema

SOURCE = Path(eventschema.__file__).parent
ROOT = SOURCE.parent.parent
MODULES = sorted(SOURCE.rglob("*.py"))
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
# The published vocabulary, one word a line and a guideline for each type: a table, not logic.
TABLES = {"schema.py": 360}
# openai, instructor and trafilatura take a second to import.
DEFERRED = {"eventschema.models.connecting"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def label(path: Path) -> str:
    """A module's name for the test report."""
    return path.relative_to(SOURCE).as_posix()


def name(path: Path) -> str:
    """A module's dotted name."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


NAMES = {name(path) for path in MODULES}


def tree(path: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Every function and method of a module, nested ones included."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, Function))


def imported(nodes: Iterator[ast.AST]) -> set[str]:
    """The modules of eventschema that these statements import."""
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module in NAMES:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & NAMES) or {node.module}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & NAMES
    return found


def statements(function: Function) -> int:
    """The lines of a function's body, its signature and docstring aside."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_the_import_contracts_hold() -> None:
    """Layers, the order inside the language and the one seam to the model are kept."""
    linter = Path(sys.executable).with_name("lint-imports")
    if not linter.exists():
        pytest.skip("import-linter is not installed")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 kept, 0 broken" in done.stdout


def test_no_module_imports_itself_by_a_detour() -> None:
    """There is an order in which every module comes after all that it imports."""
    graph = {name(path): imported(ast.walk(tree(path))) for path in MODULES}
    order = list(TopologicalSorter(graph).static_order())
    assert set(order) == NAMES
    assert sum(map(len, graph.values())) > len(MODULES)


def test_no_import_of_ours_hides_in_a_function() -> None:
    """Only what a help text should not wait for is imported late."""
    late = set().union(*(imported(ast.walk(f)) for path in MODULES for f in functions(path)))
    assert late == DEFERRED


def test_the_front_door_is_pinned() -> None:
    """A name that users may rely on neither comes nor goes by accident."""
    assert eventschema.__all__ == sorted(eventschema.__all__)
    assert set(eventschema.__all__) == {
        "Agreement",
        "Article",
        "ArticleError",
        "BaseEvent",
        "CompletionError",
        "ConfigurationError",
        "Count",
        "Event",
        "EventDate",
        "EventDraft",
        "EventSchemaError",
        "Evidence",
        "Exercise",
        "Extractor",
        "Incident",
        "IncompleteWarning",
        "Limits",
        "Meeting",
        "NamedDraft",
        "Outcome",
        "Participant",
        "ParticipantDraft",
        "Place",
        "Plan",
        "RefusedError",
        "Rejection",
        "SinkError",
        "StoppedError",
        "UnavailableError",
        "Unreadable",
        "aextract",
        "extract",
        "extract_many",
        "read",
    }
    assert all(hasattr(eventschema, public) for public in eventschema.__all__)


def test_every_error_descends_from_one() -> None:
    """Whoever catches EventSchemaError catches all that is raised on purpose."""
    errors = [
        value
        for value in vars(eventschema).values()
        if isinstance(value, type) and issubclass(value, Exception)
    ]
    ours = [error for error in errors if not issubclass(error, Warning)]
    assert len(ours) == 8
    assert all(issubclass(error, eventschema.EventSchemaError) for error in ours)


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    """The docstring's first line is a sentence."""
    docstring = ast.get_docstring(tree(path))
    assert docstring
    assert docstring.split("\n\n")[0].endswith((".", ":"))


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_a_module_is_small(path: Path) -> None:
    """A module can be read at one sitting."""
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= TABLES.get(path.name, LONGEST_MODULE)


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_functions_are_small(path: Path) -> None:
    """A function can be seen at one glance."""
    assert [f.name for f in functions(path) if statements(f) > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_names_say_something(path: Path) -> None:
    """No module is a drawer for leftovers, and no function "handles" or "processes".

    Names between two underscores are the language's, or a library's.
    """
    assert path.stem not in {"utils", "util", "helpers", "common", "manager", "misc", "base"}
    empty = ("get_", "do_", "handle_", "process_")
    named = [f.name for f in functions(path) if not f.name.startswith("__")]
    assert [name for name in named if name.lstrip("_").startswith(empty)] == []


@pytest.mark.parametrize("path", MODULES, ids=label)
def test_nothing_is_typed_as_anything(path: Path) -> None:
    """`Any` turns the type checker off, and a broad `except` the error reports."""
    nodes = list(ast.walk(tree(path)))
    assert not any(isinstance(node, ast.Name) and node.id == "Any" for node in nodes)
    assert not any(isinstance(node, ast.ExceptHandler) and node.type is None for node in nodes)


def test_the_library_does_not_print() -> None:
    """Only the command line and its progress speak to the user."""
    speaking = {
        label(path)
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    }
    assert speaking <= {"models/server.py"}
