//! Who stays, as the flags say it.

use hotel_core::command::people::{GuestDetails, GuestRef};
use hotel_core::ids::GuestId;
use hotel_core::text::{Contact, Name, Note, TextError};

use crate::error::{CliError, codes};

/// A guest's name as written: family name, comma, given name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FullName {
    pub(crate) family: Name,
    pub(crate) given: Name,
}

/// To be announced: what the trade calls a guest who is named later.
const TO_BE_NAMED: &str = "TBA";

/// Why a text is not a guest's name.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FullNameError {
    /// No comma, or more than one.
    #[error("write the family name, a comma and the given name, as in \"Novak, Jana\"")]
    Comma,
    /// One of the two can't be.
    #[error(transparent)]
    Text(#[from] TextError),
}

impl std::str::FromStr for FullName {
    type Err = FullNameError;

    fn from_str(text: &str) -> Result<Self, FullNameError> {
        // The trade writes a slash: KELLY/JOE.
        let (family, given) = text.split_once([',', '/']).ok_or(FullNameError::Comma)?;
        if given.contains([',', '/']) {
            return Err(FullNameError::Comma);
        }
        Ok(Self { family: family.trim().parse()?, given: given.trim().parse()? })
    }
}

/// Who stays.
#[derive(clap::Args, Debug, Clone, Default)]
#[command(next_help_heading = "Guest")]
pub(crate) struct GuestArgs {
    /// Register this guest, written "FAMILY, GIVEN"
    #[arg(long, value_name = "NAME", conflicts_with = "guest_id")]
    pub(crate) guest: Option<FullName>,
    /// Take this registered guest
    #[arg(long, value_name = "ID", conflicts_with_all = ["email", "phone"])]
    pub(crate) guest_id: Option<GuestId>,
    /// E-mail address of the new guest
    #[arg(long, value_name = "ADDRESS", requires = "guest")]
    pub(crate) email: Option<Contact>,
    /// Telephone number of the new guest
    #[arg(long, value_name = "NUMBER", requires = "guest")]
    pub(crate) phone: Option<Contact>,
}

impl GuestArgs {
    /// Returns the guest, if one is named.
    pub(crate) fn named(&self) -> Option<GuestRef> {
        if let Some(id) = self.guest_id {
            return Some(GuestRef::Id(id));
        }
        let name = self.guest.clone()?;
        Some(GuestRef::New(GuestDetails {
            family: name.family,
            given: name.given,
            email: self.email.clone().unwrap_or_default(),
            phone: self.phone.clone().unwrap_or_default(),
            note: Note::default(),
        }))
    }

    /// Returns the name under which rooms are held before it is known who stays.
    pub(crate) fn to_be_named(&self) -> Result<GuestRef, CliError> {
        let name: Name = TO_BE_NAMED
            .parse()
            .map_err(|error: TextError| CliError::internal(error.to_string()))?;
        let unnamed =
            Self { guest: Some(FullName { family: name.clone(), given: name }), ..self.clone() };
        unnamed.required()
    }

    /// Returns the guest, or the refusal that tells how to name one.
    pub(crate) fn required(&self) -> Result<GuestRef, CliError> {
        self.named().ok_or_else(|| {
            CliError::of(codes::USAGE_MISSING_ARGUMENT, "a booking needs a guest")
                .field("--guest")
                .hint("--guest \"FAMILY, GIVEN\"")
                .hint("--guest-id ID")
        })
    }
}
