//! Results that are right for an argument with a constant in it, which is searched for.

use contract::attempt;

use super::arguments::{as_if, changed, of_changed};
use super::{Theory, nice, shown};
use crate::lesson::diagnosis::probe::{Interview, Probe};

/// A formula for a number of an argument with a constant in it.
type WithConstant = fn(f64, f64) -> f64;

/// Theories whose constant has to be searched for.
pub(super) fn fitted_arguments<'a>(
    interview: &'a Interview<'a>,
    (teacher, part): (&Probe, usize),
    (name, places): (&str, &[usize]),
    all: &mut Vec<Theory<'a>>,
) {
    let Some((got, want)) =
        teacher.got.as_ref().and_then(|got| got.get(part)).zip(teacher.want.get(part))
    else {
        return;
    };
    if got.dim != want.dim {
        return;
    }
    // The entry that is farthest off tells most.
    let error = |i: &usize| (got.numbers[*i] - want.numbers[*i]).abs();
    let finite = (0..want.numbers.len()).filter(|i| error(i).is_finite());
    let Some(entry) = finite.max_by(|a, b| error(a).total_cmp(&error(b))) else { return };
    let forms: [(&str, WithConstant); 7] = [
        ("{c} {}", |z, c| c * z),
        ("{} + {c}", |z, c| z + c),
        ("{c}", |_, c| c),
        ("min({}, {c})", f64::min),
        ("max({}, {c})", f64::max),
        ("clamp({}, -{c}, {c})", |z, c| if c > 0.0 { z.clamp(-c, c) } else { f64::NAN }),
        ("clamp({}, {c}, 1 - {c})", |z, c| {
            if c > 0.0 && c < 0.5 { z.clamp(c, 1.0 - c) } else { f64::NAN }
        }),
    ];
    for (formula, form) in forms {
        let outcome = |c: f64| {
            let arguments = changed(teacher, places, &|leaf| Some(leaf.map(|z| form(z, c))))?;
            let parts = attempt(|| interview.right(&arguments)).ok().flatten()?;
            parts.get(part)?.numbers.get(entry).map(|z| z - got.numbers[entry])
        };
        for c in roots(&outcome).into_iter().map(nice) {
            let formula = formula.replace("{}", name).replace("{c}", &shown(c));
            let formula = formula.replace("+ -", "- ");
            let places = places.to_vec();
            all.push(Theory {
                family: "argument",
                words: as_if(name, &formula, &formula),
                predict: of_changed(interview, move |probe| {
                    changed(probe, &places, &|leaf| Some(leaf.map(|z| form(z, c))))
                }),
            });
        }
    }
}

/// Where students' constants lie.
const CONSTANTS: [f64; 31] = [
    -100.0, -10.0, -5.0, -3.0, -2.0, -1.5, -1.0, -0.5, -0.2, -0.1, -0.01, -0.001, 0.0, 1e-8, 1e-6,
    1e-5, 1e-4, 1e-3, 0.01, 0.05, 0.1, 0.2, 0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0, 20.0, 100.0,
];

/// Up to two constants at which `outcome` is 0.
fn roots(outcome: &dyn Fn(f64) -> Option<f64>) -> Vec<f64> {
    let values: Vec<(f64, Option<f64>)> = CONSTANTS.iter().map(|c| (*c, outcome(*c))).collect();
    let is_zero = |z: f64| z.abs() < 1e-12;
    let mut roots: Vec<f64> =
        values.iter().filter(|(_, z)| z.is_some_and(is_zero)).map(|(c, _)| *c).collect();
    // Where many constants do, none is fitted.
    if roots.len() > 2 {
        return Vec::new();
    }
    for pair in values.windows(2) {
        if roots.len() == 2 {
            break;
        }
        let ((mut low, Some(below)), (mut high, Some(above))) = (pair[0], pair[1]) else {
            continue;
        };
        if is_zero(below) || is_zero(above) || below.signum() == above.signum() {
            continue;
        }
        for _ in 0..48 {
            let middle = 0.5 * (low + high);
            match outcome(middle) {
                Some(z) if z.signum() == below.signum() => low = middle,
                Some(_) => high = middle,
                None => break,
            }
        }
        roots.push(0.5 * (low + high));
    }
    roots
}
