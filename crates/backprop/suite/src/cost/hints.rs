//! Help for `cost`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    cost,
    (
        "add up -ln(a) where y is 1 and -ln(1 - a) where y is 0, then divide by m",
        "y가 1이면 -ln(a), y가 0이면 -ln(1 - a)를 더하고 m으로 나누세요"
    ),
    (
        "`a2.iter().zip(y)` pairs the entries, `z.ln()` is the natural logarithm, \
         `y.ncols() as f64` is m. Mind 0 * ln(0): it is NaN, so take only the term of the label.",
        "`a2.iter().zip(y)`는 원소를 짝지어 주고, `z.ln()`은 자연로그이며, `y.ncols() as f64`가 \
         m입니다. 0 * ln(0)은 NaN이므로 레이블에 해당하는 항만 계산하세요."
    ),
    (
        "a2.iter().zip(y).map(|(a, y)| if *y > 0.5 { -a.ln() } else { -(1.0 - a).ln() })\
         .sum::<f64>() / y.ncols() as f64",
        "a2.iter().zip(y).map(|(a, y)| if *y > 0.5 { -a.ln() } else { -(1.0 - a).ln() })\
         .sum::<f64>() / y.ncols() as f64"
    ),
)];
