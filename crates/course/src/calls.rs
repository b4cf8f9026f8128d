//! Which exercises a student's file calls.

use std::collections::BTreeSet;

use crate::Exercise;

/// The exercises whose functions `text` may call: those that it names after `crate::` or `super::`, outside of comments.
pub fn used(exercises: &[Exercise], text: &str) -> Vec<usize> {
    let code: Vec<&str> = text.lines().map(|line| line.split("//").next().unwrap_or("")).collect();
    let code = code.join("\n");
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.map(str::to_string).collect()
    };
    let mut named = BTreeSet::new();
    for root in ["crate::", "super::"] {
        for (at, _) in code.match_indices(root) {
            let path = code[at..].split([';', '(', ')']).next().unwrap_or_default();
            // Of a glob, any word may be the name.
            named.extend(words(if path.contains('*') { &code } else { path }));
        }
    }
    let is_used =
        |exercise: &Exercise| exercise.outline.functions.iter().any(|name| named.contains(*name));
    let used = exercises.iter().enumerate().filter(|(_, exercise)| is_used(exercise));
    used.map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Course;

    #[test]
    fn a_function_is_called_however_it_is_named_but_not_in_a_comment() {
        let exercises = Course::whole().of_lesson("backprop");
        let names = |text: &str| -> Vec<&str> {
            used(exercises, text).into_iter().map(|index| exercises[index].name()).collect()
        };
        let both = ["output_gradients", "hidden_gradients"];
        assert_eq!(names("use crate::{hidden_gradients, output_gradients};"), both);
        assert_eq!(names("use super::*; output_gradients(c, y); hidden_gradients(p)"), both);
        assert_eq!(names("// crate::hidden_gradients"), Vec::<&str>::new());
    }
}
