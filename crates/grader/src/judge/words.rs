//! The words of compilers, linkers and programs as every machine and every run says them.
//!
//! `results.jsonl` is a function of what was handed in. So its messages name no folder of a machine, no
//! temporary name, no process and no address: all words of a report pass through [`Words::tame`], and only
//! there they are shortened, because what is left out comes first.

use std::borrow::Cow;
use std::path::Path;

use contract::Text;
use course::report::Report;

use super::toolchain::Toolchain;

/// The longest message, in characters.
const LONGEST: usize = 4_000;

/// What a run's messages must not name.
pub(super) struct Words {
    /// The longest first.
    folders: Vec<String>,
}

impl Words {
    /// For messages of programs that were made in `folder` with `toolchain`.
    pub(super) fn new(folder: &Path, toolchain: &Toolchain) -> Self {
        let mut folders = toolchain.folders();
        folders.push(folder.display().to_string());
        folders.sort_by_key(|folder| std::cmp::Reverse(folder.len()));
        Self { folders }
    }

    /// Makes all words of `report` those of every machine.
    pub(super) fn tame(&self, report: &mut Report) {
        for property in &mut report.properties {
            if let Some(Text { en, ko }) = &mut property.message {
                *en = Cow::Owned(self.plain(en));
                *ko = Cow::Owned(self.plain(ko));
            }
        }
    }

    fn plain(&self, words: &str) -> String {
        let mut words = words.to_string();
        for folder in &self.folders {
            words = words.replace(&format!("{folder}/"), "").replace(folder.as_str(), ".");
        }
        let plain = without_chance(&words).chars().take(LONGEST).map(visible).collect::<String>();
        plain.trim_end().to_string()
    }
}

/// Control characters are commands to a terminal.
fn visible(character: char) -> char {
    if character.is_control() && character != '\n' { '\u{fffd}' } else { character }
}

/// `words` without addresses, digests in names, temporary names and numbers of processes.
fn without_chance(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(first) = rest.chars().next() {
        let is_inside = plain.ends_with(|last: char| last.is_ascii_alphanumeric() || last == '_');
        let (written, length) = match chance(rest) {
            Some((name, length)) if !is_inside => (name, length),
            _ => (&rest[..first.len_utf8()], first.len_utf8()),
        };
        plain.push_str(written);
        rest = &rest[length..];
    }
    plain
}

/// What chance has put at the beginning of `words`: what is said instead, and how many bytes it takes.
fn chance(words: &str) -> Option<(&'static str, usize)> {
    let run = |words: &str, is_part: fn(&char) -> bool| words.chars().take_while(is_part).count();
    let hex = |words: &str| run(words, char::is_ascii_hexdigit);
    if let Some(digits) = words.strip_prefix("0x") {
        let count = hex(digits);
        return (count >= 8).then_some(("0x..", 2 + count));
    }
    if let Some(name) = words.strip_prefix("rustc") {
        let count = run(name, char::is_ascii_alphanumeric);
        return (count == 6 && name[6..].starts_with('/')).then_some(("rustc..", 11));
    }
    for (before, instead) in [("process ", "process .."), ("pid ", "pid .."), ("PID ", "PID ..")] {
        if let Some(digits) = words.strip_prefix(before) {
            let count = run(digits, char::is_ascii_digit);
            return (count > 0).then_some((instead, before.len() + count));
        }
    }
    let count = hex(words);
    let letters = words[..count].chars().filter(char::is_ascii_alphabetic).count();
    let ends_a_name = words[count..].starts_with(['.', '-', ':']);
    // A number has no letter but the one before its exponent.
    (count == 16 && letters >= 2 && ends_a_name).then_some(("..", 16))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_addresses_and_names_of_chance_are_left_out() {
        let folders = ["/home/ada/course/target/grader/work-7-0/12", "/home/ada/.rustup/lib"];
        let words = Words { folders: folders.map(str::to_string).into() };
        for (said, plain) in [
            ("/home/ada/course/target/grader/work-7-0/12/out/rustcAb12Cd/x.o", "out/rustc../x.o"),
            ("in /home/ada/.rustup/lib: no", "in .: no"),
            ("at 0x00007ffd1234abcd, 0xff", "at 0x.., 0xff"),
            ("libstd-0a1b2c3d4e5f6071.so", "libstd-...so"),
            ("exercise_init.f1e2d3c4b5a69788-cgu.0.rcgu.o", "exercise_init...-cgu.0.rcgu.o"),
            ("process 1234 died", "process .. died"),
            ("0.1234567890123456", "0.1234567890123456"),
            ("1.234567890123456e-7", "1.234567890123456e-7"),
            ("rustc 1.95.0", "rustc 1.95.0"),
            ("a subprocess 3", "a subprocess 3"),
            ("\u{1b}[2J", "\u{fffd}[2J"),
        ] {
            assert_eq!(words.plain(said), plain);
        }
    }

    #[test]
    fn a_message_is_cut_where_every_machine_cuts_it() {
        let long = |folder: &str| {
            let words = Words { folders: vec![folder.to_string()] };
            words.plain(&format!("{folder}/x ").repeat(LONGEST))
        };
        assert_eq!(long("/a"), long("/a/much/longer/folder"));
    }
}
