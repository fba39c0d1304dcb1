//! The frame around every screen: whose desk, the link, the clock; the tabs; what was said last; the keys.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::desk::{Desk, SIZE_MIN};
use super::keys::Action;
use super::message::Link;
use super::model::{Model, TABS};
use super::text::{cut, safe, width};
use crate::commands::words::ago;
use crate::output::style::Tone;

/// Draws all of it.
pub(crate) fn view(model: &Model, frame: &mut Frame<'_>) {
    let desk = &model.desk;
    let area = frame.area();
    if desk.is_too_small() {
        let (columns, lines) = SIZE_MIN;
        let text = format!("hotel needs {columns}x{lines}, this is {}x{}", area.width, area.height);
        frame.render_widget(Paragraph::new(text), area);
        return;
    }
    let [head, tabs, body, said, keys] = rows(area);
    frame.render_widget(Paragraph::new(head_line(desk, head.width)), head);
    frame.render_widget(Paragraph::new(tab_line(model)), tabs);
    model.front().view(desk, frame, body);
    frame.render_widget(Paragraph::new(said_line(model, said.width)), said);
    frame.render_widget(Paragraph::new(key_line(model, keys.width)), keys);
    for overlay in &model.overlays {
        let is_palette = matches!(overlay, super::overlays::Overlay::Palette(_));
        overlay.view(desk, frame, if is_palette { keys } else { body });
    }
}

fn rows(area: Rect) -> [Rect; 5] {
    Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area)
}

/// Returns where the screen stands.
pub(crate) fn body((columns, lines): (u16, u16)) -> Rect {
    rows(Rect::new(0, 0, columns, lines))[2]
}

/// Returns the tab at a column of the line of tabs.
pub(crate) fn tab_at(column: u16) -> Option<u8> {
    let mut x = 1;
    for (number, name) in TABS {
        let wide = u16::try_from(name.len()).unwrap_or(0) + 2;
        if (x..x + wide).contains(&column) {
            return Some(number);
        }
        x += wide + 2;
    }
    None
}

fn head_line(desk: &Desk, columns: u16) -> Line<'static> {
    let theme = desk.theme;
    let hotel = desk.hotel.map(|hotel| hotel.to_string()).unwrap_or_default();
    let whose = format!(" hotel  {} {hotel}  {}", desk.whose.profile, desk.whose.user);
    let clock = match desk.zone() {
        Some(zone) => {
            format!("{} ", zone.local(desk.now).strftime("%a %d %b %H:%M"))
        }
        None => desk.now.strftime("%a %d %b %H:%M UTC ").to_string(),
    };
    let (badge, style) = badge(desk);
    let waiting = queue_words(desk);
    let taken = width(&badge) + width(&waiting) + width(&clock) + 4;
    let left = usize::from(columns).saturating_sub(taken);
    let whose = cut(&whose, left, theme.is_ascii);
    let gap = usize::from(columns).saturating_sub(width(&whose) + taken - 2);
    let queue_tone = if desk.queue.conflicts > 0 { Tone::Bad } else { Tone::Warn };
    Line::from(vec![
        Span::styled(whose, theme.tone(Tone::Strong)),
        Span::raw(" ".repeat(gap)),
        Span::styled(badge, style),
        Span::raw("  "),
        Span::styled(waiting, theme.tone(queue_tone)),
        Span::raw(clock),
    ])
}

/// Returns how the link is, in words.
fn badge(desk: &Desk) -> (String, Style) {
    let theme = desk.theme;
    match desk.link {
        Link::Unknown => (format!("[{} …]", theme.sign("○", "o")), theme.tone(Tone::Dim)),
        Link::Live => {
            let took = desk.answer_ms.map(|ms| format!(" {ms} ms")).unwrap_or_default();
            (format!("[{} LIVE{took}]", theme.sign("●", "*")), theme.tone(Tone::Good))
        }
        Link::Lost(since) => {
            let data = desk.stale_since.map(|at| {
                let local = desk.zone().map_or_else(
                    || at.strftime("%H:%M").to_string(),
                    |zone| zone.local(at).strftime("%H:%M").to_string(),
                );
                format!(" | data {local}")
            });
            let text = format!("[! OFFLINE {}{}]", ago(since, desk.now), data.unwrap_or_default());
            (text, theme.tone(Tone::Bad))
        }
    }
}

fn queue_words(desk: &Desk) -> String {
    let queue = desk.queue;
    let mut parts = Vec::new();
    if queue.waiting + queue.held > 0 {
        parts.push(format!("~{}", queue.waiting + queue.held));
    }
    if queue.conflicts > 0 {
        parts.push(format!("!{} conflict", queue.conflicts));
    }
    if parts.is_empty() { String::new() } else { format!("{}  ", parts.join(" ")) }
}

fn tab_line(model: &Model) -> Line<'static> {
    let theme = model.desk.theme;
    let mut spans = vec![Span::raw(" ")];
    for (number, name) in TABS {
        let is_shown = number == model.at;
        let style = if is_shown { theme.title(true) } else { theme.tone(Tone::Plain) };
        spans.push(Span::styled(number.to_string(), theme.key()));
        spans.push(Span::styled(format!(" {name}"), style));
        spans.push(Span::raw("  "));
    }
    Line::from(spans)
}

/// Returns what was said last; while something is on its way, that.
fn said_line(model: &Model, columns: u16) -> Line<'static> {
    let theme = model.desk.theme;
    let columns = usize::from(columns).saturating_sub(1);
    if let Some(notice) = &model.desk.notice {
        let text = cut(notice.text.as_str(), columns, theme.is_ascii);
        return Line::styled(format!(" {text}"), theme.tone(notice.tone));
    }
    let Some(step) = model.desk.journey.latest().next() else { return Line::default() };
    let text = cut(&format!("$ {}", safe(&step.line)), columns, theme.is_ascii);
    Line::styled(format!(" {text}"), theme.tone(Tone::Dim))
}

fn key_line(model: &Model, columns: u16) -> Line<'static> {
    let theme = model.desk.theme;
    let offers = model.front().offers(&model.desk);
    let hinted = offers.iter().filter(|offer| offer.is_hinted && offer.why_not.is_none());
    let hinted = hinted.map(|offer| (offer.action, offer.words()));
    let always = [(Action::Palette, "command"), (Action::Help, "help")];
    let mut spans = vec![Span::raw(" ")];
    let mut left = usize::from(columns).saturating_sub(1);
    let kept: usize = always
        .iter()
        .map(|(action, words)| width(&model.desk.key(*action)) + width(words) + 3)
        .sum();
    let mut room = left.saturating_sub(kept);
    let hints: Vec<(Action, &str)> = hinted
        .take_while(|(action, words)| {
            let wide = width(&model.desk.key(*action)) + width(words) + 3;
            let fits = wide <= room;
            room = room.saturating_sub(wide);
            fits
        })
        .collect();
    for (action, words) in hints.into_iter().chain(always) {
        let key = model.desk.key(action);
        let wide = width(&key) + width(words) + 3;
        if wide > left {
            break;
        }
        left -= wide;
        spans.push(Span::styled(key, theme.key()));
        spans.push(Span::raw(format!(" {words}  ")));
    }
    Line::from(spans)
}
