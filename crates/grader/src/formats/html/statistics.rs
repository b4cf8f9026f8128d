//! What a class got right and wrong, counted.

use std::collections::{BTreeMap, BTreeSet};

use crate::results::{Results, SubmissionResult};
use course::report::Standing;

/// How an exercise went.
pub(super) struct ExerciseStatistics {
    pub(super) lesson: String,
    pub(super) exercise: String,
    /// Who did anything.
    pub(super) started: usize,
    /// Who got all of it right.
    pub(super) solved: usize,
    /// The mean share of its points, over the whole class.
    pub(super) percent: f64,
}

/// How a property went.
pub(super) struct PropertyStatistics {
    pub(super) place: String,
    /// Who started the exercise, and who of them failed the property.
    pub(super) started: usize,
    pub(super) failed: usize,
}

/// How often a mistake was met.
pub(super) struct MistakeStatistics {
    pub(super) lesson: String,
    pub(super) exercise: String,
    pub(super) id: String,
    /// By how many students.
    pub(super) count: usize,
}

/// What a class got right and wrong.
pub(super) struct Statistics {
    /// How many students reached 0 to 10 percent, 10 to 20, and so on; 100 is in the last.
    pub(super) distribution: [usize; 10],
    /// The mean, and the score that half of the class reaches, in percent.
    pub(super) mean: f64,
    pub(super) median: f64,
    /// All exercises, the hardest first.
    pub(super) exercises: Vec<ExerciseStatistics>,
    /// Properties that somebody failed, the hardest first.
    pub(super) properties: Vec<PropertyStatistics>,
    /// Mistakes, the most common first.
    pub(super) mistakes: Vec<MistakeStatistics>,
}

impl Statistics {
    pub(super) fn new(results: &Results) -> Self {
        let mut percents: Vec<f64> =
            results.submissions.iter().map(SubmissionResult::percent).collect();
        percents.sort_by(f64::total_cmp);
        let mut distribution = [0; 10];
        for percent in &percents {
            // Percents are from 0 to 100.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let bin = (percent / 10.0) as usize;
            distribution[bin.min(9)] += 1;
        }
        Self {
            distribution,
            mean: percents.iter().sum::<f64>() / percents.len().max(1) as f64,
            median: median(&percents),
            exercises: exercises(results),
            properties: properties(results),
            mistakes: mistakes(results),
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

fn exercises(results: &Results) -> Vec<ExerciseStatistics> {
    let mut all: Vec<ExerciseStatistics> = Vec::new();
    for submission in &results.submissions {
        for (index, one) in submission.exercises.iter().enumerate() {
            if index == all.len() {
                all.push(ExerciseStatistics {
                    lesson: one.lesson.clone(),
                    exercise: one.exercise.clone(),
                    started: 0,
                    solved: 0,
                    percent: 0.0,
                });
            }
            let known = &mut all[index];
            known.started += usize::from(one.verdict != Standing::NotStarted);
            known.solved += usize::from(one.verdict == Standing::Pass);
            let share = f64::from(one.score) / f64::from(one.max_score.max(1));
            known.percent += 100.0 * share / results.submissions.len() as f64;
        }
    }
    all.sort_by(|one, other| one.percent.total_cmp(&other.percent));
    all
}

fn properties(results: &Results) -> Vec<PropertyStatistics> {
    let mut all: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    let exercises = results.submissions.iter().flat_map(|it| &it.exercises);
    for exercise in exercises.filter(|it| it.verdict != Standing::NotStarted) {
        for property in &exercise.properties {
            let place = format!("{}/{}: {}", exercise.lesson, exercise.exercise, property.name);
            let counts = all.entry(place).or_default();
            counts.0 += 1;
            counts.1 += usize::from(property.verdict != Standing::Pass);
        }
    }
    let mut all: Vec<PropertyStatistics> = all
        .into_iter()
        .filter(|(_, (_, failed))| *failed > 0)
        .map(|(place, (started, failed))| PropertyStatistics { place, started, failed })
        .collect();
    // Failures in a million tries: numbers that can be sorted by.
    all.sort_by_key(|it| (std::cmp::Reverse(it.failed * 1_000_000 / it.started), it.place.clone()));
    all
}

fn mistakes(results: &Results) -> Vec<MistakeStatistics> {
    let mut all: BTreeMap<(String, String, String), BTreeSet<&str>> = BTreeMap::new();
    for submission in &results.submissions {
        for exercise in &submission.exercises {
            for id in exercise.properties.iter().filter_map(|it| it.mistake.clone()) {
                let key = (exercise.lesson.clone(), exercise.exercise.clone(), id);
                all.entry(key).or_default().insert(&submission.submission);
            }
        }
    }
    let mut all: Vec<MistakeStatistics> = all
        .into_iter()
        .map(|((lesson, exercise, id), who)| MistakeStatistics {
            lesson,
            exercise,
            id,
            count: who.len(),
        })
        .collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.count));
    all
}
