//! Signals of the system: to end, and to pause with the shell in front. There are none but on Unix.

use std::io;
use std::sync::mpsc::Sender;

use crate::watch::Event;

/// Calls `end` at every request to end, so that the terminal is restored and the student's program ends. On other
/// systems it is dropped when this one is told to end, with everything.
pub(crate) fn end(end: impl Fn() + Send + 'static) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        on(&[SIGHUP, SIGINT, SIGTERM], move |_| end())?;
    }
    #[cfg(not(unix))]
    std::mem::forget(end);
    Ok(())
}

/// Turns a request to pause, and the end of any pause, into events.
pub(super) fn pause(sender: Sender<Event>) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        let event = |signal| if signal == SIGCONT { Event::Resumed } else { Event::Suspend };
        on(&[SIGCONT, SIGTSTP], move |signal| _ = sender.send(event(signal)))?;
    }
    #[cfg(not(unix))]
    drop(sender);
    Ok(())
}

/// Stops this program until the shell lets it go on.
pub(super) fn stop() -> io::Result<()> {
    #[cfg(unix)]
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)?;
    Ok(())
}

#[cfg(unix)]
fn on(signals: &[i32], take: impl Fn(i32) + Send + 'static) -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new(signals)?;
    std::thread::spawn(move || signals.forever().for_each(take));
    Ok(())
}
