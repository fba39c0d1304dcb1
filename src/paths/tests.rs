use super::*;

#[test]
fn one_variable_moves_everything() {
    let paths = Paths::resolve(Some("/tmp/desk".into())).unwrap();
    assert_eq!(paths.config_dir(), Path::new("/tmp/desk/config"));
    assert_eq!(paths.data_dir(), Path::new("/tmp/desk/data"));
    assert_eq!(paths.state_dir(), Path::new("/tmp/desk/state"));
    assert_eq!(paths.cache_dir(), Path::new("/tmp/desk/cache"));
    assert_eq!(paths.server_dir(), Path::new("/tmp/desk/data/server"));
}

#[test]
fn a_relative_home_becomes_absolute() {
    let paths = Paths::resolve(Some("desk".into())).unwrap();
    assert!(paths.config_dir().is_absolute());
}

#[test]
fn an_empty_home_counts_as_unset() {
    assert_eq!(Paths::resolve(Some(OsString::new())).ok(), Paths::resolve(None).ok());
}
