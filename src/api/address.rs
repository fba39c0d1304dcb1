//! Addresses: which servers are spoken to, and how.

use std::net::IpAddr;

use reqwest::Url;

use crate::error::{CliError, codes};

/// Returns the address that requests start from. Plain HTTP is only spoken to this machine: the
/// token and the guests' names would be open to read on the way to any other.
pub(super) fn base_url(server: &str) -> Result<Url, CliError> {
    let refuse = |message: String| CliError::of(codes::CONFIG_VALUE, message).field("server");
    let url = Url::parse(server)
        .map_err(|error| refuse(format!("`{server}` is no address")).why(error.to_string()))?;
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" => {
            let secure = server.replacen("http://", "https://", 1);
            Err(refuse(format!("{server} would be spoken to in the clear"))
                .why("plain http is only for this machine: 127.0.0.1, [::1] and localhost")
                .hint(format!("--server {secure}")))
        }
        _ => Err(refuse(format!("`{server}` is no http or https address"))),
    }
}

/// Returns the address of a path with its query, as in `/v1/bookings?limit=1`.
pub(super) fn join(base: &Url, path_and_query: &str) -> Result<Url, CliError> {
    let refuse = |why: String| {
        CliError::of(codes::USAGE_INVALID_VALUE, format!("`{path_and_query}` is no path"))
            .field("PATH")
            .why(why)
    };
    let path = path_and_query.trim_start_matches('/');
    let versioned = if path.starts_with("v1/") { path.to_owned() } else { format!("v1/{path}") };
    let start = format!("{}/", base.as_str().trim_end_matches('/'));
    let url = Url::parse(&start)
        .and_then(|start| start.join(&versioned))
        .map_err(|error| refuse(error.to_string()))?;
    // `..` and a second address would take the token elsewhere.
    if url.as_str().starts_with(&start) {
        Ok(url)
    } else {
        Err(refuse("it leads out of the server's own address".to_owned()))
    }
}

/// Tells whether an address can only reach this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
