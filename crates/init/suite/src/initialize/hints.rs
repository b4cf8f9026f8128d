//! Help for `initialize`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[hints!(
    initialize,
    (
        "draw every weight as 0.01 times a standard normal number, and set every bias to zero",
        "가중치마다 표준정규분포의 수에 0.01을 곱하고 편향은 모두 0으로 두세요"
    ),
    (
        "`Array2::from_shape_simple_fn((rows, columns), || ...)` calls its closure once per entry. \
         Draw w1 and then w2 from the same `rng`, so that they share no numbers; a new generator \
         with the same seed would repeat them.",
        "`Array2::from_shape_simple_fn((rows, columns), || ...)`은 원소마다 클로저를 부릅니다. w1과 \
         w2를 같은 `rng`에서 차례로 뽑아야 서로 다른 수가 됩니다. 같은 시드로 난수 생성기를 새로 \
         만들면 같은 수가 되풀이됩니다."
    ),
    (
        "w1: Array2::from_shape_simple_fn((n_h, n_x), || 0.01 * rng.sample::<f64, _>(StandardNormal)), \
         w2 likewise with (n_y, n_h), the biases as in initialize_zeros",
        "w1: Array2::from_shape_simple_fn((n_h, n_x), || 0.01 * rng.sample::<f64, _>(StandardNormal)), \
         w2도 (n_y, n_h)로 똑같이, 편향은 initialize_zeros처럼"
    ),
)];
