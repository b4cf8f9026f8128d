//! A network of any depth, trained as lesson 3 trains one of two layers.

use activations::Activation;
use ndarray::{Array2, Axis};
use solution_backprop::{cost_from_logits, linear_forward};

use super::hidden::Hidden;

/// The weights and biases of a layer.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Weights `(units, inputs)`.
    pub w: Array2<f64>,
    /// Biases `(units, 1)`.
    pub b: Array2<f64>,
}

/// The output of a network, and the cost that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A probability: the sigmoid, and the cross-entropy of lesson 3.
    Sigmoid,
    /// A number that is never negative: ReLU, and the mean squared error.
    Relu,
    /// Any number: no activation, and the mean squared error.
    Linear,
}

/// A network: layers, the activation between them, and the output.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// The layers, the first of them first.
    pub layers: Vec<Layer>,
    /// The activation of every layer but the last.
    pub hidden: Hidden,
    /// The activation of the last layer.
    pub output: Output,
}

/// What a forward pass keeps.
pub struct Trace {
    /// Per layer, before its activation.
    pub z: Vec<Array2<f64>>,
    /// The inputs, then per layer what its activation made of `z`.
    pub a: Vec<Array2<f64>>,
}

impl Trace {
    /// The output of the network, `(n_y, m)`.
    ///
    /// # Panics
    /// Never: a trace begins with the inputs.
    pub fn output(&self) -> &Array2<f64> {
        self.a.last().expect("a trace begins with the inputs")
    }
}

impl Network {
    /// The forward pass on the inputs `x (n_x, m)`.
    pub fn forward(&self, x: &Array2<f64>) -> Trace {
        let mut trace = Trace { z: Vec::new(), a: vec![x.clone()] };
        for (i, layer) in self.layers.iter().enumerate() {
            let z = linear_forward(&layer.w, &layer.b, trace.output());
            let is_last = i + 1 == self.layers.len();
            let a = if is_last { self.output.value(&z) } else { self.hidden.value(&z) };
            trace.z.push(z);
            trace.a.push(a);
        }
        trace
    }

    /// The cost of the outputs of `trace` against `y (n_y, m)`, averaged over the examples.
    ///
    /// # Panics
    /// If the network has no layer.
    pub fn cost(&self, trace: &Trace, y: &Array2<f64>) -> f64 {
        if self.output == Output::Sigmoid {
            return cost_from_logits(trace.z.last().expect("a network has layers"), y);
        }
        let errors = trace.output().iter().zip(y).map(|(a, y)| (a - y).powi(2));
        errors.sum::<f64>() / y.ncols() as f64
    }

    /// `m` times the slopes of the cost in every `z`, layer by layer, `(units, m)` each.
    ///
    /// # Panics
    /// If the network has no layer.
    pub fn errors(&self, trace: &Trace, y: &Array2<f64>) -> Vec<Array2<f64>> {
        let last = self.layers.len() - 1;
        let mut errors = vec![self.output.error(&trace.z[last], trace.output(), y)];
        for i in (0..last).rev() {
            let above = &errors[errors.len() - 1];
            let mut dz = self.layers[i + 1].w.t().dot(above);
            self.hidden.multiply_by_slope(&mut dz, &trace.z[i], &trace.a[i + 1]);
            errors.push(dz);
        }
        errors.reverse();
        errors
    }

    /// The gradients of the cost, layer by layer, in the shapes of the layers.
    pub fn backward(&self, trace: &Trace, y: &Array2<f64>) -> Vec<Layer> {
        let m = y.ncols() as f64;
        let gradient = |(dz, a): (&Array2<f64>, &Array2<f64>)| Layer {
            w: dz.dot(&a.t()) / m,
            b: dz.sum_axis(Axis(1)).insert_axis(Axis(1)) / m,
        };
        self.errors(trace, y).iter().zip(&trace.a).map(gradient).collect()
    }

    /// Moves against `gradients`.
    pub fn update(&mut self, gradients: &[Layer], learning_rate: f64) {
        for (layer, gradient) in self.layers.iter_mut().zip(gradients) {
            layer.w.scaled_add(-learning_rate, &gradient.w);
            layer.b.scaled_add(-learning_rate, &gradient.b);
        }
    }

    /// Trains for `steps` steps and returns the cost before each.
    pub fn train(
        &mut self,
        x: &Array2<f64>,
        y: &Array2<f64>,
        learning_rate: f64,
        steps: usize,
    ) -> Vec<f64> {
        (0..steps).map(|_| self.step(x, y, learning_rate)).collect()
    }

    /// Trains until the cost is below `target`, and returns how many steps that took; `None` if
    /// `most` steps do not get there.
    pub fn steps_to(
        &mut self,
        (x, y): (&Array2<f64>, &Array2<f64>),
        learning_rate: f64,
        target: f64,
        most: usize,
    ) -> Option<usize> {
        (0..=most).find(|_| self.step(x, y, learning_rate) < target)
    }

    /// One step; the cost before it.
    pub fn step(&mut self, x: &Array2<f64>, y: &Array2<f64>, learning_rate: f64) -> f64 {
        let trace = self.forward(x);
        let gradients = self.backward(&trace, y);
        self.update(&gradients, learning_rate);
        self.cost(&trace, y)
    }
}

impl Output {
    fn value(self, z: &Array2<f64>) -> Array2<f64> {
        match self {
            Self::Sigmoid => solution_activations::forward(Activation::Sigmoid, z),
            Self::Relu => solution_activations::forward(Activation::Relu, z),
            Self::Linear => z.clone(),
        }
    }

    /// `m` times the slope of the cost in the last `z`.
    fn error(self, z: &Array2<f64>, a: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
        let error = a - y;
        match self {
            Self::Sigmoid => error,
            Self::Relu => 2.0 * error * solution_activations::prime(Activation::Relu, z),
            Self::Linear => 2.0 * error,
        }
    }
}

#[cfg(test)]
mod tests;
