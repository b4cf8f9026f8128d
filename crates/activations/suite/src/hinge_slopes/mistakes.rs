//! Mistakes in `relu_prime` and `leaky_relu_prime`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{self, relu, sigmoid};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A24",
        relu_prime,
        relu,
        "That is ReLU itself; its slope is asked for, 1 for positive z.",
        "결과가 ReLU 자체입니다. 기울기, 곧 양수 z에서 1을 답해야 합니다."
    ),
    mistake!(
        "A25",
        relu_prime,
        |z| if relu(z) >= 0.0 { 1.0 } else { 0.0 },
        "ReLU is never negative, so this mask is always 1. Ask whether it is greater than 0.",
        "ReLU는 음수가 되지 않으므로 이 마스크는 항상 1입니다. 0보다 큰지 물어야 합니다."
    ),
    mistake!(
        "A27",
        relu_prime,
        |z| if z == 0.0 { 0.5 } else { reference::relu_prime(z) },
        "At 0 any number from 0 to 1 would do; the course takes 0, the slope of the left side.",
        "0에서는 0부터 1까지 어떤 수도 가능하지만, 이 과정에서는 왼쪽의 기울기인 0을 씁니다."
    ),
    mistake!(
        "A140",
        relu_prime,
        |z| if z >= 0.0 { 1.0 } else { 0.0 },
        "At 0 you take the slope of the right side; the course takes the left one: `z > 0.0`.",
        "0에서 오른쪽의 기울기를 썼습니다. 이 과정에서는 왼쪽을 씁니다: `z > 0.0`."
    ),
    mistake!(
        "A141",
        relu_prime,
        f64::signum,
        "Left of 0 ReLU is flat: the slope is 0 there, not -1.",
        "0의 왼쪽에서 ReLU는 평평합니다. 그곳의 기울기는 -1이 아니라 0입니다."
    ),
    mistake!(
        "A142",
        relu_prime,
        |_| 1.0,
        "The slope is 1 for positive z only; left of 0 it is 0.",
        "기울기는 양수 z에서만 1입니다. 0의 왼쪽에서는 0입니다."
    ),
    mistake!(
        "A143",
        relu_prime,
        |z| if z > 0.0 { 0.0 } else { 1.0 },
        "The two sides are swapped: the slope is 1 where z is positive.",
        "양쪽이 뒤바뀌었습니다. 기울기는 z가 양수일 때 1입니다."
    ),
    mistake!(
        "A144",
        relu_prime,
        |z| if z > 0.0 { 1.0 } else { 0.01 },
        "That is the slope of leaky ReLU; plain ReLU has slope 0 for negative z.",
        "결과가 leaky ReLU의 기울기입니다. 그냥 ReLU의 기울기는 음수 z에서 0입니다."
    ),
    mistake!(
        "A145",
        relu_prime,
        sigmoid,
        "That is a smooth step, the slope of softplus. ReLU's slope jumps from 0 to 1.",
        "결과가 부드러운 계단, 곧 소프트플러스의 기울기입니다. ReLU의 기울기는 0에서 1로 뜁니다."
    ),
    mistake!(
        "A146",
        relu_prime,
        |z| z.clamp(0.0, 1.0),
        "Between 0 and 1 you answer z; the slope is 1 for every positive z, however small.",
        "0과 1 사이에서 z를 답합니다. 아무리 작아도 양수 z에서의 기울기는 1입니다."
    ),
    mistake!(
        "A147",
        relu_prime,
        |z| if z > 1e-6 { 1.0 } else { 0.0 },
        "Small positive z count as 0: the slope is 1 for every positive z.",
        "작은 양수를 0으로 여깁니다. 모든 양수 z에서 기울기는 1입니다."
    ),
    mistake!(
        "A148",
        relu_prime,
        |z| relu(z) / z,
        "At z = 0 this is 0 / 0, not a number. Ask whether z is greater than 0.",
        "z = 0에서 0 / 0이 되어 수가 아닙니다. z가 0보다 큰지 물으세요."
    ),
    mistake!(
        "A33",
        leaky_relu_prime,
        |z, _| reference::relu_prime(z),
        "The slope is 0 for negative z; the point of the leak is that it is `negative_slope`.",
        "음수 z에서 기울기가 0입니다. leaky ReLU는 그곳의 기울기가 `negative_slope`라는 데 뜻이 \
         있습니다."
    ),
    mistake!(
        "A34",
        leaky_relu_prime,
        |z, negative_slope| if z > 0.0 { 1.0 } else { negative_slope * z },
        "That is the value, negative_slope * z. Its slope is `negative_slope`, the same for all \
         negative z.",
        "결과가 함수값 negative_slope * z입니다. 기울기는 모든 음수 z에서 똑같이 \
         `negative_slope`입니다."
    ),
    mistake!(
        "A35",
        leaky_relu_prime,
        |z, negative_slope| if z >= 0.0 { 1.0 } else { negative_slope },
        "At 0 you take the slope of the right side; the course takes the left one, \
         `negative_slope`.",
        "0에서 오른쪽의 기울기를 썼습니다. 이 과정에서는 왼쪽인 `negative_slope`를 씁니다."
    ),
    mistake!(
        "A150",
        leaky_relu_prime,
        |z, negative_slope| if z > 0.0 { 1.0 } else { -negative_slope },
        "The leak rises, too: its slope is `negative_slope`, without a minus.",
        "음수 쪽도 증가합니다. 기울기는 빼기 없이 `negative_slope`입니다."
    ),
    mistake!(
        "A151",
        leaky_relu_prime,
        |z, _| if z > 0.0 { 1.0 } else { 0.01 },
        "The slope is always 0.01: use the argument `negative_slope`.",
        "기울기가 항상 0.01입니다. 인자 `negative_slope`를 쓰세요."
    ),
    mistake!(
        "A152",
        leaky_relu_prime,
        |_, negative_slope| negative_slope,
        "That is the slope of the left side everywhere; right of 0 it is 1.",
        "어디서나 왼쪽의 기울기를 답합니다. 0의 오른쪽에서는 1입니다."
    ),
    mistake!(
        "A153",
        leaky_relu_prime,
        |z, negative_slope| if z > 0.0 { negative_slope } else { 1.0 },
        "The two sides are swapped: the slope is 1 where z is positive.",
        "양쪽이 뒤바뀌었습니다. 기울기는 z가 양수일 때 1입니다."
    ),
    mistake!(
        "A154",
        leaky_relu_prime,
        |z, negative_slope| if z > 0.0 { 1.0 + negative_slope } else { negative_slope },
        "Right of 0 the slope is 1, without the leak.",
        "0의 오른쪽에서 기울기는 negative_slope를 더하지 않은 1입니다."
    ),
    mistake!(
        "A155",
        leaky_relu_prime,
        |z, negative_slope| if z == 0.0 {
            0.0
        } else {
            reference::leaky_relu_prime(z, negative_slope)
        },
        "At 0 you answer 0; the course takes the slope of the left side, `negative_slope`.",
        "0에서 0을 답합니다. 이 과정에서는 왼쪽의 기울기인 `negative_slope`를 씁니다."
    ),
    mistake!(
        "A156",
        leaky_relu_prime,
        |z, s| if z == 0.0 { f64::midpoint(1.0, s) } else { reference::leaky_relu_prime(z, s) },
        "At 0 you take the mean of both sides; the course takes the left one, `negative_slope`.",
        "0에서 양쪽의 평균을 썼습니다. 이 과정에서는 왼쪽인 `negative_slope`를 씁니다."
    ),
    mistake!(
        "A157",
        leaky_relu_prime,
        reference::leaky_relu,
        "That is leaky ReLU itself; its slope is asked for.",
        "결과가 leaky ReLU 자체입니다. 기울기를 답해야 합니다."
    ),
    mistake!(
        "A277",
        relu_prime,
        |z| if z.is_sign_positive() { 1.0 } else { 0.0 },
        "0 has a positive sign bit (`signum` of it is 1), but the slope at 0 is 0. Compare: `z > 0.0`.",
        "0은 부호 비트가 양수라서 `signum`이 1이지만, 0에서의 기울기는 0입니다. `z > 0.0`으로 비교하세요."
    ),
    mistake!(
        "A278",
        leaky_relu_prime,
        |z, slope| if z > 0.0 { 1.0 } else { 1.0 - slope },
        "Left of 0 the slope is negative_slope itself, not 1 - negative_slope.",
        "0의 왼쪽에서 기울기는 1 - negative_slope가 아니라 negative_slope입니다."
    ),
    mistake!(
        "A279",
        leaky_relu_prime,
        |z, slope| z.max(slope * z) / z,
        "Value over z is 0 / 0 = NaN at 0. There the slope is negative_slope.",
        "함수값을 z로 나누면 0에서 0 / 0 = NaN이 됩니다. 0에서의 기울기는 negative_slope입니다."
    ),
];
