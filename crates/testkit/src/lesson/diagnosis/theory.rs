//! Families of mistakes: what a wrong result has to do with the right one, up to a constant that is fitted.
//!
//! Each theory is made from one call, so that its constant fits there, and then has to predict all others.

use std::cell::RefCell;

use contract::{Text, Value, attempt, say};

use super::probe::{Interview, Leaf, Probe, put_together};
use crate::show;

/// A number of a call.
type Size = Box<dyn Fn(&Probe) -> Option<f64>>;

/// What a theory says of one part of the result; `None` where it says nothing.
pub(super) type Predict<'a> = Box<dyn Fn(&Probe, usize) -> Option<Leaf> + 'a>;

/// A way in which a result may be wrong.
pub(super) struct Theory<'a> {
    /// The name of the family.
    pub(super) family: &'static str,
    /// Continues "The result came out" and "결과가".
    pub(super) words: Text,
    pub(super) predict: Predict<'a>,
}

impl<'a> Theory<'a> {
    fn new(
        family: &'static str,
        words: Text,
        predict: impl Fn(&Probe, usize) -> Option<Leaf> + 'a,
    ) -> Self {
        Self { family, words, predict: Box::new(predict) }
    }

    /// A theory that the right value has become something else, whatever the arguments.
    fn of_want(
        family: &'static str,
        words: Text,
        change: impl Fn(&Leaf) -> Option<Leaf> + 'a,
    ) -> Self {
        Self::new(family, words, move |probe, part| change(probe.want.get(part)?))
    }

    /// Whether it explains `part` of `probe`.
    pub(super) fn holds(&self, probe: &Probe, part: usize) -> bool {
        let Some(got) = probe.got.as_ref().and_then(|got| got.get(part)) else { return false };
        let Some(want) = probe.want.get(part) else { return false };
        (self.predict)(probe, part).is_some_and(|predicted| got.agrees_with(&predicted, want))
    }
}

/// `z` as a person would have written it, where it is as near as that; else to six digits.
pub(super) fn nice(z: f64) -> f64 {
    let digits = |n: usize| format!("{z:.n$e}").parse().unwrap_or(z);
    let near = |other: f64| (z - other).abs() <= 1e-7 * z.abs().max(1e-9);
    let short = (0..=4).map(digits).find(|short| near(*short));
    let fraction = (2..=12).map(|q| (z * f64::from(q)).round() / f64::from(q)).find(|q| near(*q));
    short.or(fraction).unwrap_or(z)
}

/// A fitted constant, to six digits.
pub(super) fn shown(z: f64) -> String {
    // No student writes -0.
    let z = if z == 0.0 { 0.0 } else { z };
    show::number(format!("{z:.5e}").parse().unwrap_or(z))
}

/// What a student may do to a number: as a formula, and what comes of it.
type Change = (&'static str, fn(f64) -> f64);

#[allow(clippy::cast_possible_truncation)]
const CHANGES: [Change; 18] = [
    ("1 - {}", |z| 1.0 - z),
    ("|{}|", f64::abs),
    ("{}^2", |z| z * z),
    ("max(0, {})", |z| z.max(0.0)),
    ("min(0, {})", |z| z.min(0.0)),
    ("signum({})", f64::signum),
    ("round({})", f64::round),
    ("floor({})", f64::floor),
    ("tanh({})", f64::tanh),
    ("sigmoid({})", |z| 1.0 / (1.0 + (-z).exp())),
    ("sigmoid({})^2", |z| (1.0 + (-z).exp()).powi(-2)),
    ("sqrt({})", f64::sqrt),
    ("{}^3", |z| z * z * z),
    ("1 / {}", f64::recip),
    ("exp({})", f64::exp),
    ("ln({})", f64::ln),
    ("{} as f32", |z| f64::from(z as f32)),
    ("1 - {}^2", |z| 1.0 - z * z),
];

/// Theories about `part` of the result that are told by the right value, by the arguments and by the other
/// parts; their constants fit `teacher`.
///
/// `pooled` are all numbers of the student's wrong results and of the right ones, for constants that a single
/// result does not tell.
pub(super) fn of_results<'a>(
    teacher: &Probe,
    part: usize,
    (got, want): (&Leaf, &Leaf),
) -> Vec<Theory<'a>> {
    let Some(own) = teacher.got.as_ref().and_then(|got| got.get(part)) else { return Vec::new() };
    let own_want = &teacher.want[part];
    let mut all = Vec::new();
    constants(got, &Leaf { is_flag: own_want.is_flag, ..want.clone() }, &mut all);
    if is_flag(own, own_want) {
        let words = say!("as the opposite", "반대입니다");
        all.push(Theory::of_want("opposite", words, |want| Some(want.map(|z| 1.0 - z))));
        return all;
    }
    exchanges(teacher, part, (own, got), &mut all);
    arrangements(&mut all);
    if own.dim == own_want.dim {
        offset(got, want, &mut all);
        factors(teacher, (own, own_want), (got, want), &mut all);
        sums(teacher, (own, own_want), (got, want), &mut all);
        bounds(got, &mut all);
    }
    all
}

/// Whether the result is yes or no.
fn is_flag(got: &Leaf, want: &Leaf) -> bool {
    got.is_flag && want.is_flag
}

fn constants(got: &Leaf, want: &Leaf, all: &mut Vec<Theory<'_>>) {
    let Some(&c) = got.numbers.first() else { return };
    if got.dim == want.dim && got.numbers.iter().all(|z| *z == c) {
        let number = match (want.is_flag, c) {
            (true, 0.0) => "false".to_string(),
            (true, _) => "true".to_string(),
            (false, c) => shown(c),
        };
        all.push(Theory::of_want(
            "constant",
            say!("as {number}", "{number}입니다"),
            move |want| Some(want.map(|_| c)),
        ));
    }
}

/// The factor that makes `got` of `want`, from the largest number.
fn ratio(got: &Leaf, want: &Leaf) -> Option<f64> {
    let largest = want
        .numbers
        .iter()
        .zip(&got.numbers)
        .filter(|(want, got)| want.is_finite() && got.is_finite())
        .max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()))?;
    let ratio = largest.1 / largest.0;
    ratio.is_finite().then_some(ratio)
}

fn factors(
    teacher: &Probe,
    (own, own_want): (&Leaf, &Leaf),
    (got, want): (&Leaf, &Leaf),
    all: &mut Vec<Theory<'_>>,
) {
    if let Some(ratio) = ratio(got, want).filter(|ratio| *ratio != 0.0 && *ratio != 1.0) {
        let k = nice(ratio);
        let words = if k == -1.0 {
            say!("with the opposite sign", "부호가 반대입니다")
        } else {
            let k = shown(k);
            say!("as {k} times the right value", "올바른 값의 {k}배입니다")
        };
        all.push(Theory::of_want("factor", words, move |want| Some(want.map(|z| k * z))));
    }
    let Some(ratio) = ratio(own, own_want).filter(|ratio| *ratio != 0.0 && *ratio != 1.0) else {
        return;
    };
    // Powers of one size, or a quotient of two of them.
    let positive: Vec<&(String, f64)> =
        teacher.sizes.iter().filter(|(_, size)| *size > 0.0 && *size != 1.0).collect();
    let mut push = |words: Text, k: f64, size: Size| {
        let (k, name) = (nice(k), shown(k));
        if [1.0, -1.0, 2.0, 0.5, -0.5, -2.0].iter().all(|simple| *simple != k) {
            return;
        }
        let words = if k == 1.0 {
            words
        } else {
            let Text { en, ko } = words;
            say!("{en}, and {name} times that", "{ko}. 거기에 {name}배입니다")
        };
        all.push(Theory::new("size", words, move |probe, part| {
            let size = size(probe)?;
            Some(probe.want.get(part)?.map(|z| k * size * z))
        }));
    };
    for (name, size) in &positive {
        let (name, size) = (name.clone(), *size);
        let value = |name: String| move |probe: &Probe| size_of(probe, &name);
        let of = value(name.clone());
        push(
            say!(
                "as {name} times the right value: a division by {name} is missing, or there is a \
                 factor too many",
                "올바른 값의 {name}배입니다. {name} 값으로 나누지 않았거나 인수가 하나 더 있습니다"
            ),
            ratio / size,
            Box::new(of),
        );
        let of = value(name.clone());
        push(
            say!(
                "as the right value divided by {name}: a factor {name} is missing, or there is a \
                 division too many",
                "올바른 값을 {name} 값으로 나눈 것입니다. 인수 {name} 하나가 빠졌거나 나눗셈이 하나 더 있습니다"
            ),
            ratio * size,
            Box::new(move |probe| of(probe).map(f64::recip)),
        );
        let of = value(name.clone());
        push(
            say!(
                "as the right value divided by the square root of {name}",
                "올바른 값을 {name}의 제곱근으로 나눈 값입니다"
            ),
            ratio * size.sqrt(),
            Box::new(move |probe| of(probe).map(|size| size.sqrt().recip())),
        );
        let of = value(name.clone());
        push(
            say!(
                "as ({name} - 1) / {name} times the right value, or the inverse",
                "올바른 값의 ({name} - 1) / {name}배입니다"
            ),
            ratio * size / (size - 1.0),
            Box::new(move |probe| of(probe).map(|size| (size - 1.0) / size)),
        );
        let of = value(name.clone());
        push(
            say!(
                "as {name} / ({name} - 1) times the right value",
                "올바른 값의 {name} / ({name} - 1)배입니다"
            ),
            ratio * (size - 1.0) / size,
            Box::new(move |probe| of(probe).map(|size| size / (size - 1.0))),
        );
        for (other, divisor) in teacher.sizes.iter().filter(|(other, _)| *other != name) {
            if *divisor <= 0.0 {
                continue;
            }
            let (of, by) = (value(name.clone()), value(other.clone()));
            push(
                say!(
                    "as {name} / {other} times the right value: where {name} must be, {other} is used",
                    "올바른 값의 {name} / {other}배입니다. {name} 값을 쓸 자리에 {other} 값을 썼습니다"
                ),
                ratio * divisor / size,
                Box::new(move |probe| Some(of(probe)? / by(probe)?)),
            );
        }
    }
}

fn size_of(probe: &Probe, name: &str) -> Option<f64> {
    probe.sizes.iter().find(|(known, _)| known == name).map(|(_, size)| *size)
}

/// `got` less `want`.
fn error(got: &Leaf, want: &Leaf) -> Leaf {
    let numbers = got.numbers.iter().zip(&want.numbers).map(|(got, want)| got - want).collect();
    Leaf { numbers, ..want.clone() }
}

/// A number that is added to every right one.
fn offset(got: &Leaf, want: &Leaf, all: &mut Vec<Theory<'_>>) {
    let error = error(got, want);
    // Where numbers are small, an added constant keeps its digits.
    let smallest = want.numbers.iter().zip(&error.numbers);
    let Some((_, &c)) = smallest.min_by(|a, b| a.0.abs().total_cmp(&b.0.abs())) else { return };
    if c.is_finite() && c != 0.0 {
        let c = nice(c);
        let size = shown(c.abs());
        let words = if c > 0.0 {
            say!("{size} too large", "{size}만큼 큽니다")
        } else {
            say!("{size} too small", "{size}만큼 작습니다")
        };
        all.push(Theory::of_want("offset", words, move |want| Some(want.map(|z| z + c))));
    }
}

fn sums(
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

/// The line through the smallest and the largest of the numbers.
fn line(got: &Leaf, want: &Leaf) -> Option<(f64, f64)> {
    let pairs =
        || want.numbers.iter().zip(&got.numbers).filter(|(a, b)| a.is_finite() && b.is_finite());
    let low = pairs().min_by(|a, b| a.0.total_cmp(b.0))?;
    let high = pairs().max_by(|a, b| a.0.total_cmp(b.0))?;
    let k = nice((high.1 - low.1) / (high.0 - low.0));
    let c = nice(low.1 - k * low.0);
    (k.is_finite() && c.is_finite() && k != 0.0 && k != 1.0 && c != 0.0).then_some((k, c))
}

fn bounds(got: &Leaf, all: &mut Vec<Theory<'_>>) {
    for digits in 0..=6 {
        let unit = 10.0_f64.powi(-digits);
        let name = shown(unit);
        all.push(Theory::of_want(
            "rounded",
            say!("rounded to multiples of {name}", "{name}의 배수로 반올림되었습니다"),
            move |want| Some(want.map(|z| nice((z / unit).round() * unit))),
        ));
    }

    let (low, high) = got
        .numbers
        .iter()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| (low.min(*z), high.max(*z)));
    let mut push = |words: Text, low: f64, high: f64| {
        if low <= high {
            all.push(Theory::of_want("bound", words, move |want| {
                Some(want.map(|z| if z.is_nan() { z } else { z.clamp(low, high) }))
            }));
        }
    };
    let (low_name, high_name) = (shown(low), shown(high));
    push(
        say!("cut off above at {high_name}", "{high_name}에서 위가 잘렸습니다"),
        f64::NEG_INFINITY,
        high,
    );
    push(
        say!("cut off below at {low_name}", "{low_name}에서 아래가 잘렸습니다"),
        low,
        f64::INFINITY,
    );
    push(
        say!("cut off at {low_name} and {high_name}", "{low_name}, {high_name}에서 잘렸습니다"),
        low,
        high,
    );
    for bound in [high.abs(), low.abs()] {
        let name = shown(bound);
        push(
            say!("cut off at -{name} and {name}", "-{name}, {name}에서 잘렸습니다"),
            -bound,
            bound,
        );
    }
}

fn exchanges(
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

/// How many entries a list has; `None` for a matrix.
fn list_len(leaf: &Leaf) -> Option<usize> {
    (leaf.dim.0 == 1).then_some(leaf.dim.1)
}

/// Theories that the numbers are right, but stand elsewhere.
#[allow(clippy::too_many_lines)] // It is a table.
fn arrangements(all: &mut Vec<Theory<'_>>) {
    let mut push = |words: Text, change: fn(&Leaf) -> Option<Leaf>| {
        all.push(Theory::of_want("arrangement", words, change));
    };
    push(say!("transposed", "행과 열이 바뀌었습니다"), |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape((columns, rows), |i, j| want.at(j, i)))
    });
    push(
        say!("with the order of its rows reversed", "행의 순서가 거꾸로입니다"),
        |want| Some(want.of_shape(want.dim, |i, j| want.at(want.dim.0 - 1 - i, j))),
    );
    push(
        say!(
            "in reverse order, from the last to the first",
            "마지막부터 처음까지 순서가 거꾸로입니다"
        ),
        |want| Some(want.of_shape(want.dim, |i, j| want.at(i, want.dim.1 - 1 - j))),
    );
    push(say!("with its first row in every row", "모든 행이 첫 행과 같습니다"), |want| {
        Some(want.of_shape(want.dim, |_, j| want.at(0, j)))
    });
    push(
        say!("with its first column in every column", "모든 열이 첫 열과 같습니다"),
        |want| Some(want.of_shape(want.dim, |i, _| want.at(i, 0))),
    );
    push(say!("with 0 in the last row", "마지막 행이 0입니다"), |want| {
        let last = want.dim.0.checked_sub(1)?;
        Some(want.of_shape(want.dim, |i, j| if i == last { 0.0 } else { want.at(i, j) }))
    });
    push(say!("with 0 in the last column", "마지막 열이 0입니다"), |want| {
        let last = want.dim.1.checked_sub(1)?;
        Some(want.of_shape(want.dim, |i, j| if j == last { 0.0 } else { want.at(i, j) }))
    });
    push(say!("with 0 as the last entry", "마지막 원소가 0입니다"), |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape(want.dim, |i, j| {
            if (i + 1, j + 1) == (rows, columns) { 0.0 } else { want.at(i, j) }
        }))
    });
    push(say!("with 0 below the first row", "첫 행 아래가 모두 0입니다"), |want| {
        Some(want.of_shape(want.dim, |i, j| if i > 0 { 0.0 } else { want.at(i, j) }))
    });
    push(say!("with 0 in the second row", "둘째 행이 0입니다"), |want| {
        Some(want.of_shape(want.dim, |i, j| if i == 1 { 0.0 } else { want.at(i, j) }))
    });
    push(say!("with 0 beyond the first column", "첫 열 뒤가 모두 0입니다"), |want| {
        Some(want.of_shape(want.dim, |i, j| if j > 0 { 0.0 } else { want.at(i, j) }))
    });
    push(
        say!("as the sum of all entries, in each entry", "모든 원소가 전체의 합입니다"),
        |want| {
            let sum = want.numbers.iter().sum();
            Some(want.map(|_| sum))
        },
    );
    push(
        say!("as the mean of all entries, in each entry", "모든 원소가 전체의 평균입니다"),
        |want| {
            let mean = want.numbers.iter().sum::<f64>() / want.numbers.len().max(1) as f64;
            Some(want.map(|_| mean))
        },
    );
    push(say!("without the last entry", "마지막 원소가 없습니다"), |want| {
        Some(want.of_shape((want.dim.0, list_len(want)?.checked_sub(1)?), |i, j| want.at(i, j)))
    });
    push(say!("without the first entry", "첫 원소가 없습니다"), |want| {
        Some(want.of_shape((want.dim.0, list_len(want)?.checked_sub(1)?), |i, j| want.at(i, j + 1)))
    });
    push(say!("with the first entry alone", "첫 원소만 있습니다"), |want| {
        Some(want.of_shape((want.dim.0, list_len(want)?.min(1)), |i, j| want.at(i, j)))
    });
    push(say!("with the last entry alone", "마지막 원소만 있습니다"), |want| {
        let last = list_len(want)?.checked_sub(1)?;
        Some(want.of_shape((want.dim.0, 1), |i, _| want.at(i, last)))
    });
    push(say!("without a single entry", "원소가 하나도 없습니다"), |want| {
        list_len(want).map(|_| want.of_shape((1, 0), |_, _| 0.0))
    });
    push(
        say!(
            "with one entry too many: a 0 at the beginning",
            "원소가 하나 더 있습니다. 맨 앞에 0이 있습니다"
        ),
        |want| {
            let (rows, columns) = (1, list_len(want)?);
            Some(
                want.of_shape(
                    (rows, columns + 1),
                    |i, j| if j == 0 { 0.0 } else { want.at(i, j - 1) },
                ),
            )
        },
    );
    push(say!("with a row too many", "행이 하나 더 있습니다"), |want| {
        let (rows, columns) = want.dim;
        Some(want.of_shape((rows + 1, columns), |i, j| if i == rows { 0.0 } else { want.at(i, j) }))
    });
    push(
        say!("with a column of 0 too many", "0으로 된 열이 하나 더 있습니다"),
        |want| {
            let (rows, columns) = want.dim;
            Some(want.of_shape(
                (rows, columns + 1),
                |i, j| {
                    if j == columns { 0.0 } else { want.at(i, j) }
                },
            ))
        },
    );
}

/// Theories that the result is the right one for another argument; their constants fit `part` of `teacher`.
pub(super) fn of_arguments<'a>(
    interview: &'a Interview<'a>,
    teacher: &Probe,
    part: usize,
) -> Vec<Theory<'a>> {
    let mut all: Vec<Theory<'a>> = Vec::new();
    // Lists have other entries in every call.
    let single = || {
        let inputs = teacher.inputs.iter().enumerate();
        inputs.filter(|(at, leaf)| *at == 0 || !leaf.name.contains('['))
    };
    let is_flag = teacher.want.get(part).is_some_and(|want| want.is_flag);
    for (at, input) in single().filter(|_| !is_flag) {
        plain_arguments(interview, teacher, at, input, &mut all);
    }
    examples(interview, teacher, &mut all);
    lists(interview, teacher, &mut all);
    let groups = groups(interview, teacher);
    for (name, places) in &groups {
        for (formula, change) in CHANGES.iter().chain(&OF_GROUPS) {
            let (formula, places, change) = (formula.replace("{}", name), places.clone(), *change);
            all.push(Theory {
                family: "argument",
                words: as_if(name, &formula, &formula),
                predict: of_changed(interview, move |probe| {
                    changed(probe, &places, &|leaf| Some(leaf.map(change)))
                }),
            });
        }
    }
    for (at, (name, value)) in teacher.words.iter().enumerate() {
        for other in interview.notation.choices.iter().filter(|other| *other != value) {
            let (name, other) = (*name, *other);
            let words = as_if(name, other, other);
            all.push(Theory {
                family: "argument",
                words,
                predict: of_changed(interview, move |probe| {
                    let mut arguments = probe.arguments.clone();
                    let (known, _) = probe.words.get(at)?;
                    let position = interview.names.iter().position(|name| name == known)?;
                    arguments[position] = Value::Word(other.to_string());
                    Some(arguments)
                }),
            });
        }
    }
    all.retain(|theory| theory.holds(teacher, part));
    // Of yes and no, too much can be made by moving a number.
    if all.is_empty() && !is_flag {
        for (at, input) in single() {
            fitted_arguments(interview, (teacher, part), (&input.name, &[at]), &mut all);
        }
        for (name, places) in &groups {
            fitted_arguments(interview, (teacher, part), (name, places), &mut all);
        }
        all.retain(|theory| theory.holds(teacher, part));
    }
    all
}

/// What may be done to a whole record.
const OF_GROUPS: [Change; 4] =
    [("-{}", |z| -z), ("2 {}", |z| 2.0 * z), ("0.5 {}", |z| 0.5 * z), ("0 {}", |_| 0.0)];

/// The arguments that are records, each with the places of its arrays among the inputs.
fn groups(interview: &Interview<'_>, teacher: &Probe) -> Vec<(&'static str, Vec<usize>)> {
    let mut start = 0;
    let mut groups = Vec::new();
    for (name, argument) in interview.names.iter().zip(&teacher.arguments) {
        let count = match argument {
            Value::Record(fields) => fields.len(),
            Value::Word(_) => 0,
            Value::Sequence(_) => return groups,
            _ => 1,
        };
        if count > 1 {
            groups.push((*name, (start..start + count).collect()));
        }
        start += count;
    }
    groups
}

fn as_if(name: &str, en: &str, ko: &str) -> Text {
    say!(
        "as if `{name}` were {en}: use `{name}` as it is",
        "`{name}` 값이 {ko}일 때의 값입니다. `{name}` 값을 그대로 쓰세요"
    )
}

/// Arguments, and the right value for them.
type Answered = (Vec<Value>, Option<Vec<Leaf>>);

/// Predicts the right value for what `change` makes of the arguments.
fn of_changed<'a>(
    interview: &'a Interview<'a>,
    change: impl Fn(&Probe) -> Option<Vec<Value>> + 'a,
) -> Predict<'a> {
    // All parts of a probe are asked for one after the other.
    let last: RefCell<Option<Answered>> = RefCell::default();
    Box::new(move |probe, part| {
        let arguments = change(probe)?;
        if last.borrow().as_ref().is_none_or(|(known, _)| *known != arguments) {
            let right = attempt(|| interview.right(&arguments)).ok().flatten();
            last.replace(Some((arguments, right)));
        }
        let known = last.borrow();
        known.as_ref()?.1.as_ref()?.get(part).cloned()
    })
}

/// The arguments of `probe` with `change` made to the arrays at `places`.
fn changed(
    probe: &Probe,
    places: &[usize],
    change: &dyn Fn(&Leaf) -> Option<Leaf>,
) -> Option<Vec<Value>> {
    let mut inputs = probe.inputs.clone();
    for at in places {
        inputs[*at] = change(inputs.get(*at)?)?;
    }
    let mut leaves = inputs.iter();
    probe.arguments.iter().map(|value| put_together(value, &mut leaves)).collect()
}

/// What is done to an array.
type ChangeOfLeaf<'a> = Box<dyn Fn(&Leaf) -> Option<Leaf> + 'a>;

fn plain_arguments<'a>(
    interview: &'a Interview<'a>,
    teacher: &Probe,
    at: usize,
    input: &Leaf,
    all: &mut Vec<Theory<'a>>,
) {
    let name = input.name.clone();
    let mut push = |words: Text, change: ChangeOfLeaf<'a>| {
        let predict = of_changed(interview, move |probe| changed(probe, &[at], &change));
        all.push(Theory { family: "argument", words, predict });
    };
    for c in [0.0, 1.0] {
        let number = shown(c);
        push(as_if(&name, &number, &number), Box::new(move |leaf| Some(leaf.map(|_| c))));
    }
    for k in [-1.0, 2.0, 0.5] {
        let formula = if k == -1.0 { format!("-{name}") } else { format!("{} {name}", shown(k)) };
        push(as_if(&name, &formula, &formula), Box::new(move |leaf| Some(leaf.map(|z| k * z))));
    }
    for c in [1.0, -1.0] {
        let formula = format!("{name} {} 1", if c > 0.0 { '+' } else { '-' });
        push(as_if(&name, &formula, &formula), Box::new(move |leaf| Some(leaf.map(|z| z + c))));
    }
    for (formula, change) in CHANGES {
        let formula = formula.replace("{}", &name);
        push(as_if(&name, &formula, &formula), Box::new(move |leaf| Some(leaf.map(change))));
    }
    if input.numbers.len() > 1 {
        push(
            as_if(&name, "in reverse order", "거꾸로 된 순서"),
            Box::new(|leaf| {
                let numbers = leaf.numbers.iter().rev().copied().collect();
                Some(Leaf { numbers, ..leaf.clone() })
            }),
        );
        push(
            as_if(&name, "transposed", "전치"),
            Box::new(|leaf| {
                let (rows, columns) = leaf.dim;
                Some(leaf.of_shape((columns, rows), |i, j| leaf.at(j, i)))
            }),
        );
        push(
            as_if(&name, "its first row in every row", "모든 행이 첫 행"),
            Box::new(|leaf| Some(leaf.of_shape(leaf.dim, |_, j| leaf.at(0, j)))),
        );
        push(
            as_if(&name, "its first column in every column", "모든 열이 첫 열"),
            Box::new(|leaf| Some(leaf.of_shape(leaf.dim, |i, _| leaf.at(i, 0)))),
        );
        push(
            as_if(&name, "0 but for its first row", "첫 행만 빼고 0"),
            Box::new(|leaf| {
                Some(leaf.of_shape(leaf.dim, |i, j| if i > 0 { 0.0 } else { leaf.at(i, j) }))
            }),
        );
        push(
            as_if(&name, "0 but for its first column", "첫 열만 빼고 0"),
            Box::new(|leaf| {
                Some(leaf.of_shape(leaf.dim, |i, j| if j > 0 { 0.0 } else { leaf.at(i, j) }))
            }),
        );
    }
    for (other, replacement) in teacher.inputs.iter().enumerate() {
        if other == at || replacement.dim != input.dim {
            continue;
        }
        let formula = format!("`{}`", replacement.name);
        let predict = of_changed(interview, move |probe| {
            let replacement = probe.inputs.get(other)?.clone();
            changed(probe, &[at], &move |_| Some(replacement.clone()))
        });
        all.push(Theory { family: "argument", words: as_if(&name, &formula, &formula), predict });
    }
}

/// Theories that examples are left out, in all arguments.
fn examples<'a>(interview: &'a Interview<'a>, teacher: &Probe, all: &mut Vec<Theory<'a>>) {
    let m = teacher.sizes.iter().find(|(name, _)| name == "m").map_or(0.0, |(_, m)| *m);
    if m > 0.0 {
        let keep = |first: bool| {
            move |probe: &Probe| {
                let m: usize = format!("{}", size_of(probe, "m")?).parse().ok()?;
                let inputs: Vec<Leaf> = probe
                    .inputs
                    .iter()
                    .map(|leaf| {
                        if leaf.dim.1 != m
                            || leaf.name.starts_with('w')
                            || leaf.name.starts_with('b')
                        {
                            return leaf.clone();
                        }
                        let columns = if first { m.min(1) } else { m.saturating_sub(1) };
                        leaf.of_shape((leaf.dim.0, columns), |i, j| leaf.at(i, j))
                    })
                    .collect();
                let mut leaves = inputs.iter();
                probe.arguments.iter().map(|value| put_together(value, &mut leaves)).collect()
            }
        };
        all.push(Theory {
            family: "examples",
            words: say!("as if there were only the first example", "첫 샘플만 있을 때의 값입니다"),
            predict: of_changed(interview, keep(true)),
        });
        all.push(Theory {
            family: "examples",
            words: say!("as if the last example were left out", "마지막 샘플을 뺐을 때의 값입니다"),
            predict: of_changed(interview, keep(false)),
        });
    }
}

/// What is done to a list, in English and in Korean.
type ChangeOfList = (&'static str, &'static str, fn(&[Value]) -> Vec<Value>);

/// Theories that a list of arrays, such as the layers, is used in part or in another order.
fn lists<'a>(interview: &'a Interview<'a>, teacher: &Probe, all: &mut Vec<Theory<'a>>) {
    for (position, value) in teacher.arguments.iter().enumerate() {
        let Value::Sequence(parts) = value else { continue };
        if !matches!(parts.first(), Some(Value::Sequence(_))) {
            continue;
        }
        let name = interview.names.get(position).copied().unwrap_or_default();
        let list = |change: fn(&[Value]) -> Vec<Value>| {
            move |probe: &Probe| {
                let mut arguments = probe.arguments.clone();
                let Value::Sequence(parts) = arguments.get(position)? else {
                    return None;
                };
                arguments[position] = Value::Sequence(change(parts));
                Some(arguments)
            }
        };
        let lists: [ChangeOfList; 6] = [
            ("its first entry alone", "첫 원소 하나", |parts| {
                parts[..1.min(parts.len())].to_vec()
            }),
            ("its last entry alone", "마지막 원소 하나", |parts| {
                parts[parts.len().saturating_sub(1)..].to_vec()
            }),
            ("its first two entries alone", "처음 두 원소", |parts| {
                parts[..2.min(parts.len())].to_vec()
            }),
            ("without its last entry", "마지막 원소를 뺀 것", |parts| {
                parts[..parts.len().saturating_sub(1)].to_vec()
            }),
            ("without its first entry", "첫 원소를 뺀 것", |parts| {
                parts[1.min(parts.len())..].to_vec()
            }),
            ("in reverse order", "거꾸로 된 순서", |parts| {
                parts.iter().rev().cloned().collect()
            }),
        ];
        for (en, ko, change) in lists {
            all.push(Theory {
                family: "argument",
                words: as_if(name, en, ko),
                predict: of_changed(interview, list(change)),
            });
        }
    }
}

/// A formula for a number of an argument with a constant in it.
type WithConstant = fn(f64, f64) -> f64;

/// Theories whose constant has to be searched for.
fn fitted_arguments<'a>(
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
