//! What students read, pinned: of every function the first mistake, in both languages.
//!
//! The words show numbers that were drawn, so the seed is the course's own here, whatever
//! `PROPTEST_RNG_SEED` says: this file is a process of its own.

use backprop::LESSON;
use insta::assert_snapshot;
use testkit::{Language, SEED, choose_seed};

#[test]
fn the_first_mistake_of_every_function_is_told_in_these_words() {
    assert_eq!(choose_seed(SEED), SEED);
    let messages = LESSON.messages();
    assert_snapshot!("english", messages.en);
    assert_snapshot!("korean", messages.ko);
}

/// A missing 1/m shows in two examples of the smallest network, and no number need be odder than
/// an eighth.
#[test]
fn a_missing_mean_is_shown_on_the_smallest_network() {
    choose_seed(SEED);
    let network = ["w1 (1 x 1)", "b1 (1 x 1)", "w2 (1 x 1)", "b2 (1 x 1)", "x (1 x 2)"];
    let with = |last| [&network[..], &[last]].concat();
    let cost = ("agrees_with_the_sum_over_outputs_and_examples", vec!["a2 (1 x 2)", "y (1 x 2)"]);
    for (exercise, id, (property, shapes)) in [
        ("cost", "C01", cost),
        ("output_gradients", "B56", ("agree_with_the_formulas", with("y (1 x 2)"))),
        ("hidden_gradients", "B76", ("agree_with_the_formulas", with("dz2 (1 x 2)"))),
    ] {
        let message = message(exercise, property, id);
        let inputs: Vec<&str> = message.lines().filter(|line| line.starts_with("    ")).collect();
        let (heads, numbers): (Vec<&str>, Vec<&str>) =
            inputs.iter().map(|line| line.trim().split_once(" = ").unwrap()).unzip();
        assert_eq!(heads, shapes, "{message}");
        for number in numbers.iter().flat_map(|row| row.split(", ")) {
            let number: f64 = number.trim_matches(['[', ']']).parse().unwrap();
            assert_eq!((8.0 * number).fract(), 0.0, "{message}");
        }
    }
}

fn message(exercise: &str, property: &str, id: &str) -> String {
    let mistakes = LESSON.exercise(exercise).mistakes;
    let mut answers = (LESSON.reference)();
    (mistakes.iter().find(|mistake| mistake.id == id).unwrap().plant)(&mut answers);
    LESSON.check(exercise, property, answers).unwrap_err().speak(Language::English)
}
