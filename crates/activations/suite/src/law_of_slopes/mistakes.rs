//! Mistakes in `slope_law`.

use std::cell::Cell;

use testkit::{Mistake, mistake};

use crate::Answers;

/// The central difference of `g` at `z`.
fn rate(g: &dyn Fn(f64) -> f64, z: f64, step: f64) -> f64 {
    (g(z + step) - g(z - step)) / (2.0 * step)
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A320",
        slope_law,
        |_, _, _| true,
        "This law is true of everything, so it says nothing. Compare the slope with what `g` rises by.",
        "모든 것에 참인 법칙은 아무것도 말하지 않습니다. 기울기를 `g`가 올라가는 정도와 비교하세요."
    ),
    mistake!(
        "A321",
        slope_law,
        |_, _, _| false,
        "This law is false of everything. Say true where the slope is as it must be.",
        "모든 것에 거짓인 법칙입니다. 기울기가 올바르면 참이라고 하세요."
    ),
    mistake!(
        "A322",
        slope_law,
        |g, slope, z| (slope(z) - g(z) * (1.0 - g(z))).abs() <= 1e-9,
        "a (1 - a) is the slope of the sigmoid. Your law is asked about tanh, too: let `g` itself say how it rises.",
        "a (1 - a)는 시그모이드의 기울기입니다. 법칙은 tanh에 대해서도 묻습니다. `g`가 얼마나 올라가는지 `g` 자체로 \
         알아보세요."
    ),
    mistake!(
        "A323",
        slope_law,
        |g, slope, z| (slope(z) - (g(z + 1e-5) - g(z)) / 1e-5).abs() <= 1e-9,
        "A difference to one side is off by half the step times the curvature, 1e-6 here, and your tolerance is \
         smaller. Take both sides, or a larger tolerance.",
        "한쪽 차분의 오차는 간격의 절반에 휜 정도를 곱한 만큼, 여기서는 1e-6쯤입니다. 허용 오차가 그보다 작습니다. 양쪽 \
         차분을 쓰거나 허용 오차를 키우세요."
    ),
    mistake!(
        "A324",
        slope_law,
        |g, slope, z| (slope(z) - rate(g, z, 1e-18)).abs() <= 1e-6,
        "The step is so small that z + h is z: nothing is left of the difference. 1e-5 is a good step.",
        "간격이 너무 작아서 z + h가 z와 같습니다. 차이가 남지 않습니다. 1e-5가 좋은 간격입니다."
    ),
    mistake!(
        "A325",
        slope_law,
        |g, slope, z| (slope(z) - rate(g, z, 1e-5)).abs() <= 3.0,
        "The tolerance hides everything: slopes lie between 0 and 1. A central difference is right to 1e-8.",
        "허용 오차가 모든 것을 가립니다. 기울기는 0과 1 사이입니다. 중심 차분은 1e-8까지 맞습니다."
    ),
    mistake!(
        "A326",
        slope_law,
        |_, slope, z| (slope(z) - slope(-z)).abs() <= 1e-9 && slope(z) >= -1e-9,
        "Even and never negative: so is twice the slope. Your law must compare with `g`.",
        "짝함수이고 음수가 아니라는 것은 기울기의 두 배도 지킵니다. 법칙은 `g`와 비교해야 합니다."
    ),
    mistake!(
        "A327",
        slope_law,
        |g, slope, z| (slope(z.abs()) - rate(g, z.abs(), 1e-5)).abs() <= 1e-7,
        "Only one side is looked at: |z| is never negative. Use the z that you are given.",
        "한쪽만 봅니다. |z|는 음수가 되지 않습니다. 인자로 받은 z를 쓰세요."
    ),
    mistake!(
        "A328",
        slope_law,
        |g, slope, _| (slope(0.0) - rate(g, 0.0, 1e-5)).abs() <= 1e-7,
        "The slope is only tried at 0. Use the z that you are given.",
        "기울기를 0에서만 불러 봅니다. 인자로 받은 z를 쓰세요."
    ),
    mistake!(
        "A329",
        slope_law,
        {
            let last = Cell::new((f64::NAN, true));
            move |g: &dyn Fn(f64) -> f64, slope: &dyn Fn(f64) -> f64, z| {
                if last.get().0 != z {
                    last.set((z, (slope(z) - rate(g, z, 1e-5)).abs() <= 1e-7));
                }
                last.get().1
            }
        },
        "Your law remembers what it said of the last z. The functions may be others by then: ask them each time.",
        "법칙이 지난번 z에 대해 한 말을 기억합니다. 그사이 함수가 바뀌었을 수 있으니 매번 새로 물으세요."
    ),
    mistake!(
        "A330",
        slope_law,
        |g, slope, z| (slope(z) - (g(z - 1e-5) - g(z + 1e-5)) / 2e-5).abs() <= 1e-7,
        "The sign is flipped: where `g` rises, its slope is positive.",
        "부호가 반대입니다. `g`가 올라가는 곳에서 기울기는 양수입니다."
    ),
];
