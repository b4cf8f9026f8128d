//! Help for `hidden_gradients`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    hidden_gradients,
    (
        "send dz2 back through w2 and the slope of tanh, then average over the examples",
        "dz2를 w2와 tanh의 기울기를 거쳐 되돌린 뒤 샘플에 대해 평균하세요"
    ),
    (
        "The error of a hidden unit is what all outputs report, each by its weight: w2^T dz2. The \
         slope of tanh is 1 - a1^2, entry by entry; `*` multiplies entry by entry, `dot` is the \
         product of matrices.",
        "은닉 유닛의 오차는 모든 출력의 오차를 가중치만큼 모은 w2^T dz2입니다. tanh의 기울기는 \
         원소마다 1 - a1^2입니다. `*`는 원소끼리 곱하고, `dot`은 행렬의 곱입니다."
    ),
    (
        "dz1 = parameters.w2.t().dot(dz2) * cache.a1.mapv(|a| 1.0 - a * a); dw1 = dz1.dot(&x.t()) \
         / m; db1 = dz1.sum_axis(Axis(1)).insert_axis(Axis(1)) / m",
        "dz1 = parameters.w2.t().dot(dz2) * cache.a1.mapv(|a| 1.0 - a * a); dw1 = dz1.dot(&x.t()) \
         / m; db1 = dz1.sum_axis(Axis(1)).insert_axis(Axis(1)) / m"
    ),
)];
