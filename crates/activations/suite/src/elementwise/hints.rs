//! Help for `forward` and `prime`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        forward,
        (
            "match on the activation and map it over z",
            "activation에 따라 나누어 z의 모든 원소에 적용하세요"
        ),
        (
            "`z.mapv(f)` makes a new array of the same shape with f applied to each entry; f may \
             be the name of a function, or a closure `|z| ..`. Leaky ReLU takes \
             `activations::NEGATIVE_SLOPE`.",
            "`z.mapv(f)`는 각 원소에 f를 적용한 같은 모양의 새 배열을 만듭니다. f는 함수 이름이나 \
             클로저 `|z| ..`입니다. leaky ReLU에는 `activations::NEGATIVE_SLOPE`를 쓰세요."
        ),
        (
            "match activation { Activation::Sigmoid => z.mapv(crate::sigmoid), .., \
             Activation::Identity => z.clone() }",
            "match activation { Activation::Sigmoid => z.mapv(crate::sigmoid), .., \
             Activation::Identity => z.clone() }"
        ),
    ),
    hints!(
        prime,
        (
            "match on the activation and map its slope over z",
            "activation에 따라 나누어 z의 모든 원소에서 기울기를 구하세요"
        ),
        (
            "As in `forward`, with the slopes in z of your earlier exercises. The identity has \
             slope 1 everywhere.",
            "`forward`와 같되, 앞 문제에서 쓴 z에서의 기울기 함수를 적용하세요. 항등함수의 \
             기울기는 어디서나 1입니다."
        ),
        (
            "match activation { Activation::Sigmoid => z.mapv(crate::sigmoid_prime), .., \
             Activation::Identity => Array2::ones(z.dim()) }",
            "match activation { Activation::Sigmoid => z.mapv(crate::sigmoid_prime), .., \
             Activation::Identity => Array2::ones(z.dim()) }"
        ),
    ),
];
