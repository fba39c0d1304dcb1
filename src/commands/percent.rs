//! Shares as people write them: `-10%`, `12.5%`.

use hotel_core::money::BasisPoints;

/// Reads `-10%` or `12.5%` as hundredths of a percent.
pub(crate) fn parse_percent(text: &str) -> Option<BasisPoints> {
    let number = text.strip_suffix('%')?;
    let (sign, number) = match number.strip_prefix('-') {
        Some(number) => (-1, number),
        None => (1, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || fraction.len() > 2 || !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let points: i32 = format!("{whole}{fraction:0<2}").parse().ok()?;
    BasisPoints::try_from(sign * points).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(text: &str) -> Option<i32> {
        parse_percent(text).map(BasisPoints::get)
    }

    #[test]
    fn percents_are_hundredths() {
        assert_eq!(percent("-10%"), Some(-1_000));
        assert_eq!(percent("+12.5%"), Some(1_250));
        assert_eq!(percent("0.05%"), Some(5));
        for text in ["10", "%", "1.234%", "--1%", "9999999999%", "-101%"] {
            assert_eq!(percent(text), None, "{text}");
        }
    }
}
