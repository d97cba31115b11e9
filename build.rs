//! Makes small and ready what a reader downloads: joins the style sheets without comments
//! and idle white space, makes a file of words for each language (those of `src/words`, with
//! the help numbers in it), a file for each draft, their names, and a key in Rust for each word.
//! It also warns of help numbers whose last check is long ago.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use serde_json::{Map, Value, json};

#[path = "src/content/day.rs"]
mod day;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=style/tokens.css");
    println!("cargo::rerun-if-changed=src");
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("style.css"), styles()?)?;
    let english = words("en")?;
    fs::write(out.join("keys.rs"), keys(&english)?)?;
    // All that is served; nothing of an earlier build stays there.
    let served = out.join("json");
    let _ = fs::remove_dir_all(&served);
    fs::create_dir_all(&served)?;
    for file in fs::read_dir("src/words")? {
        let file = file?.path();
        let language = stem(&file)?;
        let drafts = drafts(language)?;
        if language == "en" {
            fs::write(out.join("drafts.json"), json!(drafts).to_string())?;
            let names: Vec<_> = drafts.keys().collect();
            fs::write(out.join("names.rs"), format!("{names:?}"))?;
        }
        let words = words_file(language, &english, &drafts)?;
        fs::write(served.join(format!("words.{language}.json")), words)?;
        for (name, draft) in drafts {
            let file = served.join(draft_file(&name, language));
            fs::write(file, draft.to_string())?;
        }
    }
    warn_of_old_checks(&help()?)?;
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
/// ones, since the keys in Rust are their numbers; the help; and the names of
/// files that only some pages load. A release puts the hash of each behind its name. Where a
/// language lacks a word, the English one stands there.
fn words_file(language: &str, english: &Words, drafts: &Words) -> Result<String, Box<dyn Error>> {
    let own = words(language)?;
    if let Some(unknown) = own.keys().find(|key| !english.contains_key(*key)) {
        return Err(format!("src/words/{language}.json: no such word: {unknown}").into());
    }
    let in_order = english
        .iter()
        .map(|(key, words)| own.get(key).unwrap_or(words));
    let drafts = drafts.keys().map(|name| draft_file(name, language));
    let files: Words = drafts
        .chain([CHECK.into()])
        .map(|name| (name, "".into()))
        .collect();
    let file = json!({
        "lang": language,
        "words": in_order.collect::<Vec<_>>(),
        "help": help_in(language)?,
        "files": files,
    });
    Ok(file.to_string())
}

/// The check of an owner's page.
const CHECK: &str = "check.js";

/// The drafts by the names of their exercises. Where a language lacks one, the English one
/// stands there.
fn drafts(language: &str) -> Result<Words, Box<dyn Error>> {
    let mut drafts = Words::new();
    for from in ["en", language] {
        for draft in in_kinds("json")? {
            if let Some(name) = stem(&draft)?.strip_suffix(&format!(".{from}")) {
                let content = serde_json::from_str(&fs::read_to_string(&draft)?)?;
                drafts.insert(name.into(), content);
            }
        }
    }
    Ok(drafts)
}

/// As the entry asks for it.
fn draft_file(name: &str, language: &str) -> String {
    format!("{name}.{language}.json")
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
                    write!(values, "({name:?}, &number({name})), ")?;
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

/// The help numbers, with their sources and the days of their checks.
fn help() -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_str(&fs::read_to_string(
        "src/content/help.json",
    )?)?)
}

/// The help as a reader's page needs it: in one language, and for a region the day of its
/// oldest check.
fn help_in(language: &str) -> Result<Value, Box<dyn Error>> {
    let all = help()?;
    let mut regions = Vec::new();
    for region in list(&all, "regions")? {
        let lines = list(region, "lines")?;
        let children = list(region, "children")?;
        let dates = lines
            .iter()
            .chain(children)
            .chain([region])
            .map(|one| text(one, "checked"));
        regions.push(json!({
            "region": region["region"],
            "emergency": region["emergency"],
            "checked": dates.min().flatten().ok_or("an entry without a date")?,
            "lines": lines_in(language, lines),
            "children": lines_in(language, children),
        }));
    }
    Ok(json!({ "regions": regions, "elsewhere": lines_in(language, list(&all, "elsewhere")?) }))
}

fn list<'a>(within: &'a Value, name: &str) -> Result<&'a Vec<Value>, Box<dyn Error>> {
    let list = within.get(name).and_then(Value::as_array);
    Ok(list.ok_or_else(|| format!("help.json: no list of {name}"))?)
}

fn text<'a>(within: &'a Value, name: &str) -> Option<&'a str> {
    within.get(name)?.as_str()
}

/// What is shown of some lines: their fields, in the language where they are translated.
fn lines_in(language: &str, lines: &[Value]) -> Vec<Words> {
    let shown = |line: &Value| {
        let field = |name: &str| {
            let own = line.get(language).and_then(|own| text(own, name));
            let shown = own.or(text(line, name))?;
            Some((name.to_string(), shown.into()))
        };
        ["name", "call", "more", "href"]
            .into_iter()
            .filter_map(field)
            .collect()
    };
    lines.iter().map(shown).collect()
}

/// Numbers change: a check that is long ago is told while building.
fn warn_of_old_checks(all: &Value) -> Result<(), Box<dyn Error>> {
    let today = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs() / 86_400;
    let mut entries = list(all, "elsewhere")?.clone();
    for region in list(all, "regions")? {
        entries.push(region.clone());
        entries.extend(list(region, "lines")?.clone());
        entries.extend(list(region, "children")?.clone());
    }
    for entry in entries {
        let name = text(&entry, "name")
            .or(text(&entry, "region"))
            .unwrap_or_default();
        let date = text(&entry, "checked").ok_or("an entry without a date")?;
        let age = i64::try_from(today)? - day::number(date).ok_or("a date that is none")?;
        if age > day::OLD {
            println!(
                "cargo::warning=help.json, “{name}”: checked {age} days ago, on {date}. Check it again."
            );
        }
    }
    Ok(())
}
