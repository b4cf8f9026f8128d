//! What is said of an answer that makes no catalogued mistake: a family with its constant, or facts.
//!
//! Everything said here agrees with every call that was compared. A family needs [`ENOUGH`] calls, of which
//! [`ENOUGH_WRONG`] are wrong; its constant was fitted on one of them.

use contract::{Text, Value, say};

use super::guard::{Guard, guards};
use super::probe::{Interview, Leaf, Probe, put_together};
use super::theory::{Theory, of_arguments, of_results, shown};

/// On so many calls a family has to hold.
const ENOUGH: usize = 20;
/// So many of them must be wrong.
const ENOUGH_WRONG: usize = 5;
/// How many calls may tell two conditions apart.
const SEPARATIONS: usize = 12;

/// How often an argument is exchanged to see whether it counts.
const MOST_TRIALS: usize = 24;

/// What is known of a wrong answer.
#[derive(Clone, Debug)]
pub(in crate::lesson) struct Finding {
    /// The id of a catalogued mistake, `family:<name>` or `fact:<name>`.
    pub(in crate::lesson) id: String,
    pub(in crate::lesson) hint: Text,
}

/// What can be said of the student's function, from `probes` of it; `spare` are arguments that it was not
/// asked yet.
pub(super) fn explain(
    interview: &Interview<'_>,
    probes: &[Probe],
    spare: &[Vec<Value>],
) -> Option<Finding> {
    if let Some(fault) = panics(probes) {
        return fault;
    }
    let parts = probes.first()?.want.len();
    if probes.len() < ENOUGH || probes.iter().any(|probe| probe.want.len() != parts) {
        return None;
    }
    let entries = interview.entry_by_entry(probes);
    let (probes, spare) = entries.as_deref().map_or((probes, spare), |entries| (entries, &[][..]));
    let (overflows, finite): (Vec<&Probe>, Vec<&Probe>) =
        probes.iter().partition(|probe| is_not_finite(probe));
    let whole = Scene { interview, probes, spare };
    let overflow = (!overflows.is_empty()).then(|| {
        let condition = whole.guard((&overflows, &finite), &is_not_finite, true);
        condition.map_or_else(
            || {
                say!(
                    "On some inputs the result is infinite or NaN.",
                    "어떤 입력에서는 결과가 무한대이거나 NaN입니다."
                )
            },
            |Condition { words: Text { en, ko }, .. }| {
                say!(
                    "Where {en}, the result is infinite or NaN.",
                    "{ko} 결과가 무한대이거나 NaN입니다."
                )
            },
        )
    });
    let finite: Vec<Probe> = finite.into_iter().cloned().collect();
    let probes = &finite[..];
    let wrong: Vec<usize> =
        (0..parts).filter(|part| probes.iter().any(|probe| probe.is_wrong(*part))).collect();
    let overflow = overflow.map(|hint| Finding { id: "fact:overflow".into(), hint });
    if wrong.is_empty() {
        return overflow;
    }
    let scene = Scene { interview, probes, spare };
    if changes_from_call_to_call(interview, probes) {
        return Some(Finding {
            id: "fact:unsteady".into(),
            hint: say!(
                "The same arguments give another result the next time: the result must depend on the \
                 arguments alone.",
                "같은 인자로 다시 부르면 결과가 달라집니다. 결과는 인자에만 따라야 합니다."
            ),
        });
    }
    let found = scene.by_families(&wrong).or_else(|| scene.by_facts(&wrong));
    match (found, overflow) {
        (Some(Finding { id, hint: Text { en, ko } }), Some(Finding { hint, .. })) => {
            let Text { en: more, ko: more_ko } = hint;
            Some(Finding { id, hint: say!("{en} {more}", "{ko} {more_ko}") })
        }
        (found, overflow) => found.or(overflow),
    }
}

/// Whether a number of the result is infinite or NaN where it must not be.
fn is_not_finite(probe: &Probe) -> bool {
    let Some(got) = &probe.got else { return false };
    got.iter().zip(&probe.want).any(|(got, want)| {
        let mut pairs = got.numbers.iter().zip(&want.numbers);
        pairs.any(|(got, want)| !got.is_finite() && want.is_finite())
    })
}

fn changes_from_call_to_call(interview: &Interview<'_>, probes: &[Probe]) -> bool {
    let of_student =
        |arguments: &[Value]| interview.ask(arguments).ok().map(|value| interview.parts(&value));
    probes.iter().filter(|probe| probe.got.is_some()).take(2).any(|probe| {
        let [first, second] = [(); 2].map(|()| of_student(&probe.arguments));
        match (first, second) {
            (Some(first), Some(second)) => !same(&first, &second),
            _ => false,
        }
    })
}

fn same(a: &[Leaf], b: &[Leaf]) -> bool {
    let bits = |leaves: &[Leaf]| -> Vec<Vec<u64>> {
        leaves.iter().map(|leaf| leaf.numbers.iter().map(|z| z.to_bits()).collect()).collect()
    };
    bits(a) == bits(b)
}

/// Where the answer panics: a fact if there is a condition for it. `Some(None)` if nothing can be said.
#[allow(clippy::option_option)]
fn panics(probes: &[Probe]) -> Option<Option<Finding>> {
    let (fails, answers): (Vec<&Probe>, Vec<&Probe>) =
        probes.iter().partition(|probe| probe.got.is_none());
    if fails.is_empty() {
        return None;
    }
    let others_are_right =
        answers.iter().all(|probe| (0..probe.want.len()).all(|part| !probe.is_wrong(part)));
    let enough = fails.len() >= ENOUGH_WRONG && answers.len() >= ENOUGH_WRONG;
    let condition = if enough { only(guards(&fails, &answers)) } else { None };
    Some(condition.filter(|_| others_are_right).map(|Guard { words: Text { en, ko }, .. }| {
        Finding {
            id: "fact:panics".into(),
            hint: say!("It panics where {en}; elsewhere it is right.", "{ko}만 패닉이 납니다."),
        }
    }))
}

/// A condition in words, and where it does not hold if that is said more plainly.
struct Condition {
    words: Text,
    elsewhere: Option<Text>,
}

fn only(mut guards: Vec<Guard>) -> Option<Guard> {
    if guards.len() == 1 { guards.pop() } else { None }
}

/// A theory that explains parts of the result wherever they are wrong.
struct Explanation<'a> {
    theory: Theory<'a>,
    /// The parts that it explains.
    parts: Vec<usize>,
    /// The calls on which a part is right, though the theory says otherwise.
    exceptions: Vec<usize>,
}

struct Scene<'a> {
    interview: &'a Interview<'a>,
    probes: &'a [Probe],
    spare: &'a [Vec<Value>],
}

impl<'a> Scene<'a> {
    fn wrong_probes(&self, part: usize) -> impl Iterator<Item = &'a Probe> {
        self.probes.iter().filter(move |probe| probe.is_wrong(part))
    }

    /// How many calls must be wrong. Of choices alone there are few, and all are tried.
    fn enough_wrong(&self) -> usize {
        let are_choices = self.probes[0].inputs.is_empty();
        if are_choices { 2 } else { ENOUGH_WRONG }
    }

    /// Names of parts of the result; none if there is only one.
    fn subject(&self, parts: &[usize]) -> (String, String) {
        let want = &self.probes[0].want;
        if want.len() == 1 || parts.len() == want.len() {
            return ("The result".into(), String::new());
        }
        let names: Vec<String> =
            parts.iter().map(|part| format!("`{}`", want[*part].name)).collect();
        let (last, others) = names.split_last().expect("at least one part is wrong");
        let en = if others.is_empty() {
            last.clone()
        } else {
            format!("{} and {last}", others.join(", "))
        };
        (en, format!("{}: ", names.join(", ")))
    }

    fn explanation(&self, theory: Theory<'a>, wrong: &[usize]) -> Option<Explanation<'a>> {
        let explains = |part: &usize| {
            let mut count = 0;
            let all = self.wrong_probes(*part).all(|probe| {
                count += 1;
                theory.holds(probe, *part)
            });
            all && count >= self.enough_wrong()
        };
        let parts: Vec<usize> = wrong.iter().copied().filter(explains).collect();
        if parts.is_empty() {
            return None;
        }
        let is_vacuous = theory.family == "opposite";
        let is_exception = |at: &usize| {
            let probe = &self.probes[*at];
            parts.iter().any(|part| !probe.is_wrong(*part) && !theory.holds(probe, *part))
        };
        let exceptions: Vec<usize> = (0..self.probes.len()).filter(is_exception).collect();
        // Of two answers, a wrong one is always the opposite.
        if is_vacuous && !exceptions.is_empty() {
            return None;
        }
        let found = Explanation { theory, parts, exceptions };
        (self.is_borne_out(&found) || self.condition_of(&found).is_some()).then_some(found)
    }

    /// Whether the wrong calls are of more than one kind, where an explanation is of these alone: a constant needs
    /// two right values, a change two results, and numbers that stand elsewhere a matrix that is no row or column.
    fn is_borne_out(&self, found: &Explanation<'_>) -> bool {
        let of_part = |part: &usize| {
            let wrong = || self.wrong_probes(*part);
            let want = |probe: &Probe| probe.want.get(*part).cloned();
            let got = |probe: &Probe| probe.got.as_ref().and_then(|got| got.get(*part)).cloned();
            let bits = |leaf: Leaf| leaf.numbers.into_iter().map(f64::to_bits);
            let is_wide = |leaf: Leaf| leaf.dim.0 > 1 && leaf.dim.1 > 1;
            match found.theory.family {
                "constant" => {
                    // Of labels there are no more than two.
                    let is_label = |z: f64| z == 0.0 || z == 1.0;
                    self.probes
                        .iter()
                        .filter_map(want)
                        .all(|leaf| leaf.numbers.into_iter().all(is_label))
                        || are_two(wrong().filter_map(want).flat_map(bits))
                }
                "arrangement" => {
                    wrong().filter_map(want).any(is_wide)
                        || !self.probes.iter().filter_map(want).any(is_wide)
                }
                _ => are_two(wrong().filter_map(got).flat_map(bits)),
            }
        };
        found.exceptions.is_empty() || found.parts.iter().all(of_part)
    }

    /// The best explanation of some of the `wrong` parts.
    fn best(&self, wrong: &[usize]) -> Option<Explanation<'a>> {
        let mut best: Option<Explanation<'a>> = None;
        for part in wrong {
            let (got, want) = self.pooled(*part);
            for (number, teacher) in self.teachers(*part).into_iter().enumerate() {
                let mut theories = of_results(teacher, *part, (&got, &want));
                // These ask the reference, so the first call has to do.
                if number == 0 && best.is_none() {
                    theories.extend(of_arguments(self.interview, teacher, *part));
                }
                for theory in theories {
                    if !theory.holds(teacher, *part) {
                        continue;
                    }
                    let Some(found) = self.explanation(theory, wrong) else { continue };
                    let rank = |found: &Explanation<'_>| {
                        (
                            found.parts.len(),
                            std::cmp::Reverse(usize::from(!found.exceptions.is_empty())),
                        )
                    };
                    if best.as_ref().is_none_or(|best| rank(&found) > rank(best)) {
                        best = Some(found);
                    }
                }
                if is_explained(best.as_ref(), wrong) {
                    return best;
                }
            }
        }
        best
    }

    /// All numbers of the student's wrong results, where they have their shape, and of the right ones.
    fn pooled(&self, part: usize) -> (Leaf, Leaf) {
        let (mut all_got, mut all_want) = (Vec::new(), Vec::new());
        for probe in self.wrong_probes(part) {
            let Some(got) = probe.got.as_ref().and_then(|got| got.get(part)) else { continue };
            if got.dim == probe.want[part].dim {
                all_got.extend(&got.numbers);
                all_want.extend(&probe.want[part].numbers);
            }
        }
        let leaf = |numbers: Vec<f64>| Leaf::new("", (1, numbers.len()), numbers);
        (leaf(all_got), leaf(all_want))
    }

    /// Two calls that tell much: with many different numbers, all of them finite.
    fn teachers(&self, part: usize) -> Vec<&'a Probe> {
        let telling = |probe: &&Probe| {
            let Some(got) = probe.got.as_ref().and_then(|got| got.get(part)) else { return 0 };
            let want = &probe.want[part];
            let is_plain = |z: &f64| z.is_finite() && z.abs() < 1e6 && z.abs() > 1e-4;
            let mut numbers: Vec<u64> = got
                .numbers
                .iter()
                .chain(&want.numbers)
                .filter(|z| is_plain(z))
                .map(|z| z.to_bits())
                .collect();
            numbers.sort_unstable();
            numbers.dedup();
            let inputs = probe.inputs.iter().flat_map(|leaf| &leaf.numbers);
            1 + numbers.len().min(12) * 4 + inputs.filter(|z| is_plain(z)).take(4).count()
        };
        let mut wrong: Vec<&Probe> = self.wrong_probes(part).collect();
        wrong.sort_by_key(|probe| std::cmp::Reverse(telling(probe)));
        let middle = wrong.get(wrong.len() / 2).copied();
        wrong.into_iter().take(2).chain(middle).collect()
    }

    fn by_families(&self, wrong: &[usize]) -> Option<Finding> {
        let mut left = wrong.to_vec();
        let (mut name, mut en, mut ko) = (None, String::new(), String::new());
        for _ in 0..2 {
            let Some(found) = self.best(&left) else { break };
            left.retain(|part| !found.parts.contains(part));
            let Text { en: next, ko: next_ko } = self.told(&found);
            name = name.or(Some(found.theory.family));
            if !en.is_empty() {
                en.push(' ');
                ko.push(' ');
            }
            (en, ko) = (en + &next, ko + &next_ko);
            if left.is_empty() {
                break;
            }
        }
        let name = name?;
        if !left.is_empty() {
            let (parts, parts_ko) = self.subject(&left);
            let verb = if left.len() == 1 { "is" } else { "are" };
            en = format!("{en} {parts} {verb} wrong, too.");
            ko = format!("{ko} {parts_ko}이 부분도 틀립니다.");
        }
        Some(Finding { id: format!("family:{name}"), hint: Text::new(en, ko) })
    }

    fn told(&self, found: &Explanation<'a>) -> Text {
        let (subject, subject_ko) = self.subject(&found.parts);
        let Text { en, ko } = &found.theory.words;
        if found.exceptions.is_empty() && found.theory.family == "constant" {
            return say!(
                "{subject} came out {en}, whatever is passed.",
                "{subject_ko}무엇을 넣어도 결과가 {ko}."
            );
        }
        if found.exceptions.is_empty() {
            return say!("{subject} came out {en}.", "{subject_ko}결과가 {ko}.");
        }
        let subject = if subject == "The result" { "the result".to_string() } else { subject };
        match self.condition_of(found) {
            Some(Condition { words: Text { en: where_en, ko: where_ko }, .. }) => say!(
                "Where {where_en}, {subject} came out {en}.",
                "{where_ko} {subject_ko}결과가 {ko}."
            ),
            None => say!(
                "Wherever it is wrong, {subject} came out {en}.",
                "틀린 곳마다 {subject_ko}결과가 {ko}."
            ),
        }
    }

    /// Where an explanation with exceptions holds.
    fn condition_of(&self, found: &Explanation<'_>) -> Option<Condition> {
        let is_inside = |probe: &Probe| found.parts.iter().any(|part| probe.is_wrong(*part));
        let inside: Vec<&Probe> = self.probes.iter().filter(|probe| is_inside(probe)).collect();
        let outside: Vec<&Probe> = found.exceptions.iter().map(|at| &self.probes[*at]).collect();
        self.guard((&inside, &outside), &is_inside, false)
    }

    /// The one condition that holds of all of `inside` and of none of `outside`; where several do, and no
    /// further call tells them apart, none.
    fn guard(
        &self,
        (inside, outside): (&[&Probe], &[&Probe]),
        is_inside: &dyn Fn(&Probe) -> bool,
        is_any_edge: bool,
    ) -> Option<Condition> {
        if inside.is_empty() || outside.len() < 2 {
            return None;
        }
        let mut all = guards(inside, outside);
        // Where an edge is sought, more calls tell.
        all.retain(|guard| !guard.edges.is_empty() || outside.len() >= self.enough_wrong());
        let mut asked = 0;
        for arguments in self.spare {
            if all.len() < 2 || asked == SEPARATIONS {
                break;
            }
            let Some(unasked) = self.interview.unasked(arguments) else { continue };
            let says: Vec<bool> = all.iter().map(|guard| (guard.holds)(&unasked)).collect();
            if says.iter().all(|holds| *holds == says[0]) {
                continue;
            }
            asked += 1;
            let Ok(Some(probe)) = self.interview.probe(arguments.clone()) else { break };
            let is_inside = is_inside(&probe);
            let mut says = says.into_iter();
            all.retain(|_| says.next() == Some(is_inside));
        }
        let Guard { words, elsewhere, edges, .. } = only(all)?;
        let (mut en, mut ko) = (words.en.to_string(), words.ko.to_string());
        for (number, edge) in edges.into_iter().enumerate() {
            let first = inside[0].inputs.get(edge.input)?.numbers[0];
            let is_inside = |z: f64| {
                let mut inputs = inside[0].inputs.clone();
                inputs[edge.input].numbers[0] = if edge.is_size { z.copysign(first) } else { z };
                let mut leaves = inputs.iter();
                let of_leaves = |value: &Value| put_together(value, &mut leaves);
                let arguments: Option<Vec<Value>> =
                    inside[0].arguments.iter().map(of_leaves).collect();
                Some(is_inside(&self.interview.probe(arguments?).ok()??))
            };
            let place = edge.sought(&is_inside)?;
            // Nearer to 0, an error is too small to be one.
            let place = if place.abs() < 1e-9 { 0.0 } else { place };
            // A condition of the student has few digits; another edge is that of a tolerance.
            let is_round = format!("{place:.2e}").parse() == Ok(place);
            if !is_round && !is_any_edge {
                return None;
            }
            (en, ko) = (
                en.replace(&format!("{{{number}}}"), &shown(place)),
                ko.replace(&format!("{{{number}}}"), &shown(place)),
            );
        }
        Some(Condition { words: Text::new(en, ko), elsewhere })
    }

    fn by_facts(&self, wrong: &[usize]) -> Option<Finding> {
        let mut facts: Vec<(&str, Text)> = Vec::new();
        facts.extend(self.ignored().map(|words| ("ignores", words)));
        if facts.is_empty() {
            facts.extend(self.condition(wrong).map(|words| ("condition", words)));
        }
        if facts.is_empty() && self.interview.mixes_entries(self.probes) {
            facts.push((
                "mixes",
                say!(
                    "An equal entry gives another result in another place: each entry must depend on its \
                     own entry alone.",
                    "값이 같은 원소라도 자리에 따라 결과가 다릅니다. 각 원소의 결과는 그 원소에만 따라야 합니다."
                ),
            ));
        }
        facts.extend(self.accuracy(wrong).map(|words| ("accuracy", words)));
        if wrong.len() < self.probes[0].want.len() {
            let right: Vec<usize> =
                (0..self.probes[0].want.len()).filter(|part| !wrong.contains(part)).collect();
            let ((right, right_ko), (wrong, wrong_ko)) =
                (self.subject(&right), self.subject(wrong));
            facts.push((
                "parts",
                say!(
                    "{right} came out right; look at {wrong}.",
                    "{right_ko}맞습니다. {wrong_ko}여기를 보세요."
                ),
            ));
        }
        if facts.is_empty() {
            facts.extend(self.side(wrong).map(|words| ("side", words)));
        }
        let (name, _) = facts.first()?;
        let id = format!("fact:{name}");
        let words = |of: fn(&Text) -> &str| {
            facts.iter().take(2).map(|(_, words)| of(words)).collect::<Vec<_>>().join(" ")
        };
        Some(Finding { id, hint: Text::new(words(|text| &text.en), words(|text| &text.ko)) })
    }

    /// An argument on which the result does not depend, though it must.
    fn ignored(&self) -> Option<Text> {
        let first = self.probes.first()?;
        let of_leaves = (0..first.inputs.len()).find(|at| self.ignores(*at));
        let name = of_leaves.map(|at| first.inputs[at].name.clone())?;
        Some(say!(
            "The result does not depend on `{name}`: with another `{name}` it stays the same, and it \
             must change.",
            "결과가 `{name}` 값에 따라 달라지지 않습니다. `{name}` 값이 다르면 결과도 달라야 합니다."
        ))
    }

    /// Whether the result stays the same, though it must not, where the array at `at` is that of another call or has
    /// its numbers in reverse order. The largest are tried first: in a row of one entry much makes no difference.
    fn ignores(&self, at: usize) -> bool {
        let leaf = |probe: &Probe| probe.inputs.get(at).cloned();
        let mut probes: Vec<&Probe> = self.probes.iter().collect();
        probes.sort_by_key(|probe| {
            std::cmp::Reverse(leaf(probe).map_or((0, 0), |leaf| (leaf.dim.0, leaf.dim.1)))
        });
        let (mut count, mut trials) = (0, 0);
        for (place, probe) in probes.iter().enumerate() {
            let Some(own) = leaf(probe) else { return false };
            let is_donor = |other: &Leaf| other.dim == own.dim && other.numbers != own.numbers;
            let donor = probes[place + 1..].iter().filter_map(|probe| leaf(probe)).find(is_donor);
            let reversed =
                own.of_shape(own.dim, |i, j| own.at(own.dim.0 - 1 - i, own.dim.1 - 1 - j));
            for other in donor.into_iter().chain(Some(reversed).filter(is_donor)) {
                let mut inputs = probe.inputs.clone();
                inputs[at].numbers = other.numbers;
                let mut leaves = inputs.iter();
                let changed: Option<Vec<Value>> =
                    probe.arguments.iter().map(|value| put_together(value, &mut leaves)).collect();
                let Some(Ok(Some(changed))) = changed.map(|changed| self.interview.probe(changed))
                else {
                    continue;
                };
                let (Some(before), Some(after)) = (&probe.got, &changed.got) else { return false };
                if !same(before, after) {
                    return false;
                }
                count += usize::from(!same(&changed.want, &probe.want));
                trials += 1;
            }
            if trials >= MOST_TRIALS {
                break;
            }
        }
        count >= ENOUGH_WRONG
    }

    /// The condition on which the result is wrong.
    fn condition(&self, wrong: &[usize]) -> Option<Text> {
        let (inside, outside): (Vec<&Probe>, Vec<&Probe>) =
            self.probes.iter().partition(|probe| wrong.iter().any(|part| probe.is_wrong(*part)));
        let is_one_point = inside.len() < ENOUGH_WRONG && outside.len() < 4 * ENOUGH;
        if is_one_point {
            return None;
        }
        let is_inside = |probe: &Probe| (0..probe.want.len()).any(|part| probe.is_wrong(part));
        let Condition { words, elsewhere } =
            self.guard((&inside, &outside), &is_inside, inside[0].want[0].is_flag)?;
        Some(match (words, elsewhere) {
            (_, Some(Text { en, ko })) => {
                say!(
                    "It is right where {en}, and wrong on every other input that was tried.",
                    "{ko} 맞지만, 시도한 다른 입력에서는 모두 틀렸습니다."
                )
            }
            (Text { en, ko }, None) => say!("It is right unless {en}.", "{ko}만 틀립니다."),
        })
    }

    /// How large the error is, where it is small everywhere.
    fn accuracy(&self, wrong: &[usize]) -> Option<Text> {
        let mut largest: f64 = 0.0;
        let mut count = 0;
        for part in wrong {
            for probe in self.wrong_probes(*part) {
                let (got, want) = (probe.got.as_ref()?.get(*part)?, &probe.want[*part]);
                if got.dim != want.dim {
                    return None;
                }
                count += 1;
                let off = got.numbers.iter().zip(&want.numbers).map(|(got, want)| {
                    if got == want { 0.0 } else { (got - want).abs() / want.abs().max(1e-3) }
                });
                largest =
                    off.fold(largest, |largest, off| if off <= largest { largest } else { off });
            }
        }
        if count < ENOUGH_WRONG || largest.is_nan() || largest > 0.02 {
            return None;
        }
        let size = shown(format!("{largest:.0e}").parse().unwrap_or(largest));
        Some(say!(
            "The result is near the right one, but off by up to {size} of it: an approximation, or a \
             number with too few digits, such as an `f32`.",
            "결과가 올바른 값에 가깝지만 최대 그 {size}배만큼 다릅니다. 근사식이거나 `f32`처럼 자릿수가 \
             부족합니다."
        ))
    }

    /// On which side of the right value the result lies.
    fn side(&self, wrong: &[usize]) -> Option<Text> {
        let (mut above, mut below, mut count) = (true, true, 0);
        for part in wrong {
            for probe in self.wrong_probes(*part) {
                let (got, want) = (probe.got.as_ref()?.get(*part)?, &probe.want[*part]);
                count += 1;
                let pairs = || got.numbers.iter().zip(&want.numbers);
                above &= got.dim == want.dim && pairs().all(|(got, want)| got >= want);
                below &= got.dim == want.dim && pairs().all(|(got, want)| got <= want);
            }
        }
        if count < ENOUGH || above == below {
            return None;
        }
        Some(if above {
            say!("Wherever the result is wrong, it is too large.", "틀린 결과는 모두 너무 큽니다.")
        } else {
            say!(
                "Wherever the result is wrong, it is too small.",
                "틀린 결과는 모두 너무 작습니다."
            )
        })
    }
}

/// Whether there are two different ones among them.
fn are_two(mut numbers: impl Iterator<Item = u64>) -> bool {
    let first = numbers.next();
    numbers.any(|number| Some(number) != first)
}

fn is_explained(found: Option<&Explanation<'_>>, wrong: &[usize]) -> bool {
    found.is_some_and(|found| found.parts.len() == wrong.len() && found.exceptions.is_empty())
}
