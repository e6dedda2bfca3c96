# Every target makes what it needs: nothing is installed by hand.
#   make serve   the site at http://127.0.0.1:8000
#   make test    lint, types and every test
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PROPERDOCS := .venv-properdocs
CANDIDATES := python3.13 python3.12 python3.11 python3.14 python3 python
PYTHON ?= $(shell for name in $(CANDIDATES); do \
	"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$name" && break; done)
INSTALL := install --quiet --disable-pip-version-check

# The types are checked while the second environment is set up.
MAKEFLAGS += --jobs=2

# Material's advertisement for its successor; the pin in pyproject.toml is our answer to it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test lint types format clean chromium screenshots
.DEFAULT_GOAL := serve

serve: $(STAMP)
	SITE_URL=http://127.0.0.1:$(PORT)/ $(BIN)/mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

build: $(STAMP)
	$(BIN)/mkdocs build

# Where Python writes no bytecode (`PYTHONDONTWRITEBYTECODE`, as in many containers), each of the many commands that the
# tests begin would compile everything anew.
test: lint types chromium $(PROPERDOCS)/.installed
	$(BIN)/python -m compileall -q dossier plugins
	$(BIN)/pytest -n auto --dist loadfile -m "not browser"
	$(BIN)/pytest -m browser

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

format: $(STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: $(STAMP) chromium
	$(BIN)/python tests/screenshots.py .github/images/all

clean:
	rm -rf $(VENV) $(PROPERDOCS) site dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache

# A virtual environment is stale when the project's needs changed, when its Python is gone, or when it was moved.
ifneq ($(shell cat $(STAMP) 2>/dev/null)-$(shell $(BIN)/python -c 'print("runs")' 2>/dev/null),$(CURDIR)-runs)
.PHONY: $(STAMP)
endif

$(STAMP): pyproject.toml
	$(call make_venv,$(VENV))
	$(BIN)/python -m pip $(INSTALL) --editable '.[dev]'
	@echo "$(CURDIR)" > $@

# ProperDocs, the maintained fork of MkDocs, must build the same site: in an environment of its own.
$(PROPERDOCS)/.installed: pyproject.toml $(STAMP)
	$(call make_venv,$(PROPERDOCS))
	$(PROPERDOCS)/bin/python -m pip $(INSTALL) --editable . 'properdocs>=1.6,<2'
	@touch $@

define make_venv
@command -v "$(or $(PYTHON),none)" >/dev/null || { \
	echo "Dossier needs Python 3.11 or newer; $(or $(PYTHON),$$(python3 --version 2>/dev/null || echo Python)) will not do." >&2; \
	echo "Install one, or name it: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Dossier needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; exit 1; }
@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	echo "$(PYTHON) has no venv module. Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
@echo "Setting up $(1) with $$($(PYTHON) --version) ..."
@$(PYTHON) -m venv --clear $(1)
endef

chromium:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
		|| [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing chromium for the browser tests ..."; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; \
	else \
		echo "The browser tests need chromium. Debian and Ubuntu: sudo apt-get install chromium" >&2; exit 1; \
	fi
