//! What a law of equal units must accept and notice.

use contract::Plain;
use ndarray::Array2;
use testkit::generators::build;
use testkit::{Law, Strategy, Verdict};

use super::steps::{self, Steps};
use crate::{Answers, reference};

/// A law of steps: equal hidden units stay equal.
pub(crate) const LAW: Law<Answers, Steps, (Array2<f64>, Array2<f64>), 2> = Law {
    about: &["step"],
    right: steps::right,
    variants: steps::VARIANTS,
    mistakes: steps::MISTAKES,
    named: &[
        ("notices_noise_in_the_step", &["S150"], "the gradients are right"),
        ("notices_one_unit_left_out", &["S151"], "from zeros no unit moves"),
        ("notices_a_rate_that_differs_by_unit", &["S152"], "each unit moves the right way"),
        ("notices_biases_of_one_unit_only", &["S153"], "all weights are right"),
    ],
    left_out: &[],
    parts: ["x", "y"],
    landmarks: Vec::new,
    inputs: || {
        build([1..=3, 1..=2, 1..=4], |[n_x, n_y, m], pool| {
            (pool.matrix(n_x, m), pool.labels(n_y, m))
        })
        .boxed()
    },
    share: 4,
    holds: |answers, given, (x, y)| {
        let step = |parameters: &_, x: &_, y: &_| given.call(|steps| steps.step(parameters, x, y));
        answers.equal_units_law(&step, x, y)
    },
    shows: |steps, _, (x, y)| steps.step(&reference::equal_start(x, y), x, y).to_value(),
    reference: reference::answers,
};

/// Sound: equal units stay equal in every right step, but for rounding. Kills S161, which refuses all, S165, which asks
/// for the same bits, and S166, which wants the network unmoved.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// Noise alone breaks the symmetry. Kills S162, a tolerance beyond the noise.
pub fn notices_noise_in_the_step(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_noise_in_the_step")
}

/// Who is left out stays behind. Kills S163, a start at zero, from which nobody moves.
pub fn notices_one_unit_left_out(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_one_unit_left_out")
}

/// Each unit goes the right way, but not as far. Kills S160, which is true of everything.
pub fn notices_a_rate_that_differs_by_unit(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_rate_that_differs_by_unit")
}

/// A bias belongs to its unit as its weights do. Kills S164, which looks at w2 alone, after one step.
pub fn notices_biases_of_one_unit_only(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_biases_of_one_unit_only")
}

/// Sharp: seven in ten of what else may go wrong. Kills S163, a start at zero.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills S167, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}
