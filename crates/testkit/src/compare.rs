//! Agreement of two values, and the words for the first place where they part.

use crate::complaint::{Complaint, Verdict};
use crate::show;
use contract::Text;
use contract::say;
use contract::{Plain, Value};

/// Holds when `got` agrees with `want` in kind, shape and every number.
///
/// Numbers agree when they differ by at most `tolerance * max(1, |want|)`; a NaN agrees with
/// nothing. `what` names the value, or the parts of a tuple between commas: `"dz2, dw2, db2"`.
pub fn agrees<T: Plain>(what: &str, got: &T, want: &T, tolerance: f64) -> Verdict {
    match difference(what, &got.to_value(), &want.to_value(), tolerance) {
        None => Ok(()),
        Some(complaint) => Err(complaint),
    }
}

/// Whether two values agree as [`agrees`] has it. The names of fields do not count: a value that came over a line
/// has none.
pub fn agree(got: &Value, want: &Value, tolerance: f64) -> bool {
    difference("", &without_names(got), &without_names(want), tolerance).is_none()
}

fn without_names(value: &Value) -> Value {
    match value {
        Value::Record(fields) => {
            Value::Sequence(fields.iter().map(|(_, part)| without_names(part)).collect())
        }
        Value::Sequence(parts) => Value::Sequence(parts.iter().map(without_names).collect()),
        other => other.clone(),
    }
}

/// Whether two numbers agree as [`agrees`] has it.
pub fn close(got: f64, want: f64, tolerance: f64) -> bool {
    got == want || (got - want).abs() <= tolerance * want.abs().max(1.0)
}

/// A complaint of the first difference between two values, if there is one.
pub(crate) fn difference(
    what: &str,
    got: &Value,
    want: &Value,
    tolerance: f64,
) -> Option<Complaint> {
    match (got, want) {
        (Value::Number(got), Value::Number(want)) => {
            numbers(|| what.to_string(), *got, *want, tolerance)
        }
        (Value::Vector(got), Value::Vector(want)) => {
            if got.len() != want.len() {
                let (got, want) = (got.len(), want.len());
                return Some(lengths(what, got, want));
            }
            got.iter().zip(want).enumerate().find_map(|(i, (got, want))| {
                numbers(|| format!("{what}[{i}]"), *got, *want, tolerance)
            })
        }
        (Value::Matrix(got), Value::Matrix(want)) => {
            if got.dim() != want.dim() {
                let ((rows, columns), (n, m)) = (got.dim(), want.dim());
                return Some(of_shapes(say!(
                    "{what} has shape ({rows}, {columns}); it must have shape ({n}, {m}).",
                    "{what}의 모양이 ({rows}, {columns})입니다. ({n}, {m})이어야 합니다."
                )));
            }
            got.indexed_iter().zip(want).find_map(|(((i, j), got), want)| {
                numbers(|| format!("{what}[{i}, {j}]"), *got, *want, tolerance)
            })
        }
        (Value::Record(got), Value::Record(want)) if got.len() == want.len() => got
            .iter()
            .zip(want)
            .find_map(|((name, got), (_, want))| difference(name, got, want, tolerance)),
        (Value::Sequence(got), Value::Sequence(want)) => sequences(what, got, want, tolerance),
        (got, want) if got == want => None,
        (got, want) => {
            let gap = (number_of(got), number_of(want));
            let (got, want) = (plainly(got), plainly(want));
            let complaint = Complaint::new(say!(
                "{what} came out as {got}; it must be {want}.",
                "{what}의 결과가 {got}입니다. 올바른 값은 {want}입니다."
            ));
            Some(complaint.with_gap(gap.0, gap.1))
        }
    }
}

fn numbers(what: impl Fn() -> String, got: f64, want: f64, tolerance: f64) -> Option<Complaint> {
    if close(got, want, tolerance) {
        return None;
    }
    let (what, gap) = (what(), (got, want));
    let (got, want) = show::pair(got, want);
    let complaint = Complaint::new(say!(
        "{what} came out as {got}; it must be {want}.",
        "{what}의 결과가 {got}입니다. 올바른 값은 {want}입니다."
    ));
    Some(complaint.with_gap(gap.0, gap.1))
}

fn of_shapes(sentence: Text) -> Complaint {
    Complaint::new(sentence).with_gap(f64::NAN, f64::NAN)
}

fn lengths(what: &str, got: usize, want: usize) -> Complaint {
    of_shapes(say!(
        "{what} has {got} entries; it must have {want}.",
        "{what}의 원소가 {got}개입니다. {want}개여야 합니다."
    ))
}

/// A count as a number; of anything else it matters only that it differs.
fn number_of(value: &Value) -> f64 {
    match value {
        Value::Count(count) => *count as f64,
        _ => f64::NAN,
    }
}

fn sequences(what: &str, got: &[Value], want: &[Value], tolerance: f64) -> Option<Complaint> {
    if got.len() != want.len() {
        let (got, want) = (got.len(), want.len());
        return Some(lengths(what, got, want));
    }
    let names: Vec<&str> = what.split(", ").collect();
    // A list of one is no tuple.
    let has_names = names.len() > 1 && names.len() == want.len();
    got.iter().zip(want).enumerate().find_map(|(i, (got, want))| {
        let indexed = format!("{what}[{i}]");
        let name = if has_names { names[i] } else { &indexed };
        difference(name, got, want, tolerance)
    })
}

fn plainly(value: &Value) -> String {
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Number(z) => show::number(*z),
        Value::Word(word) => word.clone(),
        other => format!("{other:?}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Language;
    use ndarray::{Array2, array};

    fn words<T: Plain>(what: &str, got: &T, want: &T) -> String {
        agrees(what, got, want, 1e-9).unwrap_err().speak(Language::English)
    }

    #[test]
    fn the_first_differing_entry_is_named() {
        let (got, want) = (array![[1.0, 2.0]], array![[1.0, 2.5]]);
        assert_eq!(words("dw1", &got, &want), "dw1[0, 1] came out as 2; it must be 2.5.");
    }

    #[test]
    fn a_record_agrees_with_what_comes_of_it_over_a_line() {
        let (sent, came) = (Value::Record(vec![("a", Value::Number(1.0))]), vec![1.0].to_value());
        assert!(agree(&came, &sent, 0.0) && agree(&sent, &sent, 0.0));
        assert!(!agree(&vec![2.0].to_value(), &sent, 0.0));
    }

    #[test]
    fn parts_of_a_tuple_take_their_names() {
        let (got, want) = ((1.0, 2.0), (1.0, 3.0));
        assert_eq!(words("dw, db", &got, &want), "db came out as 2; it must be 3.");
    }

    #[test]
    fn an_entry_of_a_list_has_an_index_even_if_it_is_alone() {
        assert_eq!(words("costs", &vec![1.0], &vec![2.0]), "costs[0] came out as 1; it must be 2.");
    }

    #[test]
    fn a_wrong_shape_comes_before_wrong_numbers() {
        let (got, want) = (Array2::<f64>::zeros((1, 2)), Array2::zeros((2, 1)));
        assert_eq!(words("a", &got, &want), "a has shape (1, 2); it must have shape (2, 1).");
    }

    #[test]
    fn not_a_number_agrees_with_nothing() {
        assert!(agrees("a", &f64::NAN, &f64::NAN, 1.0).is_err());
        assert!(agrees("a", &f64::NAN, &0.0, f64::INFINITY).is_err());
    }
}
