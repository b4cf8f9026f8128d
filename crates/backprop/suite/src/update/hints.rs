//! Help for `update`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    update,
    (
        "subtract learning_rate times its gradient from each of the four parameters",
        "네 파라미터 각각에서 learning_rate 곱하기 그래디언트를 빼세요"
    ),
    (
        "ndarray takes numbers and borrowed arrays on both sides: `2.0 * &a` and `&a - b` leave \
         `a` as it is and give a new array.",
        "ndarray에서는 수와 빌린 배열을 양쪽에 쓸 수 있습니다. `2.0 * &a`와 `&a - b`는 `a`를 \
         그대로 두고 새 배열을 만듭니다."
    ),
    (
        "Parameters { w1: &parameters.w1 - learning_rate * &gradients.dw1, .. }, and in the same \
         way b1, w2 and b2",
        "Parameters { w1: &parameters.w1 - learning_rate * &gradients.dw1, .. } b1, w2, b2도 \
         같습니다"
    ),
)];
