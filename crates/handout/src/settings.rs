//! `gradlings.toml`: what was handed out, and by which version.

use std::fs;
use std::path::Path;

use contract::{Language, Text, say};
use course::{Course, Exercise, Unknown, nearest};
use toml::{Table, Value};

use crate::error::Error;
use crate::{INSTALL, version};

/// The file by which a handout is known.
pub const FILE: &str = "gradlings.toml";

/// What a handout holds, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The version of the course.
    pub version: String,
    /// The language of its texts, unless a reader asks for another.
    pub language: Language,
    /// Its lessons.
    pub lessons: Vec<String>,
    /// Its exercises; all of its lessons' if none is named.
    pub exercises: Vec<String>,
    /// What the README is called; empty if it is the course as a whole.
    pub title: String,
    /// When it is due, as it is told; empty if it never is.
    pub due: String,
    /// The command that installs the program.
    pub install: String,
}

impl Settings {
    /// The settings of a handout of `lessons` of the course, all if none is named.
    ///
    /// # Errors
    /// If one of them is no lesson.
    pub fn of_lessons(lessons: &[String], language: Language) -> Result<Self, Error> {
        let all: Vec<&str> = Course::whole().lessons().iter().map(|lesson| lesson.name()).collect();
        if let Some(name) = lessons.iter().find(|name| !all.contains(&name.as_str())) {
            let (name, nearest) = (name.clone(), nearest(name, all));
            return Err(Error::Unknown(Unknown { name, nearest }));
        }
        let is_wanted =
            |name: &&str| lessons.is_empty() || lessons.iter().any(|wanted| wanted == name);
        Ok(Self {
            version: version().to_string(),
            language,
            lessons: all.into_iter().filter(is_wanted).map(str::to_string).collect(),
            exercises: Vec::new(),
            title: String::new(),
            due: String::new(),
            install: INSTALL.to_string(),
        })
    }

    /// The settings in the file `path`.
    ///
    /// # Errors
    /// If it cannot be read, or says something that makes no sense.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(path).map_err(course::error::Error::file(path))?;
        let wrong = |what: Text| Error::Settings { path: path.to_path_buf(), what };
        let table: Table =
            text.trim_start_matches('\u{feff}').parse().map_err(|error: toml::de::Error| {
                let line = error
                    .span()
                    .map_or(1, |span| 1 + text[..span.start.min(text.len())].matches('\n').count());
                let words = error.message().to_string();
                wrong(say!(
                    "line {line} is no TOML ({words}).",
                    "{line}번째 줄이 TOML이 아닙니다({words})."
                ))
            })?;
        let settings = Self::of_table(&table).map_err(wrong)?;
        Self::of_lessons(&settings.lessons, settings.language)?;
        if settings.lessons.is_empty() {
            return Err(wrong(Error::NoLesson.text()));
        }
        if let Some(name) = settings.exercises.iter().find(|name| !settings.offers(name)) {
            let of_lessons = Course::whole().exercises().iter();
            let names =
                of_lessons.filter(|exercise| settings.has_lesson(exercise)).map(Exercise::name);
            let nearest = nearest(name, names.collect()).join(", ");
            return Err(wrong(say!(
                "there is no exercise `{name}` in its lessons. The nearest names: {nearest}.",
                "이 강의들에 `{name}` 연습 문제가 없습니다. 비슷한 이름: {nearest}."
            )));
        }
        Ok(settings)
    }

    fn of_table(table: &Table) -> Result<Self, Text> {
        const KEYS: [&str; 7] =
            ["version", "language", "lessons", "exercises", "title", "due", "install"];
        if let Some(key) = table.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let keys = KEYS.join(", ");
            return Err(say!(
                "it has no setting `{key}`; there are {keys}.",
                "`{key}` 설정은 없습니다. 있는 것: {keys}."
            ));
        }
        let string = |key: &str, default: &str| match table.get(key) {
            None => Ok(default.to_string()),
            Some(Value::String(value)) => Ok(value.clone()),
            Some(_) => Err(say!(
                "`{key}` must be a text in quotes.",
                "`{key}` 값은 따옴표 안의 글이어야 합니다."
            )),
        };
        let names = |key: &str| match table.get(key) {
            None => Ok(Vec::new()),
            Some(Value::Array(values)) if values.iter().all(Value::is_str) => {
                Ok(values.iter().filter_map(Value::as_str).map(str::to_string).collect())
            }
            Some(_) => Err(say!(
                "`{key}` must be a list of names: [\"..\", \"..\"].",
                "`{key}` 값은 이름의 목록이어야 합니다: [\"..\", \"..\"]."
            )),
        };
        let version = string("version", "")?;
        if numbers(&version).is_none() {
            return Err(say!(
                "`version` must be three numbers like {own}.",
                "`version`은 {own} 같은 세 수여야 합니다.",
                own = crate::version()
            ));
        }
        let language = match string("language", "en")?.as_str() {
            "en" => Language::English,
            "ko" => Language::Korean,
            _ => {
                return Err(say!(
                    "`language` must be \"en\" or \"ko\".",
                    "`language`는 \"en\" 또는 \"ko\"여야 합니다."
                ));
            }
        };
        Ok(Self {
            version,
            language,
            lessons: names("lessons")?,
            exercises: names("exercises")?,
            title: string("title", "")?,
            due: string("due", "")?,
            install: string("install", INSTALL)?,
        })
    }

    /// The file that says so.
    pub(crate) fn text(&self) -> String {
        // One line of TOML's plainest text; what controls a terminal has no place in a title.
        let quoted = |text: &str| {
            let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
        };
        let list = |names: &[String]| {
            format!("[{}]", names.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", "))
        };
        let mut text = format!(
            "# What was handed out, and by which version of `gradlings`.\nversion = {}\nlanguage = {}\nlessons = {}\n",
            quoted(&self.version),
            quoted(code(self.language)),
            list(&self.lessons)
        );
        if !self.exercises.is_empty() {
            text += &format!("exercises = {}\n", list(&self.exercises));
        }
        for (key, value) in [("title", &self.title), ("due", &self.due)] {
            if !value.is_empty() {
                text += &format!("{key} = {}\n", quoted(value));
            }
        }
        if self.install != INSTALL {
            text += &format!("install = {}\n", quoted(&self.install));
        }
        text
    }

    /// Checks that this program and the handout are of one version.
    ///
    /// # Errors
    /// Which of them is the older.
    pub fn check_version(&self) -> Result<(), Error> {
        let (of_handout, own) = (numbers(&self.version), numbers(version()));
        match of_handout.cmp(&own) {
            std::cmp::Ordering::Equal => Ok(()),
            std::cmp::Ordering::Less => Err(Error::HandoutIsOld { version: self.version.clone() }),
            std::cmp::Ordering::Greater => Err(self.program_is_old()),
        }
    }

    /// Checks that this program is not older than the handout.
    ///
    /// # Errors
    /// That it is.
    pub(crate) fn check_program(&self) -> Result<(), Error> {
        let is_old = numbers(&self.version) > numbers(version());
        if is_old { Err(self.program_is_old()) } else { Ok(()) }
    }

    fn program_is_old(&self) -> Error {
        Error::ProgramIsOld { version: self.version.clone(), install: self.install.clone() }
    }

    /// Whether `exercise` is handed out.
    pub fn has(&self, exercise: &Exercise) -> bool {
        self.has_lesson(exercise)
            && (self.exercises.is_empty()
                || self.exercises.iter().any(|name| name == exercise.name()))
    }

    fn has_lesson(&self, exercise: &Exercise) -> bool {
        self.lessons.iter().any(|lesson| lesson == exercise.lesson.name())
    }

    fn offers(&self, name: &str) -> bool {
        let mut all = Course::whole().exercises().iter();
        all.any(|exercise| exercise.name() == name && self.has_lesson(exercise))
    }
}

/// The code of a language, as `--lang` takes it.
fn code(language: Language) -> &'static str {
    match language {
        Language::English => "en",
        Language::Korean => "ko",
    }
}

/// The three numbers of a version.
fn numbers(version: &str) -> Option<[u32; 3]> {
    let numbers: Option<Vec<u32>> = version.split('.').map(|number| number.parse().ok()).collect();
    numbers?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, text: &str) -> Result<Settings, Error> {
        let path =
            std::env::temp_dir().join(format!("settings-{name}-{}.toml", std::process::id()));
        fs::write(&path, text).unwrap();
        let settings = Settings::read(&path);
        fs::remove_file(&path).unwrap();
        settings
    }

    #[test]
    fn settings_come_back_from_their_text() {
        let mut settings = Settings::of_lessons(&["init".to_string()], Language::Korean).unwrap();
        assert_eq!(read("plain", &settings.text()).unwrap(), settings);
        settings.exercises = vec!["draws".to_string(), "zeros".to_string()];
        settings.title = "\"1\" \\ 과제".to_string();
        settings.due = "2026-12-01".to_string();
        settings.install = "cargo install --git x gradlings".to_string();
        assert_eq!(read("full", &settings.text()).unwrap(), settings);
    }

    #[test]
    fn what_was_edited_by_hand_is_told_with_what_is_wrong() {
        let good = Settings::of_lessons(&[], Language::English).unwrap().text();
        let cases = [
            (good.replace("lessons = [", "lessons = "), "line 4"),
            (good.replace("lessons", "lesson"), "no setting `lesson`"),
            (good.replace("\"init\"", "\"inti\""), "init"),
            (good.replace("\"en\"", "\"fr\""), "\"en\" or \"ko\""),
            (good.replace("version = \"", "version = \"v"), "three numbers"),
            (good.clone() + "exercises = [\"sigmoit\"]\n", "sigmoid"),
            (good.clone() + "title = 3\n", "`title` must be a text"),
            (String::new(), "three numbers"),
        ];
        for (text, words) in cases {
            let told = read("wrong", &text).unwrap_err().to_string();
            assert!(told.contains(words), "{told}\n{text}");
        }
    }

    #[test]
    fn versions_that_differ_are_told_either_way() {
        let mut settings = Settings::of_lessons(&[], Language::English).unwrap();
        settings.check_version().unwrap();
        settings.version = "0.0.9".to_string();
        assert!(settings.check_version().unwrap_err().to_string().contains("gradlings update"));
        settings.version = "10.0.0".to_string();
        assert!(settings.check_version().unwrap_err().to_string().contains(INSTALL));
    }
}
