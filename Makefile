.PHONY: check lint types contracts test live record floors

PYTHON ?= python

check: lint types contracts test

lint:
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check

types:
	$(PYTHON) -m mypy

contracts:
	lint-imports

test:
	$(PYTHON) -m pytest -n auto --maxprocesses 4 --dist loadfile --cov --cov-report=term:skip-covered -m "not live"

# One real run with the embedded model; needs the extra "local".
live:
	$(PYTHON) -m pytest -m live

# Records the conversations of the tests anew, with the model that `eventschema serve-model` serves
# or one of its own; needs the extra "local", and some 40 minutes on two cores.
record:
	rm -rf cassettes/test_extraction cassettes/test_quality
	$(PYTHON) -m pytest tests/test_extraction.py tests/test_quality.py --record-mode=rewrite

# Raises the floors of quality to what is reached; LOWER=--lower lowers them too.
floors:
	$(PYTHON) -m tests.floors $(LOWER)
