//! TEMP
use serde_derive::{Deserialize, Serialize};
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict { Pass, Fail, Panic, Crash, Timeout, Protocol, CompileError, CompileLimit, Rejected, NotStarted, Infra }
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PropertyResult { pub name: String, pub verdict: Verdict, pub weight: u32, pub message: Option<String>, pub mistake: Option<String> }
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExerciseResult { pub lesson: String, pub exercise: String, pub verdict: Verdict, pub score: u32, pub max_score: u32, pub properties: Vec<PropertyResult> }
