//! The part of a class that a machine grades.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use crate::Error;
use crate::digest::digest;

/// One of several parts of the submissions, numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Partition {
    way: Way,
    part: u64,
    parts: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// By a digest of the name: a submission's part stays the same when others come or go.
    Hash,
    /// Every n-th of the sorted names: parts of equal size.
    Slice,
}

/// The variable that says how many parts there are, for engines that do not say so themselves, and for runs of a few
/// parts of an array.
const PARTS: &str = "GRADLINGS_PARTS";

/// What an engine says of its parts.
struct Engine {
    /// The variable with the number of the part at hand.
    index: &'static str,
    /// The number of the first part, where the engine does not say it.
    first: u64,
    total: Total,
}

/// How many parts there are.
enum Total {
    /// This variable says so.
    Variable(&'static str),
    /// They are numbered from the first of these variables to the second, in steps of the third.
    Range([&'static str; 3]),
    /// Only [`PARTS`] does.
    Unsaid,
}

const fn service(index: &'static str, total: &'static str, first: u64) -> Engine {
    Engine { index, first, total: Total::Variable(total) }
}

const fn array(index: &'static str, range: [&'static str; 3]) -> Engine {
    Engine { index, first: 1, total: Total::Range(range) }
}

const fn counter(index: &'static str, first: u64) -> Engine {
    Engine { index, first, total: Total::Unsaid }
}

const ENGINES: [Engine; 10] = [
    service("CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
    service("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
    service("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
    service("SEMAPHORE_JOB_INDEX", "SEMAPHORE_JOB_COUNT", 1),
    service("BITBUCKET_PARALLEL_STEP", "BITBUCKET_PARALLEL_STEP_COUNT", 0),
    service("AWS_BATCH_JOB_ARRAY_INDEX", "AWS_BATCH_JOB_ARRAY_SIZE", 0),
    array(
        "SLURM_ARRAY_TASK_ID",
        ["SLURM_ARRAY_TASK_MIN", "SLURM_ARRAY_TASK_MAX", "SLURM_ARRAY_TASK_STEP"],
    ),
    array("SGE_TASK_ID", ["SGE_TASK_FIRST", "SGE_TASK_LAST", "SGE_TASK_STEPSIZE"]),
    counter("JOB_COMPLETION_INDEX", 0),
    counter("PARALLEL_SEQ", 1),
];
/// How many tasks a Slurm array has; fewer than its range holds if only some are run.
const SLURM_COUNT: &str = "SLURM_ARRAY_TASK_COUNT";

/// Looks up variables of the environment.
struct Environment<V>(V);

impl<V: Fn(&str) -> Option<String>> Environment<V> {
    /// The number in a variable; none where it is not set, or as Grid Engine says that there is none.
    fn number(&self, name: &str) -> Result<Option<u64>, Error> {
        let value = (self.0)(name).map(|value| value.trim().to_string());
        let value = value.filter(|value| !value.is_empty() && value != "undefined");
        let parse = |value: String| {
            let is_no_number = |_| wrong(name, &format!("is `{value}`, which is no number"));
            value.parse().map_err(is_no_number)
        };
        value.map(parse).transpose()
    }

    fn needed(&self, index: &str, name: &str) -> Result<u64, Error> {
        let missing = || wrong(index, &format!("is set, but {name} is not"));
        self.number(name)?.ok_or_else(missing)
    }

    /// Which part of how many `engine` says that this is; none if it is not at work.
    fn part(&self, engine: &Engine) -> Result<Option<(u64, u64)>, Error> {
        let Engine { index: name, first, total } = engine;
        let Some(index) = self.number(name)? else { return Ok(None) };
        let parts = self.number(PARTS)?;
        let (first, step, found) = match total {
            Total::Variable(total) => (*first, 1, self.needed(name, total)?),
            Total::Unsaid => (*first, 1, self.needed(name, PARTS)?),
            Total::Range([low, high, step]) => {
                let (low, high) = (self.needed(name, low)?, self.needed(name, high)?);
                let step = self.number(step)?.unwrap_or(1).max(1);
                let in_range = high.saturating_sub(low) / step + 1;
                let is_whole = match self.number(SLURM_COUNT)? {
                    Some(count) if *name == "SLURM_ARRAY_TASK_ID" => count == in_range,
                    _ => true,
                };
                match parts {
                    // A few of the parts, by their own numbers.
                    Some(parts) if parts != in_range || !is_whole => (*first, 1, parts),
                    None if !is_whole => {
                        let why = format!(
                            "is one of a few tasks of an array; set {PARTS} to the number of all parts"
                        );
                        return Err(wrong(name, &why));
                    }
                    _ => (low, step, in_range),
                }
            }
        };
        let at = index.checked_sub(first).map(|at| at / step);
        match at {
            Some(at) if at < found && (index - first) % step == 0 => Ok(Some((at + 1, found))),
            _ => Err(wrong(name, &format!("is {index}, which is none of {found} parts"))),
        }
    }
}

fn wrong(variable: &str, why: &str) -> Error {
    Error::EngineVariable(variable.to_string(), why.to_string())
}

impl Partition {
    /// The part that `text` names: `hash:K/N`, `slice:K/N`, or `auto`, for which `variable` looks
    /// up the environment.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn named(text: &str, variable: impl Fn(&str) -> Option<String>) -> Result<Self, Error> {
        if text != "auto" {
            return text.parse();
        }
        let environment = Environment(variable);
        let mut found: Option<(&str, (u64, u64))> = None;
        for engine in &ENGINES {
            let Some(part) = environment.part(engine)? else { continue };
            match found {
                Some((other, known)) if known != part => {
                    let why = format!("and {other} mean different parts; say hash:K/N");
                    return Err(wrong(engine.index, &why));
                }
                _ => found = Some((engine.index, part)),
            }
        }
        let Some((_, (part, parts))) = found else {
            let variables = ENGINES.iter().map(|engine| engine.index).collect();
            return Err(Error::NoMachineNumber(variables));
        };
        format!("hash:{part}/{parts}").parse()
    }

    /// Whether it holds the submission `name`, the `index`-th of all, from 0.
    pub fn holds(self, index: usize, name: &str) -> bool {
        let number = match self.way {
            Way::Hash => digest(&[name.as_bytes()]).first_eight(),
            Way::Slice => index as u64,
        };
        number % self.parts == self.part - 1
    }

    /// Checks that `parts` are the parts of one whole, each once.
    ///
    /// # Errors
    /// The first part that is of another whole or is there twice, or all that are missing.
    pub fn check_complete(parts: &[Self]) -> Result<(), Error> {
        let Some(first) = parts.first() else { return Ok(()) };
        let is_other = |part: &&Self| (part.way, part.parts) != (first.way, first.parts);
        if let Some(other) = parts.iter().find(is_other) {
            return Err(Error::PartsOfDifferentWholes(*first, *other));
        }
        let mut found = BTreeSet::new();
        if let Some(twice) = parts.iter().find(|part| !found.insert(part.part)) {
            return Err(Error::PartTwice(*twice));
        }
        let missing: Vec<Self> = (1..=first.parts)
            .filter(|part| !found.contains(part))
            .map(|part| Self { part, ..*first })
            .collect();
        if missing.is_empty() { Ok(()) } else { Err(Error::PartsMissing(missing)) }
    }
}

/// `parts` as a sentence that says how to run just these.
pub(crate) fn told_as_missing(parts: &[Partition]) -> String {
    const FEW: usize = 5;
    let mut names: Vec<String> = parts.iter().take(FEW).map(ToString::to_string).collect();
    if parts.len() > FEW {
        names.push(format!("{} more", parts.len() - FEW));
    }
    let verb = if parts.len() == 1 { "is" } else { "are" };
    let mut runs: Vec<(u64, u64)> = Vec::new();
    for Partition { part, .. } in parts {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *part => *last = *part,
            _ => runs.push((*part, *part)),
        }
    }
    let run = |(first, last): &(u64, u64)| {
        if first == last { first.to_string() } else { format!("{first}-{last}") }
    };
    let list = runs.iter().map(run).collect::<Vec<_>>().join(",");
    let total = parts.first().map_or(0, |part| part.parts);
    format!(
        "{} {verb} missing; run just these and merge again: with an engine, --array={list} (and {PARTS}={total}), \
         or on this machine --partition {}",
        names.join(", "),
        names[0]
    )
}

impl FromStr for Partition {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parse = || {
            let (way, numbers) = text.split_once(':')?;
            let way = match way {
                "hash" => Way::Hash,
                "slice" => Way::Slice,
                _ => return None,
            };
            let (part, parts) = numbers.split_once('/')?;
            let (part, parts): (u64, u64) = (part.parse().ok()?, parts.parse().ok()?);
            (1 <= part && part <= parts && parts <= 10_000).then_some(Self { way, part, parts })
        };
        parse().ok_or_else(|| Error::UnknownPart(text.to_string()))
    }
}

impl fmt::Display for Partition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let way = match self.way {
            Way::Hash => "hash",
            Way::Slice => "slice",
        };
        write!(f, "{way}:{}/{}", self.part, self.parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_submission_is_in_exactly_one_part() {
        for way in ["hash", "slice"] {
            for index in 0..200 {
                let name = format!("student {index}");
                let holds = |part: &u64| {
                    let partition: Partition = format!("{way}:{part}/7").parse().unwrap();
                    partition.holds(index, &name)
                };
                assert_eq!((1..=7).filter(holds).count(), 1, "{way} {name}");
            }
        }
    }

    /// What `auto` makes of these variables.
    fn auto(variables: &[(&str, &str)]) -> String {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_string())
        };
        Partition::named("auto", variable).map_or_else(|error| error.to_string(), |p| p.to_string())
    }

    #[test]
    fn auto_asks_every_engine() {
        let slurm = |id, low, high, step, count| {
            [
                ("SLURM_ARRAY_TASK_ID", id),
                ("SLURM_ARRAY_TASK_MIN", low),
                ("SLURM_ARRAY_TASK_MAX", high),
                ("SLURM_ARRAY_TASK_STEP", step),
                ("SLURM_ARRAY_TASK_COUNT", count),
            ]
        };
        let grid = |id, first, last, step| {
            [
                ("SGE_TASK_ID", id),
                ("SGE_TASK_FIRST", first),
                ("SGE_TASK_LAST", last),
                ("SGE_TASK_STEPSIZE", step),
            ]
        };
        for (variables, part) in [
            (&[("CI_NODE_INDEX", "2"), ("CI_NODE_TOTAL", "3")][..], "hash:2/3"),
            (&[("CIRCLE_NODE_INDEX", "0"), ("CIRCLE_NODE_TOTAL", "3")], "hash:1/3"),
            (&[("AWS_BATCH_JOB_ARRAY_INDEX", "4"), ("AWS_BATCH_JOB_ARRAY_SIZE", "5")], "hash:5/5"),
            (&[("JOB_COMPLETION_INDEX", "0"), (PARTS, "7")], "hash:1/7"),
            (&[("PARALLEL_SEQ", "7"), (PARTS, "7")], "hash:7/7"),
            (&slurm("1", "1", "20", "1", "20"), "hash:1/20"),
            (&slurm("0", "0", "19", "1", "20"), "hash:1/20"),
            (&slurm("30", "10", "50", "10", "5"), "hash:3/5"),
            (&grid("3", "3", "9", "2"), "hash:1/4"),
            (&grid("undefined", "undefined", "undefined", "undefined"), "`auto` needs"),
            // Only a few parts are run again, by their numbers.
            (
                &[&slurm("203", "17", "203", "1", "2")[..], &[(PARTS, "500")]].concat(),
                "hash:203/500",
            ),
            (&[&grid("17", "17", "17", "1")[..], &[(PARTS, "500")]].concat(), "hash:17/500"),
            (&[&slurm("3", "0", "4", "1", "5")[..], &[(PARTS, "5")]].concat(), "hash:4/5"),
            (&slurm("203", "17", "203", "1", "2"), "SLURM_ARRAY_TASK_ID is one of a few tasks"),
            (
                &[("JOB_COMPLETION_INDEX", "0")],
                "JOB_COMPLETION_INDEX is set, but GRADLINGS_PARTS is not",
            ),
            (&[("CI_NODE_INDEX", "1")], "CI_NODE_INDEX is set, but CI_NODE_TOTAL is not"),
            (&[("SLURM_ARRAY_TASK_ID", "1")], "is set, but SLURM_ARRAY_TASK_MIN is not"),
            (
                &[("CI_NODE_INDEX", "4"), ("CI_NODE_TOTAL", "3")],
                "CI_NODE_INDEX is 4, which is none of 3",
            ),
            (&[("JOB_COMPLETION_INDEX", "7"), (PARTS, "7")], "is 7, which is none of 7 parts"),
            (
                &[("CI_NODE_INDEX", "x"), ("CI_NODE_TOTAL", "3")],
                "CI_NODE_INDEX is `x`, which is no number",
            ),
            (&[("PARALLEL_SEQ", "0"), (PARTS, "3")], "PARALLEL_SEQ is 0"),
            (
                &[
                    ("CI_NODE_INDEX", "1"),
                    ("CI_NODE_TOTAL", "3"),
                    ("PARALLEL_SEQ", "2"),
                    (PARTS, "3"),
                ],
                "PARALLEL_SEQ and CI_NODE_INDEX mean different parts",
            ),
            (&[], "SLURM_ARRAY_TASK_ID"),
        ] {
            let found = auto(variables);
            assert!(found.contains(part), "{variables:?}: {found}");
        }
    }

    #[test]
    fn the_parts_that_are_missing_are_told_with_what_runs_them() {
        let part = |part: u64| -> Partition { format!("hash:{part}/500").parse().unwrap() };
        let there: Vec<Partition> =
            (1..=500).filter(|p| ![17, 18, 19, 203].contains(p)).map(part).collect();
        let words = Partition::check_complete(&there).unwrap_err().to_string();
        assert!(words.contains("hash:17/500") && words.contains("--array=17-19,203"), "{words}");
        assert!(words.contains("GRADLINGS_PARTS=500"), "{words}");
    }

    #[test]
    fn parts_that_make_no_sense_are_refused() {
        for text in ["", "hash", "hash:0/3", "slice:4/3", "hash:1/0", "part:1/2", "hash:1/3/4"] {
            assert!(text.parse::<Partition>().is_err(), "{text}");
        }
    }
}
