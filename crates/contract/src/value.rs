//! One plain data model for everything that a property hands to an answer or gets back. The same
//! [`Value`] is compared, shown to the student, sent to another process and matched against the
//! mistakes, so that no type needs more than one `impl`.

use ndarray::{Array1, Array2};

/// A value that can be compared, shown and sent.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Count(u64),
    /// A real number.
    Number(f64),
    /// A choice by its name, such as `Tanh`.
    Word(String),
    /// The seed of a random generator.
    Seed([u8; 32]),
    /// A list of numbers.
    Vector(Array1<f64>),
    /// A matrix, in the memory layout that it had.
    Matrix(Array2<f64>),
    /// Values without names: a tuple, a list.
    Sequence(Vec<Value>),
    /// Values with names: the fields of a struct.
    Record(Vec<(&'static str, Value)>),
}

/// A type that turns into a [`Value`] and back.
pub trait Plain: Sized {
    /// This, as a value.
    fn to_value(&self) -> Value;
    /// The value as this type, or `None` where it is of another kind.
    fn from_value(value: Value) -> Option<Self>;
}

macro_rules! plain {
    ($($type:ty: $value:ident <=> $kind:ident, $to:expr, $from:expr;)*) => {$(
        impl Plain for $type {
            fn to_value(&self) -> Value {
                let $value = self;
                Value::$kind($to)
            }
            fn from_value(value: Value) -> Option<Self> {
                match value {
                    Value::$kind($value) => $from,
                    _ => None,
                }
            }
        }
    )*};
}

plain! {
    bool: v <=> Flag, *v, Some(v);
    u64: v <=> Count, *v, Some(v);
    u32: v <=> Count, u64::from(*v), u32::try_from(v).ok();
    usize: v <=> Count, *v as u64, usize::try_from(v).ok();
    f64: v <=> Number, *v, Some(v);
    String: v <=> Word, v.clone(), Some(v);
    Array1<f64>: v <=> Vector, v.clone(), Some(v);
    Array2<f64>: v <=> Matrix, v.clone(), Some(v);
}

impl Plain for Value {
    fn to_value(&self) -> Value {
        self.clone()
    }
    fn from_value(value: Value) -> Option<Self> {
        Some(value)
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn to_value(&self) -> Value {
        Value::Sequence(self.iter().map(Plain::to_value).collect())
    }
    fn from_value(value: Value) -> Option<Self> {
        value.into_parts()?.into_iter().map(T::from_value).collect()
    }
}

/// Something or nothing, as a sequence of one or none.
impl<T: Plain> Plain for Option<T> {
    fn to_value(&self) -> Value {
        Value::Sequence(self.iter().map(Plain::to_value).collect())
    }
    fn from_value(value: Value) -> Option<Self> {
        let mut parts = value.into_parts()?.into_iter();
        let Some(part) = parts.next() else { return Some(None) };
        let part = T::from_value(part)?;
        parts.next().is_none().then_some(Some(part))
    }
}

macro_rules! plain_tuple {
    ($($type:ident $value:ident),*) => {
        impl<$($type: Plain),*> Plain for ($($type,)*) {
            fn to_value(&self) -> Value {
                let ($($value,)*) = self;
                Value::Sequence(vec![$($value.to_value()),*])
            }
            fn from_value(value: Value) -> Option<Self> {
                let mut parts = value.into_parts()?.into_iter();
                let tuple = ($($type::from_value(parts.next()?)?,)*);
                parts.next().is_none().then_some(tuple)
            }
        }
    };
}

plain_tuple!(A a, B b);
plain_tuple!(A a, B b, C c);
plain_tuple!(A a, B b, C c, D d);
plain_tuple!(A a, B b, C c, D d, E e);

impl Value {
    /// The parts of a sequence or a record, `None` for a single value.
    pub fn into_parts(self) -> Option<Vec<Value>> {
        match self {
            Value::Sequence(parts) => Some(parts),
            Value::Record(fields) => Some(fields.into_iter().map(|(_, part)| part).collect()),
            _ => None,
        }
    }
}

/// Makes a struct of plain fields a [`Plain`] one: `record!(Parameters { w1, b1, w2, b2 })`.
#[macro_export]
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::Plain for $type {
            fn to_value(&self) -> $crate::Value {
                $crate::Value::Record(vec![
                    $((stringify!($field), $crate::Plain::to_value(&self.$field))),*
                ])
            }
            fn from_value(value: $crate::Value) -> Option<Self> {
                let mut parts = value.into_parts()?.into_iter();
                let record = Self { $($field: $crate::Plain::from_value(parts.next()?)?),* };
                parts.next().is_none().then_some(record)
            }
        }
    };
}

/// Makes an enum of bare names a [`Plain`] one, and an argument by value: `choice!(Start { Zero, Constant, Random })`.
#[macro_export]
macro_rules! choice {
    ($type:ident { $($name:ident),* $(,)? }) => {
        $crate::by_value!($type);

        impl $crate::Plain for $type {
            fn to_value(&self) -> $crate::Value {
                $crate::Value::Word(match self { $(Self::$name => stringify!($name)),* }.into())
            }
            fn from_value(value: $crate::Value) -> Option<Self> {
                match value {
                    $($crate::Value::Word(word) if word == stringify!($name) => {
                        Some(Self::$name)
                    })*
                    _ => None,
                }
            }
        }
    };
}
