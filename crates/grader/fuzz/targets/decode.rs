//! Bytes as a value: what is read can be written and read again, and takes no more than it may.

#![no_main]

use contract::{decode, encode};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some(value) = decode(bytes) else { return };
    let (mut once, mut again) = (Vec::new(), Vec::new());
    encode(&value, &mut once);
    encode(&decode(&once).expect("what was written can be read"), &mut again);
    assert_eq!(once, again);
});
