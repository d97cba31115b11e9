//! Exercises of a blog post, alive inside the post.
//!
//! An owner marks a list in her post and adds one script tag; the reader gets a quiz
//! that changes the perspective, a box to practice a reply in, a private checklist.
//! Whatever fails, the post reads as it did before.
//!
//! # Layout
//!
//! Arrows go downward only: `bin → host, check → widgets → ui, coach, content`.
//!
//! - [`content`]: what an owner writes, read into plain values; problems in plain words; and
//!   the record that is kept of an exercise, where its owner asks for that. Pure.
//! - [`coach`]: notes on a typed reply. Pure.
//! - [`check`]: what an owner should look at once more, in what she wrote. Pure; of the kinds
//!   it takes their contents only.
//! - [`widgets`]: one folder a kind of exercise, and the one list of kinds. In each
//!   folder `content.rs` and `state.rs` are pure, `view.rs` draws.
//! - [`ui`]: the parts that views are built from, the elements they are made of
//!   ([`ui::dom`]: on Leptos' reactive system, without its `view!`; the reasons stand
//!   there), how one waits for another ([`ui::chain`]), and the words on them ([`ui::words`]: the keys; the words themselves are in
//!   `words/LANG.json` and in the drafts).
//! - [`host`]: the only code that touches the page. `interlude.js` is the entry, `places.js`
//!   lets places come alive and go, `page.js` has the calls into the browser. `check.js` goes
//!   through an owner's page when she asks.
//! - `bin/embed.rs`: the WebAssembly that a reader's page loads; `bin/coach.rs` and
//!   `bin/check.rs`: modules of their own for the coach and for the check.
//! - [`allocator`]: where the memory of the three modules comes from.
//! - `study`: what the coach is measured with and trained on; native only, for
//!   `bin/coach_eval.rs` and `bin/coach_train.rs`.
//!
//! `build.rs` joins the style sheets, and writes the words of each language with the help
//! numbers into one file, which is loaded beside the WebAssembly, and each draft into one of
//! its own, which is loaded for the pages that have its exercise.
//!
//! # Adding an exercise
//!
//! A further exercise of a kind is a draft in the kind's folder and a line in its list.
//! A further kind is one folder and one line, and two for the check: see [`widgets`].

pub mod allocator;
pub mod check;
pub mod coach;
pub mod content;
pub mod host;
#[cfg(not(target_arch = "wasm32"))]
pub mod study;
pub mod ui;
pub mod widgets;
