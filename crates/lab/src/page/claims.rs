//! The claims, each with its verdict and its reasons.

use contract::{Text, say};
use maud::{Markup, html};

use super::{both, class, sign, verdict_of, verdicts, words};
use crate::claim::How;
use crate::experiment::Outcome;
use crate::figures::suffix;
use crate::judge::Judged;
use contract::Language;

const LESSONS: [&str; 4] = ["activations", "init", "backprop", "symmetry"];

/// The section of the claims.
pub(super) fn section(judged: &[Judged], outcomes: &[(&'static str, Outcome)]) -> Markup {
    let heading = say!("The claims", "주장");
    html! {
        section id="claims" tabindex="-1" aria-labelledby="claims-heading" {
            h2 id="claims-heading" { (both(&heading)) }
            (filters())
            p.shown role="status" {
                span data-shown { (judged.len()) } " / " (judged.len())
            }
            @for one in judged { (article(one, outcomes)) }
        }
    }
}

fn filters() -> Markup {
    html! {
        form {
            fieldset {
                legend { (both(&say!("Verdict", "판정"))) }
                (choice("verdict", "", &say!("all", "모두"), true))
                @for verdict in verdicts() {
                    (choice("verdict", class(verdict), &words(verdict), false))
                }
            }
            fieldset {
                legend { (both(&say!("Lesson", "강"))) }
                (choice("lesson", "", &say!("all", "모두"), true))
                @for lesson in LESSONS {
                    (choice("lesson", lesson, &Text::new(lesson, lesson), false))
                }
            }
        }
    }
}

fn choice(name: &str, value: &str, words: &Text, is_first: bool) -> Markup {
    html! {
        label {
            input type="radio" name=(name) value=(value) checked[is_first];
            span.chip { (both(words)) }
        }
    }
}

fn article(one: &Judged, outcomes: &[(&'static str, Outcome)]) -> Markup {
    let claim = &one.claim;
    let verdict = verdict_of(one);
    html! {
        article id=(claim.id) data-verdict=(class(verdict)) data-lesson=(claim.lesson) {
            a.id href={ "#" (claim.id) } { (claim.id) }
            div {
                p class={ "verdict " (class(verdict)) } {
                    (sign(verdict)) " " (both(&words(verdict)))
                }
                h3 { (both(&claim.quote.clone())) }
                p.original lang="ko" { (claim.quote.ko) }
                div.body {
                    div {
                        (reasons(one))
                        (judged_by(one))
                    }
                    (thumbnails(one, outcomes))
                }
            }
        }
    }
}

fn reasons(one: &Judged) -> Markup {
    html! {
        @if let Some(ruling) = &one.ruling {
            @if let Some(condition) = &ruling.condition { p { strong { (both(condition)) } } }
            p { (both(&ruling.evidence)) }
        }
        @for how in one.claim.how {
            @if let How::NotRun(why) = how { p { (both(&why.clone())) } }
        }
    }
}

/// What tests the claim: properties by their path, experiments by a link to their figure.
fn judged_by(one: &Judged) -> Markup {
    html! {
        ul.by {
            @for how in one.claim.how {
                @match how {
                    How::Property(lesson, exercise, property) => {
                        li {
                            (both(&say!("property", "속성"))) " "
                            code { (lesson) "::" (exercise) "::" (property) }
                        }
                    }
                    How::Experiment(name) => {
                        li {
                            (both(&say!("experiment", "실험"))) " "
                            a href={ "#figure-" (name) } { code { (name) } }
                        }
                    }
                    How::NotRun(_) => {}
                }
            }
        }
    }
}

fn thumbnails(one: &Judged, outcomes: &[(&'static str, Outcome)]) -> Markup {
    let is_named = |name: &str| {
        one.claim.how.iter().any(|how| matches!(how, How::Experiment(known) if *known == name))
    };
    html! {
        div.thumbs {
            @for (name, outcome) in outcomes.iter().filter(|(name, _)| is_named(name)) {
                a href={ "#figure-" (name) } { (picture(name, &outcome.finding)) }
            }
        }
    }
}

/// The figure of an experiment, one picture a language.
pub(super) fn picture(name: &str, finding: &Text) -> Markup {
    html! {
        @for (language, code) in [(Language::English, "en"), (Language::Korean, "ko")] {
            img.say lang=(code) src={ (name) (suffix(language)) ".svg" }
                alt=(finding.speak(language));
        }
    }
}
