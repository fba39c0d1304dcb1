//! `hotel queue diff`.

use serde::{Serialize, Serializer};

use super::conflict::Conflict;
use super::show::describe_conflict;
use super::word::find;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue diff 7";

/// Show what was changed meanwhile of what an operation would change
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct DiffArgs {
    /// Number of the operation
    #[arg(value_name = "OP")]
    op: u64,
}

/// Shows both sides.
pub(crate) async fn run(ctx: &Context, args: &DiffArgs) -> Result<(), CliError> {
    let operation = find(&ctx.journal()?, args.op)?;
    let conflict = Conflict::look(ctx.api()?, &operation).await?;
    let is_bare = conflict.is_bare();
    ctx.out.record(&Sides { op: args.op, conflict })?;
    if is_bare {
        ctx.out.status("nothing that it would change was changed meanwhile");
    }
    Ok(())
}

/// Both sides of an operation.
struct Sides {
    op: u64,
    conflict: Conflict,
}

impl Serialize for Sides {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.conflict.serialize(serializer)
    }
}

impl Describe for Sides {
    fn describe(&self) -> Description {
        if self.conflict.is_bare() {
            return Description::new();
        }
        describe_conflict(Description::new(), &self.conflict)
    }

    fn id(&self) -> String {
        self.op.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["version", "price", "fee"]
    }
}
