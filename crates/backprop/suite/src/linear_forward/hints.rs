//! Help for `linear_forward`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    linear_forward,
    ("multiply w by a and add b to every column", "w에 a를 곱하고 모든 열에 b를 더하세요"),
    (
        "The product of matrices is `w.dot(a)`; `*` multiplies entry by entry. b is a column \
         (n, 1): `+` repeats it for every example.",
        "행렬의 곱은 `w.dot(a)`입니다. `*`는 원소끼리 곱합니다. b는 열 (n, 1)이고, `+`가 샘플마다 \
         반복해 줍니다."
    ),
    ("w.dot(a) + b", "w.dot(a) + b"),
)];
