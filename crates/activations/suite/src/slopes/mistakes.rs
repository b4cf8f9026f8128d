//! Mistakes in `sigmoid_prime` and `tanh_prime`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{self, sigmoid, tanh};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A06",
        sigmoid_prime,
        |z| z * (1.0 - z),
        "a (1 - a) is written in terms of a = sigmoid(z); you put z itself into it.",
        "a (1 - a)의 a는 sigmoid(z)입니다. z를 그대로 넣었습니다."
    ),
    mistake!(
        "A07",
        sigmoid_prime,
        |z| 1.0 - sigmoid(z),
        "A factor is missing: the slope is a (1 - a), not 1 - a.",
        "인수가 하나 빠졌습니다. 기울기는 1 - a가 아니라 a (1 - a)입니다."
    ),
    mistake!(
        "A10",
        sigmoid_prime,
        |z| (-z).exp() / (1.0 + (-z).exp()).powi(2),
        "For z below -709 this is infinity over infinity. Compute a = sigmoid(z) and take a (1 - \
         a).",
        "z가 -709보다 작으면 무한대/무한대가 됩니다. a = sigmoid(z)를 구해서 a (1 - a)를 쓰세요."
    ),
    mistake!(
        "A100",
        sigmoid_prime,
        |z| sigmoid(z) * (1.0 + sigmoid(z)),
        "The sign is wrong: the slope is a (1 - a), with a minus.",
        "부호가 틀렸습니다. 기울기는 a (1 - a)로, 빼기입니다."
    ),
    mistake!(
        "A101",
        sigmoid_prime,
        sigmoid,
        "That is the sigmoid itself; its slope is asked for.",
        "결과가 시그모이드 자체입니다. 기울기를 답해야 합니다."
    ),
    mistake!(
        "A102",
        sigmoid_prime,
        |z| 2.0 * reference::sigmoid_prime(z),
        "That is twice the slope: the sigmoid is steepest at 0, with slope 1/4.",
        "기울기의 두 배입니다. 시그모이드는 0에서 가장 가파르고 그 기울기는 1/4입니다."
    ),
    mistake!(
        "A103",
        sigmoid_prime,
        |z| -reference::sigmoid_prime(z),
        "The sign is flipped: the sigmoid rises, so its slope is positive. The derivative of e^-z \
         brings a minus, and that of 1 / u another.",
        "부호가 반대입니다. 시그모이드는 증가하므로 기울기는 양수입니다. e^-z의 미분에서 한 번, 1 \
         / u의 미분에서 또 한 번 음의 부호가 나옵니다."
    ),
    mistake!(
        "A104",
        sigmoid_prime,
        |z| 1.0 - sigmoid(z).powi(2),
        "1 - a^2 is the slope of tanh. For the sigmoid it is a (1 - a).",
        "1 - a^2은 tanh의 기울기입니다. 시그모이드의 기울기는 a (1 - a)입니다."
    ),
    mistake!(
        "A105",
        sigmoid_prime,
        |z| reference::sigmoid_prime(sigmoid(z)),
        "The sigmoid is taken twice: in a (1 - a), a is sigmoid(z), once.",
        "시그모이드를 두 번 적용했습니다. a (1 - a)에서 a는 한 번 적용한 sigmoid(z)입니다."
    ),
    mistake!(
        "A106",
        sigmoid_prime,
        |z| (sigmoid(z + 1e-3) - sigmoid(z - 1e-3)) / 2e-3,
        "That is a difference of two values, right to a few digits only. Use the formula, a (1 - \
         a).",
        "두 값의 차이로 구하면 몇 자리만 맞습니다. 공식 a (1 - a)를 쓰세요."
    ),
    mistake!(
        "A107",
        sigmoid_prime,
        |z| (-z).exp() / (1.0 + (-z).exp()),
        "The denominator must be squared: e^-z / (1 + e^-z)^2.",
        "분모를 제곱해야 합니다. e^-z / (1 + e^-z)^2입니다."
    ),
    mistake!(
        "A108",
        sigmoid_prime,
        |z| if z.abs() > 10.0 { 0.0 } else { reference::sigmoid_prime(z) },
        "Far out you answer 0, but the slope only comes close to 0 there.",
        "먼 곳에서 0을 답하지만, 그곳의 기울기는 0에 가까워질 뿐입니다."
    ),
    mistake!(
        "A294",
        sigmoid_prime,
        |z| if z < 0.0 { 0.0 } else { reference::sigmoid_prime(z) },
        "Left of 0 the slope came out as 0, as if this were ReLU. The sigmoid rises on both sides.",
        "0의 왼쪽에서 ReLU처럼 기울기가 0입니다. 시그모이드는 양쪽에서 모두 올라갑니다."
    ),
    mistake!(
        "A15",
        tanh_prime,
        |z| 1.0 - tanh(z),
        "The square is missing: the slope is 1 - a^2.",
        "제곱이 빠졌습니다. 기울기는 1 - a^2입니다."
    ),
    mistake!(
        "A16",
        tanh_prime,
        |z| 1.0 - z * z,
        "1 - a^2 is written in terms of a = tanh(z); you put z itself into it.",
        "1 - a^2의 a는 tanh(z)입니다. z를 그대로 넣었습니다."
    ),
    mistake!(
        "A18",
        tanh_prime,
        |z| 1.0 / z.cosh(),
        "The slope is 1 / cosh(z), squared.",
        "기울기는 1 / cosh(z)의 제곱입니다."
    ),
    mistake!(
        "A110",
        tanh_prime,
        |z| 1.0 + tanh(z).powi(2),
        "The sign is wrong: the slope is 1 - a^2, with a minus.",
        "부호가 틀렸습니다. 기울기는 1 - a^2으로, 빼기입니다."
    ),
    mistake!(
        "A111",
        tanh_prime,
        tanh,
        "That is tanh itself; its slope is asked for.",
        "결과가 tanh 자체입니다. 기울기를 답해야 합니다."
    ),
    mistake!(
        "A112",
        tanh_prime,
        reference::sigmoid_prime,
        "That is the slope of the sigmoid; for tanh it is 1 - tanh(z)^2.",
        "결과가 시그모이드의 기울기입니다. tanh의 기울기는 1 - tanh(z)^2입니다."
    ),
    mistake!(
        "A113",
        tanh_prime,
        |z| reference::sigmoid_prime(2.0 * z),
        "The factor 4 is missing: tanh(z) = 2 sigmoid(2z) - 1, and each 2 comes out by the chain \
         rule.",
        "4가 빠졌습니다. tanh(z) = 2 sigmoid(2z) - 1이고, 연쇄 법칙으로 2가 두 번 나옵니다."
    ),
    mistake!(
        "A114",
        tanh_prime,
        |z| 2.0 * reference::sigmoid_prime(2.0 * z),
        "A factor 2 is missing: tanh(z) = 2 sigmoid(2z) - 1, and the inner 2 comes out, too.",
        "2가 하나 빠졌습니다. tanh(z) = 2 sigmoid(2z) - 1이고, 안쪽의 2도 나와야 합니다."
    ),
    mistake!(
        "A115",
        tanh_prime,
        |z| (1.0 - tanh(z)).powi(2),
        "Square a before subtracting: 1 - a^2, not (1 - a)^2.",
        "빼기 전에 a를 제곱하세요. (1 - a)^2이 아니라 1 - a^2입니다."
    ),
    mistake!(
        "A116",
        tanh_prime,
        |z| 1.0 - tanh(tanh(z)).powi(2),
        "tanh is taken twice: in 1 - a^2, a is tanh(z), once.",
        "tanh를 두 번 적용했습니다. 1 - a^2에서 a는 한 번 적용한 tanh(z)입니다."
    ),
    mistake!(
        "A117",
        tanh_prime,
        |z| tanh(z) * (1.0 - tanh(z)),
        "a (1 - a) is the slope of the sigmoid. For tanh it is 1 - a^2.",
        "a (1 - a)는 시그모이드의 기울기입니다. tanh의 기울기는 1 - a^2입니다."
    ),
    mistake!(
        "A118",
        tanh_prime,
        |z| (tanh(z + 1e-3) - tanh(z - 1e-3)) / 2e-3,
        "That is a difference of two values, right to a few digits only. Use the formula, 1 - a^2.",
        "두 값의 차이로 구하면 몇 자리만 맞습니다. 공식 1 - a^2을 쓰세요."
    ),
    mistake!(
        "A119",
        tanh_prime,
        |z| tanh(z).powi(2) - 1.0,
        "The sign is flipped: tanh rises, so its slope is positive.",
        "부호가 반대입니다. tanh는 증가하므로 기울기는 양수입니다."
    ),
    mistake!(
        "A276",
        tanh_prime,
        |z| 4.0 * sigmoid(z) * sigmoid(-z),
        "That is four times the slope of the sigmoid at z. The chain rule asks for it at 2z.",
        "결과가 z에서 시그모이드 기울기의 네 배입니다. 연쇄 법칙에 따르면 2z에서의 기울기여야 합니다."
    ),
];
