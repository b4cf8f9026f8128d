//! The data that the page trains on: those of the course, and a table of one's own.

use backprop_suite::data::{self, Data};
use contract::{Language, Text, say};
use ndarray::{Array2, Axis};
use serde_json::{Value, json};

use super::speak;

/// The most columns of numbers in a table of one's own.
pub(super) const MOST_COLUMNS: usize = 1024;
/// The most examples in it.
const MOST_EXAMPLES: usize = 20_000;
/// The fewest.
const FEWEST_EXAMPLES: usize = 4;

/// A table of examples.
pub(super) struct Table {
    /// What asks call it.
    pub(super) name: &'static str,
    title: Text,
    columns: Vec<String>,
    /// Its examples, with all columns.
    pub(super) data: Data,
    is_standardized: bool,
}

/// The tables of the course.
pub(super) fn tables() -> Vec<Table> {
    let of_plane = || vec!["x1".to_string(), "x2".to_string()];
    let breast_cancer = data::breast_cancer();
    vec![
        Table {
            name: "planar_flower",
            title: say!("Flower", "꽃"),
            columns: of_plane(),
            data: data::planar_flower(),
            is_standardized: false,
        },
        Table {
            name: "circles",
            title: say!("Circles", "원"),
            columns: of_plane(),
            data: data::circles(),
            is_standardized: false,
        },
        Table {
            name: "breast_cancer",
            title: say!("Breast cancer", "유방암"),
            columns: data::breast_cancer_columns().into_iter().map(str::to_string).collect(),
            data: breast_cancer.standardized_like(&breast_cancer),
            is_standardized: true,
        },
    ]
}

impl Table {
    /// A table of one's own, from the text of a file: lines of numbers, the label 0 or 1 last, and a line of names
    /// above them if there is one.
    pub(super) fn of_ones_own(name: &str, text: &str) -> Result<Self, Text> {
        let text = text.trim_start_matches('\u{feff}');
        let separator =
            if text.lines().next().is_some_and(|line| line.contains(';')) { ';' } else { ',' };
        let mut lines =
            text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).peekable();
        let Some((_, first)) = lines.peek() else {
            return Err(say!("The file is empty.", "파일이 비어 있습니다."));
        };
        let cells: Vec<&str> = first.split(separator).map(str::trim).collect();
        let width = cells.len();
        if !(3..=MOST_COLUMNS + 1).contains(&width) {
            return Err(say!(
                "Line 1 has {width} columns: at least two of numbers and, last, the label must stand there, and at \
                 most {MOST_COLUMNS} and the label.",
                "1번째 줄의 열이 {width}개입니다. 숫자 열이 두 개 이상, {MOST_COLUMNS}개 이하이고 마지막 열이 레이블이어야 합니다."
            ));
        }
        let has_names = cells.iter().any(|cell| cell.parse::<f64>().is_err());
        let columns: Vec<String> = if has_names {
            lines.next();
            cells[..width - 1]
                .iter()
                .map(|cell| cell.trim_matches('"').chars().take(40).collect())
                .collect()
        } else {
            (1..width).map(|i| format!("x{i}")).collect()
        };
        let mut numbers = Vec::new();
        for (i, line) in lines {
            if numbers.len() >= MOST_EXAMPLES * width {
                return Err(say!(
                    "The file has more than {MOST_EXAMPLES} examples.",
                    "파일에 샘플이 {MOST_EXAMPLES}개보다 많습니다."
                ));
            }
            row(line, separator, width, i + 1, &mut numbers)?;
        }
        let data = examples(numbers, width)?;
        is_of_use(&data, &columns)?;
        let data = data.standardized_like(&data);
        let title: String = name.chars().filter(|c| !c.is_control()).take(60).collect();
        let title = Text::new(title.clone(), title);
        Ok(Self { name: "own", title, columns, data, is_standardized: true })
    }

    /// These columns of the table, in this order.
    pub(super) fn select(&self, columns: &[usize]) -> Data {
        Data { x: self.data.x.select(Axis(0), columns), y: self.data.y.clone() }
    }

    /// How many columns of numbers it has.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Its name for a person.
    pub(super) fn title(&self) -> &Text {
        &self.title
    }

    /// As the page takes it.
    pub(super) fn to_json(&self, language: Language) -> Value {
        json!({
            "name": self.name,
            "title": speak(&self.title, language),
            "n_x": self.width(),
            "m": self.data.x.ncols(),
            "columns": self.columns,
            "standardized": self.is_standardized,
        })
    }
}

/// Reads the numbers of one line.
fn row(
    line: &str,
    separator: char,
    width: usize,
    number: usize,
    numbers: &mut Vec<f64>,
) -> Result<(), Text> {
    let cells: Vec<&str> = line.split(separator).map(str::trim).collect();
    if cells.len() != width {
        let count = cells.len();
        return Err(say!(
            "Line {number} has {count} columns, but the first line has {width}.",
            "{number}번째 줄의 열은 {count}개인데 첫 줄의 열은 {width}개입니다."
        ));
    }
    for (i, cell) in cells.iter().enumerate() {
        let (column, shown) = (i + 1, cell.chars().take(30).collect::<String>());
        let z = cell.parse::<f64>().ok().filter(|z| z.is_finite()).ok_or_else(|| {
            say!(
                "Line {number}, column {column}: `{shown}` is no number.",
                "{number}번째 줄 {column}번째 열: `{shown}`: 숫자가 아닙니다."
            )
        })?;
        if i + 1 == width && z != 0.0 && z != 1.0 {
            return Err(say!(
                "Line {number}: the label, in the last column, must be 0 or 1, but it is {shown}.",
                "{number}번째 줄: 마지막 열의 레이블은 0 또는 1이어야 하는데 {shown}입니다."
            ));
        }
        numbers.push(z);
    }
    Ok(())
}

fn examples(numbers: Vec<f64>, width: usize) -> Result<Data, Text> {
    let m = numbers.len() / width;
    if m < FEWEST_EXAMPLES {
        return Err(say!(
            "The file has {m} examples; at least {FEWEST_EXAMPLES} are needed.",
            "파일에 샘플이 {m}개 있습니다. {FEWEST_EXAMPLES}개 이상이어야 합니다."
        ));
    }
    let table = Array2::from_shape_vec((m, width), numbers).expect("every row is as wide");
    let (x, y) = table.view().split_at(Axis(1), width - 1);
    let owned = |part: ndarray::ArrayView2<f64>| part.t().as_standard_layout().into_owned();
    Ok(Data { x: owned(x), y: owned(y) })
}

/// Whether there is something to learn: both labels, and no column that is the same everywhere.
fn is_of_use(data: &Data, columns: &[String]) -> Result<(), Text> {
    let first = data.y[(0, 0)];
    if data.y.iter().all(|y| *y == first) {
        return Err(say!(
            "Every label is {first}: there is nothing to tell apart.",
            "모든 레이블이 {first}입니다. 구별할 것이 없습니다."
        ));
    }
    for (row, name) in data.x.outer_iter().zip(columns) {
        // Its deviation is what it is divided by; it is too large or too small for that, too.
        let deviation = row.std(0.0);
        if !deviation.is_normal() {
            return Err(say!(
                "Column {name} is the same in every line, or too large: nothing can be learned from it.",
                "{name} 열은 모든 줄에서 값이 같거나 너무 큽니다. 배울 수 있는 것이 없습니다."
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "a,b,label\n1,2,0\n2,1,1\n3,5,0\n4,2,1\n";

    #[test]
    fn a_table_is_read_as_people_save_it() {
        let table = Table::of_ones_own("mine.csv", GOOD).unwrap();
        assert_eq!(
            (table.columns.clone(), table.data.x.dim()),
            (vec!["a".into(), "b".into()], (2, 4))
        );
        let mean = table.data.x.mean_axis(Axis(1)).unwrap();
        assert!(mean.iter().all(|mean| mean.abs() < 1e-12));
        for same in [
            GOOD.replace('\n', "\r\n"),
            format!("\u{feff}{GOOD}"),
            GOOD.replace(',', ";"),
            GOOD.replace(',', " , "),
            GOOD.split_once('\n').unwrap().1.to_string(),
            format!("\n{GOOD}\n\n"),
        ] {
            assert_eq!(Table::of_ones_own("x", &same).unwrap().data, table.data, "{same}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_table_is_told_with_its_line() {
        for (text, words) in [
            (String::new(), "empty"),
            ("a,label\n1,0\n".into(), "Line 1 has 2 columns"),
            (GOOD.replace("3,5,0", "3,5"), "Line 4 has 2 columns"),
            (GOOD.replace("3,5,0", "3,x,0"), "Line 4, column 2: `x` is no number"),
            (GOOD.replace("3,5,0", "3,inf,0"), "Line 4, column 2: `inf` is no number"),
            (
                GOOD.replace("3,5,0", "3,5,2"),
                "Line 4: the label, in the last column, must be 0 or 1",
            ),
            ("a,b,c\n1,2,0\n2,1,1\n".into(), "has 2 examples"),
            (GOOD.replace(",1\n", ",0\n"), "Every label is 0"),
            ("a,b,c\n1,2,0\n1,1,1\n1,5,1\n1,3,0\n".into(), "Column a is the same"),
            (
                "a,b,c\n1e308,2,0\n-1e308,1,1\n1,5,1\n1,3,0\n".into(),
                "Column a is the same in every line, or too large",
            ),
            ("9,".repeat(2000), "Line 1 has 2001 columns"),
            ("1,2,0\n".repeat(MOST_EXAMPLES + 1), "more than 20000 examples"),
        ] {
            let error = Table::of_ones_own("x", &text).err().unwrap();
            assert!(error.en.contains(words), "{text:.40}: {error}");
        }
    }
}
