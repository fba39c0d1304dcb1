//! `hotel api`.

use std::fmt::Write as _;
use std::str::FromStr;

use reqwest::Method;
use serde::Serialize;

use super::input::read_bytes;
use super::write::WriteArgs;
use crate::api::RawAnswer;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};
use crate::output::safe_text::SafeText;
use crate::output::tree::{Tree, json_text, json_text_pretty};

const EXAMPLES: &str = "\
Examples:
  $ hotel api GET /v1/me
  $ hotel api GET bookings --query hotel=BER-ADLER --query limit=2
  $ hotel api DELETE hotels/BER-ADLER --dry-run
A body comes from a file or from stdin:
  echo '{\"family\":\"Novak\",\"given\":\"Jana\"}' | hotel api POST registrations --data -";

/// Call an endpoint of the server
///
/// With the token, the key, the retries and the errors of every other command. The documentation
/// of the endpoints stands under /docs of the server.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ApiArgs {
    /// GET, POST, PUT, PATCH or DELETE
    #[arg(value_name = "METHOD", value_parser = parse_method)]
    method: Method,
    /// Path of the endpoint; /v1 may be left out
    #[arg(value_name = "PATH")]
    path: String,
    /// Send this file of JSON, or - for stdin
    #[arg(long, value_name = "FILE")]
    data: Option<String>,
    /// Add a parameter to the query
    #[arg(long, value_name = "NAME=VALUE")]
    query: Vec<Parameter>,
    /// Refuse the write if the version is no longer this one
    #[arg(long, value_name = "N")]
    if_version: Option<u64>,
    #[command(flatten)]
    write: WriteArgs,
}

/// A parameter of the query.
#[derive(Debug, Clone)]
struct Parameter {
    name: String,
    value: String,
}

/// The text is no parameter.
#[derive(Debug, thiserror::Error)]
#[error("write NAME=VALUE, as in limit=2")]
struct ParameterError;

impl FromStr for Parameter {
    type Err = ParameterError;

    fn from_str(text: &str) -> Result<Self, ParameterError> {
        let (name, value) = text.split_once('=').ok_or(ParameterError)?;
        if name.is_empty() {
            return Err(ParameterError);
        }
        Ok(Self { name: name.to_owned(), value: value.to_owned() })
    }
}

/// An answer of any form, as it is printed.
#[derive(Debug, Serialize)]
#[serde(transparent)]
struct AnswerCard {
    tree: Tree,
    #[serde(skip)]
    text: String,
}

impl Describe for AnswerCard {
    fn describe(&self) -> Description {
        self.text.lines().fold(Description::new(), Description::text)
    }

    fn id(&self) -> String {
        let named = self.tree.get("id").or_else(|| self.tree.get("code"));
        named.and_then(|id| id.cell_text().ok()).unwrap_or_default()
    }
}

/// Calls an endpoint.
pub(crate) async fn run(ctx: &Context, args: ApiArgs) -> Result<(), CliError> {
    let body = args.data.as_deref().map(|file| read_bytes(file, "--data")).transpose()?;
    let is_write = !matches!(args.method, Method::GET | Method::HEAD);
    let write = if is_write {
        let write = args.write.write()?;
        Some(args.if_version.map_or(write.clone(), |version| write.if_version(version)))
    } else {
        None
    };
    let path = path_with_query(&args.path, &args.query, is_write && args.write.dry_run);
    let answer = ctx.api()?.raw(args.method, &path, body, write.as_ref()).await?;
    print(ctx, &answer)
}

fn print(ctx: &Context, answer: &RawAnswer) -> Result<(), CliError> {
    if answer.body.is_empty() {
        ctx.out.status(format!("answered {} and said nothing", answer.status));
        return Ok(());
    }
    let Ok(tree) = serde_json::from_slice::<Tree>(&answer.body) else {
        return ctx.out.text(&SafeText::multi_line(&String::from_utf8_lossy(&answer.body)));
    };
    let is_for_people = ctx.out.is_for_people();
    let text = if is_for_people { json_text_pretty(&tree) } else { json_text(&tree) }?;
    ctx.out.record(&AnswerCard { tree, text })
}

fn path_with_query(path: &str, parameters: &[Parameter], dry_run: bool) -> String {
    let mut parts: Vec<String> = parameters
        .iter()
        .map(|parameter| format!("{}={}", escaped(&parameter.name), escaped(&parameter.value)))
        .collect();
    if dry_run {
        parts.push("dry_run=true".to_owned());
    }
    match (parts.is_empty(), path.contains('?')) {
        (true, _) => path.to_owned(),
        (false, true) => format!("{path}&{}", parts.join("&")),
        (false, false) => format!("{path}?{}", parts.join("&")),
    }
}

/// Escapes what can't stand in a query (RFC 3986, section 2.3).
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            write!(escaped, "%{byte:02X}").ok();
        }
    }
    escaped
}

fn parse_method(text: &str) -> Result<Method, String> {
    match text.to_ascii_uppercase().as_str() {
        "GET" => Ok(Method::GET),
        "POST" => Ok(Method::POST),
        "PUT" => Ok(Method::PUT),
        "PATCH" => Ok(Method::PATCH),
        "DELETE" => Ok(Method::DELETE),
        _ => Err("write GET, POST, PUT, PATCH or DELETE".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, parameters: &[&str], dry_run: bool, expect: &str) {
        let parameters: Vec<Parameter> =
            parameters.iter().map(|text| text.parse().unwrap()).collect();
        assert_eq!(path_with_query(path, &parameters, dry_run), expect);
    }

    #[test]
    fn parameters_are_escaped_and_joined() {
        check("me", &[], false, "me");
        check("guests", &["name=Müller & Co"], false, "guests?name=M%C3%BCller%20%26%20Co");
        check("x?a=1", &["b=2"], true, "x?a=1&b=2&dry_run=true");
    }

    #[test]
    fn a_parameter_has_a_name() {
        assert!("=1".parse::<Parameter>().is_err() && "a".parse::<Parameter>().is_err());
    }
}
