use std::fs;

use clap::Parser as _;

use super::*;

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    args: ServeArgs,
}

/// A server's folder with a file in it.
struct Folder {
    folder: tempfile::TempDir,
    paths: Paths,
}

impl Folder {
    fn with(text: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths::under(folder.path());
        fs::create_dir_all(paths.server_dir()).unwrap();
        fs::write(paths.server_dir().join(FILE), text).unwrap();
        Self { folder, paths }
    }

    fn load(&self, line: &[&str], env: &[(&str, &str)]) -> Result<Settings, CliError> {
        let line = Line::try_parse_from(["serve"].iter().chain(line)).unwrap();
        Settings::load(&self.paths, &line.args, |name| {
            env.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn refused(&self, line: &[&str], env: &[(&str, &str)]) -> CliError {
        self.load(line, env).map(|settings| settings.shown).unwrap_err()
    }
}

fn shown<'a>(settings: &'a Settings, key: &str) -> (Option<&'a str>, &'static str, &'a str) {
    let found = settings.shown.iter().find(|shown| shown.key == key).unwrap();
    (found.value.as_deref(), found.layer, &found.source)
}

#[test]
fn every_setting_is_listed_and_its_default_fits() {
    for found in SERVE_KEYS {
        assert_eq!(found.key.info().key, found.key);
        let is_log_filter = found.key == ServeKey::LogFilter;
        let name = format!("HOTEL_SERVE_{}", found.name.to_uppercase());
        assert!(is_log_filter || found.env == name, "{}", found.env);
        let misfit = found.default.and_then(|default| found.check.expected(default));
        assert_eq!(misfit, None, "{}", found.name);
    }
    let settings = Folder::with("").load(&[], &[]).unwrap();
    assert_eq!(settings.shown.len(), SERVE_KEYS.len());
    assert_eq!(shown(&settings, "listen"), (Some("127.0.0.1:7070"), "default", "the default"));
    assert_eq!(shown(&settings, "tls_cert"), (None, "default", "nowhere"));
    assert!(settings.is_usual_database && settings.tls.is_none());
    assert_eq!((settings.drain_wait, settings.metrics_listen), (Duration::ZERO, None));
}

#[test]
fn a_flag_wins_over_a_variable_and_a_variable_over_the_file() {
    let folder = Folder::with("# the desk\nlisten = \"127.0.0.1:1\"\nbehind_proxy = true\n");
    let env = &[("HOTEL_SERVE_LISTEN", "127.0.0.1:2"), ("HOTEL_LOG", "warn")][..];
    let listen = |line: &[&str], env| {
        let settings = folder.load(line, env).unwrap();
        let (value, layer, source) = shown(&settings, "listen");
        assert_eq!(value, Some(settings.listen.to_string().as_str()));
        (settings.listen.port(), layer, source.to_owned())
    };
    let (port, layer, source) = listen(&[], &[]);
    assert_eq!((port, layer), (1, "file"));
    assert!(source.ends_with("server.toml:2"), "{source}");
    assert_eq!(listen(&[], env), (2, "env", "HOTEL_SERVE_LISTEN".to_owned()));
    assert_eq!(listen(&["--listen", "127.0.0.1:3"], env), (3, "flag", "a flag".to_owned()));
    assert_eq!(listen(&[], &[("HOTEL_SERVE_LISTEN", "")]).0, 1);
    assert!(folder.load(&[], &[]).unwrap().behind_proxy);
    assert!(!folder.load(&["--behind-proxy=false"], &[]).unwrap().behind_proxy);
    assert!(folder.load(&["--behind-proxy"], &[]).unwrap().behind_proxy);
    assert_eq!(folder.load(&[], env).unwrap().log_filter, "warn");
}

#[test]
fn another_file_may_be_named_and_paths_in_it_count_from_there() {
    let folder = Folder::with("listen = \"127.0.0.1:1\"\n");
    let other = folder.folder.path().join("other.toml");
    let text = "database = \"h.db\"\ntls_cert = \"/c.pem\"\ntls_key = \"k.pem\"\n\
                drain_wait = \"5s\"\nmetrics_listen = \"127.0.0.1:9\"\nlog = \"json\"\n";
    fs::write(&other, text).unwrap();
    let named = other.to_str().unwrap();
    for settings in [
        folder.load(&["--config", named], &[(FILE_VARIABLE, "/nowhere")]).unwrap(),
        folder.load(&[], &[(FILE_VARIABLE, named)]).unwrap(),
    ] {
        assert_eq!(settings.listen.port(), 7070);
        let database = folder.folder.path().join("h.db");
        assert_eq!(settings.database.expose(), database.to_str().unwrap());
        let key = folder.folder.path().join("k.pem");
        assert_eq!(settings.tls, Some((PathBuf::from("/c.pem"), key)));
        assert_eq!((settings.drain_wait, settings.log_json), (Duration::from_secs(5), true));
        assert_eq!(settings.metrics_listen.unwrap().port(), 9);
        assert!(!settings.is_usual_database);
    }
    let error = folder.refused(&["--config", "/nowhere/server.toml"], &[]);
    assert_eq!(error.code, "local.io");
}

#[test]
fn what_is_wrong_is_named_with_its_place_and_the_way_on() {
    for (text, code, message, why) in [
        (
            "listen = \"1\"\nlisten_on = 3\n",
            "config.unknown_key",
            "server.toml:2: unknown setting `listen_on`",
            "the settings are listen, database",
        ),
        ("a = = 3\n", "config.broken", "server.toml:1 is not valid TOML", ""),
        ("drain_wait = [1]\n", "config.broken", "server.toml:1: `drain_wait` should be text", ""),
        (
            "\nlisten = \"here\"\n",
            "config.value",
            "`here` does not fit the setting listen",
            "server.toml:2",
        ),
        (
            "drain_wait = \"2h\"\n",
            "config.value",
            "`2h` does not fit the setting drain_wait",
            "server.toml:1",
        ),
        ("tls_cert = \"c.pem\"\n", "config.value", "tls_cert needs tls_key beside it", ""),
    ] {
        let error = Folder::with(text).refused(&[], &[]);
        assert_eq!(error.code, code, "{text}");
        assert!(error.message.ends_with(message), "{}", error.message);
        let reasons = error.why.join("\n");
        assert!(reasons.contains(why), "{reasons}");
    }
    let error = Folder::with("listn = \"x\"\n").refused(&[], &[]);
    assert_eq!(error.hints, ["name it `listen`, or take the line out"]);
    let error = Folder::with("").refused(&[], &[("HOTEL_SERVE_LOG", "xml")]);
    assert_eq!(error.why, ["it comes from HOTEL_SERVE_LOG", "it should be one of human, json"]);
}

#[test]
fn a_password_comes_from_file_or_variable_and_is_never_shown() {
    const URL: &str = "postgres://desk:sesame@db/hotel";
    let hidden = Some("postgres://desk:(hidden)@db/hotel");
    let folder = Folder::with("");
    let settings = folder.load(&[], &[("HOTEL_SERVE_DATABASE", URL)]).unwrap();
    assert_eq!(shown(&settings, "database").0, hidden);
    assert_eq!(settings.database.expose(), URL);
    let error = folder.refused(&["--database", URL], &[]);
    assert_eq!((error.code.as_str(), error.field.as_deref()), ("config.value", Some("--database")));
    assert!(error.hints[1].contains("HOTEL_SERVE_DATABASE"), "{:?}", error.hints);
    assert!(!format!("{error:?}").contains("sesame"));
    assert!(folder.load(&["--database", "postgres://desk@db/hotel"], &[]).is_ok());
    // The same of the replica.
    let settings = folder.load(&[], &[("HOTEL_SERVE_DATABASE_REPLICA", URL)]).unwrap();
    assert_eq!(shown(&settings, "database_replica").0, hidden);
    assert_eq!(settings.replica.unwrap().expose(), URL);
    let error = folder.refused(&["--database-replica", URL], &[]);
    assert_eq!(error.field.as_deref(), Some("--database-replica"));
    assert!(error.hints[1].contains("HOTEL_SERVE_DATABASE_REPLICA"), "{:?}", error.hints);
    let line = ["--database-replica", "postgres://desk@db/hotel"];
    let settings = folder.load(&line, &[("PGPASSWORD", "sesame")]).unwrap();
    assert_eq!(settings.replica.unwrap().expose(), "postgres://desk@db/hotel?password=sesame");
}

#[cfg(unix)]
#[test]
fn a_file_with_a_password_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::with("database = \"postgres://desk:sesame@db/hotel\"\n");
    let path = folder.paths.server_dir().join(FILE);
    let mode = |mode| fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
    mode(0o640);
    let error = folder.refused(&[], &[]);
    assert_eq!(error.code, "config.secret_exposed");
    assert!(error.hints[0].starts_with("chmod 600 "), "{:?}", error.hints);
    mode(0o600);
    let settings = folder.load(&[], &[]).unwrap();
    assert!(shown(&settings, "database").0.unwrap().contains("(hidden)"));
}
