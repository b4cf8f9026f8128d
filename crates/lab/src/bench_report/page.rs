//! The report as HTML: for a screen, light or dark, and for one landscape sheet of paper.

use contract::{Language, Text, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::bounds;
use super::facts::Facts;
use super::figures::{Picture, pictures};
use super::findings::warnings;
use super::measurements::{Measured, Measurements};

const STYLE: &str = include_str!("style.css");

/// The forms that the table compares, and the sizes at which it does.
const FORMS: [&str; 5] =
    ["textbook serial", "loop serial", "kernel serial", "textbook rayon", "kernel rayon"];
const SIZES: [f64; 2] = [1e5, 1e7];

/// The document, with style and pictures inside.
pub(super) fn page(
    measurements: &Measurements,
    facts: &Facts,
    headline: &Text,
    language: Language,
) -> Markup {
    let speak = |text: Text| text.speak(language).to_string();
    let title = speak(say!("Activation throughput", "활성화 함수의 처리량"));
    let code = if language == Language::Korean { "ko" } else { "en" };
    html! {
        (DOCTYPE)
        html lang=(code) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    p.title { (title) }
                    @for warning in warnings(measurements, facts) {
                        p.warning { (warning.speak(language)) }
                    }
                    h1 { (headline.speak(language)) }
                    p.facts { (facts.line().speak(language)) }
                }
                main {
                    @for (i, picture) in pictures(measurements, facts).iter().enumerate() {
                        figure { (PreEscaped(drawn(picture, i, language))) }
                    }
                    section { (short_table(measurements, facts, language)) }
                }
                (everything(measurements, language))
            }
        }
    }
}

/// A picture as SVG inside the page, with ids that no other picture has.
fn drawn(picture: &Picture, i: usize, language: Language) -> String {
    let svg =
        plot::svg(&plot::draw(&picture.figure, &picture.title, language, plot::Format::Portrait));
    svg.replace("id=\"title\"", &format!("id=\"title-{i}\""))
        .replace("id=\"desc\"", &format!("id=\"desc-{i}\""))
        .replace("\"title desc\"", &format!("\"title-{i} desc-{i}\""))
}

/// The activations by form, in nanoseconds a number with their intervals.
fn short_table(measurements: &Measurements, facts: &Facts, language: Language) -> Markup {
    let caption = say!(
        "Nanoseconds a number, with what all rounds allow; cycles of the kernel, and what the ports allow",
        "숫자 하나당 나노초와 모든 반복 측정이 허용하는 범위, 커널의 사이클 수와 포트가 허용하는 사이클 수"
    );
    let mut groups: Vec<&str> =
        measurements.all.iter().map(|measured| measured.group.as_str()).collect();
    groups.dedup();
    groups.retain(|group| !measurements.of(group, "kernel serial").is_empty());
    groups.retain(|group| !group.starts_with("yours"));
    html! {
        table {
            caption { (caption.speak(language)) }
            thead { tr {
                th scope="col" { (say!("function", "함수").speak(language)) }
                th scope="col" { (say!("numbers", "개수").speak(language)) }
                @for form in FORMS { th scope="col" { (form) } }
                th scope="col" { (say!("cycles, bound", "사이클, 한계").speak(language)) }
            } }
            tbody {
                @for group in groups {
                    @for size in SIZES {
                        @if measurements.at(group, "kernel serial", size).is_some() {
                            tr {
                                th scope="row" { (group) }
                                td { (format!("{size:.0e}")) }
                                @for form in FORMS { td { (cell(measurements.at(group, form, size))) } }
                                td { (cycles(measurements.at(group, "kernel serial", size), facts)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A time with its interval.
fn cell(measured: Option<&Measured>) -> Markup {
    let Some(time) = measured.map(Measured::time) else { return html! { "–" } };
    let (ns, (low, high)) = (time.ns, time.interval);
    html! { b { (format!("{ns:.3}")) } small { (format!(" {low:.3}–{high:.3}")) } }
}

/// The cycles that a kernel took for a number, and the fewest that the ports of the core allow.
fn cycles(measured: Option<&Measured>, facts: &Facts) -> Markup {
    let (Some(measured), Some(clock)) = (measured, facts.gigahertz()) else {
        return html! { "–" };
    };
    let bound = facts.instructions().and_then(|with| bounds::cycles(&measured.group, &with));
    html! {
        b { (format!("{:.2}", measured.time().ns * clock)) }
        @if let Some(bound) = bound { small { (format!(" {bound:.2}")) } }
    }
}

/// The table of every bench, which is folded away and not printed.
fn everything(measurements: &Measurements, language: Language) -> Markup {
    let count = measurements.all.len();
    let summary = say!("All {count} benches", "벤치 {count}개 전체");
    let unreadable = measurements.unreadable;
    let note = say!(
        "{unreadable} folders of results could not be read.",
        "읽을 수 없는 결과 폴더가 {unreadable}개 있습니다."
    );
    html! {
        details {
            summary { (summary.speak(language)) }
            @if unreadable > 0 { p { (note.speak(language)) } }
            table {
                thead { tr {
                    @for name in [
                        say!("group", "묶음"), say!("form", "꼴"), say!("numbers", "개수"),
                        say!("ns a number", "숫자당 ns"), say!("of all rounds", "전체 구간"),
                        say!("GB/s", "GB/s"),
                    ] { th scope="col" { (name.speak(language)) } }
                } }
                tbody {
                    @for measured in &measurements.all {
                        @let time = measured.time();
                        tr {
                            th scope="row" { (measured.group) }
                            td { (measured.form) }
                            td { (measured.size) }
                            td { b { (format!("{:.3}", time.ns)) } }
                            td { (format!("{:.3}–{:.3}", time.interval.0, time.interval.1)) }
                            td { (format!("{:.1}", measured.bandwidth().ns)) }
                        }
                    }
                }
            }
        }
    }
}
