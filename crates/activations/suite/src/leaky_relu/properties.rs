//! Laws of leaky ReLU, `max(negative_slope z, z)` for slopes from 0 to 1.

use testkit::generators::eighths;
use testkit::{Verdict, ensure, for_all};

use crate::inputs::{
    everywhere, for_every_z, for_every_z_and_slope, near, negative_slopes, rounding_of_lines,
};
use crate::{Answers, reference};

/// `leaky_relu(z, s)` is `z` where it is positive, else `s z`. Kills A90, a slope of 0.01 whatever
/// is asked.
pub fn agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_every_z_and_slope(|z, slope| {
        let what = format!("leaky_relu({z}, {slope})");
        let want = reference::leaky_relu(z, slope);
        near(&what, answers.leaky_relu(z, slope), want, rounding_of_lines(z))
    })
}

/// Without a leak it is ReLU. Kills A90, a slope of 0.01 whatever is
/// asked.
pub fn with_slope_zero_is_relu(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let (a, want) = (answers.leaky_relu(z, 0.0), reference::relu(z));
        ensure!(
            (a - want).abs() <= rounding_of_lines(z),
            "leaky_relu({z}, 0) came out as {a}; with slope 0 it must be relu({z}), {want}.",
            "leaky_relu({z}, 0)의 결과가 {a}입니다. 기울기가 0이면 relu({z}) = {want}이어야 합니다."
        );
        Ok(())
    })
}

/// With slope 1 there is no kink: it is the identity. Kills A91, which has no leak.
pub fn with_slope_one_is_the_identity(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let a = answers.leaky_relu(z, 1.0);
        ensure!(
            (a - z).abs() <= rounding_of_lines(z),
            "leaky_relu({z}, 1) came out as {a}; with slope 1 it must be z itself.",
            "leaky_relu({z}, 1)의 결과가 {a}입니다. 기울기가 1이면 z 그대로여야 합니다."
        );
        Ok(())
    })
}

/// Scaling the input by a positive factor scales the output. Kills A29, an offset.
pub fn is_positively_homogeneous(answers: &Answers) -> Verdict {
    let inputs = (everywhere(), negative_slopes(), eighths(1..=64));
    for_all(["z", "negative_slope", "c"], inputs, |(z, slope, c)| {
        let (scaled, a) = (answers.leaky_relu(c * z, *slope), answers.leaky_relu(*z, *slope));
        ensure!(
            (scaled - c * a).abs() <= 2.0 * rounding_of_lines(c * z),
            "With slope {slope}, leaky ReLU of {z} is {a} and of {product} is {scaled}; {c} times \
             the input must give {c} times the output.",
            "기울기 {slope}에서 leaky ReLU의 값은 {z}일 때 {a}, {product}일 때 {scaled}입니다. \
             입력이 {c}배이면 출력도 {c}배여야 합니다.",
            product = c * z
        );
        Ok(())
    })
}

/// Where ReLU makes all negative numbers equal, a leak keeps them apart, in their order. Kills A32,
/// a leak that turns upwards.
pub fn tells_any_two_numbers_apart(answers: &Answers) -> Verdict {
    let inputs = (eighths(-80..=80), eighths(1..=40), eighths(1..=8));
    for_all(["z", "step", "negative_slope"], inputs, |(z, step, slope)| {
        let right = z + step;
        let (low, high) = (answers.leaky_relu(*z, *slope), answers.leaky_relu(right, *slope));
        ensure!(
            low < high,
            "leaky_relu({z}, {slope}) is {low} and leaky_relu({right}, {slope}) is {high}; the \
             larger z must give the larger value.",
            "leaky_relu({z}, {slope})는 {low}, leaky_relu({right}, {slope})는 {high}입니다. z가 \
             크면 함수값도 커야 합니다."
        );
        Ok(())
    })
}
