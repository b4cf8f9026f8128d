//! The message about a wrong call, in the reader's language.

use clap::error::{ContextKind, ErrorKind};
use contract::Language;

/// The message about a call that the command line does not allow: clap's own in English, ours in Korean.
pub(crate) fn refusal(error: &clap::Error, language: Language) -> String {
    if language == Language::English || !error.use_stderr() {
        return error.to_string();
    }
    let context = |kind| error.get(kind).map_or(String::new(), ToString::to_string);
    let argument = context(ContextKind::InvalidArg);
    let sentence = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            let nearest = context(ContextKind::SuggestedSubcommand);
            let nearest =
                if nearest.is_empty() { nearest } else { format!(" 혹시 '{nearest}'인가요?") };
            format!("'{name}' 명령은 없습니다.{nearest}")
        }
        ErrorKind::UnknownArgument => format!("'{argument}' 인자를 쓸 수 없습니다."),
        ErrorKind::InvalidValue if context(ContextKind::InvalidValue).is_empty() => {
            let valid = context(ContextKind::ValidValue);
            format!("'{argument}'에 값이 필요합니다. 가능한 값: {valid}.")
        }
        ErrorKind::InvalidValue => {
            let (value, valid) =
                (context(ContextKind::InvalidValue), context(ContextKind::ValidValue));
            format!("'{argument}'의 값 '{value}' 대신 쓸 수 있는 값: {valid}.")
        }
        ErrorKind::MissingRequiredArgument => format!("필요한 인자가 없습니다: {argument}."),
        ErrorKind::MissingSubcommand => "명령이 필요합니다.".to_string(),
        ErrorKind::ArgumentConflict => format!("'{argument}' 인자는 한 번만 쓸 수 있습니다."),
        ErrorKind::TooManyValues => format!("'{argument}' 인자에는 값을 쓸 수 없습니다."),
        ErrorKind::InvalidUtf8 => "인자가 올바른 UTF-8이 아닙니다.".to_string(),
        // No other mistake is possible on this command line.
        _ => "쓸 수 없는 인자입니다.".to_string(),
    };
    format!("오류: {sentence} 도움말: `cargo run -- --help`\n")
}

#[cfg(test)]
mod tests {
    use super::super::command;
    use super::*;

    #[test]
    fn a_wrong_call_is_refused_in_korean_too() {
        for wrong in [
            &["x", "chekc"][..],
            &["x", "check", "--jsn"],
            &["x", "--lang", "fr"],
            &["x", "check", "--lang"],
            &["x", "check", "--json", "--json"],
            &["x", "check", "--json=1"],
            &["x", "hint"],
            &["x", "dev"],
        ] {
            let error = command(Language::Korean).try_get_matches_from(wrong).unwrap_err();
            let words = refusal(&error, Language::Korean);
            assert!(words.starts_with("오류: "), "{wrong:?}: {words}");
        }
    }
}
