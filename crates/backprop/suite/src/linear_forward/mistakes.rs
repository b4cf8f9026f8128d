//! Mistakes in `linear_forward`.

use ndarray::{Array2, Axis};
use testkit::{Mistake, mistake};

use crate::Answers;

/// `w a + factor * b`, with a sum over the first `inputs` columns of `w` only.
fn by_loops(
    w: &Array2<f64>,
    b: &Array2<f64>,
    a: &Array2<f64>,
    inputs: usize,
    factor: f64,
) -> Array2<f64> {
    Array2::from_shape_fn((w.nrows(), a.ncols()), |(i, j)| {
        (0..inputs).map(|k| w[(i, k)] * a[(k, j)]).sum::<f64>() + factor * b[(i, 0)]
    })
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "L50",
        linear_forward,
        |w, _, a| w.dot(a),
        "The bias is missing: z = w a + b.",
        "편향이 빠졌습니다. z = w a + b입니다."
    ),
    mistake!(
        "L51",
        linear_forward,
        |w, b, a| w.dot(a) + b.t(),
        "The bias lies in a row. b is a column (n, 1): row i of z gets b[i], in every column.",
        "편향이 행으로 놓였습니다. b는 열 (n, 1)입니다. z의 i번 행은 모든 열에서 b[i]를 받습니다."
    ),
    mistake!(
        "L52",
        linear_forward,
        |w, b, a| w.t().dot(a) + b,
        "w is transposed. It already has a row per unit and a column per input: w.dot(a).",
        "w를 전치했습니다. w는 이미 유닛마다 한 행, 입력마다 한 열입니다. w.dot(a)로 충분합니다."
    ),
    mistake!(
        "L53",
        linear_forward,
        |w, b, a| w * a + b,
        "`*` multiplies entry by entry; the product of matrices is `w.dot(a)`.",
        "`*`는 원소끼리 곱합니다. 행렬의 곱은 `w.dot(a)`입니다."
    ),
    mistake!(
        "L54",
        linear_forward,
        |w, b, a| a.dot(w) + b,
        "The order of the product is swapped: w a is `w.dot(a)`, not `a.dot(w)`.",
        "곱의 순서가 바뀌었습니다. w a는 `a.dot(w)`가 아니라 `w.dot(a)`입니다."
    ),
    mistake!(
        "L55",
        linear_forward,
        |w, b, a| w.dot(a) - b,
        "The bias is subtracted; it must be added.",
        "편향을 뺐습니다. 더해야 합니다."
    ),
    mistake!(
        "L56",
        linear_forward,
        |w, b, a| (w.dot(a) + b).mapv(f64::tanh),
        "You already apply tanh. This function ends at z = w a + b; the activation comes after it.",
        "tanh까지 적용했습니다. 이 함수는 z = w a + b까지이고, 활성화 함수는 그 다음입니다."
    ),
    mistake!(
        "L57",
        linear_forward,
        |w, b, a| w.dot(a) + b[(0, 0)],
        "Every unit gets the first bias. Row i needs b[i]: add the whole column b.",
        "모든 유닛에 첫 번째 편향을 더했습니다. i번 행에는 b[i]가 필요합니다. 열 b 전체를 더하세요."
    ),
    mistake!(
        "L58",
        linear_forward,
        |w, b, a| {
            let mut z = w.dot(a);
            let mut first = z.column_mut(0);
            first += &b.column(0);
            z
        },
        "Only the first example gets the bias; every column of z needs it.",
        "첫 번째 샘플에만 편향을 더했습니다. z의 모든 열에 더해야 합니다."
    ),
    mistake!(
        "L59",
        linear_forward,
        |w, b, a| by_loops(w, b, a, w.ncols(), w.ncols() as f64),
        "The bias is added once per input: add it after the loop over the inputs, not inside.",
        "입력마다 편향을 더했습니다. 입력에 대한 반복문 안이 아니라 끝난 뒤에 한 번만 더하세요."
    ),
    mistake!(
        "L60",
        linear_forward,
        |w, b, a| by_loops(w, b, a, w.ncols() - 1, 1.0),
        "The last input is left out: the sum runs over all n_previous columns of w.",
        "마지막 입력이 빠졌습니다. 합은 w의 n_previous개 열 전체에 대한 것입니다."
    ),
    mistake!(
        "L61",
        linear_forward,
        |w, b, a| w.dot(a) + b.sum(),
        "Every unit gets the sum of all biases. Row i needs b[i] alone.",
        "모든 유닛에 편향의 합을 더했습니다. i번 행에는 b[i]만 필요합니다."
    ),
    mistake!(
        "L62",
        linear_forward,
        |w, b, a| w.dot(a) / w.ncols() as f64 + b,
        "The products are averaged; z takes their sum.",
        "곱들의 평균을 냈습니다. z는 곱들의 합입니다."
    ),
    mistake!(
        "L63",
        linear_forward,
        |w, b, a| (w.dot(a) + b).mapv(|z| z.max(0.0)),
        "Negative results are cut off. This function ends at z = w a + b, which may be negative.",
        "음수가 잘렸습니다. 이 함수는 z = w a + b까지이고, 결과는 음수일 수 있습니다."
    ),
    mistake!(
        "L64",
        linear_forward,
        |w, b, a| w.dot(&(a - &a.mean_axis(Axis(1)).expect("m > 0").insert_axis(Axis(1)))) + b,
        "The mean over the examples is subtracted first. Nothing in w a + b mixes the examples.",
        "먼저 샘플들의 평균을 뺐습니다. w a + b에서는 샘플끼리 섞이지 않습니다."
    ),
    mistake!(
        "L65",
        linear_forward,
        |w, b, a| (w.dot(a) + b).reversed_axes(),
        "The result is transposed: it must be (n, m), a row per unit and a column per example.",
        "결과가 전치되었습니다. 유닛마다 한 행, 샘플마다 한 열인 (n, m)이어야 합니다."
    ),
    mistake!(
        "L66",
        linear_forward,
        |w, b, a| w.dot(&(a + b)),
        "The bias is added to a, before the product. It is a bias of the units: add it to w a.",
        "곱하기 전에 a에 편향을 더했습니다. 유닛의 편향이므로 w a에 더하세요."
    ),
    mistake!(
        "L67",
        linear_forward,
        |w, b, a| {
            let mut z = Array2::zeros((w.nrows(), a.ncols()));
            for (i, mut row) in z.rows_mut().into_iter().enumerate() {
                let mut sum = b[(i, 0)];
                for (z, a) in row.iter_mut().zip(a.columns()) {
                    sum += w.row(i).dot(&a);
                    *z = sum;
                }
            }
            z
        },
        "The sum is not started anew: that of one example goes on into the next.",
        "합을 새로 시작하지 않아 한 샘플의 합이 다음 샘플로 이어집니다."
    ),
    mistake!(
        "L68",
        linear_forward,
        |w, b, a| {
            let [w, b, a] = [w, b, a].map(|matrix| matrix.mapv(|number| number as f32));
            (w.dot(&a) + b).mapv(f64::from)
        },
        "You compute in single precision, which keeps seven digits. Stay with `f64`.",
        "7자리만 남는 단정밀도로 계산했습니다. `f64`를 그대로 쓰세요."
    ),
    mistake!(
        "L69",
        linear_forward,
        |w, b, a| w.dot(a) / a.ncols() as f64 + b,
        "You divide by the number of examples. Nothing is averaged in z = w a + b.",
        "샘플의 수로 나누었습니다. z = w a + b에서는 평균을 내지 않습니다."
    ),
];
