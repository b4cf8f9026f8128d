//! What a law of `train` must accept and notice.

use contract::{Fault, Plain, Value, raise};
use init::Parameters;
use init_suite::inputs::network;
use ndarray::Array2;
use testkit::generators::build;
use testkit::{Law, Strategy, Verdict};

use crate::inputs::Case;
use crate::{Answers, reference, train};

/// The most numbers that a law may have gone through, over all steps of one training.
const MOST_NUMBERS: usize = 10_000_000;

/// A law of training.
pub(crate) const LAW: Law<Answers, Answers, Case, 0> = Law {
    about: &["train"],
    right: reference::answers,
    variants: train::variants::VARIANTS,
    mistakes: train::mistakes::MISTAKES,
    named: &[
        ("notices_ascent", &["T55"], "the first cost is right, and each step as long"),
        ("notices_an_ignored_rate", &["T52"], "right at one rate"),
        ("notices_one_step_too_many", &["T53"], "all costs but one are right"),
        ("notices_costs_after_the_step", &["T50"], "the parameters are right"),
        ("notices_a_start_that_is_changed_or_ignored", &["T54", "T66"], "the costs fall"),
    ],
    left_out: &[
        ("T60", "needs more than a hundred steps"),
        ("T65", "needs a cost that hardly changes, by small rates or many steps"),
        ("T74", "needs thousands of steps"),
        ("T75", "needs a rate at which the cost rises"),
        ("T76", "needs a rate at which the cost rises"),
        ("T77", "needs a thousand steps"),
        ("T78", "needs thousands of steps"),
        ("T79", "needs a thousand steps"),
        ("T90", "needs gradients of 0"),
    ],
    parts: [],
    landmarks: Vec::new,
    // Starts of about 0.5 times standard normal numbers.
    inputs: || {
        build([1..=3, 2..=3, 1..=2, 2..=5], |[n_x, n_h, n_y, m], pool| {
            let Parameters { w1, b1, w2, b2 } = network(pool, n_x, n_h, n_y);
            let parameters = Parameters { w1: 0.5 * w1, b1: 0.5 * b1, w2: 0.5 * w2, b2: 0.5 * b2 };
            Case { parameters, x: pool.matrix(n_x, m), y: pool.labels(n_y, m) }
        })
        .boxed()
    },
    share: 10,
    holds: |answers, given, Case { parameters, x, y }| {
        let train = |x: &Array2<f64>, y: &Array2<f64>, start: &Parameters, rate, steps: usize| {
            // Else a law could keep whoever judges it busy for ever.
            // An empty network has steps, too.
            let numbers = 1 + x.len() + start.w1.len() + start.w2.len();
            if steps.saturating_mul(numbers) > MOST_NUMBERS {
                let message = format!("the law trains for {steps} steps; a few are enough");
                raise(Fault::Panicked { message, place: None });
            }
            given.call(|answers| answers.train(x, y, start, rate, steps))
        };
        answers.train_law(&train, x, y, parameters)
    },
    shows: |answers, _, Case { parameters, x, y }| {
        let (Parameters { w1, b1, w2, b2 }, costs) = answers.train(x, y, parameters, 0.5, 3);
        Value::Record(vec![
            ("w1", w1.to_value()),
            ("b1", b1.to_value()),
            ("w2", w2.to_value()),
            ("b2", b2.to_value()),
            ("costs", Value::Vector(costs.into())),
        ])
    },
    reference: reference::answers,
};

/// Sound: true of every right answer, at the rates and steps that the law chooses. Kills T201, which refuses all, T205,
/// the same bits, and T206, costs that fall at any rate.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// The cost rises step by step. Kills T200, which is true of everything.
pub fn notices_ascent(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_ascent")
}

/// A rate that is ignored is right where it is the one in the code. Kills T204, which asks at 1.2 alone.
pub fn notices_an_ignored_rate(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_an_ignored_rate")
}

/// One step more is seen at the end alone. Kills T203, which looks at the first cost alone.
pub fn notices_one_step_too_many(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_one_step_too_many")
}

/// Costs that are late are seen in the first of them. Kills T202, that the cost falls.
pub fn notices_costs_after_the_step(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_costs_after_the_step")
}

/// Training goes well from many starts. Kills T202, that the cost falls.
pub fn notices_a_start_that_is_changed_or_ignored(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_start_that_is_changed_or_ignored")
}

/// Sharp: seven in ten of what else students get wrong. Kills T202, that the cost falls.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills T207, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}
