//! The identifiers in Rust code.

/// The identifiers and keywords of `code`, in order; none out of comments, strings and characters.
pub(crate) fn words(code: &str) -> impl Iterator<Item = &str> {
    let mut rest = code;
    std::iter::from_fn(move || {
        while let Some(first) = rest.chars().next() {
            if first.is_alphabetic() || first == '_' {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                let (word, behind) = rest.split_at(end.unwrap_or(rest.len()));
                let behind_string = raw_string(word, behind);
                rest = behind_string.unwrap_or(behind);
                if behind_string.is_none() {
                    return Some(word);
                }
            } else {
                rest = behind_token(rest, first);
            }
        }
        None
    })
}

/// What follows the comment, the literal or the single sign that `code` begins with.
fn behind_token(code: &str, first: char) -> &str {
    let inside = &code[first.len_utf8()..];
    match first {
        '/' if inside.starts_with('/') => &code[code.find('\n').unwrap_or(code.len())..],
        '/' if inside.starts_with('*') => behind_comment(code),
        '"' => behind_quote(inside, '"'),
        '\'' if inside.starts_with('\\') => behind_quote(inside, '\''),
        // A character; else the tick of a lifetime, whose name is an identifier.
        '\'' => {
            let mut letters = inside.char_indices().skip(1);
            let is_quoted = letters.next().is_some_and(|(_, c)| c == '\'');
            if is_quoted { letters.next().map_or("", |(at, _)| &inside[at..]) } else { inside }
        }
        // Digits with what belongs to them: no identifier begins inside of a number.
        '0'..='9' => inside.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_'),
        _ => inside,
    }
}

/// What follows a comment between `/*` and `*/`, which may hold others.
fn behind_comment(code: &str) -> &str {
    let (mut rest, mut depth) = (&code[2..], 1);
    while depth > 0 {
        let Some(at) = rest.find(['/', '*']) else { return "" };
        rest = &rest[at..];
        let sign = rest.get(..2);
        depth = match sign {
            Some("/*") => depth + 1,
            Some("*/") => depth - 1,
            _ => depth,
        };
        rest = &rest[if matches!(sign, Some("/*" | "*/")) { 2 } else { 1 }..];
    }
    rest
}

/// What follows the next `quote` that no backslash stands before.
fn behind_quote(inside: &str, quote: char) -> &str {
    let mut is_escaped = false;
    let end = inside.char_indices().find(|(_, c)| {
        let is_end = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        is_end
    });
    end.map_or("", |(at, _)| &inside[at + 1..])
}

/// What follows a raw string, if `prefix` and what is behind it begin one.
fn raw_string<'a>(prefix: &str, behind: &'a str) -> Option<&'a str> {
    if !matches!(prefix, "r" | "br" | "cr") {
        return None;
    }
    let inside = behind.trim_start_matches('#');
    let hashes = &behind[..behind.len() - inside.len()];
    let inside = inside.strip_prefix('"')?;
    let end = format!("\"{hashes}");
    Some(inside.find(&end).map_or("", |at| &inside[at + end.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_has_words() {
        let cases = [
            ("use super::tanh; // crate", "use super tanh"),
            ("/* mod /* include */ crate */ fn f", "fn f"),
            ("\"https://x\"; crate::f(\"\\\"mod\")", "crate f"),
            ("r#\"super \"mod\" \"#; br\"\\\"; b\"crate\"; include!(c\"x\")", "b include c"),
            ("'\"'; mod a; '\\''; b'/'; '/'; super", "mod a b super"),
            (
                "fn f<'a>(x: &'a str) -> &'static str { crate::g(x) }",
                "fn f a x a str static str crate g x",
            ),
            ("1e5 0xcrate x1 r#mod", "x1 r mod"),
            ("'시'; 시그모이드", "시그모이드"),
            ("/* crate", ""),
            ("\"mod", ""),
            ("'", ""),
        ];
        for (code, expected) in cases {
            assert_eq!(words(code).collect::<Vec<_>>().join(" "), expected, "{code}");
        }
    }
}
