//! Reports as `check --json` prints them, a line each.

use contract::Language;
use course::report::{PropertyReport, Report};
use serde_json::{Value, json};

use crate::call::in_words;

/// The report in one line, its messages in `language`.
pub(crate) fn line(report: &Report, language: Language) -> String {
    let property = |property: &PropertyReport| -> Value {
        json!({
            "name": property.name,
            "holds": property.holds(),
            "message": property.message.as_ref().map(|message| message.speak(language)),
            "mistake": property.mistake,
        })
    };
    let properties: Vec<Value> = report.properties.iter().map(property).collect();
    let line = json!({
        "lesson": report.lesson,
        "exercise": report.exercise,
        "state": report.state().name(),
        "properties": properties,
        "compiler": report.compiler,
    });
    in_words(&format!("{line}\n")).into_owned()
}
