//! The learned model: for each key that it knows, a weight for each answer. A sentence's answer is
//! the sum over its keys; the strongest sentence speaks for the reply. `coach-train` writes
//! `model.bin`; `model.md` says from what.
//!
//! The file: the version, and all the rest in an arithmetic code ([`Bits`]), in the order of
//! [`Model::each_bit`].

use super::math::{exp, ln};

/// What the model answers, each with yes or no.
pub const HEADS: usize = 13;
pub const MIRROR: usize = 0;
pub const FEELING: usize = 1;
pub const OPEN: usize = 2;
pub const CLOSED: usize = 3;
pub const LEADING: usize = 4;
pub const MINIMIZE: usize = 5;
pub const FIX: usize = 6;
pub const TURN: usize = 7;
pub const ARGUE: usize = 8;
pub const KIND: usize = 9;
pub const HARSH: usize = 10;
pub const ALARM: usize = 11;
/// A reflection as a counselor makes it, without advice: only measured, never said.
pub const REFLECTION: usize = 12;

/// What each head weighs at a second look: each head's answer, and one for itself; the same again
/// for a prompt that speaks of the reader. What is no mirror, no question and no limit, and answers a
/// reproach, may be an argument.
pub const LOOKS: usize = 2 * (HEADS + 1);

/// One number for each head.
pub type Row = [f32; HEADS];

/// How sharply the strongest sentence counts.
const SHARP: f32 = 2.0;
/// The number of places that keys are spread over.
pub const PLACES: u32 = 1 << 16;
/// The version of the file's form.
pub const VERSION: u8 = 3;

/// The model as it is compiled in.
pub static BYTES: &[u8] = include_bytes!("model.bin");

/// A head's numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Head {
    /// What one step of a weight is worth, in 1/8192.
    pub step: i16,
    /// The answer without any key, in 1/256.
    pub bias: i16,
    /// From an answer to a chance: times `slope`, in 1/1024, plus `shift`, in 1/256.
    pub slope: i16,
    pub shift: i16,
    /// The least straightened answer that counts as yes, in 1/256.
    pub least: i16,
}

/// The weights of a place, one for each head, in steps.
pub type Weights = [i8; HEADS];

/// The model, ready to answer; one without weights knows nothing.
#[derive(Clone, Default)]
pub struct Model {
    /// The weights of the places that have some, in the order of the places.
    pub rows: Vec<(u32, Weights)>,
    /// The words that have senses, by the places of their hashes, and their senses.
    pub words: Vec<(u32, u64)>,
    pub heads: [Head; HEADS],
    pub second: [[i16; LOOKS]; HEADS],
}

/// Where hashes begin (FNV-1a).
pub const BASIS: u32 = 0x811c_9dc5;

/// A hash with one more byte.
pub fn hashed(hash: u32, byte: u8) -> u32 {
    (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
}

/// The place of a hash among so many, from 1.
pub fn fold(hash: u32, places: u32) -> u32 {
    (hash ^ hash >> 15) % places + 1
}

/// The place of a key.
pub fn place(key: &[u8]) -> u32 {
    fold(key.iter().copied().fold(BASIS, hashed), PLACES)
}

/// How far a weight may be from nothing, in steps.
pub const STEPS: i8 = 4;

/// How many contexts the walks below tell apart: for the senses of a word, whatever sense it had
/// last; for numbers; for weights.
const SENSES: usize = 65 * 64;
const STEPS_TO_WORDS: usize = SENSES;
const STEPS_TO_ROWS: usize = STEPS_TO_WORDS + NUMBER;
const NUMBERS: usize = STEPS_TO_ROWS + NUMBER;
const WEIGHTS: usize = NUMBERS + NUMBER;
const VALUES: usize = WEIGHTS + 5 * HEADS;
const CONTEXTS: usize = VALUES + 9 * 8;

/// No place is higher, whatever bytes are read.
const MOST: u32 = 1 << 20;

/// The contexts of one kind of number.
const NUMBER: usize = 32 + 32;

/// Answers, of a bit in a context, the value that holds: the one that is given, where the walk
/// writes; the one that is read, where it reads.
type Bit<'a> = &'a mut dyn FnMut(usize, bool) -> bool;

/// Goes through the bits of a number, the highest first.
fn each_digit(bit: Bit<'_>, context: usize, bits: u32, number: usize) -> usize {
    let mut digits = 1;
    for shift in (0..bits).rev() {
        digits = 2 * digits + usize::from(bit(context + digits, number >> shift & 1 == 1));
    }
    digits - (1 << bits)
}

/// Goes through the bits of a number of any size below 2^31: how many they are, then those below
/// the highest.
#[inline(never)]
fn each_number(bit: Bit<'_>, context: usize, number: u32) -> u32 {
    let length = each_digit(&mut *bit, context, 5, 32 - number.leading_zeros() as usize);
    let mut out = u32::from(length > 0);
    for shift in (1..length).rev() {
        out = 2 * out + u32::from(bit(context + 32 + shift, number >> (shift - 1) & 1 == 1));
    }
    out
}

/// Goes through a list in the order of its places: the step from each to the next, where 0 ends it,
/// and then what stands there. The same walk reads and writes.
fn each_place<T: Copy + Default>(
    list: &mut Vec<(u32, T)>,
    context: usize,
    bit: Bit<'_>,
    each: impl Fn(&mut T, Bit<'_>),
) {
    let (mut at, mut last) = (0, 0);
    loop {
        let (place, mut value) = list.get(at).copied().unwrap_or_default();
        let step = each_number(&mut *bit, context, place.saturating_sub(last));
        last = last.wrapping_add(step);
        if step == 0 || last > MOST {
            return;
        }
        each(&mut value, &mut *bit);
        if at == list.len() {
            list.push((last, value));
        }
        at += 1;
    }
}

/// Goes through a word's senses, those of some.
fn each_sense(senses: &mut u64, among: u64, bit: Bit<'_>) {
    let mut last = 64;
    for sense in 0..64 {
        if among >> sense & 1 == 1 {
            let is = bit(64 * last + sense, *senses >> sense & 1 == 1);
            *senses &= !(1 << sense);
            *senses |= u64::from(is) << sense;
            if is {
                last = sense;
            }
        }
    }
}

/// Goes through the weights of a place.
fn each_weight(row: &mut Weights, bit: Bit<'_>) {
    let (mut count, mut last) = (0, 4);
    for (head, weight) in row.iter_mut().enumerate() {
        if !bit(WEIGHTS + 5 * head + count, *weight != 0) {
            continue;
        }
        count = 4.min(count + 1);
        // From -4 to 4, and no 0.
        let number = *weight + 4 - i8::from(*weight > 0);
        let number = each_digit(&mut *bit, VALUES + 8 * last, 3, number as usize) as i8;
        *weight = number - 4 + i8::from(number > 3);
        last = (4 + *weight).clamp(0, 8) as usize;
    }
}

/// How often a bit was 0 and was 1 so far, in its context, from which its next value is expected.
struct Seen(Vec<[u32; 2]>);

impl Seen {
    fn new() -> Seen {
        Seen(vec![[0; 2]; CONTEXTS])
    }

    /// The part of a range that a 0 has. Before anything was seen, both are as likely, but for
    /// senses: a word has few.
    fn part(&self, context: usize, range: u32) -> u32 {
        let [zeros, ones] = self.0.get(context).copied().unwrap_or_default();
        let first = if context < SENSES { 16 } else { 1 };
        range / (zeros + first + ones + 1) * (zeros + first)
    }

    fn learn(&mut self, context: usize, bit: bool) {
        if let Some(counts) = self.0.get_mut(context)
            && let Some(count) = counts.get_mut(usize::from(bit))
        {
            *count += 2;
        }
    }
}

/// Takes bits out of an arithmetic code, in which a likely bit needs less than a bit. Bytes that are
/// missing are taken as 0.
struct Bits<'a> {
    bytes: std::slice::Iter<'a, u8>,
    range: u32,
    code: u32,
    seen: Seen,
}

impl Bits<'_> {
    fn next(&mut self, context: usize) -> bool {
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | u32::from(self.bytes.next().copied().unwrap_or_default());
        }
        let part = self.seen.part(context, self.range);
        let bit = self.code >= part;
        if bit {
            self.code -= part;
            self.range -= part;
        } else {
            self.range = part;
        }
        self.seen.learn(context, bit);
        bit
    }
}

impl Model {
    /// Reads a model; `None` where the bytes are none of this version.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let (code, rest) = bytes.strip_prefix(&[VERSION])?.split_first_chunk()?;
        let mut model = Model::default();
        let mut bits = Bits {
            bytes: rest.iter(),
            range: u32::MAX,
            code: u32::from_be_bytes(*code),
            seen: Seen::new(),
        };
        model.each_bit(&mut |context, _| bits.next(context));
        Some(model)
    }

    /// Writes a model: the opposite of [`Model::read`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> Vec<u8> {
        let mut seen = Seen::new();
        // The code so far is `bytes`, and a number of 32 bits behind them.
        let (mut bytes, mut low, mut range) = (vec![VERSION], 0_u32, u32::MAX);
        self.clone().each_bit(&mut |context, bit| {
            let part = seen.part(context, range);
            if bit {
                let carries;
                (low, carries) = low.overflowing_add(part);
                if carries {
                    carry(&mut bytes);
                }
                range -= part;
            } else {
                range = part;
            }
            seen.learn(context, bit);
            while range < 1 << 24 {
                bytes.push((low >> 24) as u8);
                low <<= 8;
                range <<= 8;
            }
            bit
        });
        bytes.extend(low.to_be_bytes());
        bytes
    }

    /// Goes through all that is to be known, bit after bit. The same walk reads and writes.
    fn each_bit(&mut self, bit: Bit<'_>) {
        let numbers = self.heads.iter_mut().flat_map(|head| {
            [
                &mut head.step,
                &mut head.bias,
                &mut head.slope,
                &mut head.shift,
                &mut head.least,
            ]
        });
        for number in numbers.chain(self.second.iter_mut().flatten()) {
            // 0, -1, 1, -2, 2 …
            let plain = (*number << 1 ^ *number >> 15).cast_unsigned();
            let read = each_number(&mut *bit, NUMBERS, u32::from(plain));
            *number = (read >> 1) as i16 ^ -((read & 1) as i16);
        }
        let mut used = self.words.iter().fold(0, |used, word| used | word.1);
        each_sense(&mut used, u64::MAX, &mut *bit);
        each_place(&mut self.words, STEPS_TO_WORDS, &mut *bit, |senses, bit| {
            each_sense(senses, used, bit);
        });
        each_place(&mut self.rows, STEPS_TO_ROWS, bit, each_weight);
    }

    /// A sentence's answers, from the places of its keys, each there once.
    pub fn sentence(&self, places: &[u32]) -> Row {
        let mut sums = [0_i32; HEADS];
        for place in places {
            if let Ok(at) = self.rows.binary_search_by_key(place, |row| row.0)
                && let Some((_, row)) = self.rows.get(at)
            {
                for (sum, weight) in sums.iter_mut().zip(row) {
                    *sum += i32::from(*weight);
                }
            }
        }
        let mut out = [0.0; HEADS];
        for ((out, sum), head) in out.iter_mut().zip(sums).zip(&self.heads) {
            *out = sum as f32 * f32::from(head.step) / 8192.0 + f32::from(head.bias) / 256.0;
        }
        out
    }

    /// The answers where there is nothing to read.
    pub fn silence(&self) -> Row {
        self.sentence(&[])
    }

    /// Answers on the scale of chances: 0 is as likely as not.
    pub fn straight(&self, answers: &Row) -> Row {
        let mut out = *answers;
        for (out, head) in out.iter_mut().zip(&self.heads) {
            *out = *out * f32::from(head.slope) / 1024.0 + f32::from(head.shift) / 256.0;
        }
        out
    }

    /// A reply's answers after the second look, on the scale of chances.
    pub fn looked(&self, answers: &Row, charged: bool) -> Row {
        let looks = looks(&self.straight(answers), charged);
        let mut out = [0.0; HEADS];
        for (out, weights) in out.iter_mut().zip(&self.second) {
            for (look, weight) in looks.iter().zip(weights) {
                *out += look * f32::from(*weight) / 32.0;
            }
        }
        out
    }

    /// Is a straightened answer a yes?
    pub fn says(&self, head: usize, answer: f32) -> bool {
        self.heads
            .get(head)
            .is_some_and(|head| answer * 256.0 > f32::from(head.least))
    }
}

/// Adds one to the number that bytes are.
#[cfg(not(target_arch = "wasm32"))]
fn carry(bytes: &mut [u8]) {
    for byte in bytes.iter_mut().rev() {
        *byte = byte.wrapping_add(1);
        if *byte > 0 {
            return;
        }
    }
}

/// What a second look sees.
pub fn looks(straight: &Row, charged: bool) -> [f32; LOOKS] {
    let mut out = [0.0; LOOKS];
    let (always, for_charged) = out.split_at_mut(HEADS + 1);
    for (at, (one, other)) in always.iter_mut().zip(for_charged).enumerate() {
        *one = straight
            .get(at)
            .map_or(1.0, |answer| answer.clamp(-6.0, 6.0));
        *other = if charged { *one } else { 0.0 };
    }
    out
}

/// A chance from 0 to 1.
pub fn chance(answer: f32) -> f32 {
    1.0 / (1.0 + exp(-answer))
}

/// Joins the answers of sentences into the reply's: the strongest counts, and others that come near
/// it add a little.
#[derive(Clone, Copy)]
pub struct Pool {
    most: Row,
    sums: Row,
}

impl Default for Pool {
    fn default() -> Self {
        Pool {
            most: [f32::MIN; HEADS],
            sums: [0.0; HEADS],
        }
    }
}

impl Pool {
    pub fn add(&mut self, sentence: &Row) {
        for ((most, sum), answer) in self.most.iter_mut().zip(&mut self.sums).zip(sentence) {
            if *answer > *most {
                *sum *= exp(SHARP * (*most - *answer));
                *most = *answer;
            }
            *sum += exp(SHARP * (*answer - *most));
        }
    }

    /// The reply's answers; `silence` where there was no sentence.
    pub fn reply(&self, silence: Row) -> Row {
        let mut out = silence;
        for ((out, most), sum) in out.iter_mut().zip(self.most).zip(self.sums) {
            if sum > 0.0 {
                *out = most + ln(sum.max(1.0)) / SHARP;
            }
        }
        out
    }

    /// How much a sentence with these answers has a part in the reply's.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn part(&self, sentence: &Row) -> Row {
        let mut out = [0.0; HEADS];
        for (((out, answer), most), sum) in
            out.iter_mut().zip(sentence).zip(self.most).zip(self.sums)
        {
            *out = exp(SHARP * (answer - most)) / sum;
        }
        out
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::coach::tests::Random;

    #[test]
    fn a_model_is_read_as_it_was_written() {
        let mut random = Random(5);
        for rare in [1, 3, 40, 5000] {
            let mut model = Model::default();
            for place in 1..=PLACES {
                let mut row = [0; HEADS];
                for weight in &mut row {
                    if random.below(rare) == 0 {
                        *weight = random.below(9) as i8 - STEPS;
                    }
                }
                if row != [0; HEADS] {
                    model.rows.push((place, row));
                }
            }
            model.words = (0..1000 / rare as u32)
                .map(|at| (7 + at * at, 1 << (at % 61)))
                .collect();
            model.heads[2].least = -300;
            model.heads[3].least = i16::MIN;
            model.heads[4].least = i16::MAX;
            model.second[1][3] = -7;
            let read = Model::read(&model.write()).unwrap();
            assert!(read.rows == model.rows);
            assert_eq!(read.words, model.words);
            assert_eq!(read.heads, model.heads);
            assert_eq!(read.second, model.second);
        }
    }

    #[test]
    fn the_model_that_is_compiled_in_would_be_written_so_again() {
        assert!(Model::read(BYTES).unwrap().write() == BYTES);
    }

    #[test]
    fn bytes_that_are_no_model_are_refused_or_do_no_harm() {
        assert!(Model::read(&[]).is_none());
        assert!(Model::read(&[VERSION + 1, HEADS as u8]).is_none());
        for length in (0..BYTES.len()).step_by(997) {
            let read = Model::read(&BYTES[..length]);
            assert!(read.is_none_or(|model| model.rows.len() <= MOST as usize));
        }
    }
}
