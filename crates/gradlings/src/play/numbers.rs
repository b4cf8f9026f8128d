//! Numbers as the page takes them: JSON knows none that is not finite, so these cross as words.

use init::Parameters;
use ndarray::Array2;
use serde_json::{Value, json};

/// One number; `"NaN"`, `"inf"` or `"-inf"` where it is not finite.
pub(super) fn number(z: f64) -> Value {
    if z.is_finite() { Value::from(z) } else { Value::from(word(z)) }
}

fn word(z: f64) -> &'static str {
    if z.is_nan() {
        "NaN"
    } else if z > 0.0 {
        "inf"
    } else {
        "-inf"
    }
}

/// A list of numbers.
pub(super) fn list<'a>(numbers: impl IntoIterator<Item = &'a f64>) -> Value {
    numbers.into_iter().map(|z| number(*z)).collect()
}

/// A list of the rows of `matrix`.
pub(super) fn matrix(matrix: &Array2<f64>) -> Value {
    matrix.outer_iter().map(list).collect()
}

/// Beyond this side a matrix is not sent, only how large it is.
const MOST_SIDE: usize = 64;

/// Parameters by their names; of a `w1` that is too large for a page only the norm of each row, as `norms`.
pub(super) fn parameters(of: &Parameters) -> Value {
    let mut fields = json!({"b1": list(&of.b1), "w2": matrix(&of.w2), "b2": list(&of.b2)});
    if of.w1.nrows().max(of.w1.ncols()) > MOST_SIDE {
        fields["w1"] = Value::Null;
        let norm =
            |row: ndarray::ArrayView1<f64>| number(row.iter().map(|w| w * w).sum::<f64>().sqrt());
        fields["norms"] = of.w1.outer_iter().map(norm).collect();
    } else {
        fields["w1"] = matrix(&of.w1);
    }
    fields
}

/// A number for a sentence: four digits.
pub(super) fn brief(z: f64) -> String {
    if !z.is_finite() {
        return word(z).to_string();
    }
    let size = z.abs();
    if size != 0.0 && !(1e-3..1e5).contains(&size) {
        return format!("{z:.2e}");
    }
    let digits = if size >= 100.0 {
        1
    } else if size >= 1.0 {
        3
    } else {
        4
    };
    let text = format!("{z:.digits$}");
    let text =
        if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_string() } else { text.to_string() }
}

/// Bytes in base64.
pub(super) fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |i: usize| u32::from(chunk.get(i).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_everywhere() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }

    #[test]
    fn what_is_not_finite_is_a_word() {
        let numbers = [0.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
        assert_eq!(list(&numbers), json!([0.5, "NaN", "inf", "-inf"]));
    }

    #[test]
    fn sentences_have_short_numbers() {
        let numbers = [0.456_789, 12.0, -0.0, 1e-9, 123_456.7, 99.96, f64::NAN];
        let brief: Vec<String> = numbers.into_iter().map(brief).collect();
        assert_eq!(brief, ["0.4568", "12", "0", "1.00e-9", "1.23e5", "99.96", "NaN"]);
    }
}
