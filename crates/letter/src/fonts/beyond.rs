//! What the book face has not: letters of Hausa, Ewe, Akan or Venda, the phonetic alphabet, polytonic Greek, further signs.

/// The characters that Noto Serif has and Source Serif 4 has not, not even as a letter and its marks; from and to, ascending. A test
/// holds them against the fonts. It stands here so that a browser knows which font a letter needs before it has it.
const BEYOND: [(u32, u32); 149] = [
    (0x0132, 0x0133),
    (0x0166, 0x0167),
    (0x0180, 0x018e),
    (0x0190, 0x0191),
    (0x0193, 0x019f),
    (0x01a2, 0x01ae),
    (0x01b1, 0x01cc),
    (0x01dd, 0x01dd),
    (0x01e4, 0x01e5),
    (0x01ee, 0x01ef),
    (0x01f1, 0x01f3),
    (0x01f6, 0x01f7),
    (0x0200, 0x0217),
    (0x021c, 0x021d),
    (0x0220, 0x0225),
    (0x0234, 0x0236),
    (0x0238, 0x0250),
    (0x0252, 0x0258),
    (0x025a, 0x0260),
    (0x0262, 0x02af),
    (0x02b1, 0x02b1),
    (0x02b4, 0x02b6),
    (0x02b9, 0x02ba),
    (0x02bd, 0x02bd),
    (0x02c0, 0x02c5),
    (0x02cd, 0x02d7),
    (0x02de, 0x02e0),
    (0x02e4, 0x02ff),
    (0x0305, 0x0305),
    (0x030d, 0x031a),
    (0x031c, 0x0322),
    (0x0325, 0x0325),
    (0x032a, 0x032d),
    (0x032f, 0x0330),
    (0x0332, 0x033f),
    (0x0342, 0x0343),
    (0x0345, 0x034e),
    (0x0350, 0x0373),
    (0x0376, 0x037d),
    (0x037f, 0x037f),
    (0x03cf, 0x03d6),
    (0x03d8, 0x03d8),
    (0x03da, 0x03da),
    (0x03dc, 0x03dc),
    (0x03de, 0x03e0),
    (0x03f0, 0x03ff),
    (0x0460, 0x0461),
    (0x0464, 0x0471),
    (0x0476, 0x048f),
    (0x0494, 0x0495),
    (0x049c, 0x049f),
    (0x04a4, 0x04a9),
    (0x04ac, 0x04ad),
    (0x04b4, 0x04b5),
    (0x04b8, 0x04b9),
    (0x04bc, 0x04bf),
    (0x04c3, 0x04ce),
    (0x04e0, 0x04e1),
    (0x04f6, 0x04f7),
    (0x04fa, 0x052f),
    (0x10fb, 0x10fb),
    (0x1ab0, 0x1ace),
    (0x1c80, 0x1c88),
    (0x1d00, 0x1d42),
    (0x1d44, 0x1d46),
    (0x1d4a, 0x1d4c),
    (0x1d4e, 0x1d4e),
    (0x1d51, 0x1d51),
    (0x1d53, 0x1d55),
    (0x1d59, 0x1d5a),
    (0x1d5c, 0x1d9b),
    (0x1d9d, 0x1d9f),
    (0x1da1, 0x1dba),
    (0x1dbc, 0x1e01),
    (0x1e12, 0x1e13),
    (0x1e18, 0x1e1b),
    (0x1e2c, 0x1e2d),
    (0x1e3c, 0x1e3d),
    (0x1e4a, 0x1e4b),
    (0x1e70, 0x1e71),
    (0x1e74, 0x1e77),
    (0x1e9a, 0x1e9a),
    (0x1e9c, 0x1e9d),
    (0x1e9f, 0x1e9f),
    (0x1efa, 0x1f6f),
    (0x1f80, 0x1faf),
    (0x1fb2, 0x1fb7),
    (0x1fbc, 0x1fbd),
    (0x1fbf, 0x1fc7),
    (0x1fcc, 0x1fcf),
    (0x1fd6, 0x1fd7),
    (0x1fdd, 0x1fdf),
    (0x1fe4, 0x1fe7),
    (0x1fec, 0x1fec),
    (0x1ff0, 0x1ff7),
    (0x1ffc, 0x1ffc),
    (0x1ffe, 0x1fff),
    (0x2016, 0x2017),
    (0x201b, 0x201b),
    (0x201f, 0x201f),
    (0x2023, 0x2024),
    (0x2027, 0x2029),
    (0x2031, 0x2031),
    (0x2034, 0x2038),
    (0x203b, 0x203b),
    (0x203d, 0x2043),
    (0x2045, 0x2046),
    (0x204a, 0x205e),
    (0x2065, 0x2065),
    (0x207a, 0x207c),
    (0x208a, 0x208c),
    (0x2090, 0x20a0),
    (0x20a2, 0x20a3),
    (0x20a5, 0x20a5),
    (0x20a8, 0x20a8),
    (0x20aa, 0x20aa),
    (0x20ad, 0x20ad),
    (0x20af, 0x20b0),
    (0x20b3, 0x20b3),
    (0x20b6, 0x20b7),
    (0x20bb, 0x20bc),
    (0x20be, 0x20be),
    (0x20c0, 0x20c0),
    (0x20f0, 0x20f0),
    (0x2100, 0x2112),
    (0x2114, 0x2115),
    (0x2118, 0x211f),
    (0x2121, 0x2121),
    (0x2123, 0x2125),
    (0x2127, 0x2129),
    (0x212c, 0x212d),
    (0x212f, 0x2152),
    (0x2155, 0x215a),
    (0x215f, 0x215f),
    (0x2183, 0x2189),
    (0x25cc, 0x25cc),
    (0x2c60, 0x2c7f),
    (0x2de0, 0x2e39),
    (0x2e3c, 0x2e5d),
    (0xa640, 0xa69f),
    (0xa700, 0xa7d9),
    (0xa7f2, 0xa7ff),
    (0xa92e, 0xa92e),
    (0xab30, 0xab6b),
    (0xfb05, 0xfb06),
    (0xfe20, 0xfe2f),
    (0xfffc, 0xfffd),
    (0x10780, 0x107ba),
    (0x1df00, 0x1df1e),
];

/// Whether a character is set in the book face's companion.
pub(super) fn beyond_book(character: char) -> bool {
    let code = u32::from(character);
    let after = BEYOND.partition_point(|range| range.0 <= code);
    after.checked_sub(1).and_then(|at| BEYOND.get(at)).is_some_and(|range| code <= range.1)
}

#[cfg(test)]
#[cfg(feature = "embedded-scripts")]
mod tests {
    use super::*;
    use crate::error::{Field, LetterError};
    use crate::fonts::{FontName, Fonts, Style};
    use crate::shape::Shaper;

    #[test]
    fn the_list_is_what_the_companion_has_and_the_book_face_has_not() {
        let book = Fonts::new(vec![(FontName::Book, FontName::Book.carried().unwrap().to_vec())]).unwrap();
        let both = Fonts::embedded();
        let companion = both.get(FontName::Latin).unwrap();
        let sets =
            |fonts: &Fonts, text: &str| Shaper::new(fonts, "en").shape(text, &[], Style::Book, Field::Body).is_ok();
        let (mut letters, mut wrong) = (0, Vec::new());
        let charmap = companion.font.charmap();
        for character in ('\u{a0}'..='\u{ffff}').filter(|character| charmap.map_unicode(*character).is_some()) {
            let code = u32::from(character);
            let text = character.to_string();
            if sets(&book, &text) == beyond_book(character) {
                wrong.push(format!("{code:04X}"));
            }
            if character.is_alphabetic() {
                assert!(sets(&both, &text), "U+{code:04X}");
                letters += 1;
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(letters > 1_000, "{letters}");
    }

    #[test]
    fn what_languages_with_further_latin_letters_write_is_set() {
        let (book, all) =
            (Fonts::new(vec![(FontName::Book, FontName::Book.carried().unwrap().to_vec())]), Fonts::embedded());
        let samples = [
            "ɓarna, ɗalibi, ƙasa",
            "Eʋegbe, ɖeka, ƒe, nyɔnu",
            "Vhuḓi, ṱhalusa, ḽifhasi, ṋanga",
            "ijs en ĳs",
            "ἄνθρωπος",
        ];
        for text in samples.into_iter().chain(["d\u{32d}", "l\u{32d}"]) {
            assert!(Shaper::new(&all, "ha").shape(text, &[], Style::Book, Field::Body).is_ok(), "{text}");
            let missing = book.as_ref().unwrap().missing("ha", [text]);
            assert_eq!(missing, ["NotoSerif-Regular.ttf"], "{text}");
            let error =
                Shaper::new(book.as_ref().unwrap(), "ha").shape(text, &[], Style::Book, Field::Body).unwrap_err();
            assert!(matches!(error, LetterError::NoFont { .. }), "{error}");
        }
        assert!(book.unwrap().missing("vi", ["Đặng Đình Bách, ṣṭ"]).is_empty(), "what is composed needs no other font");
    }
}
