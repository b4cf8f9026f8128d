//! The lab as its users meet it: the command line, the page of claims as text, the README's figures.

mod command;
mod page;
mod readme;
mod sample;
