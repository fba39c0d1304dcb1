use serde_json::json;

use super::format::{Format, Terminal};
use super::present::{Cell, Column};
use super::style::Glyph;
use super::*;

/// A writer whose content the test can read.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A writer whose reader went away.
struct Closed;

impl Write for Closed {
    fn write(&mut self, _bytes: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::BrokenPipe.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[derive(serde::Serialize)]
struct Guest {
    name: &'static str,
    country: &'static str,
}

#[derive(serde::Serialize)]
struct Booking {
    code: &'static str,
    state: &'static str,
    guest: Guest,
    total: serde_json::Value,
    made_at: Timestamp,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'static str>,
}

impl Present for Booking {
    fn columns() -> &'static [Column] {
        const COLUMNS: &[Column] = &[
            Column::code("code", "Code"),
            Column::text("guest.name", "Guest"),
            Column::text("state", "State"),
            Column::number("total", "Total"),
            Column::text("made_at", "Made"),
        ];
        COLUMNS
    }

    fn cells(&self) -> Vec<Cell> {
        vec![
            self.code.into(),
            self.guest.name.into(),
            Cell::status(Glyph::Done, self.state),
            "318.00 EUR".into(),
            "2 h ago".into(),
        ]
    }

    fn id(&self) -> String {
        self.code.to_owned()
    }

    fn optional_fields() -> &'static [&'static str] {
        &["note"]
    }
}

impl Describe for Booking {
    fn describe(&self) -> Description {
        Description::new()
            .field("booking", self.code)
            .field("state", Cell::status(Glyph::Done, self.state))
            .field_if("note", self.note.map(SafeText::multi_line))
            .section("money")
            .field("total", Cell::text("318.00 EUR").machine("31800"))
            .table(
                &[Column::text("night", "Night"), Column::number("price", "Price")],
                vec![vec!["Fri 4 Dec".into(), "149.00".into()]],
            )
    }

    fn optional_fields() -> &'static [&'static str] {
        &["note"]
    }

    fn id(&self) -> String {
        self.code.to_owned()
    }
}

fn bookings() -> Vec<Booking> {
    let booking = |code, name, note| Booking {
        code,
        state: "confirmed",
        guest: Guest { name, country: "DE" },
        total: json!({ "minor": 31800, "currency": "EUR" }),
        made_at: "2026-12-02T12:00:00Z".parse().unwrap(),
        note,
    };
    vec![
        booking("BK-7F3K2", "Li, Wei", None),
        booking("BK-9Q2M4", "=SUM(A1)\u{1b}[2J", Some("late")),
    ]
}

fn settings(format: Option<Format>, is_terminal: bool, fields: &[&str]) -> Settings {
    Settings {
        format,
        fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        stdout: Terminal { is_terminal, color: false },
        ..Settings::piped()
    }
}

fn run(settings: Settings, write: impl Fn(&Out) -> Result<(), CliError>) -> (String, String) {
    let (stdout, stderr) = (Shared::default(), Shared::default());
    let out = Out::with_writers(settings, Box::new(stdout.clone()), Box::new(stderr.clone()));
    write(&out).unwrap();
    (stdout.text(), stderr.text())
}

fn list(format: Option<Format>, is_terminal: bool, fields: &[&str]) -> String {
    run(settings(format, is_terminal, fields), |out| out.list(&bookings(), None)).0
}

fn record(format: Option<Format>, is_terminal: bool, fields: &[&str]) -> String {
    run(settings(format, is_terminal, fields), |out| out.record(&bookings()[0])).0
}

#[test]
fn a_terminal_gets_a_table() {
    insta::assert_snapshot!(list(None, true, &[]), @r"
    CODE      GUEST         STATE             TOTAL  MADE
    BK-7F3K2  Li, Wei       ● confirmed  318.00 EUR  2 h ago
    BK-9Q2M4  =SUM(A1)␛[2J  ● confirmed  318.00 EUR  2 h ago
    ");
}

#[test]
fn a_narrow_terminal_cuts_text_but_no_codes() {
    let mut narrow = settings(None, true, &[]);
    narrow.width = 40;
    let (text, _) = run(narrow.clone(), |out| out.list(&bookings(), None));
    assert!(text.lines().all(|line| SafeText::line(line).width() <= 40), "{text}");
    assert!(
        text.contains("BK-7F3K2") && text.contains("318.00 EUR") && text.contains('…'),
        "{text}"
    );
    narrow.no_trunc = true;
    let (text, _) = run(narrow.clone(), |out| out.list(&bookings(), None));
    assert!(text.contains("=SUM(A1)␛[2J") && text.contains("2 h ago"), "{text}");
    narrow.no_trunc = false;
    narrow.ascii = true;
    let (text, _) = run(narrow, |out| out.list(&bookings()[..1], None));
    assert!(text.is_ascii(), "{text}");
}

#[test]
fn wide_letters_keep_the_columns_straight() {
    let mut listing =
        Listing::with_columns(&[Column::text("name", "Name"), Column::code("code", "Code")]);
    for name in ["李伟", "Zoe\u{301}", "Ana"] {
        listing.push("x", &json!({ "name": name }), vec![name.into(), "BK".into()]).unwrap();
    }
    let (text, _) = run(settings(None, true, &[]), |out| out.listing(&listing));
    let ends: Vec<usize> = text.lines().skip(1).map(|line| SafeText::line(line).width()).collect();
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
}

#[test]
fn a_pipe_gets_tabs_without_a_header() {
    assert_eq!(
        list(None, false, &[]),
        "BK-7F3K2\tLi, Wei\tconfirmed\t318.00 EUR\t2026-12-02T12:00:00Z\n\
         BK-9Q2M4\t=SUM(A1)␛[2J\tconfirmed\t318.00 EUR\t2026-12-02T12:00:00Z\n"
    );
    assert!(
        list(Some(Format::Tsv), false, &[])
            .starts_with("code\tguest.name\tstate\ttotal\tmade_at\n")
    );
}

#[test]
fn csv_quotes_and_guards_against_formulas() {
    assert_eq!(
        list(Some(Format::Csv), false, &["code", "guest.name", "total.minor", "note"]),
        "code,guest.name,total.minor,note\r\n\
         BK-7F3K2,\"Li, Wei\",31800,\r\n\
         BK-9Q2M4,'=SUM(A1)␛[2J,31800,late\r\n"
    );
}

#[test]
fn json_is_an_array_in_the_order_of_the_type() {
    let compact = list(Some(Format::Json), false, &[]);
    assert!(
        compact.starts_with(r#"[{"code":"BK-7F3K2","state":"confirmed","guest":{"name":"#),
        "{compact}"
    );
    assert_eq!(compact.lines().count(), 1);
    // ESC is escaped by JSON itself.
    assert!(compact.contains(r"=SUM(A1)\u001b[2J"));
    let pretty = list(Some(Format::Json), true, &[]);
    assert!(pretty.starts_with("[\n  {\n    \"code\""), "{pretty}");
    assert_eq!(list(Some(Format::Jsonl), true, &[]).lines().count(), 2);
}

#[test]
fn fields_are_picked_in_the_order_asked_for() {
    assert_eq!(
        list(Some(Format::Jsonl), false, &["guest.name", "code"]).lines().next().unwrap(),
        r#"{"guest":{"name":"Li, Wei"},"code":"BK-7F3K2"}"#
    );
    assert_eq!(
        list(Some(Format::Jsonl), false, &["note"]),
        "{\"note\":null}\n{\"note\":\"late\"}\n"
    );
    insta::assert_snapshot!(list(None, true, &["code", "guest.country"]), @r"
    CODE      GUEST.COUNTRY
    BK-7F3K2  DE
    BK-9Q2M4  DE
    ");
    assert_eq!(record(Some(Format::Json), false, &["code"]), "{\"code\":\"BK-7F3K2\"}\n");
    assert_eq!(record(Some(Format::Json), false, &["note"]), "{\"note\":null}\n");
    assert_eq!(record(None, true, &["guest.country"]), "guest.country  DE\n");
}

#[test]
fn an_unknown_field_is_refused_with_the_known_ones() {
    for format in [None, Some(Format::Json), Some(Format::Csv)] {
        let (stdout, stderr) = (Shared::default(), Shared::default());
        let out = Out::with_writers(
            settings(format, true, &["cod"]),
            Box::new(stdout.clone()),
            Box::new(stderr),
        );
        for error in [
            out.list(&bookings(), None).unwrap_err(),
            out.record(&bookings()[0]).unwrap_err(),
            out.stream().push(&bookings()[0]).unwrap_err(),
        ] {
            assert_eq!(error.category.exit_code(), 2);
            assert!(error.why[0].contains("guest.name"), "{:?}", error.why);
            assert_eq!(error.hints, ["--fields code"]);
        }
        assert_eq!(stdout.text(), "");
    }
}

#[test]
fn yaml_and_ids_are_safe_too() {
    let yaml = list(Some(Format::Yaml), false, &["guest.name"]);
    assert_eq!(yaml, "- guest:\n    name: Li, Wei\n- guest:\n    name: =SUM(A1)␛[2J\n");
    assert_eq!(list(Some(Format::Ids), true, &[]), "BK-7F3K2\nBK-9Q2M4\n");
}

#[test]
fn an_empty_list_is_told_on_stderr() {
    let none: &[Booking] = &[];
    for (format, expect) in [
        (None, ""),
        (Some(Format::Json), "[]\n"),
        (Some(Format::Csv), "code,guest.name,state,total,made_at\r\n"),
    ] {
        let (stdout, stderr) = run(settings(format, true, &[]), |out| out.list(none, None));
        assert_eq!((stdout.as_str(), stderr.as_str()), (expect, "nothing found\n"));
    }
}

#[test]
fn the_next_page_is_told_on_stderr_unless_quiet() {
    let page = |quiet| {
        let settings = Settings { quiet, ..settings(Some(Format::Json), false, &[]) };
        run(settings, |out| {
            out.status("done");
            out.warn("careful");
            out.list(&bookings(), Some("abc".to_owned()))
        })
        .1
    };
    assert_eq!(page(false), "done\nwarning: careful\nhint: there is more: --cursor abc\n");
    assert_eq!(page(true), "warning: careful\n");
}

#[test]
fn a_record_is_described_or_whole() {
    insta::assert_snapshot!(record(None, true, &[]), @r"
    booking  BK-7F3K2
    state    ● confirmed

    MONEY
    total    318.00 EUR
    NIGHT       PRICE
    Fri 4 Dec  149.00
    ");
    assert_eq!(
        record(None, false, &[]),
        "booking\tBK-7F3K2\nstate\tconfirmed\ntotal\t31800\nFri 4 Dec\t149.00\n"
    );
    assert!(record(Some(Format::Json), true, &[]).starts_with("{\n  \"code\""));
    assert_eq!(
        record(Some(Format::Csv), false, &[]),
        "code,state,guest.name,guest.country,total.currency,total.minor,made_at\r\n\
         BK-7F3K2,confirmed,\"Li, Wei\",DE,EUR,31800,2026-12-02T12:00:00Z\r\n"
    );
    assert_eq!(record(Some(Format::Ids), false, &[]), "BK-7F3K2\n");
}

#[test]
fn several_lines_are_indented_below_their_label() {
    let text = table::description_text(
        &Description::new().field("a", "1").field("note", SafeText::multi_line("one\ntwo")),
        Look { width: None, color: false, ascii: false },
    );
    assert_eq!(text, "a     1\nnote  one\n      two\n");
}

#[test]
fn a_stream_has_one_header_and_one_line_a_row() {
    let stream = |format, is_terminal| {
        run(settings(format, is_terminal, &[]), |out| {
            let mut stream = out.stream();
            bookings().iter().try_for_each(|row| stream.push(row))
        })
        .0
    };
    assert_eq!(
        stream(None, true).lines().next().unwrap(),
        "BK-7F3K2  Li, Wei  ● confirmed  318.00 EUR  2 h ago"
    );
    assert_eq!(stream(None, false).lines().count(), 2);
    assert_eq!(stream(Some(Format::Csv), false).lines().count(), 3);
    assert_eq!(stream(Some(Format::Yaml), false).matches("---\n").count(), 2);
    assert_eq!(stream(Some(Format::Ids), false), "BK-7F3K2\nBK-9Q2M4\n");
    for line in stream(Some(Format::Json), true).lines() {
        assert!(serde_json::from_str::<serde_json::Value>(line).unwrap().is_object());
    }
}

#[test]
fn a_closed_pipe_is_no_failure() {
    let out = Out::with_writers(Settings::piped(), Box::new(Closed), Box::new(Closed));
    let error = out.list(&bookings(), None).unwrap_err();
    assert!(error.is_closed_pipe());
    assert_eq!(error.category.exit_code(), 0);
    out.status("nobody reads this");
}

#[test]
fn colour_repeats_what_the_glyph_and_the_word_say() {
    let mut colored = settings(None, true, &[]);
    colored.stdout.color = true;
    let (text, _) = run(colored, |out| out.list(&bookings(), None));
    assert!(text.contains("\u{1b}["), "{text:?}");
    assert!(text.contains("● confirmed"), "{text:?}");
    assert!(!text.contains("\u{1b}[2J"), "{text:?}");
}
