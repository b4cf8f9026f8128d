//! Tables of observations, and their form as CSV.

use std::borrow::Cow;

/// Rows of fields, in columns with names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The names of the columns: lower case, words joined by `_`, with the unit where there is one.
    pub columns: Vec<&'static str>,
    /// Each with a field for every column.
    pub rows: Vec<Vec<Field>>,
}

/// An entry of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// Written as the shortest decimal that reads back as the same number.
    Number(f64),
    /// Written as it stands, quoted where CSV needs that.
    Word(String),
    /// Written as nothing, such as the steps to a target that was never reached.
    Missing,
}

impl From<f64> for Field {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<usize> for Field {
    fn from(count: usize) -> Self {
        Self::Number(count as f64)
    }
}

impl From<&str> for Field {
    fn from(word: &str) -> Self {
        Self::Word(word.to_string())
    }
}

impl From<String> for Field {
    fn from(word: String) -> Self {
        Self::Word(word)
    }
}

impl From<Cow<'static, str>> for Field {
    fn from(word: Cow<'static, str>) -> Self {
        Self::Word(word.into_owned())
    }
}

impl<T: Into<Field>> From<Option<T>> for Field {
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
    /// If the row does not have a field for every column.
    pub fn push(&mut self, row: Vec<Field>) {
        let (fields, columns) = (row.len(), self.columns.len());
        assert!(fields == columns, "a row of {fields} fields in a table of {columns} columns");
        self.rows.push(row);
    }

    /// The table as CSV with a header.
    ///
    /// # Panics
    /// Never: writing to memory does not fail.
    pub fn csv(&self) -> String {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let mut write = |record: Vec<String>| {
            writer.write_record(record).expect("rows of one length can be written to memory");
        };
        write(self.columns.iter().map(ToString::to_string).collect());
        for row in &self.rows {
            write(row.iter().map(Field::cell).collect());
        }
        let bytes = writer.into_inner().expect("memory can be flushed");
        String::from_utf8(bytes).expect("cells are text")
    }
}

impl Field {
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
    use super::{Field, Table};

    #[test]
    fn words_are_quoted_where_they_must_be_and_numbers_read_back() {
        let mut table = Table::new(&["name", "value"]);
        table.push(vec!["a, \"b\"\nc".into(), 0.1.into()]);
        table.push(vec!["d".into(), Field::Missing]);
        table.push(vec!["e".into(), f64::NAN.into()]);
        table.push(vec!["f".into(), 1e-12.into()]);
        let expected = "name,value\n\"a, \"\"b\"\"\nc\",0.1\nd,\ne,NaN\nf,0.000000000001\n";
        assert_eq!(table.csv(), expected);
    }
}
