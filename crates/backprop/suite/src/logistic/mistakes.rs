//! Mistakes in `logistic_gradients`.

use ndarray::{Array2, Axis};
use testkit::{Mistake, mistake};

use crate::Answers;

/// `(dw, db)`, or what was taken for it.
type Gradient = (Array2<f64>, f64);

fn sigmoid(z: f64) -> f64 {
    1.0 / (1.0 + (-z).exp())
}

fn outputs(w: &Array2<f64>, b: f64, x: &Array2<f64>) -> Array2<f64> {
    (w.t().dot(x) + b).mapv(sigmoid)
}

/// The right way from `dz` on.
fn from_dz(dz: &Array2<f64>, x: &Array2<f64>) -> Gradient {
    let m = x.ncols() as f64;
    (x.dot(&dz.t()) / m, dz.sum() / m)
}

fn right(w: &Array2<f64>, b: f64, x: &Array2<f64>, y: &Array2<f64>) -> Gradient {
    from_dz(&(outputs(w, b, x) - y), x)
}

/// The right gradients times a factor each.
fn scaled((dw, db): Gradient, of_weights: f64, of_bias: f64) -> Gradient {
    (dw * of_weights, db * of_bias)
}

/// The right gradients without the example in column `j`, but still divided by `m`.
fn without(j: usize, w: &Array2<f64>, b: f64, x: &Array2<f64>, y: &Array2<f64>) -> Gradient {
    let mut dz = outputs(w, b, x) - y;
    dz.column_mut(j).fill(0.0);
    from_dz(&dz, x)
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "L70",
        logistic_gradients,
        |w, b, x, y| scaled(right(w, b, x, y), -1.0, -1.0),
        "The sign is flipped: dz = a - y, so that the gradient points uphill.",
        "부호가 반대입니다. dz = a - y이며, 그래디언트는 비용이 커지는 방향입니다."
    ),
    mistake!(
        "L71",
        logistic_gradients,
        |w, b, x, y| {
            let m = x.ncols() as f64;
            scaled(right(w, b, x, y), m, m)
        },
        "The sums are not divided by m: the cost is an average over the examples.",
        "합을 m으로 나누지 않았습니다. 비용은 샘플에 대한 평균입니다."
    ),
    mistake!(
        "L72",
        logistic_gradients,
        |w, b, x, y| scaled(right(w, b, x, y), x.ncols() as f64, 1.0),
        "dw is not divided by m, though db is.",
        "db는 m으로 나누었지만 dw는 나누지 않았습니다."
    ),
    mistake!(
        "L73",
        logistic_gradients,
        |w, b, x, y| scaled(right(w, b, x, y), 1.0, x.ncols() as f64),
        "db is not divided by m, though dw is.",
        "dw는 m으로 나누었지만 db는 나누지 않았습니다."
    ),
    mistake!(
        "L74",
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = right(w, b, x, y);
            (dw.reversed_axes(), db)
        },
        "dw is a row. It has the shape of w, (n_x, 1): x.dot(&dz.t()).",
        "dw가 행입니다. w와 같은 (n_x, 1) 모양이어야 합니다. x.dot(&dz.t())입니다."
    ),
    mistake!(
        "L75",
        logistic_gradients,
        |w, b, x, y| {
            let a = outputs(w, b, x);
            from_dz(&((&a - y) * &a * (1.0 - &a)), x)
        },
        "There is an extra a (1 - a). With the cross-entropy the slope of the sigmoid cancels: \
         dz = a - y.",
        "a (1 - a)가 더 곱해졌습니다. 교차 엔트로피에서는 시그모이드의 기울기가 약분되어 dz = a - y입니다."
    ),
    mistake!(
        "L76",
        logistic_gradients,
        |w, b, x, y| from_dz(&(w.t().dot(x) + b - y), x),
        "The sigmoid is missing: dz = a - y with a = sigmoid(z), not z - y.",
        "시그모이드가 빠졌습니다. dz = z - y가 아니라 a = sigmoid(z)일 때 dz = a - y입니다."
    ),
    mistake!(
        "L77",
        logistic_gradients,
        |w, _, x, y| right(w, 0.0, x, y),
        "The bias b is not used: z = w^T x + b.",
        "편향 b를 쓰지 않았습니다. z = w^T x + b입니다."
    ),
    mistake!(
        "L78",
        logistic_gradients,
        |w, b, x, y| {
            let (_, db) = right(w, b, x, y);
            (w * db, db)
        },
        "dw is made of w, so that nothing moves from w = 0. The factor is the input x: the mean of \
         x dz.",
        "dw에 w를 곱해서 w = 0에서는 움직이지 않습니다. 곱할 것은 입력 x입니다. dw는 x dz의 평균입니다."
    ),
    mistake!(
        "L79",
        logistic_gradients,
        |w, b, x, y| {
            let m = x.ncols() as f64;
            scaled(right(w, b, x, y), 1.0 / m, 1.0 / m)
        },
        "You divide by m twice: dz is not an average yet, dw and db are divided once.",
        "m으로 두 번 나누었습니다. dz는 나누지 않고 dw와 db만 한 번 나눕니다."
    ),
    mistake!(
        "L80",
        logistic_gradients,
        |w, b, x, y| from_dz(&((w.t().dot(x) + b).mapv(f64::tanh) - y), x),
        "The output goes through tanh; a probability needs the sigmoid.",
        "출력에 tanh를 적용했습니다. 확률에는 시그모이드가 필요합니다."
    ),
    mistake!(
        "L81",
        logistic_gradients,
        |w, b, x, y| {
            let dz = outputs(w, b, x) - y;
            let dw = (x * &dz).mean_axis(Axis(0)).expect("n_x > 0").insert_axis(Axis(1));
            (dw, dz.mean().expect("m > 0"))
        },
        "dw is averaged over the inputs (axis 0). Average over the examples, the columns: Axis(1).",
        "dw를 입력(축 0)에 대해 평균했습니다. 샘플, 즉 열에 대해 평균하세요. Axis(1)입니다."
    ),
    mistake!(
        "L82",
        logistic_gradients,
        |w, b, x, y| {
            let (n_x, m) = (x.nrows() as f64, x.ncols() as f64);
            scaled(right(w, b, x, y), m / n_x, m / n_x)
        },
        "You divide by n_x, the number of rows. m is the number of columns: `x.ncols()`.",
        "행의 수 n_x로 나누었습니다. m은 열의 수 `x.ncols()`입니다."
    ),
    mistake!(
        "L83",
        logistic_gradients,
        |w, b, x, y| {
            let a = (w.t().dot(x) + b).mapv(|z| z.exp() / (1.0 + z.exp()));
            from_dz(&(a - y), x)
        },
        "e^z / (1 + e^z) is infinity over infinity once z is beyond 709: use 1 / (1 + e^-z).",
        "e^z / (1 + e^z)는 z가 709를 넘으면 무한대/무한대입니다. 1 / (1 + e^-z)를 쓰세요."
    ),
    mistake!(
        "L84",
        logistic_gradients,
        |w, b, x, y| {
            let factor = (1 / x.ncols()) as f64 * x.ncols() as f64;
            scaled(right(w, b, x, y), factor, factor)
        },
        "1 / m is computed with whole numbers, so it is 0 beyond m = 1. Convert first: `m as f64`.",
        "1 / m을 정수로 계산해서 m이 1보다 크면 0입니다. 먼저 `m as f64`로 변환하세요."
    ),
    mistake!(
        "L85",
        logistic_gradients,
        |w, b, x, y| without(x.ncols() - 1, w, b, x, y),
        "The last example is left out of the sums.",
        "합에서 마지막 샘플이 빠졌습니다."
    ),
    mistake!(
        "L86",
        logistic_gradients,
        |w, b, x, y| from_dz(&(outputs(w, b, x).mapv(|a| f64::from(u8::from(a > 0.5))) - y), x),
        "dz takes decisions, 0 or 1 (that is the perceptron). Take the probability a itself.",
        "dz에 0 또는 1의 판정을 썼습니다(퍼셉트론). 확률 a를 그대로 쓰세요."
    ),
    mistake!(
        "L87",
        logistic_gradients,
        |w, b, x, y| scaled(right(w, b, x, y), 2.0, 2.0),
        "There is an extra factor 2. It belongs to the squared error; here dz = a - y.",
        "2가 더 곱해졌습니다. 2는 제곱 오차에서 나오는 것이고 여기서는 dz = a - y입니다."
    ),
    mistake!(
        "L88",
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = right(w, b, x, y);
            (w - &dw, b - db)
        },
        "You already take a step. Return the gradients dw and db themselves.",
        "이미 한 걸음 갱신했습니다. 그래디언트 dw와 db 자체를 반환하세요."
    ),
];
