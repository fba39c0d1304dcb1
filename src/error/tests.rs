use clap::{CommandFactory as _, Parser};

use super::category::Exit;
use super::clap_usage::{ClapVerdict, from_clap};
use super::report::{ErrorFormat, Shape, report};
use super::*;
use crate::output::format::Format;

#[derive(Parser, Debug)]
#[command(name = "hotel", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand, Debug)]
enum Command {
    /// Book a room
    Book {
        /// The line of the search
        line: u32,
        /// The price
        #[arg(long)]
        max_price: String,
        /// How to word
        #[arg(long, value_enum)]
        error_format: Option<ErrorFormat>,
    },
}

fn usage(arguments: &[&str]) -> CliError {
    let error = Cli::try_parse_from([&["hotel"], arguments].concat()).unwrap_err();
    match from_clap(&error, false) {
        ClapVerdict::Fail(error) => error,
        ClapVerdict::Show(text) => panic!("no failure: {text}"),
    }
}

fn sold_out() -> CliError {
    CliError::new(
        Category::Conflict,
        "availability.sold_out",
        "DLX is sold out at BER-ADLER, Fri 5 - Sun 7 Dec",
    )
    .why("0 of 12 left on Sat 6 Dec")
    .hint("hotel search BER-ADLER fri+2n --alternatives")
    .details(serde_json::json!({ "date": "2025-12-06", "left": 0 }))
    .note("nothing was booked.")
    .http_status(409)
    .request_id("req_01JD")
    .idempotency_key("0192f0c1")
}

#[test]
fn people_read_what_why_and_the_way_on() {
    insta::assert_snapshot!(sold_out().human(false), @r"
    error: DLX is sold out at BER-ADLER, Fri 5 - Sun 7 Dec   [availability.sold_out]
      why : 0 of 12 left on Sat 6 Dec
      try : hotel search BER-ADLER fri+2n --alternatives
      note: nothing was booked.  request req_01JD  key 0192f0c1
    ");
}

#[test]
fn machines_read_one_json_line() {
    let line = sold_out().json_line();
    assert_eq!(line.lines().count(), 1);
    insta::assert_snapshot!(line.trim_end(), @r#"{"error":{"schema":"hotel.error/1","code":"availability.sold_out","category":"conflict","message":"DLX is sold out at BER-ADLER, Fri 5 - Sun 7 Dec","field":null,"why":["0 of 12 left on Sat 6 Dec"],"details":{"date":"2025-12-06","left":0},"outcome":"not_applied","retryable":false,"retry_after_ms":null,"http_status":409,"request_id":"req_01JD","idempotency_key":"0192f0c1","op_id":null,"next":["hotel search BER-ADLER fri+2n --alternatives"],"exit_code":6}}"#);
}

#[test]
fn a_failed_read_has_no_note() {
    let error = CliError::new(Category::NotFound, "booking.not_found", "no booking BK-1");
    assert_eq!(error.human(false), "error: no booking BK-1   [booking.not_found]\n");
    let unknown = error.outcome(WriteOutcome::Unknown).idempotency_key("k");
    assert!(unknown.human(false).ends_with("may have been made.  key k\n"));
}

#[test]
fn text_of_the_server_can_not_act_on_the_terminal() {
    let error = CliError::new(Category::Rejected, "x\u{1b}[2J", "bad\u{1b}]0;x\u{7}\nnext")
        .why("\u{202e}yhw")
        .hint("a\rb");
    for text in [error.human(false), error.json_line()] {
        let acts = |letter: char| letter != '\n' && crate::output::safe_text::is_unsafe(letter);
        assert!(!text.contains(acts), "{text:?}");
    }
    assert_eq!(error.json_line().lines().count(), 1);
}

#[test]
fn every_category_has_the_exit_code_of_the_table() {
    let table = [
        (Category::ClosedPipe, 0),
        (Category::Internal, 1),
        (Category::UserInput, 2),
        (Category::NotFound, 3),
        (Category::Auth, 4),
        (Category::Forbidden, 5),
        (Category::Conflict, 6),
        (Category::Rejected, 7),
        (Category::Queued, 8),
        (Category::Unavailable, 9),
        (Category::Partial, 10),
        (Category::Local, 11),
        (Category::Timeout, 124),
        (Category::Interrupted, 130),
        (Category::Terminated, 143),
    ];
    for (category, code) in table {
        assert_eq!(category.exit_code(), code, "{category:?}");
    }
    assert_eq!(Exit::Done.code(), 0);
}

#[test]
fn a_status_leads_to_its_category() {
    for (status, category) in [
        (400, Category::Rejected),
        (401, Category::Auth),
        (403, Category::Forbidden),
        (404, Category::NotFound),
        (409, Category::Conflict),
        (412, Category::Conflict),
        (422, Category::Rejected),
        (429, Category::Unavailable),
        (500, Category::Internal),
        (503, Category::Unavailable),
    ] {
        assert_eq!(Category::from_http_status(status), category, "{status}");
    }
}

#[test]
fn the_registry_is_sorted_unique_and_dotted() {
    let codes: Vec<&str> = codes::ALL.iter().map(|info| info.code).collect();
    assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
    for info in codes::ALL {
        let is_plain = |letter: char| letter.is_ascii_lowercase() || letter == '_' || letter == '.';
        assert!(info.code.chars().all(is_plain) && info.code.contains('.'), "{}", info.code);
        assert!(info.meaning.ends_with('.'), "{}", info.meaning);
    }
}

#[test]
fn help_and_version_are_no_failures() {
    for arguments in [["hotel", "--help"], ["hotel", "--version"]] {
        let error = Cli::try_parse_from(arguments).unwrap_err();
        assert!(
            matches!(from_clap(&error, false), ClapVerdict::Show(text) if text.contains("hotel"))
        );
    }
}

#[test]
fn usage_errors_are_worded_by_this_house() {
    let check = |arguments: &[&str], code: &str, message: &str| {
        let error = usage(arguments);
        assert_eq!((error.code.as_str(), error.message.as_str()), (code, message));
        assert_eq!(error.category.exit_code(), 2);
        error
    };
    let error = check(
        &["book", "x", "--max-price", "1"],
        "usage.invalid_value",
        "invalid value 'x' for '<LINE>': invalid digit found in string",
    );
    assert_eq!(error.field.as_deref(), Some("<LINE>"));
    let error = check(
        &["book", "1"],
        "usage.missing_argument",
        "the following required arguments were not provided: --max-price <MAX_PRICE>",
    );
    assert_eq!(error.hints, ["hotel book --help"]);
    let error = check(
        &["book", "1", "--max-prise", "3"],
        "usage.unknown_argument",
        "unexpected argument '--max-prise' found",
    );
    assert!(error.why[0].contains("--max-price"), "{:?}", error.why);
    let error = check(&["bok"], "usage.unknown_command", "unrecognized subcommand 'bok'");
    assert!(error.why[0].contains("'book'"), "{:?}", error.why);
    let error = check(
        &["book", "1", "--max-price", "1", "--error-format", "xml"],
        "usage.invalid_value",
        "invalid value 'xml' for '--error-format <ERROR_FORMAT>'",
    );
    assert_eq!(error.why[0], "possible values: auto, human, json");
    let error = check(&[], "usage.missing_command", "a command is missing");
    assert!(error.human(false).contains("Book a room"));
    Cli::command().debug_assert();
}

#[test]
fn the_shape_follows_the_flags_even_before_they_are_parsed() {
    let human = Shape::Human { color: false };
    assert_eq!(ErrorFormat::Auto.shape(None, false), human);
    assert_eq!(ErrorFormat::Auto.shape(Some(Format::Jsonl), false), Shape::Json);
    assert_eq!(ErrorFormat::Human.shape(Some(Format::Json), false), human);
    assert_eq!(ErrorFormat::Json.shape(Some(Format::Csv), false), Shape::Json);
    for (line, expect) in [
        ("list", human),
        ("list -o json", Shape::Json),
        ("list -ojson", Shape::Json),
        ("list -o=jsonl", Shape::Json),
        ("list --output=json", Shape::Json),
        ("list --output csv", human),
        ("list --json", Shape::Json),
        ("list --json --error-format human", human),
        ("--error-format=json list", Shape::Json),
        ("list -- --json", human),
        ("list -o", human),
    ] {
        let arguments: Vec<String> = line.split(' ').map(str::to_owned).collect();
        assert_eq!(ErrorFormat::sniff(&arguments, |_| None, false), expect, "{line}");
    }
    let env = |name: &str| (name == "HOTEL_OUTPUT").then(|| "json".to_owned());
    assert_eq!(ErrorFormat::sniff(&[], env, false), Shape::Json);
}

#[test]
fn a_closed_pipe_is_reported_in_silence() {
    let mut stderr = Vec::new();
    let error = CliError::output(&io::ErrorKind::BrokenPipe.into());
    report(&error, Shape::Json, &mut stderr);
    assert!(stderr.is_empty());
    report(&sold_out(), Shape::Human { color: true }, &mut stderr);
    assert!(String::from_utf8(stderr).unwrap().starts_with("\u{1b}[1;31merror:\u{1b}[0m DLX"));
}

#[test]
fn a_wrong_date_leads_to_the_help_on_dates() {
    let error = CliError::from(WhenError::Empty);
    assert_eq!((error.code.as_str(), error.hints[0].as_str()), ("usage.date", "hotel help dates"));
    assert_eq!(CliError::from(SpanError::Zero).code, "usage.span");
}
