//! Every word of the project's own that a reader meets, outside the drafts and the
//! coach's notes. American English, short and warm, nothing that judges.

pub const STAYS_HERE: &str = "What you do here stays on this page. It is not sent or saved.";
pub const IF_AFRAID: &str = "If you are afraid of how they will react, don’t try this with them. Talk to somebody you trust first.";
pub const NOT_THERAPY: &str = "This is an exercise. It is not therapy and not a risk assessment.";

pub const NEXT: &str = "Next step";
pub const SKIP: &str = "Skip this step";
pub const BACK: &str = "Back one step";
pub const START: &str = "Start with this one";
pub const START_ANY: &str = "Start with the first one";
pub const TO_SUMMARY: &str = "Back to my summary";
pub const START_AGAIN: &str = "Start over";
pub const ANOTHER_SCENE: &str = "Choose another moment";
pub const WHICH_SCENE: &str = "Which moment do you want to look at?";
pub const SUMMARY: &str = "What you chose";
pub const SKIPPED: &str = "Left open";
pub const CHANGE: &str = "Change this answer";
pub const COPY_SUMMARY: &str = "Copy my summary";
pub const PRINT_SUMMARY: &str = "Print my summary";
pub const COPIED: &str = "Copied. Others may find it where you paste it.";
pub const NOT_COPIED: &str = "Copying is not possible here. You can select the words instead.";
pub const KEPT_BY_OTHERS: &str = "A copy or a printed page can be found by others.";

pub const THEY_SAY: &str = "They say";
pub const YOUR_REPLY: &str = "What could you say back?";
pub const LOOK: &str = "Look at my words";
pub const EMPTY_REPLY: &str = "Write a few words first, as you would say them.";
pub const NO_NOTES: &str = "The notes could not be loaded just now. You can press the button again, or look at one way to say it.";
pub const NOTES: &str = "About your words";
pub const NEXT_TRY: &str = "One thing to try next";
pub const TRY_AGAIN: &str = "Try once more";
pub const SEE_ONE_WAY: &str = "See one way to say it";
pub const HIDE_ONE_WAY: &str = "Hide that way to say it";
pub const ONE_WAY: &str = "One way to say it";
pub const A_FRAME: &str =
    "One way to begin: “It sounds like that left you feeling…” and then: “Tell me more about it?”";
pub const NEXT_ROUND: &str = "Next round";
pub const CLOSE_PRACTICE: &str = "End the practice";
pub const CANNOT_HEAR: &str = "These notes look at words only. They can’t hear your tone, and they don’t know what happened before.";
pub const HINT_FIRST: &str = "First say back what you heard, in your own words. Name a feeling if you can guess one. Then ask something that lets them tell you more.";
pub const HINT_SECOND: &str = "Say back what you heard. Then ask.";
pub const PRINT_BLANK: &str = "Print a blank worksheet";
pub const PRINT_MINE: &str = "Print with my answers";

pub const OPEN_PRIVATE: &str = "Open this private list";
pub const SOMEBODY_MAY_SEE: &str = "Somebody may see this screen, and this browser’s history keeps this page. Open the list when it is safe for you.";
pub const I_NOTICE: &str = "I notice this";
pub const NOT_SURE: &str = "Not sure";
pub const RATHER_NOT: &str = "Rather not say";
pub const OWN_WORDS: &str = "In your own words, if you like";
pub const FINISH: &str = "Finish this list";
pub const CLOSING: &str = "Before you go on";
pub const CLEAR: &str = "Clear my answers";
pub const CLEARED: &str = "Your answers are cleared.";
pub const LEAVE: &str = "Leave this page";
pub const LEAVE_HOW: &str = "“Leave this page” covers it at once, and so does pressing Shift three times. It does not erase the browser’s history.";
pub const WORKSHEET: &str = "Worksheet";

pub const HELP: &str = "If you want to talk to somebody";
pub const HELP_FOR_DANGER: &str =
    "If somebody is in danger, you or they, people are there to talk to now";
pub const IN_DANGER: &str = "In danger right now, call";
pub const IN_DANGER_LOCAL: &str = "In danger right now, call your local emergency number.";
/// Followed by the date.
pub const CALLS_SHOW: &str = "Calls can show up in a phone’s list. Numbers checked:";

/// What the live region says when notes are there.
pub fn noted(count: usize, next: &str) -> String {
    let notes = match count {
        0 => String::new(),
        1 => "One note is below. ".into(),
        _ => [&count.to_string(), " notes are below. "].concat(),
    };
    [&notes, next].concat()
}

/// "Step 2 of 4"
pub fn step(at: usize, of: usize) -> String {
    counted("Step ", at, of)
}

/// "Round 2 of 3"
pub fn round(at: usize, of: usize) -> String {
    counted("Round ", at, of)
}

fn counted(what: &str, at: usize, of: usize) -> String {
    [what, &at.to_string(), " of ", &of.to_string()].concat()
}
