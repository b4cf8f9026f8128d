//! The macros that a lesson declares itself and its catalogues with.

/// Declares a lesson: its exercises, their functions, and the properties of each function.
///
/// An exercise `sigmoid` is a module `sigmoid` of the suite with four modules in it: `properties` with a
/// function per property, and `mistakes`, `variants` and `hints`, each with a constant of its name in
/// capitals. The suite also has `reference::answers()`, and its root names the record `Answers` and its
/// module `fill`. The macro writes
///
/// - the static `LESSON`;
/// - the macro `tests!`, which turns every property into a `#[test]` on the answers that a function gives
///   (`cargo test -p exercise-activations`);
/// - the macro `catalogue!`, which writes the tests of the suite itself, a few for each exercise so that
///   they share the processors.
#[macro_export]
#[allow(clippy::crate_in_macro_def)]
macro_rules! lesson {
    ($lesson:ident in $suite:ident: $answers:ident {
        $($exercise:ident { $($function:ident: $($property:ident),+ $(,)?;)+ })+
    }) => {
        $crate::lesson!(@static $lesson $answers {
            $($exercise { $($function: $($property),+;)+ })+
        });
        $crate::lesson!(@tests ($) $suite {
            $($exercise { $($($property)+)+ })+
        });
    };
    (@static $lesson:ident $answers:ident {
        $($exercise:ident { $($function:ident: $($property:ident),+;)+ })+
    }) => {
        /// The lesson: its exercises with their properties, mistakes, variants and hints.
        pub static LESSON: $crate::Lesson<$answers> = $crate::Lesson {
            name: stringify!($lesson),
            exercises: &[$($crate::Exercise {
                name: stringify!($exercise),
                functions: &[$(stringify!($function)),+],
                properties: &[$($($crate::Property {
                    function: stringify!($function),
                    name: stringify!($property),
                    check: $exercise::properties::$property,
                },)+)+],
                mistakes: $exercise::mistakes::MISTAKES,
                variants: $exercise::variants::VARIANTS,
                hints: $exercise::hints::HINTS,
            },)+],
            reference: reference::answers,
            notation: &reference::NOTATION,
            laws: LAWS,
        };
    };
    (@tests ($d:tt) $suite:ident {
        $($exercise:ident { $($property:ident)+ })+
    }) => {
        /// Turns every property of the lesson into a `#[test]` on the answers that the named
        /// function gives.
        #[macro_export]
        macro_rules! tests {
            ($d answers:ident) => {$(
                mod $exercise {
                    $(
                        #[test]
                        fn $property() -> testkit::Verdict {
                            let (exercise, property) =
                                (stringify!($exercise), stringify!($property));
                            let sources = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
                            $suite::LESSON.test((exercise, property), sources, super::$d answers())
                        }
                    )+
                }
            )+};
        }

        /// Writes the tests of the suite: every mistake is caught and named, every variant is accepted,
        /// every property asks its own function alone, every stub fails quietly, every message shows the
        /// smallest input (but for the mistakes that are named, each with the reason).
        #[macro_export]
        macro_rules! catalogue {
            ($d($d larger:literal => $d reason:literal),* $d(,)?) => {
                /// Mistakes whose message shows a larger input than is needed, and why.
                const LARGER: &[(&str, &str)] = &[$d(($d larger, $d reason)),*];

                use std::sync::OnceLock;

                use testkit::audit::Planted;

                use $suite::{Answers, LESSON};

                const NOTHING: [String; 0] = [];

                $(mod $exercise {
                    use super::*;

                    const NAME: &str = stringify!($exercise);

                    pub(super) fn planted() -> &'static [Planted<Answers>] {
                        static PLANTED: OnceLock<Vec<Planted<Answers>>> = OnceLock::new();
                        PLANTED.get_or_init(|| LESSON.plant_sample(NAME))
                    }

                    #[test]
                    fn every_mistake_is_caught_named_and_told_and_every_property_catches_one() {
                        assert_eq!(LESSON.shortcomings(NAME, planted()), NOTHING);
                    }

                    #[test]
                    fn every_message_shows_the_smallest_input() {
                        assert_eq!(LESSON.oversized(NAME, planted(), LARGER), NOTHING);
                    }

                    #[test]
                    fn every_right_answer_is_accepted() {
                        assert_eq!(LESSON.refusals(NAME), NOTHING);
                    }

                    #[test]
                    fn every_property_asks_its_own_function_alone() {
                        assert_eq!(LESSON.properties_that_ask_others(NAME), NOTHING);
                    }

                    #[test]
                    fn every_stub_fails_quietly() {
                        assert_eq!(LESSON.loud_stubs(NAME), NOTHING);
                    }
                })+

                #[test]
                fn every_function_has_three_mistakes_a_variant_and_its_hints() {
                    let names = [$(stringify!($exercise)),+];
                    let lacking: Vec<_> = names.iter().flat_map(|name| LESSON.lacking(name)).collect();
                    assert_eq!(lacking, []);
                }

                #[test]
                fn no_right_law_refuses_a_right_answer() {
                    assert_eq!(LESSON.false_alarms(), NOTHING);
                }

                #[test]
                fn every_mistake_has_an_id_of_its_own() {
                    assert_eq!(LESSON.repeated_ids(), NOTHING);
                }

                #[test]
                fn every_doc_of_a_property_names_what_it_kills() {
                    let planted: Vec<_> =
                        [$($exercise::planted()),+].into_iter().flatten().collect();
                    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src");
                    assert_eq!(LESSON.false_docs(&planted, folder.as_ref()), NOTHING);
                }
            };
        }
    };
}

// `crate` in these macros is the lesson's crate, on purpose: `fill` is there.

/// A [`Mistake`](crate::Mistake) in the catalogue of a lesson:
/// `mistake!("A01", sigmoid, |z| 1.0 / (1.0 + z.exp()), "English", "Korean")`.
#[macro_export]
#[allow(clippy::crate_in_macro_def)]
macro_rules! mistake {
    ($id:literal, $function:ident, $wrong:expr, $en:literal, $ko:literal $(,)?) => {
        $crate::Mistake {
            id: $id,
            function: stringify!($function),
            code: stringify!($wrong),
            hint: contract::Text::fixed($en, $ko),
            plant: |answers| answers.$function = crate::fill::$function($wrong),
        }
    };
    ($id:literal, $function:ident, $wrong:expr $(, $en:literal)? $(,)?) => {
        compile_error!(concat!(
            "mistake ",
            $id,
            " lacks its words: after the wrong code, a sentence in English and the \
             same in Korean"
        ))
    };
}

/// A [`Variant`](crate::Variant) in the catalogue of right answers:
/// `variant!("with a loop", sigmoid, |z| ...)`.
#[macro_export]
#[allow(clippy::crate_in_macro_def)]
macro_rules! variant {
    ($name:literal, $function:ident, $right:expr $(,)?) => {
        $crate::Variant {
            name: $name,
            function: stringify!($function),
            code: stringify!($right),
            plant: |answers| answers.$function = crate::fill::$function($right),
        }
    };
}

/// The [`Hints`](crate::Hints) of a function: `hints!(sigmoid, ("English", "Korean"), (..), (..))`.
#[macro_export]
macro_rules! hints {
    ($function:ident, $(($en:literal, $ko:literal)),+ $(,)?) => {
        $crate::Hints {
            function: stringify!($function),
            steps: [$(contract::Text::fixed($en, $ko)),+],
        }
    };
    ($function:ident $(, $step:tt)* $(,)?) => {
        compile_error!(concat!(
            "the hints of ", stringify!($function), " lack something: three steps, each a pair of \
             sentences, (\"English\", \"Korean\")"
        ))
    };
}
