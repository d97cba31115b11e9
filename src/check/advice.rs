//! What an owner should look at once more, as a type, and the plain sentence that says so.

use super::verdicts::Verdict;
use crate::content::Part;
use crate::content::text::beginning;

/// Something that works and that a reader should not meet. [`Advice::sentence`] puts it in
/// words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// The exercise judges.
    Verdict { at: At, words: String, on: Verdict },
    /// The exercise counts answers.
    Count { at: At, words: String },
    /// Choices that nothing is said about.
    NoNote { choices: Vec<String> },
    /// Colors that are too near to each other.
    Contrast {
        property: String,
        /// It is text; not the edge of something.
        is_text: bool,
        /// The contrast in tenths, so that what is too little never reads as enough.
        tenths: u32,
    },
    /// Help numbers that nobody has checked for long.
    Old {
        whose: Whose,
        date: String,
        days: i64,
    },
}

/// Where words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    Part {
        part: Part,
        begins: String,
    },
    /// A paragraph of the owner's that the exercise leaves out.
    Paragraph {
        begins: String,
    },
    /// One of the owner's own words, by its key.
    Word {
        key: String,
    },
}

/// Whose help numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// Ours, in a region.
    Region(String),
    /// Ours, for everybody.
    Everybody,
    /// The owner's.
    Own,
}

/// The least contrast of text, in tenths.
pub const TEXT: u32 = 45;

/// The least contrast of edges and marks, in tenths.
pub const CONTROL: u32 = 30;

/// How many choices are named.
const MOST_NAMED: usize = 3;

impl Advice {
    /// One or two plain sentences that name the place, quote the words and give the mend.
    pub fn sentence(&self) -> String {
        match self {
            Advice::Verdict { at, words, on } => {
                let (what, mend) = on.named();
                format!("{} says “{words}”, {what}. {mend}.", at.named())
            }
            Advice::Count { at, words } => format!(
                "{} counts answers: “{words}”. Say the same to everybody, whatever they noticed.",
                at.named()
            ),
            Advice::NoNote { choices } => {
                let (which, have, each) = match choices.len() {
                    1 => ("choice", "has", "it"),
                    _ => ("choices", "have", "each"),
                };
                let quoted = choices.iter().map(|choice| format!("“{choice}”"));
                let named: Vec<_> = quoted.take(MOST_NAMED).collect();
                let more = match choices.len().saturating_sub(MOST_NAMED) {
                    0 => String::new(),
                    more => format!(" and {more} more"),
                };
                format!(
                    "The {which} {}{more} {have} no note. Write one below {each}: what it opens, or what it leaves open.",
                    named.join(", ")
                )
            }
            Advice::Contrast {
                property,
                is_text,
                tenths,
            } => {
                let (what, needs) = match is_text {
                    true => ("text has", TEXT),
                    false => ("edges and marks have", CONTROL),
                };
                format!(
                    "With “--interlude-{property}”, {what} a contrast of {} to 1, and {} are needed. Choose a lighter or darker color, or leave it to the theme.",
                    decimal(*tenths),
                    decimal(needs)
                )
            }
            Advice::Old { whose, date, days } => {
                let (numbers, mend) = whose.named();
                format!("{numbers} were last checked on {date}, {days} days ago. {mend}.")
            }
        }
    }
}

fn decimal(tenths: u32) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

impl Verdict {
    /// What is amiss with it, and the mend.
    fn named(self) -> (&'static str, &'static str) {
        match self {
            Verdict::Answer => (
                "which marks an answer",
                "Say what this answer opens, or what it leaves open",
            ),
            Verdict::Score => (
                "as if answers were worth something",
                "Take it out: nothing is counted here",
            ),
            Verdict::Reader => (
                "which judges the reader",
                "Speak of words, and name one thing to try next",
            ),
            Verdict::Person => (
                "a verdict on a person or a relationship",
                "Describe what happens, and how it may feel",
            ),
        }
    }
}

impl Whose {
    /// The numbers, and the mend.
    fn named(&self) -> (String, &'static str) {
        const OURS: &str = "Check them, then use a newer Interlude or help of your own";
        match self {
            Whose::Region(region) => (format!("The help numbers for {region}"), OURS),
            Whose::Everybody => ("The directories of help".into(), OURS),
            Whose::Own => (
                "Your own help numbers".into(),
                "Check them, and write the new day into “checked”",
            ),
        }
    }
}

impl At {
    /// The place at the beginning of a sentence.
    fn named(&self) -> String {
        match self {
            At::Part { part, begins } => format!("The {} “{}”", part.named(), beginning(begins)),
            At::Paragraph { begins } => format!("The paragraph “{}”", beginning(begins)),
            At::Word { key } => format!("Your word “{}”", beginning(key)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_name_the_place_quote_the_words_and_give_the_mend() {
        let note = At::Part {
            part: Part::Note,
            begins: "That’s wrong. Ask first.".into(),
        };
        for (advice, sentence) in [
            (
                Advice::Verdict {
                    at: note,
                    words: "That’s wrong".into(),
                    on: Verdict::Answer,
                },
                "The note “That’s wrong. Ask first.” says “That’s wrong”, which marks an answer. Say what this answer opens, or what it leaves open.",
            ),
            (
                Advice::Count {
                    at: At::Paragraph {
                        begins: "If you ticked 3 or more, talk.".into(),
                    },
                    words: "3 or more".into(),
                },
                "The paragraph “If you ticked 3 or more, talk.” counts answers: “3 or more”. Say the same to everybody, whatever they noticed.",
            ),
            (
                Advice::NoNote {
                    choices: vec!["A".into()],
                },
                "The choice “A” has no note. Write one below it: what it opens, or what it leaves open.",
            ),
            (
                Advice::NoNote {
                    choices: ["A", "B", "C", "D", "E"].map(String::from).into(),
                },
                "The choices “A”, “B”, “C” and 2 more have no note. Write one below each: what it opens, or what it leaves open.",
            ),
            (
                Advice::Contrast {
                    property: "surface".into(),
                    is_text: true,
                    tenths: 44,
                },
                "With “--interlude-surface”, text has a contrast of 4.4 to 1, and 4.5 are needed. Choose a lighter or darker color, or leave it to the theme.",
            ),
            (
                Advice::Old {
                    whose: Whose::Region("US".into()),
                    date: "2026-01-01".into(),
                    days: 200,
                },
                "The help numbers for US were last checked on 2026-01-01, 200 days ago. Check them, then use a newer Interlude or help of your own.",
            ),
        ] {
            assert_eq!(advice.sentence(), sentence);
        }
    }
}
