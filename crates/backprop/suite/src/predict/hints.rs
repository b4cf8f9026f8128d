//! Help for `predict`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    predict,
    ("answer 1 where a2 is above 0.5 and 0 elsewhere", "a2가 0.5보다 크면 1, 아니면 0을 답하세요"),
    (
        "`a2.mapv(|a| ...)` computes a new entry from each entry and keeps the shape. Exactly 0.5 \
         is not above 0.5.",
        "`a2.mapv(|a| ...)`는 모양을 유지하며 각 원소에서 새 원소를 만듭니다. 정확히 0.5는 0.5보다 크지 \
         않습니다."
    ),
    (
        "a2.mapv(|a| if a > 0.5 { 1.0 } else { 0.0 })",
        "a2.mapv(|a| if a > 0.5 { 1.0 } else { 0.0 })"
    ),
)];
