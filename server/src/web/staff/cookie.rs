//! The cookie that holds a session's token.

use axum::http::{HeaderMap, HeaderValue, header};
use url::{Host, Url};

/// Its name and whether it needs TLS. It ends with the browser; the server ends the session itself earlier or later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionCookie {
    name: &'static str,
    secure: bool,
}

impl SessionCookie {
    /// The cookie for a site at this address: `__Host-` over TLS, which no other host and no plain connection can set; a
    /// plain name on the machine itself; none where others on the way could read it.
    #[must_use]
    pub fn of(address: &Url) -> Option<Self> {
        let loopback = match address.host()? {
            Host::Domain(name) => name == "localhost" || name.ends_with(".localhost"),
            Host::Ipv4(address) => address.is_loopback(),
            Host::Ipv6(address) => address.is_loopback(),
        };
        match address.scheme() {
            "https" => Some(Self { name: "__Host-pillarbox", secure: true }),
            "http" if loopback => Some(Self { name: "pillarbox", secure: false }),
            _ => None,
        }
    }

    /// The token that a request brings.
    #[must_use]
    pub fn token<'h>(&self, headers: &'h HeaderMap) -> Option<&'h str> {
        let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        pairs.find(|(name, _)| *name == self.name).map(|(_, token)| token)
    }

    /// Gives the browser a token. None for what is no token: it consists of letters and digits.
    #[must_use]
    pub fn give(&self, token: &str) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.line(token, "")).ok()
    }

    /// Takes it away again.
    #[must_use]
    pub fn take(&self) -> Option<HeaderValue> {
        HeaderValue::from_str(&self.line("", "; Max-Age=0")).ok()
    }

    fn line(&self, token: &str, more: &str) -> String {
        let secure = if self.secure { "; Secure" } else { "" };
        format!("{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{more}", self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(address: &str) -> Option<SessionCookie> {
        SessionCookie::of(&address.parse().unwrap())
    }

    #[test]
    fn a_session_needs_tls_or_the_machine_itself() {
        let safe = of("https://write.example.org").unwrap();
        assert_eq!(safe.give("ab12").unwrap(), "__Host-pillarbox=ab12; Path=/; HttpOnly; SameSite=Lax; Secure");
        assert_eq!(safe.take().unwrap(), "__Host-pillarbox=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0");
        for address in ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"] {
            assert_eq!(of(address).unwrap().give("ab12").unwrap(), "pillarbox=ab12; Path=/; HttpOnly; SameSite=Lax");
        }
        for address in ["http://write.example.org", "http://192.168.1.4:3000", "http://localhost.example.org"] {
            assert_eq!(of(address), None, "{address}");
        }
    }

    #[test]
    fn the_token_is_found_among_other_cookies() {
        let cookie = of("http://localhost").unwrap();
        let mut headers = HeaderMap::new();
        assert_eq!(cookie.token(&headers), None);
        headers.append(header::COOKIE, HeaderValue::from_static("a=b; xpillarbox=no"));
        headers.append(header::COOKIE, HeaderValue::from_static("c=d;pillarbox=ab12; e=f"));
        assert_eq!(cookie.token(&headers), Some("ab12"));
    }
}
