//! Makes what is compiled in small and ready: joins the style sheets without comments and
//! idle white space, the drafts without any, and turns `help.json` into a table. A reader downloads every byte.

use std::error::Error;
use std::fmt::Write;
use std::path::PathBuf;
use std::{env, fs};

use serde_json::Value;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=style/tokens.css");
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("style.css"), styles()?)?;
    for draft in in_kinds("json")? {
        let content: Value = serde_json::from_str(&fs::read_to_string(&draft)?)?;
        let name = draft.file_name().ok_or("a draft without a name")?;
        fs::write(out.join(name), content.to_string())?;
    }
    let help = fs::read_to_string("src/content/help.json")?;
    let help = help_table(&serde_json::from_str(&help)?);
    fs::write(out.join("help.rs"), help.ok_or("help.json lacks a field")?)?;
    Ok(())
}

/// The public properties, the shared parts, then every kind's own sheet.
fn styles() -> Result<String, Box<dyn Error>> {
    let mut sheets: Vec<PathBuf> = vec!["style/tokens.css".into(), "src/ui/style.css".into()];
    sheets.append(&mut in_kinds("css")?);
    let mut styles = String::new();
    for sheet in &sheets {
        styles.push_str(&small_css(&fs::read_to_string(sheet)?));
    }
    Ok(styles)
}

/// The files in the kinds' folders whose names end so, in the order of their names.
fn in_kinds(end: &str) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut found = Vec::new();
    for kind in fs::read_dir("src/widgets")? {
        let kind = kind?.path();
        if !kind.is_dir() {
            continue;
        }
        for file in fs::read_dir(kind)? {
            let file = file?.path();
            if file.extension().is_some_and(|one| one == end) {
                found.push(file);
            }
        }
    }
    found.sort();
    Ok(found)
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
    let tight = ["{", "}", ";", ","].iter().fold(folded, |css, mark| {
        css.replace(&format!("{mark} "), mark)
            .replace(&format!(" {mark}"), mark)
    });
    tight.replace(": ", ":").replace(";}", "}")
}

/// The Rust text of the table; `None` where the data lacks a field.
fn help_table(data: &Value) -> Option<String> {
    let mut table = String::from("pub static REGIONS: &[Region] = &[");
    for region in data["regions"].as_array()? {
        let (name, emergency) = (region["region"].as_str()?, region["emergency"].as_str()?);
        write!(
            table,
            "Region {{ region: {name:?}, emergency: {emergency:?}, lines: &["
        )
        .ok()?;
        lines(&mut table, &region["lines"])?;
        table.push_str("] },");
    }
    table.push_str("]; pub static ELSEWHERE: &[Line] = &[");
    lines(&mut table, &data["elsewhere"])?;
    table.push_str("];");
    let regions = data["regions"].as_array()?.iter();
    let lists = regions
        .map(|region| &region["lines"])
        .chain([&data["elsewhere"]]);
    let mut dates: Vec<&str> = Vec::new();
    for list in lists {
        for line in list.as_array()? {
            dates.push(line["checked"].as_str()?);
        }
    }
    dates.sort_unstable();
    dates.dedup();
    let checked = match dates.as_slice() {
        [only] => only.to_string(),
        dates => format!("{} to {}", dates.first()?, dates.last()?),
    };
    write!(table, " pub static CHECKED: &str = {checked:?};").ok()?;
    Some(table)
}

fn lines(table: &mut String, lines: &Value) -> Option<()> {
    for line in lines.as_array()? {
        let text = |name: &str| line[name].as_str().unwrap_or_default();
        let name = line["name"].as_str()?;
        let (call, more, href) = (text("call"), text("more"), text("href"));
        write!(
            table,
            "Line {{ name: {name:?}, call: {call:?}, more: {more:?}, href: {href:?} }},"
        )
        .ok()?;
    }
    Some(())
}
