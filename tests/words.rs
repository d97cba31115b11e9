//! The words of every language are complete and keep the rules for them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use interlude::content::Source;
use interlude::widgets;
use serde_json::{Map, Value};

/// The languages, with the plural forms that a whole number can need there, sorted (CLDR 46).
const LANGUAGES: [(&str, &[&str]); 2] =
    [("en", &["one", "other"]), ("es", &["many", "one", "other"])];

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn words(language: &str) -> Map<String, Value> {
    serde_json::from_str(&read(&format!("src/words/{language}.json"))).unwrap()
}

/// All texts in a value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    let parts = text.split('{').skip(1);
    parts.map(|part| part.split_once('}').unwrap().0).collect()
}

/// A text without what somebody says in it.
fn unquoted(text: &str) -> String {
    let parts = text.split(['“', '”']);
    parts.step_by(2).collect()
}

/// The draft of an exercise in a language.
fn draft(kind: &str, name: &str, language: &str) -> Value {
    let path = format!("src/widgets/{kind}/{name}.{language}.json");
    serde_json::from_str(&read(&path)).unwrap()
}

/// What a draft is made of, without its texts.
fn shape(value: &Value) -> Value {
    match value {
        Value::Array(list) => list.iter().map(shape).collect(),
        Value::Object(map) => Value::Object(
            map.iter()
                .map(|(key, value)| (key.clone(), shape(value)))
                .collect(),
        ),
        Value::String(_) => Value::Null,
        other => other.clone(),
    }
}

#[test]
fn the_languages_are_the_files() {
    let mut files = BTreeSet::new();
    for file in fs::read_dir(root().join("src/words")).unwrap() {
        let path = file.unwrap().path();
        files.insert(path.file_stem().unwrap().to_str().unwrap().to_string());
    }
    let known: BTreeSet<_> = LANGUAGES.iter().map(|(one, _)| one.to_string()).collect();
    assert_eq!(files, known);
    let names: Vec<_> = LANGUAGES
        .iter()
        .map(|(one, _)| format!("\"{one}\""))
        .collect();
    let line = format!("const LANGUAGES = [{}];", names.join(", "));
    assert!(read("src/host/interlude.js").contains(&line), "{line}");
}

#[test]
fn every_language_has_the_same_keys_and_placeholders() {
    let english = words("en");
    for (language, forms) in LANGUAGES {
        let words = words(language);
        assert!(words.keys().eq(english.keys()), "{language}: other keys");
        for (key, value) in &words {
            let of = english[key].get("other").unwrap_or(&english[key]);
            let needs = placeholders(of.as_str().unwrap());
            match value {
                Value::Object(plural) => {
                    let have: Vec<_> = plural.keys().collect();
                    assert_eq!(have, forms, "{language}, {key}");
                    for (form, text) in plural {
                        let mut has = placeholders(text.as_str().unwrap());
                        // "One note" needs no number.
                        if form == "one" {
                            has.insert("count");
                        }
                        assert_eq!(has, needs, "{language}, {key}, {form}");
                    }
                }
                text => assert_eq!(
                    placeholders(text.as_str().unwrap()),
                    needs,
                    "{language}, {key}"
                ),
            }
        }
    }
}

#[test]
fn every_draft_is_there_in_every_language() {
    for (kind, widget) in widgets::all() {
        let english = shape(&draft(kind.name(), widget.name, "en"));
        for (language, _) in LANGUAGES {
            let own = draft(kind.name(), widget.name, language);
            assert_eq!(shape(&own), english, "{}, {language}", widget.name);
            // An owner who pastes it is told nothing.
            let mut notices = Vec::new();
            let source = Source::Json(own.to_string());
            assert!(kind.open(widget, &source, &mut notices).is_ok());
            assert_eq!(notices, [], "{}, {language}", widget.name);
        }
    }
}

/// All texts of a language, those of the drafts, too.
fn all_texts(language: &str) -> Vec<String> {
    let mut all = vec![Value::Object(words(language))];
    for (kind, widget) in widgets::all() {
        all.push(draft(kind.name(), widget.name, language));
    }
    all.iter().flat_map(texts).map(str::to_string).collect()
}

#[test]
fn nothing_shouts_and_nothing_is_empty() {
    for (language, _) in LANGUAGES {
        for text in all_texts(language) {
            assert!(!text.trim().is_empty(), "{language}");
            assert!(!unquoted(&text).contains(['!', '¡']), "{language}: {text}");
            assert!(
                !text.contains(['"', '\'']),
                "{language}, straight quotes: {text}"
            );
        }
    }
}

/// Beginnings of words that count, praise, or say what somebody is or has to do.
const VERDICTS: [(&str, &[&str]); 2] = [
    (
        "en",
        &[
            "%",
            "percent",
            "score",
            "points",
            "badge",
            "well done",
            "congrat",
            "perfect",
            "incorrect",
            "wrong",
            "right answer",
            "mistake",
            "you should",
            "you must",
            "you have to",
            "diagnos",
            "toxic",
            "narciss",
            "abuser",
            "abusive",
            "victim",
            "healthy",
        ],
    ),
    (
        "es",
        &[
            "%",
            "por ciento",
            "puntuaci",
            "puntos",
            "insignia",
            "bien hecho",
            "felicidades",
            "perfect",
            "incorrect",
            "respuesta correcta",
            "equivoca",
            "deberías",
            "tienes que",
            "diagnós",
            "diagnos",
            "tóxic",
            "narcis",
            "abusador",
            "abusiv",
            "víctima",
            "saludable",
        ],
    ),
];

/// A card explains a word that is used as a verdict, and says that it is no diagnosis.
const EXPLAINED: (&str, [&str; 2]) = ("plain-words", ["narcis", "diagn"]);

#[test]
fn no_word_gives_a_verdict() {
    for (language, verdicts) in VERDICTS {
        let (name, explained) = EXPLAINED;
        let card = draft("card", name, language);
        let card = texts(&card);
        for text in all_texts(language) {
            let is_card = card.contains(&text.as_str());
            let text = text.to_lowercase();
            let found = verdicts.iter().find(|word| {
                let is_explained = is_card && explained.iter().any(|one| word.starts_with(one));
                text.contains(**word) && !is_explained
            });
            assert_eq!(found, None, "{language}: {text}");
        }
    }
}

/// What a private list neither advises nor asks.
const DEADLY: [(&str, &[&str]); 2] = [
    (
        "en",
        &[
            "leave him",
            "leave her",
            "leave them",
            "stay with",
            "kill",
            "weapon",
            "gun",
            "knife",
            "chok",
            "strangl",
            "death",
            "die ",
        ],
    ),
    (
        "es",
        &[
            "déjalo",
            "déjala",
            "quédate",
            "matar",
            "arma",
            "pistola",
            "cuchillo",
            "estrangul",
            "asfixi",
            "muerte",
            "morir",
        ],
    ),
];

#[test]
fn no_private_list_advises_or_asks_about_deadly_danger() {
    let mut lists = 0;
    for (kind, widget) in widgets::all().filter(|(_, widget)| widget.private) {
        for (language, words) in DEADLY {
            let draft = draft(kind.name(), widget.name, language);
            for text in texts(&draft) {
                let text = text.to_lowercase();
                let found = words.iter().find(|word| text.contains(**word));
                assert_eq!(found, None, "{language}: {text}");
            }
            lists += 1;
        }
    }
    assert!(lists >= 2);
}

#[test]
fn the_docs_say_what_it_is_not() {
    for page in ["README.md", "docs/care.md"] {
        let text = read(page).to_lowercase().replace('\n', " ");
        for what in ["not therapy", "not a risk assessment"] {
            assert!(text.contains(what), "{page} lacks “{what}”");
        }
    }
}

#[test]
fn the_docs_list_every_help_number_with_its_check() {
    let docs = read("docs/care.md");
    let rows: Vec<_> = docs.lines().filter(|line| line.contains("| 20")).collect();
    let help: Value = serde_json::from_str(&read("src/content/help.json")).unwrap();
    let text = |entry: &Value, field: &str| entry[field].as_str().unwrap_or("").to_string();
    let mut wanted = Vec::new();
    for region in help["regions"].as_array().unwrap() {
        let lines = ["lines", "children"].map(|list| region[list].as_array().unwrap());
        wanted.extend(
            [region]
                .into_iter()
                .chain(lines.into_iter().flatten())
                .map(|entry| {
                    let call = text(entry, "call") + &text(entry, "emergency");
                    let way = if call.is_empty() {
                        "a link".into()
                    } else {
                        call
                    };
                    [text(region, "region"), way, text(entry, "source")]
                        .map(|cell| format!("| {cell}"))
                        .into_iter()
                        .chain([text(entry, "checked")])
                        .collect::<Vec<_>>()
                }),
        );
    }
    for entry in help["elsewhere"].as_array().unwrap() {
        wanted.push(vec![
            "| all |".into(),
            text(entry, "href"),
            text(entry, "checked"),
        ]);
    }
    for cells in &wanted {
        let is_there = |row: &&&str| cells.iter().all(|cell| row.contains(cell));
        assert!(
            rows.iter().find(is_there).is_some(),
            "docs/care.md lacks {cells:?}"
        );
    }
    assert_eq!(rows.len(), wanted.len(), "rows without a number");
}

#[test]
fn the_docs_list_every_key() {
    let docs = read("docs/words.md");
    let rows: Vec<_> = words("en")
        .iter()
        .map(|(key, value)| match value {
            Value::Object(forms) => {
                let forms: Vec<_> = forms
                    .iter()
                    .map(|(form, text)| format!("{form}: {}", text.as_str().unwrap()))
                    .collect();
                format!("| `{key}` | {} |", forms.join(" / "))
            }
            text => format!("| `{key}` | {} |", text.as_str().unwrap()),
        })
        .collect();
    let missing: Vec<_> = rows.iter().filter(|row| !docs.contains(*row)).collect();
    assert_eq!(missing, [""; 0], "docs/words.md lacks these rows");
    assert_eq!(
        docs.matches("\n| `").count(),
        rows.len(),
        "rows without a key"
    );
}
