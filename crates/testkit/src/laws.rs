//! Laws: exercises in which the student writes the property.
//!
//! A law is a function that is given a function of an answer and an input, and says whether the answer is right
//! there, as far as it looks. It is *sound* if it is true of every right answer on every input, and *sharp* if it is
//! false of a wrong one on some. So it is judged by the catalogues of the function that it is about: by the variants,
//! which it must accept, and by the mistakes, which it must notice.
//!
//! A suite declares a [`Law`], and each of its properties is one line. Where the answer panics, the law never sees a
//! value: that counts as noticed. Where the law itself panics, that is told as any panic of a student's code.

use std::cell::RefCell;
use std::rc::Rc;

use contract::{Callee, Contract, Fault, Passed, Plain, Text, Value, attempt, raise, say};
use proptest::strategy::BoxedStrategy;
use rand::{SeedableRng, rngs::StdRng};

use crate::compare::difference;
use crate::complaint::{Complaint, Verdict};
use crate::for_all::{drawn, for_each, for_share};
use crate::lesson::{Mistake, Variant};

/// How far a wrong value must be off so that a law can be asked to notice it.
const NOTICEABLE: f64 = 1e-6;
/// How many of the other mistakes a law must notice, of ten.
const MOST_OTHERS: usize = 7;
/// How many inputs of a student's generator are looked at.
const DRAWS: usize = 1_000;
/// How many inputs are asked twice.
const ASKED_TWICE: usize = 12;
/// The longest code that a message shows, in characters.
const LONGEST_CODE: usize = 230;

/// What a law is about, and what it is asked.
///
/// `A` are the answers with the law among their functions; `S` those with the functions that it is about, for the
/// most part the same; `I` is an input of `N` parts.
pub struct Law<A: 'static, S: 'static, I, const N: usize> {
    /// The functions that it is about: the first one gives the reference its case.
    pub about: &'static [&'static str],
    /// Right answers.
    pub right: fn() -> S,
    /// The same, written in other ways.
    pub variants: &'static [Variant<S>],
    /// Wrong answers.
    pub mistakes: &'static [Mistake<S>],
    /// Those that it must notice: each a property, the ids of its mistakes, and what is to be learned from them.
    pub named: &'static [MustNotice],
    /// Those that it cannot be asked to notice on such inputs, each with the reason.
    pub left_out: &'static [(&'static str, &'static str)],
    /// What the parts of an input are called.
    pub parts: [&'static str; N],
    /// The inputs that are always tried.
    pub landmarks: fn() -> Vec<I>,
    /// All others.
    pub inputs: fn() -> BoxedStrategy<I>,
    /// The share of the usual number of inputs that is drawn: one of so many.
    pub share: u32,
    /// What the law among the answers says of the one that is given.
    pub holds: fn(&A, &Given<S>, &I) -> bool,
    /// What the named function gives on an input, to show how a wrong one differs.
    pub shows: fn(&S, &str, &I) -> Value,
    /// Right answers to the lesson, with a law that keeps what it asks of a student's.
    pub reference: fn() -> A,
}

/// A property, the ids of the mistakes that a law must notice for it, and what is to be learned from them.
pub type MustNotice = (&'static str, &'static [&'static str], &'static str);

/// An answer that a law is given.
pub struct Given<S> {
    answers: S,
    function: &'static str,
    /// Why it gave no value, where it did not.
    fault: RefCell<Option<Fault>>,
}

impl<S> Given<S> {
    /// The function of it that the law is about.
    pub fn function(&self) -> &'static str {
        self.function
    }

    /// What `call` gives for it. A fault goes through the law, which does not see it.
    pub fn call<R>(&self, call: impl FnOnce(&S) -> R) -> R {
        attempt(|| call(&self.answers)).unwrap_or_else(|fault| {
            self.fault.replace(Some(fault.clone()));
            raise(fault)
        })
    }
}

/// What a law says of an answer.
#[derive(Clone, Debug, PartialEq)]
enum Said {
    /// It is right there.
    True,
    /// It is not.
    False,
    /// The answer gave no value.
    Nothing(Fault),
}

/// An answer of a catalogue, right or wrong.
struct Specimen<S> {
    code: String,
    words: Text,
    given: Given<S>,
}

impl<S> Specimen<S> {
    fn of(function: &'static str, code: &str, words: Text, answers: S) -> Self {
        let given = Given { answers, function, fault: RefCell::default() };
        Self { code: readable(code), words, given }
    }
}

/// Code on one line, cut off where it is long.
fn readable(code: &str) -> String {
    let words: Vec<&str> = code.split_whitespace().collect();
    let code = words.join(" ");
    if code.chars().count() <= LONGEST_CODE {
        return code;
    }
    code.chars().take(LONGEST_CODE).collect::<String>() + " .."
}

/// An answer that a law may be asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// Its code.
    pub code: String,
    /// Whether it is right.
    pub is_right: bool,
}

/// Passes a call on with other data, and keeps what came of it.
struct Exchange {
    callee: Rc<dyn Callee>,
    /// The arguments; `None` where a function is passed.
    arguments: Vec<Option<Value>>,
    outcome: RefCell<Option<Result<Value, Fault>>>,
}

impl Callee for Exchange {
    fn call(&self, function: &str, arguments: Vec<Passed<'_>>) -> Result<Value, Fault> {
        let exchanged = arguments.into_iter().zip(&self.arguments).map(|(passed, value)| {
            match (passed, value) {
                (Passed::Value(_), Some(value)) => Passed::Value(value.clone()),
                (passed, _) => passed,
            }
        });
        let outcome = self.callee.call(function, exchanged.collect());
        self.outcome.replace(Some(outcome.clone()));
        outcome
    }
}

/// A law in numbers, for a table.
#[derive(Clone, Debug)]
pub struct Share {
    /// What must be noticed one by one.
    pub named: &'static [MustNotice],
    /// What cannot be asked for, with the reasons.
    pub left_out: &'static [(&'static str, &'static str)],
    /// How many other mistakes can be noticed.
    pub others: usize,
    /// How many of these the reference law notices.
    pub noticed: usize,
}

/// A law among the answers `A`, whatever it is about.
pub trait AnyLaw<A>: Sync {
    /// The law in numbers.
    fn share(&self) -> Share;
    /// What `property` asks the law about, the plainest first.
    fn examples(&self, property: &str) -> Vec<Example>;
    /// What the law that `callee` answers for says of an example, with these arguments in place of those that are data.
    fn put(
        &self,
        example: &Example,
        callee: Rc<dyn Callee>,
        arguments: Vec<Option<Value>>,
    ) -> Result<Value, Fault>;
    /// The right answers that the law among `answers` refuses on some of `count` inputs, a sentence each.
    fn false_alarms(&self, answers: &A, count: usize) -> Vec<String>;
}

impl<A, S, I, const N: usize> AnyLaw<A> for Law<A, S, I, N>
where
    A: Contract,
    I: Plain + Clone + std::fmt::Debug + 'static,
{
    fn share(&self) -> Share {
        let (inputs, law) = (self.tried(), (self.reference)());
        let others = self.others(&inputs);
        let is_noticed =
            |wrong: &&Specimen<S>| self.is_noticed(&law, wrong, &inputs).unwrap_or(false);
        let noticed = others.iter().filter(is_noticed).count();
        Share { named: self.named, left_out: self.left_out, others: others.len(), noticed }
    }

    fn examples(&self, property: &str) -> Vec<Example> {
        let named = self.named.iter().find(|(name, ..)| *name == property);
        let (specimens, is_right) = match named {
            Some((_, ids, _)) => (self.wrongs(|id| ids.contains(&id)), false),
            None if property == "notices_most_other_mistakes" => {
                (self.others(&self.tried()), false)
            }
            None => (self.rights(), true),
        };
        let example = |Specimen { code, .. }: Specimen<S>| Example { code, is_right };
        specimens.into_iter().map(example).collect()
    }

    fn put(
        &self,
        example: &Example,
        callee: Rc<dyn Callee>,
        arguments: Vec<Option<Value>>,
    ) -> Result<Value, Fault> {
        let unknown = || Fault::Nonsense { what: "there is no such example".into() };
        let all = if example.is_right { self.rights() } else { self.wrongs(|_| true) };
        let specimen = all.into_iter().find(|known| known.code == example.code);
        let Specimen { given, .. } = specimen.ok_or_else(unknown)?;
        let input = self.tried().into_iter().next().ok_or_else(unknown)?;
        let exchange = Rc::new(Exchange { callee, arguments, outcome: RefCell::default() });
        let asked = A::over(Rc::clone(&exchange) as Rc<dyn Callee>);
        let _ = attempt(|| (self.holds)(&asked, &given, &input));
        exchange.outcome.take().unwrap_or_else(|| Err(unknown()))
    }

    fn false_alarms(&self, answers: &A, count: usize) -> Vec<String> {
        let inputs = drawn(&(self.inputs)(), count);
        let refused = |right: &Specimen<S>| {
            let refuses = |input: &&I| self.ask(answers, &right.given, input) != Said::True;
            inputs.iter().find(refuses).map(|input| format!("{} on {input:?}", right.code))
        };
        self.rights().iter().filter_map(refused).collect()
    }
}

impl<A, S, I, const N: usize> Law<A, S, I, N>
where
    A: Contract,
    S: 'static,
    I: Plain + Clone + std::fmt::Debug + 'static,
{
    /// Holds when the law is true of every right answer on every input.
    pub fn accepts_every_right_answer(&self, answers: &A) -> Verdict {
        let rights = self.rights();
        let check =
            |input: &I| rights.iter().try_for_each(|right| self.accepts(answers, right, input));
        for_each(self.parts, (self.landmarks)(), check)?;
        for_share(self.share, self.parts, (self.inputs)(), check)
    }

    fn accepts(&self, answers: &A, right: &Specimen<S>, input: &I) -> Verdict {
        let code = &right.code;
        match self.ask(answers, &right.given, input) {
            Said::True => Ok(()),
            Said::False => Err(Complaint::new(say!(
                "Your law is false of a right answer: `{code}`. A sound law is true of every right answer, \
                 however it is written, on every input.",
                "법칙이 올바른 답에 거짓이라고 합니다: `{code}`. 건전한 법칙은 어떻게 쓴 것이든 올바른 답이라면 모든 \
                 입력에서 참입니다."
            ))),
            Said::Nothing(fault) => {
                let Text { en, ko } = why(&fault);
                Err(Complaint::new(say!(
                    "A right answer gave no value when your law called it: {en}. It was `{code}`. Call it only \
                     with what it may be given.",
                    "법칙이 올바른 답을 불렀을 때 값이 나오지 않았습니다: {ko}. 그 답은 `{code}`입니다. 받을 수 있는 \
                     인자로만 부르세요."
                )))
            }
        }
    }

    /// Holds when the law is false of each mistake that `property` stands for, on some input.
    ///
    /// # Panics
    /// If the law has no such property.
    pub fn notices(&self, answers: &A, property: &str) -> Verdict {
        let of_property = self.named.iter().find(|(name, ..)| *name == property);
        let (_, ids, _) = of_property.unwrap_or_else(|| panic!("{property} stands for no mistake"));
        let inputs = self.tried();
        for wrong in self.wrongs(|id| ids.contains(&id)) {
            if !self.is_noticed(answers, &wrong, &inputs)? {
                return Err(self.survives(
                    &wrong,
                    &inputs,
                    &say!(
                        "Your law is true of a wrong answer on every input",
                        "법칙이 잘못된 답에도 모든 입력에서 참이라고 합니다"
                    ),
                ));
            }
        }
        Ok(())
    }

    /// Holds when the law notices seven in ten of the other mistakes that can be noticed.
    pub fn notices_most_other_mistakes(&self, answers: &A) -> Verdict {
        let inputs = self.tried();
        let (mut all, mut noticed, mut survivor) = (0, 0, None);
        for wrong in self.others(&inputs) {
            all += 1;
            if self.is_noticed(answers, &wrong, &inputs)? {
                noticed += 1;
            } else {
                survivor = survivor.or(Some(wrong));
            }
        }
        let Some(survivor) = survivor.filter(|_| 10 * noticed < MOST_OTHERS * all) else {
            return Ok(());
        };
        let needed = (MOST_OTHERS * all).div_ceil(10);
        Err(self.survives(&survivor, &inputs, &say!(
            "Your law notices {noticed} of {all} other mistakes, and must notice {needed}. One that it lets pass",
            "법칙이 다른 실수 {all}가지 가운데 {noticed}가지를 알아차립니다. {needed}가지를 알아차려야 합니다. \
             놓친 것 하나"
        )))
    }

    /// Holds when the law says the same of the same answer and input, whatever it was asked before.
    pub fn gives_the_same_verdict_twice(&self, answers: &A) -> Verdict {
        let inputs: Vec<I> = self.tried().into_iter().step_by(3).take(ASKED_TWICE).collect();
        let ids: Vec<&str> = self.ids().collect();
        let mut specimens: Vec<Specimen<S>> = self.rights().into_iter().take(3).collect();
        specimens.extend(self.wrongs(|id| ids.contains(&id)).into_iter().take(3));
        let mut asked: Vec<(usize, usize)> = (0..inputs.len())
            .flat_map(|input| (0..specimens.len()).map(move |specimen| (input, specimen)))
            .collect();
        let ask = |(input, specimen): &(usize, usize)| {
            self.ask(answers, &specimens[*specimen].given, &inputs[*input])
        };
        let first =
            attempt(|| asked.iter().map(ask).collect::<Vec<_>>()).map_err(Complaint::of_fault)?;
        let mut known: Vec<_> = asked.iter().copied().zip(first).collect();
        known.sort_by_key(|((input, specimen), _)| (*specimen, usize::MAX - *input));
        asked.clear();
        for (pair, before) in known {
            let after = ask(&pair);
            if before != after {
                let code = &specimens[pair.1].code;
                let complaint = Complaint::new(say!(
                    "Asked twice about the same answer, your law said two things: `{code}`. What it says must \
                     follow from its arguments alone.",
                    "같은 답을 두 번 물었더니 법칙이 다르게 말했습니다: `{code}`. 법칙의 말은 인자만으로 정해져야 \
                     합니다."
                ));
                return Err(complaint.on_input(&self.parts, inputs[pair.0].to_value()));
            }
        }
        Ok(())
    }

    /// A thousand inputs that `draw` draws.
    pub fn draws(&self, draw: impl Fn(&mut StdRng) -> I) -> Vec<I> {
        let mut rng = StdRng::seed_from_u64(drawn(&proptest::num::u64::ANY, 1)[0]);
        (0..DRAWS).map(|_| draw(&mut rng)).collect()
    }

    /// Holds when each mistake that the law must notice is told by one of the `inputs`, where it is the reference that
    /// looks. `seen` says what these inputs look like.
    pub fn are_told_apart_by(&self, inputs: &[I], seen: &Text) -> Verdict {
        let ids: Vec<&str> = self.ids().collect();
        let law = (self.reference)();
        for wrong in self.wrongs(|id| ids.contains(&id)) {
            if !self.is_noticed(&law, &wrong, inputs)? {
                let (count, Text { en, ko }) = (inputs.len(), seen);
                return Err(self.survives(&wrong, &self.tried(), &say!(
                    "Not one of {count} inputs that you draw tells a wrong answer from a right one; of them, {en}. \
                     The wrong answer",
                    "뽑은 입력 {count}개 가운데 잘못된 답을 가려내는 것이 없습니다. 그중 {ko}. 잘못된 답"
                )));
            }
        }
        Ok(())
    }

    /// The ids of the mistakes that must be noticed.
    fn ids(&self) -> impl Iterator<Item = &'static str> {
        self.named.iter().flat_map(|(_, ids, _)| *ids).copied()
    }

    /// The inputs on which a wrong answer must be noticed.
    fn tried(&self) -> Vec<I> {
        let mut inputs = (self.landmarks)();
        let count = usize::try_from(256 / self.share).unwrap_or(1).max(1);
        inputs.extend(drawn(&(self.inputs)(), count));
        inputs
    }

    /// What the law among `answers` says. A fault of its own is raised.
    fn ask(&self, answers: &A, given: &Given<S>, input: &I) -> Said {
        given.fault.take();
        let said = attempt(|| (self.holds)(answers, given, input));
        match (given.fault.take(), said) {
            (Some(fault), _) => Said::Nothing(fault),
            (None, Ok(true)) => Said::True,
            (None, Ok(false)) => Said::False,
            (None, Err(fault)) => raise(fault),
        }
    }

    /// Whether the law among `answers` notices `wrong` on any of `inputs`; a fault of its own is a complaint.
    fn is_noticed(
        &self,
        answers: &A,
        wrong: &Specimen<S>,
        inputs: &[I],
    ) -> Result<bool, Complaint> {
        for input in inputs {
            let said = attempt(|| self.ask(answers, &wrong.given, input)).map_err(|fault| {
                Complaint::of_fault(fault).on_input(&self.parts, input.to_value())
            })?;
            if said != Said::True {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The complaint that begins with `verdict`, of a law that `wrong` survives.
    fn survives(&self, wrong: &Specimen<S>, inputs: &[I], verdict: &Text) -> Complaint {
        let Specimen { code, words, .. } = wrong;
        let apart = inputs.iter().filter_map(|input| Some((input, self.difference(wrong, input)?)));
        let plainest = apart
            .map(|(input, complaint)| complaint.on_input(&self.parts, input.to_value()))
            .min_by_key(Complaint::telling);
        let Text { en, ko } = verdict;
        let (words_en, words_ko) = (&words.en, &words.ko);
        let text = say!("{en}: `{code}`. {words_en}", "{ko}: `{code}`. {words_ko}");
        match plainest {
            Some(complaint) => complaint.preceded_by(&text),
            None => Complaint::new(text),
        }
    }

    /// How `wrong` differs from the right answer on `input`, far enough to be noticed.
    fn difference(&self, wrong: &Specimen<S>, input: &I) -> Option<Complaint> {
        let function = wrong.given.function;
        let want = attempt(|| (self.shows)(&(self.right)(), function, input)).ok()?;
        match attempt(|| (self.shows)(&wrong.given.answers, function, input)) {
            Ok(got) => difference(function, &got, &want, NOTICEABLE),
            Err(fault) => {
                let Text { en, ko } = why(&fault);
                Some(Complaint::new(say!(
                    "`{function}` gives no value there: {en}.",
                    "`{function}` 함수가 값을 내지 못합니다: {ko}."
                )))
            }
        }
    }

    /// Right answers, the reference, whose code would tell nobody much, last.
    fn rights(&self) -> Vec<Specimen<S>> {
        const NO_WORDS: Text = Text::fixed("", "");
        let of_reference = self
            .about
            .iter()
            .map(|function| Specimen::of(function, function, NO_WORDS, (self.right)()));
        let of_catalogue =
            self.variants.iter().filter(|variant| self.about.contains(&variant.function));
        let planted = of_catalogue.map(|variant| {
            let mut answers = (self.right)();
            (variant.plant)(&mut answers);
            Specimen::of(variant.function, variant.code, NO_WORDS, answers)
        });
        planted.chain(of_reference).collect()
    }

    /// The wrong answers whose ids `are_meant`, in the order of their catalogue.
    fn wrongs(&self, are_meant: impl Fn(&str) -> bool) -> Vec<Specimen<S>> {
        let of_catalogue = self
            .mistakes
            .iter()
            .filter(|mistake| self.about.contains(&mistake.function) && are_meant(mistake.id));
        let planted = of_catalogue.map(|mistake| {
            let mut answers = (self.right)();
            (mistake.plant)(&mut answers);
            Specimen::of(mistake.function, mistake.code, mistake.hint.clone(), answers)
        });
        planted.collect()
    }

    /// The mistakes that count only as a share: not named, and to be noticed on some of `inputs`.
    fn others(&self, inputs: &[I]) -> Vec<Specimen<S>> {
        let is_named = |id: &str| self.ids().any(|named| named == id);
        let is_left_out = |id: &str| self.left_out.iter().any(|(other, _)| *other == id);
        let mut others = self.wrongs(|id| !is_named(id) && !is_left_out(id));
        others.retain(|wrong| inputs.iter().any(|input| self.difference(wrong, input).is_some()));
        others
    }
}

/// Why a call gave no value, as a part of a sentence.
fn why(fault: &Fault) -> Text {
    match fault {
        Fault::Panicked { message, .. } => {
            let message = readable(message);
            let message = message.trim_end_matches('.');
            say!("it panicked, {message}", "패닉했습니다, {message}")
        }
        other => {
            let Text { en, ko } = other.sentence();
            Text::new(en.trim_end_matches('.').to_string(), ko.trim_end_matches('.').to_string())
        }
    }
}

#[cfg(test)]
#[allow(unreachable_pub, dead_code)]
mod tests {
    use std::cell::Cell;

    use contract::{Language, contract};

    use super::*;
    use crate::generators::eighths;
    use crate::{Exercise, Lesson, Notation, Property};

    contract! {
        /// A function, and a law of it.
        pub struct Answers {
            /// `2 z`.
            fn twice(z: f64) -> f64;
            /// Whether `twice` doubles `z`.
            fn twice_law(twice: &dyn Fn(f64) -> f64, z: f64) -> bool;
        }
    }

    fn right() -> Answers {
        let law = fill::twice_law(|twice, z| (twice(z) - 2.0 * z).abs() <= 1e-9);
        Answers { twice: Box::new(|z| 2.0 * z), twice_law: law }
    }

    const fn mistake(id: &'static str, plant: fn(&mut Answers)) -> Mistake<Answers> {
        let hint = Text::fixed("So it is wrong.", "그래서 틀렸습니다.");
        Mistake { id, function: "twice", code: "|z| ..", hint, plant }
    }

    const MISTAKES: &[Mistake<Answers>] = &[
        mistake("M1", |answers| answers.twice = fill::twice(|z| -2.0 * z)),
        mistake("M2", |answers| answers.twice = fill::twice(|z| z)),
        mistake("M3", |answers| answers.twice = fill::twice(|z| 2.0 * z + 1.0)),
        mistake("M4", |answers| answers.twice = fill::twice(|z| 2.0 * z + 1e-12)),
        mistake("M5", |answers| {
            answers.twice = fill::twice(|z| {
                assert!(z < 3.0, "too large");
                2.0 * z
            });
        }),
    ];

    const VARIANTS: &[Variant<Answers>] = &[Variant {
        name: "rounded",
        function: "twice",
        code: "|z| z + z + 1e-13",
        plant: |answers| answers.twice = fill::twice(|z| z + z + 1e-13),
    }];

    const LAW: Law<Answers, Answers, f64, 1> = Law {
        about: &["twice"],
        right,
        variants: VARIANTS,
        mistakes: MISTAKES,
        named: &[("notices_the_sign", &["M1"], ""), ("notices_a_panic", &["M5"], "")],
        left_out: &[],
        parts: ["z"],
        landmarks: || vec![0.0],
        inputs: || eighths(-64..=64),
        share: 4,
        holds: |answers, given, z| {
            answers.twice_law(&|z| given.call(|answers| answers.twice(z)), *z)
        },
        shows: |answers, _, z| answers.twice(*z).to_value(),
        reference: right,
    };

    const fn property(name: &'static str, check: fn(&Answers) -> Verdict) -> Property<Answers> {
        Property { function: "twice_law", name, check }
    }

    static LESSON: Lesson<Answers> = Lesson {
        name: "small",
        exercises: &[Exercise {
            name: "law_of_twice",
            functions: &["twice_law"],
            properties: &[
                property("accepts", |answers| LAW.accepts_every_right_answer(answers)),
                property("notices_the_sign", |answers| LAW.notices(answers, "notices_the_sign")),
                property("notices_a_panic", |answers| LAW.notices(answers, "notices_a_panic")),
                property("others", |answers| LAW.notices_most_other_mistakes(answers)),
                property("twice", |answers| LAW.gives_the_same_verdict_twice(answers)),
            ],
            mistakes: &[],
            variants: &[],
            hints: &[],
        }],
        reference: right,
        notation: Notation::NONE,
        laws: &[("law_of_twice", &LAW)],
    };

    /// The properties that `law` does not keep, each with the first words of its message.
    fn failing(
        law: impl Fn(&dyn Fn(f64) -> f64, f64) -> bool + 'static,
    ) -> Vec<(&'static str, String)> {
        let answers = Answers { twice_law: fill::twice_law(law), ..right() };
        let judged = LESSON.judge(&LESSON.exercises[0], answers);
        let failed = judged.into_iter().filter_map(|judged| {
            Some((judged.name, judged.verdict.err()?.speak(Language::English)))
        });
        failed.collect()
    }

    fn names(law: impl Fn(&dyn Fn(f64) -> f64, f64) -> bool + 'static) -> Vec<&'static str> {
        failing(law).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_sound_and_sharp_law_is_accepted() {
        assert_eq!(names(|twice, z| (twice(z) - 2.0 * z).abs() <= 1e-6), [""; 0]);
        // An answer that panics is noticed, whatever the law makes of it.
        let even = |twice: &dyn Fn(f64) -> f64, z: f64| (twice(z) - 2.0 * z).abs() <= 1e-6;
        assert!(LESSON.false_alarms().is_empty() && names(even).is_empty());
    }

    #[test]
    fn an_unsound_law_is_shown_a_right_answer_that_it_refuses() {
        let failing = failing(|twice, z| twice(z) == z + z);
        let [("accepts", words)] = &failing[..] else { panic!("{failing:?}") };
        assert!(words.contains("`|z| z + z + 1e-13`") && words.contains("z = 0"), "{words}");
    }

    #[test]
    fn a_blunt_law_is_shown_what_it_lets_pass_and_an_input_that_tells() {
        let failing = failing(|twice, z| (twice(z).abs() - 2.0 * z.abs()).abs() <= 1e-6);
        let [("notices_the_sign", words)] = &failing[..] else { panic!("{failing:?}") };
        assert!(
            words.contains("So it is wrong.") && words.contains("twice came out as"),
            "{words}"
        );
        assert_eq!(names(|_, _| true), ["notices_the_sign", "notices_a_panic", "others"]);
        assert_eq!(names(|_, _| false), ["accepts"]);
    }

    /// M4 is right to 1e-12, so of the others M2 and M3 count.
    #[test]
    fn what_cannot_be_noticed_is_not_asked_for() {
        let share = AnyLaw::share(&LAW);
        assert_eq!((share.others, share.noticed), (2, 2));
    }

    #[test]
    fn a_law_with_a_memory_is_told() {
        let calls = Cell::new(0);
        let law = move |twice: &dyn Fn(f64) -> f64, z: f64| {
            calls.set(calls.get() + 1);
            calls.get() % 7 == 0 || (twice(z) - 2.0 * z).abs() <= 1e-9
        };
        assert_eq!(names(law), ["twice"]);
    }

    #[test]
    fn faults_of_the_law_are_its_own() {
        let broken = failing(|twice, z| [twice(z)][usize::from(z > 1.0)] == 2.0 * z);
        assert!(broken.iter().any(|(_, words)| words.starts_with("Your code panicked at")));
        let endless = failing(|twice, z| {
            loop {
                if twice(z) > 1e9 {
                    return true;
                }
            }
        });
        assert!(endless.iter().all(|(_, words)| words.contains("more than 2000 times")));
        assert!(endless.iter().any(|(name, _)| *name == "accepts"));
    }
}
