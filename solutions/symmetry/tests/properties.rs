//! Puts the properties of the lesson to the solutions. Nothing to change here.

use solution_symmetry::answers;

symmetry_suite::tests!(answers);
