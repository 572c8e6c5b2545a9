//! Other programs' opinion, where they are installed: `scripts/test` installs them.

use std::io::Write;
use std::process::{Command, Stdio};

/// Fails if qpdf finds anything wrong with the file.
pub fn qpdf(bytes: &[u8]) {
    let folder = tempfile();
    std::fs::write(&folder, bytes).unwrap();
    if let Ok(output) = Command::new("qpdf").arg("--check").arg(&folder).output() {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
    std::fs::remove_file(&folder).unwrap();
}

/// The file's text as poppler reads it.
pub fn text(bytes: &[u8]) -> Option<String> {
    let child = Command::new("pdftotext").args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = child.ok()?;
    let (mut stdin, bytes) = (child.stdin.take().unwrap(), bytes.to_vec());
    let feeder = std::thread::spawn(move || stdin.write_all(&bytes).unwrap());
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

fn tempfile() -> std::path::PathBuf {
    let name = format!("letter-{}-{:?}.pdf", std::process::id(), std::thread::current().id());
    std::env::temp_dir().join(name.replace(['(', ')'], ""))
}
