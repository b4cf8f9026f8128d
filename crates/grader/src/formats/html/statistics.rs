//! How a class did, in numbers.

use std::collections::{BTreeMap, BTreeSet};

use crate::results::{PropertyResult, Results, SubmissionResult};
use course::report::Standing;

/// How an exercise went.
pub(super) struct ExerciseStatistics {
    pub(super) lesson: String,
    pub(super) exercise: String,
    /// How many students handed in more than the stub.
    pub(super) started: usize,
    /// How many got all of it right.
    pub(super) solved: usize,
    /// The mean share of its points, over those who started.
    pub(super) percent: f64,
    /// How many fail only because of a function below.
    pub(super) follow_on: usize,
}

/// How a property went.
pub(super) struct PropertyStatistics {
    pub(super) place: String,
    /// How many started the exercise, and how many of them failed the property.
    pub(super) started: usize,
    pub(super) failed: usize,
}

/// How common a mistake is.
pub(super) struct MistakeStatistics {
    pub(super) lesson: String,
    pub(super) exercise: String,
    pub(super) id: String,
    /// The students who made it, by their places on the page.
    pub(super) students: Vec<usize>,
}

/// How those of a class did who were graded.
pub(super) struct Statistics {
    /// How many were not graded.
    pub(super) ungraded: usize,
    /// Those who started nothing, by their places on the page.
    pub(super) idle: Vec<usize>,
    /// How many students reached 0 to 10 percent, 10 to 20, and so on; 100 is in the last.
    pub(super) distribution: [usize; 10],
    /// The mean, and the score that half of the class reaches, in percent.
    pub(super) mean: f64,
    pub(super) median: f64,
    /// All exercises, the hardest first.
    pub(super) exercises: Vec<ExerciseStatistics>,
    /// Properties that a student failed, the hardest first.
    pub(super) properties: Vec<PropertyStatistics>,
    /// Mistakes, the most common first.
    pub(super) mistakes: Vec<MistakeStatistics>,
}

impl Statistics {
    pub(super) fn new(results: &Results) -> Self {
        let is_graded = |submission: &&SubmissionResult| submission.percent().is_some();
        let mistakes = mistakes(results);
        let is_idle = |submission: &SubmissionResult| {
            submission.exercises.iter().all(|exercise| exercise.verdict == Standing::NotStarted)
        };
        let places = results.submissions.iter().enumerate();
        let idle = places.filter(|(_, submission)| is_idle(submission)).map(|(at, _)| at).collect();
        let graded: Vec<&SubmissionResult> = results.submissions.iter().filter(is_graded).collect();
        let mut percents: Vec<f64> =
            graded.iter().filter_map(|submission| submission.percent()).collect();
        let ungraded = results.submissions.len() - percents.len();
        percents.sort_by(f64::total_cmp);
        let mut distribution = [0; 10];
        for percent in &percents {
            // Percents are from 0 to 100.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let bin = (percent / 10.0) as usize;
            distribution[bin.min(9)] += 1;
        }
        Self {
            ungraded,
            idle,
            distribution,
            mean: percents.iter().sum::<f64>() / percents.len().max(1) as f64,
            median: median(&percents),
            exercises: exercises(&graded),
            properties: properties(&graded),
            mistakes,
        }
    }
}

fn median(sorted: &[f64]) -> f64 {
    let half = sorted.len() / 2;
    match sorted.len() {
        0 => 0.0,
        count if count % 2 == 1 => sorted[half],
        _ => f64::midpoint(sorted[half - 1], sorted[half]),
    }
}

fn exercises(graded: &[&SubmissionResult]) -> Vec<ExerciseStatistics> {
    let mut all: Vec<ExerciseStatistics> = Vec::new();
    for submission in graded {
        for (index, result) in submission.exercises.iter().enumerate() {
            if index == all.len() {
                all.push(ExerciseStatistics {
                    lesson: result.lesson.clone(),
                    exercise: result.exercise.clone(),
                    started: 0,
                    solved: 0,
                    percent: 0.0,
                    follow_on: 0,
                });
            }
            let statistics = &mut all[index];
            statistics.started += usize::from(result.verdict != Standing::NotStarted);
            statistics.solved += usize::from(result.verdict == Standing::Pass);
            let share = f64::from(result.score) / f64::from(result.max_score.max(1));
            let is_started = result.verdict != Standing::NotStarted;
            statistics.percent += if is_started { 100.0 * share } else { 0.0 };
            let follows = |property: &PropertyResult| property.follow_on.is_some();
            statistics.follow_on += usize::from(result.properties.iter().any(follows));
        }
    }
    for statistics in &mut all {
        statistics.percent /= statistics.started.max(1) as f64;
    }
    // What nobody started says nothing about how hard it is.
    all.sort_by(|a, b| {
        (a.started == 0).cmp(&(b.started == 0)).then(a.percent.total_cmp(&b.percent))
    });
    all
}

fn properties(graded: &[&SubmissionResult]) -> Vec<PropertyStatistics> {
    let mut all: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let exercises = graded.iter().flat_map(|submission| &submission.exercises);
    for exercise in exercises.filter(|exercise| exercise.verdict != Standing::NotStarted) {
        for property in &exercise.properties {
            let place = format!("{}/{}: {}", exercise.lesson, exercise.exercise, property.name);
            let counts = all.entry(place).or_default();
            counts.0 += 1;
            counts.1 += usize::from(property.is_own_failure());
        }
    }
    let mut all: Vec<PropertyStatistics> = all
        .into_iter()
        .filter(|(_, (_, failed))| *failed > 0)
        .map(|(place, (started, failed))| PropertyStatistics { place, started, failed })
        .collect();
    // Failures in a million tries: numbers that can be sorted by.
    all.sort_by_key(|property| {
        let share = property.failed * 1_000_000 / property.started;
        (std::cmp::Reverse(share), property.place.clone())
    });
    all
}

fn mistakes(results: &Results) -> Vec<MistakeStatistics> {
    let mut all: BTreeMap<(String, String, String), BTreeSet<usize>> = BTreeMap::new();
    for (index, submission) in results.submissions.iter().enumerate() {
        for exercise in &submission.exercises {
            for id in exercise.properties.iter().filter_map(|property| property.mistake.clone()) {
                let key = (exercise.lesson.clone(), exercise.exercise.clone(), id);
                all.entry(key).or_default().insert(index);
            }
        }
    }
    let mut all: Vec<MistakeStatistics> = all
        .into_iter()
        .map(|((lesson, exercise, id), students)| MistakeStatistics {
            lesson,
            exercise,
            id,
            students: students.into_iter().collect(),
        })
        .collect();
    all.sort_by_key(|mistake| std::cmp::Reverse(mistake.students.len()));
    all
}
