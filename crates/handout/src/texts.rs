//! The texts of a handout: its README, the texts of its lessons, and the tests that ask the installed program.

use std::fmt::Write as _;

use contract::{Language, Text, say};
use course::stub::for_installed;
use course::{Course, Exercise};

use crate::INSTALL;
use crate::settings::Settings;

/// A test of every property, once it knows which there are.
const TESTS: &str = include_str!("properties.rs.txt");

/// The README of a handout of `lessons`, each with its exercises.
pub(crate) fn readme(settings: &Settings, lessons: &[(&str, Vec<&Exercise>)]) -> String {
    let in_words = |en: String, ko: String| match settings.language {
        Language::English => en,
        Language::Korean => ko,
    };
    let title = if settings.title.is_empty() { "gradlings" } else { &settings.title };
    let mut text = format!("# {title}\n\n");
    if !settings.due.is_empty() {
        let due = &settings.due;
        text += &in_words(format!("Due: {due}\n\n"), format!("마감: {due}\n\n"));
    }
    let (install, Text { en, ko }) = (&settings.install, place(settings));
    let first = lessons.first().and_then(|(_, exercises)| exercises.first());
    let (lesson, exercise) =
        first.map_or(("", ""), |exercise| (exercise.lesson.name(), exercise.name()));
    let words = say!(
        "Learn how a neural network learns, one *property* at a time. You replace a `todo!`, run a check, and read \
         in plain words what your function still gets wrong, on the smallest input that shows it.\n\n\
         You need [Rust](https://www.rust-lang.org/tools/install) and the program `gradlings`, which \
         `{install}`{en} installs.\n\n\
         1. `gradlings` shows where you are, what is next, and the command for it. 한국어: `--lang ko`.\n\
         2. `gradlings watch` in a second window checks on every save; you edit files under `exercises/`, nothing \
         else. Without it: `gradlings check {exercise}`. The first check takes some seconds more: Rust builds what \
         your code is linked with.\n\
         3. Stuck? `gradlings hint {exercise}`, three steps; `gradlings read {exercise}` is the lesson's text. Once \
         an exercise holds, `gradlings solution {exercise}` shows ours.\n\
         4. `cargo test -p exercise-{lesson} {exercise}` asks the same as ordinary tests and shows what your code \
         prints.\n\
         5. `gradlings reset {exercise}` brings the stub back and keeps what was there; `gradlings update` brings \
         what is new and touches no file that you have changed.\n\
         6. `gradlings play` opens a page on your machine that trains the network you wrote, and follows every \
         save.\n\n\
         A call may take 10 s, and on Linux 1 GiB of memory; 64 threads at a time are safe. What you may use \
         beyond your own file: std, ndarray, rand 0.10, rand_distr, rayon, and the crates in `given/` of this and \
         earlier lessons.\n\n",
        "신경망이 어떻게 학습하는지 *성질* 하나씩 확인하며 배웁니다. `todo!`를 바꾸고 검사하면, 함수가 아직 어디에서 \
         틀리는지 가장 작은 입력으로 보여 줍니다.\n\n\
         [Rust](https://www.rust-lang.org/tools/install)와 `gradlings` 프로그램이 필요합니다. 설치 명령: \
         `{install}`{ko}.\n\n\
         1. `gradlings`는 지금 위치와 다음 연습 문제, 그 명령을 보여 줍니다. English: `--lang en`.\n\
         2. 다른 창에서 `gradlings watch`를 실행하면 저장할 때마다 검사합니다. `exercises/` 아래의 파일만 고치세요. \
         한 번만 검사하려면 `gradlings check {exercise}`. 첫 검사는 Rust가 필요한 것을 빌드하느라 몇 초 더 \
         걸립니다.\n\
         3. 막혔나요? `gradlings hint {exercise}` 명령은 힌트를 세 단계로, `gradlings read {exercise}` 명령은 강의의 글을 \
         보여 줍니다. 문제를 해결하면 `gradlings solution {exercise}` 명령으로 풀이를 볼 수 있습니다.\n\
         4. `cargo test -p exercise-{lesson} {exercise}` 명령은 같은 성질을 보통의 테스트로 검사하고, 코드가 출력하는 것도 \
         보여 줍니다.\n\
         5. `gradlings reset {exercise}` 명령은 처음 상태로 되돌리고 작성한 내용을 보관합니다. `gradlings update`는 새 \
         내용을 가져오지만 고친 파일은 건드리지 않습니다.\n\
         6. `gradlings play` 명령은 작성한 신경망을 학습시키는 페이지를 이 컴퓨터에서 엽니다. 저장할 때마다 따라갑니다.\n\n\
         호출 하나는 10초까지, Linux에서는 메모리 1 GiB까지 쓸 수 있습니다. 한 번에 스레드 64개까지는 안전합니다. 자신의 \
         파일 말고 쓸 수 있는 것: std, ndarray, rand 0.10, rand_distr, rayon, 그리고 `given/`에 있는 이 강의와 앞 \
         강의의 크레이트.\n\n"
    );
    text += words.speak(settings.language);
    text += &in_words("Lessons:\n\n".to_string(), "강의:\n\n".to_string());
    for (lesson, exercises) in lessons {
        let names: Vec<&str> = exercises.iter().map(|exercise| exercise.name()).collect();
        let (number, names) = (exercises[0].number.0, names.join(", "));
        let file = in_words("README.md".to_string(), "README.ko.md".to_string());
        let _ = writeln!(text, "- [{number} {lesson}](exercises/{lesson}/{file}): {names}");
    }
    text
}

/// Where the command is run that installs the program.
fn place(settings: &Settings) -> Text {
    if settings.install == INSTALL {
        Text::fixed(", run in a clone of the course,", " (git으로 받은 강의 폴더에서)")
    } else {
        Text::fixed("", "")
    }
}

/// The text of a lesson, with commands as they are called here and without the exercises that are not handed out.
pub(crate) fn of_lesson(text: &str, settings: &Settings) -> String {
    let is_left_out = |heading: &str| {
        let mut exercises = Course::whole().exercises().iter();
        exercises.any(|exercise| exercise.name() == heading && !settings.has(exercise))
    };
    let mut handed_out = String::new();
    let mut is_in = true;
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            is_in = !is_left_out(heading);
        }
        if is_in {
            handed_out += line;
            handed_out.push('\n');
        }
    }
    for_installed(handed_out.trim_end()) + "\n"
}

/// The tests of a lesson: one for each property of `exercises`.
pub(crate) fn tests(settings: &Settings, exercises: &[&Exercise]) -> String {
    let mut list = String::new();
    for exercise in exercises {
        let _ = writeln!(list, "    {} {{", exercise.name());
        for (_, property) in &exercise.outline.properties {
            let _ = writeln!(list, "        {property}");
        }
        list += "    }\n";
    }
    let (install, Text { en, ko }) = (&settings.install, place(settings));
    let missing = say!(
        "The program that judges is not installed: `{install}`{en} installs it.",
        "채점하는 프로그램이 설치되어 있지 않습니다. `{install}`{ko} 명령으로 설치하세요."
    );
    let missing = format!("{:?}", missing.speak(settings.language));
    TESTS.replace("\"MISSING\"", &missing).replace("    LIST\n", &list)
}
