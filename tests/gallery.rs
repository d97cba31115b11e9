//! The gallery shows every exercise: a place in its post, and a card with a snippet.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use interlude::content::outline::Node;
use interlude::content::{Outline, Source};
use interlude::widgets;

const GALLERY: &str = include_str!("../index.html");

#[test]
fn every_exercise_has_a_place_and_a_card() {
    for (_, widget) in widgets::all() {
        let place = format!("<div data-interlude=\"{}\">", widget.name);
        let card = format!("data-card=\"{}\"", widget.name);
        let snippet = format!("&lt;div data-interlude=\"{}\"&gt;", widget.name);
        for part in [place, card, snippet] {
            assert!(GALLERY.contains(&part), "the gallery lacks {part}");
        }
    }
    let cards = GALLERY.matches("data-card=").count();
    assert_eq!(cards, widgets::all().count(), "a card without an exercise");
}

#[test]
fn every_exercise_is_in_the_docs() {
    let docs = [
        ("README.md", include_str!("../README.md")),
        ("docs/exercises.md", include_str!("../docs/exercises.md")),
        ("docs/care.md", include_str!("../docs/care.md")),
    ];
    for (kind, widget) in widgets::all() {
        for (file, text) in &docs[..2] {
            let name = format!("`{}`", widget.name);
            assert!(text.contains(&name), "{file} lacks {name}");
        }
        // What holds for a kind stands at one of its exercises.
        let mut names = kind.widgets().iter().map(|one| format!("`{}`", one.name));
        let (file, text) = docs[2];
        assert!(
            names.any(|name| text.contains(&name)),
            "{file} says nothing of the kind {}",
            kind.name()
        );
    }
}

#[test]
fn the_gallery_uses_the_owners_one_tag() {
    let tag = "<script type=\"module\" src=\"interlude.js\"></script>";
    assert_eq!(GALLERY.matches(tag).count(), 1);
}

#[test]
fn every_address_of_a_file_is_one_of_this_release() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let owners = fs::read_dir(root.join("docs/owners")).unwrap();
    let docs = fs::read_dir(root.join("docs")).unwrap();
    let pages = owners.chain(docs).map(|entry| entry.unwrap().path());
    let pages = pages.filter(|path| path.extension().is_some_and(|end| end == "md"));
    let here = format!("interlude/{}/", env!("CARGO_PKG_VERSION"));
    let mut seen = 0;
    for path in pages.chain(["index.html", "README.md"].map(|name| root.join(name))) {
        for address in fs::read_to_string(&path).unwrap().split("https://").skip(1) {
            let address = address.split(['"', '`', ' ', '\n']).next().unwrap();
            if address.contains("-SITE/") && address.ends_with(".js") {
                assert!(address.contains(&here), "{}: {address}", path.display());
                seen += 1;
            }
        }
    }
    assert!(seen > widgets::all().count(), "{seen} addresses");
}

#[test]
fn every_snippet_reads_without_a_notice() {
    for (kind, widget) in widgets::all() {
        let from = format!("&lt;div data-interlude=\"{}\"&gt;", widget.name);
        let snippet = GALLERY
            .split(&from)
            .nth(1)
            .and_then(|rest| rest.split("&lt;/ul&gt;").next());
        let items = snippet
            .unwrap()
            .split("&lt;li&gt;")
            .skip(1)
            .filter_map(|item| item.split("&lt;/li&gt;").next())
            .map(|text| Node::Element("li".into(), vec![Node::Text(text.into())]))
            .collect();
        let outline = Outline::read(&[Node::Element("ul".into(), items)]);
        let mut notices = Vec::new();
        assert!(
            kind.open(widget, &Source::Outline(outline), &mut notices)
                .is_ok()
        );
        assert_eq!(notices, [], "{}", widget.name);
    }
}
