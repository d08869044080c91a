# Everything a checkout can do. `make help` lists it.
#
# The environment is .venv/ in this folder. It is made when it is missing, and brought up to date when pyproject.toml or
# constraints.txt changed; constraints.txt names the exact versions.

SHELL := /bin/sh
.DEFAULT_GOAL := help

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517 --constraint constraints.txt --editable
# Stamps: when the environment was last brought up to date, with and without what developing needs.
READY := .venv/ready
READY_DEV := .venv/ready-dev

ARGS ?=
TESTS ?=
ROUNDS ?= 3000

.PHONY: help run test lint types format goldens manual score score-printed fit fuzz bench bench-peers bench-search faults check-epub pictures dist clean tools peer-tools search-tools picture-tools epub-tools

help: ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

run: $(READY) ## open the reader on the sample pages (its data stays in .paperterm/); ARGS="…" for more words
	@PAPERTERM_HOME="$(CURDIR)/.paperterm" $(BIN)/python -m paperterm $(ARGS)

test: $(READY_DEV) tools ## run all tests, real terminals among them; TESTS=tests/parse for some of them
	@$(BIN)/python -m pytest $(TESTS)

lint: $(READY_DEV) ## check style and formatting
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .

types: $(READY_DEV) ## check types, strictly
	@$(BIN)/mypy --no-error-summary

format: $(READY_DEV) ## format the code
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

score: $(READY) ## compare the parser with the hand-made labels of the sample pages
	@$(BIN)/python tests/gold/score.py tests/gold seeds --command '$(BIN)/python -m paperterm parse {page} --json'

score-printed: $(READY_DEV) ## print pages of known truth, damage them, score the parser; ARGS="--seeds 10000:12000" for more
	@$(BIN)/python -m tests.printer $(ARGS)

fit: $(READY_DEV) ## learn the parser's weights anew from the labelled pages (twenty-five minutes); ARGS="--help" for its options
	@$(BIN)/python -m tests.fitting $(ARGS)

fuzz: $(READY_DEV) ## damage the sample pages at random, and see that parsing loses nothing; ROUNDS=100000 for hours of it
	@PAPERTERM_FUZZ=$(ROUNDS) $(BIN)/python -m pytest tests/parse/test_faithful.py

bench: $(READY_DEV) ## time start-up, keys, resizing, commands, notebook, parser and import; ARGS="--million", "--only keys size", "--help"
	@$(BIN)/python -m tests.bench $(ARGS)

bench-peers: $(READY_DEV) peer-tools ## time the start beside newsboat, frogmouth, harlequin and toolong, installed under .venv/peers/; opt-in: needs a package index
	@$(BIN)/python -m tests.bench.peers

bench-search: $(READY_DEV) search-tools ## search made-up libraries of 10,000 and 100,000 articles, other engines beside it (ten minutes); ARGS="--help"
	@$(BIN)/python -m tests.searching $(ARGS)

faults: $(READY_DEV) ## kill, interrupt, damage and crowd notebook and import at length; opt-in: takes about a quarter of an hour; ARGS="--help"
	@$(BIN)/python -m tests.faults $(ARGS)

goldens: $(READY_DEV) ## draw the reader's screens anew into tests/golden/screens/, after a change that is meant to be seen; ARGS="article raw" for some
	@$(BIN)/python -m tests.golden $(ARGS)

manual: $(READY_DEV) ## write the manual's pages, the completion scripts and the schemas of --json in docs/ from the declarations
	@$(BIN)/python docs/make_manual.py

check-epub: $(READY_DEV) epub-tools ## let W3C's EPUBCheck look at a book of the sample pages; opt-in: needs Java
	@$(BIN)/python -m tests.export.check_epub

pictures: $(READY_DEV) picture-tools ## make the pictures in docs/pictures/; ARGS="search raw" for some
	@$(BIN)/python -m docs.make_pictures $(ARGS)

dist: $(READY_DEV) ## build the wheel into dist/
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist . >.venv/build.log 2>&1 || { cat .venv/build.log >&2; exit 1; }
	@ls dist/*.whl

clean: ## remove what make made; .paperterm/ may hold notes and stays
	@rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# -- the environment

define environment
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo 'paperterm needs Python 3.11 or later, and $(PYTHON) is not that: install it, or name one, as in: make PYTHON=python3.12 $(MAKECMDGOALS)' >&2; exit 2; }
@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo '$(PYTHON) cannot make virtual environments: install its venv module first, as in: apt-get install python3-venv' >&2; exit 2; }
@test -x $(BIN)/python || { echo 'Setting up .venv/ (once; takes about a minute) …' >&2; $(PYTHON) -m venv --clear .venv; }
endef

$(READY): pyproject.toml constraints.txt
	$(environment)
	@$(INSTALL) .
	@touch $@

$(READY_DEV): pyproject.toml constraints.txt
	$(environment)
	@$(INSTALL) '.[dev]'
	@touch $(READY) $@

# -- programs that are no Python packages: installed where this user may, else named

APT_INSTALL = \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then as_root=; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then as_root='sudo -n'; \
	else echo "Install what is missing first: sudo apt-get install $$missing" >&2; exit 2; fi; \
	echo "Installing $$missing …" >&2; \
	{ $$as_root apt-get update && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends $$missing; } \
		>.venv/apt.log 2>&1 || { cat .venv/apt.log >&2; echo "apt-get could not install $$missing; what it said stands above." >&2; exit 2; }

tools: $(READY_DEV)
	@missing=; for program in tmux git; do command -v $$program >/dev/null || missing="$${missing:+$$missing }$$program"; done; \
	if [ -n "$$missing" ]; then $(APT_INSTALL); fi
	@missing=; for program in zsh fish groff jq; do command -v $$program >/dev/null || missing="$${missing:+$$missing }$$program"; done; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing="$${missing:+$$missing }chromium"; \
	if [ -n "$$missing" ]; then ( $(APT_INSTALL) ) || echo "Going on without $$missing: the tests that need them are skipped." >&2; fi

peer-tools: $(READY_DEV)
	@missing=; command -v newsboat >/dev/null || missing="newsboat"; \
	if [ -n "$$missing" ]; then $(APT_INSTALL); fi

search-tools: $(READY_DEV)
	@missing=; command -v rg >/dev/null || missing="ripgrep"; \
	if [ -n "$$missing" ]; then $(APT_INSTALL); fi

epub-tools: $(READY_DEV)
	@missing=; test -e /usr/bin/epubcheck || command -v epubcheck >/dev/null || missing="epubcheck"; \
	if [ -n "$$missing" ]; then $(APT_INSTALL); fi

picture-tools: $(READY_DEV)
	@missing=; command -v rsvg-convert >/dev/null || missing="librsvg2-bin"; \
	{ command -v fc-list >/dev/null && fc-list :lang=zh family | grep -q 'Noto Sans Mono CJK SC'; } || missing="$${missing:+$$missing }fontconfig fonts-noto-cjk"; \
	{ command -v fc-list >/dev/null && fc-list :family='DejaVu Sans Mono' | grep -q .; } || missing="$${missing:+$$missing }fonts-dejavu-core"; \
	if [ -n "$$missing" ]; then $(APT_INSTALL); fi
