//! Laws of tanh, `(e^z - e^-z) / (e^z + e^-z)`.

use testkit::generators::{build, eighths, numbers};
use testkit::{Verdict, ensure, for_all};

use crate::inputs::{ROUNDING, for_every_z, near};
use crate::{Answers, reference};

/// `tanh(z)` is `(e^z - e^-z) / (e^z + e^-z)` for every `z`, also where `e^z` overflows. Kills A12,
/// the quotient as it stands.
pub fn agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_every_z(|z| near(&format!("tanh({z})"), answers.tanh(z), reference::tanh(z), ROUNDING))
}

/// The curve turns into itself around the origin: `tanh(-z) = -tanh(z)`, also where `f64` ends.
/// Kills A14, a complement.
pub fn is_odd(answers: &Answers) -> Verdict {
    for_all(["z"], numbers(), |z| {
        let (right, left) = (answers.tanh(*z), answers.tanh(-z));
        ensure!(
            (right + left).abs() <= ROUNDING,
            "tanh({z}) is {right} and tanh({mirror}) is {left}; they must be each other's negative.",
            "tanh({z})는 {right}, tanh({mirror})는 {left}입니다. 두 값은 부호만 달라야 합니다.",
            mirror = -z
        );
        Ok(())
    })
}

/// -1 and 1 are never reached where an `f64` can tell (it rounds to them beyond 19.06). Kills A67,
/// a hard limit.
pub fn lies_strictly_between_minus_one_and_one(answers: &Answers) -> Verdict {
    for_all(["z"], eighths(-136..=136), |z| {
        let a = answers.tanh(*z);
        ensure!(
            -1.0 < a && a < 1.0,
            "tanh({z}) came out as {a}; it must lie strictly between -1 and 1.",
            "tanh({z})의 결과가 {a}입니다. -1과 1 사이여야 하며 -1이나 1이 되면 안 됩니다."
        );
        Ok(())
    })
}

/// tanh is the sigmoid, twice as steep, stretched from (0, 1) to (-1, 1): `2 sigmoid(2z) - 1`.
/// Kills A13, which forgets the inner 2.
pub fn is_a_stretched_sigmoid(answers: &Answers) -> Verdict {
    for_all(["z"], eighths(-160..=160), |z| {
        let (a, want) = (answers.tanh(*z), 2.0 * reference::sigmoid(2.0 * z) - 1.0);
        ensure!(
            (a - want).abs() <= ROUNDING,
            "tanh({z}) came out as {a}, but 2 sigmoid({twice}) - 1 is {want}; they must be equal.",
            "tanh({z})의 결과가 {a}입니다. 2 sigmoid({twice}) - 1 = {want} 값과 같아야 합니다.",
            twice = 2.0 * z
        );
        Ok(())
    })
}

/// Inputs that are centred on 0 stay centred: over `z` and `-z` the mean is 0, where the sigmoid's
/// is 1/2. Kills A62, the sigmoid.
pub fn averages_to_zero_over_mirrored_inputs(answers: &Answers) -> Verdict {
    let batches = build([1..=6], |[m], pool| pool.matrix(1, m));
    for_all(["z"], batches, |z| {
        let sum: f64 = z.iter().map(|z| answers.tanh(*z) + answers.tanh(-z)).sum();
        let mean = sum / (2.0 * z.len() as f64);
        ensure!(
            mean.abs() <= ROUNDING,
            "Over these z and their negatives tanh averages to {mean}; the mean must be 0.",
            "이 z들과 부호를 바꾼 z들에서 tanh의 평균이 {mean}입니다. 평균은 0이어야 합니다."
        );
        Ok(())
    })
}

/// A larger `z` gives a larger `a`. Kills A61, the quotient upside down.
pub fn grows_with_z(answers: &Answers) -> Verdict {
    for_all(["z", "step"], (eighths(-112..=112), eighths(1..=40)), |(z, step)| {
        let (low, high) = (answers.tanh(*z), answers.tanh(z + step));
        ensure!(
            low < high,
            "tanh({z}) is {low} and tanh({right}) is {high}; tanh must grow with z.",
            "tanh({z})는 {low}, tanh({right})는 {high}입니다. z가 커지면 함수값도 커져야 합니다.",
            right = z + step
        );
        Ok(())
    })
}
