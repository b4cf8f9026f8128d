//! The first half of the page: the class as a whole.

use course::Course;
use maud::{Markup, html};

use super::places::Page;
use super::statistics::{MistakeStatistics, Statistics};
use super::{bar, in_one_line, visible};
use crate::formats::speaker::{Speaker, hint};
use crate::mistakes::Group;
use crate::results::{Results, SubmissionResult};

/// How many rows the tables of properties and mistakes have at most.
const ROWS: usize = 15;

pub(super) fn overview(
    course: &Course,
    results: &Results,
    (statistics, groups): (&Statistics, &[Group]),
    (page, say): (Page, Speaker),
) -> Markup {
    html! {
        (not_graded(results, (page, say)))
        section {
            dl class="figures" {
                (figure(say.of("submissions", "제출물"), &results.submissions.len().to_string()))
                @if statistics.ungraded > 0 {
                    (figure(say.of("not graded", "채점 안 됨"), &statistics.ungraded.to_string()))
                }
                (figure(say.of("mean", "평균"), &format!("{:.1} %", statistics.mean)))
                (figure(say.of("median", "중앙값"), &format!("{:.1} %", statistics.median)))
            }
            h2 { (say.of("Scores", "점수 분포")) }
            (distribution(statistics, say))
        }
        section {
            h2 { (say.of("Exercises, the hardest first", "연습 문제 (어려운 순)")) }
            (exercises(statistics, say))
        }
        @if !statistics.properties.is_empty() {
            section {
                h2 { (say.of("Properties failed most", "가장 많이 틀린 성질")) }
                (properties(statistics, say))
            }
        }
        @if !statistics.idle.is_empty() {
            (idle(results, statistics, (page, say)))
        }
        @if !statistics.mistakes.is_empty() {
            section {
                h2 { (say.of("Most common mistakes", "가장 흔한 실수")) }
                @for mistake in statistics.mistakes.iter().take(ROWS) { (mistake_row((course, results), mistake, (page, say))) }
            }
        }
        (unknown(groups, results, (page, say)))
    }
}

/// The lists of which the first page of a large class has only the beginning.
pub(super) fn lists(
    course: &Course,
    results: &Results,
    (statistics, groups): (&Statistics, &[Group]),
    (page, say): (Page, Speaker),
) -> Markup {
    html! {
        p { a href="../index.html" { (say.of("the whole class", "전체 결과")) } }
        (not_graded(results, (page, say)))
        @if !statistics.idle.is_empty() { (idle(results, statistics, (page, say))) }
        section {
            h2 { (say.of("All mistakes", "모든 실수")) }
            @for mistake in &statistics.mistakes {
                (mistake_row((course, results), mistake, (page, say)))
            }
        }
        (unknown(groups, results, (page, say)))
    }
}

fn idle(results: &Results, statistics: &Statistics, (page, say): (Page, Speaker)) -> Markup {
    html! {
        section id="idle" {
            h2 { (say.of("Did not start", "시작하지 않은 학생")) }
            (links(results, &statistics.idle, "idle", (page, say)))
        }
    }
}

/// The link to the rest of a list of which only the beginning is here.
fn rest(count: usize, id: &str, (page, say): (Page, Speaker)) -> Markup {
    html! {
        @if page.shown(count) < count {
            ", " a href=(page.list(id)) { (say.of("all ", "모두 ")) (count) }
        }
    }
}

/// What has no grade, before anything else.
fn not_graded(results: &Results, (page, say): (Page, Speaker)) -> Markup {
    let ungraded: Vec<(usize, &SubmissionResult, &str)> = results
        .submissions
        .iter()
        .enumerate()
        .filter_map(|(index, submission)| Some((index, submission, submission.why_ungraded()?)))
        .collect();
    html! {
        @if !(ungraded.is_empty() && results.strays.is_empty()) {
            section class="banner" id="left" {
                h2 { (say.of("Not graded", "채점하지 못한 제출물")) }
                ul {
                    @for (index, submission, why) in ungraded.iter().take(page.shown(ungraded.len())) {
                        li {
                            a href=(page.student(*index)) { (in_one_line(&submission.submission)) }
                            ": " (in_one_line(why))
                        }
                    }
                    @for stray in results.strays.iter().take(page.shown(results.strays.len())) {
                        li { b { (in_one_line(&stray.name)) } ": " (in_one_line(&stray.why)) }
                    }
                }
                @for count in [ungraded.len(), results.strays.len()] {
                    @if page.shown(count) < count {
                        p { a href=(page.list("left")) { (say.of("all ", "모두 ")) (count) } }
                    }
                }
            }
        }
    }
}

fn figure(name: &str, value: &str) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}

fn distribution(statistics: &Statistics, say: Speaker) -> Markup {
    let most = statistics.distribution.iter().copied().max().unwrap_or(0).max(1);
    let unit = say.of("students", "명");
    html! {
        div class="histogram" role="img" aria-label=(say.of("score distribution", "점수 분포")) {
            @for (bin, count) in statistics.distribution.iter().enumerate() {
                @let range = format!("{}–{} %", 10 * bin, 10 * bin + 10);
                div class="column" title=(format!("{range}: {count} {unit}")) {
                    span { @if *count > 0 { (count) } }
                    i style=(format!("height:{:.1}%", 80.0 * *count as f64 / most as f64)) {}
                    small { (10 * bin) }
                }
            }
        }
        p class="axis" { (say.of("percent of the points", "점수 비율 (%)")) }
    }
}

fn exercises(statistics: &Statistics, say: Speaker) -> Markup {
    html! {
        div class="scroll" { table {
            thead { tr {
                th { (say.of("exercise", "연습 문제")) }
                th { (say.of("mean of those who started", "시작한 학생의 평균")) }
                th class="n" { (say.of("started", "시작")) }
                th class="n" { (say.of("solved", "해결")) }
                th class="n" { (say.of("wrong by what it calls", "호출한 함수의 오류")) }
            } }
            tbody {
                @for exercise in &statistics.exercises {
                    tr {
                        td { (exercise.lesson) "/" wbr; (exercise.exercise) }
                        td class="share" { (bar(exercise.percent)) }
                        td class="n" { (exercise.started) }
                        td class="n" { (exercise.solved) }
                        td class="n" { @if exercise.follow_on > 0 { (exercise.follow_on) } }
                    }
                }
            }
        } }
    }
}

fn properties(statistics: &Statistics, say: Speaker) -> Markup {
    html! {
        div class="scroll" { table {
            thead { tr {
                th { (say.of("property", "성질")) }
                th class="n" { (say.of("failed / started", "틀림 / 시작")) }
            } }
            tbody {
                @for property in statistics.properties.iter().take(ROWS) {
                    tr {
                        td class="long" { (property.place) }
                        td class="n" { (property.failed) " / " (property.started) }
                    }
                }
            }
        } }
    }
}

fn mistake_row(
    (course, results): (&Course, &Results),
    mistake: &MistakeStatistics,
    (page, say): (Page, Speaker),
) -> Markup {
    let MistakeStatistics { lesson, exercise, id, students } = mistake;
    let anchor = format!("mistake-{id}");
    html! {
        div class="mistake" id=(anchor) {
            b { (students.len()) " × " } (lesson) "/" (exercise) " " code { (id) }
            @if let Some(hint) = hint(course, lesson, exercise, id, say.0) { br; (hint) }
            (links(results, students, &anchor, (page, say)))
        }
    }
}

/// What no known mistake explains, a row for each group of answers that do the same.
fn unknown(groups: &[Group], results: &Results, (page, say): (Page, Speaker)) -> Markup {
    html! {
        @if !groups.is_empty() {
            section {
                h2 { (say.of("Mistakes that nobody knows yet", "아직 알려지지 않은 실수")) }
                p class="hint" {
                    (say.of(
                        "Grouped by what the answers do, each with the code of the first student.",
                        "답이 하는 일이 같은 것끼리 묶었습니다. 코드는 묶음의 첫 학생 것입니다.",
                    ))
                }
                @for (number, group) in groups.iter().take(ROWS).enumerate() {
                    @let anchor = format!("group-{number}");
                    div class="mistake" id=(anchor) {
                        b { (group.students.len()) " × " } (group.lesson) "/" (group.exercise)
                        " " code { (group.example.function) }
                        (links(results, &group.students, &anchor, (page, say)))
                        details {
                            summary { (say.of("code and message", "코드와 메시지")) }
                            pre { (visible(&group.example.code)) }
                            pre { (visible(&group.message)) }
                        }
                    }
                }
            }
        }
    }
}

/// Links to students, by their places in the class; `id` is the element around them.
fn links(results: &Results, students: &[usize], id: &str, (page, say): (Page, Speaker)) -> Markup {
    html! {
        p class="links" {
            @for (count, index) in students.iter().take(page.shown(students.len())).enumerate() {
                @if count > 0 { ", " }
                a href=(page.student(*index)) { (in_one_line(&results.submissions[*index].submission)) }
            }
            (rest(students.len(), id, (page, say)))
        }
    }
}
