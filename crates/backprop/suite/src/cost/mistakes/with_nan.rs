//! What becomes of `0 * ln(0)`, and the commonest mistakes once more for those who let it in: two
//! faults at a time would hide each other's names.

use ndarray::Array2;
use testkit::{Mistake, mistake};

use super::{count, naive};
use crate::Answers;

fn label_1(a: f64, y: f64) -> f64 {
    y * a.ln()
}

fn label_0(a: f64, y: f64) -> f64 {
    (1.0 - y) * (1.0 - a).ln()
}

fn sum(a2: &Array2<f64>, y: &Array2<f64>, term: impl Fn(f64, f64) -> f64) -> f64 {
    a2.iter().zip(y).map(|(a, y)| term(*a, *y)).sum()
}

fn both(a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    sum(a2, y, |a, y| label_1(a, y) + label_0(a, y))
}

/// A NaN in the sum becomes the cost 0.
pub(crate) const SWALLOWED: Mistake<Answers> = mistake!(
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
);

/// Only the prediction that is perfect throughout is handled.
pub(crate) const HANDLED_FOR_ALL_AT_ONCE: Mistake<Answers> = mistake!(
    "C63",
    cost,
    |a2, y| if a2 == y { 0.0 } else { naive(a2, y) },
    "You only handle the case that all outputs are exact. A single exact output still gives 0 \
     times ln(0), which is NaN: look at each output alone.",
    "모든 출력이 정확한 경우만 처리했습니다. 하나만 정확해도 0 곱하기 ln(0)은 NaN입니다. 출력마다 따로 \
     확인하세요."
);

/// C01, with NaN.
pub(crate) const NOT_AVERAGED: Mistake<Answers> = mistake!(
    "C101",
    cost,
    |a2, y| -both(a2, y),
    "The sum is not divided by m, the number of examples. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "합을 예제의 수 m으로 나누지 않았습니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C02, with NaN.
pub(crate) const NOT_NEGATED: Mistake<Answers> = mistake!(
    "C102",
    cost,
    |a2, y| both(a2, y) / count(y),
    "The minus sign is missing: the cost is never negative. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "음의 부호가 빠졌습니다. 비용은 음수가 될 수 없습니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C04, with NaN.
pub(crate) const MISPLACED_PARENTHESIS: Mistake<Answers> = mistake!(
    "C104",
    cost,
    |a2, y| -sum(a2, y, |a, y| label_1(a, y) + (1.0 - y) * (1.0 - a.ln())) / count(y),
    "For the label 0 it is ln(1 - a), not 1 - ln(a). \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "레이블이 0일 때는 1 - ln(a)가 아니라 ln(1 - a)입니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C05, with NaN.
pub(crate) const TO_BASE_10: Mistake<Answers> = mistake!(
    "C105",
    cost,
    |a2, y| -both(a2, y) / std::f64::consts::LN_10 / count(y),
    "The logarithm is to base 10; it must be the natural one. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "로그의 밑이 10입니다. 자연로그여야 합니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C07, with NaN.
pub(crate) const OF_ALL_PAIRS: Mistake<Answers> = mistake!(
    "C107",
    cost,
    |a2, y| {
        let pairs = y.t().dot(&a2.ln()) + (1.0 - y).t().dot(&(1.0 - a2).ln());
        -pairs.sum() / count(y)
    },
    "Every label meets the outputs of all examples; multiply entry by entry. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "모든 레이블이 모든 예제의 출력과 곱해집니다. 원소끼리 곱하세요. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C08, with NaN.
pub(crate) const DIVIDED_BY_ROWS: Mistake<Answers> = mistake!(
    "C108",
    cost,
    |a2, y| -both(a2, y) / y.nrows() as f64,
    "You divide by the number of rows; m is the number of columns. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "행의 수로 나누었습니다. m은 열의 수입니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C14, with NaN.
pub(crate) const HALF_NEGATED: Mistake<Answers> = mistake!(
    "C114",
    cost,
    |a2, y| sum(a2, y, |a, y| label_0(a, y) - label_1(a, y)) / count(y),
    "The minus sign covers only the first term; it belongs before both. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "음의 부호가 첫 항에만 붙었습니다. 두 항 모두에 붙어야 합니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C50, with NaN.
pub(crate) const DIVIDED_BY_ALL: Mistake<Answers> = mistake!(
    "C150",
    cost,
    |a2, y| -both(a2, y) / y.len() as f64,
    "You divide by all entries of y; divide by m alone. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "y의 모든 원소의 수로 나누었습니다. m으로만 나누세요. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C51, with NaN.
pub(crate) const OF_LABEL_1: Mistake<Answers> = mistake!(
    "C151",
    cost,
    |a2, y| -sum(a2, y, label_1) / count(y),
    "Only examples with the label 1 cost something. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "레이블이 1인 예제만 비용에 들어갑니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C52, with NaN.
pub(crate) const OF_LABEL_0: Mistake<Answers> = mistake!(
    "C152",
    cost,
    |a2, y| -sum(a2, y, label_0) / count(y),
    "Only examples with the label 0 cost something. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "레이블이 0인 예제만 비용에 들어갑니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);

/// C58, with NaN.
pub(crate) const DIVIDED_AS_INTEGERS: Mistake<Answers> = mistake!(
    "C158",
    cost,
    |a2, y| -both(a2, y) * (1 / y.ncols()) as f64,
    "1 / m is computed with whole numbers, so it is 0 beyond m = 1. \
     Besides, 0 times ln(0) is NaN: an output that is exactly its label has the loss 0.",
    "1 / m을 정수로 계산해서 m이 1보다 크면 0입니다. \
     그리고 0 곱하기 ln(0)은 NaN입니다. 출력이 레이블과 정확히 같으면 손실은 0입니다."
);
