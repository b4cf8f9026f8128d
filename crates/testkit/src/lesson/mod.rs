//! A lesson: its exercises with their properties, hints and mistakes, and how an answer is judged.

pub mod audit;
mod declare;
mod diagnosis;
mod in_process;
mod regimes;
mod smallest;
pub(crate) mod trial;
// `contract!` writes for the root of a crate.
#[cfg(test)]
#[allow(unreachable_pub, unused_imports)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use diagnosis::{Finding, Known};
pub use in_process::{InProcess, judged_in_process};
pub use trial::{Argument, Call};

use crate::complaint::{Complaint, Verdict};
use crate::for_all::is_in_a_hurry;
use crate::laws::{AnyLaw, Share};
use crate::telling::{Kind, Telling};
use crate::words::{foreign_file, needs_another_file};
use contract::Text;
use contract::ahead::Rehearsal;
use contract::{Callee, Contract};
use contract::{Fault, Value};

/// The three steps of help for a function. The first is also the sentence in the stub's `todo!`,
/// the last is nearly the answer.
#[derive(Clone, Debug)]
pub struct Hints {
    /// The function, as the contract calls it.
    pub function: &'static str,
    /// A nudge, a formula, and nearly the code.
    pub steps: [Text; 3],
}

/// One law that a function of an answer keeps.
pub struct Property<A: 'static> {
    /// The function that it tests.
    pub function: &'static str,
    /// Its name: the rest of a sentence that begins with the function or the exercise.
    pub name: &'static str,
    /// Draws inputs and complains about the first answer that is wrong.
    pub check: fn(&A) -> Verdict,
}

/// One exercise: a file of functions that the student writes.
pub struct Exercise<A: 'static> {
    /// Its name, which is also that of its file and of the module of its tests.
    pub name: &'static str,
    /// The functions in its file.
    pub functions: &'static [&'static str],
    /// The properties of these functions.
    pub properties: &'static [Property<A>],
    /// The mistakes that students make here.
    pub mistakes: &'static [Mistake<A>],
    /// Right answers written in other ways.
    pub variants: &'static [Variant<A>],
    /// Help for each of the functions.
    pub hints: &'static [Hints],
}

impl<A> Exercise<A> {
    fn property(&self, name: &str) -> &Property<A> {
        let found = self.properties.iter().find(|property| property.name == name);
        found.unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }
}

/// A wrong implementation of one function, and what to tell a student whose answer behaves so.
pub struct Mistake<A: 'static> {
    /// Its stable name in the catalogue.
    pub id: &'static str,
    /// The function that it gets wrong.
    pub function: &'static str,
    /// The wrong code.
    pub code: &'static str,
    /// One or two sentences for the student.
    pub hint: Text,
    /// Puts the wrong function into an answer.
    pub plant: fn(&mut A),
}

/// A right implementation that is written differently from the solution.
pub struct Variant<A: 'static> {
    /// What is different about it.
    pub name: &'static str,
    /// The function, as the contract calls it.
    pub function: &'static str,
    /// The right code.
    pub code: &'static str,
    /// Puts it into an answer.
    pub plant: fn(&mut A),
}

/// Quantities by the names that the notes give them.
pub type Named = Vec<(&'static str, Value)>;

/// What the notes call what has no name in a [`Value`].
pub struct Notation {
    /// The parts of the tuple that a function returns.
    pub parts: &'static [(&'static str, &'static [&'static str])],
    /// The numbers of rows and of columns of an array.
    pub sizes: &'static [(&'static str, [&'static str; 2])],
    /// What an argument that is a choice may be.
    pub choices: &'static [&'static str],
    /// What the notes name on the way from the arguments of a function to its result.
    pub on_the_way: fn(&str, Vec<Value>) -> Named,
}

impl Notation {
    /// Nothing has a name of its own.
    pub const NONE: &'static Self =
        &Self { parts: &[], sizes: &[], choices: &[], on_the_way: |_, _| Vec::new() };
}

/// Everything that is known of a lesson.
pub struct Lesson<A: 'static> {
    /// Its name, which is also that of its crate and its folder.
    pub name: &'static str,
    /// Its exercises, in the order in which they are meant to be solved.
    pub exercises: &'static [Exercise<A>],
    /// Answers that are right; the naive ones that the properties compare with.
    pub reference: fn() -> A,
    /// The words of the field for sizes and results.
    pub notation: &'static Notation,
    /// What is known of the exercises in which the student writes the property, by their names.
    pub laws: &'static [(&'static str, &'static dyn AnyLaw<A>)],
}

/// The verdict of one property on an answer.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The function that was tested.
    pub function: &'static str,
    /// The name of the property.
    pub name: &'static str,
    /// Whether it holds.
    pub verdict: Verdict,
}

impl<A: Contract> Lesson<A> {
    /// The exercise called `name`.
    ///
    /// # Panics
    /// If there is none: the name comes from the lesson's own table.
    pub fn exercise(&self, name: &str) -> &'static Exercise<A> {
        let found = self.exercises.iter().find(|exercise| exercise.name == name);
        found.unwrap_or_else(|| panic!("{} has no exercise {name}", self.name))
    }

    /// Checks one property of one exercise; names the mistake if it fails like a known one.
    ///
    /// # Panics
    /// If there is no such property.
    pub fn check(&self, exercise: &str, property: &str, answers: A) -> Verdict {
        let exercise = self.exercise(exercise);
        let property = exercise.property(property);
        let answers = Rc::new(answers);
        run(exercise, property, &answers, self.reference).map_err(|complaint| {
            if !may_be_a_mistake(&complaint) {
                return complaint;
            }
            let accused = [Rc::clone(&answers).into()];
            let known = self.known();
            let mut found = diagnosis::findings_of(exercise, property.function, &accused, &known);
            with_name(complaint, found.remove(0).as_ref())
        })
    }

    /// As [`check`](Self::check), for a test that `cargo test` runs: a panic in a library is told with the
    /// student's own line, and an exercise that needs another file of the folder `sources` is refused.
    ///
    /// # Panics
    /// If there is no such property.
    pub fn test(&self, (exercise, property): (&str, &str), sources: &str, answers: A) -> Verdict {
        contract::trace_panics();
        self.stands_alone(exercise, Path::new(sources))?;
        self.check(exercise, property, as_from_afar(self.exercise(exercise), answers))
    }

    /// Holds when the file of `exercise` draws in no file that is none of the lesson's.
    fn stands_alone(&self, exercise: &str, sources: &Path) -> Verdict {
        let file = format!("{exercise}.rs");
        let text = fs::read_to_string(sources.join(&file)).unwrap_or_default();
        let is_foreign = |path: &PathBuf| {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            let is_known = self.exercises.iter().any(|known| known.name == stem);
            path.is_file() && !(is_known || ["lib", "answers"].contains(&stem))
        };
        let foreign: Vec<PathBuf> = [sources.to_path_buf(), sources.join(exercise)]
            .iter()
            .filter_map(|folder| fs::read_dir(folder).ok())
            .flat_map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())))
            .filter(is_foreign)
            .collect();
        match foreign_file(exercise, &text, foreign.iter().map(PathBuf::as_path)) {
            Some(path) => {
                let name = path.strip_prefix(sources).unwrap_or(path).display().to_string();
                Err(Complaint::new(needs_another_file(&file, &name)))
            }
            None => Ok(()),
        }
    }

    /// Checks all properties of one exercise. Each function is diagnosed once.
    pub fn judge(&self, exercise: &'static Exercise<A>, answers: A) -> Vec<Judged> {
        self.judge_as(exercise, answers, &Unknown)
    }

    /// As [`judge`](Self::judge), with somebody who knows when a property need not be run.
    pub fn judge_as(
        &self,
        exercise: &'static Exercise<A>,
        answers: A,
        examinee: &dyn Examinee,
    ) -> Vec<Judged> {
        let answers = [Rc::new(answers).into()];
        let of_function = |function: &&str| self.judge_all(exercise, function, &answers, examinee);
        exercise.functions.iter().flat_map(of_function).flatten().collect()
    }

    /// What a property asks of right answers; `None` if that cannot be known beforehand.
    ///
    /// # Panics
    /// If there is no such property.
    pub fn rehearse(&self, exercise: &str, property: &str) -> Option<Rehearsal> {
        let exercise = self.exercise(exercise);
        let property = exercise.property(property);
        // Each law calls back in a way of its own.
        if is_law::<A>(property.function) {
            return None;
        }
        let is_right =
            |right| run(exercise, property, &Rc::new(A::over(right)), self.reference).is_ok();
        Rehearsal::of(&(Rc::new((self.reference)()) as Rc<dyn Callee>), is_right)
    }

    /// What the properties of one function say of each of `answers`, but for those that `examinee` knows
    /// to hold. All are diagnosed together, which costs little more than one.
    fn judge_all(
        &self,
        exercise: &'static Exercise<A>,
        function: &str,
        answers: &[Judgeable<A>],
        examinee: &dyn Examinee,
    ) -> Vec<Vec<Judged>> {
        let of_function =
            || exercise.properties.iter().filter(|property| property.function == function);
        let mut all: Vec<Vec<Judged>> = answers
            .iter()
            .map(|Judgeable { answers, .. }| {
                let known = (self.reference, examinee);
                of_function().map(|property| judged(exercise, property, answers, known)).collect()
            })
            .collect();
        self.name_mistakes(exercise, function, answers, &mut all);
        all
    }

    /// Names the mistakes in `function` of each of `answers`, of which its properties said `all`.
    fn name_mistakes(
        &self,
        exercise: &'static Exercise<A>,
        function: &str,
        answers: &[Judgeable<A>],
        all: &mut [Vec<Judged>],
    ) {
        if is_in_a_hurry() {
            return;
        }
        let (mut accused, mut complaints) = (Vec::new(), Vec::new());
        for (answers, judged) in answers.iter().zip(all) {
            let mut failed: Vec<_> =
                judged.iter_mut().filter_map(|judged| judged.verdict.as_mut().err()).collect();
            if failed.first_mut().is_some_and(|first| may_be_a_mistake(first)) {
                accused.push(answers.clone());
                complaints.push(failed);
            }
        }
        let found = diagnosis::findings_of(exercise, function, &accused, &self.known());
        for (complaints, finding) in complaints.into_iter().zip(found) {
            for complaint in complaints {
                *complaint = with_name(complaint.clone(), finding.as_ref());
            }
        }
    }

    fn known(&self) -> Known<A> {
        Known { reference: self.reference, notation: self.notation }
    }
}

/// An answer that is judged.
struct Judgeable<A: 'static> {
    answers: Rc<A>,
    /// The mistake in it, where it was planted.
    planted: Option<&'static Mistake<A>>,
    /// Whether the diagnosis must do without that mistake.
    is_unseen: bool,
}

impl<A> Clone for Judgeable<A> {
    fn clone(&self) -> Self {
        Self { answers: Rc::clone(&self.answers), ..*self }
    }
}

impl<A> From<Rc<A>> for Judgeable<A> {
    fn from(answers: Rc<A>) -> Self {
        Self { answers, planted: None, is_unseen: false }
    }
}

/// Whether `mistake` is no id of a catalogue but what the diagnosis found by itself: `family:<name>` or
/// `fact:<name>`.
pub fn is_found_by_probing(mistake: &str) -> bool {
    let name = mistake.strip_prefix("family:").or_else(|| mistake.strip_prefix("fact:"));
    name.is_some_and(|name| {
        (1..=20).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase())
    })
}

/// Whether `function` takes a function.
fn takes_a_function<A: Contract>(function: &str) -> bool {
    let types = A::types(function);
    types.is_some_and(|(arguments, _)| arguments.iter().any(|name| name.contains("dyn ")))
}

/// Whether `function` is a law: it takes a function of an answer and says whether that is right.
fn is_law<A: Contract>(function: &str) -> bool {
    let says = A::types(function).is_some_and(|(_, result)| result == "bool");
    says && takes_a_function::<A>(function)
}

/// What contracts call the generator that a function draws from.
const GENERATOR: &str = "rng";

/// `answers` as another process gives them, where that makes a difference: a generator crosses a line as a seed that is
/// drawn from it, so what is drawn there are other numbers. A student shall read of the same ones everywhere.
fn as_from_afar<A: Contract>(exercise: &Exercise<A>, answers: A) -> A {
    let draws = |function: &&str| A::arguments(function).contains(&GENERATOR);
    if exercise.functions.iter().any(draws) { A::over(Rc::new(answers)) } else { answers }
}

/// Whether there is any use in asking which mistake is behind it.
fn may_be_a_mistake(complaint: &Complaint) -> bool {
    matches!(complaint.fault(), None | Some(Fault::Panicked { .. }))
}

fn judged<A: Contract>(
    exercise: &Exercise<A>,
    property: &Property<A>,
    answers: &Rc<A>,
    (reference, examinee): (fn() -> A, &dyn Examinee),
) -> Judged {
    let verdict = if examinee.holds(property.name) {
        Ok(())
    } else {
        run(exercise, property, answers, reference)
    };
    Judged { function: property.function, name: property.name, verdict }
}

fn with_name(complaint: Complaint, finding: Option<&Finding>) -> Complaint {
    match finding {
        Some(Finding { id, hint }) => complaint.with_mistake(id, hint.clone()),
        None => complaint,
    }
}

/// The failure that tells a student most: of a function whose mistake is named, if there is one, else of the first
/// that fails; there the plainest, and of equals the first.
pub fn headline(judged: &[Judged]) -> Option<&Judged> {
    let failed = judged.iter().filter_map(|judged| Some((judged, judged.verdict.as_ref().err()?)));
    let first_of = |function: &str| {
        judged.iter().find(|judged| judged.function == function).map(|first| first.name)
    };
    let position = |function: &str| judged.iter().position(|judged| judged.function == function);
    let (headline, _) = failed.min_by_key(|(judged, complaint)| {
        let Telling { kind, numbers, .. } = complaint.telling();
        // A law computes with what it gets, and may break on that itself.
        let is_law = kind == Kind::Fault && first_of(judged.function) != Some(judged.name);
        let kind = if is_law { Kind::Law } else { kind };
        let is_unnamed = complaint.mistake().is_none();
        (kind == Kind::Unwritten, is_unnamed, position(judged.function), kind, numbers)
    })?;
    Some(headline)
}

/// Runs one property. A `todo!` in the file of another exercise is told as what it is: a call of a
/// function that is not written yet.
fn run<A: Contract>(
    exercise: &Exercise<A>,
    property: &Property<A>,
    answers: &Rc<A>,
    reference: fn() -> A,
) -> Verdict {
    let function = property.function;
    // Over a callee it is counted how often a function calls back.
    let counted = takes_a_function::<A>(function)
        .then(|| Rc::new(A::over(Rc::clone(answers) as Rc<dyn Callee>)));
    let answers = counted.as_ref().unwrap_or(answers);
    let mut verdict = smallest::checked(property, answers, reference);
    if verdict.is_ok() && !is_law::<A>(function) && regimes::is_first(exercise, property) {
        verdict = regimes::holds_in_every_regime(exercise, property, answers, reference);
    }
    verdict.map_err(|complaint| match complaint.fault() {
        Some(Fault::Unwritten { message, place: Some(place) })
            if !place.file.ends_with(&format!("/{}.rs", exercise.name)) =>
        {
            let (file, function) = (&place.file, property.function);
            Complaint::new(contract::say!(
                "`{function}` calls a function that is not written yet, in {file}: {message}.",
                "`{function}` 함수가 {file}의 아직 작성되지 않은 함수를 부릅니다: {message}."
            ))
        }
        _ => complaint,
    })
}

/// Who is judged, where answers come from afar. The properties of an exercise are put to it one after the
/// other; before and after each it is asked here.
pub trait Examinee {
    /// `property` begins. Whether it is known to hold, so that it need not be run.
    fn holds(&self, property: &'static str) -> bool;
}

/// A property is not run if the function says so of its name.
impl<F: Fn(&'static str) -> bool> Examinee for F {
    fn holds(&self, property: &'static str) -> bool {
        self(property)
    }
}

/// Of whom nothing is known beforehand.
struct Unknown;

impl Examinee for Unknown {
    fn holds(&self, _: &'static str) -> bool {
        false
    }
}

/// A lesson whatever its contract, for tools that go through all of them.
pub trait AnyLesson: Sync {
    /// The name of the lesson, its crate and its folder.
    fn name(&self) -> &'static str;
    /// Its exercises, each with its functions, in order.
    fn outline(&self) -> Vec<Outline>;
    /// Checks all properties of `exercise` on the answers that `callee` gives.
    fn judge(&self, exercise: &str, callee: Rc<dyn Callee>) -> Vec<Judged> {
        self.judge_as(exercise, callee, &Unknown)
    }
    /// As [`judge`](Self::judge), with somebody who knows when a property need not be run.
    fn judge_as(
        &self,
        exercise: &str,
        callee: Rc<dyn Callee>,
        examinee: &dyn Examinee,
    ) -> Vec<Judged>;
    /// What a property of `exercise` asks of right answers; `None` if that cannot be known.
    fn rehearse(&self, exercise: &str, property: &str) -> Option<Rehearsal>;
    /// A digest of what `function` of `exercise` does, for answers that no catalogued mistake explains; `None` if
    /// `callee` does not answer. It depends on the seed, and not on the way in which the function is written.
    fn behaviour(&self, exercise: &str, function: &str, callee: Rc<dyn Callee>) -> Option<u64>;
    /// The call on which `property` of `exercise` fails for the answers that `callee` gives, with the smallest
    /// input that was found; `None` if it holds.
    fn failing_call(&self, exercise: &str, property: &str, callee: Rc<dyn Callee>) -> Option<Call>;
    /// A small call of `function` of `exercise` that shows what it does; `None` if its properties make none.
    fn telling_call(&self, exercise: &str, function: &str) -> Option<Call>;
    /// Right answers.
    fn right_answers(&self) -> Rc<dyn Callee>;
    /// Right answers with the mistake `id` of `exercise` in place of one of its functions, and that function; `None` if
    /// there is no such mistake.
    fn with_mistake(&self, exercise: &str, id: &str) -> Option<(&'static str, Rc<dyn Callee>)>;
    /// What `callee` gives for `call` of a function of `exercise`.
    fn put(&self, exercise: &str, call: &Call, callee: Rc<dyn Callee>) -> Result<Value, Fault>;
    /// What `call` rightly gives.
    fn right_value(&self, call: &Call) -> Result<Value, Fault>;
    /// What the notes call the parts of a tuple that `function` returns.
    fn names_of_parts(&self, function: &str) -> &'static [&'static str];
    /// What the notes name on the way to the result of `call`, rightly.
    fn on_the_way(&self, call: &Call) -> Named;
    /// What is said of the first mistake of every function, to be pinned in a snapshot.
    fn messages(&self) -> Text;
    /// What the catalogues of `exercise` lack, each with the name of the module that would hold it.
    fn lacking(&self, exercise: &str) -> Vec<(&'static str, String)>;
    /// What the laws of the lesson must notice, by the names of their exercises.
    fn shares(&self) -> Vec<(&'static str, Share)>;
    /// Counts what the properties of `exercise` catch, name and accept.
    fn tally(&self, exercise: &str) -> audit::Tally;
}

/// What is known of an exercise without its contract.
#[derive(Clone, Debug)]
pub struct Outline {
    /// The name of the exercise.
    pub name: &'static str,
    /// The functions in its file.
    pub functions: &'static [&'static str],
    /// Its properties: function and name.
    pub properties: Vec<(&'static str, &'static str)>,
    /// Help for its functions.
    pub hints: &'static [Hints],
    /// Its catalogued mistakes: the id of each and the words for the student.
    pub mistakes: Vec<(&'static str, &'static Text)>,
}

impl<A: Contract> AnyLesson for Lesson<A> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn outline(&self) -> Vec<Outline> {
        let outline_of = |exercise: &Exercise<A>| Outline {
            name: exercise.name,
            functions: exercise.functions,
            properties: exercise.properties.iter().map(|p| (p.function, p.name)).collect(),
            hints: exercise.hints,
            mistakes: exercise.mistakes.iter().map(|mistake| (mistake.id, &mistake.hint)).collect(),
        };
        self.exercises.iter().map(outline_of).collect()
    }

    fn judge_as(
        &self,
        exercise: &str,
        callee: Rc<dyn Callee>,
        examinee: &dyn Examinee,
    ) -> Vec<Judged> {
        Lesson::judge_as(self, self.exercise(exercise), A::over(callee), examinee)
    }

    fn rehearse(&self, exercise: &str, property: &str) -> Option<Rehearsal> {
        Lesson::rehearse(self, exercise, property)
    }

    fn behaviour(&self, exercise: &str, function: &str, callee: Rc<dyn Callee>) -> Option<u64> {
        let answers = Rc::new(A::over(callee));
        diagnosis::behaviour_of(self.exercise(exercise), function, answers, self.reference)
    }

    fn failing_call(&self, exercise: &str, property: &str, callee: Rc<dyn Callee>) -> Option<Call> {
        Lesson::failing_call(self, exercise, property, &callee)
    }

    fn telling_call(&self, exercise: &str, function: &str) -> Option<Call> {
        Lesson::telling_call(self, exercise, function)
    }

    fn right_answers(&self) -> Rc<dyn Callee> {
        Rc::new((self.reference)())
    }

    fn with_mistake(&self, exercise: &str, id: &str) -> Option<(&'static str, Rc<dyn Callee>)> {
        let mistakes = self.exercises.iter().find(|known| known.name == exercise)?.mistakes;
        let mistake = mistakes.iter().find(|mistake| mistake.id == id)?;
        let mut answers = (self.reference)();
        (mistake.plant)(&mut answers);
        Some((mistake.function, Rc::new(answers)))
    }

    fn put(&self, exercise: &str, call: &Call, callee: Rc<dyn Callee>) -> Result<Value, Fault> {
        Lesson::put(self, exercise, call, callee)
    }

    fn right_value(&self, call: &Call) -> Result<Value, Fault> {
        if let Some(example) = &call.example {
            return Ok(Value::Flag(example.is_right));
        }
        self.right_answers().call(call.function, call.passed())
    }

    fn names_of_parts(&self, function: &str) -> &'static [&'static str] {
        let parts = self.notation.parts.iter().find(|(known, _)| *known == function);
        parts.map_or(&[], |(_, names)| names)
    }

    fn on_the_way(&self, call: &Call) -> Named {
        (self.notation.on_the_way)(call.function, call.values())
    }

    fn messages(&self) -> Text {
        Lesson::messages(self)
    }

    fn lacking(&self, exercise: &str) -> Vec<(&'static str, String)> {
        Lesson::lacking(self, exercise)
    }

    fn shares(&self) -> Vec<(&'static str, Share)> {
        self.laws.iter().map(|(exercise, law)| (*exercise, law.share())).collect()
    }

    fn tally(&self, exercise: &str) -> audit::Tally {
        Lesson::tally(self, exercise)
    }
}
