use std::collections::BTreeSet;

use super::*;
use crate::experiments;
use crate::judge::properties::{exists, lessons};

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
        assert!(lessons().iter().any(|lesson| lesson.name() == claim.lesson), "{}", claim.id);
        assert!(!claim.how.is_empty(), "{} is judged by nothing", claim.id);
        for how in claim.how {
            match *how {
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
