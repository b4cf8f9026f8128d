//! `cargo grade copies`: submissions that are too much alike, for a person to look at. It is a list and no verdict.
//!
//! 1. The text of each exercise becomes a row of tokens, in which names, numbers, comments and layout make no
//!    difference.
//! 2. Of every `GRAM` tokens in a row a hash is taken, and of every `WINDOW` hashes in a row the least is kept: the
//!    *winnowing* of Schleimer, Wilkerson and Aiken. Whatever two texts share is found if it is as long as both
//!    together.
//! 3. What is in the stubs, or with more than a few students, is what the task itself asks for and does not count.
//!    Beside the solutions only the stubs do not count.
//! 4. Two submissions are as much alike as the share of the smaller one's fingerprints that the other has, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use course::stub::stub_of;
use course::{Course, Exercise};

use crate::digest::digest;
use crate::formats::in_one_line;
use crate::intake::{Entry, Submission};
use crate::judge::{LessonSources, Source};
use crate::lexer::{Kind, pieces};

/// How many tokens make a fingerprint.
const GRAM: usize = 12;
/// Of how many fingerprints in a row one is kept.
const WINDOW: usize = 6;
/// The fewest fingerprints of a submission's own that say anything.
const FEWEST: usize = 8;
/// The least share of common fingerprints, in percent, that is worth a look.
const ALIKE: usize = 60;

/// The same beside the solutions, which a right answer may well be like.
const ALIKE_SOLUTION: usize = 90;

/// Words of Rust that stay what they are; other names are all one.
const KEYWORDS: [&str; 26] = [
    "as", "break", "const", "continue", "else", "enum", "false", "fn", "for", "if", "impl", "in",
    "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self", "struct", "true",
    "use", "while",
];

/// A pair of submissions that are much alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Their names.
    pub names: [String; 2],
    /// The share of the smaller one's fingerprints that both have, in percent.
    pub percent: usize,
    /// The exercises in which they share the most.
    pub exercises: Vec<String>,
}

/// Pairs of submissions, the most alike first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copies {
    /// The pairs.
    pub pairs: Vec<Pair>,
    /// How many submissions were compared.
    pub count: usize,
}

/// The fingerprints of a submission, each with the exercise that it is from.
type Prints = BTreeMap<u64, &'static str>;

/// Compares `entries` with each other and with `others`, such as those of an earlier year, and with the solutions;
/// `solution` is the right file of an exercise.
pub fn copies(
    course: &'static Course,
    entries: &[Entry],
    others: &[Entry],
    solution: impl Fn(&Exercise) -> Option<String>,
) -> Copies {
    let mut given = BTreeSet::new();
    let mut right = Prints::new();
    for exercise in course.exercises() {
        if let Some(text) = solution(exercise) {
            given.extend(fingerprints(&stub_of(exercise, &text)));
            right.extend(fingerprints(&text).into_iter().map(|print| (print, exercise.name())));
        }
    }
    let of_class = |entry: &Entry| (entry.name.clone(), prints(&entry.read(course)));
    let mut all: Vec<(String, Prints)> = entries.iter().map(of_class).collect();
    let class = all.len();
    all.extend(others.iter().map(of_class));
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for print in all.iter().flat_map(|(_, prints)| prints.keys()) {
        *counts.entry(*print).or_default() += 1;
    }
    right.retain(|print, _| !given.contains(print));
    let mut pairs = Vec::new();
    // Who copies the solutions is not alone.
    for (name, prints) in &mut all {
        prints.retain(|print, _| !given.contains(print));
        pairs.extend(pair([name, &"solutions".to_string()], prints, &right, ALIKE_SOLUTION));
    }
    // A group that works together is small.
    let most = (all.len() / 10).max(5);
    for (_, prints) in &mut all {
        prints.retain(|print, _| counts.get(print).is_none_or(|count| *count <= most));
    }
    for (index, (name, prints)) in all.iter().enumerate().take(class) {
        for (other_name, other) in &all[index + 1..] {
            pairs.extend(pair([name, other_name], prints, other, ALIKE));
        }
    }
    pairs.sort_by(|pair, other| (other.percent, &pair.names).cmp(&(pair.percent, &other.names)));
    Copies { pairs, count: class }
}

fn pair(names: [&String; 2], prints: &Prints, other: &Prints, alike: usize) -> Option<Pair> {
    let smaller = prints.len().min(other.len());
    let common: Vec<&str> = prints
        .iter()
        .filter(|(print, _)| other.contains_key(print))
        .map(|(_, name)| *name)
        .collect();
    let percent = 100 * common.len() / smaller.max(1);
    if smaller < FEWEST || percent < alike {
        return None;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for name in common {
        *counts.entry(name).or_default() += 1;
    }
    let mut exercises: Vec<(&str, usize)> = counts.into_iter().collect();
    exercises.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    let exercises = exercises.into_iter().take(4).map(|(name, _)| name.to_string()).collect();
    Some(Pair { names: names.map(Clone::clone), percent, exercises })
}

fn prints(submission: &Submission) -> Prints {
    let mut prints = Prints::new();
    for (exercise, source) in submission.lessons.iter().flat_map(LessonSources::iter) {
        if let Source::Text(text) = source {
            prints.extend(fingerprints(text).into_iter().map(|print| (print, exercise.name())));
        }
    }
    prints
}

/// The fingerprints of a text.
fn fingerprints(text: &str) -> BTreeSet<u64> {
    let hashes = grams(text);
    let windows = hashes.windows(WINDOW.min(hashes.len().max(1)));
    windows.filter_map(|window| window.iter().min().copied()).collect()
}

/// A number for each row of tokens in a text of Rust, in which renaming and formatting make no difference: what
/// fingerprints are chosen from.
pub fn grams(text: &str) -> Vec<u64> {
    let hash = |gram: &[&str]| {
        let parts: Vec<&[u8]> = gram.iter().map(|token| token.as_bytes()).collect();
        digest(&parts).first_eight()
    };
    tokens(text).windows(GRAM).map(hash).collect()
}

/// The tokens of a text of Rust: keywords and signs as they are, every other name, number or text alike.
fn tokens(text: &str) -> Vec<&str> {
    let token = |(kind, piece)| match kind {
        Kind::Gap => None,
        Kind::Text => Some("text"),
        Kind::Number => Some("0"),
        Kind::Word if !KEYWORDS.contains(&piece) => Some("name"),
        Kind::Word | Kind::Sign => Some(piece),
    };
    pieces(text).filter_map(token).collect()
}

impl fmt::Display for Copies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "{} submissions compared; {} pairs are much alike. Short exercises have few right answers: look before \
             you judge.",
            self.count,
            self.pairs.len()
        )?;
        for Pair { names: [name, other], percent, exercises } in &self.pairs {
            let (name, other) = (in_one_line(name), in_one_line(other));
            writeln!(f, "{percent:>4} %  {name}  {other}  ({})", exercises.join(", "))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::list;

    /// A file of an exercise, different for each `seed`.
    fn own(seed: u64) -> String {
        let mut state = seed;
        let mut text = "pub fn sigmoid(z: f64) -> f64 {\n".to_string();
        for _ in 0..40 {
            text += "    let a = b";
            for _ in 0..6 {
                state = state
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let signs = [" + ", " - ", " * ", " / ", " % ", " & ", " | ", " ^ "];
                text += signs[usize::try_from(state >> 61).unwrap()];
                text += "b";
            }
            text += ";\n";
        }
        text + "    a\n}\n"
    }

    #[test]
    fn what_was_renamed_and_laid_out_anew_is_found_and_nothing_else() {
        let class = tempfile::tempdir().unwrap();
        let put = |name: &str, text: &str| {
            std::fs::create_dir_all(class.path().join(name)).unwrap();
            std::fs::write(class.path().join(name).join("sigmoid.rs"), text).unwrap();
        };
        for seed in 1..20 {
            put(&format!("student {seed}"), &own(seed));
        }
        let copied = own(7).replace("let a", "// mine\n let first").replace(" b ", " second ");
        put("copied", &copied.replace('\n', "  \n"));
        let listing = list(class.path()).unwrap();
        let found = copies(Course::whole(), &listing.entries, &[], |_| None);
        let names: Vec<&[String; 2]> = found.pairs.iter().map(|pair| &pair.names).collect();
        assert_eq!(names, [&["copied".to_string(), "student 7".to_string()]], "{found}");
        assert!(found.pairs[0].percent > 90 && found.pairs[0].exercises == ["sigmoid"]);
    }

    #[test]
    fn what_the_task_asks_for_does_not_count() {
        let class = tempfile::tempdir().unwrap();
        for student in 0..20 {
            let folder = class.path().join(student.to_string());
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(folder.join("sigmoid.rs"), own(1)).unwrap();
        }
        let listing = list(class.path()).unwrap();
        assert_eq!(copies(Course::whole(), &listing.entries, &[], |_| None).pairs, []);
        // But the solutions are told, however many copy them.
        let solution = |exercise: &Exercise| (exercise.name() == "sigmoid").then(|| own(1));
        let found = copies(Course::whole(), &listing.entries, &[], solution);
        assert!(found.pairs.len() == 20 && found.pairs[0].names[1] == "solutions", "{found}");
    }

    #[test]
    fn names_numbers_comments_and_layout_make_no_difference() {
        let text = "let x = 1.5; // one\nif x > y { \"a\\\"b\" }";
        let other = "let long_name=20.25;/* two */if long_name>z{\"\"}";
        assert_eq!(tokens(text), tokens(other));
        assert_ne!(tokens(text), tokens("let x = 1.5; while x > y { \"a\" }"));
    }

    /// The fingerprints of the right answers that the catalogues hold of each function, with the exercise.
    type Variants = BTreeMap<&'static str, (&'static str, Vec<BTreeSet<u64>>)>;

    fn variants() -> Variants {
        let mut variants = Variants::new();
        let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for exercise in Course::whole().exercises() {
            let folder =
                crates.join(exercise.lesson.name()).join("suite/src").join(exercise.name());
            let text = std::fs::read_to_string(folder.join("variants.rs")).unwrap();
            for entry in text.split("variant!(").skip(1) {
                let (mut depth, mut arguments) = (1, vec![String::new()]);
                for (kind, piece) in pieces(entry) {
                    match (kind, piece) {
                        (Kind::Sign, "(" | "[" | "{") => depth += 1,
                        (Kind::Sign, ")" | "]" | "}") => depth -= 1,
                        (Kind::Sign, ",") if depth == 1 && arguments.len() < 3 => {
                            arguments.push(String::new());
                            continue;
                        }
                        _ => {}
                    }
                    if depth == 0 {
                        break;
                    }
                    arguments.last_mut().unwrap().push_str(piece);
                }
                let functions = exercise.outline.functions.iter();
                let function = functions.copied().find(|name| *name == arguments[1].trim());
                if let (Some(function), Some(code)) = (function, arguments.get(2)) {
                    let known = variants.entry(function).or_insert((exercise.name(), Vec::new()));
                    known.1.push(fingerprints(&format!("pub fn {function}() {{ {code} }}")));
                }
            }
        }
        variants
    }

    /// Two students who write each function of a lesson, or of all, in different ways that the catalogues know.
    fn two_students(variants: &Variants, seed: u64, lesson: Option<&str>) -> [Prints; 2] {
        let mut students = [Prints::new(), Prints::new()];
        for (function, (exercise, ways)) in variants {
            let of_lesson = Course::whole().find(exercise).unwrap()[0].lesson.name();
            let count = ways.len() as u64;
            if count < 2 || lesson.is_some_and(|lesson| lesson != of_lesson) {
                continue;
            }
            let number = digest(&[function.as_bytes(), &seed.to_le_bytes()]).first_eight() >> 8;
            let first = number % count;
            let other = (first + 1 + number / count % (count - 1)) % count;
            for (prints, way) in students.iter_mut().zip([first, other]) {
                let way = &ways[usize::try_from(way).unwrap()];
                prints.extend(way.iter().map(|print| (*print, *exercise)));
            }
        }
        students
    }

    #[test]
    fn who_writes_in_another_way_is_not_alike() {
        let variants = variants();
        let names = || ["", ""].map(str::to_string);
        for lesson in [Some("activations"), Some("init"), Some("backprop"), Some("symmetry"), None]
        {
            let share = |seed| {
                let [prints, other] = two_students(&variants, seed, lesson);
                let names = names();
                pair([&names[0], &names[1]], &prints, &other, 0).map_or(0, |pair| pair.percent)
            };
            let mut shares: Vec<usize> = (0..200).map(share).collect();
            shares.sort_unstable();
            println!("{lesson:?}: median {} %, at most {} %", shares[100], shares[199]);
            assert!(shares[199] < ALIKE, "{lesson:?}: {} %", shares[199]);
        }
    }

    #[test]
    fn a_short_function_alone_says_nothing() {
        let short = "pub fn relu(z: f64) -> f64 {\n    z.max(0.0)\n}\n";
        let prints: Prints = fingerprints(short).into_iter().map(|print| (print, "relu")).collect();
        let names = ["", ""].map(str::to_string);
        assert_eq!(pair([&names[0], &names[1]], &prints, &prints, ALIKE), None);
    }
}
