//! Help for `logistic_gradients`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    logistic_gradients,
    (
        "compute dz = sigmoid(w^T x + b) - y, then dw = x dz^T / m and the mean of dz",
        "dz = sigmoid(w^T x + b) - y를 구한 다음 dw = x dz^T / m과 dz의 평균을 계산하세요"
    ),
    (
        "`w.t().dot(x) + b` gives z as a row (1, m), like y; `x.dot(&dz.t())` is a column, \
         (n_x, 1) like w. `m as f64` makes a number to divide by.",
        "`w.t().dot(x) + b`는 y처럼 행 (1, m)인 z이고, `x.dot(&dz.t())`는 w처럼 열 (n_x, 1)입니다. \
         `m as f64`로 나눌 수 있는 수가 됩니다."
    ),
    (
        "let a = (w.t().dot(x) + b).mapv(|z| 1.0 / (1.0 + (-z).exp())); let dz = a - y; \
         (x.dot(&dz.t()) / m, dz.sum() / m)",
        "let a = (w.t().dot(x) + b).mapv(|z| 1.0 / (1.0 + (-z).exp())); let dz = a - y; \
         (x.dot(&dz.t()) / m, dz.sum() / m)"
    ),
)];
