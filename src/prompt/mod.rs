//! Yes or no. A question is only asked where someone can answer it.

use std::io::{self, IsTerminal as _};

use dialoguer::Confirm;

use crate::error::{CliError, codes};
use crate::output::safe_text::SafeText;

/// How questions are answered in this run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Prompt {
    /// `--yes`: every question is answered with yes.
    AssumeYes,
    /// A person is asked.
    Ask,
    /// Nobody can be asked.
    Refuse,
}

/// Whether someone is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Surroundings {
    /// Whether stdin is a terminal.
    pub(crate) stdin: bool,
    /// Whether stdout is a terminal.
    pub(crate) stdout: bool,
    /// Whether `CI` is set.
    pub(crate) ci: bool,
}

impl Surroundings {
    /// Looks at the streams and the environment.
    pub(crate) fn detect() -> Self {
        Self {
            stdin: io::stdin().is_terminal(),
            stdout: io::stdout().is_terminal(),
            ci: std::env::var_os("CI").is_some_and(|value| !value.is_empty()),
        }
    }
}

impl Prompt {
    /// Decides how questions are answered: `--yes` first, and a person only if stdin and stdout are
    /// terminals, `CI` is unset and `--no-input` was not given.
    pub(crate) fn decide(yes: bool, no_input: bool, surroundings: Surroundings) -> Self {
        let Surroundings { stdin, stdout, ci } = surroundings;
        if yes {
            Self::AssumeYes
        } else if stdin && stdout && !ci && !no_input {
            Self::Ask
        } else {
            Self::Refuse
        }
    }

    /// Returns how questions are answered where nobody sees them.
    pub(crate) fn without_a_person(self) -> Self {
        match self {
            Self::AssumeYes => Self::AssumeYes,
            Self::Ask | Self::Refuse => Self::Refuse,
        }
    }

    /// Goes on if the question is answered with yes. No is the default, and Enter alone means no.
    pub(crate) fn confirm(self, question: &SafeText) -> Result<(), CliError> {
        match self {
            Self::AssumeYes => Ok(()),
            Self::Ask => ask(question),
            Self::Refuse => Err(CliError::of(
                codes::USAGE_CONFIRMATION_REQUIRED,
                "--yes is required when nobody can be asked",
            )
            .field("--yes")
            .why(format!("the question is: {question}"))
            .hint("add --yes if you are sure")),
        }
    }
}

fn ask(question: &SafeText) -> Result<(), CliError> {
    let answer = Confirm::new()
        .with_prompt(question.as_str())
        .default(false)
        .wait_for_newline(true)
        .interact();
    match answer {
        Ok(true) => Ok(()),
        Ok(false) => Err(CliError::of(codes::PROMPT_DECLINED, "not confirmed")),
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => {
            Err(CliError::of(codes::RUN_INTERRUPTED, "interrupted at the question"))
        }
        Err(error) => Err(CliError::of(codes::LOCAL_IO, "cannot ask").why(error.to_string())),
    }
}

#[cfg(test)]
mod tests;
