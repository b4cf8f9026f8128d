//! Help for `cost_law`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    cost_law,
    (
        "add up the losses of all entries, divide by m, and compare with a tolerance",
        "모든 원소의 손실을 더해 m으로 나누고, 허용 오차를 두고 비교하세요"
    ),
    (
        "The loss of an output a is -ln(a) where the label is 1 and -ln(1 - a) where it is 0. m is the number of \
         columns. Right answers that guard their logarithms differ by 1e-8: allow 1e-6.",
        "출력 a의 손실은 레이블이 1이면 -ln(a), 0이면 -ln(1 - a)입니다. m은 열의 수입니다. 로그를 보호한 올바른 답은 \
         1e-8쯤 다르니 1e-6까지 허용하세요."
    ),
    (
        "let sum: f64 = a2.iter().zip(y).map(|(a, y)| if *y > 0.5 { -a.ln() } else { -(1.0 - a).ln() }).sum(); \
         (cost(a2, y) - sum / y.ncols() as f64).abs() <= 1e-6",
        "let sum: f64 = a2.iter().zip(y).map(|(a, y)| if *y > 0.5 { -a.ln() } else { -(1.0 - a).ln() }).sum(); \
         (cost(a2, y) - sum / y.ncols() as f64).abs() <= 1e-6"
    ),
)];
