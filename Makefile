.PHONY: check lint types contracts test live record

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
	$(PYTHON) -m pytest --cov --cov-report=term:skip-covered -m "not live"

# One real run with the embedded model; needs the extra "local".
live:
	$(PYTHON) -m pytest -m live

# Records the conversations of tests/test_extraction.py anew; needs the extra "local".
record:
	rm -rf cassettes/test_extraction
	$(PYTHON) -m pytest tests/test_extraction.py --record-mode=rewrite
