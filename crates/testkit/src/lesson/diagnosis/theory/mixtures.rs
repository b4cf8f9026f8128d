//! What a result has to do with the right one and an argument, and which argument or other part it is.

use contract::say;

use super::results::{error, line, ratio};
use super::{CHANGES, Theory, nice, shown, size_of};
use crate::lesson::diagnosis::probe::{Leaf, Probe};

pub(super) fn sums(
    teacher: &Probe,
    (own, own_want): (&Leaf, &Leaf),
    (got, want): (&Leaf, &Leaf),
    all: &mut Vec<Theory<'_>>,
) {
    for (name, change) in CHANGES {
        let words = name.replace("{}", "the right value");
        let ko = name.replace("{}", "올바른 값");
        all.push(Theory::of_want("function", say!("as {words}", "{ko}입니다"), move |want| {
            Some(want.map(change))
        }));
    }
    if let Some((k, c)) = line(got, want) {
        let (k_name, c_name) = (shown(k), shown(c));
        all.push(Theory::of_want(
            "line",
            say!(
                "as {k_name} times the right value, and {c_name} added",
                "올바른 값의 {k_name}배에 {c_name}만큼 더한 값입니다"
            ),
            move |want| Some(want.map(|z| k * z + c)),
        ));
    }
    let error = self::error(own, own_want);
    for (at, input) in teacher.inputs.iter().enumerate() {
        if input.numbers.len() != 1 && input.dim != own_want.dim {
            continue;
        }
        let name = input.name.clone();
        let largest = (0..error.numbers.len())
            .max_by(|a, b| spread(input, *a).abs().total_cmp(&spread(input, *b).abs()));
        let Some(largest) = largest else { continue };
        let k = nice(error.numbers[largest] / spread(input, largest));
        if k.is_finite() && k != 0.0 {
            let k_name = shown(k);
            all.push(Theory::new(
                "added",
                say!(
                    "with {k_name} times `{name}` added to the right value",
                    "올바른 값에 `{name}`의 {k_name}배를 더한 값입니다"
                ),
                entrywise(at, move |z, x| z + k * x),
            ));
        }
        all.push(Theory::new(
            "product",
            say!("multiplied by `{name}`", "올바른 값에 `{name}` 값이 곱해졌습니다"),
            entrywise(at, |z, x| z * x),
        ));
        for (formula, change) in CHANGES {
            let formula = formula.replace("{}", &name);
            let of = |i: usize| change(spread(input, i));
            let largest = (0..own.numbers.len())
                .max_by(|a, b| own.numbers[*a].abs().total_cmp(&own.numbers[*b].abs()));
            let Some(largest) = largest else { continue };
            let k = nice(own.numbers[largest] / (own_want.numbers[largest] * of(largest)));
            if !k.is_finite() || format!("{k:.2e}").parse() != Ok(k) || k == 0.0 {
                continue;
            }
            let formula = if k == 1.0 { formula } else { format!("{} {formula}", shown(k)) };
            all.push(Theory::new(
                "product",
                say!("multiplied by `{formula}`", "올바른 값에 `{formula}` 값이 곱해졌습니다"),
                entrywise(at, move |z, x| z * k * change(x)),
            ));
        }
        all.push(Theory::new(
            "product",
            say!("divided by `{name}`", "올바른 값이 `{name}` 값으로 나뉘었습니다"),
            entrywise(at, |z, x| z / x),
        ));
    }
}

/// Entry `i` of an input that has as many as the result, or its only number.
fn spread(input: &Leaf, i: usize) -> f64 {
    input.numbers[if input.numbers.len() == 1 { 0 } else { i }]
}

/// What `combine` makes of each entry of the right value and of input `at`, where their shapes fit.
fn entrywise(
    at: usize,
    combine: impl Fn(f64, f64) -> f64 + 'static,
) -> impl Fn(&Probe, usize) -> Option<Leaf> + 'static {
    move |probe, part| {
        let (want, input) = (probe.want.get(part)?, probe.inputs.get(at)?);
        if input.numbers.len() != 1 && input.dim != want.dim {
            return None;
        }
        let numbers = want.numbers.iter().enumerate();
        let numbers = numbers.map(|(i, z)| combine(*z, spread(input, i))).collect();
        Some(Leaf { numbers, ..want.clone() })
    }
}

pub(super) fn exchanges(
    teacher: &Probe,
    part: usize,
    (got, pooled): (&Leaf, &Leaf),
    all: &mut Vec<Theory<'_>>,
) {
    let numbers = || pooled.numbers.iter().copied();
    let extremes = numbers().reduce(f64::min).zip(numbers().reduce(f64::max));
    for (other, want) in teacher.want.iter().enumerate() {
        if other != part && want.dim == got.dim && got.agrees_with(want, want) {
            let name = want.name.clone();
            all.push(Theory::new(
                "exchanged",
                say!("as what `{name}` must be", "`{name}`의 올바른 값입니다"),
                move |probe, _| probe.want.get(other).cloned(),
            ));
        }
    }
    if got.dim == (1, 1) {
        for (name, _) in &teacher.sizes {
            let (name, label) = (name.clone(), name.clone());
            all.push(Theory::new(
                "returned",
                say!("as {label}", "{label} 값입니다"),
                move |probe, part| {
                    Some(probe.want.get(part)?.map(|_| size_of(probe, &name).unwrap_or(f64::NAN)))
                },
            ));
            let (name, label) = (label.clone(), label);
            all.push(Theory::new(
                "complement",
                say!("as {label} minus the right value", "{label} 값에서 올바른 값을 뺀 것입니다"),
                move |probe, part| {
                    Some(
                        probe
                            .want
                            .get(part)?
                            .map(|z| size_of(probe, &name).unwrap_or(f64::NAN) - z),
                    )
                },
            ));
        }
        pairs(teacher, all);
    }
    for (at, input) in teacher.inputs.iter().enumerate() {
        if input.dim != got.dim || teacher.want[part].dim != got.dim {
            continue;
        }
        let name = input.name.clone();
        let returned = say!("as `{name}`, unchanged", "`{name}` 그대로입니다");
        all.push(Theory::new("returned", returned, move |probe, _| probe.inputs.get(at).cloned()));
        for (formula, change) in CHANGES {
            let formula = formula.replace("{}", &name);
            all.push(Theory::new(
                "returned",
                say!("as `{formula}`", "`{formula}`입니다"),
                move |probe, _| Some(probe.inputs.get(at)?.map(change)),
            ));
        }
        if let (1, Some((low, high))) = (got.numbers.len(), extremes) {
            for (formula, end, is_low) in [("max", low, true), ("min", high, false)] {
                // Next to 0 it is 0, which is among the changes.
                if end.abs() < 1e-9 {
                    continue;
                }
                let formula = format!("{formula}({name}, {})", shown(end));
                all.push(Theory::new(
                    "returned",
                    say!("as `{formula}`", "`{formula}`입니다"),
                    move |probe, _| {
                        let cut = |z: f64| if is_low { z.max(end) } else { z.min(end) };
                        Some(probe.inputs.get(at)?.map(cut))
                    },
                ));
            }
        }
        let Some(k) = ratio(got, input).map(nice).filter(|k| *k != 0.0 && *k != 1.0) else {
            continue;
        };
        let k_name = shown(k);
        all.push(Theory::new(
            "returned",
            say!("as {k_name} times `{name}`", "`{name}`의 {k_name}배입니다"),
            move |probe, _| Some(probe.inputs.get(at)?.map(|z| k * z)),
        ));
    }
}

/// Theories that a number was made from two of the arguments.
fn pairs(teacher: &Probe, all: &mut Vec<Theory<'_>>) {
    type Operation = (char, fn(f64, f64) -> f64);
    const OPERATIONS: [Operation; 4] =
        [('+', |a, b| a + b), ('-', |a, b| a - b), ('*', |a, b| a * b), ('/', |a, b| a / b)];
    let is_number = |(_, leaf): &(usize, &Leaf)| leaf.dim == (1, 1);
    let numbers = || teacher.inputs.iter().enumerate().filter(is_number);
    for (first, left) in numbers() {
        for (second, right) in numbers().filter(|(second, _)| *second != first) {
            for (sign, operation) in OPERATIONS {
                let formula = format!("{} {sign} {}", left.name, right.name);
                all.push(Theory::new(
                    "returned",
                    say!("as `{formula}`", "`{formula}`입니다"),
                    move |probe, _| {
                        let (left, right) = (probe.inputs.get(first)?, probe.inputs.get(second)?);
                        Some(left.map(|z| operation(z, right.numbers[0])))
                    },
                ));
            }
        }
    }
}
