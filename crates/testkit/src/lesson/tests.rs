//! A small lesson, and what the diagnosis and the audit say of right, wrong and useless parts of it.

use std::thread;

use crate::generators::eighths;
use crate::lesson::{
    AnyLesson, Exercise, Hints, Judged, Lesson, Mistake, Notation, Outline, Property, Text,
    Variant, judged_in_process,
};
use crate::{Verdict, ensure, for_all};
use contract::contract;
use contract::{Contract, Language};

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
    for_all(["z"], eighths(-320..=80), |z| {
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
    for_all(["z"], eighths(-16..=16), |z| {
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

const HINT: Text = Text::fixed("So it is.", "그렇습니다.");
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
                mistake(("S1", "softplus"), |answers| answers.softplus = fill::softplus(|z| z)),
                // Only loses digits: 1 + e^z is rounded.
                mistake(("S2", "softplus"), |answers| {
                    answers.softplus = fill::softplus(|z| (1.0 + z.exp()).ln());
                }),
            ],
            variants: &[],
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
                mistake(("T1", "twice"), |answers| answers.twice = fill::twice(|z| 2.0 * z + 1.0)),
                mistake(("T2", "twice"), |answers| answers.twice = fill::twice(|z| 3.0 * z)),
            ],
            variants: &[
                // The first of a sample.
                Variant {
                    name: "a square",
                    function: "twice",
                    code: "",
                    plant: |answers| answers.twice = fill::twice(|z| z * z),
                },
                Variant {
                    name: "a sum",
                    function: "twice",
                    code: "",
                    plant: |answers| answers.twice = fill::twice(|z| z + z),
                },
            ],
            hints: NO_HINTS,
        },
    ],
    reference: right,
    notation: Notation::NONE,
    laws: &[],
};

/// The mistake that is named where `softplus` is answered so.
fn diagnosis_of(softplus: fn(f64) -> f64) -> Option<String> {
    let answers = Answers { softplus: Box::new(softplus), ..right() };
    LESSON.check("sound", "softplus_agrees", answers).unwrap_err().mistake().map(String::from)
}

#[test]
fn an_answer_that_behaves_like_a_mistake_is_named_after_it() {
    assert_eq!(diagnosis_of(|z| z.exp().ln()).as_deref(), Some("S1"));
    assert_eq!(diagnosis_of(|z| (z.exp() + 1.0).ln()).as_deref(), Some("S2"));
}

#[test]
fn what_no_catalogue_knows_is_told_by_a_family() {
    let cut = |z: f64| z.exp().ln_1p().min(5.0);
    assert_eq!(diagnosis_of(cut).as_deref(), Some("family:bound"));
    let returned = |z: f64| if z > 5.0 { z } else { z.exp().ln_1p() };
    assert_eq!(diagnosis_of(returned).as_deref(), Some("family:returned"));
}

#[test]
fn no_match_is_no_guess() {
    let several = |z: f64| 0.3 * z.exp().ln_1p() + 0.1 * (3.0 * z).sin() + 0.01 * z * z;
    assert_eq!(diagnosis_of(several).as_deref(), None);
    assert_eq!(diagnosis_of(|_| panic!("not today")).as_deref(), None);
}

/// Every answer that is right but for tiny numbers is as near as rounding to a mistake that loses
/// digits.
#[test]
fn another_error_of_tiny_numbers_is_not_lost_digits() {
    assert_eq!(diagnosis_of(|z| if z < -30.0 { 0.0 } else { z.exp().ln_1p() }).as_deref(), None);
    assert_eq!(
        diagnosis_of(|z| if z < -30.0 { 2.0 * z.exp() } else { z.exp().ln_1p() }).as_deref(),
        None
    );
}

#[test]
fn a_sound_exercise_has_no_shortcomings() {
    let planted = LESSON.plant_mistakes("sound");
    assert_eq!(LESSON.shortcomings("sound", &planted), Vec::<String>::new());
    assert_eq!(LESSON.properties_that_ask_others("sound"), Vec::<String>::new());
    assert_eq!(LESSON.refusals("sound"), Vec::<String>::new());
    assert_eq!(LESSON.loud_stubs("sound"), Vec::<String>::new());
}

#[test]
fn mistakes_that_pass_and_properties_without_use_are_told() {
    let planted = LESSON.plant_mistakes("leaky");
    let found = LESSON.shortcomings("leaky", &planted);
    let shortcomings =
        ["T2 passes every property", "T2 is named None", "calls_softplus catches no mistake"];
    assert_eq!(found, shortcomings);
    assert_eq!(LESSON.properties_that_ask_others("leaky"), ["calls_softplus also asks softplus"]);
}

#[test]
fn a_right_answer_that_is_refused_is_told() {
    let refusals = LESSON.refusals("leaky");
    assert_eq!(refusals.len(), 1);
    assert!(refusals[0].starts_with("a square, twice_is_linear: It must be linear in z."));
    let tally = LESSON.tally("leaky");
    assert_eq!((tally.mistakes, tally.caught, tally.named), (2, 1, 1));
    assert_eq!((tally.variants, tally.accepted), (2, 1));
}

/// Everything that a reader is told.
fn words(judged: &[Judged]) -> Vec<String> {
    let complaint = |judged: &Judged| match &judged.verdict {
        Ok(()) => "holds".into(),
        Err(complaint) => [Language::English, Language::Korean]
            .map(|language| complaint.speak(language))
            .join(complaint.mistake().unwrap_or("no name")),
    };
    judged.iter().map(|judged| format!("{}: {}", judged.name, complaint(judged))).collect()
}

#[test]
fn answers_judge_themselves_as_their_lesson_does() {
    fn wrong() -> Answers {
        Answers { twice: Box::new(|_| panic!("\u{1b} never")), ..right() }
    }
    fn named() -> Answers {
        Answers { softplus: Box::new(|z| z), ..right() }
    }
    for write in [right, wrong, named, Contract::unwritten] {
        for exercise in AnyLesson::outline(&LESSON) {
            let by_itself = judged_in_process(&LESSON.in_process(write), &exercise);
            let judged = LESSON.judge(LESSON.exercise(exercise.name), write());
            assert_eq!(
                words(&by_itself).join("\n"),
                words(&judged).join("\n").replace('\u{1b}', "\u{fffd}")
            );
        }
    }
}

#[test]
fn answers_that_never_end_judge_what_comes_before() {
    fn endless() -> Answers {
        let softplus = |z: f64| {
            while z.is_finite() {
                thread::park();
            }
            z
        };
        Answers { softplus: Box::new(softplus), ..right() }
    }
    let judged = |exercise: &Outline| judged_in_process(&LESSON.in_process(endless), exercise);
    let names: Vec<_> =
        AnyLesson::outline(&LESSON).iter().flat_map(judged).map(|judged| judged.name).collect();
    assert_eq!(names, ["twice_is_linear"]);
}
