//! `docs/accessibility.md` names a test, or a step that a person does, for every rule and
//! every point; here each of them is looked for.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

/// How many care rules (`C1`…) and accessibility points (`A1`…) there are.
const RULES: [(&str, usize); 2] = [("C", 14), ("A", 44)];

fn read(path: &str) -> String {
    let whole = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(whole).unwrap_or_default()
}

/// The cells of each row of a page's tables, without the heads.
fn rows(page: &str) -> Vec<Vec<String>> {
    let cells = |line: &str| -> Vec<String> {
        let inner = line.trim().trim_matches('|');
        inner.split('|').map(|cell| cell.trim().into()).collect()
    };
    let all: Vec<&str> = page.lines().collect();
    let is_head = |at: usize| all.get(at + 1).is_some_and(|next| next.starts_with("|---"));
    let row = |(at, line): (usize, &&str)| {
        let is_row = line.starts_with("| ") && !is_head(at);
        is_row.then(|| cells(line))
    };
    all.iter().enumerate().filter_map(row).collect()
}

/// The texts between backticks.
fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Whether a file has a function of that name right below `mark`, whatever else is said of it.
fn has_test(file: &str, mark: &str, name: &str) -> bool {
    let text = read(file);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let named = |line: &&str| {
        let line = line.trim_start_matches("async ");
        line.strip_prefix("fn ")
            .is_some_and(|rest| rest.split(['(', '<']).next() == Some(name))
    };
    let is_marked = |at: usize| {
        let above = lines[..at].iter().rev();
        let mut above = above.take_while(|line| line.starts_with('#') || line.starts_with("//"));
        above.any(|line| *line == mark)
    };
    (0..lines.len()).any(|at| named(&lines[at]) && is_marked(at))
}

/// Whether a module of the browser tests has that test in its list.
fn is_case(module: &str, name: &str) -> bool {
    let text = read(&format!("tests/e2e/{module}.rs"));
    let list = text.split("cases![").nth(1);
    let list = list.and_then(|rest| rest.split("];").next()).unwrap_or("");
    let mut names = list
        .split(',')
        .filter_map(|one| one.split_whitespace().next());
    names.any(|one| one == name) && text.contains(&format!("async fn {name}("))
}

/// Why what the table names is not there, if it is not.
fn missing(named: &str, steps: &[usize]) -> Option<String> {
    let fault = || Some(format!("`{named}` is not there"));
    let Some((kind, path)) = named.split_once(": ") else {
        return Some(format!("`{named}` does not say what it is"));
    };
    let (module, name) = path.rsplit_once("::").unwrap_or(("", path));
    let is_there = match kind {
        "e2e" => is_case(module, name),
        "components" => has_test(
            &format!("tests/components/{module}.rs"),
            "#[wasm_bindgen_test]",
            name,
        ),
        "native" => has_test(&format!("tests/{module}.rs"), "#[test]", name),
        "unit" => {
            let path = format!("src/{}", module.replace("::", "/"));
            let has = |file: String| has_test(&file, "#[test]", name);
            has(format!("{path}.rs")) || has(format!("{path}/mod.rs"))
        }
        "by hand" => path
            .split(", ")
            .all(|step| step.parse().is_ok_and(|step| steps.contains(&step))),
        _ => false,
    };
    if is_there { None } else { fault() }
}

/// The numbers of the steps that a person does.
fn steps() -> Vec<usize> {
    let rows = rows(&read("docs/manual-checks.md"));
    let numbers = rows.iter().filter_map(|row| row[0].parse().ok());
    numbers.collect()
}

#[test]
fn every_rule_and_point_has_its_row() {
    let rows = rows(&read("docs/accessibility.md"));
    let numbered = rows.iter().map(|row| row[0].as_str());
    let found: Vec<&str> = numbered
        .filter(|first| first.len() > 1 && first[1..].parse::<usize>().is_ok())
        .collect();
    let wanted = RULES
        .iter()
        .flat_map(|(letter, count)| (1..=*count).map(move |number| format!("{letter}{number}")));
    assert_eq!(found, wanted.collect::<Vec<_>>());
    for row in &rows {
        assert_eq!(row.len(), 3, "{row:?}");
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        assert!(spans(&row[2]).next().is_some(), "nothing holds {row:?}");
    }
}

#[test]
fn all_that_the_table_names_is_there() {
    let steps = steps();
    let rows = rows(&read("docs/accessibility.md"));
    let faults: Vec<String> = rows
        .iter()
        .flat_map(|row| {
            let faults = spans(&row[2]).filter_map(|named| missing(named, &steps));
            faults.map(|fault| format!("{}: {fault}", row[0]))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_steps_that_a_person_does_are_numbered_and_whole() {
    let steps = steps();
    assert_eq!(steps, (1..=steps.len()).collect::<Vec<_>>());
    for row in rows(&read("docs/manual-checks.md")) {
        if row[0].parse::<usize>().is_ok() {
            let is_whole = row.len() == 3 && row.iter().all(|cell| !cell.is_empty());
            assert!(is_whole, "{row:?}");
        }
    }
}

#[test]
fn what_is_not_there_is_found() {
    for wrong in [
        "e2e: calm::no_such_test",
        "e2e: no_such_module::no_step_scores",
        // A function of that file, and not in its list.
        "e2e: calm::open",
        "components: every::name_of",
        "native: accessibility::missing",
        "unit: widgets::reflection::state::closing",
        "unit: no::such::file",
        "by hand: 9999",
        "by hand: first",
        "seen: calm::no_step_scores",
        "calm::no_step_scores",
    ] {
        assert!(missing(wrong, &[1]).is_some(), "{wrong}");
    }
    for right in [
        "e2e: calm::no_step_scores",
        "components: every::reset_forgets_every_answer",
        "native: accessibility::what_is_not_there_is_found",
        "unit: widgets::reflection::state::every_mark_has_its_place",
        "by hand: 1",
    ] {
        assert_eq!(missing(right, &[1]), None);
    }
}
