//! A release is whole: its sums, its zip, its compressed files and its hashes all speak
//! of the files that are there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use interlude::widgets::all;
use serde_json::Value;

/// Path in the release → a hash.
type Hashes = BTreeMap<String, String>;

const FOLDER: &str = concat!("interlude/", env!("CARGO_PKG_VERSION"));

fn dist() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist")
}

fn read(path: &str) -> String {
    fs::read_to_string(dist().join(path)).unwrap()
}

/// One of the lists that `tests/release.mjs` makes.
fn facts(list: &str) -> Hashes {
    assert!(
        dist().join("SHA256SUMS").exists(),
        "dist/ is not built: run `make dist` first"
    );
    let ran = Command::new("node")
        .args(["tests/release.mjs", "dist"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("node runs");
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{said}");
    let facts: Value = serde_json::from_slice(&ran.stdout).unwrap();
    let text = |(path, hash): (&String, &Value)| (path.clone(), hash.as_str().unwrap().to_string());
    facts[list].as_object().unwrap().iter().map(text).collect()
}

/// The files that a site serves as they are, by name.
fn served() -> Vec<String> {
    let prefix = format!("{FOLDER}/");
    let names = facts("sums").into_keys().filter_map(|path| {
        let name = path.strip_prefix(&prefix)?.to_string();
        (!name.ends_with(".br") && !name.ends_with(".gz")).then_some(name)
    });
    names.collect()
}

#[test]
fn the_sums_are_those_of_all_files() {
    let mut sums = facts("sums");
    sums.remove("SHA256SUMS");
    let written = read("SHA256SUMS");
    let line = |line: &str| {
        let (hash, path) = line.split_once("  ").unwrap();
        (path.to_string(), hash.to_string())
    };
    assert_eq!(written.lines().map(line).collect::<Hashes>(), sums);
}

#[test]
fn the_zip_holds_the_folder_and_nothing_else() {
    let mut sums = facts("sums");
    sums.retain(|path, _| path.starts_with("interlude/"));
    assert!(sums.contains_key("interlude/.htaccess"));
    assert_eq!(facts("zipped"), sums);
}

#[test]
fn each_file_has_its_compressed_twins() {
    let (sums, unpacked) = (facts("sums"), facts("unpacked"));
    let names = served();
    assert_eq!(unpacked.len(), 2 * names.len());
    for name in names {
        let path = format!("{FOLDER}/{name}");
        for end in ["br", "gz"] {
            assert_eq!(
                unpacked[&format!("{path}.{end}")],
                sums[&path],
                "{path}.{end}"
            );
        }
    }
}

/// Every hash that stands in a text.
fn hashes_in(text: &str) -> Vec<&str> {
    // 32 bytes in base64 are 44 characters.
    text.match_indices("sha256-")
        .map(|(at, start)| &text[at..at + start.len() + 44])
        .collect()
}

/// A file of the release carries the hashes of these files, and no others.
fn assert_carries(holder: &str, names: &[&str]) {
    let integrity = facts("integrity");
    let text = read(holder);
    let (mut carried, mut wanted): (Vec<_>, Vec<_>) = (
        hashes_in(&text),
        names
            .iter()
            .map(|name| integrity[&format!("{FOLDER}/{name}")].as_str())
            .collect(),
    );
    carried.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(carried, wanted, "{holder}");
}

#[test]
fn the_snippet_carries_the_hash_of_the_entry() {
    assert_carries("snippet.html", &["interlude.js"]);
}

#[test]
fn both_entries_carry_the_hashes_of_what_they_load_at_once() {
    let names = served();
    let words = names.iter().filter(|name| name.starts_with("words."));
    let mut loaded: Vec<_> = words.map(String::as_str).collect();
    assert!(loaded.len() > 1, "{loaded:?}");
    loaded.extend(["embed.js", "embed_bg.wasm"]);
    for entry in ["interlude.js", "interlude.classic.js"] {
        assert_carries(&format!("{FOLDER}/{entry}"), &loaded);
    }
}

#[test]
fn the_words_carry_the_hashes_of_the_check_and_of_their_drafts() {
    for language in ["en", "es"] {
        let file = format!("{FOLDER}/words.{language}.json");
        let words: Value = serde_json::from_str(&read(&file)).unwrap();
        let carried = words["files"].as_object().unwrap();
        let mut wanted: Vec<_> = all()
            .map(|(_, widget)| format!("{}.{language}.json", widget.name))
            .chain(["check.js".into()])
            .collect();
        wanted.sort_unstable();
        assert_eq!(
            carried.keys().collect::<Vec<_>>(),
            wanted.iter().collect::<Vec<_>>()
        );
        let integrity = facts("integrity");
        for (name, hash) in carried {
            let path = format!("{FOLDER}/{name}");
            assert_eq!(*hash, *integrity[&path], "{name}");
            assert!(!read(&path).is_empty());
        }
    }
}

#[test]
fn the_glue_carries_the_hash_of_the_coach() {
    assert_carries(&format!("{FOLDER}/embed.js"), &["coach.wasm"]);
}

#[test]
fn the_check_carries_the_hash_of_its_module() {
    assert_carries(&format!("{FOLDER}/check.js"), &["check.wasm"]);
}

#[test]
fn the_page_for_frames_carries_the_hashes_of_its_files() {
    let files = ["frame.css", "frame.js", "interlude.js"];
    assert_carries(&format!("{FOLDER}/embed.html"), &files);
}
