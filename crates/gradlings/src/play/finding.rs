//! What is to be seen on the page, in one sentence that is computed from what is shown.

use contract::{Text, say};

use super::numbers::brief;
use super::session::Session;

/// A cost that moves by less than this share of itself stands still.
const STILL: f64 = 1e-6;

/// What is to be seen of a network that learns: `classes` are those of its hidden units, `accuracy` is the share of
/// examples that it gets right.
pub(super) fn of_session(session: &Session, classes: &[usize], accuracy: f64) -> Text {
    if let Some(strange) = &session.strange {
        return strange.text.clone();
    }
    let (n_h, kinds) = (classes.len(), classes.iter().max().map_or(0, |last| last + 1));
    if session.step == 0 {
        return at_start(n_h, kinds, session.cost);
    }
    let (step, first, cost) = (session.step, session.first_cost, session.cost);
    let way = way(step, first, cost, accuracy);
    let (way_en, way_ko) = (&way.en, &way.ko);
    if n_h == 1 {
        return way;
    }
    if kinds == 1 {
        return say!(
            "{way_en} The {n_h} hidden units are all equal, so that they do the work of one.",
            "{way_ko} 은닉 유닛 {n_h}개가 모두 같아서 유닛 하나의 일만 합니다."
        );
    }
    if kinds < n_h {
        return say!(
            "{way_en} Of the {n_h} hidden units only {kinds} are different.",
            "{way_ko} 은닉 유닛 {n_h}개 가운데 서로 다른 것은 {kinds}개뿐입니다."
        );
    }
    say!(
        "{way_en} The {n_h} hidden units are all different.",
        "{way_ko} 은닉 유닛 {n_h}개가 모두 다릅니다."
    )
}

fn at_start(n_h: usize, kinds: usize, cost: f64) -> Text {
    let cost = brief(cost);
    if n_h == 1 {
        say!("One hidden unit; the cost is {cost}.", "은닉 유닛은 하나이고 비용은 {cost}입니다.")
    } else if kinds == 1 {
        say!(
            "The {n_h} hidden units start equal: each step will move them alike. The cost is {cost}.",
            "은닉 유닛 {n_h}개가 같은 값으로 시작합니다. 단계마다 똑같이 움직입니다. 비용은 {cost}입니다."
        )
    } else {
        say!(
            "The {n_h} hidden units start as {kinds} different ones. The cost is {cost}.",
            "은닉 유닛 {n_h}개가 서로 다른 {kinds}가지로 시작합니다. 비용은 {cost}입니다."
        )
    }
}

/// How the cost went from `first` to `cost`.
fn way(step: usize, first: f64, cost: f64, accuracy: f64) -> Text {
    let percent = (100.0 * accuracy).round();
    let (from, to) = (brief(first), brief(cost));
    let change = cost - first;
    if change.abs() <= STILL * first.abs() {
        return say!(
            "After {step} steps the cost is still {to}; {percent} % are right.",
            "{step}단계 뒤에도 비용은 그대로 {to}입니다. 정답은 {percent} %입니다."
        );
    }
    if change > 0.0 {
        return say!(
            "After {step} steps the cost has risen from {from} to {to}: the steps do not lead downhill, because of a \
             wrong gradient or too large a learning rate. {percent} % are right.",
            "{step}단계 뒤에 비용이 {from}에서 {to}까지 올랐습니다. 그래디언트가 틀렸거나 학습률이 너무 커서 내려가지 \
             않습니다. 정답은 {percent} %입니다."
        );
    }
    say!(
        "After {step} steps the cost has fallen from {from} to {to}; {percent} % are right.",
        "{step}단계 뒤에 비용이 {from}에서 {to}까지 내려갔습니다. 정답은 {percent} %입니다."
    )
}
