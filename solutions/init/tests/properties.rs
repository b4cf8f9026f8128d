//! Puts the properties of the lesson to the solutions. Nothing to change here.

use solution_init::answers;

init_suite::tests!(answers);
