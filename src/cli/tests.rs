use clap::CommandFactory as _;

use super::*;

/// Splits a line as a shell does with plain words, '…' and "…".
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quote) = (Vec::new(), None::<String>, None);
    for letter in line.chars() {
        match (quote, letter) {
            (Some(open), _) if letter == open => quote = None,
            (None, '"' | '\'') => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            (None, ' ') => words.extend(word.take()),
            (Some(_) | None, _) => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    words
}

/// Returns each command with its full name.
fn commands(command: &clap::Command, name: &str) -> Vec<(String, clap::Command)> {
    let mut all = vec![(name.to_owned(), command.clone())];
    for inner in command.get_subcommands() {
        all.extend(commands(inner, &format!("{name} {}", inner.get_name())));
    }
    all
}

#[test]
fn the_definition_holds_together() {
    Cli::command().debug_assert();
}

#[test]
fn every_command_has_examples_that_parse() {
    for (name, command) in commands(&Cli::command(), "hotel") {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let examples: Vec<&str> =
            help.lines().filter_map(|line| line.strip_prefix("  $ ")).collect();
        assert!(help.starts_with("Examples:\n") && !examples.is_empty(), "{name}");
        for example in examples {
            if let Err(error) = Cli::try_parse_from(words(example)) {
                panic!("{name}: {example}\n{error}");
            }
        }
    }
}

#[test]
fn every_argument_is_explained_without_a_full_stop() {
    for (name, command) in commands(&Cli::command(), "hotel") {
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(
                !help.is_empty() && !help.ends_with('.'),
                "{name} {}: {help}",
                argument.get_id()
            );
        }
    }
}

#[test]
fn global_flags_stand_before_or_after_the_command() {
    for line in [
        "hotel -y -o json --server http://localhost:1 show 7F3K2QXD",
        "hotel show 7F3K2QXD -y -o json --server http://localhost:1",
    ] {
        let cli = Cli::try_parse_from(words(line)).unwrap();
        assert!(cli.global.yes, "{line}");
        assert_eq!(cli.global.output, Some(Format::Json), "{line}");
        assert_eq!(cli.global.server.as_deref(), Some("http://localhost:1"), "{line}");
    }
}

#[test]
fn what_can_not_be_is_a_usage_error() {
    for line in [
        "hotel",
        "hotel show",
        "hotel show 7F3K2QXS",
        "hotel show BER-ADLER",
        "hotel book 1 --guest Novak",
        "hotel book 1 --guest 'Novak, Jana' --guest-id 0192f0c1-0000-7000-8000-000000000000",
        "hotel book 1 --hold 20",
        "hotel book BER-ADLER DLX 03/04+2n",
        "hotel assign 7F3K2QXS",
        "hotel assign 7F3K2QXS 311 --off",
        "hotel move 7F3K2QXS 311 --of 0",
        "hotel split 7F3K2QXS",
        "hotel list --state confirmd",
        "hotel list --limit 0",
        "hotel list --all --cursor x",
        "hotel cancel 7F3K2QXS --idempotency-key 'two words'",
        "hotel search BER fri+2n --stars 6",
        "hotel search BER fri+2n --radius 5",
        "hotel tail --after 5 --since 2h",
        "hotel events list --since yesterday",
    ] {
        assert!(Cli::try_parse_from(words(line)).is_err(), "{line}");
    }
}
