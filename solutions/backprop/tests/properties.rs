//! Puts the properties of the lesson to the solutions. Nothing to change here.

use solution_backprop::answers;

backprop_suite::tests!(answers);
