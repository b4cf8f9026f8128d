//! What a law of `permute_units` must accept and notice.

use contract::Plain;
use init::Parameters;
use ndarray::Array2;
use testkit::{Law, Strategy, Verdict};

use crate::equivalent_networks::properties::{Order, orders_and};
use crate::{Answers, equivalent_networks, reference};

/// A law of a network whose hidden units change places.
pub(crate) const LAW: Law<Answers, Answers, (Parameters, Order, Array2<f64>), 3> = Law {
    about: &["permute_units"],
    right: reference::answers,
    variants: equivalent_networks::variants::VARIANTS,
    mistakes: equivalent_networks::mistakes::MISTAKES,
    named: &[
        ("notices_output_weights_left", &["S92"], "it undoes itself, as the right one does"),
        ("notices_biases_left", &["S93"], "both weights are right"),
        ("notices_the_inverse_order", &["S91"], "the outputs are unchanged"),
        (
            "notices_two_units_only",
            &["S140"],
            "the outputs are unchanged, and so is most of the rest",
        ),
    ],
    left_out: &[],
    parts: ["parameters", "order", "x"],
    landmarks: Vec::new,
    inputs: || orders_and(|[n_x, .., m], pool| pool.matrix(n_x, m)).boxed(),
    share: 4,
    holds: |answers, given, (parameters, Order(order), x)| {
        let permute = |parameters: &Parameters, order: &[usize]| {
            given.call(|answers| answers.permute_units(parameters, order))
        };
        answers.permute_law(&permute, parameters, order, x)
    },
    shows: |answers, _, (parameters, Order(order), _)| {
        answers.permute_units(parameters, order).to_value()
    },
    reference: reference::answers,
};

/// Sound: true of every right answer, for every network and order. Kills S181, which refuses all of them, and S186,
/// which takes new and old for each other.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// Weights that stay undo themselves with the rest. Kills S183, there and back again.
pub fn notices_output_weights_left(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_output_weights_left")
}

/// A unit is its row, its bias and its column. Kills S184, which looks at the rows of w1 alone.
pub fn notices_biases_left(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_biases_left")
}

/// The outputs do not tell it. Kills S182, which asks for them alone.
pub fn notices_the_inverse_order(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_inverse_order")
}

/// Nor this. Kills S180, which is true of everything, and S185, which looks at the first unit alone.
pub fn notices_two_units_only(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_two_units_only")
}

/// Sharp: seven in ten of what else students get wrong. Kills S184, the rows of w1 alone.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills S187, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}
