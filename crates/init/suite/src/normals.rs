//! Right ways to draw a standard normal number.

use std::f64::consts::{E, TAU};

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

/// Marsaglia's polar method: a point in the unit disc, by rejection.
pub(crate) fn polar(rng: &mut StdRng) -> f64 {
    loop {
        let (x, y) = (2.0 * rng.random::<f64>() - 1.0, 2.0 * rng.random::<f64>() - 1.0);
        let square = x * x + y * y;
        if square > 0.0 && square < 1.0 {
            return x * (-2.0 * square.ln() / square).sqrt();
        }
    }
}

/// Half of what Box and Muller draw: the sine.
pub(crate) fn sine(rng: &mut StdRng) -> f64 {
    let u = 1.0 - rng.random::<f64>();
    (-2.0 * u.ln()).sqrt() * (TAU * rng.random::<f64>()).sin()
}

/// Kinderman and Monahan's ratio of uniform numbers, by rejection.
pub(crate) fn ratio(rng: &mut StdRng) -> f64 {
    loop {
        let u = 1.0 - rng.random::<f64>();
        let z = (8.0 / E).sqrt() * (rng.random::<f64>() - 0.5) / u;
        if z * z <= -4.0 * u.ln() {
            return z;
        }
    }
}

/// The inverse distribution function by Acklam's rational functions (relative error 1e-9).
pub(crate) fn inverse(rng: &mut StdRng) -> f64 {
    let u = loop {
        let u: f64 = rng.random();
        if u > 0.0 {
            break u;
        }
    };
    if u < 0.02425 {
        tail(u)
    } else if u > 1.0 - 0.02425 {
        -tail(1.0 - u)
    } else {
        middle(u - 0.5)
    }
}

/// `((a x + b) x + c) ...`
fn polynomial(x: f64, coefficients: &[f64]) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

fn middle(q: f64) -> f64 {
    let above = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    let below = [
        -54.476_098_798_224_06,
        161.585_836_858_040_9,
        -155.698_979_859_886_6,
        66.801_311_887_719_72,
        -13.280_681_552_885_72,
        1.0,
    ];
    q * polynomial(q * q, &above) / polynomial(q * q, &below)
}

fn tail(u: f64) -> f64 {
    let above = [
        -0.007_784_894_002_430_293,
        -0.322_396_458_041_136_5,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    let below = [
        0.007_784_695_709_041_462,
        0.322_467_129_070_039_8,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
        1.0,
    ];
    let q = (-2.0 * u.ln()).sqrt();
    polynomial(q, &above) / polynomial(q, &below)
}

/// A generator of its own, seeded from the given one.
pub(crate) fn split(rng: &mut StdRng) -> StdRng {
    StdRng::from_seed(rng.random())
}
