# Each target does its own set-up from the lock files. Needs Python >= 3.11 (with venv) and make.
PYTHON ?= python3
BIN := .venv/bin
UV := $(BIN)/uv

.PHONY: setup demo test check bench lock clean

setup: .venv/.user          ## .venv/bin/fogline, from requirements.lock
	@echo "Ready: $(BIN)/fogline --help"

demo: .venv/.user           ## the shipped sample reports, end to end: a screen and a page
	$(BIN)/fogline demo --html fogline-demo.html

test: .venv/.dev check      ## every gate and every test
	$(BIN)/python -m pytest --cov --cov-report=term:skip-covered tests

check: .venv/.dev           ## formatting, lint, types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: .venv/.dev           ## the benchmarks of eval/ and benchmarks/ (FOGLINE_SHARED names the folder with the gold and the reports)
	status=0; for bench in places times plover actors speed re3d quiet grouping; do $(BIN)/python eval/$$bench.py || status=1; done; \
	for bench in ledger_faults ledger_size tempo serve; do $(BIN)/python -m benchmarks.$$bench || status=1; done; exit $$status

lock: .venv/.dev            ## renew both lock files from pyproject.toml
	$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade \
	  pyproject.toml -o requirements.lock
	$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --upgrade --extra dev \
	  -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache islands/node_modules src/fogline/web/assets/islands.*

.venv/bin/uv:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Fogline needs Python 3.11 or newer; set PYTHON=…")'
	$(PYTHON) -m venv .venv
	.venv/bin/python -m pip install --quiet --disable-pip-version-check uv

ISLANDS := islands/package-lock.json islands/vite.config.ts $(wildcard islands/src/*)

.venv/.user: requirements.lock pyproject.toml $(ISLANDS) | .venv/bin/uv
	$(UV) pip install --quiet --python .venv --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python .venv --no-deps -e .
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml $(ISLANDS) | .venv/bin/uv
	$(UV) pip install --quiet --python .venv --require-hashes -r requirements-dev.lock
	$(UV) pip install --quiet --python .venv --no-deps -e .
	@touch $@ .venv/.user
