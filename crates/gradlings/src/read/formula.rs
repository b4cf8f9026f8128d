//! The formulas of the lessons, for a terminal: `\frac{1}{1 + e^{-z}}` reads `1 / (1 + e^-z)`.
//!
//! Only what the lessons use is known; anything else is left as it stands.

use std::iter::Peekable;
use std::str::Chars;

/// A formula in lines of plain text.
pub(super) fn plain(formula: &str) -> Vec<String> {
    // In an aligned block `&=` lines up, and a bare `&` parts two equations.
    let formula = formula.replace("&=", "=").replace('&', "\\qquad ");
    let text = sequence(&mut formula.chars().peekable());
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

type Source<'a> = Peekable<Chars<'a>>;

/// All up to the end of the group or of the formula.
fn sequence(source: &mut Source) -> String {
    let mut text = String::new();
    while let Some(letter) = source.next() {
        match letter {
            '}' => break,
            '{' => text += &sequence(source),
            '\\' => text += &command(source),
            '^' => text += &superscript(&argument(source)),
            // The course writes w1 for the first layer's weights.
            '_' => match argument(source) {
                index if index.chars().all(|c| c.is_ascii_digit()) => text += &index,
                index => text += &format!("_{}", bracketed(&index)),
            },
            '\n' => text.push(' '),
            other => text.push(other),
        }
    }
    text
}

/// The next letter, group or command.
fn argument(source: &mut Source) -> String {
    while source.next_if_eq(&' ').is_some() {}
    match source.next() {
        Some('{') => sequence(source),
        Some('\\') => command(source),
        Some(letter) => letter.to_string(),
        None => String::new(),
    }
}

fn command(source: &mut Source) -> String {
    let mut name = String::new();
    while let Some(letter) = source.next_if(char::is_ascii_alphabetic) {
        name.push(letter);
    }
    match name.as_str() {
        // A sign behind a backslash: a new line, or a space of some width.
        "" => match source.next() {
            Some('\\') => "\n".to_string(),
            _ => " ".to_string(),
        },
        "frac" | "tfrac" => fraction(&argument(source), &argument(source)),
        "sum" => sum(source),
        "begin" | "end" => {
            argument(source);
            String::new()
        }
        "mathrm" => argument(source),
        "qquad" => "\n".to_string(),
        "bigl" | "bigr" | "textstyle" => String::new(),
        "sigma" => "σ".to_string(),
        "cdot" => "·".to_string(),
        "circ" => "∘".to_string(),
        "leftarrow" => "←".to_string(),
        // `max`, `ln`, `tanh` and the like are their own names.
        _ => name,
    }
}

fn fraction(above: &str, below: &str) -> String {
    if above.len() == 1 && below.len() == 1 {
        return format!("{above}/{below}");
    }
    format!("{} / {}", bracketed(above), bracketed(below))
}

fn sum(source: &mut Source) -> String {
    let mut text = "Σ".to_string();
    if source.next_if_eq(&'_').is_some() {
        text += &format!("({}", argument(source));
        if source.next_if_eq(&'^').is_some() {
            text += &format!("..{}", argument(source));
        }
        text.push(')');
    }
    text
}

fn superscript(exponent: &str) -> String {
    match exponent {
        "T" => "ᵀ".to_string(),
        "2" => "²".to_string(),
        other => format!("^{}", bracketed(other)),
    }
}

/// In brackets if it is more than one thing.
fn bracketed(text: &str) -> String {
    let is_one = !text.trim().contains(' ') || text.ends_with(')') && !text.contains(") ");
    if is_one { text.to_string() } else { format!("({text})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formulas_of_the_lessons_can_be_read() {
        let cases = [
            (r"\sigma(z) = \frac{1}{1 + e^{-z}}", "σ(z) = 1 / (1 + e^-z)"),
            (r"\tanh'(z) = 1 - \tanh^2(z)", "tanh'(z) = 1 - tanh²(z)"),
            (r"dw_1 = \tfrac{1}{m}\, dz_1\, x^T", "dw1 = 1/m dz1 xᵀ"),
            (r"\tfrac{1}{m} \textstyle\sum dz_2", "1/m Σ dz2"),
            (r"-\frac{1}{m} \sum_{i=1}^{m} \bigl( y \bigr)", "-1/m Σ(i=1..m) ( y )"),
            (r"\frac{J(w + h) - J(w - h)}{2h}", "(J(w + h) - J(w - h)) / 2h"),
            (r"\mathrm{Var}(w) = \frac{\mathrm{gain}}{n_{\mathrm{in}}}", "Var(w) = gain / n_in"),
            (r"w_2^T dz_2 \circ (1 - a_1^2)", "w2ᵀ dz2 ∘ (1 - a1²)"),
        ];
        for (formula, want) in cases {
            assert_eq!(plain(formula), [want], "{formula}");
        }
    }

    #[test]
    fn equations_side_by_side_come_one_a_line() {
        let formula = "\\begin{aligned}\nz_1 &= w_1 x & a_1 &= z_1 \\\\\nz_2 &= 0\n\\end{aligned}";
        assert_eq!(plain(formula), ["z1 = w1 x", "a1 = z1", "z2 = 0"]);
    }

    #[test]
    fn an_unfinished_formula_ends_too() {
        for formula in ["\\frac{1", "^", "_", "\\", "}{", "\\sum_"] {
            let _ = plain(formula);
        }
    }
}
