//! Help for `randint`, `rand` and `randn`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        randint,
        (
            "draw a whole number from 0 up to, but not including, upper",
            "0 이상 upper 미만의 정수를 뽑으세요"
        ),
        (
            "The trait `rand::RngExt` gives a generator the method `random_range`. A range `0..upper` \
             ends before `upper`, `0..=upper` with it.",
            "트레이트 `rand::RngExt`를 가져오면 난수 생성기에 `random_range` 메서드가 생깁니다. 범위 \
             `0..upper`는 `upper` 앞에서 끝나고 `0..=upper`는 `upper`를 포함합니다."
        ),
        ("rng.random_range(0..upper)", "rng.random_range(0..upper)"),
    ),
    hints!(
        rand,
        ("draw n numbers between 0 and 1", "0과 1 사이의 수를 n개 뽑으세요"),
        (
            "With `rand::RngExt`, `rng.random::<f64>()` is one such number. \
             `Array1::from_shape_simple_fn(n, || ...)` calls its closure once per entry.",
            "`rand::RngExt`를 가져오면 `rng.random::<f64>()`가 그런 수 하나입니다. \
             `Array1::from_shape_simple_fn(n, || ...)`은 원소마다 클로저를 부릅니다."
        ),
        (
            "Array1::from_shape_simple_fn(n, || rng.random())",
            "Array1::from_shape_simple_fn(n, || rng.random())"
        ),
    ),
    hints!(
        randn,
        (
            "draw n numbers from the standard normal distribution",
            "표준정규분포에서 n개의 수를 뽑으세요"
        ),
        (
            "`rng.sample(StandardNormal)` is one such number, with `rand::RngExt` and \
             `rand_distr::StandardNormal`. Or make it from two uniform ones, after Box and Muller: \
             sqrt(-2 ln u) cos(2 pi v), with u from 1 - rng.random(), which is never 0.",
            "`rand::RngExt`와 `rand_distr::StandardNormal`을 가져오면 `rng.sample(StandardNormal)`이 \
             그런 수 하나입니다. 균등 난수 둘로 만들 수도 있습니다(박스-뮬러): \
             sqrt(-2 ln u) cos(2 pi v). u는 0이 되지 않도록 1 - rng.random()으로 뽑습니다."
        ),
        (
            "Array1::from_shape_simple_fn(n, || rng.sample(StandardNormal))",
            "Array1::from_shape_simple_fn(n, || rng.sample(StandardNormal))"
        ),
    ),
];
