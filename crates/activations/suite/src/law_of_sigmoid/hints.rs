//! Help for `sigmoid_law` and `draw_z`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        sigmoid_law,
        (
            "call the function, and say whether what it gives is right",
            "함수를 불러서 그 값이 올바른지 답하세요"
        ),
        (
            "`sigmoid(z) + sigmoid(-z)` is 1, and `sigmoid(-z)` is e^-z times `sigmoid(z)`. Either alone lets \
             wrong functions pass. Compare with a tolerance, and write what must hold, so that a NaN fails.",
            "`sigmoid(z) + sigmoid(-z)`는 1이고, `sigmoid(-z)`는 `sigmoid(z)`에 e^-z을 곱한 값입니다. 하나만으로는 \
             틀린 함수도 지나갑니다. 허용 오차를 두고 비교하고, NaN이 걸리도록 지켜야 할 것을 쓰세요."
        ),
        (
            "let z = z.abs(); let (a, mirrored) = (sigmoid(z), sigmoid(-z)); \
             (a + mirrored - 1.0).abs() <= 1e-9 && (mirrored - (-z).exp() * a).abs() <= 1e-9",
            "let z = z.abs(); let (a, mirrored) = (sigmoid(z), sigmoid(-z)); \
             (a + mirrored - 1.0).abs() <= 1e-9 && (mirrored - (-z).exp() * a).abs() <= 1e-9"
        ),
    ),
    hints!(
        draw_z,
        (
            "draw numbers near 0 and far out, on both sides",
            "0 가까이와 먼 곳에서, 양쪽 모두 수를 뽑으세요"
        ),
        (
            "The curve bends between -5 and 5; exponentials overflow beyond 709. `rng.random_range(-8.0..8.0)` \
             draws a number, `rng.random()` a bool that may decide between two ranges.",
            "곡선은 -5와 5 사이에서 휘고, 지수 함수는 709를 넘으면 넘칩니다. `rng.random_range(-8.0..8.0)`은 수를, \
             `rng.random()`은 bool을 뽑으므로 두 범위 가운데 하나를 고를 수 있습니다."
        ),
        (
            "let largest = if rng.random() { 8.0 } else { 1000.0 }; rng.random_range(-largest..=largest)",
            "let largest = if rng.random() { 8.0 } else { 1000.0 }; rng.random_range(-largest..=largest)"
        ),
    ),
];
