//! Mistakes on the way back through the hidden layer.

use init::Parameters;
use ndarray::{Array2, s};
use testkit::{Mistake, mistake};

use super::super::wrong::{hidden, layer, slope, with_slope};
use crate::{Answers, Gradients, reference};

/// This half of the catalogue.
pub(super) const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "B04",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &(slope(cache) / y.ncols() as f64)),
        "dz1 is divided by m, and then dw1 and db1 again. 1/m belongs in dw and db only.",
        "dz1을 m으로 나누고 dw1과 db1을 또 나누었습니다. 1/m은 dw와 db에만 있습니다."
    ),
    mistake!(
        "B05",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &cache.a1.mapv(|a| 1.0 - a)),
        "The slope of tanh is 1 - a1^2; the square is missing.",
        "tanh의 기울기는 1 - a1^2입니다. 제곱이 빠졌습니다."
    ),
    mistake!(
        "B07",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &cache.z1.mapv(|z| 1.0 - z * z)),
        "1 - a^2 takes a1, what comes after tanh; you gave it z1.",
        "1 - a^2에는 tanh를 지난 a1을 넣습니다. z1을 넣었습니다."
    ),
    mistake!(
        "B08",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &(slope(cache) * &cache.z1)),
        "g'(z1) is the slope at z1, not a product with z1: multiply by 1 - a1^2 alone.",
        "g'(z1)은 z1에서의 기울기이지 z1과의 곱이 아닙니다. 1 - a1^2만 곱하세요."
    ),
    mistake!(
        "B10",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &cache.a1.mapv(|a| 1.0 - a.tanh().powi(2))),
        "tanh is applied twice: a1 already is tanh(z1), so the slope is 1 - a1^2.",
        "tanh를 두 번 적용했습니다. a1이 이미 tanh(z1)이므로 기울기는 1 - a1^2입니다."
    ),
    mistake!(
        "B11",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            let wrong = Parameters { w2: right.dw2.clone(), ..p.clone() };
            let (dw1, db1) = hidden(&wrong, x, &(&cache.a2 - y), &slope(cache));
            Gradients { dw1, db1, ..right }
        },
        "The error flows back through dw2. It must flow through the weights themselves: w2^T dz2.",
        "오차를 dw2를 따라 되돌렸습니다. 가중치 자체를 따라 w2^T dz2로 되돌려야 합니다."
    ),
    mistake!(
        "B13",
        backward,
        |p, cache, x, y| {
            let dz1 = p.w2.t().dot(&(&cache.a2 - y)) * slope(cache);
            let (dw1, _) = layer(&dz1, &cache.a1, y.ncols() as f64);
            Gradients { dw1, ..reference::backward(p, cache, x, y) }
        },
        "dw1 is computed with a1. The hidden layer is fed with the inputs x.",
        "dw1을 a1로 계산했습니다. 은닉층의 입력은 x입니다."
    ),
    mistake!(
        "B20",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { db1: 0.0 * &right.db1, ..right }
        },
        "db1 stays 0: it is the mean of dz1 over the examples.",
        "db1이 0으로 남아 있습니다. 예제에 대한 dz1의 평균입니다."
    ),
    mistake!(
        "B23",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { db1: 4.0 * &right.db1, ..right }
        },
        "db1 is four times as large as it must be. A gradient check shows such a factor.",
        "db1이 네 배입니다. 이런 배수는 기울기 검사로 드러납니다."
    ),
    mistake!(
        "B25",
        backward,
        |p, cache, x, y| with_slope(
            p,
            cache,
            x,
            y,
            &cache.a1.mapv(|a| f64::from(u8::from(a > 0.0)))
        ),
        "That is the slope of ReLU. The hidden layer has tanh, whose slope is 1 - a1^2.",
        "ReLU의 기울기입니다. 은닉층은 tanh이고 그 기울기는 1 - a1^2입니다."
    ),
    mistake!(
        "B28",
        backward,
        |p, cache, x, y| {
            let (_, db1) = layer(&p.w2.t().dot(&(&cache.a2 - y)), x, y.ncols() as f64);
            Gradients { db1, ..reference::backward(p, cache, x, y) }
        },
        "db1 lacks the slope of tanh: it is the mean of dz1, not of w2^T dz2.",
        "db1에 tanh의 기울기가 빠졌습니다. w2^T dz2가 아니라 dz1의 평균입니다."
    ),
    mistake!(
        "B90",
        backward,
        |p, cache, x, y| {
            let error = (&cache.a2 - y).slice(s![..1, ..]).to_owned();
            let first = p.w2.slice(s![..1, ..]).to_owned();
            let (dw1, db1) = layer(&(first.t().dot(&error) * slope(cache)), x, y.ncols() as f64);
            Gradients { dw1, db1, ..reference::backward(p, cache, x, y) }
        },
        "Only the first output is followed back. A hidden unit hears from all outputs: w2^T dz2.",
        "첫 번째 출력만 거슬러 올라갔습니다. 은닉 유닛은 모든 출력의 오차 w2^T dz2를 받습니다."
    ),
    mistake!(
        "B91",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &cache.a1.mapv(|a| a * (1.0 - a))),
        "a1 (1 - a1) is the slope of the sigmoid. The hidden layer has tanh: 1 - a1^2.",
        "a1 (1 - a1)은 시그모이드의 기울기입니다. 은닉층은 tanh이므로 1 - a1^2입니다."
    ),
    mistake!(
        "B92",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &Array2::ones(cache.a1.dim())),
        "The slope of tanh is missing: dz1 = w2^T dz2 * (1 - a1^2).",
        "tanh의 기울기가 빠졌습니다. dz1 = w2^T dz2 * (1 - a1^2)입니다."
    ),
    mistake!(
        "B96",
        backward,
        |p, cache, x, y| {
            let mut gradients = reference::backward(p, cache, x, y);
            gradients.dw1.row_mut(0).fill(0.0);
            gradients
        },
        "The first row of dw1 stays 0: a loop over the hidden units begins at 0, not at 1.",
        "dw1의 첫 행이 0으로 남아 있습니다. 은닉 유닛의 반복문은 1이 아니라 0에서 시작합니다."
    ),
    mistake!(
        "B100",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &(slope(cache) * y.ncols() as f64)),
        "dw1 and db1 lack the factor 1/m, which dw2 and db2 have.",
        "dw1과 db1에 1/m이 빠졌습니다. dw2와 db2에는 있습니다."
    ),
    mistake!(
        "B104",
        backward,
        |p, cache, x, y| with_slope(p, cache, x, y, &-slope(cache)),
        "dw1 and db1 have the wrong sign, dw2 and db2 the right one: tanh has a positive slope.",
        "dw1과 db1만 부호가 반대입니다. tanh의 기울기는 양수입니다."
    ),
    mistake!(
        "B108",
        backward,
        |p, cache, x, y| {
            let dz1 = p.w2.dot(&(&cache.a2 - y)) * slope(cache);
            let (dw1, db1) = layer(&dz1, x, y.ncols() as f64);
            Gradients { dw1, db1, ..reference::backward(p, cache, x, y) }
        },
        "w2 must be transposed on the way back: `parameters.w2.t().dot(&dz2)`.",
        "되돌아갈 때는 w2를 전치해야 합니다. `parameters.w2.t().dot(&dz2)`입니다."
    ),
    mistake!(
        "B111",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { db1: right.db1.mapv(|d| d * y.ncols() as f64), ..right }
        },
        "db1 lacks the factor 1/m: it is the mean of dz1, not the sum.",
        "db1에 1/m이 빠졌습니다. dz1의 합이 아니라 평균입니다."
    ),
    mistake!(
        "B127",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw1: right.dw1.mapv(|d| d * y.ncols() as f64), ..right }
        },
        "dw1 lacks the factor 1/m: it is an average over the examples, not the sum.",
        "dw1에 1/m이 빠졌습니다. 합이 아니라 예제에 대한 평균입니다."
    ),
    mistake!(
        "B128",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { db1: right.db1.reversed_axes(), db2: right.db2.reversed_axes(), ..right }
        },
        "db1 and db2 are rows. Biases are columns: `insert_axis(Axis(1))` after the sum.",
        "db1과 db2가 행입니다. 편향은 열입니다. 합한 뒤 `insert_axis(Axis(1))`을 쓰세요."
    ),
];
