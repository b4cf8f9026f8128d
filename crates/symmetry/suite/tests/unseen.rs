//! Wrong answers that were written without a look at the catalogue, and what the diagnosis says of them.
//!
//! They are kept as they were written: the diagnosis is made for answers that nobody has seen.

// A wrong answer stays as it was written.
#![allow(clippy::pedantic)]

use init::Parameters;
use ndarray::{Axis, s};
use symmetry::{Start, fill};
use symmetry_suite::reference::unit_classes as classes;
use symmetry_suite::{Answers, LESSON};
use testkit::audit::Unseen;
use testkit::unseen;

const UNSEEN: &[Unseen<Answers>] = &[
    // unit_classes
    unseen!(unit_classes, |p, t| classes(p, t) + 1, "1"),
    unseen!(unit_classes, |p, t| p.w1.nrows() - classes(p, t), "n_h"),
    unseen!(unit_classes, |p, _| classes(p, 0.0), "tolerance"),
    unseen!(unit_classes, |p, t| classes(p, 2.0 * t), "tolerance"),
    unseen!(unit_classes, |p, _| classes(p, 1e-3), "tolerance|0.001"),
    unseen!(unit_classes, |p, _| p.w1.nrows(), "n_h"),
    unseen!(unit_classes, |_, _| 1, "1"),
    unseen!(unit_classes, |p, t| classes(&Parameters { b1: &p.b1 * 0.0, ..p.clone() }, t), "b1"),
    unseen!(unit_classes, |p, t| classes(&Parameters { w2: &p.w2 * 0.0, ..p.clone() }, t), "w2"),
    unseen!(unit_classes, |p, t| classes(&Parameters { w1: &p.w1 * 0.0, ..p.clone() }, t), "w1"),
    unseen!(
        unit_classes,
        |p, t| classes(&Parameters { w1: p.w1.mapv(f64::abs), ..p.clone() }, t),
        "w1|sign"
    ),
    unseen!(
        unit_classes,
        |p, t| classes(
            &Parameters {
                w1: p.w1.mapv(f64::abs),
                b1: p.b1.mapv(f64::abs),
                w2: p.w2.mapv(f64::abs),
                ..p.clone()
            },
            t
        ),
        "sign|size|abs|1 too small||parameters|"
    ),
    unseen!(unit_classes, |p, t| classes(p, t).min(2), "2"),
    unseen!(
        unit_classes,
        |p, t| classes(&Parameters { w1: p.w1.slice(s![.., ..1]).to_owned(), ..p.clone() }, t),
        "column|w1|first"
    ),
    unseen!(
        unit_classes,
        |p, t| classes(&Parameters { w2: p.w2.slice(s![..1, ..]).to_owned(), ..p.clone() }, t),
        "row|w2|first"
    ),
    unseen!(
        unit_classes,
        |p, t| classes(&Parameters { w1: p.w1.mapv(f64::round), ..p.clone() }, t),
        "w1|round"
    ),
    unseen!(unit_classes, |p, t| classes(p, t * 10.0), "tolerance|10|too small"),
    // breaks_symmetry
    unseen!(breaks_symmetry, |w1, _, _| w1 == Start::Random, "w1|b1|w2|true|false"),
    unseen!(
        breaks_symmetry,
        |w1, b1, w2| w1 == Start::Random && b1 == Start::Random && w2 == Start::Random,
        "true|false|Random|b1|One is enough"
    ),
    unseen!(
        breaks_symmetry,
        |w1, b1, w2| w1 != Start::Zero || b1 != Start::Zero || w2 != Start::Zero,
        "Constant|true|false|start but zero"
    ),
    unseen!(breaks_symmetry, |w1, _, w2| w1 == Start::Random || w2 == Start::Random, "b1"),
    unseen!(breaks_symmetry, |_, b1, w2| b1 == Start::Random || w2 == Start::Random, "w1"),
    unseen!(breaks_symmetry, |w1, b1, _| w1 == Start::Random || b1 == Start::Random, "w2"),
    unseen!(
        breaks_symmetry,
        |w1, b1, w2| !(w1 == Start::Random || b1 == Start::Random || w2 == Start::Random),
        "opposite|true|negat|not"
    ),
    unseen!(breaks_symmetry, |_, _, _| false, "false"),
    unseen!(breaks_symmetry, |_, _, _| true, "true"),
    unseen!(breaks_symmetry, |w1, b1, w2| w1 != w2 || b1 == Start::Random, "true|false|w1"),
    unseen!(
        breaks_symmetry,
        |w1, b1, w2| (w1 == Start::Random || b1 == Start::Random || w2 == Start::Random)
            && w2 != Start::Zero,
        "w2|Zero"
    ),
    // permute_units
    unseen!(
        permute_units,
        |p, o| Parameters {
            w1: p.w1.select(Axis(0), o),
            b1: p.b1.select(Axis(0), o),
            w2: p.w2.select(Axis(1), o),
            b2: -&p.b2
        },
        "b2"
    ),
    unseen!(
        permute_units,
        |p, o| Parameters {
            w1: p.w1.select(Axis(0), o),
            b1: p.b1.clone(),
            w2: p.w2.select(Axis(1), o),
            b2: p.b2.clone()
        },
        "b1"
    ),
    unseen!(
        permute_units,
        |p, o| Parameters {
            w1: p.w1.select(Axis(0), o),
            b1: p.b1.select(Axis(0), o),
            w2: p.w2.clone(),
            b2: p.b2.clone()
        },
        "w2"
    ),
    unseen!(permute_units, |p, _| p.clone(), "order|parameters|change|unchanged"),
    unseen!(
        permute_units,
        |p, o| {
            let o: Vec<usize> = o.iter().rev().copied().collect();
            Parameters {
                w1: p.w1.select(Axis(0), &o),
                b1: p.b1.select(Axis(0), &o),
                w2: p.w2.select(Axis(1), &o),
                b2: p.b2.clone(),
            }
        },
        "revers|back|end"
    ),
    unseen!(
        permute_units,
        |p, o| Parameters {
            w1: p.w1.select(Axis(0), o),
            b1: p.b1.select(Axis(0), o),
            w2: p.w2.select(Axis(1), o),
            b2: &p.b2 * 0.0
        },
        "b2"
    ),
    unseen!(
        permute_units,
        |p, o| Parameters {
            w1: p.w1.select(Axis(0), o),
            b1: p.b1.select(Axis(0), o),
            w2: -p.w2.select(Axis(1), o),
            b2: p.b2.clone()
        },
        "w2"
    ),
    unseen!(
        permute_units,
        |p, o| Parameters {
            w1: p.w1.select(Axis(0), o) * 2.0,
            b1: p.b1.select(Axis(0), o),
            w2: p.w2.select(Axis(1), o),
            b2: p.b2.clone()
        },
        "w1"
    ),
    // flip_unit
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.w1.row_mut(u).mapv_inplace(|w| -w);
            p.w2.column_mut(u).mapv_inplace(|w| -w);
            p
        },
        "b1"
    ),
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.w1.row_mut(u).mapv_inplace(|w| -w);
            p.b1[[u, 0]] *= -1.0;
            p
        },
        "w2"
    ),
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.b1[[u, 0]] *= -1.0;
            p.w2.column_mut(u).mapv_inplace(|w| -w);
            p
        },
        "w1"
    ),
    unseen!(
        flip_unit,
        |p, _| {
            let mut p = p.clone();
            p.w1.row_mut(0).mapv_inplace(|w| -w);
            p.b1[[0, 0]] *= -1.0;
            p.w2.column_mut(0).mapv_inplace(|w| -w);
            p
        },
        "unit|0"
    ),
    unseen!(
        flip_unit,
        |p, _| Parameters { w1: -&p.w1, b1: -&p.b1, w2: -&p.w2, b2: p.b2.clone() },
        "w1|unit|all"
    ),
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.w1.row_mut(u).mapv_inplace(|w| -w);
            p.b1[[u, 0]] *= -1.0;
            p.w2.column_mut(u).mapv_inplace(|w| -w);
            p.b2.mapv_inplace(|b| -b);
            p
        },
        "b2"
    ),
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.w1.row_mut(u).fill(0.0);
            p.b1[[u, 0]] *= -1.0;
            p.w2.column_mut(u).mapv_inplace(|w| -w);
            p
        },
        "w1"
    ),
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.w1.row_mut(u).mapv_inplace(f64::abs);
            p.b1[[u, 0]] *= -1.0;
            p.w2.column_mut(u).mapv_inplace(|w| -w);
            p
        },
        "w1"
    ),
    unseen!(
        flip_unit,
        |p, u| {
            let mut p = p.clone();
            p.w1.row_mut(u).mapv_inplace(|w| -2.0 * w);
            p.b1[[u, 0]] *= -1.0;
            p.w2.column_mut(u).mapv_inplace(|w| -w);
            p
        },
        "w1"
    ),
    unseen!(flip_unit, |p, _| p.clone(), "parameters|change|unchanged|as it was"),
];

/// How many are named, observed and silent; DETECTION.md adds up.
#[test]
fn unseen_answers_are_refused_and_explained_truly() {
    testkit::audit::check_unseen(&LESSON, UNSEEN, [40, 4, 2]);
}
