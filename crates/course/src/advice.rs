//! What the course allows, in one sentence, where the compiler's own words alone do not say it.
//!
//! A student who learned with an older book writes `thread_rng`; one who is used to cargo adds a dependency,
//! or a helper in `lib.rs`. The compiler only says that there is no such thing.

use contract::{Text, say};

use crate::Course;

/// A sentence for the first error in the compiler's `words` that needs one.
pub fn advice(words: &str) -> Option<Text> {
    words.split("\nerror").map(|error| error.trim_start_matches("error")).find_map(of_error)
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
    // What the error is about stands in its first line, what it advises below.
    let head = error.trim_start().lines().next().unwrap_or_default();
    let code = head.split(['[', ']']).nth(1).unwrap_or_default();
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
            "Numbers of a matrix are written with a point: `1.0`, not `1`.",
            "행렬과 계산하는 수에는 소수점을 씁니다. `1`이 아니라 `1.0`입니다.",
        ),
        _ => return None,
    })
}
