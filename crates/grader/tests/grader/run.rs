//! A class is graded the same by any number of threads and machines, at once or in pieces. The
//! judge is a stand-in whose verdicts follow from the text alone.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use contract::{Language, Text};
use course::report::{Report, Standing};
use course::store::Store;
use course::{Course, Exercise};
use grader::Error;
use grader::intake::{Listing, list};
use grader::judge::{Judge, LessonSources, Source};
use grader::results::{Header, Results, SubmissionResult, read, write};
use grader::run::{Partition, Plan, grade, merge};
use grader::sandbox::Tier;
use tempfile::TempDir;

/// Passes as many properties as the text has `x`s; counts what it is asked, and fails at will.
#[derive(Default)]
struct Counting {
    asked: AtomicUsize,
    fails_from: Option<usize>,
}

impl Judge for Counting {
    fn tier(&self) -> Tier {
        Tier::None
    }

    fn suite(&self) -> String {
        "stand-in".to_string()
    }

    fn toolchain(&self) -> String {
        "none".to_string()
    }

    fn judge(&self, lesson: &LessonSources) -> Result<Vec<Report>, Error> {
        let is_text = |source: &&Source| matches!(source, Source::Text(_));
        let texts = lesson.sources.iter().filter(is_text).count();
        let before = self.asked.fetch_add(texts, Ordering::Relaxed);
        if texts > 0 && self.fails_from.is_some_and(|from| before >= from) {
            return Err(Error::Cell("the machine is on fire".to_string()));
        }
        Ok(lesson.iter().map(|(exercise, source)| report(exercise, source)).collect())
    }
}

fn report(exercise: &Exercise, source: &Source) -> Report {
    let text = match source {
        Source::Text(text) => text.clone(),
        Source::Rejected(why) => why.en.to_string(),
        Source::Missing => String::new(),
    };
    let right = text.matches('x').count();
    let words = |_: &str| Text::new(text.clone(), format!("{text} (ko)"));
    let mut report = Report::unasked(exercise, Standing::Fail, words);
    for property in report.properties.iter_mut().take(right) {
        (property.standing, property.message) = (Standing::Pass, None);
    }
    report
}

fn class_of(students: usize) -> TempDir {
    let class = tempfile::tempdir().unwrap();
    for student in 0..students {
        let folder = class.path().join(format!("student {student}")).join("activations/src");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("sigmoid.rs"), "x".repeat(student % 5) + &student.to_string())
            .unwrap();
    }
    class
}

fn header(partition: Option<&str>) -> Header {
    Header {
        suite: "stand-in".to_string(),
        toolchain: "none".to_string(),
        seed: 1,
        tier: "none".to_string(),
        partition: partition.map(str::to_string),
        language: "en".to_string(),
        assignment: None,
    }
}

fn plan<'a>(judge: &'a Counting, header: &'a Header, out: &'a Path) -> Plan<'a> {
    Plan {
        course: Course::whole(),
        language: Language::English,
        assignment: Box::leak(Box::default()),
        judge,
        header,
        out,
        cache: None,
        jobs: 3,
        resume: false,
    }
}

/// Grades and returns `results.jsonl`.
fn graded(plan: &Plan, listing: &Listing) -> Vec<u8> {
    let class = grade(plan, &listing.entries).unwrap();
    let submissions: Vec<SubmissionResult> =
        class.graded.iter().map(|graded| graded.result.clone()).collect();
    class.end().unwrap();
    bytes(&Results { header: plan.header.clone(), submissions, strays: Vec::new() })
}

fn bytes(results: &Results) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(results, &mut bytes).unwrap();
    bytes
}

#[test]
fn results_do_not_depend_on_the_number_of_jobs() {
    let (class, out) = (class_of(20), tempfile::tempdir().unwrap());
    let (judge, header) = (Counting::default(), header(None));
    let listing = list(class.path()).unwrap();
    let plan = |jobs| Plan { jobs, ..plan(&judge, &header, out.path()) };
    let alone = graded(&plan(1), &listing);
    assert_eq!(alone, graded(&plan(7), &listing));
    let text = String::from_utf8(alone).unwrap();
    assert_eq!(text.lines().count(), 22);
    assert_eq!(text.lines().last(), Some(r#"{"count":20}"#));
    assert_eq!(fs::read_dir(out.path()).unwrap().count(), 0, "the journal is gone");
}

#[test]
fn merged_parts_equal_the_whole_byte_for_byte() {
    let class = class_of(23);
    let judge = Counting::default();
    let whole = {
        let out = tempfile::tempdir().unwrap();
        graded(&plan(&judge, &header(None), out.path()), &list(class.path()).unwrap())
    };
    for way in ["hash", "slice"] {
        let shards = shards(&class, &judge, way);
        assert_eq!(bytes(&merge(shards.clone()).unwrap()), whole, "{way}");

        let missing = merge(shards[1..].to_vec()).unwrap_err().to_string();
        assert!(missing.contains(&format!("{way}:1/3 is missing")), "{missing}");
        let twice =
            merge([shards.clone(), vec![shards[0].clone()]].concat()).unwrap_err().to_string();
        assert!(twice.contains("is there twice"), "{twice}");
        let mut other = shards.clone();
        other[1].header.seed = 2;
        assert!(merge(other).unwrap_err().to_string().contains("not of the same seed"));
        let mut lost = shards.clone();
        let taken = lost[0].submissions.remove(0);
        lost[1].submissions.push(taken);
        assert!(merge(lost).unwrap_err().to_string().contains("does not belong"));
    }
}

fn shards(class: &TempDir, judge: &Counting, way: &str) -> Vec<Results> {
    let parts = (1..=3).map(|part| {
        let out = tempfile::tempdir().unwrap();
        let name = format!("{way}:{part}/3");
        let partition: Partition = name.parse().unwrap();
        let mut listing = list(class.path()).unwrap();
        let all = listing.entries.into_iter().enumerate();
        let in_part = all.filter(|(index, entry)| partition.holds(*index, &entry.name));
        listing.entries = in_part.map(|(_, entry)| entry).collect();
        let file = out.path().join("results.jsonl");
        fs::write(&file, graded(&plan(judge, &header(Some(&name)), out.path()), &listing)).unwrap();
        read(&file).unwrap()
    });
    parts.collect()
}

#[test]
fn an_interrupted_run_goes_on_where_it_was() {
    let (class, out) = (class_of(10), tempfile::tempdir().unwrap());
    let header = header(None);
    let listing = list(class.path()).unwrap();
    let whole = graded(&plan(&Counting::default(), &header, out.path()), &listing);

    // As `kill -9` leaves it: a journal, its last line cut off.
    let first = Counting::default();
    drop(grade(&plan(&first, &header, out.path()), &listing.entries[..6]).unwrap());
    let journal = out.path().join("journal.jsonl");
    let text = fs::read(&journal).unwrap();
    fs::write(&journal, &text[..text.len() - 40]).unwrap();

    let second = Counting::default();
    let resumed = Plan { resume: true, ..plan(&second, &header, out.path()) };
    assert_eq!(graded(&resumed, &listing), whole);
    assert_eq!(second.asked.load(Ordering::Relaxed), 5, "four new ones and the one cut off");

    drop(grade(&plan(&first, &header, out.path()), &listing.entries).unwrap());
    let other = Header { seed: 2, ..header.clone() };
    let resumed = Plan { resume: true, ..plan(&second, &other, out.path()) };
    assert!(
        grade(&resumed, &listing.entries).err().unwrap().to_string().contains("was another one")
    );
}

#[test]
fn what_changed_during_an_interruption_is_graded_again() {
    let (class, out) = (class_of(4), tempfile::tempdir().unwrap());
    let (judge, header) = (Counting::default(), header(None));
    let listing = list(class.path()).unwrap();
    drop(grade(&plan(&judge, &header, out.path()), &listing.entries).unwrap());
    fs::write(class.path().join("student 2/activations/src/sigmoid.rs"), "xxxx").unwrap();
    let again = Counting::default();
    let resumed = Plan { resume: true, ..plan(&again, &header, out.path()) };
    let text = String::from_utf8(graded(&resumed, &listing)).unwrap();
    assert_eq!(again.asked.load(Ordering::Relaxed), 1);
    assert!(text.lines().nth(3).unwrap().starts_with(r#"{"submission":"student 2","score":6"#));
}

#[test]
fn unchanged_lessons_are_not_graded_twice() {
    let (class, out) = (class_of(5), tempfile::tempdir().unwrap());
    let cache = tempfile::tempdir().unwrap();
    let (judge, header) = (Counting::default(), header(None));
    let plan = Plan { cache: Some(cache.path().into()), ..plan(&judge, &header, out.path()) };
    let listing = list(class.path()).unwrap();
    let first = graded(&plan, &listing);
    assert_eq!(judge.asked.load(Ordering::Relaxed), 5);
    assert_eq!(graded(&plan, &listing), first);
    assert_eq!(judge.asked.load(Ordering::Relaxed), 5, "all from the cache");

    // A new file of another lesson: only that one is asked for.
    let folder = class.path().join("student 1/init/src");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("zeros.rs"), "xxxxxxxxx").unwrap();
    let text = String::from_utf8(graded(&plan, &listing)).unwrap();
    assert_eq!(judge.asked.load(Ordering::Relaxed), 6);
    assert!(text.contains(r#""exercise":"zeros","verdict":"pass""#));
    assert!(
        text.lines().nth(2).unwrap().contains(r#""exercise":"sigmoid","verdict":"fail","score":3"#)
    );
}

#[test]
fn a_kept_report_speaks_both_languages() {
    let (class, out) = (class_of(2), tempfile::tempdir().unwrap());
    let cache = tempfile::tempdir().unwrap();
    let (judge, header) = (Counting::default(), header(None));
    let plan = Plan { cache: Some(cache.path().into()), ..plan(&judge, &header, out.path()) };
    let listing = list(class.path()).unwrap();
    graded(&plan, &listing);
    let korean = Header { language: "ko".to_string(), ..header.clone() };
    let plan = Plan { language: Language::Korean, header: &korean, ..plan };
    let text = String::from_utf8(graded(&plan, &listing)).unwrap();
    assert_eq!(judge.asked.load(Ordering::Relaxed), 2, "the second time from the cache");
    assert!(text.contains(r#""message":"0 (ko)""#), "{text}");
}

/// As if a lesson had got another property since, and the fingerprint had missed it.
#[test]
fn a_kept_report_on_other_properties_is_not_believed() {
    let (class, out) = (class_of(1), tempfile::tempdir().unwrap());
    let cache = tempfile::tempdir().unwrap();
    let (judge, header) = (Counting::default(), header(None));
    let plan = Plan { cache: Some(cache.path().into()), ..plan(&judge, &header, out.path()) };
    let listing = list(class.path()).unwrap();
    let first = graded(&plan, &listing);
    let names = |path: &Path| -> Vec<String> {
        let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().file_name());
        entries.map(|name| name.into_string().unwrap()).collect()
    };
    let store = Store::in_folder(cache.path());
    for folder in names(cache.path()) {
        for key in names(&cache.path().join(&folder)) {
            let name = format!("{folder}/{key}");
            let mut reports: Vec<Report> = store.get(&name, &key).unwrap();
            reports[0].properties.pop();
            store.put(&name, &key, &reports).unwrap();
        }
    }
    assert_eq!(graded(&plan, &listing), first);
    assert_eq!(judge.asked.load(Ordering::Relaxed), 2, "judged again");
}

#[test]
fn a_machine_that_fails_costs_no_points_for_good() {
    let (class, out) = (class_of(4), tempfile::tempdir().unwrap());
    let header = header(None);
    let listing = list(class.path()).unwrap();
    let burning = Counting { fails_from: Some(2), ..Counting::default() };
    let class_graded =
        grade(&Plan { jobs: 1, ..plan(&burning, &header, out.path()) }, &listing.entries).unwrap();
    let problems = class_graded.graded.iter().filter(|graded| graded.problem.is_some());
    assert_eq!(problems.count(), 2);
    assert_eq!(class_graded.graded[3].result.exercises[0].verdict, Standing::Infra);
    drop(class_graded);
    let mended = Counting::default();
    let resumed = Plan { resume: true, ..plan(&mended, &header, out.path()) };
    let text = String::from_utf8(graded(&resumed, &listing)).unwrap();
    assert_eq!(mended.asked.load(Ordering::Relaxed), 2);
    assert!(!text.contains("infra"));
}

/// What is in the place of the journal is neither followed nor waited for, at the start and when resuming.
#[cfg(unix)]
#[test]
fn the_journal_never_follows_what_was_there() {
    use std::os::unix::fs::symlink;

    let (class, outside) = (class_of(2), tempfile::tempdir().unwrap());
    let (judge, header) = (Counting::default(), header(None));
    let listing = list(class.path()).unwrap();
    let target = outside.path().join("target");
    for (what, resume) in [("link", false), ("link", true), ("pipe", false), ("pipe", true)] {
        let out = tempfile::tempdir().unwrap();
        let journal = out.path().join("journal.jsonl");
        // A journal of the very same run, elsewhere.
        drop(grade(&plan(&judge, &header, outside.path()), &listing.entries).unwrap());
        fs::rename(outside.path().join("journal.jsonl"), &target).unwrap();
        let precious = fs::read(&target).unwrap();
        if what == "link" {
            symlink(&target, &journal).unwrap();
        } else {
            assert!(std::process::Command::new("mkfifo").arg(&journal).status().unwrap().success());
        }
        let plan = Plan { resume, ..plan(&judge, &header, out.path()) };
        let words = grade(&plan, &listing.entries).err().unwrap().to_string();
        assert!(words.contains("journal.jsonl") && words.contains("move it away"), "{words}");
        assert_eq!(fs::read(&target).unwrap(), precious);
    }
    // A second name of a file elsewhere: a new journal takes its place.
    let out = tempfile::tempdir().unwrap();
    let precious = fs::read(&target).unwrap();
    fs::hard_link(&target, out.path().join("journal.jsonl")).unwrap();
    drop(grade(&plan(&judge, &header, out.path()), &listing.entries).unwrap());
    assert_eq!(fs::read(&target).unwrap(), precious);
}

/// Whatever was done to an entry of the cache, it is judged again or the result is the same.
#[test]
fn a_damaged_entry_of_the_cache_is_no_entry() {
    let (class, out) = (class_of(1), tempfile::tempdir().unwrap());
    let cache = tempfile::tempdir().unwrap();
    let (judge, header) = (Counting::default(), header(None));
    let plan = Plan { cache: Some(cache.path().into()), ..plan(&judge, &header, out.path()) };
    let listing = list(class.path()).unwrap();
    let first = graded(&plan, &listing);
    let entries = || -> Vec<std::path::PathBuf> {
        let folders = fs::read_dir(cache.path()).unwrap().map(|folder| folder.unwrap().path());
        folders
            .flat_map(|folder| fs::read_dir(folder).unwrap())
            .map(|e| e.unwrap().path())
            .collect()
    };
    let whole: Vec<(std::path::PathBuf, Vec<u8>)> =
        entries().into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    assert_eq!(whole.len(), Course::whole().lessons().len());
    for damage in ["short", "empty", "json", "of another lesson", "a folder"] {
        for (index, (path, bytes)) in whole.iter().enumerate() {
            let _ = fs::remove_file(path);
            match damage {
                "short" => fs::write(path, &bytes[..bytes.len() / 2]).unwrap(),
                "empty" => fs::write(path, "").unwrap(),
                "json" => fs::write(path, "[]").unwrap(),
                "of another lesson" => {
                    fs::write(path, &whole[(index + 1) % whole.len()].1).unwrap();
                }
                _ => fs::create_dir(path).unwrap(),
            }
        }
        assert_eq!(graded(&plan, &listing), first, "{damage}");
        for (path, _) in &whole {
            let _ = fs::remove_dir_all(path);
        }
    }
    assert_eq!(judge.asked.load(Ordering::Relaxed), 6, "each time again");
}
