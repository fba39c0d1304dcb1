//! Network namespaces: machines of their own, as far as the network goes, with a cable that can be cut.

use std::hash::{BuildHasher as _, RandomState};
use std::net::Ipv4Addr;
use std::process::Command;

use crate::guard::{Ending, Guard};
use crate::{RigError, process};

/// Networks that are tried before there is none.
const ATTEMPTS_MAX: u32 = 50;

/// Removes all that makes up a network: who runs there, the namespace, the cable, the switch.
/// What is gone already needs no removal.
const PARTING: &str = r#"
for process in $(ip netns pids "$name" 2>/dev/null); do kill -s KILL "$process" 2>/dev/null; done
ip netns del "$name" 2>/dev/null
ip link del "$cable" 2>/dev/null
ip link del "$switch" 2>/dev/null
"#;

/// A network namespace that reaches this machine and nothing else.
///
/// A cable leads from it to a switch that this machine is at too. Once the cable is cut packets vanish
/// without a word: connections stay half open, and new ones find no host after three seconds.
///
/// It goes, and all that runs in it, when this value is dropped or when the process that owns it ends in
/// whatever way. It needs root.
#[derive(Debug)]
pub struct Namespace {
    _guard: Guard,
    name: String,
    cable: String,
    switch: String,
    network: [u8; 3],
}

impl Namespace {
    /// Returns whether namespaces can be made here, by making one.
    pub fn available() -> bool {
        process::is_root() && Self::start().is_ok()
    }

    /// Makes a namespace with a network of its own.
    pub fn start() -> Result<Self, RigError> {
        let mut claimed = None;
        for attempt in 0..ATTEMPTS_MAX {
            let [x, y, ..] = RandomState::new().hash_one(attempt).to_ne_bytes();
            let network = [10, 128 | x, y];
            let folder = tempfile::Builder::new()
                .prefix("hotel-net-")
                .tempdir()
                .map_err(RigError::io("make a folder for a namespace"))?;
            // Names are taken by one at a time, so whoever has the name has the network.
            match ip(&["netns", "add", &name_of(network)]) {
                Ok(()) => {
                    claimed = Some((network, folder));
                    break;
                }
                Err(error) if attempt + 1 == ATTEMPTS_MAX => return Err(error),
                Err(_) => {}
            }
        }
        let (network, folder) = claimed.ok_or(RigError::NoPort)?;
        let name = name_of(network);
        let [_, x, y] = network;
        let (cable, switch) = (format!("hrc{x}-{y}"), format!("hrs{x}-{y}"));
        let parting = format!("name={name} cable={cable} switch={switch}\n{PARTING}");
        let ending = Ending { signal: "KILL", parting: &parting, ..Ending::default() };
        let guard = Guard::over(folder.path(), ending)?;
        // From here on all of it is the guard's to remove.
        let _folder = folder.keep();
        let namespace = Self { _guard: guard, name, cable, switch, network };
        namespace.connect()?;
        Ok(namespace)
    }

    /// Returns the address of this machine, as those inside reach it.
    pub fn outside(&self) -> Ipv4Addr {
        let [a, b, c] = self.network;
        Ipv4Addr::new(a, b, c, 1)
    }

    /// Returns the address of the namespace, as this machine reaches it.
    pub fn inside(&self) -> Ipv4Addr {
        let [a, b, c] = self.network;
        Ipv4Addr::new(a, b, c, 2)
    }

    /// Returns the command that runs a program inside; the child is the program itself.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new("nsenter");
        command.arg(format!("--net=/run/netns/{}", self.name)).arg("--").arg(program);
        command
    }

    /// Cuts the cable.
    pub fn cut(&self) -> Result<(), RigError> {
        ip(&["link", "set", &self.cable, "down"])
    }

    /// Mends the cable.
    pub fn heal(&self) -> Result<(), RigError> {
        ip(&["link", "set", &self.cable, "up"])?;
        // Who was looked for in vain is to be looked for again at once.
        ip(&["neigh", "flush", "dev", &self.switch])?;
        ip(&["-n", &self.name, "neigh", "flush", "dev", "eth0"])
    }

    fn connect(&self) -> Result<(), RigError> {
        let (name, cable, switch) = (&self.name, &self.cable, &self.switch);
        let (outside, inside) = (format!("{}/30", self.outside()), format!("{}/30", self.inside()));
        ip(&["link", "add", switch, "type", "bridge", "forward_delay", "0"])?;
        ip(&["link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name])?;
        ip(&["link", "set", cable, "master", switch])?;
        ip(&["addr", "add", &outside, "dev", switch])?;
        ip(&["link", "set", switch, "up"])?;
        ip(&["link", "set", cable, "up"])?;
        ip(&["-n", name, "addr", "add", &inside, "dev", "eth0"])?;
        ip(&["-n", name, "link", "set", "lo", "up"])?;
        ip(&["-n", name, "link", "set", "eth0", "up"])
    }
}

fn name_of([a, b, c]: [u8; 3]) -> String {
    format!("hotel-rig-{a}-{b}-{c}")
}

fn ip(words: &[&str]) -> Result<(), RigError> {
    process::run(Command::new("ip").args(words)).map(drop)
}
