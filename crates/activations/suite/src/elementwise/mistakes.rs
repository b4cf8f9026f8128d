//! Mistakes in `forward` and `prime` of whole layers.

use ndarray::{Array2, Axis};
use testkit::{Mistake, mistake};

use crate::reference::{self, forward, leaky_relu, prime, sigmoid, slope, value};
use crate::{Activation, Answers};

/// Applies `f` to the numbers as they lie in memory, and takes them for rows.
fn as_they_lie(z: &Array2<f64>, f: impl Fn(f64) -> f64) -> Array2<f64> {
    let numbers = z.as_slice_memory_order().expect("numbers without gaps");
    Array2::from_shape_vec(z.dim(), numbers.iter().map(|z| f(*z)).collect()).expect("all of them")
}

/// Applies `f` to the entries that `is_done` names; the others stay 0.
fn some_entries(
    z: &Array2<f64>,
    is_done: impl Fn(usize, usize) -> bool,
    f: impl Fn(f64) -> f64,
) -> Array2<f64> {
    Array2::from_shape_fn(z.dim(), |(i, j)| if is_done(i, j) { f(z[[i, j]]) } else { 0.0 })
}

/// Right, except for one activation.
fn except(
    one: Activation,
    wrong: fn(f64) -> f64,
    right: fn(Activation, f64) -> f64,
) -> impl Fn(Activation, &Array2<f64>) -> Array2<f64> {
    move |activation, z| z.mapv(|z| if activation == one { wrong(z) } else { right(activation, z) })
}

/// The slope, written with `a` where it can be, but put to something else.
fn slope_from(activation: Activation, a: f64) -> f64 {
    match activation {
        Activation::Sigmoid => a * (1.0 - a),
        Activation::Tanh => 1.0 - a * a,
        _ => slope(activation, a),
    }
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A160",
        forward,
        |activation, z| match activation {
            Activation::Sigmoid => forward(Activation::Tanh, z),
            Activation::Tanh => forward(Activation::Sigmoid, z),
            _ => forward(activation, z),
        },
        "Sigmoid and tanh are swapped.",
        "시그모이드와 tanh가 뒤바뀌었습니다."
    ),
    mistake!(
        "A161",
        forward,
        except(Activation::LeakyRelu, |z| leaky_relu(z, 0.1), value),
        "The leak of leaky ReLU is 0.1; it must be `NEGATIVE_SLOPE`, 0.01.",
        "leaky ReLU의 기울기가 0.1입니다. `NEGATIVE_SLOPE`, 곧 0.01이어야 합니다."
    ),
    mistake!(
        "A162",
        forward,
        except(Activation::LeakyRelu, reference::relu, value),
        "Leaky ReLU has no leak: negative z give `NEGATIVE_SLOPE` times z.",
        "leaky ReLU가 음수를 0으로 만듭니다. 음수 z는 `NEGATIVE_SLOPE` 곱하기 z가 되어야 합니다."
    ),
    mistake!(
        "A163",
        forward,
        except(Activation::Identity, |_| 1.0, value),
        "The identity gives z itself; 1 is its slope.",
        "항등함수의 값은 z 자체입니다. 1은 그 기울기입니다."
    ),
    mistake!(
        "A164",
        forward,
        |activation, z| forward(activation, z).reversed_axes(),
        "Rows and columns are swapped: each result belongs where its z was.",
        "행과 열이 뒤바뀌었습니다. 결과는 그 z가 있던 자리에 있어야 합니다."
    ),
    mistake!(
        "A165",
        forward,
        |activation, z| {
            let numbers = z.as_slice().expect("rows in order");
            Array2::from_shape_fn(z.dim(), |(i, j)| value(activation, numbers[i * z.ncols() + j]))
        },
        "`as_slice` works only when the rows lie in memory one after the other. Use `mapv`, `iter` \
         or indices, which take any layout.",
        "`as_slice`는 행들이 메모리에 차례로 있을 때만 됩니다. 어떤 배치든 되는 `mapv`, `iter`, \
         인덱스를 쓰세요."
    ),
    mistake!(
        "A166",
        forward,
        |activation, z| as_they_lie(z, |z| value(activation, z)),
        "The numbers are taken as they lie in memory, which is not row by row after \
         `reversed_axes`. Use `mapv`, `iter` or indices.",
        "숫자를 메모리에 놓인 순서로 읽었습니다. `reversed_axes` 뒤에는 행 순서가 아닙니다. \
         `mapv`, `iter`, 인덱스를 쓰세요."
    ),
    mistake!(
        "A167",
        forward,
        |activation, z| some_entries(z, |i, _| i == 0, |z| value(activation, z)),
        "Only the first row is computed; the layer has a row per unit.",
        "첫 행만 계산했습니다. 층에는 유닛마다 행이 하나씩 있습니다."
    ),
    mistake!(
        "A168",
        forward,
        |activation, z| some_entries(z, |_, j| j < z.nrows(), |z| value(activation, z)),
        "The number of rows is also taken for the number of columns: `nrows` and `ncols` differ.",
        "행의 수를 열의 수로도 썼습니다. `nrows`와 `ncols`는 다릅니다."
    ),
    mistake!(
        "A169",
        forward,
        |activation, z| some_entries(z, |i, j| i > 0 && j > 0, |z| value(activation, z)),
        "The first row and column are skipped: indices begin at 0.",
        "첫 행과 첫 열을 건너뛰었습니다. 인덱스는 0부터입니다."
    ),
    mistake!(
        "A170",
        forward,
        |activation, z| match activation {
            Activation::Sigmoid => {
                let e = z.mapv(|z| z.clamp(-30.0, 30.0).exp());
                &e / &e.sum_axis(Axis(0))
            }
            _ => forward(activation, z),
        },
        "The sigmoid is divided by the sum of a column, which makes it a softmax. Each entry \
         stands alone.",
        "시그모이드를 열의 합으로 나누어 소프트맥스가 되었습니다. 각 원소는 따로 계산합니다."
    ),
    mistake!(
        "A171",
        forward,
        except(Activation::Tanh, |z| (z.exp() - (-z).exp()) / (z.exp() + (-z).exp()), value),
        "tanh as a quotient of exponentials is infinity over infinity once |z| is beyond 709. Use \
         the `tanh` of your earlier exercise.",
        "지수 함수의 몫으로 쓴 tanh는 |z|가 709를 넘으면 무한대/무한대가 됩니다. 앞 문제의 `tanh`를 \
         쓰세요."
    ),
    mistake!(
        "A172",
        forward,
        prime,
        "Those are the slopes; `forward` gives the activations.",
        "결과가 기울기입니다. `forward`는 활성화값을 답합니다."
    ),
    mistake!(
        "A173",
        forward,
        |activation, z| {
            let _ = z[[0, 0]];
            forward(activation, z)
        },
        "A layer may be empty: do not take its first entry, or a maximum, without asking.",
        "층이 비어 있을 수 있습니다. 확인 없이 첫 원소나 최댓값을 꺼내지 마세요."
    ),
    mistake!(
        "A174",
        forward,
        |_, z| z.mapv(sigmoid),
        "Every activation is the sigmoid: match on `activation`.",
        "모든 활성화 함수가 시그모이드입니다. `activation`에 따라 나누세요."
    ),
    mistake!(
        "A180",
        prime,
        forward,
        "Those are the activations; `prime` gives their slopes.",
        "결과가 활성화값입니다. `prime`은 그 기울기를 답합니다."
    ),
    mistake!(
        "A181",
        prime,
        |activation, z| z.mapv(|z| slope_from(activation, z)),
        "a (1 - a) and 1 - a^2 are written in terms of a, but you put z into them.",
        "a (1 - a)와 1 - a^2은 a로 쓴 식인데 z를 넣었습니다."
    ),
    mistake!(
        "A182",
        prime,
        |activation, z| z.mapv(|z| slope(activation, value(activation, z))),
        "The activation is applied before its slope is taken: the slope at a, not at z.",
        "기울기를 구하기 전에 활성화 함수를 적용했습니다. a가 아니라 z에서의 기울기여야 합니다."
    ),
    mistake!(
        "A183",
        prime,
        except(Activation::Identity, |z| z, slope),
        "The slope of the identity is 1 everywhere, not z.",
        "항등함수의 기울기는 z가 아니라 어디서나 1입니다."
    ),
    mistake!(
        "A184",
        prime,
        except(Activation::Identity, |_| 0.0, slope),
        "The slope of the identity is 1 everywhere, not 0.",
        "항등함수의 기울기는 0이 아니라 어디서나 1입니다."
    ),
    mistake!(
        "A185",
        prime,
        except(Activation::Relu, |z| f64::from(u8::from(z >= 0.0)), slope),
        "At 0 ReLU has, by convention, the slope of its left side, 0: compare with `>`.",
        "0에서 ReLU의 기울기는 관례에 따라 왼쪽의 0입니다. `>`로 비교하세요."
    ),
    mistake!(
        "A186",
        prime,
        except(Activation::LeakyRelu, |z| if z >= 0.0 { 1.0 } else { 0.01 }, slope),
        "At 0 leaky ReLU has, by convention, the slope of its left side: compare with `>`.",
        "0에서 leaky ReLU의 기울기는 관례에 따라 왼쪽의 기울기입니다. `>`로 비교하세요."
    ),
    mistake!(
        "A187",
        prime,
        except(Activation::LeakyRelu, reference::relu_prime, slope),
        "Leaky ReLU has slope `NEGATIVE_SLOPE` for negative z, not 0.",
        "leaky ReLU의 기울기는 음수 z에서 0이 아니라 `NEGATIVE_SLOPE`입니다."
    ),
    mistake!(
        "A188",
        prime,
        |activation, z| prime(activation, z).reversed_axes(),
        "Rows and columns are swapped: each slope belongs where its z was.",
        "행과 열이 뒤바뀌었습니다. 기울기는 그 z가 있던 자리에 있어야 합니다."
    ),
    mistake!(
        "A189",
        prime,
        |activation, z| match activation {
            Activation::Tanh => z.mapv(reference::sigmoid_prime),
            Activation::Sigmoid => z.mapv(reference::tanh_prime),
            _ => prime(activation, z),
        },
        "The slopes of sigmoid and tanh are swapped.",
        "시그모이드와 tanh의 기울기가 뒤바뀌었습니다."
    ),
    mistake!(
        "A190",
        prime,
        |activation, z| {
            let slopes = prime(activation, z);
            match slopes.mean_axis(Axis(1)) {
                Some(means) => &Array2::zeros(z.dim()) + &means.insert_axis(Axis(1)),
                None => slopes,
            }
        },
        "The slopes are averaged over the examples; each entry has its own.",
        "기울기를 샘플들에 걸쳐 평균했습니다. 원소마다 자기 기울기가 있습니다."
    ),
    mistake!(
        "A191",
        prime,
        |activation, z| as_they_lie(z, |z| slope(activation, z)),
        "The numbers are taken as they lie in memory, which is not row by row after \
         `reversed_axes`. Use `mapv`, `iter` or indices.",
        "숫자를 메모리에 놓인 순서로 읽었습니다. `reversed_axes` 뒤에는 행 순서가 아닙니다. \
         `mapv`, `iter`, 인덱스를 쓰세요."
    ),
    mistake!(
        "A282",
        prime,
        |activation, z| {
            let is_tanh = activation == Activation::Tanh;
            z.mapv(|z| if is_tanh { 1.0 - z.tanh() } else { slope(activation, z) })
        },
        "The slope of tanh is 1 - a^2; the square is missing.",
        "tanh의 기울기는 1 - a^2입니다. 제곱이 빠졌습니다."
    ),
];
