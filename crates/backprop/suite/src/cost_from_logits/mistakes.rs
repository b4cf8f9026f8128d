//! Mistakes in `cost_from_logits`.

use ndarray::{Array2, s};
use testkit::{Mistake, mistake};

use crate::Answers;

/// `ln(1 + e^z)` without overflow.
fn softplus(z: f64) -> f64 {
    z.max(0.0) + (-z.abs()).exp().ln_1p()
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

/// The sum of `loss` over all outputs and labels.
fn sum(z2: &Array2<f64>, y: &Array2<f64>, loss: impl Fn(f64, f64) -> f64) -> f64 {
    z2.iter().zip(y).map(|(z, y)| loss(*z, *y)).sum()
}

/// The sum over the examples divided by their number.
fn mean(z2: &Array2<f64>, y: &Array2<f64>, loss: impl Fn(f64, f64) -> f64) -> f64 {
    sum(z2, y, loss) / y.ncols() as f64
}

fn right(z: f64, y: f64) -> f64 {
    softplus(z) - z * y
}

/// The cross-entropy of an output.
fn of_output(a: f64, y: f64) -> f64 {
    -(y * a.ln() + (1.0 - y) * (1.0 - a).ln())
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "C70",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| of_output(sigmoid(z), y)),
        "The detour by the sigmoid loses everything once it rounds to 0 or 1, from z = 37 on: \
         compute the cost from z itself.",
        "시그모이드를 거치면 z가 37을 넘을 때부터 0이나 1로 반올림되어 정보를 잃습니다. z에서 바로 \
         계산하세요."
    ),
    mistake!(
        "C71",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| of_output(sigmoid(z).clamp(1e-12, 1.0 - 1e-12), y)),
        "The sigmoid is clamped, so that no output costs more than 27.6. Compute the cost from z \
         itself: z = 1000 with the label 0 costs 1000.",
        "시그모이드를 잘라서 비용이 27.6을 넘지 못합니다. z에서 바로 계산하세요. z = 1000이고 레이블이 \
         0이면 비용은 1000입니다."
    ),
    mistake!(
        "C72",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| z.exp().ln_1p() - z * y),
        "e^z overflows beyond z = 709. Take the larger part out: ln(1 + e^z) = max(z, 0) + \
         ln(1 + e^-|z|).",
        "z가 709를 넘으면 e^z가 넘칩니다. 큰 부분을 밖으로 빼세요. ln(1 + e^z) = max(z, 0) + \
         ln(1 + e^-|z|)입니다."
    ),
    mistake!(
        "C73",
        cost_from_logits,
        |z2, y| sum(z2, y, right),
        "The sum is not divided by m: the cost is an average over the examples, the columns.",
        "합을 m으로 나누지 않았습니다. 비용은 샘플(열)에 대한 평균입니다."
    ),
    mistake!(
        "C74",
        cost_from_logits,
        |z2, y| -mean(z2, y, right),
        "The sign is flipped: the cost is never negative.",
        "부호가 반대입니다. 비용은 음수가 될 수 없습니다."
    ),
    mistake!(
        "C75",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| z.max(0.0) - z * y),
        "The part ln(1 + e^-|z|) is missing; at z = 0 it is ln 2.",
        "ln(1 + e^-|z|) 부분이 빠졌습니다. z = 0에서 이 값은 ln 2입니다."
    ),
    mistake!(
        "C76",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| softplus(z) + z * y),
        "The sign of z y is flipped: with the label 1 a large z makes the cost small.",
        "z y의 부호가 반대입니다. 레이블이 1이면 z가 클수록 비용이 작아집니다."
    ),
    mistake!(
        "C77",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| z.max(0.0) - z * y + (-z).exp().ln_1p()),
        "The exponential needs the absolute value: ln(1 + e^-|z|), for negative z too.",
        "지수에 절댓값이 필요합니다. z가 음수일 때도 ln(1 + e^-|z|)입니다."
    ),
    mistake!(
        "C78",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| z.max(0.0) - z * y + z.abs().exp().ln_1p()),
        "The exponent must not be positive: it is e^-|z|, which never overflows.",
        "지수가 양수이면 안 됩니다. 넘치지 않는 e^-|z|입니다."
    ),
    mistake!(
        "C79",
        cost_from_logits,
        |z2, y| sum(z2, y, right) / y.len() as f64,
        "You divide by all entries of y. Add the outputs up and divide by m alone.",
        "y의 모든 원소의 수로 나누었습니다. 출력에 대해서는 더하고 m으로만 나누세요."
    ),
    mistake!(
        "C80",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| z.max(0.0) - z * y + (-z.abs()).exp()),
        "The logarithm is missing: the last part is ln(1 + e^-|z|), `ln_1p` of the exponential.",
        "로그가 빠졌습니다. 마지막 부분은 ln(1 + e^-|z|), 즉 지수의 `ln_1p`입니다."
    ),
    mistake!(
        "C81",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| softplus(-z * y)),
        "ln(1 + e^-(y z)) is for labels -1 and 1; here they are 0 and 1, so use 2 y - 1 for y.",
        "ln(1 + e^-(y z))는 레이블이 -1과 1일 때의 식입니다. 여기서는 0과 1이므로 y 대신 2 y - 1을 \
         쓰세요."
    ),
    mistake!(
        "C82",
        cost_from_logits,
        |z2, y| sum(z2, y, right) / y.nrows() as f64,
        "You divide by the number of rows, n_y. m is the number of columns: `y.ncols()`.",
        "행의 수 n_y로 나누었습니다. m은 열의 수 `y.ncols()`입니다."
    ),
    mistake!(
        "C83",
        cost_from_logits,
        |z2, y| mean(z2, y, of_output),
        "z2 is taken for the output. It is what comes before the sigmoid, so it may be negative.",
        "z2를 출력으로 썼습니다. z2는 시그모이드를 적용하기 전의 값이므로 음수일 수 있습니다."
    ),
    mistake!(
        "C84",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| right(z.clamp(-500.0, 500.0), y)),
        "z2 is clipped at 500, but z = 1000 with the label 0 costs 1000.",
        "z2를 500에서 잘랐지만, z = 1000이고 레이블이 0이면 비용은 1000입니다."
    ),
    mistake!(
        "C85",
        cost_from_logits,
        |z2, y| {
            let first = |a: &Array2<f64>| a.slice(s![..1, ..]).to_owned();
            mean(&first(z2), &first(y), right)
        },
        "Only the first output counts. Add up over all n_y rows.",
        "첫 번째 출력만 계산했습니다. n_y개의 행을 모두 더하세요."
    ),
    mistake!(
        "C86",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, _| softplus(z)),
        "The labels are not used: subtract z y from ln(1 + e^z).",
        "레이블을 쓰지 않았습니다. ln(1 + e^z)에서 z y를 빼세요."
    ),
    mistake!(
        "C87",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| z.min(0.0) - z * y + (-z.abs()).exp().ln_1p()),
        "max(z, 0), not min: ln(1 + e^z) is about z for a large z.",
        "min이 아니라 max(z, 0)입니다. z가 크면 ln(1 + e^z)는 z에 가깝습니다."
    ),
    mistake!(
        "C88",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| right(z, 1.0 - y)),
        "The labels are exchanged: z is subtracted where y is 1, not where it is 0.",
        "레이블이 뒤바뀌었습니다. z는 y가 0이 아니라 1일 때 빼야 합니다."
    ),
    mistake!(
        "C89",
        cost_from_logits,
        |z2, y| mean(z2, y, |z, y| (-z.abs()).exp().ln_1p() - z * y),
        "max(z, 0) is missing: ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|).",
        "max(z, 0)이 빠졌습니다. ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|)입니다."
    ),
];
