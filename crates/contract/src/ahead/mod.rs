//! Questions that are put before a property asks them, many at a time.
//!
//! A call to another process takes far longer than most answers, and a property puts thousands. What it asks
//! follows from the seed and from the answers that it gets, so most of it is known beforehand:
//!
//! 1. **Rehearsal.** The property is run once on right answers. A [`Rehearsal`] keeps its questions, in
//!    order, and what right answers say, call-backs included.
//! 2. **Batches.** For somebody else's answers the same questions are put to one process, in the same order,
//!    many at a time and before the property runs. What right answers hear when they call a function back is
//!    told before the question; whatever else is called back breaks the batch off.
//! 3. **Barriers.** A question into which an earlier answer went holds a piece of that answer. It is put
//!    only once all earlier replies are there, so that no batch brings the answer to its own questions.
//! 4. **Held.** If every reply is the rehearsed one, bit for bit, the property would see what it saw at the
//!    rehearsal. It holds, and need not be run.
//! 5. **Run.** Otherwise the property is run. Its calls are answered from the replies as long as it asks what
//!    was expected; once the replies are used up, the next batch is put, or the call itself.
//! 6. **Again.** A batch that breaks off (too late, an end, nonsense) proves nothing. Neither does what comes
//!    after replies that were left over, for the process was then asked more than the properties asked, and may
//!    have counted. In both cases nothing is kept
//!    ([`Remote::has_broken_off`](crate::Remote::has_broken_off)): whoever judges asks all of it again, of a new
//!    process and call by call.
//!
//! So a verdict is always that of properties on answers that came from one process in the order in which
//! they were asked, and it is the verdict that is found call by call. How fast answers came changes only how
//! long it takes. Nothing is remembered from one submission to the next.

mod barrier;
mod batch;
mod rehearsal;

pub(crate) use batch::Ahead;
pub use rehearsal::Rehearsal;
