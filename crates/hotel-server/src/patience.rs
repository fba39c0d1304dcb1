//! Patience with the other end of a connection: whoever takes nothing of what is sent for a while is let
//! go. An event stream whose reader stands still holds memory and a place; its reader comes back and goes
//! on where it was.

use std::future::{Ready, ready};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready as on_ready};
use std::time::Duration;

use axum_server::accept::Accept;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Sleep, sleep};

/// How long the other end may take nothing while something waits for it: two heartbeats of a stream.
pub(crate) const STANDSTILL_MAX: Duration = Duration::from_secs(30);

/// Accepts connections that are watched, and sends small things at once: an event waits for no other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience(pub(crate) Duration);

impl<S> Accept<TcpStream, S> for Patience {
    type Stream = Watched<TcpStream>;
    type Service = S;
    type Future = Ready<io::Result<(Self::Stream, S)>>;

    fn accept(&self, stream: TcpStream, service: S) -> Self::Future {
        ready(stream.set_nodelay(true).map(|()| (Watched::new(stream, self.0), service)))
    }
}

/// A connection whose writes may not stand still for long.
#[derive(Debug)]
pub(crate) struct Watched<I> {
    inner: I,
    standstill_max: Duration,
    /// Runs while a write waits.
    alarm: Option<Pin<Box<Sleep>>>,
}

impl<I> Watched<I> {
    fn new(inner: I, standstill_max: Duration) -> Self {
        Self { inner, standstill_max, alarm: None }
    }

    /// Passes on what a write came to, unless it has waited for too long.
    fn watch<T>(
        &mut self,
        written: Poll<io::Result<T>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<T>> {
        if written.is_ready() {
            self.alarm = None;
            return written;
        }
        let standstill_max = self.standstill_max;
        let alarm = self.alarm.get_or_insert_with(|| Box::pin(sleep(standstill_max)));
        on_ready!(alarm.as_mut().poll(context));
        self.alarm = None;
        let why = format!("the other end took nothing for {} s", standstill_max.as_secs());
        Poll::Ready(Err(io::Error::new(io::ErrorKind::TimedOut, why)))
    }
}

impl<I: AsyncRead + Unpin> AsyncRead for Watched<I> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_read(context, buffer)
    }
}

impl<I: AsyncWrite + Unpin> AsyncWrite for Watched<I> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write(context, bytes);
        self.watch(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.inner).poll_write_vectored(context, pieces);
        self.watch(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.inner.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.inner).poll_flush(context);
        self.watch(flushed, context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.inner).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn whoever_takes_nothing_is_let_go_and_whoever_takes_a_little_is_not() {
        let (near, mut far) = duplex(8);
        let mut near = Watched::new(near, STANDSTILL_MAX);
        near.write_all(b"12345678").await.unwrap();
        let slow = async {
            for _ in 0..16 {
                tokio::time::sleep(STANDSTILL_MAX / 2).await;
                assert_eq!(far.read(&mut [0; 1]).await.unwrap(), 1);
            }
            far
        };
        // It takes minutes, and never stands still for long.
        let (written, far) = tokio::join!(near.write_all(b"abcdefghijklmnop"), slow);
        written.unwrap();
        let began = tokio::time::Instant::now();
        let error = near.write_all(b"x").await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert_eq!(began.elapsed(), STANDSTILL_MAX);
        drop(far);
    }

    #[tokio::test(start_paused = true)]
    async fn who_has_nothing_to_take_may_stay_silent_for_ever() {
        let (near, mut far) = duplex(8);
        let mut near = Watched::new(near, STANDSTILL_MAX);
        near.write_all(b"1234").await.unwrap();
        tokio::time::sleep(STANDSTILL_MAX * 100).await;
        near.write_all(b"5678").await.unwrap();
        let mut taken = [0; 8];
        far.read_exact(&mut taken).await.unwrap();
        assert_eq!(&taken, b"12345678");
    }
}
