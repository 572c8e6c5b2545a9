//! Letters in fifteen languages: what `pdftotext` reads in the file is what was typed, in the order of reading.
#![cfg(all(feature = "pdf", feature = "svg", feature = "sheets", feature = "embedded", feature = "hyphens"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests fail the test")]

#[path = "common/arabic.rs"]
mod arabic;
mod common;
#[path = "common/sheets.rs"]
mod samples;
#[path = "common/words.rs"]
mod words;

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use common::languages;
use letter::fonts::FontName;
use letter::frame::{Line, Placed, Role};
use letter::{Document, Fonts, LetterSpec, Paper, Profile};

/// The East Asian fonts are too large for the repository: `scripts/fonts` fetches them.
fn fonts() -> Fonts {
    let folder = std::env::var_os("PILLARBOX_FONTS_DIR").map(PathBuf::from).unwrap_or_else(|| {
        let cache = std::env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let cache = cache.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")));
        cache.unwrap().join("pillarbox/fonts")
    });
    [FontName::Chinese, FontName::Japanese, FontName::Korean].into_iter().fold(Fonts::embedded(), |fonts, name| {
        let path = folder.join(name.file());
        let file = std::fs::read(&path).unwrap_or_else(|_| panic!("{} is missing: run scripts/fonts", path.display()));
        fonts.with(name, file).unwrap()
    })
}

fn read_by_pdftotext(pdf: &[u8]) -> String {
    let mut child = Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is installed (Debian: poppler-utils)");
    let mut stdin = child.stdin.take().unwrap();
    let pdf = pdf.to_vec();
    let feeder = std::thread::spawn(move || stdin.write_all(&pdf).unwrap());
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Without spaces, line ends, hyphens at line ends, and the invisible marks of direction that pdftotext adds.
fn solid(text: &str) -> String {
    let invisible =
        |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !c.is_whitespace() && !invisible(*c)).collect()
}

fn typed(spec: &LetterSpec) -> String {
    [&spec.place_and_date, &spec.salutation, &spec.body, &spec.closing].map(String::as_str).join("\n")
}

/// The letter's own part of the page, from the date to the closing, as it should be read.
fn check_read(lang: &str, spec: &LetterSpec, text: &str) -> Result<(), String> {
    words::check(&typed(spec), text).map_err(|wrong| format!("{lang}: {wrong}\n"))
}

#[test]
fn what_is_read_in_each_language_is_what_was_typed() {
    let (fonts, mut wrong) = (fonts(), String::new());
    for (lang, spec) in languages() {
        for profile in [Profile::Din5008B, Profile::Plain] {
            let document = letter::layout(&LetterSpec { profile, ..spec.clone() }, &fonts).unwrap();
            let pdf = letter::pdf::write(&document, &fonts).unwrap();
            wrong.extend(check_read(lang, &spec, &read_by_pdftotext(&pdf)).err());
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn lines_say_whether_a_space_parts_them() {
    let fonts = fonts();
    for (lang, spec) in languages() {
        let document = letter::layout(&spec, &fonts).unwrap();
        let (mut text, mut before) = (String::new(), None::<&Line>);
        for Placed { line, .. } in lines(&document, Role::Body) {
            text.extend(before.filter(|before| line.opens || !before.runs_on).map(|_| ' '));
            text.push_str(line.text.trim_end_matches('\u{ad}'));
            before = Some(line);
        }
        assert_eq!(text, spec.body.replace("\n\n", " ").replace('\n', " "), "{lang}");
    }
}

#[test]
fn each_letter_is_one_page_and_leaves_no_character_out() {
    let fonts = fonts();
    let languages = languages();
    assert_eq!(languages.len(), 15);
    for (lang, spec) in languages {
        let document = letter::layout(&spec, &fonts).unwrap();
        assert_eq!(document.page_count(), 1, "{lang}");
        let text = solid(&letter::text::write(&document));
        assert!(text.replace('-', "").contains(&solid(&typed(&spec)).replace('-', "")), "{lang}");
        assert!(letter::svg::page(&document, &fonts, 0).unwrap().contains("<use"), "{lang}");
    }
}

fn lines(document: &Document, role: Role) -> Vec<Placed<'_>> {
    document.pages.iter().flat_map(|page| page.lines()).filter(|placed| placed.line.role == role).collect()
}

#[test]
fn arabic_and_hebrew_begin_at_the_right_and_the_window_stays_where_it_is() {
    let fonts = fonts();
    for (lang, spec) in languages() {
        let document = letter::layout(&spec, &fonts).unwrap();
        let rtl = matches!(lang, "ar" | "he");
        for line in lines(&document, Role::Body) {
            let right = line.x + line.line.width();
            assert_eq!(line.line.rtl, rtl, "{lang}");
            assert!(if rtl { (right - 190_000).abs() < 5 } else { line.x == 25_000 }, "{lang}: {} to {right}", line.x);
        }
        let date = lines(&document, Role::Place)[0];
        assert_eq!(date.x == 25_000, rtl, "{lang}: the date stands at the far edge");
        assert!(lines(&document, Role::Recipient).iter().all(|line| line.x == 25_000), "{lang}: a Latin address");
    }
}

#[test]
fn thai_is_broken_between_words_and_chinese_keeps_its_stops_with_their_line() {
    let fonts = fonts();
    for (lang, spec) in languages().into_iter().filter(|(lang, _)| matches!(*lang, "th" | "zh-Hans" | "ja")) {
        let document = letter::layout(&spec, &fonts).unwrap();
        let body = lines(&document, Role::Body);
        assert!(body.len() > 6, "{lang}");
        for line in body {
            let text = &line.line.text;
            let first = text.chars().next().unwrap();
            let last = text.chars().last().unwrap();
            assert!(!"，。、；：？！）」』”’々ーっゃゅょァィゥェォッャュョะาำ็่้๊๋์ิีึืฺุูๆฯ".contains(first), "{lang}: {text}");
            assert!(!"（「『“‘เแโใไ".contains(last), "{lang}: {text}");
        }
    }
}

#[test]
fn scripts_mix_in_one_line() {
    let fonts = fonts();
    let body =
        "In Bishkek (Бишкек, 比什凯克, ビシュケク) wrote ريتا كاراسارتوفا on 18/9, ริตา and रीता, Đặng Đình Bách.";
    let spec = LetterSpec { body: body.into(), ..common::rita() };
    let document = letter::layout(&spec, &fonts).unwrap();
    let pdf = letter::pdf::write(&document, &fonts).unwrap();
    check_read("mixed", &spec, &read_by_pdftotext(&pdf)).unwrap();
}

#[test]
fn decomposed_letters_look_the_same_and_are_read_as_typed() {
    let fonts = Fonts::embedded();
    let glyphs = |body: &str| {
        let document = letter::layout(&LetterSpec { body: body.into(), ..common::rita() }, &fonts).unwrap();
        let runs: Vec<u16> = lines(&document, Role::Body)
            .iter()
            .flat_map(|placed| &placed.line.runs)
            .flat_map(|run| &run.glyphs)
            .map(|glyph| glyph.id)
            .collect();
        runs
    };
    assert_eq!(glyphs("Tu\u{301} Vie\u{302}\u{323}t Nam, cafe\u{301}"), glyphs("T\u{fa} Vi\u{1ec7}t Nam, caf\u{e9}"));
}

#[test]
fn bengali_and_persian_are_set_and_read() {
    let fonts = Fonts::embedded();
    let samples = [
        ("bn", "আমি আপনাকে রিতা কারাসার্তোভার বিষয়ে লিখছি, যিনি ক্ষমতার অপব্যবহারের বিরুদ্ধে কাজ করেন।"),
        ("fa", "این نامه را درباره ریتا کاراسارتووا می‌نویسم که تبرئه شد"),
        ("vi", "Tôi viết thư này về trường hợp của Đặng Đình Bách, nhà bảo vệ môi trường."),
    ];
    for (lang, body) in samples {
        let spec = LetterSpec { lang: lang.into(), body: body.into(), ..common::rita() };
        let document = letter::layout(&spec, &fonts).unwrap();
        let read = read_by_pdftotext(&letter::pdf::write(&document, &fonts).unwrap());
        words::check(body, &read).unwrap_or_else(|wrong| panic!("{lang}: {wrong}"));
    }
}

/// Article 1 of the Universal Declaration of Human Rights.
const ARTICLE_1: [(&str, &str); 3] = [
    (
        "km",
        "មនុស្សទាំងអស់ កើតមកមានសេរីភាព និងសមភាព ក្នុងផ្នែកសេចក្ដីថ្លៃថ្នូរនិងសិទ្ធិ។ មនុស្ស មានវិចារណញ្ញាណនិងសតិសម្បជញ្ញៈជាប់ពីកំណើត \
         ហើយគប្បីប្រព្រឹត្ដចំពោះគ្នាទៅវិញទៅមក ក្នុងស្មារតីភាតរភាពជាបងប្អូន។",
    ),
    (
        "lo",
        "ມະນຸດເກີດມາມີສິດເສລີພາບ ແລະ ສະເໝີໜ້າກັນໃນທາງກຽດຕິສັກ ແລະ ທາງສິດດ້ວຍມະນຸດມີສະຕິສຳປັດຊັນຍະ(ຮູ້ດີຮູ້ຊົ່ວ)ແລະມີມະໂນທຳ\
         ຈຶ່ງຕ້ອງປະພຶດຕົນຕໍ່ກັນໃນທາງພີ່ນ້ອງ.",
    ),
    (
        "my",
        "လူတိုင်းသည် တူညီ လွတ်လပ်သော ဂုဏ်သိက္ခာဖြင့် လည်းကောင်း၊ တူညီလွတ်လပ်သော အခွင့်အရေးများဖြင့် လည်းကောင်း၊ မွေးဖွားလာသူများ ဖြစ်သည်။ \
         ထိုသူတို့၌ ပိုင်းခြား ဝေဖန်တတ်သော ဉာဏ်နှင့် ကျင့်ဝတ် သိတတ်သော စိတ်တို့ရှိကြ၍ ထိုသူတို့သည် အချင်းချင်း မေတ္တာထား၍ ဆက်ဆံကျင့်သုံးသင့်၏။",
    ),
];

#[test]
fn khmer_lao_and_burmese_are_set_read_and_broken_between_words() {
    let (fonts, mut wrong) = (Fonts::embedded(), String::new());
    for (lang, text) in ARTICLE_1 {
        // Without its spaces only the dictionary says where lines end.
        for body in [format!("{text} {text}"), text.repeat(2).replace(' ', "")] {
            let spec = LetterSpec { lang: lang.into(), body: body.clone(), ..common::rita() };
            let document = letter::layout(&spec, &fonts).unwrap();
            let read = read_by_pdftotext(&letter::pdf::write(&document, &fonts).unwrap());
            wrong.extend(words::check(&body, &read).map_err(|wrong| format!("{lang}: {wrong}\n")).err());
            let lines = lines(&document, Role::Body);
            assert!(lines.len() >= 3, "{lang}: {} lines", lines.len());
            let (last, full) = lines.split_last().unwrap();
            let full_enough = |line: &&Placed| line.line.width() > 120_000;
            assert!(full.iter().filter(full_enough).count() + 1 >= full.len(), "{lang}: ragged beyond words");
            for line in full.iter().skip(1).chain([last]) {
                let first = line.line.text.chars().next().unwrap();
                assert!(!"ាិីឹឺុូួើឿៀេែៃោៅំះៈ្៉៊់៌៍័។ະັາຳິີຶືຸູົຼຽໆ່້໊໋໌ໍါာိီုူေဲံ့း္်ျြွှ၊။".contains(first), "{lang}: {}", line.line.text);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn labels_in_arabic_are_read_as_typed_ligatures_too() {
    let fonts = Fonts::embedded();
    let read = |document: Document| solid(&read_by_pdftotext(&letter::pdf::write(&document, &fonts).unwrap()));
    let cover = read(letter::sheets::cover(&arabic::cover(Paper::A4), &fonts).unwrap());
    for text in [
        "مجموعة فرايبورغ، 10 ديسمبر",
        "ريتا كاراسارتوفا",
        "منال العتيبي",
        "المدعي العام",
        "هكذا ترسل",
        "إلى قيرغيزستان",
    ] {
        assert!(cover.contains(&solid(text)), "{text}: {cover}");
    }
    let tally = read(letter::sheets::tally(&arabic::tally(Paper::A4), &fonts).unwrap());
    for text in ["كم أرسلنا؟", "مطبوعة وموقعة", "المكان والتاريخ", "خط واحد لكل رسالة."]
    {
        assert!(tally.contains(&solid(text)), "{text}: {tally}");
    }
}

#[test]
fn serbian_letters_have_their_own_forms() {
    let fonts = Fonts::embedded();
    let glyphs = |lang: &str| {
        let spec = LetterSpec { lang: lang.into(), body: "бгд".into(), ..common::rita() };
        let document = letter::layout(&spec, &fonts).unwrap();
        lines(&document, Role::Body)[0].line.runs[0].glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>()
    };
    assert_ne!(glyphs("sr"), glyphs("ru"));
    assert_eq!(glyphs("ky"), glyphs("ru"), "Kyrgyz is written with the same forms");
}

#[test]
fn what_no_font_has_is_named() {
    let error =
        letter::layout(&LetterSpec { body: "Free her \u{1F54A}".into(), ..common::rita() }, &fonts()).unwrap_err();
    assert!(error.to_string().contains("U+1F54A"), "{error}");
}
