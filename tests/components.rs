//! The exercises as drawn, in a real browser: through the host on elements made here, and
//! with a page that notes what is asked of it.
//!
//! `make test-components` runs this in headless Chromium.
//!
//! # Layout
//! - `stage`: what the tests are made with
//! - `every`: what holds for every kind, on every screen
//! - `choice`, `practice`, `reflection`: what a reader does in each
//! - `kept`: what is kept on the device, where the owner asked for that
//! - `host`: mounting, unmounting, and what is read from the page around a place

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

use wasm_bindgen_test::wasm_bindgen_test_configure;

#[path = "components/choice.rs"]
mod choice;
#[path = "components/every.rs"]
mod every;
#[path = "components/host.rs"]
mod host;
#[path = "components/kept.rs"]
mod kept;
#[path = "components/practice.rs"]
mod practice;
#[path = "components/reflection.rs"]
mod reflection;
#[path = "components/stage.rs"]
mod stage;

wasm_bindgen_test_configure!(run_in_browser);
