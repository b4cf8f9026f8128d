//! Mistakes in `predict`.

use ndarray::{Array2, Axis, s};
use testkit::{Mistake, mistake};

use crate::Answers;

/// 1 where the condition holds, else 0.
fn label(condition: bool) -> f64 {
    f64::from(u8::from(condition))
}

fn right(a2: &Array2<f64>) -> Array2<f64> {
    a2.mapv(|a| label(a > 0.5))
}

/// 1 for the largest output of each example, the first of them if there are several.
fn largest(a2: &Array2<f64>) -> Array2<f64> {
    let mut labels = Array2::zeros(a2.dim());
    for (j, a) in a2.columns().into_iter().enumerate() {
        let best = (0..a.len()).rev().max_by(|i, k| a[*i].total_cmp(&a[*k])).unwrap_or(0);
        labels[(best, j)] = 1.0;
    }
    labels
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "P01",
        predict,
        |a2| a2.mapv(|a| label(a >= 0.5)),
        "An output of exactly 0.5 becomes 1. The rule is strictly greater: a2 > 0.5.",
        "출력이 정확히 0.5일 때 1이 됩니다. 규칙은 '초과'입니다. a2 > 0.5입니다."
    ),
    mistake!(
        "P02",
        predict,
        |a2| a2.mapv(|a| label((a / (1.0 - a)).ln() > 0.5)),
        "The threshold 0.5 is applied to z2. It is meant for the probability a2; for z2 it is 0.",
        "0.5를 z2와 비교했습니다. 0.5는 확률 a2의 기준이고, z2의 기준은 0입니다."
    ),
    mistake!(
        "P05",
        predict,
        |a2| a2.mapv(|a| label(a < 0.5)),
        "The labels are inverted: 1 stands for a large output.",
        "레이블이 반대입니다. 출력이 크면 1입니다."
    ),
    mistake!(
        "R08",
        predict,
        |a2| a2.mapv(f64::round),
        "Rounding takes 0.5 up to 1, but the rule is strictly greater: a2 > 0.5.",
        "반올림하면 0.5가 1이 되지만, 규칙은 '초과'입니다. a2 > 0.5입니다."
    ),
    mistake!(
        "P50",
        predict,
        largest,
        "Only the largest output of each example becomes 1. Each output has its own yes or no.",
        "샘플마다 가장 큰 출력만 1이 됩니다. 각 출력을 따로 판정해야 합니다."
    ),
    mistake!(
        "P51",
        predict,
        |a2| {
            let mean = a2.mean().expect("not empty");
            a2.mapv(|a| label(a > mean))
        },
        "The threshold is the mean of the outputs; it must be 0.5, whatever the others are.",
        "출력의 평균을 기준으로 삼았습니다. 다른 출력과 관계없이 0.5가 기준입니다."
    ),
    mistake!(
        "P52",
        predict,
        |a2| a2.mapv(|a| label(a > 0.5 + 1e-9)),
        "There is a margin above 0.5: every output above 0.5, however little, is a 1.",
        "0.5 위에 여유를 두었습니다. 0.5를 조금이라도 넘으면 1입니다."
    ),
    mistake!(
        "P53",
        predict,
        |a2| right(a2) * 2.0 - 1.0,
        "The labels are -1 and 1; they must be 0 and 1.",
        "레이블이 -1과 1입니다. 0과 1이어야 합니다."
    ),
    mistake!(
        "P54",
        predict,
        |a2| a2.mapv(|a| if a > 0.5 { a } else { 0.0 }),
        "Outputs above 0.5 are passed through. A decision is exactly 1.",
        "0.5를 넘는 출력을 그대로 두었습니다. 판정은 정확히 1이어야 합니다."
    ),
    mistake!(
        "P55",
        predict,
        |a2| right(&a2.slice(s![..1, ..]).to_owned()),
        "Only the first row is there. a2 has a row for each of the n_y outputs.",
        "첫 번째 행만 있습니다. a2에는 n_y개의 출력마다 한 행이 있습니다."
    ),
    mistake!(
        "P56",
        predict,
        |a2| a2.mapv(|a| label(a > 0.0)),
        "The threshold is 0. That is the one for z2; for the probability a2 it is 0.5.",
        "기준이 0입니다. 0은 z2의 기준이고, 확률 a2의 기준은 0.5입니다."
    ),
    mistake!(
        "P57",
        predict,
        |a2| a2.mapv(f64::trunc),
        "The outputs are cut to whole numbers, so that only an output of 1 becomes 1. Compare with \
         0.5.",
        "출력의 소수 부분을 버려서 출력이 1일 때만 1이 됩니다. 0.5와 비교하세요."
    ),
    mistake!(
        "P58",
        predict,
        |a2| Array2::from_shape_vec((1, a2.len()), right(a2).into_iter().collect()).expect("1 row"),
        "All labels lie in one row. Keep the shape of a2, (n_y, m).",
        "모든 레이블이 한 행에 놓였습니다. a2의 모양 (n_y, m)을 유지하세요."
    ),
    mistake!(
        "P59",
        predict,
        |a2| right(a2).reversed_axes(),
        "The result is transposed. Keep the shape of a2, (n_y, m).",
        "결과가 전치되었습니다. a2의 모양 (n_y, m)을 유지하세요."
    ),
    mistake!(
        "P60",
        predict,
        |a2| a2.mapv(|a| label(a <= 0.5)),
        "The labels are inverted: 1 stands for an output above 0.5.",
        "레이블이 반대입니다. 출력이 0.5를 넘으면 1입니다."
    ),
    mistake!(
        "P61",
        predict,
        |a2| {
            let mean = a2.mean_axis(Axis(0)).expect("n_y > 0").insert_axis(Axis(0));
            right(&mean.broadcast(a2.dim()).expect("a row fills every row").to_owned())
        },
        "The outputs of an example are averaged first. Each output has its own yes or no.",
        "먼저 한 샘플의 출력들을 평균했습니다. 각 출력을 따로 판정해야 합니다."
    ),
    mistake!(
        "P62",
        predict,
        |a2| a2.mapv(|a| (a + 0.5).floor()),
        "The whole part of a2 + 0.5 is 1 for 0.5 already, and just below it. Compare: a2 > 0.5.",
        "a2 + 0.5의 정수 부분은 0.5일 때와 그 바로 아래에서도 1입니다. a2 > 0.5로 비교하세요."
    ),
];
