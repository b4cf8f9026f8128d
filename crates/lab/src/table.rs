//! The numbers of an outcome as a table, and as CSV.

use std::borrow::Cow;

/// A table with named columns.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The names of the columns: lower case, words joined by `_`, with the unit where there is one.
    pub columns: Vec<&'static str>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<Value>>,
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Number(f64),
    /// A word.
    Word(String),
    /// Nothing: there is no such number (a target that was not reached).
    Missing,
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

impl From<&str> for Value {
    fn from(word: &str) -> Self {
        Self::Word(word.to_string())
    }
}

impl From<String> for Value {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<Cow<'static, str>> for Value {
    fn from(word: Cow<'static, str>) -> Self {
        Self::Word(word.into_owned())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Missing, Into::into)
    }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: &[&'static str]) -> Self {
        Self { columns: columns.to_vec(), rows: Vec::new() }
    }

    /// Adds a row.
    ///
    /// # Panics
    /// If it has not one value for every column.
    pub fn push(&mut self, row: Vec<Value>) {
        let (values, columns) = (row.len(), self.columns.len());
        assert!(values == columns, "a row of {values} values in a table of {columns} columns");
        self.rows.push(row);
    }
}

impl Table {
    /// The table as CSV with a header. Numbers are the shortest that read back as the same.
    ///
    /// # Panics
    /// Never: memory takes whatever is written to it.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut write = |record: Vec<String>| {
            writer.write_record(record).expect("rows of one length can be written to memory");
        };
        write(self.columns.iter().map(ToString::to_string).collect());
        for row in &self.rows {
            write(row.iter().map(Value::cell).collect());
        }
        let bytes = writer.into_inner().expect("memory can be flushed");
        String::from_utf8(bytes).expect("cells are text")
    }
}

impl Value {
    fn cell(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            Self::Word(word) => word.clone(),
            Self::Missing => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Table, Value};

    #[test]
    fn words_are_quoted_where_they_must_be_and_numbers_read_back() {
        let mut table = Table::new(&["name", "value"]);
        table.push(vec!["a, \"b\"\nc".into(), 0.1.into()]);
        table.push(vec!["d".into(), Value::Missing]);
        table.push(vec!["e".into(), f64::NAN.into()]);
        table.push(vec!["f".into(), 1e-12.into()]);
        let expected = "name,value\n\"a, \"\"b\"\"\nc\",0.1\nd,\ne,NaN\nf,0.000000000001\n";
        assert_eq!(table.csv(), expected);
    }
}
