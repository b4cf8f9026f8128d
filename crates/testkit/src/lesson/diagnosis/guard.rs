//! Conditions that part the calls on which an answer is wrong from those on which it is right.

use std::collections::BTreeSet;

use contract::{Text, say};

use super::probe::{Leaf, Probe};
use super::theory::{nice, shown};

/// A condition on the arguments of a call.
pub(super) struct Guard {
    /// Such as `m = 1`; in Korean with its ending, `m = 1일 때`. `{0}` and `{1}` stand for its edges.
    pub(super) words: Text,
    /// Where it does not hold, if that is said more plainly.
    pub(super) elsewhere: Option<Text>,
    pub(super) holds: Box<dyn Fn(&Probe) -> bool>,
    /// Where the condition changes, between two calls; more calls tell where.
    pub(super) edges: Vec<Edge>,
}

/// Where a condition changes: between a right and a wrong argument.
#[derive(Clone, Copy, Debug)]
pub(super) struct Edge {
    /// The position of the argument's number among the inputs.
    pub(super) input: usize,
    /// Whether it is the size of the number that counts, not its sign.
    pub(super) is_size: bool,
    right: f64,
    wrong: f64,
}

impl Edge {
    /// Halves the distance until it is as good as none.
    pub(super) fn sought(self, is_wrong: &dyn Fn(f64) -> Option<bool>) -> Option<f64> {
        let Self { mut right, mut wrong, .. } = self;
        for _ in 0..60 {
            let is_far = right * wrong > 0.0 && (right / wrong).ln().abs() > 1.0;
            let middle = if is_far {
                (right.abs() * wrong.abs()).sqrt().copysign(right)
            } else {
                0.5 * (right + wrong)
            };
            if (right - wrong).abs() <= 1e-9 * middle.abs() {
                break;
            }
            if is_wrong(middle)? { wrong = middle } else { right = middle }
        }
        if (right - wrong).abs() > 1e-6 * right.abs().max(1e-6) {
            return None;
        }
        Some(nice(0.5 * (right + wrong)))
    }
}

impl Guard {
    fn new(words: &str, holds: impl Fn(&Probe) -> bool + 'static) -> Self {
        let words = say!("{words}", "{words}일 때");
        Self { words, elsewhere: None, holds: Box::new(holds), edges: Vec::new() }
    }

    /// A condition that is said more plainly of where it does not hold.
    fn unless(words: &str, elsewhere: &str, holds: impl Fn(&Probe) -> bool + 'static) -> Self {
        let elsewhere = say!("{elsewhere}", "{elsewhere}일 때");
        Self { elsewhere: Some(elsewhere), ..Self::new(words, holds) }
    }
}

/// The conditions that hold of all of `inside` and of none of `outside`, simple ones first.
pub(super) fn guards(inside: &[&Probe], outside: &[&Probe]) -> Vec<Guard> {
    let Some(first) = inside.first() else { return Vec::new() };
    // One shape alone says too little: it may be wrong there for any other reason.
    if first.sizes.len() > 1 && inside.iter().all(|probe| probe.sizes == first.sizes) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (at, (name, _)) in first.words.iter().enumerate() {
        let values: BTreeSet<&str> =
            inside.iter().map(|probe| probe.words[at].1.as_str()).collect();
        let [value] = values.iter().collect::<Vec<_>>()[..] else { continue };
        let value = value.to_string();
        let same: Vec<&Probe> =
            outside.iter().copied().filter(|probe| probe.words[at].1 == value).collect();
        let is_so = {
            let value = value.clone();
            move |probe: &Probe| probe.words.get(at).is_some_and(|(_, word)| *word == value)
        };
        let words = format!("`{name}` = {value}");
        if same.is_empty() {
            found.push(Guard::new(&words, is_so));
        } else if same.len() < outside.len() {
            for guard in of_numbers(inside, &same) {
                let is_so = is_so.clone();
                let Text { en, ko } = guard.words;
                found.push(Guard {
                    words: say!("{words} and {en}", "{words}, {ko}"),
                    elsewhere: None,
                    holds: Box::new(move |probe| is_so(probe) && (guard.holds)(probe)),
                    edges: guard.edges,
                });
            }
        }
    }
    if found.is_empty() {
        found = of_numbers(inside, outside);
    }
    if found.is_empty() {
        found = of_arrays(inside, outside);
    }
    found
}

/// Conditions on single numbers and on sizes.
fn of_numbers(inside: &[&Probe], outside: &[&Probe]) -> Vec<Guard> {
    let mut found = Vec::new();
    let Some(first) = inside.first() else { return found };
    for (at, leaf) in first.inputs.iter().enumerate() {
        if leaf.dim != (1, 1) || is_size(leaf, first) {
            continue;
        }
        let number = move |probe: &Probe| {
            probe.inputs.get(at).filter(|leaf| leaf.dim == (1, 1)).map(|leaf| leaf.numbers[0])
        };
        found.extend(of_number(&leaf.name, (at, false), number, (inside, outside)));
        if found.is_empty() {
            let size = move |probe: &Probe| number(probe).map(f64::abs);
            let name = format!("|{}|", leaf.name);
            found.extend(of_number(&name, (at, true), size, (inside, outside)));
        }
    }
    let sizes: Vec<&String> = first
        .sizes
        .iter()
        .map(|(name, _)| name)
        .filter(|name| is_name_of_size(name, first))
        .collect();
    for name in &sizes {
        found.extend(of_size(name, inside, outside));
    }
    for (i, left) in sizes.iter().enumerate() {
        for right in &sizes[i + 1..] {
            found.extend(of_sizes(left, right, inside, outside));
        }
    }
    found
}

fn is_whole(z: f64) -> bool {
    z.fract() == 0.0
}

/// Whether the argument is a count, which is among the sizes.
fn is_size(leaf: &Leaf, probe: &Probe) -> bool {
    let position = probe.arguments.iter().position(
        |value| matches!(value, contract::Value::Count(count) if *count as f64 == leaf.numbers[0]),
    );
    position.is_some() && probe.sizes.iter().any(|(name, _)| *name == leaf.name)
}

fn is_name_of_size(name: &str, probe: &Probe) -> bool {
    let leaf = probe.inputs.iter().find(|leaf| leaf.name == name);
    leaf.is_none_or(|leaf| is_size(leaf, probe))
}

fn of_number(
    name: &str,
    (input, is_size): (usize, bool),
    number: impl Fn(&Probe) -> Option<f64> + Copy + 'static,
    (inside, outside): (&[&Probe], &[&Probe]),
) -> Option<Guard> {
    let of = |probes: &[&Probe]| -> Option<Vec<f64>> {
        probes.iter().map(|probe| number(probe)).collect()
    };
    let (wrong, right) = (of(inside)?, of(outside)?);
    let ends = |numbers: &[f64]| {
        numbers
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| (low.min(*z), high.max(*z)))
    };
    if right.is_empty() || wrong.iter().chain(&right).any(|z| z.is_nan()) {
        return None;
    }
    let ((low, high), (right_low, right_high)) = (ends(&wrong), ends(&right));
    let is_amid = right_low < low && high < right_high;
    if low == high && (is_amid || low == 0.0) && right.iter().all(|z| *z != low) {
        return Some(Guard::new(&format!("{name} = {}", shown(low)), move |probe| {
            number(probe) == Some(low)
        }));
    }
    let with_edges = |guard: Guard, ends: &[(f64, f64)]| Guard {
        edges: ends.iter().map(|&(right, wrong)| Edge { input, is_size, right, wrong }).collect(),
        ..guard
    };
    if low > right_high {
        if right_high <= 0.0 && low >= 0.0 && (right_high == 0.0 || low == 0.0 || low < 0.01) {
            let at_zero = low == 0.0;
            let words = format!("{name} {} 0", if at_zero { ">=" } else { ">" });
            return Some(Guard::new(&words, move |probe| {
                number(probe).is_some_and(|z| z > 0.0 || (at_zero && z == 0.0))
            }));
        }
        let words = format!("{name} > {{0}}");
        let guard = Guard::new(&words, move |probe| number(probe).is_some_and(|z| z > right_high));
        return Some(with_edges(guard, &[(right_high, low)]));
    }
    if high < right_low {
        if right_low >= 0.0 && high <= 0.0 && (right_low == 0.0 || high == 0.0 || high > -0.01) {
            let at_zero = high == 0.0;
            let words = format!("{name} {} 0", if at_zero { "<=" } else { "<" });
            return Some(Guard::new(&words, move |probe| {
                number(probe).is_some_and(|z| z < 0.0 || (at_zero && z == 0.0))
            }));
        }
        let words = format!("{name} < {{0}}");
        let guard = Guard::new(&words, move |probe| number(probe).is_some_and(|z| z < right_low));
        return Some(with_edges(guard, &[(right_low, high)]));
    }
    // All but one number.
    if right_low == right_high && wrong.iter().all(|z| *z != right_low) {
        let right = shown(right_low);
        let (words, elsewhere) = (format!("{name} != {right}"), format!("{name} = {right}"));
        return Some(Guard::unless(&words, &elsewhere, move |probe| {
            number(probe).is_some_and(|z| z != right_low)
        }));
    }
    if right.iter().all(|z| *z < low || *z > high) {
        let nearest_below =
            right.iter().copied().filter(|z| *z < low).fold(f64::NEG_INFINITY, f64::max);
        let nearest_above =
            right.iter().copied().filter(|z| *z > high).fold(f64::INFINITY, f64::min);
        let guard = Guard::new(&format!("{{0}} < {name} < {{1}}"), move |probe| {
            number(probe).is_some_and(|z| nearest_below < z && z < nearest_above)
        });
        return Some(with_edges(guard, &[(nearest_below, low), (nearest_above, high)]));
    }
    None
}

fn size(probe: &Probe, name: &str) -> Option<f64> {
    probe.sizes.iter().find(|(known, _)| known == name).map(|(_, size)| *size)
}

fn of_size(name: &str, inside: &[&Probe], outside: &[&Probe]) -> Option<Guard> {
    let of = |probes: &[&Probe]| -> Option<BTreeSet<u64>> {
        probes
            .iter()
            .map(|probe| size(probe, name).filter(|z| is_whole(*z) && *z >= 0.0).map(f64::to_bits))
            .collect()
    };
    let (wrong, right) = (of(inside)?, of(outside)?);
    // Bits of numbers that are not negative are ordered as the numbers are.
    let number = |bits: Option<&u64>| bits.map(|bits| f64::from_bits(*bits));
    let (low, high) = (number(wrong.first())?, number(wrong.last())?);
    let (right_low, right_high) = (number(right.first())?, number(right.last())?);
    let named = name.to_string();
    if low == high && !right.contains(&low.to_bits()) {
        return Some(Guard::new(&format!("{name} = {low}"), move |probe| {
            size(probe, &named) == Some(low)
        }));
    }
    if right_high < low {
        return Some(Guard::new(&format!("{name} > {right_high}"), move |probe| {
            size(probe, &named).is_some_and(|z| z > right_high)
        }));
    }
    if high < right_low {
        return Some(Guard::new(&format!("{name} < {right_low}"), move |probe| {
            size(probe, &named).is_some_and(|z| z < right_low)
        }));
    }
    for parity in [0.0, 1.0] {
        if wrong.iter().all(|z| f64::from_bits(*z) % 2.0 == parity)
            && right.iter().all(|z| f64::from_bits(*z) % 2.0 != parity)
            && wrong.len() > 1
        {
            let words = if parity == 0.0 {
                say!("{name} is even", "{name} 값이 짝수일 때")
            } else {
                say!("{name} is odd", "{name} 값이 홀수일 때")
            };
            let guard =
                Guard::new("", move |probe| size(probe, &named).is_some_and(|z| z % 2.0 == parity));
            return Some(Guard { words, ..guard });
        }
    }
    None
}

fn of_sizes(left: &str, right: &str, inside: &[&Probe], outside: &[&Probe]) -> Option<Guard> {
    type Relation = (&'static str, fn(f64, f64) -> bool);
    let relations: [Relation; 4] =
        [("=", |a, b| a == b), ("!=", |a, b| a != b), ("<", |a, b| a < b), (">", |a, b| a > b)];
    relations.into_iter().find_map(|(sign, relation)| {
        let (left, right) = (left.to_string(), right.to_string());
        let words = format!("{left} {sign} {right}");
        let holds = move |probe: &Probe| {
            size(probe, &left).zip(size(probe, &right)).is_some_and(|(a, b)| relation(a, b))
        };
        let parts =
            inside.iter().all(|probe| holds(probe)) && !outside.iter().any(|probe| holds(probe));
        parts.then(|| Guard::new(&words, holds))
    })
}

/// Conditions on the numbers in an array.
fn of_arrays(inside: &[&Probe], outside: &[&Probe]) -> Vec<Guard> {
    type Condition = (&'static str, &'static str, fn(&Leaf) -> bool);
    const NOT_ALL_ZERO: &str = "some entry of `{}` is not 0";
    const CONDITIONS: [Condition; 7] = [
        ("`{}` has no entries", "`{}`에 원소가 없을 때", |leaf| leaf.numbers.is_empty()),
        ("every entry of `{}` is 0", "`{}`의 모든 원소가 0일 때", |leaf| {
            !leaf.numbers.is_empty() && leaf.numbers.iter().all(|z| *z == 0.0)
        }),
        ("some entry of `{}` is 0", "`{}`에 0인 원소가 있을 때", |leaf| {
            leaf.numbers.contains(&0.0)
        }),
        (NOT_ALL_ZERO, "`{}`에 0이 아닌 원소가 있을 때", |leaf| {
            leaf.numbers.iter().any(|z| *z != 0.0)
        }),
        ("some entry of `{}` is negative", "`{}`에 음수인 원소가 있을 때", |leaf| {
            leaf.numbers.iter().any(|z| *z < 0.0)
        }),
        (
            "some entry of `{}` is exactly 0.5",
            "`{}`에 정확히 0.5인 원소가 있을 때",
            |leaf| leaf.numbers.contains(&0.5),
        ),
        ("some entry of `{}` is 1", "`{}`에 1인 원소가 있을 때", |leaf| {
            leaf.numbers.contains(&1.0)
        }),
    ];
    // Said of where an answer is right.
    let all_zero =
        |name: &str| say!("every entry of `{name}` is 0", "`{name}`의 모든 원소가 0일 때");
    let Some(first) = inside.first() else { return Vec::new() };
    let mut found = Vec::new();
    for (at, leaf) in first.inputs.iter().enumerate() {
        for (en, ko, condition) in CONDITIONS {
            let holds = move |probe: &Probe| probe.inputs.get(at).is_some_and(condition);
            if inside.iter().all(|probe| holds(probe)) && !outside.iter().any(|probe| holds(probe))
            {
                let words = Text::new(en.replace("{}", &leaf.name), ko.replace("{}", &leaf.name));
                let elsewhere = (en == NOT_ALL_ZERO).then(|| all_zero(&leaf.name));
                found.push(Guard { words, elsewhere, ..Guard::new("", holds) });
            }
        }
    }
    found
}
