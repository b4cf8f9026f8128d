//! Mistakes in `backward`, from the output back to the input.

use init::Parameters;
use ndarray::{Array2, Axis, s};
use testkit::{Mistake, mistake};

use crate::wrong::{from_error, hidden, layer, scaled, slope, with_slope};
use crate::{Answers, Gradients, reference};

/// The catalogue.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "B01",
        backward,
        |p, cache, x, y| from_error(p, cache, x, y - &cache.a2),
        "dz2 has the wrong sign: it is a2 - y. Gradients point uphill.",
        "dz2의 부호가 반대입니다. a2 - y입니다. 기울기는 오르막을 가리킵니다."
    ),
    mistake!(
        "B02",
        backward,
        |p, cache, x, y| from_error(
            p,
            cache,
            x,
            (&cache.a2 - y) * cache.a2.mapv(|a| a * (1.0 - a))
        ),
        "dz2 carries an extra a2 (1 - a2). With the cross-entropy that slope cancels: dz2 = a2 - \
         y.",
        "dz2에 a2 (1 - a2)가 더 곱해졌습니다. 교차 엔트로피에서는 약분되어 dz2 = a2 - y입니다."
    ),
    mistake!(
        "B14",
        backward,
        |p, cache, x, y| {
            let (dw2, _) = layer(&(&cache.a2 - y), &cache.z1, y.ncols() as f64);
            Gradients { dw2, ..reference::backward(p, cache, x, y) }
        },
        "dw2 is computed with z1. The output layer is fed with a1, what comes after tanh.",
        "dw2를 z1로 계산했습니다. 출력층의 입력은 tanh를 지난 a1입니다."
    ),
    mistake!(
        "B16",
        backward,
        |p, cache, x, y| {
            let m = y.ncols() as f64;
            let dz2 = &cache.a2 - y;
            let dz1 = p.w2.t().dot(&dz2) * slope(cache);
            let db1 = dz1.sum_axis(Axis(0)).insert_axis(Axis(0)) / m;
            let db2 = dz2.sum_axis(Axis(0)).insert_axis(Axis(0)) / m;
            Gradients { db1, db2, ..reference::backward(p, cache, x, y) }
        },
        "The biases are summed over the units. Examples are columns: Axis(1), then \
         insert_axis(Axis(1)).",
        "편향을 유닛에 대해 더했습니다. 예제는 열이므로 Axis(1)로 더한 뒤 insert_axis(Axis(1))을 \
         쓰세요."
    ),
    mistake!(
        "B17",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            let db1 = Array2::from_elem(right.db1.dim(), right.db1.sum());
            let db2 = Array2::from_elem(right.db2.dim(), right.db2.sum());
            Gradients { db1, db2, ..right }
        },
        "The biases get the sum over everything. There is one bias gradient for each unit.",
        "편향의 기울기로 전체 합을 썼습니다. 유닛마다 하나씩이어야 합니다."
    ),
    mistake!(
        "B19",
        backward,
        |p, cache, x, y| {
            let (right, m) = (reference::backward(p, cache, x, y), y.ncols() as f64);
            Gradients { db1: &right.db1 / m, db2: &right.db2 / m, ..right }
        },
        "db1 and db2 are divided by m twice: a mean already divides by m.",
        "db1과 db2를 m으로 두 번 나누었습니다. 평균은 이미 m으로 나눈 것입니다."
    ),
    mistake!(
        "B22",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw2: 2.0 * &right.dw2, ..right }
        },
        "dw2 is twice as large as it must be. A gradient check shows such a factor.",
        "dw2가 두 배입니다. 이런 배수는 기울기 검사로 드러납니다."
    ),
    mistake!(
        "B26",
        backward,
        |p, cache, x, y| from_error(p, cache, x, (&cache.a2 - y) / y.ncols() as f64),
        "The examples are divided by m twice, in dz2 and again in dw and db. Once is enough.",
        "m으로 두 번 나누었습니다. dz2에서 한 번, dw와 db에서 또 한 번입니다. 한 번이면 됩니다."
    ),
    mistake!(
        "B93",
        backward,
        |p, cache, x, y| from_error(p, cache, x, reference::predict(&cache.a2) - y),
        "The outputs are rounded to 0 or 1 before y is subtracted. Use the probability a2 itself.",
        "출력을 0이나 1로 바꾼 뒤 y를 뺐습니다. 확률 a2를 그대로 쓰세요."
    ),
    mistake!(
        "B94",
        backward,
        |p, cache, x, y| scaled(y.ncols() as f64, &reference::backward(p, cache, x, y)),
        "The gradients are sums over the examples; the cost is a mean, so divide them by m.",
        "기울기가 예제에 대한 합입니다. 비용은 평균이므로 m으로 나누세요."
    ),
    mistake!(
        "B95",
        backward,
        |p, cache, x, y| {
            let (right, m) = (reference::backward(p, cache, x, y), y.ncols() as f64);
            Gradients { db1: m * &right.db1, db2: m * &right.db2, ..right }
        },
        "db1 and db2 lack the factor 1/m: they are means over the examples, not sums.",
        "db1과 db2에 1/m이 빠졌습니다. 예제에 대한 합이 아니라 평균입니다."
    ),
    mistake!(
        "B97",
        backward,
        |p, cache, x, y| {
            let (rest, m) = (..y.ncols() - 1, y.ncols() as f64);
            let seen = |a: &Array2<f64>| a.slice(s![.., rest]).to_owned();
            let dz2 = &cache.a2 - y;
            let dz1 = p.w2.t().dot(&dz2) * slope(cache);
            let (dw1, db1) = layer(&seen(&dz1), &seen(x), m);
            let (dw2, db2) = layer(&seen(&dz2), &seen(&cache.a1), m);
            Gradients { dw1, db1, dw2, db2 }
        },
        "The last example is left out: the loop ends one too early.",
        "마지막 예제가 빠졌습니다. 반복문이 하나 먼저 끝납니다."
    ),
    mistake!(
        "B98",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw1: right.dw1 + 0.01 * &p.w1, dw2: right.dw2 + 0.01 * &p.w2, ..right }
        },
        "A multiple of the weights is added. That is the gradient of a cost with weight decay.",
        "가중치의 배수를 더했습니다. 그것은 가중치 감쇠가 있는 비용의 기울기입니다."
    ),
    mistake!(
        "B99",
        backward,
        |p, cache, x, y| from_error(
            p,
            cache,
            x,
            (&cache.a2 - y) / cache.a2.mapv(|a| a * (1.0 - a))
        ),
        "You start from the slope in a2. dz2 still needs the factor a2 (1 - a2), which leaves a2 \
         - y.",
        "a2에 대한 기울기에서 시작했습니다. dz2는 여기에 a2 (1 - a2)를 곱한 것, 즉 a2 - y입니다."
    ),
    mistake!(
        "B101",
        backward,
        |p, cache, x, y| {
            let (right, m) = (reference::backward(p, cache, x, y), y.ncols() as f64);
            Gradients { dw2: m * &right.dw2, ..right }
        },
        "dw2 lacks the factor 1/m: the product dz2 a1^T adds the examples up, the cost averages.",
        "dw2에 1/m이 빠졌습니다. dz2 a1^T는 예제들을 더하지만 비용은 평균입니다."
    ),
    mistake!(
        "B102",
        backward,
        |p, cache, x, y| {
            let (right, m) = (reference::backward(p, cache, x, y), y.ncols() as f64);
            Gradients { dw1: m * &right.dw1, dw2: m * &right.dw2, ..right }
        },
        "dw1 and dw2 lack the factor 1/m: the products add the examples up, the cost averages.",
        "dw1과 dw2에 1/m이 빠졌습니다. 행렬 곱은 예제들을 더하지만 비용은 평균입니다."
    ),
    mistake!(
        "B103",
        backward,
        |p, cache, x, y| scaled(1.0 / y.nrows() as f64, &reference::backward(p, cache, x, y)),
        "The gradients are divided by n_y, too. The cost adds the outputs up and averages the \
         examples.",
        "n_y로도 나누었습니다. 비용은 출력은 더하고 예제에 대해서만 평균을 냅니다."
    ),
    mistake!(
        "B105",
        backward,
        |p, cache, x, y| {
            let rounded = (1 / y.ncols()) as f64 * y.ncols() as f64;
            scaled(rounded, &reference::backward(p, cache, x, y))
        },
        "1 / m with integers is 0 for m > 1. Make m an f64 first: `x.ncols() as f64`.",
        "정수 1 / m은 m > 1일 때 0입니다. 먼저 `x.ncols() as f64`로 m을 f64로 바꾸세요."
    ),
    mistake!(
        "B106",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { dw1: right.dw1.reversed_axes(), dw2: right.dw2.reversed_axes(), ..right }
        },
        "dw1 and dw2 are transposed: each has the shape of its weights.",
        "dw1과 dw2가 전치되었습니다. 각각 가중치와 모양이 같아야 합니다."
    ),
    mistake!(
        "B107",
        backward,
        |p, cache, x, y| from_error(p, cache, x, &cache.z2 - y),
        "dz2 is computed from z2. The label is compared with the output a2, a probability.",
        "dz2를 z2로 계산했습니다. 레이블은 확률인 출력 a2와 비교합니다."
    ),
    mistake!(
        "B109",
        backward,
        |p, cache, x, y| from_error(p, cache, x, (&cache.a2 - y) * cache.a2.mapv(|a| 1.0 - a * a)),
        "dz2 carries the slope of tanh. The output has the sigmoid, and its slope cancels: dz2 = \
         a2 - y.",
        "dz2에 tanh의 기울기가 곱해졌습니다. 출력은 시그모이드이고 그 기울기는 약분되어 dz2 = a2 \
         - y입니다."
    ),
    mistake!(
        "B110",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            let clip = |d: &Array2<f64>| d.mapv(|d| d.clamp(-0.5, 0.5));
            let (dw1, dw2) = (clip(&right.dw1), clip(&right.dw2));
            Gradients { dw1, db1: clip(&right.db1), dw2, db2: clip(&right.db2) }
        },
        "Large gradients are cut off. Return them as they are.",
        "큰 기울기를 잘라 냈습니다. 있는 그대로 돌려주세요."
    ),
    mistake!(
        "B112",
        backward,
        |p, cache, x, y| {
            let right = reference::backward(p, cache, x, y);
            Gradients { db2: right.db2.mapv(|d| d * y.ncols() as f64), ..right }
        },
        "db2 lacks the factor 1/m: it is the mean of dz2, not the sum.",
        "db2에 1/m이 빠졌습니다. dz2의 합이 아니라 평균입니다."
    ),
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
