//! Names and messages of students, made safe to show: as text, in one line, as a name of a file.

/// `text` with what no reader can show made visible: a control character becomes its escape. Line
/// ends and tabs stay.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        // Also the marks that turn the direction of text around: they make code look like other.
        let is_trap = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe;
        if (c.is_control() && !matches!(c, '\n' | '\t')) || is_trap || is_noncharacter {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// [`visible`] in one line, for names.
pub(crate) fn in_one_line(text: &str) -> String {
    visible(text).replace('\n', "\\n").replace('\t', "\\t")
}

/// A file name for `name` that every file system takes: what is unusual in it is written as `%`
/// and its number, and what is long is cut and ends with a digest. Different names stay different.
pub(super) fn file_name(name: &str, ending: &str) -> String {
    let mut safe = String::new();
    for c in name.chars() {
        let is_plain = c.is_alphanumeric() || " _-+@=,".contains(c);
        if is_plain || (c == '.' && !safe.is_empty()) {
            safe.push(c);
        } else {
            safe += &format!("%{:02X}", u32::from(c));
        }
    }
    if safe.len() > 150 {
        let cut = (0..=100).rev().find(|at| safe.is_char_boundary(*at)).unwrap_or(0);
        safe = format!(
            "{}~{:016x}",
            &safe[..cut],
            crate::digest::digest(&[name.as_bytes()]).first_eight()
        );
    }
    format!("{safe}.{ending}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_folder() {
        assert_eq!(file_name("Ada L.", "json"), "Ada L..json");
        assert_eq!(file_name("../x", "json"), "%2E.%2Fx.json");
        assert_eq!(file_name("\\\n:", "json"), "%5C%0A%3A.json");
        assert_eq!(file_name("%2E", "json"), "%252E.json");
        assert_eq!(file_name("김가람", "json"), "김가람.json");
        assert_eq!(file_name(&"가".repeat(85), "json").len(), 99 + 1 + 16 + 5);
    }
}
