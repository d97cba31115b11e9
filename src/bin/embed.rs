//! The WebAssembly that a reader's page loads. All it exports stands in
//! [`interlude::host`].

// There is nothing to run at the start: the entry calls what it needs.
#![cfg_attr(target_arch = "wasm32", no_main)]

use interlude as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

/// Smaller than the standard allocator, and as fast for what an exercise does.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
