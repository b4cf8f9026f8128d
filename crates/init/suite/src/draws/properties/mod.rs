//! Laws of the notes' three calls, `randint`, `rand` and `randn`: one file each.

mod rand;
mod randint;
mod randn;

pub use rand::*;
pub use randint::*;
pub use randn::*;
