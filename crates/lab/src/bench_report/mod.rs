//! `cargo lab bench-report`: one page from what criterion measured.
//!
//! `results` reads what `cargo bench -p benches` left behind, `findings` says what it comes to,
//! `figures` draws it, `page` lays it out for a screen and for one landscape sheet of paper.

mod facts;
mod figures;
mod findings;
mod page;
mod results;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use contract::{Language, Text, say};

use crate::folder::Named;

pub use facts::Facts;
pub use results::{Measured, Results};

/// Where criterion's results are: `CRITERION_HOME`, else `criterion` in the target directory that
/// this program lies in.
pub fn default_results() -> PathBuf {
    if let Some(home) = std::env::var_os("CRITERION_HOME") {
        return home.into();
    }
    let program = std::env::current_exe().unwrap_or_default();
    // target/debug/lab
    program.ancestors().nth(2).unwrap_or(Path::new("target")).join("criterion")
}

/// The page and its headline, from the results in `folder`.
///
/// # Errors
///
/// A sentence for the reader, if nothing of use is there.
pub fn report(folder: &Path, language: Language) -> Result<(Vec<Named>, Text), Text> {
    let results = Results::read(folder);
    if results.all.is_empty() {
        let folder = folder.display();
        return Err(say!(
            "{folder} holds no results. Measure first: `cargo bench -p benches`.",
            "{folder}에 측정 결과가 없습니다. 먼저 측정하세요: `cargo bench -p benches`."
        ));
    }
    let facts = Facts::read(folder);
    let headline = findings::headline(&results);
    let page = page::page(&results, &facts, &headline, language).into_string();
    Ok((vec![("index.html".to_string(), page.into_bytes())], headline))
}
