//! Right ways to write `log_sigmoid`.

use testkit::{Variant, variant};

use crate::Answers;
use crate::reference::sigmoid;

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("in two branches", log_sigmoid, |z| if z > 0.0 {
        -(-z).exp().ln_1p()
    } else {
        z - z.exp().ln_1p()
    }),
    variant!("minus softplus of -z", log_sigmoid, |z| {
        let x = -z;
        -(x.max(0.0) + (-x.abs()).exp().ln_1p())
    }),
    variant!("the logarithm of the sigmoid where that is safe", log_sigmoid, |z| {
        if z < -700.0 {
            z
        } else if z < 0.0 {
            sigmoid(z).ln()
        } else {
            -(-z).exp().ln_1p()
        }
    }),
    variant!("ln_1p, except far on the left", log_sigmoid, |z| if z < -40.0 {
        z
    } else {
        -(-z).exp().ln_1p()
    }),
    variant!("ln_1p of the mirror image, for positive z", log_sigmoid, |z| if z > 0.0 {
        (-sigmoid(-z)).ln_1p()
    } else {
        z - z.exp().ln_1p()
    }),
    variant!("the exponential alone, far on the right", log_sigmoid, |z| {
        if z > 40.0 { -(-z).exp() } else { z.min(0.0) - (-z.abs()).exp().ln_1p() }
    }),
    variant!("a sum of exponentials, the larger one taken out", log_sigmoid, |z| {
        let largest = 0.0_f64.max(-z);
        if z < 0.0 {
            -(largest + ((-largest).exp() + (-z - largest).exp()).ln())
        } else {
            -(-z - largest).exp().ln_1p()
        }
    }),
];
