//! The command line: its commands and their help, in the reader's language.

mod refusal;

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command};
use contract::{Language, Text, say};

pub(crate) use self::refusal::refusal;

/// The language of the reader: `--lang`, else `GRADLINGS_LANG`, else `of_course`, else that of the system.
pub(crate) fn language(arguments: &[OsString], of_course: Option<Language>) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let asked = words.iter().enumerate().find_map(|(i, word)| match word.strip_prefix("--lang") {
        Some("") => words.get(i + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let of_course = of_course
        .filter(|_| std::env::var_os("GRADLINGS_LANG").is_none_or(|language| language.is_empty()));
    let asked = asked.and_then(Language::named).or(of_course);
    asked.unwrap_or_else(language_of_system)
}

fn language_of_system() -> Language {
    #[cfg(any(windows, target_os = "macos"))]
    {
        let is_set = |name: &&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        if !["GRADLINGS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"].iter().any(|name| is_set(name)) {
            let locale = sys_locale::get_locale();
            return locale.and_then(|locale| Language::named(&locale)).unwrap_or(Language::English);
        }
    }
    Language::of_reader()
}

/// The runner's command line.
pub(crate) fn command(language: Language) -> Command {
    let words = Words(language);
    let about = say!(
        "Learn how a neural network learns, one property at a time. Without a command: where you \
         are, and what is next.",
        "신경망이 어떻게 학습하는지 성질 하나씩 확인하며 배웁니다. 명령이 없으면 지금 위치와 다음 \
         문제를 보여 줍니다."
    );
    words
        .command("gradlings", "cargo run -- [COMMAND]", "cargo run -- [명령]", &about)
        .bin_name("cargo run --")
        .disable_help_subcommand(true)
        .arg(words.lang())
        .subcommands(words.checking())
        .subcommand(words.play())
        .subcommands(words.helping())
        .subcommands(words.handing_out())
        .subcommand(words.dev())
}

/// Describes commands and arguments in one language.
struct Words(Language);

impl Words {
    fn speak(&self, text: &Text) -> String {
        text.speak(self.0).to_string()
    }

    fn command(&self, name: &'static str, usage: &str, in_korean: &str, about: &Text) -> Command {
        let usage = self.word(usage, in_korean);
        let template = self.speak(&say!(
            "{{about}}\n\nUsage: {{usage}}\n\n{{all-args}}\n",
            "{{about}}\n\n사용법: {{usage}}\n\n{{all-args}}\n"
        ));
        let help = say!("This help", "이 도움말");
        let help = Arg::new("help")
            .short('h')
            .long("help")
            .action(ArgAction::Help)
            .help(self.speak(&help));
        Command::new(name)
            .about(self.speak(about))
            .override_usage(usage.to_string())
            .help_template(template)
            .subcommand_help_heading(self.word("Commands", "명령"))
            .disable_help_flag(true)
            .arg(help.help_heading(self.options()))
    }

    fn word<'a>(&self, en: &'a str, ko: &'a str) -> &'a str {
        match self.0 {
            Language::English => en,
            Language::Korean => ko,
        }
    }

    fn options(&self) -> &'static str {
        self.word("Options", "옵션")
    }

    fn flag(&self, name: &'static str, help: &Text) -> Arg {
        let arg = Arg::new(name).long(name).action(ArgAction::SetTrue);
        arg.help(self.speak(help)).help_heading(self.options())
    }

    fn lang(&self) -> Arg {
        let help = say!(
            "The language of the texts; else GRADLINGS_LANG, else the system's",
            "글의 언어. 없으면 GRADLINGS_LANG, 그것도 없으면 시스템 설정을 따릅니다"
        );
        Arg::new("lang")
            .long("lang")
            .value_name("en|ko")
            .value_parser(["en", "ko"])
            .hide_possible_values(true)
            .global(true)
            .help(self.speak(&help))
            .help_heading(self.options())
    }

    fn names(&self) -> Arg {
        let help = say!(
            "An exercise (relu), a lesson (activations), or a function (relu_prime)",
            "연습 문제(relu), 강의(activations), 또는 함수(relu_prime)"
        );
        let arg = Arg::new("name").value_name(self.word("NAME", "이름"));
        arg.help(self.speak(&help)).help_heading(self.word("Arguments", "인자"))
    }

    fn checking(&self) -> [Command; 2] {
        let check = say!(
            "Check exercises, all if none is named. Exit code 0: all hold, 1: something does not",
            "연습 문제를 검사합니다(이름이 없으면 전부). 종료 코드 0: 모두 통과, 1: 통과하지 못한 것이 있음"
        );
        let json =
            say!("One JSON object a line, an exercise each", "문제마다 JSON 한 줄로 출력합니다");
        let watch = say!(
            "Check on every save and show what is left, with keys for hints and the rest",
            "저장할 때마다 검사하고 남은 것을 보여 줍니다. 힌트 등은 키로 봅니다"
        );
        [
            self.command(
                "check",
                "cargo run -- check [NAME].. [--json]",
                "cargo run -- check [이름].. [--json]",
                &check,
            )
            .arg(self.names().num_args(0..))
            .arg(self.flag("json", &json))
            .arg(self.flag("tap", &json).conflicts_with("json").hide(true)),
            self.command("watch", "cargo run -- watch", "cargo run -- watch", &watch),
        ]
    }

    fn play(&self) -> Command {
        let play = say!(
            "A page on this machine that trains the network you wrote, and follows every save",
            "작성한 신경망을 학습시키는 이 컴퓨터의 페이지. 저장할 때마다 따라갑니다"
        );
        let port = say!(
            "The port of 127.0.0.1; else a free one",
            "127.0.0.1의 포트. 없으면 비어 있는 포트"
        );
        let no_open = say!(
            "Print the address, and open no browser",
            "주소만 출력하고 브라우저를 열지 않습니다"
        );
        let record = say!(
            "Keep what was shown as one HTML file, to hand in or to put on a slide",
            "본 것을 HTML 파일 하나로 남깁니다. 제출하거나 발표 자료에 넣을 수 있습니다"
        );
        let option = |name: &'static str, value: &'static str, help: &Text| {
            let arg = Arg::new(name).long(name).value_name(value);
            arg.help(self.speak(help)).help_heading(self.options())
        };
        let usage = "cargo run -- play [EXERCISE] [--port N] [--no-open] [--record FILE.html]";
        let usage_ko = "cargo run -- play [연습 문제] [--port N] [--no-open] [--record FILE.html]";
        self.command("play", usage, usage_ko, &play)
            .arg(self.names())
            .arg(option("port", "N", &port).value_parser(clap::value_parser!(u16)))
            .arg(self.flag("no-open", &no_open))
            .arg(
                option("record", "FILE.html", &record)
                    .value_parser(clap::value_parser!(std::path::PathBuf)),
            )
    }

    fn helping(&self) -> [Command; 6] {
        let read = say!(
            "Read about an exercise or a lesson; without a name, about the lesson you are in; `cheatsheet`: \
             ndarray and Rust on one page",
            "연습 문제나 강의의 글을 읽습니다. 이름이 없으면 지금 강의의 글입니다. `cheatsheet`: ndarray와 Rust \
             한 장 정리"
        );
        let trial = say!(
            "Run your function on the smallest failing input: what it prints, and each quantity beside the \
             right one",
            "실패하는 가장 작은 입력으로 함수를 실행합니다. 출력과, 각 값을 올바른 값과 나란히 보여 줍니다"
        );
        let test = say!("Print the call as a #[test] to paste", "이 호출을 #[test]로 출력합니다");
        let hint = say!("The next of three hints", "세 힌트 가운데 다음 것");
        let reset = say!(
            "The stub again; what was there is kept beside it",
            "처음 상태로 되돌립니다. 작성한 내용은 옆에 보관합니다"
        );
        let solution = say!(
            "The solution, once the exercise holds",
            "풀이. 문제를 해결한 뒤에 볼 수 있습니다"
        );
        let anyway = say!("Also before it holds", "해결하기 전에도 보여 줍니다");
        let finish = say!(
            "The page after the last exercise: your network learns the flower",
            "마지막 문제 다음의 페이지: 여러분의 신경망이 꽃을 배웁니다"
        );
        let on_exercise = |name, about| {
            let usage = |word: &str| format!("cargo run -- {name} {word}");
            self.command(name, &usage("NAME"), &usage("이름"), about)
                .arg(self.names().required(true))
        };
        [
            self.command("read", "cargo run -- read [NAME]", "cargo run -- read [이름]", &read)
                .arg(self.names()),
            on_exercise("try", &trial).arg(self.flag("test", &test)),
            on_exercise("hint", &hint),
            on_exercise("reset", &reset),
            on_exercise("solution", &solution).arg(self.flag("anyway", &anyway)),
            self.command("finish", "cargo run -- finish", "cargo run -- finish", &finish),
        ]
    }

    fn handing_out(&self) -> [Command; 2] {
        let init = say!(
            "Write the course into a new folder, without its answers",
            "풀이가 없는 강의를 새 폴더에 만듭니다"
        );
        let folder = say!("The folder, which must not be there yet", "아직 없는 폴더");
        let lessons = say!("Only these lessons: init,backprop", "이 강의만: init,backprop");
        let update = say!(
            "What is new in the course; files that you have changed stay",
            "강의의 새 내용을 가져옵니다. 고친 파일은 그대로 둡니다"
        );
        let folder = Arg::new("folder")
            .value_name(self.word("DIR", "폴더"))
            .required(true)
            .value_parser(clap::value_parser!(std::path::PathBuf))
            .help(self.speak(&folder))
            .help_heading(self.word("Arguments", "인자"));
        let lessons = Arg::new("lessons")
            .long("lessons")
            .value_name(self.word("LESSONS", "강의"))
            .value_delimiter(',')
            .help(self.speak(&lessons))
            .help_heading(self.options());
        let usage = "cargo run -- init DIR [--lessons a,b] [--lang en|ko]";
        let usage_ko = "cargo run -- init 폴더 [--lessons a,b] [--lang en|ko]";
        [
            self.command("init", usage, usage_ko, &init).args([folder, lessons]),
            self.command("update", "cargo run -- update", "cargo run -- update", &update),
        ]
    }

    fn dev(&self) -> Command {
        let about = say!("For authors of exercises", "연습 문제를 만드는 사람을 위한 명령");
        let check = say!(
            "Every stub compiles without a warning and is not started, every solution passes, stub \
             and solution agree, every mistake is caught",
            "모든 빈 문제가 경고 없이 컴파일되고, 모든 풀이가 통과하며, 둘이 일치하고, 모든 실수가 \
             잡히는지 검사합니다"
        );
        let matrix = say!(
            "Write DETECTION.md: what is caught and named",
            "무엇이 잡히고 이름 붙는지 DETECTION.md에 씁니다"
        );
        let stubs = say!(
            "Write the exercises anew from the solutions and their hints, and the wiring of both",
            "풀이와 힌트로부터 연습 문제와 연결 코드를 다시 씁니다"
        );
        let new = say!(
            "Write every file of a new exercise, and list what is left to write in them",
            "새 연습 문제의 파일을 모두 만들고, 써야 할 것을 알려 줍니다"
        );
        let named = |id: &'static str, name: &'static str| {
            Arg::new(id).value_name(name).required(true).hide(true)
        };
        let usage = "cargo run -- dev new LESSON EXERCISE";
        let new = self
            .command("new", usage, usage, &new)
            .args([named("lesson", "LESSON"), named("exercise", "EXERCISE")]);
        let sub = |name, about| {
            let usage = format!("cargo run -- dev {name}");
            self.command(name, &usage, &usage, about)
        };
        self.command("dev", "cargo run -- dev COMMAND", "cargo run -- dev 명령", &about)
            .subcommand_required(true)
            .subcommands([sub("check", &check), sub("matrix", &matrix), new, sub("stubs", &stubs)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language_in(arguments: &[&str]) -> Language {
        let arguments: Vec<OsString> = arguments.iter().map(OsString::from).collect();
        language(&arguments, None)
    }

    #[test]
    fn the_language_is_known_before_the_command_line_is() {
        assert_eq!(language_in(&["x", "--lang", "ko"]), Language::Korean);
        assert_eq!(language_in(&["x", "check", "relu", "--lang=ko"]), Language::Korean);
        assert_eq!(language_in(&["x", "--lang=en", "--help"]), Language::English);
    }

    #[test]
    fn the_command_line_is_sound() {
        command(Language::English).debug_assert();
        command(Language::Korean).debug_assert();
    }
}
