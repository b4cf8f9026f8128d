//! Mistakes in `sigmoid_law` and `draw_z`.

use std::cell::Cell;

use rand::{RngExt, SeedableRng, rngs::StdRng};
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::sigmoid;

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A300",
        sigmoid_law,
        |_, _| true,
        "This law is true of everything, so it says nothing. Call the function, and compare what it gives.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 함수를 불러서 그 값을 비교하세요."
    ),
    mistake!(
        "A301",
        sigmoid_law,
        |_, _| false,
        "This law is false of everything. Say true where the function is as it must be.",
        "모든 것에 거짓인 법칙입니다. 함수가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "A302",
        sigmoid_law,
        |s, z| (s(z) - sigmoid(z)).abs() <= 2.0,
        "The tolerance hides everything: all values of the sigmoid lie within 1 of each other. Rounding is about \
         1e-15; 1e-9 is room enough.",
        "허용 오차가 모든 것을 가립니다. 시그모이드의 값은 모두 서로 1 안에 있습니다. 반올림 오차는 1e-15쯤이므로 1e-9면 \
         넉넉합니다."
    ),
    mistake!(
        "A303",
        sigmoid_law,
        |s, z| (s(z) + s(-z) - 1.0).abs() <= 1e-9,
        "The value and its mirror image add up to 1 for many wrong functions, too: with the sign flipped, for 1/2, \
         for a line. Ask for something beside it that only the sigmoid keeps.",
        "함수값과 대칭점의 값을 더하면 1이라는 것은 틀린 함수들도 지킵니다. 부호가 반대인 것, 늘 1/2인 것, 직선도 \
         그렇습니다. 시그모이드만 지키는 것을 함께 물으세요."
    ),
    mistake!(
        "A304",
        sigmoid_law,
        |s, z| (s(z) - 1.0 / (1.0 + z.exp())).abs() <= 1e-9,
        "The formula in your law has the sign flipped: it is 1 / (1 + e^-z).",
        "법칙에 쓴 식의 부호가 반대입니다. 1 / (1 + e^-z)입니다."
    ),
    mistake!(
        "A305",
        sigmoid_law,
        |s, _| (s(0.0) - 0.5).abs() <= 1e-9,
        "The function is only tried at 0. Use the z that you are given.",
        "함수를 0에서만 불러 봅니다. 인자로 받은 z를 쓰세요."
    ),
    mistake!(
        "A306",
        sigmoid_law,
        |s, z| 0.0 < s(z) && s(z) < 1.0 && (s(z) - sigmoid(z)).abs() <= 1e-9,
        "The bounds are strict: beyond 36.7 the sigmoid of an f64 is exactly 1, and far on the left it may be 0.",
        "경계를 빼면 안 됩니다. 36.7을 넘으면 f64의 시그모이드는 정확히 1이고, 왼쪽 먼 곳에서는 0이 될 수도 있습니다."
    ),
    mistake!(
        "A307",
        sigmoid_law,
        |s, z| s(z) == 1.0 / (1.0 + (-z).exp()),
        "`==` asks for the same bits. Two right ways to write a formula differ in their last digits: compare with \
         a tolerance.",
        "`==`은 비트까지 같은지를 봅니다. 같은 식을 올바르게 써도 마지막 자리는 다를 수 있으니 허용 오차를 두세요."
    ),
    mistake!(
        "A308",
        sigmoid_law,
        |s, z| !((s(z) - sigmoid(z)).abs() > 1e-9),
        "A NaN is not greater than anything, so it passes. Write what must hold: `difference <= tolerance`.",
        "NaN은 어떤 것보다도 크지 않으므로 그냥 지나갑니다. 지켜야 할 것을 쓰세요: `차이 <= 허용 오차`."
    ),
    mistake!(
        "A309",
        sigmoid_law,
        {
            let last = Cell::new((f64::NAN, true));
            move |s: &dyn Fn(f64) -> f64, z| {
                if last.get().0 != z {
                    last.set((z, (s(z) - sigmoid(z)).abs() <= 1e-9));
                }
                last.get().1
            }
        },
        "Your law remembers what it said of the last z. The function may be another one by then: ask it each time.",
        "법칙이 지난번 z에 대해 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
    mistake!(
        "A310",
        sigmoid_law,
        |s, z| (s(z.signum() * 800.0) - if z < 0.0 { 0.0 } else { 1.0 }).abs() <= 1e-9,
        "Only the ends are looked at, where a step and a line that is cut off are right, too.",
        "양쪽 끝만 봅니다. 그곳에서는 계단도, 잘린 직선도 맞습니다."
    ),
    mistake!(
        "A311",
        draw_z,
        |_| 0.0,
        "Every draw is 0, where a flipped sign, a clamp and a constant are right.",
        "뽑은 수가 모두 0입니다. 0에서는 부호가 반대인 것도, 잘린 직선도, 상수도 맞습니다."
    ),
    mistake!(
        "A312",
        draw_z,
        |rng| -rng.random_range(0.0..1_000.0),
        "All draws are negative. e^z / (1 + e^z) overflows on the other side.",
        "뽑은 수가 모두 음수입니다. e^z / (1 + e^z)는 반대쪽에서 넘칩니다."
    ),
    mistake!(
        "A313",
        draw_z,
        |rng| rng.random_range(-6.0..6.0),
        "All draws lie near 0. What overflows does so beyond 709.",
        "뽑은 수가 모두 0 가까이에 있습니다. 넘치는 것은 709를 넘어야 넘칩니다."
    ),
    mistake!(
        "A314",
        draw_z,
        |_| StdRng::seed_from_u64(1).random_range(-1_000.0..1_000.0),
        "The draws come from a generator of your own, which starts anew each time: they are all the same.",
        "직접 만든 생성기가 매번 처음부터 시작하므로 뽑은 수가 모두 같습니다."
    ),
    mistake!(
        "A315",
        draw_z,
        |rng| {
            let z: f64 = rng.random_range(-1.0..1.0);
            if z.abs() < 0.1 { z.signum() / 0.0 } else { 1_000.0 * z.powi(3) }
        },
        "Some draws are infinite. A law is asked on finite numbers.",
        "뽑은 수 가운데 무한대가 있습니다. 법칙은 유한한 수에서 묻습니다."
    ),
    mistake!(
        "A316",
        draw_z,
        |rng| {
            let z: f64 = rng.random_range(100.0..1_000.0);
            if rng.random() { z } else { -z }
        },
        "All draws lie far out, where a step and a line that is cut off are right.",
        "뽑은 수가 모두 먼 곳에 있습니다. 그곳에서는 계단도, 잘린 직선도 맞습니다."
    ),
    mistake!(
        "A317",
        draw_z,
        |rng| rng.random(),
        "All draws lie between 0 and 1: that is what `random` gives for an f64.",
        "뽑은 수가 모두 0과 1 사이입니다. f64에서 `random`은 그런 수를 줍니다."
    ),
];
