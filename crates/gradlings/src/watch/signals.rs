//! Signals of the system: to end, and to pause with the shell in front. There are none but on Unix.

use std::io;
use std::sync::mpsc::Sender;

use crate::watch::Event;

/// Turns a request to end into an event, so that the terminal is restored and the student's program ends.
pub(super) fn end(sender: Sender<Event>) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        on(&[SIGHUP, SIGINT, SIGTERM], sender, |_| Event::Quit)?;
    }
    #[cfg(not(unix))]
    drop(sender);
    Ok(())
}

/// Turns a request to pause, and the end of any pause, into events.
pub(super) fn pause(sender: Sender<Event>) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        let event = |signal| if signal == SIGCONT { Event::Resumed } else { Event::Suspend };
        on(&[SIGCONT, SIGTSTP], sender, event)?;
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
fn on(
    signals: &[i32],
    sender: Sender<Event>,
    event: impl Fn(i32) -> Event + Send + 'static,
) -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new(signals)?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let _ = sender.send(event(signal));
        }
    });
    Ok(())
}
