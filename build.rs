//! Makes small and ready what a reader downloads: joins the style sheets without comments
//! and idle white space, turns `help.json` into a table, makes a file of words for each
//! language (those of `src/words`, with the drafts in it), and a key in Rust for each word.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use serde_json::{Map, Value, json};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=style/tokens.css");
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("style.css"), styles()?)?;
    let english = words("en")?;
    fs::write(out.join("keys.rs"), keys(&english)?)?;
    for file in fs::read_dir("src/words")? {
        let file = file?.path();
        let language = stem(&file)?;
        let joined = words_file(language, &english)?;
        fs::write(out.join(format!("words.{language}.json")), joined)?;
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

type Words = Map<String, Value>;

/// The words of a language, as they are written.
fn words(language: &str) -> Result<Words, Box<dyn Error>> {
    let written = fs::read_to_string(format!("src/words/{language}.json"))?;
    Ok(serde_json::from_str(&written)?)
}

/// The file of a language that a reader downloads: the words in the order of the English
/// ones, since the keys in Rust are their numbers, and the drafts by the names of their
/// exercises. Where a language lacks one, the English one stands there.
fn words_file(language: &str, english: &Words) -> Result<String, Box<dyn Error>> {
    let own = words(language)?;
    if let Some(unknown) = own.keys().find(|key| !english.contains_key(*key)) {
        return Err(format!("src/words/{language}.json: no such word: {unknown}").into());
    }
    let in_order = english
        .iter()
        .map(|(key, words)| own.get(key).unwrap_or(words));
    let mut drafts = Words::new();
    for from in ["en", language] {
        for draft in in_kinds("json")? {
            if let Some(name) = stem(&draft)?.strip_suffix(&format!(".{from}")) {
                let content = serde_json::from_str(&fs::read_to_string(&draft)?)?;
                drafts.insert(name.into(), content);
            }
        }
    }
    let file = json!({
        "lang": language,
        "words": in_order.collect::<Vec<_>>(),
        "drafts": drafts,
    });
    Ok(file.to_string())
}

fn stem(path: &Path) -> Result<&str, Box<dyn Error>> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    Ok(stem.ok_or("a file without a name")?)
}

/// Placeholders that take a number. The others take a text; `{link}` takes nothing, since
/// the view puts a link there.
const NUMBERS: [&str; 3] = ["at", "count", "of"];

/// The Rust text of the keys: a constant for each word without placeholders, a function
/// with typed parameters for each with some.
fn keys(english: &Words) -> Result<String, Box<dyn Error>> {
    let names: Vec<_> = english.keys().collect();
    let mut keys = format!("const KEYS: &[&str] = &{names:?};\n");
    for (number, (key, words)) in english.iter().enumerate() {
        // Of a plural, the form that every language has.
        let is_plural = words.is_object();
        let words = words["other"].as_str().or(words.as_str());
        let words = words.ok_or_else(|| format!("{key} is neither a text nor a plural"))?;
        let names = placeholders(words);
        let key = key.replace('-', "_");
        writeln!(keys, "/// {words}")?;
        if names.is_empty() {
            let key = key.to_uppercase();
            writeln!(keys, "pub const {key}: Word = Word({number});")?;
            continue;
        }
        let (mut takes, mut values) = (String::new(), String::new());
        for name in names {
            match NUMBERS.contains(&name) {
                _ if name == "link" => values.push_str("(\"link\", \"\\u{1}\"), "),
                true => {
                    write!(takes, "{name}: usize, ")?;
                    write!(values, "({name:?}, &{name}.to_string()), ")?;
                }
                false => {
                    write!(takes, "{name}: &str, ")?;
                    write!(values, "({name:?}, {name}), ")?;
                }
            }
        }
        let pattern = match is_plural {
            true => format!("Word({number}).counted(count)"),
            false => format!("Word({number}).text()"),
        };
        writeln!(
            keys,
            "pub fn {key}({takes}) -> String {{ fill({pattern}, &[{values}]) }}"
        )?;
    }
    Ok(keys)
}

/// The names in braces, in their order.
fn placeholders(words: &str) -> Vec<&str> {
    let parts = words.split('{').skip(1);
    parts
        .filter_map(|part| Some(part.split_once('}')?.0))
        .collect()
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
