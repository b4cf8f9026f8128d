//! What the lesson promises of its own properties, mistakes and variants.

backprop_suite::catalogue!();
