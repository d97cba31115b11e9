#!/usr/bin/env bash
# Installs what is missing and nothing else:
#   scripts/setup.sh wasm-rust | release-std | wasm-bindgen | trunk | npm | all …
#   scripts/setup.sh chromium | firefox | webkit | pdftotext …
# Each step is silent when its tool is there. Run as the targets of the Makefile need it.
set -euo pipefail
# shellcheck source=scripts/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# rustup may hang without a network, so it gets a limit (where the system has timeout).
limited() {
  if have timeout; then timeout "${RUSTUP_TIMEOUT:-60}" "$@"; else "$@"; fi
}

# apt-get as root or through sudo without a password; false where there is neither. It says a lot,
# which is shown only when it fails.
apt_install() {
  local as=() log
  have apt-get || return 1
  if [ "$(id -u)" != 0 ]; then
    have sudo && sudo -n true 2>/dev/null || return 1
    as=(sudo -n)
  fi
  log=$(mktemp)
  "${as[@]}" apt-get update >>"$log" 2>&1 || say "apt-get update failed; trying with the lists that are there."
  if ! "${as[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y --no-install-recommends "$@" >>"$log" 2>&1; then
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# INTERLUDE_RUSTUP=no: for machines that may download from package registries only.
may_ask_rustup() { have rustup && [ "${INTERLUDE_RUSTUP:-}" != no ]; }

rustup_wasm() {
  may_ask_rustup || return 1
  say "Adding Rust's WebAssembly target with rustup (20 MB, under a minute)."
  limited rustup target add "$WASM_TARGET" >&2 || { say "rustup could not add it."; return 1; }
}

debian_wasm() {
  have apt-get || return 1
  say "Installing Debian's Rust for WebAssembly: rustc-web, its sources and lld (about a minute)."
  apt_install rustc-web cargo-web rust-web-src lld-22
}

install_wasm_rust() {
  find_wasm_rust && return
  if rustup_wasm && find_wasm_rust; then return; fi
  if debian_wasm && find_wasm_rust; then return; fi
  die "No Rust that compiles for WebAssembly: run 'rustup target add $WASM_TARGET', or as root" \
    "'apt-get install rustc-web cargo-web rust-web-src lld-22', then try again."
}

# The sources of the standard library make release builds smaller; they are not a must.
install_release_std() {
  install_wasm_rust
  if has_src "$WASM_SYSROOT" || ! may_ask_rustup; then return; fi
  say "Adding the standard library's sources with rustup, for a smaller release (a few seconds)."
  limited rustup component add rust-src >&2 || say "rustup could not add them; the release will be larger."
}

# Debug builds of these tools: they compile in a quarter of the time, and they are quick enough.
cargo_install() {
  local root=$1
  shift
  env -u CARGO_TARGET_DIR -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET \
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_OPT_LEVEL=0 CARGO_INCREMENTAL=0 \
    cargo install --quiet --debug --root "$root" "$@" >&2
}

install_wasm_bindgen() {
  local version
  use_wasm_bindgen && return
  version=$(wasm_bindgen_version)
  say "Building wasm-bindgen $version, once (40 s on two cores)."
  # Without --locked: the list that this release ships does not build everywhere.
  cargo_install "$CACHE/wasm-bindgen-$version" wasm-bindgen-cli --version "$version" ||
    die "wasm-bindgen $version did not build; cargo's message is above."
}

install_trunk() {
  use_trunk && return
  say "Building Trunk $TRUNK_VERSION, once (2 min 10 s on two cores)."
  # No default features: the gallery needs no TLS, and no look for a newer release.
  cargo_install "$CACHE/trunk-$TRUNK_VERSION" trunk --version "$TRUNK_VERSION" --locked --no-default-features ||
    die "Trunk $TRUNK_VERSION did not build; cargo's message is above."
}

install_chromium() {
  use_chromium && return
  say "Installing Chromium and ChromeDriver from Debian's packages (under a minute)."
  apt_install chromium chromium-driver || true
  use_chromium || die "No Chromium with ChromeDriver: install both (Debian: 'apt-get install chromium" \
    "chromium-driver' as root), or name them in CHROMIUM and CHROMEDRIVER."
}

install_firefox() {
  use_firefox && return
  if [ ! -x "$FIREFOX" ]; then
    say "Installing Firefox from Debian's packages (under a minute)."
    apt_install firefox-esr || true
    FIREFOX=$(command -v firefox-esr || command -v firefox || true)
  fi
  [ -x "$FIREFOX" ] || die "No Firefox: install it (Debian: 'apt-get install firefox-esr' as root)," \
    "or name it in FIREFOX."
  use_firefox && return
  say "Building geckodriver $GECKODRIVER_VERSION, once (2 min 48 s on two cores that build other things, too)."
  cargo_install "$CACHE/geckodriver-$GECKODRIVER_VERSION" geckodriver --version "$GECKODRIVER_VERSION" --locked ||
    die "geckodriver $GECKODRIVER_VERSION did not build; cargo's message is above."
  use_firefox || die "No geckodriver: name one in GECKODRIVER."
}

install_webkit() {
  use_webkit && return
  say "Installing WebKit with its driver, and a display for it, from Debian's packages (under a minute)."
  apt_install webkit2gtk-driver xvfb || true
  use_webkit || die "No WebKitWebDriver with Xvfb: install both (Debian: 'apt-get install webkit2gtk-driver" \
    "xvfb' as root), or name them in WEBKIT_DRIVER and XVFB."
}

install_pdftotext() {
  have pdftotext && return
  say "Installing pdftotext from Debian's packages (seconds)."
  apt_install poppler-utils || true
  have pdftotext || die "No pdftotext: install it (Debian: 'apt-get install poppler-utils' as root)."
}

install_npm() {
  npm_is_fresh && return
  have npm || die "npm is missing: install Node.js 18 or newer with npm."
  say "Installing the npm packages of package-lock.json (seconds)."
  npm ci --no-audit --no-fund --ignore-scripts >&2 || die "npm ci failed; its message is above."
}

for what in "$@"; do
  case $what in
    wasm-rust) install_wasm_rust ;;
    release-std) install_release_std ;;
    wasm-bindgen) install_wasm_bindgen ;;
    trunk) install_trunk ;;
    chromium) install_chromium ;;
    firefox) install_firefox ;;
    webkit) install_webkit ;;
    pdftotext) install_pdftotext ;;
    npm) install_npm ;;
    all)
      install_release_std
      install_wasm_bindgen
      install_npm
      install_chromium
      install_firefox
      install_webkit
      install_pdftotext
      install_trunk
      ;;
    *) die "setup.sh: what is '$what'?" ;;
  esac
done
