//! What students read, pinned: of every function the first mistake, in both languages.
//!
//! The words show numbers that were drawn, so the seed is the course's own here, whatever
//! `PROPTEST_RNG_SEED` says: this file is a process of its own.

use course::Course;
use insta::assert_snapshot;
use testkit::{SEED, choose_seed};

#[test]
fn the_first_mistake_of_every_function_is_told_in_these_words() {
    assert_eq!(choose_seed(SEED), SEED);
    for lesson in Course::whole().lessons() {
        let messages = lesson.messages();
        assert_snapshot!(format!("{}_english", lesson.name()), messages.en);
        assert_snapshot!(format!("{}_korean", lesson.name()), messages.ko);
    }
}
