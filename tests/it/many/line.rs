//! The line of one instance to its database, which can be held still, or cut in the middle of a word:
//! then nobody knows whether a commit was heard.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use tokio::sync::watch;

/// How long a cut waits for the bytes after which it comes.
const CUT_MAX: Duration = Duration::from_secs(1);

/// How the line is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Open,
    /// Nothing passes, and nobody is told.
    Held,
    /// Nobody is connected.
    Cut,
}

/// A line; it ends with the value.
pub(crate) struct Line {
    /// The port on 127.0.0.1 at which the database seems to be.
    pub(crate) port: u16,
    way: Arc<watch::Sender<Way>>,
    /// Bytes that the database may still say before the line is cut.
    left: Arc<AtomicI64>,
}

impl Line {
    /// Lays a line to a port on 127.0.0.1.
    pub(crate) fn lay(to: u16) -> Self {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        listener.set_nonblocking(true).expect("a listener that waits for nobody");
        let port = listener.local_addr().expect("an address").port();
        let (way, left) = (Arc::new(watch::channel(Way::Open).0), Arc::new(i64::MAX.into()));
        let (opened, counted) = (Arc::downgrade(&way), Arc::clone(&left));
        Handle::current().spawn(async move {
            let listener = TcpListener::from_std(listener).expect("a listener");
            while let Ok((near, _)) = listener.accept().await {
                let Some(way) = opened.upgrade() else { return };
                if *way.borrow() != Way::Cut {
                    tokio::spawn(connect(near, to, way, Arc::clone(&counted)));
                }
            }
        });
        Self { port, way, left }
    }

    /// Holds everything still for a while.
    pub(crate) fn hold(&self, last: Duration) {
        self.way.send_replace(Way::Held);
        std::thread::sleep(last);
        self.way.send_replace(Way::Open);
    }

    /// Cuts the line once the database has said so many bytes, and mends it after a while.
    pub(crate) fn cut_after(&self, bytes: i64, last: Duration) {
        self.left.store(bytes, Ordering::SeqCst);
        super::cluster::wait_at_most(CUT_MAX, || (*self.way.borrow() == Way::Cut).then_some(()));
        self.way.send_replace(Way::Cut);
        std::thread::sleep(last);
        self.left.store(i64::MAX, Ordering::SeqCst);
        self.way.send_replace(Way::Open);
    }
}

/// Carries what two sides say until one of them ends or the line is cut.
async fn connect(near: TcpStream, to: u16, way: Arc<watch::Sender<Way>>, left: Arc<AtomicI64>) {
    let Ok(far) = TcpStream::connect((Ipv4Addr::LOCALHOST, to)).await else { return };
    let ((near_in, near_out), (far_in, far_out)) = (near.into_split(), far.into_split());
    let cut = way.subscribe();
    tokio::select! {
        _ = carry(near_in, far_out, &way, None) => {}
        _ = carry(far_in, near_out, &way, Some(&left)) => {}
        () = is(cut, Way::Cut) => {}
    }
}

async fn is(mut way: watch::Receiver<Way>, wanted: Way) {
    // A line that is gone is as good as cut.
    drop(way.wait_for(|way| *way == wanted || (wanted == Way::Open && *way == Way::Cut)).await);
}

async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    way: &watch::Sender<Way>,
    left: Option<&AtomicI64>,
) -> io::Result<()> {
    let mut bytes = [0; 8192];
    loop {
        let length = from.read(&mut bytes).await?;
        if length == 0 {
            return Ok(());
        }
        is(way.subscribe(), Way::Open).await;
        let Some(left) = left else {
            to.write_all(&bytes[..length]).await?;
            continue;
        };
        let count = i64::try_from(length).unwrap_or(i64::MAX);
        let before = left.fetch_sub(count, Ordering::SeqCst);
        let passes = usize::try_from(before.clamp(0, count)).unwrap_or(0);
        to.write_all(&bytes[..passes]).await?;
        if passes < length {
            way.send_replace(Way::Cut);
            return Ok(());
        }
    }
}
