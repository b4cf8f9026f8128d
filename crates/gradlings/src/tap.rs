//! Reports as the tests of a handout read them, in the Test Anything Protocol: a line per property, and below it what
//! is wrong.

use contract::Language;
use course::report::Report;

use crate::call::in_words;

/// The report, its messages in `language`.
pub(crate) fn lines(report: &Report, language: Language) -> String {
    let mut lines = format!("TAP version 14\n1..{}\n", report.properties.len());
    for (number, property) in (1..).zip(&report.properties) {
        let verdict = if property.holds() { "ok" } else { "not ok" };
        lines += &format!("{verdict} {number} - {}\n", property.name);
        let message = property.message.iter().map(|message| message.speak(language));
        for line in message.chain(report.compiler.as_deref()).flat_map(str::lines) {
            lines += &format!("# {}\n", in_words(line));
        }
    }
    lines
}
