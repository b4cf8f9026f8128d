//! Help for `unit_classes`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    unit_classes,
    (
        "count the units that are like no first unit of an earlier class",
        "앞선 클래스의 첫 유닛 중 어느 것과도 같지 않은 유닛을 세세요"
    ),
    (
        "Keep a `Vec<usize>` of first units. For each unit ask whether `any` of them is alike in \
         `w1.row(i)`, `b1[[i, 0]]` and `w2.column(i)`: `(a - b).abs() <= tolerance` for all \
         numbers. If none is, push the unit.",
        "첫 유닛을 담을 `Vec<usize>`를 두세요. 각 유닛마다 `w1.row(i)`, `b1[[i, 0]]`, \
         `w2.column(i)`의 모든 수가 `(a - b).abs() <= tolerance`를 만족하는 첫 유닛이 있는지 \
         `any`로 확인하고, 없으면 그 유닛을 넣으세요."
    ),
    (
        "for i in 0..n_h { if !firsts.iter().any(|&first| alike(first, i)) { firsts.push(i); } } \
         firsts.len()",
        "for i in 0..n_h { if !firsts.iter().any(|&first| alike(first, i)) { firsts.push(i); } } \
         firsts.len()"
    ),
)];
