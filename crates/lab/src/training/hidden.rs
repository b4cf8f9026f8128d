//! Activation functions of hidden layers: those of lesson 1, and variants that differ in one trait, to
//! find out which trait matters.

use activations::Activation;
use ndarray::{Array2, Zip};
use solution_activations::{leaky_relu, leaky_relu_prime, sigmoid_prime_from_a, tanh_prime_from_a};

/// The activation function of a hidden layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Hidden {
    /// One of lesson 1.
    Lesson(Activation),
    /// `tanh(z) + 1`: the slope of tanh at every `z`, but outputs around 1 instead of 0.
    TanhPlusOne,
    /// Leaky ReLU with a slope of its own.
    Leaky {
        /// The slope for negative `z`.
        negative_slope: f64,
    },
    /// ReLU with another convention for its slope at exactly 0.
    ReluWithSlopeAtZero(f64),
}

impl Hidden {
    /// Bounded by 0 and 1.
    pub const SIGMOID: Self = Self::Lesson(Activation::Sigmoid);
    /// Bounded by -1 and 1.
    pub const TANH: Self = Self::Lesson(Activation::Tanh);
    /// Zero for negative `z`.
    pub const RELU: Self = Self::Lesson(Activation::Relu);
    /// Leaky ReLU with the slope of the lessons.
    pub const LEAKY: Self = Self::Lesson(Activation::LeakyRelu);
    /// No activation at all.
    pub const LINEAR: Self = Self::Lesson(Activation::Identity);

    /// The activation of every entry of `z`.
    pub fn value(self, z: &Array2<f64>) -> Array2<f64> {
        match self {
            // As lesson 3 has it. The form `2 sigmoid(2z) - 1` of lesson 1 is right to 1e-16, which
            // is not enough where a deep network shrinks its signals far below that.
            Self::TANH => z.mapv(f64::tanh),
            Self::Lesson(activation) => solution_activations::forward(activation, z),
            Self::TanhPlusOne => z.mapv(|z| z.tanh() + 1.0),
            Self::Leaky { negative_slope } => z.mapv(|z| leaky_relu(z, negative_slope)),
            Self::ReluWithSlopeAtZero(_) => Self::RELU.value(z),
        }
    }

    /// Multiplies every entry of `error` by the slope at the same place, where `z` became `a`.
    pub fn multiply_by_slope(self, error: &mut Array2<f64>, z: &Array2<f64>, a: &Array2<f64>) {
        match self {
            Self::SIGMOID => by(error, a, sigmoid_prime_from_a),
            Self::TANH => by(error, a, tanh_prime_from_a),
            Self::TanhPlusOne => by(error, a, |a| tanh_prime_from_a(a - 1.0)),
            Self::Leaky { negative_slope } => {
                by(error, z, |z| leaky_relu_prime(z, negative_slope));
            }
            Self::ReluWithSlopeAtZero(slope) => {
                by(error, z, |z| if z == 0.0 { slope } else { f64::from(z > 0.0) });
            }
            Self::Lesson(activation) => *error *= &solution_activations::prime(activation, z),
        }
    }

    /// The gain of weights that keep a signal's size: 2 where half of the signal is dropped, else 1.
    pub fn gain(self) -> f64 {
        match self {
            Self::RELU | Self::LEAKY | Self::Leaky { .. } | Self::ReluWithSlopeAtZero(_) => 2.0,
            Self::Lesson(_) | Self::TanhPlusOne => 1.0,
        }
    }

    /// The name in tables and figures: `leaky 0.3`.
    pub fn name(self) -> String {
        match self {
            Self::SIGMOID => "sigmoid".into(),
            Self::TANH => "tanh".into(),
            Self::RELU => "ReLU".into(),
            Self::LEAKY => "leaky ReLU".into(),
            Self::Lesson(_) => "linear".into(),
            Self::TanhPlusOne => "tanh + 1".into(),
            Self::Leaky { negative_slope } => format!("leaky {negative_slope}"),
            Self::ReluWithSlopeAtZero(slope) => format!("ReLU'(0) = {slope}"),
        }
    }
}

fn by(error: &mut Array2<f64>, at: &Array2<f64>, slope: impl Fn(f64) -> f64) {
    Zip::from(error).and(at).for_each(|error, at| *error *= slope(*at));
}
