//! The command `coach-eval`, from its files to what it prints.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

/// Writes the files into a folder of the test's own and runs the command on them.
fn run(test: &str, files: &[(&str, &str)], arguments: &[&str]) -> Output {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_coach-eval"));
    for (name, text) in files {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        command.arg(path);
    }
    command.args(arguments).output().unwrap()
}

const CASES: (&str, &str) = (
    "cases.tsv",
    "id\tprompt\treply\n\
     1\tYou said seven. It's nine.\tThat sounds so lonely. What happened then?\n\
     2\tI failed the exam.\tYou'll be fine.\n",
);
const LABELS: (&str, &str) = (
    "labels.tsv",
    "2\tnone\tnone\tminimise\tnone\tno\n1\tfeeling\topen\t\tnone\tno\n",
);

#[test]
fn json_is_one_object_with_every_figure() {
    let output = run("json", &[LABELS, CASES], &["--json"]);
    assert!(output.status.success());
    let json: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["n"], 2);
    assert_eq!(json["labels"]["mirror"]["f1"]["feeling"], 1.0);
    assert_eq!(json["labels"]["question"]["f1"]["open"], 1.0);
    assert_eq!(json["labels"]["slips"]["f1"]["minimise"], 1.0);
    assert_eq!(json["labels"]["alarm"]["false_opens"], 0.0);
    assert_eq!(json["false_scolds"], 0.0);
    assert_eq!(json["missed_mirrors"], 0.0);
}

#[test]
fn text_has_every_label_and_the_two_figures_for_readers() {
    let output = run("text", &[CASES, LABELS], &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    for part in [
        "2 cases",
        "mirror, macro-F1",
        "slips: self",
        "false scolds",
        "missed mirrors",
    ] {
        assert!(text.contains(part), "{part} is missing in {text}");
    }
}

#[test]
fn a_bad_file_is_named_with_its_line() {
    let bad = (
        "labels.tsv",
        "1\tfeeling\topen\t\tnone\tno\n2\tnone\tnone\tshout\tnone\tno\n",
    );
    let output = run("bad", &[CASES, bad], &["--json"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("labels.tsv, line 2: slips is \"shout\""),
        "{said}"
    );
    assert_eq!(run("none", &[], &[]).status.code(), Some(2));
}
