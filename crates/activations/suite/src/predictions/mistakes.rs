//! Mistakes in `tanh_is_closer_to_zero` and `tanh_slope_is_larger`.

use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{sigmoid, sigmoid_prime, tanh, tanh_prime};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A240",
        tanh_is_closer_to_zero,
        |_| true,
        "The claim of the notes is not true everywhere: try z = -1 and z = 1.",
        "노트의 주장이 어디서나 맞지는 않습니다. z = -1과 z = 1에서 계산해 보세요."
    ),
    mistake!(
        "A241",
        tanh_is_closer_to_zero,
        |z| tanh(z) < sigmoid(z),
        "tanh is negative for negative z: compare its size, `tanh(z).abs()`.",
        "음수 z에서 tanh는 음수입니다. 크기인 `tanh(z).abs()`를 비교하세요."
    ),
    mistake!(
        "A242",
        tanh_is_closer_to_zero,
        |z| z < (1.0 + 2.0_f64.sqrt()).ln(),
        "The right end is right, but there is an end on the left, too: for very negative z the \
         sigmoid is close to 0 and tanh to -1.",
        "오른쪽 끝은 맞지만 왼쪽에도 끝이 있습니다. 아주 작은 음수에서 시그모이드는 0에, tanh는 \
         -1에 가깝습니다."
    ),
    mistake!(
        "A243",
        tanh_is_closer_to_zero,
        |z| z.abs() < (1.0 + 2.0_f64.sqrt()).ln(),
        "The interval is not symmetric: |tanh| is even, but the sigmoid is smaller on the left.",
        "구간이 대칭이 아닙니다. |tanh|는 짝함수이지만 시그모이드는 왼쪽에서 더 작습니다."
    ),
    mistake!(
        "A244",
        tanh_is_closer_to_zero,
        |z| tanh(z).abs() > sigmoid(z),
        "The comparison is the wrong way round: closer to 0 means smaller in size.",
        "비교가 반대입니다. 0에 더 가깝다는 것은 크기가 더 작다는 뜻입니다."
    ),
    mistake!(
        "A245",
        tanh_is_closer_to_zero,
        |z| -0.42 < z && z < 0.88,
        "The ends are right to two decimals only. Compare the two values, or find where they \
         cross.",
        "양 끝이 소수 둘째 자리까지만 맞습니다. 두 값을 비교하거나 만나는 점을 구하세요."
    ),
    mistake!(
        "A246",
        tanh_is_closer_to_zero,
        |z| tanh_prime(z) > sigmoid_prime(z),
        "Those are the slopes; here the values are compared.",
        "기울기를 비교하고 있습니다. 여기서는 함수값을 비교합니다."
    ),
    mistake!(
        "A247",
        tanh_is_closer_to_zero,
        |_| false,
        "It is true for some z: at 0 tanh is 0 and the sigmoid is 1/2.",
        "맞는 z도 있습니다. 0에서 tanh는 0, 시그모이드는 1/2입니다."
    ),
    mistake!(
        "A248",
        tanh_is_closer_to_zero,
        |z| tanh(z).abs() < (sigmoid(z) - 0.5).abs(),
        "The sigmoid is measured from 1/2 here; both distances are from 0.",
        "시그모이드를 1/2에서부터 쟀습니다. 두 거리 모두 0에서부터 재야 합니다."
    ),
    mistake!(
        "A249",
        tanh_is_closer_to_zero,
        |z| z < 0.0,
        "For negative z tanh is smaller, but not closer to 0: compare sizes.",
        "음수 z에서 tanh가 더 작지만 0에 더 가까운 것은 아닙니다. 크기를 비교하세요."
    ),
    mistake!(
        "A250",
        tanh_slope_is_larger,
        |_| true,
        "The claim of the notes is not true everywhere: try z = 3, where tanh is saturated \
         already.",
        "노트의 주장이 어디서나 맞지는 않습니다. tanh가 이미 포화된 z = 3에서 계산해 보세요."
    ),
    mistake!(
        "A251",
        tanh_slope_is_larger,
        |z| tanh_prime(z) < sigmoid_prime(z),
        "The comparison is the wrong way round: near 0 the slope of tanh is 1, that of the sigmoid \
         1/4.",
        "비교가 반대입니다. 0 근처에서 tanh의 기울기는 1, 시그모이드의 기울기는 1/4입니다."
    ),
    mistake!(
        "A252",
        tanh_slope_is_larger,
        |z| z.abs() < 1.0,
        "The slopes cross further out than 1: compare them, or find where they cross.",
        "기울기는 1보다 먼 곳에서 만납니다. 두 기울기를 비교하거나 만나는 점을 구하세요."
    ),
    mistake!(
        "A253",
        tanh_slope_is_larger,
        |z| tanh_prime(z) > sigmoid_prime(z) || z < -1.0,
        "For very negative z tanh is flat, too: the slopes are even, take |z|.",
        "아주 작은 음수에서도 tanh는 평평합니다. 기울기는 짝함수이므로 |z|를 쓰세요."
    ),
    mistake!(
        "A254",
        tanh_slope_is_larger,
        |z| z.abs() < 1.66,
        "The end is right to two decimals only. Compare the two slopes, or find where they cross.",
        "끝이 소수 둘째 자리까지만 맞습니다. 두 기울기를 비교하거나 만나는 점을 구하세요."
    ),
    mistake!(
        "A255",
        tanh_slope_is_larger,
        |z| tanh_prime(z) > 0.5 * sigmoid_prime(0.0),
        "tanh is compared with the sigmoid's slope at another point: both slopes are taken at the \
         same z.",
        "tanh의 기울기를 다른 점에서의 시그모이드 기울기와 비교했습니다. 두 기울기 모두 같은 z에서 \
         구합니다."
    ),
    mistake!(
        "A256",
        tanh_slope_is_larger,
        |z| tanh(z) > sigmoid(z),
        "Those are the values; here the slopes are compared.",
        "함수값을 비교하고 있습니다. 여기서는 기울기를 비교합니다."
    ),
    mistake!(
        "A257",
        tanh_slope_is_larger,
        |z| 1.0 - z * z > sigmoid(z) * (1.0 - sigmoid(z)),
        "1 - a^2 is written in terms of a = tanh(z); you put z itself into it.",
        "1 - a^2의 a는 tanh(z)입니다. z를 그대로 넣었습니다."
    ),
    mistake!(
        "A258",
        tanh_slope_is_larger,
        |z| tanh_prime(z) > sigmoid_prime(0.0),
        "The sigmoid's slope is taken at 0, where it is 1/4; take it at z.",
        "시그모이드의 기울기를 0에서 구해 1/4이 되었습니다. z에서 구하세요."
    ),
];
