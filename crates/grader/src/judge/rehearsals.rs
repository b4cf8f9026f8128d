//! The calls that each property makes of right answers, found out once for all submissions.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use contract::ahead::Rehearsal;
use course::{Course, Exercise};

/// A rehearsal of each property, made when it is first needed; nothing where it cannot be known beforehand
/// what the property asks.
pub(super) struct Rehearsals(
    HashMap<(&'static str, &'static str), OnceLock<Option<Arc<Rehearsal>>>>,
);

impl Rehearsals {
    /// Room for a rehearsal of each property of `course`.
    pub(super) fn of(course: &Course) -> Self {
        let keys = course.exercises().iter().flat_map(|exercise| {
            let properties = exercise.outline.properties.iter();
            properties.map(|(_, property)| (exercise.name(), *property))
        });
        Self(keys.map(|key| (key, OnceLock::new())).collect())
    }

    /// No rehearsals: every question is put when the property asks it.
    pub(super) fn none() -> Self {
        Self(HashMap::new())
    }

    /// Rehearses the properties of `exercises` that were not rehearsed yet.
    pub(super) fn rehearse<'e>(&self, exercises: impl Iterator<Item = &'e Exercise>) {
        for exercise in exercises {
            for (_, property) in &exercise.outline.properties {
                let _ = self.find(exercise, property);
            }
        }
    }

    /// What `property` of `exercise` asks; `None` if that cannot be known beforehand.
    pub(super) fn find(
        &self,
        exercise: &Exercise,
        property: &'static str,
    ) -> Option<&Arc<Rehearsal>> {
        let rehearse = || exercise.lesson.rehearse(exercise.name(), property).map(Arc::new);
        self.0.get(&(exercise.name(), property))?.get_or_init(rehearse).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_asks_the_same_of_right_answers_each_time() {
        for exercise in Course::whole().exercises() {
            let (_, property) = exercise.outline.properties[0];
            let rehearse = || exercise.lesson.rehearse(exercise.name(), property);
            let once = rehearse();
            assert!(once.is_some() && once == rehearse(), "{} {property}", exercise.name());
        }
    }
}
