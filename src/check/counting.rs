//! A checklist that counts: "if you ticked three or more", "add up your points". Whoever
//! counts gives a verdict by a number.

use super::phrases::{Sentence, sentences};

/// Counts, whatever stands around it.
const ALWAYS: &str = "\
add up your|all|how
add up the points|ticks|checks|answers|yes|yeses|numbers
count your|the tick*|check*|yes|yeses|points|answers|signs|boxes
count how many
count up your|the
number of tick*|checks|checkmarks|boxes|yes|yeses|signs
how many did|have you tick*|check*|mark*|answer*|select*
give yourself # point*
# point|points for each|every|a
point|points for each|every
your|total score
your total
you score|scored
suma tus|los puntos|respuestas|marcas
cuenta cuantas|cuantos
cuenta tus|las|los respuestas|marcas|puntos|senales
# punto|puntos por cada
tu puntuacion|puntaje
puntuacion|puntaje total";

/// A number, or as much as one.
const NUMBER: &str = "\
# or more|fewer|less
at least|most #
more|fewer|less than #
# of these|those|them|the
many|several|most|half|all of these|those|them|the
mostly yes|no
# o mas|menos
mas|menos de #
al|por menos #
por lo menos #
la mayoria
todas|muchas|varias de estas|las|ellas";

/// What is counted.
const ANSWERS: &str = "\
you|to check
tick*|checked|checks|checkmarks|marked|circled|selected
answer*|said yes
answer*|said|say|with mostly
yes|yeses to
apply|applies|true|sounds
statement*|sign|signs|item|items|box|boxes|yeses
marcaste|marcas|marcado|marca
contestaste|contestas|respondiste|respondes|dijiste|respuestas
senales|frases|casillas|afirmaciones";

/// What is said of the number.
const IF: &str = "\
if|when|whoever|with|then|means
anyone|everyone who
did|do|have you
^ #|ticked|checked
si|cuando|quien|con|entonces|significa";

/// The first words of a text that count answers.
pub fn first(text: &str) -> Option<String> {
    sentences(text).iter().find_map(in_sentence)
}

fn in_sentence(sentence: &Sentence) -> Option<String> {
    let counted = || {
        let number = sentence.find(NUMBER)?;
        (sentence.has(ANSWERS) && sentence.has(IF)).then_some(number)
    };
    let found = sentence.find(ALWAYS).or_else(counted)?;
    Some(sentence.quote(found))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_is_found_and_quoted() {
        for (text, words) in [
            ("If you ticked 3 or more, talk to somebody.", "3 or more"),
            ("Add up your points.", "Add up your"),
            ("If three or more of these are true, …", "three or more"),
            ("Did you check at least five boxes? Then …", "at least five"),
            ("Count how many you know.", "Count how many"),
            (
                "Give yourself 1 point for each yes.",
                "Give yourself 1 point",
            ),
            ("Si marcaste tres o más, habla con alguien.", "tres o más"),
            ("Suma tus puntos.", "Suma tus puntos"),
        ] {
            assert_eq!(first(text).as_deref(), Some(words), "{text}");
        }
    }

    #[test]
    fn numbers_that_count_no_answers_are_left_alone() {
        for text in [
            "They checked my phone more than three times.",
            "It has happened three or more times.",
            "I have at least one friend whom I can call.",
            "Three rounds, with a little less help each time.",
            "Whatever you noticed, it may be worth saying out loud to one person you trust.",
            "It all adds up to a long week.",
            "I count on them.",
            "We both name our own part, sometimes without being asked.",
            "Most people can’t see that by themselves.",
            "",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
