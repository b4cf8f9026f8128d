//! Wrong answers that were written without a look at the catalogue, and what the diagnosis says of them.
//!
//! They are kept as they were written: the diagnosis is made for answers that nobody has seen.

// A wrong answer stays as it was written.
#![allow(clippy::pedantic)]

use activations_suite::reference::sigmoid;
use backprop::{Cache, Gradients, fill};
use backprop_suite::reference::{
    backward as grads, cost as mean_loss, cost_from_logits as logit_loss, forward as right,
    hidden_gradients as hidden, linear_forward, logistic_gradients as logit,
    numerical_gradient as slopes, output_gradients as outputs, train as descend, update as step,
};
use backprop_suite::{Answers, LESSON};
use init::Parameters;
use ndarray::{Array2, s};
use testkit::audit::Unseen;
use testkit::unseen;

const UNSEEN: &[Unseen<Answers>] = &[
    // linear_forward
    unseen!(linear_forward, |w, _, a| w.dot(a), "b"),
    unseen!(linear_forward, |w, b, a| w.dot(a) - b, "b"),
    unseen!(linear_forward, |w, b, a| w.dot(a) * b, "b"),
    unseen!(linear_forward, |w, b, a| w.dot(a) + &(b * 2.0), "b|2"),
    unseen!(linear_forward, |w, b, a| (w.dot(a) + b) * 2.0, "2"),
    unseen!(linear_forward, |w, b, a| (w.dot(a) + b).mapv(|z| z.max(0.0)), "negative|0"),
    unseen!(linear_forward, |w, b, a| w.dot(a) / w.ncols() as f64 + b, "n_previous|w|a"),
    unseen!(linear_forward, |w, b, a| w.dot(a) + b[[0, 0]], "b"),
    unseen!(linear_forward, |w, b, a| w.dot(a) + b + 1.0, "1"),
    unseen!(linear_forward, |w, b, a| w.mapv(f64::abs).dot(a) + b, "w|sign"),
    // forward
    unseen!(forward, |p, x| pass(p, x, |z| z.tanh(), |z| z.tanh()), "a2|tanh"),
    unseen!(forward, |p, x| pass(p, x, sigmoid, sigmoid), "a1|sigmoid"),
    unseen!(forward, |p, x| pass(p, x, |z| z.max(0.0), sigmoid), "a1|negative"),
    unseen!(forward, |p, x| pass(p, x, |z| z, sigmoid), "a1"),
    unseen!(
        forward,
        |p, x| pass(&Parameters { b1: &p.b1 * 0.0, ..p.clone() }, x, f64::tanh, sigmoid),
        "b1"
    ),
    unseen!(
        forward,
        |p, x| pass(&Parameters { b2: -&p.b2, ..p.clone() }, x, f64::tanh, sigmoid),
        "b2"
    ),
    unseen!(
        forward,
        |p, x| {
            let mut c = right(p, x);
            c.z1 = c.a1.clone();
            c
        },
        "z1|a1"
    ),
    unseen!(
        forward,
        |p, x| {
            let mut c = right(p, x);
            c.a2 = 1.0 - &c.a2;
            c
        },
        "a2|1"
    ),
    unseen!(
        forward,
        |p, x| {
            let mut c = right(p, x);
            c.a2 = c.a2.mapv(|a| f64::from(u8::from(a > 0.5)));
            c
        },
        "a2|0.5"
    ),
    unseen!(forward, |p, x| pass(p, x, |z| z.tanh().clamp(-0.9, 0.9), sigmoid), "a1|0.9"),
    unseen!(
        forward,
        |p, x| {
            let mut c = right(p, x);
            c.z2 = c.a2.clone();
            c
        },
        "z2|a2"
    ),
    // cost
    unseen!(cost, |a, y| 0.5 * mean_loss(a, y), "0.5|half|2 m"),
    unseen!(cost, |a, y| mean_loss(a, y) / a.nrows() as f64, "n_y|all entries"),
    unseen!(cost, |a, y| mean_loss(a, y) * a.ncols() as f64 / a.len() as f64, "n_y|m"),
    unseen!(cost, |a, y| -mean_loss(a, y), "sign|negat"),
    unseen!(cost, |a, y| mean_loss(a, y) + 0.1, "0.1"),
    unseen!(cost, |a, y| mean_loss(a, &(1.0 - y)), "y|label"),
    unseen!(cost, |a, y| mean_loss(&a.mapv(|a| a.clamp(0.01, 0.99)), y), "0.01|0.99"),
    unseen!(cost, |a, y| mean_loss(a, y).min(1.0), "1"),
    unseen!(cost, |a, y| (a - y).mapv(f64::abs).sum() / a.ncols() as f64, "a2|y"),
    unseen!(cost, |a, y| mean_loss(a, y) / std::f64::consts::LN_2, "1.44|2"),
    unseen!(cost, |a, y| -(y * &a.mapv(|a| a.max(1e-300).ln())).sum() / a.ncols() as f64, "y|0"),
    unseen!(
        cost,
        |a, y| mean_loss(&a.slice(s![.., ..1]).to_owned(), &y.slice(s![.., ..1]).to_owned()),
        "first|example"
    ),
    // cost_from_logits
    unseen!(cost_from_logits, |z, y| 2.0 * logit_loss(z, y), "2"),
    unseen!(cost_from_logits, |z, y| logit_loss(&-z, y), "z2|sign|labels"),
    unseen!(cost_from_logits, |z, y| logit_loss(&z.mapv(|z| z.clamp(-10.0, 10.0)), y), "10"),
    unseen!(cost_from_logits, |z, y| logit_loss(z, y) * z.ncols() as f64, "m"),
    unseen!(cost_from_logits, |z, y| logit_loss(z, y) / z.nrows() as f64, "n_y|all entries"),
    unseen!(cost_from_logits, |z, y| logit_loss(&(z * 2.0), y), "2|z2"),
    unseen!(cost_from_logits, |z, y| logit_loss(z, &y.mapv(|_| 1.0)), "y"),
    // logistic_gradients
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = logit(w, b, x, y);
            (-dw, -db)
        },
        "sign|negat"
    ),
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = logit(w, b, x, y);
            (dw, db * x.ncols() as f64)
        },
        "db|m"
    ),
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = logit(w, b, x, y);
            (dw * 2.0, db)
        },
        "dw|2"
    ),
    unseen!(logistic_gradients, |w, _, x, y| logit(w, 0.0, x, y), "b"),
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = logit(w, b, x, y);
            let m = x.ncols() as f64;
            let n = x.nrows() as f64;
            (dw * m / n, db * m / n)
        },
        "n_x|number of inputs"
    ),
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = logit(w, b, x, y);
            (dw + w * 0.1, db)
        },
        "w|0.1"
    ),
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, _) = logit(w, b, x, y);
            (dw, 0.0)
        },
        "db|0"
    ),
    unseen!(
        logistic_gradients,
        |w, b, x, y| {
            let (dw, db) = logit(w, b, x, y);
            (dw.mapv(|d| d.clamp(-0.1, 0.1)), db)
        },
        "0.1"
    ),
    // output_gradients
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            (dz, dw * 2.0, db)
        },
        "dw2|2"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            let m = y.ncols() as f64;
            (dz / m, dw, db)
        },
        "dz2|m"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            let m = y.ncols() as f64;
            (dz, dw * m, db)
        },
        "dw2|m"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            let m = y.ncols() as f64;
            let n = y.nrows() as f64;
            (dz, dw * m / n, db)
        },
        "dw2|n_y"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            (dz, dw, -db)
        },
        "db2|sign"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, _, db) = outputs(c, y);
            let m = y.ncols() as f64;
            let dw = dz.dot(&c.z1.t()) / m;
            (dz, dw, db)
        },
        "dw2|z1"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, _) = outputs(c, y);
            let n = dz.nrows();
            (dz, dw, Array2::zeros((n, 1)))
        },
        "db2|0"
    ),
    unseen!(
        output_gradients,
        |c, y| outputs(&Cache { a2: c.a2.mapv(f64::round), ..c.clone() }, y),
        "a2|round"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            (dz.mapv(|d| d.clamp(-0.5, 0.5)), dw, db)
        },
        "dz2|0.5"
    ),
    unseen!(
        output_gradients,
        |c, y| {
            let (dz, dw, db) = outputs(c, y);
            (dz, dw, db.mapv(|b| b * b))
        },
        "db2|square"
    ),
    // hidden_gradients
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            (dw * x.ncols() as f64, db)
        },
        "dw1|m"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            (dw, db * 0.5)
        },
        "db1|0.5|half"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            (-dw, db)
        },
        "dw1|sign"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| hidden(p, &Cache { a1: &c.a1 * 0.0, ..c.clone() }, x, d),
        "a1|slope"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| hidden(p, &Cache { a1: c.z1.clone(), ..c.clone() }, x, d),
        "z1|a1"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            let (m, n) = (x.ncols() as f64, x.nrows() as f64);
            (dw * m / n, db * m / n)
        },
        "n_x|number of inputs"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            (dw + &p.w1 * 0.01, db)
        },
        "w1|0.01"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            (dw.mapv(|g| g.clamp(-0.1, 0.1)), db.mapv(|g| g.clamp(-0.1, 0.1)))
        },
        "0.1"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| hidden(&Parameters { w2: p.w2.mapv(f64::abs), ..p.clone() }, c, x, d),
        "w2"
    ),
    unseen!(
        hidden_gradients,
        |p, c, x, d| {
            let (dw, db) = hidden(p, c, x, d);
            (dw, Array2::from_elem(db.dim(), db.sum()))
        },
        "db1"
    ),
    // backward
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { dw1: &g.dw1 * 2.0, ..g }
        },
        "dw1|2"
    ),
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { db2: -&g.db2, ..g }
        },
        "db2|sign"
    ),
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { db1: &g.db1 * 0.0, ..g }
        },
        "db1|0"
    ),
    unseen!(backward, |p, c, x, y| grads(p, c, x, &(1.0 - y)), "y|label"),
    unseen!(backward, |p, c, x, y| scaled(grads(p, c, x, y), x.ncols() as f64), "m"),
    unseen!(
        backward,
        |p, c, x, y| scaled(grads(p, c, x, y), x.ncols() as f64 / x.nrows() as f64),
        "n_x"
    ),
    unseen!(
        backward,
        |p, c, x, y| scaled(grads(p, c, x, y), x.ncols() as f64 / y.nrows() as f64),
        "n_y"
    ),
    unseen!(backward, |p, c, x, y| scaled(grads(p, c, x, y), -1.0), "sign|negat"),
    unseen!(backward, |p, c, x, y| scaled(grads(p, c, x, y), 0.5), "0.5|half"),
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { dw1: clip(&g.dw1), db1: clip(&g.db1), dw2: clip(&g.dw2), db2: clip(&g.db2) }
        },
        "0.1"
    ),
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { dw2: &g.dw2 + &p.w2 * 0.1, ..g }
        },
        "w2|0.1"
    ),
    unseen!(
        backward,
        |p, c, x, y| grads(&Parameters { w2: -&p.w2, ..p.clone() }, c, x, y),
        "w2|sign"
    ),
    unseen!(
        backward,
        |p, c, x, y| grads(p, &Cache { a1: c.a1.mapv(f64::abs), ..c.clone() }, x, y),
        "a1|dw2"
    ),
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { dw1: &g.dw1 * 3.0, db2: -&g.db2, ..g }
        },
        "dw1|db2"
    ),
    unseen!(
        backward,
        |p, c, x, y| {
            let g = grads(p, c, x, y);
            Gradients { dw2: &g.dw2 / x.ncols() as f64, ..g }
        },
        "dw2|m"
    ),
    // numerical_gradient
    unseen!(numerical_gradient, |f, p, _| slopes(f, p, 1e-4), "step|0.0001"),
    unseen!(numerical_gradient, |f, p, h| scaled(slopes(f, p, h), 2.0), "2"),
    unseen!(numerical_gradient, |f, p, h| scaled(slopes(f, p, h), h), "step"),
    unseen!(numerical_gradient, |f, p, h| scaled(slopes(f, p, h), -1.0), "sign|negat"),
    unseen!(numerical_gradient, |f, p, h| slopes(f, p, 2.0 * h), "step|2"),
    unseen!(
        numerical_gradient,
        |f, p, h| {
            let g = slopes(f, p, h);
            Gradients { db2: &g.db2 * 0.0, ..g }
        },
        "db2|0"
    ),
    unseen!(
        numerical_gradient,
        |f, p, h| {
            let g = slopes(f, p, h);
            Gradients { dw1: g.dw1.mapv(f64::abs), ..g }
        },
        "dw1|sign|negative"
    ),
    // update
    unseen!(update, |p, g, r| step(p, g, 10.0 * r), "10|learning_rate"),
    unseen!(update, |p, g, r| step(p, g, r * r), "learning_rate|square|learning rate"),
    unseen!(update, |p, g, _| step(p, g, 0.01), "0.01|learning_rate"),
    unseen!(
        update,
        |p, g, r| {
            let n = step(p, g, r);
            Parameters { b1: p.b1.clone(), ..n }
        },
        "b1"
    ),
    unseen!(
        update,
        |p, g, r| {
            let n = step(p, g, r);
            Parameters { w2: &n.w2 * 0.99, ..n }
        },
        "w2|0.99"
    ),
    unseen!(
        update,
        |p, g, r| {
            let n = step(p, g, r);
            Parameters { w1: &n.w1 - &p.w1 * 0.01, ..n }
        },
        "w1|0.01"
    ),
    unseen!(
        update,
        |p, g, r| step(
            p,
            &Gradients {
                dw1: clip(&g.dw1),
                db1: clip(&g.db1),
                dw2: clip(&g.dw2),
                db2: clip(&g.db2)
            },
            r
        ),
        "0.1"
    ),
    unseen!(
        update,
        |p, g, r| {
            let n = step(p, g, r);
            Parameters { b2: &p.b2 + &(&g.db2 * r), ..n }
        },
        "b2|sign"
    ),
    unseen!(
        update,
        |p, g, r| step(
            p,
            &Gradients {
                dw1: g.dw1.mapv(f64::signum),
                db1: g.db1.mapv(f64::signum),
                dw2: g.dw2.mapv(f64::signum),
                db2: g.db2.mapv(f64::signum)
            },
            r
        ),
        "sign"
    ),
    unseen!(update, |p, g, r| step(&scaled_start(p, 0.5), g, r), "0.5|half"),
    unseen!(update, |p, g, _| step(p, g, 1.0), "learning_rate|1"),
    unseen!(
        update,
        |p, g, r| if r > 1.0 { step(p, g, 1.0) } else { step(p, g, r) },
        "learning_rate|1"
    ),
    // predict
    unseen!(predict, |a| a.mapv(|a| f64::from(u8::from(a > 0.3))), "0.3"),
    unseen!(predict, |a| a.mapv(|a| f64::from(u8::from(a > 0.9))), "0.9"),
    unseen!(predict, |a| a.mapv(|a| if a > 0.5 { 1.0 } else { -1.0 }), "-1"),
    unseen!(predict, |a| a.mapv(|a| if a > 0.5 { a } else { 0.0 }), "1|a2"),
    unseen!(predict, |a| a.mapv(|a| if a > 0.5 { 2.0 } else { 0.0 }), "2"),
    unseen!(predict, |a| a.mapv(|_| 1.0), "1"),
    unseen!(
        predict,
        |a| {
            let mean = a.mean().unwrap_or(0.5);
            a.mapv(|a| f64::from(u8::from(a > mean)))
        },
        "other|mean|0.5"
    ),
    unseen!(predict, |a| a.mapv(|a| if a > 0.5 { 0.0 } else { 1.0 }), "1|opposite|exchang"),
    // train
    unseen!(train, |x, y, p, _, n| descend(x, y, p, 0.01, n), "0.01|learning_rate"),
    unseen!(train, |x, y, p, r, n| descend(x, y, p, 2.0 * r, n), "2|learning_rate"),
    unseen!(train, |x, y, p, r, n| descend(x, y, p, r, n + 1), "steps|1|one"),
    unseen!(train, |x, y, p, r, n| descend(x, y, p, r, n.saturating_sub(1)), "steps|1|one"),
    unseen!(train, |x, y, p, r, n| descend(x, y, p, r, n.min(100)), "100|steps"),
    unseen!(
        train,
        |x, y, p, r, n| {
            let (q, c) = descend(x, y, p, r, n);
            (q, c.into_iter().rev().collect())
        },
        "cost|revers|order"
    ),
    unseen!(
        train,
        |x, y, p, r, n| {
            let (q, c) = descend(x, y, p, r, n);
            (q, c.into_iter().map(|c| 2.0 * c).collect())
        },
        "cost|2"
    ),
    unseen!(
        train,
        |x, y, p, r, n| {
            let (_, c) = descend(x, y, p, r, n);
            (p.clone(), c)
        },
        "start|parameters"
    ),
    unseen!(train, |x, y, p, r, n| descend(x, y, &scaled_start(p, 0.0), r, n), "start|0"),
    unseen!(
        train,
        |x, y, p, r, n| {
            let (q, c) = descend(x, y, p, r, n);
            (q, c.into_iter().take(1).collect())
        },
        "cost"
    ),
    unseen!(
        train,
        |x, y, p, r, n| {
            let (q, mut c) = descend(x, y, p, r, n);
            c.insert(0, 0.0);
            (q, c)
        },
        "cost"
    ),
    unseen!(
        train,
        |x, y, p, r, n| {
            let (q, c) = descend(x, y, p, r, n);
            (Parameters { b2: p.b2.clone(), ..q }, c)
        },
        "b2"
    ),
    unseen!(
        train,
        |x, y, p, r, n| descend(x, y, p, -r, n),
        "sign|learning_rate|uphill|negat|added"
    ),
    unseen!(train, |x, y, p, r, n| descend(x, y, p, r, n / 2), "steps|half"),
    unseen!(train, |x, y, p, r, n| descend(x, y, p, r.min(0.1), n), "0.1|learning_rate"),
    unseen!(train, |x, y, p, r, n| descend(x, &(1.0 - y), p, r, n), "y|label"),
];

fn pass(p: &Parameters, x: &Array2<f64>, g: fn(f64) -> f64, out: fn(f64) -> f64) -> Cache {
    let z1 = linear_forward(&p.w1, &p.b1, x);
    let a1 = z1.mapv(g);
    let z2 = linear_forward(&p.w2, &p.b2, &a1);
    let a2 = z2.mapv(out);
    Cache { z1, a1, z2, a2 }
}

fn scaled(g: Gradients, k: f64) -> Gradients {
    Gradients { dw1: g.dw1 * k, db1: g.db1 * k, dw2: g.dw2 * k, db2: g.db2 * k }
}

fn scaled_start(p: &Parameters, k: f64) -> Parameters {
    Parameters { w1: &p.w1 * k, b1: &p.b1 * k, w2: &p.w2 * k, b2: &p.b2 * k }
}

fn clip(g: &Array2<f64>) -> Array2<f64> {
    g.mapv(|g| g.clamp(-0.1, 0.1))
}

/// How many are named, observed and silent; DETECTION.md adds up.
#[test]
fn unseen_answers_are_refused_and_explained_truly() {
    testkit::audit::check_unseen(&LESSON, UNSEEN, [123, 1, 2]);
}
