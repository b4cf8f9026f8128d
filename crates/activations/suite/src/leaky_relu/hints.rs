//! Help for `leaky_relu`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    leaky_relu,
    (
        "give z where it is positive, else negative_slope times z",
        "z가 양수이면 z를, 아니면 negative_slope 곱하기 z를 답하세요"
    ),
    (
        "An `if` with both branches is an expression: the last line of each branch is its \
             value. Use the argument, not 0.01.",
        "`else`까지 쓴 `if`는 값을 내는 식이고, 각 갈래의 마지막 줄이 그 값입니다. 0.01이 \
             아니라 인자를 쓰세요."
    ),
    (
        "if z > 0.0 { z } else { negative_slope * z }",
        "if z > 0.0 { z } else { negative_slope * z }"
    ),
)];
