//! The instructor's grader.
fn main() {
    grader::sandbox::enter_if_asked();
    #[cfg(target_os = "linux")]
    {
        use std::path::PathBuf;
        let program = std::env::current_exe().unwrap();
        let launcher = grader::sandbox::CellLauncher { program: program.clone() };
        let folder = PathBuf::from("/tmp/ga-doctor");
        let _ = std::fs::create_dir_all(&folder);
        let readable = ["/lib64/ld-linux-x86-64.so.2", "/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu"].map(PathBuf::from);
        let t = std::time::Instant::now();
        for e in grader::sandbox::examine(&launcher, &program, &readable, &folder).unwrap() {
            println!("{:?} {} {:?}", e.walls, e.tier(), e.failure);
            for a in e.attempts { println!("  {:?}", a); }
        }
        println!("{:?}", t.elapsed());
    }
}
