//! Many commands in one request.

use std::time::Duration;

use reqwest::Method;
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use serde::de::DeserializeOwned;

use super::send::Manner;
use super::{Client, NoQuery};
use crate::error::CliError;

/// How often a request that was not answered is sent again: long enough for a server to be restarted.
const RESENDS_MAX: u32 = 4;

/// The pause before it is; every later one is twice as long.
const PAUSE: Duration = Duration::from_millis(250);

impl Client {
    /// Carries out many commands: `body` is a `BulkBody` as JSON, put together by the caller, and the
    /// answer is read as the parts of a `BulkOutcome` that the caller wants.
    ///
    /// Each command has a key of its own, so sending a request again does nothing twice, whether its
    /// answer was lost or took too long.
    pub(crate) async fn bulk<T: DeserializeOwned>(&self, body: &[u8]) -> Result<T, CliError> {
        let mut pause = PAUSE;
        for _ in 0..RESENDS_MAX {
            match self.bulk_once(body).await {
                Err(error) if error.retryable => tokio::time::sleep(pause).await,
                answered => return answered,
            }
            pause *= 2;
        }
        self.bulk_once(body).await
    }

    async fn bulk_once<T: DeserializeOwned>(&self, body: &[u8]) -> Result<T, CliError> {
        let mut request = self.request(Method::POST, &["commands:batch"], &NoQuery {})?;
        request.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        *request.body_mut() = Some(body.to_vec().into());
        let reply = self.send(request, Manner::READ).await?;
        Ok(self.answer(&reply)?.body)
    }
}
