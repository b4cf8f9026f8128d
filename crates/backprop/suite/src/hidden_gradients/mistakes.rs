//! Mistakes in `hidden_gradients`.

use ndarray::{Array2, Axis, s};
use testkit::{Mistake, mistake};

use crate::wrong::{hidden, layer, slope};
use crate::{Answers, reference};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "B71",
        hidden_gradients,
        |p, cache, x, dz2| hidden(p, x, dz2, &cache.a1.mapv(|a| a * (1.0 - a))),
        "a1 (1 - a1) is the slope of the sigmoid. The hidden layer has tanh: 1 - a1^2.",
        "a1 (1 - a1)은 시그모이드의 기울기입니다. 은닉층은 tanh이므로 1 - a1^2입니다."
    ),
    mistake!(
        "B72",
        hidden_gradients,
        |p, cache, x, dz2| hidden(p, x, dz2, &cache.a1.mapv(|a| 1.0 - a)),
        "The slope of tanh is 1 - a1^2; the square is missing.",
        "tanh의 기울기는 1 - a1^2입니다. 제곱이 빠졌습니다."
    ),
    mistake!(
        "B73",
        hidden_gradients,
        |p, cache, x, dz2| hidden(p, x, dz2, &cache.z1.mapv(|z| 1.0 - z * z)),
        "1 - a^2 takes a1, what comes after tanh; you gave it z1.",
        "1 - a^2에는 tanh를 지난 a1을 넣습니다. z1을 넣었습니다."
    ),
    mistake!(
        "B74",
        hidden_gradients,
        |p, cache, x, dz2| hidden(p, x, dz2, &cache.a1.mapv(|a| 1.0 - a.tanh().powi(2))),
        "tanh is applied twice: a1 already is tanh(z1), so the slope is 1 - a1^2.",
        "tanh를 두 번 적용했습니다. a1이 이미 tanh(z1)이므로 기울기는 1 - a1^2입니다."
    ),
    mistake!(
        "B75",
        hidden_gradients,
        |_, cache, x, dz2| {
            let error = dz2.sum_axis(Axis(0)).insert_axis(Axis(0));
            layer(&(slope(cache) * error), x, x.ncols() as f64)
        },
        "w2 is missing: the error dz2 comes back along the weights, w2^T dz2.",
        "w2가 빠졌습니다. 오차 dz2는 가중치를 따라 w2^T dz2로 되돌아옵니다."
    ),
    mistake!(
        "B76",
        hidden_gradients,
        |p, cache, x, dz2| { layer(&(p.w2.t().dot(dz2) * slope(cache)), x, 1.0) },
        "dw1 and db1 are sums over the examples; the cost is a mean, so divide them by m.",
        "dw1과 db1이 샘플에 대한 합입니다. 비용은 평균이므로 m으로 나누세요."
    ),
    mistake!(
        "B77",
        hidden_gradients,
        |p, cache, x, dz2| {
            let m = x.ncols() as f64;
            layer(&(p.w2.t().dot(dz2) * slope(cache) / m), x, m)
        },
        "The examples are divided by m twice: 1/m belongs in dw1 and db1 only, not in dz1.",
        "m으로 두 번 나누었습니다. 1/m은 dw1과 db1에만 있고 dz1에는 없습니다."
    ),
    mistake!(
        "B78",
        hidden_gradients,
        |p, _, x, dz2| layer(&p.w2.t().dot(dz2), x, x.ncols() as f64),
        "The slope of tanh is missing: dz1 = w2^T dz2 * (1 - a1^2).",
        "tanh의 기울기가 빠졌습니다. dz1 = w2^T dz2 * (1 - a1^2)입니다."
    ),
    mistake!(
        "B79",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, _) = reference::hidden_gradients(p, cache, x, dz2);
            (dw1, layer(&p.w2.t().dot(dz2), x, x.ncols() as f64).1)
        },
        "db1 lacks the slope of tanh: it is the mean of dz1, not of w2^T dz2.",
        "db1에 tanh의 기울기가 빠졌습니다. w2^T dz2가 아니라 dz1의 평균입니다."
    ),
    mistake!(
        "B80",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, dz2);
            (dw1, Array2::from_elem(db1.dim(), db1.sum()))
        },
        "Every hidden unit gets the same db1, the sum over all of them. Each row has its own mean.",
        "모든 은닉 유닛의 db1이 전체의 합으로 같습니다. 행마다 따로 평균을 내야 합니다."
    ),
    mistake!(
        "B81",
        hidden_gradients,
        |p, cache, x, dz2| {
            let dz1 = p.w2.t().dot(dz2) * slope(cache);
            let (dw1, db1) = layer(&dz1, &cache.a1, x.ncols() as f64);
            (dw1, db1)
        },
        "dw1 is computed with a1. The hidden layer is fed with the inputs x.",
        "dw1을 a1로 계산했습니다. 은닉층의 입력은 x입니다."
    ),
    mistake!(
        "B82",
        hidden_gradients,
        |p, cache, x, _| hidden(p, x, &cache.a2, &slope(cache)),
        "a2 stands where dz2 must stand: what flows back is the error, not the output.",
        "dz2 자리에 a2가 있습니다. 되돌아오는 것은 출력이 아니라 오차입니다."
    ),
    mistake!(
        "B83",
        hidden_gradients,
        |p, cache, x, dz2| { hidden(p, x, dz2, &cache.a1.mapv(|a| f64::from(u8::from(a > 0.0)))) },
        "That is the slope of ReLU. The hidden layer has tanh, whose slope is 1 - a1^2.",
        "ReLU의 기울기입니다. 은닉층은 tanh이고 그 기울기는 1 - a1^2입니다."
    ),
    mistake!(
        "B84",
        hidden_gradients,
        |p, cache, x, dz2| hidden(p, x, dz2, &(slope(cache) * &cache.z1)),
        "g'(z1) is the slope at z1, not a product with z1: multiply by 1 - a1^2 alone.",
        "g'(z1)은 z1에서의 기울기이지 z1과의 곱이 아닙니다. 1 - a1^2만 곱하세요."
    ),
    mistake!(
        "B85",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, dz2);
            (dw1.reversed_axes(), db1)
        },
        "dw1 is transposed: like w1 it has a row per hidden unit and a column per input.",
        "dw1이 전치되었습니다. w1처럼 은닉 유닛마다 한 행, 입력마다 한 열입니다."
    ),
    mistake!(
        "B86",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (w2, dz2) = (p.w2.slice(s![..1, ..]), dz2.slice(s![..1, ..]));
            layer(&(w2.t().dot(&dz2) * slope(cache)), x, x.ncols() as f64)
        },
        "Only the first output is followed back. A hidden unit hears from all outputs: w2^T dz2.",
        "첫 번째 출력만 거슬러 올라갔습니다. 은닉 유닛은 모든 출력의 오차 w2^T dz2를 받습니다."
    ),
    mistake!(
        "B87",
        hidden_gradients,
        |p, cache, x, dz2| hidden(p, x, dz2, &-slope(cache)),
        "The sign is flipped: the slope of tanh is 1 - a1^2, never negative, not a1^2 - 1.",
        "부호가 반대입니다. tanh의 기울기는 a1^2 - 1이 아니라 1 - a1^2이고 음수가 아닙니다."
    ),
    mistake!(
        "B88",
        hidden_gradients,
        |p, cache, x, dz2| layer(&(p.w2.dot(dz2) * slope(cache)), x, x.ncols() as f64),
        "w2 must be transposed on the way back: `parameters.w2.t().dot(dz2)`.",
        "되돌아갈 때는 w2를 전치해야 합니다. `parameters.w2.t().dot(dz2)`입니다."
    ),
    mistake!(
        "B89",
        hidden_gradients,
        |p, cache, x, dz2| {
            let rest = |a: &Array2<f64>| a.slice(s![.., ..x.ncols() - 1]).to_owned();
            let dz1 = p.w2.t().dot(dz2) * slope(cache);
            layer(&rest(&dz1), &rest(x), x.ncols() as f64)
        },
        "The last example is left out: the loop ends one too early.",
        "마지막 샘플이 빠졌습니다. 반복문이 하나 먼저 끝납니다."
    ),
    mistake!(
        "B121",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, dz2);
            (dw1, 0.0 * db1)
        },
        "db1 stays 0: it is the mean of dz1 over the examples.",
        "db1이 0으로 남아 있습니다. 샘플에 대한 dz1의 평균입니다."
    ),
    mistake!(
        "B122",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, dz2);
            let share = (1 / x.ncols()) as f64 * x.ncols() as f64;
            (dw1 * share, db1 * share)
        },
        "1 / m with integers is 0 for m > 1. Make m an f64 first: `x.ncols() as f64`.",
        "정수 1 / m은 m > 1일 때 0입니다. 먼저 `x.ncols() as f64`로 m을 f64로 바꾸세요."
    ),
    mistake!(
        "B123",
        hidden_gradients,
        |p, cache, x, dz2| {
            let dz1 = p.w2.t().dot(dz2) * slope(cache);
            layer(&dz1, x, x.nrows() as f64)
        },
        "You divide by the number of inputs. Examples are columns: m is `x.ncols()`.",
        "입력의 개수로 나누었습니다. 샘플은 열이므로 m은 `x.ncols()`입니다."
    ),
    mistake!(
        "B125",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, dz2);
            (dw1, db1 * x.ncols() as f64)
        },
        "db1 is not divided by m, though dw1 is.",
        "db1을 m으로 나누지 않았습니다. dw1은 나누었습니다."
    ),
    mistake!(
        "B126",
        hidden_gradients,
        |p, cache, x, dz2| {
            let (dw1, db1) = reference::hidden_gradients(p, cache, x, dz2);
            (dw1, db1.reversed_axes())
        },
        "db1 is a row. A bias is a column, (n_h, 1): `insert_axis(Axis(1))` after the sum.",
        "db1이 행입니다. 편향은 열 (n_h, 1)입니다. 합한 뒤 `insert_axis(Axis(1))`을 쓰세요."
    ),
];
