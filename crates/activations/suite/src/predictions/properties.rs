//! Two claims of the notes, that tanh is closer to 0 than the sigmoid and that its slope is larger:
//! where each is true.

use testkit::generators::{eighths, one_of};
use testkit::{Strategy, Verdict, ensure, for_all};

use crate::inputs::for_every_z;
use crate::{Answers, reference};

/// `|tanh(z)|` and `sigmoid(z)` cross where `t = e^z` solves `1 - t^2 - 2t^3 = 0`, and at
/// `ln(1 + sqrt(2))`.
const VALUES_CROSS: [f64; 2] = [-0.419_617_624_991_097_9, 0.881_373_587_019_543];
/// The slopes cross where `cosh(z / 2) = (1 + sqrt(3)) / 2`.
const SLOPES_CROSS: [f64; 2] = [-1.662_885_891_058_621, 1.662_885_891_058_621];
/// Nearer to a crossing nothing is asked, so that four decimals of it are enough.
const TOO_NEAR: f64 = 6e-5;
/// Beyond, both slopes, or both values, begin to be equal in an `f64`.
const TOO_FAR: f64 = 30.0;

/// Numbers on both sides of the `crossings`, from very near to about 1 away.
fn around(crossings: &[f64]) -> impl Strategy<Value = f64> {
    (one_of(crossings), one_of(&[1.0, -1.0]), -4.2..0.0_f64)
        .prop_map(|(crossing, side, exponent)| crossing + side * 10.0_f64.powf(exponent))
        .prop_map(|z| (z * 1e6).round() / 1e6)
}

fn is_too_near(z: f64, crossings: &[f64]) -> bool {
    crossings.iter().any(|crossing| (z - crossing).abs() < TOO_NEAR)
}

/// `tanh(z)` is closer to 0 when its size is the smaller one of the two values, for positive,
/// negative and large `z`. Kills A241, which forgets that tanh may be negative.
pub fn tanh_is_closer_to_zero_compares_both_values(answers: &Answers) -> Verdict {
    for_every_z(|z| compares_values(answers, z))
}

/// It is so between the two crossings of the curves, and nowhere else. Kills A245, crossings of two
/// decimals.
pub fn tanh_is_closer_to_zero_ends_where_the_curves_cross(answers: &Answers) -> Verdict {
    for_all(["z"], around(&VALUES_CROSS), |z| compares_values(answers, *z))
}

/// At 0 tanh is 0 and the sigmoid is 1/2; far out on the left it is the other way round. Kills
/// A240, the claim as it stands.
pub fn tanh_is_closer_to_zero_near_zero_only(answers: &Answers) -> Verdict {
    for_all(["z"], (eighths(-2..=2), one_of(&[0.0, -3.0])).prop_map(|(z, shift)| z + shift), |z| {
        let (got, want) = (answers.tanh_is_closer_to_zero(*z), z.abs() < 0.5);
        ensure!(
            got == want,
            "tanh_is_closer_to_zero({z}) came out as {got}; it must be true near 0 and false near \
             -3.",
            "tanh_is_closer_to_zero({z})의 결과가 {got}입니다. 0 근처에서는 true, -3 근처에서는 \
             false여야 합니다."
        );
        Ok(())
    })
}

fn compares_values(answers: &Answers, z: f64) -> Verdict {
    if z > TOO_FAR || is_too_near(z, &VALUES_CROSS) {
        return Ok(());
    }
    let (size, sigmoid) = (reference::tanh(z).abs(), reference::sigmoid(z));
    let got = answers.tanh_is_closer_to_zero(z);
    ensure!(
        got == (size < sigmoid),
        "tanh_is_closer_to_zero({z}) came out as {got}, but |tanh({z})| is {size} and sigmoid({z}) \
         is {sigmoid}.",
        "tanh_is_closer_to_zero({z})의 결과가 {got}입니다. 그러나 |tanh({z})|는 {size}, \
         sigmoid({z})는 {sigmoid}입니다."
    );
    Ok(())
}

/// The slope of tanh is larger when `1 - tanh(z)^2` is the larger one. Kills A250, the claim as it
/// stands.
pub fn tanh_slope_is_larger_compares_both_slopes(answers: &Answers) -> Verdict {
    for_every_z(|z| compares_slopes(answers, z))
}

/// It is so between the two crossings of the slopes, and nowhere else. Kills A254, a crossing of
/// two decimals.
pub fn tanh_slope_is_larger_ends_where_the_slopes_cross(answers: &Answers) -> Verdict {
    for_all(["z"], around(&SLOPES_CROSS), |z| compares_slopes(answers, *z))
}

/// Both slopes are even, so their order is the same at `z` and at `-z`. Kills A253, which forgets
/// the left side.
pub fn tanh_slope_is_larger_on_both_sides_alike(answers: &Answers) -> Verdict {
    for_all(["z"], eighths(-80..=80), |z| {
        let (right, left) = (answers.tanh_slope_is_larger(*z), answers.tanh_slope_is_larger(-z));
        ensure!(
            right == left,
            "tanh_slope_is_larger is {right} at {z} and {left} at {mirror}; both slopes are even, \
             so it must be the same.",
            "tanh_slope_is_larger의 값이 {z}에서는 {right}, {mirror}에서는 {left}입니다. 두 기울기는 \
             짝함수이므로 같아야 합니다.",
            mirror = -z
        );
        Ok(())
    })
}

fn compares_slopes(answers: &Answers, z: f64) -> Verdict {
    if z.abs() > TOO_FAR || is_too_near(z, &SLOPES_CROSS) {
        return Ok(());
    }
    let (of_tanh, of_sigmoid) = (reference::tanh_prime(z), reference::sigmoid_prime(z));
    let got = answers.tanh_slope_is_larger(z);
    ensure!(
        got == (of_tanh > of_sigmoid),
        "tanh_slope_is_larger({z}) came out as {got}, but at {z} the slope of tanh is {of_tanh} \
         and that of the sigmoid is {of_sigmoid}.",
        "tanh_slope_is_larger({z})의 결과가 {got}입니다. 그러나 {z}에서 tanh의 기울기는 \
         {of_tanh}, 시그모이드의 기울기는 {of_sigmoid}입니다."
    );
    Ok(())
}
