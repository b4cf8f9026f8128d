//! Puts the properties of the lesson to the solutions, one line each. Nothing to change here.

use symmetry::Answers;

fn answers() -> Answers {
    Answers {
        unit_classes: Box::new(solution_symmetry::unit_classes),
        breaks_symmetry: Box::new(solution_symmetry::breaks_symmetry),
        permute_units: Box::new(solution_symmetry::permute_units),
        flip_unit: Box::new(solution_symmetry::flip_unit),
    }
}

symmetry::tests!(answers);
