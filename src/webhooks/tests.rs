use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use super::schedule::{TRIED_FOR_MAX, next_try, pause_after};
use super::secret::Secrets;
use super::target::Target;

const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

#[test]
fn a_letter_is_signed_as_the_published_example_is() {
    let secrets = Secrets::load(None, Some(SECRET.to_owned())).unwrap();
    let body = br#"{"test": 2432232314}"#;
    let signature = secrets.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
    assert_eq!(signature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    // A new secret beside the old one: both sign.
    let both = format!("{SECRET}\nwhsec_{}\n", "A".repeat(32));
    let both = Secrets::load(None, Some(both)).unwrap();
    let signatures = both.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
    assert_eq!(signatures.split(' ').next(), Some(signature.as_str()));
    assert_eq!(signatures.split(' ').count(), 2);
    assert!(!format!("{both:?}").contains("MfKQ"), "{both:?}");
}

#[test]
fn what_is_no_secret_is_refused_and_not_told() {
    for text in ["", "secret", "whsec_", "whsec_!!!", "whsec_AAAA", &format!("{SECRET} other")] {
        let error = Secrets::load(None, Some(text.to_owned())).unwrap_err();
        assert_eq!(
            (error.code.as_str(), error.category.exit_code()),
            ("config.value", 2),
            "{text}"
        );
        assert!(!format!("{error:?}").contains("MfKQ"), "{error:?}");
    }
    assert_eq!(Secrets::load(None, None).unwrap_err().code, "usage.missing_argument");
}

#[cfg(unix)]
#[test]
fn a_secret_that_others_can_read_is_not_used() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("webhook.secret");
    std::fs::write(&path, SECRET).unwrap();
    let set =
        |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
    set(0o644);
    assert_eq!(Secrets::load(Some(&path), None).unwrap_err().code, "config.secret_exposed");
    set(0o600);
    Secrets::load(Some(&path), None).unwrap();
}

#[test]
fn events_travel_in_the_clear_only_within_this_machine_and_addresses_hold_no_secret() {
    for text in
        ["https://pms.example.com/hooks?x=1", "http://127.0.0.1:8080/", "http://localhost/x"]
    {
        assert!(text.parse::<Target>().is_ok(), "{text}");
    }
    for text in ["http://pms.example.com/", "ftp://x/", "pms", "https://me:secret@pms.example.com/"]
    {
        assert!(text.parse::<Target>().is_err(), "{text}");
    }
    let target: Target = "https://pms.example.com/hooks#part".parse().unwrap();
    assert_eq!(target.as_str(), "https://pms.example.com/hooks");
}

#[test]
fn rule_6_pauses_double_from_a_second_to_an_hour_and_end_after_three_days() {
    let pauses: Vec<u64> = (1..=14).map(|attempts| pause_after(attempts, 0).as_secs()).collect();
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 3600, 3600]);
    assert_eq!(pause_after(u32::MAX, 0), Duration::from_hours(1));
    let spread = pause_after(13, 255);
    assert!(spread > Duration::from_mins(70) && spread < Duration::from_mins(75), "{spread:?}");
    let first = Timestamp::from_second(1_900_000_000).unwrap();
    let after = |span: SignedDuration| first.saturating_add(span).unwrap();
    let next = |span, asked| next_try((first, after(span)), 1, asked, 0);
    assert_eq!(next(SignedDuration::ZERO, None), Some(after(SignedDuration::from_secs(1))));
    let asked = Some(Duration::from_secs(90));
    assert_eq!(next(SignedDuration::ZERO, asked), Some(after(SignedDuration::from_secs(90))));
    // Nobody is left alone for longer than an hour because he says so.
    let days = Some(Duration::from_hours(48));
    assert_eq!(next(SignedDuration::ZERO, days), Some(after(SignedDuration::from_hours(1))));
    let last = TRIED_FOR_MAX - SignedDuration::from_secs(1);
    assert!(next(last, None).is_some());
    assert_eq!(next(TRIED_FOR_MAX, None), None);
}
