//! Cases with their labels, read from files: our own TSV (`id prompt reply` and
//! `id mirror question slips boundary alarm`, joined by id; `id reply alarm`, for danger alone) and
//! PAIR's CSV.

use std::collections::HashMap;
use std::fmt::Display;
use std::fs;
use std::path::Path;

use csv::{ByteRecord, ReaderBuilder, StringRecord};

/// The values of each label, in the order of their numbers.
pub const MIRRORS: [&str; 3] = ["none", "content", "feeling"];
pub const QUESTIONS: [&str; 4] = ["none", "open", "closed", "leading"];
pub const SLIPS: [&str; 4] = ["minimise", "fix", "self", "argue"];
pub const BOUNDARIES: [&str; 3] = ["none", "kind", "harsh"];
pub const YES_NO: [&str; 2] = ["no", "yes"];
pub const LEVELS: [&str; 3] = ["none", "simple", "complex"];

/// The five labels of a case; the numbers count in the lists above.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Labels {
    pub mirror: usize,
    pub question: usize,
    pub slips: [bool; 4],
    pub boundary: usize,
    pub alarm: bool,
}

/// What people found in a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    Own(Labels),
    /// PAIR's: whether it is a reflection, and of which level.
    Pair {
        reflection: bool,
        level: usize,
    },
    /// Only whether it speaks of danger.
    Alarm(bool),
}

/// A line that somebody says, a reply to it, and what people found in the reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    pub id: String,
    pub prompt: String,
    pub reply: String,
    pub truth: Truth,
}

/// What a file's columns are.
enum Kind {
    Cases,
    Labels,
    Joined,
    Pair,
    Alarm,
}

const CASES: [&str; 3] = ["id", "prompt", "reply"];
const LABELS: [&str; 6] = ["id", "mirror", "question", "slips", "boundary", "alarm"];
const ALARM: [&str; 3] = ["id", "reply", "alarm"];
const PAIR: [&str; 4] = ["context", "text", "level", "label"];

/// All cases of some files, in the order in which the files have them.
///
/// # Errors
/// A sentence that names the file and the line.
pub fn load<P: AsRef<Path>>(files: &[P]) -> Result<Vec<Case>, String> {
    let mut joined = Joined::default();
    let mut rows = Vec::new();
    for file in files {
        let file = file.as_ref();
        let name = file.display();
        let bytes = fs::read(file).map_err(|error| format!("{name}: {error}"))?;
        add(&name, &bytes, &mut joined, &mut rows)?;
    }
    let mut cases = joined.finish()?;
    cases.append(&mut rows);
    Ok(cases)
}

/// Texts and labels until all files are read.
#[derive(Default)]
struct Joined {
    order: Vec<String>,
    texts: HashMap<String, (String, String, String)>,
    labels: HashMap<String, (String, Labels)>,
}

impl Joined {
    fn text(&mut self, place: &str, id: &str, prompt: &str, reply: &str) -> Result<(), String> {
        let text = (place.to_owned(), prompt.to_owned(), reply.to_owned());
        if let Some((first, ..)) = self.texts.insert(id.to_owned(), text) {
            return Err(format!("{place}: the id {id:?} stands in {first} already"));
        }
        self.order.push(id.to_owned());
        Ok(())
    }

    fn labels(&mut self, place: &str, id: &str, labels: Labels) -> Result<(), String> {
        let entry = (place.to_owned(), labels);
        match self.labels.insert(id.to_owned(), entry) {
            Some((first, _)) => Err(format!("{place}: {first} has labels for {id:?} already")),
            None => Ok(()),
        }
    }

    fn finish(mut self) -> Result<Vec<Case>, String> {
        let mut cases = Vec::with_capacity(self.order.len());
        for id in self.order {
            let Some((place, prompt, reply)) = self.texts.remove(&id) else {
                continue;
            };
            let Some((_, labels)) = self.labels.remove(&id) else {
                return Err(format!("{place}: no file has labels for the id {id:?}"));
            };
            cases.push(Case {
                id,
                prompt,
                reply,
                truth: Truth::Own(labels),
            });
        }
        // The first in the file, so that the message is always the same.
        let left = self.labels.into_iter().map(|(id, (place, _))| (place, id));
        if let Some((place, id)) = left.min() {
            return Err(format!("{place}: no file has a case with the id {id:?}"));
        }
        Ok(cases)
    }
}

/// Reads one file.
fn add(
    name: &dyn Display,
    bytes: &[u8],
    joined: &mut Joined,
    rows: &mut Vec<Case>,
) -> Result<(), String> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or(bytes);
    let tabs = first.contains(&b'\t');
    let mut reader = ReaderBuilder::new()
        .delimiter(if tabs { b'\t' } else { b',' })
        .quoting(!tabs)
        .has_headers(false)
        .flexible(true)
        .from_reader(bytes);
    let mut shape: Option<(Kind, Vec<usize>)> = None;
    let mut row = ByteRecord::new();
    loop {
        let more = reader
            .read_byte_record(&mut row)
            .map_err(|error| format!("{name}: {error}"))?;
        if !more {
            break;
        }
        let line = row.position().map_or(0, csv::Position::line);
        let place = format!("{name}, line {line}");
        let row = StringRecord::from_byte_record(row.clone())
            .map_err(|_| format!("{place}: this is not UTF-8"))?;
        if row.iter().all(|field| field.trim().is_empty()) {
            continue;
        }
        let (kind, columns) = match &shape {
            Some(shape) => shape,
            None => {
                let (found, header) = columns(&row).ok_or_else(|| {
                    format!(
                        "{place}: these are not the columns of cases ({}), of labels ({}), of danger ({}) or of PAIR ({})",
                        CASES.join(" "),
                        LABELS.join(" "),
                        ALARM.join(" "),
                        PAIR.join(",")
                    )
                })?;
                let shape = shape.insert(found);
                if header {
                    continue;
                }
                shape
            }
        };
        let mut fields = Vec::with_capacity(columns.len());
        let needed = columns.iter().max().map_or(0, |last| last + 1);
        for column in columns {
            let field = row.get(*column).ok_or_else(|| {
                format!("{place}: {} columns, where {needed} are needed", row.len(),)
            })?;
            fields.push(field.trim());
        }
        take(kind, &fields, &place, joined, rows)?;
    }
    if shape.is_none() {
        return Err(format!("{name}: the file is empty"));
    }
    Ok(())
}

/// What the columns are, by the first row, in the order in which [`take`] wants them; and whether
/// that row is a header.
fn columns(row: &StringRecord) -> Option<((Kind, Vec<usize>), bool)> {
    let names: Vec<String> = row.iter().map(|one| one.trim().to_lowercase()).collect();
    let find = |wanted: &[&str]| -> Option<Vec<usize>> {
        let at = |name: &&str| names.iter().position(|one| one == name);
        wanted.iter().map(at).collect()
    };
    if let Some(columns) = find(&PAIR) {
        return Some(((Kind::Pair, columns), true));
    }
    if let (None, None, Some(columns)) = (find(&CASES), find(&LABELS), find(&ALARM)) {
        return Some(((Kind::Alarm, columns), true));
    }
    match (find(&CASES), find(&LABELS)) {
        (Some(mut texts), Some(labels)) => {
            texts.extend(labels.get(1..)?);
            return Some(((Kind::Joined, texts), true));
        }
        (Some(columns), None) => return Some(((Kind::Cases, columns), true)),
        (None, Some(columns)) => return Some(((Kind::Labels, columns), true)),
        (None, None) => {}
    }
    let kind = match row.len() {
        3 => Kind::Cases,
        6 => Kind::Labels,
        8 => Kind::Joined,
        _ => return None,
    };
    Some(((kind, (0..row.len()).collect()), false))
}

/// Takes up one row.
fn take(
    kind: &Kind,
    fields: &[&str],
    place: &str,
    joined: &mut Joined,
    rows: &mut Vec<Case>,
) -> Result<(), String> {
    match (kind, fields) {
        (Kind::Cases, [id, prompt, reply]) => joined.text(place, id, prompt, reply),
        (Kind::Labels, [id, labels @ ..]) => joined.labels(place, id, read(labels, place)?),
        (Kind::Joined, [id, prompt, reply, labels @ ..]) => {
            joined.text(place, id, prompt, reply)?;
            joined.labels(place, id, read(labels, place)?)
        }
        (Kind::Pair, [context, text, level, label]) => {
            rows.push(Case {
                id: format!("pair-{}", rows.len() + 1),
                prompt: (*context).to_owned(),
                reply: (*text).to_owned(),
                truth: Truth::Pair {
                    reflection: value(&YES_NO, label, "label", place)? == 1,
                    level: value(&["0", "1", "2"], level, "level", place)?,
                },
            });
            Ok(())
        }
        (Kind::Alarm, [id, reply, alarm]) => {
            rows.push(Case {
                id: (*id).to_owned(),
                prompt: String::new(),
                reply: (*reply).to_owned(),
                truth: Truth::Alarm(value(&YES_NO, alarm, "alarm", place)? == 1),
            });
            Ok(())
        }
        _ => Err(format!("{place}: not as many columns as in the first row")),
    }
}

/// The labels of one row.
fn read(fields: &[&str], place: &str) -> Result<Labels, String> {
    let [mirror, question, found, boundary, alarm] = fields else {
        return Err(format!(
            "{place}: a row of labels has {} columns",
            LABELS.len()
        ));
    };
    let mut slips = [false; 4];
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | '+' | '|' | ';' | '/');
    for slip in found.split(apart) {
        let slip = slip.to_lowercase();
        let slip = if slip == "minimize" {
            "minimise"
        } else {
            &slip
        };
        if !matches!(slip, "" | "none" | "-")
            && let Some(slip) = slips.get_mut(value(&SLIPS, slip, "slips", place)?)
        {
            *slip = true;
        }
    }
    Ok(Labels {
        mirror: value(&MIRRORS, mirror, "mirror", place)?,
        question: value(&QUESTIONS, question, "question", place)?,
        slips,
        boundary: value(&BOUNDARIES, boundary, "boundary", place)?,
        alarm: value(&YES_NO, alarm, "alarm", place)? == 1,
    })
}

/// The number of a value.
fn value(values: &[&str], given: &str, label: &str, place: &str) -> Result<usize, String> {
    let number = values
        .iter()
        .position(|one| given.eq_ignore_ascii_case(one));
    number.ok_or_else(|| {
        format!(
            "{place}: {label} is {given:?}, and it can be {}",
            values.join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(files: &[&[u8]]) -> Result<Vec<Case>, String> {
        let mut joined = Joined::default();
        let mut rows = Vec::new();
        for (number, bytes) in files.iter().enumerate() {
            add(&format!("file {number}"), bytes, &mut joined, &mut rows)?;
        }
        let mut cases = joined.finish()?;
        cases.append(&mut rows);
        Ok(cases)
    }

    const TEXTS_AND_LABELS: &[u8] =
        b"id\tprompt\treply\tmirror\tquestion\tslips\tboundary\talarm\n3\ta\tb\tnone\tnone\t\tnone\tno\n";
    const TEXTS: &[u8] =
        b"id\tprompt\treply\n1\tYou said \"seven\".\tI did.\n2\tFine.\tWhat, \"fine\"?\n";

    #[test]
    fn files_are_joined_in_any_order_and_form() {
        let labels: [&[u8]; 4] = [
            b"id\tmirror\tquestion\tslips\tboundary\talarm\n2\tnone\topen\tminimise,fix\tnone\tno\n1\tcontent\tnone\t\tnone\tno\n",
            b"2\tnone\topen\tminimize fix\tnone\tno\n1\tcontent\tnone\t\tnone\tno",
            b"\xef\xbb\xbf2\tnone\topen\tfix+Minimise\tnone\tno\r\n1\tcontent\tnone\tnone\tnone\tno\r\n\r\n",
            b"alarm\tid\tmirror\tquestion\tslips\tboundary\nno\t2\tnone\topen\tfix|minimise\tnone\nno\t1\tcontent\tnone\t\tnone\n",
        ];
        let wanted = all(&[TEXTS, labels.first().copied().unwrap_or_default()]);
        let cases = wanted.clone().unwrap_or_default();
        assert_eq!(cases.len(), 2);
        assert!(cases.iter().any(|case| case.reply == "What, \"fine\"?"
            && matches!(case.truth, Truth::Own(l) if l.slips == [true, true, false, false] && l.question == 1)));
        for labels in labels {
            assert_eq!(all(&[labels, TEXTS]), wanted);
        }
    }

    #[test]
    fn pair_is_read() {
        let csv = b"id,context,text,level,label,words\n1,\"a, b\",\"c \"\"d\"\"\ne\",2,yes,3\r\n2,a,b,0,no,1\r\n";
        let cases = all(&[csv]).unwrap_or_default();
        let truths: Vec<Truth> = cases.iter().map(|case| case.truth).collect();
        assert_eq!(
            truths,
            [
                Truth::Pair {
                    reflection: true,
                    level: 2
                },
                Truth::Pair {
                    reflection: false,
                    level: 0
                }
            ]
        );
        assert_eq!(
            cases.first().map(|case| case.reply.as_str()),
            Some("c \"d\"\ne")
        );
    }

    #[test]
    fn danger_alone_is_read() {
        let cases = all(&[
            b"id\treply\talarm\n1\tHelp.\tyes\n2\tHello.\tno\n",
            TEXTS_AND_LABELS,
        ]);
        let truths: Vec<Truth> = cases
            .unwrap_or_default()
            .iter()
            .map(|case| case.truth)
            .collect();
        assert_eq!(
            truths.get(1..),
            Some([Truth::Alarm(true), Truth::Alarm(false)].as_slice())
        );
    }

    #[test]
    fn what_is_wrong_is_said_with_its_line() {
        let good: &[u8] = b"1\tnone\tnone\t\tnone\tno\n2\tnone\tnone\t\tnone\tno\n";
        let problems: [(&[&[u8]], &str); 9] = [
            (
                &[b"1\tnone\tmaybe\t\tnone\tno\n"],
                "file 0, line 1: question is \"maybe\"",
            ),
            (
                &[TEXTS, b"1\tnone\tnone\tshout\tnone\tno\n"],
                "file 1, line 1: slips is \"shout\"",
            ),
            (
                &[TEXTS, b"1\tnone\tnone\t\tnone\tno\n2\tnone\n"],
                "file 1, line 2: 2 columns, where 6",
            ),
            (
                &[TEXTS, b"1\tnone\tnone\t\tnone\tno\n"],
                "file 0, line 3: no file has labels for the id \"2\"",
            ),
            (
                &[TEXTS, good, b"3\tnone\tnone\t\tnone\tno\n"],
                "file 2, line 1: no file has a case",
            ),
            (
                &[TEXTS, good, good],
                "file 2, line 1: file 1, line 1 has labels",
            ),
            (
                &[TEXTS, TEXTS],
                "file 1, line 2: the id \"1\" stands in file 0, line 2 already",
            ),
            (&[b"\xff\tb\tc\n"], "file 0, line 1: this is not UTF-8"),
            (&[b"\n"], "file 0: the file is empty"),
        ];
        for (files, problem) in problems {
            let said = all(files).err().unwrap_or_default();
            assert!(said.starts_with(problem), "{said}");
        }
        assert!(all(&[b"some text\n"]).is_err());
    }
}
