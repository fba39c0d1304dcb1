//! What can be checked without the server: folders, profile, token file, terminal, local files.

use std::fs;
use std::path::Path;

use super::checks::{Check, Verdict};
use crate::config::Key;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::lines::Lines;

/// Checks this side.
pub(super) fn checks(ctx: &Context) -> Vec<Check> {
    let version = format!("hotel {}", env!("CARGO_PKG_VERSION"));
    vec![
        Check::new("program", Verdict::Ok, version),
        settings(ctx),
        folder("config folder", ctx.paths.config_dir()),
        folder("state folder", ctx.paths.state_dir()),
        folder("data folder", ctx.paths.data_dir()),
        Check::new("profile", Verdict::Ok, ctx.config.profile()),
        token_file(ctx),
        schema(ctx),
        terminal(ctx),
    ]
}

fn settings(ctx: &Context) -> Check {
    let path = ctx.config.path().display().to_string();
    match ctx.config.warnings() {
        [] => Check::new("settings", Verdict::Ok, path),
        warnings => Check::new("settings", Verdict::Warn, warnings.join("; ")),
    }
}

/// Checks that a folder can be written to; one that is missing is made when it is needed.
fn folder(name: &'static str, path: &Path) -> Check {
    let shown = path.display();
    match fs::metadata(path) {
        Ok(found) if !found.is_dir() => {
            Check::new(name, Verdict::Fail, format!("{shown} is no folder"))
        }
        Ok(found) if found.permissions().readonly() => {
            Check::new(name, Verdict::Fail, format!("{shown} can't be written to"))
        }
        Ok(_) => Check::new(name, Verdict::Ok, shown.to_string()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Check::new(name, Verdict::Ok, format!("{shown} (made when needed)"))
        }
        Err(error) => Check::failed(name, &CliError::file("read", path, &error)),
    }
}

/// Checks that there is a token and that nobody else can read it.
fn token_file(ctx: &Context) -> Check {
    const NAME: &str = "token file";
    match ctx.config.token() {
        Ok(Some(_)) => {
            let winner = ctx.config.explain(Key::Token).into_iter().find(|layer| layer.wins);
            let from = winner.map(|layer| layer.source).unwrap_or_default();
            Check::new(NAME, Verdict::Ok, format!("{from}, readable by you alone"))
        }
        Ok(None) => match ctx.config.require_token() {
            Ok(_) => Check::new(NAME, Verdict::Ok, "found"),
            Err(error) => Check::failed(NAME, &error),
        },
        Err(error) => Check::failed(NAME, &error),
    }
}

/// Checks that the files this program keeps are of a version it can read.
fn schema(ctx: &Context) -> Check {
    const NAME: &str = "local files";
    match Lines::load(&ctx.paths) {
        Ok(None) => Check::new(NAME, Verdict::Ok, "no search yet"),
        Ok(Some(lines)) => {
            let count = lines.offers.len();
            let detail = format!("{count} lines of the search of {}", lines.searched_at);
            Check::new(NAME, Verdict::Ok, detail)
        }
        Err(error) if error.code == codes::LOCAL_BROKEN.code => {
            Check::new(NAME, Verdict::Warn, format!("{error}: the next search replaces it"))
        }
        Err(error) => Check::failed(NAME, &error),
    }
}

fn terminal(ctx: &Context) -> Check {
    let settings = ctx.out.settings();
    let mut found = Vec::new();
    if settings.stdout.is_terminal {
        found.push(format!("{} columns", settings.width));
        found.push(if settings.stdout.color { "colours" } else { "no colours" }.to_owned());
    } else {
        found.push("stdout is no terminal".to_owned());
    }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    let is_utf8 = locale.as_ref().is_some_and(|name| {
        let name = name.to_lowercase();
        name.contains("utf-8") || name.contains("utf8")
    });
    found.push(locale.unwrap_or_else(|| "no locale".to_owned()));
    // Signs beyond ASCII would show as garbage.
    let is_doubtful = cfg!(unix) && settings.stdout.is_terminal && !is_utf8 && !settings.ascii;
    let verdict = if is_doubtful { Verdict::Warn } else { Verdict::Ok };
    if is_doubtful {
        found.push("not UTF-8; try `hotel config set ascii true`".to_owned());
    }
    Check::new("terminal", verdict, found.join(", "))
}
