//! Mistakes in `initialize_zeros`.

use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::reference::initialize_zeros;
use crate::{Answers, Parameters};

/// The right answer, but for what `change` makes of it.
fn but(n_x: usize, n_h: usize, n_y: usize, change: impl Fn(&mut Parameters)) -> Parameters {
    let mut parameters = initialize_zeros(n_x, n_h, n_y);
    change(&mut parameters);
    parameters
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I110",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| p.w1 = Array2::zeros((n_x, n_h))),
        "w1 is transposed: it has a row per hidden unit and a column per input, (n_h, n_x).",
        "w1의 행과 열이 바뀌었습니다. 은닉 유닛마다 한 행, 입력마다 한 열인 (n_h, n_x)이어야 합니다."
    ),
    mistake!(
        "I111",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| p.w2 = Array2::zeros((n_h, n_y))),
        "w2 is transposed: it has a row per output and a column per hidden unit, (n_y, n_h).",
        "w2의 행과 열이 바뀌었습니다. 출력마다 한 행, 은닉 유닛마다 한 열인 (n_y, n_h)이어야 합니다."
    ),
    mistake!(
        "I112",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| {
            p.b1 = Array2::zeros((1, n_h));
            p.b2 = Array2::zeros((1, n_y));
        }),
        "The biases are rows. They must be columns, (n_h, 1) and (n_y, 1), because units are rows.",
        "편향이 행 벡터입니다. 유닛이 행이므로 (n_h, 1)과 (n_y, 1)의 열 벡터여야 합니다."
    ),
    mistake!(
        "I113",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| p.b1 = Array2::zeros((n_x, 1))),
        "b1 has an entry per input. It needs one per hidden unit: (n_h, 1).",
        "b1의 원소가 입력마다 하나입니다. 은닉 유닛마다 하나인 (n_h, 1)이어야 합니다."
    ),
    mistake!(
        "I114",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| p.b2 = Array2::zeros((n_h, 1))),
        "b2 has an entry per hidden unit. It needs one per output: (n_y, 1).",
        "b2의 원소가 은닉 유닛마다 하나입니다. 출력마다 하나인 (n_y, 1)이어야 합니다."
    ),
    mistake!(
        "I115",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| {
            p.w1.fill(1.0);
            p.w2.fill(1.0);
        }),
        "The weights are 1. Here they must be 0.",
        "가중치가 1입니다. 여기서는 0이어야 합니다."
    ),
    mistake!(
        "I116",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| {
            p.w1.fill(0.01);
            p.w2.fill(0.01);
        }),
        "The weights are 0.01. Small is not zero: here every entry must be 0.",
        "가중치가 0.01입니다. 작은 수는 0이 아닙니다. 모든 원소가 0이어야 합니다."
    ),
    mistake!(
        "I117",
        initialize_zeros,
        |n_x, _n_h, n_y| initialize_zeros(n_x, 4, n_y),
        "There are always 4 hidden units. Their number is the argument n_h.",
        "은닉 유닛이 항상 4개입니다. 인자 n_h만큼 있어야 합니다."
    ),
    mistake!(
        "I118",
        initialize_zeros,
        |n_x, n_h, _n_y| initialize_zeros(n_x, n_h, 1),
        "There is always one output. Their number is the argument n_y.",
        "출력이 항상 하나입니다. 인자 n_y만큼 있어야 합니다."
    ),
    mistake!(
        "I119",
        initialize_zeros,
        |n_x, n_h, n_y| but(n_x, n_h, n_y, |p| p.w2 = Array2::zeros((n_y, n_x))),
        "w2 has a column per input, but it reads the hidden units: (n_y, n_h).",
        "w2의 열이 입력마다 하나입니다. w2는 은닉 유닛을 읽으므로 (n_y, n_h)이어야 합니다."
    ),
];
