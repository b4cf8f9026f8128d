//! Desks for tests: copies of the stubs, in two folders under `target/`, one test at a time in each, so that the
//! compiler finds its incremental state of the test before.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use course::report::Report;
use course::{Course, Exercise};
use gradlings::workplace::Workplace;

/// A copy of the stubs to write into.
pub(crate) struct Desk {
    pub(crate) workplace: Workplace,
    /// Held while the desk is used.
    _lock: File,
}

impl Desk {
    /// A desk that is free, with fresh stubs, where nothing was checked.
    pub(crate) fn new() -> Self {
        let root = course::root(Path::new(env!("CARGO_MANIFEST_DIR")));
        let locked = |number: &str, lock: fn(&File) -> bool| {
            let folder = root.join("target").join("desks").join(number);
            fs::create_dir_all(&folder).unwrap();
            let file = File::create(folder.join("lock")).unwrap();
            lock(&file).then_some((folder, file))
        };
        let (folder, lock) = locked("1", |file| file.try_lock().is_ok())
            .or_else(|| locked("2", |file| file.lock().is_ok()))
            .unwrap();
        let mut workplace = Workplace::new(Course::whole(), &root);
        workplace.exercises = folder.join("exercises");
        workplace.output = folder.join("output");
        workplace.limits.time = Duration::from_secs(1);
        let _ = fs::remove_dir_all(&workplace.exercises);
        for memory in ["reports", "hints"] {
            let _ = fs::remove_dir_all(workplace.output.join(memory));
        }
        for exercise in Course::whole().exercises() {
            let file = workplace.file(exercise);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, workplace.stub(exercise).unwrap()).unwrap();
        }
        Self { workplace, _lock: lock }
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.workplace.file(exercise(name)), text).unwrap();
    }

    pub(crate) fn write_solution(&self, name: &str) {
        self.write(name, &self.workplace.solution(exercise(name)).unwrap());
    }

    pub(crate) fn check(&self, name: &str) -> Report {
        self.workplace.check(&[exercise(name)]).unwrap().remove(0)
    }

    /// When the program of the first lesson was compiled.
    pub(crate) fn compiled_at(&self) -> SystemTime {
        let program = format!("answers{}", std::env::consts::EXE_SUFFIX);
        let program = self.workplace.output.join("activations").join(program);
        program.metadata().unwrap().modified().unwrap()
    }
}

pub(crate) fn exercise(name: &str) -> &'static Exercise {
    Course::whole().find(name).unwrap().remove(0)
}

pub(crate) fn first_message(report: &Report) -> &str {
    let property = report.properties.iter().find(|property| !property.holds()).unwrap();
    &property.message.as_ref().unwrap().en
}
