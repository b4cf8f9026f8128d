//! How values are shown to a student: rows and shape, never a debug print.

use ndarray::{Array2, ArrayView1};

use crate::value::Value;

/// The most lines of input that a message shows.
const MOST_LINES: usize = 9;
/// The most numbers of a row, and rows of a matrix, that a message shows.
const MOST_NUMBERS: usize = 8;

/// The parts of `input` with their names: those of a record are its own, a tuple takes `names`.
pub(crate) fn named(names: &str, input: Value) -> Vec<(String, Value)> {
    let names: Vec<&str> = names.split(", ").collect();
    let parts = match input {
        Value::Sequence(parts) if parts.len() == names.len() => parts,
        single => vec![single],
    };
    let mut all = Vec::new();
    for (name, part) in names.into_iter().zip(parts) {
        match part {
            Value::Record(fields) => {
                for (name, field) in fields {
                    all.extend(named(name, field));
                }
            }
            single => all.push((name.to_string(), single)),
        }
    }
    all
}

/// The inputs as lines: small values side by side, then the matrices.
pub(crate) fn lines(inputs: &[(String, Value)]) -> Vec<String> {
    let is_small = |value: &Value| !matches!(value, Value::Matrix(_) | Value::Sequence(_));
    let small: Vec<String> = inputs
        .iter()
        .filter(|(_, value)| is_small(value))
        .map(|(name, value)| format!("{name} = {}", short(value)))
        .collect();
    let mut lines = Vec::new();
    if !small.is_empty() {
        lines.push(small.join(", "));
    }
    for (name, value) in inputs.iter().filter(|(_, value)| !is_small(value)) {
        lines.extend(lines_of(name, value));
    }
    if lines.len() > MOST_LINES {
        lines.truncate(MOST_LINES - 1);
        lines.push("...".to_string());
    }
    lines
}

fn lines_of(name: &str, value: &Value) -> Vec<String> {
    match value {
        Value::Matrix(matrix) => lines_of_matrix(name, matrix),
        Value::Sequence(parts) => parts
            .iter()
            .enumerate()
            .flat_map(|(i, part)| lines_of(&format!("{name}[{i}]"), part))
            .collect(),
        Value::Record(fields) => {
            fields.iter().flat_map(|(field, part)| lines_of(field, part)).collect()
        }
        single => vec![format!("{name} = {}", short(single))],
    }
}

fn lines_of_matrix(name: &str, matrix: &Array2<f64>) -> Vec<String> {
    let (rows, columns) = matrix.dim();
    let head = format!("{name} ({rows} x {columns}) =");
    if rows == 0 || columns == 0 {
        return vec![format!("{head} []")];
    }
    if rows == 1 {
        return vec![format!("{head} [{}]", row(&matrix.row(0)))];
    }
    let mut lines: Vec<String> =
        matrix.rows().into_iter().take(MOST_NUMBERS).map(|it| row(&it)).collect();
    for (i, line) in lines.iter_mut().enumerate() {
        let open = if i == 0 { format!("{head} [") } else { " ".repeat(head.len() + 2) };
        let close = if i + 1 == rows { "]" } else { "" };
        *line = format!("{open}{line}{close}");
    }
    if rows > MOST_NUMBERS {
        lines.push("...".to_string());
    }
    lines
}

fn row(row: &ArrayView1<f64>) -> String {
    let mut numbers: Vec<String> = row.iter().take(MOST_NUMBERS).map(|z| number(*z)).collect();
    if row.len() > MOST_NUMBERS {
        numbers.push("...".to_string());
    }
    format!("[{}]", numbers.join(", "))
}

fn short(value: &Value) -> String {
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Number(z) => number(*z),
        Value::Word(word) => word.clone(),
        Value::Seed(_) => "a seed".to_string(),
        Value::Vector(vector) => row(&vector.view()),
        other => format!("{other:?}"),
    }
}

/// A number in full, plainly where it is of ordinary size.
pub fn number(z: f64) -> String {
    if z == 0.0 || !z.is_finite() || (1e-5..1e16).contains(&z.abs()) {
        format!("{z}")
    } else {
        format!("{z:e}")
    }
}

/// Two numbers, rounded to six digits where that still tells them apart.
pub(crate) fn pair(got: f64, want: f64) -> (String, String) {
    let rounded = |z: f64| {
        let text = format!("{z:.5e}").parse().map_or(z, |short: f64| short);
        number(text)
    };
    let both = (rounded(got), rounded(want));
    if both.0 == both.1 { (number(got), number(want)) } else { both }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn a_matrix_shows_its_rows_and_its_shape() {
        let inputs = named(
            "n_h, x",
            Value::Sequence(vec![
                Value::Count(2),
                Value::Matrix(array![[1.0, 0.125], [-3.0, 2.0]]),
            ]),
        );
        assert_eq!(lines(&inputs), ["n_h = 2", "x (2 x 2) = [[1, 0.125]", "             [-3, 2]]"]);
    }

    #[test]
    fn numbers_that_differ_late_are_shown_in_full() {
        assert_eq!(pair(0.1, 0.2), ("0.1".into(), "0.2".into()));
        assert_eq!(pair(0.731_058_578_6, 0.25), ("0.731059".into(), "0.25".into()));
        assert_ne!(pair(1.0, 1.0 + 1e-12).0, pair(1.0, 1.0 + 1e-12).1);
    }
}
