//! Sentences in the languages of the course.

use std::borrow::Cow;
use std::fmt;

use crate::fault::tame;
use crate::value::{Plain, Value};

/// The languages the course speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, the default.
    English,
    /// Korean, the language of the lecture notes.
    Korean,
}

impl Language {
    /// The language called `name` (`en`, `ko`, also as in `ko_KR.UTF-8`), if the course speaks it.
    pub fn named(name: &str) -> Option<Self> {
        match name.split(['_', '-', '.']).next() {
            Some("en" | "C" | "POSIX") => Some(Self::English),
            Some("ko") => Some(Self::Korean),
            _ => None,
        }
    }

    /// The reader's language: `GRADLINGS_LANG`, else the locale of the system, else English.
    pub fn of_reader() -> Self {
        ["GRADLINGS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]
            .iter()
            .filter_map(|name| std::env::var(name).ok())
            .find(|value| !value.is_empty())
            .and_then(|value| Self::named(&value))
            .unwrap_or(Self::English)
    }
}

/// One sentence in every language of the course. A missing translation does not compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The sentence in English.
    pub en: Cow<'static, str>,
    /// The same sentence in Korean.
    pub ko: Cow<'static, str>,
}

impl Text {
    /// A sentence from its English and its Korean form.
    pub fn new(en: impl Into<Cow<'static, str>>, ko: impl Into<Cow<'static, str>>) -> Self {
        Self { en: en.into(), ko: ko.into() }
    }

    /// A sentence that is known beforehand, for tables that are constants.
    pub const fn fixed(en: &'static str, ko: &'static str) -> Self {
        Self { en: Cow::Borrowed(en), ko: Cow::Borrowed(ko) }
    }

    /// The sentence in `language`.
    pub fn speak(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Korean => &self.ko,
        }
    }
}

impl Plain for Text {
    fn to_value(&self) -> Value {
        (self.en.to_string(), self.ko.to_string()).to_value()
    }
    fn from_value(value: Value) -> Option<Self> {
        let (en, ko) = <(String, String)>::from_value(value)?;
        Some(Self::new(tame(&en), tame(&ko)))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.speak(Language::of_reader()))
    }
}

/// A [`Text`] from two format strings: `say!("{j} is odd", "{j}: 홀수")`.
#[macro_export]
macro_rules! say {
    ($en:literal, $ko:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::Text::new(format!($en $(, $name = $value)*), format!($ko $(, $name = $value)*))
    };
    ($en:literal $(, $name:ident = $value:expr)* $(,)?) => {
        compile_error!("`say!` lacks the Korean sentence: it comes after the English one")
    };
}
