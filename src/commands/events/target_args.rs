//! Where events are forwarded to, and what they are signed with.

use std::path::PathBuf;

use hotel_core::wire::event::EventView;

use crate::cache::letters::Sealed;
use crate::error::{CliError, codes};
use crate::webhooks::courier::Courier;
use crate::webhooks::secret::{SECRET_VARIABLE, Secrets};
use crate::webhooks::target::Target;

/// The flags of a target.
#[derive(clap::Args, Debug)]
#[command(next_help_heading = "Forwarding")]
pub(crate) struct TargetArgs {
    /// Hand each event to this address, signed as Standard Webhooks says
    #[arg(long, value_name = "URL")]
    pub(crate) forward_to: Option<Target>,
    /// Sign with the secret in this file, which its owner alone may read [env: `HOTEL_WEBHOOK_SECRET` holds one]
    #[arg(long, value_name = "FILE")]
    secret_file: Option<PathBuf>,
}

impl TargetArgs {
    /// Returns the courier to the target, if one is named.
    pub(crate) fn courier(&self) -> Result<Option<Courier>, CliError> {
        self.forward_to.clone().map(|target| self.courier_to(target)).transpose()
    }

    /// Returns the courier to the target, which must be named.
    pub(crate) fn required(&self) -> Result<Courier, CliError> {
        self.courier()?.ok_or_else(|| {
            CliError::of(codes::USAGE_MISSING_ARGUMENT, "where shall it go?")
                .field("--forward-to")
                .hint("--forward-to https://pms.example.com/hooks")
        })
    }

    /// Returns the courier to a target.
    pub(crate) fn courier_to(&self, target: Target) -> Result<Courier, CliError> {
        let secret = std::env::var(SECRET_VARIABLE).ok();
        Courier::new(target, Secrets::load(self.secret_file.as_deref(), secret)?)
    }
}

/// Puts an event into a letter. What is about one booking is told in order, else what is about one hotel.
pub(crate) fn sealed(event: &EventView) -> Result<Sealed, CliError> {
    let lane = match (event.subject, event.hotel) {
        (Some(booking), _) => booking.to_string(),
        (None, Some(hotel)) => format!("/hotels/{hotel}"),
        (None, None) => event.source.clone(),
    };
    Ok(Sealed {
        event: event.id.to_string(),
        kind: event.kind.clone(),
        lane,
        position: event.position,
        body: serde_json::to_vec(event)
            .map_err(|error| CliError::internal("an event is no JSON").why(error.to_string()))?,
    })
}
