//! The right to something that one process at a time may do. It ends with the process, however that ends.

use std::fs::{File, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::Path;

use crate::error::{CliError, codes};
use crate::files::{Access, create_folder};

/// The right, as long as it is held.
#[derive(Debug)]
pub(crate) struct Lease {
    _file: File,
}

impl Lease {
    /// Takes the right to `what`, kept under a name in a folder; refuses at once if another process has it.
    pub(crate) fn take(folder: &Path, name: &str, what: &str) -> Result<Self, CliError> {
        create_folder(folder, Access::Private)
            .map_err(|error| CliError::file("make the folder", folder, &error))?;
        let path = folder.join(format!("{name}.lock"));
        let failed = |error: &std::io::Error| CliError::file("lock", &path, error);
        let mut file = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(|error| failed(&error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let error = CliError::of(codes::LOCAL_BUSY, format!("{what} is in use"));
                let mut holder = String::new();
                // Only to be told; the lock itself is the system's.
                return Err(match file.read_to_string(&mut holder) {
                    Ok(_) if !holder.is_empty() => {
                        error.why(format!("process {} has it", holder.trim()))
                    }
                    Ok(_) | Err(_) => error,
                });
            }
            Err(TryLockError::Error(error)) => return Err(failed(&error)),
        }
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| writeln!(file, "{}", std::process::id()))
            .map_err(|error| failed(&error))?;
        Ok(Self { _file: file })
    }
}
