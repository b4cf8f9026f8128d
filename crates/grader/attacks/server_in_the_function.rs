//! Serves the line itself, with answers of its own.
//!
//! exercise: activations/sigmoid
//! expect: timeout

pub fn sigmoid(z: f64) -> f64 {
    struct Yes;
    impl contract::Callee for Yes {
        fn call(
            &self,
            _: &str,
            _: Vec<contract::Passed<'_>>,
        ) -> Result<contract::Value, contract::Fault> {
            Ok(contract::Value::Flag(true))
        }
    }
    let _ = contract::serve_standard_input(&Yes);
    z
}
