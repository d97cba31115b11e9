//! What an owner writes for a *line*: sentences with blanks in them, and for each blank what
//! it asks for and phrases to choose from.
//!
//! Underscores make a blank. In HTML every item is a line. Where there are several lists, the
//! items of the first are what the line answers to. What is nested below a line belongs to its
//! blanks. A line without a blank can be changed as a whole.

use crate::content::record::fingerprint;
use crate::content::text::{beginning, cut, has_words, unquote, words};
use crate::content::{Content, Fields, Item, Outline, Part, Parts, Problem, Read, Spoken, spoken};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    pub title: String,
    pub opening: String,
    /// What somebody says or does that the line answers to; chosen before the line.
    pub moments: Vec<String>,
    pub lines: Vec<Pattern>,
    /// Those of every line that has none of its own.
    pub blanks: Vec<Blank>,
    /// What is looked for in the whole line.
    pub checks: Vec<Check>,
    /// Words by which its own lines are known in a list of several exercises.
    pub holding: String,
    /// Said when the line is done.
    pub closing: String,
    /// Stands below everything, with help above it: for lines to somebody who may hurt.
    pub footer: String,
}

/// A sentence with blanks in it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pattern {
    pub text: String,
    pub blanks: Vec<Blank>,
}

/// What fills a blank.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Blank {
    pub label: String,
    pub hint: String,
    pub choices: Vec<Phrase>,
}

/// A phrase to choose, and what it does.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Phrase {
    pub text: String,
    pub note: String,
}

/// What a line can be looked at for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Check {
    /// A word that takes the first half back.
    But,
    /// Nothing says when.
    Time,
    /// Nothing says who would see it.
    Seen,
    /// Words for what nobody can see.
    Vague,
    /// It acknowledges something.
    Acknowledge,
    /// It holds on to something.
    Hold,
    /// It has a next step.
    Next,
}

impl Check {
    const NAMES: [(&'static str, Check); 7] = [
        ("but", Check::But),
        ("time", Check::Time),
        ("seen", Check::Seen),
        ("vague", Check::Vague),
        ("acknowledge", Check::Acknowledge),
        ("hold", Check::Hold),
        ("next", Check::Next),
    ];
}

impl Line {
    /// Changes with everything that a reader's words belong to.
    pub fn fingerprint(&self) -> usize {
        let mut print = 0;
        let mut add = |text: &str| print = fingerprint(print, text);
        self.moments.iter().for_each(|moment| add(moment));
        for (at, line) in self.lines.iter().enumerate() {
            add(&line.text);
            for blank in (0..).map_while(|blank| self.blank(at, blank)) {
                add(&blank.label);
                blank.choices.iter().for_each(|choice| add(&choice.text));
            }
        }
        print
    }

    /// What fills a blank of a line.
    pub fn blank(&self, line: usize, blank: usize) -> Option<&Blank> {
        let blanks = match self.lines.get(line) {
            Some(line) if !line.blanks.is_empty() => &line.blanks,
            _ => &self.blanks,
        };
        blanks.get(blank)
    }
}

impl Pattern {
    /// What stands before, between and after its blanks.
    pub fn fixed(&self) -> Vec<&str> {
        let mut fixed = Vec::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = cut(rest, '_') {
            fixed.push(before);
            rest = after.trim_start_matches('_');
        }
        fixed.push(rest);
        fixed
    }
}

impl Content for Line {
    fn kind(&self) -> &'static str {
        "line"
    }

    fn take_fields(&mut self, fields: &mut Fields) -> Read {
        fields.set("title", &mut self.title)?;
        fields.set("opening", &mut self.opening)?;
        fields.set("closing", &mut self.closing)?;
        fields.set("footer", &mut self.footer)?;
        fields.set("holding", &mut self.holding)?;
        fields.texts("moments", &mut self.moments)?;
        let mut lines = Vec::new();
        let found = fields.list("lines", "text", &mut |fields| {
            let mut line = Pattern {
                text: fields.required("text")?,
                blanks: Vec::new(),
            };
            take_blanks(fields, &mut line.blanks)?;
            lines.push(line);
            Ok(())
        })?;
        let asked = take_blanks(fields, &mut self.blanks)?;
        if found {
            self.lines = lines;
            if !asked {
                // The draft's were for the draft's lines.
                self.blanks.clear();
            }
        }
        let mut checks = Vec::new();
        let found = fields.list("checks", "text", &mut |fields| {
            let text = fields.required("text")?;
            let known = Check::NAMES.iter().find(|(name, _)| *name == text);
            let (_, check) = known.ok_or_else(|| Problem::Shape {
                begins: beginning(&text),
                mend: "A check is “but”, “time”, “seen”, “vague”, “acknowledge”, “hold” or “next”.",
            })?;
            checks.push(*check);
            Ok(())
        })?;
        if found {
            self.checks = checks;
        }
        Ok(())
    }

    fn take_outline(&mut self, outline: &Outline, notices: &mut Vec<Problem>) -> Read {
        outline.give_title(&mut self.title);
        outline.give_opening(&mut self.opening);
        let mut lists = outline.lists();
        if lists.len() > 1 {
            let heard = lists.remove(0);
            self.moments = heard.iter().map(|item| item.text.clone()).collect();
        }
        let (spoken, left_out) = spoken(&lists);
        if left_out > 0 {
            notices.push(Problem::LeftOut {
                count: left_out,
                why: "only items in quotation marks are lines that somebody says.",
            });
        }
        let lines = self.about_this(&spoken);
        if lines.is_empty() {
            return Err(Problem::NoItems.into());
        }
        if lines.len() < spoken.len() {
            notices.push(Problem::LeftOut {
                count: spoken.len() - lines.len(),
                why: "of a list with labels, this exercise takes the lines with its own words in them.",
            });
        }
        self.lines = lines.into_iter().map(Pattern::of).collect();
        self.blanks.clear();
        Ok(())
    }
}

impl Line {
    /// In a list where each line has a label of its own, as a post lists one exercise after
    /// the other, or where none but its own have blanks: those that are this one; otherwise
    /// all of them.
    fn about_this<'a>(&self, spoken: &[Spoken<'a>]) -> Vec<Spoken<'a>> {
        let holding = words(&self.holding);
        let holds = |one: &Spoken| has_words(&words(one.text), &holding);
        let found: Vec<_> = spoken.iter().copied().filter(holds).collect();
        let is_apart = |one: &Spoken| !one.who.is_empty() || holds(one) == one.text.contains('_');
        match spoken.iter().all(is_apart) && !found.is_empty() {
            true => found,
            false => spoken.into(),
        }
    }
}

impl Pattern {
    fn of(spoken: Spoken) -> Self {
        let nested = &spoken.item.items;
        let blanks = match nested.iter().any(|item| !item.items.is_empty()) {
            // Below the line stand its blanks, below those their phrases.
            true => nested
                .iter()
                .map(|item| Blank {
                    label: item.text.clone(),
                    hint: item.further(),
                    choices: phrases(&item.items),
                })
                .collect(),
            false if nested.is_empty() => Vec::new(),
            // Its one blank's phrases.
            false => vec![Blank {
                choices: phrases(nested),
                ..Blank::default()
            }],
        };
        Self {
            text: spoken.text.into(),
            blanks,
        }
    }
}

fn phrases(items: &[Item]) -> Vec<Phrase> {
    let phrase = |item: &Item| Phrase {
        text: unquote(&item.text).unwrap_or(&item.text).into(),
        note: item.note(),
    };
    items.iter().map(phrase).collect()
}

fn take_blanks(fields: &mut Fields, into: &mut Vec<Blank>) -> Read<bool> {
    let mut blanks = Vec::new();
    let found = fields.list("blanks", "label", &mut |fields| {
        let mut blank = Blank {
            label: fields.required("label")?,
            hint: fields.text("hint")?.unwrap_or_default(),
            choices: Vec::new(),
        };
        fields.list("choices", "text", &mut |fields| {
            blank.choices.push(Phrase {
                text: fields.required("text")?,
                note: fields.text("note")?.unwrap_or_default(),
            });
            Ok(())
        })?;
        blanks.push(blank);
        Ok(())
    })?;
    if found {
        *into = blanks;
    }
    Ok(found)
}

impl Parts for Line {
    fn parts(&self) -> Vec<(Part, &str)> {
        let mut parts = vec![
            (Part::Title, self.title.as_str()),
            (Part::Opening, &self.opening),
        ];
        let moments = self.moments.iter();
        parts.extend(moments.map(|moment| (Part::Scene, moment.as_str())));
        for line in &self.lines {
            parts.push((Part::Line, &line.text));
            line.blanks.iter().for_each(|blank| blank.say(&mut parts));
        }
        self.blanks.iter().for_each(|blank| blank.say(&mut parts));
        parts.push((Part::Closing, &self.closing));
        parts.push((Part::Closing, &self.footer));
        parts
    }
}

impl Blank {
    /// Adds its texts. A phrase is a part of a line and needs no note.
    fn say<'a>(&'a self, parts: &mut Vec<(Part, &'a str)>) {
        parts.push((Part::Question, &self.label));
        parts.push((Part::Question, &self.hint));
        for phrase in &self.choices {
            parts.push((Part::Line, &phrase.text));
            if !phrase.note.is_empty() {
                parts.push((Part::Note, &phrase.note));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Block, Source, json, read};

    const DRAFT: &str = r#"{"title": "T", "opening": "O", "holding": "next time",
        "lines": ["I ____. Next time I ____."], "checks": ["but"],
        "blanks": [{"label": "What?", "choices": ["a"]}, "Then?"]}"#;

    fn item(text: &str, items: Vec<Item>) -> Item {
        Item {
            text: text.into(),
            items,
            ..Item::default()
        }
    }

    fn list(texts: &[&str]) -> Block {
        Block::List(texts.iter().map(|text| item(text, vec![])).collect())
    }

    fn line(blocks: Vec<Block>) -> (Line, Vec<usize>) {
        let source = Source::Outline(Outline {
            blocks,
            ..Outline::default()
        });
        let mut notices = Vec::new();
        let content = read(&json::parse(DRAFT).unwrap(), &source, &mut notices).unwrap();
        let counts = notices.iter().map(|notice| match notice {
            Problem::LeftOut { count, .. } => *count,
            other => panic!("{other:?}"),
        });
        (content, counts.collect())
    }

    fn texts(content: &Line) -> Vec<&str> {
        content
            .lines
            .iter()
            .map(|line| line.text.as_str())
            .collect()
    }

    #[test]
    fn underscores_make_blanks() {
        let fixed = |text: &str| -> Vec<String> {
            let pattern = Pattern {
                text: text.into(),
                ..Pattern::default()
            };
            pattern.fixed().into_iter().map(Into::into).collect()
        };
        assert_eq!(fixed("I was ____."), ["I was ", "."]);
        assert_eq!(fixed("___ and _"), ["", " and ", ""]);
        assert_eq!(fixed("None."), ["None."]);
    }

    #[test]
    fn a_flat_list_gives_lines() {
        let (content, left_out) = line(vec![list(&["“I hear you.”", "“Repair looks like ____.”"])]);
        assert_eq!(texts(&content), ["I hear you.", "Repair looks like ____."]);
        assert_eq!(left_out, [0; 0]);
        assert!(
            content.blank(0, 0).is_none(),
            "the draft's blanks are not theirs"
        );
        assert_eq!(content.checks, [Check::But]);
        assert!(content.moments.is_empty());
    }

    #[test]
    fn of_a_list_with_labels_its_own_lines_are_taken() {
        let labelled = [
            "Slow down: Breathe.",
            "Say it again: “I was late. Next time I’ll ____.”",
            "Ask: “How was it?”",
        ];
        let (content, left_out) = line(vec![list(&labelled)]);
        assert_eq!(texts(&content), ["I was late. Next time I’ll ____."]);
        assert_eq!(left_out, [1, 1]);
        let own = ["“Next time I’ll ____.”", "“I was ____.”"];
        let (content, left_out) = line(vec![list(&own)]);
        assert_eq!((content.lines.len(), left_out.len()), (2, 0));
        let (content, left_out) = line(vec![list(&["“I hear you.”", "“Next time, ____.”"])]);
        assert_eq!(texts(&content), ["Next time, ____."]);
        assert_eq!(left_out, [1]);
    }

    #[test]
    fn two_lists_are_what_is_heard_and_what_is_said() {
        let (content, _) = line(vec![
            Block::Heading("Heard".into()),
            list(&["“You overreact.”", "A door slams."]),
            Block::Heading("Said".into()),
            list(&["“I need a moment.”"]),
        ]);
        assert_eq!(content.moments, ["“You overreact.”", "A door slams."]);
        assert_eq!(texts(&content), ["I need a moment."]);
        assert_eq!(content.title, "T");
    }

    #[test]
    fn nested_items_are_blanks_with_their_phrases() {
        let blank = item(
            "What you heard",
            vec![item("that it hurt", vec![item("A note.", vec![])])],
        );
        let one = item("I hear ____.", vec![item("“the door”", vec![])]);
        let (content, _) = line(vec![Block::List(vec![
            item("I hear ____, and ____.", vec![blank]),
            one,
        ])]);
        let first = content.blank(0, 0).unwrap();
        assert_eq!(first.label, "What you heard");
        assert_eq!(first.choices.first().unwrap().note, "A note.");
        assert!(content.blank(0, 1).is_none());
        assert_eq!(
            content.blank(1, 0).unwrap().choices.first().unwrap().text,
            "the door"
        );
    }

    #[test]
    fn json_gives_lines_with_their_own_blanks_or_shared_ones() {
        let own = |written: &str| -> Result<Line, Problem> {
            let draft = json::parse(DRAFT).unwrap();
            read(&draft, &Source::Json(written.into()), &mut Vec::new())
        };
        let content = own(r#"{"title": "Own"}"#).unwrap();
        assert_eq!(content.blank(0, 0).unwrap().choices.len(), 1);
        assert_eq!(content.blank(0, 1).unwrap().label, "Then?");
        let content = own(
            r#"{"lines": [{"text": "A ____", "blanks": ["One"]}, "B ____"], "checks": ["time", "seen"]}"#,
        )
        .unwrap();
        assert_eq!(content.blank(0, 0).unwrap().label, "One");
        assert!(
            content.blank(1, 0).is_none(),
            "the draft's are for its own line"
        );
        assert_eq!(content.checks, [Check::Time, Check::Seen]);
        assert!(own(r#"{"checks": ["spelling"]}"#).is_err());
        assert!(own(r#"{"blanks": [{"choices": ["a"]}]}"#).is_err());
    }
}
