//! Laws of the slopes of the sigmoid and of tanh, as functions of `z`.

use testkit::generators::numbers;
use testkit::{Verdict, ensure, for_all};

use crate::inputs::{
    ROUNDING, everywhere, fades_without_a_limit, for_every_z, is_the_slope_of, near,
};
use crate::{Answers, reference};

/// `1 - a^2` doubles the error of `a`, so the slope of tanh may be off by twice as much.
const ROUNDING_OF_A_SQUARE: f64 = 2.0 * ROUNDING;

/// `sigmoid'(z) = a (1 - a)` with `a = sigmoid(z)`, for every `z`. Kills A06, the formula in `z`.
pub fn sigmoid_prime_agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let (got, want) = (answers.sigmoid_prime(z), reference::sigmoid_prime(z));
        near(&format!("sigmoid_prime({z})"), got, want, ROUNDING)
    })
}

/// A slope is what the function rises by when `z` grows a little. Kills A102, a factor of 2.
pub fn sigmoid_prime_is_the_central_difference(answers: &Answers) -> Verdict {
    is_the_slope_of("sigmoid_prime", reference::sigmoid, false, |z| answers.sigmoid_prime(z))
}

/// Mirror images are equally steep: `sigmoid'(-z) = sigmoid'(z)`, also where `f64` ends. Kills A10,
/// which is not a number for very negative `z`.
pub fn sigmoid_prime_is_even(answers: &Answers) -> Verdict {
    for_all(["z"], numbers(), |z| {
        let (right, left) = (answers.sigmoid_prime(*z), answers.sigmoid_prime(-z));
        ensure!(
            (right - left).abs() <= ROUNDING,
            "sigmoid_prime({z}) is {right} and sigmoid_prime({mirror}) is {left}; they must be \
             equal.",
            "sigmoid_prime({z})는 {right}, sigmoid_prime({mirror})는 {left}입니다. 두 값은 같아야 \
             합니다.",
            mirror = -z
        );
        Ok(())
    })
}

/// The sigmoid is steepest in the middle, and even there rises by 1/4 only: a chain of slopes
/// shrinks by that factor or more at each layer. Kills A07, a dropped factor.
pub fn sigmoid_prime_is_at_most_one_quarter(answers: &Answers) -> Verdict {
    for_all(["z"], everywhere(), |z| {
        let slope = answers.sigmoid_prime(*z);
        ensure!(
            (-ROUNDING..=0.25 + ROUNDING).contains(&slope),
            "sigmoid_prime({z}) came out as {slope}; it must lie between 0 and 1/4.",
            "sigmoid_prime({z})의 결과가 {slope}입니다. 0과 1/4 사이여야 합니다."
        );
        Ok(())
    })
}

/// Far from 0 the sigmoid is flat, it saturates: `sigmoid'(z) <= e^-|z|`. Kills A101, the sigmoid
/// itself.
pub fn sigmoid_prime_fades_on_both_sides(answers: &Answers) -> Verdict {
    let slope = |z| answers.sigmoid_prime(z);
    fades_without_a_limit("sigmoid_prime", slope, reference::sigmoid_prime, 300.0)?;
    for_all(["z"], everywhere(), |z| {
        let (slope, bound) = (answers.sigmoid_prime(*z), (-z.abs()).exp());
        ensure!(
            slope <= bound + ROUNDING,
            "sigmoid_prime({z}) came out as {slope}; it must be at most e^-|z|, {bound}.",
            "sigmoid_prime({z})의 결과가 {slope}입니다. e^-|z| = {bound} 이하여야 합니다."
        );
        Ok(())
    })
}

/// `tanh'(z) = 1 - a^2` with `a = tanh(z)`, for every `z`. Kills A16, the formula in `z`.
pub fn tanh_prime_agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let (got, want) = (answers.tanh_prime(z), reference::tanh_prime(z));
        near(&format!("tanh_prime({z})"), got, want, ROUNDING_OF_A_SQUARE)
    })
}

/// A slope is what the function rises by when `z` grows a little. Kills A18, `1 / cosh(z)`.
pub fn tanh_prime_is_the_central_difference(answers: &Answers) -> Verdict {
    is_the_slope_of("tanh_prime", reference::tanh, false, |z| answers.tanh_prime(z))
}

/// Mirror images are equally steep: `tanh'(-z) = tanh'(z)`, also where `f64` ends. Kills A15, a
/// missing square.
pub fn tanh_prime_is_even(answers: &Answers) -> Verdict {
    for_all(["z"], numbers(), |z| {
        let (right, left) = (answers.tanh_prime(*z), answers.tanh_prime(-z));
        ensure!(
            (right - left).abs() <= ROUNDING_OF_A_SQUARE,
            "tanh_prime({z}) is {right} and tanh_prime({mirror}) is {left}; they must be equal.",
            "tanh_prime({z})는 {right}, tanh_prime({mirror})는 {left}입니다. 두 값은 같아야 합니다.",
            mirror = -z
        );
        Ok(())
    })
}

/// tanh is steepest in the middle, with slope 1, and never falls. Kills A110, `1 + a^2`.
pub fn tanh_prime_lies_between_zero_and_one(answers: &Answers) -> Verdict {
    let slope = |z| answers.tanh_prime(z);
    fades_without_a_limit("tanh_prime", slope, reference::tanh_prime, 150.0)?;
    for_all(["z"], everywhere(), |z| {
        let slope = answers.tanh_prime(*z);
        ensure!(
            (-ROUNDING_OF_A_SQUARE..=1.0 + ROUNDING_OF_A_SQUARE).contains(&slope),
            "tanh_prime({z}) came out as {slope}; it must lie between 0 and 1.",
            "tanh_prime({z})의 결과가 {slope}입니다. 0과 1 사이여야 합니다."
        );
        Ok(())
    })
}

/// `tanh(z) = 2 sigmoid(2z) - 1`, so by the chain rule `tanh'(z) = 4 sigmoid'(2z)`. Kills A113,
/// which forgets the 4.
pub fn tanh_prime_is_four_times_that_of_the_sigmoid_at_2z(answers: &Answers) -> Verdict {
    for_all(["z"], everywhere(), |z| {
        let (slope, want) = (answers.tanh_prime(*z), 4.0 * reference::sigmoid_prime(2.0 * z));
        ensure!(
            (slope - want).abs() <= ROUNDING_OF_A_SQUARE,
            "tanh_prime({z}) came out as {slope}, but four times the slope of the sigmoid at \
             {twice} is {want}; they must be equal.",
            "tanh_prime({z})의 결과가 {slope}입니다. {twice}에서 시그모이드 기울기의 네 배인 \
             {want} 값과 같아야 합니다.",
            twice = 2.0 * z
        );
        Ok(())
    })
}
