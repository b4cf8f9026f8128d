//! Names and messages of students, made safe to show: as text, in one line, as a name of a file.

/// `text` with what no reader can show made visible: a control character, or one that is not seen, becomes its
/// escape. Line ends and tabs stay.
pub(super) fn visible(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        let is_layout = matches!(c, '\n' | '\t');
        if !is_layout && (c.is_control() || is_invisible(c)) {
            shown.extend(c.escape_unicode());
        } else {
            shown.push(c);
        }
    }
    shown
}

/// Whether nothing is seen of `c`, or it turns the direction of text around, which makes code look like other; or
/// it is no character at all.
fn is_invisible(c: char) -> bool {
    let is_noncharacter = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    is_noncharacter
        || matches!(
            c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
                | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// [`visible`] in one line, for names. Different names stay different.
pub(crate) fn in_one_line(text: &str) -> String {
    visible(&text.replace('\\', r"\\")).replace('\n', r"\n").replace('\t', r"\t")
}

/// Names that Windows keeps for devices, whatever ending follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];
/// The longest name that is written out, in bytes; some file systems take 143.
const LONGEST: usize = 100;

/// The name of the file of the student `name`. Different students never share one, on no file system:
///
/// 1. Letters that stay what they are in every case and Unicode form are written as they are, everything else as
///    `%` and two digits for each of its bytes; so are a first blank, dot or hyphen, and the first letter of a
///    name that Windows keeps for a device.
/// 2. Capitals stay, for the reader; but as not all file systems tell them from small letters, `~` and a number
///    follow, whose bits say where the capitals are.
/// 3. A long name is cut and ends with `~~` and its digest.
pub(super) fn file_name(name: &str, ending: &str) -> String {
    let (mut safe, mut capitals) = (String::new(), String::new());
    let mut bits = 0;
    let is_device = is_device(name);
    for (index, c) in name.chars().enumerate() {
        let is_first_of = |special: bool| index == 0 && special;
        if is_first_of(is_device || " .-".contains(c)) || !is_plain(c) {
            c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| safe += &format!("%{byte:02X}"));
        } else {
            safe.push(c);
            bits |= u32::from(c.is_uppercase()) << (index % 4);
        }
        if index % 4 == 3 {
            capitals.extend(char::from_digit(std::mem::take(&mut bits), 16));
        }
    }
    capitals.extend(char::from_digit(bits, 16));
    let capitals = capitals.trim_end_matches('0');
    if safe.len() > LONGEST || name.is_empty() {
        let cut = (0..=LONGEST.min(safe.len())).rev().find(|at| safe.is_char_boundary(*at));
        let digest = crate::digest::digest(&[name.as_bytes()]).to_string();
        format!("{}~~{}.{ending}", &safe[..cut.unwrap_or(0)], &digest[..32])
    } else if capitals.is_empty() {
        format!("{safe}.{ending}")
    } else {
        format!("{safe}~{capitals}.{ending}")
    }
}

/// Whether `c` is the same character in every Unicode form, and the only one with its other case.
fn is_plain(c: char) -> bool {
    match c {
        // Hangul, Chinese characters and kana have no cases.
        '0'..='9'
        | ' '
        | '_'
        | '-'
        | '+'
        | '@'
        | '='
        | ','
        | '.'
        | '가'..='힣'
        | '\u{4e00}'..='\u{9fff}'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ヺ'
        | 'ー' => true,
        'a'..='z' | 'A'..='Z' | 'À'..='ž' | 'Ά'..='ώ' | 'Ѐ'..='ӿ' if c.is_alphabetic() => {
            let small = || c.to_lowercase();
            let is_pair =
                small().flat_map(char::to_uppercase).flat_map(char::to_lowercase).eq(small());
            let (is_small, is_capital) =
                (small().eq([c]), small().flat_map(char::to_uppercase).eq([c]));
            is_pair && (is_small || is_capital) && small().count() == 1
        }
        _ => false,
    }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_ascii_lowercase();
    let number = stem.trim_start_matches(|c: char| c.is_ascii_lowercase());
    DEVICES.contains(&&stem[..stem.len() - number.len()]) && number.chars().count() <= 1
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn a_name_cannot_leave_its_folder() {
        assert_eq!(file_name("ada l.", "json"), "ada l..json");
        assert_eq!(file_name("Ada Lovelace", "json"), "Ada Lovelace~11.json");
        assert_eq!(file_name("../x", "json"), "%2E.%2Fx.json");
        assert_eq!(file_name("\\\n:", "json"), "%5C%0A%3A.json");
        assert_eq!(file_name("%2E", "json"), "%252E~4.json");
        assert_eq!(file_name("김가람", "json"), "김가람.json");
        assert_eq!(file_name(&"가".repeat(85), "json").len(), 99 + 2 + 32 + 5);
        for name in ["con", "nul.tar", "aux .x", "com1", "lpt9.y"] {
            assert!(file_name(name, "json").starts_with('%'), "{name}");
        }
        for name in ["console", "com10", "nullable"] {
            assert!(!file_name(name, "json").contains('%'), "{name}");
        }
    }

    /// A name as the most careless file system keeps it: decomposed, without marks that it ignores, in one case,
    /// and without dots and blanks at its end.
    fn careless(name: &str) -> String {
        use unicode_normalization::UnicodeNormalization;
        let folded = |text: &str| -> String {
            text.nfkd().flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfkd().collect()
        };
        let name: String = name.chars().filter(|c| !is_invisible(*c)).collect();
        folded(&folded(&name)).trim_end_matches([' ', '.']).to_string()
    }

    #[test]
    fn no_two_characters_that_are_written_out_are_the_same_to_any_file_system() {
        let mut known: BTreeMap<String, Vec<char>> = BTreeMap::new();
        for c in (0..=0x0010_ffff).filter_map(char::from_u32).filter(|c| is_plain(*c)) {
            if !" .".contains(c) {
                known.entry(careless(&c.to_string())).or_default().push(c);
            }
        }
        for same in known.values() {
            let small: Vec<char> = same.iter().copied().filter(|c| !c.is_uppercase()).collect();
            let capitals = same.len() - small.len();
            assert!(small.len() <= 1 && capitals <= 1, "{same:?}");
        }
        assert!(known.len() > 30_000, "{}", known.len());
    }

    /// Numbers that are the same on every machine.
    fn numbers(mut state: u64) -> impl FnMut(usize) -> usize {
        move |below| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(state >> 33).unwrap_or(0) % below
        }
    }

    #[test]
    fn two_different_students_never_share_a_file() {
        // Pieces of which every two are the same somewhere, or look like what is put in their place.
        const PIECES: [&str; 48] = [
            "a",
            "A",
            "ada",
            "Ada",
            "ADA",
            "é",
            "e\u{301}",
            "É",
            "E\u{301}",
            "가",
            "\u{1100}\u{1161}",
            "ß",
            "ss",
            "SS",
            "ſ",
            "s",
            "K",
            "k",
            "\u{212a}",
            "ı",
            "i",
            "I",
            "İ",
            "ς",
            "σ",
            "Σ",
            "%",
            "%2E",
            ".",
            "..",
            "~",
            "~1",
            "~~",
            "/",
            "\\",
            " ",
            "con",
            "CON",
            "nul",
            "1",
            "2",
            "E",
            "\u{200b}",
            "\u{fe0f}",
            "ﬁ",
            "fi",
            "\0",
            "\n",
        ];
        let mut draw = numbers(20_170_808);
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for _ in 0..60_000 {
            let most = if draw(20) == 0 { 60 } else { 4 };
            let count = 1 + draw(most);
            let name: String = (0..count).map(|_| PIECES[draw(PIECES.len())]).collect();
            let file = file_name(&name, "json");
            assert!(file.len() <= 143 && !file.contains(['/', '\\', '\0', '\n', ':']), "{file}");
            assert!(!file.starts_with(['.', ' ', '-']), "{file}");
            let other = files.insert(careless(&file), name.clone());
            assert!(other.is_none_or(|other| other == name), "{file}");
        }
        assert!(files.len() > 30_000, "{}", files.len());
    }

    #[test]
    fn two_different_names_are_never_shown_alike() {
        for (name, other) in
            [("a\nb", r"a\nb"), ("\u{200b}", r"\u{200b}"), ("a\tb", r"a\tb"), ("\\", "\\\\")]
        {
            assert_ne!(in_one_line(name), in_one_line(other));
        }
        assert_eq!(in_one_line("a\u{200f}b\u{2028}"), r"a\u{200f}b\u{2028}");
    }
}
