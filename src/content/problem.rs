//! What can be wrong with an owner's content, and the plain sentence that says so.

use super::text::{MOST_CHARS, MOST_DEPTH, MOST_ITEMS, beginning};

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
    /// The JSON is of a version that this Interlude does not read.
    Version { found: String },
    /// The JSON is meant for another kind of exercise.
    WrongKind { found: String, needs: &'static str },
    /// An item that should carry choices below it has none, or the other way around.
    Shape { begins: String, mend: &'static str },
    /// Items that were left out on purpose.
    LeftOut { count: usize, why: &'static str },
    /// A link that is not to a page, a mailbox or a telephone.
    Link { path: String },
    /// The page itself stands in the way.
    Page { what: &'static str },
}

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
        match self {
            Problem::UnknownName { name, nearest } => {
                let mut words =
                    join(&["There is no exercise named “", &beginning(name), "”."]);
                match nearest {
                    Some(nearest) => words.push_str(&join(&[" Did you mean “", nearest, "”?"])),
                    None => words.push_str(" Look at the list of names in the documentation."),
                }
                words
            }
            Problem::NoItems => "No list with words in it was found here. Put a list inside, or leave the place empty for the built-in draft.".into(),
            Problem::TooDeep { depth } => join(&[
                "Lists stand ", &depth.to_string(), " deep in each other; at most ",
                &MOST_DEPTH.to_string(), " are read.",
            ]),
            Problem::TooMany { found } => join(&[
                "There are ", &found.to_string(), " items in one list; at most ",
                &MOST_ITEMS.to_string(), " are read.",
            ]),
            Problem::TooLong { begins, chars } => join(&[
                "The text that begins “", begins, "” is ", &chars.to_string(),
                " characters long; at most ", &MOST_CHARS.to_string(), " are read.",
            ]),
            Problem::Syntax { line, column, mend } => join(&[
                "The JSON can’t be read at line ", &line.to_string(), ", column ",
                &column.to_string(), ". ", mend.sentence(),
            ]),
            Problem::Sort { path, needs } => {
                join(&["In the JSON, ", path, " must be ", needs, "."])
            }
            Problem::Missing { path } => join(&["In the JSON, ", path, " is missing. Add it."]),
            Problem::UnknownField { path, nearest } => {
                let mut words = join(&["In the JSON, ", path, " is not a field that is read here."]);
                if let Some(nearest) = nearest {
                    words.push_str(&join(&[" Did you mean “", nearest, "”?"]));
                }
                words
            }
            Problem::Version { found } => join(&[
                "The JSON says version ", found, "; this Interlude reads version 1.",
            ]),
            Problem::WrongKind { found, needs } => join(&[
                "The JSON is for the kind “", &beginning(found), "”, but this exercise is of the kind “", needs, "”.",
            ]),
            Problem::Shape { begins, mend } => {
                join(&["The item that begins “", begins, "” can’t be placed. ", mend])
            }
            Problem::LeftOut { count, why } => {
                join(&[&count.to_string(), " of the items are left out: ", why])
            }
            Problem::Link { path } => join(&[
                "In the JSON, ", path, " must begin with https://, http://, mailto: or tel:.",
            ]),
            Problem::Page { what } => (*what).into(),
        }
    }
}

/// Joins the pieces of one owner's sentence.
fn join(pieces: &[&str]) -> String {
    pieces.concat()
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
