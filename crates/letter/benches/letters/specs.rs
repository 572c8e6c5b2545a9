//! The letters that are measured, here and by `pillarbox bench letters`: 250 words each, on A4 for a window envelope after DIN
//! 5008 B. Sender and addressee are different in each; the people and places are made up.

use letter::{Alignment, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};

/// The text, in sentences: 250 words in four paragraphs.
const TEXT: &[&[&str]] = &[
    &[
        "I am writing to you about a teacher from your region who has been held since last winter.",
        "She had asked in public why the school in her village was closed, and she had asked for it more than once.",
        "Her letters were polite, her meetings were announced, and nobody was ever hurt at one of them.",
        "She was nevertheless arrested at home, in front of her children, and has not been allowed to see them since.",
    ],
    &[
        "The charge speaks of unrest, but the file that her lawyer was shown names no place and no day on which there was any.",
        "The hearing was closed to her family and to the press, and the witnesses whom she named were not heard.",
        "According to your own code of procedure both would have been her right.",
    ],
    &[
        "I also worry about her health.",
        "She needs medicine every day, and her sister says that parcels come back unopened.",
        "A doctor whom the family trusts has offered to visit her at no cost, and has had no answer for two months.",
        "Medical care is owed to everyone who is held, whatever they are accused of.",
    ],
    &[
        "I respectfully ask you to have the case looked at again, openly and by judges who are free to decide, and to let her go home until they have.",
        "I ask you as well to let the doctor see her this week.",
        "Thank you for reading this, and for what you can do.",
    ],
];

const NAMES: &[&str] =
    &["Anna", "Ben", "Chloé", "Dávid", "Élise", "Frank", "Grażyna", "Håkon", "Inês", "Jürgen", "Kaja"];
const FAMILIES: &[&str] = &["Berg", "Cole", "Đặng", "Ferrari", "García", "Hašek", "Jørgensen", "Łukasik", "Müller"];
const STREETS: &[&str] =
    &["Mill Lane", "Rue des Écoles", "Hauptstraße", "Calle Mayor", "Storgata", "Lange Straat", "Via Roma"];
const TOWNS: &[&str] = &["Freiburg", "Lyon", "Kraków", "Oslo", "Utrecht", "Sevilla", "Bologna", "Brno"];
const OFFICES: &[&str] = &[
    "Prosecutor General",
    "Minister of Justice",
    "President of the Supreme Court",
    "Head of the Prison Service",
    "Governor",
];

/// Letter number `number`, counted from 0. With a text of its own no paragraph is like another letter's.
pub fn letter(number: usize, own_text: bool) -> LetterSpec {
    let name = format!("{} {}", pick(NAMES, number), pick(FAMILIES, number / NAMES.len()));
    let town = format!("{} {}", 10_000 + number % 89_999, pick(TOWNS, number));
    LetterSpec {
        lang: "en".into(),
        title: format!("Letter {}", number + 1),
        date: SpecDate { year: 2026, month: 11, day: 23 },
        profile: Profile::Din5008B,
        paper: Paper::A4,
        sender: Sender { name, lines: vec![format!("{} {}", pick(STREETS, number), 1 + number % 211), town] },
        recipient: vec![
            pick(OFFICES, number).to_owned(),
            format!("Office {}, Floor {}", 100 + number, number % 9),
            format!("{} Square of the Republic", 1 + number % 97),
            format!("{} Capital City", 700_000 + number),
            "KYRGYZSTAN".into(),
        ],
        place_and_date: format!("{}, 23 November 2026", pick(TOWNS, number)),
        salutation: "Dear Sir or Madam,".into(),
        body: if own_text { own(number) } else { shared() },
        closing: "Yours sincerely,".into(),
        style: LetterStyle::Prefilled,
        alignment: Alignment::Ragged,
    }
}

fn pick<'t>(from: &[&'t str], number: usize) -> &'t str {
    from.get(number % from.len()).copied().unwrap_or_default()
}

fn shared() -> String {
    TEXT.iter().map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n\n")
}

/// The same sentences, turned around in each paragraph and with a few words that no other letter has.
fn own(number: usize) -> String {
    let mut paragraphs = Vec::with_capacity(TEXT.len());
    for (place, sentences) in TEXT.iter().enumerate() {
        let mut sentences = sentences.to_vec();
        let count = sentences.len().max(1);
        sentences.rotate_left((number / (1 << (2 * place))) % count);
        let mark = format!("In my own words, number {} of {}:", number + 1, place + 1);
        sentences.insert(number % count, &mark);
        paragraphs.push(sentences.join(" "));
    }
    paragraphs.join("\n\n")
}
