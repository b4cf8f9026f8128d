use super::*;
use crate::training::{shallow, starts};
use backprop_suite::data::planar_flower;
use init::Parameters;
use testkit::agrees;

fn network(parameters: &Parameters, hidden: Hidden) -> Network {
    let Parameters { w1, b1, w2, b2 } = parameters.clone();
    let layers = vec![Layer { w: w1, b: b1 }, Layer { w: w2, b: b2 }];
    Network { layers, hidden, output: Output::Sigmoid }
}

fn parameters(network: &Network) -> Parameters {
    let [one, two] = &network.layers[..] else { panic!("two layers were expected") };
    let (w1, b1, w2, b2) = (one.w.clone(), one.b.clone(), two.w.clone(), two.b.clone());
    Parameters { w1, b1, w2, b2 }
}

#[test]
fn two_layers_with_tanh_train_as_the_solution_does() {
    let flower = planar_flower();
    let start = shallow::start(&mut starts::generator(7, 0), 2, 6, 1, 0.01);
    let (want, costs) = solution_backprop::train(&flower.x, &flower.y, &start, 1.2, 200);
    let mut deep = network(&start, Hidden::TANH);
    let deep_costs = deep.train(&flower.x, &flower.y, 1.2, 200);
    agrees("parameters", &parameters(&deep), &want, 1e-12).unwrap();
    for (got, want) in deep_costs.iter().zip(&costs) {
        assert!((got - want).abs() < 1e-12, "cost {got} instead of {want}");
    }
}

#[test]
fn gradients_are_the_central_differences_at_any_depth() {
    let mut rng = starts::generator(3, 0);
    let (x, y) = (
        starts::normal(&mut rng, 2, 5),
        Array2::from_shape_fn((1, 5), |(_, j)| if j < 2 { 1.0 } else { 0.0 }),
    );
    let hiddens =
        [Hidden::SIGMOID, Hidden::TANH, Hidden::TanhPlusOne, Hidden::LEAKY, Hidden::LINEAR];
    for hidden in hiddens {
        for output in [Output::Sigmoid, Output::Relu, Output::Linear] {
            let network =
                Network { layers: starts::scaled(&mut rng, &[2, 3, 3, 1], 2.0), hidden, output };
            let gradients = network.backward(&network.forward(&x), &y);
            for (i, gradient) in gradients.iter().enumerate() {
                for (at, got) in gradient.w.indexed_iter() {
                    let cost = |by: f64| {
                        let mut moved = network.clone();
                        moved.layers[i].w[at] += by;
                        moved.cost(&moved.forward(&x), &y)
                    };
                    let numeric = (cost(1e-5) - cost(-1e-5)) / 2e-5;
                    assert!(
                        (got - numeric).abs() < 1e-7,
                        "{hidden:?}, {output:?}, layer {i}, {at:?}: {got} instead of {numeric}"
                    );
                }
            }
        }
    }
}
