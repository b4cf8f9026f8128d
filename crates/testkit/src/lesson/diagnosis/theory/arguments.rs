//! Results that are right for another argument: 0, a transposed matrix, the list in reverse order.

use std::cell::RefCell;

use contract::{Text, Value, attempt, say};

use super::fitted::fitted_arguments;
use super::{CHANGES, Change, Predict, Theory, shown, size_of};
use crate::lesson::diagnosis::probe::{Interview, Leaf, Probe, put_together};

/// Theories that the result is the right one for another argument; their constants fit `part` of `teacher`.
pub(in crate::lesson::diagnosis) fn of_arguments<'a>(
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

pub(super) fn as_if(name: &str, en: &str, ko: &str) -> Text {
    say!(
        "as if `{name}` were {en}: use `{name}` as it is",
        "`{name}` 값이 {ko}일 때의 값입니다. `{name}` 값을 그대로 쓰세요"
    )
}

/// Arguments, and the right value for them.
type Answered = (Vec<Value>, Option<Vec<Leaf>>);

/// Predicts the right value for what `change` makes of the arguments.
pub(super) fn of_changed<'a>(
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
pub(super) fn changed(
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
