//! The experiments, each with its figure and the claims that it decides.

use contract::{Language, say};
use maud::{Markup, html};

use super::both;
use super::claims::picture;
use crate::claim::How;
use crate::experiment::Observations;
use crate::experiments;
use crate::figures::suffix;
use crate::judge::JudgedClaim;

/// The section of the experiments.
pub(super) fn section(
    claims: &[JudgedClaim],
    observations: &[(&'static str, Observations)],
) -> Markup {
    let heading = say!("The experiments", "실험");
    html! {
        section aria-labelledby="experiments" {
            h2 id="experiments" { (both(&heading)) }
            @for (name, observations) in observations { (figure(name, observations, claims)) }
        }
    }
}

fn figure(name: &str, observations: &Observations, claims: &[JudgedClaim]) -> Markup {
    let experiment = experiments::find(name).ok();
    let speaks = |judged: &&JudgedClaim| {
        judged.claim.how.iter().any(|how| matches!(how, How::Experiment(known) if *known == name))
    };
    let ids: Vec<&str> = claims.iter().filter(speaks).map(|judged| judged.claim.id).collect();
    html! {
        figure id={ "figure-" (name) } {
            h3 { code { (name) } }
            @if let Some(experiment) = experiment { p { (both(&experiment.about)) } }
            div.picture { (picture(name, &observations.finding)) }
            figcaption {
                @if !ids.is_empty() {
                    (both(&say!("Decides", "판정하는 주장:"))) " "
                    @for id in &ids { a href={ "#" (id) } { (id) } " " }
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
