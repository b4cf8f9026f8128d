use std::collections::BTreeSet;

use contract::Language;
use course::Course;
use plot::Format;

use super::*;
use crate::experiment::Observations;
use crate::experiments;

#[test]
fn there_is_a_row_for_every_claim_of_the_notes() {
    let ids: Vec<String> = claims().iter().map(|claim| claim.id.to_string()).collect();
    let want: Vec<String> = (1..=56).map(|i| format!("C{i}")).collect();
    assert_eq!(ids, want);
}

#[test]
fn every_claim_names_what_exists() {
    let experiments: BTreeSet<&str> =
        experiments::all().iter().map(|experiment| experiment.name).collect();
    for claim in claims() {
        assert!(!Course::whole().of_lesson(claim.lesson).is_empty(), "{}", claim.id);
        assert!(!claim.how.is_empty(), "{} is judged by nothing", claim.id);
        for how in claim.how {
            match how {
                How::Experiment(name) => assert!(experiments.contains(name), "{name}"),
                How::NotRun(why) => assert!(!why.en.is_empty() && !why.ko.is_empty()),
                How::Property(lesson, exercise, name) => {
                    let exercises = Course::whole().of_lesson(lesson);
                    let exercise = exercises.iter().find(|known| known.name() == *exercise);
                    let properties = &exercise.expect(claim.id).outline.properties;
                    assert!(properties.iter().any(|(_, known)| known == name), "{}", claim.id);
                }
            }
        }
    }
}

#[test]
fn every_experiment_speaks_to_a_claim() {
    let named: BTreeSet<&str> = claims()
        .iter()
        .flat_map(|claim| claim.how)
        .filter_map(|how| if let How::Experiment(name) = how { Some(*name) } else { None })
        .collect();
    let silent: Vec<&str> = experiments::all()
        .iter()
        .map(|experiment| experiment.name)
        .filter(|name| !named.contains(name))
        .collect();
    // Two show what no claim of the notes says: how many units, and that they have no names.
    assert_eq!(silent, ["hidden-units", "permutations"]);
}

/// The rulings that were found before, in another language, without those that need a long experiment.
const MEASURED: [(&str, Ruling); 34] = [
    ("C3", Ruling::HoldsBut),
    ("C4", Ruling::HoldsBut),
    ("C7", Ruling::DoesNotHold),
    ("C8", Ruling::Holds),
    ("C10", Ruling::HoldsBut),
    ("C13", Ruling::HoldsBut),
    ("C14", Ruling::HoldsBut),
    ("C15", Ruling::Holds),
    ("C16", Ruling::Holds),
    ("C17", Ruling::DoesNotHold),
    ("C19", Ruling::Holds),
    ("C20", Ruling::Holds),
    ("C23", Ruling::Holds),
    ("C27", Ruling::DoesNotHold),
    ("C28", Ruling::DoesNotHold),
    ("C30", Ruling::Holds),
    ("C31", Ruling::Holds),
    ("C32", Ruling::Holds),
    ("C33", Ruling::Holds),
    ("C34", Ruling::Holds),
    ("C35", Ruling::Holds),
    ("C36", Ruling::Holds),
    ("C37", Ruling::Holds),
    ("C38", Ruling::Holds),
    ("C39", Ruling::Holds),
    ("C40", Ruling::HoldsBut),
    ("C41", Ruling::HoldsBut),
    ("C47", Ruling::Holds),
    ("C49", Ruling::Holds),
    ("C53", Ruling::HoldsBut),
    ("C54", Ruling::HoldsBut),
    ("C55", Ruling::HoldsBut),
    ("C56", Ruling::Holds),
    ("C42", Ruling::Holds),
];

#[test]
fn the_rules_find_what_was_measured() {
    let of = |id: &str| MEASURED.iter().find(|(known, _)| *known == id).map(|(_, ruling)| *ruling);
    let claims: Vec<Claim> = claims().into_iter().filter(|claim| of(claim.id).is_some()).collect();
    let is_needed = |name: &str| {
        claims
            .iter()
            .flat_map(|claim| claim.how)
            .any(|how| matches!(how, How::Experiment(known) if *known == name))
    };
    let settings = crate::Settings { seed: 1, quick: true };
    let observations: Vec<_> = experiments::all()
        .into_iter()
        .filter(|experiment| is_needed(experiment.name))
        .map(|experiment| (experiment.name, experiment.observe(&settings, &()).unwrap()))
        .collect();
    for (name, Observations { figure, finding, .. }) in &observations {
        for language in [Language::English, Language::Korean] {
            let drawing = plot::draw(figure, finding, language, Format::Wide);
            let nine_sixteenths = drawing.width * 9.0 / 16.0;
            assert!((drawing.height - nine_sixteenths).abs() < 0.5, "{name} is no slide");
        }
    }
    for judged in crate::judge::judge(claims, &observations) {
        let judgement = judged.judgement.unwrap();
        assert_eq!(Some(judgement.ruling), of(judged.claim.id), "{}", judged.claim.id);
        assert_eq!(judgement.condition.is_none(), judgement.ruling == Ruling::Holds);
    }
}
