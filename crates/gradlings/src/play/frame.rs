//! What the page shows of a network at one moment.

use std::time::Instant;

use backprop::{Cache, Gradients};
use contract::{Language, Text, say};
use ndarray::{Array2, Axis};
use serde_json::{Value, json};

use super::finding;
use super::network::Network;
use super::numbers::{base64, brief, list, matrix, number, parameters};
use super::session::{Session, forward};
use super::speak;
use super::trouble::{Trouble, misshapen};

/// What is wanted in a frame.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Wanted {
    /// The side of the picture of the boundary, in points; 0 for none.
    pub(super) boundary: usize,
    /// The example whose numbers are shown.
    pub(super) example: Option<usize>,
    /// Whether the gradients are wanted.
    pub(super) gradients: bool,
}

/// How far the picture goes beyond the data, as a share of their width.
const MARGIN: f64 = 0.08;

/// The rectangle that is drawn: `[x1min, x1max, x2min, x2max]`; `None` if the data have other than two inputs.
pub(super) fn box_of(x: &Array2<f64>) -> Option<[f64; 4]> {
    if x.nrows() != 2 {
        return None;
    }
    let side = |i: usize| {
        let (low, high) = x
            .row(i)
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(*x), high.max(*x)));
        let margin = MARGIN * (high - low);
        [low - margin, high + margin]
    };
    let [[left, right], [bottom, top]] = [side(0), side(1)];
    Some([left, right, bottom, top])
}

/// The middles of `side * side` squares in that rectangle, row after row from the top.
fn grid([left, right, bottom, top]: [f64; 4], side: usize) -> Array2<f64> {
    let share = |i: usize| (i as f64 + 0.5) / side as f64;
    Array2::from_shape_fn((2, side * side), |(axis, point)| match axis {
        0 => left + share(point % side) * (right - left),
        _ => top - share(point / side) * (top - bottom),
    })
}

/// The outputs on a square of points, a byte each.
fn boundary(
    session: &mut Session,
    network: &Network,
    side: usize,
) -> Result<Option<Vec<u8>>, Trouble> {
    let Some(rectangle) = box_of(&session.setting.data.x).filter(|_| side > 0) else {
        return Ok(None);
    };
    if session.grid.as_ref().is_none_or(|(known, _)| *known != side) {
        session.grid = Some((side, grid(rectangle, side)));
    }
    let Some((_, points)) = &session.grid else { return Ok(None) };
    let Cache { a2, .. } = forward(network, &session.parameters, points)?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let shade = |a: &f64| if a.is_nan() { 128 } else { (255.0 * a.clamp(0.0, 1.0)).round() as u8 };
    Ok(Some(a2.iter().map(shade).collect()))
}

/// A picture of the boundary as the page takes it.
pub(super) fn picture(
    session: &mut Session,
    network: &Network,
    side: usize,
) -> Result<Value, Trouble> {
    let bytes = boundary(session, network, side)?;
    Ok(bytes.map_or(Value::Null, |bytes| json!({"side": side, "bytes": base64(&bytes)})))
}

/// The share of examples whose label the network gives.
pub(super) fn accuracy(session: &Session, network: &Network) -> Result<f64, Trouble> {
    let (a2, y) = (&session.cache.a2, &session.setting.data.y);
    let labels = network.attempt_shaped(
        |network| network.backprop.predict(a2),
        |labels| misshapen(&[("its result", labels, y.dim())]),
    )?;
    let hits = labels.iter().zip(y).filter(|(label, y)| label == y).count();
    Ok(hits as f64 / y.len() as f64)
}

/// One example on its way through the network.
fn example(session: &Session, network: &Network, index: usize) -> Result<Value, Trouble> {
    let Session { cache, parameters, setting, .. } = session;
    let column = |matrix: &Array2<f64>| matrix.select(Axis(1), &[index]);
    let one = Cache {
        z1: column(&cache.z1),
        a1: column(&cache.a1),
        z2: column(&cache.z2),
        a2: column(&cache.a2),
    };
    let y = column(&setting.data.y);
    let (dz2, ..) = network.attempt_shaped(
        |network| network.backprop.output_gradients(&one, &y),
        |(dz2, ..)| misshapen(&[("dz2", dz2, (1, 1))]),
    )?;
    let slope = |a: f64| if setting.make.is_linear { 1.0 } else { 1.0 - a * a };
    let dz1 = parameters.w2.t().dot(&dz2) * one.a1.mapv(slope);
    Ok(json!({
        "index": index,
        "x": list(setting.data.x.column(index)),
        "y": number(y[(0, 0)]),
        "z1": list(&one.z1), "a1": list(&one.a1),
        "z2": list(&one.z2), "a2": list(&one.a2),
        "dz1": list(&dz1), "dz2": list(&dz2),
    }))
}

/// Gradients as the page takes them: no `dw1` where there is no `w1`.
pub(super) fn gradients_json(of: &Gradients, is_small: bool) -> Value {
    json!({
        "dw1": if is_small { matrix(&of.dw1) } else { Value::Null },
        "db1": list(&of.db1),
        "dw2": matrix(&of.dw2),
        "db2": list(&of.db2),
    })
}

/// The one layer that the linear layers of a session make, by `collapse`.
fn collapsed(session: &Session, network: &Network) -> Result<(Array2<f64>, Array2<f64>), Trouble> {
    let p = &session.parameters;
    let layers = [(p.w1.clone(), p.b1.clone()), (p.w2.clone(), p.b2.clone())];
    let n_x = p.w1.ncols();
    network.attempt_shaped(
        |network| network.activations.collapse(&layers),
        |(w, b)| misshapen(&[("w", w, (1, n_x)), ("b", b, (1, 1))]),
    )
}

fn of_linear(finding: &Text, (w, b): &(Array2<f64>, Array2<f64>)) -> Text {
    let weights: Vec<String> = w.iter().take(3).map(|w| brief(*w)).collect();
    let (weights, b) = (weights.join(", "), brief(b[(0, 0)]));
    let (en, ko) = (&finding.en, &finding.ko);
    say!(
        "{en} Without tanh its two layers are one: w = ({weights}), b = {b}, whose boundary is a straight line.",
        "{ko} tanh가 없어 두 층은 한 층과 같습니다: w = ({weights}), b = {b}. 경계는 직선입니다."
    )
}

/// What is to be seen of a session, with whatever failed on the way.
pub(super) fn frame(
    session: &mut Session,
    network: &Network,
    wanted: Wanted,
    (language, epoch, failed): (Language, u64, Option<Trouble>),
) -> Value {
    let mut failed = failed;
    let mut keep = |outcome: Result<Value, Trouble>| {
        outcome.unwrap_or_else(|trouble| {
            failed.get_or_insert(trouble);
            Value::Null
        })
    };
    let share = accuracy(session, network);
    let accuracy = share.as_ref().copied().unwrap_or(f64::NAN);
    keep(share.map(number));
    let boundary = keep(picture(session, network, wanted.boundary));
    let shown = parameters(&session.parameters);
    let is_small = !shown["w1"].is_null();
    let gradients = if wanted.gradients {
        keep(session.gradients(network).map(|gradients| gradients_json(&gradients, is_small)))
    } else {
        Value::Null
    };
    let index = wanted.example.filter(|index| *index < session.setting.data.x.ncols());
    let example = keep(index.map_or(Ok(Value::Null), |index| example(session, network, index)));
    let classes = session.classes();
    let mut finding = finding::of_session(session, &classes, accuracy);
    let mut layers = Value::Null;
    if session.setting.make.is_linear && session.strange.is_none() {
        match collapsed(session, network) {
            Ok(layer) => {
                finding = of_linear(&finding, &layer);
                layers = json!({"w": matrix(&layer.0), "b": matrix(&layer.1)});
            }
            Err(trouble) => _ = failed.get_or_insert(trouble),
        }
    }
    let trouble = failed.or_else(|| session.strange.clone());
    json!({
        "step": session.step,
        "epoch": epoch,
        "cost": number(session.cost),
        "costs": list(&std::mem::take(&mut session.untold)),
        "accuracy": number(accuracy),
        "parameters": shown,
        "gradients": gradients,
        "classes": classes,
        "example": example,
        "boundary": boundary,
        "layers": layers,
        "finding": speak(&finding, language),
        "trouble": trouble.map_or(Value::Null, |trouble| trouble.to_json(language)),
    })
}

/// Takes up to `steps` steps until `deadline`; what failed, if something did.
pub(super) fn advance(
    session: &mut Session,
    network: &Network,
    steps: usize,
    deadline: Instant,
) -> Option<Trouble> {
    for _ in 0..steps {
        if session.is_over() || Instant::now() >= deadline {
            return None;
        }
        if let Err(trouble) = session.advance(network) {
            return Some(trouble);
        }
    }
    None
}
