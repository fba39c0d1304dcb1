//! Files that are replaced whole or not at all. Knows the file system; knows nothing of what is in
//! the files.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// Who may read a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Only the owner: mode 0600, in a folder of mode 0700.
    Private,
    /// Whoever the umask lets.
    Shared,
}

/// Writes a file through a temporary one beside it, so that a crash leaves the old or the new
/// content, never half of it.
pub(crate) fn write_atomic(path: &Path, content: &[u8], access: Access) -> io::Result<()> {
    let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
    create_folder(folder, access)?;
    let temporary = temporary_beside(path);
    let written = write_new(&temporary, content, access)
        .and_then(|()| fs::rename(&temporary, path))
        .and_then(|()| sync_folder(folder));
    if written.is_err() {
        // The first error is the one to report; the leftover is best effort.
        fs::remove_file(&temporary).ok();
    }
    written
}

/// Creates a folder and its parents; a private one is made readable by the owner alone.
pub(crate) fn create_folder(folder: &Path, access: Access) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    if access == Access::Private {
        use std::os::unix::fs::DirBuilderExt as _;
        builder.mode(0o700);
    }
    builder.create(folder)?;
    // It may have been there before, with a wider mode.
    if access == Access::Private { restrict_folder(folder) } else { Ok(()) }
}

/// Returns whether someone other than the owner may read or write a file.
#[cfg(unix)]
pub(crate) fn is_open_to_others(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt as _;
    Ok(fs::metadata(path)?.mode() & 0o077 != 0)
}

/// Returns whether someone other than the owner may read or write a file; other platforms keep
/// user folders apart themselves.
#[cfg(not(unix))]
pub(crate) fn is_open_to_others(path: &Path) -> io::Result<bool> {
    fs::metadata(path).map(|_| false)
}

#[cfg(unix)]
fn restrict_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    if is_open_to_others(folder)? {
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn restrict_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Names the temporary file; the id keeps two processes apart.
fn temporary_beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    path.with_file_name(format!(".{name}.{}.tmp", uuid::Uuid::now_v7()))
}

fn write_new(path: &Path, content: &[u8], access: Access) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(if access == Access::Private { 0o600 } else { 0o666 });
    }
    let mut file = options.open(path)?;
    file.write_all(content)?;
    file.sync_all()
}

/// Makes the rename itself durable.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
