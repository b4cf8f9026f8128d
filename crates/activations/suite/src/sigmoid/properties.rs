//! Laws of the sigmoid, `1 / (1 + e^-z)`.

use testkit::generators::{eighths, numbers};
use testkit::{Verdict, ensure, for_all};

use crate::inputs::{ROUNDING, fades_without_a_limit, for_every_z, near};
use crate::{Answers, reference};

/// `sigmoid(z)` is `1 / (1 + e^-z)` for every finite `z`, however far out. Kills A05, powers of 2.
pub fn agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        near(&format!("sigmoid({z})"), answers.sigmoid(z), reference::sigmoid(z), ROUNDING)
    })
}

/// A probability: 0 and 1 are never reached where an `f64` can tell (it rounds to 1 beyond 36.7).
/// Kills A50, a hard limit, and A290, one that is so far out that only 0 tells it.
pub fn lies_strictly_between_zero_and_one(answers: &Answers) -> Verdict {
    fades_without_a_limit("sigmoid", |z| answers.sigmoid(z), reference::sigmoid, 700.0)?;
    for_all(["z"], eighths(-280..=280), |z| {
        let a = answers.sigmoid(*z);
        ensure!(
            0.0 < a && a < 1.0,
            "sigmoid({z}) came out as {a}; it must lie strictly between 0 and 1.",
            "sigmoid({z})의 결과가 {a}입니다. 0과 1 사이여야 하며 0이나 1이 되면 안 됩니다."
        );
        Ok(())
    })
}

/// A larger `z` gives a larger `a`. Kills A01, the flipped sign.
pub fn grows_with_z(answers: &Answers) -> Verdict {
    for_all(["z", "step"], (eighths(-200..=200), eighths(1..=40)), |(z, step)| {
        let (low, high) = (answers.sigmoid(*z), answers.sigmoid(z + step));
        ensure!(
            low < high,
            "sigmoid({z}) is {low} and sigmoid({right}) is {high}; the sigmoid must grow with z.",
            "sigmoid({z})는 {low}, sigmoid({right})는 {high}입니다. z가 커지면 함수값도 커져야 \
             합니다.",
            right = z + step
        );
        Ok(())
    })
}

/// The curve is symmetric around (0, 1/2): `sigmoid(z) + sigmoid(-z) = 1`, also where `f64` ends.
/// Kills A02, infinity over infinity.
pub fn and_its_mirror_image_add_up_to_one(answers: &Answers) -> Verdict {
    for_all(["z"], numbers(), |z| {
        let sum = answers.sigmoid(*z) + answers.sigmoid(-z);
        ensure!(
            (sum - 1.0).abs() <= ROUNDING,
            "sigmoid({z}) + sigmoid({mirror}) came out as {sum}; it must be 1.",
            "sigmoid({z}) + sigmoid({mirror})의 결과가 {sum}입니다. 1이어야 합니다.",
            mirror = -z
        );
        Ok(())
    })
}
