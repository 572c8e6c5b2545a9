//! What a file's text is, read off its operators and its fonts' tables.
#![allow(dead_code, reason = "not every test needs it")]

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

/// What each code of each font means.
type Meanings = BTreeMap<Vec<u8>, BTreeMap<u16, String>>;

/// How often each character stands in the file's text, spaces left out.
pub fn characters(bytes: &[u8]) -> BTreeMap<char, usize> {
    let pdf = Document::load_mem(bytes).unwrap();
    let mut counts = BTreeMap::new();
    for page in pdf.get_pages().into_values() {
        let meanings = meanings(&pdf, pdf.get_dictionary(page).unwrap());
        let mut font = Vec::new();
        for operation in Content::decode(&pdf.get_page_content(page)).unwrap().operations {
            match operation.operator.as_str() {
                "Tf" => font = operation.operands[0].as_name().unwrap().to_vec(),
                "TJ" => {
                    let strings =
                        operation.operands[0].as_array().unwrap().iter().filter_map(|part| part.as_str().ok());
                    let codes =
                        strings.flat_map(|codes| codes.chunks(2)).map(|two| u16::from_be_bytes([two[0], two[1]]));
                    codes
                        .flat_map(|code| meanings[&font][&code].chars())
                        .for_each(|c| *counts.entry(c).or_insert(0) += 1);
                }
                _ => {}
            }
        }
    }
    counts
}

fn meanings(pdf: &Document, page: &Dictionary) -> Meanings {
    let dict = |object: &Object| match object {
        Object::Reference(id) => pdf.get_dictionary(*id).unwrap().clone(),
        other => other.as_dict().unwrap().clone(),
    };
    let fonts = dict(dict(page.get(b"Resources").unwrap()).get(b"Font").unwrap());
    let of_font = |(name, font): (&Vec<u8>, &Object)| {
        let table = dict(font).get(b"ToUnicode").unwrap().as_reference().unwrap();
        let table = pdf.get_object(table).unwrap().as_stream().unwrap().get_plain_content().unwrap();
        (name.clone(), codes(&String::from_utf8(table).unwrap()))
    };
    fonts.iter().map(of_font).collect()
}

fn codes(table: &str) -> BTreeMap<u16, String> {
    let units = |text: &str| -> Vec<u16> {
        let digits = text.trim_matches(['<', '>']).as_bytes().chunks(4);
        digits.map(|four| u16::from_str_radix(std::str::from_utf8(four).unwrap(), 16).unwrap()).collect()
    };
    let pairs = table.lines().filter(|line| line.starts_with('<') && !line.contains("<FFFF>"));
    let pair = |line: &str| {
        let (code, text) = line.split_once(' ').unwrap();
        (units(code)[0], String::from_utf16(&units(text)).unwrap())
    };
    pairs.map(pair).collect()
}

/// The characters that show and stand less often in the file than they were typed, each with how often they are missing.
pub fn missing(typed: &str, file: &[u8]) -> Vec<(char, usize)> {
    let found = characters(file);
    let mut wanted: BTreeMap<char, usize> = BTreeMap::new();
    typed.chars().filter(|c| shows(*c)).for_each(|c| *wanted.entry(c).or_insert(0) += 1);
    let missing = |(character, count): (char, usize)| {
        let found = found.get(&character).copied().unwrap_or(0);
        (found < count).then(|| (character, count - found))
    };
    wanted.into_iter().filter_map(missing).collect()
}

/// What shows: all but spaces and what has no look of its own.
pub fn shows(character: char) -> bool {
    let silent = matches!(character, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}');
    !character.is_whitespace() && !character.is_control() && !silent
}
