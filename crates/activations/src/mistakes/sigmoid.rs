//! Mistakes in `sigmoid`.

use testkit::{Mistake, mistake};

use crate::Answers;

/// The catalogue.
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
];
