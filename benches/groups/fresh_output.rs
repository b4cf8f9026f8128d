//! The cost of a fresh output under mimalloc, which keeps the pages of a freed array.

use benches::{measure::run, outputs};
use mimalloc::MiMalloc;

#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() {
    run(&[|criterion| outputs::group(criterion, "mimalloc")]);
}
