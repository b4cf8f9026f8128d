//! Mistakes in `leaky_relu`.

use testkit::{Mistake, mistake};

use crate::Answers;

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A28",
        leaky_relu,
        |z, negative_slope| z.max(negative_slope),
        "That is the larger of z and the slope. The slope multiplies z: the larger of \
         negative_slope * z and z.",
        "결과가 z와 기울기 중 큰 쪽입니다. 기울기는 z에 곱합니다. negative_slope * z와 z 중 큰 \
         쪽이어야 합니다."
    ),
    mistake!(
        "A29",
        leaky_relu,
        |z, negative_slope| z.max(0.0) + negative_slope,
        "The slope is added; it must multiply z where z is negative.",
        "기울기를 더했습니다. z가 음수일 때 z에 곱해야 합니다."
    ),
    mistake!(
        "A31",
        leaky_relu,
        |z, _| (0.001 * z).max(z),
        "The slope is always 0.001: use the argument `negative_slope`.",
        "기울기가 항상 0.001입니다. 인자 `negative_slope`를 쓰세요."
    ),
    mistake!(
        "A32",
        leaky_relu,
        |z, negative_slope| if z > 0.0 { z } else { -negative_slope * z },
        "The leak has the wrong sign: a negative z gives a negative value.",
        "음수 쪽의 부호가 반대입니다. 음수 z에서는 값도 음수여야 합니다."
    ),
    mistake!(
        "A90",
        leaky_relu,
        |z, _| if z > 0.0 { z } else { 0.01 * z },
        "The slope is always 0.01: use the argument `negative_slope`.",
        "기울기가 항상 0.01입니다. 인자 `negative_slope`를 쓰세요."
    ),
    mistake!(
        "A91",
        leaky_relu,
        |z, _| z.max(0.0),
        "That is plain ReLU: negative z must leak, as negative_slope * z.",
        "결과가 그냥 ReLU입니다. 음수 z는 negative_slope * z로 조금 새어 나와야 합니다."
    ),
    mistake!(
        "A92",
        leaky_relu,
        |z, negative_slope| negative_slope * z,
        "The slope is put on both sides; a positive z comes out as it is.",
        "기울기가 양쪽에 곱해졌습니다. 양수 z는 그대로 나와야 합니다."
    ),
    mistake!(
        "A93",
        leaky_relu,
        |z, negative_slope| if z > 0.0 { negative_slope * z } else { z },
        "The two sides are swapped (or `min` stands for `max`): it is the negative side that \
         leaks.",
        "양쪽이 뒤바뀌었거나 `max` 대신 `min`을 썼습니다. 기울기는 음수 쪽에 곱합니다."
    ),
    mistake!(
        "A94",
        leaky_relu,
        |z, negative_slope| z.max(0.0) + negative_slope * z,
        "The leak is added on the positive side, too. It belongs to negative z only.",
        "양수 쪽에도 negative_slope * z가 더해졌습니다. 음수 z에만 더해야 합니다."
    ),
    mistake!(
        "A95",
        leaky_relu,
        |z, negative_slope| if z > 0.0 { z } else { z / negative_slope },
        "The slope divides z; it must multiply it.",
        "z를 기울기로 나누었습니다. 곱해야 합니다."
    ),
    mistake!(
        "A96",
        leaky_relu,
        |z, negative_slope| if z > 0.0 { z } else { negative_slope * z.exp_m1() },
        "That is ELU, whose left side bends. The leak is a straight line, negative_slope * z.",
        "결과가 왼쪽이 휘어지는 ELU입니다. leaky ReLU의 왼쪽은 직선 negative_slope * z입니다."
    ),
    mistake!(
        "A97",
        leaky_relu,
        |z, negative_slope| if z > 0.0 { z } else { (1.0 - negative_slope) * z },
        "The leak has slope 1 - negative_slope; it must be negative_slope.",
        "음수 쪽의 기울기가 1 - negative_slope입니다. negative_slope여야 합니다."
    ),
    mistake!(
        "A98",
        leaky_relu,
        |z, negative_slope| if z > 0.0 { z } else { -negative_slope },
        "Negative z all give -negative_slope: multiply by z.",
        "음수 z가 모두 -negative_slope가 됩니다. z를 곱하세요."
    ),
    mistake!(
        "A99",
        leaky_relu,
        |z, negative_slope| if z > -1.0 { z } else { negative_slope * z },
        "The kink is at 0: between -1 and 0 the leak must already apply.",
        "꺾이는 곳은 0입니다. -1과 0 사이에서도 기울기를 곱해야 합니다."
    ),
];
