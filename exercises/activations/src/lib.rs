mod sigmoid;
pub use sigmoid::sigmoid;
