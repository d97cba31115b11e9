//! `coach-eval FILE… [--json]`: how well the coach reads cases that people have labelled.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use interlude::study::{data, score};
    use std::process::ExitCode;

    let mut json = false;
    let mut files = Vec::new();
    for argument in std::env::args_os().skip(1) {
        if argument == "--json" {
            json = true;
        } else {
            files.push(argument);
        }
    }
    if files.is_empty() {
        eprintln!(
            "usage: coach-eval FILE… [--json]\n\
             Files: TSV with id, prompt, reply; TSV with id, mirror, question, slips, boundary, \
             alarm; PAIR's CSV. In any order."
        );
        return ExitCode::from(2);
    }
    let cases = match data::load(&files) {
        Ok(cases) => cases,
        Err(problem) => {
            eprintln!("{problem}");
            return ExitCode::from(2);
        }
    };
    let answers = score::answers(&cases, interlude::coach::Known::shared());
    let report = score::measure(&cases, &answers);
    if json {
        println!("{}", report.json());
    } else {
        print!("{}", report.text(&cases, &answers));
    }
    ExitCode::SUCCESS
}

/// Only for native use.
#[cfg(target_arch = "wasm32")]
fn main() {}
