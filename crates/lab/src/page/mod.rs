//! The ledger as a page: one file of HTML in both languages, with the figures beside it.

mod claims;
mod figures;
mod method;

use contract::{Text, say};
use maud::{DOCTYPE, Markup, PreEscaped, html};
use plot::Format;

use crate::claim::Ruling;
use crate::experiment::{Observations, Settings};
use crate::figures as files;
use crate::judge::JudgedClaim;
use crate::output_folder::NamedFile;

/// The page with the pictures and tables that it links to.
pub struct Site {
    /// `index.html` comes last, so that it is written when all that it shows is there.
    pub files: Vec<NamedFile>,
    /// The counts of all rulings, in a sentence.
    pub summary: Text,
}

/// What a page is made of, besides claims and observations.
pub struct Edition<'a> {
    /// How the experiments were run.
    pub settings: Settings,
    /// The outline of the figures.
    pub format: Format,
    /// The rulings that other seeds led to, in the order of the claims.
    pub others: &'a [(u64, Vec<Option<Ruling>>)],
    /// The way from the page's folder to the workspace, such as `../../../`, if there is one.
    pub sources: Option<String>,
}

/// The page of `claims`, judged by `observations`: what each experiment returned, by its name.
pub fn site(
    claims: &[JudgedClaim],
    observations: &[(&'static str, Observations)],
    edition: &Edition<'_>,
) -> Site {
    let summary = summary(claims);
    let page = page(claims, observations, edition, &summary).into_string();
    let mut all: Vec<NamedFile> = Vec::new();
    for (name, observations) in observations {
        all.extend(files::files(name, observations, edition.format));
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

/// The CSS class of a ruling; `none` where the claim cannot be run.
fn class(ruling: Option<Ruling>) -> &'static str {
    match ruling {
        Some(Ruling::Holds) => "holds",
        Some(Ruling::HoldsBut) => "but",
        Some(Ruling::DoesNotHold) => "not",
        Some(Ruling::Undecided) => "open",
        None => "none",
    }
}

fn words(ruling: Option<Ruling>) -> Text {
    ruling.map_or(Text::fixed("not run", "실행하지 않음"), Ruling::words)
}

/// A ruling as a sign, for readers who cannot tell the colours.
fn sign(ruling: Option<Ruling>) -> &'static str {
    match ruling {
        Some(Ruling::Holds) => "✓",
        Some(Ruling::HoldsBut) => "≈",
        Some(Ruling::DoesNotHold) => "✗",
        Some(Ruling::Undecided) => "?",
        None => "–",
    }
}

/// Every ruling, then none.
fn rulings() -> [Option<Ruling>; 5] {
    let [holds, but, not, open] = Ruling::ALL.map(Some);
    [holds, but, not, open, None]
}

pub(crate) fn ruling_of(judged: &JudgedClaim) -> Option<Ruling> {
    judged.judgement.as_ref().map(|judgement| judgement.ruling)
}

fn count(claims: &[JudgedClaim], ruling: Option<Ruling>) -> usize {
    claims.iter().filter(|judged| ruling_of(judged) == ruling).count()
}

fn summary(claims: &[JudgedClaim]) -> Text {
    let all = claims.len();
    let [holds, but, not, open, none] = rulings().map(|ruling| count(claims, ruling));
    say!(
        "Of {all} claims {holds} hold, {but} hold with a condition, {not} do not, and {open} stay \
         undecided; {none} cannot be run.",
        "주장 {all}개 가운데 {holds}개는 성립하고, {but}개는 조건부로 성립하며, {not}개는 성립하지 \
         않습니다. {open}개는 판정을 보류했고, {none}개는 실행할 수 없습니다."
    )
}

fn page(
    claims: &[JudgedClaim],
    observations: &[(&'static str, Observations)],
    edition: &Edition<'_>,
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
                (header(&title, summary, claims))
                main {
                    (claims::section(claims, observations, edition.sources.as_deref()))
                    (figures::section(claims, observations))
                    (method::section())
                    @if !edition.others.is_empty() { (method::stability(claims, edition)) }
                }
                (footer(&edition.settings))
                script { (PreEscaped(include_str!("script.js"))) }
            }
        }
    }
}

fn header(title: &Text, summary: &Text, claims: &[JudgedClaim]) -> Markup {
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
                @for ruling in rulings() {
                    @let count = count(claims, ruling);
                    @if count > 0 { span class=(class(ruling)) style={ "flex:" (count) } {} }
                }
            }
            ul.counts {
                @for ruling in rulings() {
                    li class=(class(ruling)) {
                        strong { (sign(ruling)) " " (count(claims, ruling)) } " "
                        (both(&words(ruling)))
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
