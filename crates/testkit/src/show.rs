//! How values are shown to a student: rows and shape, never a debug print.

use ndarray::{Array2, ArrayView1};

use crate::screen::{self, columns};
use contract::Value;

/// The most numbers of a row, and rows of a matrix, that a message shows.
const MOST_NUMBERS: usize = 8;
/// Beyond this, inputs stand side by side.
const MOST_LINES: usize = 6;
/// The most digits of a number in a sentence that is written without an exponent.
const LONGEST_NUMBER: usize = 24;
/// The columns of a line of input, which is set in within its message.
const WIDTH: usize = screen::WIDTH - 2 * screen::INDENT;

/// The parts of `input` with their names: a record, alone or as a part, has names of its own.
pub(crate) fn named(names: &[&str], input: Value) -> Vec<(String, Value)> {
    let parts = match input {
        Value::Record(fields) => {
            return fields.into_iter().flat_map(|(name, field)| named(&[name], field)).collect();
        }
        // Of one name, a list with one entry is the value itself.
        Value::Sequence(parts) if names.len() > 1 && parts.len() == names.len() => parts,
        single => vec![single],
    };
    assert_eq!(parts.len(), names.len(), "one name for each part of an input: {names:?}");
    let with_name = |(name, part): (&&str, Value)| match part {
        record @ Value::Record(_) => named(&[], record),
        single => vec![(name.to_string(), single)],
    };
    names.iter().zip(parts).flat_map(with_name).collect()
}

/// Values with their names in at most `most` lines of a message.
pub fn shown(values: &[(String, Value)], most: usize) -> Vec<String> {
    lines(values, most)
}

/// The inputs in `most` lines: small values side by side, then the matrices, where there are many of them side by
/// side, too. Where it takes that, a matrix is put on one line, its last rows are left out, and the last inputs.
pub(crate) fn lines(inputs: &[(String, Value)], most: usize) -> Vec<String> {
    let styles = [(MOST_NUMBERS, false), (MOST_NUMBERS, true), (4, true), (2, true)];
    let is_crowded = inputs.len() > MOST_LINES;
    let mut all = styles.into_iter().map(|(rows, flat)| {
        let lines = laid_out(inputs, MatrixStyle { rows, flat });
        if flat || (is_crowded && lines.len() > MOST_LINES) {
            side_by_side(&laid_out(inputs, MatrixStyle { rows, flat: true }))
        } else {
            lines
        }
    });
    if let Some(fitting) = all.find(|lines| lines.len() <= most) {
        return fitting;
    }
    let mut lines = side_by_side(&laid_out(inputs, MatrixStyle { rows: 1, flat: true }));
    if lines.len() > most {
        lines.truncate(most.saturating_sub(1));
        lines.push("...".to_string());
    }
    lines
}

/// How matrices are shown.
#[derive(Clone, Copy)]
struct MatrixStyle {
    /// The most rows.
    rows: usize,
    /// Whether the rows follow each other on one line, where they fit.
    flat: bool,
}

fn laid_out(inputs: &[(String, Value)], style: MatrixStyle) -> Vec<String> {
    let is_small = |value: &Value| !matches!(value, Value::Matrix(_) | Value::Sequence(_));
    let small: Vec<String> = inputs
        .iter()
        .filter(|(_, value)| is_small(value))
        .map(|(name, value)| format!("{name} = {}", short(value, WIDTH - columns(name) - 3)))
        .collect();
    let mut lines = wrapped(&small);
    for (name, value) in inputs.iter().filter(|(_, value)| !is_small(value)) {
        lines.extend(lines_of(name, value, style));
    }
    lines
}

/// `lines` with those that stand alone side by side, where they are short.
fn side_by_side(lines: &[String]) -> Vec<String> {
    // A matrix that takes several lines stands alone.
    let is_whole = |line: &String| {
        !line.starts_with(' ') && line.matches('[').count() == line.matches(']').count()
    };
    lines.chunk_by(|a, b| is_whole(a) && is_whole(b)).flat_map(wrapped).collect()
}

/// Items between commas, in lines that fit.
fn wrapped(items: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if columns(line) + columns(item) + 2 <= WIDTH => {
                *line += &format!(", {item}");
            }
            _ => lines.push(item.clone()),
        }
    }
    lines
}

fn lines_of(name: &str, value: &Value, style: MatrixStyle) -> Vec<String> {
    match value {
        Value::Matrix(matrix) => lines_of_matrix(name, matrix, style),
        Value::Sequence(parts) if parts.iter().all(is_number) => {
            let numbers: Vec<String> = parts.iter().map(|part| short(part, WIDTH)).collect();
            vec![format!("{name} = [{}]", numbers.join(", "))]
        }
        Value::Sequence(parts) => parts
            .iter()
            .enumerate()
            .flat_map(|(i, part)| lines_of(&part_name(name, i), part, style))
            .collect(),
        Value::Record(fields) => {
            fields.iter().flat_map(|(field, part)| lines_of(field, part, style)).collect()
        }
        single => vec![format!("{name} = {}", short(single, WIDTH - columns(name) - 3))],
    }
}

/// The name of part `i`: an entry of a list, or a field of a tuple in a list.
pub(crate) fn part_name(name: &str, i: usize) -> String {
    if name.ends_with(']') { format!("{name}.{i}") } else { format!("{name}[{i}]") }
}

fn is_number(value: &Value) -> bool {
    matches!(value, Value::Flag(_) | Value::Count(_) | Value::Number(_))
}

fn lines_of_matrix(name: &str, matrix: &Array2<f64>, style: MatrixStyle) -> Vec<String> {
    let (rows, columns) = matrix.dim();
    let head = format!("{name} ({rows} x {columns}) = ");
    if rows == 0 || columns == 0 {
        return vec![head + "[]"];
    }
    let width = WIDTH.saturating_sub(head.len() + 2);
    let mut shown: Vec<String> =
        matrix.rows().into_iter().take(style.rows).map(|numbers| row(&numbers, width)).collect();
    if rows > shown.len() {
        shown.push("...".to_string());
    }
    let flat = format!("{head}[{}]", shown.join(", "));
    if shown.len() == 1 || style.flat && flat.len() <= WIDTH {
        return vec![flat];
    }
    let last = shown.len() - 1;
    let line = |(i, row): (usize, String)| {
        let open = if i == 0 { format!("{head}[") } else { " ".repeat(head.len() + 1) };
        format!("{open}{row}{}", if i == last { "]" } else { "" })
    };
    shown.into_iter().enumerate().map(line).collect()
}

/// As many numbers as `width` columns hold, and dots for the others.
fn row(row: &ArrayView1<f64>, width: usize) -> String {
    let mut text = String::from("[");
    for (i, z) in row.iter().enumerate() {
        let z = number(*z);
        let comma = if i == 0 { "" } else { ", " };
        let dots = if i + 1 == row.len() { "]" } else { ", ...]" };
        let is_too_wide = text.len() + comma.len() + z.len() + dots.len() > width;
        if i == MOST_NUMBERS || (i > 0 && is_too_wide) {
            return text + comma + "...]";
        }
        text += &format!("{comma}{z}");
    }
    text + "]"
}

fn short(value: &Value, width: usize) -> String {
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Number(z) => number(*z),
        Value::Word(word) => word.clone(),
        Value::Seed(_) => "a seed".to_string(),
        Value::Vector(vector) => row(&vector.view(), width),
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

/// The same text with [`number`]s for what a plain `{z}` makes of 1e308 or 1e-300.
pub(crate) fn with_readable_numbers(text: &str) -> String {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == '.';
    let mut readable = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let digits = &rest[start..];
        let end = digits.find(|letter| !is_part(letter)).unwrap_or(digits.len());
        let digits = digits[..end].trim_end_matches('.');
        let is_long = digits.len() > LONGEST_NUMBER;
        let short = digits.parse().ok().filter(|_| is_long).map(number);
        readable += &rest[..start];
        readable += short.as_deref().unwrap_or(digits);
        rest = &rest[start + digits.len()..];
    }
    readable + rest
}

/// Two numbers, rounded to six digits where that still tells them apart.
pub(crate) fn pair(got: f64, want: f64) -> (String, String) {
    let rounded = |z: f64| number(format!("{z:.5e}").parse().unwrap_or(z));
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
            &["n_h", "x"],
            Value::Sequence(vec![
                Value::Count(2),
                Value::Matrix(array![[1.0, 0.125], [-3.0, 2.0]]),
            ]),
        );
        let rows = ["n_h = 2", "x (2 x 2) = [[1, 0.125]", "             [-3, 2]]"];
        assert_eq!(lines(&inputs, 3), rows);
        assert_eq!(lines(&inputs, 2), ["n_h = 2, x (2 x 2) = [[1, 0.125], [-3, 2]]"]);
        assert_eq!(lines(&inputs, 0), ["..."]);
    }

    #[test]
    fn a_list_with_one_entry_is_a_list() {
        let matrix = || Value::Matrix(array![[1.0]]);
        let layers = Value::Sequence(vec![Value::Sequence(vec![matrix(), matrix()])]);
        let lines = lines(&named(&["layers"], layers), 9);
        assert_eq!(lines, ["layers[0].0 (1 x 1) = [[1]]", "layers[0].1 (1 x 1) = [[1]]"]);
        let order = Value::Sequence(vec![Value::Count(1), Value::Count(0)]);
        assert_eq!(super::lines(&named(&["order"], order), 9), ["order = [1, 0]"]);
    }

    #[test]
    fn many_small_matrices_stand_side_by_side() {
        let matrix = |name: &str| (name.to_string(), Value::Matrix(array![[0.0]]));
        let inputs: Vec<_> = ["w1", "b1", "w2", "b2", "z1", "a1", "z2"].map(matrix).into();
        let lines = lines(&inputs, 9);
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[0], "w1 (1 x 1) = [[0]], b1 (1 x 1) = [[0]], w2 (1 x 1) = [[0]]");
    }

    #[test]
    fn a_large_matrix_shows_what_fits() {
        let z = Array2::from_shape_fn((307, 71), |(i, j)| 1.0 / (1 + i + j) as f64);
        let inputs = named(&["z"], Value::Matrix(z));
        let lines = lines(&inputs, 4);
        assert_eq!(lines.len(), 3);
        assert!(lines.iter().all(|line| line.len() <= WIDTH), "{lines:?}");
        assert_eq!(lines[0], "z (307 x 71) = [[1, 0.5, 0.3333333333333333, 0.25, 0.2, ...]");
        assert_eq!(lines[2], "                ...]");
    }

    #[test]
    fn numbers_of_hundreds_of_digits_get_an_exponent() {
        let (large, small) = (1e300, -1e-300);
        let text = with_readable_numbers(&format!("f({large}) is {small}, not 0.25. 3."));
        assert_eq!(text, "f(1e300) is -1e-300, not 0.25. 3.");
    }

    #[test]
    fn numbers_that_differ_late_are_shown_in_full() {
        assert_eq!(pair(0.1, 0.2), ("0.1".into(), "0.2".into()));
        assert_eq!(pair(0.731_058_578_6, 0.25), ("0.731059".into(), "0.25".into()));
        assert_ne!(pair(1.0, 1.0 + 1e-12).0, pair(1.0, 1.0 + 1e-12).1);
    }
}
