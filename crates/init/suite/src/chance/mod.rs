//! What the properties of random draws share.
//!
//! Two kinds of law: *exact* ones (which generator gives which numbers, no number twice), whose
//! only false alarm is that two 53-bit numbers coincide, and *statistical* ones, which refuse a
//! right answer with a probability of at most [`testkit::statistics::FALSE_ALARM`] each. The latter
//! draw from fixed seeds, once per property and not once per case. Neither asks how an answer
//! draws: from one generator or from a new one for each call, in rows, pairs or by rejection.

mod exact;
mod far_out;
mod law;

use contract::{Text, attempt};
use ndarray::{Array, Array2, Dimension};
use rand::SeedableRng;
use rand::rngs::StdRng;
use testkit::{Complaint, Mistake, Verdict};

pub(crate) use exact::{Entries, follows_generator, of_matrix, of_vector, repeats_no_number};
pub(crate) use far_out::{FAR_OUT, is_normal_far_out};
pub(crate) use law::{
    Law, SIDE, STRANGERS, Sample, are_drawn_alone, are_strangers,
    are_strangers_in_rows_and_columns, follow,
};

use crate::Answers;

/// Seeds of the exact laws, which are drawn anew for each case.
pub(crate) const SEEDS: std::ops::Range<u64> = 0..1_000_000;

/// A new generator.
pub(crate) fn generator(seed: u64) -> StdRng {
    StdRng::seed_from_u64(seed)
}

/// Zeros in the shape of `matrix`, where only the shape is of interest.
pub(crate) fn blank(matrix: &Array2<f64>) -> Array2<f64> {
    Array2::zeros(matrix.dim())
}

/// Appends what was drawn to `numbers`: a slice at once, for there may be half a million of them.
pub(crate) fn append<D: Dimension>(numbers: &mut Vec<f64>, drawn: &Array<f64, D>) {
    let drawn = drawn.as_standard_layout();
    numbers.extend_from_slice(drawn.as_slice().expect("the standard layout is one slice"));
}

/// The verdict of `check`, a check that takes a single name, in both languages.
pub(crate) fn told(what: &Text, check: impl Fn(&str) -> Verdict) -> Verdict {
    let Err(english) = check(&what.en) else { return Ok(()) };
    let Err(korean) = check(&what.ko) else { return Ok(()) };
    Err(Complaint::new(Text::new(english.sentence().en.clone(), korean.sentence().ko.clone())))
}

/// `verdict`, with the mistake `id` named.
///
/// Random draws are equal to those of the catalogue only if they were also drawn in the same way,
/// so a property that sees a mistake for what it is names it here.
pub(crate) fn named(verdict: Verdict, mistakes: &[Mistake<Answers>], id: Option<&str>) -> Verdict {
    let mistake = id.and_then(|id| mistakes.iter().find(|mistake| mistake.id == id));
    verdict.map_err(|complaint| match mistake {
        Some(mistake) if complaint.fault().is_none() => {
            complaint.with_mistake(mistake.id, mistake.hint.clone())
        }
        _ => complaint,
    })
}

/// `verdict`, with the mistake that `recognize` finds where it failed. A panic finds none.
pub(crate) fn recognized(
    verdict: Verdict,
    mistakes: &[Mistake<Answers>],
    recognize: impl FnOnce() -> Option<&'static str>,
) -> Verdict {
    // An answer is not called again after an endless loop, a crash or a `todo!`.
    if verdict.as_ref().is_ok()
        || verdict.as_ref().is_err_and(|complaint| complaint.fault().is_some())
    {
        return verdict;
    }
    named(verdict, mistakes, attempt(recognize).ok().flatten())
}
