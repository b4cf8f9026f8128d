//! Help for `forward`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    forward,
    (
        "compute z1 = w1 x + b1, a1 = tanh(z1), z2 = w2 a1 + b2 and a2 = sigmoid(z2)",
        "z1 = w1 x + b1, a1 = tanh(z1), z2 = w2 a1 + b2, a2 = sigmoid(z2)를 계산하세요"
    ),
    (
        "`z1.mapv(f64::tanh)` gives a new matrix and leaves z1 as it is; `w2.dot(&a1)` borrows a1. \
         The parts of the cache are its fields: `Cache { z1, a1, z2, a2 }`.",
        "`z1.mapv(f64::tanh)`는 z1을 그대로 두고 새 행렬을 만듭니다. `w2.dot(&a1)`은 a1을 빌립니다. \
         캐시는 `Cache { z1, a1, z2, a2 }`로 만듭니다."
    ),
    (
        "let z1 = parameters.w1.dot(x) + &parameters.b1; let a1 = z1.mapv(f64::tanh); then the \
         same with w2, a1, b2 and 1.0 / (1.0 + (-z).exp())",
        "let z1 = parameters.w1.dot(x) + &parameters.b1; let a1 = z1.mapv(f64::tanh); 그다음 w2, \
         a1, b2와 1.0 / (1.0 + (-z).exp())로 똑같이 합니다"
    ),
)];
