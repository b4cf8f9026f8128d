//! What the lesson promises of its own properties, mistakes and variants, of its data and of what
//! it draws.

mod data;
mod samples;

backprop_suite::catalogue! {
    "T76" => "with fewer hidden units the best parameters are the last ones, but for rare weights",
}
