//! What the lesson promises of its own properties, mistakes and variants.

symmetry_suite::catalogue!();
