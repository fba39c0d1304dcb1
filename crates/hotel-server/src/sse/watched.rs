//! A stream that is watched by itself. Over HTTP/1 a reader that stands still holds up its connection, which
//! is ended (`patience`); over HTTP/2 the connection goes on with other things, and nobody would notice.

use std::pin::pin;

use axum::body::Bytes;
use futures_util::stream::{Stream, StreamExt as _, unfold};
use tokio::sync::mpsc;

use crate::patience::STANDSTILL_MAX;

/// Passes frames on while they are taken; one that nobody takes for too long is the last but one, and lets
/// go of all that the stream held. The reader finds the end behind it, and comes back.
pub(super) fn watched<S>(frames: S) -> impl Stream<Item = Bytes> + Send + use<S>
where
    S: Stream<Item = Bytes> + Send + 'static,
{
    let (sender, taken) = mpsc::channel(1);
    tokio::spawn(async move {
        let mut frames = pin!(frames);
        loop {
            let frame = tokio::select! {
                frame = frames.next() => frame,
                () = sender.closed() => return,
            };
            let Some(frame) = frame else { return };
            if sender.send_timeout(frame, STANDSTILL_MAX).await.is_err() {
                return;
            }
        }
    });
    unfold(taken, |mut taken| async move { Some((taken.recv().await?, taken)) })
}
