//! The line of a search: place, nights and flags, where what is left out stays as it was.

use jiff::Span;
use jiff::civil::Date;

use crate::when::When;

/// What was searched for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Target {
    place: String,
    when: String,
    flags: Vec<String>,
}

/// Returns the words of `hotel search` for a line, and what they search for. A line may leave out the place, the
/// nights, or both: they stay as they were.
pub(super) fn words_of(
    typed: &str,
    before: Option<&Target>,
    usual: Option<&str>,
) -> (Vec<String>, Target) {
    let all = shlex::split(typed).unwrap_or_else(|| vec![typed.to_owned()]);
    let first_flag = all.iter().position(|word| word.starts_with("--")).unwrap_or(all.len());
    let (bare, flags) = all.split_at(first_flag);
    let mut target = before.cloned().unwrap_or_default();
    match bare {
        [] => {}
        [one] if When::parse(one).is_ok() => target.when.clone_from(one),
        [one] => target.place.clone_from(one),
        [place @ .., when] => {
            target.place = place.join(" ");
            target.when.clone_from(when);
        }
    }
    if !flags.is_empty() {
        target.flags = flags.to_vec();
    }
    if target.place.is_empty() {
        usual.unwrap_or_default().clone_into(&mut target.place);
    }
    // Nights are meant where a plain number follows the day, as the trade writes them.
    let plain = target.when.rsplit_once('+').map(|(_, rest)| rest);
    if plain.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit())) {
        target.when.push('n');
    }
    let mut words = vec!["search".to_owned(), target.place.clone()];
    if !target.when.is_empty() {
        words.push(target.when.clone());
    }
    words.extend(target.flags.iter().cloned());
    if !target.flags.iter().any(|flag| flag.starts_with("--limit")) {
        words.extend(["--limit".to_owned(), "50".to_owned()]);
    }
    (words, target)
}

/// Returns the line that searches for the same some days later.
pub(super) fn shifted(target: &Target, days: i64, today: Date) -> Option<String> {
    let (check_in, check_out) = When::parse(&target.when).ok()?.resolve(today).ok()?;
    let span = Span::new().days(days);
    let check_in = check_in.checked_add(span).ok()?;
    let check_out = check_out.checked_add(span).ok()?;
    if check_in < today {
        return None;
    }
    let stay = format!("{check_in}..{check_out}");
    let parts = [target.place.as_str(), &stay].into_iter();
    Some(parts.chain(target.flags.iter().map(String::as_str)).collect::<Vec<_>>().join(" "))
}

/// Returns what the nights of a line mean, in words.
pub(super) fn echo(typed: &str, today: Date) -> Option<String> {
    let (_, target) = words_of(typed, None, None);
    let (check_in, check_out) = When::parse(&target.when).ok()?.resolve(today).ok()?;
    Some(crate::when::stay_words(check_in, check_out))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_is_left_out_stays_as_it_was() {
        let (words, first) = words_of("ber fri+2 --adults 3", None, Some("BER-ADLER"));
        assert_eq!(words.join(" "), "search ber fri+2n --adults 3 --limit 50");
        let table = [
            ("sat+1n", "search ber sat+1n --adults 3 --limit 50"),
            ("muc", "search muc fri+2n --adults 3 --limit 50"),
            ("", "search ber fri+2n --adults 3 --limit 50"),
            (
                "new york 24dec+3n --refundable",
                "search 'new york' 24dec+3n --refundable --limit 50",
            ),
        ];
        for (typed, expected) in table {
            let (words, _) = words_of(typed, Some(&first), None);
            assert_eq!(shlex::try_join(words.iter().map(String::as_str)).unwrap(), expected);
        }
        let (words, _) = words_of("fri+2n", None, Some("BER-ADLER"));
        assert_eq!(words.join(" "), "search BER-ADLER fri+2n --limit 50");
    }

    #[test]
    fn the_next_day_is_the_same_stay_a_day_later() {
        let (_, target) = words_of("ber 2026-12-04+2n", None, None);
        let today = date(2026, 12, 4);
        assert_eq!(shifted(&target, 1, today).unwrap(), "ber 2026-12-05..2026-12-07");
        assert_eq!(shifted(&target, -1, today), None, "nobody arrives yesterday");
    }
}
