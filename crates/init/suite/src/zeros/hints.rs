//! Help for `initialize_zeros`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    initialize_zeros,
    (
        "fill four matrices of the right shapes with zeros",
        "모양에 맞는 행렬 네 개를 0으로 채우세요"
    ),
    (
        "A layer has a row of weights per unit and a column per unit of the layer before; its biases \
         are one column. `Array2::zeros((rows, columns))` takes the shape as a tuple.",
        "층의 가중치는 유닛마다 한 행, 앞 층의 유닛마다 한 열이며 편향은 한 열입니다. \
         `Array2::zeros((rows, columns))`는 모양을 튜플로 받습니다."
    ),
    (
        "w1: Array2::zeros((n_h, n_x)), b1: Array2::zeros((n_h, 1)), and so on with n_y and n_h",
        "w1: Array2::zeros((n_h, n_x)), b1: Array2::zeros((n_h, 1)), 나머지는 n_y와 n_h로 똑같이"
    ),
)];
