//! Mistakes in `numerical_gradient`.

use init::Parameters;
use ndarray::{Array2, s};
use testkit::{Mistake, mistake};

use crate::{Answers, Gradients, reference};

/// The four parameters.
const PARTS: [fn(&mut Parameters) -> &mut Array2<f64>; 4] =
    [|p| &mut p.w1, |p| &mut p.b1, |p| &mut p.w2, |p| &mut p.b2];

/// What `of_part` makes of each of the four parameters.
fn gradients(
    of_part: impl Fn(fn(&mut Parameters) -> &mut Array2<f64>) -> Array2<f64>,
) -> Gradients {
    let [dw1, db1, dw2, db2] = PARTS.map(of_part);
    Gradients { dw1, db1, dw2, db2 }
}

/// A slope of every entry, from the parameters with that entry moved by some distance.
fn each(parameters: &Parameters, slope: impl Fn(&dyn Fn(f64) -> Parameters) -> f64) -> Gradients {
    gradients(|part| {
        Array2::from_shape_fn(part(&mut parameters.clone()).dim(), |index| {
            slope(&|distance| {
                let mut moved = parameters.clone();
                part(&mut moved)[index] += distance;
                moved
            })
        })
    })
}

/// Central differences that leave every entry one step to the left.
fn left_nudged(cost: &dyn Fn(&Parameters) -> f64, parameters: &Parameters, step: f64) -> Gradients {
    let point = std::cell::RefCell::new(parameters.clone());
    gradients(|part| {
        let mut point = point.borrow_mut();
        Array2::from_shape_fn(part(&mut point).dim(), |index| {
            part(&mut point)[index] += step;
            let right = cost(&point);
            part(&mut point)[index] -= 2.0 * step;
            (right - cost(&point)) / (2.0 * step)
        })
    })
}

/// Central differences with all entries of a parameter moved together.
fn nudged_together(
    cost: &dyn Fn(&Parameters) -> f64,
    parameters: &Parameters,
    step: f64,
) -> Gradients {
    gradients(|part| {
        let cost_at = |distance: f64| {
            let mut moved = parameters.clone();
            *part(&mut moved) += distance;
            cost(&moved)
        };
        let slope = (cost_at(step) - cost_at(-step)) / (2.0 * step);
        Array2::from_elem(part(&mut parameters.clone()).dim(), slope)
    })
}

/// Central differences with a step in proportion to the entry.
fn relative(cost: &dyn Fn(&Parameters) -> f64, parameters: &Parameters, step: f64) -> Gradients {
    gradients(|part| {
        Array2::from_shape_fn(part(&mut parameters.clone()).dim(), |index| {
            let cost_at = |factor: f64| {
                let mut scaled = parameters.clone();
                part(&mut scaled)[index] *= factor;
                cost(&scaled)
            };
            (cost_at(1.0 + step) - cost_at(1.0 - step)) / (2.0 * step)
        })
    })
}

/// Of two mistakes that behave alike, the first gives its name to both.
pub const MISTAKES: &[Mistake<Answers>] = &[
    mistake!(
        "N50",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(step)) - cost(&at(0.0))) / step),
        "That is a one-sided difference. cost(w + step) - cost(w - step), divided by 2 step, has \
         a far smaller error.",
        "한쪽 차분입니다. cost(w + step) - cost(w - step)을 2 step으로 나누면 오차가 훨씬 작습니다."
    ),
    mistake!(
        "N51",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(step)) - cost(&at(-step))) / step),
        "The two points are 2 step apart, so the difference is divided by 2 step.",
        "두 점은 2 step만큼 떨어져 있으므로 차를 2 step으로 나누어야 합니다."
    ),
    mistake!(
        "N52",
        numerical_gradient,
        |cost, p, _| reference::numerical_gradient(cost, p, 1e-7),
        "The step is always 1e-7. Use the argument `step`.",
        "step이 항상 1e-7입니다. 인자 `step`을 쓰세요."
    ),
    mistake!(
        "N53",
        numerical_gradient,
        left_nudged,
        "An entry stays nudged while the next is measured. Put each back before you go on.",
        "원소를 바꾼 채로 다음 원소를 측정했습니다. 다음으로 가기 전에 되돌려 놓으세요."
    ),
    mistake!(
        "N54",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(step)) - cost(&at(0.0))) / (2.0 * step)),
        "From w + step you go back by one step only, to w. The left point is w - step, two steps \
         back.",
        "w + step에서 한 step만 되돌아가 w에 있습니다. 왼쪽 점은 두 step 되돌아간 w - step입니다."
    ),
    mistake!(
        "N55",
        numerical_gradient,
        |cost, p, step| {
            let mut gradients = reference::numerical_gradient(cost, p, step);
            for gradient in [&mut gradients.dw1, &mut gradients.dw2] {
                gradient.slice_mut(s![.., 1..]).fill(0.0);
            }
            gradients
        },
        "Only the first column of the weights is measured. Go through all rows and all columns.",
        "가중치의 첫 열만 측정했습니다. 모든 행과 모든 열을 측정하세요."
    ),
    mistake!(
        "N56",
        numerical_gradient,
        |cost, p, step| {
            let right = reference::numerical_gradient(cost, p, step);
            Gradients { db1: 0.0 * &right.db1, db2: 0.0 * &right.db2, ..right }
        },
        "The biases are not measured. The cost has a slope in each of the four parameters.",
        "편향을 측정하지 않았습니다. 비용은 네 파라미터 모두에 대해 그래디언트를 가집니다."
    ),
    mistake!(
        "N57",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(-step)) - cost(&at(step))) / (2.0 * step)),
        "The sign is flipped: the cost to the right comes first, cost(w + step) - cost(w - step).",
        "부호가 반대입니다. 오른쪽 비용이 먼저입니다. cost(w + step) - cost(w - step)입니다."
    ),
    mistake!(
        "N58",
        numerical_gradient,
        nudged_together,
        "A whole matrix is nudged at once, so every entry gets the same slope. Nudge one entry at \
         a time.",
        "행렬 전체를 한꺼번에 바꾸어 모든 원소의 그래디언트가 같습니다. 한 번에 원소 하나만 바꾸세요."
    ),
    mistake!(
        "N59",
        numerical_gradient,
        relative,
        "The entry is multiplied, not moved: an entry of 0 stays. The points are w + step and w - \
         step.",
        "원소에 더하지 않고 곱했습니다. 0인 원소는 그대로입니다. 두 점은 w + step과 w - step입니다."
    ),
    mistake!(
        "N60",
        numerical_gradient,
        |cost, p, step| reference::numerical_gradient(cost, p, 0.5 * step),
        "You go half a step to either side. The points are w + step and w - step, 2 step apart.",
        "양쪽으로 step의 반만 갔습니다. 두 점은 2 step만큼 떨어진 w + step과 w - step입니다."
    ),
    mistake!(
        "N61",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(step)) - cost(&at(-step))) / 2.0 * step),
        "`/ 2.0 * step` divides by 2 and multiplies by step. Put parentheses: `/ (2.0 * step)`.",
        "`/ 2.0 * step`은 2로 나누고 step을 곱합니다. `/ (2.0 * step)`처럼 괄호를 쓰세요."
    ),
    mistake!(
        "N62",
        numerical_gradient,
        |cost, p, step| {
            let right = reference::numerical_gradient(cost, p, step);
            Gradients { dw1: right.dw1.reversed_axes(), dw2: right.dw2.reversed_axes(), ..right }
        },
        "dw1 and dw2 are transposed: each has the shape of its weights.",
        "dw1과 dw2가 전치되었습니다. 각각 가중치와 모양이 같아야 합니다."
    ),
    mistake!(
        "N63",
        numerical_gradient,
        |cost, p, step| {
            let mut gradients = reference::numerical_gradient(cost, p, step);
            for gradient in [&mut gradients.dw1, &mut gradients.dw2] {
                let n = gradient.nrows().min(gradient.ncols());
                gradient.slice_mut(s![.., n..]).fill(0.0);
            }
            gradients
        },
        "The columns are counted like the rows, so a wide matrix is measured in part. Use its \
         `dim()`.",
        "열의 개수를 행의 개수로 세어 넓은 행렬은 일부만 측정됩니다. `dim()`을 쓰세요."
    ),
    mistake!(
        "N64",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(0.0)) - cost(&at(-step))) / step),
        "That is a one-sided difference, to the left. Go to both sides: cost(w + step) - cost(w - \
         step).",
        "왼쪽만 본 한쪽 차분입니다. 양쪽을 보세요. cost(w + step) - cost(w - step)입니다."
    ),
    mistake!(
        "N65",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(step)) - cost(&at(-step))).abs() / (2.0 * step)),
        "The slopes have lost their signs: leave `abs` out.",
        "그래디언트의 부호가 사라졌습니다. `abs`를 빼세요."
    ),
    mistake!(
        "N66",
        numerical_gradient,
        |cost, p, step| each(p, |at| cost(&at(step)) - cost(&at(-step))),
        "That is how far the cost changes. The rate is that, divided by the distance 2 step.",
        "결과가 비용의 변화량입니다. 변화율은 이를 거리 2 step으로 나눈 것입니다."
    ),
    mistake!(
        "N67",
        numerical_gradient,
        |cost, p, step| each(p, |at| (cost(&at(2.0 * step)) - cost(&at(0.0))) / (2.0 * step)),
        "The two points are w and w + 2 step. They must lie on both sides: w - step and w + step.",
        "두 점이 w와 w + 2 step입니다. 양쪽에 있는 w - step과 w + step이어야 합니다."
    ),
];
