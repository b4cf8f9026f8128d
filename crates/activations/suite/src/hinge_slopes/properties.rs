//! Laws of the slopes of ReLU and leaky ReLU. At 0 both have a kink, and the course takes the slope
//! of the left side there, as the frameworks do.

use testkit::generators::eighths;
use testkit::{Strategy, Verdict, ensure, for_all};

use crate::inputs::{
    ROUNDING, everywhere, for_every_z, for_every_z_and_slope, is_the_slope_of, near,
    negative_slopes,
};
use crate::{Answers, reference};

/// 0 left of the kink and 1 right of it, however near or far. Kills A24, ReLU itself.
pub fn relu_prime_is_zero_left_of_the_kink_and_one_right_of_it(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        if z == 0.0 {
            return Ok(());
        }
        let (got, want) = (answers.relu_prime(z), reference::relu_prime(z));
        near(&format!("relu_prime({z})"), got, want, ROUNDING)
    })
}

/// A slope is what the function rises by when `z` grows a little. Kills A143, both sides swapped.
pub fn relu_prime_is_the_central_difference(answers: &Answers) -> Verdict {
    is_the_slope_of("relu_prime", reference::relu, true, |z| answers.relu_prime(z))
}

/// The convention: at the kink ReLU has the slope of its left side. Kills A27, one half.
pub fn relu_prime_is_zero_at_zero(answers: &Answers) -> Verdict {
    for_all(["z"], zeros(), |z| {
        let slope = answers.relu_prime(*z);
        ensure!(
            slope.abs() <= ROUNDING,
            "relu_prime(0) came out as {slope}; by convention it is 0, the slope of the left side.",
            "relu_prime(0)의 결과가 {slope}입니다. 관례에 따라 왼쪽의 기울기인 0이어야 합니다."
        );
        Ok(())
    })
}

/// Straight lines do not get steeper: `relu'(c z) = relu'(z)` for a positive `c`. Kills A145, a
/// smooth step.
pub fn relu_prime_does_not_depend_on_the_size_of_z(answers: &Answers) -> Verdict {
    for_all(["z", "c"], (everywhere(), eighths(1..=64)), |(z, c)| {
        let (scaled, slope) = (answers.relu_prime(c * z), answers.relu_prime(*z));
        ensure!(
            (scaled - slope).abs() <= ROUNDING,
            "relu_prime({z}) is {slope} and relu_prime({product}) is {scaled}; the slope depends \
             on the sign only.",
            "relu_prime({z})는 {slope}, relu_prime({product})는 {scaled}입니다. 기울기는 부호에만 \
             달려 있어야 합니다.",
            product = c * z
        );
        Ok(())
    })
}

/// `negative_slope` left of the kink and 1 right of it, however near or far. Kills A151, a slope of
/// 0.01 whatever is asked.
pub fn leaky_relu_prime_is_the_slope_left_of_the_kink_and_one_right_of_it(
    answers: &Answers,
) -> Verdict {
    for_every_z_and_slope(|z, slope| {
        if z == 0.0 {
            return Ok(());
        }
        let what = format!("leaky_relu_prime({z}, {slope})");
        let want = reference::leaky_relu_prime(z, slope);
        near(&what, answers.leaky_relu_prime(z, slope), want, ROUNDING)
    })
}

/// A slope is what the function rises by when `z` grows a little. Kills A33, which has no leak.
pub fn leaky_relu_prime_is_the_central_difference(answers: &Answers) -> Verdict {
    let curve = |z| reference::leaky_relu(z, 0.25);
    is_the_slope_of("leaky_relu_prime with slope 0.25", curve, true, |z| {
        answers.leaky_relu_prime(z, 0.25)
    })
}

/// The convention: at the kink leaky ReLU has the slope of its left side. Kills A35, which takes
/// the right one.
pub fn leaky_relu_prime_is_the_negative_slope_at_zero(answers: &Answers) -> Verdict {
    for_all(["z", "negative_slope"], (zeros(), negative_slopes()), |(z, slope)| {
        let got = answers.leaky_relu_prime(*z, *slope);
        ensure!(
            (got - slope).abs() <= ROUNDING,
            "leaky_relu_prime(0, {slope}) came out as {got}; by convention it is {slope}, the \
             slope of the left side.",
            "leaky_relu_prime(0, {slope})의 결과가 {got}입니다. 관례에 따라 왼쪽의 기울기인 \
             {slope}이어야 합니다."
        );
        Ok(())
    })
}

/// With slope 1 there is no kink: the slope is 1 everywhere, at 0, too. Kills A155, 0 at 0.
pub fn leaky_relu_prime_with_slope_one_is_one(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let got = answers.leaky_relu_prime(z, 1.0);
        ensure!(
            (got - 1.0).abs() <= ROUNDING,
            "leaky_relu_prime({z}, 1) came out as {got}; a line of slope 1 has slope 1 everywhere.",
            "leaky_relu_prime({z}, 1)의 결과가 {got}입니다. 기울기가 1인 직선의 기울기는 어디서나 \
             1입니다."
        );
        Ok(())
    })
}

/// 0, which an `f64` has twice.
fn zeros() -> impl Strategy<Value = f64> {
    testkit::generators::one_of(&[0.0, -0.0])
}
