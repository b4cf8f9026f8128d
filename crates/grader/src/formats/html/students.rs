//! The second half of the page: each student, with the smallest failing inputs.

use maud::{Markup, html};

use super::places::{Page, anchor};
use super::{Speaker, bar, in_one_line, visible};
use crate::results::{ExerciseResult, PropertyResult, SubmissionResult};
use course::report::Standing;

pub(super) fn students(students: &[SubmissionResult], (page, say): (Page, Speaker)) -> Markup {
    html! {
        section {
            h2 { (say.of("Students", "학생")) }
            p class="hint" {
                (say.of(
                    "Open a name for every property that does not hold and the smallest input \
                     that shows it.",
                    "이름을 열면 성립하지 않는 성질과 이를 보여 주는 가장 작은 입력이 나옵니다.",
                ))
            }
            form class="tools" {
                input type="search" id="search" placeholder=(say.of("search", "찾기"))
                    aria-label=(say.of("search", "찾기"));
                select id="sort" aria-label=(say.of("sort by", "정렬")) {
                    option value="name" { (say.of("by name", "이름순")) }
                    option value="score" { (say.of("lowest score first", "낮은 점수순")) }
                }
                label {
                    input type="checkbox" id="ungraded"; " "
                    (say.of("only those not graded", "채점하지 못한 것만"))
                }
            }
            div id="students" {
                @for (index, submission) in students.iter().enumerate() {
                    @if page == Page::Index {
                        p class="student" data-score=[score(submission)] {
                            (summary(submission, Some(&page.student(index)), say))
                        }
                    } @else {
                        (student(index, submission, (page, say)))
                    }
                }
            }
        }
    }
}

fn score(submission: &SubmissionResult) -> Option<String> {
    submission.percent().map(|percent| format!("{percent:.2}"))
}

/// A student in a line, with a link if there is an `address`.
fn summary(submission: &SubmissionResult, address: Option<&str>, say: Speaker) -> Markup {
    let all = &submission.exercises;
    let solved = all.iter().filter(|exercise| exercise.verdict == Standing::Pass).count();
    html! {
        @if let Some(address) = address {
            a class="name" href=(address) { (in_one_line(&submission.submission)) }
        } @else {
            span class="name" { (in_one_line(&submission.submission)) }
        }
        @if let Some(percent) = submission.percent() {
            span class="share" { (bar(percent)) }
            span class="points" {
                (submission.score) " / " (submission.max_score)
                ", " (solved) " " (say.of("solved", "문제 해결"))
            }
        } @else {
            span class="share" { (say.of("not graded", "채점 안 됨")) }
        }
    }
}

/// A student with everything that does not hold.
pub(super) fn student(
    index: usize,
    submission: &SubmissionResult,
    (page, say): (Page, Speaker),
) -> Markup {
    let is_quiet =
        |result: &&ExerciseResult| matches!(result.verdict, Standing::Pass | Standing::NotStarted);
    let (quiet, open): (Vec<_>, Vec<_>) = submission.exercises.iter().partition(is_quiet);
    html! {
        details id=(anchor(index)) data-score=[score(submission)] {
            summary { (summary(submission, None, say)) }
            @if let Some(why) = submission.why_ungraded() { pre { (visible(why)) } }
            @for result in open.iter().filter(|result| submission.score_of(result).is_some()) {
                (exercise(result, (page, say)))
            }
            @for verdict in [Standing::Pass, Standing::NotStarted] {
                (listed(&quiet, verdict, say))
            }
        }
    }
}

fn listed(exercises: &[&ExerciseResult], verdict: Standing, say: Speaker) -> Markup {
    let names: Vec<&str> = exercises
        .iter()
        .filter(|result| result.verdict == verdict)
        .map(|result| result.exercise.as_str())
        .collect();
    html! {
        @if !names.is_empty() {
            p { (badge(verdict, say)) " " (names.join(", ")) }
        }
    }
}

fn exercise(result: &ExerciseResult, (page, say): (Page, Speaker)) -> Markup {
    let failed: Vec<&PropertyResult> =
        result.properties.iter().filter(|property| property.verdict != Standing::Pass).collect();
    html! {
        div class="exercise" {
            h3 {
                (result.lesson) "/" wbr; (result.exercise) " " (badge(result.verdict, say))
                @if result.verdict != Standing::Pass && say.exercise(result) != say.standing(result.verdict) {
                    " " small { (say.exercise(result)) }
                }
                " " small { (result.score) " / " (result.max_score) }
            }
            @if let Some(message) = common_message(result) {
                pre { (visible(message)) }
            } @else {
                @for property in failed { (failed_property(property, (page, say))) }
            }
        }
    }
}

/// The message that all properties of an exercise share, as when it does not compile.
fn common_message(result: &ExerciseResult) -> Option<&str> {
    let first = result.properties.first()?.message.as_deref()?;
    let is_common =
        result.properties.iter().all(|property| property.message.as_deref() == Some(first));
    is_common.then_some(first)
}

fn failed_property(property: &PropertyResult, (page, say): (Page, Speaker)) -> Markup {
    html! {
        p class="property" {
            code { (property.name) } " " (badge(property.verdict, say))
            @if let Some(mistake) = &property.mistake { " " a href=(page.list(&format!("mistake-{mistake}"))) { code class="id" { (mistake) } } }
            @if let Some(below) = &property.follow_on { " " small { (say.follow_on(below)) } }
            @if property.message.is_none() { " " small { (say.of("(hidden)", "(비공개)")) } }
        }
        @if let Some(message) = &property.message { pre { (visible(message)) } }
    }
}

fn badge(verdict: Standing, say: Speaker) -> Markup {
    let mark = match verdict {
        Standing::Pass => "✓",
        Standing::NotStarted => "–",
        _ => "✗",
    };
    html! { span class=(format!("badge {}", verdict.name())) { (mark) " " (say.standing(verdict)) } }
}
