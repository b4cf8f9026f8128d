//! The solutions against a table of correctly rounded values.

use activations::NEGATIVE_SLOPE;
use solution_activations::{
    leaky_relu, leaky_relu_prime, log_sigmoid, relu, relu_prime, sigmoid, sigmoid_prime, tanh,
    tanh_prime,
};

const TABLE: &str = include_str!("data/activation_reference.csv");

/// Within `1e-15`; numbers beyond 1 within as much of their size, the logarithm, whose digits count
/// in both tails, always so. The table reaches both infinities.
#[test]
fn the_functions_agree_with_the_table() {
    for line in TABLE.lines().skip(1) {
        let [name, z, want] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (z, want): (f64, f64) = (z.parse().unwrap(), want.parse().unwrap());
        let got = match name {
            "sigmoid" => sigmoid(z),
            "dsigmoid" => sigmoid_prime(z),
            "tanh" => tanh(z),
            "dtanh" => tanh_prime(z),
            "relu" => relu(z),
            "drelu" => relu_prime(z),
            "leaky_relu" => leaky_relu(z, NEGATIVE_SLOPE),
            "dleaky_relu" => leaky_relu_prime(z, NEGATIVE_SLOPE),
            "log_sigmoid" => log_sigmoid(z),
            // No function of the course, but ln(1 + e^z) = -log_sigmoid(-z).
            "softplus" => -log_sigmoid(-z),
            other => panic!("an unknown function, {other}"),
        };
        let is_logarithm = matches!(name, "log_sigmoid" | "softplus");
        let size = if is_logarithm { want.abs() } else { want.abs().max(1.0) };
        let allowed = (1e-15 * size).max(f64::from_bits(4));
        assert!(got == want || (got - want).abs() <= allowed, "{name}({z}) is {got}, not {want}");
    }
}
