//! `hotel help environment`.

use serde::Serialize;

#[cfg(feature = "server")]
use crate::commands::{place, serve};
use crate::config::{KEYS, PROFILE_VARIABLE};
use crate::context::Context;
use crate::error::CliError;
use crate::output::present::{Cell, Column, Listing, Present};
use crate::paths::HOME_VARIABLE;

/// Variables that are no settings of a profile.
const OTHERS: &[(&str, &str)] = &[
    (HOME_VARIABLE, "Folder of every file of this program, client and server"),
    (PROFILE_VARIABLE, "Profile in use, as --profile"),
    ("HOTEL_FORCE_TTY", "Treat stdout as a terminal of so many columns, as 80"),
    ("VISUAL", "Editor of `hotel queue edit`; without it EDITOR, or vi"),
    ("NO_COLOR", "No colours if it is not empty"),
    ("CI", "Never ask if it is not empty"),
];

/// A variable and what it does.
#[derive(Debug, Serialize)]
struct VariableRow {
    variable: &'static str,
    setting: Option<&'static str>,
    default: Option<&'static str>,
    meaning: &'static str,
}

/// Prints the variables.
pub(super) fn print(ctx: &Context) -> Result<(), CliError> {
    let settings = KEYS.iter().map(|info| VariableRow {
        variable: info.env,
        setting: Some(info.name),
        default: info.default,
        meaning: info.meaning,
    });
    let others = OTHERS.iter().map(|(variable, meaning)| VariableRow {
        variable,
        setting: None,
        default: None,
        meaning,
    });
    let rows: Vec<VariableRow> = settings.chain(of_the_server()).chain(others).collect();
    ctx.out.listing(&Listing::of(&rows)?)?;
    ctx.out.status("a flag wins over a variable, a variable over the setting in a file");
    Ok(())
}

/// Returns the variables of `hotel serve`; their settings stand in a file of its own.
#[cfg(feature = "server")]
fn of_the_server() -> impl Iterator<Item = VariableRow> {
    let file = VariableRow {
        variable: serve::FILE_VARIABLE,
        setting: None,
        default: None,
        meaning: "File with the settings of the server, as --config",
    };
    let settings = serve::SERVE_KEYS.iter().map(|info| VariableRow {
        variable: info.env,
        setting: Some(info.name),
        default: info.default,
        meaning: info.meaning,
    });
    let passwords = place::PASSWORD_VARIABLES.iter().map(|(variable, meaning)| VariableRow {
        variable,
        setting: None,
        default: None,
        meaning,
    });
    std::iter::once(file).chain(settings).chain(passwords)
}

/// Returns nothing: there is no server in this build.
#[cfg(not(feature = "server"))]
fn of_the_server() -> impl Iterator<Item = VariableRow> {
    std::iter::empty()
}

impl Present for VariableRow {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("variable", "variable"),
            Column::code("setting", "setting"),
            Column::code("default", "default"),
            Column::text("meaning", "meaning"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            Cell::text(self.variable),
            Cell::optional(self.setting),
            Cell::optional(self.default),
            Cell::text(self.meaning),
        ]
    }

    fn id(&self) -> String {
        self.variable.to_owned()
    }
}
