//! Puts the properties of the lesson to the solutions. Nothing to change here.

use solution_activations::answers;

activations_suite::tests!(answers);
