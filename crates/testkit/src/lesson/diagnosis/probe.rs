//! Calls of the function under test, taken apart into arrays of numbers with names.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use contract::{Callee, Fault, Passed, Value, encode, raise};
use ndarray::{Array1, Array2};

use super::Reply;
use crate::lesson::Notation;
use crate::show;

/// Longer runs take too long to be asked many times.
const LONGEST_RUN: u64 = 100;
/// A call with more numbers in an argument is left out, too.
const MOST_NUMBERS: usize = 300;
/// The most entries of matrices that are looked at one by one.
const MOST_ENTRIES: usize = 300;

/// A number, a vector, a matrix or a list of numbers, with the name that the student knows it by.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::lesson) struct Leaf {
    pub(in crate::lesson) name: String,
    /// Rows and columns.
    pub(in crate::lesson) dim: (usize, usize),
    /// Row after row.
    pub(in crate::lesson) numbers: Vec<f64>,
    /// Whether it is no number, but yes (1) or no (0).
    pub(super) is_flag: bool,
}

impl Leaf {
    pub(super) fn new(name: &str, dim: (usize, usize), numbers: Vec<f64>) -> Self {
        Self { name: name.to_string(), dim, numbers, is_flag: false }
    }

    /// The same with `change` made to every number.
    pub(super) fn map(&self, change: impl Fn(f64) -> f64) -> Self {
        let numbers = self.numbers.iter().map(|z| change(*z)).collect();
        Self { numbers, ..self.clone() }
    }

    /// The same shape with `entry` of each row and column in it.
    pub(in crate::lesson) fn of_shape(
        &self,
        (rows, columns): (usize, usize),
        entry: impl Fn(usize, usize) -> f64,
    ) -> Self {
        let places = (0..rows).flat_map(|i| (0..columns).map(move |j| (i, j)));
        let numbers = places.map(|(i, j)| entry(i, j)).collect();
        Self { dim: (rows, columns), numbers, ..self.clone() }
    }

    pub(in crate::lesson) fn at(&self, i: usize, j: usize) -> f64 {
        self.numbers[i * self.dim.1 + j]
    }

    /// Whether this agrees with `other` in shape and in every number, as far as `want` allows.
    pub(super) fn agrees_with(&self, other: &Self, want: &Self) -> bool {
        let pairs = self.numbers.iter().zip(&other.numbers).enumerate();
        self.dim == other.dim
            && pairs.into_iter().all(|(i, (a, b))| agree(*a, *b, want.numbers.get(i).copied()))
    }
}

/// Two ways to compute the same number differ by less, relative to 1 or to its size.
const ROUNDING: f64 = 4e-15;

/// Whether `got` is `predicted`: within a hundredth of its distance from the right value, and within 1e-9.
fn agree(got: f64, predicted: f64, want: Option<f64>) -> bool {
    if got == predicted || (got.is_nan() && predicted.is_nan()) {
        return true;
    }
    if !got.is_finite() || !predicted.is_finite() {
        return false;
    }
    let scale =
        predicted.abs().max(want.filter(|want| want.is_finite()).map_or(1.0, f64::abs)).max(1.0);
    let error = want.map_or(f64::INFINITY, |want| (got - want).abs());
    (got - predicted).abs() <= (1e-9 * scale).min(0.01 * error).max(ROUNDING * scale)
}

/// One call: what was passed, what came back, and what should have.
#[derive(Clone)]
pub(super) struct Probe {
    pub(super) arguments: Vec<Value>,
    /// The numbers in the arguments.
    pub(super) inputs: Vec<Leaf>,
    /// The choices in the arguments: name and value.
    pub(super) words: Vec<(&'static str, String)>,
    /// The numbers in the right value.
    pub(super) want: Vec<Leaf>,
    /// The numbers in the student's value; none where the call failed.
    pub(super) got: Option<Vec<Leaf>>,
    /// Named sizes of the arguments, and the numbers among them.
    pub(super) sizes: Vec<(String, f64)>,
}

impl Probe {
    /// Whether part `part` of the result is wrong.
    pub(super) fn is_wrong(&self, part: usize) -> bool {
        let Some(got) = &self.got else { return true };
        match (got.get(part), self.want.get(part)) {
            (Some(got), Some(want)) => got.dim != want.dim || !all_close(got, want),
            _ => true,
        }
    }
}

/// Whether a right answer may differ so little.
fn all_close(got: &Leaf, want: &Leaf) -> bool {
    let close = |(got, want): (&f64, &f64)| {
        got == want || (got - want).abs() <= 1e-10 * want.abs().max(1e-3)
    };
    got.numbers.iter().zip(&want.numbers).all(close)
}

/// Puts calls to the student and to the reference and takes them apart.
pub(super) struct Interview<'a> {
    pub(super) function: &'a str,
    pub(super) names: &'static [&'static str],
    pub(super) notation: &'a Notation,
    pub(super) reference: &'a dyn Callee,
    pub(super) student: &'a dyn Callee,
}

impl Interview<'_> {
    /// The numbers of the right value for `arguments`; `None` where there is none.
    pub(super) fn right(&self, arguments: &[Value]) -> Option<Vec<Leaf>> {
        let value = self.reference.call(self.function, passed(arguments)).ok()?;
        Some(self.parts(&value))
    }

    /// The student's reply to `arguments`.
    pub(super) fn ask(&self, arguments: &[Value]) -> Reply {
        self.student.call(self.function, passed(arguments))
    }

    pub(super) fn parts(&self, value: &Value) -> Vec<Leaf> {
        let of_function = |(function, _): &&(&str, &[&str])| *function == self.function;
        let names =
            self.notation.parts.iter().find(of_function).map_or(&[][..], |(_, names)| names);
        let mut leaves = Vec::new();
        match value {
            Value::Sequence(parts) if !names.is_empty() && parts.len() == names.len() => {
                for (name, part) in names.iter().zip(parts) {
                    take_apart(name, part, &mut leaves);
                }
            }
            value => take_apart("", value, &mut leaves),
        }
        leaves
    }

    pub(super) fn inputs(&self, arguments: &[Value]) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        for (name, argument) in self.names.iter().zip(arguments) {
            take_apart(name, argument, &mut leaves);
        }
        leaves
    }

    /// The probe of a call with `arguments`; the fault where the student may not be asked again.
    pub(super) fn probe(&self, arguments: Vec<Value>) -> Result<Option<Probe>, Fault> {
        let Some(want) = self.right(&arguments) else { return Ok(None) };
        let got = match self.ask(&arguments) {
            Ok(value) => Some(self.parts(&value)),
            Err(fault @ Fault::Panicked { .. }) if !fault.is_final() => None,
            Err(fault) => return Err(fault),
        };
        Ok(Some(self.taken_apart(arguments, want, got)))
    }

    /// The probe of a call that the student is not asked.
    pub(super) fn unasked(&self, arguments: &[Value]) -> Option<Probe> {
        let want = self.right(arguments)?;
        Some(self.taken_apart(arguments.to_vec(), want, None))
    }

    pub(super) fn taken_apart(
        &self,
        arguments: Vec<Value>,
        want: Vec<Leaf>,
        got: Option<Vec<Leaf>>,
    ) -> Probe {
        let inputs = self.inputs(&arguments);
        let word = |(name, value): (&&'static str, &Value)| match value {
            Value::Word(word) => Some((*name, word.clone())),
            _ => None,
        };
        let words = self.names.iter().zip(&arguments).filter_map(word).collect();
        let mut sizes: Vec<(String, f64)> = Vec::new();
        let mut note = |name: String, size: f64| {
            if sizes.iter().all(|(known, _)| *known != name) {
                sizes.push((name, size));
            }
        };
        for leaf in &inputs {
            if leaf.dim == (1, 1) && self.names.contains(&leaf.name.as_str()) {
                note(leaf.name.clone(), leaf.numbers[0]);
            }
        }
        for leaf in inputs.iter().filter(|leaf| is_matrix(leaf, &arguments, self.names)) {
            let [rows, columns] = self.names_of_sizes(&leaf.name);
            note(rows, leaf.dim.0 as f64);
            note(columns, leaf.dim.1 as f64);
        }
        sizes.retain(|(name, _)| name != "1");
        Probe { arguments, inputs, words, want, got, sizes }
    }

    fn names_of_sizes(&self, leaf: &str) -> [String; 2] {
        let known = |(name, _): &&(&str, [&str; 2])| *name == leaf;
        self.notation.sizes.iter().find(known).map_or_else(
            || [format!("{leaf}.nrows()"), format!("{leaf}.ncols()")],
            |(_, sizes)| sizes.map(str::to_string),
        )
    }

    /// Whether the function treats each entry of its one matrix alone.
    fn is_elementwise(&self, probes: &[Probe]) -> bool {
        let has_one_matrix = |probe: &Probe| {
            let matrices = probe.arguments.iter().filter(|value| matches!(value, Value::Matrix(_)));
            let arrays = probe.inputs.iter().filter(|leaf| leaf.dim != (1, 1));
            probe.want.len() == 1
                && matrices.count() == 1
                && arrays.into_iter().all(|leaf| leaf.dim == probe.want[0].dim)
        };
        probes.iter().all(has_one_matrix)
            && probes.iter().take(4).all(|probe| {
                let entries = probe.want[0].numbers.iter().enumerate();
                entries.take(20).all(|(i, want)| {
                    let right = self.right(&entry_of(&probe.arguments, i));
                    right.is_some_and(|right| right[0].numbers == [*want])
                })
            })
    }

    /// The probes entry by entry, where the function treats each entry of its one matrix alone, and so does
    /// the student.
    pub(super) fn entry_by_entry(&self, probes: &[Probe]) -> Option<Vec<Probe>> {
        if self.is_elementwise(probes) { self.entries(probes) } else { None }
    }

    /// Whether the student, unlike the function, makes different results of equal entries.
    pub(super) fn mixes_entries(&self, probes: &[Probe]) -> bool {
        let keeps_the_shape = |probe: &Probe| {
            let got = probe.got.as_ref().and_then(|got| got.first());
            got.is_some_and(|got| got.dim == probe.want[0].dim)
        };
        probes.iter().all(keeps_the_shape)
            && self.is_elementwise(probes)
            && self.entries(probes).is_none()
    }

    /// The entries of `probes`, wrong ones first; `None` where the student treats equal entries differently.
    fn entries(&self, probes: &[Probe]) -> Option<Vec<Probe>> {
        let mut known: HashMap<Vec<u8>, f64> = HashMap::new();
        let (mut wrong, mut right) = (Vec::new(), Vec::new());
        for probe in probes {
            let got = probe.got.as_ref()?.first().filter(|got| got.dim == probe.want[0].dim)?;
            for (i, (got, want)) in got.numbers.iter().zip(&probe.want[0].numbers).enumerate() {
                let arguments = entry_of(&probe.arguments, i);
                if let Some(before) = known.insert(bytes_of(&arguments), *got) {
                    if before != *got && !(before.is_nan() && got.is_nan()) {
                        return None;
                    }
                    continue;
                }
                let entries = if got == want { &mut right } else { &mut wrong };
                if entries.len() < MOST_ENTRIES {
                    let single = |number: f64| vec![Leaf::new("", (1, 1), vec![number])];
                    let probe = self.taken_apart(arguments, single(*want), Some(single(*got)));
                    entries.push(Probe { sizes: Vec::new(), ..probe });
                }
            }
        }
        Some(wrong.into_iter().chain(right).collect())
    }
}

/// `arguments` with entry `i` of each matrix in place of the matrix.
fn entry_of(arguments: &[Value], i: usize) -> Vec<Value> {
    let entry = |value: &Value| match value {
        Value::Matrix(matrix) => {
            let z = matrix.iter().nth(i).copied().unwrap_or(f64::NAN);
            Value::Matrix(Array2::from_elem((1, 1), z))
        }
        value => value.clone(),
    };
    arguments.iter().map(entry).collect()
}

fn bytes_of(arguments: &[Value]) -> Vec<u8> {
    let mut bytes = Vec::new();
    encode(&Value::Sequence(arguments.to_vec()), &mut bytes);
    bytes
}

fn is_matrix(leaf: &Leaf, arguments: &[Value], names: &[&str]) -> bool {
    let position = names.iter().position(|name| *name == leaf.name);
    position.is_none_or(|at| matches!(arguments.get(at), Some(Value::Matrix(_))))
}

pub(super) fn passed(arguments: &[Value]) -> Vec<Passed<'static>> {
    arguments.iter().cloned().map(Passed::Value).collect()
}

fn number_of(value: &Value) -> Option<f64> {
    match value {
        Value::Number(z) => Some(*z),
        Value::Count(count) => Some(*count as f64),
        Value::Flag(flag) => Some(f64::from(u8::from(*flag))),
        _ => None,
    }
}

pub(in crate::lesson) fn take_apart(name: &str, value: &Value, leaves: &mut Vec<Leaf>) {
    match value {
        Value::Vector(vector) => leaves.push(Leaf::new(name, (1, vector.len()), vector.to_vec())),
        Value::Matrix(matrix) => {
            leaves.push(Leaf::new(name, matrix.dim(), matrix.iter().copied().collect()));
        }
        Value::Sequence(parts) => {
            let numbers: Option<Vec<f64>> = parts.iter().map(number_of).collect();
            if let Some(numbers) = numbers {
                leaves.push(Leaf::new(name, (1, numbers.len()), numbers));
            } else {
                for (i, part) in parts.iter().enumerate() {
                    take_apart(&show::part_name(name, i), part, leaves);
                }
            }
        }
        Value::Record(fields) => {
            for (field, part) in fields {
                take_apart(field, part, leaves);
            }
        }
        Value::Word(_) | Value::Seed(_) => {}
        single => leaves.extend(number_of(single).map(|z| Leaf {
            is_flag: matches!(single, Value::Flag(_)),
            ..Leaf::new(name, (1, 1), vec![z])
        })),
    }
}

/// `value` with its numbers taken from `leaves`, in the order in which they were taken out of it; `None` where
/// one does not fit.
pub(in crate::lesson) fn put_together(
    value: &Value,
    leaves: &mut std::slice::Iter<'_, Leaf>,
) -> Option<Value> {
    let whole = |z: f64| format!("{z}").parse().ok();
    let single = |value: &Value, z: f64| match value {
        Value::Count(_) => whole(z).map(Value::Count),
        Value::Flag(_) => Some(Value::Flag(z != 0.0)),
        _ => Some(Value::Number(z)),
    };
    match value {
        Value::Word(_) | Value::Seed(_) => Some(value.clone()),
        Value::Vector(_) => Some(Value::Vector(Array1::from(leaves.next()?.numbers.clone()))),
        Value::Matrix(_) => {
            let leaf = leaves.next()?;
            Array2::from_shape_vec(leaf.dim, leaf.numbers.clone()).ok().map(Value::Matrix)
        }
        Value::Sequence(parts) => {
            let numbers: Option<Vec<f64>> = parts.iter().map(number_of).collect();
            if numbers.is_some() {
                let leaf = leaves.next()?;
                let numbers = leaf.numbers.iter().enumerate();
                let kind = |i: usize| parts.get(i).or(parts.first());
                let parts: Option<Vec<Value>> =
                    numbers.map(|(i, z)| single(kind(i)?, *z)).collect();
                return parts.map(Value::Sequence);
            }
            let parts: Option<Vec<Value>> =
                parts.iter().map(|part| put_together(part, leaves)).collect();
            parts.map(Value::Sequence)
        }
        Value::Record(fields) => {
            let fields: Option<Vec<(&'static str, Value)>> = fields
                .iter()
                .map(|(name, part)| Some((*name, put_together(part, leaves)?)))
                .collect();
            fields.map(Value::Record)
        }
        number => single(number, leaves.next()?.numbers.first().copied()?),
    }
}

/// Answers right, and keeps what it was asked.
pub(super) struct Recorder<A> {
    pub(super) function: String,
    pub(super) reference: Rc<A>,
    pub(super) asked: RefCell<Vec<Vec<Value>>>,
    /// How many calls are kept before the property ends: of numbers, and of arrays.
    pub(super) most: (usize, usize),
    /// Whether a count says how many steps are taken.
    pub(super) is_run: bool,
}

impl<A: Callee> Callee for Recorder<A> {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Reply {
        if function == self.function {
            let mut asked = self.asked.borrow_mut();
            let most = if asked.first().is_some_and(|call| has_arrays(call)) {
                self.most.1
            } else {
                self.most.0
            };
            if asked.len() >= most {
                raise(Fault::Nonsense { what: "enough was asked".into() });
            }
            let plain = |argument: &Passed<'_>| match argument {
                Passed::Value(Value::Count(count)) if self.is_run && *count > LONGEST_RUN => None,
                Passed::Value(value) if numbers_in(value) > MOST_NUMBERS => None,
                Passed::Value(value) => Some(value.clone()),
                Passed::Function(_) => None,
            };
            let small: Option<Vec<Value>> = arguments.iter().map(plain).collect();
            asked.push(small.unwrap_or_else(|| {
                raise(Fault::Nonsense { what: "this takes too long to be asked often".into() })
            }));
        }
        self.reference.call(function, arguments)
    }
}

/// Whether an argument is more than a number or a choice, so that a call costs more.
pub(super) fn has_arrays(arguments: &[Value]) -> bool {
    arguments.iter().any(|value| {
        !matches!(value, Value::Flag(_) | Value::Count(_) | Value::Number(_) | Value::Word(_))
    })
}

fn numbers_in(value: &Value) -> usize {
    match value {
        Value::Vector(vector) => vector.len(),
        Value::Matrix(matrix) => matrix.len(),
        Value::Sequence(parts) => parts.iter().map(numbers_in).sum(),
        Value::Record(fields) => fields.iter().map(|(_, part)| numbers_in(part)).sum(),
        _ => 1,
    }
}

/// `calls` without those that were there before.
pub(super) fn distinct(calls: Vec<Vec<Value>>) -> Vec<Vec<Value>> {
    let mut seen = HashSet::new();
    calls.into_iter().filter(|call| seen.insert(bytes_of(call))).collect()
}
