//! The style sheets know no left and no right: a page from right to left gets all of it
//! the other way round.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

fn sheets(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sheets(&path, found);
        } else if path.extension().is_some_and(|end| end == "css") {
            found.push(path);
        }
    }
}

/// A declaration that names a side: its property or its value.
fn names_a_side(declaration: &str) -> bool {
    let (property, value) = declaration.split_once(':').unwrap_or(("", ""));
    let sides = ["left", "right"];
    let of_property = property.trim().split('-').any(|part| sides.contains(&part));
    of_property
        || value
            .split_whitespace()
            .any(|part| sides.contains(&part.trim_matches(';')))
}

#[test]
fn no_style_names_left_or_right() {
    let mut found = Vec::new();
    sheets(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut found,
    );
    assert!(found.len() > 3, "{found:?}");
    for sheet in found {
        let text = fs::read_to_string(&sheet).unwrap();
        for line in text.split(['{', '}', ';', '\n']) {
            assert!(!names_a_side(line), "{}: {line}", sheet.display());
        }
    }
    for bad in [
        "margin-left: 1em",
        "text-align: right",
        "left: 0",
        "float: left",
    ] {
        assert!(names_a_side(bad), "{bad}");
    }
}
