//! Verifying: an answer that comes line by line while the server works.

use std::time::Duration;

use hotel_core::wire::verify::{VerifyLine, VerifyProgress, VerifyReport};
use reqwest::Method;

use super::failure::{Verdict, failure_of};
use super::send::{Failed, read_answer};
use super::{Client, NoQuery};
use crate::error::{CliError, codes};

/// The server tells far more often how far it has come; while another one has to end first, it
/// tells nothing.
const SILENCE_MAX: Duration = Duration::from_mins(5);

/// The longest line: a report is far below it.
const LINE_BYTES_MAX: usize = 1024 * 1024;

impl Client {
    /// Has the server fold its log again and compare every row with it, and tells how far it comes.
    pub(crate) async fn verify(
        &self,
        mut tell: impl FnMut(VerifyProgress),
    ) -> Result<VerifyReport, CliError> {
        let mut request = self.request(Method::GET, &["verify"], &NoQuery {})?;
        // The work takes as long as the log is; silence is watched instead.
        *request.timeout_mut() = None;
        let path = request.url().path().to_owned();
        let verdict = Verdict {
            server: self.server(),
            is_local: self.base.scheme() == "http",
            path: &path,
            timeout: self.timeout,
            key: None,
            may_be_done: false,
        };
        let failed = |failed| failure_of(failed, &verdict);
        let opened = tokio::time::timeout(self.timeout, self.http.execute(request)).await;
        let mut response = opened.map_err(|_| self.silent(self.timeout))?.map_err(|error| {
            failed(if error.is_connect() { Failed::NotSent(error) } else { Failed::Lost(error) })
        })?;
        if !response.status().is_success() {
            let answer = read_answer(response).await.map_err(failed)?;
            return Err(failed(Failed::Answered(Box::new(answer))));
        }
        let mut text = Vec::new();
        loop {
            let chunk = tokio::time::timeout(SILENCE_MAX, response.chunk()).await;
            let chunk = chunk.map_err(|_| self.silent(SILENCE_MAX))?;
            let Some(chunk) = chunk.map_err(|error| failed(Failed::Lost(error)))? else {
                return Err(not_understood("it ended before the report"));
            };
            text.extend_from_slice(&chunk);
            while let Some(end) = text.iter().position(|byte| *byte == b'\n') {
                let line: Vec<u8> = text.drain(..=end).collect();
                match serde_json::from_slice(&line)
                    .map_err(|error| not_understood(&error.to_string()))?
                {
                    VerifyLine::Progress(progress) => tell(progress),
                    VerifyLine::Report(report) => return Ok(report),
                    VerifyLine::Failed { detail } => {
                        let message = format!("the server could not verify its store: {detail}");
                        return Err(CliError::of(codes::NETWORK_BAD_ANSWER, message));
                    }
                }
            }
            if text.len() > LINE_BYTES_MAX {
                return Err(not_understood("a line is longer than any line can be"));
            }
        }
    }

    fn silent(&self, limit: Duration) -> CliError {
        let message = format!("{} was silent for {} s", self.server(), limit.as_secs());
        CliError::of(codes::NETWORK_TIMEOUT, message).retryable(None)
    }
}

fn not_understood(why: &str) -> CliError {
    CliError::of(codes::NETWORK_BAD_ANSWER, "the answer is no report").why(why)
}
