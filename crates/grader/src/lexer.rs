//! The text of a Rust file in pieces, as far as a comparison or a search needs them. Whatever the text is, all of it
//! comes back, and nothing is nested.

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// White space or a comment.
    Gap,
    /// A text or a character in quotes.
    Text,
    /// A name, a keyword or a lifetime.
    Word,
    Number,
    /// A single sign.
    Sign,
}

/// The pieces of `text` in order, which are all of it.
pub(crate) fn pieces(text: &str) -> impl Iterator<Item = (Kind, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let (kind, length) = first(rest)?;
        let (piece, after) = rest.split_at(length);
        rest = after;
        Some((kind, piece))
    })
}

fn first(text: &str) -> Option<(Kind, usize)> {
    let first = text.chars().next()?;
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let until = |end: fn(char) -> bool| text.find(end).unwrap_or(text.len());
    if text.starts_with("//") {
        return Some((Kind::Gap, until(|c| c == '\n')));
    }
    if text.starts_with("/*") {
        return Some((Kind::Gap, comment(text)));
    }
    if first.is_whitespace() {
        return Some((Kind::Gap, until(|c| !c.is_whitespace())));
    }
    if first == '"' {
        return Some((Kind::Text, quoted(text)));
    }
    if first == '\'' {
        return Some(character(text));
    }
    if !is_word(first) {
        return Some((Kind::Sign, first.len_utf8()));
    }
    let end = text.find(|c| !is_word(c)).unwrap_or(text.len());
    let kind = if first.is_ascii_digit() { Kind::Number } else { Kind::Word };
    if let (true, Some(length)) = (["r", "br", "cr"].contains(&&text[..end]), raw(&text[end..])) {
        return Some((Kind::Text, end + length));
    }
    Some((kind, end))
}

/// The length of the comment that begins `text`; there may be comments in it.
fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while let Some(found) = text[at..].find(['/', '*']) {
        at += found;
        let rest = &text[at..];
        match (rest.starts_with("/*"), rest.starts_with("*/")) {
            (true, _) => depth += 1,
            (_, true) => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of the text in quotes that begins `text`.
fn quoted(text: &str) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of the text in `#"` and `"#` that begins `text`, if one does.
fn raw(text: &str) -> Option<usize> {
    let marks = text.bytes().take_while(|byte| *byte == b'#').count();
    let inside = text[marks..].strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(marks));
    Some(inside.find(&end).map_or(text.len(), |at| marks + 1 + at + end.len()))
}

/// The character in quotes, or the lifetime, that begins `text`.
fn character(text: &str) -> (Kind, usize) {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some((_, _))) => {
            let end = chars.find(|(_, c)| *c == '\'').map_or(text.len(), |(at, _)| at + 1);
            (Kind::Text, end)
        }
        (Some(_), Some((at, '\''))) => (Kind::Text, at + 1),
        _ => {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            (Kind::Word, text[1..].find(|c| !is_word(c)).map_or(text.len(), |at| at + 1))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_comments_are_whole_pieces() {
        use Kind::{Gap, Number, Sign, Text, Word};
        let text = r##"a1 /* /* } */ */ "\"}" r#"}"}"# '}' '\'' 'a 1.5 b'x' // }"##;
        let found: Vec<(Kind, &str)> = pieces(text).filter(|(_, piece)| *piece != " ").collect();
        let expected = [
            (Word, "a1"),
            (Gap, "/* /* } */ */"),
            (Text, r#""\"}""#),
            (Text, r##"r#"}"}"#"##),
            (Text, "'}'"),
            (Text, r"'\''"),
            (Word, "'a"),
            (Number, "1"),
            (Sign, "."),
            (Number, "5"),
            (Word, "b"),
            (Text, "'x'"),
            (Gap, "// }"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn every_text_comes_back() {
        for text in ["", "\"", "'", "'\\", "/*", "/*/", "r#\"", "r#", "가'나", "\u{0}", "'''", "*/"]
        {
            let all: String = pieces(text).map(|(_, piece)| piece).collect();
            assert_eq!(all, text);
        }
    }
}
