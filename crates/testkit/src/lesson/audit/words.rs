//! What a student reads about a mistake, in every language: does it fit and is it all words?

use crate::complaint::{Complaint, MOST_LINES};
use crate::lesson::audit::Planted;
use crate::lesson::{Judged, Lesson, headline};
use crate::screen::{self, INDENT, WIDTH, columns};
use contract::Contract;
use contract::{Language, Text};

/// What only a debug print or a formula for the computer has.
const NO_WORDS: [&str; 10] =
    ["Some(", "None", "Ok(", "Err(", "Matrix(", "Record(", "shape=", "strides", "::{", "\\n"];

impl<A: Contract> Lesson<A> {
    /// What is said of the first mistake of every function, each below its id and the property that
    /// tells most: to be pinned in a snapshot.
    pub fn messages(&self) -> Text {
        let mut all = Text::new("", "");
        for exercise in self.exercises {
            for function in exercise.functions {
                let mistakes =
                    exercise.mistakes.iter().filter(|mistake| mistake.function == *function);
                for planted in self.plant(exercise, function, mistakes.take(1)) {
                    all.en.to_mut().push_str(&first_message(&planted, Language::English));
                    all.ko.to_mut().push_str(&first_message(&planted, Language::Korean));
                }
            }
        }
        all
    }
}

fn first_message<A>(planted: &Planted<A>, language: Language) -> String {
    let Some(Judged { function, name, verdict: Err(complaint) }) = headline(&planted.judged) else {
        return String::new();
    };
    let words = complaint.speak(language);
    format!("== {}: {function} {name}\n\n{words}\n\n", planted.mistake.id)
}

/// Messages about `planted` that are too long, too wide, or not made of words.
pub(super) fn unreadable<A>(planted: &[Planted<A>]) -> Vec<String> {
    let mut found = Vec::new();
    for planted in planted {
        for failed in planted.failed() {
            let Err(complaint) = &failed.verdict else { continue };
            for language in [Language::English, Language::Korean] {
                let who = format!("{}, {}, {language:?}", planted.mistake.id, failed.name);
                let faults = faults_of(complaint, language);
                found.extend(faults.into_iter().map(|fault| format!("{who}: {fault}")));
            }
        }
    }
    found
}

fn faults_of(complaint: &Complaint, language: Language) -> Vec<String> {
    let text = complaint.speak(language);
    let mut faults = Vec::new();
    let on_screen = |line: &str| if line.starts_with(' ') { 1 } else { screen::lines(line) };
    let lines: usize = text.lines().map(on_screen).sum();
    if lines > MOST_LINES {
        faults.push(format!("{lines} lines:\n{text}"));
    }
    for line in text.lines().filter(|line| is_too_wide(line)) {
        faults.push(format!("{} columns: {line}", INDENT + columns(line)));
    }
    let sentence = complaint.sentence().speak(language);
    // What a panic says is not ours.
    if complaint.fault().is_some() {
        return faults;
    }
    for raw in NO_WORDS.into_iter().filter(|raw| text.contains(raw)) {
        faults.push(format!("says {raw}:\n{text}"));
    }
    if sentence.split_whitespace().count() < 3 || !sentence.ends_with(['.', '?']) {
        faults.push(format!("is not a sentence: {sentence}"));
    }
    faults
}

/// Lines that show input are not broken; in prose a word has to fit.
fn is_too_wide(line: &str) -> bool {
    if line.starts_with(' ') {
        return INDENT + columns(line) > WIDTH;
    }
    line.split_whitespace().any(|word| INDENT + columns(word) > WIDTH)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Text;

    fn faults(sentence: &str) -> Vec<String> {
        let complaint = Complaint::new(Text::new(sentence.to_string(), sentence.to_string()));
        faults_of(&complaint, Language::English)
    }

    #[test]
    fn a_sentence_has_no_faults() {
        assert_eq!(faults("z came out as NaN; it must be 1."), Vec::<String>::new());
    }

    #[test]
    fn a_debug_print_is_no_sentence() {
        assert_eq!(faults("Some(NaN)").len(), 2);
    }

    #[test]
    fn a_long_text_is_counted_as_it_is_broken() {
        assert_eq!(faults(&"a longer word, ".repeat(100)).len(), 2);
    }

    #[test]
    fn a_word_has_to_fit() {
        assert_eq!(faults(&format!("It is {}.", "x".repeat(80))).len(), 1);
    }
}
