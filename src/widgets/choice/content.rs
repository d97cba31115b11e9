//! What an owner writes for a *choice*: scenes, the questions asked about them, and
//! a note for every choice.
//!
//! In HTML, a flat list gives scenes, and the draft's questions are asked about each; or,
//! where the draft says so, it gives the choices of the draft's first question.
//! A question ends with a question mark and has its choices nested below it; the note
//! stands below a choice, or on a second line of it. See `docs/content.md`.

use crate::content::help::OwnLink;
use crate::content::record::fingerprint;
use crate::content::text::{self, beginning, speaker};
use crate::content::{Content, Fields, Item, Outline, Part, Parts, Problem, Read};

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choice {
    pub title: String,
    /// One or two sentences before the first step.
    pub opening: String,
    pub scenes: Vec<Scene>,
    /// Asked about every scene that has no questions of its own.
    pub questions: Vec<Question>,
    /// Said below the summary.
    pub closing: String,
    /// All scenes come one after the other, and the summary is of all of them.
    pub in_turn: bool,
    /// An owner's flat list gives the choices of the first question.
    pub list_is_choices: bool,
    /// For two readers with one device: the second question about a scene is another's.
    pub hand_over: bool,
    /// The owner's own link, below the closing.
    pub link: Option<OwnLink>,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scene {
    pub text: String,
    pub questions: Vec<Question>,
    /// The heading of the list in the summary that it belongs to; may be empty.
    pub list: String,
}

/// A question about a scene.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked<'a> {
    pub scene: &'a Scene,
    pub question: &'a Question,
    /// The first one about its scene.
    pub is_first: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Question {
    pub text: String,
    pub choices: Vec<Reading>,
}

/// One choice, and what this reading does.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reading {
    pub text: String,
    /// May be empty in an owner's list.
    pub note: String,
}

impl Choice {
    /// The questions asked about a scene.
    pub fn questions(&self, scene: usize) -> &[Question] {
        match self.scenes.get(scene) {
            Some(scene) if !scene.questions.is_empty() => &scene.questions,
            _ => &self.questions,
        }
    }

    /// A number that changes with the scenes, the questions or their choices.
    pub fn fingerprint(&self) -> usize {
        let mut print = 0;
        let mut add = |text: &str| print = fingerprint(print, text);
        for (at, scene) in self.scenes.iter().enumerate() {
            add(&scene.text);
            for question in self.questions(at) {
                add(&question.text);
                for choice in &question.choices {
                    add(&choice.text);
                }
            }
        }
        print
    }
}

impl Choice {
    /// What is asked about a scene; about all of them, where they come in turn or where
    /// none is chosen yet.
    pub fn asked(&self, scene: Option<usize>) -> Vec<Asked<'_>> {
        let mut asked = Vec::new();
        let chosen = scene.filter(|_| !self.in_turn);
        for (at, scene) in self.scenes.iter().enumerate() {
            let mut is_first = true;
            for question in self.questions(at) {
                if chosen.is_none() || chosen == Some(at) {
                    asked.push(Asked {
                        scene,
                        question,
                        is_first,
                    });
                }
                is_first = false;
            }
        }
        asked
    }

    /// Whether the device is handed over before a question: the second about its scene.
    pub fn hands_over(&self, scene: Option<usize>, question: usize) -> bool {
        let asked = self.asked(scene);
        let is_first = |at: usize| asked.get(at).is_some_and(|asked| asked.is_first);
        let is_second = question > 0 && is_first(question - 1) && !is_first(question);
        self.hand_over && is_second
    }

    /// Whether the reader chooses one of several scenes first.
    pub fn has_a_choice_of_scenes(&self) -> bool {
        self.scenes.len() > 1 && !self.in_turn
    }

    /// The lists that stand in the place of a summary, where the scenes come in turn: in
    /// each its heading, and then its scenes.
    pub fn lists(&self) -> Vec<Vec<&str>> {
        let mut lists: Vec<Vec<&str>> = Vec::new();
        let is_listed = |scene: &&Scene| self.in_turn && !scene.list.is_empty();
        for scene in self.scenes.iter().filter(is_listed) {
            let heading = Some(scene.list.as_str());
            match lists
                .iter_mut()
                .find(|list| list.first().copied() == heading)
            {
                Some(list) => list.push(&scene.text),
                None => lists.push(vec![&scene.list, &scene.text]),
            }
        }
        lists
    }

    /// Where an owner's list gives the choices of the first question: that question's.
    fn choices(&mut self) -> Option<&mut Vec<Reading>> {
        let own = self.scenes.first_mut()?.questions.first_mut();
        let question = own.or(self.questions.first_mut())?;
        Some(&mut question.choices).filter(|_| self.list_is_choices)
    }

    /// The owner's questions are asked about every scene of the draft.
    fn ask_everywhere(&mut self) {
        for scene in &mut self.scenes {
            scene.questions.clear();
        }
    }
}

impl Content for Choice {
    fn kind(&self) -> &'static str {
        "choice"
    }

    fn take_fields(&mut self, fields: &mut Fields) -> Read {
        fields.set("title", &mut self.title)?;
        fields.set("opening", &mut self.opening)?;
        fields.set("closing", &mut self.closing)?;
        fields.flag("inTurn", &mut self.in_turn)?;
        fields.flag("listIsChoices", &mut self.list_is_choices)?;
        fields.flag("handOver", &mut self.hand_over)?;
        if let Some(link) = OwnLink::take(fields)? {
            self.link = Some(link);
        }
        let mut scenes = Vec::new();
        let found = fields.list("scenes", "text", &mut |fields| {
            let mut scene = Scene {
                text: fields.required("text")?,
                list: fields.text("list")?.unwrap_or_default(),
                questions: Vec::new(),
            };
            take_questions(fields, &mut scene.questions)?;
            scenes.push(scene);
            Ok(())
        })?;
        let asked = take_questions(fields, &mut self.questions)?;
        if found {
            self.scenes = scenes;
        } else if asked {
            self.ask_everywhere();
        }
        Ok(())
    }

    fn take_outline(&mut self, outline: &Outline, _: &mut Vec<Problem>) -> Read {
        outline.give_title(&mut self.title);
        let items: Vec<&Item> = outline.items().collect();
        let is_flat = !items
            .iter()
            .any(|item| is_question(item) || item.items.iter().any(is_question));
        if is_flat && let Some(choices) = self.choices() {
            *choices = items.into_iter().map(reading).collect();
            return Ok(());
        }
        if !items.iter().all(|item| is_question(item)) {
            self.scenes = Vec::new();
            for item in items {
                self.scenes.push(scene(item)?);
            }
            return Ok(());
        }
        let mut questions = Vec::new();
        for item in items {
            questions.push(question(item)?);
        }
        // A paragraph before questions is their scene; without one they are asked
        // about the draft's scenes.
        let text = outline.text();
        if text.is_empty() {
            self.questions = questions;
            self.ask_everywhere();
        } else {
            self.scenes = vec![Scene {
                text,
                questions,
                ..Scene::default()
            }];
        }
        Ok(())
    }
}

impl Parts for Choice {
    fn parts(&self) -> Vec<(Part, &str)> {
        let mut parts = vec![
            (Part::Title, self.title.as_str()),
            (Part::Opening, &self.opening),
        ];
        for scene in &self.scenes {
            parts.push((Part::Heading, &scene.list));
            parts.push((Part::Scene, &scene.text));
            add_questions(&scene.questions, &mut parts);
        }
        add_questions(&self.questions, &mut parts);
        parts.push((Part::Closing, &self.closing));
        // Of a plain list of choices nobody expects notes: its closing is for all of them.
        parts.retain(|(part, text)| {
            !self.list_is_choices || *part != Part::Note || !text.is_empty()
        });
        parts
    }
}

fn add_questions<'a>(questions: &'a [Question], parts: &mut Vec<(Part, &'a str)>) {
    for question in questions {
        parts.push((Part::Question, &question.text));
        for choice in &question.choices {
            parts.push((Part::Choice, &choice.text));
            parts.push((Part::Note, &choice.note));
        }
    }
}

fn take_questions(fields: &mut Fields, into: &mut Vec<Question>) -> Read<bool> {
    let mut questions = Vec::new();
    let found = fields.list("questions", "text", &mut |fields| {
        let text = fields.required("text")?;
        let mut choices = Vec::new();
        let found = fields.list("choices", "text", &mut |fields| {
            choices.push(Reading {
                text: fields.required("text")?,
                note: fields.text("note")?.unwrap_or_default(),
            });
            Ok(())
        })?;
        if !found {
            return Err(Problem::Shape {
                begins: beginning(&text),
                mend: "Give this question its list of “choices”.",
            }
            .into());
        }
        questions.push(Question { text, choices });
        Ok(())
    })?;
    if found {
        *into = questions;
    }
    Ok(found)
}

/// A question ends with a question mark, and its choices are nested below it. What
/// carries questions of its own is a scene, whatever its last mark.
fn is_question(item: &Item) -> bool {
    !item.items.is_empty() && asks(&item.text) && !item.items.iter().any(is_question)
}

fn asks(text: &str) -> bool {
    let marks = |c: char| matches!(c, '”' | '"' | '’' | '»' | '…' | ')') || c.is_whitespace();
    text.trim_end_matches(marks)
        .ends_with(['?', '？', '؟', '\u{37e}'])
}

fn scene(item: &Item) -> Read<Scene> {
    if item.text.is_empty() {
        return Err(Problem::Shape {
            begins: String::new(),
            mend: "A scene needs words of its own above its questions.",
        }
        .into());
    }
    if let Some(stray) = item.items.iter().find(|nested| !is_question(nested)) {
        return Err(Problem::Shape {
            begins: beginning(&stray.text),
            mend: "Below a scene stand questions: end each with a question mark, and nest its choices below it.",
        }.into());
    }
    let mut questions = Vec::new();
    for nested in &item.items {
        questions.push(question(nested)?);
    }
    Ok(Scene {
        text: item.lines(),
        questions,
        ..Scene::default()
    })
}

/// A choice in a flat list. What is said behind a label is its note.
fn reading(item: &Item) -> Reading {
    match speaker(&item.text) {
        Some((who, line)) => Reading {
            text: who.into(),
            note: text::concat(&["“", line, "”"]),
        },
        None => Reading {
            text: item.text.clone(),
            note: item.note(),
        },
    }
}

fn question(item: &Item) -> Read<Question> {
    let mut choices = Vec::new();
    for choice in &item.items {
        if choice.text.is_empty() {
            return Err(Problem::Shape {
                begins: beginning(&item.text),
                mend: "One of its choices has no words.",
            }
            .into());
        }
        choices.push(Reading {
            text: text::unquote(&choice.text).unwrap_or(&choice.text).into(),
            note: choice.note(),
        });
    }
    Ok(Question {
        text: item.text.clone(),
        choices,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Block, Source, json, read};

    const DRAFT: &str = r#"{"title": "T", "questions": [{"text": "Why?", "choices": ["a"]}],
        "scenes": ["Built in"]}"#;

    fn item(text: &str, items: Vec<Item>) -> Item {
        Item {
            text: text.into(),
            items,
            ..Item::default()
        }
    }

    fn choice(blocks: Vec<Block>) -> Result<Choice, Problem> {
        read(
            &json::parse(DRAFT).unwrap(),
            &Source::Outline(Outline {
                blocks,
                ..Outline::default()
            }),
            &mut Vec::new(),
        )
    }

    #[test]
    fn a_flat_list_gives_scenes_for_the_drafts_questions() {
        let list = vec![item("“You forgot.”", vec![]), item("Silence.", vec![])];
        let content = choice(vec![Block::List(list)]).unwrap();
        let scenes: Vec<_> = content.scenes.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(scenes, ["“You forgot.”", "Silence."]);
        assert_eq!(content.questions(1).first().unwrap().text, "Why?");
        assert_eq!(content.title, "T");
    }

    #[test]
    fn nested_lists_carry_questions_choices_and_notes() {
        let own = item(
            "Why are you late?",
            vec![item(
                "What could it mean?",
                vec![
                    item("Worry", vec![item("A note.", vec![])]),
                    Item {
                        text: "Hurt".into(),
                        more: vec!["On a second line.".into()],
                        ..Item::default()
                    },
                ],
            )],
        );
        let content = choice(vec![Block::List(vec![own, item("Flat.", vec![])])]).unwrap();
        let question = content.questions(0).first().unwrap();
        let notes: Vec<_> = question.choices.iter().map(|c| c.note.as_str()).collect();
        assert_eq!(question.text, "What could it mean?");
        assert_eq!(notes, ["A note.", "On a second line."]);
        assert_eq!(content.questions(1).first().unwrap().text, "Why?");
    }

    #[test]
    fn a_paragraph_before_questions_is_the_scene() {
        let ask = item("How may they feel?", vec![item("Sad", vec![])]);
        let content = choice(vec![
            Block::Heading("Stand there".into()),
            Block::Paragraph("The door slams.".into()),
            Block::List(vec![ask]),
        ])
        .unwrap();
        assert_eq!(content.title, "Stand there");
        assert_eq!(content.scenes.len(), 1);
        assert_eq!(content.scenes.first().unwrap().text, "The door slams.");
        assert_eq!(content.questions(0).len(), 1);
    }

    #[test]
    fn a_flat_list_gives_choices_where_the_draft_says_so() {
        let draft = r#"{"listIsChoices": true, "scenes": ["S"], "questions":
            [{"text": "Who?", "choices": ["a"]}, {"text": "How?", "choices": ["b"]}],
            "link": "https://example.org/"}"#;
        let read = |items: Vec<Item>| -> Choice {
            let source = Source::Outline(Outline {
                blocks: vec![Block::List(items)],
                ..Outline::default()
            });
            read(&json::parse(draft).unwrap(), &source, &mut Vec::new()).unwrap()
        };
        let content = read(vec![
            item("Partners: “You felt alone.”", vec![]),
            item("A friend", vec![item("A note.", vec![])]),
        ]);
        let [first, second] = content.questions(0) else {
            panic!("two questions");
        };
        let found: Vec<_> = first.choices.iter().map(|c| [&c.text, &c.note]).collect();
        assert_eq!(
            found,
            [["Partners", "“You felt alone.”"], ["A friend", "A note."]]
        );
        assert_eq!(second.text, "How?");
        assert_eq!(content.link.unwrap().text, "https://example.org/");
        let own = item("S?", vec![item("c", vec![])]);
        let content = read(vec![item("Another scene.", vec![own])]);
        assert_eq!(content.scenes.first().unwrap().text, "Another scene.");
    }

    #[test]
    fn what_cannot_be_placed_is_named() {
        let stray = item(
            "A scene.",
            vec![item("No question mark", vec![item("x", vec![])])],
        );
        let sentence = choice(vec![Block::List(vec![stray])])
            .unwrap_err()
            .sentence();
        assert!(sentence.starts_with("The item that begins “No question mark” can’t be placed."));
    }

    #[test]
    fn json_gives_a_scene_its_own_questions() {
        let written = r#"{"scenes": [{"text": "S", "questions": [{"text": "Q?", "choices":
            ["plain", {"text": "c", "note": "n"}]}]}]}"#;
        let content: Choice = read(
            &json::parse(DRAFT).unwrap(),
            &Source::Json(written.into()),
            &mut Vec::new(),
        )
        .unwrap();
        let notes: Vec<_> = content
            .questions(0)
            .first()
            .unwrap()
            .choices
            .iter()
            .collect();
        assert_eq!(notes.first().unwrap().note, "");
        assert_eq!(notes.last().unwrap().note, "n");
        let only = r#"{"questions": [{"text": "Q?", "choices": ["c"]}]}"#;
        let draft =
            r#"{"scenes": [{"text": "S", "questions": [{"text": "D?", "choices": ["d"]}]}]}"#;
        let content: Choice = read(
            &json::parse(draft).unwrap(),
            &Source::Json(only.into()),
            &mut Vec::new(),
        )
        .unwrap();
        assert_eq!(content.questions(0).first().unwrap().text, "Q?");
        let bare = r#"{"questions": ["Q?"]}"#;
        let error = read::<Choice>(
            &json::parse(DRAFT).unwrap(),
            &Source::Json(bare.into()),
            &mut Vec::new(),
        );
        assert!(error.unwrap_err().sentence().contains("“choices”"));
    }
}
