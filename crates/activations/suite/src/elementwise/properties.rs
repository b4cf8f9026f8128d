//! Laws of activations and slopes of whole layers: what holds of one number holds of each entry.

use contract::Layout;
use ndarray::{Array2, array};
use testkit::{Strategy, Verdict, ensure, for_all};

use crate::inputs::{ROUNDING, everywhere, is_the_slope_of, rounding_of_lines};
use crate::layers::{Layer, entries_agree, layers};
use crate::{Activation, Answers, reference};

/// How far an activation, or a slope, of `z` may be off.
fn allowed(activation: Activation, z: f64) -> f64 {
    match activation {
        // The slope of tanh, `1 - a^2`, doubles the error of `a`.
        Activation::Sigmoid | Activation::Tanh => 2.0 * ROUNDING,
        Activation::Relu | Activation::LeakyRelu | Activation::Identity => rounding_of_lines(z),
    }
}

/// Layers in ndarray's own layout.
fn rows() -> impl Strategy<Value = Layer> {
    layers(1..=4, 1..=4).prop_map(|layer| Layer { layout: Layout::Rows, ..layer })
}

/// Each entry of the result is the activation of the same entry of `z`. Kills A160, tanh and
/// sigmoid swapped.
pub fn forward_equals_the_scalar_entry_by_entry(answers: &Answers) -> Verdict {
    for_all([], rows(), |layer @ Layer { activation, z, .. }| {
        let got = answers.forward(*activation, &layer.laid_out());
        let want = reference::forward(*activation, z);
        entries_agree("forward", &got, &want, |index| allowed(*activation, z[index]))
    })
}

/// A layer keeps its shape, also with no units or no examples. Kills A173, which needs an entry.
pub fn forward_keeps_the_shape(answers: &Answers) -> Verdict {
    for_all([], layers(0..=3, 0..=3), |layer| {
        let got = answers.forward(layer.activation, &layer.laid_out()).dim();
        keeps_the_shape("forward", layer, got)
    })
}

/// What counts is where an entry stands in the matrix, not in memory: after `reversed_axes`, or
/// sliced, a matrix is the same. Kills A166, which takes entries as they lie.
pub fn forward_reads_any_memory_layout(answers: &Answers) -> Verdict {
    for_all([], layers(1..=4, 1..=4), |layer @ Layer { activation, z, .. }| {
        let got = answers.forward(*activation, &layer.laid_out());
        let want = reference::forward(*activation, z);
        entries_agree("forward", &got, &want, |index| allowed(*activation, z[index]))
    })
}

/// Units and examples do not mix: changing one entry changes no other. Kills A170, which divides by
/// the sum of a column.
pub fn forward_treats_each_entry_alone(answers: &Answers) -> Verdict {
    for_all(["layer", "other"], (rows(), everywhere()), |(layer, other)| {
        let before = answers.forward(layer.activation, &layer.z);
        let after = answers.forward(layer.activation, &with_first(layer, *other));
        others_stay("forward", layer, &before, &after)
    })
}

/// Each entry of the result is the slope at the same entry of `z`; at a kink that of the left side.
/// Kills A181, the formula in `a` put to `z`.
pub fn prime_equals_the_scalar_entry_by_entry(answers: &Answers) -> Verdict {
    for_all([], rows(), |layer @ Layer { activation, z, .. }| {
        let got = answers.prime(*activation, &layer.laid_out());
        let want = reference::prime(*activation, z);
        entries_agree("prime", &got, &want, |_| allowed(*activation, 1.0))
    })
}

/// A slope is what the activation rises by when `z` grows a little. Kills A183, which takes `z` for
/// the slope of the identity.
pub fn prime_is_the_central_difference(answers: &Answers) -> Verdict {
    Activation::ALL.into_iter().try_for_each(|activation| {
        let curve = |z| reference::value(activation, z);
        let has_kink = matches!(activation, Activation::Relu | Activation::LeakyRelu);
        is_the_slope_of(&format!("prime with {activation:?}"), curve, has_kink, |z| {
            let slope = answers.prime(activation, &array![[z]]);
            slope.first().copied().unwrap_or(f64::NAN)
        })
    })
}

/// The slopes have the shape of `z`, also with no units or no examples. Kills A188, a transpose.
pub fn prime_keeps_the_shape(answers: &Answers) -> Verdict {
    for_all([], layers(0..=3, 0..=3), |layer| {
        let got = answers.prime(layer.activation, &layer.laid_out()).dim();
        keeps_the_shape("prime", layer, got)
    })
}

/// What counts is where an entry stands in the matrix, not in memory. Kills A191, which takes
/// entries as they lie.
pub fn prime_reads_any_memory_layout(answers: &Answers) -> Verdict {
    for_all([], layers(1..=4, 1..=4), |layer @ Layer { activation, z, .. }| {
        let got = answers.prime(*activation, &layer.laid_out());
        let want = reference::prime(*activation, z);
        entries_agree("prime", &got, &want, |_| allowed(*activation, 1.0))
    })
}

/// Units and examples do not mix: changing one entry changes no other. Kills A190, which averages
/// over the examples.
pub fn prime_treats_each_entry_alone(answers: &Answers) -> Verdict {
    for_all(["layer", "other"], (rows(), everywhere()), |(layer, other)| {
        let before = answers.prime(layer.activation, &layer.z);
        let after = answers.prime(layer.activation, &with_first(layer, *other));
        others_stay("prime", layer, &before, &after)
    })
}

fn keeps_the_shape(what: &str, layer: &Layer, (rows, columns): (usize, usize)) -> Verdict {
    let (n, m) = layer.z.dim();
    ensure!(
        (rows, columns) == (n, m),
        "{what} has shape ({rows}, {columns}); it must have the shape of z, ({n}, {m}).",
        "{what}의 모양이 ({rows}, {columns})입니다. z와 같은 ({n}, {m})이어야 합니다."
    );
    Ok(())
}

/// The `z` of `layer` with `other` in the first place.
fn with_first(layer: &Layer, other: f64) -> Array2<f64> {
    let mut z = layer.z.clone();
    z[[0, 0]] = other;
    z
}

fn others_stay(what: &str, layer: &Layer, before: &Array2<f64>, after: &Array2<f64>) -> Verdict {
    keeps_the_shape(what, layer, before.dim())?;
    keeps_the_shape(what, layer, after.dim())?;
    for (((i, j), one), other) in before.indexed_iter().zip(after).skip(1) {
        ensure!(
            (one - other).abs() <= allowed(layer.activation, layer.z[[i, j]]),
            "{what}[{i}, {j}] went from {one} to {other} when z[0, 0] became other; it must depend \
             on z[{i}, {j}] only.",
            "z[0, 0]을 other로 바꾸자 {what}[{i}, {j}]의 값이 {one}에서 {other} 값으로 변했습니다. \
             z[{i}, {j}]에만 달려 있어야 합니다."
        );
    }
    Ok(())
}
