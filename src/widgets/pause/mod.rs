//! *Pause*: one slow breath, then a word for a feeling. Nothing begins by itself, nothing
//! makes a sound, no clock runs, and all of it can be left at any time.

pub mod content;
pub mod state;
mod view;

use super::{Draw, Kind, Widget, open};
use crate::content::{Problem, Read, Source};

/// The kind *pause*.
pub struct Pause;

impl Kind for Pause {
    fn name(&self) -> &'static str {
        "pause"
    }

    fn widgets(&self) -> &'static [Widget] {
        &[Widget {
            name: "slow-the-moment",
            private: false,
        }]
    }

    fn open(
        &self,
        widget: &'static Widget,
        source: &Source,
        notices: &mut Vec<Problem>,
    ) -> Read<Draw> {
        open(view::pause, widget, source, notices)
    }
}
