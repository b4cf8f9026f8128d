//! The curve of an activation function: the student's, the right one, and their slopes.

use contract::{Text, say};
use serde_json::{Value, json};

use super::fields::{Fields, wrong};
use super::network::Network;
use super::numbers::{brief, list};
use super::trouble::Trouble;

/// An activation function with its slopes, as a network provides them.
struct Curve {
    value: fn(&Network, f64, f64) -> f64,
    slope: fn(&Network, f64, f64) -> f64,
    slope_from_a: Option<fn(&Network, f64) -> f64>,
}

fn curve(name: &str) -> Option<Curve> {
    Some(match name {
        "sigmoid" => Curve {
            value: |network, z, _| network.activations.sigmoid(z),
            slope: |network, z, _| network.activations.sigmoid_prime(z),
            slope_from_a: Some(|network, a| network.activations.sigmoid_prime_from_a(a)),
        },
        "tanh" => Curve {
            value: |network, z, _| network.activations.tanh(z),
            slope: |network, z, _| network.activations.tanh_prime(z),
            slope_from_a: Some(|network, a| network.activations.tanh_prime_from_a(a)),
        },
        "relu" => Curve {
            value: |network, z, _| network.activations.relu(z),
            slope: |network, z, _| network.activations.relu_prime(z),
            slope_from_a: None,
        },
        "leaky_relu" => Curve {
            value: |network, z, slope| network.activations.leaky_relu(z, slope),
            slope: |network, z, slope| network.activations.leaky_relu_prime(z, slope),
            slope_from_a: None,
        },
        _ => return None,
    })
}

/// From this slope on a unit learns; below it is saturated.
const SATURATED: f64 = 0.01;
/// Values that agree up to this part of them are equal.
const TOLERANCE: f64 = 1e-9;

/// What is asked of a curve.
struct Asked {
    curve: Curve,
    points: Vec<f64>,
    negative_slope: f64,
}

/// Answers `curve`; what fails is returned beside it.
pub(super) fn ask(
    fields: Fields<'_>,
    network: &Network,
    right: &Network,
) -> Result<(Value, Text, Option<Trouble>), Text> {
    let name = fields.text("function")?;
    let curve = curve(name).ok_or_else(|| wrong("function"))?;
    let reach = -1e6..=1e6;
    let (from, to) =
        (fields.number("from", reach.clone(), None)?, fields.number("to", reach, None)?);
    let count = fields.count("count", 2..=2001)?;
    let scale = fields.number("scale", -1e6..=1e6, Some(1.0))?;
    let negative_slope = fields.number("negative_slope", -10.0..=10.0, Some(0.01))?;
    let share = |i: usize| i as f64 / (count - 1) as f64;
    let points: Vec<f64> = (0..count).map(|i| from + share(i) * (to - from)).collect();
    let scaled = points.iter().map(|z| scale * z).collect();
    let asked = Asked { curve, points: scaled, negative_slope };
    let mut failed = None;
    let mut keep = |outcome: Result<Vec<f64>, Trouble>| match outcome {
        Ok(numbers) => Some(numbers),
        Err(trouble) => {
            failed.get_or_insert(trouble);
            None
        }
    };
    let a = keep(asked.values(network));
    let slope = keep(asked.slopes(network));
    let from_a = match (&a, asked.curve.slope_from_a) {
        (Some(a), Some(slope)) => {
            keep(network.attempt(|network| a.iter().map(|a| slope(network, *a)).collect()))
        }
        _ => None,
    };
    let right_a = keep(asked.values(right)).unwrap_or_default();
    let right_slope = keep(asked.slopes(right)).unwrap_or_default();
    let finding =
        finding(name, &asked.points, (a.as_deref(), &right_a), (slope.as_deref(), &right_slope));
    let or_null = |numbers: &Option<Vec<f64>>| numbers.as_ref().map_or(Value::Null, list);
    let value = json!({
        "z": list(&points),
        "a": or_null(&a),
        "right": list(&right_a),
        "slope": or_null(&slope),
        "slope_from_a": or_null(&from_a),
        "right_slope": list(&right_slope),
    });
    Ok((value, finding, failed))
}

impl Asked {
    fn values(&self, network: &Network) -> Result<Vec<f64>, Trouble> {
        let value =
            |network: &Network, z: &f64| (self.curve.value)(network, *z, self.negative_slope);
        network.attempt(|network| self.points.iter().map(|z| value(network, z)).collect())
    }

    fn slopes(&self, network: &Network) -> Result<Vec<f64>, Trouble> {
        let slope =
            |network: &Network, z: &f64| (self.curve.slope)(network, *z, self.negative_slope);
        network.attempt(|network| self.points.iter().map(|z| slope(network, z)).collect())
    }
}

/// The first place where two curves part.
fn parts(one: &[f64], right: &[f64]) -> Option<usize> {
    let close = |a: f64, b: f64| a == b || (a - b).abs() <= TOLERANCE * b.abs().max(1.0);
    one.iter().zip(right).position(|(a, b)| !close(*a, *b))
}

fn finding(
    name: &str,
    points: &[f64],
    (a, right): (Option<&[f64]>, &[f64]),
    (slope, right_slope): (Option<&[f64]>, &[f64]),
) -> Text {
    for (what, found, right) in
        [(name.to_string(), a, right), (format!("{name}_prime"), slope, right_slope)]
    {
        let Some(found) = found else { continue };
        if let Some(i) = parts(found, right) {
            let (z, got, wanted) = (brief(points[i]), brief(found[i]), brief(right[i]));
            return say!(
                "`{what}` parts from the right curve, first at z = {z}: it gives {got}, and {wanted} is right.",
                "`{what}`: 올바른 곡선과 다릅니다. 처음으로 다른 곳은 z = {z}: 결과는 {got}, 올바른 값은 {wanted}."
            );
        }
    }
    let slopes = slope.unwrap_or(right_slope);
    let flat = slopes.iter().filter(|slope| slope.abs() < SATURATED).count();
    let percent = (100.0 * flat as f64 / slopes.len().max(1) as f64).round();
    if flat == 0 {
        return say!(
            "`{name}` is right here, and nowhere saturated: its slope is at least {SATURATED} everywhere.",
            "`{name}` 함수는 여기서 모두 맞습니다. 포화된 곳이 없습니다: 기울기가 어디서나 {SATURATED} 이상입니다."
        );
    }
    say!(
        "`{name}` is right here. At {percent} % of these z it is saturated, its slope below {SATURATED}: there a unit \
         learns next to nothing.",
        "`{name}` 함수는 여기서 모두 맞습니다. z의 {percent} %에서 기울기가 {SATURATED}보다 작아 포화되었고 유닛이 거의 \
         배우지 못합니다."
    )
}
