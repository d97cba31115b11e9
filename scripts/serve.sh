#!/usr/bin/env bash
# Serves the gallery, rebuilt at each save: PORT=8080 scripts/serve.sh
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

port=${PORT:-8080}
scripts/setup.sh wasm-rust wasm-bindgen trunk
use_wasm_bindgen
use_trunk
use_wasm_rust

# Trunk runs without a network, so the crates have to be here first; instant when they are.
cargo fetch --quiet --locked --target "$WASM_TARGET" || die "cargo could not fetch the crates; its message is above."
# Trunk wants the folders that it leaves out to exist.
mkdir -p target/gallery dist node_modules
say "The gallery will be at http://127.0.0.1:$port/ once it is built. Ctrl-C stops it."
# Trunk takes NO_COLOR=1 for an error.
unset NO_COLOR
exec trunk serve --port "$port"
