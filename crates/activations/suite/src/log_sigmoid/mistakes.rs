//! Mistakes in `log_sigmoid`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{self, sigmoid};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A260",
        log_sigmoid,
        |z| sigmoid(z).ln(),
        "The logarithm of the sigmoid: sigmoid(z) rounds to 1 for large z and to 0 for very \
         negative z, and then ln gives 0 or -infinity. Use `ln_1p` of e^-|z|.",
        "시그모이드에 로그를 씌웠습니다. sigmoid(z)는 큰 z에서 1로, 아주 작은 음수에서 0으로 \
         반올림되어 로그가 0이나 -무한대가 됩니다. e^-|z|의 `ln_1p`를 쓰세요."
    ),
    mistake!(
        "A261",
        log_sigmoid,
        |z| -(1.0 + (-z).exp()).ln(),
        "e^-z overflows for very negative z, and 1 + e^-z loses digits for large z. Use `ln_1p`, \
         and e^-|z|.",
        "아주 작은 음수에서 e^-z이 넘치고, 큰 z에서는 1 + e^-z이 자릿수를 잃습니다. `ln_1p`와 \
         e^-|z|을 쓰세요."
    ),
    mistake!(
        "A262",
        log_sigmoid,
        |z| -reference::log_sigmoid(z),
        "The sign is flipped: the logarithm of a number below 1 is negative.",
        "부호가 반대입니다. 1보다 작은 수의 로그는 음수입니다."
    ),
    mistake!(
        "A263",
        log_sigmoid,
        |z| reference::log_sigmoid(-z),
        "That is ln(1 - sigmoid(z)): the sign of z is flipped.",
        "결과가 ln(1 - sigmoid(z))입니다. z의 부호가 반대입니다."
    ),
    mistake!(
        "A264",
        log_sigmoid,
        |z| reference::log_sigmoid(z) / std::f64::consts::LN_10,
        "The logarithm is to base 10; the natural one is `ln`.",
        "밑이 10인 로그입니다. 자연로그는 `ln`입니다."
    ),
    mistake!(
        "A265",
        log_sigmoid,
        |z| reference::log_sigmoid(z) / std::f64::consts::LN_2,
        "The logarithm is to base 2; the natural one is `ln`.",
        "밑이 2인 로그입니다. 자연로그는 `ln`입니다."
    ),
    mistake!(
        "A266",
        log_sigmoid,
        |z| (sigmoid(z) + 1e-15).ln(),
        "The small number that is added keeps the logarithm finite but wrong far out. Use `ln_1p` \
         of e^-|z|.",
        "더한 작은 수 때문에 로그가 유한하지만 먼 곳에서 틀립니다. e^-|z|의 `ln_1p`를 쓰세요."
    ),
    mistake!(
        "A267",
        log_sigmoid,
        |z| -(-z.abs()).exp().ln_1p(),
        "For negative z the part min(z, 0) is missing: the value goes down with z.",
        "음수 z에서 min(z, 0) 항이 빠졌습니다. z가 작아지면 값도 내려가야 합니다."
    ),
    mistake!(
        "A268",
        log_sigmoid,
        |z| z.max(0.0) - (-z.abs()).exp().ln_1p(),
        "`max` stands for `min`: for positive z the value stays below 0.",
        "`min` 대신 `max`를 썼습니다. 양수 z에서 값은 0보다 작아야 합니다."
    ),
    mistake!(
        "A269",
        log_sigmoid,
        |z| reference::log_sigmoid(z.clamp(-30.0, 30.0)),
        "z is clipped: far on the left the value is about z itself, far on the right about -e^-z.",
        "z를 잘랐습니다. 왼쪽 먼 곳에서 값은 거의 z이고, 오른쪽 먼 곳에서는 거의 -e^-z입니다."
    ),
    mistake!(
        "A270",
        log_sigmoid,
        |z| if z > 30.0 { 0.0 } else { reference::log_sigmoid(z) },
        "For large z you answer 0, but the value is about -e^-z, and its digits count.",
        "큰 z에서 0을 답하지만 값은 약 -e^-z이고 그 자릿수도 중요합니다."
    ),
    mistake!(
        "A271",
        log_sigmoid,
        |z| z.min(0.0) - (1.0 + (-z.abs()).exp()).ln(),
        "1 + e^-|z| loses the digits of e^-|z| when |z| is large: `x.ln_1p()` is ln(1 + x) without \
         that loss.",
        "|z|가 크면 1 + e^-|z|에서 e^-|z|의 자릿수가 사라집니다. `x.ln_1p()`는 그런 손실 없이 ln(1 \
         + x)를 구합니다."
    ),
    mistake!(
        "A272",
        log_sigmoid,
        |z| -(-z).exp().ln_1p(),
        "`ln_1p` keeps the digits for large z, but e^-z is infinite for z below -709. Use e^-|z| \
         and add min(z, 0).",
        "`ln_1p` 덕분에 큰 z에서는 맞지만 z가 -709보다 작으면 e^-z이 무한대가 됩니다. e^-|z|을 \
         쓰고 min(z, 0)을 더하세요."
    ),
    mistake!(
        "A273",
        log_sigmoid,
        |z| z - z.exp().ln_1p(),
        "That is exact for negative z; for large z two nearly equal numbers are subtracted, or \
         infinity. Use e^-|z|.",
        "음수 z에서는 정확하지만 큰 z에서는 거의 같은 두 수를, 또는 무한대를 뺍니다. e^-|z|을 \
         쓰세요."
    ),
    mistake!(
        "A274",
        log_sigmoid,
        sigmoid,
        "That is the sigmoid: its logarithm is asked for.",
        "결과가 시그모이드입니다. 그 로그를 답해야 합니다."
    ),
    mistake!(
        "A281",
        log_sigmoid,
        |z| (1.0 / (1.0 + z.exp())).ln(),
        "That is the logarithm of 1 - sigmoid(z), the probability of the other class.",
        "결과가 다른 클래스의 확률인 1 - sigmoid(z)의 로그입니다."
    ),
];
