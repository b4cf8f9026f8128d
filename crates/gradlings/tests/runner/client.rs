//! A client of the page's server, as plain as can be.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

/// How long anything may take here.
const PATIENCE: Duration = Duration::from_secs(120);

/// A page by its address.
pub(crate) struct Client {
    /// `127.0.0.1:PORT`.
    pub(crate) host: String,
    /// The token.
    pub(crate) token: String,
}

impl Client {
    pub(crate) fn new(address: &str) -> Self {
        let rest = address.strip_prefix("http://").unwrap();
        let (host, token) = rest.trim_end_matches('/').split_once('/').unwrap();
        Self { host: host.to_string(), token: token.to_string() }
    }

    /// Sends `request` as it stands; the status and the content of the answer.
    pub(crate) fn send(&self, request: &str) -> (u16, String) {
        let mut line = TcpStream::connect(&self.host).unwrap();
        line.set_read_timeout(Some(PATIENCE)).unwrap();
        // A server that has heard enough may close the line before all of it is sent.
        let _ = line.write_all(request.as_bytes());
        let mut answer = Vec::new();
        let _ = line.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let status = answer.split(' ').nth(1).and_then(|status| status.parse().ok());
        let content = answer.split_once("\r\n\r\n").map_or("", |(_, content)| content);
        (status.unwrap_or(0), content.to_string())
    }

    /// What `GET` gives for a file of the page.
    pub(crate) fn get(&self, file: &str) -> (u16, String) {
        let Self { host, token } = self;
        self.send(&format!(
            "GET /{token}/{file} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        ))
    }

    /// What the page is told when it asks.
    pub(crate) fn try_ask(&self, question: &Value) -> (u16, Value) {
        let (Self { host, token }, body) = (self, question.to_string());
        let length = body.len();
        let (status, content) = self.send(&format!(
            "POST /{token}/ask HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Length: {length}\r\n\
             Connection: close\r\n\r\n{body}"
        ));
        (status, serde_json::from_str(&content).unwrap_or_else(|_| panic!("{status} {content}")))
    }

    /// The same where it must be asked rightly; it is asked again while another page is waited for.
    pub(crate) fn ask(&self, question: &Value) -> Value {
        loop {
            let (status, answer) = self.try_ask(question);
            assert_eq!(status, 200, "{question}: {answer}");
            if answer["trouble"]["kind"] != "waiting" {
                return answer;
            }
        }
    }

    /// Opens a network of four hidden units on the flower, at a random start.
    pub(crate) fn open(&self, with: &Value) -> Value {
        let mut question = json!({"ask": "open", "data": "planar_flower", "columns": [0, 1], "n_h": 4,
            "learning_rate": 1.2, "start": {"kind": "random", "seed": 1, "scale": 1}});
        for (name, value) in with.as_object().into_iter().flatten() {
            question[name] = value.clone();
        }
        self.ask(&question)
    }

    /// The frame after so many steps.
    pub(crate) fn step(&self, opened: &Value, steps: usize) -> Value {
        self.ask(&json!({"ask": "step", "session": opened["session"], "steps": steps}))["frame"]
            .clone()
    }

    /// The course, once it is as it is waited for.
    pub(crate) fn course(&self, is_so: impl Fn(&Value) -> bool) -> Value {
        let Self { host, token } = self;
        let mut line = TcpStream::connect(host).unwrap();
        line.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(line, "GET /{token}/events HTTP/1.1\r\nHost: {host}\r\n\r\n").unwrap();
        let start = Instant::now();
        for text in BufReader::new(line).lines() {
            let text = text.unwrap();
            let course =
                text.strip_prefix("data: ").map(|data| serde_json::from_str(data).unwrap());
            if let Some(course) =
                course.filter(|course: &Value| course["functions"].is_array() && is_so(course))
            {
                return course;
            }
            assert!(start.elapsed() < PATIENCE, "it did not become so");
        }
        panic!("the events ended");
    }
}

/// How a function of the course stands.
pub(crate) fn why<'a>(course: &'a Value, name: &str) -> &'a str {
    let functions = course["functions"].as_array().unwrap();
    let function = functions.iter().find(|function| function["name"] == name).unwrap();
    function["why"].as_str().unwrap()
}
