//! Help for `relu`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    relu,
    ("take the larger of 0 and z", "0과 z 중 큰 쪽을 고르세요"),
    (
        "An f64 has a method `max`; `if z > 0.0 { .. } else { .. }` is an expression, too.",
        "f64에는 `max` 메서드가 있습니다. `if z > 0.0 { .. } else { .. }`도 값을 내는 식입니다."
    ),
    ("z.max(0.0)", "z.max(0.0)"),
)];
