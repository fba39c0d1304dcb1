//! `hotel queue show`.

use serde::{Serialize, Serializer};

use super::conflict::Conflict;
use super::operation_card::OperationCard;
use super::operation_row::OperationRow;
use super::word::find;
use crate::cache::journal::State;
use crate::commands::words::stay_short;
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Describe, Description};

const EXAMPLES: &str = "\
Examples:
  $ hotel queue show 7
  $ hotel queue show 7 --json";

/// Show an operation; of a conflict both sides, and what could be had instead
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Number of the operation
    #[arg(value_name = "OP")]
    op: u64,
}

/// Shows an operation.
pub(crate) async fn run(ctx: &Context, args: &ShowArgs) -> Result<(), CliError> {
    let journal = ctx.journal()?;
    let operation = find(&journal, args.op)?;
    let row = OperationRow::new(&operation, journal.paused()?, ctx.now());
    let conflict = if operation.state == State::Conflict {
        let looked = Conflict::look(ctx.api()?, &operation).await;
        if let Err(error) = &looked {
            ctx.out.warn(format!("what is the case now can't be asked: {error}"));
        }
        looked.ok()
    } else {
        None
    };
    let has_alternatives =
        conflict.as_ref().is_some_and(|conflict| !conflict.alternatives.is_empty());
    ctx.out.record(&ShownOperation { card: OperationCard(row), conflict })?;
    if operation.state == State::Conflict {
        let op = args.op;
        ctx.out.hint(format!("hotel queue resolve {op} --mine"));
        if has_alternatives {
            ctx.out.hint(format!("hotel queue resolve {op} --alt 1"));
        }
        ctx.out.hint(format!("hotel queue resolve {op} --theirs"));
    }
    Ok(())
}

/// An operation, with its conflict if it has one.
struct ShownOperation {
    card: OperationCard,
    conflict: Option<Conflict>,
}

impl Serialize for ShownOperation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Told<'a> {
            #[serde(flatten)]
            operation: &'a OperationRow,
            #[serde(skip_serializing_if = "Option::is_none")]
            conflict: Option<&'a Conflict>,
        }
        Told { operation: &self.card.0, conflict: self.conflict.as_ref() }.serialize(serializer)
    }
}

impl Describe for ShownOperation {
    fn describe(&self) -> Description {
        let description = self.card.describe();
        match &self.conflict {
            Some(conflict) if !conflict.is_bare() => describe_conflict(description, conflict),
            Some(_) | None => description,
        }
    }

    fn id(&self) -> String {
        self.card.0.op.to_string()
    }

    fn optional_fields() -> &'static [&'static str] {
        OperationCard::optional_fields()
    }
}

/// Adds a conflict to what is told of an operation.
pub(super) fn describe_conflict(description: Description, conflict: &Conflict) -> Description {
    const SIDES: &[Column] = &[
        Column::code("field", "field"),
        Column::text("seen", "was"),
        Column::text("mine", "mine"),
        Column::text("theirs", "theirs"),
    ];
    const OTHERS: &[Column] = &[
        Column::number("n", "#"),
        Column::code("hotel", "hotel"),
        Column::code("room_type", "room"),
        Column::code("rate_plan", "rate"),
        Column::code("stay", "stay"),
        Column::number("total", "total"),
    ];
    let mut description = description
        .section("conflict")
        .field_if("costs now", conflict.price.map(|price| price.to_string()))
        .field_if("fee now", conflict.fee.map(|fee| fee.to_string()));
    if !conflict.clashes.is_empty() {
        let rows = conflict.clashes.iter().map(|clash| {
            vec![
                Cell::text(clash.field),
                Cell::text(clash.seen.to_string()),
                Cell::text(clash.mine.to_string()),
                Cell::text(clash.theirs.to_string()),
            ]
        });
        description = description.table(SIDES, rows.collect());
    }
    if !conflict.alternatives.is_empty() {
        let rows = (1..).zip(&conflict.alternatives).map(|(n, offer)| {
            vec![
                Cell::text(i32::to_string(&n)),
                Cell::text(offer.hotel.to_string()),
                Cell::text(offer.room_type.to_string()),
                Cell::text(offer.rate_plan.to_string()),
                Cell::text(stay_short(offer.stay)),
                Cell::text(offer.total.to_string()),
            ]
        });
        description = description.table(OTHERS, rows.collect());
    }
    description
}
