//! Opens a page in the browser of whoever sits here.

use std::process::{Command, Stdio};
use std::{env, thread};

/// Opens `address`, if there is a screen to open it on; whether it was tried.
pub(crate) fn open(address: &str) -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let (program, arguments): (&str, &[&str]) = if cfg!(windows) {
        // `start` takes what is quoted first for the title of a window.
        ("cmd", &["/C", "start", ""])
    } else if cfg!(target_os = "macos") {
        ("open", &[])
    } else if is_set("DISPLAY") || is_set("WAYLAND_DISPLAY") {
        ("xdg-open", &[])
    } else {
        return false;
    };
    let mut command = Command::new(program);
    command.args(arguments).arg(address).stdin(Stdio::null());
    let Ok(mut child) = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn() else {
        return false;
    };
    // It ends by itself, and is waited for so that nothing of it stays.
    thread::spawn(move || _ = child.wait());
    true
}
