//! Made-up guests in several languages: names as they are written there, marks and all.

use hotel_core::command::people::GuestDetails;
use hotel_core::text::Note;

use super::dice::Dice;
use super::known;
use crate::error::CliError;

/// Family names and given names of one language.
struct Tongue {
    families: &'static [&'static str],
    given: &'static [&'static str],
    /// Where its letters of e-mail go; example domains reach nobody.
    domain: &'static str,
}

const TONGUES: &[Tongue] = &[
    Tongue {
        families: &["Müller", "Schröder", "Groß", "Köhler", "Weiß", "Jäger", "von Ahlen", "Böhm"],
        given: &["Jürgen", "Änne", "Lukas", "Käthe", "Sören", "Mareike", "Björn", "Heike"],
        domain: "example.de",
    },
    Tongue {
        families: &["Novák", "Dvořák", "Řezníček", "Kowalczyk", "Łukasik", "Wójcik", "Čapková"],
        given: &["Jana", "Jiří", "Zdeněk", "Małgorzata", "Łukasz", "Božena", "Šimon", "Agnieszka"],
        domain: "example.cz",
    },
    Tongue {
        families: &["Lefèvre", "Béranger", "d’Aubigné", "Moreau", "Château", "Noël", "Bouchard"],
        given: &["Zoé", "François", "Amélie", "Rémi", "Anaïs", "Théo", "Maëlle", "Léon"],
        domain: "example.fr",
    },
    Tongue {
        families: &["Núñez", "Ibáñez", "Gonçalves", "Araújo", "Peña", "Magalhães", "Quiñones"],
        given: &["Iñaki", "María José", "João", "Conceição", "Andrés", "Inês", "Lucía", "Tomás"],
        domain: "example.es",
    },
    Tongue {
        families: &["Okafor", "Adébáyọ̀", "Nkosi", "Dlamini", "Mensah", "Ọláyínká", "van Wyk"],
        given: &["Ada", "Chinedu", "Thandiwe", "Sipho", "Kwame", "Folákẹ́", "Lerato", "Pieter"],
        domain: "example.org",
    },
    Tongue {
        families: &["Smith", "O’Sullivan", "Hughes", "Walker", "Nguyen-Brown", "McAllister", "Lee"],
        given: &["Olivia", "Seán", "Grace", "Noah", "Siobhán", "Ethan", "Maya", "Rhys"],
        domain: "example.com",
    },
    Tongue {
        families: &["佐藤", "鈴木", "高橋", "田中", "伊藤", "山本", "小林", "渡邉"],
        given: &["陽菜", "翔太", "美咲", "健", "さくら", "大輔", "葵", "直樹"],
        domain: "example.jp",
    },
    Tongue {
        families: &["김", "이", "박", "최", "정", "강", "남궁", "황보"],
        given: &["서연", "민준", "지우", "하은", "도윤", "수빈", "예준", "은별"],
        domain: "example.kr",
    },
    Tongue {
        families: &["王", "李", "张", "刘", "陈", "欧阳", "黄", "司马"],
        given: &["伟", "芳", "秀英", "小明", "丽娜", "志强", "雨桐", "子轩"],
        domain: "example.cn",
    },
    Tongue {
        families: &["Shrestha", "Gurung", "Tamang", "Sharma", "Thapa", "Rai", "Adhikari"],
        given: &["Sita", "Bikash", "Anjali", "Pemba", "Ramesh", "Kamala", "Dorje", "Nisha"],
        domain: "example.net",
    },
    Tongue {
        families: &["Yılmaz", "Öztürk", "Şahin", "Çelik", "Doğan", "Al-Sabah", "Haddad", "Nasser"],
        given: &["Ayşe", "Işık", "Gökhan", "Leyla", "Çağla", "Omar", "Noor", "Yusuf"],
        domain: "example.net",
    },
    Tongue {
        families: &["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đặng", "Bùi"],
        given: &["Thị Hương", "Văn Đức", "Ngọc Ánh", "Quốc Bảo", "Thu Hà", "Minh Tuấn"],
        domain: "example.org",
    },
];

const NOTES: &[&str] = &["Stammgast", "speaks no English", "VIP", "allergic to nuts", "fidèle 🏨"];

const WISHES: &[&str] = &[
    "quiet room, high floor",
    "late arrival, after 22:00",
    "Zustellbett für ein Kind",
    "feather-free bedding",
    "pas de chambre côté rue",
    "禁煙の部屋をお願いします",
    "honeymoon 🌹",
];

/// Makes up a guest.
pub(super) fn guest(dice: &mut Dice, number: usize) -> Result<GuestDetails, CliError> {
    let tongue = dice.pick(TONGUES).unwrap_or(&TONGUES[0]);
    let family = dice.pick(tongue.families).unwrap_or(&"Doe");
    let given = dice.pick(tongue.given).unwrap_or(&"Jo");
    let email = format!("guest{number}@{}", tongue.domain);
    Ok(GuestDetails {
        family: known(family)?,
        given: known(given)?,
        email: known(if dice.chance(70) { &email } else { "" })?,
        // 555-01xx is set aside for fiction.
        phone: known(if dice.chance(40) { "+1 212 555 0143" } else { "" })?,
        note: one_of(dice, NOTES, 4)?,
    })
}

/// Makes up what a guest asks for; mostly nothing.
pub(super) fn wishes(dice: &mut Dice) -> Result<Note, CliError> {
    one_of(dice, WISHES, 12)
}

fn one_of(dice: &mut Dice, texts: &[&str], percent: u32) -> Result<Note, CliError> {
    let text = if dice.chance(percent) { dice.pick(texts) } else { None };
    known(text.unwrap_or(&""))
}
