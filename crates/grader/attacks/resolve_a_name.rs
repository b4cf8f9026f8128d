//! Asks for an address by name.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    use std::net::ToSocketAddrs;
    "example.org:80".to_socket_addrs().expect("no network").count() as f64 + z
}
