use super::*;

fn built() -> clap::Command {
    let mut program = Cli::command();
    program.build();
    program
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn a_command_is_found_by_its_words() {
    let program = built();
    let found = find(&program, &words("rates set")).unwrap();
    assert_eq!(found.get_bin_name(), Some("hotel rates set"));
    assert_eq!(find(&program, &[]).unwrap().get_name(), "hotel");
}

#[test]
fn a_slip_in_a_command_or_topic_is_seen() {
    let program = built();
    let check = |text: &str, hint: &str| {
        let error = find(&program, &words(text)).unwrap_err();
        assert_eq!(error.code, codes::USAGE_UNKNOWN_COMMAND.code);
        assert_eq!(error.hints, [hint], "{text}");
    };
    check("boook", "hotel help book");
    check("rates sett", "hotel help rates set");
    check("date", "hotel help dates");
    check("zzzzzz", "hotel help");
}

#[test]
fn no_topic_hides_a_command() {
    let program = built();
    for topic in TOPICS {
        assert!(program.find_subcommand(topic).is_none(), "{topic}");
    }
}
