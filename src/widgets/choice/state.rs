//! What a reader does in a *choice*: which scene, where she stands, what she chose.

use super::content::{Asked, Choice, Reading};
use crate::content::record::{Parts, Record};
use crate::content::text::concat;

/// Where the reader stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// Choosing one of several scenes. Where there is nothing to choose, this step is passed
    /// over.
    #[default]
    Scenes,
    /// The device is handed over, before the question of that number.
    HandOver(usize),
    /// The question of that number, from 0.
    Question(usize),
    /// Her own choices, one below the other.
    Summary,
}

/// It is gone when the page is left. Where the owner asked for that, the reader's device
/// keeps what [`State::keep`] writes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    pub step: Step,
    /// The chosen scene, from 0; where all come in turn, the first.
    pub scene: Option<usize>,
    /// A choice for each question, or none where it was skipped.
    pub picks: Vec<Option<usize>>,
    /// Where "change" was pressed in the summary: the next step goes back there.
    changing: bool,
    /// The summary was seen since this run began.
    finished: bool,
}

impl State {
    /// The beginning.
    pub fn new(content: &Choice) -> Self {
        let mut state = Self::default();
        if !content.has_a_choice_of_scenes() {
            state.next(content);
        }
        state
    }

    /// Writes where the reader stands and what she chose.
    pub fn keep(&self, record: &mut Record) {
        // From 1; 0 where nothing is chosen.
        let mut add = |pick: Option<usize>| record.number(pick.map_or(0, |pick| pick + 1));
        add(self.scene);
        self.picks.iter().for_each(|pick| add(*pick));
        record.number(self.key());
    }

    /// What was kept, if a reader of this content can have come there.
    pub fn restore(content: &Choice, parts: &mut Parts) -> Option<Self> {
        let mut state = Self {
            scene: pick(parts, content.scenes.len())?,
            ..Self::default()
        };
        // Before a scene is chosen, there is nothing to have chosen in it.
        if state.scene.is_some() {
            for asked in content.asked(state.scene) {
                state.picks.push(pick(parts, asked.question.choices.len())?);
            }
        }
        state.step = match parts.number(state.picks.len() + 2)? {
            0 => Step::Scenes,
            1 => Step::Summary,
            key => Step::Question(key - 2),
        };
        state.finished = state.step == Step::Summary;
        // Only where there are several scenes, one of them is yet to be chosen.
        let is_there = match state.step {
            Step::Scenes => content.has_a_choice_of_scenes(),
            _ => state.scene.is_some(),
        };
        (is_there && parts.is_empty()).then_some(state)
    }

    /// The question that is asked now, with its scene.
    pub fn question<'a>(&self, content: &'a Choice) -> Option<Asked<'a>> {
        match self.step {
            Step::Question(at) => content.asked(self.scene).get(at).copied(),
            _ => None,
        }
    }

    /// Whether something is chosen at this step.
    pub fn is_answered(&self) -> bool {
        match self.step {
            Step::Scenes => self.scene.is_some(),
            Step::Question(at) => self.picked(at).is_some(),
            _ => true,
        }
    }

    /// Different for every step: what is on the screen is drawn anew with it.
    pub fn key(&self) -> usize {
        match self.step {
            Step::Scenes => 0,
            Step::Summary => 1,
            Step::Question(at) => at + 2,
            Step::HandOver(_) => usize::MAX,
        }
    }

    /// What is chosen for the question of that number.
    pub fn picked(&self, question: usize) -> Option<usize> {
        self.picks.get(question).copied().flatten()
    }

    /// Marks a scene; [`State::next`] goes there. What was chosen about another
    /// scene is let go.
    pub fn choose_scene(&mut self, content: &Choice, scene: usize) {
        if self.scene != Some(scene) {
            self.scene = Some(scene);
            self.picks = vec![None; content.asked(self.scene).len()];
        }
    }

    /// Chooses at the question that is asked now. May be changed any time.
    pub fn choose(&mut self, choice: usize) {
        if let Step::Question(at) = self.step
            && let Some(pick) = self.picks.get_mut(at)
        {
            *pick = Some(choice);
        }
    }

    /// Goes on. Nothing has to be chosen.
    pub fn next(&mut self, content: &Choice) {
        match self.step {
            Step::Scenes => {
                self.choose_scene(content, self.scene.unwrap_or(0));
                self.step = Step::Question(0);
            }
            Step::Question(at) if !self.changing && at + 1 < self.picks.len() => {
                self.step = match content.hands_over(self.scene, at + 1) {
                    true => Step::HandOver(at + 1),
                    false => Step::Question(at + 1),
                };
            }
            Step::HandOver(at) => self.step = Step::Question(at),
            _ => {
                self.changing = false;
                self.finished = true;
                self.step = Step::Summary;
            }
        }
    }

    /// Goes one step back, where one can; her choices stay.
    pub fn back(&mut self, content: &Choice) {
        self.step = match self.step {
            step if !self.can_go_back(content) => step,
            _ if self.changing => Step::Summary,
            Step::Summary => Step::Question(self.picks.len().saturating_sub(1)),
            Step::Question(at) if at > 0 => Step::Question(at - 1),
            _ => Step::Scenes,
        };
        self.changing = false;
    }

    /// From the summary to the scenes again: another run.
    pub fn another(&mut self) {
        self.step = Step::Scenes;
        self.finished = false;
    }

    /// Whether the reader has come to the summary in this run.
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// Whether a step lies behind this one. Behind the handing over there is another reader's.
    pub fn can_go_back(&self, content: &Choice) -> bool {
        match self.step {
            Step::Scenes | Step::HandOver(_) => false,
            Step::Question(_) if self.changing => true,
            Step::Question(0) => content.has_a_choice_of_scenes(),
            Step::Question(at) => !content.hands_over(self.scene, at),
            Step::Summary => true,
        }
    }

    /// From the summary back to one question.
    pub fn change(&mut self, question: usize) {
        self.step = Step::Question(question);
        self.changing = true;
    }

    /// Whether the reader came to this question from the summary.
    pub fn is_changing(&self) -> bool {
        self.changing
    }

    /// Each question with what was chosen, or `None` where it was skipped.
    pub fn summary<'a>(&self, content: &'a Choice) -> Vec<(Asked<'a>, Option<&'a Reading>)> {
        let mut summary = Vec::new();
        for asked in content.asked(self.scene) {
            let pick = self.picked(summary.len());
            summary.push((
                asked,
                pick.and_then(|pick| asked.question.choices.get(pick)),
            ));
        }
        summary
    }

    /// What an exercise after this one begins with, once the summary was seen: the first choice,
    /// and what else there was to choose.
    pub fn handed(&self, content: &Choice) -> Option<(String, String)> {
        let summary = self.summary(content);
        let (asked, picked) = summary.first().filter(|_| self.finished)?;
        let (mut text, mut others) = (String::new(), String::new());
        // What one of two readers chose is for both of them, and for nobody after them.
        let picked = picked.filter(|_| !content.hand_over);
        for choice in &asked.question.choices {
            match picked.is_some_and(|picked| picked.text == choice.text) {
                true => text.push_str(&choice.text),
                false => others.push_str(&concat(&[&choice.text, " "])),
            }
        }
        Some((text, others))
    }

    /// The summary as plain text, for the clipboard: each scene, and below it each question
    /// that was answered with the reader's own choice.
    pub fn summary_text(&self, content: &Choice) -> String {
        let mut text = String::new();
        for (asked, reading) in self.summary(content) {
            if asked.is_first {
                text.push_str(&concat(&["\n\n", &asked.scene.text]));
            }
            if let Some(reading) = reading {
                text.push_str(&concat(&[
                    "\n\n",
                    &asked.question.text,
                    "\n",
                    &reading.text,
                ]));
            }
        }
        text.trim_start().into()
    }
}

/// The next part as [`State::keep`] writes a choice.
fn pick(parts: &mut Parts, end: usize) -> Option<Option<usize>> {
    Some(parts.number(end + 1)?.checked_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::record::read;
    use crate::content::record::tests::{any_parts, record};
    use crate::widgets::choice::content::{Question, Scene};
    use proptest::prelude::*;

    fn content(scenes: usize) -> Choice {
        let question = |text: &str| Question {
            text: text.into(),
            choices: ["a", "b"]
                .map(|text| Reading {
                    text: text.into(),
                    note: "n".into(),
                })
                .into(),
        };
        Choice {
            scenes: (0..scenes)
                .map(|i| Scene {
                    text: format!("scene {i}"),
                    ..Scene::default()
                })
                .collect(),
            questions: ["one?", "two?", "three?"].map(question).into(),
            ..Choice::default()
        }
    }

    #[test]
    fn a_single_scene_starts_at_its_first_question() {
        let content = content(1);
        let state = State::new(&content);
        assert_eq!(state.step, Step::Question(0));
        assert!(!state.can_go_back(&content));
    }

    #[test]
    fn steps_go_on_and_back_and_choices_stay() {
        let content = content(2);
        let mut state = State::new(&content);
        assert_eq!(state.step, Step::Scenes);
        state.choose_scene(&content, 1);
        state.next(&content);
        state.choose(1);
        state.next(&content);
        state.next(&content); // skipped
        state.choose(0);
        state.next(&content);
        assert_eq!(state.step, Step::Summary);
        assert_eq!(state.picks, [Some(1), None, Some(0)]);
        state.back(&content);
        state.back(&content);
        state.back(&content);
        assert_eq!(state.step, Step::Question(0));
        assert_eq!(state.picked(0), Some(1));
        state.back(&content);
        assert_eq!(state.step, Step::Scenes);
        state.choose_scene(&content, 1);
        assert_eq!(state.picked(0), Some(1), "the same scene again");
        state.choose_scene(&content, 0);
        assert_eq!(state.picks, [None; 3], "another scene");
    }

    #[test]
    fn change_returns_to_the_summary() {
        let content = content(1);
        let mut state = State::new(&content);
        (0..3).for_each(|_| state.next(&content));
        state.change(1);
        assert_eq!(state.step, Step::Question(1));
        state.choose(1);
        state.next(&content);
        assert_eq!(state.step, Step::Summary);
        state.change(0);
        state.back(&content);
        assert_eq!(state.step, Step::Summary);
    }

    #[test]
    fn the_text_holds_her_choices_only() {
        let content = content(1);
        let mut state = State::new(&content);
        state.choose(0);
        (0..3).for_each(|_| state.next(&content));
        assert_eq!(state.summary_text(&content), "scene 0\n\none?\na");
    }

    /// From parts with spaces between them.
    fn restore(content: &Choice, kept: &str) -> Option<State> {
        let record = record(kept.split(' '));
        State::restore(content, &mut read(&record, 7)?)
    }

    fn kept(state: &State) -> String {
        let mut record = Record::new(7);
        state.keep(&mut record);
        record.finish()
    }

    fn again(content: &Choice, state: &State) -> Option<State> {
        State::restore(content, &mut read(&kept(state), 7)?)
    }

    #[test]
    fn what_is_kept_comes_back_at_every_step() {
        for scenes in [1, 3] {
            let content = content(scenes);
            let mut state = State::new(&content);
            for turn in 0..5 {
                assert_eq!(again(&content, &state), Some(state.clone()));
                state.choose(turn % 2);
                state.next(&content);
            }
        }
    }

    #[test]
    fn a_change_from_the_summary_comes_back_as_an_ordinary_step() {
        let content = content(1);
        let mut state = State::new(&content);
        (0..3).for_each(|_| state.next(&content));
        state.change(1);
        let mut back = again(&content, &state).unwrap();
        assert_eq!(back.step, Step::Question(1));
        back.next(&content);
        assert_eq!(back.step, Step::Question(2));
    }

    #[test]
    fn what_no_reader_can_have_done_is_nothing() {
        let two = content(2);
        assert!(restore(&two, "2 1 0 2 3").is_some());
        for kept in [
            "",
            "2",
            "2 1 0 2",
            "3 1 0 2 3",
            "2 1 0 3",
            "2 1 0 2 3 0",
            "2 1 0 3 3",
            "2 1 0 -1 3",
            "2 1 0 x 3",
            "2 1  2 3",
            "2 1 0 2 5",
            "2 1 0 2 ",
            "2 1 0 2 x",
            "0 1",
            "0 2",
            "0 0 ",
            "2 1 0 2 18446744073709551616",
        ] {
            assert_eq!(restore(&two, kept), None, "{kept}");
        }
        assert!(restore(&two, "0 0").is_some());
        assert_eq!(
            restore(&content(1), "0 0"),
            None,
            "a single scene is never chosen"
        );
        assert_eq!(restore(&content(0), "0 0"), None);
    }

    proptest! {
        #[test]
        fn any_record_gives_a_state_that_works_or_none(parts in any_parts(), scenes in 0..4_usize) {
            let content = content(scenes);
            let record = record(parts.iter().map(String::as_str));
            let parts = read(&record, 7);
            if let Some(mut state) = parts.and_then(|mut parts| State::restore(&content, &mut parts)) {
                prop_assert_eq!(again(&content, &state), Some(state.clone()));
                (0..9).for_each(|_| state.next(&content));
                prop_assert_eq!(state.step, Step::Summary);
                prop_assert_eq!(state.summary(&content).len(), 3);
            }
        }
    }

    #[test]
    fn scenes_in_turn_are_one_run() {
        let mut content = content(2);
        content.in_turn = true;
        let mut state = State::new(&content);
        assert_eq!(state.step, Step::Question(0));
        assert!(!state.can_go_back(&content));
        (0..3).for_each(|_| state.next(&content));
        let asked = state.question(&content).unwrap();
        assert_eq!(asked.scene.text, "scene 1", "nothing stands between");
        assert!(asked.is_first);
        state.choose(1);
        state.back(&content);
        assert_eq!(state.question(&content).unwrap().scene.text, "scene 0");
        (0..4).for_each(|_| state.next(&content));
        assert_eq!(state.step, Step::Summary);
        assert_eq!(state.summary(&content).len(), 6);
        let text = "scene 0\n\nscene 1\n\none?\nb";
        assert_eq!(state.summary_text(&content), text);
    }

    #[test]
    fn the_first_choice_is_handed_on() {
        let content = content(1);
        let mut state = State::new(&content);
        state.choose(1);
        assert_eq!(state.handed(&content), None, "not yet");
        state.finished = true;
        let handed = state.handed(&content);
        assert_eq!(handed.map(|(text, _)| text).as_deref(), Some("b"));
        let handed = State {
            finished: true,
            ..State::new(&content)
        }
        .handed(&content);
        assert_eq!(handed.map(|(text, _)| text).as_deref(), Some(""));
        let for_two = Choice {
            hand_over: true,
            ..content
        };
        let handed = state.handed(&for_two);
        assert_eq!(handed.map(|(text, _)| text).as_deref(), Some(""));
    }

    #[test]
    fn the_device_is_handed_over_and_no_way_leads_back() {
        let mut content = content(2);
        content.hand_over = true;
        let mut state = State::new(&content);
        state.next(&content);
        state.choose(1);
        state.next(&content);
        assert_eq!(state.step, Step::HandOver(1));
        assert_eq!(state.question(&content), None);
        for step in [Step::HandOver(1), Step::Question(1)] {
            assert_eq!(state.step, step);
            state.choose(0);
            assert!(!state.can_go_back(&content));
            state.back(&content);
            assert_eq!(state.step, step, "nothing leads back");
            state.next(&content);
        }
        assert_eq!(state.step, Step::Question(2), "for both");
        state.back(&content);
        assert_eq!(state.step, Step::Question(1));
        (0..2).for_each(|_| state.next(&content));
        assert_eq!(state.step, Step::Summary);
        assert_eq!(state.picks, [Some(1), Some(0), None]);
        state.change(1);
        state.next(&content);
        assert_eq!(state.step, Step::Summary, "now both look at it");
        state.another();
        assert_eq!(state.step, Step::Scenes);
    }

    #[test]
    fn the_device_is_handed_over_in_every_scene_of_a_turn() {
        let mut content = content(2);
        (content.hand_over, content.in_turn) = (true, true);
        let handed: Vec<_> = (0..8).filter(|at| content.hands_over(None, *at)).collect();
        assert_eq!(handed, [1, 4]);
        content.hand_over = false;
        assert!(!content.hands_over(None, 1));
    }

    #[test]
    fn lists_stand_in_the_place_of_a_summary() {
        let mut content = content(3);
        content.in_turn = true;
        for (scene, list) in content.scenes.iter_mut().zip(["L", "", "M"]) {
            scene.list = list.into();
        }
        assert_eq!(content.lists(), [["L", "scene 0"], ["M", "scene 2"]]);
        content.in_turn = false;
        assert!(content.lists().is_empty());
    }

    #[test]
    fn numbers_out_of_range_do_nothing() {
        let content = content(1);
        let mut state = State::new(&content);
        state.choose(99);
        assert!(state.summary(&content).iter().all(|(_, r)| r.is_none()));
        state.change(99);
        assert_eq!(state.question(&content), None);
        let empty = Choice::default();
        let mut state = State::new(&empty);
        state.next(&empty);
        state.next(&empty);
        assert_eq!(state.step, Step::Summary);
    }
}
