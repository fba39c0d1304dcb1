//! A chart as an SVG picture that needs nothing but itself: no script, no style from elsewhere, the
//! fonts of the system; with a title and a description for those who don't see it.

use std::fmt::Write as _;

use super::series::{Point, Series};
use crate::output::safe_text::SafeText;

/// The width of the picture.
const WIDTH: i64 = 960;

/// The height of one chart.
const HEIGHT: i64 = 420;

/// What stands around the plot: labels of the values, of the points, the title.
const LEFT: i64 = 96;
const RIGHT: i64 = 24;
const TOP: i64 = 72;
const BOTTOM: i64 = 84;

/// More points than this are a line.
const BARS_MAX: usize = 62;

/// Labels under the points at most.
const LABELS_MAX: usize = 12;

/// How wide a letter of a label is, in tenths of a unit; labels that don't fit stand aslant.
const LETTER_WIDTH: i64 = 75;

/// Steps of the axis at most.
const STEPS_MAX: i64 = 6;

/// A label is cut to so many letters.
const LABEL_LEN_MAX: usize = 18;

/// Points described in words at most.
const DESCRIBED_MAX: usize = 60;

/// Returns the picture of some series, one below the other.
pub(super) fn svg_text(all: &[Series]) -> String {
    let count = i64::try_from(all.len().max(1)).unwrap_or(1);
    let height = HEIGHT * count;
    let mut svg = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title desc\" \
         font-family=\"system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif\">\n"
    );
    let titles: Vec<&str> = all.iter().map(|series| series.title.as_str()).collect();
    let title = if titles.is_empty() { "Nothing to draw".to_owned() } else { titles.join("; ") };
    let words: Vec<String> = all.iter().map(described).collect();
    push(&mut svg, &format!("<title id=\"title\">{}</title>", escaped(&title)));
    push(&mut svg, &format!("<desc id=\"desc\">{}</desc>", escaped(&words.join(" "))));
    // An opaque ground, so that it reads the same on a dark page.
    push(&mut svg, &format!("<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#ffffff\"/>"));
    for (number, series) in (0..).zip(all) {
        draw(&mut svg, series, HEIGHT * number);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Draws one chart, so far down.
fn draw(svg: &mut String, series: &Series, down: i64) {
    let (top, step) = scale(series);
    push(svg, &format!("<g transform=\"translate(0 {down})\">"));
    let heading = "font-size=\"18\" font-weight=\"600\" fill=\"#1f2933\"";
    push(svg, &format!("<text x=\"{LEFT}\" y=\"30\" {heading}>{}</text>", escaped(&series.title)));
    let below = "font-size=\"13\" fill=\"#52606d\"";
    push(svg, &format!("<text x=\"{LEFT}\" y=\"50\" {below}>{}</text>", escaped(&series.period)));
    axis(svg, series, (top, step));
    if series.points.len() > BARS_MAX {
        line(svg, series, top);
    } else {
        bars(svg, series, top);
    }
    labels(svg, series);
    push(svg, "</g>");
}

/// Draws the values' axis with its lines.
fn axis(svg: &mut String, series: &Series, (top, step): (i64, i64)) {
    let mut value = 0;
    while value <= top {
        let y = y_of(value, top);
        let stroke = if value == 0 { "#7b8794" } else { "#e4e7eb" };
        let end = WIDTH - RIGHT;
        push(
            svg,
            &format!(
                "<line x1=\"{LEFT}\" y1=\"{y}\" x2=\"{end}\" y2=\"{y}\" stroke=\"{stroke}\"/>"
            ),
        );
        let (x, y) = (LEFT - 10, y + 4);
        let text = escaped(&series.unit.axis_text(value));
        push(
            svg,
            &format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"12\" text-anchor=\"end\" \
                 fill=\"#52606d\">{text}</text>"
            ),
        );
        value += step;
    }
}

fn bars(svg: &mut String, series: &Series, top: i64) {
    let slot = slot_width(series.points.len());
    // A tenth of the slot stays free on either side; at least one unit is drawn.
    let width = (slot * 8 / 10).clamp(10, 640);
    for (number, point) in (0..).zip(&series.points) {
        let Some(value) = point.value.filter(|value| *value > 0) else { continue };
        let x = LEFT * 10 + slot * number + (slot - width) / 2;
        let y = y_of(value, top);
        let height = y_of(0, top) - y;
        let said = escaped(&format!("{}: {}", label_of(point), series.unit.text(value)));
        push(
            svg,
            &format!(
                "<rect x=\"{}\" y=\"{y}\" width=\"{}\" height=\"{height}\" rx=\"1\" \
                 fill=\"#2f6690\"><title>{said}</title></rect>",
                tenth(x),
                tenth(width)
            ),
        );
    }
}

fn line(svg: &mut String, series: &Series, top: i64) {
    let slot = slot_width(series.points.len());
    let mut corners = String::new();
    for (number, point) in (0..).zip(&series.points) {
        let Some(value) = point.value else { continue };
        let x = LEFT * 10 + slot * number + slot / 2;
        let gap = if corners.is_empty() { "" } else { " " };
        write!(corners, "{gap}{},{}", tenth(x), y_of(value, top)).ok();
    }
    push(
        svg,
        &format!(
            "<polyline points=\"{corners}\" fill=\"none\" stroke=\"#2f6690\" stroke-width=\"2\" \
             stroke-linejoin=\"round\"/>"
        ),
    );
}

/// Writes the labels under the points: all of them, or every so many.
fn labels(svg: &mut String, series: &Series) {
    let count = series.points.len();
    let slot = slot_width(count);
    let every = count.div_ceil(LABELS_MAX).max(1);
    let shown: Vec<(i64, String)> = (0..)
        .zip(&series.points)
        .step_by(every)
        .map(|(number, point)| (number, label_of(point)))
        .collect();
    let longest = shown.iter().map(|(_, label)| label.chars().count()).max().unwrap_or(0);
    let room = slot * i64::try_from(every).unwrap_or(1);
    let is_aslant = i64::try_from(longest).unwrap_or(0) * LETTER_WIDTH > room;
    for (number, label) in shown {
        let x = tenth(LEFT * 10 + slot * number + slot / 2);
        let y = HEIGHT - BOTTOM + 20;
        let turned = if is_aslant {
            format!("text-anchor=\"end\" transform=\"rotate(-35 {x} {y})\"")
        } else {
            "text-anchor=\"middle\"".to_owned()
        };
        push(
            svg,
            &format!(
                "<text x=\"{x}\" y=\"{y}\" font-size=\"12\" fill=\"#52606d\" {turned}>{}</text>",
                escaped(&label)
            ),
        );
    }
}

/// Returns the room of one point, in tenths of a unit.
fn slot_width(count: usize) -> i64 {
    let count = i64::try_from(count.max(1)).unwrap_or(i64::MAX);
    (WIDTH - LEFT - RIGHT) * 10 / count
}

/// Returns how far down a value stands.
fn y_of(value: i64, top: i64) -> i64 {
    let space = i128::from(HEIGHT - TOP - BOTTOM);
    let up = i128::from(value.max(0)) * space / i128::from(top.max(1));
    HEIGHT - BOTTOM - i64::try_from(up).unwrap_or(0)
}

/// Returns where the axis ends and its steps: 1, 2 or 5 of a power of ten of what people count in.
fn scale(series: &Series) -> (i64, i64) {
    let whole = series.unit.whole();
    let needed = series.top();
    let mut unit = whole;
    loop {
        for times in [1, 2, 5] {
            let step = unit.saturating_mul(times);
            let steps = needed / step + i64::from(needed % step != 0);
            if steps <= STEPS_MAX {
                return (step.saturating_mul(steps), step);
            }
        }
        unit = unit.saturating_mul(10);
    }
}

/// Writes tenths of a unit.
fn tenth(value: i64) -> String {
    format!("{}.{}", value / 10, value % 10)
}

/// Says in words what a chart shows.
fn described(series: &Series) -> String {
    let said = series.points.iter().take(DESCRIBED_MAX).map(|point| {
        let value = point.value.map_or_else(|| "nothing".to_owned(), |it| series.unit.text(it));
        format!("{}: {value}", label_of(point))
    });
    let words = said.collect::<Vec<String>>().join("; ");
    let more = if series.points.len() > DESCRIBED_MAX { "; and so on" } else { "" };
    format!("{}, {}. {words}{more}.", series.title, series.period)
}

fn label_of(point: &Point) -> String {
    let label = SafeText::line(&point.label);
    if label.as_str().chars().count() <= LABEL_LEN_MAX {
        return label.to_string();
    }
    let cut: String = label.as_str().chars().take(LABEL_LEN_MAX - 1).collect();
    format!("{cut}…")
}

/// Escapes text for XML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // What XML 1.0 can't hold at all.
            '\u{fffe}' | '\u{ffff}' => {}
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

fn push(svg: &mut String, line: &str) {
    svg.push_str(line);
    svg.push('\n');
}
