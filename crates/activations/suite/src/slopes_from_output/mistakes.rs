//! Mistakes in `sigmoid_prime_from_a` and `tanh_prime_from_a`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{sigmoid, sigmoid_prime, tanh_prime};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A09",
        sigmoid_prime_from_a,
        sigmoid_prime,
        "The sigmoid is taken again: the argument already is a = sigmoid(z).",
        "시그모이드를 또 적용했습니다. 인자가 이미 a = sigmoid(z)입니다."
    ),
    mistake!(
        "A120",
        sigmoid_prime_from_a,
        sigmoid,
        "That is the sigmoid of a. The argument already is an activation; its slope is a (1 - a).",
        "결과가 a의 시그모이드입니다. 인자가 이미 활성화값이고, 기울기는 a (1 - a)입니다."
    ),
    mistake!(
        "A121",
        sigmoid_prime_from_a,
        |a| a,
        "That is a itself: the factor 1 - a is missing.",
        "결과가 a 자체입니다. 인수 1 - a가 빠졌습니다."
    ),
    mistake!(
        "A122",
        sigmoid_prime_from_a,
        |a| 1.0 - a,
        "A factor is missing: the slope is a (1 - a), not 1 - a.",
        "인수가 하나 빠졌습니다. 기울기는 1 - a가 아니라 a (1 - a)입니다."
    ),
    mistake!(
        "A123",
        sigmoid_prime_from_a,
        |a| a * (a - 1.0),
        "The sign is flipped: the sigmoid rises, so its slope, a (1 - a), is positive.",
        "부호가 반대입니다. 시그모이드는 증가하므로 기울기 a (1 - a)는 양수입니다."
    ),
    mistake!(
        "A124",
        sigmoid_prime_from_a,
        |a| 1.0 - a * a,
        "1 - a^2 is the slope of tanh. For the sigmoid it is a (1 - a).",
        "1 - a^2은 tanh의 기울기입니다. 시그모이드의 기울기는 a (1 - a)입니다."
    ),
    mistake!(
        "A125",
        sigmoid_prime_from_a,
        |a| a * (1.0 + a),
        "The sign is wrong: the slope is a (1 - a), with a minus.",
        "부호가 틀렸습니다. 기울기는 a (1 - a)로, 빼기입니다."
    ),
    mistake!(
        "A126",
        sigmoid_prime_from_a,
        |a| a - a,
        "Everything cancels. The product is a (1 - a), that is a minus a squared.",
        "모두 상쇄됩니다. 곱은 a (1 - a), 곧 a 빼기 a의 제곱입니다."
    ),
    mistake!(
        "A127",
        sigmoid_prime_from_a,
        |a| 2.0 * a * (1.0 - a),
        "That is twice the slope: at a = 1/2 it must be 1/4.",
        "기울기의 두 배입니다. a = 1/2에서 1/4이어야 합니다."
    ),
    mistake!(
        "A128",
        sigmoid_prime_from_a,
        |a| a.clamp(0.01, 0.99) * (1.0 - a.clamp(0.01, 0.99)),
        "Near 0 and 1 the slope is held up: there it really goes to 0, with a (1 - a).",
        "0과 1 근처에서 기울기가 줄지 않습니다. 실제로는 a (1 - a)를 따라 0으로 갑니다."
    ),
    mistake!(
        "A129",
        sigmoid_prime_from_a,
        |a| a * a * (1.0 - a),
        "There is one factor a too many: the slope is a (1 - a).",
        "a가 한 번 더 곱해졌습니다. 기울기는 a (1 - a)입니다."
    ),
    mistake!(
        "A19",
        tanh_prime_from_a,
        tanh_prime,
        "tanh is taken again: the argument already is a = tanh(z).",
        "tanh를 또 적용했습니다. 인자가 이미 a = tanh(z)입니다."
    ),
    mistake!(
        "A130",
        tanh_prime_from_a,
        |a| 1.0 - a,
        "The square is missing: the slope is 1 - a^2.",
        "제곱이 빠졌습니다. 기울기는 1 - a^2입니다."
    ),
    mistake!(
        "A131",
        tanh_prime_from_a,
        |a| a * (1.0 - a),
        "a (1 - a) is the slope of the sigmoid. For tanh it is 1 - a^2.",
        "a (1 - a)는 시그모이드의 기울기입니다. tanh의 기울기는 1 - a^2입니다."
    ),
    mistake!(
        "A132",
        tanh_prime_from_a,
        |a| (1.0 - a) * (1.0 - a),
        "Square a before subtracting: 1 - a^2, not (1 - a)^2.",
        "빼기 전에 a를 제곱하세요. (1 - a)^2이 아니라 1 - a^2입니다."
    ),
    mistake!(
        "A133",
        tanh_prime_from_a,
        |a| 1.0 + a * a,
        "The sign is wrong: the slope is 1 - a^2, with a minus.",
        "부호가 틀렸습니다. 기울기는 1 - a^2으로, 빼기입니다."
    ),
    mistake!(
        "A134",
        tanh_prime_from_a,
        |a| a * a - 1.0,
        "The sign is flipped: tanh rises, so its slope, 1 - a^2, is positive.",
        "부호가 반대입니다. tanh는 증가하므로 기울기 1 - a^2은 양수입니다."
    ),
    mistake!(
        "A135",
        tanh_prime_from_a,
        |a| (1.0 - a * a).sqrt(),
        "That is 1 / cosh(z), the root of the slope. The slope is 1 - a^2.",
        "결과가 기울기의 제곱근인 1 / cosh(z)입니다. 기울기는 1 - a^2입니다."
    ),
    mistake!(
        "A136",
        tanh_prime_from_a,
        |a| 1.0 - 2.0 * a,
        "2 a is not the square of a: the slope is 1 - a * a.",
        "2 a는 a의 제곱이 아닙니다. 기울기는 1 - a * a입니다."
    ),
    mistake!(
        "A137",
        tanh_prime_from_a,
        |a| 1.0 - a.abs(),
        "That is 1 - |a|. The slope is 1 - a^2, with the square.",
        "결과가 1 - |a|입니다. 기울기는 제곱을 쓰는 1 - a^2입니다."
    ),
    mistake!(
        "A138",
        tanh_prime_from_a,
        |a| a * a,
        "1 minus the square is the slope; you give the square.",
        "1에서 제곱을 뺀 것이 기울기입니다. 지금은 제곱만 답합니다."
    ),
];
