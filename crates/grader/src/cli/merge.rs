//! `cargo grade merge`.

use std::path::PathBuf;

use clap::ArgMatches;
use course::Course;

use super::arguments::Outputs;
use super::grade::{prepare, told, write};
use super::{Failure, print};
use crate::results::read;
use crate::run;

/// Joins the results that `options` name.
pub(super) fn merge(course: &'static Course, options: &ArgMatches) -> Result<(), Failure> {
    let outputs = Outputs::new(course, options)?;
    let folders = options.get_many::<PathBuf>("parts").into_iter().flatten();
    let shards = folders.map(|folder| read(&folder.join("results.jsonl")));
    let shards = shards.collect::<Result<Vec<_>, String>>().map_err(Failure::Call)?;
    let results = run::merge(shards).map_err(Failure::Call)?;
    prepare(&outputs.out)?;
    write(&results, &outputs)?;
    print(&told(&results, &outputs));
    Ok(())
}
