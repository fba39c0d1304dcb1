use super::closest;

#[test]
fn the_nearest_word_is_meant() {
    let known = ["server", "hotel", "output", "token", "tz"];
    for (word, expect) in [
        ("sever", Some("server")),
        ("hotle", Some("hotel")),
        ("OUTPUT", Some("output")),
        ("tokne", Some("token")),
        ("breakfast", None),
        ("", None),
    ] {
        assert_eq!(closest(word, known), expect, "{word}");
    }
}
