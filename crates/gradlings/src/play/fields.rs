//! The fields of what the page asks, each within its bounds.

use std::ops::RangeInclusive;

use contract::{Text, say};
use serde_json::Value;

/// What is asked.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a>(pub(super) &'a Value);

/// That a field is missing, or is not what it must be.
pub(super) fn wrong(name: &str) -> Text {
    say!(
        "`{name}` is missing in what the page asked, or out of its bounds.",
        "페이지가 요청한 것에 `{name}` 항목이 없거나 값이 범위를 벗어났습니다."
    )
}

impl<'a> Fields<'a> {
    /// Whether there is a field of that name, and not `null`.
    pub(super) fn has(self, name: &str) -> bool {
        !self.0[name].is_null()
    }

    /// A text.
    pub(super) fn text(self, name: &str) -> Result<&'a str, Text> {
        self.0[name].as_str().ok_or_else(|| wrong(name))
    }

    /// A whole number.
    pub(super) fn count(self, name: &str, bounds: RangeInclusive<usize>) -> Result<usize, Text> {
        let count = self.0[name].as_u64().and_then(|count| usize::try_from(count).ok());
        count.filter(|count| bounds.contains(count)).ok_or_else(|| wrong(name))
    }

    /// A number; `default` where it is missing.
    pub(super) fn number(
        self,
        name: &str,
        bounds: RangeInclusive<f64>,
        default: Option<f64>,
    ) -> Result<f64, Text> {
        let number = if self.has(name) { self.0[name].as_f64() } else { default };
        number.filter(|z| bounds.contains(z)).ok_or_else(|| wrong(name))
    }

    /// Yes or no; no where it is missing.
    pub(super) fn flag(self, name: &str) -> Result<bool, Text> {
        if self.has(name) { self.0[name].as_bool().ok_or_else(|| wrong(name)) } else { Ok(false) }
    }

    /// The fields of a field.
    pub(super) fn within(self, name: &str) -> Result<Self, Text> {
        if self.0[name].is_object() { Ok(Fields(&self.0[name])) } else { Err(wrong(name)) }
    }

    /// A list of whole numbers below `bound`, at most `most` of them.
    pub(super) fn indices(self, name: &str, bound: usize, most: usize) -> Result<Vec<usize>, Text> {
        let list =
            self.0[name].as_array().filter(|list| list.len() <= most).ok_or_else(|| wrong(name))?;
        let index = |value: &Value| {
            let index = value.as_u64().and_then(|index| usize::try_from(index).ok());
            index.filter(|index| *index < bound)
        };
        list.iter().map(index).collect::<Option<_>>().ok_or_else(|| wrong(name))
    }
}
