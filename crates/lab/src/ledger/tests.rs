use std::collections::BTreeSet;

use super::*;
use crate::experiments;
use crate::judge::properties::exists;

#[test]
fn there_is_a_row_for_every_claim_of_the_notes() {
    let ids: Vec<String> = claims().iter().map(|claim| claim.id.to_string()).collect();
    let want: Vec<String> = (1..=56).map(|i| format!("C{i}")).collect();
    assert_eq!(ids, want);
}

#[test]
fn every_claim_names_what_exists() {
    let experiments: BTreeSet<&str> = experiments::all().iter().map(|one| one.name).collect();
    for claim in claims() {
        assert!(course::LESSONS.iter().any(|lesson| lesson.name() == claim.lesson), "{}", claim.id);
        assert!(!claim.how.is_empty(), "{} is judged by nothing", claim.id);
        for how in claim.how {
            match how {
                How::Experiment(name) => assert!(experiments.contains(name), "{name}"),
                How::NotRun(why) => assert!(!why.en.is_empty() && !why.ko.is_empty()),
                How::Property(lesson, exercise, name) => {
                    assert!(exists(lesson, exercise, name), "{}: {exercise}, {name}", claim.id);
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
        .map(|one| one.name)
        .filter(|name| !named.contains(name))
        .collect();
    // Two show what no claim of the notes says: how many units, and that they have no names.
    assert_eq!(silent, ["hidden-units", "permutations"]);
}

/// The verdicts that were found before, in another language: those that need no long experiment.
const MEASURED: [(&str, Verdict); 34] = [
    ("C3", Verdict::HoldsBut),
    ("C4", Verdict::HoldsBut),
    ("C7", Verdict::DoesNotHold),
    ("C8", Verdict::Holds),
    ("C10", Verdict::HoldsBut),
    ("C13", Verdict::HoldsBut),
    ("C14", Verdict::HoldsBut),
    ("C15", Verdict::Holds),
    ("C16", Verdict::Holds),
    ("C17", Verdict::DoesNotHold),
    ("C19", Verdict::Holds),
    ("C20", Verdict::Holds),
    ("C23", Verdict::Holds),
    ("C27", Verdict::DoesNotHold),
    ("C28", Verdict::DoesNotHold),
    ("C30", Verdict::Holds),
    ("C31", Verdict::Holds),
    ("C32", Verdict::Holds),
    ("C33", Verdict::Holds),
    ("C34", Verdict::Holds),
    ("C35", Verdict::Holds),
    ("C36", Verdict::Holds),
    ("C37", Verdict::Holds),
    ("C38", Verdict::Holds),
    ("C39", Verdict::Holds),
    ("C40", Verdict::HoldsBut),
    ("C41", Verdict::HoldsBut),
    ("C47", Verdict::Holds),
    ("C49", Verdict::Holds),
    ("C53", Verdict::HoldsBut),
    ("C54", Verdict::HoldsBut),
    ("C55", Verdict::HoldsBut),
    ("C56", Verdict::Holds),
    ("C42", Verdict::Holds),
];

#[test]
fn the_rules_find_what_was_measured() {
    let of =
        |id: &str| MEASURED.iter().find(|(known, _)| *known == id).map(|(_, verdict)| *verdict);
    let claims: Vec<Claim> = claims().into_iter().filter(|claim| of(claim.id).is_some()).collect();
    let is_needed = |name: &str| {
        claims
            .iter()
            .flat_map(|claim| claim.how)
            .any(|how| matches!(how, How::Experiment(known) if *known == name))
    };
    let settings = crate::Settings { seed: 1, quick: true };
    let outcomes: Vec<_> = experiments::all()
        .into_iter()
        .filter(|one| is_needed(one.name))
        .map(|one| (one.name, (one.run)(&settings, &()).unwrap()))
        .collect();
    for judged in crate::judge::judge(claims, &outcomes) {
        let ruling = judged.ruling.unwrap();
        assert_eq!(Some(ruling.verdict), of(judged.claim.id), "{}", judged.claim.id);
        assert_eq!(ruling.condition.is_none(), ruling.verdict == Verdict::Holds);
    }
}
