//! Help for `slope_law`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    slope_law,
    (
        "compare slope(z) with what g rises by around z",
        "slope(z)를 z 둘레에서 g가 올라가는 정도와 비교하세요"
    ),
    (
        "The central difference is (g(z + h) - g(z - h)) / 2h. With h = 1e-5 it is right to about 1e-10, so that \
         1e-7 is a safe tolerance.",
        "중심 차분은 (g(z + h) - g(z - h)) / 2h입니다. h = 1e-5이면 1e-10쯤까지 맞으므로 허용 오차는 1e-7이면 \
         안전합니다."
    ),
    (
        "let rate = (g(z + 1e-5) - g(z - 1e-5)) / 2e-5; (slope(z) - rate).abs() <= 1e-7",
        "let rate = (g(z + 1e-5) - g(z - 1e-5)) / 2e-5; (slope(z) - rate).abs() <= 1e-7"
    ),
)];
