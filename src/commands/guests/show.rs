//! `hotel guests show`.

use hotel_core::ids::GuestId;
use hotel_core::people::Guest;

use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Describe, Description};
use crate::output::safe_text::SafeText;

const EXAMPLES: &str = "\
Examples:
  $ hotel guests list Novak
  $ hotel guests show 01936f0e-7b1c-7a3e-9d2f-1f0c5a6b7c8d";

/// Show a guest
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct ShowArgs {
    /// Id of the guest
    #[arg(value_name = "ID")]
    id: GuestId,
}

/// Shows a guest.
pub(crate) async fn run(ctx: &Context, args: ShowArgs) -> Result<(), CliError> {
    ctx.out.record(&ctx.api()?.guest(args.id).await?)
}

impl Describe for Guest {
    fn describe(&self) -> Description {
        let written = |text: &str| (!text.is_empty()).then(|| SafeText::line(text));
        let note = (!self.note.is_empty()).then(|| SafeText::multi_line(self.note.as_str()));
        Description::new()
            .field("id", self.id.to_string())
            .field("name", format!("{}, {}", self.family, self.given))
            .field_if("e-mail", written(self.email.as_str()))
            .field_if("phone", written(self.phone.as_str()))
            .field_if("note", note)
            .field("version", self.version.to_string())
    }

    fn id(&self) -> String {
        self.id.to_string()
    }
}
