//! Mistakes in `tanh`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::sigmoid;

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A12",
        tanh,
        |z| (z.exp() - (-z).exp()) / (z.exp() + (-z).exp()),
        "The quotient of exponentials is infinity over infinity once |z| is beyond 709. Use 2 \
         sigmoid(2z) - 1 or `z.tanh()`.",
        "지수 함수의 몫은 |z|가 709를 넘으면 무한대/무한대가 됩니다. 2 sigmoid(2z) - 1이나 \
         `z.tanh()`를 쓰세요."
    ),
    mistake!(
        "A13",
        tanh,
        |z| 2.0 * sigmoid(z) - 1.0,
        "That is tanh(z / 2): the 2 inside is missing in 2 sigmoid(2z) - 1.",
        "결과가 tanh(z / 2)입니다. 2 sigmoid(2z) - 1에서 안쪽의 2가 빠졌습니다."
    ),
    mistake!(
        "A14",
        tanh,
        |z| 1.0 - sigmoid(z),
        "That is the complement of the sigmoid. tanh runs from -1 to 1 and is 0 at 0.",
        "결과가 시그모이드의 여집합 확률입니다. tanh는 -1부터 1까지이고 0에서 0입니다."
    ),
    mistake!(
        "A60",
        tanh,
        |z| z.sinh(),
        "That is (e^z - e^-z) / 2, the hyperbolic sine. Divide by e^z + e^-z instead of 2.",
        "결과가 쌍곡사인 (e^z - e^-z) / 2입니다. 2가 아니라 e^z + e^-z으로 나누세요."
    ),
    mistake!(
        "A61",
        tanh,
        |z| 1.0 / z.tanh(),
        "The quotient is upside down: the difference of the exponentials is above, their sum \
         below.",
        "분자와 분모가 뒤바뀌었습니다. 지수 함수의 차가 분자, 합이 분모입니다."
    ),
    mistake!(
        "A62",
        tanh,
        sigmoid,
        "That is the sigmoid, from 0 to 1. tanh is 2 sigmoid(2z) - 1, from -1 to 1.",
        "결과가 0부터 1까지인 시그모이드입니다. tanh는 2 sigmoid(2z) - 1로, -1부터 1까지입니다."
    ),
    mistake!(
        "A63",
        tanh,
        |z| z.tan(),
        "That is the tangent of an angle, `tan`. The hyperbolic tangent is `tanh`.",
        "결과가 각도의 탄젠트 `tan`입니다. 쌍곡탄젠트는 `tanh`입니다."
    ),
    mistake!(
        "A64",
        tanh,
        |z| 2.0 * sigmoid(2.0 * z),
        "The curve is 1 too high: subtract 1 from 2 sigmoid(2z).",
        "곡선이 1만큼 위에 있습니다. 2 sigmoid(2z)에서 1을 빼세요."
    ),
    mistake!(
        "A65",
        tanh,
        |z| sigmoid(2.0 * z) - 0.5,
        "That runs from -1/2 to 1/2 only: the factor 2 before the sigmoid is missing.",
        "-1/2부터 1/2까지밖에 되지 않습니다. 시그모이드 앞의 2가 빠졌습니다."
    ),
    mistake!(
        "A66",
        tanh,
        |z| z.clamp(-1.0, 1.0),
        "That is a straight line, cut off at -1 and 1. tanh bends.",
        "결과가 -1과 1에서 잘린 직선입니다. tanh는 휘어진 곡선입니다."
    ),
    mistake!(
        "A67",
        tanh,
        |z| if z.abs() > 10.0 { z.signum() } else { z.tanh() },
        "Beyond a limit you answer exactly -1 or 1, but tanh only comes close to them.",
        "어떤 한계를 넘으면 정확히 -1이나 1을 답하지만, tanh는 그 값에 가까워질 뿐입니다."
    ),
    mistake!(
        "A68",
        tanh,
        |z| if z.abs() < 0.01 { z } else { z.tanh() },
        "Near 0 you answer z itself, which is off by z^3 / 3.",
        "0 근처에서 z를 그대로 답하면 z^3 / 3만큼 어긋납니다."
    ),
    mistake!(
        "A69",
        tanh,
        |z| z.abs().tanh(),
        "The sign of z was lost: tanh of a negative number is negative.",
        "z의 부호가 사라졌습니다. 음수의 tanh는 음수입니다."
    ),
    mistake!(
        "A70",
        tanh,
        |z| -z.tanh(),
        "The sign is flipped: tanh of a positive number is positive.",
        "부호가 반대입니다. 양수의 tanh는 양수입니다."
    ),
    mistake!(
        "A71",
        tanh,
        |z| (1.0 - (-2.0 * z).exp()) / (1.0 + (-2.0 * z).exp()),
        "e^-2z is infinite once z is below -354, and infinity over infinity is not a number. Use \
         the form with e^-2|z| and put the sign back, or 2 sigmoid(2z) - 1.",
        "z가 -354보다 작으면 e^-2z이 무한대가 되고, 무한대/무한대는 수가 아닙니다. e^-2|z|을 쓰고 \
         부호를 되돌리거나 2 sigmoid(2z) - 1을 쓰세요."
    ),
    mistake!(
        "A275",
        tanh,
        |z| ((2.0 * z).exp() - 1.0) / ((2.0 * z).exp() + 1.0),
        "e^2z overflows beyond z = 355, and infinity over infinity is NaN. Use e^-2|z|, or `z.tanh()`.",
        "z가 355를 넘으면 e^2z이 무한대가 되고, 무한대 나누기 무한대는 NaN입니다. e^-2|z|이나 `z.tanh()`를 쓰세요."
    ),
];
