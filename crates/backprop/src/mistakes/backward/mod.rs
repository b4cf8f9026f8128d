//! Mistakes in `backward`: there are so many that they fill two files.

mod hidden;
mod output;

use testkit::Mistake;

use crate::Answers;

/// The catalogue.
pub const MISTAKES: &[Mistake<Answers>] = &joined();

const COUNT: usize = output::MISTAKES.len() + hidden::MISTAKES.len();

const fn joined() -> [Mistake<Answers>; COUNT] {
    let mut all = [const { copy(&output::MISTAKES[0]) }; COUNT];
    let mut i = 0;
    while i < COUNT {
        let outputs = output::MISTAKES.len();
        let one = if i < outputs { &output::MISTAKES[i] } else { &hidden::MISTAKES[i - outputs] };
        all[i] = copy(one);
        i += 1;
    }
    all
}

const fn copy(one: &Mistake<Answers>) -> Mistake<Answers> {
    let Mistake { id, function, code, hint, plant } = *one;
    Mistake { id, function, code, hint, plant }
}
