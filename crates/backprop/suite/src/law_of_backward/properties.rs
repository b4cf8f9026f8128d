//! What a law of `backward` must accept and notice, and what its networks must be.

use contract::{Plain, say};
use init::Parameters;
use ndarray::Array2;
use testkit::{Law, Strategy, Verdict, ensure};

use crate::inputs::{Case, cases, has_shape};
use crate::{Answers, backward, reference};

/// A law of the backward pass.
pub(crate) const LAW: Law<Answers, Answers, Case, 0> = Law {
    about: &["backward"],
    right: reference::answers,
    variants: backward::variants::VARIANTS,
    mistakes: backward::mistakes::MISTAKES,
    named: &[
        ("notices_sums_in_place_of_means", &["B94"], "not seen with one example"),
        ("notices_a_transposed_product", &["B106", "B108"], "not seen where sizes are equal"),
        ("notices_the_slope_of_the_wrong_layer_or_none", &["B91", "B92"], "dw2 and db2 are right"),
        ("notices_a_missing_bias_gradient", &["B20"], "all weights are right"),
        ("notices_only_the_first_output", &["B90"], "not seen with one output"),
        ("notices_the_sign", &["B01"], "the sizes are right"),
    ],
    left_out: &[],
    parts: [],
    landmarks: Vec::new,
    inputs: || cases().boxed(),
    share: 6,
    holds: |answers, given, Case { parameters, x, y }| {
        let backward = |parameters: &_, cache: &_, x: &_, y: &_| {
            given.call(|answers| answers.backward(parameters, cache, x, y))
        };
        answers.backward_law(&backward, parameters, x, y)
    },
    shows: |answers, _, case| {
        answers.backward(&case.parameters, &case.cache(), &case.x, &case.y).to_value()
    },
    reference: reference::answers,
};

/// Sound: true of every right answer, for every network and data. Kills B301, which refuses all, B306, a tolerance below
/// what differences are off by, and B307, which divides by the number of inputs.
pub fn accepts_every_right_answer(answers: &Answers) -> Verdict {
    LAW.accepts_every_right_answer(answers)
}

/// A sum points where the mean does. Kills B304, which asks that the cost falls.
pub fn notices_sums_in_place_of_means(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_sums_in_place_of_means")
}

/// Where sizes are equal, shapes tell nothing. Kills B300, which is true of everything.
pub fn notices_a_transposed_product(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_transposed_product")
}

/// The hidden layer is the harder half. Kills B305, which looks at the output layer alone.
pub fn notices_the_slope_of_the_wrong_layer_or_none(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_slope_of_the_wrong_layer_or_none")
}

/// A bias has a gradient, too. Kills B305, which looks at the output layer alone.
pub fn notices_a_missing_bias_gradient(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_a_missing_bias_gradient")
}

/// A hidden unit hears from all outputs. Kills B303, the shapes alone.
pub fn notices_only_the_first_output(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_only_the_first_output")
}

/// Uphill is as steep as downhill. Kills B300, which is true of everything, and B309, which looks at sizes alone.
pub fn notices_the_sign(answers: &Answers) -> Verdict {
    LAW.notices(answers, "notices_the_sign")
}

/// Sharp: seven in ten of what else students get wrong. Kills B304, which asks that the cost falls.
pub fn notices_most_other_mistakes(answers: &Answers) -> Verdict {
    LAW.notices_most_other_mistakes(answers)
}

/// What a law says follows from its arguments. Kills B308, which remembers what it said last.
pub fn gives_the_same_verdict_twice(answers: &Answers) -> Verdict {
    LAW.gives_the_same_verdict_twice(answers)
}

/// With one example a sum is a mean, and with one output the first is all. Kills B311 and B312, which draw these
/// alone, and B313, a network of zeros.
pub fn tells_every_listed_mistake_apart(answers: &Answers) -> Verdict {
    let draws = draws(answers);
    for Case { parameters, x, y } in &draws {
        fits(parameters, x, y)?;
    }
    let count =
        |is_meant: &dyn Fn(&Case) -> bool| draws.iter().filter(|case| is_meant(case)).count();
    let (one_example, one_output) =
        (count(&|case| case.x.ncols() == 1), count(&|case| case.y.nrows() == 1));
    let one_unit = count(&|case| case.parameters.w1.nrows() == 1);
    let square = count(&|case| {
        let (n_h, n_x) = case.parameters.w1.dim();
        n_h == n_x && n_h == case.y.nrows()
    });
    let zeros = count(&|case| case.parameters.w2.iter().all(|w| *w == 0.0));
    LAW.are_told_apart_by(
        &draws,
        &say!(
            "{one_example} have m = 1, {one_output} n_y = 1, {one_unit} n_h = 1, {square} n_x = n_h = n_y, and \
             {zeros} a w2 of zeros",
            "m = 1인 것은 {one_example}개, n_y = 1인 것은 {one_output}개, n_h = 1인 것은 {one_unit}개, n_x = n_h = n_y인 \
             것은 {square}개, w2가 모두 0인 것은 {zeros}개입니다"
        ),
    )
}

/// The shapes go together, all numbers are finite, labels are 0 or 1. Kills B314, inputs of another size, B315, labels
/// of -1, B316, no examples at all, and B317, infinite weights.
pub fn draws_networks_that_fit_their_data(answers: &Answers) -> Verdict {
    draws(answers).iter().try_for_each(|Case { parameters, x, y }| fits(parameters, x, y))
}

fn draws(answers: &Answers) -> Vec<Case> {
    LAW.draws(|rng| {
        let (parameters, x, y) = answers.draw_network(rng);
        Case { parameters, x, y }
    })
}

fn fits(parameters: &Parameters, x: &Array2<f64>, y: &Array2<f64>) -> Verdict {
    let Parameters { w1, b1, w2, b2 } = parameters;
    let ((n_h, n_x), n_y, m) = (w1.dim(), w2.nrows(), x.ncols());
    ensure!(
        n_x > 0 && n_h > 0 && n_y > 0 && m > 0,
        "A network that you draw has n_x = {n_x}, n_h = {n_h}, n_y = {n_y} and m = {m}; each must be at least 1.",
        "뽑은 신경망 하나가 n_x = {n_x}, n_h = {n_h}, n_y = {n_y}, m = {m}입니다. 모두 1 이상이어야 합니다."
    );
    has_shape("b1", b1, (n_h, 1))?;
    has_shape("w2", w2, (n_y, n_h))?;
    has_shape("b2", b2, (n_y, 1))?;
    has_shape("x", x, (n_x, m))?;
    has_shape("y", y, (n_y, m))?;
    let all = || w1.iter().chain(b1).chain(w2).chain(b2).chain(x);
    ensure!(
        all().all(|z| z.is_finite()),
        "A network or its inputs hold a number that is not finite.",
        "신경망이나 입력에 유한하지 않은 수가 있습니다."
    );
    ensure!(
        y.iter().all(|y| *y == 0.0 || *y == 1.0),
        "A label is neither 0 nor 1.",
        "0도 1도 아닌 레이블이 있습니다."
    );
    Ok(())
}
