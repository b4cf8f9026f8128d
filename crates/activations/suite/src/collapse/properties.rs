//! Laws of linear layers: however many there are, they are one.

use contract::record;
use ndarray::Array2;
use testkit::generators::build;
use testkit::{Strategy, Verdict, agrees, ensure, for_all};

use crate::{Answers, reference};

/// How far a number may be off, relative to 1 or to its size. On the grid of eighths the products
/// of six layers are exact in whatever order they are taken.
const TOLERANCE: f64 = 1e-12;
const DEEPEST: usize = 6;

type Layers = Vec<(Array2<f64>, Array2<f64>)>;

/// Linear layers `(w, b)`, the first one first.
#[derive(Clone, Debug)]
struct Stack {
    layers: Layers,
}

record!(Stack { layers });

/// Stacks of 1 to 6 layers of 1 unit or more, and examples `x` for their input.
fn stacks() -> impl Strategy<Value = (Stack, Array2<f64>)> {
    let ranges = [1..=DEEPEST, 1..=4, 1..=4, 1..=4, 1..=4, 1..=4, 1..=4, 1..=4, 1..=3];
    build(ranges, |[depth, widths @ .., m], pool| {
        let layers = widths.windows(2).take(depth.min(DEEPEST)).map(|pair| {
            let (inputs, units) = (pair[0], pair[1]);
            (pool.matrix(units, inputs), pool.matrix(units, 1))
        });
        let layers = layers.collect();
        (Stack { layers }, pool.matrix(widths[0], m))
    })
}

/// `w` is the product of the weights, the last one leftmost; each bias goes through the layers
/// after it. Kills A222, which only adds the biases.
pub fn agrees_with_the_product_of_the_layers(answers: &Answers) -> Verdict {
    for_all(["stack", "x"], stacks(), |(stack, _)| {
        let (got, want) = (answers.collapse(&stack.layers), reference::collapse(&stack.layers));
        agrees("w, b", &got, &want, TOLERANCE)
    })
}

/// The one layer gives what all of them give, for any `x`. Kills A226, which keeps the last bias
/// only.
pub fn gives_the_same_outputs_for_any_x(answers: &Answers) -> Verdict {
    for_all(["stack", "x"], stacks(), |(stack, x)| {
        let layer = answers.collapse(&stack.layers);
        let want = reference::through(&stack.layers, x);
        has_the_shape_of_one_layer(&layer, stack)?;
        let got = reference::through(&[layer], x);
        agrees("w x + b", &got, &want, TOLERANCE)
    })
}

/// It is a layer from the first inputs to the last units: `w` has a row per unit and a column per
/// input, `b` is a column. Kills A227, a bias that lies down.
pub fn has_a_row_per_output_and_a_column_per_input(answers: &Answers) -> Verdict {
    for_all([], stacks().prop_map(|(stack, _)| stack), |stack| {
        has_the_shape_of_one_layer(&answers.collapse(&stack.layers), stack)
    })
}

/// One layer is one layer already. Kills A228, which starts from a copy of the first and then meets
/// it again.
pub fn leaves_a_single_layer_as_it_is(answers: &Answers) -> Verdict {
    for_all(["w", "b"], stacks().prop_map(|(stack, _)| stack.layers[0].clone()), |layer| {
        let got = answers.collapse(std::slice::from_ref(layer));
        agrees("w, b", &got, layer, TOLERANCE)
    })
}

/// The first two layers may be collapsed beforehand. Kills A229, which knows two layers only.
pub fn may_be_done_in_two_steps(answers: &Answers) -> Verdict {
    for_all([], stacks().prop_map(|(stack, _)| stack), |stack| {
        let (first, rest) = stack.layers.split_at(stack.layers.len().min(2));
        let halfway: Layers =
            std::iter::once(reference::collapse(first)).chain(rest.iter().cloned()).collect();
        let (got, want) = (answers.collapse(&stack.layers), answers.collapse(&halfway));
        agrees("w, b", &got, &want, TOLERANCE)
    })
}

/// What a narrow layer has lost no later one brings back: the rank of `w` is at most the narrowest
/// width. Kills A225, which adds the input to the output of each layer.
pub fn has_at_most_the_rank_of_its_narrowest_layer(answers: &Answers) -> Verdict {
    let hourglasses = build([3..=4, 1..=2, 3..=4], |[n_x, narrow, n_y], pool| {
        let first = (pool.matrix(narrow, n_x), pool.matrix(narrow, 1));
        let second = (pool.matrix(n_y, narrow), pool.matrix(n_y, 1));
        Stack { layers: vec![first, second] }
    });
    for_all([], hourglasses, |stack| {
        let layer = answers.collapse(&stack.layers);
        has_the_shape_of_one_layer(&layer, stack)?;
        let (rank, narrowest) = (rank(layer.0), stack.layers[0].0.nrows());
        ensure!(
            rank <= narrowest,
            "w has rank {rank}; it must be at most {narrowest}, the width of the narrowest layer.",
            "w의 랭크가 {rank}입니다. 가장 좁은 층의 너비인 {narrowest} 이하여야 합니다."
        );
        Ok(())
    })
}

fn has_the_shape_of_one_layer((w, b): &(Array2<f64>, Array2<f64>), stack: &Stack) -> Verdict {
    let layers = &stack.layers;
    let (n_y, n_x) = (layers[layers.len() - 1].0.nrows(), layers[0].0.ncols());
    for (name, matrix, want) in [("w", w, (n_y, n_x)), ("b", b, (n_y, 1))] {
        let ((rows, columns), (n, m)) = (matrix.dim(), want);
        ensure!(
            (rows, columns) == (n, m),
            "{name} has shape ({rows}, {columns}); it must have shape ({n}, {m}).",
            "{name}의 모양이 ({rows}, {columns})입니다. ({n}, {m})이어야 합니다."
        );
    }
    Ok(())
}

/// The rank of `matrix`, by elimination with the largest pivot; what is left after rounding does
/// not count.
fn rank(mut matrix: Array2<f64>) -> usize {
    let largest = |matrix: &Array2<f64>, done: usize| {
        let entries = matrix.indexed_iter().filter(|((i, _), _)| *i >= done);
        entries.fold(((done, 0), 0.0_f64), |best, (index, entry)| {
            if entry.abs() > best.1 { (index, entry.abs()) } else { best }
        })
    };
    let negligible = 1e-9 * largest(&matrix, 0).1;
    for done in 0..matrix.nrows() {
        let ((row, column), pivot) = largest(&matrix, done);
        if pivot <= negligible {
            return done;
        }
        let pivot_row = matrix.row(row).to_owned();
        let top = matrix.row(done).to_owned();
        matrix.row_mut(row).assign(&top);
        matrix.row_mut(done).assign(&pivot_row);
        for i in done + 1..matrix.nrows() {
            let factor = matrix[[i, column]] / pivot_row[column];
            matrix.row_mut(i).scaled_add(-factor, &pivot_row);
        }
    }
    matrix.nrows()
}
