//! Every exercise from its first step to its last, as data: what a reader does, and
//! the words that show afterwards. Tests that look at every step walk along these.

use interlude::ui::words::{self, Word};

use crate::exercise::Exercise;
use crate::pages;

/// One thing that a reader does.
pub enum Act {
    Press(Word),
    /// A choice, by the number of its group and its own.
    Pick(usize, usize),
    Write(&'static str),
    /// Into the second box.
    WriteThen(&'static str),
}

/// Some things that a reader does, and what is there then.
pub struct Step {
    pub name: &'static str,
    acts: &'static [Act],
    shows: Shows,
}

/// What is on the screen then: words of ours, or written out.
enum Shows {
    Said(Word),
    Written(&'static str),
}

use Act::{Pick, Press, Write, WriteThen};
use Shows::{Said, Written};

/// A reply with a mirror, a feeling and an open question in it.
pub const MIRROR: &str =
    "It sounds like you felt alone at that dinner. What was the hardest part of it?";
/// A reply that turns to an argument.
const ARGUES: &str = "You’re overreacting. That is not what happened at all.";
/// A question that opens.
const OPENS: &str = "What was the best moment of it?";
/// Words that validate, and words that connect.
const SENSE: &str = "A whole hour at the station. That must have felt so lonely.";
const CLOSER: &str = "What would help tonight?";
/// A reply that suggests danger.
const DANGER: &str = "I am scared that he will hit me again.";
/// What a reader will do next time.
pub const PLAN: &str = "leave the phone in the hall";
/// What a reader notes for herself.
pub const OWN: &str = "My own quiet note about the kitchen.";

const CHOICE: &[Step] = &[
    Step {
        name: "scenes",
        acts: &[],
        shows: Said(words::START_ANY),
    },
    Step {
        name: "scene-chosen",
        acts: &[Pick(0, 1)],
        shows: Said(words::START),
    },
    Step {
        name: "question",
        acts: &[Press(words::START)],
        shows: Said(words::SKIP),
    },
    Step {
        name: "note",
        acts: &[Pick(0, 1)],
        shows: Said(words::NEXT),
    },
    Step {
        name: "second-question",
        acts: &[Press(words::NEXT)],
        shows: Written("Step 2 of 3"),
    },
    Step {
        name: "third-question",
        acts: &[Press(words::SKIP), Pick(0, 3)],
        shows: Written("Step 3 of 3"),
    },
    Step {
        name: "summary",
        acts: &[Press(words::NEXT)],
        shows: Said(words::SUMMARY),
    },
    Step {
        name: "changing",
        acts: &[Press(words::CHANGE)],
        shows: Said(words::TO_SUMMARY),
    },
    Step {
        name: "copied",
        acts: &[Press(words::TO_SUMMARY), Press(words::COPY_SUMMARY)],
        shows: Said(words::ANOTHER_SCENE),
    },
];

const IN_TURN: &[Step] = &[
    Step {
        name: "statement",
        acts: &[],
        shows: Written("Step 1 of 3"),
    },
    Step {
        name: "note",
        acts: &[Pick(0, 1)],
        shows: Said(words::NEXT),
    },
    Step {
        name: "second-statement",
        acts: &[Press(words::NEXT)],
        shows: Written("Step 2 of 3"),
    },
    Step {
        name: "third-statement",
        acts: &[Press(words::SKIP), Pick(0, 0)],
        shows: Written("Step 3 of 3"),
    },
    Step {
        name: "summary",
        acts: &[Press(words::NEXT)],
        shows: Said(words::SUMMARY),
    },
    Step {
        name: "changing",
        acts: &[Press(words::CHANGE)],
        shows: Said(words::TO_SUMMARY),
    },
    Step {
        name: "copied",
        acts: &[Press(words::TO_SUMMARY), Press(words::COPY_SUMMARY)],
        shows: Said(words::START_AGAIN),
    },
];

const SHOES: &[Step] = &[
    Step {
        name: "scenes",
        acts: &[],
        shows: Said(words::IF_AFRAID),
    },
    Step {
        name: "first-reader",
        acts: &[Pick(0, 1), Press(words::START)],
        shows: Written("Step 1 of 3"),
    },
    Step {
        name: "note",
        acts: &[Pick(0, 0)],
        shows: Said(words::NEXT),
    },
    Step {
        name: "covered",
        acts: &[Press(words::NEXT)],
        shows: Said(words::COVERED),
    },
    Step {
        name: "second-reader",
        acts: &[Press(words::HAVE_IT), Pick(0, 2)],
        shows: Written("Step 2 of 3"),
    },
    Step {
        name: "both",
        acts: &[Press(words::NEXT)],
        shows: Written("Step 3 of 3"),
    },
    Step {
        name: "summary",
        acts: &[Press(words::SKIP)],
        shows: Said(words::SUMMARY),
    },
    Step {
        name: "changing",
        acts: &[Press(words::CHANGE)],
        shows: Said(words::TO_SUMMARY),
    },
    Step {
        name: "copied",
        acts: &[Press(words::TO_SUMMARY), Press(words::COPY_SUMMARY)],
        shows: Said(words::ANOTHER_SCENE),
    },
];

const PEOPLE: &[Step] = &[
    Step {
        name: "scenes",
        acts: &[],
        shows: Said(words::START_ANY),
    },
    Step {
        name: "question",
        acts: &[Pick(0, 1), Press(words::START)],
        shows: Written("Step 1 of 2"),
    },
    Step {
        name: "second-question",
        acts: &[Pick(0, 3), Press(words::NEXT)],
        shows: Written("Step 2 of 2"),
    },
    Step {
        name: "summary",
        acts: &[Pick(0, 0), Press(words::NEXT)],
        shows: Said(words::SUMMARY),
    },
];

const WHO: &[Step] = &[
    Step {
        name: "person",
        acts: &[],
        shows: Written("Step 1 of 2"),
    },
    Step {
        name: "said-to-them",
        acts: &[Pick(0, 1)],
        shows: Written("“That was a hard goodbye.”"),
    },
    Step {
        name: "first",
        acts: &[Press(words::NEXT)],
        shows: Written("Step 2 of 2"),
    },
    Step {
        name: "summary",
        acts: &[Pick(0, 0), Press(words::NEXT)],
        shows: Said(words::SUMMARY),
    },
];

const LINES: &[Step] = &[
    Step {
        name: "scenes",
        acts: &[],
        shows: Said(words::START_ANY),
    },
    Step {
        name: "question",
        acts: &[Pick(0, 1), Press(words::START)],
        shows: Written("Step 1 of 1"),
    },
    Step {
        name: "summary",
        acts: &[Pick(0, 2), Press(words::NEXT)],
        shows: Said(words::ANOTHER_SCENE),
    },
];

const FIRST: &[Step] = &[
    Step {
        name: "question",
        acts: &[],
        shows: Written("A quiet hour"),
    },
    Step {
        name: "summary",
        acts: &[Pick(0, 1), Press(words::NEXT)],
        shows: Said(words::START_AGAIN),
    },
];

const PRACTICE: &[Step] = &[
    Step {
        name: "round-1",
        acts: &[],
        shows: Written("Round 1 of 3"),
    },
    Step {
        name: "empty",
        acts: &[Press(words::LOOK)],
        shows: Said(words::EMPTY_REPLY),
    },
    Step {
        name: "notes",
        acts: &[Write(MIRROR), Press(words::LOOK)],
        shows: Said(words::NEXT_TRY),
    },
    Step {
        name: "one-way",
        acts: &[Press(words::SEE_ONE_WAY)],
        shows: Said(words::ONE_WAY),
    },
    Step {
        name: "slip",
        acts: &[Press(words::TRY_AGAIN), Write(ARGUES), Press(words::LOOK)],
        shows: Written(ARGUES),
    },
    Step {
        name: "round-2",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 2 of 3"),
    },
    Step {
        name: "danger",
        acts: &[Write(DANGER), Press(words::LOOK)],
        shows: Said(words::HELP_FOR_DANGER),
    },
    Step {
        name: "round-3",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 3 of 3"),
    },
    Step {
        name: "last-notes",
        acts: &[Write(MIRROR), Press(words::LOOK)],
        shows: Said(words::CLOSE_PRACTICE),
    },
    Step {
        name: "end",
        acts: &[Press(words::CLOSE_PRACTICE)],
        shows: Said(words::CLOSING),
    },
];

const OPEN: &[Step] = &[
    Step {
        name: "round-1",
        acts: &[],
        shows: Said(words::YOUR_QUESTION),
    },
    Step {
        name: "closed",
        acts: &[Write("Did you like the game?"), Press(words::LOOK)],
        shows: Said(words::NEXT_TRY),
    },
    Step {
        name: "open",
        acts: &[
            Press(words::TRY_AGAIN),
            Write(OPENS),
            Press(words::LOOK),
            Press(words::SEE_ONE_WAY),
        ],
        shows: Written(OPENS),
    },
    Step {
        name: "round-2",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 2 of 3"),
    },
    Step {
        name: "why",
        acts: &[Write("Why were you so busy?"), Press(words::LOOK)],
        shows: Said(words::NEXT_TRY),
    },
    Step {
        name: "round-3",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 3 of 3"),
    },
    Step {
        name: "end",
        acts: &[Press(words::CLOSE_PRACTICE)],
        shows: Said(words::CLOSING),
    },
];

const CONNECT: &[Step] = &[
    Step {
        name: "round-1",
        acts: &[],
        shows: Said(words::THEN_WORDS),
    },
    Step {
        name: "empty",
        acts: &[Press(words::LOOK)],
        shows: Said(words::EMPTY_REPLY),
    },
    Step {
        name: "first-only",
        acts: &[Write(SENSE), Press(words::LOOK)],
        shows: Written(SENSE),
    },
    Step {
        name: "both",
        acts: &[
            Press(words::TRY_AGAIN),
            WriteThen(CLOSER),
            Press(words::LOOK),
            Press(words::SEE_ONE_WAY),
        ],
        shows: Written(CLOSER),
    },
    Step {
        name: "round-2",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 2 of 3"),
    },
    Step {
        name: "but",
        acts: &[
            Write(SENSE),
            WriteThen("But you could have told them."),
            Press(words::LOOK),
        ],
        shows: Said(words::NEXT_TRY),
    },
    Step {
        name: "danger",
        acts: &[WriteThen(DANGER), Press(words::LOOK)],
        shows: Said(words::HELP_FOR_DANGER),
    },
    Step {
        name: "round-3",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 3 of 3"),
    },
    Step {
        name: "end",
        acts: &[Press(words::CLOSE_PRACTICE)],
        shows: Said(words::CLOSING),
    },
];

const REFLECTION: &[Step] = &[
    Step {
        name: "closed",
        acts: &[],
        shows: Said(words::SOMEBODY_MAY_SEE),
    },
    Step {
        name: "open",
        acts: &[Press(words::OPEN_PRIVATE)],
        shows: Said(words::LEAVE_HOW),
    },
    Step {
        name: "marked",
        acts: &[Pick(0, 0), Pick(1, 1), Pick(2, 2), Write(OWN)],
        shows: Said(words::FINISH),
    },
    Step {
        name: "finished",
        acts: &[Press(words::FINISH)],
        shows: Said(words::CLOSING),
    },
    Step {
        name: "cleared",
        acts: &[Press(words::CLEAR)],
        shows: Said(words::FINISH),
    },
];

const REOPEN: &[Step] = &[
    Step {
        name: "round-1",
        acts: &[],
        shows: Said(words::YOUR_OPENER),
    },
    Step {
        name: "mirror",
        acts: &[
            Write("You gave it all you had. That must feel so unfair."),
            Press(words::LOOK),
        ],
        shows: Said(words::NEXT_TRY),
    },
    Step {
        name: "question",
        acts: &[
            Press(words::NEXT_ROUND),
            Write("What was the hardest part of it?"),
            Press(words::LOOK),
        ],
        shows: Said(words::NEXT_TRY),
    },
    Step {
        name: "round-3",
        acts: &[Press(words::NEXT_ROUND)],
        shows: Written("Round 3 of 3"),
    },
    Step {
        name: "end",
        acts: &[Press(words::CLOSE_PRACTICE)],
        shows: Said(words::CLOSING),
    },
];

const SHAPED: &[Step] = &[
    Step {
        name: "open",
        acts: &[],
        shows: Said(words::FINISH),
    },
    Step {
        name: "ticked",
        acts: &[Pick(0, 0), Pick(0, 2), Write(OWN)],
        shows: Said(words::FINISH),
    },
    Step {
        name: "finished",
        acts: &[Press(words::FINISH)],
        shows: Said(words::CLOSING),
    },
    Step {
        name: "cleared",
        acts: &[Press(words::CLEAR)],
        shows: Said(words::CLEARED),
    },
    Step {
        name: "danger",
        acts: &[Write(DANGER), Press(words::FINISH)],
        shows: Said(words::HELP_FOR_DANGER),
    },
];

const LINE: &[Step] = &[
    Step {
        name: "lines",
        acts: &[],
        shows: Said(words::WHICH_LINE),
    },
    Step {
        name: "words",
        acts: &[Pick(0, 1), Press(words::NEXT)],
        shows: Said(words::SO_FAR),
    },
    Step {
        name: "empty",
        acts: &[Press(words::WHOLE_LINE)],
        shows: Said(words::EMPTY_LINE),
    },
    Step {
        name: "written",
        acts: &[Write(PLAN)],
        shows: Written(PLAN),
    },
    Step {
        name: "whole",
        acts: &[Press(words::WHOLE_LINE)],
        shows: Said(words::SAY_ALOUD),
    },
    Step {
        name: "copied",
        acts: &[Press(words::COPY_LINE)],
        shows: Said(words::CHANGE_LINE),
    },
    Step {
        name: "danger",
        acts: &[
            Press(words::CHANGE_LINE),
            Write(DANGER),
            Press(words::WHOLE_LINE),
        ],
        shows: Said(words::HELP_FOR_DANGER),
    },
];

const LIMIT: &[Step] = &[
    Step {
        name: "words",
        acts: &[],
        shows: Said(words::IF_SAFE),
    },
    Step {
        name: "phrase",
        acts: &[Pick(0, 0)],
        shows: Written("I hear that you want this now, and also"),
    },
    Step {
        name: "own-words",
        acts: &[Pick(1, 1), Write("quiet, but not for long")],
        shows: Written("I need quiet, but not for long"),
    },
    Step {
        name: "notes",
        acts: &[Press(words::WHOLE_LINE)],
        shows: Said(words::NOTE_TIME),
    },
    Step {
        name: "changed",
        acts: &[
            Press(words::CHANGE_LINE),
            Pick(1, 0),
            Pick(2, 0),
            Press(words::WHOLE_LINE),
        ],
        shows: Written("ten minutes of quiet. Let’s talk after dinner."),
    },
];

const PHRASE: &[Step] = &[
    Step {
        name: "moments",
        acts: &[],
        shows: Said(words::WHICH_HEARD),
    },
    Step {
        name: "words",
        acts: &[Pick(0, 1), Press(words::NEXT)],
        shows: Said(words::FILL_LINE),
    },
    Step {
        name: "acknowledges",
        acts: &[Pick(0, 0), Press(words::WHOLE_LINE)],
        shows: Said(words::NOTE_ACKNOWLEDGE),
    },
    Step {
        name: "holds",
        acts: &[
            Press(words::CHANGE_LINE),
            Pick(1, 0),
            Press(words::WHOLE_LINE),
        ],
        shows: Said(words::NOTE_HOLD),
    },
    Step {
        name: "next-step",
        acts: &[
            Press(words::CHANGE_LINE),
            Pick(2, 0),
            Press(words::WHOLE_LINE),
        ],
        shows: Said(words::NOTE_NEXT),
    },
    Step {
        name: "danger",
        acts: &[
            Press(words::CHANGE_LINE),
            Pick(2, 1),
            Write(DANGER),
            Press(words::WHOLE_LINE),
        ],
        shows: Said(words::HELP_FOR_DANGER),
    },
];

const REPAIR: &[Step] = &[
    Step {
        name: "words",
        acts: &[],
        shows: Said(words::SO_FAR),
    },
    Step {
        name: "vague",
        acts: &[Write("trying to be nicer to us"), Press(words::WHOLE_LINE)],
        shows: Said(words::NOTE_VAGUE),
    },
    Step {
        name: "nobody",
        acts: &[
            Press(words::CHANGE_LINE),
            Write("dinners without a phone"),
            Press(words::WHOLE_LINE),
        ],
        shows: Said(words::NOTE_SEEN),
    },
    Step {
        name: "no-time",
        acts: &[
            Press(words::CHANGE_LINE),
            Write("the fence, mended with Anna"),
            Press(words::WHOLE_LINE),
        ],
        shows: Said(words::NOTE_TIME),
    },
];

const ALOUD: &[Step] = &[
    Step {
        name: "lines",
        acts: &[],
        shows: Written("I see why that hurt."),
    },
    Step {
        name: "written",
        acts: &[Pick(0, 1), Press(words::NEXT), Write("mend the fence")],
        shows: Written("What I’ll do now: mend the fence."),
    },
    Step {
        name: "whole",
        acts: &[Press(words::WHOLE_LINE)],
        shows: Said(words::SAY_ALOUD),
    },
];

/// Two boxes, and the whole of it.
const BOXES: &[Step] = &[
    Step {
        name: "words",
        acts: &[],
        shows: Said(words::SO_FAR),
    },
    Step {
        name: "written",
        acts: &[Write("a long day"), WriteThen("waited until eight")],
        shows: Written("waited until eight."),
    },
    Step {
        name: "whole",
        acts: &[Press(words::WHOLE_LINE)],
        shows: Said(words::SAY_ALOUD),
    },
    Step {
        name: "copied",
        acts: &[Press(words::COPY_LINE)],
        shows: Said(words::CHANGE_LINE),
    },
];

const PAUSE: &[Step] = &[
    Step {
        name: "before",
        acts: &[],
        shows: Said(words::BREATHE),
    },
    Step {
        name: "breath",
        acts: &[Press(words::BREATHE)],
        shows: Said(words::IN_AND_OUT),
    },
    Step {
        name: "stopped",
        acts: &[Press(words::STOP_BREATH)],
        shows: Said(words::SKIP_BREATH),
    },
    Step {
        name: "feeling",
        acts: &[Press(words::BREATHE), Press(words::BREATH_DONE)],
        shows: Said(words::WITHOUT_WORD),
    },
    Step {
        name: "picked",
        acts: &[Pick(0, 1)],
        shows: Said(words::WITH_WORD),
    },
    Step {
        name: "own-word",
        acts: &[Write("overlooked")],
        shows: Said(words::WITH_WORD),
    },
    Step {
        name: "after",
        acts: &[Press(words::WITH_WORD)],
        shows: Written("“overlooked”"),
    },
    Step {
        name: "danger",
        acts: &[
            Press(words::START_AGAIN),
            Press(words::SKIP_BREATH),
            Write(DANGER),
            Press(words::WITH_WORD),
        ],
        shows: Said(words::HELP_FOR_DANGER),
    },
];

const BOOKLET: &[Step] = &[Step {
    name: "open",
    acts: &[],
    shows: Said(words::ALL_MINE),
}];

const CARD: &[Step] = &[
    Step {
        name: "closed",
        acts: &[],
        shows: Said(words::OPEN_CARD),
    },
    Step {
        name: "open",
        acts: &[Press(words::OPEN_CARD)],
        shows: Said(words::CLOSE_CARD),
    },
    Step {
        name: "closed-again",
        acts: &[Press(words::CLOSE_CARD)],
        shows: Said(words::OPEN_CARD),
    },
];

/// The steps of the exercise with that name.
pub fn steps(name: &str) -> &'static [Step] {
    match name {
        pages::CHOICE => CHOICE,
        pages::IN_TURN | pages::WHICH => IN_TURN,
        pages::PEOPLE => PEOPLE,
        pages::SHOES => SHOES,
        pages::WHO => WHO,
        pages::CLOSER => LINES,
        pages::FIRST => FIRST,
        pages::PRACTICE => PRACTICE,
        pages::OPEN => OPEN,
        pages::CONNECT => CONNECT,
        pages::REFLECTION | pages::CHILDREN => REFLECTION,
        pages::REOPEN => REOPEN,
        pages::SHAPED => SHAPED,
        pages::LINE => LINE,
        pages::LIMIT => LIMIT,
        pages::PAUSE => PAUSE,
        pages::BOOKLET => BOOKLET,
        pages::CARD | pages::CLARITY | pages::THERAPY => CARD,
        pages::PHRASE => PHRASE,
        pages::REPAIR => REPAIR,
        pages::ALOUD => ALOUD,
        pages::CARE | pages::GOT_IT => BOXES,
        _ => panic!("{name} has no walk: add one to walks.rs"),
    }
}

impl Act {
    /// Does it, and says in a few words what was done.
    pub async fn take(&self, exercise: &Exercise<'_>) -> String {
        match self {
            Press(label) => {
                exercise.press(label.text()).await;
                format!("“{}” is pressed", label.text())
            }
            Pick(group, choice) => {
                exercise.pick_in(*group, *choice).await;
                format!("choice {} of group {} is picked", choice + 1, group + 1)
            }
            Write(text) => {
                exercise.write(text).await;
                format!("“{text}” is written")
            }
            WriteThen(text) => {
                exercise.write_in(1, text).await;
                format!("“{text}” is written into the second box")
            }
        }
    }
}

/// All that is typed on the way through the exercise with that name.
pub fn typed(name: &str) -> Vec<&'static str> {
    let acts = steps(name).iter().flat_map(|step| step.acts);
    let text = |act: &Act| match act {
        Write(text) | WriteThen(text) => Some(*text),
        _ => None,
    };
    acts.filter_map(text).collect()
}

impl Step {
    /// What a reader does at this step.
    pub fn acts(&self) -> &'static [Act] {
        self.acts
    }

    /// Does what a reader does at this step, and waits for what it shows.
    pub async fn take(&self, exercise: &Exercise<'_>) {
        for act in self.acts {
            act.take(exercise).await;
        }
        self.is_there(exercise).await;
    }

    /// Waits for what this step shows.
    pub async fn is_there(&self, exercise: &Exercise<'_>) {
        exercise
            .see(match self.shows {
                Said(word) => word.text(),
                Written(text) => text,
            })
            .await;
    }
}
