use super::*;

#[test]
fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() {
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("deep/er/file");
    write_atomic(&path, b"one", Access::Shared).unwrap();
    write_atomic(&path, b"two", Access::Shared).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(fs::read_dir(path.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_failed_write_leaves_no_temporary_file() {
    let home = tempfile::tempdir().unwrap();
    // A folder stands where the file should go, so that the rename fails.
    let path = home.path().join("taken");
    fs::create_dir(&path).unwrap();
    assert!(write_atomic(&path, b"one", Access::Shared).is_err());
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
}

#[cfg(unix)]
#[test]
fn a_private_file_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("tokens");
    fs::create_dir(&folder).unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    let path = folder.join("local");
    write_atomic(&path, b"secret", Access::Private).unwrap();
    assert!(!is_open_to_others(&path).unwrap());
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    assert!(is_open_to_others(&path).unwrap());
}
