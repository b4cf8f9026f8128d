//! The files of the page, which the program holds, and the player of a recording, which is made of some of them.

use super::http::Answer;

macro_rules! files {
    ($($name:literal),* $(,)?) => { &[$(($name, include_str!(concat!("page/", $name)))),*] };
}

/// The files of the page.
const FILES: &[(&str, &str)] = files![
    "activation.js",
    "ask.js",
    "check.js",
    "dom.js",
    "draw.js",
    "functions.js",
    "index.html",
    "lanes.js",
    "main.js",
    "mistakes.js",
    "network.js",
    "numbers.js",
    "own.js",
    "page.css",
    "pairs.js",
    "permutation.js",
    "runner.js",
    "scale.js",
    "settings.js",
    "texts.js",
];
/// The player, and the parts of it in order: a recording is one file, in which nothing can be imported.
const PLAYER: &str = include_str!("page/player.html");
const PARTS: &[(&str, &str)] = files!["dom.js", "numbers.js", "texts.js", "draw.js", "player.js"];

/// The file of that name; the page itself has none.
pub(super) fn file(name: &str) -> Option<Answer> {
    let name = if name.is_empty() { "index.html" } else { name };
    let of_type = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };
    let (_, text) = FILES.iter().find(|(known, _)| *known == name)?;
    Some(Answer { status: 200, of_type, content: text.as_bytes().to_vec() })
}

/// The page that plays `recording`, which is JSON.
pub(super) fn player(recording: &str, language: &str) -> String {
    let script: String = PARTS.iter().map(|(_, text)| without_modules(text)).collect();
    // No text in it can end the element that it stands in.
    let recording = recording.replace('<', "\\u003c");
    let css = file("page.css").map(|css| String::from_utf8_lossy(&css.content).into_owned());
    let mut page = String::new();
    let mut rest = PLAYER;
    while let Some((before, behind)) = rest.split_once("{{") {
        let (mark, behind) = behind.split_once("}}").unwrap_or((behind, ""));
        page += before;
        page += match mark {
            "css" => css.as_deref().unwrap_or_default(),
            "js" => &script,
            "recording" => &recording,
            "language" => language,
            _ => "",
        };
        rest = behind;
    }
    page + rest
}

/// A module as a part of a larger one: without what it imports, and without what it says of its exports.
fn without_modules(text: &str) -> String {
    let mut script = String::new();
    let mut is_import = false;
    for line in text.lines() {
        is_import |= line.starts_with("import ");
        if is_import {
            is_import = !line.trim_end().ends_with(';');
            continue;
        }
        script += line.strip_prefix("export ").unwrap_or(line);
        script += "\n";
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;

    #[test]
    fn every_file_of_the_page_is_served_and_no_other() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/play/page");
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let is_of_player = name.starts_with("player.");
            assert_eq!(file(&name).is_none(), is_of_player, "{name}");
        }
        for name in ["../page.css", "page/page.css", "/etc/passwd", "%2e%2e/page.css", "Page.css"] {
            assert!(file(name).is_none(), "{name}");
        }
    }

    #[test]
    fn a_recording_is_one_page_that_imports_nothing() {
        let page = player("{\"title\": \"</script>\"}", "ko");
        assert!(page.contains("<html lang=\"ko\">") && page.contains("\\u003c/script>"));
        assert_eq!(page.matches("</script>").count(), 2);
        for word in ["{{", "\nimport ", "\nexport ", "http://", "https://"] {
            let page = page.replace("http://www.w3.org/", "");
            assert!(!page.contains(word), "{word}");
        }
    }
}
