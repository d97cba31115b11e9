//! Verdicts in the voice of an exercise: on an answer, on the reader's doings, on a person.
//! English and Spanish, both on every page, since words of one are seldom words of the other.
//!
//! A table can't know what is meant. It has what is a verdict nearly always, and leaves out
//! what is one only now and then: "what went wrong", "correct me if", "score a goal".

use super::phrases::{Sentence, sentences};

/// What a verdict is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// An answer is right or wrong.
    Answer,
    /// Answers are worth something.
    Score,
    /// What the reader did or is.
    Reader,
    /// What somebody is, or a relationship.
    Person,
}

const ANSWER: &str = "\
^ wrong|correct|incorrect|right|perfect|excellent|exactly $
^ wrong|correct|incorrect|perfect|excellent ,
^ not quite|correct|right $|,
is|are|was|were|thats|its|youre wrong|incorrect|correct
is|are|was|were|thats|its not correct|right
isnt|arent|wasnt correct|right
thats right $|,
you are right $|,
youre right $|,
wrong|right|correct|incorrect|best|worst answer*|choice*|response*|option*|reply|replies|reading*
well done
good|great job
nice try
congratulations
^ mal|correcto|incorrecto|perfecto|excelente $|,
es|eso correcto|correcta|incorrecto|incorrecta
respuesta*|opcion*|eleccion|lectura* correcta*|incorrecta*|equivocada*|acertada*
mejor|peor respuesta*|opcion*|eleccion|lectura*
te equivocas|equivocaste
has acertado|fallado
acertaste|fallaste
bien hecho $|,
felicidades|felicitaciones|enhorabuena";

/// Where the words above say nothing of an answer.
const NOT_ANSWER: &str = "\
what|whats|something|anything|everything|nothing is|are|was|were wrong
its wrong of|that|how|when
is|are correct me";

const SCORE: &str = "\
your|total|final|high|low score*
you score|scored
score|scored of #
# out of #
your points|total|grade|result|results
you get|got|earn|have|lose # point*
# point|points for|each
point|points for each|every
you pass|passed $|,
tu|su puntuacion|puntaje|resultado
puntuacion|puntaje total|final
tus puntos
# puntos por
suspendiste|aprobaste";

const READER: &str = "\
you fail*
youve failed
you have failed
you should have
you shouldve
you ought to have
your fault
your own fault
shame on you
you are too|so sensitive|needy|jealous|emotional|cold|demanding
youre too|so sensitive|needy|jealous|emotional|cold|demanding
you are selfish|lazy|weak|rude|defensive|insensitive|controlling|jealous|immature|overreacting
youre selfish|lazy|weak|rude|defensive|insensitive|controlling|jealous|immature|overreacting
you overreact|overreacted
deberias|tendrias haber
deberias|tendrias que haber
es culpa tuya
es tu culpa
eres egoista|celoso|celosa|debil|inmaduro|inmadura|demasiado";

const PERSON: &str = "\
toxic*
narcissist*|narcisista*
psychopath*|psicopata*|sociopath*|sociopata*
gaslighter*|manipulator*|manipulador*|maltratador*
is|are|was abusive
is|are|was an abuser
you should|must leave|stay $|,|him|her|them|your|this|with
you need|have|ought to leave|stay $|,|him|her|them|your|this|with
its time to leave
break up with
relationship is|isnt healthy|unhealthy|over|doomed|safe|fine|good|bad
relationship is not healthy|safe|good
debes|deberias dejarlo|dejarla|irte|separarte|quedarte
tienes que dejarlo|dejarla|irte|separarte|quedarte
tu relacion es|esta sana|enferma|acabada|rota|perdida|bien|mal
tu relacion no es sana";

/// Denies that something is there at all: "no answer is wrong".
const NONE: &str = "\
no answer*|choice*|right|wrong|correct|reading*|one
nothing
none
never
neither
nor
without
nobody
there is|are not|no
there isnt|arent
theres no
no hay
ningun*
nada
nunca
sin
ni";

/// Denies anything.
const NOT: &str = "\
no
not
isnt|arent|wasnt|doesnt|dont|cant|cannot";

/// How many words before a verdict can deny it.
const REACH: usize = 7;

/// The first verdict in a text that the exercise says in its own voice, and its words.
pub fn first(text: &str) -> Option<(Verdict, String)> {
    sentences(text).iter().find_map(in_sentence)
}

fn in_sentence(sentence: &Sentence) -> Option<(Verdict, String)> {
    let tables = [
        (Verdict::Answer, ANSWER),
        (Verdict::Score, SCORE),
        (Verdict::Reader, READER),
        (Verdict::Person, PERSON),
    ];
    tables.iter().find_map(|&(verdict, table)| {
        let found = sentence.find(table)?;
        let denied = |by: &str| sentence.has_before(found.0, REACH, by);
        let is_none = match verdict {
            // "That is not correct" is a verdict as well.
            Verdict::Answer => denied(NONE) || sentence.has(NOT_ANSWER),
            Verdict::Score | Verdict::Person => denied(NONE) || denied(NOT),
            Verdict::Reader => false,
        };
        (!is_none).then(|| (verdict, sentence.quote(found)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_are_found_and_quoted() {
        use Verdict::{Answer, Person, Reader, Score};
        for (text, verdict, words) in [
            ("That’s wrong. Ask first.", Answer, "That’s wrong"),
            ("Wrong! Try again.", Answer, "Wrong"),
            ("Correct: this opens a door.", Answer, "Correct"),
            ("This is not correct.", Answer, "is not correct"),
            ("This is the right answer.", Answer, "right answer"),
            ("Well done.", Answer, "Well done"),
            ("Which reading is the best choice?", Answer, "best choice"),
            ("¡Incorrecto!", Answer, "Incorrecto"),
            (
                "Es la respuesta equivocada.",
                Answer,
                "respuesta equivocada",
            ),
            ("Your score tells how you listen.", Score, "Your score"),
            ("You got 7 out of 10.", Score, "7 out of 10"),
            ("Tu puntuación es baja.", Score, "Tu puntuación"),
            ("You failed to listen.", Reader, "You failed"),
            ("You should have asked.", Reader, "You should have"),
            ("You’re too sensitive.", Reader, "You’re too sensitive"),
            ("Es tu culpa.", Reader, "Es tu culpa"),
            ("This is what a narcissist does.", Person, "narcissist"),
            ("Toxic people do this.", Person, "Toxic"),
            ("Esto es tóxico.", Person, "tóxico"),
            ("Then you should leave him.", Person, "you should leave him"),
            (
                "Your relationship is healthy.",
                Person,
                "relationship is healthy",
            ),
        ] {
            let found = first(text);
            assert_eq!(found, Some((verdict, words.into())), "{text}");
        }
    }

    #[test]
    fn near_misses_are_left_alone() {
        for text in [
            "You could name it and let them correct you.",
            "Correct me if I have it wrong.",
            "Ask what went wrong, or what is wrong now.",
            "Maybe something is wrong at work.",
            "Nothing here is marked wrong. There is no right answer.",
            "No answer is wrong.",
            "There isn’t a right or a wrong answer.",
            "None of these is the best choice.",
            "It may feel as good as when we score a goal.",
            "It can feel like keeping score.",
            "This is not a score, and your results are not kept.",
            "Two points to keep in mind.",
            "They say: “You’re wrong. You failed me.”",
            "You should leave room for the answer.",
            "This list can’t tell whether your relationship is healthy.",
            "You may answer the reach and leave the jab.",
            "Right now it may be too much.",
            "No hay respuesta correcta.",
            "Ninguna opción es la mejor respuesta.",
            "Algo puede estar mal en el trabajo.",
            "Perhaps they are right about one thing.",
            "",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
