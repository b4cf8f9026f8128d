//! Mistakes in `relu`.

use testkit::{Mistake, mistake};

use crate::Answers;

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A21",
        relu,
        f64::abs,
        "That is the absolute value: negative numbers become 0, not positive.",
        "결과가 절댓값입니다. 음수는 양수가 아니라 0이 되어야 합니다."
    ),
    mistake!(
        "A22",
        relu,
        |z| z.min(0.0),
        "That is the smaller of 0 and z; ReLU is the larger one, `max`.",
        "결과가 0과 z 중 작은 쪽입니다. ReLU는 큰 쪽인 `max`입니다."
    ),
    mistake!(
        "A23",
        relu,
        |z| if z > 0.0 { 1.0 } else { 0.0 },
        "That is the slope of ReLU. A positive z comes out as z itself, not as 1.",
        "결과가 ReLU의 기울기입니다. 양수 z는 1이 아니라 z 그대로 나와야 합니다."
    ),
    mistake!(
        "A80",
        relu,
        |z| z,
        "Negative numbers pass, too: they must become 0.",
        "음수도 그대로 통과합니다. 음수는 0이 되어야 합니다."
    ),
    mistake!(
        "A81",
        relu,
        |z| if z > 0.0 { z } else { 0.01 * z },
        "That is leaky ReLU. Plain ReLU lets nothing through for negative z.",
        "결과가 leaky ReLU입니다. 그냥 ReLU는 음수를 전혀 통과시키지 않습니다."
    ),
    mistake!(
        "A82",
        relu,
        |z| z.max(0.0) + (-z.abs()).exp().ln_1p(),
        "That is softplus, ln(1 + e^z), which bends smoothly. ReLU has a sharp kink at 0.",
        "결과가 부드럽게 휘는 소프트플러스 ln(1 + e^z)입니다. ReLU는 0에서 꺾입니다."
    ),
    mistake!(
        "A83",
        relu,
        |z| z.clamp(0.0, 1.0),
        "Values above 1 are cut off; ReLU has no upper limit.",
        "1보다 큰 값이 잘립니다. ReLU에는 위쪽 한계가 없습니다."
    ),
    mistake!(
        "A84",
        relu,
        |z| z.clamp(0.0, 6.0),
        "Values above 6 are cut off (that is ReLU6); ReLU has no upper limit.",
        "6보다 큰 값이 잘립니다(ReLU6). ReLU에는 위쪽 한계가 없습니다."
    ),
    mistake!(
        "A85",
        relu,
        |z| (-z).max(0.0),
        "The sign of z is flipped: positive numbers pass, negative ones become 0.",
        "z의 부호가 반대입니다. 양수가 통과하고 음수가 0이 되어야 합니다."
    ),
    mistake!(
        "A86",
        relu,
        |z| z.max(0.0).trunc(),
        "The digits after the point are lost: do not go through an integer.",
        "소수점 아래가 사라졌습니다. 정수로 바꾸지 마세요."
    ),
    mistake!(
        "A87",
        relu,
        |z| if z > 1.0 { z } else { 0.0 },
        "The kink is at 0, not at 1: every positive number passes.",
        "꺾이는 곳은 1이 아니라 0입니다. 모든 양수가 통과해야 합니다."
    ),
    mistake!(
        "A88",
        relu,
        |z| z.max(1.0),
        "That is at least 1 everywhere: the larger of 0 and z is asked for.",
        "어디서나 1 이상이 됩니다. 0과 z 중 큰 쪽을 답해야 합니다."
    ),
    mistake!(
        "A89",
        relu,
        |z| if z > 0.0 { z * z } else { 0.0 },
        "A positive number must come out as it is, not squared.",
        "양수는 제곱이 아니라 그대로 나와야 합니다."
    ),
    mistake!(
        "A280",
        relu,
        |z| (z + (z * z).sqrt()) / 2.0,
        "The square of z overflows for large z and vanishes for small z. Use `z.abs()`, or compare z with 0.",
        "z의 제곱은 z가 크면 무한대가 되고 작으면 사라집니다. `z.abs()`를 쓰거나 z를 0과 비교하세요."
    ),
    mistake!(
        "A291",
        relu,
        |z| (8.0 * z).max(0.0) / 8.0,
        "On the way z is multiplied, so the largest numbers become infinite. A positive number comes \
         out as it is.",
        "계산 도중에 z에 수를 곱하므로 아주 큰 수는 무한대가 됩니다. 양수는 그대로 나와야 합니다."
    ),
];
