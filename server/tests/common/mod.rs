//! The real binary, serving the demonstration campaigns from a fresh folder.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::{
    fs::File,
    io::{BufRead, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use reqwest::{Client, redirect::Policy};

pub struct Site {
    pub base: String,
    pub folder: tempfile::TempDir,
    pub client: Client,
    child: Child,
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The pack builder's form, filled in for a group in Freiburg.
pub const PACK_OF_FREIBURG: [(&str, &str); 11] = [
    ("campaign", "open-cases"),
    ("group", "Freiburg"),
    ("posted_from", "DE"),
    ("group_kind", "local"),
    ("style", "prefilled"),
    ("order", "by-case"),
    ("profile", "din5008-b"),
    ("paper", "a4"),
    ("with-cover", "on"),
    ("then", "look"),
    ("copies-rita-karasartova", "3"),
];

pub fn data() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../data"))
}

/// The binary with its configuration pointed at a folder of the test's own.
pub fn pillarbox(folder: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pillarbox"));
    command.current_dir(folder).env_clear().env("PILLARBOX_STATE_DIR", folder.join("state"));
    command
}

impl Site {
    /// Starts the server and waits for the line with its address.
    pub fn start() -> Self {
        Self::start_with(&data())
    }

    /// The same with variables of configuration.
    pub fn start_set(variables: &[(&str, &str)]) -> Self {
        Self::start_both(&data(), variables)
    }

    /// The same with another bundle.
    pub fn start_with(bundle: &std::path::Path) -> Self {
        Self::start_both(bundle, &[])
    }

    fn start_both(bundle: &std::path::Path, variables: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let pkg = folder.path().join("site/pkg");
        std::fs::create_dir_all(&pkg).unwrap();
        std::fs::write(pkg.join("manifest.json"), r#"{"style.css":"style-test.css","boot.js":"boot-test.js"}"#)
            .unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let base = format!("http://127.0.0.1:{port}");
        let mut child = pillarbox(folder.path())
            .args(["serve", "--first-import"])
            .arg(bundle)
            .env("PILLARBOX_ADDR", format!("127.0.0.1:{port}"))
            .env("PILLARBOX_BASE_URL", &base)
            .env("PILLARBOX_SITE_DIR", folder.path().join("site"))
            .env("PILLARBOX_LOG", "trace")
            .envs(variables.iter().copied())
            .stdout(Stdio::piped())
            .stderr(File::create(folder.path().join("log")).unwrap())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let ready = lines.by_ref().map_while(Result::ok).any(|line| line.contains(&base));
        assert!(ready, "{}", std::fs::read_to_string(folder.path().join("log")).unwrap_or_default());
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Self { base, folder, client, child }
    }

    pub async fn get(&self, path: &str) -> (u16, String) {
        let response = self.client.get(format!("{}{path}", self.base)).send().await.unwrap();
        (response.status().as_u16(), response.text().await.unwrap())
    }

    pub async fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> reqwest::Response {
        self.client.post(format!("{}{path}", self.base)).form(fields).send().await.unwrap()
    }

    /// Makes a pack of Freiburg's, and the group with it. Gives the address of its report form.
    pub async fn pack_of_freiburg(&self) -> String {
        let answer = self.post_form("/packs", &PACK_OF_FREIBURG).await;
        answer.headers()["location"].to_str().unwrap().replace("/packs/", "/r/")
    }

    pub async fn post_json(&self, path: &str, body: &serde_json::Value) -> (u16, serde_json::Value) {
        let response = self.client.post(format!("{}{path}", self.base)).json(body).send().await.unwrap();
        (response.status().as_u16(), response.json().await.unwrap())
    }

    /// The command line on the server's own database: what it printed, and whether it went well.
    pub fn command(&self, args: &[&str]) -> (bool, String) {
        let output = pillarbox(self.folder.path()).env("PILLARBOX_BASE_URL", &self.base).args(args).output().unwrap();
        let words = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        (output.status.success(), words)
    }

    /// Stops the server as an operator would, so that everything is on the disk.
    pub fn stop(&mut self) {
        let pid = self.child.id().to_string();
        Command::new("kill").args(["-TERM", &pid]).status().unwrap();
        assert!(self.child.wait().unwrap().success(), "told to stop, the server ends well");
    }
}

/// The machine's own day: the binary under test has the real clock.
pub fn today() -> String {
    let now = Command::new("date").args(["-u", "+%F"]).output().unwrap();
    String::from_utf8(now.stdout).unwrap().trim().to_owned()
}

/// A folder with everything in it, so that a test can change it.
pub fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// The value of a form's hidden or preset input.
pub fn input_value(page: &str, name: &str) -> String {
    let at = page.find(&format!("name=\"{name}\"")).unwrap_or_else(|| panic!("no input {name}"));
    let tag_start = page[..at].rfind('<').unwrap();
    let tag = &page[tag_start..tag_start + page[tag_start..].find('>').unwrap()];
    let value = tag.split("value=\"").nth(1).unwrap_or_else(|| panic!("no value in {tag}"));
    value.split('"').next().unwrap().to_owned()
}
