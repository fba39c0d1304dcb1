//! A request in the agent's own editor.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::conflict::check;
use crate::cache::journal::Verb;
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::files::{Access, write_atomic};
use crate::output::safe_text::SafeText;
use crate::prompt::Prompt;

/// The variables that name an editor; the first that says something wins.
const NAMES: [&str; 2] = ["VISUAL", "EDITOR"];

/// What is there on every machine that has one at all.
const USUAL: &str = "vi";

/// Lets the agent change a request of an operation; `None` if it was left as it is. What can't be understood
/// is asked about again until the agent gives up, which changes nothing.
pub(super) fn edited(
    ctx: &Context,
    op: u64,
    verb: Verb,
    body: &Value,
) -> Result<Option<Value>, CliError> {
    if ctx.prompt != Prompt::Ask {
        return Err(CliError::of(
            codes::USAGE_MISSING_ARGUMENT,
            "--set is required where nobody can edit",
        )
        .field("--set")
        .hint(format!("hotel queue edit {op} --set FIELD=VALUE")));
    }
    let path = ctx.data_folder().join(format!("edit-{op}.json"));
    let outcome = turns(
        body,
        verb,
        &mut |text| {
            write_atomic(&path, text.as_bytes(), Access::Private)
                .map_err(|error| CliError::file("write", &path, &error))?;
            open(&path)?;
            fs::read_to_string(&path).map_err(|error| CliError::file("read", &path, &error))
        },
        &mut |why| {
            ctx.out.warn(format!("this would not be understood: {why}"));
            ctx.prompt.confirm(&SafeText::line("Edit again?"))
        },
    );
    // It holds a guest's name.
    fs::remove_file(&path).ok();
    outcome
}

/// Has a request edited until it can be understood.
fn turns(
    body: &Value,
    verb: Verb,
    edit: &mut dyn FnMut(&str) -> Result<String, CliError>,
    again: &mut dyn FnMut(&str) -> Result<(), CliError>,
) -> Result<Option<Value>, CliError> {
    let mut text = serde_json::to_string_pretty(body)
        .map_err(|error| CliError::internal("a request is no JSON").why(error.to_string()))?;
    text.push('\n');
    loop {
        text = edit(&text)?;
        let read = serde_json::from_str::<Value>(&text)
            .and_then(|value| check(verb, text.as_bytes()).map(|()| value));
        match read {
            Ok(value) => return Ok((value != *body).then_some(value)),
            Err(error) => again(&error.to_string())?,
        }
    }
}

/// Opens the agent's editor over a file, and waits for its end.
fn open(path: &Path) -> Result<(), CliError> {
    let named = NAMES
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|editor| !editor.trim().is_empty()));
    let editor = named.unwrap_or_else(|| USUAL.to_owned());
    let mut words = editor.split_whitespace();
    let failed = |why: String| {
        CliError::of(codes::LOCAL_IO, format!("the editor `{editor}` failed"))
            .why(why)
            .note("nothing was changed.")
            .hint("hotel queue edit --help")
    };
    let ended = Command::new(words.next().unwrap_or(USUAL)).args(words).arg(path).status();
    match ended {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(failed(status.to_string())),
        Err(error) => Err(failed(error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Edits a cancellation by one text after another, and gives up at the third that is not understood.
    fn check(texts: &[&str], expect: &Result<Option<Value>, usize>) {
        let body = json!({ "reason": "guest" });
        let (mut texts, mut asked) = (texts.iter(), 0);
        let edited = turns(
            &body,
            Verb::Cancel,
            &mut |text| Ok(texts.next().map_or_else(|| text.to_owned(), |text| (*text).to_owned())),
            &mut |_| {
                asked += 1;
                if asked == 3 { Err(CliError::of(codes::PROMPT_DECLINED, "no")) } else { Ok(()) }
            },
        );
        assert_eq!(edited.map_err(|_| asked), *expect);
    }

    #[test]
    fn what_is_not_understood_is_asked_about_until_it_is_or_the_agent_gives_up() {
        check(&[r#"{"reason":"price"}"#], &Ok(Some(json!({ "reason": "price" }))));
        check(&[], &Ok(None));
        check(
            &["{", r#"{"no":1}"#, r#"{"reason":"price"}"#],
            &Ok(Some(json!({ "reason": "price" }))),
        );
        check(&["{", "}", "", r#"{"reason":"price"}"#], &Err(3));
    }
}
