//! Charts and pictures of made-up reports.

use hotel_core::wire::report::ReportBy;

use super::asked::MonthArg;
use super::chart::chart_lines;
use super::series::{Point, Series, Unit, group_text};
use super::svg::svg_text;

fn series(unit: Unit, is_time: bool, points: &[(&str, Option<i64>)]) -> Series {
    let points =
        points.iter().map(|(label, value)| Point { label: (*label).to_owned(), value: *value });
    Series {
        title: "Occupancy".to_owned(),
        period: "2026-12-01 to 2026-12-31".to_owned(),
        unit,
        is_time,
        points: points.collect(),
    }
}

fn many(count: i64) -> Series {
    let labels: Vec<String> = (0..count).map(|day| format!("day {day}")).collect();
    let points: Vec<(&str, Option<i64>)> = labels
        .iter()
        .zip(0..)
        .map(|(label, day)| (label.as_str(), (day != 3).then_some(day * 1_000 / count)))
        .collect();
    series(Unit::Share, true, &points)
}

#[test]
fn words_stand_beside_bars() {
    let few = [
        ("direct", Some(634)),
        ("online agency", Some(317)),
        ("GDS", Some(1)),
        ("(not known)", None),
        ("Li\u{1b}[2J", Some(0)),
    ];
    let series = series(Unit::Share, false, &few);
    insta::assert_snapshot!(chart_lines(&series, 50, false).join("\n"), @r"
    Occupancy, 2026-12-01 to 2026-12-31
     direct         63.4 %  ██████████████████████████
     online agency  31.7 %  █████████████
     GDS             0.1 %  ▏
     (not known)         -
     Li␛[2J          0.0 %
    ");
    insta::assert_snapshot!(chart_lines(&series, 50, true).join("\n"), @r"
    Occupancy, 2026-12-01 to 2026-12-31
     direct         63.4 %  ##########################
     online agency  31.7 %  #############
     GDS             0.1 %  #
     (not known)         -
     Li␛[2J          0.0 %
    ");
}

#[test]
fn many_days_stand_as_columns() {
    insta::assert_snapshot!(chart_lines(&many(31), 80, false).join("\n"), @r"
    Occupancy, 2026-12-01 to 2026-12-31
      96.7 %                                                       ▂ ▄ ▆ █
                                                           ▁ ▃ ▅ ▇ █ █ █ █
                                                   ▁ ▃ ▅ ▇ █ █ █ █ █ █ █ █
                                             ▂ ▄ ▆ █ █ █ █ █ █ █ █ █ █ █ █
                                     ▂ ▄ ▆ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
                             ▁ ▃ ▅ ▇ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
                     ▁ ▃ ▅ ▇ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
           0   ▂ ▄   █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █ █
             day 0                                                   day 30
    ");
    insta::assert_snapshot!(chart_lines(&many(31), 80, true).join("\n"), @r"
    Occupancy, 2026-12-01 to 2026-12-31
      96.7 %                                                       . : : #
                                                           . . : : # # # #
                                                   . . : : # # # # # # # #
                                             . : : # # # # # # # # # # # #
                                     . : : # # # # # # # # # # # # # # # #
                             . . : : # # # # # # # # # # # # # # # # # # #
                     . . : : # # # # # # # # # # # # # # # # # # # # # # #
           0   . :   # # # # # # # # # # # # # # # # # # # # # # # # # # #
             day 0                                                   day 30
    ");
}

#[test]
fn more_days_than_columns_share_one() {
    let lines = chart_lines(&many(400), 80, false);
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{}", lines.join("\n"));
    assert!(lines.last().unwrap().contains("the average of 6"), "{}", lines.join("\n"));
}

#[test]
fn an_empty_chart_draws_nothing_and_falls_over_nothing() {
    for is_time in [false, true] {
        let nothing = series(Unit::Count, is_time, &[]);
        assert_eq!(chart_lines(&nothing, 20, false).len(), 1);
        assert!(svg_text(&[nothing]).ends_with("</svg>\n"));
    }
    assert!(svg_text(&[]).contains("Nothing to draw"));
}

/// Checks that tags open and close as XML wants it, and that no bare sign of it stands in a text.
fn check_well_formed(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    let body = svg.split_once("?>").unwrap().1;
    for piece in body.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect(piece);
        for entity in text.split('&').skip(1).chain(tag.split('&').skip(1)) {
            let name = entity.split_once(';').expect(entity).0;
            assert!(matches!(name, "amp" | "lt" | "gt" | "quot" | "#39"), "{entity}");
        }
        assert!(!text.contains('>') && tag.matches('"').count() % 2 == 0, "{piece}");
        let name = tag.split([' ', '/']).find(|word| !word.is_empty()).unwrap();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "{piece}");
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_picture_is_well_formed_whatever_its_words() {
    let evil = [("</svg><script>alert('1')</script>", Some(5)), ("\u{0}\u{8}&\"", Some(1_000))];
    let money = Unit::Amount("EUR".parse().unwrap());
    for picture in
        [svg_text(&[series(money, false, &evil)]), svg_text(&[many(31), many(400)]), svg_text(&[])]
    {
        check_well_formed(&picture);
        assert!(!picture.contains("<script"), "{picture}");
        assert!(picture.contains("role=\"img\"") && picture.contains("<desc"), "{picture}");
    }
}

#[test]
fn groups_are_written_for_people() {
    let check = |by, group, text| assert_eq!(group_text(by, group), text);
    check(Some(ReportBy::Day), Some("2026-12-24"), "Thu 24 Dec 2026");
    check(Some(ReportBy::Month), Some("2026-12"), "Dec 2026");
    check(Some(ReportBy::Channel), Some("2026-12"), "2026-12");
    check(Some(ReportBy::Country), None, "(not known)");
    check(None, Some("15-30"), "15-30");
}

#[test]
fn a_month_is_a_year_and_a_month() {
    assert_eq!("2026-12".parse::<MonthArg>().unwrap().0.to_string(), "2026-12-01");
    for wrong in ["2026-13", "2026", "dec", "2026-1", "2026-12-01"] {
        assert!(wrong.parse::<MonthArg>().is_err(), "{wrong}");
    }
}
