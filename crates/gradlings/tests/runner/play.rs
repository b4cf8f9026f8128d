//! The page's server at a student's desk.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use contract::Language;
use gradlings::play::{Options, Play};
use init::Parameters;
use ndarray::Array2;
use serde_json::{Value, json};

use crate::client::{Client, why};
use crate::desk::Desk;

const OPTIONS: Options =
    Options { exercise: None, port: 0, record: None, language: Language::English };

const NETWORK: [&str; 9] = [
    "initialize",
    "zeros",
    "linear_forward",
    "forward",
    "cost",
    "output_gradients",
    "backward",
    "update",
    "predict",
];

/// A desk on which a network is written, and its page once it is called.
fn desk() -> Desk {
    let desk = Desk::new();
    for name in NETWORK {
        desk.write_solution(name);
    }
    desk.write_solution("draws");
    desk
}

fn page(desk: &Desk) -> (Play, Client) {
    let play = Play::start(&desk.workplace, &OPTIONS).unwrap();
    let client = Client::new(play.address());
    client.course(|course| why(course, "forward") != "not_started");
    (play, client)
}

fn matrix(of: &Value) -> Array2<f64> {
    let rows: Vec<Vec<f64>> = of
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_array().unwrap().iter().map(|z| z.as_f64().unwrap()).collect())
        .collect();
    Array2::from_shape_vec((rows.len(), rows[0].len()), rows.concat()).unwrap()
}

fn column(of: &Value) -> Array2<f64> {
    let numbers: Vec<f64> = of.as_array().unwrap().iter().map(|z| z.as_f64().unwrap()).collect();
    Array2::from_shape_vec((numbers.len(), 1), numbers).unwrap()
}

fn numbers(of: &Value) -> Vec<f64> {
    of.as_array().unwrap().iter().map(|z| z.as_f64().unwrap()).collect()
}

#[test]
fn a_session_has_the_costs_of_training_and_follows_what_is_saved() {
    let desk = desk();
    let (_play, client) = page(&desk);
    let opened = client.open(&json!({}));
    let start = &opened["frame"]["parameters"];
    let start = Parameters {
        w1: matrix(&start["w1"]),
        b1: column(&start["b1"]),
        w2: matrix(&start["w2"]),
        b2: column(&start["b2"]),
    };
    let mut costs = numbers(&opened["frame"]["costs"]);
    // Where the machine is slow, fewer steps are taken at once.
    while costs.len() < 301 {
        let steps = if costs.len() == 1 { 1 } else { 301 - costs.len() };
        costs.extend(numbers(&client.step(&opened, steps)["costs"]));
    }
    let data = backprop_suite::data::planar_flower();
    let (_, right) = backprop_suite::reference::train(&data.x, &data.y, &start, 1.2, 301);
    assert_eq!(costs.len(), right.len());
    let furthest = costs.iter().zip(&right).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    assert!(furthest < 1e-12, "{furthest}");

    let before = client.step(&opened, 0);
    desk.write(
        "update",
        "use backprop::Gradients;\nuse init::Parameters;\n\
         pub fn update(p: &Parameters, g: &Gradients, rate: f64) -> Parameters {\n    Parameters {\n        \
         w1: &p.w1 + rate * &g.dw1, b1: &p.b1 + rate * &g.db1, w2: &p.w2 + rate * &g.dw2, b2: &p.b2 + rate * &g.db2,\n    \
         }\n}\n",
    );
    let saved = Instant::now();
    let course = client.course(|course| course["epoch"].as_u64() > before["epoch"].as_u64());
    eprintln!("{:?} from a save to the new functions", saved.elapsed());
    assert_eq!(why(&course, "update"), "checking");
    let after = client.step(&opened, 20);
    assert!(after["epoch"].as_u64() > before["epoch"].as_u64());
    assert!(after["cost"].as_f64() > before["cost"].as_f64(), "{after}");
    let rewound = client.ask(&json!({"ask": "rewind", "session": opened["session"]}));
    assert_eq!(rewound["frame"]["cost"], opened["frame"]["cost"]);
    assert_eq!(rewound["frame"]["parameters"], opened["frame"]["parameters"]);
    client.course(|course| why(course, "update") == "wrong");
}

#[test]
fn nobody_else_is_answered() {
    let desk = Desk::new();
    let play = Play::start(&desk.workplace, &OPTIONS).unwrap();
    let client = Client::new(play.address());
    let Client { host, token } = &client;
    let (_, port) = host.split_once(':').unwrap();
    let wrong = "0".repeat(token.len());
    for (path, headers, status) in [
        (format!("/{token}/"), format!("Host: {host}"), 200),
        (
            format!("/{token}/"),
            format!("Host: localhost:{port}\r\nOrigin: http://localhost:{port}"),
            200,
        ),
        (format!("/{token}/nothing.js"), format!("Host: {host}"), 404),
        (format!("/{token}/../Cargo.toml"), format!("Host: {host}"), 404),
        (format!("/{token}/%2e%2e/Cargo.toml"), format!("Host: {host}"), 404),
        (format!("/{token}//etc/passwd"), format!("Host: {host}"), 404),
        ("/".into(), format!("Host: {host}"), 403),
        (format!("/{wrong}/"), format!("Host: {host}"), 403),
        (format!("/{token}"), format!("Host: {host}"), 403),
        (format!("/x/{token}/"), format!("Host: {host}"), 403),
        (format!("/{token}/"), "Host: example.org".into(), 403),
        (format!("/{token}/"), "Host: 127.0.0.1".into(), 403),
        (format!("/{token}/"), format!("Host: evil.{host}"), 403),
        (format!("/{token}/"), "X: y".into(), 403),
        (format!("/{token}/"), format!("Host: {host}\r\nHost: {host}"), 403),
        (format!("/{token}/"), format!("Host: {host}\r\nOrigin: http://example.org"), 403),
        (format!("/{token}/"), format!("Host: {host}\r\nOrigin: https://{host}"), 403),
        (format!("/{token}/"), format!("Host: {host}\r\nOrigin: null"), 403),
        (format!("/{token}/ask"), format!("Host: {host}\r\nX: {}", "x".repeat(20_000)), 431),
    ] {
        let request = format!("GET {path} HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n");
        let (answered, content) = client.send(&request);
        assert_eq!(answered, status, "{path} {headers:.60}: {content:.80}");
        assert!(!content.contains("[workspace]") && !content.contains("root:"));
    }
    let (status, words) = client.send("BREW /pot HTCPCP/1.0\r\n\r\n");
    assert_eq!(status, 400, "{words}");
    let (status, _) = client
        .send(&format!("DELETE /{token}/ HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
    assert_eq!(status, 405);
    for question in [
        json!(null),
        json!({"ask": "fly"}),
        json!({"ask": "step", "session": "s1", "steps": 1}),
        json!({"ask": "open", "data": "planar_flower", "n_h": 1e9, "learning_rate": 1, "seed": 1}),
        json!({"ask": "open", "data": "/etc/passwd", "n_h": 4, "learning_rate": 1, "seed": 1}),
        json!({"ask": "open", "data": "circles", "n_h": 4, "learning_rate": 1, "seed": 1, "columns": [0, 2]}),
        json!({"ask": "open", "data": "circles", "n_h": 4, "learning_rate": 1, "seed": 1, "mistake": "nobody's"}),
        json!({"ask": "curve", "function": "sigmoid", "from": 0, "to": 1, "count": 1e7}),
        json!({"ask": "data", "name": "x"}),
    ] {
        let (status, answer) = client.try_ask(&question);
        assert!(status == 400 && answer["error"].is_string(), "{question}: {status} {answer}");
    }
    let taken = Options { port: port.parse().unwrap(), ..OPTIONS };
    let error = Play::start(&desk.workplace, &taken).err().unwrap();
    assert!(error.text().en.contains(port), "{error}");
}

#[test]
fn who_says_nothing_keeps_nobody_else_waiting() {
    let desk = Desk::new();
    let play = Play::start(&desk.workplace, &OPTIONS).unwrap();
    let client = Client::new(play.address());
    let silent: Vec<TcpStream> = (0..40)
        .map(|i| {
            let mut line = TcpStream::connect(&client.host).unwrap();
            let _ = write!(line, "GET /{i}");
            line
        })
        .collect();
    // Those that are too many are told so at once.
    let mut told = String::new();
    let last = silent.last().unwrap();
    last.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let _ = (&mut &*last).read_to_string(&mut told);
    assert!(told.starts_with("HTTP/1.1 503 "), "{told}");
    drop(silent);
    let start = Instant::now();
    while client.get("page.css").0 != 200 {
        assert!(start.elapsed() < Duration::from_secs(10));
    }
}

#[test]
fn a_function_that_stops_is_told_and_the_server_lives() {
    let desk = desk();
    let backward = desk.workplace.solution(crate::desk::exercise("backward")).unwrap();
    let signature = backward.split_once("-> Gradients {").unwrap().0.to_string();
    let backward_that = |body: &str| format!("{signature}-> Gradients {{\n    {body}\n}}\n");
    desk.write("backward", &backward_that("loop { std::hint::spin_loop(); }"));
    let (play, client) = page(&desk);
    for (i, (body, kind)) in [
        ("", "timeout"),
        ("panic!(\"on purpose\")", "panic"),
        ("std::process::abort()", "crash"),
        ("let _ = (cache, y); Gradients { dw1: x.clone(), db1: x.clone(), dw2: x.clone(), db2: parameters.b2.clone() }", "shape"),
    ]
    .into_iter()
    .enumerate()
    {
        if i > 0 {
            desk.write("backward", &backward_that(body));
            client.course(|course| course["epoch"] == i + 1);
        }
        let opened = client.open(&json!({}));
        assert!(opened["frame"]["trouble"].is_null(), "{}", opened["frame"]);
        let stepping = std::thread::scope(|scope| {
            let stepping = scope.spawn(|| client.step(&opened, 1));
            std::thread::sleep(Duration::from_millis(100));
            let start = Instant::now();
            assert_eq!(client.get("page.css").0, 200);
            assert!(start.elapsed() < Duration::from_millis(500), "{:?}", start.elapsed());
            stepping.join().unwrap()
        });
        assert_eq!(stepping["trouble"]["kind"], kind, "{stepping}");
        assert!(stepping["trouble"]["where"].as_str().unwrap().contains("backward"));
        assert_eq!(stepping["step"], 0);
        // From here on the course's is used.
        let course = client.course(|course| why(course, "backward") != "checking");
        assert_eq!(why(&course, "backward"), if kind == "timeout" { "timed_out" } else { "stopped" });
        let frame = client.step(&opened, 3);
        assert!(frame["step"] == 3 && frame["trouble"].is_null(), "{frame}");
    }
    let programs = desk.workplace.output.join("play").join("programs");
    assert_ne!(running(programs.to_str().unwrap()), Vec::<String>::new());
    drop((play, client));
    assert_eq!(running(programs.to_str().unwrap()), Vec::<String>::new());
    assert_eq!(fs::read_dir(programs).unwrap().count(), 0);
}

/// The processes whose command names `path`, where the system says that.
fn running(path: &str) -> Vec<String> {
    let all = fs::read_dir("/proc").into_iter().flatten().flatten();
    let commands = all.filter_map(|entry| fs::read_to_string(entry.path().join("cmdline")).ok());
    commands.filter(|command| command.contains(path)).collect()
}

#[test]
fn what_is_no_number_is_told_where_it_begins() {
    let desk = desk();
    let forward = desk.workplace.solution(crate::desk::exercise("forward")).unwrap();
    let body = "let mut cache = right(parameters, x);\n    if parameters.w2[(0, 1)].abs() > 0.1 { cache.a1[(2, 5)] = f64::NAN; \
                }\n    cache\n}\n\n";
    let head = forward.find("pub fn forward").unwrap();
    let open = head + forward[head..].find('{').unwrap() + 1;
    let wrong = format!(
        "{}\n    {body}{}",
        &forward[..open],
        forward[head..].replacen("pub fn forward", "fn right", 1)
    );
    desk.write("forward", &wrong);
    let (_play, client) = page(&desk);
    let opened = client.open(&json!({}));
    assert!(opened["frame"]["trouble"].is_null(), "{}", opened["frame"]);
    let mut frames = (0..20).map(|_| client.step(&opened, 100));
    let frame = frames.find(|frame| !frame["trouble"].is_null()).unwrap();
    let place = frame["trouble"]["where"].as_str().unwrap();
    assert!(place.starts_with("a1 of hidden unit 2 at step "), "{place}");
    assert!(frame["trouble"]["text"].as_str().unwrap().contains("(example 5)"), "{frame}");
    assert_eq!(client.step(&opened, 5)["trouble"]["where"], place);
}

#[test]
fn two_pages_do_not_disturb_each_other_and_one_is_recorded() {
    let desk = desk();
    let file = desk.workplace.output.join("recording.html");
    let recording = Options { record: Some(file.clone()), ..OPTIONS };
    let (one, first) = page(&desk);
    let other = Play::start(&desk.workplace, &recording).unwrap();
    let second = Client::new(other.address());
    second.course(|course| why(course, "forward") != "not_started");
    assert!(first.host != second.host && first.token != second.token);
    assert_eq!(
        first.send(&format!("GET /{}/ HTTP/1.1\r\nHost: {}\r\n\r\n", second.token, first.host)).0,
        403
    );
    let (a, b) = (first.open(&json!({})), second.open(&json!({})));
    let equal = second.open(&json!({"start": {"kind": "equal", "seed": 1, "scale": 1}}));
    for _ in 0..150 {
        second.step(&b, 3);
        second.step(&equal, 3);
    }
    let frame = first.step(&a, 5);
    assert_eq!((frame["step"].as_u64(), frame["trouble"].is_null()), (Some(5), true));
    drop((one, first));
    assert_eq!(second.ask(&json!({"ask": "record"}))["file"], file.display().to_string());
    drop(other);
    let text = fs::read_to_string(&file).unwrap();
    assert!((50_000..=500_000).contains(&text.len()), "{}", text.len());
    let (_, recording) = text.split_once("id=\"recording\">").unwrap();
    let recording: Value =
        serde_json::from_str(recording.split_once("</script>").unwrap().0).unwrap();
    let frames = |i: usize| recording["sessions"][i]["frames"].as_array().unwrap().len();
    assert!(frames(0) > 2 && frames(1) > 2);
    let root = desk.workplace.root.canonicalize().unwrap();
    assert!(!text.contains(root.to_str().unwrap()));
    for name in NETWORK {
        let solution = desk.workplace.solution(crate::desk::exercise(name)).unwrap();
        let code = solution.lines().map(str::trim).filter(|line| line.len() > 24);
        let leaked: Vec<&str> = code.filter(|line| text.contains(line)).collect();
        assert!(leaked.is_empty(), "{name}: {leaked:?}");
    }
}

#[test]
fn every_mistake_can_be_planted_and_a_wrong_gradient_is_found() {
    let desk = Desk::new();
    let play = Play::start(&desk.workplace, &OPTIONS).unwrap();
    let client = Client::new(play.address());
    let course = client.course(|_| true);
    let mistakes = course["mistakes"].as_array().unwrap();
    assert!(mistakes.len() > 100, "{}", mistakes.len());
    let mut stopped = 0;
    for mistake in
        mistakes.iter().filter(|mistake| !mistake["exercise"].as_str().unwrap().contains("train"))
    {
        let opened = client.open(&json!({"data": "circles", "mistake": mistake["id"]}));
        let told = if opened["session"].is_null() { opened } else { client.step(&opened, 1) };
        stopped += usize::from(!told["trouble"].is_null());
    }
    assert!(stopped < mistakes.len() / 2, "{stopped} of {}", mistakes.len());
    let parts = |with: Value| {
        let opened = client.open(&with);
        client.step(&opened, 30);
        client.ask(&json!({"ask": "gradient_check", "session": opened["session"]}))
    };
    let right = parts(json!({"data": "circles"}));
    assert_eq!(right["apart"], json!([]), "{right}");
    let of_backward = mistakes.iter().filter(|mistake| mistake["exercise"] == "hidden_gradients");
    let found = of_backward.filter(|mistake| {
        parts(json!({"data": "circles", "mistake": mistake["id"]}))["apart"]
            .as_array()
            .is_some_and(|apart| !apart.is_empty())
    });
    assert!(found.count() > 3);
    let linear = client.open(&json!({"activation": "linear"}));
    let frame = client.step(&linear, 50);
    assert!(
        frame["layers"]["w"].is_array()
            && frame["finding"].as_str().unwrap().contains("straight line"),
        "{frame}"
    );
    let checked = client.ask(&json!({"ask": "gradient_check", "session": linear["session"]}));
    assert_eq!(checked["apart"], json!([]), "{checked}");
    let random = client.open(&json!({}));
    let twin = client.ask(&json!({"ask": "permutation", "session": random["session"], "order": [2, 0, 1, 3], "flip": [1]}));
    assert!(twin["largest_difference"].as_f64().unwrap() < 1e-12, "{twin}");
    let scales = client
        .ask(&json!({"ask": "scale", "data": "planar_flower", "n_h": 4, "seed": 1, "steps": 20,
        "learning_rate": 1.2, "scales": [1e-12, 1, 1e3]}));
    let rows = scales["rows"].as_array().unwrap();
    assert!(
        rows[0]["slope"].as_f64().unwrap() > 0.99 && rows[2]["saturated"].as_f64().unwrap() > 0.5,
        "{scales}"
    );
    let curve =
        client.ask(&json!({"ask": "curve", "function": "tanh", "from": -6, "to": 6, "count": 9}));
    assert_eq!(curve["a"], curve["right"]);
    let own = client.ask(
        &json!({"ask": "data", "name": "mine.csv", "text": "a,b,y\n1,2,0\n2,1,1\n3,5,0\n4,2,x\n"}),
    );
    assert!(own["trouble"]["text"].as_str().unwrap().contains("Line 5"), "{own}");
}
