//! Help for `layer_sizes`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    layer_sizes,
    ("count the rows of x and of y", "x와 y의 행의 수를 세세요"),
    (
        "Examples are columns, so a row of `x` is one input and a row of `y` is one output. `nrows` \
         counts rows; a tuple is written `(a, b, c)`.",
        "샘플이 열이므로 `x`의 한 행은 입력 하나, `y`의 한 행은 출력 하나입니다. `nrows`가 행의 수를 \
         셉니다. 튜플은 `(a, b, c)`로 씁니다."
    ),
    ("(x.nrows(), n_h, y.nrows())", "(x.nrows(), n_h, y.nrows())"),
)];
