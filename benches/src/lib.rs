//! The parts that all groups of benches share: buffers, forms of a function, checks and timing.
//!
//! ```sh
//! cargo bench -p benches                      # everything, 10 minutes on 2 cores
//! cargo bench -p benches -- --quick           # the smoke set, a minute
//! cargo bench -p benches -- 'sigmoid f64'     # one group
//! cargo bench -p benches -- 'kernel rayon'    # one form, in every group
//! cargo lab bench-report                      # one page from what was measured
//! ```
//!
//! | group | compares |
//! |---|---|
//! | `sigmoid f64` and so on | `textbook`, `loop` and `kernel`, on one thread and on all |
//! | `sigmoid slope`, `fused ..` | slopes from `z` and from `a`; one pass against two |
//! | `output ..` | a fresh array, a reused one, in place, past the caches |
//! | `roof f64` and so on | copying and scaling: the limit that memory sets |
//! | `step 2-4-1` and so on | a training step: the course's own, with kernels, and what it is made of |
//! | `yours ..` | your `forward` and `forward_parallel` (`cargo bench -p exercise-activations`) |
//!
//! `serial` uses one thread. `rayon` uses all threads and is called from inside the pool, as from a
//! training loop that runs there; `rayon cold` is called from outside and has to wake them first.

#![cfg(feature = "kernels")]

pub mod buffer;
pub mod check;
pub mod forms;
pub mod formula;
pub mod machine;
pub mod measure;
pub mod outputs;
pub mod roofs;
pub mod training;
