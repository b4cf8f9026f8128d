//! Mistakes in `update`.

use init::Parameters;
use ndarray::{Array2, Axis};
use testkit::{Mistake, mistake};

use crate::{Answers, Gradients, reference};

/// What is done to the gradients before they are used.
fn with_every(gradients: &Gradients, change: impl Fn(f64) -> f64) -> Gradients {
    Gradients {
        dw1: gradients.dw1.mapv(&change),
        db1: gradients.db1.mapv(&change),
        dw2: gradients.dw2.mapv(&change),
        db2: gradients.db2.mapv(&change),
    }
}

/// The parameters in the place of the gradients.
fn from_parameters(parameters: &Parameters) -> Gradients {
    let Parameters { w1, b1, w2, b2 } = parameters.clone();
    Gradients { dw1: w1, db1: b1, dw2: w2, db2: b2 }
}

/// The length of all gradients together.
fn norm(gradients: &Gradients) -> f64 {
    let Gradients { dw1, db1, dw2, db2 } = gradients;
    let squares = [dw1, db1, dw2, db2].map(|d| (d * d).sum());
    squares.iter().sum::<f64>().sqrt()
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "U01",
        update,
        |p, g, rate| reference::update(p, g, -rate),
        "You add the gradient. It points uphill; descent subtracts it.",
        "그래디언트를 더했습니다. 그래디언트는 오르막을 가리키므로 빼야 내려갑니다."
    ),
    mistake!(
        "U02",
        update,
        |p, g, _| reference::update(p, g, 1.2),
        "The learning rate is always 1.2. Use the argument `learning_rate`.",
        "학습률이 항상 1.2입니다. 인자 `learning_rate`를 쓰세요."
    ),
    mistake!(
        "U04",
        update,
        |p, g, rate| reference::update(p, g, rate / g.dw1.ncols() as f64),
        "The step is divided by a size once more. The 1/m is already in the gradients.",
        "이동량을 크기로 한 번 더 나누었습니다. 1/m은 이미 그래디언트에 들어 있습니다."
    ),
    mistake!(
        "U05",
        update,
        |p, g, rate| {
            let zeros = reference::update(p, &from_parameters(p), 1.0);
            reference::update(&zeros, g, rate)
        },
        "You return -learning_rate * dw. The step starts from where you are: w - learning_rate * \
         dw.",
        "-learning_rate * dw만 반환했습니다. 지금 위치에서 출발하므로 w - learning_rate * \
         dw입니다."
    ),
    mistake!(
        "U50",
        update,
        |p, g, rate| {
            let right = reference::update(p, g, rate);
            Parameters { w2: p.w2.clone(), b2: p.b2.clone(), ..right }
        },
        "w2 and b2 stay where they are. All four parameters take a step.",
        "w2와 b2가 그대로입니다. 네 파라미터 모두 이동해야 합니다."
    ),
    mistake!(
        "U51",
        update,
        |p, g, rate| {
            let right = reference::update(p, g, rate);
            Parameters { b1: p.b1.clone(), b2: p.b2.clone(), ..right }
        },
        "The biases stay where they are. All four parameters take a step.",
        "편향이 그대로입니다. 네 파라미터 모두 이동해야 합니다."
    ),
    mistake!(
        "U52",
        update,
        |p, g, rate| {
            let right = reference::update(p, g, rate);
            Parameters { w1: p.w1.clone(), b1: p.b1.clone(), ..right }
        },
        "w1 and b1 stay where they are. All four parameters take a step.",
        "w1과 b1이 그대로입니다. 네 파라미터 모두 이동해야 합니다."
    ),
    mistake!(
        "U53",
        update,
        |p, g, rate| {
            let b1 = &p.b1 - rate * &g.dw1.column(0).insert_axis(Axis(1));
            Parameters { b1, ..reference::update(p, g, rate) }
        },
        "b1 moves by a column of dw1. Each parameter has a gradient of its own: b1 has db1.",
        "b1이 dw1의 열만큼 이동합니다. 파라미터마다 자기 그래디언트가 있습니다. b1의 그래디언트는 \
         db1입니다."
    ),
    mistake!(
        "U54",
        update,
        |p, g, rate| reference::update(p, g, rate.signum()),
        "You subtract the whole gradient: multiply it by `learning_rate` first.",
        "그래디언트 전체를 뺐습니다. 먼저 `learning_rate`를 곱하세요."
    ),
    mistake!(
        "U55",
        update,
        |p, g, rate| {
            let b2 = &p.b2 - rate * g.db2[(0, 0)];
            Parameters { b2, ..reference::update(p, g, rate) }
        },
        "Every entry of b2 moves by the first of db2. Each output has a gradient of its own.",
        "b2의 모든 원소가 db2의 첫 원소만큼 이동합니다. 출력마다 자기 그래디언트가 있습니다."
    ),
    mistake!(
        "U56",
        update,
        |p, g, rate| {
            let b1 = &p.b1 - rate * g.db1.mean().unwrap_or(0.0);
            Parameters { b1, ..reference::update(p, g, rate) }
        },
        "Every entry of b1 moves by the mean of db1. Each unit has a gradient of its own.",
        "b1의 모든 원소가 db1의 평균만큼 이동합니다. 유닛마다 자기 그래디언트가 있습니다."
    ),
    mistake!(
        "U57",
        update,
        |p, g, rate| reference::update(p, g, rate * rate),
        "The learning rate is multiplied twice.",
        "학습률을 두 번 곱했습니다."
    ),
    mistake!(
        "U58",
        update,
        |p, g, rate| {
            let w1 = Array2::from_shape_fn(p.w1.dim(), |(i, j)| {
                p.w1[(i, j)] - rate * (i + 1) as f64 * g.dw1[(i, j)]
            });
            Parameters { w1, ..reference::update(p, g, rate) }
        },
        "The step grows with the row of w1. Every unit takes a step at the same learning rate.",
        "w1의 행이 뒤로 갈수록 이동량이 커집니다. 모든 유닛의 학습률은 같아야 합니다."
    ),
    mistake!(
        "U59",
        update,
        |p, g, rate| reference::update(
            &reference::update(p, &from_parameters(p), 0.01 * rate),
            g,
            rate
        ),
        "The parameters also shrink a little. That is weight decay, which belongs to another cost.",
        "파라미터가 조금씩 줄어들기도 합니다. 이는 가중치 감쇠이며 다른 비용에 속합니다."
    ),
    mistake!(
        "U60",
        update,
        |p, g, rate| reference::update(
            p,
            &with_every(g, |d| if d == 0.0 { 0.0 } else { d.signum() }),
            rate
        ),
        "Every entry moves by the learning rate, whatever the size of its gradient. Multiply by \
         dw.",
        "그래디언트의 크기와 상관없이 학습률만큼 이동합니다. dw를 곱하세요."
    ),
    mistake!(
        "U61",
        update,
        |p, g, rate| reference::update(p, &with_every(g, |d| d.clamp(-1.0, 1.0)), rate),
        "Large gradients are cut off at 1. Use them as they are.",
        "1보다 큰 그래디언트를 잘랐습니다. 있는 그대로 쓰세요."
    ),
    mistake!(
        "U62",
        update,
        |p, g, rate| {
            let mut right = reference::update(p, g, rate);
            for i in 1..p.w1.nrows() {
                right.w1.row_mut(i).assign(&p.w1.row(i));
            }
            right
        },
        "Only the first row of w1 moves. Every hidden unit takes a step.",
        "w1의 첫 행만 이동합니다. 모든 은닉 유닛이 이동해야 합니다."
    ),
    mistake!(
        "U63",
        update,
        |p, g, rate| reference::update(&reference::update(p, g, rate), g, rate),
        "You take the step twice. One call is one step.",
        "두 번 이동했습니다. 한 번 부르면 한 단계입니다."
    ),
    mistake!(
        "U64",
        update,
        |p, _, _| p.clone(),
        "Nothing moves: what you return are the parameters as they came.",
        "아무것도 이동하지 않습니다. 받은 파라미터를 그대로 반환했습니다."
    ),
    mistake!(
        "U65",
        update,
        |p, g, rate| reference::update(p, g, rate / norm(g)),
        "The gradient is divided by its length. A step is short where the slope is small.",
        "그래디언트를 그 길이로 나누었습니다. 경사가 작으면 이동도 작아야 합니다."
    ),
    mistake!(
        "U66",
        update,
        |p, g, rate| reference::update(p, &with_every(g, |d| d.clamp(-5.0, 5.0)), rate),
        "Gradients beyond 5 are cut off. A step takes them as they are.",
        "5를 넘는 그래디언트를 잘라 냈습니다. 있는 그대로 써야 합니다."
    ),
];
