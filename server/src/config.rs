//! Configuration: defaults, then `pillarbox.toml` in the working folder, then `PILLARBOX_…` variables.

use std::{
    fmt::Write as _,
    net::SocketAddr,
    path::{Path, PathBuf},
};

use axum::http::{HeaderName, header::InvalidHeaderName};
use engine::limits::Limits;
use figment::{
    Figment,
    providers::{Env, Format as _, Serialized, Toml},
};
use serde::Deserialize;
use url::Url;

/// The file that is read from the working folder.
pub const FILE: &str = "pillarbox.toml";

/// Everything that can be set. Each key is `PILLARBOX_` and its name in capitals, or its name in `pillarbox.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// `sqlite:` or `postgres:` address; by default `pillarbox.db` in the state folder.
    pub database_url: Option<String>,
    /// A replica that pages may read from; the database itself by default.
    pub read_database_url: Option<String>,
    /// Where to listen.
    pub addr: SocketAddr,
    /// The address that people see, without a slash at the end.
    pub base_url: Url,
    /// The folder for everything that is kept.
    pub state_dir: PathBuf,
    /// The file with the site's secret; by default `secret` in the state folder.
    pub secret_file: Option<PathBuf>,
    /// The folder with the large fonts that `scripts/fonts` fetches, for letters in Chinese, Japanese and Korean; by default
    /// `fonts` in the state folder. It may be missing.
    pub fonts_dir: Option<PathBuf>,
    /// The mail server; none: no mail is sent.
    pub smtp_url: Option<String>,
    /// The folder with the built browser files.
    pub site_dir: PathBuf,
    /// The header in which a proxy before the server says where a request comes from, such as `X-Forwarded-For`; its last
    /// address counts. None: the address that the connection comes from.
    pub proxy_header: Option<String>,
    /// How much may come from one sender: `[limits]` in the file, `PILLARBOX_LIMITS_…` in variables.
    #[serde(default)]
    pub limits: Limits,
}

/// A configuration that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A key is unknown or its value has the wrong form.
    #[error("configuration: {0}; set it in {FILE} or as PILLARBOX_… and look at `pillarbox config`")]
    Read(String),
}

/// What holds where nothing is set.
fn defaults() -> Serialized<serde_json::Value> {
    Serialized::defaults(serde_json::json!({
        "addr": "127.0.0.1:3000",
        "base_url": "http://localhost:3000",
        "state_dir": "var",
        "site_dir": "target/site",
    }))
}

impl Config {
    /// Reads the configuration that is in force in the working folder.
    ///
    /// # Errors
    /// When a key is unknown or a value has the wrong form; the message names it.
    pub fn load() -> Result<Self, ConfigError> {
        Self::from(Figment::from(defaults()).merge(Toml::file(FILE)).merge(variables()))
    }

    fn from(figment: Figment) -> Result<Self, ConfigError> {
        figment.extract().map_err(|error| ConfigError::Read(error.to_string().trim().replace('\n', "; ")))
    }

    /// The database's address in force.
    #[must_use]
    pub fn database_url(&self) -> String {
        self.database_url.clone().unwrap_or_else(|| format!("sqlite:{}", self.state_dir.join("pillarbox.db").display()))
    }

    /// The file of the site's secret in force.
    #[must_use]
    pub fn secret_file(&self) -> PathBuf {
        self.secret_file.clone().unwrap_or_else(|| self.state_dir.join("secret"))
    }

    /// The folder of the large fonts in force.
    #[must_use]
    pub fn fonts_dir(&self) -> PathBuf {
        self.fonts_dir.clone().unwrap_or_else(|| self.state_dir.join("fonts"))
    }

    /// The proxy's header in force; none where none is trusted.
    ///
    /// # Errors
    /// When it is no header's name.
    pub fn proxy_header(&self) -> Result<Option<HeaderName>, InvalidHeaderName> {
        self.proxy_header.as_deref().filter(|name| !name.is_empty()).map(str::parse).transpose()
    }

    /// The file of an SQLite database, where it is one.
    #[must_use]
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let url = self.database_url();
        let path = url.strip_prefix("sqlite:")?.trim_start_matches("//");
        let path = path.split('?').next().unwrap_or(path);
        (!path.is_empty() && !path.contains(":memory:")).then(|| Path::new(path).to_path_buf())
    }

    /// What is in force, one key a line, passwords hidden.
    #[must_use]
    pub fn shown(&self) -> String {
        let mut text = String::new();
        let mut line = |key: &str, value: String| {
            let _ = writeln!(text, "{key} = {value:?}");
        };
        line("database_url", hide_password(&self.database_url()));
        line("read_database_url", self.read_database_url.as_deref().map(hide_password).unwrap_or_default());
        line("addr", self.addr.to_string());
        line("base_url", self.base_url.as_str().trim_end_matches('/').to_owned());
        line("state_dir", self.state_dir.display().to_string());
        line("secret_file", self.secret_file().display().to_string());
        line("fonts_dir", self.fonts_dir().display().to_string());
        line("smtp_url", self.smtp_url.as_deref().map(hide_password).unwrap_or_default());
        line("site_dir", self.site_dir.display().to_string());
        line("proxy_header", self.proxy_header.clone().unwrap_or_default());
        let limits = &self.limits;
        let _ = write!(
            text,
            "\n[limits]\nenabled = {}\nactions_an_hour = {}\nactions_at_once = {}\nreports_an_hour = {}\n\
             packs_an_hour = {}\nsign_ins_an_hour = {}\n",
            limits.enabled,
            limits.actions_an_hour,
            limits.actions_at_once,
            limits.reports_an_hour,
            limits.packs_an_hour,
            limits.sign_ins_an_hour
        );
        text
    }
}

/// Only the keys of [`Config`]: other variables that begin with `PILLARBOX_` belong to the scripts.
fn variables() -> Env {
    Env::prefixed("PILLARBOX_")
        .only(&[
            "database_url",
            "read_database_url",
            "addr",
            "base_url",
            "state_dir",
            "secret_file",
            "fonts_dir",
            "smtp_url",
            "site_dir",
            "proxy_header",
            "limits_enabled",
            "limits_actions_an_hour",
            "limits_actions_at_once",
            "limits_reports_an_hour",
            "limits_packs_an_hour",
            "limits_sign_ins_an_hour",
        ])
        .map(|key| match key.as_str().to_ascii_lowercase().strip_prefix("limits_") {
            Some(limit) => format!("limits.{limit}").into(),
            None => key.into(),
        })
}

/// An address with its password replaced by stars. An address that cannot be read is hidden whole.
fn hide_password(address: &str) -> String {
    let Ok(mut url) = Url::parse(address) else { return "***".to_owned() };
    if url.password().is_some() && url.set_password(Some("***")).is_err() {
        return "***".to_owned();
    }
    if url.query().is_some_and(|query| query.contains("password")) {
        url.set_query(Some("***"));
    }
    url.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(toml: &str) -> Result<Config, ConfigError> {
        Config::from(Figment::from(defaults()).merge(Toml::string(toml)))
    }

    #[test]
    fn the_database_stands_in_the_state_folder_by_default() {
        let config = with("state_dir = \"/srv/pillarbox\"").unwrap();
        assert_eq!(config.database_url(), "sqlite:/srv/pillarbox/pillarbox.db");
        assert_eq!(config.sqlite_file(), Some(PathBuf::from("/srv/pillarbox/pillarbox.db")));
    }

    #[test]
    fn passwords_are_never_shown() {
        let config = with(
            "database_url = \"postgres://pb:hunter2@db/pillarbox\"\nsmtp_url = \"smtps://me:hunter3@mail\"\n\
             read_database_url = \"postgres://db/pillarbox?user=pb&password=hunter4\"",
        )
        .unwrap();
        let shown = config.shown();
        assert!(!shown.contains("hunter"), "{shown}");
        assert!(shown.contains("postgres://pb:***@db/pillarbox"), "{shown}");
    }

    #[test]
    fn limits_are_set_one_by_one_or_turned_off() {
        let config = with("[limits]\nactions_an_hour = 7").unwrap();
        assert_eq!(config.limits, Limits { actions_an_hour: 7, ..Limits::default() });
        assert!(!with("[limits]\nenabled = false").unwrap().limits.enabled);
        assert!(with("[limits]\nactions_a_minute = 7").is_err());
        assert!(with("proxy_header = \"X Forwarded\"").unwrap().proxy_header().is_err());
    }

    #[test]
    fn a_wrong_value_is_named() {
        let error = with("addr = \"nowhere\"").unwrap_err().to_string();
        assert!(error.contains("addr"), "{error}");
        assert!(with("adr = \"127.0.0.1:1\"").is_err(), "an unknown key is refused");
    }
}
