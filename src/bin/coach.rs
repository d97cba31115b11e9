//! The coach as a WebAssembly module of its own. It needs nothing of the page, so it is fetched
//! only when somebody writes a reply, and whatever happens in it, the exercises live on.
//!
//! The page (`src/host/page.js`) asks like this: [`room`] for so many bytes, writes the line and
//! the replies there, one behind the other, [`begin`], then [`step`] until it answers 1, and reads
//! [`answer_length`] bytes of text at [`answer`]: an encoded [`coach::Answer`].

#![cfg_attr(target_arch = "wasm32", no_main)]

// The sources once more, not the library: its exports and styles would come along. What only the
// page and the tools use of them is left unused here.
#[cfg(target_arch = "wasm32")]
#[path = "../allocator.rs"]
mod allocator;
#[path = "../coach/mod.rs"]
#[allow(dead_code, unused_imports)]
mod coach;

use std::cell::RefCell;
use std::mem::ManuallyDrop;

use coach::{Ask, Coach, Task};

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: allocator::Blocks<allocator::Module> = allocator::Blocks::new();

/// What stands between the page and the coach.
struct Desk {
    asked: Vec<u8>,
    coach: Coach,
    answer: Vec<u8>,
}

thread_local! {
    // It lasts as long as the page.
    static DESK: ManuallyDrop<RefCell<Desk>> = const {
        ManuallyDrop::new(RefCell::new(Desk {
            asked: Vec::new(),
            coach: Coach::new(),
            answer: Vec::new(),
        }))
    };
}

fn at_desk<T>(work: impl FnOnce(&mut Desk) -> T) -> T {
    DESK.with(|desk| work(&mut desk.borrow_mut()))
}

/// Makes room for a line and the replies, of `length` bytes in all, and tells where.
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    at_desk(|desk| {
        desk.asked.clear();
        desk.asked.resize(length, 0);
        desk.asked.as_mut_ptr()
    })
}

/// Takes what was written there: the line in the first `line` bytes, then one reply, of `first`
/// bytes, or two.
#[unsafe(no_mangle)]
pub extern "C" fn begin(task: usize, round: usize, line: usize, first: usize) {
    at_desk(|desk| {
        let (line, replies) = desk.asked.split_at_checked(line).unwrap_or_default();
        let (first, second) = replies.split_at_checked(first).unwrap_or_default();
        let task = Task::of(task);
        let mut replies = vec![text(first)];
        if task == Task::Connect {
            replies.push(text(second));
        }
        desk.coach.begin(Ask {
            task,
            line: text(line),
            replies,
            round,
        });
    });
}

/// A text that the page wrote, in UTF-8. The standard library's own reading is four times as large;
/// of bytes that are no UTF-8, this makes some other text.
fn text(bytes: &[u8]) -> String {
    let mut text = String::new();
    let (mut code, mut more) = (0, 0);
    for byte in bytes {
        let ones = byte.leading_ones();
        if ones == 1 {
            code = code << 6 | u32::from(byte & 63);
            more -= 1;
        } else {
            code = u32::from(byte & 127 >> ones);
            more = ones.max(1) as i32 - 1;
        }
        if more == 0 {
            text.extend(char::from_u32(code));
        }
    }
    text
}

/// Reads on for a moment; 1 when the answer is there.
#[unsafe(no_mangle)]
pub extern "C" fn step() -> u32 {
    at_desk(|desk| match desk.coach.step() {
        Some(answer) => {
            desk.answer = answer.into_bytes();
            1
        }
        None => 0,
    })
}

/// Where the answer stands.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    at_desk(|desk| desk.answer.as_ptr())
}

/// How many bytes it has.
#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    at_desk(|desk| desk.answer.len())
}
