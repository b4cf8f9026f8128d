//! Help for `output_gradients`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    output_gradients,
    (
        "subtract y from a2, and average its products with a1 and itself over the examples",
        "a2에서 y를 빼고, 그것과 a1의 곱과 그것 자체를 샘플에 대해 평균하세요"
    ),
    (
        "Examples are columns, so `y.ncols()` is m; make it an f64. A product with `a1.t()` adds \
         up over the examples. `sum_axis(Axis(1))` adds up every row, and `.insert_axis(Axis(1))` \
         makes the sums a column again.",
        "샘플은 열이므로 m은 `y.ncols()`입니다. f64로 바꾸세요. `a1.t()`와의 곱은 샘플에 대해 \
         더합니다. `sum_axis(Axis(1))`은 행마다 더하고, `.insert_axis(Axis(1))`은 그 합들을 다시 \
         열로 만듭니다."
    ),
    (
        "dz2 = &cache.a2 - y; dw2 = dz2.dot(&cache.a1.t()) / m; db2 = \
         dz2.sum_axis(Axis(1)).insert_axis(Axis(1)) / m",
        "dz2 = &cache.a2 - y; dw2 = dz2.dot(&cache.a1.t()) / m; db2 = \
         dz2.sum_axis(Axis(1)).insert_axis(Axis(1)) / m"
    ),
)];
