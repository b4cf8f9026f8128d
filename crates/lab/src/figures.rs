//! The files of an outcome, and the figures that the README shows.

use contract::Language;

use crate::experiment::{Experiment, Outcome, Settings, Trouble};
use crate::experiments;
use crate::folder::Named;

/// The experiments whose figures the README shows.
pub const README: [&str; 3] = ["curves", "hidden-units", "symmetry"];

/// The seed of everything that is kept.
pub const SEED: u64 = 1;

/// What is appended to the names of figures in `language`.
pub fn suffix(language: Language) -> &'static str {
    match language {
        Language::English => "",
        Language::Korean => ".ko",
    }
}

/// The figure (SVG and PNG, in both languages) and the table (CSV) of `outcome`.
pub fn files(name: &str, outcome: &Outcome) -> Vec<Named> {
    let mut files = vec![(format!("{name}.csv"), outcome.table.csv().into_bytes())];
    for language in [Language::English, Language::Korean] {
        let drawing = plot::draw(&outcome.figure, &outcome.finding, language);
        let stem = format!("{name}{}", suffix(language));
        files.push((format!("{stem}.svg"), plot::svg(&drawing).into_bytes()));
        files.push((format!("{stem}.png"), plot::png(&drawing)));
    }
    files
}

/// The figures of the README, from quick runs.
pub fn readme() -> Result<Vec<Named>, Trouble> {
    let settings = Settings { seed: SEED, quick: true };
    let chosen = |experiment: &Experiment| README.contains(&experiment.name);
    let mut files = Vec::new();
    for experiment in experiments::all().into_iter().filter(chosen) {
        let outcome = (experiment.run)(&settings, &())?;
        let drawing = plot::draw(&outcome.figure, &outcome.finding, Language::English);
        files.push((format!("{}.svg", experiment.name), plot::svg(&drawing).into_bytes()));
    }
    Ok(files)
}
