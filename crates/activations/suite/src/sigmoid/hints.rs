//! Help for `sigmoid`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    sigmoid,
    ("divide 1 by 1 + e^-z", "1을 1 + e^-z로 나누세요"),
    (
        "`z.exp()` is e^z; mind the sign of z. 1 is written `1.0`, because an f64 is never an \
             integer.",
        "`z.exp()`는 e^z입니다. z의 부호에 주의하세요. f64는 정수가 아니므로 1은 `1.0`으로 \
             씁니다."
    ),
    ("1.0 / (1.0 + (-z).exp())", "1.0 / (1.0 + (-z).exp())"),
)];
