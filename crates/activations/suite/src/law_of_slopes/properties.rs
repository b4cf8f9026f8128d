//! What a law of slopes must accept and notice.

use contract::Plain;
use testkit::generators::eighths;
use testkit::{Law, Strategy, Verdict};

use crate::{Answers, reference, slopes};

/// A law of a function and its slope: of the sigmoid's and of tanh's.
pub(crate) const LAW: Law<Answers, Answers, f64, 1> = Law {
    about: &["sigmoid_prime", "tanh_prime"],
    right: reference::answers,
    variants: slopes::variants::VARIANTS,
    mistakes: slopes::mistakes::MISTAKES,
    named: &[
        ("notices_the_function_in_place_of_its_slope", &["A101", "A111"], "the plainest slip"),
        ("notices_a_missing_factor", &["A07", "A113"], "it keeps the form"),
        ("notices_a_doubled_slope", &["A102"], "even and positive as the right one"),
        (
            "notices_a_slope_right_on_one_side_only",
            &["A294"],
            "a law that looks at one side knows half",
        ),
    ],
    left_out: &[
        ("A10", "wrong only below -709; the inputs lie between -20 and 20"),
        ("A106", "right to 1e-7: a gradient check is no more exact"),
        ("A118", "right to 1e-6: a gradient check is no more exact"),
    ],
    parts: ["z"],
    landmarks: || vec![0.0, 1.0, -1.0, 2.5, -2.5, 11.0, -11.0, 20.0, -20.0],
    inputs: || eighths(-160..=160).boxed(),
    share: 4,
    holds: |answers, given, z| {
        let g = if given.function() == "tanh_prime" { reference::tanh } else { reference::sigmoid };
        answers.slope_law(&g, &|z| given.call(|answers| slope(answers, given.function(), z)), *z)
    },
    shows: |answers, function, z| slope(answers, function, *z).to_value(),
    reference: reference::answers,
};

fn slope(answers: &Answers, function: &str, z: f64) -> f64 {
    if function == "tanh_prime" { answers.tanh_prime(z) } else { answers.sigmoid_prime(z) }
}

/// Sound: true of the sigmoid and of tanh with their slopes, for |z| up to 20. Kills A321, which refuses all,
/// A322, the formula of one of the two, A323, a tolerance below what a difference is off by, and A324, a step so small
/// that nothing is left of the difference.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// To take the function for its slope is the plainest slip. Kills A320, which is true of everything.
pub fn notices_the_function_in_place_of_its_slope(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_function_in_place_of_its_slope")
}

/// A factor that is missing keeps the form, and often the sign. Kills A325, a tolerance above the slopes themselves.
pub fn notices_a_missing_factor(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_missing_factor")
}

/// A doubled slope is as even and as positive as the right one. Kills A326, the symmetry alone.
pub fn notices_a_doubled_slope(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_doubled_slope")
}

/// Half of the inputs tell nothing of the other half. Kills A327, which looks at |z| alone, and A328, which looks at
/// 0.
pub fn notices_a_slope_right_on_one_side_only(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_slope_right_on_one_side_only")
}

/// Sharp: seven in ten of what else students get wrong. Kills A325, which notices nothing.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills A329, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}
