//! Help for `collapse`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    collapse,
    (
        "put the first two layers together, w2 (w1 x + b1) + b2, and go on with the rest",
        "처음 두 층을 w2 (w1 x + b1) + b2로 합치고, 나머지 층도 이어서 합치세요"
    ),
    (
        "Multiply it out: w2 w1 stands before x, the rest is the bias. `w2.dot(&w1)` is the \
             product of matrices; `*` multiplies entry by entry. Start from `layers[0].clone()` \
             and loop over `&layers[1..]`.",
        "괄호를 풀면 x 앞에 w2 w1이 있고 나머지가 편향입니다. 행렬의 곱은 `w2.dot(&w1)`이고 \
             `*`는 원소끼리 곱합니다. `layers[0].clone()`에서 시작해 `&layers[1..]`를 반복하세요."
    ),
    (
        "for (w2, b2) in &layers[1..] { b = w2.dot(&b) + b2; w = w2.dot(&w); }",
        "for (w2, b2) in &layers[1..] { b = w2.dot(&b) + b2; w = w2.dot(&w); }"
    ),
)];
