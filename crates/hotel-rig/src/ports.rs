//! Ports of our own on 127.0.0.1.

use std::fs::{File, TryLockError};
use std::hash::{BuildHasher as _, RandomState};
use std::net::{Ipv4Addr, TcpListener};
use std::sync::Mutex;

use crate::RigError;

/// Below the range the kernel takes the near ends of outgoing connections from. A port out of that range
/// could be taken by anyone's connection while the service behind it is down.
const PORTS: std::ops::Range<u16> = 15_000..32_000;

/// The leases of this process; the kernel ends them with it.
static LEASES: Mutex<Vec<File>> = Mutex::new(Vec::new());

/// Returns a port that nobody listens on. It is this process's for as long as it runs: no other call
/// gets it, in this process or another, even while the service behind it is down.
pub fn free() -> Result<u16, RigError> {
    let count = u64::from(PORTS.end - PORTS.start);
    let random = RandomState::new().hash_one(std::process::id());
    for step in 0..count {
        let offset = u16::try_from((random % count + step) % count).unwrap_or_default();
        let port = PORTS.start + offset;
        if TcpListener::bind((Ipv4Addr::UNSPECIFIED, port)).is_ok() && lease(port) {
            return Ok(port);
        }
    }
    Err(RigError::NoPort)
}

/// Takes the lease of a port, and returns whether nobody else has it.
fn lease(port: u16) -> bool {
    let folder = std::env::temp_dir().join("hotel-rig-ports");
    let file = std::fs::create_dir_all(&folder).and_then(|()| {
        File::options().create(true).append(true).open(folder.join(port.to_string()))
    });
    // Where another user made the folder there are no leases, and the port is as good as a guess.
    let Ok(file) = file else { return true };
    match file.try_lock() {
        Ok(()) => {
            LEASES.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(file);
            true
        }
        Err(TryLockError::WouldBlock) => false,
        Err(TryLockError::Error(_)) => true,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_port_is_handed_out_twice() {
        let ports: HashSet<u16> = (0..200).map(|_| free().unwrap()).collect();
        assert_eq!(ports.len(), 200);
    }

    #[test]
    fn a_port_that_is_handed_out_can_be_bound() {
        TcpListener::bind((Ipv4Addr::LOCALHOST, free().unwrap())).unwrap();
    }
}
