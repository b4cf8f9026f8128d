//! Laws of ReLU, `max(0, z)`.

use testkit::generators::eighths;
use testkit::{Strategy, Verdict, ensure, for_all};

use crate::inputs::{everywhere, for_every_z, near, rounding_of_lines};
use crate::{Answers, reference};

/// `relu(z)` is the larger of 0 and `z`. Kills A82, a smooth bend instead of the hinge.
pub fn agrees_with_the_formula(answers: &Answers) -> Verdict {
    for_every_z(|z| {
        let (got, want) = (answers.relu(z), reference::relu(z));
        near(&format!("relu({z})"), got, want, rounding_of_lines(z))
    })
}

/// What is negative becomes 0. Kills A81, a leak.
pub fn is_never_negative(answers: &Answers) -> Verdict {
    for_all(["z"], everywhere(), |z| {
        let a = answers.relu(*z);
        ensure!(
            a >= 0.0,
            "relu({z}) came out as {a}; it must never be negative.",
            "relu({z})의 결과가 {a}입니다. 음수가 되면 안 됩니다."
        );
        Ok(())
    })
}

/// A positive number passes unchanged, however small or large. Kills A23, the mask.
pub fn keeps_positive_numbers(answers: &Answers) -> Verdict {
    let positive = everywhere().prop_map(f64::abs);
    for_all(["z"], positive, |z| {
        let a = answers.relu(*z);
        ensure!(
            (a - z).abs() <= rounding_of_lines(*z),
            "relu({z}) came out as {a}; a positive number must come out as it is.",
            "relu({z})의 결과가 {a}입니다. 양수는 그대로 나와야 합니다."
        );
        Ok(())
    })
}

/// Scaling the input by a positive factor scales the output: `relu(c z) = c relu(z)`. Kills A84, an
/// upper limit.
pub fn is_positively_homogeneous(answers: &Answers) -> Verdict {
    for_all(["z", "c"], (everywhere(), eighths(1..=64)), |(z, c)| {
        let (scaled, a) = (answers.relu(c * z), answers.relu(*z));
        ensure!(
            (scaled - c * a).abs() <= rounding_of_lines(c * z),
            "relu({z}) is {a} and relu({product}) is {scaled}; {c} times the input must give {c} \
             times the output.",
            "relu({z})는 {a}, relu({product})는 {scaled}입니다. 입력이 {c}배이면 출력도 {c}배여야 \
             합니다.",
            product = c * z
        );
        Ok(())
    })
}

/// One of `z` and `-z` passes, the other becomes 0: `relu(z) + relu(-z) = |z|`. Kills A21, the
/// absolute value.
pub fn and_its_mirror_image_add_up_to_the_size_of_z(answers: &Answers) -> Verdict {
    for_all(["z"], everywhere(), |z| {
        let sum = answers.relu(*z) + answers.relu(-z);
        ensure!(
            (sum - z.abs()).abs() <= rounding_of_lines(*z),
            "relu({z}) + relu({mirror}) came out as {sum}; it must be {size}, the size of z.",
            "relu({z}) + relu({mirror})의 결과가 {sum}입니다. z의 크기 {size}이어야 합니다.",
            mirror = -z,
            size = z.abs()
        );
        Ok(())
    })
}
