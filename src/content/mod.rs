//! What an owner writes, read into plain values; and what is kept of an exercise on the
//! reader's device. Pure: no page, no view.
//!
//! - [`outline`]: the grammar of an HTML list (headings, paragraphs, nested items)
//! - [`json`]: the JSON form of the same, with errors that name the place and the mend
//! - [`text`]: one owner's or reader's text made clean; quotes, labels, limits
//! - [`problem`]: everything that can be wrong, as a type, each with one plain sentence
//! - [`record`]: what is kept, as one text that is read strictly
//! - [`help`]: whom a reader can turn to, by locale, with the date of the last check; an
//!   owner's own help, read strictly
//! - [`day`]: such dates as numbers
//! - [`parts`]: what each text of a content is for
//!
//! What the parts of an outline mean to a kind of exercise (a scene, a choice, a
//! sign…) stands in that kind's own `content.rs`.

pub mod day;
pub mod help;
pub mod json;
pub mod outline;
pub mod parts;
pub mod problem;
pub mod record;
pub mod text;

pub use json::{Fields, Json};
pub use outline::{Block, Groups, Item, Outline, Spoken, spoken};
pub use parts::{Part, Parts};
pub use problem::{Problem, Read};

/// Where the content of one place comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Source {
    /// The place holds nothing: the project's own draft is used.
    Draft,
    /// The same, and a list stands right behind it, as where an editor or a browser moved it out.
    Beside,
    /// The owner's HTML inside the place.
    Outline(Outline),
    /// The text of a `<script type="application/json">` inside the place.
    Json(String),
}

impl Source {
    /// The content of a place, as `host/page.js` gives it: after a letter for what it is.
    ///
    /// # Errors
    /// [`Problem::File`] where the file that the place names can't be had.
    pub fn given(given: &str) -> Result<Self, Problem> {
        let mut letters = given.chars();
        let sort = letters.next();
        let written = letters.as_str();
        if sort == Some('j') {
            return Ok(Self::Json(written.into()));
        }
        if sort == Some('e') {
            return Err(Problem::File {
                why: written.into(),
            });
        }
        let outline = Outline::of_markup(written);
        Ok(match (outline.is_empty(), sort) {
            (true, Some('b')) => Self::Beside,
            (true, _) => Self::Draft,
            _ => Self::Outline(outline),
        })
    }
}

/// A content that can be laid over the project's draft.
///
/// Every kind reads in the same order: its draft first, then what the owner
/// wrote over it, so that an owner who gives only a list still gets an opening,
/// a closing and so on.
pub trait Content {
    /// The kind's name, as the optional field `kind` of the JSON form gives it.
    fn kind(&self) -> &'static str;

    /// Whether an owner's HTML without any list is of no use.
    fn needs_items(&self) -> bool {
        true
    }

    /// Takes the fields of the JSON form. A field that is absent changes nothing.
    fn take_fields(&mut self, fields: &mut Fields) -> Read;

    /// Takes the owner's HTML.
    fn take_outline(&mut self, outline: &Outline, notices: &mut Vec<Problem>) -> Read;
}

/// Reads a place's content over `draft`, which has the same form.
///
/// `notices` takes what the owner should know although the exercise works (an
/// unknown field, an item left out).
///
/// # Errors
/// The first thing that makes the content unusable. Nothing is shown then: the
/// post stays as it is.
pub fn read<C: Content + Default>(
    draft: &Json,
    source: &Source,
    notices: &mut Vec<Problem>,
) -> Result<C, Problem> {
    let mut content = C::default();
    match read_into(&mut content, draft, source, notices) {
        Ok(()) => Ok(content),
        Err(problem) => Err(*problem),
    }
}

/// The same, into an empty content.
///
/// # Errors
/// As [`read`].
pub fn read_into(
    content: &mut dyn Content,
    draft: &Json,
    source: &Source,
    notices: &mut Vec<Problem>,
) -> Read {
    take_fields(content, draft, &mut Vec::new())?;
    match source {
        Source::Draft => Ok(()),
        Source::Beside => {
            notices.push(Problem::Beside);
            Ok(())
        }
        Source::Outline(outline) => {
            outline.check(content.needs_items())?;
            content.take_outline(outline, notices)
        }
        Source::Json(written) => take_fields(content, &json::parse(written)?, notices),
    }
}

fn take_fields(content: &mut dyn Content, written: &Json, notices: &mut Vec<Problem>) -> Read {
    let mut fields = Fields::root(written, notices)?;
    fields.check_version()?;
    fields.check_kind(content.kind())?;
    content.take_fields(&mut fields)?;
    fields.finish();
    Ok(())
}
