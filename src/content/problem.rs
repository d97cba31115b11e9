//! What can be wrong with an owner's content, and the plain sentence that says so.

use super::text::{self, MOST_CHARS, MOST_DEPTH, MOST_ITEMS, beginning};

/// Something that an owner should know, as a type. [`Problem::sentence`] puts it in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// No exercise has this name.
    UnknownName {
        name: String,
        nearest: Option<&'static str>,
    },
    /// The place holds a list, but no words in it; or no list at all.
    NoItems,
    /// The place holds nothing, and a list stands right behind it.
    Beside,
    /// Lists stand in each other deeper than anything reads.
    TooDeep { depth: usize },
    /// More items than an exercise can hold.
    TooMany { found: usize },
    /// One text is far too long to be an item.
    TooLong { begins: String, chars: usize },
    /// The JSON cannot be parsed.
    Syntax {
        line: usize,
        column: usize,
        mend: Mend,
    },
    /// A JSON value is of another sort than its place needs.
    Sort { path: String, needs: &'static str },
    /// A JSON field must be there and is not.
    Missing { path: String },
    /// A JSON field that nothing reads.
    UnknownField {
        path: String,
        nearest: Option<&'static str>,
    },
    /// Words of an owner's lack the name of a value that belongs into them.
    Placeholder { path: String, name: String },
    /// The JSON is of a version that this Interlude does not read.
    Version { found: String },
    /// The JSON is meant for another kind of exercise.
    WrongKind { found: String, needs: &'static str },
    /// An item that should carry choices below it has none, or the other way around.
    Shape { begins: String, mend: &'static str },
    /// Items that were left out on purpose.
    LeftOut { count: usize, why: &'static str },
    /// An owner's help cannot be used, for the reason that stands in the sentence `why`.
    Help { why: String },
    /// The file that the place names cannot be had.
    File { why: String },
    /// The file of the exercise's draft cannot be had.
    Draft { why: String },
    /// The page itself stands in the way.
    Page { what: &'static str },
}

/// What reading a part of a content answers. The problem is in a box, since each `?` on the
/// way hands it on.
pub type Read<T = ()> = Result<T, Box<Problem>>;

/// What most likely broke a JSON text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    CurledQuotes,
    EditorTags,
    TrailingComma,
    MissingComma,
    MissingEnd,
    TooDeep,
    Empty,
    Unknown,
}

impl Mend {
    fn sentence(self) -> &'static str {
        match self {
            Mend::CurledQuotes => {
                "The quotation marks around names and texts were curled by an editor: type straight ones (\")."
            }
            Mend::EditorTags => {
                "An editor put <p> or <br> into it: paste it into a Custom HTML block, without blank lines."
            }
            Mend::TrailingComma => "Take away the comma before the closing bracket.",
            Mend::MissingComma => "A comma is missing between two entries.",
            Mend::MissingEnd => {
                "It ends too early: a closing quotation mark or bracket is missing."
            }
            Mend::TooDeep => "Brackets stand in each other far too deep.",
            Mend::Empty => "It is empty: write the content there, or take the script element away.",
            Mend::Unknown => {
                "Something there is not JSON: look for a missing quotation mark, colon or bracket."
            }
        }
    }
}

impl Problem {
    /// One or two plain sentences for the owner. The place's own words are quoted,
    /// never interpreted.
    pub fn sentence(&self) -> String {
        let number = |number: &usize| text::number(*number);
        let (template, first, second): (&str, &str, &str) = match self {
            Problem::UnknownName { name, nearest } => {
                let name = &beginning(name);
                match nearest {
                    Some(nearest) => {
                        return fill(
                            "There is no exercise named “{}”. Did you mean “{}”?",
                            name,
                            nearest,
                        );
                    }
                    None => {
                        return fill(
                            "There is no exercise named “{}”. Look at the list of names in the documentation.",
                            name,
                            "",
                        );
                    }
                }
            }
            Problem::NoItems => (
                "No list with words in it was found here. Put a list inside, or leave the place empty for the built-in draft.",
                "",
                "",
            ),
            Problem::Beside => (
                "The place is empty, and a list stands right behind it. If that is yours, put it inside.",
                "",
                "",
            ),
            Problem::TooDeep { depth } => (
                "Lists stand {} deep in each other; at most {} are read.",
                &number(depth),
                &number(&MOST_DEPTH),
            ),
            Problem::TooMany { found } => (
                "There are {} items in one list; at most {} are read.",
                &number(found),
                &number(&MOST_ITEMS),
            ),
            Problem::TooLong { begins, chars } => {
                let begun = fill(
                    "The text that begins “{}” is {} characters long",
                    begins,
                    &number(chars),
                );
                return fill("{}; at most {} are read.", &begun, &number(&MOST_CHARS));
            }
            Problem::Syntax { line, column, mend } => {
                let place = fill("line {}, column {}", &number(line), &number(column));
                return fill("The JSON can’t be read at {}. {}", &place, mend.sentence());
            }
            Problem::Sort { path, needs } => ("In the JSON, {} must be {}.", path, needs),
            Problem::Missing { path } => ("In the JSON, {} is missing. Add it.", path, ""),
            Problem::UnknownField { path, nearest } => match nearest {
                Some(nearest) => (
                    "In the JSON, {} is not a field that is read here. Did you mean “{}”?",
                    path,
                    nearest,
                ),
                None => (
                    "In the JSON, {} is not a field that is read here.",
                    path,
                    "",
                ),
            },
            Problem::Placeholder { path, name } => {
                let name = text::concat(&["{", name, "}"]);
                return fill(
                    "In the JSON, {} must also hold {}. Until then, Interlude’s own words stand there.",
                    path,
                    &name,
                );
            }
            Problem::Version { found } => (
                "The JSON says version {}; this Interlude reads version 1.",
                found,
                "",
            ),
            Problem::WrongKind { found, needs } => (
                "The JSON is for the kind “{}”, but this exercise is of the kind “{}”.",
                &beginning(found),
                needs,
            ),
            Problem::Shape { begins, mend } => (
                "The item that begins “{}” can’t be placed. {}",
                begins,
                mend,
            ),
            Problem::LeftOut { count, why } => ("Items left out: {}; {}", &number(count), why),
            Problem::Help { why } => ("{} Until then, readers see Interlude’s own help.", why, ""),
            Problem::File { why } => ("The file that data-src names can’t be read: {}.", why, ""),
            Problem::Draft { why } => ("A file of this exercise is missing: {}.", why, ""),
            Problem::Page { what } => (what, "", ""),
        };
        fill(template, first, second)
    }
}

/// Puts two texts into a sentence, where `{}` stands. What they hold is not looked at.
fn fill(template: &str, first: &str, second: &str) -> String {
    let mut words = String::new();
    let mut texts = [first, second].into_iter();
    let mut rest = template;
    while let Some((before, after)) = text::cut(rest, '{') {
        words.push_str(before);
        words.push_str(texts.next().unwrap_or_default());
        rest = after.strip_prefix('}').unwrap_or(after);
    }
    words.push_str(rest);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_name_the_thing_and_the_mend() {
        let unknown = Problem::UnknownName {
            name: "mirror-than-ask".into(),
            nearest: Some("mirror-then-ask"),
        };
        assert_eq!(
            unknown.sentence(),
            "There is no exercise named “mirror-than-ask”. Did you mean “mirror-then-ask”?"
        );
        let syntax = Problem::Syntax {
            line: 3,
            column: 9,
            mend: Mend::TrailingComma,
        };
        assert_eq!(
            syntax.sentence(),
            "The JSON can’t be read at line 3, column 9. Take away the comma before the closing bracket."
        );
    }

    #[test]
    fn a_huge_name_does_not_flood_the_console() {
        let unknown = Problem::UnknownName {
            name: "x".repeat(100_000),
            nearest: None,
        };
        assert!(unknown.sentence().chars().count() < 200);
    }
}
