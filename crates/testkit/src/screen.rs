//! How much of a screen a text takes.

/// The columns of an ordinary terminal.
pub(crate) const WIDTH: usize = 80;
/// The most that `cargo test` and the runner put before each line of a message.
pub(crate) const INDENT: usize = 4;

/// The columns of `text`; a Korean letter takes two.
pub(crate) fn columns(text: &str) -> usize {
    let is_wide = |letter| matches!(letter, '\u{1100}'..='\u{11ff}' | '\u{3000}'..='\u{d7a3}');
    text.chars().map(|letter| 1 + usize::from(is_wide(letter))).sum()
}

/// The lines that a paragraph takes where it is broken at blanks.
pub(crate) fn lines(paragraph: &str) -> usize {
    let (mut lines, mut column) = (1, INDENT);
    for word in paragraph.split_whitespace() {
        let width = columns(word);
        if column > INDENT && column + 1 + width > WIDTH {
            lines += 1;
            column = INDENT;
        }
        column += usize::from(column > INDENT) + width;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paragraph_is_counted_as_it_is_broken() {
        assert_eq!(lines(&"seven s ".repeat(9)), 1);
        assert_eq!(lines(&"seven s ".repeat(10)), 2);
        assert_eq!(lines(&"일곱자입니다만 ".repeat(5)), 1);
        assert_eq!(lines(&"일곱자입니다만 ".repeat(6)), 2);
    }
}
