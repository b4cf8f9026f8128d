//! Where the course is that this program stands in: a clone or a handout; and how a handout comes to be and stays up
//! to date.

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::ArgMatches;
use contract::{Language, Text, say};
use course::Course;
use handout::settings::{self, Settings};
use handout::update::Updated;
use handout::{Error as HandoutError, Handout};

use crate::error::Error;
use crate::screen::Screen;
use crate::workplace::Workplace;

/// Where the course is.
pub(crate) enum Place {
    /// A clone, whose root this is.
    Clone(PathBuf),
    /// A handout: its root, and what it says of itself.
    Handout(PathBuf, Result<Settings, HandoutError>),
    /// Neither: the folder that was looked from.
    Nowhere(PathBuf),
}

/// The course that holds `folder`. Who calls a program that lies in the workspace that it was built in means that
/// clone, from wherever.
pub(crate) fn place(folder: &Path) -> Place {
    if let Some(root) = handout::root(folder) {
        let settings = Settings::read(&root.join(settings::FILE));
        return Place::Handout(root, settings);
    }
    if let Some(root) = course::clone_around(folder) {
        return Place::Clone(root);
    }
    let of_build = course::root(folder);
    let program = env::current_exe().and_then(|program| program.canonicalize()).unwrap_or_default();
    let is_own = of_build.canonicalize().is_ok_and(|root| program.starts_with(root));
    // Cargo says so, too, where it builds elsewhere.
    if of_build.join("exercises").is_dir() && (is_own || env::var_os("CARGO").is_some()) {
        return Place::Clone(of_build);
    }
    Place::Nowhere(folder.to_path_buf())
}

impl Place {
    /// Whether the program is called by its own name here.
    pub(crate) fn is_installed(&self) -> bool {
        !matches!(self, Self::Clone(_))
    }

    /// The language that the course was handed out in.
    pub(crate) fn language(&self) -> Option<Language> {
        match self {
            Self::Handout(_, Ok(settings)) => Some(settings.language),
            _ => None,
        }
    }

    /// The workplace of whoever stands here.
    ///
    /// # Errors
    /// If there is no course, or a handout that this program cannot judge.
    pub(crate) fn workplace(self) -> Result<Workplace, Error> {
        let (root, settings) = match self {
            Self::Clone(root) => return Ok(Workplace::new(Course::whole(), &root)),
            Self::Nowhere(folder) => return Err(HandoutError::NoCourse(folder).into()),
            Self::Handout(root, settings) => (root, settings?),
        };
        settings.check_version()?;
        let course: &'static Course =
            Box::leak(Box::new(Course::part(|exercise| settings.has(exercise))));
        let of_lessons =
            course.lessons().iter().map(|lesson| root.join("exercises").join(lesson.name()));
        let mut manifests = of_lessons.chain([root.clone(), root.join("given").join("contract")]);
        if let Some(folder) = manifests.find(|folder| !folder.join("Cargo.toml").is_file()) {
            return Err(HandoutError::Missing(folder.join("Cargo.toml")).into());
        }
        Ok(Workplace::new(course, &root))
    }
}

/// Writes a handout.
pub(crate) fn init(screen: &Screen, options: &ArgMatches) -> Result<ExitCode, Error> {
    let folder = options.get_one::<PathBuf>("folder").cloned().unwrap_or_default();
    let lessons = options.get_many::<String>("lessons").into_iter().flatten();
    let lessons: Vec<String> = lessons.map(|name| name.trim().to_string()).collect();
    Handout::new(Settings::of_lessons(&lessons, screen.language)?).write(&folder)?;
    let folder = folder.display();
    let words = say!(
        "The course is in {folder}. Go there with `cd {folder}`; `gradlings` says what is next.",
        "{folder} 폴더에 강의를 만들었습니다. `cd {folder}` 명령으로 옮겨 가서 `gradlings`를 실행하세요."
    );
    screen.show(&screen.fit(words.speak(screen.language), 0));
    Ok(ExitCode::SUCCESS)
}

/// Brings the handout that this is up to date.
pub(crate) fn update(screen: &Screen, place: Place) -> Result<ExitCode, Error> {
    let (root, settings) = match place {
        Place::Clone(root) => return Err(HandoutError::IsClone(root).into()),
        Place::Nowhere(folder) => return Err(HandoutError::NoCourse(folder).into()),
        Place::Handout(root, settings) => (root, settings?),
    };
    let updated = handout::update::update(&root, &settings)?;
    for text in update_words(&updated) {
        screen.show(&screen.fit(text.speak(screen.language), 0));
    }
    Ok(ExitCode::SUCCESS)
}

/// What an update did, a paragraph for each kind of files.
fn update_words(updated: &Updated) -> Vec<Text> {
    let Updated { written, kept, removed } = updated;
    let version = handout::version();
    let mut words = vec![if written.is_empty() && removed.is_empty() {
        say!(
            "The course is that of gradlings {version}.",
            "강의가 gradlings {version}의 것과 같습니다."
        )
    } else {
        let count = written.len() + removed.len();
        say!(
            "The course is that of gradlings {version} now; {count} files are new.",
            "강의가 이제 gradlings {version}의 것입니다. 새로워진 파일: {count}개."
        )
    }];
    for file in kept {
        let name = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".rs");
        let is_stub = file.starts_with("exercises/") && file.contains("/src/") && name != "lib";
        words.push(if is_stub {
            say!(
                "{file} has a new stub. Yours stays; `gradlings reset {name}` keeps a copy of it and brings the new one.",
                "{file}의 처음 상태가 새로워졌습니다. 작성한 파일은 그대로입니다. `gradlings reset {name}` 명령을 실행하면 \
                 사본을 남기고 새것을 가져옵니다."
            )
        } else {
            say!(
                "{file} is newer, but you have changed it, so it stays. To have the new one, delete it and run \
                 `gradlings update` again.",
                "{file} 파일은 새로워졌지만 고친 파일이라 그대로 둡니다. 새것을 가져오려면 지우고 `gradlings update`를 다시 \
                 실행하세요."
            )
        });
    }
    words
}

/// Says that something is built first, in a handout where nothing was built yet: it takes some seconds.
pub(crate) fn announce_first_build(root: &Path) {
    if root.join("target").join("debug").exists() || env::var_os("CARGO_TARGET_DIR").is_some() {
        return;
    }
    let language = Settings::read(&root.join(settings::FILE)).map(|settings| settings.language);
    let words = say!(
        "Building what your code is linked with, this once ...",
        "코드와 연결할 것을 처음 한 번 빌드합니다 ..."
    );
    eprintln!("{}", words.speak(language.unwrap_or(Language::English)));
}
