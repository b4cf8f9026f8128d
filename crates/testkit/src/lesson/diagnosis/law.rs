//! What is wrong with random numbers: their law beside that of the right ones, from the same seeds.
//!
//! The right answer is no number but a law, so nothing here compares a draw with a draw. Every statement has a
//! margin of [`SIGMA`] standard deviations.

use contract::{Text, Value, say};

use super::explain::Finding;
use super::probe::{Interview, Leaf};
use super::theory::shown;

/// How many calls are made in all.
const MOST_CALLS: usize = 240;
/// How many different arguments are looked at, beside the seed.
const MOST_SETTINGS: usize = 4;
/// So many numbers of each are enough.
const NUMBERS: usize = 400;
/// Longer results take too long to be drawn often.
const MOST_OF_A_CALL: usize = 3000;
/// The margin, in standard deviations.
const SIGMA: f64 = 7.0;

/// The draws with the same arguments but the seed.
struct Setting {
    sizes: Vec<(String, f64)>,
    /// A list of the parts for each seed.
    got: Vec<Vec<Leaf>>,
    want: Vec<Vec<Leaf>>,
}

impl Setting {
    fn numbers(draws: &[Vec<Leaf>], part: usize) -> Vec<f64> {
        draws
            .iter()
            .filter_map(|parts| parts.get(part))
            .flat_map(|leaf| &leaf.numbers)
            .copied()
            .collect()
    }

    fn got(&self, part: usize) -> Vec<f64> {
        Self::numbers(&self.got, part)
    }

    fn want(&self, part: usize) -> Vec<f64> {
        Self::numbers(&self.want, part)
    }
}

/// What is found of a function that draws, asked with the arguments of `calls` and with other seeds.
pub(super) fn explain_draws(interview: &Interview<'_>, calls: &[Vec<Value>]) -> Option<Finding> {
    let settings = settings(interview, calls)?;
    let parts = settings.first()?.want.first()?.len();
    let total =
        |part: usize| settings.iter().map(|setting| setting.want(part).len()).sum::<usize>();
    for part in 0..parts {
        let found = of_shape(&settings, part).or_else(|| of_law(&settings, part, total(part)));
        if let Some((name, Text { en, ko })) = found {
            let leaf = &settings[0].want[0][part].name;
            let hint = if parts == 1 {
                say!("The numbers {en}.", "뽑은 수: {ko}.")
            } else {
                say!("The numbers of `{leaf}` {en}.", "`{leaf}`의 수: {ko}.")
            };
            return Some(Finding { id: format!("family:{name}"), hint });
        }
    }
    None
}

fn settings(interview: &Interview<'_>, calls: &[Vec<Value>]) -> Option<Vec<Setting>> {
    let is_seed = |value: &Value| matches!(value, Value::Seed(_));
    let mut templates: Vec<(usize, &Vec<Value>)> = Vec::new();
    let rest = |call: &[Value]| -> Vec<Value> {
        call.iter().filter(|value| !is_seed(value)).cloned().collect()
    };
    for call in calls {
        let is_new = templates.iter().all(|(_, template)| rest(template) != rest(call));
        let count = |parts: Vec<Leaf>| parts.iter().map(|leaf| leaf.numbers.len()).sum::<usize>();
        let count = if is_new { interview.right(call).map(count) } else { None };
        templates.extend(
            count.filter(|count| (1..=MOST_OF_A_CALL).contains(count)).map(|count| (count, call)),
        );
    }
    // From middling ones to the largest: a single number tells little.
    templates.sort_by_key(|(count, _)| *count);
    let last = templates.len().saturating_sub(1);
    let step = |k: usize| last / 2 + k * (last - last / 2) / (MOST_SETTINGS - 1);
    let chosen = (0..MOST_SETTINGS).map(step);
    let mut chosen: Vec<usize> = chosen.collect();
    chosen.dedup();
    let templates: Vec<&Vec<Value>> =
        chosen.into_iter().filter_map(|at| Some(templates.get(at)?.1)).collect();
    let share = MOST_CALLS / templates.len().max(1);
    let mut settings = Vec::new();
    // No two settings draw from the same seed: a repeated number must be the student's.
    for (number, template) in (0_u64..).zip(templates) {
        let mut setting = Setting { sizes: Vec::new(), got: Vec::new(), want: Vec::new() };
        let mut numbers = 0;
        for seed in 0..share {
            let seeded: Vec<Value> = template
                .iter()
                .map(|value| match value {
                    Value::Seed(bytes) => {
                        let mut bytes = *bytes;
                        bytes[..8].copy_from_slice(&(seed as u64).to_le_bytes());
                        bytes[8..16].copy_from_slice(&number.to_le_bytes());
                        Value::Seed(bytes)
                    }
                    value => value.clone(),
                })
                .collect();
            let probe = interview.probe(seeded).ok()??;
            numbers += probe.want.iter().map(|leaf| leaf.numbers.len()).sum::<usize>();
            setting.sizes = probe.sizes;
            setting.got.push(probe.got.filter(|got| got.len() == probe.want.len())?);
            setting.want.push(probe.want);
            if numbers >= 4 * NUMBERS && setting.got.len() >= 5 {
                break;
            }
        }
        settings.push(setting);
    }
    Some(settings)
}

/// So many numbers that come twice are no chance.
const REPEATS: usize = 10;

type Found = (&'static str, Text);

fn of_shape(settings: &[Setting], part: usize) -> Option<Found> {
    let pairs = || settings.iter().flat_map(|setting| setting.got.iter().zip(&setting.want));
    let dims: Option<Vec<_>> =
        pairs().map(|(got, want)| Some((got.get(part)?.dim, want[part].dim))).collect();
    let dims = dims?;
    if dims.iter().all(|(got, want)| got == want) {
        return None;
    }
    if dims.iter().all(|(got, want)| *got == (want.1, want.0)) {
        return Some((
            "arrangement",
            say!(
                "stand in a transposed array: rows and columns are exchanged",
                "행과 열이 바뀌었습니다"
            ),
        ));
    }
    let by_one = |more: usize, fewer: usize| {
        dims.iter().all(|(got, want)| got.1 + fewer == want.1 + more && got.0 == want.0)
    };
    if by_one(1, 0) {
        return Some(("arrangement", say!("are one too many", "하나 더 많습니다")));
    }
    by_one(0, 1).then(|| ("arrangement", say!("are one too few", "하나 모자랍니다")))
}

fn of_law(settings: &[Setting], part: usize, total: usize) -> Option<Found> {
    let all: Vec<f64> = settings.iter().flat_map(|setting| setting.got(part)).collect();
    let all_want: Vec<f64> = settings.iter().flat_map(|setting| setting.want(part)).collect();
    if all.iter().any(|z| !z.is_finite()) || all.is_empty() || all_want.is_empty() {
        return None;
    }
    let is_fixed = all_want.iter().all(|z| *z == all_want[0]);
    if all.iter().all(|z| *z == all[0]) && settings.len() > 1 {
        let number = shown(all[0]);
        let is_right = is_fixed && all[0] == all_want[0];
        return (!is_right && total >= 20)
            .then(|| ("constant", say!("are all {number}", "모두 {number}입니다")));
    }
    if is_fixed || total < 100 {
        return None;
    }
    let depends_on_seed =
        |draws: &[Vec<Leaf>]| draws.windows(2).any(|pair| pair[0][part] != pair[1][part]);
    if !settings.iter().any(|setting| depends_on_seed(&setting.got)) {
        return Some((
            "seed",
            say!(
                "are the same for every seed: draw from `rng`",
                "시드가 달라도 같습니다. `rng`에서 뽑으세요"
            ),
        ));
    }
    of_values(&all, &all_want)
        .or_else(|| of_range(settings, part))
        .or_else(|| of_moments(settings, part))
}

/// Whether bounded numbers keep to a part of their range, the same in every setting.
fn of_range(settings: &[Setting], part: usize) -> Option<Found> {
    let ends = |numbers: &[f64]| {
        numbers
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), z| (low.min(*z), high.max(*z)))
    };
    let mut shares = Vec::new();
    for setting in settings {
        let (got, want) = (setting.got(part), setting.want(part));
        let ((low, high), (right_low, right_high)) = (ends(&got), ends(&want));
        // Only what begins at 0 has a range that is told so.
        if right_low < 0.0 || low < 0.0 || want.len() < 50 {
            return None;
        }
        if (1.0..8.0).contains(&right_high) {
            continue;
        }
        shares.push(high / right_high);
    }
    let (low, high) = ends(&shares);
    (shares.len() > 1 && high < 0.8 && high - low < 0.1 * high).then(|| {
        let share = shown(format!("{:.0e}", 0.5 * (low + high)).parse().unwrap_or(high));
        (
            "range",
            say!(
                "reach only about {share} of the way to the largest number that may come",
                "나올 수 있는 가장 큰 수의 약 {share}배까지만 나옵니다"
            ),
        )
    })
}

/// What single numbers tell: bounds, atoms, a lattice.
fn of_values(got: &[f64], want: &[f64]) -> Option<Found> {
    let is_whole = want.iter().all(|z| z.fract() == 0.0);
    let has_sign = want.iter().any(|z| *z < 0.0);
    if has_sign && got.iter().all(|z| *z >= 0.0) {
        return Some((
            "sign",
            say!(
                "are never negative; half of them must be",
                "음수가 하나도 없습니다. 절반은 음수여야 합니다"
            ),
        ));
    }
    if has_sign && got.iter().all(|z| *z <= 0.0) {
        return Some((
            "sign",
            say!(
                "are never positive; half of them must be",
                "양수가 하나도 없습니다. 절반은 양수여야 합니다"
            ),
        ));
    }
    if is_whole {
        let all_even = got.iter().all(|z| z % 2.0 == 0.0) && want.iter().any(|z| z % 2.0 != 0.0);
        return all_even.then(|| ("lattice", say!("are all even", "모두 짝수입니다")));
    }
    for step in [1.0, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001, 1e-4] {
        let on_lattice = |z: &f64| (z / step - (z / step).round()).abs() < 1e-9;
        if got.iter().all(on_lattice) {
            let step = shown(step);
            return Some((
                "lattice",
                say!(
                    "are all multiples of {step}, so they repeat",
                    "모두 {step}의 배수라서 같은 수가 되풀이됩니다"
                ),
            ));
        }
    }
    let mut sorted = got.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (low, high) = (sorted[0], sorted[sorted.len() - 1]);
    let count = |z: f64| sorted.iter().filter(|other| **other == z).count();
    let is_cut = |z: f64| count(z) >= 5;
    let (low_name, high_name) = (shown(low), shown(high));
    let is_inside = |pair: &&[f64]| pair[0] == pair[1] && pair[0] != low && pair[0] != high;
    // Where others repeat, too, so do the ends.
    let repeats = sorted.windows(2).filter(is_inside).count();
    match (repeats < REPEATS && is_cut(low), repeats < REPEATS && is_cut(high)) {
        (true, true) => {
            return Some((
                "bound",
                say!(
                    "are cut off at {low_name} and {high_name}",
                    "{low_name}, {high_name}에서 잘렸습니다"
                ),
            ));
        }
        (true, false) => {
            return Some((
                "bound",
                say!("are cut off below at {low_name}", "{low_name} 아래가 잘렸습니다"),
            ));
        }
        (false, true) => {
            return Some((
                "bound",
                say!("are cut off above at {high_name}", "{high_name} 위가 잘렸습니다"),
            ));
        }
        (false, false) => {}
    }
    (repeats >= REPEATS).then(|| {
        (
            "repeats",
            say!(
                "repeat: the same number comes again within a result or in the next",
                "되풀이됩니다. 같은 수가 다시 나옵니다"
            ),
        )
    })
}

/// Mean and deviation, by a setting.
fn of_moments<'s>(settings: &'s [Setting], part: usize) -> Option<Found> {
    let moments = |numbers: &[f64]| {
        let n = numbers.len() as f64;
        let mean = numbers.iter().sum::<f64>() / n;
        (mean, (numbers.iter().map(|z| (z - mean).powi(2)).sum::<f64>() / n).sqrt(), n)
    };
    let each: Vec<_> = settings
        .iter()
        .map(|setting| (setting, moments(&setting.got(part)), moments(&setting.want(part))))
        .filter(|(_, (.., n), (_, deviation, _))| *n >= 50.0 && *deviation > 0.0)
        .collect();
    if each.is_empty() {
        return None;
    }
    let is_centred =
        each.iter().all(|(_, _, (mean, deviation, n))| mean.abs() < SIGMA * deviation / n.sqrt());
    // The mean of the student's numbers, where the right one is 0.
    let far =
        each.iter().all(|(_, (mean, deviation, n), _)| mean.abs() > SIGMA * deviation / n.sqrt());
    if is_centred && far {
        let mean = each.iter().map(|(_, (mean, ..), _)| mean).sum::<f64>() / each.len() as f64;
        let mean = shown(format!("{mean:.0e}").parse().unwrap_or(mean));
        return Some((
            "mean",
            say!(
                "have a mean of about {mean}; it must be 0",
                "평균이 약 {mean}입니다. 0이어야 합니다"
            ),
        ));
    }
    if !is_centred {
        return None;
    }
    let ratio = |(setting, (_, got, n), (_, want, m)): &(&'s Setting, _, _)| {
        let (got, n, want, m): (&f64, &f64, &f64, &f64) = (got, n, want, m);
        (got / want, (1.0 / n + 1.0 / m).sqrt(), *setting)
    };
    of_deviations(&each.iter().map(ratio).collect::<Vec<_>>())
}

/// What factor makes the right deviations those of the student: a constant, or a size. `ratios` are those of a
/// setting, each with its error, which is about `1 / sqrt(n)`, whatever the law. Where another factor fits nearly as
/// well as the best, nothing is said.
fn of_deviations(ratios: &[(f64, f64, &Setting)]) -> Option<Found> {
    let sizes = |setting: &Setting| {
        setting.sizes.iter().map(|(_, size)| size.to_bits()).collect::<Vec<_>>()
    };
    let differ = ratios.windows(2).any(|pair| sizes(pair[0].2) != sizes(pair[1].2));
    let misfit = |factor: &dyn Fn(&Setting) -> Option<f64>, most: f64| -> Option<f64> {
        let off = |(ratio, error, setting): &(f64, f64, &Setting)| {
            let off = (ratio / factor(setting)?).ln() / error;
            (off.abs() < most).then_some(off * off)
        };
        ratios.iter().map(off).sum()
    };
    if ratios.len() < 2 || !differ || misfit(&|_| Some(1.0), 0.5 * SIGMA).is_some() {
        return None;
    }
    let weights: f64 = ratios.iter().map(|(_, error, _)| error.powi(-2)).sum();
    let mean = (ratios.iter().map(|(ratio, error, _)| ratio.ln() * error.powi(-2)).sum::<f64>()
        / weights)
        .exp();
    let mut found: Vec<(f64, Text)> = Vec::new();
    if mean.ln().abs() * weights.sqrt() > SIGMA {
        let is_near = |factor: &f64| (mean / factor).ln().abs() < 3.0 / weights.sqrt();
        let digits = [1.0, 2.0, 5.0, 3.0, 4.0, 6.0, 7.0, 8.0, 9.0];
        let usual = digits
            .into_iter()
            .flat_map(|digit| (-5..=5).map(move |power| digit * 10.0_f64.powi(power)));
        let rounded = format!("{mean:.1e}").parse().unwrap_or(mean);
        let factor = shown(usual.into_iter().find(is_near).unwrap_or(rounded));
        let words = say!(
            "have about {factor} times the right standard deviation",
            "표준편차가 올바른 값의 약 {factor}배입니다"
        );
        // A factor that is none of those below may look like a constant.
        found.extend(misfit(&|_| Some(mean), 2.0).map(|misfit| (misfit, words)));
    }
    for (formula, factor) in of_sizes(ratios[0].2) {
        let words = say!(
            "have {formula} times the right standard deviation",
            "표준편차가 올바른 값의 {formula}배입니다"
        );
        found.extend(misfit(&*factor, 0.5 * SIGMA).map(|misfit| (misfit, words)));
    }
    found.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let is_clear = found.get(1).is_none_or(|(second, _)| *second > found[0].0 + CLEAR);
    let (_, words) = found.into_iter().next().filter(|_| is_clear)?;
    Some(("deviation", words))
}

/// By so much the second best factor must fit worse: the sum of the squares of what it is off by.
const CLEAR: f64 = 16.0;

/// A factor that depends on the sizes of a setting.
type Factor<'a> = Box<dyn Fn(&Setting) -> Option<f64> + 'a>;

/// The factors that may be made of the sizes of `setting`, each as a formula.
fn of_sizes(setting: &Setting) -> Vec<(String, Factor<'_>)> {
    fn size(setting: &Setting, name: &str) -> Option<f64> {
        let known = setting.sizes.iter().find(|(known, _)| known == name);
        known.map(|(_, size)| *size).filter(|size| *size > 0.0)
    }
    let names = || setting.sizes.iter().map(|(name, _)| name.as_str());
    let mut all: Vec<(String, Factor<'_>)> = Vec::new();
    for name in names() {
        for (power, formula) in
            [(0.5, "sqrt({})"), (-0.5, "1 / sqrt({})"), (1.0, "{}"), (-1.0, "1 / {}")]
        {
            let factor = move |setting: &Setting| Some(size(setting, name)?.powf(power));
            all.push((formula.replace("{}", name), Box::new(factor)));
        }
        for other in names().filter(|other| *other != name) {
            let factor = move |setting: &Setting| {
                Some((size(setting, name)? / size(setting, other)?).sqrt())
            };
            all.push((format!("sqrt({name} / {other})"), Box::new(factor)));
            let share = move |setting: &Setting| {
                let (own, other) = (size(setting, name)?, size(setting, other)?);
                Some((own / (own + other)).sqrt())
            };
            all.push((format!("sqrt({name} / ({name} + {other}))"), Box::new(share)));
        }
    }
    all
}
