//! Right laws of `permute_units`, of different kinds.

use init::Parameters;
use ndarray::Array2;
use testkit::{Variant, variant};

use crate::Answers;

fn near(got: &Array2<f64>, want: &Array2<f64>) -> bool {
    got.dim() == want.dim() && got.iter().zip(want).all(|(got, want)| (got - want).abs() <= 1e-9)
}

/// The outputs of the network.
fn outputs(p: &Parameters, x: &Array2<f64>) -> Array2<f64> {
    let a1 = (p.w1.dot(x) + &p.b1).mapv(f64::tanh);
    (p.w2.dot(&a1) + &p.b2).mapv(|z| 1.0 / (1.0 + (-z).exp()))
}

fn has_the_shapes(new: &Parameters, p: &Parameters) -> bool {
    [&new.w1, &new.b1, &new.w2, &new.b2].map(Array2::dim)
        == [&p.w1, &p.b1, &p.w2, &p.b2].map(Array2::dim)
}

/// Every property must accept each of these.
pub const VARIANTS: &[Variant<Answers>] = &[
    variant!("agreement: unit by unit", permute_law, |permute, p, order, _| {
        let new = permute(p, order);
        has_the_shapes(&new, p)
            && new.b2 == p.b2
            && order.iter().enumerate().all(|(i, old)| {
                new.w1.row(i) == p.w1.row(*old)
                    && new.b1.row(i) == p.b1.row(*old)
                    && new.w2.column(i) == p.w2.column(*old)
            })
    }),
    variant!(
        "metamorphic: the outputs stay, the rows move",
        permute_law,
        |permute, p, order, x| {
            let new = permute(p, order);
            has_the_shapes(&new, p)
                && near(&outputs(&new, x), &outputs(p, x))
                && order.iter().enumerate().all(|(i, old)| new.w1.row(i) == p.w1.row(*old))
        }
    ),
    variant!(
        "differential: the hidden units of a pass over x",
        permute_law,
        |permute, p, order, x| {
            let new = permute(p, order);
            if !has_the_shapes(&new, p) {
                return false;
            }
            let hidden = |p: &Parameters| p.w1.dot(x) + &p.b1;
            let moved = hidden(p).select(ndarray::Axis(0), order);
            near(&hidden(&new), &moved) && near(&outputs(&new, x), &outputs(p, x))
        }
    ),
    variant!(
        "algebraic: undone by the inverse, and the sums move",
        permute_law,
        |permute, p, order, _| {
            let mut inverse = vec![0; order.len()];
            order.iter().enumerate().for_each(|(new, old)| inverse[*old] = new);
            let new = permute(p, order);
            if !has_the_shapes(&new, p) {
                return false;
            }
            // A number for each unit, of all that belongs to it.
            let number = |p: &Parameters, i: usize| {
                p.w1.row(i).sum() + 10.0 * p.b1[[i, 0]] + 100.0 * p.w2.column(i).sum()
            };
            let back = permute(&new, &inverse);
            near(&back.w1, &p.w1)
                && near(&back.w2, &p.w2)
                && near(&new.b2, &p.b2)
                && (0..order.len()).all(|i| (number(&new, i) - number(p, order[i])).abs() <= 1e-9)
        }
    ),
];
