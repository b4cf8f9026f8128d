//! A step of gradient descent on the network of lesson 3, in two forms that give the same numbers: the
//! course's own, written to be read, and one with kernels and kept arrays.

use activations::{Activation, Kernel};
use backprop::Gradients;
use init::Parameters;
use ndarray::{Array2, ArrayView2, Axis, linalg::general_mat_mul, s};
use rayon::prelude::*;

/// The numbers of inputs, hidden units, outputs and examples.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Inputs.
    pub n_x: usize,
    /// Hidden units.
    pub n_h: usize,
    /// Outputs.
    pub n_y: usize,
    /// Examples.
    pub m: usize,
}

/// The networks that are timed: two of the notes, one of the size of a medical table, one of the size
/// of small images.
pub const SHAPES: [Shape; 4] = [
    Shape { n_x: 2, n_h: 4, n_y: 1, m: 400 },
    Shape { n_x: 2, n_h: 8, n_y: 1, m: 400 },
    Shape { n_x: 30, n_h: 16, n_y: 1, m: 569 },
    Shape { n_x: 784, n_h: 256, n_y: 1, m: 10_000 },
];

impl Shape {
    /// As in the names of groups: `2-4-1`.
    pub fn name(self) -> String {
        format!("{}-{}-{}", self.n_x, self.n_h, self.n_y)
    }

    /// Examples and labels, and parameters to begin with: any that leave the units unequal will do.
    pub fn drawn(self) -> (Array2<f64>, Array2<f64>, Parameters) {
        let number = |seed: usize| {
            move |(i, j): (usize, usize)| {
                let turn = (i * 7919 + j * 104_729 + seed) as f64 * 0.618_033_988_749_894_9;
                2.0 * turn.fract() - 1.0
            }
        };
        let x = Array2::from_shape_fn((self.n_x, self.m), number(1));
        let y = Array2::from_shape_fn((self.n_y, self.m), number(2)).mapv(|y| f64::from(y > 0.0));
        let scale = 1.0 / (self.n_x as f64).sqrt();
        let parameters = Parameters {
            w1: scale * Array2::from_shape_fn((self.n_h, self.n_x), number(3)),
            b1: Array2::zeros((self.n_h, 1)),
            w2: Array2::from_shape_fn((self.n_y, self.n_h), number(4)),
            b2: Array2::zeros((self.n_y, 1)),
        };
        (x, y, parameters)
    }
}

/// A step as the lesson has it.
pub fn course(parameters: &mut Parameters, x: &Array2<f64>, y: &Array2<f64>, learning_rate: f64) {
    let cache = solution_backprop::forward(parameters, x);
    let gradients = solution_backprop::backward(parameters, &cache, x, y);
    *parameters = solution_backprop::update(parameters, &gradients, learning_rate);
}

/// Examples that go through the network together, and all arrays that they need on the way: their
/// activations stay in the second cache from the way forward to the way back.
struct Block {
    x: Array2<f64>,
    y: Array2<f64>,
    a1: Array2<f64>,
    /// First `z2`, then `a2`, then `dz2`.
    output: Array2<f64>,
    dz1: Array2<f64>,
    /// Summed over the examples, not averaged.
    gradients: Gradients,
}

impl Block {
    fn new(shape: Shape, x: Array2<f64>, y: Array2<f64>) -> Self {
        let zeros = |rows, columns| Array2::zeros((rows, columns));
        let (width, Shape { n_x, n_h, n_y, .. }) = (x.ncols(), shape);
        let gradients = Gradients {
            dw1: zeros(n_h, n_x),
            db1: zeros(n_h, 1),
            dw2: zeros(n_y, n_h),
            db2: zeros(n_y, 1),
        };
        let (a1, dz1) = (zeros(n_h, width), zeros(n_h, width));
        Self { x, y, a1, output: zeros(n_y, width), dz1, gradients }
    }

    /// Forward and back: leaves the gradients.
    fn pass(&mut self, Parameters { w1, b1, w2, b2 }: &Parameters) {
        let Self { x, y, a1, output, dz1, gradients } = self;
        affine(w1, x, b1, a1);
        Kernel::forward(Activation::Tanh).apply_in_place(a1);
        affine(w2, a1, b2, output);
        Kernel::forward(Activation::Sigmoid).apply_in_place(output);
        *output -= &*y;
        sum_products(output, a1, &mut gradients.dw2);
        dz1.fill(0.0);
        add_product(&w2.t(), output, dz1);
        Kernel::prime_from_output(Activation::Tanh).multiply_into(a1, dz1);
        sum_products(dz1, x, &mut gradients.dw1);
        sum_rows(output, &mut gradients.db2);
        sum_rows(dz1, &mut gradients.db1);
    }
}

/// Matrices with at most so many rows or columns are multiplied row by row: a general multiplication
/// copies them into blocks first.
const THIN: usize = 4;

/// `out = w a + b`.
fn affine(w: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>, out: &mut Array2<f64>) {
    out.assign(b);
    add_product(&w.view(), a, out);
}

/// `out += w a`.
fn add_product(w: &ArrayView2<f64>, a: &Array2<f64>, out: &mut Array2<f64>) {
    if w.nrows().min(w.ncols()) > THIN {
        return general_mat_mul(1.0, w, a, 1.0, out);
    }
    for (weights, mut out) in w.rows().into_iter().zip(out.rows_mut()) {
        for (&weight, a) in weights.iter().zip(a.rows()) {
            out.scaled_add(weight, &a);
        }
    }
}

/// `out = d a^T`: a sum over the examples for every pair of rows.
fn sum_products(d: &Array2<f64>, a: &Array2<f64>, out: &mut Array2<f64>) {
    if d.nrows().min(a.nrows()) > THIN {
        return general_mat_mul(1.0, d, &a.t(), 0.0, out);
    }
    for (d, mut out) in d.rows().into_iter().zip(out.rows_mut()) {
        for (out, a) in out.iter_mut().zip(a.rows()) {
            *out = d.dot(&a);
        }
    }
}

fn sum_rows(of: &Array2<f64>, to: &mut Array2<f64>) {
    for (sum, row) in to.iter_mut().zip(of.axis_iter(Axis(0))) {
        *sum = row.sum();
    }
}

/// Training with kernels, block by block; with `parallel` the threads of rayon share the blocks.
pub struct Trainer {
    blocks: Vec<Block>,
    parameters: Parameters,
    /// The learning rate divided by the number of examples.
    rate: f64,
    parallel: bool,
}

/// Examples of a block: with 256 hidden units their activations take half a megabyte.
const BLOCK: usize = 256;

impl Trainer {
    /// Training from `parameters`; the examples are copied.
    pub fn new(
        shape: Shape,
        (x, y): (&Array2<f64>, &Array2<f64>),
        parameters: Parameters,
        learning_rate: f64,
        parallel: bool,
    ) -> Self {
        // Where everything fits the cache anyway, as few blocks as there are threads.
        let threads = if parallel { rayon::current_num_threads() } else { 1 };
        let width =
            if shape.n_h * shape.m < 64 * BLOCK { shape.m.div_ceil(threads) } else { BLOCK };
        let starts = (0..shape.m).step_by(width);
        let blocks = starts.map(|start| {
            let columns = s![.., start..(start + width).min(shape.m)];
            Block::new(shape, x.slice(columns).to_owned(), y.slice(columns).to_owned())
        });
        let rate = learning_rate / shape.m as f64;
        Self { blocks: blocks.collect(), parameters, rate, parallel }
    }

    /// A step.
    pub fn step(&mut self) {
        let Self { blocks, parameters, rate, parallel } = self;
        if *parallel {
            blocks.par_iter_mut().for_each(|block| block.pass(parameters));
        } else {
            for block in &mut *blocks {
                block.pass(parameters);
            }
        }
        for Block { gradients, .. } in blocks {
            parameters.w1.scaled_add(-*rate, &gradients.dw1);
            parameters.b1.scaled_add(-*rate, &gradients.db1);
            parameters.w2.scaled_add(-*rate, &gradients.dw2);
            parameters.b2.scaled_add(-*rate, &gradients.db2);
        }
    }

    /// Where it has come to.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn distance(a: &Parameters, b: &Parameters) -> f64 {
        let pairs = [(&a.w1, &b.w1), (&a.b1, &b.b1), (&a.w2, &b.w2), (&a.b2, &b.b2)];
        let differences = pairs.iter().flat_map(|(a, b)| a.iter().zip(b.iter()));
        differences.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max)
    }

    #[test]
    fn both_forms_give_the_same_numbers() {
        // One of several blocks, the last of which is ragged, beside the small ones.
        let blocks = Shape { n_x: 5, n_h: 64, n_y: 2, m: 700 };
        for shape in [SHAPES[0], SHAPES[1], SHAPES[2], blocks] {
            let (x, y, mut parameters) = shape.drawn();
            let start = parameters.clone();
            let mut trainers = [false, true]
                .map(|parallel| Trainer::new(shape, (&x, &y), start.clone(), 0.5, parallel));
            for _ in 0..10 {
                course(&mut parameters, &x, &y, 0.5);
                trainers.iter_mut().for_each(Trainer::step);
            }
            assert!(distance(&parameters, &start) > 1e-3, "{shape:?} does not move");
            for trainer in &trainers {
                let error = distance(&parameters, trainer.parameters());
                assert!(error < 1e-10, "{shape:?}: {error:e}");
            }
        }
    }
}
