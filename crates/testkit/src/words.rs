//! The identifiers in Rust code, and what they say of other files.

use std::path::Path;

use contract::{Text, say};

/// A file without any of these words reads no other.
pub const READING: [&str; 4] = ["mod", "include", "include_str", "include_bytes"];

/// The identifiers and keywords of `code`, in order; none out of comments, strings and characters.
pub fn words(code: &str) -> impl Iterator<Item = &str> {
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

/// The one of `files` that the file of `exercise` with this `text` draws in, though an exercise is one file.
pub fn foreign_file<'f>(
    exercise: &str,
    text: &str,
    files: impl IntoIterator<Item = &'f Path>,
) -> Option<&'f Path> {
    let used: Vec<&str> = words(text).collect();
    let does_read = used.iter().any(|word| READING.contains(word));
    let is_drawn_in = |file: &&Path| {
        let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        let folder = file.parent().and_then(|folder| folder.file_name());
        let is_named = used.contains(&stem) || text.contains(&format!("{stem}."));
        folder == Some(exercise.as_ref()) || is_named
    };
    files.into_iter().filter(|_| does_read).find(is_drawn_in)
}

/// That `file` needs the file `foreign`, which nobody hands in.
pub fn needs_another_file(file: &str, foreign: &str) -> Text {
    let foreign = foreign.replace('\\', "/");
    say!(
        "{file} needs {foreign}, but an exercise is one file, and that file is all that is handed in: move \
         the helper's code into it, as `mod helper {{ .. }}` or as plain functions.",
        "{file} 파일은 {foreign} 파일이 있어야 합니다. 그런데 연습 문제는 파일 하나이고, 제출하는 것도 그 \
         파일뿐입니다. 도움 코드를 `mod helper {{ .. }}`나 보통 함수로 그 파일 안에 옮기세요."
    )
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

    #[test]
    fn a_file_is_foreign_where_it_is_drawn_in_and_nowhere_else() {
        let helper = Path::new("src/sigmoid/helper.rs");
        let foreign = |text, file| foreign_file("sigmoid", text, [Path::new(file)]).is_some();
        assert!(foreign("mod helper;", "src/sigmoid/helper.rs"));
        assert!(foreign("#[path = \"other.rs\"] mod helper;", "src/other.rs"));
        assert!(foreign("include!(\"other.rs\");", "src/other.rs"));
        assert!(!foreign("// mod helper;\nfn f() {}", "src/sigmoid/helper.rs"));
        assert!(!foreign("mod inner { fn f() {} }", "src/other.rs"));
        assert_eq!(foreign_file("sigmoid", "mod x;", [helper]), Some(helper));
    }
}
