//! Mistakes in `cost`.

use ndarray::{Array2, s};
use testkit::{Mistake, mistake};

use crate::Answers;

/// The number of examples.
fn count(y: &Array2<f64>) -> f64 {
    y.ncols() as f64
}

/// `ln z`, but 0 where `z` is 0, for mistakes that have nothing to do with that.
fn ln(z: f64) -> f64 {
    if z > 0.0 { z.ln() } else { 0.0 }
}

fn for_label_1(a: f64, y: f64) -> f64 {
    y * ln(a)
}

fn for_label_0(a: f64, y: f64) -> f64 {
    (1.0 - y) * ln(1.0 - a)
}

/// The sum of `term` over all outputs and labels.
fn sum(a2: &Array2<f64>, y: &Array2<f64>, term: impl Fn(f64, f64) -> f64) -> f64 {
    a2.iter().zip(y).map(|(a, y)| term(*a, *y)).sum()
}

/// The right sum, not divided yet.
fn right(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    -sum(a2, y, |a, y| for_label_1(a, y) + for_label_0(a, y))
}

/// The cross-entropy with `offset` added inside the logarithms.
fn offset(a2: &Array2<f64>, y: &Array2<f64>, by: f64) -> f64 {
    -sum(a2, y, |a, y| y * (a + by).ln() + (1.0 - y) * (1.0 - a + by).ln()) / count(y)
}

fn naive(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    -sum(a2, y, |a, y| y * a.ln() + (1.0 - y) * (1.0 - a).ln()) / count(y)
}

// The same with the NaN of `0 * ln(0)`.

fn label_1(a: f64, y: f64) -> f64 {
    y * a.ln()
}

fn label_0(a: f64, y: f64) -> f64 {
    (1.0 - y) * (1.0 - a).ln()
}

fn both(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    sum(a2, y, |a, y| label_1(a, y) + label_0(a, y))
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "C01",
        cost,
        right,
        "The sum is not divided by m: the cost is an average over the examples, the columns.",
        "합을 m으로 나누지 않았습니다. 비용은 샘플(열)에 대한 평균입니다."
    ),
    mistake!(
        "C02",
        cost,
        |a2, y| -right(a2, y) / count(y),
        "The minus sign is missing: logarithms of probabilities are negative, the cost is not.",
        "음의 부호가 빠졌습니다. 확률의 로그는 음수이지만 비용은 음수가 아닙니다."
    ),
    mistake!(
        "C04",
        cost,
        |a2, y| -sum(a2, y, |a, y| for_label_1(a, y) + (1.0 - y) * (1.0 - ln(a))) / count(y),
        "For the label 0 you take 1 - ln(a). The parenthesis belongs around 1 - a: ln(1 - a).",
        "레이블이 0일 때 1 - ln(a)를 계산했습니다. 괄호는 1 - a를 묶어야 합니다. ln(1 - a)입니다."
    ),
    mistake!(
        "C05",
        cost,
        |a2, y| right(a2, y) / count(y) / std::f64::consts::LN_10,
        "The logarithm is to base 10: the cross-entropy takes the natural one, `ln`.",
        "로그의 밑이 10입니다. 교차 엔트로피는 자연로그 `ln`을 씁니다."
    ),
    mistake!(
        "C07",
        cost,
        |a2, y| {
            let pairs = y.t().dot(&a2.mapv(ln)) + (1.0 - y).t().dot(&a2.mapv(|a| ln(1.0 - a)));
            -pairs.sum() / count(y)
        },
        "Every label meets the outputs of all examples (an m by m product). Multiply entry by \
         entry: `y * ln(a2)`.",
        "모든 레이블이 모든 샘플의 출력과 곱해집니다(m x m 곱). 원소끼리 곱하세요. `y * ln(a2)`입니다."
    ),
    mistake!(
        "C08",
        cost,
        |a2, y| right(a2, y) / y.nrows() as f64,
        "You divide by the number of rows, n_y. m is the number of columns: `y.ncols()`.",
        "행의 수 n_y로 나누었습니다. m은 열의 수 `y.ncols()`입니다."
    ),
    mistake!(
        "C10",
        cost,
        |a2, y| offset(a2, y, 1e-3),
        "0.001 inside the logarithm makes every cost too small. Handle only the exact 0.",
        "로그 안에 더한 0.001 때문에 모든 비용이 작아집니다. 정확히 0인 경우만 따로 처리하세요."
    ),
    mistake!(
        "C11",
        cost,
        |a2, y| sum(a2, y, |a, y| (a - y).powi(2)) / count(y),
        "This is the mean squared error. The cost is the cross-entropy, with logarithms.",
        "이것은 평균 제곱 오차입니다. 비용은 로그를 쓰는 교차 엔트로피입니다."
    ),
    mistake!(
        "C14",
        cost,
        |a2, y| sum(a2, y, |a, y| for_label_0(a, y) - for_label_1(a, y)) / count(y),
        "The minus sign covers only the first term; it belongs before both.",
        "음의 부호가 첫 항에만 붙었습니다. 두 항 모두에 붙어야 합니다."
    ),
    mistake!(
        "R10",
        cost,
        naive,
        "0 times ln(0) is NaN. Where the output is exactly its label the loss is 0: take only the \
         term of the label, or keep the logarithm's argument above 0.",
        "0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다. 레이블에 해당하는 항만 \
         계산하거나 로그의 인자를 0보다 크게 유지하세요."
    ),
    mistake!(
        "C50",
        cost,
        |a2, y| right(a2, y) / y.len() as f64,
        "You divide by all entries of y. Add the outputs up and divide by m alone.",
        "y의 모든 원소의 수로 나누었습니다. 출력에 대해서는 더하고 m으로만 나누세요."
    ),
    mistake!(
        "C51",
        cost,
        |a2, y| -sum(a2, y, for_label_1) / count(y),
        "Only examples with the label 1 cost something. Add the term (1 - y) ln(1 - a).",
        "레이블이 1인 샘플만 비용에 들어갑니다. (1 - y) ln(1 - a) 항을 더하세요."
    ),
    mistake!(
        "C52",
        cost,
        |a2, y| -sum(a2, y, for_label_0) / count(y),
        "Only examples with the label 0 cost something. Add the term y ln(a).",
        "레이블이 0인 샘플만 비용에 들어갑니다. y ln(a) 항을 더하세요."
    ),
    mistake!(
        "C53",
        cost,
        |a2, y| right(a2, y) / count(y) / std::f64::consts::LN_2,
        "The logarithm is to base 2: the cross-entropy takes the natural one, `ln`.",
        "로그의 밑이 2입니다. 교차 엔트로피는 자연로그 `ln`을 씁니다."
    ),
    mistake!(
        "C54",
        cost,
        |a2, y| offset(a2, y, 1e-8),
        "1e-8 inside the logarithm is too much: a perfect prediction costs less than 0 and an \
         output near 0 or 1 costs too little. Handle only the exact 0.",
        "로그 안에 더한 1e-8이 너무 큽니다. 완벽한 예측의 비용이 0보다 작아지고, 0이나 1에 가까운 출력의 \
         비용이 작아집니다. 정확히 0인 경우만 따로 처리하세요."
    ),
    mistake!(
        "C55",
        cost,
        |a2, y| naive(&a2.mapv(|a| a.clamp(1e-7, 1.0 - 1e-7)), y),
        "The outputs are clamped at 1e-7, so that a perfect prediction costs more than 0. Clamp at \
         1e-12 at most, or take only the term of the label.",
        "출력을 1e-7에서 잘라서 완벽한 예측의 비용이 0보다 큽니다. 1e-12 이하에서 자르거나 레이블에 해당하는 \
         항만 계산하세요."
    ),
    mistake!(
        "C56",
        cost,
        |a2, y| naive(y, a2),
        "Outputs and labels are exchanged: the logarithm is that of the output a.",
        "출력과 레이블이 바뀌었습니다. 로그는 출력 a에 적용합니다."
    ),
    mistake!(
        "C57",
        cost,
        |a2, y| {
            let but_last = |a: &Array2<f64>| a.slice(s![.., ..-1]).to_owned();
            right(&but_last(a2), &but_last(y)) / count(y)
        },
        "The last example is left out of the sum.",
        "합에서 마지막 샘플이 빠졌습니다."
    ),
    mistake!(
        "C58",
        cost,
        |a2, y| right(a2, y) * (1 / y.ncols()) as f64,
        "1 / m is computed with whole numbers, so it is 0 beyond m = 1. Convert first: `1.0 / m as \
         f64`.",
        "1 / m을 정수로 계산해서 m이 1보다 크면 0입니다. 먼저 변환하세요. `1.0 / m as f64`입니다."
    ),
    mistake!(
        "C59",
        cost,
        |a2, y| right(a2, y) / (2.0 * count(y)),
        "You divide by 2 m. The 2 belongs to the squared error; the cross-entropy takes m.",
        "2 m으로 나누었습니다. 2는 제곱 오차에 쓰는 것이고, 교차 엔트로피는 m으로 나눕니다."
    ),
    mistake!(
        "C60",
        cost,
        |a2, y| right(a2, y) / (count(y) - 1.0).max(1.0),
        "You divide by m - 1; the average over m examples divides by m.",
        "m - 1로 나누었습니다. 샘플 m개의 평균은 m으로 나눕니다."
    ),
    mistake!(
        "C61",
        cost,
        |a2, y| {
            let first = |a: &Array2<f64>| a.slice(s![..1, ..]).to_owned();
            right(&first(a2), &first(y)) / count(y)
        },
        "Only the first output counts. Add up over all n_y rows.",
        "첫 번째 출력만 계산했습니다. n_y개의 행을 모두 더하세요."
    ),
    mistake!(
        "C64",
        cost,
        |a2, y| sum(a2, y, |a, y| (y - a).abs()) / count(y),
        "This is the mean absolute error. The cost is the cross-entropy, with logarithms.",
        "이것은 평균 절대 오차입니다. 비용은 로그를 쓰는 교차 엔트로피입니다."
    ),
    // What becomes of `0 * ln(0)`, and the commonest mistakes once more for those who let it in: two
    // faults at a time would hide each other's names.
    mistake!(
        "C62",
        cost,
        |a2, y| {
            let cost = naive(a2, y);
            if cost.is_nan() { 0.0 } else { cost }
        },
        "One output that is exactly its label makes your sum NaN, and the whole cost becomes 0. \
         Only that output costs nothing.",
        "출력 하나가 레이블과 정확히 같으면 합이 NaN이 되어 전체 비용이 0이 됩니다. 비용이 0인 것은 그 \
         출력뿐입니다."
    ),
    mistake!(
        "C63",
        cost,
        |a2, y| if a2 == y { 0.0 } else { naive(a2, y) },
        "You only handle the case that all outputs are exact. A single exact output still gives 0 \
         times ln(0), which is NaN: look at each output alone.",
        "모든 출력이 정확한 경우만 처리했습니다. 하나만 정확해도 0 곱하기 ln(0)은 NaN입니다. 출력마다 따로 \
         확인하세요."
    ),
    mistake!(
        "C101",
        cost,
        |a2, y| -both(a2, y),
        "The sum is not divided by m, the number of examples. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "합을 샘플의 수 m으로 나누지 않았습니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C102",
        cost,
        |a2, y| both(a2, y) / count(y),
        "The minus sign is missing: the cost is never negative. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "음의 부호가 빠졌습니다. 비용은 음수가 될 수 없습니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C104",
        cost,
        |a2, y| -sum(a2, y, |a, y| label_1(a, y) + (1.0 - y) * (1.0 - a.ln())) / count(y),
        "For the label 0 it is ln(1 - a), not 1 - ln(a). \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "레이블이 0일 때는 1 - ln(a)가 아니라 ln(1 - a)입니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C105",
        cost,
        |a2, y| -both(a2, y) / std::f64::consts::LN_10 / count(y),
        "The logarithm is to base 10; it must be the natural one. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "로그의 밑이 10입니다. 자연로그여야 합니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C107",
        cost,
        |a2, y| {
            let pairs = y.t().dot(&a2.ln()) + (1.0 - y).t().dot(&(1.0 - a2).ln());
            -pairs.sum() / count(y)
        },
        "Every label meets the outputs of all examples; multiply entry by entry. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "모든 레이블이 모든 샘플의 출력과 곱해집니다. 원소끼리 곱하세요. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C108",
        cost,
        |a2, y| -both(a2, y) / y.nrows() as f64,
        "You divide by the number of rows; m is the number of columns. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "행의 수로 나누었습니다. m은 열의 수입니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C114",
        cost,
        |a2, y| sum(a2, y, |a, y| label_0(a, y) - label_1(a, y)) / count(y),
        "The minus sign covers only the first term; it belongs before both. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "음의 부호가 첫 항에만 붙었습니다. 두 항 모두에 붙어야 합니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C150",
        cost,
        |a2, y| -both(a2, y) / y.len() as f64,
        "You divide by all entries of y; divide by m alone. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "y의 모든 원소의 수로 나누었습니다. m으로만 나누세요. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C151",
        cost,
        |a2, y| -sum(a2, y, label_1) / count(y),
        "Only examples with the label 1 cost something. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "레이블이 1인 샘플만 비용에 들어갑니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C152",
        cost,
        |a2, y| -sum(a2, y, label_0) / count(y),
        "Only examples with the label 0 cost something. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "레이블이 0인 샘플만 비용에 들어갑니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C158",
        cost,
        |a2, y| -both(a2, y) * (1 / y.ncols()) as f64,
        "1 / m is computed with whole numbers, so it is 0 beyond m = 1. \
         Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
        "1 / m을 정수로 계산해서 m이 1보다 크면 0입니다. \
         그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
    ),
    mistake!(
        "C170",
        cost,
        |a2, y| naive(a2, &(1.0 - y)),
        "The labels are exchanged: where y is 1, what counts is ln(a).",
        "레이블이 서로 바뀌었습니다. y가 1인 곳에서는 ln(a)를 세야 합니다."
    ),
    mistake!(
        "C160",
        cost,
        |a2, y| {
            let ln = |z: f64| if z == 0.0 { 0.0 } else { z.ln() };
            let losses = y * &a2.mapv(ln) + (1.0 - y) * a2.mapv(|a| ln(1.0 - a));
            -losses.sum() / count(y)
        },
        "You take ln(0) for 0, so an output that is exactly wrong costs nothing. Leave out only what is \
         multiplied by 0.",
        "ln(0)을 0으로 취급해서 완전히 틀린 출력의 비용이 0이 됩니다. 0이 곱해지는 항만 빼세요."
    ),
];
