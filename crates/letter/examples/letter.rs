//! Sets letters from text files as PDF and SVG, to look at and to measure.
//!
//! `cargo run -p letter --release --example letter -- OUT_FOLDER TEXTS_FOLDER` reads `en.txt`, `ru.txt` and so on: salutation,
//! paragraphs and closing, separated by blank lines, lines with `#` left out. The specs are written too: the browser tests
//! set them in WASM and compare.

use std::path::Path;
use std::time::Instant;

use letter::fonts::FontName;
use letter::{Alignment, Fonts, LetterSpec, LetterStyle, Paper, Profile, Sender, SpecDate};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [out, texts] = arguments.as_slice() else { return Err("usage: letter OUT_FOLDER TEXTS_FOLDER".into()) };
    let fonts = fonts();
    for (lang, place) in [
        ("en", "Freiburg, 23 November 2026"),
        ("de", "Freiburg, den 23. November 2026"),
        ("ru", "Фрайбург, 23 ноября 2026 г."),
        ("ky", "Фрайбург, 2026-жылдын 23-ноябры"),
        ("el", "Φράιμπουργκ, 23 Νοεμβρίου 2026"),
        ("pl", "Fryburg, 23 listopada 2026"),
        ("fr", "Fribourg, le 23 novembre 2026"),
        ("es", "Friburgo, 23 de noviembre de 2026"),
        ("ar", "فرايبورغ، 23 نوفمبر 2026"),
        ("he", "פרייבורג, 23 בנובמבר 2026"),
        ("hi", "फ़्राइबर्ग, 23 नवंबर 2026"),
        ("th", "ไฟรบวร์ค 23 พฤศจิกายน 2569"),
        ("zh-Hans", "弗赖堡，2026年11月23日"),
        ("ja", "フライブルク、2026年11月23日"),
        ("ko", "프라이부르크, 2026년 11월 23일"),
    ] {
        let Ok(text) = std::fs::read_to_string(Path::new(texts).join(format!("{lang}.txt"))) else { continue };
        let spec = spec(lang, place, &text);
        if !letter::missing(&spec, &fonts).is_empty() {
            println!("{lang}: its font is not in PILLARBOX_FONTS_DIR");
            continue;
        }
        write(&fonts, &spec, out, lang)?;
        if lang == "en" {
            let points = [
                "Say who you are.",
                "Ask for the conviction to be quashed, and say why you care about it, in your own words; this one is long enough to need a second line on the page, or so one hopes.",
            ];
            let lines = LetterStyle::Lines {
                heading: "What to say (cut off before posting)".into(),
                points: points.map(String::from).to_vec(),
            };
            write(&fonts, &LetterSpec { style: lines, ..spec.clone() }, out, "en-lines")?;
            write(&fonts, &LetterSpec { style: LetterStyle::Blank, ..spec.clone() }, out, "en-blank")?;
            let long = LetterSpec { body: [spec.body.as_str(); 6].join("\n\n"), ..spec.clone() };
            write(&fonts, &long, out, "en-long")?;
            let lists =
                "I ask:\n- that the conviction is quashed,\n- that she may work.\n\n> She only shared it.".to_owned();
            let alignment = Alignment::Justified;
            write(&fonts, &LetterSpec { body: lists, alignment, ..spec.clone() }, out, "en-lists")?;
            write(&fonts, &LetterSpec { alignment, ..spec.clone() }, out, "en-justified")?;
            let dutch = "Ik vraag u de veroordeling van deze mensenrechtenverdedigster te laten herzien door \
                onafhankelijke rechters, en haar ondertussen vrij te laten. Gevangenisstraf voor een krantenbericht is \
                onverenigbaar met de vrijheid van meningsuiting en met de verplichtingen van uw land.";
            write(&fonts, &LetterSpec { lang: "nl".into(), body: dutch.into(), ..spec.clone() }, out, "nl")?;
            let us = LetterSpec { profile: Profile::Plain, paper: Paper::Letter, ..spec.clone() };
            write(&fonts, &us, out, "en-plain-letter")?;
            let plain = LetterSpec { profile: Profile::Plain, ..spec.clone() };
            write(&fonts, &plain, out, "en-plain-a4")?;
            measure(&fonts, &spec)?;
        }
    }
    Ok(())
}

/// The fonts that the crate carries, and the large ones that `scripts/fonts` fetched.
fn fonts() -> Fonts {
    let folder = std::env::var_os("PILLARBOX_FONTS_DIR").unwrap_or_default();
    let large = [FontName::Chinese, FontName::Japanese, FontName::Korean];
    let found =
        large.into_iter().filter_map(|name| Some((name, std::fs::read(Path::new(&folder).join(name.file())).ok()?)));
    found.fold(Fonts::embedded(), |fonts, (name, file)| fonts.clone().with(name, file).unwrap_or(fonts))
}

fn spec(lang: &str, place: &str, text: &str) -> LetterSpec {
    let text: String = text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let mut parts: Vec<&str> = text.trim().split("\n\n").collect();
    let closing = parts.pop().unwrap_or_default().to_owned();
    let salutation = if parts.is_empty() { String::new() } else { parts.remove(0).to_owned() };
    LetterSpec {
        lang: lang.into(),
        title: "Letter for Rita Karasartova".into(),
        date: SpecDate { year: 2026, month: 11, day: 23 },
        profile: Profile::Din5008B,
        paper: Paper::A4,
        sender: Sender { name: "Anna Berg".into(), lines: vec!["Freiburg".into()] },
        recipient: ["Prosecutor General", "A. Toktonalieva Street, 139", "Bishkek 720040", "KYRGYZSTAN"]
            .map(String::from)
            .to_vec(),
        place_and_date: place.into(),
        salutation,
        body: parts.join("\n\n"),
        closing,
        style: LetterStyle::default(),
        alignment: Alignment::default(),
    }
}

fn write(fonts: &Fonts, spec: &LetterSpec, out: &str, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    let document = letter::layout(spec, fonts)?;
    let folder = Path::new(out);
    std::fs::write(folder.join(format!("{name}.pdf")), letter::pdf::write(&document, fonts)?)?;
    std::fs::write(folder.join(format!("{name}.svg")), letter::svg::page(&document, fonts, 0)?)?;
    std::fs::write(folder.join(format!("{name}.txt")), letter::text::write(&document))?;
    std::fs::write(folder.join(format!("{name}.json")), serde_json::to_vec(spec)?)?;
    println!("{name}: {} pages", document.page_count());
    Ok(())
}

fn measure(fonts: &Fonts, spec: &LetterSpec) -> Result<(), letter::LetterError> {
    let rounds = 200;
    let start = Instant::now();
    for _ in 0..rounds {
        std::hint::black_box(letter::layout(spec, fonts)?);
    }
    let laid_out = start.elapsed();
    let document = letter::layout(spec, fonts)?;
    let start = Instant::now();
    for _ in 0..rounds {
        std::hint::black_box(letter::pdf::write(&document, fonts)?);
    }
    let written = start.elapsed();
    let start = Instant::now();
    for _ in 0..rounds {
        std::hint::black_box(letter::svg::page(&document, fonts, 0)?);
    }
    println!("layout {:?}, pdf {:?}, svg {:?} a letter", laid_out / rounds, written / rounds, start.elapsed() / rounds);
    Ok(())
}
