//! What the properties ask of right answers, found out once for all submissions.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use contract::{ahead::Rehearsal, ahead::Walked};
use course::{Exercise, exercises};

/// What a property asks of right answers, and which others passed it. These are learnt on the way
/// and change nothing but the time that it takes.
pub(super) type Rehearsed = (Arc<Rehearsal>, Arc<Walked>);

/// A rehearsal of each property, made when it is first needed.
pub(super) struct Rehearsals(HashMap<(&'static str, &'static str), OnceLock<Option<Rehearsed>>>);

impl Default for Rehearsals {
    fn default() -> Self {
        let properties = |exercise: Exercise| {
            let name = exercise.name();
            exercise.outline.properties.into_iter().map(move |(_, property)| (name, property))
        };
        Self(
            exercises()
                .into_iter()
                .flat_map(properties)
                .map(|key| (key, OnceLock::new()))
                .collect(),
        )
    }
}

impl Rehearsals {
    /// What `property` of `exercise` asks; `None` if that cannot be known beforehand.
    pub(super) fn of(&self, exercise: &Exercise, property: &'static str) -> Option<&Rehearsed> {
        let rehearse = || {
            let rehearsal = exercise.lesson.rehearse(exercise.name(), property)?;
            Some((Arc::new(rehearsal), Arc::default()))
        };
        self.0.get(&(exercise.name(), property))?.get_or_init(rehearse).as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_asks_the_same_of_right_answers_each_time() {
        for exercise in exercises() {
            let (_, property) = exercise.outline.properties[0];
            let rehearse = || exercise.lesson.rehearse(exercise.name(), property);
            let once = rehearse();
            assert!(once.is_some() && once == rehearse(), "{} {property}", exercise.name());
        }
    }
}
