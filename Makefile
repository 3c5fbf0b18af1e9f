# Every target sets up what it needs. `make demo` and `make test` are all that a newcomer has to know.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= ../shared
export UV_LINK_MODE ?= copy
# Compiled once here, not at every start where Python is told to write no bytecode.
export UV_COMPILE_BYTECODE ?= 1

SAMPLE := examples/mangled-article.txt --knowledge examples/knowledge.toml --published 2031-05-12
READOUTS := examples/readout-norland.md examples/readout-sudmark.txt --knowledge examples/knowledge.toml

.PHONY: demo test fix golden picture score bench bench-store bench-kills lock setup clean

demo: setup
	@$(BIN)/onrecord brief $(SAMPLE)
	@$(BIN)/onrecord brief $(SAMPLE) -o build/brief.html
	@echo
	@echo "The same brief beside its text: $(CURDIR)/build/brief.html (open it in a browser)"

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m pytest $(PYTEST_ARGS)

fix: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: setup
	$(BIN)/python -m pytest tests/golden --golden-rewrite
	@git --no-pager diff --stat -- README.md tests/golden

# The pictures of the HTML brief and of a comparison's page; takes the Chromium that is installed.
picture: setup
	$(BIN)/onrecord brief $(SAMPLE) -o build/brief.html
	$(BIN)/python scripts/picture.py build/brief.html docs/brief.png "#line-6 .pick"
	$(BIN)/onrecord compare $(READOUTS) -o build/compare.html
	$(BIN)/python scripts/picture.py build/compare.html docs/compare.png "#point-6 .pick"

score: setup
	$(BIN)/onrecord evaluate $(SHARED)/eval

bench: setup
	$(BIN)/python -m bench.throughput

# What storing costs, how fast a store of STATEMENTS answers, and what storing costs once it holds DOCUMENTS. A million
# statements and a hundred thousand documents take an hour.
bench-store: setup
	$(BIN)/python -m bench.store $(STATEMENTS) $(DOCUMENTS)

# A hundred times kill -9 during an ingest, in each kind of database; half an hour.
bench-kills: setup
	$(BIN)/python -m bench.kills $(KILLS)

setup: .venv/.ready

.venv/.uv: bootstrap.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "OnRecord needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r bootstrap.lock
	@touch $@

.venv/.ready: .venv/.uv pyproject.toml requirements.lock
	@$(BIN)/uv pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

# Takes the newest versions that pyproject.toml allows; review the diff.
lock: .venv/.uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --generate-hashes --upgrade --quiet \
	    --python-version 3.11 --custom-compile-command "make lock" --output-file requirements.lock
	echo uv | $(BIN)/uv pip compile - --universal --generate-hashes --upgrade --quiet \
	    --python-version 3.11 --custom-compile-command "make lock" --output-file bootstrap.lock

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
