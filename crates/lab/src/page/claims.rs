//! The claims on the page, each with its ruling and its reasons.

use contract::{Language, Text, say};
use course::Course;
use maud::{Markup, html};

use super::{both, class, ruling_of, rulings, sign, words};
use crate::claim::How;
use crate::experiment::Observations;
use crate::figures::suffix;
use crate::judge::JudgedClaim;

/// The section of the claims.
pub(super) fn section(
    claims: &[JudgedClaim],
    observations: &[(&'static str, Observations)],
    sources: Option<&str>,
) -> Markup {
    let heading = say!("The claims", "주장");
    html! {
        section id="claims" tabindex="-1" aria-labelledby="claims-heading" {
            h2 id="claims-heading" { (both(&heading)) }
            (filters())
            p.shown role="status" {
                span data-shown { (claims.len()) } " / " (claims.len())
            }
            @for judged in claims { (article(judged, observations, sources)) }
        }
    }
}

fn filters() -> Markup {
    html! {
        form {
            fieldset {
                legend { (both(&say!("Verdict", "판정"))) }
                (choice("verdict", "", &say!("all", "모두"), true))
                @for ruling in rulings() {
                    (choice("verdict", class(ruling), &words(ruling), false))
                }
            }
            fieldset {
                legend { (both(&say!("Lesson", "강"))) }
                (choice("lesson", "", &say!("all", "모두"), true))
                @for lesson in Course::whole().lessons() {
                    (choice("lesson", lesson.name(), &Text::fixed(lesson.name(), lesson.name()), false))
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

fn article(
    judged: &JudgedClaim,
    observations: &[(&'static str, Observations)],
    sources: Option<&str>,
) -> Markup {
    let claim = &judged.claim;
    let ruling = ruling_of(judged);
    html! {
        article id=(claim.id) data-verdict=(class(ruling)) data-lesson=(claim.lesson) {
            a.id href={ "#" (claim.id) } { (claim.id) }
            div {
                p class={ "verdict " (class(ruling)) } {
                    (sign(ruling)) " " (both(&words(ruling)))
                }
                h3 { (both(&claim.quote)) }
                p.original lang="ko" { (claim.quote.ko) }
                (reasons(judged))
                (judged_by(judged, sources))
                (pictures(judged, observations))
            }
        }
    }
}

fn reasons(judged: &JudgedClaim) -> Markup {
    html! {
        @if let Some(judgement) = &judged.judgement {
            @if let Some(condition) = &judgement.condition { p { strong { (both(condition)) } } }
            p { (both(&judgement.evidence)) }
        }
        @for how in judged.claim.how {
            @if let How::NotRun(why) = how { p { (both(why)) } }
        }
    }
}

/// What tests the claim: properties and their exercises by links into the workspace, where the page knows its way
/// there, and experiments by links to their figures.
fn judged_by(judged: &JudgedClaim, sources: Option<&str>) -> Markup {
    let link = |path: String, words: &str| {
        html! {
            @if let Some(sources) = sources {
                a href={ (sources) (path) } { code { (words) } }
            } @else {
                code { (words) }
            }
        }
    };
    html! {
        ul.by {
            @for how in judged.claim.how {
                @match how {
                    How::Property(lesson, exercise, property) => {
                        li {
                            (both(&say!("property", "속성"))) " "
                            (link(format!("crates/{lesson}/suite/src/{exercise}/properties.rs"), property))
                            " · " (both(&say!("exercise", "연습 문제"))) " "
                            (link(
                                format!("exercises/{lesson}/src/{exercise}.rs"),
                                &format!("{lesson}::{exercise}"),
                            ))
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

/// The figures, each opened where it is named.
fn pictures(judged: &JudgedClaim, observations: &[(&'static str, Observations)]) -> Markup {
    let is_named = |name: &str| {
        judged.claim.how.iter().any(|how| matches!(how, How::Experiment(known) if *known == name))
    };
    html! {
        @for (name, observations) in observations.iter().filter(|(name, _)| is_named(name)) {
            details {
                summary { (both(&say!("Figure", "그림"))) " " code { (name) } }
                div.picture { (picture(name, &observations.finding)) }
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
