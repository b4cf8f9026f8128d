//! The solutions as one answer to the lesson. Nothing to change here.

use symmetry::Answers;

/// The solutions, as the properties ask for them.
pub fn answers() -> Answers {
    Answers {
        unit_classes: Box::new(crate::unit_classes),
        breaks_symmetry: Box::new(crate::breaks_symmetry),
        permute_units: Box::new(crate::permute_units),
        flip_unit: Box::new(crate::flip_unit),
        equal_units_law: Box::new(crate::equal_units_law),
        permute_law: Box::new(crate::permute_law),
    }
}
