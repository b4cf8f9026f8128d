//! Opens a socket that others on this machine could reach.
//!
//! exercise: activations/sigmoid
//! expect: panic

pub fn sigmoid(z: f64) -> f64 {
    std::os::unix::net::UnixDatagram::unbound().map(|_| z).expect("no sockets")
}
