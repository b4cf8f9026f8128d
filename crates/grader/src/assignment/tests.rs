use super::*;
use crate::intake::Written;
use crate::results::{HandedIn, PropertyResult};
use contract::{Language, Text};
use course::report::{Report, Standing};

fn course() -> &'static Course {
    Course::whole()
}

/// The assignment that `text` says, with `roster` beside it.
fn read_with(text: &str, roster: &str) -> Result<Assignment, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hw1.toml");
    fs::write(&path, text).unwrap();
    fs::write(folder.path().join("roster.csv"), roster).unwrap();
    Assignment::read(course(), &path)
}

fn read(text: &str) -> Assignment {
    read_with(text, "").unwrap()
}

/// The result of `name` in which the first `holding` properties hold.
fn result(name: &str, holding: usize) -> ExerciseResult {
    let exercise = course().find(name).unwrap()[0];
    let report = Report::unasked(exercise, Standing::Fail, |_| Text::fixed("", ""));
    let mut result = ExerciseResult::new(&report, Language::English);
    for property in result.properties.iter_mut().take(holding) {
        property.verdict = Standing::Pass;
    }
    result
}

fn submission(name: &str, score: u32) -> SubmissionResult {
    let mut submission = SubmissionResult::new(name, vec![result("sigmoid", 0)]);
    submission.score = score;
    submission
}

#[test]
fn the_file_that_is_written_is_read_and_means_what_it_says() {
    for lessons in [vec!["activations"], vec!["init", "symmetry"], vec![]] {
        let text = template(course(), &lessons).unwrap();
        let assignment = read(&text);
        let plain = Assignment::default();
        for exercise in course().exercises() {
            let is_named = lessons.is_empty() || lessons.contains(&exercise.lesson.name());
            assert_eq!(assignment.counts(exercise), is_named);
            if is_named {
                let asked = result(exercise.name(), 1);
                let (given, usual) = (assignment.exercise(asked.clone()), plain.exercise(asked));
                assert_eq!((given.score, given.max_score), (usual.score, usual.max_score));
                assert_eq!(given.bonus, is_bonus_by_default(exercise.name()));
            }
        }
        // Whatever is commented out may be put in.
        let all: String = text
            .lines()
            .map(|line| match line.strip_prefix("# ") {
                Some(rest)
                    if rest.contains(" = ")
                        && !rest.contains("roster")
                        && !rest.starts_with(char::is_uppercase) =>
                {
                    format!("{rest}\n")
                }
                _ => format!("{line}\n"),
            })
            .collect();
        // Single exercises are named then, and points for others make no sense.
        let all = all.split("[points]").next().unwrap();
        read(all);
    }
    assert!(template(course(), &["activation"]).unwrap_err().to_string().contains("activations"));
}

#[test]
fn what_makes_no_sense_is_refused_and_named() {
    for (text, words) in [
        ("lesons = []", "lesons"),
        ("lessons = [\"activation\"]", "the lessons are activations"),
        ("exercises = [\"sigmoit\"]", "`sigmoid`"),
        ("title = \"x\"", "nothing counts"),
        ("lessons = [\"init\"]\n[points]\nsigmoid = 3", "does not count"),
        ("lessons = [\"init\"]\n[points]\nzeros = 1.5", "zeros"),
        ("lessons = [\"init\"]\n[points]\nzeros = -1", "zeros"),
        ("lessons = [\"init\"]\ndue = 2026-10-01", "an instant is wanted"),
        ("lessons = [\"init\"]\ndue = \"soon\"", "an instant is wanted"),
        ("lessons = [\"init\"]\nlate = { percent_per_day = 10 }", "needs `due`"),
        ("lessons = [\"init\"]\nattempts = \"first\"", "attempts"),
        ("exercises = [\"zeros\"]\nbonus = [\"zeros\"]", "all points are bonus"),
        ("lessons = [\"init\"]\nroster = \"nowhere.csv\"", "nowhere.csv"),
    ] {
        let error = read_with(text, "").unwrap_err();
        assert!(error.to_string().contains(words), "{text}: {error}");
        assert_eq!(error.exit_code(), 2, "{text}");
    }
    for (roster, words) in [
        ("name,id\nada,1\nada.zip,2\n", ":3: `ada.zip` is there twice"),
        ("name,id\nada\n", ":2: a submission and the id"),
        ("name,id,submitted\nada,1,yesterday\n", ":2: `yesterday` is no instant"),
    ] {
        let error = read_with("lessons = [\"init\"]\nroster = \"roster.csv\"", roster).unwrap_err();
        assert!(error.to_string().contains(words), "{error}");
    }
}

#[test]
fn single_exercises_of_a_lesson_take_the_place_of_the_whole() {
    let assignment = read(
        "lessons = [\"activations\", \"init\"]\nexercises = [\"tanh\", \"symmetry/unit_classes\"]",
    );
    let counting = course().exercises().iter().filter(|exercise| assignment.counts(exercise));
    let names: Vec<&str> = counting.map(Exercise::name).collect();
    assert!(names.contains(&"tanh") && !names.contains(&"relu") && names.contains(&"zeros"));
    assert!(names.contains(&"unit_classes") && !names.contains(&"breaks_symmetry"));
}

#[test]
fn points_are_whole_and_only_a_right_answer_has_all() {
    let count = result("sigmoid", 0).properties.len();
    for points in [0, 1, 5, 7, 100] {
        let text = format!("exercises = [\"sigmoid\", \"tanh\"]\n[points]\nsigmoid = {points}");
        let assignment = read(&text);
        let scores: Vec<u32> = (0..=count)
            .map(|holding| assignment.exercise(result("sigmoid", holding)).score)
            .collect();
        assert!(scores.is_sorted() && scores[0] == 0, "{scores:?}");
        assert_eq!(scores[count], points);
        assert!(points == 0 || scores[count - 1] < points, "{scores:?}");
    }
}

#[test]
fn a_bonus_comes_on_top_of_the_maximum() {
    let assignment =
        read("exercises = [\"sigmoid\", \"log_sigmoid\"]\n[points]\nsigmoid = 6\nlog_sigmoid = 4");
    let exercises = ["sigmoid", "log_sigmoid"].map(|name| assignment.exercise(result(name, 99)));
    let submission = SubmissionResult::new("ada", exercises.to_vec());
    assert_eq!((submission.score, submission.max_score), (10, 6));
    let none = read(
        "exercises = [\"sigmoid\", \"log_sigmoid\"]\nbonus = []\n[points]\nsigmoid = 6\nlog_sigmoid = 4",
    );
    let exercises = ["sigmoid", "log_sigmoid"].map(|name| none.exercise(result(name, 99)));
    assert_eq!(SubmissionResult::new("ada", exercises.to_vec()).max_score, 10);
}

#[test]
fn a_follow_on_failure_costs_nothing_unless_it_is_to_count() {
    let mut exercise = result("sigmoid", 0);
    let marked = |property: &mut PropertyResult| property.follow_on = Some("tanh".to_string());
    exercise.properties.iter_mut().for_each(marked);
    let text = "exercises = [\"sigmoid\"]\n";
    assert_eq!(read(text).exercise(exercise.clone()).score, 6);
    assert_eq!(read(&format!("{text}follow_on = \"count\"")).exercise(exercise).score, 0);
}

#[test]
fn coming_late_costs_what_the_rule_says_and_the_source_is_said() {
    const DUE: i64 = 1_790_866_740;
    let text = "lessons = [\"activations\"]\nroster = \"roster.csv\"\ndue = 2026-10-01T23:59:00+09:00\n\
        late = { percent_per_day = 10, nothing_after_days = 3 }";
    let roster = "submission,id,submitted\nrostered,9,2026-10-02T00:00:00+09:00\n";
    let assignment = read_with(text, roster).unwrap();
    let late = |name: &str, written: Option<Written>| {
        let mut submission = submission(name, 35);
        submission.handed_in = written.map(HandedIn::from);
        let settled = assignment.settle(vec![submission], Language::English).remove(0);
        (settled.score, settled.late.map(|late| (late.days, late.source)))
    };
    let some = |days, source: &str| Some((days, source.to_string()));
    let wall = DUE + 9 * 3_600;
    assert_eq!(late("in time", Some(Written::Universal(DUE))), (35, None));
    assert_eq!(late("by a second", Some(Written::Universal(DUE + 1))), (32, some(1, "archive")));
    assert_eq!(late("by the clock on the wall", Some(Written::Local(wall))), (35, None));
    assert_eq!(late("wall", Some(Written::Local(wall + 1))), (32, some(1, "archive")));
    assert_eq!(late("two days", Some(Written::Universal(DUE + 86_401))), (28, some(2, "archive")));
    assert_eq!(late("a week", Some(Written::Universal(DUE + 600_000))), (0, some(7, "archive")));
    assert_eq!(late("unknown", None), (35, None));
    assert_eq!(late("rostered", None), (32, some(1, "roster")));
}

#[test]
fn one_attempt_of_a_student_counts_or_none_is_guessed() {
    let roster =
        "\u{feff}submission;id\n\"ada 1.zip\";7\nada 2;7\nJose\u{301};8\nlee_late_9_1_x.zip;nine\n";
    let text = "lessons = [\"activations\"]\nroster = \"roster.csv\"\n";
    let attempt = |name: &str, score, seconds: Option<i64>| {
        let mut attempt = submission(name, score);
        attempt.handed_in = seconds.map(|s| HandedIn::from(Written::Local(s)));
        attempt
    };
    let settled = |rule: &str, times: [Option<i64>; 2]| {
        let assignment = read_with(&format!("{text}{rule}"), roster).unwrap();
        let [first, second] = times;
        let class = vec![
            attempt("ada 1", 30, first),
            attempt("ada 2", 20, second),
            attempt("José", 5, None),
            attempt("lee_9", 5, None),
            attempt("other", 5, None),
        ];
        assignment.settle(class, Language::English)
    };
    let names = |class: &[SubmissionResult]| -> Vec<(String, Option<String>)> {
        class.iter().map(|s| (s.submission.clone(), s.id.clone())).collect()
    };
    let last = settled("", [Some(1), Some(2)]);
    let expected =
        [("José", Some("8")), ("ada 2", Some("7")), ("lee_9", Some("nine")), ("other", None)];
    let expected: Vec<_> =
        expected.iter().map(|(name, id)| ((*name).to_string(), id.map(str::to_string))).collect();
    let mut found = names(&last);
    found.sort();
    assert_eq!(found, expected);
    let best = settled("attempts = \"best\"", [None, None]);
    assert!(best.iter().any(|s| s.submission == "ada 1" && s.score == 30));
    assert!(!best.iter().any(|s| s.submission == "ada 2"));
    let unknown = settled("", [None, Some(2)]);
    let of_ada: Vec<&SubmissionResult> =
        unknown.iter().filter(|s| s.submission.starts_with("ada")).collect();
    assert_eq!(of_ada.len(), 2);
    assert!(
        of_ada.iter().all(|s| s.why_ungraded().unwrap().contains("2 submissions of this student"))
    );
}
