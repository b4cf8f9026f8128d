//! Observations as files, and the figures that the README shows.

use contract::Language;
use plot::Format;

use crate::error::Error;
use crate::experiment::{Observations, Settings};
use crate::experiments;
use crate::output_folder::NamedFile;

/// The experiments whose figures the README shows.
pub const README: [&str; 3] = ["curves", "hidden-units", "symmetry"];

/// The seed of every figure in the repository, and the default of `--seed`.
pub const SEED: u64 = 1;

/// What follows the name of an experiment in the name of a file: nothing, or `.ko`.
pub fn suffix(language: Language) -> &'static str {
    match language {
        Language::English => "",
        Language::Korean => ".ko",
    }
}

/// The figure (SVG and PNG, in both languages) and the table (CSV) of `observations`.
pub fn files(name: &str, observations: &Observations, format: Format) -> Vec<NamedFile> {
    let mut files = vec![(format!("{name}.csv"), observations.table.csv().into_bytes())];
    for language in [Language::English, Language::Korean] {
        let drawing = plot::draw(&observations.figure, &observations.finding, language, format);
        let stem = format!("{name}{}", suffix(language));
        files.push((format!("{stem}.svg"), plot::svg(&drawing).into_bytes()));
        files.push((format!("{stem}.png"), plot::png(&drawing)));
    }
    files
}

/// The figures of the README, from quick runs.
///
/// # Errors
/// If an experiment cannot be run.
pub fn readme(format: Format) -> Result<Vec<NamedFile>, Error> {
    let settings = Settings { seed: SEED, quick: true };
    let mut files = Vec::new();
    for name in README {
        let experiment = experiments::find(name)?;
        let observations = experiment.observe(&settings, &())?;
        let Observations { figure, finding, .. } = &observations;
        let drawing = plot::draw(figure, finding, Language::English, format);
        files.push((format!("{name}.svg"), plot::svg(&drawing).into_bytes()));
    }
    Ok(files)
}
