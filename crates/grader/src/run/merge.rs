//! Joins the results of several machines.

use crate::Error;
use crate::results::{Header, Results};

use super::Partition;

/// Joins `shards` to what one machine would have written for all submissions.
///
/// # Errors
/// If they differ in suite, compiler, seed, sandbox or language, are not all there, or one holds a
/// submission that is not of its part.
pub fn merge(shards: Vec<Results>) -> Result<Results, Error> {
    let parts = shards.iter().map(|shard| match &shard.header.partition {
        Some(part) => part.parse(),
        None => Err(Error::WholeAmongParts),
    });
    let parts = parts.collect::<Result<Vec<Partition>, Error>>()?;
    Partition::check_complete(&parts)?;
    let header = common_header(&shards)?;
    // Every machine sees the same folder.
    let strays = shards.first().map(|shard| shard.strays.clone()).unwrap_or_default();
    let mut all: Vec<_> = shards
        .into_iter()
        .zip(parts)
        .flat_map(|(shard, part)| shard.submissions.into_iter().map(move |result| (result, part)))
        .collect();
    all.sort_by(|(first, _), (other, _)| first.submission.cmp(&other.submission));
    for pair in all.windows(2) {
        if pair[0].0.submission == pair[1].0.submission {
            return Err(Error::SubmissionTwice(pair[0].0.submission.clone()));
        }
    }
    for (index, (result, part)) in all.iter().enumerate() {
        if !part.holds(index, &result.submission) {
            let submission = result.submission.clone();
            return Err(Error::SubmissionInWrongPart(submission, *part));
        }
    }
    let submissions = all.into_iter().map(|(result, _)| result).collect();
    Ok(Results { header, submissions, strays })
}

/// What was asked for, as a word.
fn assignment(header: &Header) -> String {
    header
        .assignment
        .as_ref()
        .map_or("none".to_string(), |assigned| format!("{} ({})", assigned.title, assigned.digest))
}

fn common_header(shards: &[Results]) -> Result<Header, Error> {
    let whole = |shard: &Results| Header { partition: None, ..shard.header.clone() };
    let first = shards.first().map(whole).ok_or(Error::NoParts)?;
    for other in shards.iter().map(whole) {
        let fields = [
            ("suite", &first.suite, &other.suite),
            ("compiler", &first.toolchain, &other.toolchain),
            ("seed", &first.seed.to_string(), &other.seed.to_string()),
            ("sandbox", &first.tier, &other.tier),
            ("language", &first.language, &other.language),
            ("assignment", &assignment(&first), &assignment(&other)),
        ];
        if let Some((what, first, other)) = fields.into_iter().find(|(_, a, b)| a != b) {
            let (first, other) = (first.clone(), other.clone());
            return Err(Error::PartsDiffer { what, first, other });
        }
    }
    Ok(first)
}
