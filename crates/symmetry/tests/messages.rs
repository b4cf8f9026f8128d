//! What students read, pinned: of every function the first mistake, in both languages.
//!
//! The words show numbers that were drawn, so the seed is the course's own here, whatever
//! `PROPTEST_RNG_SEED` says: this file is a process of its own.

use insta::assert_snapshot;
use symmetry::LESSON;
use testkit::{SEED, choose_seed};

#[test]
fn the_first_mistake_of_every_function_is_told_in_these_words() {
    assert_eq!(choose_seed(SEED), SEED);
    let messages = LESSON.messages();
    assert_snapshot!("english", messages.en);
    assert_snapshot!("korean", messages.ko);
}
