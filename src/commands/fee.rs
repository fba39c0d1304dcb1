//! Fees: agreed to before they are charged, by a person at the question or by their amount.

use hotel_core::ids::provisional::BookingRef;
use hotel_core::money::Money;
use hotel_core::wire::booking::BookingOutcome;

use super::amount::Amount;
use super::outcome;
use super::words::{rooms_words, stay_words};
use super::write::WriteArgs;
use crate::api::bookings::Verb;
use crate::context::Context;
use crate::error::CliError;
use crate::error::category::Category;
use crate::output::safe_text::SafeText;
use crate::prompt::Prompt;
use crate::queue::Offline;

/// A change that may cost a fee.
pub(crate) struct Costly<'a> {
    /// The booking.
    pub(crate) code: BookingRef,
    /// What is done, as a question begins: `Cancel`.
    pub(crate) doing: &'static str,
    /// Whether it is asked even if it costs nothing.
    pub(crate) always_asks: bool,
    /// The fee that was accepted beforehand.
    pub(crate) accept_fee: Option<&'a Amount>,
    /// How it is sent.
    pub(crate) write: &'a WriteArgs,
}

impl Costly<'_> {
    /// Makes the change, once its fee is agreed to; `verb` takes the accepted fee.
    pub(crate) async fn run(
        &self,
        ctx: &Context,
        verb: impl Fn(Option<Money>) -> Verb,
    ) -> Result<(), CliError> {
        let api = ctx.api()?;
        let write = self.write.write()?;
        let accepted = match (self.accept_fee, ctx.prompt) {
            // Who writes the amount has agreed to it.
            (Some(amount), _) => Some(match api.booking(self.code).await {
                Ok(view) => amount.in_currency(view.booking.currency)?,
                // An amount may tell its own currency.
                Err(error) if error.category == Category::Unavailable => {
                    amount.with_own_currency().map_err(|_| error)?
                }
                Err(error) => return Err(error),
            }),
            (None, Prompt::Ask) if !write.dry_run => {
                match api.change(self.code, &verb(None), &write.preview()?).await {
                    Ok(preview) => self.ask(ctx, &preview.body)?,
                    Err(error) if error.category == Category::Unavailable => {
                        self.ask_blindly(ctx, error)?
                    }
                    Err(error) => return Err(error),
                }
            }
            (None, Prompt::Refuse) if self.always_asks && !write.dry_run => {
                let question = format!("{} {}?", self.doing, self.code);
                ctx.prompt.confirm(&SafeText::line(&question))?;
                None
            }
            // `--yes` answers the question, not the bill: a fee is then refused by the server.
            (None, Prompt::AssumeYes | Prompt::Ask | Prompt::Refuse) => None,
        };
        let answer = api.change(self.code, &verb(accepted), &write).await?;
        outcome::tell(ctx, &answer)
    }

    /// Asks while nobody can say what it costs: a fee is then a conflict, for the agent to decide.
    fn ask_blindly(&self, ctx: &Context, error: CliError) -> Result<Option<Money>, CliError> {
        if ctx.offline() == Offline::Fail {
            return Err(error);
        }
        let question = format!(
            "{} {}, when the server can be reached? If that costs a fee, you are asked again.",
            self.doing, self.code
        );
        ctx.prompt.confirm(&SafeText::line(&question))?;
        Ok(None)
    }

    fn ask(&self, ctx: &Context, preview: &BookingOutcome) -> Result<Option<Money>, CliError> {
        let has_fee = preview.fee.minor != 0;
        if has_fee || self.always_asks {
            let booking = &preview.booking;
            let cost = if has_fee {
                format!("The fee is {}.", preview.fee)
            } else {
                "It costs nothing.".to_owned()
            };
            let question = format!(
                "{} {}, {} at {}, {}? {cost}",
                self.doing,
                self.code,
                rooms_words(&booking.rooms),
                booking.hotel,
                stay_words(booking.stay)
            );
            ctx.prompt.confirm(&SafeText::line(&question))?;
        }
        Ok(has_fee.then_some(preview.fee))
    }
}
