//! Help for `initialize_scaled`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    initialize_scaled,
    (
        "multiply standard normal numbers by the root of gain over fan_in",
        "표준정규분포의 수에 gain을 fan_in으로 나눈 값의 제곱근을 곱하세요"
    ),
    (
        "A number times `s` has its variance times `s^2`, so the factor is the root of the variance. \
         `fan_in` is a whole number: `fan_in as f64` before dividing. The rows are the outputs.",
        "수에 `s`를 곱하면 분산은 `s^2`배가 되므로 곱할 값은 분산의 제곱근입니다. `fan_in`은 \
         정수이므로 나누기 전에 `fan_in as f64`로 바꾸세요. 행이 출력입니다."
    ),
    (
        "let deviation = (gain / fan_in as f64).sqrt(), then a matrix (fan_out, fan_in) of \
         deviation * rng.sample::<f64, _>(StandardNormal)",
        "let deviation = (gain / fan_in as f64).sqrt()를 구하고, 모양이 (fan_out, fan_in)인 행렬을 \
         deviation * rng.sample::<f64, _>(StandardNormal)로 채웁니다"
    ),
)];
