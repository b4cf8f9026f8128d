//! Mistakes in `saturated_fraction`.

use activations::Activation;
use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference::{saturated_fraction, slope};

/// The share of entries for which `is_saturated` holds.
fn share(z: &Array2<f64>, is_saturated: impl Fn(f64) -> bool) -> f64 {
    z.iter().filter(|z| is_saturated(**z)).count() as f64 / z.len() as f64
}

/// The activation itself.
fn value(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
        Activation::Tanh => z.tanh(),
        Activation::Relu => z.max(0.0),
        Activation::LeakyRelu => z.max(0.01 * z),
        Activation::Identity => z,
    }
}

/// Slopes by formulas that divide infinity by infinity far out.
fn fragile_slope(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Sigmoid => (-z).exp() / (1.0 + (-z).exp()).powi(2),
        Activation::Tanh => {
            let a = (z.exp() - (-z).exp()) / (z.exp() + (-z).exp());
            1.0 - a * a
        }
        other => slope(other, z),
    }
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "I170",
        saturated_fraction,
        |activation, z, threshold| {
            z.iter().filter(|z| slope(activation, **z) < threshold).count() as f64
        },
        "This is the number of saturated entries. Divide it by the number of all entries.",
        "포화된 원소의 개수입니다. 전체 원소의 수로 나누세요."
    ),
    mistake!(
        "I171",
        saturated_fraction,
        |activation, z, threshold| share(z, |z| slope(activation, z) <= threshold),
        "A slope equal to the threshold counts as well. Only slopes strictly below it are small.",
        "임계값과 같은 기울기도 세고 있습니다. 임계값보다 작은 기울기만 세어야 합니다."
    ),
    mistake!(
        "I172",
        saturated_fraction,
        |activation, z, threshold| share(z, |z| value(activation, z) < threshold),
        "You compare the value of the activation. A unit is saturated where its slope is small.",
        "활성화 함수의 값을 비교하고 있습니다. 유닛은 기울기가 작을 때 포화됩니다."
    ),
    mistake!(
        "I173",
        saturated_fraction,
        |activation, z, threshold| {
            saturated_fraction(activation, z, threshold) * z.nrows() as f64
        },
        "You divide by the number of columns. Divide by the number of all entries, `z.len()`.",
        "열의 수로 나누고 있습니다. 전체 원소의 수인 `z.len()`으로 나누세요."
    ),
    mistake!(
        "I174",
        saturated_fraction,
        |activation, z, threshold| 100.0 * saturated_fraction(activation, z, threshold),
        "This is a percentage. The answer is a share between 0 and 1.",
        "백분율입니다. 답은 0과 1 사이의 비율입니다."
    ),
    mistake!(
        "I175",
        saturated_fraction,
        |activation, z, threshold| share(z, |z| slope(activation, z) > threshold),
        "You count the slopes above the threshold. Saturated are those below it.",
        "임계값보다 큰 기울기를 세고 있습니다. 작은 쪽이 포화된 것입니다."
    ),
    mistake!(
        "I176",
        saturated_fraction,
        |activation, z, threshold| {
            let at_zero = |z: f64| if z == 0.0 { f64::MIN_POSITIVE } else { z };
            share(z, |z| slope(activation, at_zero(z)) < threshold)
        },
        "At z = 0 you take the slope of the right side. By convention it is that of the left: 0 for \
         ReLU.",
        "z = 0에서 오른쪽의 기울기를 쓰고 있습니다. 약속에 따라 왼쪽의 기울기이며 ReLU에서는 \
         0입니다."
    ),
    mistake!(
        "I177",
        saturated_fraction,
        |activation, z, threshold| {
            saturated_fraction(activation, &z.slice(ndarray::s![..1, ..]).to_owned(), threshold)
        },
        "Only the first row is looked at. Every entry counts.",
        "첫 행만 보고 있습니다. 모든 원소를 세어야 합니다."
    ),
    mistake!(
        "I178",
        saturated_fraction,
        |activation, z, threshold| share(z, |z| fragile_slope(activation, z) < threshold),
        "Far out your slope is infinity over infinity, which is not a number and below nothing. Use \
         a (1 - a) and 1 - a^2.",
        "z가 아주 크면 기울기가 무한대/무한대, 즉 NaN이 되어 어떤 수보다도 작지 않습니다. a (1 - a)와 \
         1 - a^2를 쓰세요."
    ),
    mistake!(
        "I179",
        saturated_fraction,
        |_activation, z, threshold| share(z, |z| z.abs() < threshold),
        "You compare z itself. Saturation is about the slope of the activation at z.",
        "z 자체를 비교하고 있습니다. 포화는 z에서의 활성화 함수의 기울기로 판단합니다."
    ),
    mistake!(
        "I180",
        saturated_fraction,
        |_activation, z, threshold| saturated_fraction(Activation::Sigmoid, z, threshold),
        "Every activation is treated as the sigmoid. Match on the argument.",
        "모든 활성화 함수를 시그모이드로 다루고 있습니다. 인자에 따라 나누세요."
    ),
    mistake!(
        "I181",
        saturated_fraction,
        |_activation, z, threshold| saturated_fraction(Activation::Tanh, z, threshold),
        "Every activation is treated as tanh. Match on the argument.",
        "모든 활성화 함수를 tanh로 다루고 있습니다. 인자에 따라 나누세요."
    ),
    mistake!(
        "I182",
        saturated_fraction,
        |activation, z, threshold| {
            let count = z.iter().filter(|z| slope(activation, **z) < threshold).count();
            (count / z.len()) as f64
        },
        "The division of whole numbers drops the fraction. Convert both with `as f64` first.",
        "정수끼리 나누면 소수 부분이 버려집니다. 먼저 둘 다 `as f64`로 바꾸세요."
    ),
    mistake!(
        "I183",
        saturated_fraction,
        |activation, z, threshold| {
            let z = z.as_slice().unwrap();
            z.iter().filter(|z| slope(activation, **z) < threshold).count() as f64 / z.len() as f64
        },
        "`as_slice` gives nothing for a matrix whose rows do not follow each other in memory, such \
         as a transpose. Go through it with `iter`.",
        "전치 행렬처럼 행이 메모리에 차례로 놓이지 않은 행렬에서는 `as_slice`가 값을 주지 않습니다. \
         `iter`로 순회하세요."
    ),
    mistake!(
        "I184",
        saturated_fraction,
        |activation, z, threshold| {
            let dead = activation == Activation::LeakyRelu;
            let activation = if dead { Activation::Relu } else { activation };
            saturated_fraction(activation, z, threshold)
        },
        "Leaky ReLU is treated as ReLU. Left of 0 its slope is 0.01, not 0.",
        "Leaky ReLU를 ReLU로 다루고 있습니다. 0의 왼쪽에서 기울기는 0이 아니라 0.01입니다."
    ),
    mistake!(
        "I185",
        saturated_fraction,
        |activation, z, threshold| share(z, |z| {
            let z = value(activation, z);
            slope(activation, z) < threshold
        }),
        "You take the slope at a = g(z), as if a were z. Either g'(z), or a formula in a.",
        "a = g(z)를 z인 것처럼 넣어 기울기를 구하고 있습니다. g'(z)를 쓰거나 a로 쓴 공식을 쓰세요."
    ),
    mistake!(
        "I186",
        saturated_fraction,
        |_activation, _z, _threshold| 0.5,
        "The answer is always 0.5. Count the entries.",
        "답이 항상 0.5입니다. 원소를 세세요."
    ),
    mistake!(
        "I187",
        saturated_fraction,
        |activation, z, threshold| {
            let share = share(z, |z| slope(activation, z) < threshold);
            share * z.ncols() as f64
        },
        "You divide by the number of rows. Divide by the number of all entries, `z.len()`.",
        "행의 수로 나누었습니다. 전체 원소의 수 `z.len()`으로 나누세요."
    ),
];
