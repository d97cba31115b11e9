# shellcheck shell=bash
# What the other scripts share: source this file, don't run it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

WASM_TARGET=wasm32-unknown-unknown
# Tools live outside the checkout, so that a new checkout finds them built.
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/interlude
TRUNK_VERSION=0.21.14
GECKODRIVER_VERSION=0.37.1

say() { printf '[interlude] %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The version of a crate in Cargo.lock.
locked_version() {
  awk -v want="name = \"$1\"" '
    $0 == want { found = 1; next }
    found && /^version = / { gsub(/"/, "", $3); print $3; exit }' Cargo.lock 2>/dev/null
}

# wasm-bindgen's command must be of exactly the library's version.
wasm_bindgen_version() {
  local version
  version=$(locked_version wasm-bindgen)
  [ -n "$version" ] || die "Cargo.lock is missing or does not name wasm-bindgen: run 'cargo generate-lockfile' and commit it."
  printf '%s\n' "$version"
}

# With this, cargo says where build.rs put its files: copy_words MESSAGES OUTDIR takes the words and
# drafts of each language from there.
CARGO_TELLS=--message-format=json-render-diagnostics
copy_words() {
  local made
  made=$(sed -n "\\|\"build-script-executed\",\"package_id\":\"path+file://$ROOT#|s|.*\"out_dir\":\"\([^\"]*\)\".*|\1|p" "$1")
  cp "$made"/json/*.json "$2"
}

# ---- which Rust compiles for WebAssembly -------------------------------------------------------
# Two kinds serve. "std": a toolchain with the wasm standard library, as rustup installs it.
# "src": a toolchain with the library's source and a wasm linker, which builds the standard
# library itself; that is Debian's rustc-web with rust-web-src, for a machine without rustup's
# wasm target. Debian's is found at /usr/bin even where rustup comes first on PATH.

sysroot_of() { "$1/rustc" --print sysroot 2>/dev/null; }
has_std() { compgen -G "$1/lib/rustlib/$WASM_TARGET/lib/libstd-*.rlib" >/dev/null; }
has_src() { [ -e "$1/lib/rustlib/src/rust/library/std/Cargo.toml" ]; }
has_own_linker() { compgen -G "$1/lib/rustlib/*/bin/rust-lld" >/dev/null; }

# The newest wasm-ld on PATH (Debian calls it wasm-ld-22), or nothing.
wasm_ld() {
  compgen -c wasm-ld | grep -E '^wasm-ld(-[0-9]+)?$' | sort -t- -k3 -n | tail -n 1
}

# The compiler must be at least as new as Cargo.toml says.
new_enough() {
  local need found
  need=$(awk -F'"' '/^rust-version/ { print $2; exit }' Cargo.toml)
  found=$("$1/rustc" --version 2>/dev/null | awk '{ print $2 }')
  [ -n "$found" ] && [ "$(printf '%s\n%s\n' "$need" "$found" | sort -V | head -n 1)" = "$need" ]
}

# Sets WASM_KIND (std or src), WASM_BIN (the folder of cargo and rustc) and WASM_SYSROOT.
find_wasm_rust() {
  local kind bin sysroot path_bin
  path_bin=$(dirname "$(command -v rustc || echo /usr/bin/rustc)")
  for kind in std src; do
    for bin in "$path_bin" /usr/bin; do
      if [ -x "$bin/cargo" ] && new_enough "$bin" && sysroot=$(sysroot_of "$bin") \
        && "has_$kind" "$sysroot" && { has_own_linker "$sysroot" || [ -n "$(wasm_ld)" ]; }; then
        WASM_KIND=$kind WASM_BIN=$bin WASM_SYSROOT=$sysroot
        return 0
      fi
    done
  done
  return 1
}

# Makes the rest of the calling script (and its children) compile for wasm. Call it late: native
# builds must not see these settings. Target folders are separate, because a change of compiler or
# of flags makes cargo throw away what it has.
use_wasm_rust() {
  local shim tool
  find_wasm_rust || die "No Rust that compiles for WebAssembly: run 'make setup'."
  export CARGO_TARGET_DIR=$ROOT/target/wasm
  if [ "$WASM_BIN" = /usr/bin ]; then
    # Not /usr/bin itself first on PATH: that would change node and everything else, too.
    shim=$CACHE/debian-rust/bin
    mkdir -p "$shim"
    for tool in cargo rustc rustdoc; do ln -sfn "/usr/bin/$tool" "$shim/$tool"; done
    export PATH=$shim:$PATH
  fi
  if ! has_own_linker "$WASM_SYSROOT"; then
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(wasm_ld)
    export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER
  fi
  if [ "$WASM_KIND" = src ]; then
    # Building the standard library is an unstable feature; this lets a stable cargo do it.
    export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort
  fi
}

# ---- tools -------------------------------------------------------------------------------------

# Puts the folder of wasm-bindgen and wasm-bindgen-test-runner first on PATH; false if missing.
use_wasm_bindgen() {
  local version dir
  version=$(wasm_bindgen_version)
  if [ "$(wasm-bindgen --version 2>/dev/null)" = "wasm-bindgen $version" ] \
    && [ "$(wasm-bindgen-test-runner --version 2>/dev/null)" = "wasm-bindgen-test-runner $version" ]; then
    return 0
  fi
  dir=$CACHE/wasm-bindgen-$version/bin
  [ -x "$dir/wasm-bindgen" ] && [ -x "$dir/wasm-bindgen-test-runner" ] || return 1
  export PATH=$dir:$PATH
}

# Trunk: the pinned release or a later patch of it, as Trunk.toml says, too.
use_trunk() {
  case $(trunk --version 2>/dev/null) in
    "trunk 0.21.1"[4-9]*) return 0 ;;
  esac
  [ -x "$CACHE/trunk-$TRUNK_VERSION/bin/trunk" ] || return 1
  export PATH=$CACHE/trunk-$TRUNK_VERSION/bin:$PATH
}

# Sets and exports CHROMIUM and CHROMEDRIVER to absolute paths; false if one is missing.
use_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    [ -n "${CHROMIUM:-}" ] && break
    CHROMIUM=$(command -v "$name" || true)
  done
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver || true)}
  [ -x "$CHROMIUM" ] && [ -x "$CHROMEDRIVER" ] || return 1
  export CHROMIUM CHROMEDRIVER
}

# The same with FIREFOX and GECKODRIVER. Firefox takes drivers of many versions.
use_firefox() {
  FIREFOX=${FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}
  GECKODRIVER=${GECKODRIVER:-$(command -v geckodriver || echo "$CACHE/geckodriver-$GECKODRIVER_VERSION/bin/geckodriver")}
  [ -x "$FIREFOX" ] && [ -x "$GECKODRIVER" ] || return 1
  export FIREFOX GECKODRIVER
}

# The same with WEBKIT_DRIVER and XVFB. The driver knows where its browser is.
use_webkit() {
  WEBKIT_DRIVER=${WEBKIT_DRIVER:-$(command -v WebKitWebDriver || true)}
  XVFB=${XVFB:-$(command -v Xvfb || true)}
  [ -x "$WEBKIT_DRIVER" ] && [ -x "$XVFB" ] || return 1
  export WEBKIT_DRIVER XVFB
}

# The engines that the end-to-end tests run in.
browsers() { printf '%s\n' "${INTERLUDE_BROWSERS:-chromium,firefox,webkit}" | tr ', ' '\n\n' | sed '/^$/d'; }

npm_is_fresh() { [ node_modules/.package-lock.json -nt package-lock.json ]; }
