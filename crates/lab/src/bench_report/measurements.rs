//! Criterion's files, read leniently: what is missing or malformed is left out and counted.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A time and the ends of its 95 % confidence interval, in nanoseconds for each number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time {
    /// The estimate.
    pub ns: f64,
    /// The ends of the interval.
    pub interval: (f64, f64),
}

impl Time {
    /// One for all rounds: the median of the times, and an interval that holds all intervals, since
    /// within a round a disturbed machine may look quiet.
    pub fn over(rounds: &[Self]) -> Self {
        let mut times: Vec<f64> = rounds.iter().map(|round| round.ns).collect();
        times.sort_by(f64::total_cmp);
        let middle = (times.len() - 1) / 2;
        let low = rounds.iter().map(|round| round.interval.0).fold(f64::INFINITY, f64::min);
        let high = rounds.iter().map(|round| round.interval.1).fold(0.0, f64::max);
        Self { ns: f64::midpoint(times[middle], times[times.len() / 2]), interval: (low, high) }
    }

    /// How many times as long as `other` this took.
    #[must_use]
    pub fn ratio(self, other: Self) -> Self {
        let interval = (self.interval.0 / other.interval.1, self.interval.1 / other.interval.0);
        Self { ns: self.ns / other.ns, interval }
    }
}

/// One bench: a form of a function at a size, and how long it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What the forms of a group have in common: `sigmoid f64`.
    pub group: String,
    /// Which form, and its threads: `kernel rayon`.
    pub form: String,
    /// The length of the input, in numbers.
    pub size: f64,
    /// Each round, in their order; at least one.
    pub rounds: Vec<Time>,
    /// Bytes read and written for each number.
    pub traffic: f64,
}

impl Measured {
    /// The time over all rounds.
    pub fn time(&self) -> Time {
        Time::over(&self.rounds)
    }

    /// Gigabytes a second, and the ends of the interval.
    pub fn bandwidth(&self) -> Time {
        let time = self.time();
        let of = |ns: f64| self.traffic / ns;
        Time { ns: of(time.ns), interval: (of(time.interval.1), of(time.interval.0)) }
    }

    /// How many times as long as `other` this took, round by round where both have as many: what
    /// disturbs a round disturbs both.
    pub fn ratio(&self, other: &Self) -> Time {
        if self.rounds.len() != other.rounds.len() {
            return self.time().ratio(other.time());
        }
        let pairs = self.rounds.iter().zip(&other.rounds);
        Time::over(&pairs.map(|(own, other)| own.ratio(*other)).collect::<Vec<_>>())
    }
}

/// The content of a folder of results.
#[derive(Clone, Debug, Default)]
pub struct Measurements {
    /// Sorted by group, form and size.
    pub all: Vec<Measured>,
    /// The number of folders that could not be read.
    pub unreadable: usize,
}

impl Measurements {
    /// Reads `folder`, which criterion lays out as `group/form/size/round-1` and so on; where a bench
    /// was measured once, as `group/form/size/new`.
    pub fn read(folder: &Path) -> Self {
        let mut measurements = Self::default();
        for bench in benches(folder) {
            match measured(&bench) {
                Some(measured) => measurements.all.push(measured),
                None => measurements.unreadable += 1,
            }
        }
        measurements.all.sort_by(|a, b| {
            (&a.group, &a.form).cmp(&(&b.group, &b.form)).then(a.size.total_cmp(&b.size))
        });
        measurements
    }

    /// A form of a group, by size.
    pub fn of(&self, group: &str, form: &str) -> Vec<&Measured> {
        let wanted = |measured: &&Measured| measured.group == group && measured.form == form;
        self.all.iter().filter(wanted).collect()
    }

    /// A form of a group at a size.
    pub fn at(&self, group: &str, form: &str, size: f64) -> Option<&Measured> {
        self.of(group, form).into_iter().find(|measured| measured.size == size)
    }

    /// The largest number of rounds that any bench was measured in.
    pub fn rounds(&self) -> usize {
        self.all.iter().map(|measured| measured.rounds.len()).max().unwrap_or(0)
    }

    /// A size near `wanted` at which all the forms were measured, if there is one.
    pub fn common_size(&self, group: &str, forms: &[&str], wanted: f64) -> Option<f64> {
        let distance = |size: f64| (size / wanted).ln().abs();
        let sizes = self.of(group, forms.first()?).into_iter().map(|measured| measured.size);
        sizes
            .filter(|size| forms.iter().all(|form| self.at(group, form, *size).is_some()))
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
    }
}

fn below(path: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect()
}

/// The folders `group/form/size` in which something was measured.
fn benches(folder: &Path) -> Vec<PathBuf> {
    let forms = below(folder).into_iter().flat_map(|group| below(&group));
    let sizes = forms.flat_map(|form| below(&form));
    sizes.filter(|size| size.join("new").is_dir() || !rounds(size).is_empty()).collect()
}

/// The rounds of a bench, in their order.
fn rounds(bench: &Path) -> Vec<PathBuf> {
    let is_round = |path: &PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("round-"))
    };
    let mut rounds: Vec<PathBuf> = below(bench).into_iter().filter(is_round).collect();
    rounds.sort();
    rounds
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// A number, or a string that holds a number.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn measured(bench: &Path) -> Option<Measured> {
    let mut folders = rounds(bench);
    if folders.is_empty() {
        folders.push(bench.join("new"));
    }
    let described = json(&folders.first()?.join("benchmark.json"))?;
    let throughput = described.get("throughput").and_then(|any| any.as_object()?.values().next());
    let part = |name: &str| throughput.and_then(|all| all.get(name)).and_then(number);
    let size = number(&described["value_str"]).or_else(|| part("elements"))?;
    if size <= 0.0 {
        return None;
    }
    let rounds: Option<Vec<Time>> = folders.iter().map(|round| time(round, size)).collect();
    Some(Measured {
        group: described["group_id"].as_str()?.to_string(),
        form: described["function_id"].as_str()?.to_string(),
        size,
        rounds: rounds?,
        traffic: part("bytes").map_or(0.0, |bytes| bytes / size),
    })
}

/// The time for each of `size` numbers.
fn time(round: &Path, size: f64) -> Option<Time> {
    let estimates = json(&round.join("estimates.json"))?;
    // The slope where samples grow, the mean where all are of one length.
    let estimate = ["slope", "mean", "median"]
        .iter()
        .find_map(|name| estimates.get(name).filter(|estimate| estimate.is_object()))?;
    let ns = number(&estimate["point_estimate"])? / size;
    let ends = &estimate["confidence_interval"];
    let end = |name: &str| number(&ends[name]).map_or(ns, |end| end / size);
    let interval = (end("lower_bound"), end("upper_bound"));
    (ns.is_finite() && ns > 0.0).then_some(Time { ns, interval })
}
