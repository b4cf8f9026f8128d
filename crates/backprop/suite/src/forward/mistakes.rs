//! Mistakes in `forward`.

use init::Parameters;
use ndarray::{Array2, Axis};
use testkit::{Mistake, mistake};

use crate::{Answers, Cache};

type Function = fn(f64) -> f64;

/// The network with any two activation functions.
fn network(p: &Parameters, x: &Array2<f64>, hidden: Function, output: Function) -> Cache {
    let z1 = p.w1.dot(x) + &p.b1;
    let a1 = z1.mapv(hidden);
    let z2 = p.w2.dot(&a1) + &p.b2;
    let a2 = z2.mapv(output);
    Cache { z1, a1, z2, a2 }
}

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

fn right(p: &Parameters, x: &Array2<f64>) -> Cache {
    network(p, x, f64::tanh, sigmoid)
}

/// The output layer for a hidden layer that is given.
fn output_of(p: &Parameters, z1: Array2<f64>, a1: Array2<f64>) -> Cache {
    let z2 = p.w2.dot(&a1) + &p.b2;
    let a2 = z2.mapv(sigmoid);
    Cache { z1, a1, z2, a2 }
}

/// The right hidden layer, and an output layer that takes its `z2` from `z2`.
fn with_z2(p: &Parameters, x: &Array2<f64>, z2: fn(&Parameters, &Cache) -> Array2<f64>) -> Cache {
    let cache = right(p, x);
    let z2 = z2(p, &cache);
    let a2 = z2.mapv(sigmoid);
    Cache { z2, a2, ..cache }
}

fn softmax_of_columns(z: &Array2<f64>) -> Array2<f64> {
    let e = z.mapv(f64::exp);
    &e / &e.sum_axis(Axis(0)).insert_axis(Axis(0))
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "F01",
        forward,
        |p, x| {
            let z1 = p.w1.dot(x);
            let a1 = z1.mapv(f64::tanh);
            output_of(p, z1, a1)
        },
        "The bias of the hidden layer is missing: z1 = w1 x + b1.",
        "은닉층의 편향이 빠졌습니다. z1 = w1 x + b1입니다."
    ),
    mistake!(
        "F02",
        forward,
        |p, x| with_z2(p, x, |p, cache| p.w2.dot(&cache.a1)),
        "The bias of the output layer is missing: z2 = w2 a1 + b2.",
        "출력층의 편향이 빠졌습니다. z2 = w2 a1 + b2입니다."
    ),
    mistake!(
        "F04",
        forward,
        |p, x| network(p, x, f64::tanh, f64::tanh),
        "The output goes through tanh. A probability needs the sigmoid: a2 = sigmoid(z2).",
        "출력에 tanh를 적용했습니다. 확률에는 시그모이드가 필요합니다. a2 = sigmoid(z2)입니다."
    ),
    mistake!(
        "F05",
        forward,
        |p, x| with_z2(p, x, |p, cache| p.w2.dot(&cache.z1) + &p.b2),
        "z1 is passed on instead of a1. Without the activation in between, two layers are one.",
        "a1 대신 z1을 넘겼습니다. 사이에 활성화 함수가 없으면 두 층은 한 층과 같습니다."
    ),
    mistake!(
        "F07",
        forward,
        |p, x| network(p, x, f64::tanh, |z| z),
        "The activation of the output is missing: a2 = sigmoid(z2), between 0 and 1.",
        "출력층의 활성화 함수가 빠졌습니다. a2 = sigmoid(z2)이며 0과 1 사이입니다."
    ),
    mistake!(
        "F08",
        forward,
        |p, x| {
            let z1 = p.w1.dot(x);
            let a1 = z1.mapv(f64::tanh) + &p.b1;
            output_of(p, z1 + &p.b1, a1)
        },
        "tanh comes before the bias. The bias belongs inside: a1 = tanh(w1 x + b1).",
        "편향을 더하기 전에 tanh를 적용했습니다. 편향은 안에 있어야 합니다. a1 = tanh(w1 x + b1)입니다."
    ),
    mistake!(
        "F50",
        forward,
        |p, x| network(p, x, sigmoid, sigmoid),
        "The hidden layer goes through the sigmoid; it must be tanh: a1 = tanh(z1).",
        "은닉층에 시그모이드를 적용했습니다. tanh여야 합니다. a1 = tanh(z1)입니다."
    ),
    mistake!(
        "F51",
        forward,
        |p, x| network(p, x, |z| z.max(0.0), sigmoid),
        "The hidden layer goes through ReLU; it must be tanh: a1 = tanh(z1).",
        "은닉층에 ReLU를 적용했습니다. tanh여야 합니다. a1 = tanh(z1)입니다."
    ),
    mistake!(
        "F52",
        forward,
        |p, x| {
            let cache = right(p, x);
            Cache { z1: cache.a1.clone(), ..cache }
        },
        "z1 in the cache is tanh(z1) already: keep z1 as it was before the activation.",
        "캐시의 z1이 이미 tanh(z1)입니다. 활성화 함수를 적용하기 전의 z1을 보관하세요."
    ),
    mistake!(
        "F53",
        forward,
        |p, x| {
            let cache = right(p, x);
            Cache { z2: cache.a2.clone(), ..cache }
        },
        "z2 in the cache is sigmoid(z2) already: keep z2 as it was before the activation.",
        "캐시의 z2가 이미 sigmoid(z2)입니다. 활성화 함수를 적용하기 전의 z2를 보관하세요."
    ),
    mistake!(
        "F54",
        forward,
        |p, x| {
            let Cache { z1, a1, z2, a2 } = right(p, x);
            Cache { z1: a1, a1: z1, z2: a2, a2: z2 }
        },
        "z and a are exchanged in the cache: z is before the activation, a after it.",
        "캐시에서 z와 a가 바뀌었습니다. z는 활성화 함수를 적용하기 전, a는 적용한 후의 값입니다."
    ),
    mistake!(
        "F55",
        forward,
        |p, x| {
            let z2 = p.w2.dot(x) + &p.b2;
            Cache { a2: z2.mapv(sigmoid), z2, ..right(p, x) }
        },
        "The output layer reads x. Its input is what the hidden layer gives: z2 = w2 a1 + b2.",
        "출력층이 x를 읽습니다. 출력층의 입력은 은닉층의 결과입니다. z2 = w2 a1 + b2입니다."
    ),
    mistake!(
        "F56",
        forward,
        |p, x| network(p, x, f64::tanh, |z| z.exp() / (1.0 + z.exp())),
        "e^z / (1 + e^z) is infinity over infinity once z is beyond 709: use 1 / (1 + e^-z).",
        "e^z / (1 + e^z)는 z가 709를 넘으면 무한대/무한대입니다. 1 / (1 + e^-z)를 쓰세요."
    ),
    mistake!(
        "F57",
        forward,
        |p, x| {
            let tanh = |z: f64| (z.exp() - (-z).exp()) / (z.exp() + (-z).exp());
            network(p, x, tanh, sigmoid)
        },
        "(e^z - e^-z) / (e^z + e^-z) is infinity over infinity for a large z: use `z.tanh()`.",
        "(e^z - e^-z) / (e^z + e^-z)는 z가 크면 무한대/무한대입니다. `z.tanh()`를 쓰세요."
    ),
    mistake!(
        "F58",
        forward,
        |p, x| {
            let z1 = p.w1.dot(x) + p.b1.t();
            let a1 = z1.mapv(f64::tanh);
            output_of(p, z1, a1)
        },
        "b1 lies in a row. It is a column (n_h, 1): every example gets all of it.",
        "b1이 행으로 놓였습니다. b1은 열 (n_h, 1)이고, 모든 샘플에 그 열을 더합니다."
    ),
    mistake!(
        "F59",
        forward,
        |p, x| {
            let cache = right(p, x);
            Cache { a2: softmax_of_columns(&cache.z2), ..cache }
        },
        "The outputs go through softmax; each goes through the sigmoid on its own.",
        "출력에 소프트맥스를 적용했습니다. 각 출력에 따로 시그모이드를 적용해야 합니다."
    ),
    mistake!(
        "F60",
        forward,
        |p, x| {
            let cache = right(p, x);
            let first = |a: &Array2<f64>| a.row(0).to_owned().insert_axis(Axis(0));
            Cache { z2: first(&cache.z2), a2: first(&cache.a2), ..cache }
        },
        "Only the first output is there. w2 has a row for each of the n_y outputs.",
        "첫 번째 출력만 있습니다. w2에는 n_y개의 출력마다 한 행이 있습니다."
    ),
    mistake!(
        "F61",
        forward,
        |p, x| with_z2(p, x, |p, cache| p.w2.dot(&cache.a1) + &p.b1),
        "The output layer adds b1; its bias is b2.",
        "출력층에 b1을 더했습니다. 출력층의 편향은 b2입니다."
    ),
    mistake!(
        "F62",
        forward,
        |p, x| {
            let cache = right(p, x);
            Cache { a2: cache.a2.mapv(|a| f64::from(u8::from(a > 0.5))), ..cache }
        },
        "a2 holds decisions, 0 or 1. Keep the probability; `predict` decides later.",
        "a2가 0 또는 1의 판정입니다. 확률을 그대로 두세요. 판정은 나중에 `predict`가 합니다."
    ),
    mistake!(
        "F63",
        forward,
        |p, x| right(p, &(x - &x.mean_axis(Axis(1)).expect("m > 0").insert_axis(Axis(1)))),
        "The inputs are centred first: an example then depends on all the others.",
        "먼저 입력에서 평균을 뺐습니다. 그러면 한 샘플의 결과가 다른 모든 샘플에 좌우됩니다."
    ),
    mistake!(
        "F64",
        forward,
        |p, x| network(p, x, f64::tanh, |z| 1.0 / (1.0 + z.exp())),
        "The sign inside the sigmoid is flipped: it is 1 / (1 + e^-z).",
        "시그모이드 안의 부호가 반대입니다. 1 / (1 + e^-z)입니다."
    ),
    mistake!(
        "F65",
        forward,
        |p, x| network(p, x, |z| z, sigmoid),
        "The hidden layer has no activation: a1 = tanh(z1). Without it two layers are one.",
        "은닉층에 활성화 함수가 없습니다. a1 = tanh(z1)입니다. 없으면 두 층은 한 층과 같습니다."
    ),
    mistake!(
        "F66",
        forward,
        |p, x| network(p, x, f64::tanh, |z| f64::midpoint(1.0, z.tanh())),
        "(1 + tanh z) / 2 is sigmoid(2 z): halve z first, or use 1 / (1 + e^-z).",
        "(1 + tanh z) / 2는 sigmoid(2 z)입니다. 먼저 z를 2로 나누거나 1 / (1 + e^-z)를 쓰세요."
    ),
    mistake!(
        "F67",
        forward,
        |p, x| {
            let cache = right(p, x);
            Cache { a1: cache.z1.clone(), ..cache }
        },
        "a1 in the cache is still z1. Keep what tanh makes of it.",
        "캐시의 a1이 아직 z1입니다. tanh를 적용한 값을 보관하세요."
    ),
];
