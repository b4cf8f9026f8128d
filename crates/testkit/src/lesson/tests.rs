//! A small lesson, and what the diagnosis and the audit say of right, wrong and useless parts of it.

use crate::generators::eighths;
use crate::lesson::{Exercise, Hints, Lesson, Mistake, Phrase, Property, Variant};
use crate::{Verdict, contract, ensure, for_all};

contract! {
    /// Two functions.
    pub struct Answers {
        /// `ln(1 + e^z)`.
        fn softplus(z: f64) -> f64;
        /// `2 z`.
        fn twice(z: f64) -> f64;
    }
}

fn right() -> Answers {
    Answers { softplus: Box::new(|z| z.exp().ln_1p()), twice: Box::new(|z| 2.0 * z) }
}

fn softplus_agrees(answers: &Answers) -> Verdict {
    for_all("z", eighths(-320..=80), |z| {
        let (got, want) = (answers.softplus(*z), z.exp().ln_1p());
        ensure!(
            (got - want).abs() <= 1e-9 * want,
            "softplus({z}) came out as {got}; it must be {want}.",
            "softplus({z})의 결과가 {got}입니다. 올바른 값은 {want}입니다."
        );
        Ok(())
    })
}

fn twice_is_linear(answers: &Answers) -> Verdict {
    for_all("z", eighths(-16..=16), |z| {
        let (got, want) = (answers.twice(*z), answers.twice(1.0) * z);
        ensure!(
            (got - want).abs() < 1e-9,
            "It must be linear in z.",
            "z에 대해 선형이어야 합니다."
        );
        Ok(())
    })
}

fn twice_calls_softplus(answers: &Answers) -> Verdict {
    ensure!(answers.softplus(answers.twice(0.0)) > 0.0, "It must be positive.", "양수여야 합니다.");
    Ok(())
}

const HINT: Phrase = Phrase { en: "So it is.", ko: "그렇습니다." };
const NO_HINTS: &[Hints] = &[];

const fn mistake(
    (id, function): (&'static str, &'static str),
    plant: fn(&mut Answers),
) -> Mistake<Answers> {
    Mistake { id, function, code: "", hint: HINT, plant }
}

static LESSON: Lesson<Answers> = Lesson {
    name: "small",
    exercises: &[
        Exercise {
            name: "sound",
            functions: &["softplus"],
            properties: &[Property {
                function: "softplus",
                name: "softplus_agrees",
                check: softplus_agrees,
            }],
            mistakes: &[
                mistake(("S1", "softplus"), |it| it.softplus = fill::softplus(|z| z)),
                // Only loses digits: 1 + e^z is rounded.
                mistake(("S2", "softplus"), |it| {
                    it.softplus = fill::softplus(|z| (1.0 + z.exp()).ln());
                }),
            ],
            hints: NO_HINTS,
        },
        Exercise {
            name: "leaky",
            functions: &["twice"],
            properties: &[
                Property { function: "twice", name: "twice_is_linear", check: twice_is_linear },
                Property { function: "twice", name: "calls_softplus", check: twice_calls_softplus },
            ],
            mistakes: &[
                mistake(("T1", "twice"), |it| it.twice = fill::twice(|z| 2.0 * z + 1.0)),
                mistake(("T2", "twice"), |it| it.twice = fill::twice(|z| 3.0 * z)),
            ],
            hints: NO_HINTS,
        },
    ],
    reference: right,
};

const VARIANTS: &[&[Variant<Answers>]] = &[&[
    Variant { name: "a sum", function: "twice", plant: |it| it.twice = fill::twice(|z| z + z) },
    Variant { name: "a square", function: "twice", plant: |it| it.twice = fill::twice(|z| z * z) },
]];

/// The mistake that is named where `softplus` is answered so.
fn diagnosis_of(softplus: fn(f64) -> f64) -> Option<&'static str> {
    let answers = Answers { softplus: Box::new(softplus), ..right() };
    LESSON.check("sound", "softplus_agrees", answers).unwrap_err().mistake()
}

#[test]
fn an_answer_that_behaves_like_a_mistake_is_named_after_it() {
    assert_eq!(diagnosis_of(|z| z.exp().ln()), Some("S1"));
    assert_eq!(diagnosis_of(|z| (z.exp() + 1.0).ln()), Some("S2"));
}

#[test]
fn no_match_is_no_guess() {
    assert_eq!(diagnosis_of(f64::exp), None);
    assert_eq!(diagnosis_of(|z| if z > 5.0 { z } else { z.exp().ln_1p() }), None);
    assert_eq!(diagnosis_of(|_| panic!("not today")), None);
}

/// Every answer that is right but for tiny numbers is as near as rounding to a mistake that loses
/// digits.
#[test]
fn another_error_of_tiny_numbers_is_not_lost_digits() {
    assert_eq!(diagnosis_of(|z| if z < -30.0 { 0.0 } else { z.exp().ln_1p() }), None);
    assert_eq!(diagnosis_of(|z| if z < -30.0 { 2.0 * z.exp() } else { z.exp().ln_1p() }), None);
}

#[test]
fn a_sound_exercise_has_no_shortcomings() {
    let planted = LESSON.plant_mistakes("sound");
    assert_eq!(LESSON.shortcomings("sound", &planted), Vec::<String>::new());
    assert_eq!(LESSON.properties_that_ask_others("sound"), Vec::<String>::new());
    assert_eq!(LESSON.refusals("sound", VARIANTS), Vec::<String>::new());
    assert_eq!(LESSON.loud_stubs("sound"), Vec::<String>::new());
}

#[test]
fn mistakes_that_pass_and_properties_without_use_are_told() {
    let planted = LESSON.plant_mistakes("leaky");
    let found = LESSON.shortcomings("leaky", &planted);
    let told =
        ["T2 passes every property", "T2 is named None", "calls_softplus catches no mistake"];
    assert_eq!(found, told);
    assert_eq!(LESSON.properties_that_ask_others("leaky"), ["calls_softplus also asks softplus"]);
}

#[test]
fn a_right_answer_that_is_refused_is_told() {
    let refusals = LESSON.refusals("leaky", VARIANTS);
    assert_eq!(refusals.len(), 1);
    assert!(refusals[0].starts_with("a square, twice_is_linear: It must be linear in z."));
    let tally = LESSON.tally("leaky", VARIANTS);
    assert_eq!((tally.mistakes, tally.caught, tally.named), (2, 1, 1));
    assert_eq!((tally.variants, tally.accepted), (2, 1));
}
