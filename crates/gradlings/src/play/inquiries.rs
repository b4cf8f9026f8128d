//! What is asked of a network besides its steps: are its gradients right, what does the scale of its start do, and which
//! other networks are the same.

use std::cell::RefCell;

use activations::Activation;
use backprop::Gradients;
use contract::{Text, say};
use init::Parameters;
use ndarray::Array2;
use serde_json::{Value, json};

use super::fields::{Fields, wrong};
use super::frame::gradients_json;
use super::network::Network;
use super::numbers::{brief, list, number, parameters};
use super::session::{Session, Setting, Start, forward, misshapen_gradients, misshapen_parameters};
use super::trouble::Trouble;

/// An answer with its sentence; or what failed.
pub(super) type Found = Result<(Value, Text), Trouble>;

/// The most parameters of which every slope is measured: each takes two costs.
const MOST_MEASURED: usize = 600;
/// Slopes that differ by more than this, and by more than this share, part.
const APART: (f64, f64) = (1e-7, 1e-5);

/// Compares `backward` with `numerical_gradient`, entry by entry. `aside` answers while the network waits for a cost.
pub(super) fn gradient_check(
    session: &mut Session,
    (network, aside): (&Network, &Network),
    step: f64,
) -> Found {
    let Parameters { w1, b1, w2, b2 } = &session.parameters;
    let count = w1.len() + b1.len() + w2.len() + b2.len();
    if count > MOST_MEASURED {
        return Err(too_large(count));
    }
    let analytic = session.gradients(network)?;
    let (parameters, data) = (&session.parameters, &session.setting.data);
    let failed = RefCell::new(None);
    let cost = |at: &Parameters| {
        let cost = forward(aside, at, &data.x)
            .and_then(|cache| aside.attempt(|aside| aside.backprop.cost(&cache.a2, &data.y)));
        cost.unwrap_or_else(|trouble| {
            failed.borrow_mut().get_or_insert(trouble);
            f64::NAN
        })
    };
    let numeric = network.attempt_shaped(
        |network| network.backprop.numerical_gradient(&cost, parameters, step),
        |gradients| misshapen_gradients(gradients, parameters),
    );
    if let Some(trouble) = failed.take() {
        return Err(trouble);
    }
    let numeric = numeric?;
    let entries = entries(&analytic, &numeric);
    let is_apart = |(_, a, n): &&(String, f64, f64)| {
        let close = (a - n).abs() <= APART.0 + APART.1 * a.abs().max(n.abs());
        !close
    };
    let mut apart: Vec<&(String, f64, f64)> = entries.iter().filter(is_apart).collect();
    apart.sort_by(|one, other| (other.1 - other.2).abs().total_cmp(&(one.1 - one.2).abs()));
    let norm = |of: &dyn Fn(&(String, f64, f64)) -> f64| {
        entries.iter().map(|entry| of(entry).powi(2)).sum::<f64>().sqrt()
    };
    let lengths = norm(&|entry| entry.1) + norm(&|entry| entry.2);
    let distance = if lengths == 0.0 { 0.0 } else { norm(&|entry| entry.1 - entry.2) / lengths };
    let finding = check_finding(&apart, entries.len(), distance);
    let entry = |(entry, a, n): &&(String, f64, f64)| json!({"entry": entry, "analytic": number(*a), "numeric": number(*n), "difference": number(a - n)});
    let value = json!({
        "analytic": gradients_json(&analytic, true),
        "numeric": gradients_json(&numeric, true),
        "apart": apart.iter().map(entry).collect::<Vec<_>>(),
        "distance": number(distance),
    });
    Ok((value, finding))
}

fn too_large(count: usize) -> Trouble {
    Trouble {
        kind: "busy",
        place: say!("the gradient check", "그래디언트 검사"),
        text: say!(
            "This network has {count} parameters, and each needs two costs: choose one with at most {MOST_MEASURED}.",
            "이 신경망의 파라미터는 {count}개이고 하나마다 비용을 두 번 계산해야 합니다. {MOST_MEASURED}개 이하로 고르세요."
        ),
    }
}

/// Each entry of two gradients by its name.
fn entries(analytic: &Gradients, numeric: &Gradients) -> Vec<(String, f64, f64)> {
    let pairs = [
        ("dw1", &analytic.dw1, &numeric.dw1),
        ("db1", &analytic.db1, &numeric.db1),
        ("dw2", &analytic.dw2, &numeric.dw2),
        ("db2", &analytic.db2, &numeric.db2),
    ];
    let of_pair = |(name, one, other): (&'static str, &Array2<f64>, &Array2<f64>)| {
        let entry = |((place, a), n): (((usize, usize), &f64), &f64)| {
            (format!("{name}[{},{}]", place.0, place.1), *a, *n)
        };
        one.indexed_iter().zip(other).map(entry).collect::<Vec<_>>()
    };
    pairs.into_iter().flat_map(of_pair).collect()
}

fn check_finding(apart: &[&(String, f64, f64)], count: usize, distance: f64) -> Text {
    let Some((entry, analytic, numeric)) = apart.first() else {
        let distance = format!("{distance:.1e}");
        return say!(
            "All {count} entries of `backward` are the slopes of the cost (distance {distance}).",
            "`backward`의 값 {count}개가 모두 비용의 기울기와 같습니다(거리 {distance})."
        );
    };
    let wrong = apart.len();
    let is_astray = analytic * numeric < 0.0;
    let (analytic, numeric) = (brief(*analytic), brief(*numeric));
    let consequence = if is_astray {
        say!("there a step leads uphill", "거기서는 한 단계가 오르막으로 갑니다")
    } else {
        say!("there a step has the wrong length", "거기서는 한 단계의 길이가 틀립니다")
    };
    let (then, then_ko) = (consequence.en, consequence.ko);
    say!(
        "{wrong} of {count} entries part, most of all {entry}: `backward` says {analytic}, and the cost rises by \
         {numeric}; {then}.",
        "값 {count}개 가운데 {wrong}개가 다릅니다. 가장 다른 것은 {entry}: `backward`의 값은 {analytic}, 비용의 기울기는 \
         {numeric}입니다. {then_ko}."
    )
}

/// The most scales that are tried at once.
const MOST_SCALES: usize = 32;

/// Trains the same start at several scales.
pub(super) fn scale(
    fields: Fields<'_>,
    setting: &Setting,
    network: &Network,
) -> Result<Found, Text> {
    let scales = fields.0["scales"].as_array().ok_or_else(|| wrong("scales"))?;
    let scales: Option<Vec<f64>> = scales.iter().map(Value::as_f64).collect();
    let scales = scales.filter(|scales| (1..=MOST_SCALES).contains(&scales.len()));
    let scales = scales.ok_or_else(|| wrong("scales"))?;
    let steps = fields.count("steps", 0..=1000)?;
    let rows: Result<Vec<ScaleRow>, Trouble> =
        scales.iter().map(|scale| row_of_scale(*scale, steps, setting, network)).collect();
    Ok(rows.map(|rows| {
        let finding = scale_finding(&rows, steps);
        let row = |row: &ScaleRow| {
            json!({
                "scale": number(row.scale),
                "slope": number(row.slope),
                "saturated": number(row.saturated),
                "cost_before": number(row.before),
                "cost_after": number(row.after),
            })
        };
        (json!({"rows": rows.iter().map(row).collect::<Vec<_>>()}), finding)
    }))
}

/// What becomes of a start.
struct ScaleRow {
    scale: f64,
    /// The mean slope of the hidden units on all examples.
    slope: f64,
    /// The share of them that are saturated.
    saturated: f64,
    before: f64,
    after: f64,
}

/// A slope below this is that of a saturated unit.
const SATURATED: f64 = 0.01;

fn row_of_scale(
    scale: f64,
    steps: usize,
    setting: &Setting,
    network: &Network,
) -> Result<ScaleRow, Trouble> {
    let (n_x, n_h) = (setting.data.x.nrows(), setting.n_h);
    let start = Start { scale, ..setting.start }.parameters(network, n_x, n_h)?;
    let cache = forward(network, &start, &setting.data.x)?;
    let slope = cache.a1.iter().map(|a| 1.0 - a * a).sum::<f64>() / cache.a1.len() as f64;
    let saturated = network.attempt(|network| {
        network.init.saturated_fraction(Activation::Tanh, &cache.z1, SATURATED)
    })?;
    let before = network.attempt(|network| network.backprop.cost(&cache.a2, &setting.data.y))?;
    let (trained, _) = network.attempt_shaped(
        |network| {
            let (x, y) = (&setting.data.x, &setting.data.y);
            network.backprop.train(x, y, &start, setting.learning_rate, steps)
        },
        |(trained, _)| misshapen_parameters(trained, n_x, n_h),
    )?;
    let cache = forward(network, &trained, &setting.data.x)?;
    let after = network.attempt(|network| network.backprop.cost(&cache.a2, &setting.data.y))?;
    Ok(ScaleRow { scale, slope, saturated, before, after })
}

fn scale_finding(rows: &[ScaleRow], steps: usize) -> Text {
    let best = rows
        .iter()
        .filter(|row| row.after.is_finite())
        .min_by(|one, other| one.after.total_cmp(&other.after));
    let (Some(best), Some(first), Some(last)) = (best, rows.first(), rows.last()) else {
        return say!(
            "After {steps} steps no cost is a number.",
            "{steps}단계 뒤에 숫자인 비용이 없습니다."
        );
    };
    let (scale, cost) = (brief(best.scale), brief(best.after));
    let (small, small_cost) = (brief(first.scale), brief(first.after));
    let (large, large_cost) = (brief(last.scale), brief(last.after));
    let percent = (100.0 * last.saturated).round();
    say!(
        "After {steps} steps the best start has the scale {scale} (cost {cost}). At {small} the cost is {small_cost}; at \
         {large} it is {large_cost}, where {percent} % of the hidden units' slopes were saturated from the start.",
        "{steps}단계 뒤 가장 좋은 시작의 크기는 {scale}입니다(비용 {cost}). 크기 {small}에서 비용은 {small_cost}, \
         크기 {large}에서 비용은 {large_cost}이고 처음부터 은닉 유닛 기울기의 {percent} %가 포화되었습니다."
    )
}

/// A network and its twin, whose units stand in another order, some with their signs flipped.
pub(super) fn permutation(
    fields: Fields<'_>,
    session: &Session,
    network: &Network,
) -> Result<Found, Text> {
    let n_h = session.setting.n_h;
    let order = fields.indices("order", n_h, n_h)?;
    let mut sorted = order.clone();
    sorted.sort_unstable();
    if sorted != (0..n_h).collect::<Vec<_>>() {
        return Err(wrong("order"));
    }
    let flip = fields.indices("flip", n_h, n_h)?;
    Ok(twin(session, network, &order, &flip))
}

fn twin(session: &Session, network: &Network, order: &[usize], flip: &[usize]) -> Found {
    let (parameters_of, x) = (&session.parameters, &session.setting.data.x);
    let (n_h, n_x) = parameters_of.w1.dim();
    let wanted = |parameters: &Parameters| misshapen_parameters(parameters, n_x, n_h);
    let mut twin = network
        .attempt_shaped(|network| network.symmetry.permute_units(parameters_of, order), wanted)?;
    for unit in flip {
        twin =
            network.attempt_shaped(|network| network.symmetry.flip_unit(&twin, *unit), wanted)?;
    }
    let (one, other) = (&session.cache.a2, forward(network, &twin, x)?.a2);
    let difference = |(a, b): (&f64, &f64)| if a == b { 0.0 } else { (a - b).abs() };
    // A difference that is no number is the largest.
    let largest = one.iter().zip(&other).map(difference).max_by(f64::total_cmp).unwrap_or_default();
    let value = json!({
        "twin": parameters(&twin),
        "largest_difference": number(largest),
        "outputs": [list(one), list(&other)],
    });
    let (count, flipped, apart) = (one.len(), flip.len(), format!("{largest:.1e}"));
    let moved = order.iter().enumerate().filter(|(i, unit)| i != *unit).count();
    let finding = if largest <= 1e-12 {
        say!(
            "{moved} hidden units stand elsewhere and {flipped} have their signs flipped, and all {count} outputs are \
             the same (largest difference {apart}): it is the same function with other weights.",
            "은닉 유닛 {moved}개의 자리를 바꾸고 {flipped}개의 부호를 뒤집었는데 출력 {count}개가 모두 같습니다(최대 차이 \
             {apart}). 가중치가 다른 같은 함수입니다."
        )
    } else {
        say!(
            "The outputs of the twin differ by up to {apart}: `permute_units` or `flip_unit` changes what the network \
             computes.",
            "쌍둥이 신경망의 출력이 최대 {apart}만큼 다릅니다. `permute_units`나 `flip_unit` 함수가 신경망의 계산을 바꿉니다."
        )
    };
    Ok((value, finding))
}
