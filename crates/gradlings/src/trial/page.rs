//! A trial on a screen of 24 lines.

use contract::{Fault, Text, Value, say};
use testkit::{Argument, number, shown};

use super::Trial;
use crate::line::{Line, Style};
use crate::screen::Screen;
use crate::status::{mark, meaning};
use course::report::{Standing, State};

/// The most lines of the arguments.
const ARGUMENTS: usize = 6;
/// The most first and last lines of what was printed.
const PRINTED: (usize, usize) = (3, 1);
/// The most lines of the table.
const ROWS: usize = 8;
/// The most numbers of a row.
const NUMBERS: usize = 8;

/// What was called, what it printed and what came of it.
pub(crate) fn page(screen: &Screen, trial: &Trial) -> Vec<Line> {
    let speak = |text: Text| text.speak(screen.language).to_string();
    let (sign, style) = mark(trial.report.state());
    let mut lines = screen.fit_in(style, &format!("{sign} {}", speak(title(screen, trial))), 0);
    lines.push(Line::default());
    lines.extend(arguments(screen, trial).iter().map(|line| Line::plain(format!("    {line}"))));
    lines.push(Line::default());
    match &trial.outcome {
        None => {
            if trial.report.state() == State::DoesNotCompile {
                lines.extend(refusal(screen, trial));
                lines.push(Line::default());
            }
        }
        Some(Err(Fault::Unwritten { .. })) => {
            // The report says it in the reader's language.
            let told = trial.report.headline_of(trial.call.function);
            if let Some(message) = told.and_then(|property| property.message.as_ref()) {
                lines.extend(screen.fit(message.speak(screen.language), 2));
                lines.push(Line::default());
            }
        }
        Some(outcome) => {
            lines.extend(printed(screen, trial));
            if let Err(fault) = outcome {
                lines.extend(screen.fit_in(Style::Bad, &speak(fault.sentence()), 2));
                lines.push(Line::default());
            }
        }
    }
    lines.extend(table(screen, trial));
    lines.extend(on_the_way(screen, trial));
    lines
}

fn title(screen: &Screen, trial: &Trial) -> Text {
    let property = trial.property.as_ref().map(|name| meaning(screen.language, name));
    let function = trial.call.function;
    let is_shrunk = trial.property.as_ref().is_some_and(|name| {
        let standing = trial.report.properties.iter().find(|property| property.name == *name);
        standing.is_some_and(|property| {
            // Draws are many or none.
            matches!(property.standing, Standing::Fail | Standing::Panic) && !trial.call.is_random()
        })
    });
    match property {
        Some(property) if is_shrunk => say!(
            "{function} on the smallest input on which {property} fails",
            "{function}: 다음 성질이 성립하지 않는 가장 작은 입력. {property}"
        ),
        Some(property) => say!(
            "{function} on an input on which {property} fails",
            "{function}: 다음 성질이 성립하지 않는 입력. {property}"
        ),
        None => say!("{function} on a small input", "{function}: 작은 입력으로 시험"),
    }
}

/// The beginning of the compiler's first error, and the sentence on it.
fn refusal(screen: &Screen, trial: &Trial) -> Vec<Line> {
    const ERROR: usize = 5;
    let words = trial.report.compiler.as_deref().unwrap_or_default().trim();
    let mut lines: Vec<Line> =
        words.lines().take(ERROR).map(|line| Line::new(Style::Bad, line)).collect();
    if let Some(message) = trial.report.headline().and_then(|told| told.message.as_ref()) {
        lines.extend(screen.fit(message.speak(screen.language), 2));
    }
    lines
}

/// The arguments, records by their fields: in full if that fits, else small ones side by side.
fn arguments(screen: &Screen, trial: &Trial) -> Vec<String> {
    let mut values = Vec::new();
    let mut functions = Vec::new();
    for argument in &trial.call.arguments {
        match &argument.value {
            Some(Value::Record(fields)) => {
                values.extend(fields.iter().map(|(field, part)| (field.to_string(), part.clone())));
            }
            Some(value) => values.push((argument.name.to_string(), value.clone())),
            None => functions.push(match &trial.call.example {
                // The last function is the one that a law is about.
                Some(_) if is_followed_by_a_function(trial, argument) => continue,
                Some(example) => cut(&format!("{} = {}", argument.name, example.code), screen),
                None => format!("{} = |p| Σ w³ (w1, b1, w2, b2)", argument.name),
            }),
        }
    }
    let most = ARGUMENTS - functions.len();
    let in_full = shown(&values, usize::MAX);
    if in_full.len() <= most {
        return [functions, in_full].concat();
    }
    let mut lines = functions;
    for value in values {
        let item = shown(&[value], 1).concat();
        match lines.last_mut() {
            Some(line) if line.chars().count() + item.chars().count() + 7 <= screen.columns() => {
                *line += &format!("   {item}");
            }
            _ => lines.push(item),
        }
    }
    lines.truncate(ARGUMENTS);
    lines
}

/// Whether another function comes after `argument`.
fn is_followed_by_a_function(trial: &Trial, argument: &Argument) -> bool {
    let mut arguments = trial.call.arguments.iter().rev();
    arguments
        .find(|argument| argument.value.is_none())
        .is_some_and(|last| last.name != argument.name)
}

/// `text` as far as it fits on a line of the arguments.
fn cut(text: &str, screen: &Screen) -> String {
    let most = screen.columns().saturating_sub(8);
    if text.chars().count() <= most {
        return text.to_string();
    }
    text.chars().take(most.saturating_sub(3)).collect::<String>() + " .."
}

fn printed(screen: &Screen, trial: &Trial) -> Vec<Line> {
    let (first, between, last) = trial.printed.lines(PRINTED.0, PRINTED.1);
    if first.is_empty() {
        let text = say!(
            "It printed nothing. What `println!` and `dbg!` in it print is shown here.",
            "출력이 없습니다. 함수 안의 `println!`과 `dbg!`의 출력이 여기에 나옵니다."
        );
        let mut lines = screen.fit_in(Style::Faint, text.speak(screen.language), 2);
        lines.push(Line::default());
        return lines;
    }
    let title = say!("It printed:", "출력:");
    let mut lines = vec![Line::plain(format!("  {}", title.speak(screen.language)))];
    let width = screen.columns();
    let line = |text: &String| Line::new(Style::Strong, format!("    {text}")).cut(width);
    lines.extend(first.iter().map(line));
    if between > 0 {
        let text = say!("... {between} lines ...", "... {between}줄 생략 ...");
        lines.push(Line::new(Style::Faint, format!("    {}", text.speak(screen.language))));
    }
    lines.extend(last.iter().map(line));
    lines.push(Line::default());
    lines
}

fn on_the_way(screen: &Screen, trial: &Trial) -> Vec<Line> {
    if trial.on_the_way.is_empty() || trial.parted_by().is_none() && trial.property.is_none() {
        return Vec::new();
    }
    let values: Vec<_> =
        trial.on_the_way.iter().map(|(name, value)| ((*name).to_string(), value.clone())).collect();
    let title = say!("On the way, rightly:", "중간 값(올바른 값):");
    let mut lines = vec![
        Line::default(),
        Line::new(Style::Faint, format!("  {}", title.speak(screen.language))),
    ];
    let shown = shown(&values, values.len().max(2));
    lines.extend(shown.iter().map(|line| Line::new(Style::Faint, format!("    {line}"))));
    lines
}

/// A row of the table.
struct Row {
    name: String,
    yours: String,
    right: String,
    is_wrong: bool,
}

/// Each quantity of the student's beside the right one.
fn table(screen: &Screen, trial: &Trial) -> Vec<Line> {
    let yours = trial.outcome.as_ref().and_then(|outcome| outcome.as_ref().ok());
    let mut quantities = Vec::new();
    if yours.is_none() && trial.right.is_none() {
        return Vec::new();
    }
    collect(trial.call.function, trial.parts, yours, trial.right.as_ref(), &mut quantities);
    let tolerance = trial.parted_by();
    let most = (ROWS / quantities.len().max(1)).max(1);
    let rows: Vec<Row> = quantities
        .iter()
        .flat_map(|(name, yours, right)| rows(name, *yours, *right, tolerance, most))
        .collect();
    let label = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0).max(4);
    let yours = say!("yours", "내 결과");
    let right = if trial.call.is_random() {
        say!("a right draw", "올바른 예")
    } else {
        say!("right", "올바른 값")
    };
    let heads = [yours.speak(screen.language), right.speak(screen.language)];
    // Four blanks before, two between, and the sign behind.
    let most = (screen.columns().saturating_sub(label + 4 + 2 + 2 + 2) / 2).max(8);
    let cells = rows.iter().flat_map(|row| [row.yours.as_str(), row.right.as_str()]).chain(heads);
    let width = cells.map(|cell| Line::plain(cell).width()).max().unwrap_or(0).min(most);
    let line = |style, [name, yours, right]: [&str; 3], sign: &str| {
        let padded = |text: &str, width: usize| {
            let text = Line::plain(text).cut(width);
            text.plain_text() + &" ".repeat(width.saturating_sub(text.width()))
        };
        let text = format!(
            "    {}  {}  {}  {sign}",
            padded(name, label),
            padded(yours, width),
            padded(right, width)
        );
        Line::new(style, text.trim_end())
    };
    let mut lines = vec![line(Style::Faint, ["", heads[0], heads[1]], "")];
    lines.extend(rows.iter().take(ROWS + 2).map(|row| {
        let (style, sign) = if row.is_wrong { (Style::Bad, "✗") } else { (Style::Plain, "") };
        line(style, [&row.name, &row.yours, &row.right], sign)
    }));
    lines
}

/// A quantity: its name, the student's and the right one.
type Quantity<'a> = (String, Option<&'a Value>, Option<&'a Value>);

/// The quantities in two values of the same kind, as far as they go together; `names` are those of the parts of a
/// tuple.
fn collect<'a>(
    name: &str,
    names: &[&str],
    yours: Option<&'a Value>,
    right: Option<&'a Value>,
    quantities: &mut Vec<Quantity<'a>>,
) {
    let parts = |value: Option<&'a Value>| -> Vec<(String, &'a Value)> {
        match value {
            Some(Value::Record(fields)) => {
                fields.iter().map(|(field, part)| ((*field).to_string(), part)).collect()
            }
            Some(Value::Sequence(parts)) => {
                let name = |i: usize| match names.get(i) {
                    Some(part) if names.len() == parts.len() => String::from(*part),
                    _ => format!("{name}[{i}]"),
                };
                parts.iter().enumerate().map(|(i, part)| (name(i), part)).collect()
            }
            _ => Vec::new(),
        }
    };
    let (of_yours, of_right) = (parts(yours), parts(right));
    let more = if of_right.len() < of_yours.len() { &of_yours } else { &of_right };
    if more.is_empty() {
        quantities.push((name.to_string(), yours, right));
        return;
    }
    for (i, (name, _)) in more.iter().enumerate() {
        let part = |of: &[(String, &'a Value)]| of.get(i).map(|(_, part)| *part);
        collect(name, &[], part(&of_yours), part(&of_right), quantities);
    }
}

fn rows(
    name: &str,
    yours: Option<&Value>,
    right: Option<&Value>,
    tolerance: Option<f64>,
    most: usize,
) -> Vec<Row> {
    let (in_yours, in_right) = (lines_of(yours), lines_of(right));
    let count = in_yours.len().max(in_right.len());
    let mut rows = Vec::new();
    if let (Some(Value::Matrix(yours)), Some(Value::Matrix(right))) = (yours, right)
        && yours.dim() != right.dim()
    {
        let shape = |(rows, columns)| format!("({rows} x {columns})");
        let (yours, right) = (shape(yours.dim()), shape(right.dim()));
        rows.push(Row { name: String::new(), yours, right, is_wrong: true });
    }
    for i in 0..count.min(most) {
        let (yours, right) = (in_yours.get(i), in_right.get(i));
        let is_wrong = tolerance.is_some_and(|tolerance| part(yours, right, tolerance));
        let in_full = is_wrong && yours.map(Cells::short) == right.map(Cells::short);
        let dots = if i + 1 == most && count > most { " ..." } else { "" };
        let cell = |cells: Option<&Cells>| {
            let text = |cells: &Cells| if in_full { cells.full() } else { cells.short() };
            cells.map_or(String::new(), |cells| text(cells) + dots)
        };
        let (yours, right) = (cell(yours), cell(right));
        rows.push(Row { name: String::new(), yours, right, is_wrong });
    }
    if let Some(first) = rows.first_mut() {
        first.name = name.to_string();
    }
    rows
}

/// A line of a value.
enum Cells {
    Number(f64),
    Row(Vec<f64>),
    Word(String),
}

impl Cells {
    /// With six digits a number.
    fn short(&self) -> String {
        self.text(|z| number(format!("{z:.5e}").parse().unwrap_or(z)))
    }

    /// With all digits.
    fn full(&self) -> String {
        self.text(number)
    }

    fn text(&self, text: impl Fn(f64) -> String) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Number(z) => text(*z),
            Self::Row(numbers) => {
                let shown: Vec<String> = numbers.iter().take(NUMBERS).map(|z| text(*z)).collect();
                let dots = if numbers.len() > NUMBERS { ", ..." } else { "" };
                format!("[{}{dots}]", shown.join(", "))
            }
        }
    }
}

fn lines_of(value: Option<&Value>) -> Vec<Cells> {
    let word = |word: String| vec![Cells::Word(word)];
    match value {
        None => Vec::new(),
        Some(Value::Number(z)) => vec![Cells::Number(*z)],
        Some(Value::Vector(vector)) => vec![Cells::Row(vector.to_vec())],
        Some(Value::Matrix(matrix)) => {
            matrix.rows().into_iter().map(|row| Cells::Row(row.to_vec())).collect()
        }
        Some(Value::Flag(flag)) => word(flag.to_string()),
        Some(Value::Count(count)) => word(count.to_string()),
        Some(Value::Word(text)) => word(text.clone()),
        Some(Value::Seed(_) | Value::Sequence(_) | Value::Record(_)) => word("[]".to_string()),
    }
}

/// Whether two lines are not the same within `tolerance`.
fn part(yours: Option<&Cells>, right: Option<&Cells>, tolerance: f64) -> bool {
    let close = |(got, want): (&f64, &f64)| testkit::close(*got, *want, tolerance);
    match (yours, right) {
        (Some(Cells::Number(got)), Some(Cells::Number(want))) => !close((got, want)),
        (Some(Cells::Row(got)), Some(Cells::Row(want))) => {
            got.len() != want.len() || !got.iter().zip(want).all(close)
        }
        (Some(Cells::Word(got)), Some(Cells::Word(want))) => got != want,
        _ => true,
    }
}
