//! How the commands of this program are written: `cargo run -- check relu` in a clone, `gradlings check relu` in a
//! handout.
//!
//! Texts are written as a clone says them, and become the other form on their way out. So no text is written twice.

use std::borrow::Cow;
use std::sync::OnceLock;

static IS_INSTALLED: OnceLock<bool> = OnceLock::new();

/// Says once whether the program is called by its own name.
pub(crate) fn is_installed(is_installed: bool) {
    let _ = IS_INSTALLED.set(is_installed);
}

/// `text` with its commands as they are called here.
pub(crate) fn in_words(text: &str) -> Cow<'_, str> {
    if IS_INSTALLED.get().copied().unwrap_or_default() && text.contains("cargo run") {
        course::stub::for_installed(text).into()
    } else {
        text.into()
    }
}
