//! What each property of an exercise is worth.

use course::report::PropertyReport;

/// The weight of each property of an exercise, in order.
pub fn weights(properties: &[PropertyReport]) -> Vec<u32> {
    let functions = properties.iter().map(|property| property.function.as_str());
    weights_of(&functions.collect::<Vec<_>>())
}

/// The weight of each property of an exercise, from the functions that they are about. The first property of a
/// function says whether it is right at all and weighs as much as all its other laws together, so that a constant
/// that happens to keep the laws earns less than half.
pub fn weights_of(functions: &[&str]) -> Vec<u32> {
    let weight = |(index, function): (usize, &&str)| {
        if functions[..index].contains(function) {
            return 1;
        }
        let others = functions[index + 1..].iter().filter(|other| *other == function).count();
        u32::try_from(others.max(1)).unwrap_or(u32::MAX)
    };
    functions.iter().enumerate().map(weight).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::Text;
    use course::Course;
    use course::report::{Report, Standing};

    #[test]
    fn the_first_property_of_a_function_weighs_as_much_as_its_others() {
        assert_eq!(weights_of(&["f", "f", "f"]), [2, 1, 1]);
        assert_eq!(weights_of(&["f", "f", "g"]), [1, 1, 1]);
        for exercise in Course::whole().exercises() {
            let report = Report::unasked(exercise, Standing::Infra, |_| Text::fixed("", ""));
            let total: u32 = weights(&report.properties).iter().sum();
            assert!(total >= 2, "{}", exercise.name());
        }
    }
}
