#!/usr/bin/env bash
# Runs tests: scripts/test.sh unit|components|e2e|all
# (and scripts/test.sh snapshots writes anew what some of them compare with)
# Every suite runs, even after one failed; the last line counts the tests of all.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

logs=$ROOT/target/test-logs
mkdir -p "$logs"

# The integration tests that need no browser: every file of tests/ but those of the two other suites.
native_tests() {
  local file name
  for file in tests/*.rs; do
    [ -e "$file" ] || continue
    name=$(basename "$file" .rs)
    case $name in components | e2e | size | release) ;; *) printf ' --test %s' "$name" ;; esac
  done
}

run_unit() {
  cargo fmt --check
  cargo clippy --quiet --locked --all-targets -- -D warnings
  # shellcheck disable=SC2046  # one word for each test
  cargo test --locked --no-fail-fast --lib $(native_tests)
}

run_components() {
  scripts/setup.sh wasm-rust wasm-bindgen chromium
  use_chromium
  use_wasm_bindgen
  use_wasm_rust
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    WASM_BINDGEN_TEST_TIMEOUT=${WASM_BINDGEN_TEST_TIMEOUT:-120} \
    WASM_BINDGEN_TEST_DRIVER_TIMEOUT=${WASM_BINDGEN_TEST_DRIVER_TIMEOUT:-60} \
    cargo test --locked --target "$WASM_TARGET" --test components
}

# Writes anew what a screen reader is told; Chromium has the whole tree.
run_snapshots() {
  export INTERLUDE_BROWSERS=chromium INTERLUDE_SNAPSHOTS=renew
  scripts/build-embed.sh --if-stale release dist
  scripts/setup.sh chromium
  use_chromium
  cargo test --locked --test e2e -- told_as_written_down
}

run_e2e() {
  scripts/build-embed.sh --if-stale release dist
  local engine
  # shellcheck disable=SC2046  # one word for each engine
  scripts/setup.sh npm pdftotext $(browsers)
  for engine in $(browsers); do "use_$engine"; done
  cargo test --locked --test size --test release --test e2e
}

# One suite, shown and kept; its lines are counted afterwards. A process of its own, because 'set -e'
# does not hold in what stands before '||'.
suite() {
  say "Tests: $1"
  scripts/test.sh only "$1" 2>&1 | tee "$logs/$1.log"
}

# Sums "N passed" or "N failed" over the runners' closing lines.
count() {
  sed -n "s/^test result: .* \([0-9][0-9]*\) $1;.*/\1/p" "${ran[@]}" | awk '{ n += $1 } END { print n + 0 }'
}

case ${1:-} in
  only) "run_$2"; exit ;;
  all) suites=(unit components e2e) ;;
  unit | components | e2e) suites=("$1") ;;
  snapshots) run_snapshots; exit ;;
  *) die "usage: scripts/test.sh unit|components|e2e|all|snapshots" ;;
esac

bad=() ran=()
for one in "${suites[@]}"; do
  ran+=("$logs/$one.log")
  suite "$one" || bad+=("$one")
done

[ ${#bad[@]} = 0 ] || say "Failed: ${bad[*]} (the whole output is in target/test-logs)"
failed=$(count failed)
# A suite that did not get as far as its tests counts as one failure.
if [ ${#bad[@]} != 0 ] && [ "$failed" = 0 ]; then failed=${#bad[@]}; fi
echo "$(count passed) passed, $failed failed"
[ ${#bad[@]} = 0 ]
