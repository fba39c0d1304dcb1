//! Lengths of time as agents write them: `90s`, `20m`, `2h`, `3d`, `1w`.

use std::time::Duration;

/// Ten years, longer than anything the house remembers.
const SECONDS_MAX: u64 = 3660 * 86_400;

/// Why a text is not a length of time.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SpanError {
    /// Not a number with a unit.
    #[error("`{0}` is not a length of time: write 90s, 20m, 2h, 3d or 1w")]
    Unknown(String),
    /// Nothing at all.
    #[error("a length of time is more than zero")]
    Zero,
    /// Longer than ten years.
    #[error("`{0}` is longer than ten years")]
    TooLong(String),
}

/// Parses one number with one unit: s, m, h, d or w.
pub(crate) fn parse_span(text: &str) -> Result<Duration, SpanError> {
    let text = text.trim().to_lowercase();
    let unknown = || SpanError::Unknown(text.clone());
    let unit_at = text.find(|part: char| !part.is_ascii_digit()).ok_or_else(unknown)?;
    let (digits, unit) = text.split_at(unit_at);
    let seconds_per_unit: u64 = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3_600,
        "d" => 86_400,
        "w" => 604_800,
        _ => return Err(unknown()),
    };
    if digits.is_empty() {
        return Err(unknown());
    }
    let seconds = digits.parse::<u64>().ok().and_then(|count| count.checked_mul(seconds_per_unit));
    match seconds {
        Some(0) => Err(SpanError::Zero),
        Some(seconds) if seconds <= SECONDS_MAX => Ok(Duration::from_secs(seconds)),
        Some(_) | None => Err(SpanError::TooLong(text)),
    }
}
