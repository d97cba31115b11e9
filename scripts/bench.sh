#!/usr/bin/env bash
# Measures the release files in Chromium: scripts/bench.sh
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

scripts/build-embed.sh --if-stale release dist
scripts/setup.sh npm chromium
use_chromium
node scripts/size.mjs dist
node bench/run.mjs
exec node bench/coach.mjs
