//! Calls a server.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    std::net::TcpStream::connect("127.0.0.1:22").map(|_| z).expect("no network")
}
