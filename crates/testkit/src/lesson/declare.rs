//! The macros that a lesson declares itself and its catalogues with.

/// Declares a lesson: its exercises, their functions, and the properties of each function.
///
/// For an exercise `sigmoid` it expects the modules `properties::sigmoid` with one function per
/// property, `mistakes::sigmoid` with a constant `MISTAKES`, and `hints::sigmoid` with a constant
/// `HINTS`; for the lesson, `reference::answers()` and, when tested, `variants::VARIANTS`. It writes
/// the static `LESSON`, the macro `tests!`, which turns every property into a `#[test]` on the
/// answers of a function, and the lesson's own tests in the module `catalogue`: an exercise each, so
/// that they share the processors.
#[macro_export]
#[allow(clippy::crate_in_macro_def)]
macro_rules! lesson {
    ($lesson:ident: $answers:ident {
        $($exercise:ident { $($function:ident: $($property:ident),+ $(,)?;)+ })+
    }) => {
        $crate::lesson!(@static $lesson $answers {
            $($exercise { $($function: $($property),+;)+ })+
        });
        $crate::lesson!(@tests ($) $lesson $answers {
            $($exercise { $($($property)+)+ })+
        });
        $crate::lesson!(@catalogue $answers { $($exercise)+ });
    };
    (@static $lesson:ident $answers:ident {
        $($exercise:ident { $($function:ident: $($property:ident),+;)+ })+
    }) => {
        /// The lesson: its exercises with their properties, mistakes and hints.
        pub static LESSON: $crate::Lesson<$answers> = $crate::Lesson {
            name: stringify!($lesson),
            exercises: &[$($crate::Exercise {
                name: stringify!($exercise),
                functions: &[$(stringify!($function)),+],
                properties: &[$($($crate::Property {
                    function: stringify!($function),
                    name: stringify!($property),
                    check: properties::$exercise::$property,
                },)+)+],
                mistakes: mistakes::$exercise::MISTAKES,
                hints: hints::$exercise::HINTS,
            },)+],
            reference: reference::answers,
        };
    };
    (@tests ($d:tt) $lesson:ident $answers:ident {
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
                            testkit::trace_panics();
                            $lesson::LESSON.check(exercise, property, super::$d answers())
                        }
                    )+
                }
            )+};
        }
    };
    (@catalogue $answers:ident { $($exercise:ident)+ }) => {
        #[cfg(test)]
        mod catalogue {
            use std::sync::OnceLock;

            use $crate::audit::Planted;

            use crate::variants::VARIANTS;
            use crate::{$answers, LESSON};

            const NOTHING: [String; 0] = [];

            $(mod $exercise {
                use super::*;

                const NAME: &str = stringify!($exercise);

                pub(super) fn planted() -> &'static [Planted<$answers>] {
                    static PLANTED: OnceLock<Vec<Planted<$answers>>> = OnceLock::new();
                    PLANTED.get_or_init(|| LESSON.plant_mistakes(NAME))
                }

                #[test]
                fn every_mistake_is_caught_named_and_told_and_every_property_catches_one() {
                    assert_eq!(LESSON.shortcomings(NAME, planted()), NOTHING);
                }

                #[test]
                fn every_right_answer_is_accepted() {
                    assert_eq!(LESSON.refusals(NAME, VARIANTS), NOTHING);
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
            fn every_function_has_three_mistakes_and_its_hints() {
                assert_eq!(LESSON.functions_that_lack_something(), NOTHING);
            }

            #[test]
            fn every_doc_of_a_property_names_what_it_kills() {
                let planted: Vec<_> = [$($exercise::planted()),+].into_iter().flatten().collect();
                let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/properties");
                assert_eq!(LESSON.false_docs(&planted, folder.as_ref()), NOTHING);
            }
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
            hint: $crate::Phrase { en: $en, ko: $ko },
            plant: |answers| answers.$function = crate::fill::$function($wrong),
        }
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
            steps: [$($crate::Phrase { en: $en, ko: $ko }),+],
        }
    };
}
