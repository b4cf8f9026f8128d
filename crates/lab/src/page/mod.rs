//! The ledger as a page: one file of HTML in both languages, with the figures beside it.

mod claims;
mod figures;

use contract::{Text, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::claim::Verdict;
use crate::experiment::{Outcome, Settings};
use crate::figures as files;
use crate::folder::Named;
use crate::judge::Judged;

/// The page with everything that it shows.
pub struct Site {
    /// The files; the page itself, `index.html`, comes last.
    pub files: Vec<Named>,
    /// How many claims hold, in a sentence.
    pub summary: Text,
}

/// The page of the claims `judged` by `outcomes`: the experiments by name.
pub fn site(judged: &[Judged], outcomes: &[(&'static str, Outcome)], settings: &Settings) -> Site {
    let summary = summary(judged);
    let page = page(judged, outcomes, settings, &summary).into_string();
    let mut all: Vec<Named> = Vec::new();
    for (name, outcome) in outcomes {
        all.extend(files::files(name, outcome));
    }
    all.push(("index.html".to_string(), page.into_bytes()));
    Site { files: all, summary }
}

/// `text` in both languages, of which the page shows one.
fn both(text: &Text) -> Markup {
    html! {
        span.say lang="en" { (text.en) }
        span.say lang="ko" { (text.ko) }
    }
}

/// The class of a verdict on the page; `none` where there is none.
fn class(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Holds) => "holds",
        Some(Verdict::HoldsBut) => "but",
        Some(Verdict::DoesNotHold) => "not",
        None => "none",
    }
}

/// A verdict in words.
fn words(verdict: Option<Verdict>) -> Text {
    verdict.map_or(Text::new("not run", "실행하지 않음"), |verdict| verdict.words())
}

/// A verdict as a sign, for whoever cannot tell its colour.
fn sign(verdict: Option<Verdict>) -> &'static str {
    match verdict {
        Some(Verdict::Holds) => "✓",
        Some(Verdict::HoldsBut) => "≈",
        Some(Verdict::DoesNotHold) => "✗",
        None => "–",
    }
}

/// Every verdict, and none.
fn verdicts() -> [Option<Verdict>; 4] {
    let [holds, but, not] = Verdict::ALL.map(Some);
    [holds, but, not, None]
}

fn verdict_of(judged: &Judged) -> Option<Verdict> {
    judged.ruling.as_ref().map(|ruling| ruling.verdict)
}

fn count(judged: &[Judged], verdict: Option<Verdict>) -> usize {
    judged.iter().filter(|one| verdict_of(one) == verdict).count()
}

fn summary(judged: &[Judged]) -> Text {
    let all = judged.len();
    let [holds, but, not, none] = verdicts().map(|verdict| count(judged, verdict));
    say!(
        "Of {all} claims {holds} hold, {but} hold with a condition, {not} do not; {none} cannot \
         be run.",
        "주장 {all}개 가운데 {holds}개는 성립하고, {but}개는 조건부로 성립하며, {not}개는 성립하지 \
         않습니다. {none}개는 실행할 수 없습니다."
    )
}

fn page(
    judged: &[Judged],
    outcomes: &[(&'static str, Outcome)],
    settings: &Settings,
    summary: &Text,
) -> Markup {
    let title = say!("The lecture notes, run", "강의 노트를 실행해 보니");
    html! {
        (DOCTYPE)
        html lang="en" data-title-en=(title.en) data-title-ko=(title.ko) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                // No icon, so that none is asked for.
                link rel="icon" href="data:,";
                title { (title.en) }
                style { (PreEscaped(include_str!("style.css"))) }
            }
            body {
                (header(&title, summary, judged))
                main {
                    (claims::section(judged, outcomes))
                    (figures::section(judged, outcomes))
                }
                (footer(settings))
                script { (PreEscaped(include_str!("script.js"))) }
            }
        }
    }
}

fn header(title: &Text, summary: &Text, judged: &[Judged]) -> Markup {
    html! {
        a.skip href="#claims" { (both(&say!("To the claims", "주장으로 건너뛰기"))) }
        header {
            div.languages role="group" aria-label="Language · 언어" {
                button type="button" data-speak="en" lang="en" { "English" }
                button type="button" data-speak="ko" lang="ko" { "한국어" }
            }
            h1 { (both(title)) }
            p.lead { (both(summary)) }
            div.share aria-hidden="true" {
                @for verdict in verdicts() {
                    @let count = count(judged, verdict);
                    @if count > 0 { span class=(class(verdict)) style={ "flex:" (count) } {} }
                }
            }
            ul.counts {
                @for verdict in verdicts() {
                    li class=(class(verdict)) {
                        strong { (sign(verdict)) " " (count(judged, verdict)) } " "
                        (both(&words(verdict)))
                    }
                }
            }
        }
    }
}

fn footer(settings: &Settings) -> Markup {
    let Settings { seed, quick } = settings;
    let quick = if *quick { " --quick" } else { "" };
    let made = say!("Made again, byte for byte, by", "다음 명령이 같은 바이트를 다시 만듭니다:");
    html! {
        footer {
            p { (both(&made)) " " code { "cargo lab claims --seed " (seed) (quick) } }
        }
    }
}
