//! The byte budgets hold on the release files: what a reader downloads, in brotli at
//! quality 11, as `make size` measures it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

/// Entry, glue, wasm and the English words together: 60 KB.
const ALL: usize = 60 * 1024;

/// The entry, which every page loads at once: 2 KB.
const ENTRY: usize = 2 * 1024;

/// The coach, when somebody writes: 32 KB. The weights of its model are a part of that.
const COACH: usize = 32 * 1024;

fn brotli() -> HashMap<String, usize> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(
        root.join("dist/SHA256SUMS").exists(),
        "dist/ is not built: run `make dist` first"
    );
    let printed = Command::new("node")
        .args(["scripts/size.mjs", "dist"])
        .current_dir(root)
        .output()
        .expect("node runs");
    let table = String::from_utf8(printed.stdout).expect("a table in UTF-8");
    table
        .lines()
        .filter_map(|line| {
            let mut cells = line.split_whitespace();
            let name = cells.next()?;
            let bytes = cells.nth(1)?.replace(',', "").parse().ok()?;
            Some((name.to_string(), bytes))
        })
        .collect()
}

#[test]
fn a_reader_downloads_at_most_60_kb() {
    let sizes = brotli();
    let files = ["interlude.js", "embed.js", "embed_bg.wasm", "words.en.json"];
    let sum: usize = files.iter().map(|name| sizes[*name]).sum();
    assert_eq!(sum, sizes["total"]);
    assert!(sum <= ALL, "{sum} bytes, {} too many", sum - ALL);
}

#[test]
fn the_coach_is_at_most_32_kb() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/interlude");
    let release = folder.join(env!("CARGO_PKG_VERSION")).join("coach.wasm.br");
    let coach = std::fs::metadata(release).expect("a coach in dist/").len() as usize;
    assert!(coach <= COACH, "{coach} bytes, {} too many", coach - COACH);
}

#[test]
fn the_entry_is_at_most_2_kb() {
    let entry = brotli()["interlude.js"];
    assert!(entry <= ENTRY, "{entry} bytes");
}
