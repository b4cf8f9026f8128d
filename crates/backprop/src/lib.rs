//! Lesson 3: backpropagation.
//!
//! A network with one hidden layer computes `z1 = w1 x + b1`, `a1 = tanh(z1)`, `z2 = w2 a1 + b2`
//! and `a2 = sigmoid(z2)`, for all examples at once: each is a column of `x`. The cost says how far
//! the outputs `a2` are from the labels `y`. Its gradients follow by the chain rule, from the
//! output back to the input, and gradient descent takes a step against them, again and again.
//!
//! The exercises are in `exercises/backprop`. This crate holds what a student's file may use: the types of the
//! lesson, and the functions that it must provide ([`Answers`]). It knows no property and no answer.

// The names are those of the notes: w, b, x, y, z, a, m.
#![allow(clippy::many_single_char_names)]

use contract::{contract, record};
use init::Parameters;
use ndarray::Array2;
use rand::rngs::StdRng;

/// What the forward pass keeps for the backward pass.
#[derive(Clone, Debug, PartialEq)]
pub struct Cache {
    /// `w1 x + b1`, `(n_h, m)`.
    pub z1: Array2<f64>,
    /// `tanh(z1)`, `(n_h, m)`.
    pub a1: Array2<f64>,
    /// `w2 a1 + b2`, `(n_y, m)`.
    pub z2: Array2<f64>,
    /// `sigmoid(z2)`, `(n_y, m)`: the output of the network.
    pub a2: Array2<f64>,
}

record!(Cache { z1, a1, z2, a2 });

/// The gradients of the cost, each in the shape of its parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Gradients {
    /// With respect to `w1`, `(n_h, n_x)`.
    pub dw1: Array2<f64>,
    /// With respect to `b1`, `(n_h, 1)`.
    pub db1: Array2<f64>,
    /// With respect to `w2`, `(n_y, n_h)`.
    pub dw2: Array2<f64>,
    /// With respect to `b2`, `(n_y, 1)`.
    pub db2: Array2<f64>,
}

record!(Gradients { dw1, db1, dw2, db2 });

contract! {
    /// What an answer to this lesson provides.
    pub struct Answers {
        /// `w a + b` for a layer: `w (n, n_previous)`, `b (n, 1)`, `a (n_previous, m)`.
        fn linear_forward(w: &Array2<f64>, b: &Array2<f64>, a: &Array2<f64>) -> Array2<f64>;
        /// The network: tanh in the hidden layer, the sigmoid at the output.
        fn forward(parameters: &Parameters, x: &Array2<f64>) -> Cache;
        /// The cross-entropy of the outputs `a2` and the labels `y`, averaged over the examples.
        fn cost(a2: &Array2<f64>, y: &Array2<f64>) -> f64;
        /// The same cost from `z2`, finite for every finite `z2`.
        fn cost_from_logits(z2: &Array2<f64>, y: &Array2<f64>) -> f64;
        /// `(dw, db)` of logistic regression: `w (n_x, 1)`, `x (n_x, m)`, `y (1, m)`.
        fn logistic_gradients(
            w: &Array2<f64>,
            b: f64,
            x: &Array2<f64>,
            y: &Array2<f64>,
        ) -> (Array2<f64>, f64);
        /// `(dz2, dw2, db2)`.
        fn output_gradients(
            cache: &Cache,
            y: &Array2<f64>,
        ) -> (Array2<f64>, Array2<f64>, Array2<f64>);
        /// `(dw1, db1)`.
        fn hidden_gradients(
            parameters: &Parameters,
            cache: &Cache,
            x: &Array2<f64>,
            dz2: &Array2<f64>,
        ) -> (Array2<f64>, Array2<f64>);
        /// All gradients.
        fn backward(
            parameters: &Parameters,
            cache: &Cache,
            x: &Array2<f64>,
            y: &Array2<f64>,
        ) -> Gradients;
        /// The gradients of `cost` by central differences with `step` to either side.
        fn numerical_gradient(
            cost: &dyn Fn(&Parameters) -> f64,
            parameters: &Parameters,
            step: f64,
        ) -> Gradients;
        /// One step of gradient descent.
        fn update(
            parameters: &Parameters,
            gradients: &Gradients,
            learning_rate: f64,
        ) -> Parameters;
        /// 1 where `a2 > 0.5`, else 0.
        fn predict(a2: &Array2<f64>) -> Array2<f64>;
        /// `steps` steps of gradient descent from `start`, and the cost before each.
        fn train(
            x: &Array2<f64>,
            y: &Array2<f64>,
            start: &Parameters,
            learning_rate: f64,
            steps: usize,
        ) -> (Parameters, Vec<f64>);
        /// Whether `cost` is right for these outputs and labels, as far as this law looks.
        fn cost_law(
            cost: &dyn Fn(&Array2<f64>, &Array2<f64>) -> f64,
            a2: &Array2<f64>,
            y: &Array2<f64>,
        ) -> bool;
        /// Whether `backward` is right for this network and data, as far as this law looks.
        fn backward_law(
            backward: &dyn Fn(&Parameters, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients,
            parameters: &Parameters,
            x: &Array2<f64>,
            y: &Array2<f64>,
        ) -> bool;
        /// A network, and data for it, on which a law of `backward` is worth asking.
        fn draw_network(rng: &mut StdRng) -> (Parameters, Array2<f64>, Array2<f64>);
        /// Whether `train` is right for this data and start, as far as this law looks.
        fn train_law(
            train: &dyn Fn(
                &Array2<f64>,
                &Array2<f64>,
                &Parameters,
                f64,
                usize,
            ) -> (Parameters, Vec<f64>),
            x: &Array2<f64>,
            y: &Array2<f64>,
            start: &Parameters,
        ) -> bool;
    }
}
