//! Topics that are text.

use crate::when::FORMS;

/// Returns how nights are written.
pub(super) fn dates() -> String {
    format!("{DATES}\nIn one line: {FORMS}.\n")
}

const DATES: &str = "\
How nights are written

A stay is its first night and how long, or its first night and the day of leaving:

  fri+2n                    the next Friday, two nights
  tomorrow..sun             from tomorrow to the Sunday after it
  +3d+2n                    in three days, two nights
  24dec+3n                  the next 24 December, three nights
  24dec2026+3n              of that year
  2026-12-24+3n             the same
  2026-12-24..2026-12-27    the same, with the day of leaving

Where one night or one day is meant, the day alone will do: fri, 24dec, today.

- Everything is read in the hotel's own zone and by its business date, and repeated on stderr
  before anything is changed.
- The day of leaving is not a night of the stay.
- A weekday is the next one; today's own name is in a week.
- Days and months as numbers alone, as in 03/04, are refused: nobody can tell which is which.
- A stay has at most 365 nights.
";

/// What stdout can look like.
pub(super) const FORMATS: &str = "\
What stdout can look like

  -o table   columns or labelled fields for people; the usual one on a terminal
  -o json    one JSON value; --json is the same
  -o jsonl   one JSON value a line
  -o csv     RFC 4180, with a header
  -o tsv     tab-separated, with a header
  -o yaml    YAML
  -o ids     only the ids, one a line, for the next command

- In a pipe, without -o, lists are tab-separated without a header, and nothing is cut.
- --fields a,b.c picks fields by their JSON names in json, csv, tsv, yaml and table alike; a name
  that does not exist is refused with the names that do.
- Data goes to stdout; what was done, hints and warnings go to stderr. --quiet leaves out all but
  warnings.
- With json or jsonl a failure is one JSON line on stderr, and stdout stays empty;
  --error-format says otherwise.
- Text that could act on a terminal is shown, not sent. In csv, text that a spreadsheet would run
  gets an apostrophe.
- --no-trunc cuts nothing to the width of the terminal; --color never or NO_COLOR=1 takes the
  colours away.
- An empty list is no failure: the exit code is 0.
";
