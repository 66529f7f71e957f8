# Each target sets up what it needs; none needs root. `make` alone lists them.
PYTHON ?= python3
BIN := .venv/bin
# Byte-code makes every later start three times faster; some containers switch it off.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test test-whole build bank bench bench-smoke bench-scale data lab lint lock \
  clean-demo

help:
	@echo "make demo    a made-up class hands in and is graded; its scores are shown"
	@echo "make test    run the tests"
	@echo "make test-whole   the tests that take minutes each"
	@echo "make lab     JupyterLab with formgrader, class report and validate button"
	@echo "make build   lessons/ to source/, release/ and solutions/"
	@echo "make bank    run every right and wrong answer in tests/submissions"
	@echo "make bench   grade a class beside stock nbgrader, and compare (25 minutes)"
	@echo "make bench-scale  grade classes of 50 to 5,000, and kill a run again and again"
	@echo "make data    build the course's images in data/"
	@echo "make lint    check the style of the code"
	@echo "make lock    renew requirements.txt from pyproject.toml (needs uv)"

.venv/installed: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "isocenter needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
	@echo "installing the pinned packages into .venv (once, a few minutes)"
	@$(PYTHON) -m venv .venv
	@$(BIN)/pip install --quiet --require-hashes --no-deps -r requirements.txt
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j 0 .venv/lib src
	@touch $@

data: .venv/installed
	@$(BIN)/isocenter data

demo: .venv/installed
	@$(BIN)/isocenter demo

clean-demo: .venv/installed
	@$(BIN)/isocenter demo --remove

test: data
	@$(BIN)/pytest --numprocesses 2 --dist loadfile

# Attacks at all levels, a browser, other machines' ways, the same scores as stock nbgrader's; with
# ISOCENTER_ALL_TESTS=1 those of the whole bank too, which takes long.
test-whole: data
	@ISOCENTER_ALL_ATTACKS=1 $(BIN)/pytest -m whole --numprocesses 2 --dist loadfile

build: data
	@$(BIN)/isocenter build

bank: data
	@$(BIN)/python tests/bank.py

bench: data
	@$(BIN)/python bench/grading.py

bench-smoke: data
	@$(BIN)/python bench/grading.py affines --rounds 1 --count 2

bench-scale: .venv/installed
	@$(BIN)/python bench/scale.py

# isocenter's formgrader in the place of nbgrader's: docs/browser.md
EXTENSIONS := --ServerApp.jpserver_extensions
FORMGRADER := $(EXTENSIONS)=nbgrader.server_extensions.formgrader=False \
  $(EXTENSIONS)=isocenter.formgrader=True

lab: data
	@$(BIN)/isocenter build
	@$(BIN)/jupyter lab $(FORMGRADER) $(if $(filter 0,$(shell id -u)),--allow-root)

lint: .venv/installed
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

# No registry's address may stand in the file: pip asks the one that it is set up with.
lock:
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --no-header --no-annotate \
	  --extra lab --extra test pyproject.toml --output-file requirements.txt
