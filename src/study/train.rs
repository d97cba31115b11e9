//! Trains the coach's model: one linear answer a label and sentence, over hashed keys, and the
//! strongest sentence speaks for the reply. Always the same bytes from the same files: one thread,
//! fixed order, fixed seeds.

use std::collections::HashMap;

use super::data::{Case, Truth};
use super::score::{Answer, Random, answer};
use crate::coach::model::{
    self, ALARM, HEADS, Head, LOOKS, Model, Pool, REFLECTION, Row, STEPS, chance, looks,
};
use crate::coach::{self, Known};

/// How training is done.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub epochs: usize,
    pub rate: f32,
    pub decay: f32,
    /// How much a reply of PAIR counts for the mirror, against one of our own.
    pub pair: f32,
    /// The share of a reply's keys that it is learned from without, others each time, so that what is
    /// learned doesn't rest on single words.
    pub without: f32,
    /// In how many replies a key has to be.
    pub least: u32,
    /// How many features and how many weights are kept.
    pub features: usize,
    pub weights: usize,
    /// In how many rounds the others are left out, and how many times as many are kept in a round as in
    /// the next.
    pub rounds: i32,
    pub more: f32,
    /// Which order the replies come in, and which keys are left out each time. Others give other models,
    /// by chance better or worse.
    pub seed: u64,
}

/// How the model in the repository was trained.
pub const SETTINGS: Settings = Settings {
    epochs: 18,
    rate: 0.1,
    decay: 5.0,
    pair: 0.2,
    without: 0.1,
    least: 2,
    features: 2310,
    weights: 11620,
    rounds: 3,
    more: 1.7,
    seed: 3,
};

/// A reply as its sentences' features, with the answers that people gave.
pub struct Sample {
    pub sentences: Vec<Vec<u32>>,
    /// The prompt speaks of the reader.
    pub charged: bool,
    pub wanted: Row,
    /// How much each answer counts.
    pub counts: Row,
    /// The part of the cases that it is in when others are learned from: whole prompts stay
    /// together.
    pub fold: usize,
}

/// The samples, in which features are numbers, and each feature's place.
pub struct Samples {
    pub places: Vec<u32>,
    pub samples: Vec<Sample>,
}

/// Into how many parts the cases are divided.
pub const FOLDS: usize = 5;

/// What a case asks of each head.
fn wanted(case: &Case, settings: &Settings) -> (Row, Row) {
    let mut wanted = [0.0; HEADS];
    let mut counts = [0.0; HEADS];
    match case.truth {
        Truth::Own(labels) => {
            let [minimize, fix, turn, argue] = labels.slips;
            let answers = [
                labels.mirror > 0,
                labels.mirror == 2,
                labels.question == 1,
                labels.question == 2,
                labels.question == 3,
                minimize,
                fix,
                turn,
                argue,
                labels.boundary == 1,
                labels.boundary == 2,
                labels.alarm,
            ];
            for ((wanted, counts), answer) in wanted.iter_mut().zip(&mut counts).zip(answers) {
                *wanted = f32::from(u8::from(answer));
                *counts = 1.0;
            }
        }
        Truth::Alarm(alarm) => {
            if let (Some(wanted), Some(counts)) = (wanted.get_mut(ALARM), counts.get_mut(ALARM)) {
                *wanted = f32::from(u8::from(alarm));
                *counts = 1.0;
            }
        }
        Truth::Pair { reflection, .. } => {
            for (head, counts_for) in [(0, settings.pair), (REFLECTION, 1.0)] {
                if let (Some(wanted), Some(counts)) = (wanted.get_mut(head), counts.get_mut(head)) {
                    *wanted = f32::from(u8::from(reflection));
                    *counts = counts_for;
                }
            }
        }
    }
    (wanted, counts)
}

/// Turns cases into samples.
pub fn samples(cases: &[Case], settings: &Settings) -> Samples {
    let known = Known::new(Model {
        words: coach::words(),
        ..Model::default()
    });
    let mut seen: HashMap<u32, u32> = HashMap::new();
    let mut samples: Vec<Sample> = Vec::new();
    for case in cases {
        let (sentences, charged) = coach::places(&known, &case.prompt, &case.reply);
        let mut all: Vec<u32> = sentences.iter().flatten().copied().collect();
        all.sort_unstable();
        all.dedup();
        for place in all {
            *seen.entry(place).or_default() += 1;
        }
        let (wanted, counts) = wanted(case, settings);
        // Cases that answer to nothing stand each for itself.
        let together = match case.truth {
            Truth::Alarm(_) => &case.reply,
            Truth::Own(_) | Truth::Pair { .. } => &case.prompt,
        };
        samples.push(Sample {
            sentences,
            charged,
            wanted,
            counts,
            fold: (model::place(together.trim().as_bytes()) as usize - 1) / 32 % FOLDS,
        });
    }
    let mut places: Vec<u32> = seen
        .into_iter()
        .filter(|(_, seen)| *seen >= settings.least)
        .map(|(place, _)| place)
        .collect();
    places.sort_unstable();
    for sentence in samples.iter_mut().flat_map(|sample| &mut sample.sentences) {
        sentence.retain_mut(|feature| match places.binary_search(feature) {
            Ok(number) => {
                *feature = number as u32;
                true
            }
            Err(_) => false,
        });
    }
    Samples { places, samples }
}

/// Weights of each feature for each head, and where each head begins.
pub struct Weights {
    pub rows: Vec<Row>,
    pub bias: Row,
}

impl Weights {
    /// A sentence's answers.
    fn sentence(&self, features: &[u32]) -> Row {
        let mut sum = self.bias;
        for feature in features {
            if let Some(row) = self.rows.get(*feature as usize) {
                for (sum, weight) in sum.iter_mut().zip(row) {
                    *sum += weight;
                }
            }
        }
        sum
    }
}

/// How much a phrase of danger counts before anything is learned.
const BELIEF: f32 = 2.0;

/// How much a weight counts for each head when the weights are chosen: danger and slips are told with
/// many rare words, and would get few.
const CARE: [f32; HEADS] = [
    1.0, 1.0, 1.0, 1.0, 1.0, 1.2, 1.2, 1.2, 1.2, 1.0, 1.0, 2.0, 5.0,
];

/// How much it counts when the features are chosen: danger's words say little of anything else, and few
/// replies, PAIR's, answer to the last head.
const NEED: [f32; HEADS] = [
    1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 2.5, 2.5,
];

/// How much a reply counts there at least.
const DOUBT: f32 = 0.1;

/// Which weights may be something else than nothing.
type Allowed = Vec<[bool; HEADS]>;

/// Learns weights from the samples for which `take` holds.
fn learn(
    samples: &Samples,
    settings: &Settings,
    allowed: Option<&Allowed>,
    take: &dyn Fn(&Sample) -> bool,
) -> Weights {
    let mut order: Vec<&Sample> = samples.samples.iter().filter(|one| take(one)).collect();
    let mut weights = Weights {
        rows: vec![[0.0; HEADS]; samples.places.len()],
        bias: [-2.0; HEADS],
    };
    for (place, sign) in coach::beliefs() {
        if let Ok(at) = samples.places.binary_search(&place)
            && let Some(weight) = weights.rows.get_mut(at).and_then(|row| row.get_mut(ALARM))
        {
            *weight = sign * BELIEF;
        }
    }
    let mut past = vec![[1e-2_f32; HEADS]; samples.places.len()];
    let mut past_bias = [1e-2_f32; HEADS];
    let mut random = Random(settings.seed);
    let decay = settings.decay / order.len().max(1) as f32;
    for epoch in 0..settings.epochs {
        let rate = settings.rate * (1.0 - 0.9 * epoch as f32 / settings.epochs as f32);
        for at in (1..order.len()).rev() {
            order.swap(at, random.below(at + 1));
        }
        for sample in &order {
            let kept: Vec<Vec<u32>> = sample
                .sentences
                .iter()
                .map(|sentence| {
                    let mut sentence = sentence.clone();
                    sentence.retain(|_| random.below(1000) as f32 >= 1000.0 * settings.without);
                    sentence
                })
                .collect();
            let answer = |features: &Vec<u32>| weights.sentence(features);
            let sentences: Vec<Row> = kept.iter().map(answer).collect();
            let mut pool = Pool::default();
            for sentence in &sentences {
                pool.add(sentence);
            }
            let mut errors = pool.reply(weights.bias);
            for ((error, wanted), counts) in errors.iter_mut().zip(sample.wanted).zip(sample.counts)
            {
                *error = counts * (chance(*error) - wanted);
            }
            for ((bias, past), error) in weights.bias.iter_mut().zip(&mut past_bias).zip(errors) {
                *past += error * error;
                *bias -= rate * error / past.sqrt();
            }
            for (features, answers) in kept.iter().zip(&sentences) {
                let mut step = errors;
                for (step, part) in step.iter_mut().zip(pool.part(answers)) {
                    *step *= part;
                }
                for feature in features {
                    let feature = *feature as usize;
                    let (Some(row), Some(past)) =
                        (weights.rows.get_mut(feature), past.get_mut(feature))
                    else {
                        continue;
                    };
                    for ((weight, past), step) in row.iter_mut().zip(past).zip(step) {
                        *past += step * step;
                        *weight -= rate * (step + decay * *weight) / past.sqrt();
                    }
                    if let Some(allowed) = allowed.and_then(|allowed| allowed.get(feature)) {
                        for (weight, allowed) in row.iter_mut().zip(allowed) {
                            if !allowed {
                                *weight = 0.0;
                            }
                        }
                    }
                }
            }
        }
    }
    weights
}

/// How often each weight counts: in replies whose answer is in doubt, through sentences that speak for
/// them. There a small change of it changes the answer.
fn seen(samples: &Samples, weights: &Weights, take: &dyn Fn(&Sample) -> bool) -> Vec<Row> {
    let mut seen = vec![[0.0_f32; HEADS]; samples.places.len()];
    for sample in samples.samples.iter().filter(|one| take(one)) {
        let answer = |features: &Vec<u32>| weights.sentence(features);
        let sentences: Vec<Row> = sample.sentences.iter().map(answer).collect();
        let mut pool = Pool::default();
        for sentence in &sentences {
            pool.add(sentence);
        }
        let mut doubts = pool.reply(weights.bias);
        for (doubt, counts) in doubts.iter_mut().zip(sample.counts) {
            let chance = chance(*doubt);
            *doubt = counts * (chance * (1.0 - chance) + DOUBT);
        }
        for (features, answers) in sample.sentences.iter().zip(&sentences) {
            let mut counts = pool.part(answers);
            for (count, doubt) in counts.iter_mut().zip(doubts) {
                *count = doubt * *count * *count;
            }
            for feature in features {
                if let Some(seen) = seen.get_mut(*feature as usize) {
                    for (seen, count) in seen.iter_mut().zip(counts) {
                        *seen += count;
                    }
                }
            }
        }
    }
    seen
}

/// The weights that matter most: large ones that count often. So many of them as `times` the settings
/// say.
fn strongest(
    samples: &Samples,
    weights: &Weights,
    settings: &Settings,
    times: f32,
    take: &dyn Fn(&Sample) -> bool,
) -> Allowed {
    let most = |count: usize| (count as f32 * times) as usize;
    let seen = seen(samples, weights, take);
    let mut order: Vec<(f32, usize, usize)> = Vec::new();
    let mut features: Vec<(f32, usize)> = Vec::new();
    for (at, (row, seen)) in weights.rows.iter().zip(&seen).enumerate() {
        let strength = |((weight, seen), need): ((&f32, &f32), f32)| weight * weight * seen * need;
        features.push((row.iter().zip(seen).zip(NEED).map(strength).sum(), at));
    }
    features.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, at) in features.into_iter().take(most(settings.features)) {
        if let (Some(row), Some(seen)) = (weights.rows.get(at), seen.get(at)) {
            for (head, ((weight, seen), care)) in row.iter().zip(seen).zip(CARE).enumerate() {
                order.push((weight.abs() * seen.sqrt() * care, at, head));
            }
        }
    }
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut allowed = vec![[false; HEADS]; weights.rows.len()];
    for (_, at, head) in order.into_iter().take(most(settings.weights)) {
        if let Some(allowed) = allowed.get_mut(at).and_then(|row| row.get_mut(head)) {
            *allowed = true;
        }
    }
    allowed
}

/// Rounds weights to few steps.
fn rounded(samples: &Samples, weights: &Weights) -> Model {
    let most_steps = f32::from(STEPS);
    let mut model = Model {
        words: coach::words(),
        ..Model::default()
    };
    for (head, numbers) in model.heads.iter_mut().enumerate() {
        let at = |row: &Row| row.get(head).map_or(0.0, |weight| weight.abs());
        let mut sizes: Vec<f32> = weights
            .rows
            .iter()
            .map(at)
            .filter(|size| *size > 0.0)
            .collect();
        sizes.sort_by(f32::total_cmp);
        // The few largest are cut, so that the others are finer.
        let most = sizes.get(sizes.len() * 980 / 1000).copied().unwrap_or(1.0);
        numbers.step = (most / most_steps * 8192.0).round().max(1.0) as i16;
        numbers.bias = (weights.bias.get(head).copied().unwrap_or_default() * 256.0).round() as i16;
    }
    for (place, weights) in samples.places.iter().zip(&weights.rows) {
        let mut row = [0; HEADS];
        for ((out, weight), head) in row.iter_mut().zip(weights).zip(&model.heads) {
            let steps = (weight * 8192.0 / f32::from(head.step)).round();
            *out = steps.clamp(-most_steps, most_steps) as i8;
        }
        if row != [0; HEADS] {
            model.rows.push((*place, row));
        }
    }
    model
}

/// A model from the samples for which `take` holds, without chances and thresholds.
fn model(samples: &Samples, settings: &Settings, take: &dyn Fn(&Sample) -> bool) -> Model {
    let mut weights = learn(samples, settings, None, take);
    let mut allowed = Allowed::new();
    for round in 1..=settings.rounds {
        let times = settings.more.powi(settings.rounds - round);
        allowed = strongest(samples, &weights, settings, times, take);
        weights = learn(samples, settings, Some(&allowed), take);
    }
    reflect(samples, settings, &allowed, take, &mut weights);
    rounded(samples, &weights)
}

/// How often the last head is learned once more, from PAIR's replies alone.
const AGAIN: u64 = 8;

/// Learns the last head again, from PAIR's replies alone. They are few, so that one learning owes much
/// to chance: more keys are left out each time, and the mean of several is taken.
fn reflect(
    samples: &Samples,
    settings: &Settings,
    allowed: &Allowed,
    take: &dyn Fn(&Sample) -> bool,
    weights: &mut Weights,
) {
    let pair = |sample: &Sample| take(sample) && has_reflection(sample);
    let learned: Vec<Weights> = (0..AGAIN)
        .map(|seed| {
            let settings = Settings {
                epochs: 40,
                without: 0.3,
                seed,
                ..*settings
            };
            learn(samples, &settings, Some(allowed), &pair)
        })
        .collect();
    let mean = |answer: &dyn Fn(&Weights) -> Option<f32>| {
        learned.iter().filter_map(answer).sum::<f32>() / AGAIN as f32
    };
    for (at, row) in weights.rows.iter_mut().enumerate() {
        if let Some(weight) = row.get_mut(REFLECTION) {
            *weight = mean(&|one| one.rows.get(at)?.get(REFLECTION).copied());
        }
    }
    if let Some(bias) = weights.bias.get_mut(REFLECTION) {
        *bias = mean(&|one| one.bias.get(REFLECTION).copied());
    }
}

/// Whether a sample is one of PAIR's.
fn has_reflection(sample: &Sample) -> bool {
    sample.counts.get(REFLECTION).is_some_and(|c| *c > 0.0)
}

/// An answer to a sample and what it should have been.
type Tried = Vec<(f32, bool)>;

/// The chance that belongs to an answer: the two numbers that make the tried ones likeliest.
fn straighten(tried: &Tried, head: &mut Head) {
    let (mut slope, mut shift) = (1.0_f32, 0.0_f32);
    for _ in 0..2000 {
        let (mut by_slope, mut by_shift) = (0.0, 0.0);
        for (answer, truth) in tried {
            let error = chance(slope * answer + shift) - f32::from(u8::from(*truth));
            by_slope += error * answer;
            by_shift += error;
        }
        let count = tried.len().max(1) as f32;
        slope -= 0.3 * by_slope / count;
        shift -= 0.3 * by_shift / count;
    }
    head.slope = (slope.clamp(0.05, 30.0) * 1024.0).round() as i16;
    head.shift = (shift.clamp(-100.0, 100.0) * 256.0).round() as i16;
}

/// The weights of a second look, from what it sees and what it should say.
fn look(seen: &[([f32; LOOKS], bool)]) -> [i16; LOOKS] {
    let round = |weight: f32| (weight * 32.0).round().clamp(-127.0, 127.0);
    let mut weights = [0.0_f32; LOOKS];
    descend(seen, &mut weights, |_| true);
    for weight in &mut weights {
        *weight = round(*weight) / 32.0;
    }
    // Most answers are far below nothing at once, so that what rounding takes or gives adds up: where
    // the sums begin is learned again.
    descend(seen, &mut weights, |at| at % (HEADS + 1) == HEADS);
    weights.map(|weight| round(weight) as i16)
}

/// Learns the weights at some places.
fn descend(
    seen: &[([f32; LOOKS], bool)],
    weights: &mut [f32; LOOKS],
    learns: impl Fn(usize) -> bool,
) {
    let count = seen.len().max(1) as f32;
    for _ in 0..3000 {
        let mut slopes = [0.0_f32; LOOKS];
        for (looks, truth) in seen {
            let sum: f32 = looks
                .iter()
                .zip(&*weights)
                .map(|(look, weight)| look * weight)
                .sum();
            let error = chance(sum) - f32::from(u8::from(*truth));
            for (slope, look) in slopes.iter_mut().zip(looks) {
                *slope += error * look;
            }
        }
        for (at, (weight, slope)) in weights.iter_mut().zip(slopes).enumerate() {
            if learns(at) {
                *weight -= 0.1 * (slope / count + 0.003 * *weight);
            }
        }
    }
}

/// The least answer to count as yes. `weight` over 1: a yes that is missed is worse than a wrong
/// one; under 1: the other way round (the F-measure with beta).
fn threshold(tried: &Tried, weight: f64) -> i16 {
    let mut order = tried.clone();
    order.sort_by(|a, b| b.0.total_cmp(&a.0));
    let there = order.iter().filter(|(_, truth)| *truth).count() as f64;
    let square = weight * weight;
    let mut best = (0.0, 0.0_f32);
    let mut hits = 0.0;
    for (at, (answer, truth)) in order.iter().enumerate() {
        hits += f64::from(u8::from(*truth));
        let next = order.get(at + 1).map_or(*answer - 1.0, |next| next.0);
        let score = (1.0 + square) * hits / (square * there + at as f64 + 1.0);
        if score > best.0 {
            best = (score, (answer + next) / 2.0);
        }
    }
    (best.1 * 256.0).round().clamp(-32000.0, 32000.0) as i16
}

/// How much worse a missed yes is than a wrong one, for each head. Danger has a threshold of its own.
pub const WEIGHTS: [f64; HEADS] = [
    1.3, 1.0, 1.0, 1.0, 1.0, 0.9, 1.1, 0.9, 0.9, 1.0, 1.0, 1.0, 1.0,
];

/// How many of the cases without danger may open the help.
const OPENS: f32 = 0.017;

/// The least answer to count as yes, so that at most a share of the noes does.
fn at_most(tried: &Tried, share: f32) -> i16 {
    let mut noes: Vec<f32> = tried.iter().filter(|one| !one.1).map(|one| one.0).collect();
    noes.sort_by(|a, b| b.total_cmp(a));
    let at = (noes.len() as f32 * share) as usize;
    let least = noes.get(at).copied().unwrap_or_default();
    (least * 256.0).round().clamp(-32000.0, 32000.0) as i16
}

/// A sample's answers by a model.
fn reply(model: &Model, samples: &Samples, sample: &Sample) -> Row {
    let mut pool = Pool::default();
    for sentence in &sample.sentences {
        let place = |feature: &u32| samples.places.get(*feature as usize).copied();
        let places: Vec<u32> = sentence.iter().filter_map(place).collect();
        pool.add(&model.sentence(&places));
    }
    pool.reply(model.silence())
}

/// Answers to each sample by the model that has not seen it.
type Unseen<'a> = Vec<(&'a Sample, Row)>;

/// What was answered and wanted for one head, by the samples that have that head.
fn tried(unseen: &Unseen, head: usize) -> Tried {
    unseen
        .iter()
        .filter(|(sample, _)| has_reflection(sample) == (head == REFLECTION))
        .filter(|(sample, _)| sample.counts.get(head).is_some_and(|c| *c > 0.0))
        .filter_map(|(sample, row)| Some((*row.get(head)?, *sample.wanted.get(head)? > 0.5)))
        .collect()
}

/// Trains on cases. Also gives, for each fold of the prompts, the model that was trained on the
/// other folds: what can be expected on prompts that are new.
pub fn train(cases: &[Case], settings: &Settings) -> (Model, Vec<Model>, Samples) {
    let samples = samples(cases, settings);
    let mut folds: Vec<Model> = (0..FOLDS)
        .map(|fold| model(&samples, settings, &|sample| sample.fold != fold))
        .collect();
    let mut unseen: Unseen = Vec::new();
    for sample in &samples.samples {
        if let Some(model) = folds.get(sample.fold) {
            unseen.push((sample, reply(model, &samples, sample)));
        }
    }
    let mut whole = model(&samples, settings, &|_| true);
    for (head, numbers) in whole.heads.iter_mut().enumerate() {
        straighten(&tried(&unseen, head), numbers);
    }
    for (head, second) in whole.second.iter_mut().enumerate() {
        let mut seen = Vec::new();
        for (sample, row) in &unseen {
            if sample.counts.get(head).is_some_and(|counts| *counts > 0.0) {
                let mut straight = *row;
                for (answer, head) in straight.iter_mut().zip(&whole.heads) {
                    *answer =
                        *answer * f32::from(head.slope) / 1024.0 + f32::from(head.shift) / 256.0;
                }
                let truth = sample.wanted.get(head).is_some_and(|wanted| *wanted > 0.5);
                seen.push((looks(&straight, sample.charged), truth));
            }
        }
        *second = look(&seen);
    }
    for (sample, row) in &mut unseen {
        *row = whole.looked(row, sample.charged);
    }
    for ((head, numbers), weight) in whole.heads.iter_mut().enumerate().zip(WEIGHTS) {
        let tried = tried(&unseen, head);
        numbers.least = match head {
            ALARM => at_most(&tried, OPENS),
            _ => threshold(&tried, weight),
        };
    }
    for fold in &mut folds {
        fold.second = whole.second;
        for (head, other) in fold.heads.iter_mut().zip(&whole.heads) {
            *head = Head {
                step: head.step,
                bias: head.bias,
                ..*other
            };
        }
    }
    (whole, folds, samples)
}

/// The answers of each fold's model to the cases of that fold.
pub fn answers(cases: &[Case], samples: &Samples, folds: Vec<Model>) -> Vec<Answer> {
    let known: Vec<Known> = folds.into_iter().map(Known::new).collect();
    let answer = |(case, sample): (&Case, &Sample)| Some(answer(known.get(sample.fold)?, case));
    cases
        .iter()
        .zip(&samples.samples)
        .filter_map(answer)
        .collect()
}
