//! Help for `saturated_fraction`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    saturated_fraction,
    (
        "count the entries whose slope is below the threshold, and divide by the number of all",
        "기울기가 임계값보다 작은 원소를 세어 전체 원소의 수로 나누세요"
    ),
    (
        "Write a helper `slope(activation, z)` with a `match` and the slopes of lesson 1: a (1 - a), \
         1 - a^2, 0 or 1, 0.01 or 1, and 1. `z.iter().filter(...).count()` is a whole number: \
         convert it with `as f64`.",
        "1과의 기울기를 `match`로 나누어 보조 함수 `slope(activation, z)`를 쓰세요: a (1 - a), \
         1 - a^2, 0 또는 1, 0.01 또는 1, 그리고 1. `z.iter().filter(...).count()`는 정수이므로 \
         `as f64`로 바꾸세요."
    ),
    (
        "let flat = z.iter().filter(|z| slope(activation, **z) < threshold).count(); \
         flat as f64 / z.len() as f64",
        "let flat = z.iter().filter(|z| slope(activation, **z) < threshold).count(); \
         flat as f64 / z.len() as f64"
    ),
)];
