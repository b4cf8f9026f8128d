//! Mistakes in `sigmoid`.

use testkit::{Mistake, mistake};

use crate::Answers;

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A01",
        sigmoid,
        |z| 1.0 / (1.0 + z.exp()),
        "The sign inside the exponential is flipped: it is e^-z, so that a large z gives 1.",
        "지수의 부호가 반대입니다. e^-z이어야 z가 클 때 1에 가까워집니다."
    ),
    mistake!(
        "A02",
        sigmoid,
        |z| z.exp() / (1.0 + z.exp()),
        "e^z / (1 + e^z) is infinity over infinity once z is beyond 709. Use 1 / (1 + e^-z), or \
         this form for negative z only.",
        "e^z / (1 + e^z)는 z가 709를 넘으면 무한대/무한대가 됩니다. 1 / (1 + e^-z)를 쓰거나 이 \
         식은 z가 음수일 때만 쓰세요."
    ),
    mistake!(
        "A05",
        sigmoid,
        |z| 1.0 / (1.0 + (-z).exp2()),
        "The base is 2: the sigmoid takes the natural exponential, `exp`.",
        "밑이 2입니다. 시그모이드는 자연 지수 `exp`를 씁니다."
    ),
    mistake!(
        "A50",
        sigmoid,
        |z| if z.abs() > 30.0 { f64::from(u8::from(z > 0.0)) } else { 1.0 / (1.0 + (-z).exp()) },
        "Beyond a limit you answer exactly 0 or 1, but the sigmoid only comes close to them.",
        "어떤 한계를 넘으면 정확히 0이나 1을 답하지만, 시그모이드는 그 값에 가까워질 뿐입니다."
    ),
    mistake!(
        "A51",
        sigmoid,
        |z| z.tanh(),
        "That is tanh, which runs from -1 to 1. The sigmoid runs from 0 to 1.",
        "결과가 -1부터 1까지인 tanh입니다. 시그모이드는 0부터 1까지입니다."
    ),
    mistake!(
        "A52",
        sigmoid,
        |z| z.exp(),
        "That is 1 / e^-z, an exponential. The denominator is 1 + e^-z: mind the parentheses.",
        "결과가 1 / e^-z, 곧 지수 함수입니다. 분모는 1 + e^-z이므로 괄호에 주의하세요."
    ),
    mistake!(
        "A53",
        sigmoid,
        |z| 1.0 / (1.0 - (-z).exp()),
        "The denominator is 1 plus e^-z; with a minus it is 0 at z = 0.",
        "분모는 1 더하기 e^-z입니다. 빼면 z = 0에서 분모가 0이 됩니다."
    ),
    mistake!(
        "A54",
        sigmoid,
        |z| 1.0 / 1.0 + (-z).exp(),
        "The division comes before the addition here: write 1 / (1 + e^-z) with parentheses.",
        "나눗셈이 덧셈보다 먼저 계산됩니다. 괄호를 써서 1 / (1 + e^-z)로 쓰세요."
    ),
    mistake!(
        "A55",
        sigmoid,
        |z| (0.25 * z + 0.5).clamp(0.0, 1.0),
        "That is a straight line, cut off at 0 and 1. The sigmoid bends: 1 / (1 + e^-z).",
        "결과가 0과 1에서 잘린 직선입니다. 시그모이드는 휘어진 곡선 1 / (1 + e^-z)입니다."
    ),
    mistake!(
        "A56",
        sigmoid,
        |z| 0.5 * (1.0 + z.tanh()),
        "That is sigmoid(2z): by way of tanh it is (1 + tanh(z / 2)) / 2.",
        "결과가 sigmoid(2z)입니다. tanh로 쓰려면 (1 + tanh(z / 2)) / 2입니다."
    ),
    mistake!(
        "A57",
        sigmoid,
        |z| 1.0 / (1.0 + (-z.clamp(-10.0, 10.0)).exp()),
        "z is clipped, so that the curve stops short of 0 and 1. `exp` needs no clipping here: \
         e^-z may become infinite, and 1 / infinity is 0.",
        "z를 잘라서 곡선이 0과 1에 다가가지 못합니다. 여기서는 자를 필요가 없습니다. e^-z이 \
         무한대가 되어도 1 / 무한대는 0입니다."
    ),
    mistake!(
        "A58",
        sigmoid,
        |z| 1.0 / (1.0 + (-z.abs()).exp()),
        "That is the sigmoid of |z|, at least 1/2 everywhere: the sign of z was lost.",
        "결과가 |z|의 시그모이드라서 어디서나 1/2 이상입니다. z의 부호가 사라졌습니다."
    ),
    mistake!(
        "A59",
        sigmoid,
        |z| if z.abs() < 1e-3 { 0.5 } else { 1.0 / (1.0 + (-z).exp()) },
        "Near 0 you answer 1/2 exactly, but even there the curve rises, by a quarter of z.",
        "0 근처에서 정확히 1/2을 답하지만, 그곳에서도 곡선은 z의 4분의 1만큼 올라갑니다."
    ),
    mistake!(
        "A290",
        sigmoid,
        |z| if z < -40.0 { 0.0 } else { 1.0 / (1.0 + (-z).exp()) },
        "Far on the left you answer exactly 0. There the sigmoid is e^z: tiny, but never 0.",
        "왼쪽 먼 곳에서 정확히 0을 답합니다. 그곳에서 시그모이드는 e^z로, 아주 작지만 0은 아닙니다."
    ),
    mistake!(
        "A292",
        sigmoid,
        |z| if z > 0.0 { 1.0 } else { 0.0 },
        "That is a step, 0 or 1. The sigmoid is what a step becomes when it rises gradually.",
        "결과가 0 아니면 1인 계단입니다. 시그모이드는 그 계단을 완만하게 만든 곡선입니다."
    ),
    mistake!(
        "A293",
        sigmoid,
        |_| 0.5,
        "The result is 1/2 whatever z is. That is right at 0 alone.",
        "z와 상관없이 결과가 1/2입니다. 0에서만 맞습니다."
    ),
];
