//! Laws of `ln(sigmoid(z))`, which costs with logits are made of.

use testkit::generators::{eighths, numbers};
use testkit::gradient::{TOLERANCE, central_difference};
use testkit::{Verdict, agrees, close, ensure, for_all};

use crate::inputs::{everywhere, for_every_z};
use crate::{Answers, reference};

/// How many units of its last digit a value may be off: 4, and 2 for the reference, which is
/// computed in `f64`, too.
const LAST_DIGITS: f64 = 6.0;

/// All digits are right, however small the value: for a large `z` it is about `-e^-z`, not 0. Kills
/// A260, the logarithm of the sigmoid. (Below the smallest normal number digits are lost anyway.)
pub fn agrees_to_the_last_digits(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let (got, want) = (answers.log_sigmoid(z), reference::log_sigmoid(z));
        let allowed = LAST_DIGITS * (want.abs().next_up() - want.abs());
        if (got - want).abs() <= allowed.max(f64::MIN_POSITIVE) {
            return Ok(());
        }
        agrees(&format!("log_sigmoid({z})"), &got, &want, 0.0)
    })
}

/// Neither infinite nor NaN for any finite `z`, though `e^-z` is, and `sigmoid(z)` rounds to 0.
/// Kills A261, `-ln(1 + e^-z)` as it stands.
pub fn is_finite_for_every_finite_z(answers: &Answers) -> Verdict {
    for_all(["z"], numbers(), |z| {
        let value = answers.log_sigmoid(*z);
        ensure!(
            value.is_finite(),
            "log_sigmoid({z}) came out as {value}; it must be finite.",
            "log_sigmoid({z})의 결과가 {value}입니다. 유한한 값이어야 합니다."
        );
        Ok(())
    })
}

/// The logarithm of a probability is never positive. Kills A262, a flipped sign.
pub fn is_never_positive(answers: &Answers) -> Verdict {
    for_all(["z"], everywhere(), |z| {
        let value = answers.log_sigmoid(*z);
        ensure!(
            value <= 0.0,
            "log_sigmoid({z}) came out as {value}; the logarithm of a probability is never \
             positive.",
            "log_sigmoid({z})의 결과가 {value}입니다. 확률의 로그는 양수가 될 수 없습니다."
        );
        Ok(())
    })
}

/// `sigmoid(z) / sigmoid(-z) = e^z`, so the two logarithms differ by `z`. Kills A267, an even
/// function.
pub fn and_its_mirror_image_differ_by_z(answers: &Answers) -> Verdict {
    for_all(["z"], everywhere(), |z| {
        let difference = answers.log_sigmoid(*z) - answers.log_sigmoid(-z);
        ensure!(
            close(difference, *z, 2e-15),
            "log_sigmoid({z}) - log_sigmoid({mirror}) came out as {difference}; it must be {z}.",
            "log_sigmoid({z}) - log_sigmoid({mirror})의 결과가 {difference}입니다. 올바른 값은 \
             {z}입니다.",
            mirror = -z
        );
        Ok(())
    })
}

/// Its exponential is the sigmoid. Kills A264, a logarithm to base 10.
pub fn is_undone_by_the_exponential(answers: &Answers) -> Verdict {
    for_all(["z"], eighths(-240..=240), |z| {
        let (got, want) = (answers.log_sigmoid(*z).exp(), reference::sigmoid(*z));
        ensure!(
            close(got, want, 1e-14),
            "e^log_sigmoid({z}) came out as {got}; it must be sigmoid({z}), {want}.",
            "e^log_sigmoid({z})의 결과가 {got}입니다. sigmoid({z}) = {want}이어야 합니다."
        );
        Ok(())
    })
}

/// It rises by `1 - sigmoid(z)`, the gradient of the cost of a label 1. Kills A263, the mirror
/// image.
pub fn rises_by_one_minus_the_sigmoid(answers: &Answers) -> Verdict {
    for_all(["z"], eighths(-96..=96), |z| {
        let rate = central_difference(|z| answers.log_sigmoid(z), *z);
        let want = reference::sigmoid(-z);
        ensure!(
            close(rate, want, TOLERANCE),
            "At {z} log_sigmoid rises at a rate of {rate}; it must be 1 - sigmoid({z}), {want}.",
            "{z}에서 log_sigmoid의 변화율이 {rate}입니다. 1 - sigmoid({z}) = {want}이어야 합니다."
        );
        Ok(())
    })
}
