//! Criterion's files, read leniently: what is missing or malformed is left out and counted.

use std::fs;
use std::path::Path;

use serde_json::Value;

/// One bench: a form of a function at a size, and how long it took.
#[derive(Clone, Debug, PartialEq)]
pub struct Measured {
    /// What the forms of a group have in common: `sigmoid f64`.
    pub group: String,
    /// Which form, and its threads: `kernel rayon`.
    pub form: String,
    /// The length of the input, in numbers.
    pub size: f64,
    /// Nanoseconds for each number: the estimate.
    pub ns: f64,
    /// The ends of the 95 % confidence interval of `ns`.
    pub interval: (f64, f64),
    /// Bytes read and written for each number.
    pub traffic: f64,
}

impl Measured {
    /// Bytes a nanosecond: gigabytes a second.
    pub fn bandwidth(&self) -> f64 {
        self.traffic / self.ns
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
    /// Reads `folder`, which criterion lays out as `group/form/size/new`.
    pub fn read(folder: &Path) -> Self {
        let mut measurements = Self::default();
        for bench in groups(folder) {
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

    /// A size near `wanted` at which all the forms were measured, if there is one.
    pub fn common_size(&self, group: &str, forms: &[&str], wanted: f64) -> Option<f64> {
        let distance = |size: f64| (size / wanted).ln().abs();
        let sizes = self.of(group, forms.first()?).into_iter().map(|measured| measured.size);
        sizes
            .filter(|size| forms.iter().all(|form| self.at(group, form, *size).is_some()))
            .min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
    }
}

/// The folders `group/form/size/new`.
fn groups(folder: &Path) -> Vec<std::path::PathBuf> {
    let below = |path: &Path| {
        let entries = fs::read_dir(path).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect::<Vec<_>>()
    };
    let sizes = below(folder).into_iter().flat_map(|group| below(&group));
    let sizes = sizes.flat_map(|form| below(&form)).map(|size| size.join("new"));
    sizes.filter(|new| new.is_dir()).collect()
}

fn json(path: &Path) -> Option<Value> {
    serde_json::from_str(&fs::read_to_string(path).ok()?).ok()
}

/// A number, or a string that holds a number.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_str()?.parse().ok())
}

fn measured(folder: &Path) -> Option<Measured> {
    let (bench, estimates) =
        (json(&folder.join("benchmark.json"))?, json(&folder.join("estimates.json"))?);
    let throughput = bench.get("throughput").and_then(|any| any.as_object()?.values().next());
    let part = |name: &str| throughput.and_then(|all| all.get(name)).and_then(number);
    let size = number(&bench["value_str"]).or_else(|| part("elements"))?;
    // The slope where samples grow, the mean where all are of one length.
    let estimate = ["slope", "mean", "median"]
        .iter()
        .find_map(|name| estimates.get(name).filter(|estimate| estimate.is_object()))?;
    let ns = number(&estimate["point_estimate"])? / size;
    let ends = &estimate["confidence_interval"];
    let end = |name: &str| number(&ends[name]).map_or(ns, |end| end / size);
    let is_usable = ns.is_finite() && ns > 0.0 && size > 0.0;
    is_usable.then_some(Measured {
        group: bench["group_id"].as_str()?.to_string(),
        form: bench["function_id"].as_str()?.to_string(),
        size,
        ns,
        interval: (end("lower_bound"), end("upper_bound")),
        traffic: part("bytes").map_or(0.0, |bytes| bytes / size),
    })
}
