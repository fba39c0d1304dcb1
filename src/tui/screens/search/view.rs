//! How a search looks.

use hotel_core::money::Money;
use hotel_core::wire::search::Offer;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use tui_input::Input;

use super::line::echo;
use super::{Found, Search};
use crate::commands::words::{meals_word, payment_word, short_instant};
use crate::output::style::Tone;
use crate::tui::desk::Desk;
use crate::tui::text::{cut, safe, wrap};
use crate::tui::widgets::{Cells, Column, draw_table, pane};

/// Fewer rooms than this are worth a warning.
const LEFT_FEW: i64 = 3;

/// How many lines the comparison takes.
const BESIDE: u16 = 8;

pub(super) fn view(search: &Search, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
    let [top, body, beside] =
        Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(BESIDE)])
            .areas(area);
    view_line(search, desk, frame, top);
    view_found(search, desk, frame, body);
    view_chosen(search, desk, frame, beside);
}

fn view_line(search: &Search, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
    let theme = desk.theme;
    let typed = search.input.value();
    let mut spans = vec![Span::styled(" > ", theme.key()), Span::raw(safe(typed).into_owned())];
    if let Some(ghost) = search.ghost(desk).filter(|_| search.is_typing) {
        spans.push(Span::styled(ghost, theme.tone(Tone::Dim)));
    }
    if typed.is_empty() {
        let hint = "place and nights, as in ber fri+2n --adults 3";
        spans.push(Span::styled(hint, theme.tone(Tone::Dim)));
    } else if let Some(meant) = echo(typed, desk.today()) {
        spans.push(Span::styled(format!("   => {meant}"), theme.tone(Tone::Dim)));
    }
    frame.render_widget(Paragraph::new(Line::from(spans)), area);
    if search.is_typing {
        let x = area.x + 3 + u16::try_from(Input::visual_cursor(&search.input)).unwrap_or(0);
        frame.set_cursor_position((x.min(area.right().saturating_sub(1)), area.y));
    }
}

fn view_found(search: &Search, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
    const COLUMNS: [Column; 9] = [
        Column::number("#", 3),
        Column::wide("hotel", 10),
        Column::wide("name", 8).since(90),
        Column::fixed("room", 5),
        Column::fixed("rate", 8),
        Column::fixed("meals", 9),
        Column::number("total", 14),
        Column::fixed("free until", 13),
        Column::number("left", 4),
    ];
    let rows = &search.rows;
    let count = rows.items().len();
    let title = match &search.fetched.error {
        Some(error) => error.message.clone(),
        None if search.fetched.is_first() => "searching …".to_owned(),
        None if search.before.is_some() && count == 0 => "nothing can be had".to_owned(),
        None => format!("Offers {count}"),
    };
    let inner = pane(&title, !search.is_typing, desk, frame, area);
    if count == 0 {
        let hint = "W puts a guest on the waiting list; [ and ] look a day before and after";
        let hint = search.reasons.last().map(|_| hint.to_owned());
        let error = search.fetched.error.iter().flat_map(|error| error.why.iter().cloned());
        let columns = usize::from(inner.width);
        let texts = search.reasons.iter().cloned().chain(error).chain(hint);
        let lines = texts.flat_map(|text| wrap(&text, columns)).map(Line::raw);
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
        return;
    }
    let row = |at: usize| cells(search, &rows.items()[at]);
    let selected = (!search.is_typing).then_some(rows.at());
    draw_table(&COLUMNS, (count, selected), row, desk, (frame, inner));
}

fn cells(search: &Search, found: &Found) -> Cells {
    let offer = &found.offer;
    let zone = offer.zone.parse().ok();
    let (free, tone) = match offer.free_until {
        Some(until) => {
            let text = short_instant(until, zone.as_ref());
            (text.split_once(' ').map(|(_, rest)| rest.to_owned()).unwrap_or(text), Tone::Plain)
        }
        None => ("never".to_owned(), Tone::Warn),
    };
    let sign = if search.rows.is_marked(found) { '*' } else { ' ' };
    Cells::new(sign)
        .text(found.n.to_string())
        .text(offer.hotel.to_string())
        .text(offer.hotel_name.clone())
        .text(offer.room_type.to_string())
        .text(offer.rate_plan.to_string())
        .text(meals_word(offer.meals))
        .toned(offer.total.to_string(), Tone::Strong)
        .toned(free, tone)
        .toned(offer.left.to_string(), if offer.left < LEFT_FEW { Tone::Warn } else { Tone::Plain })
}

/// Shows what is selected beside what is marked: price by night, taxes, terms.
fn view_chosen(search: &Search, desk: &Desk, frame: &mut Frame<'_>, area: Rect) {
    let mut shown: Vec<&Found> = search.rows.current().into_iter().collect();
    let marked = search.rows.items().iter().filter(|found| search.rows.is_marked(found));
    for found in marked {
        if !shown.iter().any(|known| known.n == found.n) {
            shown.push(found);
        }
    }
    shown.truncate(3);
    if shown.is_empty() {
        return;
    }
    let shares = vec![Constraint::Ratio(1, u32::try_from(shown.len()).unwrap_or(1)); shown.len()];
    for (found, area) in shown.iter().zip(Layout::horizontal(shares).split(area).iter()) {
        let title = format!("{} {}", found.n, found.offer.room_type_name);
        let inner = pane(&title, false, desk, frame, *area);
        let columns = usize::from(inner.width);
        let lines = chosen_lines(&found.offer, desk).into_iter().flat_map(|(text, tone)| {
            let style = desk.theme.tone(tone);
            wrap(&text, columns).into_iter().map(move |part| Line::styled(part, style))
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inner);
    }
}

fn chosen_lines(offer: &Offer, desk: &Desk) -> Vec<(String, Tone)> {
    let money = |minor: i64| Money::new(minor, offer.total.currency).amount();
    let nights = offer
        .stay
        .nights()
        .zip(&offer.nights)
        .map(|(night, minor)| format!("{} {}", night.strftime("%a %-d"), money(*minor)));
    let mut lines = vec![
        (nights.collect::<Vec<_>>().join("  "), Tone::Plain),
        (format!("{}, {}", offer.rate_plan_name, payment_word(offer.payment)), Tone::Plain),
    ];
    let taxes = offer.price.taxes.iter().map(|tax| {
        let included = if tax.included { " included" } else { "" };
        format!("{} {}{included}", tax.code, money(tax.minor))
    });
    let taxes = taxes.collect::<Vec<_>>().join("  ");
    if !taxes.is_empty() {
        lines.push((taxes, Tone::Plain));
    }
    if offer.cancel_fee_now.minor > 0 {
        lines.push((format!("cancelling costs {} now", offer.cancel_fee_now), Tone::Warn));
    }
    let quote = if desk.now < offer.expires_at {
        let zone = offer.zone.parse().ok();
        (format!("quoted until {}", short_instant(offer.expires_at, zone.as_ref())), Tone::Dim)
    } else {
        ("quote expired: R asks anew".to_owned(), Tone::Warn)
    };
    lines.push(quote);
    lines.push((cut(&offer.city, 30, desk.theme.is_ascii), Tone::Dim));
    lines
}
