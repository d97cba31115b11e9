//! The learned model: for each key that it knows, a weight for each answer. A sentence's answer is
//! the sum over its keys; the strongest sentence speaks for the reply. `coach-train` writes
//! `model.bin`; `model.md` says from what.
//!
//! The file, little-endian: version, number of heads; for each head five numbers of 2 bytes
//! ([`Head`]); for the heads of [`SECOND`], the weights of the second look; then the weights of all
//! places in an arithmetic code ([`Bits`]), in the order of [`each_bit`].

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

/// The heads that look a second time, at all the others' answers: what is no mirror, no question
/// and no limit, and answers a reproach, may be an argument.
pub const SECOND: [usize; 4] = [FIX, ARGUE, ALARM, REFLECTION];
/// What a second look weighs: each head, and one for itself; the same again for a prompt that
/// speaks of the reader.
pub const LOOKS: usize = 2 * (HEADS + 1);

/// One number for each head.
pub type Row = [f32; HEADS];

/// How sharply the strongest sentence counts.
const SHARP: f32 = 2.0;
/// The number of places that keys are spread over.
pub const PLACES: u32 = 1 << 16;
/// The version of the file's form.
pub const VERSION: u8 = 2;

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
#[derive(Default)]
pub struct Model {
    /// The weights of each place; most have none.
    pub rows: Vec<Weights>,
    pub heads: [Head; HEADS],
    pub second: [[i8; LOOKS]; SECOND.len()],
}

/// The place of a key (FNV-1a, folded).
pub fn place(key: &[u8]) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in key {
        hash = (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    }
    (hash ^ hash >> 15) % PLACES
}

/// How far a weight may be from nothing, in steps.
pub const STEPS: i8 = 7;

/// How many contexts [`each_bit`] tells apart.
const CONTEXTS: usize = 1 + 5 * HEADS + 9 * 16;

/// Goes through what is to be known of the weights, bit after bit: `bit` is given a bit's context
/// and its value, and answers the value that holds. The same walk reads and writes.
fn each_bit(rows: &mut [Weights], bit: &mut dyn FnMut(usize, bool) -> bool) {
    for row in rows {
        if !bit(0, *row != [0; HEADS]) {
            continue;
        }
        let (mut count, mut last) = (0, 4);
        for (head, weight) in row.iter_mut().enumerate() {
            if !bit(1 + 5 * head + count, *weight != 0) {
                continue;
            }
            count = 4.min(count + 1);
            let mut number = 1;
            for shift in [3, 2, 1, 0] {
                let context = 1 + 5 * HEADS + 16 * last + number;
                number = 2 * number + usize::from(bit(context, (*weight + 8) >> shift & 1 == 1));
            }
            *weight = number as i8 - 24;
            last = (4 + *weight).clamp(0, 8) as usize;
        }
    }
}

/// How often a bit was 0 and was 1 so far, in its context, from which its next value is expected.
struct Seen([[u32; 2]; CONTEXTS]);

impl Seen {
    /// The part of a range that a 0 has.
    fn part(&self, context: usize, range: u32) -> u32 {
        let [zeros, ones] = self.0.get(context).copied().unwrap_or([1, 1]);
        range / (zeros + ones) * zeros
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

/// Takes a number off the front of bytes.
fn two(bytes: &mut &[u8]) -> Option<i16> {
    let (number, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(i16::from_le_bytes(*number))
}

impl Model {
    /// Reads a model; `None` where the bytes are none of this version.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let mut bytes = bytes.strip_prefix(&[VERSION, HEADS as u8])?;
        let mut model = Model {
            rows: vec![[0; HEADS]; PLACES as usize],
            ..Model::default()
        };
        for head in &mut model.heads {
            for number in [
                &mut head.step,
                &mut head.bias,
                &mut head.slope,
                &mut head.shift,
                &mut head.least,
            ] {
                *number = two(&mut bytes)?;
            }
        }
        let (second, rest) = bytes.split_at_checked(LOOKS * SECOND.len())?;
        for (weight, byte) in model.second.iter_mut().flatten().zip(second) {
            *weight = byte.cast_signed();
        }
        let (code, rest) = rest.split_first_chunk()?;
        let mut bits = Bits {
            bytes: rest.iter(),
            range: u32::MAX,
            code: u32::from_be_bytes(*code),
            seen: Seen([[1; 2]; CONTEXTS]),
        };
        each_bit(&mut model.rows, &mut |context, _| bits.next(context));
        Some(model)
    }

    /// Writes a model: the opposite of [`Model::read`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> Vec<u8> {
        let mut out = vec![VERSION, HEADS as u8];
        for head in &self.heads {
            for number in [head.step, head.bias, head.slope, head.shift, head.least] {
                out.extend(number.to_le_bytes());
            }
        }
        let second = self.second.iter().flatten();
        out.extend(second.map(|weight| weight.cast_unsigned()));
        let mut seen = Seen([[1; 2]; CONTEXTS]);
        // The code so far is `bytes`, and a number of 32 bits behind them.
        let (mut bytes, mut low, mut range) = (Vec::new(), 0_u32, u32::MAX);
        each_bit(&mut self.rows.clone(), &mut |context, bit| {
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
        out.extend(bytes);
        out
    }

    /// A sentence's answers, from the places of its keys, each there once.
    pub fn sentence(&self, places: &[u32]) -> Row {
        let mut sums = [0_i32; HEADS];
        for place in places {
            if let Some(row) = self.rows.get(*place as usize) {
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
        let mut out = self.straight(answers);
        let looks = looks(&out, charged);
        for (head, weights) in SECOND.into_iter().zip(&self.second) {
            if let Some(out) = out.get_mut(head) {
                let sum = looks
                    .iter()
                    .zip(weights)
                    .map(|(look, weight)| look * f32::from(*weight));
                *out = sum.sum::<f32>() / 32.0;
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
            let mut model = Model {
                rows: vec![[0; HEADS]; PLACES as usize],
                ..Model::default()
            };
            for weight in model.rows.iter_mut().flatten() {
                if random.below(rare) == 0 {
                    *weight = random.below(15) as i8 - STEPS;
                }
            }
            model.heads[2].least = -300;
            model.second[1][3] = -7;
            let read = Model::read(&model.write()).unwrap();
            assert!(read.rows == model.rows);
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
            assert!(read.is_none_or(|model| model.rows.len() == PLACES as usize));
        }
    }
}
