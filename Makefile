# Personae: `make demo` shows what it does, `make test` proves that it works; each sets itself up first.
SHELL := /bin/bash
.DEFAULT_GOAL := help
VENV := .venv
PYTHON := $(VENV)/bin/python
PERSONAE := $(VENV)/bin/personae
STAMP := $(VENV)/.installed
DEMO := demo
WAREHOUSE := $(DEMO)/personae.duckdb
UV := $(shell command -v uv || echo .uv/bin/uv)

export PREFECT_SERVER_ANALYTICS_ENABLED := false
export DO_NOT_TRACK := 1

.PHONY: help setup demo test lint bench bench-engines bench-rules fuzz chaos train-deep train-deep-check published-check prefect-check dask-check bucket-check superset-check site-check lock docs clean

help: ## explain the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

$(STAMP): requirements.lock pyproject.toml
	@bash .ci/setup $(VENV)
	@touch $@

# compiled here, since where Python may not keep bytecode every process would compile these modules anew: a second each
setup: $(STAMP) ## create .venv with Python 3.12 and install the locked packages (fetches uv if missing)
	@$(PYTHON) -m compileall -q flows transforms expectations warehouse

demo: $(STAMP) ## ingest the sample articles into demo/ and show who says what about whom
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	$(PERSONAE) ingest tests/articles --warehouse $(DEMO)/personae.duckdb
	@$(PERSONAE) show --warehouse $(DEMO)/personae.duckdb
	@echo "The same as pages, in any browser: $(CURDIR)/$(DEMO)/published/site/index.html"

test: $(STAMP) lint ## lint, types, import rules and the whole test suite with coverage
	COVERAGE_CORE=sysmon $(PYTHON) -m pytest -n 2 --dist loadfile --cov --cov-report=term -q
	@$(PYTHON) -m coverage report --format=total --include='transforms/*,expectations/*,warehouse/*' --fail-under=90

lint: $(STAMP) ## ruff, mypy --strict, import-linter
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports --no-cache

bench: $(STAMP) ## articles and words per second of each stage, and of the whole against bare nlp.pipe (CORPUS=folder)
	$(PYTHON) -m flows.benchmarks.stages $(CORPUS)

bench-engines: $(STAMP) ## time, memory and ratios of ingest by engine and number of jobs, with nothing new, and of rebuilds (CORPUS=folder)
	$(PYTHON) -m flows.benchmarks.engines $(CORPUS)

bench-rules: $(STAMP) ## what the figures of our own test articles lose without each rule
	$(PYTHON) -m tests.bench_rules

fuzz: $(STAMP) ## mutate sample files for ten minutes (SECONDS_TO_FUZZ) and read them; nothing may crash or hang
	$(PYTHON) -m tests.fuzz_readers $${SECONDS_TO_FUZZ:-600}

chaos: $(STAMP) ## end runs at 1,000 points, kill processes, fill disks, change bytes: no row lost or doubled, accounts always true
	$(PYTHON) -m tests.chaos $(CHAOS)

train-deep: $(STAMP) ## train the encoder of the tier deep from the data in the folder DATA (transforms/judges/deep/card.md); installs jax
	@test -n "$(DATA)" || { echo "expected the folder of the training data, found none; say: make train-deep DATA=FOLDER"; exit 1; }
	$(UV) pip install -q --python $(VENV) --editable ".[train-deep]"
	$(PYTHON) -m flows.training.deep $(DATA)

train-deep-check: $(STAMP) ## a few steps of that training on a small sample: repeatable, learning, and the same in eight bits; installs jax
	$(UV) pip install -q --python $(VENV) --editable ".[train-deep]"
	$(PYTHON) -m tests.flows.check_training_deep

published-check: $(STAMP) ## open the published demo warehouse with DuckDB 1.5 and through SQLAlchemy, as BI tools do
	@test -d .old-duckdb || ($(UV) venv -q --python 3.12 .old-duckdb && $(UV) pip install -q --python .old-duckdb duckdb==1.5.6 duckdb-engine "sqlalchemy<2.1")
	@test -f $(DEMO)/published/personae.duckdb || $(MAKE) demo
	.old-duckdb/bin/python tests/warehouse/read_published.py $(DEMO)/published/personae.duckdb

prefect-check: $(STAMP) ## deploy to a real Prefect server: worker, serve, schedule, retry, cancel, two batches at once, PostgreSQL if installed
	$(PYTHON) -m tests.flows.check_prefect

dask-check: $(STAMP) ## a real Dask scheduler with two workers: every engine gives the same tables, another model is refused
	$(PYTHON) -m tests.flows.check_dask

bucket-check: $(STAMP) ## an archive in a bucket of a real S3 server, ingested by its address; installs s3fs and moto
	$(UV) pip install -q --python $(VENV) --editable ".[bucket-check]"
	$(PYTHON) -m tests.flows.check_bucket

superset-check: $(STAMP) ## import the bundle into a real Superset, set each filter, prove that it reads only the warehouse (WAREHOUSE=file)
	@test -d .superset || ($(UV) venv -q --python 3.12 .superset && $(UV) pip install -q --python .superset -r tests/warehouse/publishing/bi/requirements.txt)
	@test -f $(WAREHOUSE) || $(MAKE) demo
	$(PERSONAE) bi superset --warehouse $(WAREHOUSE) --output $(DEMO)/personae-superset.zip
	.superset/bin/python tests/warehouse/publishing/bi/check_superset.py $(DEMO)/personae-superset.zip $(DEMO)/superset.png

site-check: $(STAMP) ## open every page of a site in headless Chromium, from disk: errors, requests, phone, keyboard, axe-core
	@command -v chromium chromium-browser google-chrome >/dev/null || { echo "expected Chromium, found none; install it with: apt-get install chromium"; exit 1; }
	@command -v npm >/dev/null || { echo "expected npm, which brings axe-core, found none; install it with: apt-get install npm"; exit 1; }
	@test -f .browser/package/axe.min.js || (mkdir -p .browser && cd .browser && npm pack --silent axe-core@4.14.1 && tar xzf axe-core-4.14.1.tgz package/axe.min.js package/LICENSE)
	@$(UV) pip install -q --python $(VENV) -r tests/browser/requirements.txt
	BROWSER_REQUIRED=1 $(PYTHON) -m pytest -q tests/browser

lock: ## resolve the dependencies into requirements.lock
	$(UV) pip compile pyproject.toml --extra dask --extra docs --extra train --extra dev --extra deep --universal --python-version 3.12 --generate-hashes --no-emit-index-url -o requirements.lock

docs: $(STAMP) ## write the generated pages of docs/ and build the documentation site into site/
	$(PERSONAE) describe --markdown > docs/dictionary.md
	$(PERSONAE) query --cookbook > docs/cookbook.md
	$(PYTHON) -m flows.cli.rule_list > warehouse/rule_ids.csv
	$(PYTHON) -m flows.cli.reference > docs/reference.md
	NO_MKDOCS_2_WARNING=1 $(PYTHON) -m mkdocs build --quiet --strict --config-file .mkdocs.yml --site-dir site

clean: ## remove what the targets above made
	rm -rf $(VENV) $(DEMO) site .pytest_cache .mypy_cache .ruff_cache .coverage
