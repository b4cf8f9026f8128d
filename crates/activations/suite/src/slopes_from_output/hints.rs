//! Help for `sigmoid_prime_from_a` and `tanh_prime_from_a`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        sigmoid_prime_from_a,
        ("multiply a by 1 - a", "a에 1 - a를 곱하세요"),
        (
            "The forward pass has computed a = sigmoid(z) already: no exponential is needed any \
             more.",
            "순전파에서 a = sigmoid(z)를 이미 구했으므로 지수 함수는 더 필요하지 않습니다."
        ),
        ("a * (1.0 - a)", "a * (1.0 - a)"),
    ),
    hints!(
        tanh_prime_from_a,
        ("subtract the square of a from 1", "1에서 a의 제곱을 빼세요"),
        (
            "The forward pass has computed a = tanh(z) already. The square is `a * a` or \
             `a.powi(2)`.",
            "순전파에서 a = tanh(z)를 이미 구했습니다. 제곱은 `a * a`나 `a.powi(2)`입니다."
        ),
        ("1.0 - a * a", "1.0 - a * a"),
    ),
];
