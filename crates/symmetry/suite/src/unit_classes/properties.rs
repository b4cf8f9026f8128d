//! Laws of counting the classes of identical hidden units.
//!
//! Weights lie on the grid of eighths and tolerances between its steps (or at 0, among units that
//! are exactly equal), so that rounding never decides.

use contract::{record, say};
use init::Parameters;
use init_suite::inputs::network;
use ndarray::{Axis, concatenate};
use testkit::generators::{build, one_of};
use testkit::{Complaint, Strategy, Verdict, ensure, for_all};

use crate::inputs::{Training, below, copy_unit, make_equal, order, parts_of, place};
use crate::{Answers, reference};

/// Between the steps of the grid: no, one, two or three eighths are within them.
const TOLERANCES: [f64; 4] = [0.0, 0.1875, 0.3125, 0.4375];

/// A class is told by its *first* unit, so a chain of near units is more than one class. Kills
/// S62, that follows chains.
pub fn agrees_with_comparing_to_first_units(answers: &Answers) -> Verdict {
    let inputs = (families(), one_of(&TOLERANCES));
    for_all(["parameters", "tolerance"], inputs, |(parameters, tolerance)| {
        let got = answers.unit_classes(parameters, *tolerance);
        let want = reference::unit_classes(parameters, *tolerance);
        if got == want {
            return Ok(());
        }
        let complaint = Complaint::new(say!(
            "unit_classes came out as {got}; it must be {want}: a unit joins a class when its row \
             of w1, entry of b1 and column of w2 are all within {tolerance} of its first unit.",
            "unit_classes의 결과가 {got}입니다. 올바른 값은 {want}입니다. w1의 행, b1의 원소, \
             w2의 열이 모두 클래스의 첫 유닛과 {tolerance} 이내일 때 그 클래스에 속합니다."
        ));
        Err(complaint.with_gap(got as f64, want as f64))
    })
}

/// Equal units receive equal gradients and never part, whatever the data. Kills S61, that counts
/// from the second class.
pub fn is_one_when_training_from_equal_units(answers: &Answers) -> Verdict {
    let sizes = [1..=3, 1..=5, 1..=3, 1..=4, 0..=8];
    let inputs = build(sizes, |[n_x, n_h, n_y, m, steps], pool| {
        let mut start = network(pool, n_x, n_h, n_y);
        make_equal(&mut start);
        (start, Training::from_pool(pool, n_x, n_y, m, steps))
    });
    for_all(["start", "training"], inputs, |(start, Training { x, y, steps })| {
        let parameters = reference::trained(start, x, y, 0.25, *steps);
        let (got, n_h) = (answers.unit_classes(&parameters, 1e-12), start.w1.nrows());
        ensure!(
            got == 1,
            "unit_classes came out as {got} when n_h = {n_h} equal units had trained for steps = {steps}; \
             they stay equal, so it must be 1.",
            "같은 유닛 {n_h}개를 {steps}단계 학습한 뒤 unit_classes의 결과가 {got}입니다. 유닛은 \
             계속 같으므로 1이어야 합니다."
        );
        Ok(())
    })
}

/// Small random weights and no biases, as in lesson 2: no two units are equal, then or later.
/// Kills S57, a tolerance of one's own.
pub fn is_n_h_when_training_from_random_units(answers: &Answers) -> Verdict {
    let sizes = [1..=3, 1..=5, 1..=3, 1..=4, 0..=8];
    let inputs = build(sizes, |[n_x, n_h, n_y, m, steps], pool| {
        let mut start = network(pool, n_x, n_h, n_y);
        start.b1.fill(0.0);
        // Random numbers never meet; those of the pool do.
        for (unit, rank) in order(n_h, pool).into_iter().enumerate() {
            start.w1[[unit, 0]] = (rank as f64 + 1.0) / 8.0;
        }
        start.w1 *= 0.01;
        (start, Training::from_pool(pool, n_x, n_y, m, steps))
    });
    for_all(["start", "training"], inputs, |(start, Training { x, y, steps })| {
        let parameters = reference::trained(start, x, y, 0.25, *steps);
        let (got, n_h) = (answers.unit_classes(&parameters, 1e-9), start.w1.nrows());
        ensure!(
            got == n_h,
            "unit_classes came out as {got} when {n_h} different units have trained for {steps} \
             steps; they stay different, so it must be {n_h}.",
            "서로 다른 유닛 {n_h}개를 {steps}단계 학습한 뒤 unit_classes의 결과가 {got}입니다. \
             유닛은 계속 다르므로 {n_h}이어야 합니다."
        );
        Ok(())
    })
}

/// A unit and its mirror image compute the same but for the sign; their numbers differ. Kills S122,
/// that takes them for equal.
pub fn tells_a_unit_from_its_mirror_image(answers: &Answers) -> Verdict {
    let inputs = build([1..=3, 2..=4, 1..=3], |[n_x, n_h, n_y], pool| {
        let mut parameters = network(pool, n_x, n_h, n_y);
        make_equal(&mut parameters);
        for part in parts_of(&mut parameters, n_h - 1) {
            *part = -*part;
        }
        parameters
    });
    for_all([], inputs, |parameters| {
        let got = answers.unit_classes(parameters, 0.0);
        // The mirror image of nothing but zeros is equal.
        let want = reference::unit_classes(parameters, 0.0);
        ensure!(
            got == want,
            "unit_classes came out as {got}; the last unit has the numbers of the others with the \
             other sign, so it must be {want}.",
            "unit_classes의 결과가 {got}입니다. 마지막 유닛은 다른 유닛과 부호만 반대이므로 {want}이어야 \
             합니다."
        );
        Ok(())
    })
}

/// One number more than the tolerance away, in any place, makes a unit another. Kills S50, that
/// looks at `w1` only, and S53, that looks at the first output only.
pub fn tells_apart_units_that_differ_in_one_place(answers: &Answers) -> Verdict {
    let inputs = build([1..=3, 2..=4, 1..=3], |[n_x, n_h, n_y], pool| {
        let mut parameters = network(pool, n_x, n_h, n_y);
        make_equal(&mut parameters);
        let (unit, place) = (below(n_h, pool), place(n_x, n_y, pool));
        let difference = (1 + below(4, pool)) as f64 / 8.0;
        let sign = if pool.number() < 0.0 { -1.0 } else { 1.0 };
        *parts_of(&mut parameters, unit)[place] += sign * difference;
        (parameters, unit, place, difference)
    });
    let inputs = (inputs, one_of(&TOLERANCES)).prop_map(
        |((parameters, unit, place, difference), tolerance)| Case {
            parameters,
            unit,
            place,
            difference,
            tolerance,
        },
    );
    for_all([], inputs, |case| {
        let Case { parameters, unit, place, difference, tolerance } = case;
        let got = answers.unit_classes(parameters, *tolerance);
        let want = if difference > tolerance { 2 } else { 1 };
        let place = name_of(*unit, *place, parameters);
        ensure!(
            got == want,
            "unit_classes came out as {got}; unit {unit} differs from the others by {difference} \
             in {place}, and the tolerance is {tolerance}, so it must be {want}.",
            "unit_classes의 결과가 {got}입니다. 유닛 {unit}만 {place}에서 다른 유닛과 {difference} \
             차이가 나고 허용 오차는 {tolerance}이므로 {want}이어야 합니다."
        );
        Ok(())
    })
}

/// A network in which one unit differs from the others in one place.
#[derive(Clone, Debug)]
struct Case {
    parameters: Parameters,
    unit: usize,
    place: usize,
    difference: f64,
    tolerance: f64,
}

record!(Case { parameters, unit, place, difference, tolerance });

/// What the number at `place` of the unit is called.
fn name_of(unit: usize, place: usize, parameters: &Parameters) -> String {
    let n_x = parameters.w1.ncols();
    match place {
        place if place < n_x => format!("w1[{unit}, {place}]"),
        place if place == n_x => format!("b1[{unit}, 0]"),
        place => format!("w2[{}, {unit}]", place - n_x - 1),
    }
}

/// Which unit comes first does not matter while the classes lie far apart. Kills S54, that only
/// compares neighbours.
pub fn stays_the_same_when_units_change_places(answers: &Answers) -> Verdict {
    let inputs = build([1..=3, 1..=5, 1..=3], |[n_x, n_h, n_y], pool| {
        let mut parameters = network(pool, n_x, n_h, n_y);
        make_equal(&mut parameters);
        let place_of_kind = place(n_x, n_y, pool);
        for unit in 0..n_h {
            let kind = below(3, pool) as f64;
            let place_of_jitter = place(n_x, n_y, pool);
            let mut parts = parts_of(&mut parameters, unit);
            *parts[place_of_kind] += kind;
            *parts[place_of_jitter] += pool.number().clamp(-0.125, 0.125);
        }
        let permuted = reference::permute_units(&parameters, &order(n_h, pool));
        (parameters, permuted)
    });
    for_all(["before", "after"], inputs, |(before, after)| {
        let (here, there) =
            (answers.unit_classes(before, 0.3125), answers.unit_classes(after, 0.3125));
        ensure!(
            here == there,
            "unit_classes with tolerance 0.3125 is {here} before and {there} after the hidden \
             units change places; it must stay the same.",
            "허용 오차 0.3125에서 unit_classes의 결과가 은닉 유닛의 자리를 바꾸기 전에는 {here}, \
             바꾼 뒤에는 {there}입니다. 같아야 합니다."
        );
        Ok(())
    })
}

/// A second copy of every unit adds no class. Kills S60, that counts units without a twin.
pub fn counts_a_unit_and_its_copy_once(answers: &Answers) -> Verdict {
    let inputs = (families(), one_of(&TOLERANCES));
    for_all(["parameters", "tolerance"], inputs, |(parameters, tolerance)| {
        let once = answers.unit_classes(parameters, *tolerance);
        let twice = answers.unit_classes(&doubled(parameters), *tolerance);
        ensure!(
            once == twice,
            "unit_classes is {once}, and {twice} when every hidden unit is there twice; copies \
             must not add a class.",
            "unit_classes의 결과가 {once}인데, 모든 은닉 유닛을 한 번씩 복제하면 {twice}입니다. \
             복제본 때문에 클래스가 늘거나 줄면 안 됩니다."
        );
        Ok(())
    })
}

/// Networks whose hidden units often resemble an earlier one, some of them in a chain.
fn families() -> impl Strategy<Value = Parameters> {
    build([1..=3, 1..=5, 1..=3], |[n_x, n_h, n_y], pool| {
        let mut parameters = network(pool, n_x, n_h, n_y);
        // Large numbers, so that a relative tolerance is told from an absolute one.
        parameters.w1 *= 4.0;
        let mut nudges = network(pool, n_x, n_h, n_y);
        let place_of_chain = place(n_x, n_y, pool);
        for unit in 1..n_h {
            // Every so often the unit resembles no other.
            let (model, step) = (below(unit + 1, pool), below(5, pool));
            if model == unit {
                continue;
            }
            copy_unit(&mut parameters, model, unit);
            let mut parts = parts_of(&mut parameters, unit);
            // Away from the model in one and the same direction: chains.
            *parts[place_of_chain] += [0.0, 0.0, 0.125, 0.125, 0.25][step];
            // And by one or two eighths anywhere, one time in eight.
            let nudges = parts_of(&mut nudges, unit);
            for (part, nudge) in
                parts.into_iter().zip(nudges).filter(|(_, nudge)| nudge.abs() <= 0.25)
            {
                *part += *nudge;
            }
        }
        parameters
    })
}

fn doubled(parameters: &Parameters) -> Parameters {
    let twice = |axis, array: &ndarray::Array2<f64>| {
        concatenate(Axis(axis), &[array.view(), array.view()]).expect("equal shapes fit")
    };
    Parameters {
        w1: twice(0, &parameters.w1),
        b1: twice(0, &parameters.b1),
        w2: twice(1, &parameters.w2),
        b2: parameters.b2.clone(),
    }
}
