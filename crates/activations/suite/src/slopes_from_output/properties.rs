//! Laws of the slopes of the sigmoid and of tanh, as functions of their value `a`.

use testkit::generators::{eighths, one_of};
use testkit::{Strategy, Verdict, ensure, for_all};

use crate::inputs::{ROUNDING, for_every_z, is_the_slope_of, near};
use crate::{Answers, reference};

/// Values on a grid that `1 - a` keeps to, from 0 to 1, and off it.
fn shares() -> impl Strategy<Value = f64> {
    (0..=1_i32, eighths(0..=64), 0.0..1.0_f64)
        .prop_map(|(pick, grid, other)| if pick == 0 { grid / 8.0 } else { other })
}

/// With `a = sigmoid(z)` it is the slope at `z`, for every `z`. Kills A09, which takes the sigmoid
/// of `a` again.
pub fn sigmoid_prime_from_a_gives_the_slope_at_z(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let a = reference::sigmoid(z);
        let (got, want) = (answers.sigmoid_prime_from_a(a), reference::sigmoid_prime(z));
        near(&format!("sigmoid_prime_from_a(sigmoid({z}))"), got, want, ROUNDING)
    })
}

/// With `a = sigmoid(z)` it is what the sigmoid rises by when `z` grows a little. Kills A124, the
/// formula of tanh.
pub fn sigmoid_prime_from_a_is_the_central_difference(answers: &Answers) -> Verdict {
    is_the_slope_of("sigmoid_prime_from_a", reference::sigmoid, false, |z| {
        answers.sigmoid_prime_from_a(reference::sigmoid(z))
    })
}

/// For every share `a` it is `a (1 - a)`. Kills A128, which keeps `a` away from 0 and 1.
pub fn sigmoid_prime_from_a_agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_all(["a"], shares(), |a| {
        let what = format!("sigmoid_prime_from_a({a})");
        near(&what, answers.sigmoid_prime_from_a(*a), a * (1.0 - a), ROUNDING)
    })
}

/// `a` and `1 - a` belong to mirror images, which are equally steep. Kills A122, a dropped factor.
pub fn sigmoid_prime_from_a_is_the_same_for_one_minus_a(answers: &Answers) -> Verdict {
    for_all(["a"], shares(), |a| {
        let (one, other) =
            (answers.sigmoid_prime_from_a(*a), answers.sigmoid_prime_from_a(1.0 - a));
        ensure!(
            (one - other).abs() <= ROUNDING,
            "sigmoid_prime_from_a({a}) is {one} and sigmoid_prime_from_a({rest}) is {other}; they \
             must be equal.",
            "sigmoid_prime_from_a({a})는 {one}, sigmoid_prime_from_a({rest})는 {other}입니다. 두 \
             값은 같아야 합니다.",
            rest = 1.0 - a
        );
        Ok(())
    })
}

/// A unit that answers 0 or 1 learns nothing any more: there the slope is 0. Kills A121, `a`
/// itself.
pub fn sigmoid_prime_from_a_vanishes_at_both_ends(answers: &Answers) -> Verdict {
    for_all(["a"], one_of(&[0.0, 1.0]), |a| {
        let slope = answers.sigmoid_prime_from_a(*a);
        ensure!(
            slope.abs() <= ROUNDING,
            "sigmoid_prime_from_a({a}) came out as {slope}; it must be 0, the curve is flat there.",
            "sigmoid_prime_from_a({a})의 결과가 {slope}입니다. 곡선이 평평하므로 0이어야 합니다."
        );
        Ok(())
    })
}

/// With `a = tanh(z)` it is the slope at `z`, for every `z`. Kills A19, which takes tanh of `a`
/// again.
pub fn tanh_prime_from_a_gives_the_slope_at_z(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let a = reference::tanh(z);
        let (got, want) = (answers.tanh_prime_from_a(a), reference::tanh_prime(z));
        near(&format!("tanh_prime_from_a(tanh({z}))"), got, want, ROUNDING)
    })
}

/// With `a = tanh(z)` it is what tanh rises by when `z` grows a little. Kills A131, the formula of
/// the sigmoid.
pub fn tanh_prime_from_a_is_the_central_difference(answers: &Answers) -> Verdict {
    is_the_slope_of("tanh_prime_from_a", reference::tanh, false, |z| {
        answers.tanh_prime_from_a(reference::tanh(z))
    })
}

/// For every `a` from -1 to 1 it is `1 - a^2`. Kills A137, the size of `a` instead of its square.
pub fn tanh_prime_from_a_agrees_with_the_formula(answers: &Answers) -> Verdict {
    let values = (shares(), one_of(&[1.0, -1.0])).prop_map(|(a, sign)| sign * a);
    for_all(["a"], values, |a| {
        let what = format!("tanh_prime_from_a({a})");
        near(&what, answers.tanh_prime_from_a(*a), 1.0 - a * a, ROUNDING)
    })
}

/// `a` and `-a` belong to mirror images, which are equally steep. Kills A130, a missing square.
pub fn tanh_prime_from_a_is_even(answers: &Answers) -> Verdict {
    for_all(["a"], shares(), |a| {
        let (one, other) = (answers.tanh_prime_from_a(*a), answers.tanh_prime_from_a(-a));
        ensure!(
            (one - other).abs() <= ROUNDING,
            "tanh_prime_from_a({a}) is {one} and tanh_prime_from_a({mirror}) is {other}; they must \
             be equal.",
            "tanh_prime_from_a({a})는 {one}, tanh_prime_from_a({mirror})는 {other}입니다. 두 값은 \
             같아야 합니다.",
            mirror = -a
        );
        Ok(())
    })
}

/// A unit that answers -1 or 1 learns nothing any more: there the slope is 0. Kills A133,
/// `1 + a^2`.
pub fn tanh_prime_from_a_vanishes_at_both_ends(answers: &Answers) -> Verdict {
    for_all(["a"], one_of(&[1.0, -1.0]), |a| {
        let slope = answers.tanh_prime_from_a(*a);
        ensure!(
            slope.abs() <= ROUNDING,
            "tanh_prime_from_a({a}) came out as {slope}; it must be 0, the curve is flat there.",
            "tanh_prime_from_a({a})의 결과가 {slope}입니다. 곡선이 평평하므로 0이어야 합니다."
        );
        Ok(())
    })
}
