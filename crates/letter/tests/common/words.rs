//! Whether what was read is what was typed, word for word.

/// A line's end in what is compared.
const END: char = '\n';

/// What pdftotext reads, with one mistake of its own put right: where text runs the other way it takes the blank that follows, in the
/// order of reading, to stand before: for `12 אב` it gives `U+202A, blank, 12, U+202C, אב`. Chrome's reader has it in its place.
fn mended(read: &str) -> String {
    let mut mended = String::with_capacity(read.len());
    let mut opened = false;
    for part in read.split_inclusive(['\u{202a}', '\u{202b}', '\u{202c}']) {
        let closes = part.ends_with('\u{202c}');
        match part.strip_prefix(' ').filter(|_| opened && closes) {
            Some(rest) => mended.extend([rest, " "]),
            None => mended.push_str(part),
        }
        opened = part.ends_with(['\u{202a}', '\u{202b}']);
    }
    mended
}

/// Without the invisible marks of direction that pdftotext adds, each stretch of blanks one space or one line's end.
fn plain(text: &str) -> Vec<char> {
    let mut plain: Vec<char> = Vec::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            _ if !character.is_whitespace() => plain.push(character),
            _ => {
                let end = matches!(character, '\n' | '\u{c}');
                match plain.last_mut() {
                    Some(last) if matches!(*last, ' ' | END) => *last = if end { END } else { *last },
                    _ => plain.push(if end { END } else { ' ' }),
                }
            }
        }
    }
    plain
}

/// Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese, and their punctuation.
fn is_unspaced(character: char) -> bool {
    matches!(character, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2018}'..='\u{201d}'
        | '\u{2e80}'..='\u{312f}' | '\u{31a0}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// How far the typed text is read from a place on.
fn read_from(read: &[char], typed: &[char]) -> usize {
    let (mut at, mut done) = (0, 0);
    while let Some(wanted) = typed.get(done) {
        let blank = matches!(*wanted, ' ' | END);
        match read.get(at) {
            Some(' ' | &END) if blank => (at, done) = (at + 1, done + 1),
            // A line may end at a hyphen, after a word's divided part, and between any two letters without a space.
            Some(&END) if at > 0 && ends_anywhere(read[at - 1]) => at += 1,
            Some('\u{ad}') if *wanted != '\u{ad}' => at += 1,
            Some(found) if found == wanted => (at, done) = (at + 1, done + 1),
            _ => break,
        }
    }
    done
}

fn ends_anywhere(before: char) -> bool {
    is_unspaced(before) || matches!(before, '\u{ad}' | '-')
}

/// Says where what was read is not what was typed. Blanks count: a line's end is one, but in scripts without spaces and after a
/// hyphen.
pub fn check(typed: &str, read: &str) -> Result<(), String> {
    let (typed, read) = (plain(typed.trim()), plain(&mended(read)));
    let starts = (0..read.len()).filter(|at| read.get(*at) == typed.first());
    let best = starts.map(|at| (read_from(&read[at..], &typed), at)).max().unwrap_or((0, 0));
    if best.0 == typed.len() {
        return Ok(());
    }
    let some = |text: &[char], from: usize| text.iter().skip(from).take(30).collect::<String>();
    let before = best.0.saturating_sub(12);
    Err(format!(
        "after {} characters typed {:?}, read {:?}",
        best.0,
        some(&typed, before),
        some(&read, best.1 + before)
    ))
}

#[test]
fn a_word_torn_apart_or_grown_together_is_seen() {
    assert_eq!(check("one two\n\nthree", "x one two\nthree y"), Ok(()));
    assert!(check("one two", "o ne two").is_err() && check("one two", "onetwo").is_err());
    assert!(check("प्राधिकारी", "प्रा धिकारी").is_err() && check("กําหนด", "กํา หนด").is_err());
    assert_eq!(check("我们 UN 请求", "我\n们 UN\n请求"), Ok(()));
    assert!(check("我们 UN", "我 们 UN").is_err() && check("我们 UN", "我们UN").is_err());
    assert_eq!(check("prosecutor Kempir-Abad", "prose\u{ad}\ncutor Kempir-\nAbad"), Ok(()));
    assert_eq!(check("ב 12 אב", "\u{202b}ב \u{202a} 12\u{202c}אב\u{202c}"), Ok(()));
    assert!(check("ב 12 אב", "\u{202b}ב \u{202a}12\u{202c}אב\u{202c}").is_err());
}
