use std::fs;

use super::*;

const FILE: &str = "\
# the desk
default_profile = \"desk\"

[profile.desk]
server = \"https://desk.example.com/\" # behind the proxy
hotel = \"BER-ADLER\"
sever = \"typo\"

[profile.local]
server = \"http://127.0.0.1:7070\"
";

struct Home {
    _folder: tempfile::TempDir,
    paths: Paths,
}

fn home(text: &str) -> Home {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::under(folder.path());
    fs::create_dir_all(paths.config_dir()).unwrap();
    fs::write(config_path(&paths), text).unwrap();
    Home { _folder: folder, paths }
}

impl Home {
    fn load(&self, overrides: Overrides, env: &[(&str, &str)]) -> Result<Config, CliError> {
        Config::load(&self.paths, overrides, |name| {
            env.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned())
        })
    }

    fn text(&self) -> String {
        fs::read_to_string(config_path(&self.paths)).unwrap()
    }
}

fn flags(profile: Option<&str>, values: &[(Key, &str)]) -> Overrides {
    Overrides {
        profile: profile.map(str::to_owned),
        values: values.iter().map(|(key, value)| (*key, (*value).to_owned())).collect(),
    }
}

#[test]
fn every_key_is_listed_once_in_its_place() {
    for (at, info) in KEYS.iter().enumerate() {
        assert_eq!(info.key as usize, at, "{}", info.name);
        assert_eq!(info.env, format!("HOTEL_{}", info.name.to_uppercase()));
        assert_eq!(Key::parse(info.name).unwrap(), info.key);
        if let Some(default) = info.default {
            info.key.check(default, "the default").unwrap();
        }
    }
}

#[test]
fn without_a_file_the_defaults_hold() {
    let folder = tempfile::tempdir().unwrap();
    let config =
        Config::load(&Paths::under(folder.path()), Overrides::default(), |_| None).unwrap();
    assert_eq!(config.server(), "http://127.0.0.1:7070");
    assert_eq!((config.profile(), config.token().unwrap()), ("default", None));
    assert_eq!(config.require_token().unwrap_err().category.exit_code(), 4);
}

#[test]
fn the_stronger_layer_wins() {
    let home = home(FILE);
    let check = |overrides: Overrides, env: &[(&str, &str)], expect: &str| {
        assert_eq!(home.load(overrides, env).unwrap().server(), expect);
    };
    let env = &[("HOTEL_SERVER", "http://env:1")];
    check(flags(None, &[]), &[], "https://desk.example.com");
    check(flags(Some("local"), &[]), &[], "http://127.0.0.1:7070");
    check(flags(None, &[]), &[("HOTEL_PROFILE", "local")], "http://127.0.0.1:7070");
    check(flags(Some("desk"), &[]), &[("HOTEL_PROFILE", "local")], "https://desk.example.com");
    check(flags(None, &[]), env, "http://env:1");
    check(flags(None, &[]), &[("HOTEL_SERVER", "")], "https://desk.example.com");
    check(flags(None, &[(Key::Server, "http://flag:1")]), env, "http://flag:1");
}

#[test]
fn each_layer_is_explained_and_one_wins() {
    let home = home(FILE);
    let config = home.load(Overrides::default(), &[("HOTEL_HOTEL", "HAM-1")]).unwrap();
    let explained = config.explain(Key::Hotel);
    let got: Vec<_> =
        explained.iter().map(|layer| (layer.layer, layer.value.as_deref(), layer.wins)).collect();
    assert_eq!(
        got,
        [
            ("flag", None, false),
            ("env", Some("HAM-1"), true),
            ("profile", Some("BER-ADLER"), false),
            ("default", None, false),
        ]
    );
    assert!(explained[2].source.ends_with("config.toml:6"), "{}", explained[2].source);
    let list = config.list();
    assert_eq!(list.len(), KEYS.len());
    assert_eq!(list[0].value.as_deref(), Some("https://desk.example.com/"));
}

#[test]
fn an_unknown_key_is_a_warning_with_its_line_and_a_suggestion() {
    let home = home(&format!("colour = \"x\"\n{FILE}"));
    let config = home.load(Overrides::default(), &[]).unwrap();
    let [colour, sever] = config.warnings() else { panic!("{:?}", config.warnings()) };
    assert!(colour.ends_with("config.toml:1: unknown setting `colour`"), "{colour}");
    assert!(
        sever.ends_with("config.toml:8: unknown setting `sever`, did you mean `server`?"),
        "{sever}"
    );
    assert_eq!(Key::parse("sever").unwrap_err().hints, ["hotel config get server"]);
    assert_eq!(Key::parse("error-format").unwrap(), Key::ErrorFormat);
}

#[test]
fn a_broken_file_is_refused_with_its_line() {
    for (text, expect) in [
        ("a = 1\nb = = 2\n", "config.toml:2 is not valid TOML"),
        ("profile.desk = 3\n", "config.toml:1 should be a section [profile.desk]"),
        ("[profile.desk]\nserver = [1]\n", "config.toml:2: `server` should be text"),
    ] {
        let error = home(text).load(Overrides::default(), &[]).unwrap_err();
        assert!(error.message.ends_with(expect), "{}", error.message);
        assert_eq!((error.code.as_str(), error.category.exit_code()), ("config.broken", 11));
    }
}

#[test]
fn a_value_that_does_not_fit_is_refused_with_its_source() {
    let home = home(FILE);
    for (env, value) in [
        ("HOTEL_SERVER", "desk.example.com"),
        ("HOTEL_SERVER", "http://user:pw@desk"),
        ("HOTEL_OUTPUT", "xml"),
        ("HOTEL_TIMEOUT", "soon"),
        ("HOTEL_TZ", "Berlin"),
        ("HOTEL_ASCII", "yes"),
    ] {
        let error = home.load(Overrides::default(), &[(env, value)]).unwrap_err();
        assert_eq!((error.code.as_str(), error.category.exit_code()), ("config.value", 2));
        assert_eq!(error.why[0], format!("it comes from {env}"));
    }
}

#[test]
fn an_unknown_profile_is_refused_with_a_suggestion() {
    let error = home(FILE).load(flags(Some("desk2"), &[]), &[]).unwrap_err();
    assert_eq!(
        (error.code.as_str(), error.hints[0].as_str()),
        ("config.unknown_profile", "--profile desk")
    );
    for name in ["../etc", "", "a b"] {
        let error = home(FILE).load(flags(Some(name), &[]), &[]).unwrap_err();
        assert_eq!(error.code, "config.value", "{name}");
    }
}

#[test]
fn setting_a_value_leaves_the_rest_as_it_was() {
    let home = home(FILE);
    set(&home.paths, "desk", Key::Hotel, "HAM-\"1\"").unwrap();
    assert_eq!(home.text(), FILE.replace("\"BER-ADLER\"", "'HAM-\"1\"'"));
    unset(&home.paths, "desk", Key::Hotel).unwrap();
    set(&home.paths, "desk", Key::Timeout, "5s").unwrap();
    assert!(
        home.text().contains("sever = \"typo\"\ntimeout = \"5s\"\n\n[profile.local]"),
        "{}",
        home.text()
    );
    set(&home.paths, "new", Key::Output, "json").unwrap();
    assert!(home.text().ends_with("\n\n[profile.new]\noutput = \"json\"\n"), "{}", home.text());
    set_default_profile(&home.paths, "new").unwrap();
    assert!(home.text().starts_with("# the desk\ndefault_profile = \"new\"\n"), "{}", home.text());
    assert_eq!(set(&home.paths, "new", Key::Output, "xml").unwrap_err().code, "config.value");
}

#[test]
fn a_form_that_can_not_be_edited_is_left_alone() {
    let text = "profile = { desk = { hotel = \"A\" } }\n";
    let home = home(text);
    assert_eq!(set(&home.paths, "desk", Key::Hotel, "B").unwrap_err().code, "config.broken");
    assert_eq!(home.text(), text);
}

#[test]
fn a_saved_profile_is_used_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let paths = Paths::under(folder.path());
    let token = Token::new(" sesame\n").unwrap();
    save_profile(&paths, "local", "http://127.0.0.1:7070", &token).unwrap();
    let config = Config::load(&paths, Overrides::default(), |_| None).unwrap();
    assert_eq!(config.profile(), "local");
    assert_eq!(config.require_token().unwrap().expose(), "sesame");
    assert!(!fs::read_to_string(config_path(&paths)).unwrap().contains("sesame"));
    save_profile(&paths, "other", "http://other:1", &token).unwrap();
    let config = Config::load(&paths, Overrides::default(), |_| None).unwrap();
    assert_eq!((config.profile(), config.profile_names()), ("local", vec!["local", "other"]));
    unset(&paths, "local", Key::Token).unwrap();
    assert_eq!(config.token().unwrap(), None);
}

#[test]
fn a_token_is_never_shown() {
    let home = home(FILE);
    set(&home.paths, "desk", Key::Token, "sesame").unwrap();
    for env in [&[][..], &[("HOTEL_TOKEN", "sesame")]] {
        let config = home.load(Overrides::default(), env).unwrap();
        assert_eq!(config.get(Key::Token), None);
        assert_eq!(config.token().unwrap().unwrap().expose(), "sesame");
        let said = format!("{:?}{:?}", config.explain(Key::Token), config.list());
        assert!(said.contains("(hidden)") && !said.contains("sesame"), "{said}");
        assert!(!format!("{:?}", config.token()).contains("sesame"));
        assert!(!format!("{config:?}").contains("sesame"));
    }
}

#[cfg(unix)]
#[test]
fn a_token_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let open = fs::Permissions::from_mode(0o644);
    let home = home(&FILE.replace("sever = \"typo\"", "token = \"sesame\""));
    fs::set_permissions(config_path(&home.paths), open.clone()).unwrap();
    let desk = home.load(Overrides::default(), &[]).unwrap();
    assert_eq!(desk.token().unwrap_err().code, "auth.token_exposed");
    set(&home.paths, "local", Key::Token, "sesame").unwrap();
    fs::set_permissions(token::token_path(&home.paths, "local"), open).unwrap();
    let local = home.load(flags(Some("local"), &[]), &[]).unwrap();
    let error = local.token().unwrap_err();
    assert_eq!(error.category.exit_code(), 4);
    assert!(error.hints[0].starts_with("chmod 600 "), "{:?}", error.hints);
}

#[test]
fn a_line_that_only_looks_like_a_section_is_not_edited() {
    let text = "[profile.desk]\nhotel = \"\"\"\n[profile.other]\n\"\"\"\n";
    let home = home(text);
    assert_eq!(set(&home.paths, "other", Key::Hotel, "B").unwrap_err().code, "config.broken");
    assert_eq!(home.text(), text);
}
