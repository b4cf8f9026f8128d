//! What a law of the cost must accept and notice.

use activations_suite::reference::sigmoid;
use contract::Plain;
use ndarray::Array2;
use testkit::generators::build;
use testkit::{Law, Strategy, Verdict};

use crate::{Answers, cost, reference};

/// A law of the cost.
pub(crate) const LAW: Law<Answers, Answers, (Array2<f64>, Array2<f64>), 2> = Law {
    about: &["cost"],
    right: reference::answers,
    variants: cost::variants::VARIANTS,
    mistakes: cost::mistakes::MISTAKES,
    named: &[
        ("notices_the_sum", &["C101"], "not seen with one example"),
        ("notices_one_term_only", &["C151"], "not seen where all labels are 1"),
        ("notices_the_sign", &["C102"], "the size is right"),
        ("notices_exchanged_labels", &["C170"], "it keeps every symmetry"),
        ("notices_the_squared_error", &["C11"], "it is small and large where the cost is"),
    ],
    left_out: &[
        ("C54", "differs by 1e-8, but for outputs of exactly 0 or 1"),
        ("C55", "differs where an output is within 1e-7 of 0 or 1"),
        ("C62", "needs outputs of exactly 0 or 1"),
        ("C63", "needs outputs of exactly 0 or 1"),
        ("C160", "needs outputs of exactly 0 or 1"),
    ],
    parts: ["a2", "y"],
    landmarks: Vec::new,
    // Of z2 between -12 and 12, so that no output is exactly 0 or 1.
    inputs: || {
        build([1..=3, 1..=5], |[n_y, m], pool| {
            (pool.matrix(n_y, m).mapv(|z| sigmoid(6.0 * z)), pool.labels(n_y, m))
        })
        .boxed()
    },
    share: 3,
    holds: |answers, given, (a2, y)| {
        answers.cost_law(&|a2, y| given.call(|answers| answers.cost(a2, y)), a2, y)
    },
    shows: |answers, _, (a2, y)| answers.cost(a2, y).to_value(),
    reference: reference::answers,
};

/// Sound: true of every right answer, whatever stabilises its logarithms. Kills C201, which refuses all, C205, the same
/// bits as one formula, and C206, a mean over all entries.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// With one example the sum is the mean. Kills C204, which looks at the first example alone.
pub fn notices_the_sum(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_sum")
}

/// Where all labels are equal, one term is enough. Kills C202, a tolerance as large as a cost.
pub fn notices_one_term_only(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_one_term_only")
}

/// A cost is not negative. Kills C200, which is true of everything.
pub fn notices_the_sign(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_sign")
}

/// Which class is called 1 is a matter of the labels. Kills C203, a cost that is not negative and doubles with nothing.
pub fn notices_exchanged_labels(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_exchanged_labels")
}

/// The squared error is never negative, averages, and is 0 for a perfect prediction. Kills C203, which asks for these
/// alone.
pub fn notices_the_squared_error(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_squared_error")
}

/// Sharp: seven in ten of what else students get wrong. Kills C202, which notices little.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills C207, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}
