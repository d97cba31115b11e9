//! Joins the style sheets, without comments and idle white space, before they are
//! compiled in: a reader downloads every byte.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let out = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("OUT_DIR is not set"))?;
    let mut sheets: Vec<PathBuf> = vec!["style/tokens.css".into(), "src/ui/style.css".into()];
    let mut kinds = fs::read_dir("src/widgets")?
        .map(|entry| Ok(entry?.path().join("style.css")))
        .collect::<io::Result<Vec<_>>>()?;
    kinds.retain(|sheet| sheet.exists());
    kinds.sort();
    sheets.append(&mut kinds);

    let mut styles = String::new();
    for sheet in &sheets {
        styles.push_str(&small_css(&fs::read_to_string(sheet)?));
    }
    println!("cargo::rerun-if-changed=style/tokens.css");
    println!("cargo::rerun-if-changed=src");
    fs::write(Path::new(&out).join("style.css"), styles)
}

/// Style without comments, and with white space folded where it means nothing.
fn small_css(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    let folded = bare.split_whitespace().collect::<Vec<_>>().join(" ");
    ["{", "}", ";", ","].iter().fold(folded, |css, mark| {
        css.replace(&format!("{mark} "), mark)
            .replace(&format!(" {mark}"), mark)
    })
}
