//! Korean as a first language: the glossary of the course, over every Korean sentence of the workspace.
//!
//! What a student reads in Korean stands in string literals, of Rust and of the scripts of pages, and in `README.ko.md`. A word that has another name in
//! the glossary is refused wherever it appears, and so is a particle that cannot fit: one that depends on the last
//! sound of what a placeholder will hold.

use std::fs;
use std::path::{Path, PathBuf};

use course::root;

/// What is not said, and what is said instead.
const INSTEAD: [(&str, &str); 27] = [
    ("예제", "샘플 (of training; 예시 코드 for code)"),
    ("라벨", "레이블"),
    ("노드", "유닛"),
    ("네트워크", "신경망"),
    ("신경 망", "신경망"),
    ("지수함수", "지수 함수"),
    ("활성화함수", "활성화 함수"),
    ("활성 함수", "활성화 함수"),
    ("연습문제", "연습 문제"),
    ("매개변수", "파라미터"),
    ("그라디언트", "그래디언트"),
    ("그레디언트", "그래디언트"),
    ("바이어스", "편향"),
    ("경사하강", "경사 하강법"),
    ("순방향", "순전파"),
    ("역방향", "역전파"),
    ("랜덤 초기화", "무작위 초기화"),
    ("관습", "관례"),
    ("리턴", "반환하다"),
    ("돌려주", "반환하다"),
    ("돌려준", "반환하다"),
    ("돌려줍", "반환하다"),
    ("이(가)", "a sentence whose particle fits"),
    ("을(를)", "a sentence whose particle fits"),
    ("은(는)", "a sentence whose particle fits"),
    ("와(과)", "a sentence whose particle fits"),
    ("(으)로", "a sentence whose particle fits"),
];

/// An argument is 인자; 인수 is a factor.
const OF_FACTORS: [&str; 4] =
    ["인수 1 - a", "인수가 하나 빠졌", "인수가 하나 더", "인수 {name} 하나"];

/// Particles with another form behind a vowel or a consonant.
const CHANGING: [&str; 10] = ["이", "가", "을", "를", "은", "는", "와", "과", "으로", "로"];

/// Files whose strings are about these words.
const ABOUT_WORDS: [&str; 1] = ["crates/course/tests/korean.rs"];

#[test]
fn every_korean_sentence_keeps_to_the_glossary() {
    let root = root(Path::new(env!("CARGO_MANIFEST_DIR")));
    let texts = korean_texts(&root);
    assert!(texts.len() > 1000, "only {} Korean texts were found", texts.len());
    let faults: Vec<String> = texts
        .iter()
        .flat_map(|(place, text)| {
            faults(text).map(move |fault| format!("{place}: {fault}: {text}"))
        })
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn faults(text: &str) -> impl Iterator<Item = String> {
    let words = INSTEAD.iter().filter(|(word, _)| text.contains(word));
    let mut faults: Vec<String> =
        words.map(|(word, instead)| format!("{word}, say {instead}")).collect();
    let sentences = text.split(['.', '!', '?', '\n', '|']);
    if sentences.map(str::trim_start).any(|sentence| sentence.starts_with("그것은")) {
        faults.push("a sentence opens with 그것은".to_string());
    }
    let factors = OF_FACTORS.iter().map(|phrase| text.matches(phrase).count()).sum::<usize>();
    if text.matches("인수").count() > factors {
        faults.push("인수, say 인자 unless it is a factor".to_string());
    }
    faults.extend(particles_behind_placeholders(text));
    faults.into_iter()
}

/// Particles that follow a placeholder, whose last sound nobody knows, without a noun between.
fn particles_behind_placeholders(text: &str) -> impl Iterator<Item = String> {
    text.match_indices('}').filter_map(|(at, _)| {
        // In code there are brackets with blanks between them.
        let (before, inside) = text[..at].rsplit_once('{')?;
        if inside.contains(' ') || before.ends_with("\\u") {
            return None;
        }
        let behind = text[at + 1..].trim_start_matches(['`', '\'']);
        let end = behind.find(|letter| !is_hangul(letter)).unwrap_or(behind.len());
        let particle = &behind[..end];
        // "This part", behind a list that ends with a colon.
        let is_determiner = behind[end..].starts_with(" 부분");
        (!is_determiner && CHANGING.contains(&particle))
            .then(|| format!("`{particle}` behind a placeholder"))
    })
}

fn is_hangul(letter: char) -> bool {
    ('가'..='힣').contains(&letter)
}

/// Every Korean text with its place: string literals of the sources and lines of the lessons' texts.
fn korean_texts(root: &Path) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["crates", "exercises", "solutions"] {
        visit(&root.join(folder), &mut |file| {
            let name = file.strip_prefix(root).unwrap_or(file).display().to_string();
            let has_extension = |wanted| file.extension().is_some_and(|found| found == wanted);
            let is_script = has_extension("js");
            let is_source = is_script || has_extension("rs");
            if !(is_source || name.ends_with(".ko.md")) || ABOUT_WORDS.contains(&name.as_str()) {
                return;
            }
            let text = fs::read_to_string(file).unwrap();
            if is_source {
                // A script may put values into text between backticks; in Rust they are no quotes.
                let quotes = if is_script { &['"', '`'][..] } else { &['"'] };
                for (line, literal) in literals(&text, quotes) {
                    texts.push((format!("{name}:{line}"), literal));
                }
            } else {
                let lines = text.lines().enumerate();
                texts
                    .extend(lines.map(|(i, line)| (format!("{name}:{}", i + 1), line.to_string())));
            }
        });
    }
    texts.retain(|(_, text)| text.chars().any(is_hangul));
    texts
}

fn visit(folder: &Path, look: &mut impl FnMut(&Path)) {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "target") {
                visit(&path, look);
            }
        } else {
            look(&path);
        }
    }
}

/// The string literals of code between these `quotes`, each with its line; lines that are broken with a backslash are
/// joined.
fn literals(code: &str, quotes: &[char]) -> Vec<(usize, String)> {
    let mut literals = Vec::new();
    let (mut rest, mut line) = (code, 1);
    while let Some(at) = rest.find(|letter| quotes.contains(&letter) || "/'".contains(letter)) {
        line += rest[..at].matches('\n').count();
        rest = &rest[at..];
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest = &rest[rest[1..].find('\'').map_or(1, |end| end + 2)..];
        } else if let Some(inside) = rest.strip_prefix(quotes) {
            let quote = rest.chars().next();
            let mut is_escaped = false;
            let end = inside.find(|letter| {
                let is_end = Some(letter) == quote && !is_escaped;
                is_escaped = letter == '\\' && !is_escaped;
                is_end
            });
            let literal = &inside[..end.unwrap_or(inside.len())];
            let joined = literal.split("\\\n").map(str::trim_start).collect::<String>();
            literals.push((line, joined.replace("\\n", "\n")));
            line += literal.matches('\n').count();
            rest = &inside[(literal.len() + 1).min(inside.len())..];
        } else {
            rest = &rest[1..];
        }
    }
    literals
}

#[test]
fn a_word_outside_of_the_glossary_is_found() {
    let found = |text: &str| faults(text).count();
    assert_eq!(found("결과가 ReLU입니다. 인수 1 - a가 빠졌습니다."), 0);
    assert_eq!(found("그것은 ReLU입니다."), 1);
    assert_eq!(found("z입니다. 그것은 a입니다."), 1);
    assert_eq!(found("인수로 받은 값"), 1);
    assert_eq!(found("{z}을 쓰세요. `{name}`로도 됩니다. `{name}`는 없습니다."), 2);
    assert_eq!(found("f({z})는 0이고 {z}입니다."), 0);
    let code = "f(\"가 \\\n   나\"); // \"다\"\n'\"'; g(\"라\")";
    assert_eq!(literals(code, &['"']), [(1, "가 나".to_string()), (3, "라".to_string())]);
    let script = "f(`${n}을 \"가\"`); // `다`\ng(\"`라`\")";
    let of_script = [(1, "${n}을 \"가\"".to_string()), (2, "`라`".to_string())];
    assert_eq!(literals(script, &['"', '`']), of_script);
    assert_eq!(found(&of_script[0].1), 1);
}
