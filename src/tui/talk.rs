//! What is typed into the palette: terse entries and commands, one after another, with what they were about
//! carried from line to line.

use std::collections::VecDeque;

use jiff::civil::Date;
use serde_json::Value;

use crate::error::CliError;
use crate::terse::{self, Run, Session, Step};

/// A talk by terse lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct Talk {
    session: Option<Session>,
    due: VecDeque<Due>,
}

/// What is still to be done of a line.
#[derive(Debug, Clone)]
enum Due {
    Entry(terse::Placed),
    Step(Step),
}

impl Talk {
    /// Takes a line; refused as a whole where a part of it can't be understood.
    pub(crate) fn hear(&mut self, line: &str, today: Date) -> Result<(), CliError> {
        let session = self.session.get_or_insert_with(|| Session::new(today));
        session.set_today(today);
        self.due = terse::read(line)?.into_iter().map(Due::Entry).collect();
        Ok(())
    }

    /// Returns what is to be done next.
    pub(crate) fn next(&mut self) -> Result<Option<Step>, CliError> {
        while let Some(due) = self.due.pop_front() {
            match (due, &mut self.session) {
                (Due::Step(step), _) => return Ok(Some(step)),
                (Due::Entry(entry), Some(session)) => match session.steps(&entry) {
                    Ok(steps) => self.push(steps),
                    Err(refusal) => {
                        self.due.clear();
                        return Err(refusal.into());
                    }
                },
                (Due::Entry(_), None) => {}
            }
        }
        Ok(None)
    }

    /// Learns what came of a step; what follows from it comes first.
    pub(crate) fn learn(&mut self, run: &Run, result: &Result<Value, CliError>) {
        let Some(session) = &mut self.session else { return };
        if let Ok(told) = result {
            let steps = session.learn(run, told);
            self.push(steps);
        } else {
            session.failed(run);
            self.due.clear();
        }
    }

    /// Gives up what is held and was never sold.
    pub(crate) fn leave(&mut self) -> Vec<Vec<String>> {
        let steps = self.session.as_mut().map(Session::leave).unwrap_or_default();
        let words = |step| match step {
            Step::Run(run) => Some(run.words),
            Step::Say(_) => None,
        };
        steps.into_iter().filter_map(words).collect()
    }

    fn push(&mut self, steps: Vec<Step>) {
        for step in steps.into_iter().rev() {
            self.due.push_front(Due::Step(step));
        }
    }
}
