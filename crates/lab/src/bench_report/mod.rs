//! `cargo lab bench-report`: one page from what criterion measured.
//!
//! `measurements` reads the files that `cargo bench -p benches` wrote, `findings` sums them up in
//! sentences, as far as they agree, `figures` draws them, and `page` lays all of it out for a screen
//! and for one landscape sheet of paper. `facts` describes the machine, `bounds` what its core allows.

mod bounds;
mod facts;
mod figures;
mod findings;
mod measurements;
mod page;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use contract::{Language, Text};

use crate::error::Error;
use crate::output_folder::NamedFile;

pub use facts::Facts;
pub use measurements::{Measured, Measurements, Time};

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

/// The page and its headline, from what criterion left in `folder`.
///
/// # Errors
/// If nothing of use is there.
pub fn report(folder: &Path, language: Language) -> Result<(Vec<NamedFile>, Text), Error> {
    let measurements = Measurements::read(folder);
    if measurements.all.is_empty() {
        return Err(Error::Unmeasured { folder: folder.to_path_buf() });
    }
    let facts = Facts::read(folder);
    let headline = findings::headline(&measurements);
    let page = page::page(&measurements, &facts, &headline, language).into_string();
    Ok((vec![("index.html".to_string(), page.into_bytes())], headline))
}
