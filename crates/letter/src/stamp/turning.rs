//! Chance that is always the same, and angles in whole numbers.

/// A whole turn, and one: angles and what [`sine`] answers are given in this many parts.
pub const ONE: i32 = 65_536;

/// FNV-1a of a slug.
pub fn hash(slug: &str) -> u64 {
    slug.bytes().fold(0xcbf2_9ce4_8422_2325, |h: u64, byte| (h ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Numbers that look like chance and are always the same: splitmix64.
pub struct Dice(u64);

impl Dice {
    /// Dice that fall as the seed says.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = u64::try_from(high - low + 1).unwrap_or(1);
        low + i32::try_from(self.next() % span).unwrap_or(0)
    }

    /// One of several.
    pub fn one_of<T: Copy, const N: usize>(&mut self, all: &[T; N]) -> T {
        all[usize::try_from(self.next() % N as u64).unwrap_or(0)]
    }
}

/// The sine of an angle, both in parts of [`ONE`]; off by less than 0.0005. A polynomial of the fifth degree that is exact at
/// 0 and at a quarter turn, there level and at 0 as steep as the sine: whole numbers only, so the same everywhere.
pub fn sine(angle: i32) -> i32 {
    let quarter = ONE / 4;
    let angle = angle.rem_euclid(ONE);
    let (angle, sign) = if angle >= ONE / 2 { (angle - ONE / 2, -1) } else { (angle, 1) };
    let z = i64::from(angle.min(ONE / 2 - angle)) * i64::from(ONE / quarter); // 0 … ONE for 0 … a quarter turn
    let one = i64::from(ONE);
    // z/2 (π − z² ((2π − 5) − z² (π − 3)))
    let (pi, two_pi_less_5, pi_less_3) = (205_887, 84_095, 9_279);
    let square = z * z / one;
    let inner = two_pi_less_5 - square * pi_less_3 / one;
    let all = z * (pi - square * inner / one) / one / 2;
    sign * i32::try_from(all).unwrap_or(0)
}

/// The cosine, as [`sine`].
pub fn cosine(angle: i32) -> i32 {
    sine(angle + ONE / 4)
}

/// `length` times `part` of [`ONE`], rounded to the nearest.
pub fn times(length: i32, part: i32) -> i32 {
    let (one, product) = (i64::from(ONE), i64::from(length) * i64::from(part));
    i32::try_from((product + one / 2).div_euclid(one)).unwrap_or(0)
}
