//! The numbers that the functions of this lesson are tried on, and how near their values must be.

use std::cell::Cell;

use testkit::generators::{eighths, numbers, one_of};
use testkit::gradient::{TOLERANCE, central_difference, near_kink};
use testkit::{Strategy, Verdict, agrees, close, ensure, for_all, for_each, number};

/// How far a value may be off where the function is between -1 and 1. Measured on a dozen ways to
/// write each function, right ones stay below half of it.
pub(crate) const ROUNDING: f64 = 1e-15;

/// The largest input: up to here `z + |z|` and `(1 + negative_slope) * z` do not overflow.
const LARGEST: f64 = 1e300;

/// Numbers of every size, from the smallest to [`LARGEST`], on the grid of eighths and off it.
pub(crate) fn everywhere() -> impl Strategy<Value = f64> {
    let of_any_size = (-60..=9_i32, -2.0..2.0_f64);
    (0..=3_i32, numbers(), of_any_size).prop_map(|(pick, plain, (exponent, factor))| {
        let z = if pick < 3 { plain } else { factor * 2.0_f64.powi(exponent) };
        z.clamp(-LARGEST, LARGEST)
    })
}

/// Numbers that are always tried, simple ones first: where students change the formula (20, 30,
/// 100, 500), where an exponential or its square overflows (355, 709), and every power of 2 below.
pub(crate) fn landmarks() -> Vec<f64> {
    let simple = [0.125, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0];
    let ordinary = (4..=40).map(|i| f64::from(i) + 0.375);
    let large = [45.5, 50.5, 64.0, 90.0, 101.5, 200.0, 300.0, 354.5, 356.0, 375.0, 400.0, 501.5];
    let edges = [600.0, 701.5, 709.5, 710.0, 740.0, 746.0, 1e3, 1e4, 1e5, 1e10, 1e20, 1e50];
    let huge = [1e100, 1e155, 1e200, LARGEST, 8e307];
    let tiny = (4..=60).map(|i| 1.375 / 2.0_f64.powi(i));
    let least = [1e-30, 1e-100, 1e-200, 1e-300];
    let sizes = simple.into_iter().chain(ordinary).chain(large).chain(edges).chain(huge);
    let signed = sizes.chain(tiny).chain(least).flat_map(|size| [size, -size]);
    std::iter::once(0.0).chain(signed).collect()
}

/// Where a curve that fades is looked at, so far out that `1 - a` has no digits left.
const FAR_OUT: [f64; 25] = [
    36.0, 37.0, 38.0, 39.0, 40.0, 41.0, 42.0, 43.0, 44.0, 45.0, 46.0, 47.0, 48.0, 49.0, 50.0, 51.0,
    60.0, 80.0, 100.0, 150.0, 200.0, 300.0, 400.0, 500.0, 700.0,
];

/// Holds when `curve`, which is called `name`, does not stop at exactly 0 where it was right just before.
/// A formula that loses its digits on the way, such as `1 - 1 / (1 + e^z)`, ends at 0 by itself, and may.
pub(crate) fn fades_without_a_limit(
    name: &str,
    curve: impl Fn(f64) -> f64,
    right: impl Fn(f64) -> f64,
    farthest: f64,
) -> Verdict {
    for side in [-1.0, 1.0] {
        let was_right = Cell::new(false);
        let numbers = FAR_OUT.into_iter().take_while(|z| *z <= farthest).map(|z| side * z);
        for_each(["z"], numbers, |&z| {
            let (got, want) = (curve(z), right(z));
            ensure!(
                got != 0.0 || !was_right.get(),
                "{name}({z}) came out as exactly 0; it must be {want}. It comes closer and closer to \
                 0, and there is no limit beyond which it is 0.",
                "{name}({z})의 결과가 정확히 0입니다. 올바른 값은 {want}입니다. 0에 점점 가까워질 뿐, 0이 \
                 되는 한계는 없습니다.",
                want = number(want)
            );
            was_right.set((got - want).abs() <= 1e-6 * want);
            Ok(())
        })?;
    }
    Ok(())
}

/// Slopes of a leak, from 0 to 1: those in use, both ends, and any other.
pub(crate) fn negative_slopes() -> impl Strategy<Value = f64> {
    (0..=1_i32, one_of(&USUAL_SLOPES), 0.0..1.0_f64)
        .prop_map(|(pick, usual, other)| if pick == 0 { usual } else { other })
}

const USUAL_SLOPES: [f64; 7] = [0.01, 0.125, 0.0, 1.0, 0.3, 0.001, 0.2];

/// Holds when `property` holds at the landmarks and everywhere else.
pub(crate) fn for_every_z(property: impl Fn(f64) -> Verdict) -> Verdict {
    for_each(["z"], landmarks(), |z| property(*z))?;
    for_all(["z"], everywhere(), |z| property(*z))
}

/// Holds when `property` holds for every `z` and every slope of a leak.
pub(crate) fn for_every_z_and_slope(property: impl Fn(f64, f64) -> Verdict) -> Verdict {
    let landmarks = landmarks().into_iter().zip(USUAL_SLOPES.into_iter().cycle());
    for_each(["z", "negative_slope"], landmarks, |(z, slope)| property(*z, *slope))?;
    let inputs = (everywhere(), negative_slopes());
    for_all(["z", "negative_slope"], inputs, |(z, slope)| property(*z, *slope))
}

/// Holds when `got` is within `allowed` of `want`.
pub(crate) fn near(what: &str, got: f64, want: f64, allowed: f64) -> Verdict {
    if got == want || (got - want).abs() <= allowed {
        return Ok(());
    }
    agrees(what, &got, &want, 0.0)
}

/// Rounding in a function of which every piece is a straight line. Relative to `z`, because the
/// pieces may be computed from sums such as `((1 + s) z + (1 - s) |z|) / 2`.
pub(crate) fn rounding_of_lines(z: f64) -> f64 {
    ROUNDING * z.abs().max(1.0 / LARGEST)
}

/// Holds when `slope` is that of `curve`, by central differences, off the kink at 0 if it has one.
pub(crate) fn is_the_slope_of(
    name: &str,
    curve: impl Fn(f64) -> f64,
    has_kink: bool,
    slope: impl Fn(f64) -> f64,
) -> Verdict {
    let steepest = Cell::new(0.0_f64);
    let check = |z: f64| {
        if has_kink && near_kink(z, 0.0) {
            return Ok(());
        }
        let (got, want) = (slope(z), central_difference(&curve, z));
        steepest.set(steepest.get().max(want.abs()));
        ensure!(
            close(got, want, TOLERANCE),
            "{name} at {z} came out as {got}, but there the function rises at a rate of {want}.",
            "{z}에서 {name}의 결과가 {got}입니다. 그러나 그 점에서 함수의 변화율은 {want}입니다.",
            got = number(got),
            want = number((want * 1e6).round() / 1e6)
        );
        Ok(())
    };
    for_each(["z"], [1.0, -1.0], |z| check(*z))?;
    for_all(["z"], eighths(-96..=96), |z| check(*z))?;
    assert!(steepest.get() > 0.1, "{name} was tried on flat parts of its function only");
    Ok(())
}
