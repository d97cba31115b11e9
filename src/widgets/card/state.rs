//! What a reader does with a *card*: opens it.

/// Nothing of this is kept anywhere else.
#[derive(Debug, Default)]
pub struct State {
    /// It was opened once.
    pub opened: bool,
}
