//! `coach-train`: trains the coach's model on PAIR's and our own training cases, and writes
//! `src/coach/model.bin`. With `--try` it writes nothing and shows what models that were trained on
//! other prompts make of each training case.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::from(2)
        }
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn run() -> Result<(), String> {
    use interlude::study::{data, score, train};
    use std::path::Path;

    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let pair = root.join("../shared/coach/pair.train.csv");
    if !pair.exists() {
        return Err(format!(
            "PAIR's training set is not there: {} (docs/coach.md says where it comes from)",
            pair.display()
        ));
    }
    let own = root.join("data/coach");
    let files = [
        own.join("train.cases.tsv"),
        own.join("train.labels.tsv"),
        own.join("danger.tsv"),
        pair,
    ];
    let cases = data::load(&files)?;
    let (model, folds, samples) = train::train(&cases, &train::SETTINGS);
    if !std::env::args().any(|argument| argument == "--try") {
        let path = root.join("src/coach/model.bin");
        let bytes = model.write();
        println!("{}: {} bytes", path.display(), bytes.len());
        return std::fs::write(&path, bytes)
            .map_err(|error| format!("{}: {error}", path.display()));
    }
    let answers = train::answers(&cases, &samples, folds);
    let report = score::measure(&cases, &answers);
    print!("{}", report.text(&cases, &answers));
    Ok(())
}

/// Only for native use.
#[cfg(target_arch = "wasm32")]
fn main() {}
