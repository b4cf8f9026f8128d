//! What the lesson promises of its own properties, mistakes and variants.

activations_suite::catalogue!();
