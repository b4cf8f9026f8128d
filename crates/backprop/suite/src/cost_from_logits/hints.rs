//! Help for `cost_from_logits`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    cost_from_logits,
    (
        "add up ln(1 + e^z) - z y without letting e^z overflow, then divide by m",
        "e^z가 넘치지 않게 ln(1 + e^z) - z y를 더하고 m으로 나누세요"
    ),
    (
        "ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|): the exponent is never positive, so nothing \
         overflows. `e.ln_1p()` is ln(1 + e), exact for a small e too.",
        "ln(1 + e^z) = max(z, 0) + ln(1 + e^-|z|)입니다. 지수가 양수가 되지 않으므로 넘치지 않습니다. \
         `e.ln_1p()`는 ln(1 + e)이며 e가 작아도 정확합니다."
    ),
    (
        "z2.iter().zip(y).map(|(z, y)| z.max(0.0) - z * y + (-z.abs()).exp().ln_1p())\
         .sum::<f64>() / y.ncols() as f64",
        "z2.iter().zip(y).map(|(z, y)| z.max(0.0) - z * y + (-z.abs()).exp().ln_1p())\
         .sum::<f64>() / y.ncols() as f64"
    ),
)];
