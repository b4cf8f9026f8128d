//! Help for `log_sigmoid`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    log_sigmoid,
    (
        "write -ln(1 + e^-z) with an exponential that never overflows",
        "-ln(1 + e^-z)를 넘치지 않는 지수 함수로 쓰세요"
    ),
    (
        "For negative z, -ln(1 + e^-z) equals z - ln(1 + e^z), so that e^-|z| serves on both \
             sides. `x.ln_1p()` is ln(1 + x) with all its digits, also for a tiny x.",
        "음수 z에서 -ln(1 + e^-z)는 z - ln(1 + e^z)와 같으므로 양쪽 모두 e^-|z|을 쓸 수 \
             있습니다. `x.ln_1p()`는 아주 작은 x에서도 ln(1 + x)를 모든 자릿수까지 구합니다."
    ),
    ("z.min(0.0) - (-z.abs()).exp().ln_1p()", "z.min(0.0) - (-z.abs()).exp().ln_1p()"),
)];
