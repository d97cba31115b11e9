# Every target is one line in scripts/: make only names them. `make` alone prints this list.
.DEFAULT_GOAL := help
.PHONY: help serve test test-unit test-components test-e2e snapshots dist size bench setup clean

PORT ?= 8080
export PORT

help: ## this list
	@echo "Interlude: what make can do (docs/building.md tells more)"
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

serve: ## the gallery with every widget live, rebuilt at each save (PORT=8080)
	@scripts/serve.sh

test: ## every test: unit, components, e2e
	@scripts/test.sh all

test-unit: ## format, lints and the tests that need no browser
	@scripts/test.sh unit

test-components: ## the components in headless Chromium
	@scripts/test.sh components

test-e2e: ## the release files in whole pages, in Chromium, Firefox and WebKit
	@scripts/test.sh e2e

snapshots: ## writes anew what a screen reader is told (tests/e2e/snapshots)
	@scripts/test.sh snapshots

dist: ## the release files, in dist/
	@scripts/build-embed.sh --if-stale release dist

size: dist ## how large the release files are, against the budget
	@node scripts/size.mjs dist

bench: ## how fast the release files are, and whether memory stays flat, in Chromium
	@scripts/bench.sh

setup: ## install everything that any target needs
	@scripts/setup.sh all

clean: ## remove what was built (the tools in the cache stay)
	rm -rf target dist
