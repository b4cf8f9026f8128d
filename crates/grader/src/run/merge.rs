//! Joins the results of several machines.

use crate::formats::in_one_line;
use crate::results::{Header, Results};

use super::Partition;

/// Joins `shards` to what one machine would have written for all submissions.
///
/// # Errors
/// If they differ in suite, compiler, seed, sandbox or language, are not all there, or one holds a
/// submission that is not of its part.
pub fn merge(shards: Vec<Results>) -> Result<Results, String> {
    let parts = shards.iter().map(|shard| {
        let part = shard.header.partition.as_deref();
        part.ok_or("one of the results is of all submissions already, not of a part")?.parse()
    });
    let parts = parts.collect::<Result<Vec<Partition>, String>>()?;
    Partition::are_complete(&parts)?;
    let header = common_header(&shards)?;
    let mut all: Vec<_> = shards
        .into_iter()
        .zip(parts)
        .flat_map(|(shard, part)| shard.submissions.into_iter().map(move |it| (it, part)))
        .collect();
    all.sort_by(|one, other| one.0.submission.cmp(&other.0.submission));
    for pair in all.windows(2) {
        if pair[0].0.submission == pair[1].0.submission {
            return Err(format!("`{}` is in two parts", in_one_line(&pair[0].0.submission)));
        }
    }
    for (index, (result, part)) in all.iter().enumerate() {
        if !part.holds(index, &result.submission) {
            let name = in_one_line(&result.submission);
            return Err(format!(
                "`{name}` does not belong to {part}: the machines did not see the same submissions"
            ));
        }
    }
    Ok(Results { header, submissions: all.into_iter().map(|it| it.0).collect() })
}

fn common_header(shards: &[Results]) -> Result<Header, String> {
    let whole = |shard: &Results| Header { partition: None, ..shard.header.clone() };
    let first = shards.first().map(whole).ok_or("there is nothing to merge")?;
    for other in shards.iter().map(whole) {
        let fields = [
            ("suite", &first.suite, &other.suite),
            ("compiler", &first.toolchain, &other.toolchain),
            ("seed", &first.seed.to_string(), &other.seed.to_string()),
            ("sandbox", &first.tier, &other.tier),
            ("language", &first.language, &other.language),
        ];
        if let Some((what, one, two)) = fields.into_iter().find(|it| it.1 != it.2) {
            return Err(format!("the parts are not of the same {what}: {one} and {two}"));
        }
    }
    Ok(first)
}
