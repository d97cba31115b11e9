#!/usr/bin/env bash
# Puts the words of each language beside the gallery: Trunk runs this after each build.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Trunk has just built it, so this compiles nothing.
cargo build --quiet --offline --locked --bin embed --target "$WASM_TARGET" "$CARGO_TELLS" >target/messages
copy_words target/messages "$TRUNK_STAGING_DIR"
