# Needs make, git, Node and some Python 3 that can make a virtual environment; everything else comes by itself.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Compiled once, whatever the machine's habits are, and out of the way of the sources.
unexport PYTHONDONTWRITEBYTECODE
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/python

PORT ?= 8000
PY := .venv/bin/python
UV_VERSION := $(shell sed -n 's/^uv==\([0-9.]*\).*/\1/p' requirements-uv.lock)
UV := .cache/uv-$(UV_VERSION)/bin/uv
PRETTIER := node_modules/.bin/prettier --cache --cache-location .cache/prettier --log-level warn '**/*.{css,js,json,mjs}'
LOCKED := --universal --generate-hashes --no-header --no-emit-index-url
LOCK := $(UV) pip compile pyproject.toml --group dev $(LOCKED)

# The browser's Python is 3.13, so the build's is too. A `python3.13` may be a shim that only says "not found": run it.
PYTHON ?= $(shell for p in python3.13 $(HOME)/.pyenv/versions/3.13*/bin/python3 python3; do \
  "$$p" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null && { command -v "$$p"; break; }; done)

# Tests in a browser wait more than they work, so one more runs than there are processors.
BROWSERS = $(shell $(PY) -c 'import os; print((os.cpu_count() or 1) + 1)')

# What the site is made from. The list itself is an input too, so that a deleted file also counts as a change.
INPUTS := $(sort $(shell find quiz hooks overrides docs mkdocs*.yml partners.yml -type f -not -name '*.pyc' 2>/dev/null)) \
  requirements.lock package-lock.json sources.lock
COMMIT := $(shell git rev-parse HEAD 2>/dev/null)# it stands in the footer
$(shell mkdir -p .cache; echo "$(INPUTS) $(COMMIT)" | cmp -s - .cache/inputs || echo "$(INPUTS) $(COMMIT)" > .cache/inputs)

.PHONY: help serve build dev check test parity format diff acknowledge watch audit sbom container pages lean bench mutants env node packages lock clean

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

serve: site/_headers ## build what changed and serve it on 127.0.0.1, on PORT (8000)
	@PORT=$(PORT) $(PY) -m hooks serve site

build: site/_headers ## the finished site in site/

dev: env node ## live reload while you write (restart after editing Python)
	@PROOF=kept NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

check: env node_modules/.tests ## format, lint, types, unit tests and the facts: a minute
	@echo "Format and lint"
	@$(PY) -m ruff format --check --quiet && $(PY) -m ruff check --quiet && $(PRETTIER) --check
	@echo "Types"
	@$(PY) -m mypy && node_modules/.bin/tsc
	@echo "Facts"
	@$(PY) -m hooks check
	@echo "Unit tests"
	@$(PY) -m pytest -q -m "not slow and not site and not browser" $(patsubst %,--ignore=tests/%,site browser engines) -p no:playwright --numprocesses auto

format: env node_modules/.tests ## write Python, scripts and styles as the check wants them
	@$(PY) -m ruff format --quiet && $(PRETTIER) --write

test: check packages ## everything: check, then the built site and the browser
	@echo "Site and browser tests"
	@$(PY) -m pytest -q -m "site or browser or slow" --numprocesses $(BROWSERS) --dist loadfile --no-loadscope-reorder

parity: env node packages ## every set of answers in the browser and here, byte by byte: some minutes
	@PARITY=all $(PY) -m pytest -q tests/browser/test_parity.py

diff: env ## which answers change between REV (HEAD) and the facts as they are now, in people's words
	@mkdir -p .cache && git show $(or $(REV),HEAD):partners.yml > .cache/old.yml
	@$(PY) -m quiz diff .cache/old.yml partners.yml || [ $$? -eq 1 ]

acknowledge: env ## accept the changed verdicts that `make diff` tells of
	@echo "Trying every set of answers (a minute)"
	@$(PY) -m quiz prove > .cache/proof.json && $(PY) -c "import json; print(json.load(open('.cache/proof.json'))['digest'])" > tests/verdicts.sha256

watch: env ## read the pages behind the facts: what changed, and what hangs on it, in .cache/watch/index.html (some minutes)
	@$(PY) -m hooks watch

audit: site/_headers audit/node_modules/.package-lock.json packages ## Lighthouse on five pages, and known faults in what is installed
	@node audit/run.mjs site
	@$(PY) -m pip_audit --requirement requirements.lock --require-hashes --disable-pip --strict --progress-spinner off
	@npm audit --audit-level=moderate

sbom: env node ## the software bills of materials (CycloneDX) in .cache/sbom: the site, its build, its tests
	@$(PY) -m hooks sbom

container: site/_headers ## the site as a container image (needs docker)
	@$(PY) -m hooks nginx && docker build -f deploy/Dockerfile -t cor-secor .

pages: env ## every page as Markdown in .cache/pages, without MkDocs
	@$(PY) -m hooks pages .cache/pages

lean: env node packages ## profile the engine anew for the lean runtime, and test that runtime (some minutes)
	@$(PY) -m hooks.engine.lean.profile
	@$(PY) -m pytest -q tests/hooks/engine/test_lean.py tests/browser/test_lean.py tests/browser/test_parity.py

bench: env node packages bench/node_modules/.package-lock.json ## this site's quiz beside its peers, written to bench/RESULTS.md (half an hour, a quiet machine)
	@$(PY) -m bench

# Begun anew, since mutmut would let the results of older tests stand.
mutants: env ## faults put into the rules one by one: fails if no test sees one (an hour)
	@rm -rf mutants && $(PY) -m mutmut run
	@$(PY) -m tests.mutants

audit/node_modules/.package-lock.json: audit/package.json audit/package-lock.json
	@echo "Installing Lighthouse"
	@cd audit && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

bench/node_modules/.package-lock.json: bench/package.json bench/package-lock.json
	@echo "Installing the peers"
	@cd bench && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean: ## remove what was built; the environments stay
	rm -rf site .cache/engine .cache/compressed .cache/cards .cache/glance .cache/proof .cache/sbom .cache/pages .cache/fonts .cache/inputs .cache/proof.json .cache/old.yml .cache/prettier .cache/python deploy/nginx/made mutants .cache/mypy .cache/pytest .ruff_cache .hypothesis test-results

lock: $(UV) ## write both lock files anew, with the newest versions that the project allows
	@$(LOCK) --upgrade --quiet --output-file requirements.lock
	@echo uv | $(UV) pip compile - $(LOCKED) --upgrade --quiet --output-file requirements-uv.lock
	@npm update --package-lock-only --ignore-scripts --no-audit --no-fund

env: .venv/.synced

node: node_modules/.package-lock.json

$(UV):
	@echo "Fetching uv $(UV_VERSION)"
	@rm -rf .cache/uv-*
	@"$(or $(PYTHON),python3)" -m venv .cache/uv-$(UV_VERSION)
	@.cache/uv-$(UV_VERSION)/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes --requirement requirements-uv.lock

.venv/.synced: requirements.lock .python-version | $(UV)
	@echo "Installing the Python packages"
	@$(PY) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' 2>/dev/null \
	  || $(UV) venv --quiet --clear --python "$(or $(PYTHON),3.13)" .venv
	@$(UV) pip sync --quiet --python $(PY) --require-hashes requirements.lock
	@touch $@

node_modules/.package-lock.json: package.json package-lock.json
	@echo "Installing the Node packages"
	@npm ci --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
	@rm -f node_modules/.tests
	@touch $@

# What only checks and tests need: the type checker, the checker of HTML, the dictionary.
node_modules/.tests: node_modules/.package-lock.json
	@echo "Installing the Node packages of the tests"
	@npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# What the tests need of the system: browsers, a Java for the checker of HTML, and the web server of the published site.
# Firefox and WebKit are left out where they cannot be had: the tests say so at their end.
packages: env
	@missing=""; \
	command -v chromium >/dev/null || missing+=" chromium"; \
	command -v java >/dev/null || missing+=" default-jre-headless"; \
	[ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] || missing+=" nginx-light libnginx-mod-http-brotli-static"; \
	engines=""; \
	command -v chromium-headless-shell >/dev/null || engines+=" chromium-headless-shell"; \
	command -v firefox-esr >/dev/null || command -v firefox >/dev/null || engines+=" firefox-esr"; \
	command -v WebKitWebDriver >/dev/null || engines+=" webkit2gtk-driver"; \
	command -v Xvfb >/dev/null || engines+=" xvfb"; \
	if [ -z "$$missing$$engines" ]; then exit 0; fi; \
	as_root=""; [ "$$(id -u)" = 0 ] || as_root="sudo -n"; \
	if command -v apt-get >/dev/null && $$as_root true 2>/dev/null; then \
	  echo "Installing$$missing$$engines with apt-get (a minute or two)"; \
	  install="$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -yqq"; \
	  $$as_root apt-get update -qq; \
	  [ -z "$$missing" ] || $$install $$missing >/dev/null; \
	  for engine in $$engines; do $$install $$engine >/dev/null || echo "$$engine cannot be had here"; done; \
	else \
	  echo "Not installed and not allowed to install:$$missing$$engines"; \
	  case "$$missing" in *chromium*) \
	    echo "Installing Playwright's Chromium (a minute or two)"; \
	    $(PY) -m playwright install chromium;; \
	  esac; \
	fi

site/_headers: .cache/inputs $(INPUTS) | .venv/.synced node_modules/.package-lock.json
	@echo "Building the site"
	@$(PY) -m hooks build site
