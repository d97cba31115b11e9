#!/usr/bin/env bash
# Builds what a page embeds: scripts/build-embed.sh [--if-stale] dev|release OUTDIR
# dev: OUTDIR gets interlude.js (the entry), embed.js (the glue), embed_bg.wasm, coach.wasm,
# check.js, check.wasm and for each language words.LANG.json and the drafts, NAME.LANG.json.
# release: OUTDIR becomes a whole release, as scripts/release.mjs lays it out.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if_stale=
[ "${1:-}" = --if-stale ] && { if_stale=1; shift; }
mode=${1:-} out=${2:-}
case $mode in dev | release) ;; *) die "usage: scripts/build-embed.sh [--if-stale] dev|release OUTDIR" ;; esac
[ -n "$out" ] || die "build-embed.sh: where to?"

# True when OUTDIR is complete and nothing that it is made of has changed since.
is_fresh() {
  local last=$out/interlude.js
  [ "$mode" = dev ] || last=$out/SHA256SUMS
  [ -e "$last" ] || return 1
  [ -z "$(find src style build.rs Cargo.toml Cargo.lock package-lock.json scripts/build-embed.sh scripts/*.mjs \
    -type f -newer "$last" -print -quit)" ]
}

# The flags that make the release small: a panic stops at once and carries no text, and the
# standard library is compiled with the same settings, for size. They need the library's source.
# A little more inlining than opt-level z does by itself saves about 200 bytes in brotli here.
# Behind half a megabyte of stack instead of a whole one, addresses are shorter: about 110 bytes.
small_release() {
  export RUSTC_BOOTSTRAP=1
  export RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none -Cllvm-args=-inline-threshold=30 -Clink-arg=-zstack-size=524288"
  cargo build --locked --release --bin embed --bin coach --bin check --target "$WASM_TARGET" \
    -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size "$CARGO_TELLS" >"$stage/messages"
}

plain_release() {
  say "Building without the standard library's own size settings: the files will be larger."
  cargo build --locked --release --bin embed --bin coach --bin check --target "$WASM_TARGET" "$CARGO_TELLS" >"$stage/messages"
}

# Older compilers don't know the flag.
can_abort_at_once() {
  RUSTC_BOOTSTRAP=1 rustc -Zunstable-options -Cpanic=immediate-abort --print cfg >/dev/null 2>&1
}

compile_release() {
  # Its own folder: the flags differ from those of development and tests.
  export CARGO_TARGET_DIR=$ROOT/target/wasm-release
  if has_src "$WASM_SYSROOT" && can_abort_at_once; then
    small_release
  else
    plain_release
  fi
}

bindgen() {
  wasm-bindgen --target web --no-typescript --out-name embed --out-dir "$1" "${@:3}" "$2"
}

build_dev() {
  scripts/setup.sh wasm-rust wasm-bindgen
  use_wasm_bindgen
  use_wasm_rust
  cargo build --bin embed --bin coach --bin check --target "$WASM_TARGET" "$CARGO_TELLS" >"$stage/messages"
  copy_words "$stage/messages" "$stage"
  bindgen "$stage" "$CARGO_TARGET_DIR/$WASM_TARGET/debug/embed.wasm"
  cp src/host/interlude.js "$stage/interlude.js"
  cp src/host/check.js "$CARGO_TARGET_DIR/$WASM_TARGET"/debug/{coach,check}.wasm "$stage"
}

build_release() {
  scripts/setup.sh npm release-std wasm-bindgen
  use_wasm_bindgen
  use_wasm_rust
  say "Building the release files (about 2 min the first time on two cores, then seconds)."
  compile_release
  copy_words "$stage/messages" "$stage"
  bindgen "$stage/raw" "$CARGO_TARGET_DIR/$WASM_TARGET/release/embed.wasm" \
    --remove-name-section --remove-producers-section
  node scripts/shrink.mjs "$stage/raw" src/host/interlude.js "$stage"
  # Much as scripts/shrink.mjs does it, with what makes the coach smallest.
  local name
  for name in coach check; do
    node_modules/.bin/wasm-opt -Oz --flatten --rereloop -Oz -Oz --converge --low-memory-unused \
      --always-inline-max-function-size=0 --strip-debug --strip-producers --strip-target-features \
      "$CARGO_TARGET_DIR/$WASM_TARGET/release/$name.wasm" -o "$stage/$name.wasm"
  done
  node scripts/release.mjs "$stage" "$stage/release"
}

# Files move into place only when all of them are there; last the one whose time is_fresh reads.
publish_dev() {
  mkdir -p "$out"
  mv "$stage"/*.json "$out"
  for file in check.js check.wasm coach.wasm embed_bg.wasm embed.js interlude.js; do
    mv "$stage/$file" "$out/$file"
  done
  touch "$out/interlude.js"
}

publish_release() {
  rm -rf "$out"
  mkdir -p "$(dirname "$out")"
  mv "$stage/release" "$out"
}

if [ -n "$if_stale" ] && is_fresh; then exit 0; fi
started=$SECONDS
stage=$ROOT/target/embed-$mode
rm -rf "$stage"
mkdir -p "$stage"
"build_$mode"
"publish_$mode"
say "$out is built ($((SECONDS - started)) s)."
