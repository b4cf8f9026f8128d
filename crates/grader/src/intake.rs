//! TEMP
use std::collections::BTreeMap;
#[derive(Clone, Debug)]
pub enum Source { Text(String), Missing, Rejected(String) }
#[derive(Clone, Debug, Default)]
pub struct Sources { pub files: BTreeMap<(String, String), Source> }
