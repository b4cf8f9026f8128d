//! Mistakes in `collapse`.

use ndarray::Array2;
use testkit::{Mistake, mistake};

use crate::Answers;
use crate::reference;

type Layer = (Array2<f64>, Array2<f64>);

/// Folds the layers after the first one with `join`, which gets what has come about so far.
fn fold(layers: &[Layer], join: impl Fn(&Layer, &Layer) -> Layer) -> Layer {
    layers[1..].iter().fold(layers[0].clone(), |done, next| join(&done, next))
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "A220",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| (w.dot(w2), w2.dot(b) + b2)),
        "The weights are multiplied in the wrong order: the later layer stands on the left, w2 w1.",
        "가중치를 곱하는 순서가 틀렸습니다. 나중 층이 왼쪽에 옵니다: w2 w1."
    ),
    mistake!(
        "A221",
        collapse,
        |layers| fold(layers, |(w, b), (w2, _)| (w2.dot(w), w2.dot(b))),
        "Only the first bias is left: each layer adds its own, w2 b1 + b2.",
        "첫 편향만 남았습니다. 층마다 자기 편향을 더해야 합니다: w2 b1 + b2."
    ),
    mistake!(
        "A222",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| (w2.dot(w), b + b2)),
        "The biases are only added: b1 goes through the second layer first, w2 b1 + b2.",
        "편향을 더하기만 했습니다. b1은 먼저 둘째 층을 지나야 합니다: w2 b1 + b2."
    ),
    mistake!(
        "A223",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| (w2.dot(w), w2.dot(&(b + b2)))),
        "b2 goes through its own layer's weights: it is added after them, w2 b1 + b2.",
        "b2가 자기 층의 가중치를 지났습니다. 가중치 뒤에 더해야 합니다: w2 b1 + b2."
    ),
    mistake!(
        "A224",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| (w2 * w, w2.dot(b) + b2)),
        "`*` multiplies entry by entry. The product of matrices is `w2.dot(&w1)`.",
        "`*`는 원소끼리 곱합니다. 행렬의 곱은 `w2.dot(&w1)`입니다."
    ),
    mistake!(
        "A225",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| {
            let shortcut = Array2::from_shape_fn((w2.nrows(), w.ncols()), |(i, j)| {
                f64::from(u8::from(i == j))
            });
            (w2.dot(w) + shortcut, w2.dot(b) + b2)
        }),
        "The input is added to the output, as in a residual network. Here w is w2 w1 alone.",
        "잔차 신경망처럼 입력을 출력에 더했습니다. 여기서 w는 w2 w1뿐입니다."
    ),
    mistake!(
        "A226",
        collapse,
        |layers| fold(layers, |(w, _), (w2, b2)| (w2.dot(w), b2.clone())),
        "Only the last bias is left: the earlier ones go through the layers after them, w2 b1 + \
         b2.",
        "마지막 편향만 남았습니다. 앞의 편향들은 뒤의 층들을 지나야 합니다: w2 b1 + b2."
    ),
    mistake!(
        "A227",
        collapse,
        |layers| {
            let (w, b) = reference::collapse(layers);
            (w, b.reversed_axes())
        },
        "The bias lies down, as a row. Biases are columns, (n, 1).",
        "편향이 행으로 누웠습니다. 편향은 열 (n, 1)입니다."
    ),
    mistake!(
        "A228",
        collapse,
        |layers| layers
            .iter()
            .fold(layers[0].clone(), |(w, b), (w2, b2)| (w2.dot(&w), w2.dot(&b) + b2)),
        "The first layer is met twice: start from it and go on with the second, `layers[1..]`.",
        "첫 층이 두 번 쓰였습니다. 첫 층에서 시작했으면 둘째 층 `layers[1..]`부터 이어 가세요."
    ),
    mistake!(
        "A229",
        collapse,
        |layers| reference::collapse(&layers[..layers.len().min(2)]),
        "Only the first two layers are collapsed: go on through all of them.",
        "처음 두 층만 합쳤습니다. 모든 층을 끝까지 합치세요."
    ),
    mistake!(
        "A230",
        collapse,
        |layers| reference::collapse(&layers[..(layers.len() - 1).max(1)]),
        "The last layer is missing: the loop ends one too early.",
        "마지막 층이 빠졌습니다. 반복문이 하나 일찍 끝납니다."
    ),
    mistake!(
        "A231",
        collapse,
        |layers| reference::collapse(&layers[usize::from(layers.len() > 1)..]),
        "The first layer is missing: the loop begins one too late.",
        "첫 층이 빠졌습니다. 반복문이 하나 늦게 시작합니다."
    ),
    mistake!(
        "A232",
        collapse,
        |layers| {
            let reversed: Vec<_> = layers.iter().rev().cloned().collect();
            reference::collapse(&reversed)
        },
        "The layers are taken from the last to the first; the first of `layers` comes first.",
        "층들을 마지막부터 처음 순서로 합쳤습니다. `layers`의 첫 원소가 첫 층입니다."
    ),
    mistake!(
        "A233",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| (w2.dot(w).mapv(f64::tanh), w2.dot(b) + b2)),
        "An activation is left between the layers; here all layers are linear.",
        "층 사이에 활성화 함수가 남아 있습니다. 여기서는 모든 층이 선형입니다."
    ),
    mistake!(
        "A234",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| {
            let w = w2.dot(w);
            let b = w.dot(b) + b2;
            (w, b)
        }),
        "The bias is multiplied by the new w, which already holds the first layer: use w2 alone, \
         w2 b1 + b2.",
        "첫 층까지 곱해진 새 w를 편향에 곱했습니다. w2만 곱하세요: w2 b1 + b2."
    ),
    mistake!(
        "A235",
        collapse,
        |layers| {
            let (w, b) = reference::collapse(layers);
            (w.reversed_axes(), b)
        },
        "w is transposed: it has a row per output and a column per input.",
        "w가 전치되었습니다. 출력마다 행이 하나, 입력마다 열이 하나입니다."
    ),
    mistake!(
        "A236",
        collapse,
        |layers| fold(layers, |(w, b), (w2, b2)| (w2.dot(w), w2.dot(b) - b2)),
        "A bias is subtracted; each layer adds its bias.",
        "편향을 뺐습니다. 층은 편향을 더합니다."
    ),
    mistake!(
        "A283",
        collapse,
        |layers| {
            let mut layers = layers.to_vec();
            layers[0].1.fill(0.0);
            reference::collapse(&layers)
        },
        "The bias of the first layer is lost. It goes through the weights of all later layers.",
        "첫 층의 편향이 사라졌습니다. 첫 층의 편향은 이후 모든 층의 가중치를 거쳐야 합니다."
    ),
];
