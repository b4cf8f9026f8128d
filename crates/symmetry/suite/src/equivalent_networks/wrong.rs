//! Pieces of wrong code that are too long for a line of the catalogue.

use init::Parameters;

use crate::reference;

/// Permutes only those of `w1`, `b1` and `w2` that `moves` says.
pub(crate) fn permuted(p: &Parameters, order: &[usize], moves: [bool; 3]) -> Parameters {
    chosen(reference::permute_units(p, order), p, moves)
}

/// Flips only those of `w1`, `b1` and `w2` that `moves` says.
pub(crate) fn flipped(p: &Parameters, unit: usize, moves: [bool; 3]) -> Parameters {
    chosen(reference::flip_unit(p, unit), p, moves)
}

fn chosen(right: Parameters, old: &Parameters, [w1, b1, w2]: [bool; 3]) -> Parameters {
    Parameters {
        w1: if w1 { right.w1 } else { old.w1.clone() },
        b1: if b1 { right.b1 } else { old.b1.clone() },
        w2: if w2 { right.w2 } else { old.w2.clone() },
        b2: right.b2,
    }
}

pub(crate) fn inverse(order: &[usize]) -> Vec<usize> {
    let place = |unit| order.iter().position(|old| *old == unit);
    (0..order.len()).map(|unit| place(unit).expect("a permutation")).collect()
}

pub(crate) fn swapped(p: &Parameters, i: usize, j: usize) -> Parameters {
    let mut order: Vec<usize> = (0..p.b1.nrows()).collect();
    order.swap(i, j);
    reference::permute_units(p, &order)
}

/// Reads and writes the same arrays.
pub(crate) fn overwritten(p: &Parameters, order: &[usize]) -> Parameters {
    let mut new = p.clone();
    for (i, old) in order.iter().enumerate() {
        for j in 0..new.w1.ncols() {
            new.w1[[i, j]] = new.w1[[*old, j]];
        }
        new.b1[[i, 0]] = new.b1[[*old, 0]];
        for k in 0..new.w2.nrows() {
            new.w2[[k, i]] = new.w2[[k, *old]];
        }
    }
    new
}

/// Puts every number of the unit through `wrong`.
pub(crate) fn mapped(p: &Parameters, unit: usize, wrong: fn(f64) -> f64) -> Parameters {
    let mut new = p.clone();
    new.w1.row_mut(unit).mapv_inplace(wrong);
    new.b1.row_mut(unit).mapv_inplace(wrong);
    new.w2.column_mut(unit).mapv_inplace(wrong);
    new
}
