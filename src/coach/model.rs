//! The learned model: for each key that it knows, a weight for each answer. A sentence's answer is
//! the sum over its keys; the strongest sentence speaks for the reply. `coach-train` writes
//! `model.bin`; `model.md` says from what.
//!
//! The file, little-endian: version, number of heads, number of keys (2 bytes); for each head five
//! numbers of 2 bytes ([`Head`]); the keys' places in rising order, as distances of 7 bits a byte;
//! for each head the number of its weights (2 bytes), the distances from one key with a weight to
//! the next (a byte each, 255: no weight here, go on), and the weights (a byte each). Last, for the
//! heads of [`SECOND`], the weights of the second look.

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
pub const VERSION: u8 = 1;

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

/// The model, ready to answer; one without keys knows nothing.
#[derive(Default)]
pub struct Model {
    /// The keys' places, rising, and the weights of each.
    pub places: Vec<u32>,
    pub rows: Vec<[i8; HEADS]>,
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

/// Takes numbers off the front of bytes.
struct Bytes<'a>(&'a [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn two(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }
}

impl Model {
    /// Reads a model; `None` where the bytes are none of this version.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let mut bytes = Bytes(bytes);
        if bytes.byte()? != VERSION || usize::from(bytes.byte()?) != HEADS {
            return None;
        }
        let count = usize::from(bytes.two()?);
        let mut heads = [Head::default(); HEADS];
        for head in &mut heads {
            for number in [
                &mut head.step,
                &mut head.bias,
                &mut head.slope,
                &mut head.shift,
                &mut head.least,
            ] {
                *number = bytes.two()?.cast_signed();
            }
        }
        let mut places = Vec::with_capacity(count);
        let mut at = 0;
        for _ in 0..count {
            let mut byte = bytes.byte()?;
            let mut far = u32::from(byte & 127);
            while byte > 127 {
                byte = bytes.byte()?;
                far = far << 7 | u32::from(byte & 127);
            }
            at += far;
            places.push(at);
        }
        let mut rows = vec![[0; HEADS]; count];
        for head in 0..HEADS {
            let gaps = usize::from(bytes.two()?);
            let (distances, rest) = bytes.0.split_at_checked(gaps)?;
            bytes.0 = rest;
            let mut at = 0;
            for far in distances {
                at += usize::from(*far);
                if *far < 255 {
                    *rows.get_mut(at)?.get_mut(head)? = bytes.byte()?.cast_signed();
                }
            }
        }
        let mut second = [[0; LOOKS]; SECOND.len()];
        for weight in second.iter_mut().flatten() {
            *weight = bytes.byte()?.cast_signed();
        }
        Some(Model {
            places,
            rows,
            heads,
            second,
        })
    }

    /// Writes a model: the opposite of [`Model::read`].
    #[cfg(not(target_arch = "wasm32"))]
    pub fn write(&self) -> Vec<u8> {
        let Model {
            places,
            rows,
            heads,
            second,
        } = self;
        let mut out = vec![VERSION, HEADS as u8];
        out.extend((places.len() as u16).to_le_bytes());
        for head in heads {
            for number in [head.step, head.bias, head.slope, head.shift, head.least] {
                out.extend(number.to_le_bytes());
            }
        }
        let mut last = 0;
        for place in places {
            let far = place - last;
            last = *place;
            for shift in [21, 14, 7] {
                if far >> shift > 0 {
                    out.push((far >> shift & 127) as u8 | 128);
                }
            }
            out.push((far & 127) as u8);
        }
        for head in 0..HEADS {
            let mut distances = Vec::new();
            let mut weights = Vec::new();
            let mut last = 0;
            for (at, row) in rows.iter().enumerate() {
                let weight = row.get(head).copied().unwrap_or_default();
                if weight != 0 {
                    let mut far = at - last;
                    while far >= 255 {
                        distances.push(255);
                        far -= 255;
                    }
                    distances.push(far as u8);
                    weights.push(weight.cast_unsigned());
                    last = at;
                }
            }
            out.extend((distances.len() as u16).to_le_bytes());
            out.extend(distances);
            out.extend(weights);
        }
        out.extend(second.iter().flatten().map(|weight| weight.cast_unsigned()));
        out
    }

    /// A sentence's answers, from the places of its keys, each there once.
    pub fn sentence(&self, places: &[u32]) -> Row {
        let mut sums = [0_i32; HEADS];
        for place in places {
            if let Ok(at) = self.places.binary_search(place)
                && let Some(row) = self.rows.get(at)
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
