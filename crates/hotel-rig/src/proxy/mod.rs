//! A proxy between a client and a server that does to each request what a plan says: passes it on, or holds
//! it up, cuts it off, sends it twice, loses the answer, or answers something else. Whoever makes the plan
//! of a seed gets the same faults again.
//!
//! It speaks HTTP/1.1, a connection a request. Without a server behind it, it is one: whatever the plan says
//! is answered.

mod fault;
mod message;

use std::collections::HashMap;
use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

pub use fault::{Fault, Faults, Reply};
pub use message::Asked;

use crate::RigError;
use message::{dated, read_request};

/// How long a connection to the server may take.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

/// Bytes read at once.
const PIECE: usize = 16 * 1024;

/// What shall be done to each request, in the order in which they come.
type Plan = Box<dyn FnMut(&Asked) -> Fault + Send>;

/// What is made of each request before anything else is done to it.
type Change = Box<dyn Fn(Asked) -> Asked + Send>;

/// What all connections share.
struct Shared {
    server: Mutex<Option<SocketAddr>>,
    plan: Mutex<Plan>,
    change: Mutex<Option<Change>>,
    asked: Mutex<Vec<Asked>>,
    open: Mutex<HashMap<u64, TcpStream>>,
    last: AtomicU64,
    is_over: AtomicBool,
}

/// A proxy on a port of its own on 127.0.0.1. It ends when this value is dropped, and all connections with
/// it.
pub struct Proxy {
    address: SocketAddr,
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

impl Proxy {
    /// Starts a proxy before a server.
    pub fn start(
        server: SocketAddr,
        plan: impl FnMut(&Asked) -> Fault + Send + 'static,
    ) -> Result<Self, RigError> {
        Self::over(Some(server), Box::new(plan))
    }

    /// Starts a server of nothing but answers: what the plan would pass on is answered 502.
    pub fn alone(plan: impl FnMut(&Asked) -> Fault + Send + 'static) -> Result<Self, RigError> {
        Self::over(None, Box::new(plan))
    }

    fn over(server: Option<SocketAddr>, plan: Plan) -> Result<Self, RigError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .map_err(RigError::io("listen for a proxy"))?;
        let address = listener.local_addr().map_err(RigError::io("learn the proxy's address"))?;
        let shared = Arc::new(Shared {
            server: Mutex::new(server),
            plan: Mutex::new(plan),
            change: Mutex::default(),
            asked: Mutex::default(),
            open: Mutex::default(),
            last: AtomicU64::new(0),
            is_over: AtomicBool::new(false),
        });
        let serving = Arc::clone(&shared);
        let thread = std::thread::spawn(move || serve(&listener, &serving));
        Ok(Self { address, shared, thread: Some(thread) })
    }

    /// Returns where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the URL of what it listens at.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Passes what comes from now on to another server.
    pub fn lead_to(&self, server: SocketAddr) {
        *lock(&self.shared.server) = Some(server);
    }

    /// Plans anew.
    pub fn plan(&self, plan: impl FnMut(&Asked) -> Fault + Send + 'static) {
        *lock(&self.shared.plan) = Box::new(plan);
    }

    /// Makes something else of each request before anything is done to it.
    pub fn change(&self, change: impl Fn(Asked) -> Asked + Send + 'static) {
        *lock(&self.shared.change) = Some(Box::new(change));
    }

    /// Returns what was asked so far, whatever became of it.
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.shared.asked).clone()
    }

    /// Cuts every connection there is.
    pub fn cut(&self) {
        self.shared.cut();
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.shared.is_over.store(true, Ordering::SeqCst);
        // Whoever waits for a connection is given one.
        drop(TcpStream::connect(self.address));
        self.shared.cut();
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
        self.shared.cut();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Shared {
    fn cut(&self) {
        for stream in lock(&self.open).values() {
            stream.shutdown(Shutdown::Both).ok();
        }
    }

    /// Remembers a connection for as long as it is in use, so that it can be cut.
    fn keep(self: &Arc<Self>, stream: &TcpStream) -> Option<Kept> {
        let id = self.last.fetch_add(1, Ordering::Relaxed);
        lock(&self.open).insert(id, stream.try_clone().ok()?);
        if self.is_over.load(Ordering::SeqCst) {
            stream.shutdown(Shutdown::Both).ok();
        }
        Some(Kept { shared: Arc::clone(self), id })
    }
}

/// A connection that is in use.
struct Kept {
    shared: Arc<Shared>,
    id: u64,
}

impl Drop for Kept {
    fn drop(&mut self) {
        lock(&self.shared.open).remove(&self.id);
    }
}

fn serve(listener: &TcpListener, shared: &Arc<Shared>) {
    for client in listener.incoming() {
        if shared.is_over.load(Ordering::SeqCst) {
            return;
        }
        let Ok(client) = client else { continue };
        let shared = Arc::clone(shared);
        std::thread::spawn(move || {
            let _kept = shared.keep(&client);
            // A connection that breaks is what a proxy of faults is for.
            handle(&client, &shared);
            client.shutdown(Shutdown::Both).ok();
        });
    }
}

/// Reads a request and does to it what is planned; none if something broke on the way.
fn handle(mut client: &TcpStream, shared: &Arc<Shared>) -> Option<()> {
    let mut asked = read_request(&mut client)?;
    if let Some(change) = &*lock(&shared.change) {
        asked = change(asked);
    }
    let fault = (lock(&shared.plan))(&asked);
    lock(&shared.asked).push(asked.clone());
    match fault {
        Fault::Pass => pass(client, &asked, usize::MAX, shared),
        Fault::Delay(pause) => {
            std::thread::sleep(pause);
            pass(client, &asked, usize::MAX, shared)
        }
        Fault::CutRequest(after) => {
            let mut server = connect(shared)?;
            let _kept = shared.keep(&server);
            let bytes = asked.bytes();
            server.write_all(&bytes[..after.min(bytes.len())]).ok()?;
            server.shutdown(Shutdown::Both).ok()
        }
        Fault::CutAnswer(after) => pass(client, &asked, after, shared),
        Fault::LoseAnswer => {
            // The server is let finish, so that what was asked is done for sure.
            ask(&asked, shared, |_| Some(()))
        }
        Fault::Twice => {
            ask(&asked, shared, |_| Some(()))?;
            pass(client, &asked, usize::MAX, shared)
        }
        Fault::Refuse => Some(()),
        Fault::Hang => {
            // Until the other end gives up, or the proxy ends.
            let mut rest = [0; 1];
            while client.read(&mut rest).is_ok_and(|count| count > 0) {}
            Some(())
        }
        Fault::Dated(date) => {
            let mut answer = Vec::new();
            ask(&asked, shared, |piece| {
                answer.extend_from_slice(piece);
                Some(())
            })?;
            client.write_all(&dated(&answer, &date)).ok()
        }
        Fault::Answer(reply) => client.write_all(&reply.bytes()).ok(),
    }
}

fn connect(shared: &Shared) -> Option<TcpStream> {
    let server = (*lock(&shared.server))?;
    let stream = TcpStream::connect_timeout(&server, CONNECT_WITHIN).ok()?;
    stream.set_nodelay(true).ok()?;
    Some(stream)
}

/// Asks the server, and hands over its answer as it comes.
fn ask(
    asked: &Asked,
    shared: &Arc<Shared>,
    mut each: impl FnMut(&[u8]) -> Option<()>,
) -> Option<()> {
    let mut server = connect(shared)?;
    let _kept = shared.keep(&server);
    server.write_all(&asked.bytes()).ok()?;
    let mut piece = [0; PIECE];
    loop {
        match server.read(&mut piece) {
            Ok(0) => return Some(()),
            Ok(count) => each(&piece[..count])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// Passes a request on, and so many bytes of its answer back.
fn pass(mut client: &TcpStream, asked: &Asked, most: usize, shared: &Arc<Shared>) -> Option<()> {
    client.set_nodelay(true).ok()?;
    let mut left = most;
    let passed = ask(asked, shared, |piece| {
        let now = piece.len().min(left);
        client.write_all(&piece[..now]).ok()?;
        left -= now;
        (left > 0).then_some(())
    });
    if passed.is_none() && left == most && lock(&shared.server).is_none() {
        return client.write_all(&Reply::status(502).bytes()).ok();
    }
    passed
}
