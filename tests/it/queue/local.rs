//! A journal that can't be used: the change ends with 11 and a sentence that says why, nothing is sent, and
//! nothing that waited is lost (ux.md 2.3, rule 1).

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::{Link, journal, journal_path};
use crate::harness::{HOTEL, Said};

const BOOK: &str = "book BER-ADLER STD +30d+1n --rate BAR --max-price 900EUR --guest 'OKAFOR, ADA' \
     --guarantee agency";

/// A link over which one booking waits, while it is there again.
fn with_one_that_waits() -> (Link, Value) {
    let link = Link::new();
    link.cut();
    let op = link.waits(BOOK)["op"].clone();
    link.mend();
    (link, op)
}

/// Asserts that neither a change nor a replay does anything, for a reason.
#[track_caller]
fn is_refused(link: &Link, code: &str, sentence: &str) {
    for line in [BOOK, "queue run"] {
        let asked = link.proxy.asked().len();
        let problem = link.typed(&format!("{line} --json")).expect_problem(11, code);
        let message = problem["error"]["message"].as_str().expect("a sentence");
        assert!(message.contains(sentence), "{line}: {message}");
        let posts = link.proxy.asked().split_off(asked);
        assert!(posts.iter().all(|asked| asked.method() == "GET"), "{line} sent something");
    }
    assert_eq!(link.count("booking.requested"), 0, "nothing was sent");
    // What only reads needs no journal.
    link.typed("hotels show BER-ADLER").expect(0);
}

/// Asserts that what waited waits still, and is done once.
#[track_caller]
fn is_whole(link: &Link, op: &Value) {
    assert_eq!(link.json("queue ls")[0]["op"], *op);
    link.typed("queue run").expect(0);
    assert_eq!((link.state(op), link.count("booking.requested")), ("applied".to_owned(), 1));
}

#[test]
fn a_journal_that_another_process_holds() {
    let (link, op) = with_one_that_waits();
    let holder = journal(link.home().path());
    holder.execute_batch("BEGIN IMMEDIATE").expect("the journal is held");
    is_refused(&link, "local.busy", "another process holds");
    holder.execute_batch("ROLLBACK").expect("the journal is let go");
    is_whole(&link, &op);
}

#[test]
fn a_journal_of_a_newer_version() {
    let (link, op) = with_one_that_waits();
    let newer = journal(link.home().path());
    let ours: i32 = newer.pragma_query_value(None, "user_version", |row| row.get(0)).expect("one");
    newer.pragma_update(None, "user_version", 99).expect("a newer one");
    is_refused(&link, "local.newer", "was written by a newer version");
    newer.pragma_update(None, "user_version", ours).expect("the one before");
    is_whole(&link, &op);
}

#[test]
fn a_journal_that_is_damaged_in_its_middle() {
    let (link, op) = with_one_that_waits();
    let path = journal_path(link.home().path());
    let moved = journal(link.home().path());
    moved
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0))
        .expect("all of it in one file");
    drop(moved);
    let whole = std::fs::read(&path).expect("the journal");
    let mut damaged = whole.clone();
    // The header stays; the tables begin after it.
    damaged[4_096..].fill(0xa5);
    std::fs::write(&path, &damaged).expect("a damaged one");
    is_refused(&link, "local.broken", "is damaged");
    assert_eq!(std::fs::read(&path).expect("the journal"), damaged, "it was left as it is");
    std::fs::write(&path, &whole).expect("the journal again");
    is_whole(&link, &op);
}

/// Runs a script beside which the folder of a profile lies on a disk of a few pages; `false` if no such disk
/// can be had here.
fn on_a_small_disk(link: &Link, folder: &Path, script: &str) -> bool {
    let script = format!(
        "set -eu
        mkdir \"$kept\" && cp -a \"$folder\"/. \"$kept\"
        mount -t tmpfs -o size=256k tmpfs \"$folder\" || exit 77
        cp -a \"$kept\"/. \"$folder\"
        dd if=/dev/zero of=\"$folder/rest\" bs=4k >/dev/null 2>&1 || true
        {script}
        cp -a \"$folder\"/journal.db* \"$kept\""
    );
    let ended = Command::new("unshare")
        .args(["--mount", "sh", "-c", &script])
        .env_clear()
        .env("PATH", "/usr/bin:/bin:/usr/sbin:/sbin")
        .env("HOTEL_HOME", link.home().path())
        .env("HOTEL_SERVER", link.proxy.url())
        .env("hotel", HOTEL)
        .env("folder", folder)
        .env("kept", kept_at(link))
        .status();
    let Ok(ended) = ended else { return false };
    assert!(ended.success() || matches!(ended.code(), Some(1 | 77)), "{ended:?}");
    ended.success()
}

fn kept_at(link: &Link) -> PathBuf {
    link.home().path().join("kept")
}

/// Reads what a script noted of a run.
fn noted(link: &Link, name: &str) -> Said {
    let read = |ending: &str| {
        let path = link.home().path().join(format!("{name}.{ending}"));
        std::fs::read_to_string(path).expect("what was noted")
    };
    let code = read("code").trim().parse().ok();
    Said { args: vec![name.to_owned()], code, stdout: read("out"), stderr: read("err") }
}

#[test]
fn a_disk_that_is_full() {
    let (link, op) = with_one_that_waits();
    let path = journal_path(link.home().path());
    let folder = path.parent().expect("its folder").to_owned();
    let script = format!(
        "note() {{
          name=$1; shift
          code=0
          \"$hotel\" \"$@\" >\"$HOTEL_HOME/$name.out\" 2>\"$HOTEL_HOME/$name.err\" || code=$?
          echo $code >\"$HOTEL_HOME/$name.code\"
        }}
        note book {BOOK} --json
        note queue queue run --json
        rm \"$folder/rest\"
        note after queue ls --json"
    );
    if !on_a_small_disk(&link, &folder, &script) {
        println!("skipped: no disk can be mounted here");
        return;
    }
    for name in ["book", "queue"] {
        let problem = noted(&link, name).expect_problem(11, "local.full");
        let message = problem["error"]["message"].as_str().expect("a sentence");
        assert!(message.contains("there is no room for"), "{name}: {message}");
    }
    let after: Value = serde_json::from_str(&noted(&link, "after").stdout).expect("JSON");
    assert_eq!((after.as_array().map(Vec::len), &after[0]["op"]), (Some(1), &op), "{after}");
    assert_eq!(link.count("booking.requested"), 0, "nothing was sent");
    is_whole(&link, &op);
}

#[test]
fn a_file_that_may_not_grow() {
    let (link, op) = with_one_that_waits();
    let output = Command::new("sh")
        // The signal would end the process before it can say anything.
        .args(["-c", &format!("trap '' XFSZ; ulimit -f 1; exec \"$hotel\" {BOOK} --json")])
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("HOTEL_HOME", link.home().path())
        .env("HOTEL_SERVER", link.proxy.url())
        .env("hotel", HOTEL)
        .output();
    let said = Said::from_output(&[], output.expect("a shell"));
    let problem = said.expect_problem(11, "local.io");
    let message = problem["error"]["message"].as_str().expect("a sentence");
    assert!(message.contains("cannot read or write"), "{message}");
    assert_eq!(link.count("booking.requested"), 0, "nothing was sent");
    is_whole(&link, &op);
}
