//! What the lesson promises of its own properties, mistakes and variants.

init_suite::catalogue!();
