//! How PDF writes numbers, names, strings and references (ISO 32000-1, 7.3).
//!
//! By hand and without floating point: a page has thousands of numbers, and they have to be the same everywhere.

/// An object's number. All generations are 0.
pub(super) type Ref = u32;

/// What PDF syntax is written into.
pub(super) trait Syntax {
    /// Plain syntax, as it is.
    fn raw(&mut self, syntax: &str) -> &mut Self;
    /// A whole number.
    fn int(&mut self, number: i64) -> &mut Self;
    /// A number of thousandths as a decimal without zeros at its end.
    fn thousandths(&mut self, number: i64) -> &mut Self;
    /// A reference to an object.
    fn reference(&mut self, object: Ref) -> &mut Self;
    /// A name; what a name may not have is written as its code.
    fn name(&mut self, name: &str) -> &mut Self;
    /// A string of bytes in parentheses.
    fn literal(&mut self, bytes: &[u8]) -> &mut Self;
    /// A text string: ASCII as it is, anything else as UTF-16 with a mark.
    fn text(&mut self, text: &str) -> &mut Self;
    /// A string of bytes as hexadecimal digits.
    fn hex(&mut self, bytes: &[u8]) -> &mut Self;
}

impl Syntax for Vec<u8> {
    fn raw(&mut self, syntax: &str) -> &mut Self {
        self.extend_from_slice(syntax.as_bytes());
        self
    }

    fn int(&mut self, number: i64) -> &mut Self {
        if number < 0 {
            self.push(b'-');
        }
        digits(self, number.unsigned_abs());
        self
    }

    fn thousandths(&mut self, number: i64) -> &mut Self {
        if number < 0 {
            self.push(b'-');
        }
        let (whole, mut rest) = (number.unsigned_abs() / 1_000, number.unsigned_abs() % 1_000);
        if whole > 0 || rest == 0 {
            digits(self, whole);
        }
        if rest > 0 {
            self.push(b'.');
            let mut unit = 100;
            while rest > 0 {
                digits(self, rest / unit);
                rest %= unit;
                unit /= 10;
            }
        }
        self
    }

    fn reference(&mut self, object: Ref) -> &mut Self {
        digits(self, object.into());
        self.raw(" 0 R")
    }

    fn name(&mut self, name: &str) -> &mut Self {
        self.push(b'/');
        for byte in name.bytes() {
            if byte.is_ascii_alphanumeric() || b"+-_.".contains(&byte) {
                self.push(byte);
            } else {
                self.push(b'#');
                digits_of_byte(self, byte);
            }
        }
        self
    }

    fn literal(&mut self, bytes: &[u8]) -> &mut Self {
        self.push(b'(');
        for byte in bytes {
            match byte {
                b'(' | b')' | b'\\' => self.extend([b'\\', *byte]),
                // A reader takes a bare carriage return for a line feed.
                b'\r' => self.extend(*b"\\r"),
                _ => self.push(*byte),
            }
        }
        self.push(b')');
        self
    }

    fn text(&mut self, text: &str) -> &mut Self {
        if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
            return self.literal(text.as_bytes());
        }
        self.raw("<FEFF");
        text.encode_utf16().flat_map(u16::to_be_bytes).for_each(|byte| digits_of_byte(self, byte));
        self.raw(">")
    }

    fn hex(&mut self, bytes: &[u8]) -> &mut Self {
        self.push(b'<');
        bytes.iter().for_each(|byte| digits_of_byte(self, *byte));
        self.raw(">")
    }
}

fn digits(out: &mut Vec<u8>, number: u64) {
    if number >= 10 {
        digits(out, number / 10);
    }
    out.push(b'0' + (number % 10) as u8);
}

fn digits_of_byte(out: &mut Vec<u8>, byte: u8) {
    let digit = |nibble: u8| if nibble < 10 { b'0' + nibble } else { b'A' + nibble - 10 };
    out.extend([digit(byte >> 4), digit(byte & 15)]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Vec<u8>) -> &mut Vec<u8>) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn numbers_are_short() {
        for (number, expected) in
            [(0, "0"), (1_000, "1"), (-500, "-.5"), (595_276, "595.276"), (20, ".02"), (-841_890, "-841.89")]
        {
            assert_eq!(written(|out| out.thousandths(number)), expected);
        }
        assert_eq!(written(|out| out.int(-120).raw(" ").int(0).raw(" ").reference(7)), "-120 0 7 0 R");
    }

    #[test]
    fn strings_and_names_are_escaped() {
        assert_eq!(written(|out| out.literal(b"a(b)\\\r")), "(a\\(b\\)\\\\\\r)");
        assert_eq!(written(|out| out.text("Rita")), "(Rita)");
        assert_eq!(written(|out| out.text("Ж\u{1f600}")), "<FEFF0416D83DDE00>");
        assert_eq!(written(|out| out.text("a\nb")), "<FEFF0061000A0062>");
        assert_eq!(written(|out| out.name("AB+My Font/1")), "/AB+My#20Font#2F1");
    }
}
