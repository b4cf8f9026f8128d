//! The instructor's page: one static file, with one small script and without requests to the network.

mod overview;
mod statistics;
mod students;

use contract::Language;
use course::Course;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::results::{Header, Results};

use super::speaker::Speaker;
use super::{in_one_line, visible};
use statistics::Statistics;

const STYLE: &str = include_str!("style.css");
/// Search and sort.
const SCRIPT: &str = include_str!("page.js");

/// The browser may draw this page and its style and run this one script, should a student's markup ever get in.
fn policy() -> String {
    let hash = crate::digest::sha256_in_base64(SCRIPT.as_bytes());
    format!("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'")
}

/// The page for `results` in `language`.
pub fn page(course: &Course, results: &Results, language: Language) -> String {
    let say = Speaker(language);
    let statistics = Statistics::new(results);
    let title = say.of("Grades", "채점 결과");
    let page = html! {
        (DOCTYPE)
        html lang=(say.of("en", "ko")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { "gradlings: " (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 {
                        @if let Some(assigned) = &results.header.assignment {
                            (in_one_line(&assigned.title)) ": "
                        }
                        (title)
                    }
                    (origin(&results.header, say))
                }
                main {
                    (overview::overview(course, results, &statistics, say))
                    (students::students(results, say))
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

fn origin(header: &Header, say: Speaker) -> Markup {
    let suite: String = header.suite.chars().take(12).collect();
    html! {
        p class="origin" {
            (say.of("suite", "문제 세트")) " " code { (suite) } ", "
            (say.of("seed", "시드")) " " code { (header.seed) } ", "
            (say.of("sandbox", "샌드박스")) " " code { (header.tier) } ", "
            code { (header.toolchain) }
            @if let Some(partition) = &header.partition {
                ", " (say.of("part", "부분")) " " code { (partition) }
            }
        }
    }
}

/// A bar for `percent`, with the number beside it.
fn bar(percent: f64) -> Markup {
    html! {
        span class="bar" aria-hidden="true" { i style=(format!("width:{percent:.0}%")) {} }
        " " (format!("{percent:.0} %"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::tests::hostile;

    #[test]
    fn nothing_of_a_student_becomes_markup() {
        for language in [Language::English, Language::Korean] {
            let page = page(Course::whole(), &hostile(), language);
            assert_eq!(page.matches("<script").count(), 1, "the page's own: {page}");
            assert!(!page.contains("<img"));
            assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
            assert!(!page.contains('\u{1b}') && page.contains("\\u{1b}"));
            assert!(!page.contains("http://") && !page.contains("https://"));
        }
    }

    #[test]
    fn a_page_without_students_is_a_page() {
        let empty = Results { submissions: Vec::new(), ..hostile() };
        let page = page(Course::whole(), &empty, Language::English);
        assert!(page.ends_with("</html>") && !page.contains("NaN"));
    }
}
