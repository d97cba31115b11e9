//! What each text of a content is for: whose voice it is, and so what it may say.

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Title,
    Opening,
    Question,
    /// What is said about a choice.
    Note,
    /// The heading of a part.
    Heading,
    Closing,
    /// What happens.
    Scene,
    /// What somebody may think or feel.
    Choice,
    /// What somebody says, or could say.
    Line,
    /// What a reader may notice.
    Sign,
}

impl Part {
    /// The part in a sentence for the owner.
    pub fn named(self) -> &'static str {
        match self {
            Part::Title => "title",
            Part::Opening => "opening",
            Part::Question => "question",
            Part::Note => "note",
            Part::Heading => "heading",
            Part::Closing => "closing",
            Part::Scene => "scene",
            Part::Choice => "choice",
            Part::Line => "line",
            Part::Sign => "sign",
        }
    }

    /// Whether the exercise itself speaks to the reader, and nobody in it.
    pub fn is_its_own_voice(self) -> bool {
        !matches!(self, Part::Scene | Part::Choice | Part::Line | Part::Sign)
    }
}

/// A content whose texts can be gone through.
pub trait Parts {
    /// All texts in the order in which they are read. After a choice comes its note, which
    /// may be empty.
    fn parts(&self) -> Vec<(Part, &str)>;
}
