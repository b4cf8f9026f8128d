//! A network of any depth, trained as lesson 3 trains one of two layers.

use activations::Activation;
use ndarray::{Array2, Axis};
use solution_backprop::{cost_from_logits, linear_forward};

use super::hidden::Hidden;

/// A layer, or the gradients of the cost in its parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Weights `(units, inputs)`.
    pub w: Array2<f64>,
    /// Biases `(units, 1)`.
    pub b: Array2<f64>,
}

/// The activation of the last layer, and the cost that goes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// A probability: the sigmoid, and the cross-entropy of lesson 3.
    Sigmoid,
    /// A number that is never negative: ReLU, and the mean squared error.
    Relu,
    /// Any number: no activation, and the mean squared error.
    Linear,
}

/// A network of one or more layers.
#[derive(Clone, Debug, PartialEq)]
pub struct Network {
    /// From the inputs to the outputs.
    pub layers: Vec<Layer>,
    /// The activation of every layer but the last.
    pub hidden: Hidden,
    /// The activation of the last layer.
    pub output: Output,
}

/// The values of a forward pass, which the backward pass needs.
pub struct Trace {
    /// Before the activation, `(units, m)` for each layer.
    pub z: Vec<Array2<f64>>,
    /// The inputs, then the values after the activation of each layer.
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

    /// One step of gradient descent; returns the cost before.
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
mod tests {
    use super::*;
    use crate::training::{shallow, starts};
    use backprop_suite::data::planar_flower;
    use init::Parameters;
    use testkit::agrees;

    fn network(parameters: &Parameters, hidden: Hidden) -> Network {
        let Parameters { w1, b1, w2, b2 } = parameters.clone();
        let layers = vec![Layer { w: w1, b: b1 }, Layer { w: w2, b: b2 }];
        Network { layers, hidden, output: Output::Sigmoid }
    }

    fn parameters(network: &Network) -> Parameters {
        let [first, last] = &network.layers[..] else { panic!("two layers were expected") };
        let (w1, b1, w2, b2) = (first.w.clone(), first.b.clone(), last.w.clone(), last.b.clone());
        Parameters { w1, b1, w2, b2 }
    }

    #[test]
    fn two_layers_with_tanh_train_as_the_solution_does() {
        let flower = planar_flower();
        let start = shallow::start(&mut starts::generator(7, 0), 2, 6, 1, 0.01);
        let (want, costs) = solution_backprop::train(&flower.x, &flower.y, &start, 1.2, 200);
        let mut deep = network(&start, Hidden::TANH);
        let deep_costs = deep.train(&flower.x, &flower.y, 1.2, 200);
        agrees("parameters", &parameters(&deep), &want, 1e-12).unwrap();
        for (got, want) in deep_costs.iter().zip(&costs) {
            assert!((got - want).abs() < 1e-12, "cost {got} instead of {want}");
        }
    }

    #[test]
    fn gradients_are_the_central_differences_at_any_depth() {
        let mut rng = starts::generator(3, 0);
        let (x, y) = (
            starts::normal(&mut rng, 2, 5),
            Array2::from_shape_fn((1, 5), |(_, j)| if j < 2 { 1.0 } else { 0.0 }),
        );
        let hiddens =
            [Hidden::SIGMOID, Hidden::TANH, Hidden::TanhPlusOne, Hidden::LEAKY, Hidden::LINEAR];
        for hidden in hiddens {
            for output in [Output::Sigmoid, Output::Relu, Output::Linear] {
                let network = Network {
                    layers: starts::scaled(&mut rng, &[2, 3, 3, 1], 2.0),
                    hidden,
                    output,
                };
                let gradients = network.backward(&network.forward(&x), &y);
                for (i, gradient) in gradients.iter().enumerate() {
                    for (at, got) in gradient.w.indexed_iter() {
                        let cost = |by: f64| {
                            let mut moved = network.clone();
                            moved.layers[i].w[at] += by;
                            moved.cost(&moved.forward(&x), &y)
                        };
                        let numeric = (cost(1e-5) - cost(-1e-5)) / 2e-5;
                        assert!(
                            (got - numeric).abs() < 1e-7,
                            "{hidden:?}, {output:?}, layer {i}, {at:?}: {got} instead of {numeric}"
                        );
                    }
                }
            }
        }
    }
}
