//! The colour space of the inks as an ICC profile, which PDF/A asks for.
//!
//! Made here and not taken from a file: sRGB (IEC 61966-2-1) in a profile of version 4 (ICC.1:2004-10) is eight small tables.

/// Red, green and blue of sRGB as seen in the connection space's light (D50), in 1/65,536: from the
/// primaries and the white of IEC 61966-2-1.
const COLOURS: [(&[u8; 4], [i32; 3]); 3] =
    [(b"rXYZ", [28_576, 14_581, 912]), (b"gXYZ", [25_239, 46_983, 6_361]), (b"bXYZ", [9_375, 3_972, 46_787])];

/// The light of the connection space, D50.
const WHITE: [i32; 3] = [63_190, 65_536, 54_061];

/// From sRGB's own light (D65) to D50, by Bradford's method.
const ADAPTATION: [i32; 9] = [68_674, 1_502, -3_291, 1_939, 64_912, -1_119, -606, 988, 49_262];

/// The curve from a code to light: ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 below 0.04045.
const CURVE: [i32; 5] = [157_286, 62_119, 3_417, 5_072, 2_651];

/// The profile.
pub(super) fn profile() -> Vec<u8> {
    let mut tables: Vec<([u8; 4], Vec<u8>)> = vec![
        (*b"desc", words("sRGB")),
        (*b"cprt", words("No copyright, use freely")),
        (*b"wtpt", numbers(*b"XYZ ", &WHITE)),
        (*b"chad", numbers(*b"sf32", &ADAPTATION)),
    ];
    tables.extend(COLOURS.iter().map(|(tag, value)| (**tag, numbers(*b"XYZ ", value))));
    tables.push((*b"rTRC", curve()));
    let head = 128 + 4 + 12 * (tables.len() + 2);
    let (mut index, mut data) = (Vec::new(), Vec::new());
    for (tag, table) in &tables {
        entry(&mut index, *tag, head + data.len(), table.len());
        data.extend_from_slice(table);
    }
    // Green and blue have red's curve.
    let (at, length) = (head + data.len() - curve().len(), curve().len());
    entry(&mut index, *b"gTRC", at, length);
    entry(&mut index, *b"bTRC", at, length);
    let mut profile = header(head + data.len());
    profile.extend(number(tables.len() + 2));
    profile.extend(index);
    profile.extend(data);
    profile
}

/// A display profile (`mntr`) from RGB to XYZ, with the date of its making fixed.
fn header(size: usize) -> Vec<u8> {
    let mut header = Vec::with_capacity(128);
    header.extend(number(size));
    header.extend([0; 4]);
    header.extend([4, 0x20, 0, 0]);
    header.extend(*b"mntrRGB XYZ ");
    header.extend([2026u16, 1, 1, 0, 0, 0].map(u16::to_be_bytes).concat());
    header.extend(*b"acsp");
    header.resize(68, 0);
    header.extend(WHITE.map(i32::to_be_bytes).concat());
    header.resize(128, 0);
    header
}

fn entry(index: &mut Vec<u8>, tag: [u8; 4], at: usize, length: usize) {
    index.extend(tag);
    index.extend(number(at));
    index.extend(number(length));
}

fn number(number: usize) -> [u8; 4] {
    u32::try_from(number).unwrap_or(u32::MAX).to_be_bytes()
}

fn numbers(kind: [u8; 4], values: &[i32]) -> Vec<u8> {
    let mut table = [kind, [0; 4]].concat();
    table.extend(values.iter().flat_map(|value| value.to_be_bytes()));
    table
}

/// One text in English (`mluc`), padded to four bytes.
fn words(text: &str) -> Vec<u8> {
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let mut table = [*b"mluc", [0; 4], [0, 0, 0, 1], [0, 0, 0, 12], *b"enUS", number(units.len()), number(28)].concat();
    table.extend(units);
    table.resize(table.len().next_multiple_of(4), 0);
    table
}

/// A parametric curve of type 3.
fn curve() -> Vec<u8> {
    let mut table = [*b"para", [0; 4], [0, 3, 0, 0]].concat();
    table.extend(CURVE.iter().flat_map(|value| value.to_be_bytes()));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profile_is_whole_and_white_is_white() {
        let profile = profile();
        assert_eq!(profile.len(), u32::from_be_bytes(profile[..4].try_into().unwrap()) as usize);
        assert!(profile.len() < 700 && profile.len().is_multiple_of(4));
        let sum = |axis: usize| COLOURS.iter().map(|(_, value)| value[axis]).sum::<i32>();
        for (axis, white) in WHITE.iter().enumerate() {
            assert!((sum(axis) - white).abs() <= 8, "axis {axis}: {}", sum(axis));
        }
        let tags = u32::from_be_bytes(profile[128..132].try_into().unwrap()) as usize;
        for tag in 0..tags {
            let at = 132 + 12 * tag;
            let place = |at: usize| u32::from_be_bytes(profile[at..at + 4].try_into().unwrap()) as usize;
            assert!(place(at + 4).is_multiple_of(4) && place(at + 4) + place(at + 8) <= profile.len());
        }
    }
}
