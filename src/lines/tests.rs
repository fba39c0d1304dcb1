use super::*;

const SERVER: &str = "http://127.0.0.1:7070";

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn searched() -> Lines {
    let line = |n, minute| Line {
        n,
        hotel: "BER-ADLER".to_owned(),
        room_type: "DLX".to_owned(),
        rate_plan: "BAR".to_owned(),
        check_in: "2026-12-04".parse().unwrap(),
        check_out: "2026-12-06".parse().unwrap(),
        rooms: 1,
        adults: 2,
        children: 0,
        promo: None,
        zone: "Europe/Berlin".to_owned(),
        total: 31_800,
        currency: "EUR".to_owned(),
        expires_at: at(&format!("2026-12-02T12:{minute}:00Z")),
    };
    Lines::new(SERVER, at("2026-12-02T12:00:00Z"), vec![line(1, 10), line(2, 30)])
}

fn home() -> (tempfile::TempDir, Paths) {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::under(folder.path());
    (folder, paths)
}

#[test]
fn what_was_saved_is_loaded() {
    let (_folder, paths) = home();
    assert_eq!(Lines::load(&paths).unwrap(), None);
    searched().save(&paths).unwrap();
    assert_eq!(Lines::load(&paths).unwrap(), Some(searched()));
}

#[test]
fn a_broken_file_is_a_local_failure_with_a_way_on() {
    let (_folder, paths) = home();
    searched().save(&paths).unwrap();
    for text in [
        "",
        "{",
        "[]",
        r#"{"schema":"hotel.lines/3","server":"","searched_at":"2026-12-02T12:00:00Z","lines":[]}"#,
    ] {
        fs::write(lines_path(&paths), text).unwrap();
        let error = Lines::load(&paths).unwrap_err();
        assert_eq!(
            (error.category.exit_code(), error.code.as_str()),
            (11, "local.broken"),
            "{text}"
        );
        assert_eq!(error.hints, ["hotel search"]);
    }
    searched().save(&paths).unwrap();
    assert!(Lines::load(&paths).unwrap().is_some());
}

#[test]
fn a_line_is_picked_while_its_offer_holds() {
    let (_folder, paths) = home();
    let now = at("2026-12-02T12:20:00Z");
    let code = |number, server: &str| {
        Lines::pick(&paths, number, server, Some(now)).unwrap_err().code.clone()
    };
    assert_eq!(code(1, SERVER), "lines.none");
    searched().save(&paths).unwrap();
    assert_eq!(Lines::pick(&paths, 2, SERVER, Some(now)).unwrap().n, 2);
    assert_eq!(code(1, SERVER), "lines.expired");
    assert_eq!(Lines::pick(&paths, 1, SERVER, None).unwrap().n, 1, "at a price of one's own");
    assert_eq!(code(3, SERVER), "lines.not_found");
    assert_eq!(code(2, "http://other"), "lines.other_server");
}
