//! The part of a class that a machine grades.

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

/// What a service for continuous integration calls the number of a machine and of all machines,
/// and the number of the first machine.
const SERVICES: [(&str, &str, u64); 5] = [
    ("CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
    ("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
    ("BUILDKITE_PARALLEL_JOB", "BUILDKITE_PARALLEL_JOB_COUNT", 0),
    ("SEMAPHORE_JOB_INDEX", "SEMAPHORE_JOB_COUNT", 1),
    ("BITBUCKET_PARALLEL_STEP", "BITBUCKET_PARALLEL_STEP_COUNT", 0),
];

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
        let number = |name: &str| variable(name).and_then(|value| value.trim().parse::<u64>().ok());
        let found = SERVICES.iter().find_map(|(index, total, first)| {
            Some(((number(index)? + 1).checked_sub(*first)?, number(total)?))
        });
        let Some((part, parts)) = found else {
            let variables = SERVICES.iter().map(|(index, _, _)| *index).collect();
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
    /// The first part that is of another whole, is missing or is there twice.
    pub fn check_complete(parts: &[Self]) -> Result<(), Error> {
        let Some(first) = parts.first() else { return Ok(()) };
        let is_other = |part: &&Self| (part.way, part.parts) != (first.way, first.parts);
        if let Some(other) = parts.iter().find(is_other) {
            return Err(Error::PartsOfDifferentWholes(*first, *other));
        }
        for part in 1..=first.parts {
            let wanted = Self { part, ..*first };
            match parts.iter().filter(|part| **part == wanted).count() {
                0 => return Err(Error::PartMissing(wanted)),
                1 => {}
                _ => return Err(Error::PartTwice(wanted)),
            }
        }
        Ok(())
    }
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

    #[test]
    fn auto_asks_the_environment() {
        let gitlab = |name: &str| match name {
            "CI_NODE_INDEX" => Some("2".to_string()),
            "CI_NODE_TOTAL" => Some("3".to_string()),
            _ => None,
        };
        let circle = |name: &str| match name {
            "CIRCLE_NODE_INDEX" => Some("0".to_string()),
            "CIRCLE_NODE_TOTAL" => Some("3".to_string()),
            _ => None,
        };
        assert_eq!(Partition::named("auto", gitlab).unwrap().to_string(), "hash:2/3");
        assert_eq!(Partition::named("auto", circle).unwrap().to_string(), "hash:1/3");
        assert!(
            Partition::named("auto", |_| None).unwrap_err().to_string().contains("CI_NODE_INDEX")
        );
    }

    #[test]
    fn parts_that_make_no_sense_are_refused() {
        for text in ["", "hash", "hash:0/3", "slice:4/3", "hash:1/0", "part:1/2", "hash:1/3/4"] {
            assert!(text.parse::<Partition>().is_err(), "{text}");
        }
    }
}
