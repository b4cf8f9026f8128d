//! Laws of activations that several threads compute together: nothing may show that they did.

use contract::Layout;
use ndarray::Array2;
use testkit::{Verdict, agrees, ensure, for_all, for_each};

use crate::layers::{Layer, layers};
use crate::{Activation, Answers, reference};

/// How far an entry may be off, relative to 1 or to its size.
const TOLERANCE: f64 = 1e-12;

/// Layers that are worth sharing out. Their sides are primes, so that no chunk size divides them.
fn large_layers() -> impl Iterator<Item = Layer> {
    let shapes = [
        (307, 71, Layout::Rows),
        (71, 307, Layout::Columns),
        (1, 20_011, Layout::Gaps),
        (20_011, 1, Layout::Reversed),
        (101, 1009, Layout::Rows),
    ];
    let all = Activation::ALL;
    all.into_iter().flat_map(move |activation| shapes.map(|shape| large(activation, shape)))
}

/// A layer of numbers between -8 and 8, no two of them alike.
fn large(activation: Activation, (n, m, layout): (usize, usize, Layout)) -> Layer {
    let golden = 0.618_033_988_749_894_8;
    let number = |(i, j)| 16.0 * ((i * m + j) as f64 * golden).fract() - 8.0;
    Layer { activation, layout, z: Array2::from_shape_fn((n, m), number) }
}

/// Small layers take the same way, or a serial one: the result is that of `forward`. Kills A206,
/// which shares out fewer entries than it has threads.
pub fn agrees_on_small_layers(answers: &Answers) -> Verdict {
    for_all([], layers(1..=4, 1..=4), |layer| agrees_with_forward(answers, layer))
}

/// However the work is shared out, every entry is computed once and put in its place. Kills A212,
/// which stops where its last full share ends.
pub fn agrees_on_large_layers(answers: &Answers) -> Verdict {
    for_each([], large_layers(), |layer| agrees_with_forward(answers, layer))
}

fn agrees_with_forward(answers: &Answers, layer: &Layer) -> Verdict {
    let got = answers.forward_parallel(layer.activation, &layer.laid_out());
    let want = reference::forward(layer.activation, &layer.z);
    agrees("forward_parallel", &got, &want, TOLERANCE)
}

/// With no units or no examples there is nothing to share out, and the shape stays. Kills A205,
/// which makes a row of everything.
pub fn keeps_the_shape(answers: &Answers) -> Verdict {
    for_all([], layers(0..=3, 0..=3), |layer| {
        let (n, m) = layer.z.dim();
        let got = answers.forward_parallel(layer.activation, &layer.laid_out());
        let (rows, columns) = got.dim();
        ensure!(
            (rows, columns) == (n, m),
            "forward_parallel has shape ({rows}, {columns}); it must have the shape of z, \
             ({n}, {m}).",
            "forward_parallel의 모양이 ({rows}, {columns})입니다. z와 같은 ({n}, {m})이어야 합니다."
        );
        Ok(())
    })
}

/// Threads finish in any order, but the result must not tell: two calls give the same bits. Kills
/// A207, where something is left over from the call before.
pub fn gives_the_same_bits_twice(answers: &Answers) -> Verdict {
    let layers = Activation::ALL.map(|activation| large(activation, (307, 71, Layout::Rows)));
    for_each([], layers, |layer| {
        let z = layer.laid_out();
        let once = answers.forward_parallel(layer.activation, &z);
        let twice = answers.forward_parallel(layer.activation, &z);
        same_bits(&once, &twice)
    })
}

fn same_bits(once: &Array2<f64>, twice: &Array2<f64>) -> Verdict {
    if once.dim() != twice.dim() {
        return agrees("the second forward_parallel", twice, once, TOLERANCE);
    }
    for (((i, j), first), second) in once.indexed_iter().zip(twice) {
        ensure!(
            first.to_bits() == second.to_bits(),
            "Two calls with the same z gave {first:e} and {second:e} at [{i}, {j}]; they must give \
             the same bits.",
            "같은 z로 두 번 불렀더니 [{i}, {j}]에서 서로 다른 값 {first:e}, {second:e}입니다. 비트까지 \
             같아야 합니다."
        );
    }
    Ok(())
}
