//! Places, dates and people as terse entries write them, in the words of the command line.

use crate::when::{When, WhenError};

/// Returns dates as the command line writes them: `fri+2` is `fri+2n`.
pub(super) fn dates(word: &str) -> Result<String, WhenError> {
    let word = word.to_lowercase();
    let whole = match word.rsplit_once('+') {
        Some((day, nights)) if !day.is_empty() && is_number(nights) => format!("{word}n"),
        _ => word,
    };
    When::parse(&whole)?;
    Ok(whole)
}

/// Tells whether a word is dates.
pub(super) fn is_dates(word: &str) -> bool {
    dates(word).is_ok()
}

/// Tells whether a word was meant as dates, whatever became of it.
pub(super) fn looks_like_dates(word: &str) -> bool {
    word.contains("..")
        || word.contains(['+', '/'])
        || (word.contains(|letter: char| letter.is_ascii_digit()) && !word.contains('-'))
}

/// Returns a place as the command line writes it: codes in capitals, names as they are.
pub(super) fn place(words: &[&str]) -> String {
    match words {
        [code] if code.len() <= 3 || code.contains('-') => code.to_uppercase(),
        names => names.join(" "),
    }
}

/// Tells whether a word can begin a place: two letters or more, so that no verb is taken for one.
pub(super) fn begins_a_place(word: &str) -> bool {
    let is_fit = |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '.');
    word.chars().count() >= 2 && word.starts_with(char::is_alphabetic) && word.chars().all(is_fit)
}

/// Returns a guest's name as the command line writes it: `Kelly/Joe` is `Kelly, Joe`.
pub(super) fn name(text: &str) -> Option<String> {
    let (family, given) = text.split_once('/')?;
    let (family, given) = (family.trim(), given.trim());
    let is_fit = |part: &str| !part.is_empty() && !part.contains(['/', ',']);
    (is_fit(family) && is_fit(given)).then(|| format!("{family}, {given}"))
}

/// Tells whether a text is a number without a sign.
pub(super) fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tells whether a text begins a telephone number.
pub(super) fn begins_a_number(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_digit() || matches!(letter, '+' | '('))
}
