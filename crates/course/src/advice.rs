//! One sentence after the compiler's words: what the course allows, where they alone do not say it, and what the most
//! common errors mean here.
//!
//! A student who learned with an older book writes `thread_rng`; one who is used to cargo adds a dependency,
//! or a helper in `lib.rs`. The compiler only says that there is no such thing.

use contract::{Text, say};

use crate::Course;

/// A sentence for the first error in the compiler's `words` that needs one; where none does, what the first means.
pub fn advice(words: &str) -> Option<Text> {
    let errors = || words.split("\nerror").map(|error| error.trim_start_matches("error"));
    errors().find_map(of_error).or_else(|| meaning(errors().next()?))
}

/// The code of an error, and its first line: what it is about stands there, what it advises below.
fn parts(error: &str) -> (&str, &str) {
    let head = error.trim_start().lines().next().unwrap_or_default();
    let code = head.strip_prefix('[').and_then(|rest| rest.split(']').next()).unwrap_or_default();
    (code, head)
}

/// Names of `rand` before version 0.9.
const OLD_RAND: [&str; 8] = [
    "thread_rng",
    "gen",
    "gen_range",
    "gen_bool",
    "sample_iter",
    "from_entropy",
    "prelude",
    "distributions",
];

/// A sentence for one error.
fn of_error(error: &str) -> Option<Text> {
    let (code, head) = parts(error);
    let says = |signs: &[&str]| signs.iter().any(|sign| head.contains(sign));
    let is_unresolved = matches!(code, "E0432" | "E0433" | "E0463" | "E0425" | "E0599" | "E0405");
    // Names stand between backticks, often as a path.
    let mut names = head.split('`').skip(1).step_by(2).flat_map(|path| path.split("::"));
    if (is_unresolved || says(&["reserved keyword"])) && names.any(|name| OLD_RAND.contains(&name))
    {
        return Some(say!(
            "This course has rand 0.10: `use rand::RngExt;`, then `rng.random()` and \
             `rng.random_range(a..b)`, with the `rng` that the function is given.",
            "이 강의는 rand 0.10을 씁니다. `use rand::RngExt;`를 쓰고, 함수가 받은 `rng`로 \
             `rng.random()`이나 `rng.random_range(a..b)`를 부르세요."
        ));
    }
    if let Some(function) = missing_function(error) {
        return Some(say!(
            "The file has no function `{function}`. It must be there under this name, with the first line of the \
             stub.",
            "파일에 `{function}` 함수가 없습니다. 이 이름으로, 처음과 같은 첫 줄로 있어야 합니다."
        ));
    }
    match code {
        // A path that begins in the student's own package.
        "E0425" | "E0432" | "E0433"
            if says(&["crate::", "super::"]) || error.contains("in the crate root") =>
        {
            Some(own_file())
        }
        "E0432" | "E0433" | "E0463" if is_about_a_crate(error) => {
            let lessons: Vec<_> =
                Course::whole().lessons().iter().map(|lesson| lesson.name()).collect();
            let lessons = lessons.join(", ");
            Some(say!(
                "An exercise may use std, ndarray, rand, rand_distr, rayon and the crates of its own and \
                 earlier lessons ({lessons}); no other is there, whatever Cargo.toml says.",
                "연습 문제에서는 std, ndarray, rand, rand_distr, rayon, 그리고 같은 강의와 앞선 강의의 \
                 크레이트({lessons})만 쓸 수 있습니다. Cargo.toml에 더해도 다른 것은 없습니다."
            ))
        }
        "E0583" => Some(own_file()),
        _ => of_numbers(code, head),
    }
}

/// The function that a file of an exercise lacks, where the error is about that: the root file asks each for its own.
fn missing_function(error: &str) -> Option<&str> {
    let (before, _) = error.split_once("` in `files::")?;
    before.rsplit_once("no `").map(|(_, function)| function)
}

fn own_file() -> Text {
    Text::fixed(
        "An exercise is one file, and that file is all that is handed in: write helpers there, not in \
         `lib.rs` or in other files.",
        "연습 문제는 파일 하나이고, 제출하는 것도 그 파일뿐입니다. 도움 함수는 `lib.rs`나 다른 파일이 아니라 그 \
         파일 안에 쓰세요.",
    )
}

/// Whether an unresolved name is that of a crate.
fn is_about_a_crate(error: &str) -> bool {
    ["unlinked crate", "can't find crate for", "external crate"]
        .iter()
        .any(|sign| error.contains(sign))
}

/// A sentence for the slips that come with matrices of `f64`.
fn of_numbers(code: &str, head: &str) -> Option<Text> {
    let says = |signs: &[&str]| signs.iter().any(|sign| head.contains(sign));
    Some(match code {
        "E0608" if says(&["`f64`"]) => Text::fixed(
            "An entry of a matrix is `z[[i, j]]`, with both numbers in one pair of brackets.",
            "행렬의 원소는 `z[[i, j]]`처럼 두 번호를 한 괄호 안에 씁니다.",
        ),
        "E0277" if says(&["`usize`"]) && says(&["`f64`"]) => Text::fixed(
            "A count becomes a number with `m as f64`.",
            "개수는 `m as f64`로 실수로 바꿉니다.",
        ),
        "E0277" if says(&["`{integer}`", "`i32`"]) => Text::fixed(
            "Numbers that are computed with are written with a point: `1.0`, not `1`.",
            "계산하는 수에는 소수점을 씁니다. `1`이 아니라 `1.0`입니다.",
        ),
        _ => return None,
    })
}

/// What an error of a common kind means in an exercise.
fn meaning(error: &str) -> Option<Text> {
    let (code, head) = parts(error);
    match code {
        "" => of_syntax(head),
        "E0308" => Some(of_mismatch(error)),
        code => of_common(code, error),
    }
}

/// What a value of another type means.
fn of_mismatch(error: &str) -> Text {
    let says = |sign: &str| error.contains(sign);
    match () {
        () if says("expected `f64`, found integer") || says("expected `f64`, found `i32`") => {
            Text::fixed(
                "A number of the type f64 is written with a point: `1.0`, not `1`.",
                "f64 값에는 소수점을 씁니다. `1`이 아니라 `1.0`입니다.",
            )
        }
        () if says("expected `f64`, found `usize`") => Text::fixed(
            "A count becomes a number with `as f64`: `m as f64`.",
            "개수는 `m as f64`처럼 실수로 바꿉니다.",
        ),
        () if says("found `()`") => Text::fixed(
            "The function ends without a value: the last line is the result, and has no `;` behind it.",
            "함수가 값을 내지 않고 끝납니다. 마지막 줄이 결과이며 그 뒤에는 `;`를 쓰지 않습니다.",
        ),
        () if says("expected `&") => Text::fixed(
            "A matrix is handed on by reference: write `&` before it.",
            "행렬은 참조로 넘깁니다. 앞에 `&`를 쓰세요.",
        ),
        () if says("found `&") || says("found reference") => Text::fixed(
            "A reference stands where the value itself belongs: `*z` is the number, `z.clone()` or \
             `z.to_owned()` the matrix behind it.",
            "값 자체가 있어야 할 곳에 참조가 있습니다. 수는 `*z`, 행렬은 `z.clone()`이나 `z.to_owned()`로 \
             얻습니다.",
        ),
        () => Text::fixed(
            "A value of one type stands where another belongs: the stub's first line says which types come in \
             and which goes out.",
            "한 타입의 값이 다른 타입의 자리에 있습니다. 어떤 타입이 들어오고 나가는지는 함수의 첫 줄에 있습니다.",
        ),
    }
}

/// What an error without a number means.
fn of_syntax(head: &str) -> Option<Text> {
    Some(match () {
        () if head.contains("unclosed delimiter")
            || head.contains("unexpected closing delimiter") =>
        {
            Text::fixed(
                "A bracket is missing or one too many: each `{`, `(` and `[` needs its partner.",
                "괄호가 모자라거나 남습니다. `{`, `(`, `[`마다 짝이 있어야 합니다.",
            )
        }
        () if head.starts_with(": expected") => Text::fixed(
            "Something is missing or one too many just before the mark: a `;` between two lines, a bracket, an \
             operator such as `*` (`2 z` is `2.0 * z`).",
            "표시한 곳 바로 앞에 무언가 빠졌거나 남습니다. 줄 사이의 `;`, 괄호, `*` 같은 연산자(`2 z`는 `2.0 * z`)를 \
             살펴보세요.",
        ),
        () => return None,
    })
}

/// What the other common errors mean.
fn of_common(code: &str, error: &str) -> Option<Text> {
    let says = |sign: &str| error.contains(sign);
    Some(match code {
        "E0277" | "E0369" if says("Array") || says("`f64`") => Text::fixed(
            "These two cannot be computed with each other: matrices with `&a + &b`, numbers with numbers of the \
             same type (`m as f64`), and a product of matrices is `a.dot(&b)`.",
            "이 두 값은 서로 계산할 수 없습니다. 행렬은 `&a + &b`, 수는 같은 타입끼리(`m as f64`), 행렬의 곱은 \
             `a.dot(&b)`로 씁니다.",
        ),
        "E0277" | "E0369" => Text::fixed(
            "This type cannot do what is asked of it here; the line below `help` or `note` names what it lacks.",
            "이 타입으로는 할 수 없는 일입니다. 무엇이 모자란지는 `help`나 `note` 줄에 있습니다.",
        ),
        "E0282" | "E0283" => Text::fixed(
            "Rust does not know the type yet: write it, as in `let sum: f64 = z.iter().sum();`.",
            "타입을 아직 알 수 없습니다. `let sum: f64 = z.iter().sum();`처럼 타입을 쓰세요.",
        ),
        "E0382" | "E0505" => Text::fixed(
            "The value was given away before: compute with `&z` instead of `z`, or keep a copy with `z.clone()`.",
            "값을 이미 넘겨주었습니다. `z` 대신 `&z`로 계산하거나 `z.clone()`으로 복사해 두세요.",
        ),
        "E0507" => Text::fixed(
            "What is behind a reference cannot be taken away: borrow it (`&cache.a1`) or copy it \
             (`cache.a1.clone()`).",
            "참조 뒤에 있는 것은 가져갈 수 없습니다. 빌리거나(`&cache.a1`) 복사하세요(`cache.a1.clone()`).",
        ),
        "E0499" | "E0502" | "E0506" => Text::fixed(
            "It is read and changed at the same time: compute what you read into a variable of its own first.",
            "같은 것을 읽으면서 바꾸고 있습니다. 읽는 값을 먼저 다른 변수에 계산해 두세요.",
        ),
        "E0384" | "E0596" => Text::fixed(
            "Only what is declared with `mut` can be changed: `let mut sum = 0.0;`. An argument behind `&` cannot: \
             change a copy of it, `let mut a = z.clone();`.",
            "`mut`로 선언한 것만 바꿀 수 있습니다: `let mut sum = 0.0;`. `&`로 받은 인자는 바꿀 수 없으니 \
             `let mut a = z.clone();`처럼 복사본을 바꾸세요.",
        ),
        "E0594" => Text::fixed(
            "An argument behind `&` cannot be changed: change a copy of it, `let mut a = z.clone();`.",
            "`&`로 받은 인자는 바꿀 수 없습니다. `let mut a = z.clone();`처럼 복사본을 바꾸세요.",
        ),
        "E0425" => Text::fixed(
            "Nothing here has this name: look for a slip, or bring it in: `use super::tanh;` for a function of \
             another exercise of the lesson, `use ndarray::Axis;` for a type.",
            "이런 이름은 여기에 없습니다. 오타를 찾아보거나 가져오세요. 같은 강의의 다른 문제에 있는 함수는 \
             `use super::tanh;`, 타입은 `use ndarray::Axis;`입니다.",
        ),
        "E0412" | "E0422" | "E0432" | "E0433" => Text::fixed(
            "This name is not known here: the types of ndarray come with `use ndarray::{Array2, Axis};`, those of \
             the lesson with `use` and the lesson's name.",
            "이 이름을 알 수 없습니다. ndarray의 타입은 `use ndarray::{Array2, Axis};`, 강의의 타입은 `use`와 강의 \
             이름으로 가져옵니다.",
        ),
        "E0599" | "E0609" | "E0610" => Text::fixed(
            "This type has no such method or field. A matrix has `mapv`, `dot`, `t`, `sum_axis`, a number `exp`, \
             `ln`, `tanh`; `cargo run -- read cheatsheet` lists them.",
            "이 타입에는 그런 메서드나 필드가 없습니다. 행렬에는 `mapv`, `dot`, `t`, `sum_axis`가, 수에는 `exp`, \
             `ln`, `tanh`가 있습니다. 목록은 `cargo run -- read cheatsheet`로 볼 수 있습니다.",
        ),
        "E0689" => Text::fixed(
            "Say that the number is an f64: `2.0_f64.sqrt()`.",
            "수가 f64임을 밝히세요: `2.0_f64.sqrt()`.",
        ),
        "E0061" | "E0057" => Text::fixed(
            "The call has too many arguments or too few; the line below `note` shows what the function takes.",
            "인자의 수가 맞지 않습니다. 함수가 받는 인자는 `note` 줄에 있습니다.",
        ),
        "E0106" => Text::fixed(
            "No lifetime is needed here: keep the first line of the stub as it was; it returns a value of its own.",
            "여기서는 수명(lifetime)이 필요 없습니다. 함수의 첫 줄은 처음 그대로 두세요. 결과는 참조가 아닌 \
             값입니다.",
        ),
        "E0053" | "E0050" | "E0631" => Text::fixed(
            "The first line of a function must stay as it was in the stub.",
            "함수의 첫 줄은 처음 그대로 두어야 합니다.",
        ),
        "E0603" => Text::fixed(
            "A function of an exercise must be `pub`, as in the stub.",
            "연습 문제의 함수에는 처음처럼 `pub`이 있어야 합니다.",
        ),
        "E0604" | "E0605" | "E0606" => Text::fixed(
            "`as` turns counts into numbers (`m as f64`); a matrix is changed entry by entry with `mapv`.",
            "`as`는 개수를 실수로 바꿉니다(`m as f64`). 행렬은 `mapv`로 원소마다 바꿉니다.",
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Language;

    #[test]
    fn the_most_common_errors_are_told_in_both_languages() {
        let codes = [
            "E0308", "E0277", "E0382", "E0502", "E0499", "E0505", "E0425", "E0433", "E0432",
            "E0599", "E0061", "E0369", "E0384", "E0596", "E0594", "E0507", "E0106", "E0282",
            "E0412",
        ];
        for code in codes {
            let text =
                advice(&format!("error[{code}]: something\n --> relu.rs:1:1\n")).expect(code);
            for language in [Language::English, Language::Korean] {
                let words = text.speak(language).chars().count();
                assert!((20..220).contains(&words), "{code}: {words}");
            }
        }
        assert!(advice("error: expected `;`, found `}`").is_some());
        assert!(advice("error[E9999]: something").is_none());
    }

    #[test]
    fn a_function_that_was_renamed_is_missed_by_its_name() {
        let words = "error[E0432]: unresolved import `relu::relu`\n --> main.rs:8:41\n  |\n\
                     8 | pub use relu::{relu};\n  |   ^^^^ no `relu` in `files::relu`\n";
        let text = advice(words).unwrap();
        assert!(text.speak(Language::English).contains("has no function `relu`"));
        assert!(text.speak(Language::Korean).contains("`relu` 함수가 없습니다"));
    }

    #[test]
    fn what_the_course_allows_comes_before_what_an_error_means() {
        let words =
            "error[E0308]: mismatched types\n\nerror[E0583]: file not found for module `helper`";
        assert_eq!(advice(words), Some(own_file()));
    }
}
