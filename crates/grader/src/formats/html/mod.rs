//! The instructor's page: one static file, or one for every hundred students of a class of thousands, with one small
//! script and without requests to the network.

mod overview;
mod places;
mod statistics;
mod students;

use contract::Language;
use course::Course;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::mistakes::groups;
use crate::results::{Header, Results};

use super::speaker::Speaker;
use super::{in_one_line, visible};
pub(super) use places::FOLDER;
use places::{LISTS, Page, pages};
use statistics::Statistics;

const STYLE: &str = include_str!("style.css");
/// Search and sort.
const SCRIPT: &str = include_str!("page.js");

/// The browser may draw this page and its style and run this one script, should a student's markup ever get in.
fn policy() -> String {
    let hash = crate::digest::sha256_in_base64(SCRIPT.as_bytes());
    format!("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'")
}

/// The pages for `results` in `language`: `index.html`, and by their names those in its folder, if there are any.
pub(super) fn pages_of<'r>(
    course: &'r Course,
    results: &'r Results,
    language: Language,
) -> (String, impl Iterator<Item = (String, String)> + 'r) {
    let say = Speaker(language);
    let (statistics, groups) = (Statistics::new(results), groups(course, results));
    let known = (&statistics, &groups[..]);
    let (students, first) = (&results.submissions, Page::first(results.submissions.len()));
    let whole = html! {
        (overview::overview(course, results, known, (first, say)))
        (students::students(students, (first, say)))
    };
    let index = framed(results, say, &whole);
    let is_split = first == Page::Index;
    let lists = is_split.then(|| {
        let lists = overview::lists(course, results, known, (Page::Inner, say));
        (LISTS.to_string(), framed(results, say, &lists))
    });
    let inner = pages(if is_split { students.len() } else { 0 }).map(move |(name, range)| {
        let page = html! {
            p { a href="../index.html" { (say.of("the whole class", "전체 결과")) } }
            div { @for index in range {
                (students::student(index, &students[index], (Page::Inner, say)))
            } }
        };
        (name, framed(results, say, &page))
    });
    (index, lists.into_iter().chain(inner))
}

/// A page with `content`.
fn framed(results: &Results, say: Speaker, content: &Markup) -> String {
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
                main { (content) }
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
            let results = hostile();
            let (page, inner) = pages_of(Course::whole(), &results, language);
            assert_eq!(inner.count(), 0, "a class of a few is one file");
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
        let (page, _) = pages_of(Course::whole(), &empty, Language::English);
        assert!(page.ends_with("</html>") && !page.contains("NaN"));
    }
}
