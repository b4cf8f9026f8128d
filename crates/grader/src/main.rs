//! The instructor's grader.
use grader::intake::*;
fn main() {
    grader::sandbox::enter_if_asked();
    let root = std::path::PathBuf::from(".").canonicalize().unwrap();
    let setup = grader::judge::Setup::new(root, std::env::current_exe().unwrap(), 1);
    if std::env::args().nth(1).as_deref() == Some("doctor") { let d = grader::doctor::diagnose(&setup.program, &setup.root).unwrap(); print!("{}", d.text); return; }
    let t = std::time::Instant::now();
    let judge = grader::judge::open(&setup).unwrap();
    println!("{} {} {} {:?}", judge.tier(), judge.suite(), judge.toolchain(), t.elapsed());
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap());
    let mut sources = Sources::default();
    for e in gradlings::course::exercises() {
        let f = folder.join(e.lesson.name()).join("src").join(format!("{}.rs", e.name()));
        if let Ok(t) = std::fs::read_to_string(f) { sources.files.insert((e.lesson.name().into(), e.name().into()), Source::Text(t)); }
    }
    for _ in 0..2 {
    let t = std::time::Instant::now();
    let r = judge.judge(&sources).unwrap();
    for e in &r {
        println!("{}/{} {:?} {}/{}", e.lesson, e.exercise, e.verdict, e.score, e.max_score);
        for p in &e.properties { if p.verdict != grader::results::Verdict::Pass { println!("    {} {:?} {:?}", p.name, p.verdict, p.message); break } }
    }
    println!("{:?}", t.elapsed());
    }
}
