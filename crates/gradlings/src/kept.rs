//! How a verdict lies on disk: as JSON, in both languages, read back leniently.
//!
//! By hand, because the macros that would write this cost a student seconds of the first build.

use serde_json::{Value, json};

use contract::Text;
use course::report::{PropertyReport, Report, State};

/// The report as JSON.
pub(crate) fn write(report: &Report) -> Value {
    json!({
        "lesson": report.lesson,
        "exercise": report.exercise,
        "state": report.state.name(),
        "properties": report.properties.iter().map(write_property).collect::<Vec<_>>(),
        "compiler": report.compiler,
    })
}

/// The report that [`write()`] wrote; `None` if it is something else.
pub(crate) fn read(json: &Value) -> Option<Report> {
    let state = json["state"].as_str()?;
    let properties = json["properties"].as_array()?.iter();
    Some(Report {
        lesson: text(&json["lesson"])?,
        exercise: text(&json["exercise"])?,
        state: State::ALL.into_iter().find(|it| it.name() == state)?,
        properties: properties.map(read_property).collect::<Option<_>>()?,
        compiler: text(&json["compiler"]),
    })
}

fn write_property(property: &PropertyReport) -> Value {
    let message = property.message.as_ref().map(|it| json!({ "en": it.en, "ko": it.ko }));
    json!({
        "function": property.function,
        "name": property.name,
        "holds": property.holds,
        "message": message,
        "mistake": property.mistake,
    })
}

fn read_property(json: &Value) -> Option<PropertyReport> {
    let message = &json["message"];
    Some(PropertyReport {
        function: text(&json["function"])?,
        name: text(&json["name"])?,
        holds: json["holds"].as_bool()?,
        message: text(&message["en"]).zip(text(&message["ko"])).map(|(en, ko)| Text::new(en, ko)),
        mistake: text(&json["mistake"]),
    })
}

fn text(json: &Value) -> Option<String> {
    json.as_str().map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_comes_back() {
        let message = Text::fixed("It is 0.", "0입니다.");
        let property = PropertyReport {
            function: "relu".into(),
            name: "is_never_negative".into(),
            holds: false,
            message: Some(message),
            mistake: Some("A21".into()),
        };
        for (state, compiler) in
            State::ALL.into_iter().zip([None, Some("error".to_string())].iter().cycle())
        {
            let report = Report {
                lesson: "activations".into(),
                exercise: "relu".into(),
                state,
                properties: vec![property.clone()],
                compiler: compiler.clone(),
            };
            assert_eq!(read(&write(&report)), Some(report));
        }
    }

    #[test]
    fn a_damaged_report_is_none() {
        assert_eq!(read(&json!({ "state": "solved" })), None);
    }
}
