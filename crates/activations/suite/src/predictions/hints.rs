//! Help for `tanh_is_closer_to_zero` and `tanh_slope_is_larger`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        tanh_is_closer_to_zero,
        (
            "say whether the size of tanh(z) is smaller than sigmoid(z)",
            "tanh(z)의 크기가 sigmoid(z)보다 작은지 답하세요"
        ),
        (
            "A comparison such as `x < y` is a bool already, no `if` is needed. tanh(z) may be \
             negative, and `.abs()` is its distance from 0. Where do the two curves cross?",
            "`x < y` 같은 비교는 이미 bool이라 `if`가 필요 없습니다. tanh(z)는 음수일 수 있고 \
             0까지의 거리는 `.abs()`입니다. 두 곡선은 어디서 만날까요?"
        ),
        ("crate::tanh(z).abs() < crate::sigmoid(z)", "crate::tanh(z).abs() < crate::sigmoid(z)"),
    ),
    hints!(
        tanh_slope_is_larger,
        (
            "say whether the slope of tanh at z is larger than that of the sigmoid",
            "z에서 tanh의 기울기가 시그모이드의 기울기보다 큰지 답하세요"
        ),
        (
            "You have written both slopes already. The steeper curve is also the sooner flat one: \
             try z = 0 and z = 3.",
            "두 기울기는 이미 작성했습니다. 더 가파른 곡선이 더 빨리 평평해집니다. z = 0과 z = 3을 \
             계산해 보세요."
        ),
        (
            "crate::tanh_prime(z) > crate::sigmoid_prime(z)",
            "crate::tanh_prime(z) > crate::sigmoid_prime(z)"
        ),
    ),
];
