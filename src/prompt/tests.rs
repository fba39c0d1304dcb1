use super::*;

#[test]
fn a_person_is_asked_only_where_one_can_answer() {
    let there = Surroundings { stdin: true, stdout: true, ci: false };
    for (yes, no_input, surroundings, expect) in [
        (false, false, there, Prompt::Ask),
        (false, true, there, Prompt::Refuse),
        (false, false, Surroundings { stdin: false, ..there }, Prompt::Refuse),
        (false, false, Surroundings { stdout: false, ..there }, Prompt::Refuse),
        (false, false, Surroundings { ci: true, ..there }, Prompt::Refuse),
        (true, true, Surroundings { stdin: false, stdout: false, ci: true }, Prompt::AssumeYes),
        (true, false, there, Prompt::AssumeYes),
    ] {
        assert_eq!(Prompt::decide(yes, no_input, surroundings), expect, "{yes} {no_input}");
    }
}

#[test]
fn where_nobody_answers_the_flag_is_named() {
    let question = SafeText::line("Cancel BK-7F3K2?");
    let error = Prompt::Refuse.confirm(&question).unwrap_err();
    assert_eq!(error.category.exit_code(), 2);
    assert!(error.message.contains("--yes"), "{}", error.message);
    assert!(Prompt::AssumeYes.confirm(&question).is_ok());
}
