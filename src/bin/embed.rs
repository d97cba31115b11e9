//! The WebAssembly that a reader's page loads.

#[allow(unused_imports)]
use interlude as _;

fn main() {}
