//! The WebAssembly that a reader's page loads. All it exports stands in
//! [`interlude::host`].

// There is nothing to run at the start: the entry calls what it needs.
#![cfg_attr(target_arch = "wasm32", no_main)]

use interlude as _;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: interlude::allocator::Blocks<interlude::allocator::Module> =
    interlude::allocator::Blocks::new();
