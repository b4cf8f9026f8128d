//! A trial as a `#[test]`: for the end of the exercise's file, or for a file of its own in `tests/`.

use contract::{Text, Value, say};
use ndarray::ArrayView1;
use testkit::{Argument, Call};

use super::Trial;

/// The test, or why there is none.
pub fn test(trial: &Trial) -> Result<String, Text> {
    let (lesson, exercise) = (trial.exercise.lesson.name(), trial.exercise.name());
    let function = trial.call.function;
    let is_example = trial.property.is_none();
    let has_failed = trial.parted_by().is_some() || matches!(trial.outcome, Some(Err(_)) | None);
    let (true, Some(right)) = (is_example || has_failed, &trial.right) else {
        let property = trial.property.as_deref().unwrap_or_default();
        let command = format!("cargo test -p exercise-{lesson} {exercise}::{property}");
        return Err(say!(
            "What fails is not one value: `{property}` looks at several calls, or at many draws. Its own test \
             is `{command}`.",
            "틀린 것은 값 하나가 아닙니다. `{property}` 성질은 여러 호출이나 여러 난수를 함께 봅니다. 이 성질의 \
             테스트는 `{command}`입니다."
        ));
    };
    if trial.call.example.is_some() {
        let command = format!("cargo test -p exercise-{lesson} {exercise}");
        return Err(say!(
            "`{function}` is asked about functions of the course, so it is tested with them: `{command}`.",
            "`{function}` 법칙은 강의의 함수에 대해 묻는 것이므로 그 함수로 검사합니다: `{command}`."
        ));
    }
    if trial.call.is_random() {
        let command = format!("cargo test -p exercise-{lesson} {exercise}");
        return Err(say!(
            "`{function}` draws at random, so no single value is right. Its tests are `{command}`.",
            "`{function}` 함수는 난수를 뽑으므로 올바른 값이 하나로 정해지지 않습니다. 테스트는 \
             `{command}`입니다."
        ));
    }
    let place = if is_example { "a_small_input" } else { "its_smallest_failing_input" };
    let name = format!("{function}_on_{place}");
    let tolerance = trial.parted_by().unwrap_or(super::TOLERANCES[0]);
    let mut text = format!(
        "// Paste this at the end of exercises/{lesson}/src/{exercise}.rs, then run\n\
         // cargo test -p exercise-{lesson} {name}\n#[test]\nfn {name}() {{\n"
    );
    for argument in &trial.call.arguments {
        text += &format!("    {}\n", binding(argument, &trial.call));
    }
    let passed: Vec<String> = trial.call.arguments.iter().map(passed).collect();
    text += &format!("    let got = exercise_{lesson}::{function}({});\n", passed.join(", "));
    let mut checks = String::new();
    assertions("got", (function, trial.parts), (right, trial.call.result), &mut checks);
    if has_numbers(right) {
        text += "    let is_close = |got: f64, right: f64| {\n        ";
        text += &format!(
            "got == right || (got - right).abs() <= {tolerance:?} * right.abs().max(1.0)\n    }};\n"
        );
    }
    if checks.contains("same(") {
        text += "    let same = |name: &str, got: &ndarray::Array2<f64>, right: ndarray::Array2<f64>| {\n        \
                 assert_eq!(got.dim(), right.dim(), \"the shape of {name}\");\n        \
                 for ((place, got), right) in got.indexed_iter().zip(&right) {\n            \
                 assert!(is_close(*got, *right), \"{name}[{place:?}] is {got}, not {right}\");\n        }\n    };\n";
    }
    text += &checks;
    Ok(text + "}\n")
}

fn has_numbers(value: &Value) -> bool {
    match value {
        Value::Number(_) | Value::Vector(_) | Value::Matrix(_) => true,
        Value::Sequence(parts) => parts.iter().any(has_numbers),
        Value::Record(fields) => fields.iter().any(|(_, part)| has_numbers(part)),
        _ => false,
    }
}

/// Asserts that the value at the path `got`, of the type `of_type`, is `right`, part by part. The parts of a tuple
/// have names if there are as many.
fn assertions(
    got: &str,
    (name, parts_names): (&str, &[&str]),
    (right, of_type): (&Value, &str),
    text: &mut String,
) {
    match right {
        Value::Record(fields) => {
            for (field, part) in fields {
                assertions(&format!("{got}.{field}"), (field, &[]), (part, ""), text);
            }
        }
        Value::Sequence(parts) => {
            let types = types_in_tuple(of_type);
            if types.is_empty() {
                let count = parts.len();
                *text += &format!("    assert_eq!({got}.len(), {count}, \"how many {name}\");\n");
            }
            for (i, part) in parts.iter().enumerate() {
                let (path, of_type) = match types.get(i) {
                    Some(of_type) => (format!("{got}.{i}"), *of_type),
                    None => (format!("{got}[{i}]"), ""),
                };
                let indexed = format!("{name}[{i}]");
                let name = parts_names.get(i).copied().unwrap_or(&indexed);
                assertions(&path, (name, &[]), (part, of_type), text);
            }
        }
        Value::Matrix(_) => {
            *text += &format!("    same(\"{name}\", &{got}, {});\n", expression(right, ""));
        }
        Value::Vector(_) => {
            let right = expression(right, "");
            *text += &format!(
                "    let right = {right};\n    assert_eq!({got}.dim(), right.dim(), \"the length of {name}\");\n    \
                 assert!({got}.iter().zip(&right).all(|(got, right)| is_close(*got, *right)), \
                 \"{name} is {{}}, not {{right}}\", {got});\n"
            );
        }
        Value::Number(_) => {
            let right = expression(right, "");
            *text += &format!(
                "    let right: f64 = {right};\n    \
                 assert!(is_close({got}, right), \"{name} is {{}}, not {{right}}\", {got});\n"
            );
        }
        other => {
            *text += &format!("    assert_eq!({got}, {}, \"{name}\");\n", expression(other, ""));
        }
    }
}

/// The types between the brackets of a tuple; none if `of_type` is another.
fn types_in_tuple(of_type: &str) -> Vec<&str> {
    let Some(inside) = of_type.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else {
        return Vec::new();
    };
    let mut depth = 0;
    let is_between = |letter| {
        depth += match letter {
            '(' | '<' | '[' => 1,
            ')' | '>' | ']' => -1,
            _ => 0,
        };
        letter == ',' && depth == 0
    };
    inside.split(is_between).map(str::trim).collect()
}

/// The type of an argument without its borrow.
fn plain_type(argument: &Argument) -> &str {
    argument.type_name.trim_start_matches('&').trim_start_matches("mut ")
}

fn binding(argument: &Argument, call: &Call) -> String {
    let (name, of_type) = (argument.name, plain_type(argument));
    match &argument.value {
        None => {
            let record = of_type.split(['(', ')']).nth(1).unwrap_or_default();
            let record = record.trim_start_matches('&');
            // Some compilers name the lifetime, too.
            let record = match record.strip_prefix('\'') {
                Some(rest) => rest.split_once(' ').map_or(record, |(_, of_type)| of_type),
                None => record,
            };
            let same = call.arguments.iter().find(|other| plain_type(other) == record);
            let fields: Vec<String> = match same.and_then(|argument| argument.value.as_ref()) {
                Some(Value::Record(fields)) => {
                    fields.iter().map(|(field, _)| format!("&p.{field}")).collect()
                }
                _ => Vec::new(),
            };
            format!(
                "let {name} = |p: &{record}| {{\n        let parts = [{}];\n        \
                 parts.map(|part| part.mapv(|w| w * w * w).sum()).iter().sum::<f64>()\n    }};",
                fields.join(", ")
            )
        }
        Some(Value::Seed(seed)) => {
            format!("let mut {name}: rand::rngs::StdRng = rand::SeedableRng::from_seed({seed:?});")
        }
        // A list of named types is in no contract.
        Some(Value::Sequence(parts)) if of_type.starts_with('[') => {
            let parts: Vec<String> = parts.iter().map(|part| expression(part, "")).collect();
            format!("let {name} = vec![{}];", parts.join(", "))
        }
        Some(value) => format!("let {name} = {};", expression(value, of_type)),
    }
}

fn passed(argument: &Argument) -> String {
    let name = argument.name;
    match argument.type_name {
        of_type if of_type.starts_with("&mut ") => format!("&mut {name}"),
        of_type if of_type.starts_with('&') => format!("&{name}"),
        _ => name.to_string(),
    }
}

/// Rust code for a value of the type `of_type`, which is needed for a record and for a choice.
fn expression(value: &Value, of_type: &str) -> String {
    let row = |row: ArrayView1<f64>| {
        let numbers: Vec<String> = row.iter().map(|z| float(*z)).collect();
        format!("[{}]", numbers.join(", "))
    };
    match value {
        Value::Flag(flag) => flag.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Number(z) => float(*z),
        Value::Word(word) => format!("{of_type}::{word}"),
        Value::Seed(seed) => format!("{seed:?}"),
        Value::Vector(vector) if vector.is_empty() => {
            "ndarray::Array1::<f64>::zeros(0)".to_string()
        }
        Value::Vector(vector) => format!("ndarray::arr1(&{})", row(vector.view())),
        Value::Matrix(matrix) if matrix.is_empty() => {
            format!("ndarray::Array2::<f64>::zeros({:?})", matrix.dim())
        }
        // In the order in memory in which it was passed: a view that was turned round stays one.
        Value::Matrix(matrix)
            if !matrix.is_standard_layout() && matrix.t().is_standard_layout() =>
        {
            let columns: Vec<String> = matrix.columns().into_iter().map(row).collect();
            format!("ndarray::arr2(&[{}]).reversed_axes()", columns.join(", "))
        }
        Value::Matrix(matrix) => {
            let rows: Vec<String> = matrix.rows().into_iter().map(row).collect();
            format!("ndarray::arr2(&[{}])", rows.join(", "))
        }
        Value::Sequence(parts) => {
            let parts: Vec<String> = parts.iter().map(|part| expression(part, "")).collect();
            format!("({})", parts.join(", "))
        }
        Value::Record(fields) => {
            let fields: Vec<String> = fields
                .iter()
                .map(|(field, part)| format!("        {field}: {},\n", expression(part, "")))
                .collect();
            format!("{of_type} {{\n{}    }}", fields.concat())
        }
    }
}

fn float(z: f64) -> String {
    if z.is_nan() {
        "f64::NAN".to_string()
    } else if z.is_infinite() {
        let name = if z > 0.0 { "INFINITY" } else { "NEG_INFINITY" };
        format!("f64::{name}")
    } else {
        format!("{z:?}")
    }
}
