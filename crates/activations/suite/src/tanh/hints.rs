//! Help for `tanh`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    tanh,
    (
        "stretch the sigmoid of 2z from (0, 1) to (-1, 1)",
        "2z의 시그모이드를 (0, 1)에서 (-1, 1)로 늘이세요"
    ),
    (
        "Twice the sigmoid runs from 0 to 2; take 1 away. The formula with four exponentials \
             is right on paper, but e^710 is infinite in an f64, and infinity over infinity is not \
             a number.",
        "시그모이드의 두 배는 0부터 2까지이니 1을 빼세요. 지수 함수 네 개로 쓴 식은 종이 \
             위에서는 맞지만, f64에서 e^710은 무한대이고 무한대/무한대는 수가 아닙니다."
    ),
    (
        "2.0 * crate::sigmoid(2.0 * z) - 1.0, or f64's own `z.tanh()`",
        "2.0 * crate::sigmoid(2.0 * z) - 1.0 또는 f64에 있는 `z.tanh()`"
    ),
)];
