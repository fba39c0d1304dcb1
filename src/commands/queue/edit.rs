//! `hotel queue edit`.

use std::str::FromStr;

use serde_json::Value;

use super::conflict::check;
use super::editor::edited;
use super::operation_card::OperationCard;
use super::operation_row::OperationRow;
use super::word::{find, refused};
use crate::api::new_key;
use crate::cache::journal::{NewOperation, State};
use crate::context::Context;
use crate::error::{CliError, codes};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue edit 7 --set rate_plan=FLEX --set requests='\"quiet room\"'
  $ hotel queue edit 7 --set rooms.0.room_type=SUI";

/// What may be edited: nothing of it was done.
const FROM: [State; 5] =
    [State::Queued, State::Held, State::Conflict, State::Rejected, State::Expired];

/// Change what an operation will ask for
///
/// FIELD is a place in the request that `hotel queue show --json` tells, VALUE is JSON or plain text, and
/// `null` takes a field out. Without --set the request opens in $VISUAL or $EDITOR. A new operation with a
/// new key takes the place of the old.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct EditArgs {
    /// Number of the operation
    #[arg(value_name = "OP")]
    op: u64,
    /// A field of the request and its new value; without any, the request opens in your editor
    #[arg(long = "set", value_name = "FIELD=VALUE")]
    changes: Vec<Change>,
}

/// A field and its new value.
#[derive(Debug, Clone, PartialEq)]
struct Change {
    path: Vec<String>,
    value: Value,
}

/// The text is no change of a field.
#[derive(Debug, thiserror::Error)]
#[error("write FIELD=VALUE, as in rooms.0.room_type=SUI")]
struct ChangeError;

impl FromStr for Change {
    type Err = ChangeError;

    fn from_str(text: &str) -> Result<Self, ChangeError> {
        let (path, value) = text.split_once('=').ok_or(ChangeError)?;
        let path: Vec<String> = path.split('.').map(str::to_owned).collect();
        if path.iter().any(String::is_empty) {
            return Err(ChangeError);
        }
        let value = serde_json::from_str(value).unwrap_or_else(|_| Value::from(value));
        Ok(Self { path, value })
    }
}

impl Change {
    /// Makes the change; `None` if there is no such place.
    fn make(&self, body: &mut Value) -> Option<()> {
        let (last, way) = self.path.split_last()?;
        let mut place = body;
        for step in way {
            place = match place {
                Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?)?,
                Value::Object(fields) => {
                    fields.entry(step.as_str()).or_insert_with(|| serde_json::json!({}))
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
            };
        }
        match place {
            Value::Array(items) => {
                *items.get_mut(last.parse::<usize>().ok()?)? = self.value.clone();
            }
            Value::Object(fields) if self.value.is_null() => drop(fields.remove(last)),
            Value::Object(fields) => drop(fields.insert(last.clone(), self.value.clone())),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
        }
        Some(())
    }
}

/// Makes the changes that were named.
fn make_all(args: &EditArgs, body: &mut Value) -> Result<(), CliError> {
    for change in &args.changes {
        change.make(body).ok_or_else(|| {
            let message = format!("the request has no place `{}`", change.path.join("."));
            CliError::of(codes::USAGE_INVALID_VALUE, message)
                .field("--set")
                .hint(format!("hotel queue show {} --json --fields request", args.op))
        })?;
    }
    Ok(())
}

/// Changes an operation.
pub(crate) fn run(ctx: &Context, args: &EditArgs) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    let operation = find(&journal, args.op)?;
    let mut body: Value = serde_json::from_slice(&operation.entered.request.body)
        .map_err(|error| CliError::internal("a kept request is no JSON").why(error.to_string()))?;
    if args.changes.is_empty() {
        let verb = operation.entered.request.errand().verb;
        let Some(edited) = edited(ctx, args.op, verb, &body)? else {
            ctx.out.status("nothing was changed");
            return Ok(());
        };
        body = edited;
    }
    make_all(args, &mut body)?;
    let mut new = NewOperation { key: new_key()?, ..operation.entered };
    new.request.body = serde_json::to_vec(&body)
        .map_err(|error| CliError::internal("a request is no JSON").why(error.to_string()))?;
    check(new.request.errand().verb, &new.request.body).map_err(|error| {
        CliError::of(codes::USAGE_INVALID_VALUE, "the request would not be understood")
            .field("--set")
            .why(error.to_string())
    })?;
    let op = journal
        .supersede(args.op, &FROM, &new, ctx.now())?
        .map_err(|why| refused(args.op, why, &FROM))?;
    let row = OperationRow::new(&find(&journal, op)?, journal.paused()?, ctx.now());
    ctx.out.record(&OperationCard(row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(body: &str, change: &str, expect: Option<&str>) {
        let mut value: Value = serde_json::from_str(body).unwrap();
        let made = change.parse::<Change>().unwrap().make(&mut value);
        assert_eq!(made.map(|()| value.to_string()).as_deref(), expect, "{change}");
    }

    #[test]
    fn a_change_finds_its_place() {
        check(r#"{"a":1}"#, "a=2", Some(r#"{"a":2}"#));
        check(r#"{"a":1}"#, "b.c=x y", Some(r#"{"a":1,"b":{"c":"x y"}}"#));
        check(r#"{"a":[{"b":1}]}"#, "a.0.b=\"2\"", Some(r#"{"a":[{"b":"2"}]}"#));
        check(r#"{"a":1,"b":2}"#, "a=null", Some(r#"{"b":2}"#));
        check(r#"{"a":[1]}"#, "a.1=2", None);
        check(r#"{"a":1}"#, "a.b=2", None);
        for text in ["a", "=1", "a..b=1"] {
            assert!(text.parse::<Change>().is_err(), "{text}");
        }
    }
}
