//! The experiments, each with its figure and the claims that it decides.

use contract::{Language, say};
use maud::{Markup, html};

use super::both;
use super::claims::picture;
use crate::claim::How;
use crate::experiment::Outcome;
use crate::experiments;
use crate::figures::suffix;
use crate::judge::Judged;

/// The section of the experiments.
pub(super) fn section(judged: &[Judged], outcomes: &[(&'static str, Outcome)]) -> Markup {
    let heading = say!("The experiments", "실험");
    html! {
        section aria-labelledby="experiments" {
            h2 id="experiments" { (both(&heading)) }
            @for (name, outcome) in outcomes { (figure(name, outcome, judged)) }
        }
    }
}

fn figure(name: &str, outcome: &Outcome, judged: &[Judged]) -> Markup {
    let about = experiments::all().into_iter().find(|known| known.name == name);
    let speaks = |one: &&Judged| {
        one.claim.how.iter().any(|how| matches!(how, How::Experiment(known) if *known == name))
    };
    let claims: Vec<&str> = judged.iter().filter(speaks).map(|one| one.claim.id).collect();
    html! {
        figure id={ "figure-" (name) } {
            h3 { code { (name) } }
            @if let Some(experiment) = about { p { (both(&experiment.about.clone())) } }
            div.picture { (picture(name, &outcome.finding)) }
            figcaption {
                @if !claims.is_empty() {
                    (both(&say!("Decides", "판정하는 주장:"))) " "
                    @for id in &claims { a href={ "#" (id) } { (id) } " " }
                    "· "
                }
                @for (language, code) in [(Language::English, "en"), (Language::Korean, "ko")] {
                    @for form in ["svg", "png"] {
                        a.say lang=(code) href={ (name) (suffix(language)) "." (form) } {
                            (form.to_uppercase())
                        }
                        " "
                    }
                }
                a href={ (name) ".csv" } { "CSV" }
            }
        }
    }
}
