//! `hotel profile add`.

use std::io::{self, IsTerminal as _, Read as _};

use dialoguer::Password;

use crate::config::{Key, Token, save_profile};
use crate::context::Context;
use crate::error::{CliError, codes};
use crate::prompt::Prompt;

const EXAMPLES: &str = "\
Examples:
  $ hotel tokens issue admin --dry-run
The token is asked for, or read from stdin:
  hotel profile add desk --server https://desk.example.com < token.txt
  hotel tokens issue ann | hotel profile add ann --server https://desk.example.com";

/// Longer than any token.
const TOKEN_BYTES_MAX: u64 = 4096;

/// Add a profile: a server and a token for it
///
/// The address is that of --server. The token is never an argument, where others could see it.
#[derive(clap::Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct AddArgs {
    /// Name of the profile
    #[arg(value_name = "NAME")]
    name: String,
}

/// Adds a profile.
pub(crate) fn run(ctx: &Context, args: &AddArgs) -> Result<(), CliError> {
    let said = ctx.config.explain(Key::Server).into_iter().find(|layer| layer.wins);
    let server = said.filter(|layer| matches!(layer.layer, "flag" | "env"));
    let Some(server) = server.and_then(|layer| layer.value) else {
        return Err(CliError::of(codes::USAGE_MISSING_ARGUMENT, "which server?")
            .field("--server")
            .hint(format!("hotel profile add {} --server https://desk.example.com", args.name)));
    };
    let token = read_token(ctx)?;
    save_profile(&ctx.paths, &args.name, &server, &token)?;
    ctx.out.status(format!("profile `{}` speaks to {server}", args.name));
    ctx.out.hint(format!("hotel whoami --profile {}", args.name));
    Ok(())
}

/// Reads a token from stdin, or asks for it where someone can answer.
pub(crate) fn read_token(ctx: &Context) -> Result<Token, CliError> {
    let text = match (io::stdin().is_terminal(), ctx.prompt) {
        (true, Prompt::Ask) => ask()?,
        (true, Prompt::AssumeYes | Prompt::Refuse) => {
            return Err(CliError::of(codes::USAGE_ARGUMENTS, "the token is not piped in")
                .why("nobody can be asked for it here"));
        }
        (false, _) => read_stdin()?,
    };
    Token::new(&text).ok_or_else(|| {
        CliError::of(codes::USAGE_MISSING_ARGUMENT, "the token is empty").field("token")
    })
}

fn ask() -> Result<String, CliError> {
    Password::new().with_prompt("Token").interact().map_err(|error| match error {
        dialoguer::Error::IO(error) if error.kind() == io::ErrorKind::Interrupted => {
            CliError::of(codes::RUN_INTERRUPTED, "interrupted at the question")
        }
        dialoguer::Error::IO(error) => {
            CliError::of(codes::LOCAL_IO, "cannot ask").why(error.to_string())
        }
    })
}

fn read_stdin() -> Result<String, CliError> {
    let mut text = String::new();
    io::stdin().lock().take(TOKEN_BYTES_MAX).read_to_string(&mut text).map_err(|error| {
        CliError::of(codes::LOCAL_IO, "cannot read the token from stdin").why(error.to_string())
    })?;
    Ok(text)
}
