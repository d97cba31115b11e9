//! The byte budgets hold on the release files: what a reader downloads, in brotli at
//! quality 11, as `make size` measures it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

/// Entry, glue, wasm, the English words, and of every kind the largest draft: 80 KB.
const ALL: usize = 80 * 1024;

/// The entry, which every page loads at once: 2 KB.
const ENTRY: usize = 2 * 1024;

/// `coach.wasm`, which comes when somebody writes: 32 KB.
const COACH: usize = 32 * 1024;

/// The weights of the coach's model and its words, which are in it: 12.5 KB.
const WEIGHTS: usize = 25 * 512;

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
fn a_page_with_every_kind_loads_at_most_80_kb() {
    let sizes = brotli();
    let files = ["interlude.js", "embed.js", "embed_bg.wasm", "words.en.json"];
    let sum: usize = files.iter().map(|name| sizes[*name]).sum();
    let drafts = sizes.iter().filter(|(name, _)| name.ends_with(".en.json"));
    let draft = drafts.filter(|(name, _)| !name.starts_with("words."));
    let sum = sum + draft.map(|(_, bytes)| bytes).sum::<usize>();
    assert_eq!(sum, sizes["total"]);
    assert!(sum <= ALL, "{sum} bytes, {} too many", sum - ALL);
}

#[test]
fn the_coach_is_at_most_32_kb() {
    let coach = brotli()["coach.wasm"];
    assert!(coach <= COACH, "{coach} bytes");
}

#[test]
fn the_weights_are_at_most_12_and_a_half_kb() {
    let weights = brotli()["model.bin"];
    assert!(weights <= WEIGHTS, "{weights} bytes");
}

#[test]
fn the_entry_is_at_most_2_kb() {
    let entry = brotli()["interlude.js"];
    assert!(entry <= ENTRY, "{entry} bytes");
}
