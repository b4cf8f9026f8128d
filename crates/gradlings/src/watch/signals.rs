//! Signals of the system: the end, and a pause with the shell in front. Elsewhere than on Unix there
//! are none.

use std::io;
use std::sync::mpsc::Sender;

use crate::watch::News;

/// A polite end closes the terminal and the student's program, too.
pub(super) fn end(tell: Sender<News>) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
        on(&[SIGHUP, SIGINT, SIGTERM], tell, |_| News::Quit)?;
    }
    #[cfg(not(unix))]
    drop(tell);
    Ok(())
}

/// A pause that another program asks for, and the way back from any pause.
pub(super) fn pause(tell: Sender<News>) -> io::Result<()> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGCONT, SIGTSTP};
        let news = |signal| if signal == SIGCONT { News::Resumed } else { News::Suspend };
        on(&[SIGCONT, SIGTSTP], tell, news)?;
    }
    #[cfg(not(unix))]
    drop(tell);
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
    tell: Sender<News>,
    news: impl Fn(i32) -> News + Send + 'static,
) -> io::Result<()> {
    let mut signals = signal_hook::iterator::Signals::new(signals)?;
    std::thread::spawn(move || {
        for signal in signals.forever() {
            let _ = tell.send(news(signal));
        }
    });
    Ok(())
}
