//! Help for `sigmoid_prime` and `tanh_prime`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        sigmoid_prime,
        (
            "compute a = sigmoid(z), then a (1 - a)",
            "a = sigmoid(z)를 구한 뒤 a (1 - a)를 계산하세요"
        ),
        (
            "Give the sigmoid a name with `let a = ..;` and use it twice. You may call your own \
             function: `crate::sigmoid(z)`.",
            "`let a = ..;`로 시그모이드에 이름을 붙여 두 번 쓰세요. 직접 쓴 함수를 부를 수 \
             있습니다: `crate::sigmoid(z)`."
        ),
        (
            "let a = crate::sigmoid(z); then a * (1.0 - a)",
            "let a = crate::sigmoid(z); 그다음 a * (1.0 - a)"
        ),
    ),
    hints!(
        tanh_prime,
        ("compute a = tanh(z), then 1 - a^2", "a = tanh(z)를 구한 뒤 1 - a^2을 계산하세요"),
        (
            "The square is `a * a` or `a.powi(2)`; `a ^ 2` means something else in Rust.",
            "제곱은 `a * a`나 `a.powi(2)`입니다. Rust에서 `a ^ 2`는 다른 뜻입니다."
        ),
        ("let a = crate::tanh(z); then 1.0 - a * a", "let a = crate::tanh(z); 그다음 1.0 - a * a"),
    ),
];
