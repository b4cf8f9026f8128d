//! Help for `relu_prime` and `leaky_relu_prime`.

use testkit::{Hints, hints};

/// Three steps for each function: a nudge, a formula, nearly the code.
pub const HINTS: &[Hints] = &[
    hints!(
        relu_prime,
        ("give 1 where z is positive, else 0", "z가 양수이면 1을, 아니면 0을 답하세요"),
        (
            "The slope is that of the line which z is on. At 0 two lines meet: the course takes \
             the left one, so 0 is not among the positive numbers.",
            "기울기는 z가 놓인 직선의 기울기입니다. 0에서는 두 직선이 만나는데 이 과정은 왼쪽을 \
             쓰므로 0은 양수에 들지 않습니다."
        ),
        ("if z > 0.0 { 1.0 } else { 0.0 }", "if z > 0.0 { 1.0 } else { 0.0 }"),
    ),
    hints!(
        leaky_relu_prime,
        (
            "give 1 where z is positive, else negative_slope",
            "z가 양수이면 1을, 아니면 negative_slope를 답하세요"
        ),
        (
            "The slope of the line negative_slope * z is the number before z, whatever z is.",
            "직선 negative_slope * z의 기울기는 z가 무엇이든 z 앞의 수입니다."
        ),
        (
            "if z > 0.0 { 1.0 } else { negative_slope }",
            "if z > 0.0 { 1.0 } else { negative_slope }"
        ),
    ),
];
