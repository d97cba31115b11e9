//! The layers of `src/lib.rs` hold: pure modules name neither the view library nor the
//! page, and lower layers don't name higher ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

fn files(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|end| end == "rs") {
            out.push(path);
        }
    }
}

fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    paths
        .into_iter()
        .map(|path| {
            let name = path
                .strip_prefix(&root)
                .unwrap()
                .to_string_lossy()
                .replace('\\', "/");
            (name, fs::read_to_string(path).unwrap())
        })
        .collect()
}

fn is_pure(name: &str) -> bool {
    name.starts_with("check/")
        || name.starts_with("content/")
        || name.starts_with("coach/")
        || name.ends_with("/content.rs")
        || name.ends_with("/state.rs")
}

/// The code of a file, without its comments.
fn code(text: &str) -> String {
    text.lines()
        .map(|line| line.split("//").next().unwrap_or(""))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn content_and_state_name_neither_leptos_nor_web_sys() {
    let pure: Vec<_> = sources()
        .into_iter()
        .filter(|(name, _)| is_pure(name))
        .collect();
    assert!(pure.len() > 12, "the pure modules were not found");
    for (name, text) in pure {
        for word in ["leptos", "web_sys", "wasm_bindgen", "js_sys", "gloo"] {
            assert!(!code(&text).contains(word), "{name} names {word}");
        }
    }
}

#[test]
fn arrows_go_downward() {
    let forbidden: [(&str, &[&str]); 6] = [
        (
            "content/",
            &[
                "crate::check",
                "crate::coach",
                "crate::ui",
                "crate::widgets",
                "crate::host",
            ],
        ),
        (
            "coach/",
            &[
                "crate::check",
                "crate::content",
                "crate::ui",
                "crate::widgets",
                "crate::host",
            ],
        ),
        ("check/", &["crate::coach", "crate::ui", "crate::host"]),
        ("ui/", &["crate::check", "crate::host"]),
        ("widgets/", &["crate::check", "crate::host"]),
        ("bin/", &["web_sys"]),
    ];
    for (name, text) in sources() {
        for (layer, words) in forbidden {
            for word in words {
                let wrong = name.starts_with(layer) && code(&text).contains(word);
                assert!(!wrong, "{name} names {word}");
            }
        }
    }
}

#[test]
fn every_kind_has_its_files() {
    let names: Vec<String> = sources().into_iter().map(|(name, _)| name).collect();
    for kind in interlude::widgets::KINDS {
        for file in ["mod.rs", "content.rs", "state.rs", "view.rs"] {
            let path = format!("widgets/{}/{file}", kind.name());
            assert!(names.contains(&path), "{path} is missing");
        }
    }
}
