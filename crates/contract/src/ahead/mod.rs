//! Questions that are put before a property asks them, many at a time.
//!
//! A call to another process takes far longer than most answers, and a property puts thousands. But what
//! it asks follows from the seed and from the answers that it gets, so:
//!
//! 1. A property is rehearsed once on right answers. A [`Rehearsal`] keeps its questions, in order, and
//!    what right answers say.
//! 2. For somebody else's answers the same questions are put in batches, before the property runs.
//! 3. If every reply is the rehearsed one, bit for bit, the property would see what it saw at the
//!    rehearsal: it holds, and need not be run.
//! 4. Otherwise the property is run. Its questions are answered from the replies as long as it asks what was
//!    expected; from the first other question on, each is put when it comes.
//! 5. Replies that differ in some bit and passed all the same are remembered as [`Walked`], so that the
//!    next answers that say the same need not be judged again.

mod batch;
mod rehearsal;
mod walked;

pub(crate) use batch::Ahead;
pub use rehearsal::Rehearsal;
pub use walked::{Trail, Walked};
