//! Mistakes in `output_gradients`.

use ndarray::{Array2, Axis, s};
use testkit::{Mistake, mistake};

use crate::wrong::{layer, output};
use crate::{Answers, reference};

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "B50",
        output_gradients,
        |cache, y| output(cache, y - &cache.a2),
        "dz2 has the wrong sign: it is a2 - y. Gradients point uphill.",
        "dz2의 부호가 반대입니다. a2 - y입니다. 그래디언트는 오르막을 가리킵니다."
    ),
    mistake!(
        "B51",
        output_gradients,
        |cache, y| output(cache, cache.a2.mapv(|a| a * (1.0 - a)) * (&cache.a2 - y)),
        "dz2 carries an extra a2 (1 - a2). With the cross-entropy that slope cancels: dz2 = a2 - y.",
        "dz2에 a2 (1 - a2)가 더 곱해졌습니다. 교차 엔트로피에서는 그 기울기가 약분되어 dz2 = a2 - \
         y입니다."
    ),
    mistake!(
        "B52",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            (dz2 / y.ncols() as f64, dw2, db2)
        },
        "dz2 is divided by m. It belongs to single examples; divide by m where they are added up.",
        "dz2를 m으로 나누었습니다. dz2는 샘플 하나하나의 값입니다. 샘플들을 더할 때 m으로 나누세요."
    ),
    mistake!(
        "B53",
        output_gradients,
        |cache, y| {
            let (dw2, db2) = layer(&(&cache.a2 - y), &cache.a1, 1.0);
            (&cache.a2 - y, dw2, db2)
        },
        "dw2 and db2 are sums over the examples; the cost is a mean, so divide them by m.",
        "dw2와 db2가 샘플에 대한 합입니다. 비용은 평균이므로 m으로 나누세요."
    ),
    mistake!(
        "B54",
        output_gradients,
        |cache, y| output(cache, (&cache.a2 - y) / y.ncols() as f64),
        "The examples are divided by m twice, in dz2 and again in dw2 and db2. Once is enough.",
        "m으로 두 번 나누었습니다. dz2에서 한 번, dw2와 db2에서 또 한 번입니다. 한 번이면 됩니다."
    ),
    mistake!(
        "B55",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            (dz2, dw2, db2 * y.ncols() as f64)
        },
        "db2 is the sum of dz2 over the examples; it must be their mean: divide by m.",
        "db2가 샘플에 대한 dz2의 합입니다. 평균이어야 하므로 m으로 나누세요."
    ),
    mistake!(
        "B56",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            (dz2, dw2 * y.ncols() as f64, db2)
        },
        "dw2 lacks the factor 1/m: the product dz2 a1^T adds the examples up, the cost averages.",
        "dw2에 1/m이 빠졌습니다. dz2 a1^T는 샘플들을 더하지만 비용은 평균입니다."
    ),
    mistake!(
        "B57",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            (dz2, dw2, Array2::from_elem(db2.dim(), db2.sum()))
        },
        "Every output gets the same db2, the sum over all of them. Each row has a mean of its own.",
        "모든 출력의 db2가 전체의 합으로 같습니다. 행마다 따로 평균을 내야 합니다."
    ),
    mistake!(
        "B58",
        output_gradients,
        |cache, y| {
            let (dz2, _, db2) = reference::output_gradients(cache, y);
            (dz2.clone(), layer(&dz2, &cache.z1, y.ncols() as f64).0, db2)
        },
        "dw2 is computed with z1. The output layer is fed with a1, what comes after tanh.",
        "dw2를 z1로 계산했습니다. 출력층의 입력은 tanh를 지난 a1입니다."
    ),
    mistake!(
        "B59",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, _) = reference::output_gradients(cache, y);
            let db2 = dz2.sum_axis(Axis(0)).insert_axis(Axis(0)) / y.ncols() as f64;
            (dz2, dw2, db2)
        },
        "db2 is summed along the wrong axis. Examples are columns: Axis(1), then insert_axis(Axis(1)).",
        "db2를 다른 축으로 더했습니다. 샘플은 열이므로 Axis(1)로 더한 뒤 insert_axis(Axis(1))을 쓰세요."
    ),
    mistake!(
        "B60",
        output_gradients,
        |cache, y| {
            let (dz2, m) = (&cache.a2 - y, y.ncols());
            let seen = |a: &Array2<f64>| a.slice(s![.., ..m - 1]).to_owned();
            let (dw2, db2) = layer(&seen(&dz2), &seen(&cache.a1), m as f64);
            (dz2, dw2, db2)
        },
        "The last example is left out of dw2 and db2: the loop ends one too early.",
        "dw2와 db2에서 마지막 샘플이 빠졌습니다. 반복문이 하나 먼저 끝납니다."
    ),
    mistake!(
        "B61",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            (dz2, dw2.reversed_axes(), db2)
        },
        "dw2 is transposed: like w2 it has a row per output and a column per hidden unit.",
        "dw2가 전치되었습니다. w2처럼 출력마다 한 행, 은닉 유닛마다 한 열입니다."
    ),
    mistake!(
        "B62",
        output_gradients,
        |cache, y| output(cache, (&cache.a2 - y) / cache.a2.mapv(|a| a * (1.0 - a))),
        "That is the slope in a2. For dz2 it still needs the factor a2 (1 - a2), which leaves a2 - y.",
        "결과가 a2에 대한 그래디언트입니다. dz2는 여기에 a2 (1 - a2)를 곱한 것, 즉 a2 - y입니다."
    ),
    mistake!(
        "B63",
        output_gradients,
        |cache, y| {
            let dz2 = &cache.a2 - y;
            let (dw2, db2) = layer(&dz2, &cache.a1, y.len() as f64);
            (dz2, dw2, db2)
        },
        "The sums are divided by n_y * m. The cost adds the outputs up and averages the m examples.",
        "합을 n_y * m으로 나누었습니다. 비용은 출력은 더하고 샘플 m개에 대해서만 평균을 냅니다."
    ),
    mistake!(
        "B64",
        output_gradients,
        |cache, y| output(cache, 2.0 * (&cache.a2 - y)),
        "dz2 is twice as large as it must be: the 2 belongs to the squared error, not to this cost.",
        "dz2가 두 배입니다. 2는 제곱 오차의 미분에서 나오는 것이며 이 비용에는 없습니다."
    ),
    mistake!(
        "B65",
        output_gradients,
        |cache, y| {
            let dz2 = &cache.a2 - y;
            let (dw2, db2) = layer(&dz2, &cache.a1, y.nrows() as f64);
            (dz2, dw2, db2)
        },
        "You divide by the number of rows. Examples are columns: m is `y.ncols()`.",
        "행의 개수로 나누었습니다. 샘플은 열이므로 m은 `y.ncols()`입니다."
    ),
    mistake!(
        "B66",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            let share = (1 / y.ncols()) as f64 * y.ncols() as f64;
            (dz2, dw2 * share, db2 * share)
        },
        "1 / m with integers is 0 for m > 1. Make m an f64 first: `y.ncols() as f64`.",
        "정수 1 / m은 m > 1일 때 0입니다. 먼저 `y.ncols() as f64`로 m을 f64로 바꾸세요."
    ),
    mistake!(
        "B67",
        output_gradients,
        |cache, y| {
            let (dz2, _, db2) = reference::output_gradients(cache, y);
            (dz2.clone(), dz2.dot(&cache.a1) / y.ncols() as f64, db2)
        },
        "a1 must be transposed in dw2: (n_y, m) times (m, n_h) is `dz2.dot(&cache.a1.t())`.",
        "dw2에서 a1을 전치해야 합니다. (n_y, m) 곱하기 (m, n_h)는 `dz2.dot(&cache.a1.t())`입니다."
    ),
    mistake!(
        "B68",
        output_gradients,
        |cache, y| {
            let (dz2, _, db2) = reference::output_gradients(cache, y);
            ((&cache.a2 - y), &dz2 * &cache.a1.t() / y.ncols() as f64, db2)
        },
        "`*` multiplies entry by entry. dw2 adds up over the examples: `dz2.dot(&cache.a1.t())`.",
        "`*`는 원소끼리 곱합니다. dw2는 샘플에 대한 합이므로 `dz2.dot(&cache.a1.t())`입니다."
    ),
    mistake!(
        "B69",
        output_gradients,
        |cache, y| output(cache, &cache.z2 - y),
        "dz2 is computed from z2. The label is compared with the output a2, a probability.",
        "dz2를 z2로 계산했습니다. 레이블은 확률인 출력 a2와 비교합니다."
    ),
    mistake!(
        "B70",
        output_gradients,
        |cache, y| output(cache, reference::predict(&cache.a2) - y),
        "The outputs are rounded to 0 or 1 before y is subtracted. Use the probability a2 itself.",
        "출력을 0이나 1로 바꾼 뒤 y를 뺐습니다. 확률 a2를 그대로 쓰세요."
    ),
    mistake!(
        "B120",
        output_gradients,
        |cache, y| output(cache, (&cache.a2 - y).mapv(f64::abs)),
        "dz2 lost its sign: where the label is 1 it is negative.",
        "dz2의 부호가 사라졌습니다. 레이블이 1인 곳에서는 음수입니다."
    ),
    mistake!(
        "B124",
        output_gradients,
        |cache, y| {
            let (dz2, dw2, db2) = reference::output_gradients(cache, y);
            (dz2, dw2, db2.reversed_axes())
        },
        "db2 is a row. A bias is a column, (n_y, 1): `insert_axis(Axis(1))` after the sum.",
        "db2가 행입니다. 편향은 열 (n_y, 1)입니다. 합한 뒤 `insert_axis(Axis(1))`을 쓰세요."
    ),
];
