//! The server: on this machine only, and only for who knows the token in its address.

use std::hash::{BuildHasher, RandomState};
use std::io::{self, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use contract::{Language, Text, say};
use serde_json::Value;

use super::engine::{Ask, Message};
use super::http::{Answer, Refused, Request, begin_events};
use super::page;
use super::speak;

/// The most lines that are served at once.
const MOST_LINES: usize = 32;
/// How long a line may be silent in the middle of a request, or before the next.
const PATIENCE: Duration = Duration::from_secs(20);
/// How often it is asked whether the server has ended.
const PERIOD: Duration = Duration::from_millis(500);
/// How often an open page is told that nothing happened, so that one that is gone is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// A running server; it ends with this.
pub(super) struct Server {
    /// The address of the page.
    pub(super) address: String,
    port: u16,
    is_ended: Arc<AtomicBool>,
}

/// What the threads of a server share.
struct Shared {
    token: String,
    port: u16,
    language: Language,
    hub: Arc<Hub>,
    engine: Mutex<Sender<Message>>,
    is_ended: Arc<AtomicBool>,
    lines: AtomicUsize,
}

/// Tells all open pages what happens.
#[derive(Default)]
pub(super) struct Hub {
    pages: Mutex<Pages>,
}

#[derive(Default)]
struct Pages {
    listeners: Vec<Sender<String>>,
    /// The last event on the course, for pages that are opened later.
    course: Option<String>,
}

impl Hub {
    /// Tells of the course as it is now.
    pub(super) fn tell_course(&self, course: &Value) {
        let event = format!("event: course\ndata: {course}\n\n");
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages.course = Some(event.clone());
        pages.listeners.retain(|page| page.send(event.clone()).is_ok());
    }

    /// Tells that a save is being compiled.
    pub(super) fn tell_compiling(&self) {
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let event = "event: compiling\ndata: {}\n\n";
        pages.listeners.retain(|page| page.send(event.into()).is_ok());
    }

    fn listen(&self) -> std::sync::mpsc::Receiver<String> {
        let (sender, events) = channel();
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(course) = &pages.course {
            let _ = sender.send(course.clone());
        }
        pages.listeners.push(sender);
        events
    }
}

/// 128 bits that nobody can guess, as hexadecimal digits: the standard library keys its hashes with random numbers of
/// the system, and what a keyed hash gives tells nothing of the key.
fn token() -> String {
    let keyed = RandomState::new();
    format!("{:016x}{:016x}", keyed.hash_one("first"), keyed.hash_one("second"))
}

impl Server {
    /// Listens on `port` of 127.0.0.1, on any free one if it is 0, and answers from then on.
    pub(super) fn start(
        port: u16,
        language: Language,
        hub: Arc<Hub>,
        engine: Sender<Message>,
    ) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let port = listener.local_addr()?.port();
        let is_ended = Arc::new(AtomicBool::new(false));
        let shared = Arc::new(Shared {
            token: token(),
            port,
            language,
            hub,
            engine: Mutex::new(engine),
            is_ended: Arc::clone(&is_ended),
            lines: AtomicUsize::new(0),
        });
        let address = format!("http://127.0.0.1:{port}/{}/", shared.token);
        thread::spawn(move || accept(&listener, &shared));
        Ok(Self { address, port, is_ended })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.is_ended.store(true, Ordering::SeqCst);
        // Wakes the thread that accepts, which then gives up the port.
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port));
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>) {
    for line in listener.incoming() {
        if shared.is_ended.load(Ordering::SeqCst) {
            return;
        }
        let Ok(mut line) = line else { continue };
        if shared.lines.fetch_add(1, Ordering::SeqCst) >= MOST_LINES {
            shared.lines.fetch_sub(1, Ordering::SeqCst);
            let words = say!("Too many pages are open.", "열린 페이지가 너무 많습니다.");
            let _ = line.set_write_timeout(Some(Duration::from_secs(1)));
            let _ = Answer::sentence(503, words.speak(shared.language)).write(&mut line, true);
            continue;
        }
        let of_line = Arc::clone(shared);
        let serve = move || {
            let _ = of_line.serve(&line);
            of_line.lines.fetch_sub(1, Ordering::SeqCst);
        };
        if thread::Builder::new().spawn(serve).is_err() {
            shared.lines.fetch_sub(1, Ordering::SeqCst);
        }
    }
}

impl Shared {
    /// Answers one request after the other, until the line is closed.
    fn serve(&self, line: &TcpStream) -> io::Result<()> {
        line.set_read_timeout(Some(PATIENCE))?;
        line.set_write_timeout(Some(PATIENCE))?;
        line.set_nodelay(true)?;
        let mut reader = BufReader::new(Unhurried { line, since: std::time::Instant::now() });
        let mut writer = line;
        while !self.is_ended.load(Ordering::SeqCst) {
            reader.get_mut().since = std::time::Instant::now();
            let request = match Request::read(&mut reader) {
                Ok(request) => request,
                Err(Refused::Gone) => return Ok(()),
                Err(Refused::Status(status)) => {
                    let words =
                        say!("This is no request for the page.", "페이지에 대한 요청이 아닙니다.");
                    return Answer::sentence(status, words.speak(self.language))
                        .write(&mut writer, true);
                }
            };
            let is_last = matches!(request.header("connection"), Ok(Some(word)) if word.eq_ignore_ascii_case("close"));
            match self.rest_of_path(&request) {
                Err(why) => {
                    return Answer::sentence(403, &speak(&why, self.language))
                        .write(&mut writer, true);
                }
                Ok("events") if request.method == "GET" => return self.send_events(&mut writer),
                Ok(rest) => self.answer(&request, rest).write(&mut writer, is_last)?,
            }
            if is_last {
                return Ok(());
            }
        }
        Ok(())
    }

    /// What follows the token in the path of a request that may be answered, or why it may not.
    fn rest_of_path<'a>(&self, request: &'a Request) -> Result<&'a str, Text> {
        let port = self.port;
        let here = [format!("127.0.0.1:{port}"), format!("localhost:{port}")];
        let is_here = |host: &str| here.iter().any(|known| known == host);
        // A name that leads here from elsewhere must not make this page another's.
        if !matches!(request.header("host"), Ok(Some(host)) if is_here(host)) {
            return Err(say!(
                "This page is at 127.0.0.1 and nowhere else.",
                "이 페이지는 127.0.0.1에서만 열 수 있습니다."
            ));
        }
        let is_ours = |origin: &str| origin.strip_prefix("http://").is_some_and(is_here);
        match request.header("origin") {
            Ok(None) => {}
            Ok(Some(origin)) if is_ours(origin) => {}
            _ => {
                return Err(say!(
                    "Another page may not ask this one.",
                    "다른 페이지는 이 페이지에 요청할 수 없습니다."
                ));
            }
        }
        let rest = request.path.strip_prefix('/').and_then(|path| path.split_once('/'));
        match rest {
            Some((token, rest)) if is_same(token, &self.token) => Ok(rest),
            _ => Err(say!(
                "The address lacks its token: take the whole address that `cargo run -- play` has printed.",
                "주소에 토큰이 없습니다. `cargo run -- play` 명령이 출력한 주소를 모두 입력하세요."
            )),
        }
    }

    fn answer(&self, request: &Request, rest: &str) -> Answer {
        let speak = |text: Text| speak(&text, self.language);
        match (request.method.as_str(), rest) {
            ("POST", "ask") => self.ask(&request.body),
            ("GET", file) => page::file(file).unwrap_or_else(|| {
                let words = say!("There is no such file.", "그런 파일이 없습니다.");
                Answer::sentence(404, &speak(words))
            }),
            _ => {
                let words =
                    say!("There is nothing to do here.", "여기서 할 수 있는 일이 없습니다.");
                Answer::sentence(405, &speak(words))
            }
        }
    }

    fn ask(&self, body: &[u8]) -> Answer {
        let json = |status, value: &Value| Answer {
            status,
            of_type: "application/json",
            content: value.to_string().into_bytes(),
        };
        let refused =
            |why: &Text| json(400, &serde_json::json!({"error": why.speak(self.language)}));
        let Ok(request) = serde_json::from_slice::<Value>(body) else {
            return refused(&say!("What was asked is no JSON.", "요청이 JSON이 아닙니다."));
        };
        let (ask, waiting) = Ask::new(request);
        let engine = self.engine.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if engine.send(Message::Ask(ask)).is_err() {
            return json(503, &Value::Null);
        }
        match waiting.reply(self.language) {
            Ok(value) => json(200, &value),
            Err(why) => refused(&why),
        }
    }

    fn send_events(&self, line: &mut impl Write) -> io::Result<()> {
        begin_events(line)?;
        let events = self.hub.listen();
        let mut quiet = Duration::ZERO;
        while !self.is_ended.load(Ordering::SeqCst) {
            match events.recv_timeout(PERIOD) {
                Ok(event) => line.write_all(event.as_bytes())?,
                Err(RecvTimeoutError::Timeout) => {
                    quiet += PERIOD;
                    if quiet >= HEARTBEAT {
                        quiet = Duration::ZERO;
                        line.write_all(b": nothing new\n\n")?;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            }
        }
        Ok(())
    }
}

/// Compares without telling by the time that it takes how much is right.
fn is_same(token: &str, known: &str) -> bool {
    let differences = token.bytes().zip(known.bytes()).fold(0, |all, (a, b)| all | (a ^ b));
    token.len() == known.len() && differences == 0
}

/// A line whose request must be there whole within [`PATIENCE`], however slowly its bytes come.
struct Unhurried<'a> {
    line: &'a TcpStream,
    since: std::time::Instant,
}

impl io::Read for Unhurried<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let left = PATIENCE.saturating_sub(self.since.elapsed());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        self.line.set_read_timeout(Some(left))?;
        (&mut &*self.line).read(buffer)
    }
}
