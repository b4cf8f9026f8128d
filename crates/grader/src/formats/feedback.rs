//! Feedback for a student, as a page and as Markdown, ready to send.

use contract::Language;
use course::report::Standing;
use maud::{DOCTYPE, PreEscaped, html};

use super::speaker::Speaker;
use super::{in_one_line, visible};
use crate::results::{ExerciseResult, Header, PropertyResult, SubmissionResult};

const STYLE: &str = include_str!("feedback.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// What is said of a submission: a heading and paragraphs for each exercise.
struct Section<'r> {
    exercise: &'r ExerciseResult,
    points: String,
    paragraphs: Vec<Paragraph>,
}

enum Paragraph {
    /// Ours.
    Words(String),
    /// The name of a property and how it stands.
    Property(String),
    /// What may hold anything.
    Message(String),
}

fn title(header: &Header, say: Speaker) -> String {
    let assigned = header.assignment.as_ref().map(|assigned| assigned.title.clone());
    assigned.unwrap_or_else(|| say.of("Feedback", "피드백").to_string())
}

/// The points of all, and what coming late cost.
fn points(submission: &SubmissionResult, say: Speaker) -> Vec<String> {
    let points = say.points(submission.score, submission.max_score);
    let late = submission.late.as_ref().map(|late| say.late(late));
    [Some(points), late].into_iter().flatten().collect()
}

fn section(exercise: &ExerciseResult, say: Speaker) -> Section<'_> {
    let mut paragraphs = Vec::new();
    let failed: Vec<&PropertyResult> =
        exercise.properties.iter().filter(|property| property.verdict != Standing::Pass).collect();
    let common = failed.first().and_then(|first| first.message.as_deref()).filter(|message| {
        failed.len() > 1
            && failed.iter().all(|property| property.message.as_deref() == Some(message))
    });
    match common {
        Some(message) => paragraphs.push(Paragraph::Message(visible(message))),
        None => {
            for property in failed {
                let name = format!("{}: {}", property.name, say.standing(property.verdict));
                paragraphs.push(Paragraph::Property(name));
                if let Some(below) = &property.follow_on {
                    paragraphs.push(Paragraph::Words(say.follow_on(below)));
                }
                paragraphs.extend(
                    property.message.iter().map(|message| Paragraph::Message(visible(message))),
                );
            }
        }
    }
    let points = match say.0 {
        Language::English => format!("{} of {}", exercise.score, exercise.max_score),
        Language::Korean => format!("{}점 중 {}점", exercise.max_score, exercise.score),
    };
    Section { exercise, points, paragraphs }
}

/// The page of one student.
pub(super) fn page(header: &Header, submission: &SubmissionResult, language: Language) -> String {
    let say = Speaker(language);
    let title = in_one_line(&title(header, say));
    let page = html! {
        (DOCTYPE)
        html lang=(say.of("en", "ko")) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (title) }
                p { b { (in_one_line(&submission.submission)) } }
                @if let Some(why) = submission.why_ungraded() {
                    p { (say.of("This was not graded:", "채점하지 못했습니다:")) }
                    pre { (visible(why)) }
                } @else {
                    @for line in points(submission, say) { p { (line) } }
                    @for section in submission.exercises.iter().map(|exercise| section(exercise, say)) {
                        h2 {
                            (section.exercise.lesson) "/" (section.exercise.exercise) ": "
                            (say.exercise(section.exercise)) " (" (section.points) ")"
                        }
                        @for paragraph in &section.paragraphs {
                            @match paragraph {
                                Paragraph::Words(words) => p { (words) },
                                Paragraph::Property(name) => p { code { (name) } },
                                Paragraph::Message(message) => pre { (message) },
                            }
                        }
                    }
                }
            }
        }
    };
    page.into_string() + "\n"
}

/// The same as Markdown.
pub(super) fn markdown(
    header: &Header,
    submission: &SubmissionResult,
    language: Language,
) -> String {
    let say = Speaker(language);
    let mut text = format!("# {}\n\n", plain(&title(header, say)));
    text += &format!("**{}**\n\n", plain(&submission.submission));
    if let Some(why) = submission.why_ungraded() {
        text += say.of("This was not graded:", "채점하지 못했습니다:");
        return text + &format!("\n\n{}", fenced(&visible(why)));
    }
    for line in points(submission, say) {
        text += &format!("{line}\n\n");
    }
    for section in submission.exercises.iter().map(|exercise| section(exercise, say)) {
        let ExerciseResult { lesson, exercise, .. } = section.exercise;
        let verdict = say.exercise(section.exercise);
        text += &format!("## {lesson}/{exercise}: {verdict} ({})\n\n", section.points);
        for paragraph in &section.paragraphs {
            text += &match paragraph {
                Paragraph::Words(words) => format!("{}\n\n", plain(words)),
                Paragraph::Property(name) => format!("`{name}`\n\n"),
                Paragraph::Message(message) => fenced(message),
            };
        }
    }
    text
}

/// Text in which nothing is markup.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for c in in_one_line(text).chars() {
        if c.is_ascii_punctuation() && !matches!(c, ',' | '.' | ':' | ';' | '\'' | '/' | '?' | '%')
        {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}

/// `text` as it is, between fences longer than any in it.
fn fenced(text: &str) -> String {
    let mut longest = 0;
    let mut run = 0;
    for c in text.chars() {
        run = if c == '`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}text\n{}\n{fence}\n\n", text.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_of_a_student_is_markup_in_markdown() {
        assert_eq!(plain("[x](http://y) *z* <b>\n# h"), r"\[x\]\(http://y\) \*z\* \<b\>\\n\# h");
        assert_eq!(fenced("a\n```\n# b\n"), "````text\na\n```\n# b\n````\n\n");
    }
}
