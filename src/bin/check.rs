//! The check of an owner's page as a WebAssembly module of its own: a reader's page never
//! fetches it. It needs nothing of the page.
//!
//! The page (`src/host/check.js`) asks like this: [`room`] for so many bytes, writes some texts
//! there, one behind the other, calls [`place`] or [`page`] with the lengths of all but the last,
//! and reads [`answer_length`] bytes of text at [`answer`]: a sentence a line.

#![cfg_attr(target_arch = "wasm32", no_main)]

// The sources once more, not the library: its exports would come along. What only the other
// modules use of them is left unused here.
#[cfg(target_arch = "wasm32")]
#[path = "../allocator.rs"]
mod allocator;
#[path = "../check/mod.rs"]
mod check;
#[path = "../content/mod.rs"]
#[allow(dead_code, unused_imports)]
mod content;
/// Of the kinds, what an owner writes.
#[path = "../widgets"]
#[allow(dead_code)]
mod widgets {
    pub mod card {
        pub mod content;
    }
    pub mod choice {
        pub mod content;
    }
    pub mod line {
        pub mod content;
    }
    pub mod pause {
        pub mod content;
    }
    pub mod practice {
        pub mod content;
    }
    pub mod reflection {
        pub mod content;
    }
}

use std::cell::RefCell;

use check::advice::Advice;

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: allocator::Blocks<allocator::Module> = allocator::Blocks::new();

/// The exercises' style sheet, in which the page measures an owner's colors.
const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/style.css"));

thread_local! {
    static ASKED: RefCell<Vec<u8>> = RefCell::default();
    static ANSWER: RefCell<String> = RefCell::default();
}

/// Makes room for texts of `length` bytes in all, and tells where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    ASKED.with_borrow_mut(|asked| {
        asked.clear();
        asked.resize(length, 0);
        asked.as_mut_ptr()
    })
}

/// The texts that were written there: three of these lengths, and the rest.
fn asked(lengths: [usize; 3]) -> [String; 4] {
    ASKED.with_borrow(|asked| {
        let mut rest = asked.as_slice();
        let mut text = |length: usize| {
            let (text, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
            rest = after;
            String::from_utf8_lossy(text).into_owned()
        };
        let [first, second, third] = lengths.map(&mut text);
        [first, second, third, text(usize::MAX)]
    })
}

fn say(sentences: &[String]) {
    ANSWER.set(sentences.join("\n"));
}

/// Checks a place: its exercise's name, the draft of that, what is in the place, its colors.
#[unsafe(no_mangle)]
pub extern "C" fn place(name: usize, draft: usize, given: usize) {
    let [name, draft, given, colors] = asked([name, draft, given]);
    say(&check::place(&name, &draft, &given, &colors));
}

/// Checks what is not of one place: the day, the owner's own words, her own help, and the
/// languages or regions of all places.
#[unsafe(no_mangle)]
pub extern "C" fn page(today: usize, words: usize, help: usize) {
    let [today, words, help, locales] = asked([today, words, help]);
    let locales: Vec<_> = locales.split_whitespace().collect();
    let mut advice = check::words(&words);
    advice.extend(check::old_checks(&today, &help, &locales));
    let sentences: Vec<_> = advice.iter().map(Advice::sentence).collect();
    say(&sentences);
}

/// Answers with the exercises' style sheet.
#[unsafe(no_mangle)]
pub extern "C" fn style() {
    say(&[STYLE.into()]);
}

/// Where the answer stands.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    ANSWER.with_borrow(|answer| answer.as_ptr())
}

/// How many bytes it has.
#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    ANSWER.with_borrow(String::len)
}
