//! The coach's answers against the labels that people gave, in figures.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use super::data::{BOUNDARIES, Case, LEVELS, Labels, MIRRORS, QUESTIONS, SLIPS, Truth, YES_NO};
use crate::coach::{self, Boundary, Known, Mirror, Question, Slip, TOLD};

/// How often a bootstrap draws all cases anew.
const DRAWS: usize = 1000;

/// What the coach answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub labels: Labels,
    pub level: usize,
    /// How sure the surest slip is, in percent; 0 where none was found.
    pub sure: u8,
}

/// The labels that a coach gives to a case.
pub fn answer(known: &Known, case: &Case) -> Answer {
    let reading = coach::read_with(known, &case.prompt, &case.reply);
    let mut slips = [false; 4];
    for slip in reading.slips() {
        let number = match slip.value {
            Slip::Minimize => 0,
            Slip::Fix => 1,
            Slip::Turn => 2,
            Slip::Argue => 3,
        };
        if let Some(slip) = slips.get_mut(number) {
            *slip = true;
        }
    }
    let mirror = match reading.mirror.map(|found| found.value) {
        None => 0,
        Some(Mirror::Content) => 1,
        Some(Mirror::Feeling) => 2,
    };
    Answer {
        labels: Labels {
            mirror,
            question: match reading.question.map(|found| found.value) {
                None => 0,
                Some(Question::Open) => 1,
                Some(Question::Closed) => 2,
                Some(Question::Leading) => 3,
            },
            slips,
            boundary: match reading.boundary.map(|found| found.value) {
                None => 0,
                Some(Boundary::Kind) => 1,
                Some(Boundary::Harsh) => 2,
            },
            alarm: reading.alarm.is_some(),
        },
        level: match known.is_reflection(&reading) {
            true => 1 + usize::from(mirror == 2),
            false => 0,
        },
        sure: reading
            .slips()
            .map(|slip| reading.sure_of(slip.value))
            .max()
            .unwrap_or_default(),
    }
}

/// The coach's answers to some cases.
pub fn answers(cases: &[Case], known: &Known) -> Vec<Answer> {
    cases.iter().map(|case| answer(known, case)).collect()
}

/// One question that a label asks: the values it can have, and per case the true one and the
/// answered one, where the case has that label at all.
struct Asked {
    name: &'static str,
    values: &'static [&'static str],
    /// Values whose F1 counts in the mean: all, or only "yes".
    only_yes: bool,
    pairs: Vec<Option<(usize, usize)>>,
}

/// Counts of one value.
#[derive(Clone, Copy, Default)]
struct Counts {
    hits: usize,
    found: usize,
    there: usize,
}

impl Counts {
    fn precision(self) -> Option<f64> {
        share(self.hits, self.found)
    }

    fn recall(self) -> Option<f64> {
        share(self.hits, self.there)
    }

    /// The harmonic mean of both; nothing where the value neither is there nor was found.
    fn f1(self) -> Option<f64> {
        share(2 * self.hits, self.found + self.there)
    }
}

fn share(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn mean(values: impl Iterator<Item = Option<f64>>) -> Option<f64> {
    let (sum, count) = values
        .flatten()
        .fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

impl Asked {
    fn new(name: &'static str, values: &'static [&'static str]) -> Asked {
        Asked {
            name,
            values,
            only_yes: false,
            pairs: Vec::new(),
        }
    }

    fn counts(&self, value: usize, cases: &[usize]) -> Counts {
        let mut counts = Counts::default();
        for case in cases {
            if let Some((truth, found)) = self.pairs.get(*case).copied().flatten() {
                counts.hits += usize::from(truth == value && found == value);
                counts.found += usize::from(found == value);
                counts.there += usize::from(truth == value);
            }
        }
        counts
    }

    /// The mean F1 over the values that occur.
    fn macro_f1(&self, cases: &[usize]) -> Option<f64> {
        let from = usize::from(self.only_yes);
        mean((from..self.values.len()).map(|value| self.counts(value, cases).f1()))
    }
}

/// Everything measured on some cases.
pub struct Report {
    cases: usize,
    asked: Vec<Asked>,
    /// Per case, its losses: how many labels were missed.
    losses: Vec<usize>,
    /// (is a slip there, was one found) for each of our own cases.
    /// Whether there is a slip, and how sure the surest that was found is.
    scolds: Vec<(bool, u8)>,
}

/// The questions of a report, in their order.
const MIRROR: usize = 0;
const MIRROR_YES: usize = 1;
const QUESTION: usize = 2;
const FIRST_SLIP: usize = 3;
const BOUNDARY: usize = 7;
const ALARM: usize = 8;
const REFLECTION: usize = 9;
const LEVEL: usize = 10;

/// Measures answers.
pub fn measure(cases: &[Case], answers: &[Answer]) -> Report {
    let mut asked = vec![
        Asked::new("mirror", &MIRRORS),
        Asked::new("mirror yes/no", &YES_NO),
        Asked::new("question", &QUESTIONS),
        Asked::new("slips: minimise", &YES_NO),
        Asked::new("slips: fix", &YES_NO),
        Asked::new("slips: self", &YES_NO),
        Asked::new("slips: argue", &YES_NO),
        Asked::new("boundary", &BOUNDARIES),
        Asked::new("alarm", &YES_NO),
        Asked::new("PAIR: reflection", &YES_NO),
        Asked::new("PAIR: level", &LEVELS),
    ];
    for one in asked.iter_mut().skip(FIRST_SLIP).take(SLIPS.len()) {
        one.only_yes = true;
    }
    for at in [MIRROR_YES, ALARM] {
        if let Some(one) = asked.get_mut(at) {
            one.only_yes = true;
        }
    }
    let mut losses = Vec::with_capacity(cases.len());
    let mut scolds = Vec::new();
    for (case, answer) in cases.iter().zip(answers) {
        let pairs = pairs(case, answer);
        losses.push(
            pairs
                .iter()
                .enumerate()
                .filter(|(at, pair)| *at != MIRROR_YES && pair.is_some_and(|(a, b)| a != b))
                .count(),
        );
        for (one, pair) in asked.iter_mut().zip(pairs) {
            one.pairs.push(pair);
        }
        if let Truth::Own(truth) = case.truth {
            scolds.push((truth.slips.contains(&true), answer.sure));
        }
    }
    Report {
        cases: cases.len(),
        asked,
        losses,
        scolds,
    }
}

/// What is true and what was answered, for each question of a report.
fn pairs(case: &Case, answer: &Answer) -> Vec<Option<(usize, usize)>> {
    let found = answer.labels;
    let yes = |a: bool, b: bool| Some((usize::from(a), usize::from(b)));
    match case.truth {
        Truth::Own(truth) => {
            let mut pairs = vec![
                Some((truth.mirror, found.mirror)),
                yes(truth.mirror > 0, found.mirror > 0),
                Some((truth.question, found.question)),
            ];
            let slips = truth.slips.iter().zip(found.slips);
            pairs.extend(slips.map(|(a, b)| yes(*a, b)));
            pairs.push(Some((truth.boundary, found.boundary)));
            pairs.push(yes(truth.alarm, found.alarm));
            pairs.extend([None, None]);
            pairs
        }
        Truth::Pair { reflection, level } => {
            let mut pairs = vec![None; REFLECTION];
            pairs.push(yes(reflection, answer.level > 0));
            pairs.push(Some((level, answer.level)));
            pairs
        }
        Truth::Alarm(truth) => {
            let mut pairs = vec![None; ALARM];
            pairs.push(yes(truth, found.alarm));
            pairs.extend([None, None]);
            pairs
        }
    }
}

impl Report {
    fn everything(&self) -> Vec<usize> {
        (0..self.cases).collect()
    }

    fn get(&self, at: usize) -> Option<&Asked> {
        self.asked.get(at)
    }

    /// How often a reply without slips gets a note about one.
    pub fn false_scolds(&self) -> Option<f64> {
        self.told(TOLD).0
    }

    /// When slips are told from a chance of so many percent on: how many of the replies without a
    /// slip get a note about one, how many with a slip do, and how many of the notes are right to
    /// be there.
    fn told(&self, least: u8) -> (Option<f64>, Option<f64>, Option<f64>) {
        let count = |there: bool| {
            let all = self.scolds.iter().filter(move |one| one.0 == there);
            let told = all.clone().filter(|one| one.1 > 0 && one.1 >= least);
            (told.count(), all.count())
        };
        let ((wrong, clean), (right, slips)) = (count(false), count(true));
        (
            share(wrong, clean),
            share(right, slips),
            share(right, right + wrong),
        )
    }

    /// How often a mirror is not seen.
    pub fn missed_mirrors(&self) -> Option<f64> {
        let counts = self.get(MIRROR_YES)?.counts(1, &self.everything());
        share(counts.there - counts.hits, counts.there)
    }

    /// How often the help opens for a case without danger.
    pub fn false_opens(&self) -> Option<f64> {
        let counts = self.get(ALARM)?.counts(0, &self.everything());
        share(counts.there - counts.hits, counts.there)
    }

    /// The figures as one JSON object.
    pub fn json(&self) -> Value {
        let all = self.everything();
        let label = |at: usize| -> Value {
            let Some(one) = self.get(at) else {
                return Value::Null;
            };
            let mut f1 = Map::new();
            for (number, value) in one.values.iter().enumerate() {
                let value_f1 = one.counts(number, &all).f1();
                f1.insert((*value).to_owned(), json!(value_f1));
            }
            json!({"macro_f1": one.macro_f1(&all), "f1": f1})
        };
        let yes = |at: usize| self.get(at).map(|one| one.counts(1, &all));
        let mut slips = Map::new();
        for (number, slip) in SLIPS.iter().enumerate() {
            let f1 = yes(FIRST_SLIP + number).and_then(Counts::f1);
            slips.insert((*slip).to_owned(), json!(f1));
        }
        let mut labels = json!({
            "mirror": label(MIRROR),
            "mirror_yes": {"f1": yes(MIRROR_YES).and_then(Counts::f1)},
            "question": label(QUESTION),
            "slips": {"macro_f1": self.slips(&all), "f1": slips},
            "boundary": label(BOUNDARY),
            "alarm": {
                "recall": yes(ALARM).and_then(Counts::recall),
                "false_opens": self.false_opens(),
            },
        });
        let has_pair = self
            .get(REFLECTION)
            .is_some_and(|one| one.pairs.iter().any(Option::is_some));
        if let (true, Some(labels)) = (has_pair, labels.as_object_mut()) {
            labels.insert("reflection".to_owned(), label(REFLECTION));
            labels.insert("level".to_owned(), label(LEVEL));
        }
        json!({
            "n": self.cases,
            "labels": labels,
            "false_scolds": self.false_scolds(),
            "missed_mirrors": self.missed_mirrors(),
        })
    }

    /// The mean of the four yes/no F1s.
    fn slips(&self, cases: &[usize]) -> Option<f64> {
        let slips = self.asked.iter().skip(FIRST_SLIP).take(SLIPS.len());
        mean(slips.map(|one| one.counts(1, cases).f1()))
    }

    /// A 95 % interval of a figure: the cases are drawn anew, with replacement, again and again.
    fn interval(&self, figure: impl Fn(&[usize]) -> Option<f64>) -> Option<(f64, f64)> {
        let mut random = Random(1);
        let mut figures: Vec<f64> = Vec::with_capacity(DRAWS);
        let mut drawn = vec![0; self.cases];
        for _ in 0..DRAWS {
            for case in &mut drawn {
                *case = random.below(self.cases);
            }
            figures.extend(figure(&drawn));
        }
        figures.sort_by(f64::total_cmp);
        let low = figures.get(figures.len() / 40)?;
        let high = figures.get(figures.len().checked_sub(1 + figures.len() / 40)?)?;
        Some((*low, *high))
    }

    /// The figures as text, with the worst cases.
    pub fn text(&self, cases: &[Case], answers: &[Answer]) -> String {
        let all = self.everything();
        let mut out = format!("{} cases\n", self.cases);
        for one in &self.asked {
            if one.pairs.iter().all(Option::is_none) {
                continue;
            }
            one.write(&all, &mut out, self.interval(|drawn| one.macro_f1(drawn)));
        }
        if !self.scolds.is_empty() {
            let slips = self.slips(&all);
            line(
                &mut out,
                "slips, mean of the four F1",
                slips,
                self.interval(|d| self.slips(d)),
            );
            line(
                &mut out,
                "alarm, help opened without danger",
                self.false_opens(),
                None,
            );
            line(
                &mut out,
                "false scolds (no slip there, one told)",
                self.false_scolds(),
                None,
            );
            out.push_str("slips told from a chance of   false scolds   of the slips   precision\n");
            for least in [0, 40, 50, 60, 65, 70, 80, 90] {
                let (wrong, right, precision) = self.told(least);
                let [wrong, right, precision] =
                    [wrong, right, precision].map(|share| share.unwrap_or_default());
                let _ = writeln!(
                    out,
                    "  {least:>3} %{wrong:>36.3}{right:>15.3}{precision:>12.3}"
                );
            }
            line(&mut out, "missed mirrors", self.missed_mirrors(), None);
        }
        self.worst(cases, answers, &mut out);
        out
    }

    /// The ten cases with the most labels missed.
    fn worst(&self, cases: &[Case], answers: &[Answer], out: &mut String) {
        let mut order: Vec<(usize, usize)> = self.losses.iter().copied().enumerate().collect();
        order.sort_by_key(|(_, loss)| std::cmp::Reverse(*loss));
        out.push_str("\nworst cases\n");
        for (at, _) in order.into_iter().take(10).filter(|(_, loss)| *loss > 0) {
            if let (Some(case), Some(answer)) = (cases.get(at), answers.get(at)) {
                let _ = writeln!(out, "  {}: {:?}", case.id, case.reply);
                for (asked, pair) in self.asked.iter().zip(pairs(case, answer)) {
                    if let Some((truth, found)) = pair
                        && truth != found
                        && let (Some(truth), Some(found)) =
                            (asked.values.get(truth), asked.values.get(found))
                    {
                        let _ = writeln!(out, "    {}: is {truth}, found {found}", asked.name);
                    }
                }
            }
        }
    }
}

/// A figure with its interval on a line of its own.
fn line(out: &mut String, name: &str, figure: Option<f64>, interval: Option<(f64, f64)>) {
    let _ = write!(out, "{name}: {}", shown(figure));
    if let Some((low, high)) = interval {
        let _ = write!(out, " (95 %: {low:.3} to {high:.3})");
    }
    out.push('\n');
}

fn shown(figure: Option<f64>) -> String {
    figure.map_or("–".to_owned(), |figure| format!("{figure:.3}"))
}

impl Asked {
    fn write(&self, all: &[usize], out: &mut String, interval: Option<(f64, f64)>) {
        out.push('\n');
        let what = if self.only_yes { "F1" } else { "macro-F1" };
        line(
            out,
            &format!("{}, {what}", self.name),
            self.macro_f1(all),
            interval,
        );
        out.push_str("  value      precision  recall     F1  cases   found as:");
        for value in self.values {
            let _ = write!(out, " {value:>8}");
        }
        out.push('\n');
        for (number, value) in self.values.iter().enumerate() {
            let counts = self.counts(number, all);
            let _ = write!(
                out,
                "  {value:<10} {:>9} {:>7} {:>6} {:>6}            ",
                shown(counts.precision()),
                shown(counts.recall()),
                shown(counts.f1()),
                counts.there
            );
            for found in 0..self.values.len() {
                let pair = Some((number, found));
                let count = self.pairs.iter().filter(|one| **one == pair).count();
                let _ = write!(out, " {count:>8}");
            }
            out.push('\n');
        }
    }
}

/// A small generator (splitmix64), so that the same cases give the same figures.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % limit.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(mirror: usize, question: usize, slips: [bool; 4], alarm: bool) -> Labels {
        Labels {
            mirror,
            question,
            slips,
            boundary: 0,
            alarm,
        }
    }

    fn figure(value: &Value, path: &str) -> Option<f64> {
        value.pointer(path).and_then(Value::as_f64)
    }

    #[test]
    fn figures_are_what_a_hand_counts() {
        let fix = [false, true, false, false];
        let none = [false; 4];
        // (true, found)
        let rows = [
            (labels(2, 0, none, false), labels(2, 0, none, false)),
            (labels(2, 1, none, false), labels(1, 1, none, true)),
            (labels(1, 1, none, false), labels(0, 2, fix, false)),
            (labels(0, 2, fix, true), labels(0, 2, fix, true)),
            (labels(0, 3, fix, true), labels(1, 3, none, false)),
        ];
        let case = |(truth, _): &(Labels, Labels)| Case {
            id: "1".to_owned(),
            prompt: String::new(),
            reply: String::new(),
            truth: Truth::Own(*truth),
        };
        let cases: Vec<Case> = rows.iter().map(case).collect();
        let answers: Vec<Answer> = rows
            .iter()
            .map(|(_, found)| Answer {
                labels: *found,
                level: 0,
                sure: if found.slips.contains(&true) { 99 } else { 0 },
            })
            .collect();
        let report = measure(&cases, &answers);
        let json = report.json();
        let expected = [
            ("/n", 5.0),
            // Feeling: one hit, one found, two there. Content: none of both.
            ("/labels/mirror/f1/feeling", 2.0 / 3.0),
            ("/labels/mirror/f1/content", 0.0),
            ("/labels/mirror/f1/none", 0.5),
            ("/labels/mirror/macro_f1", (2.0 / 3.0 + 0.0 + 0.5) / 3.0),
            ("/labels/mirror_yes/f1", 4.0 / 6.0),
            ("/labels/question/f1/closed", 2.0 / 3.0),
            ("/labels/slips/f1/fix", 0.5),
            // The other three never occur, so that the mean is that of one.
            ("/labels/slips/macro_f1", 0.5),
            ("/labels/alarm/recall", 0.5),
            ("/labels/alarm/false_opens", 1.0 / 3.0),
            ("/false_scolds", 1.0 / 3.0),
            ("/missed_mirrors", 1.0 / 3.0),
        ];
        for (path, wanted) in expected {
            let found = figure(&json, path);
            assert!(
                found.is_some_and(|found| (found - wanted).abs() < 1e-9),
                "{path}: {found:?}"
            );
        }
        let text = report.text(&cases, &answers);
        assert!(text.contains("mirror: is content, found none"));
    }

    #[test]
    fn an_interval_holds_the_figure() {
        let mut cases = Vec::new();
        let mut answers = Vec::new();
        for number in 0..200 {
            cases.push(Case {
                id: number.to_string(),
                prompt: String::new(),
                reply: String::new(),
                truth: Truth::Pair {
                    reflection: number % 2 == 0,
                    level: number % 2,
                },
            });
            answers.push(Answer {
                labels: labels(0, 0, [false; 4], false),
                level: usize::from(number % 5 > 0 && number % 2 == 0),
                sure: 0,
            });
        }
        let report = measure(&cases, &answers);
        let json = report.json();
        let figure = figure(&json, "/labels/reflection/macro_f1").unwrap_or_default();
        let one = &report.get(REFLECTION);
        let interval = report.interval(|drawn| one.and_then(|one| one.macro_f1(drawn)));
        let (low, high) = interval.unwrap_or_default();
        assert!(low < figure && figure < high && high - low < 0.2 && figure > 0.8);
        assert_eq!(json.pointer("/false_scolds"), Some(&Value::Null));
    }
}
