//! The RSA public operation, s^e mod n (RFC 8017 §5.2.2): Montgomery multiplication.
//!
//! Everything here is public: modulus, exponent and signature. So the time may depend on the values,
//! and nothing is wiped. **Nothing private may ever come in.**

use alloc::vec;
use alloc::vec::Vec;

/// Bits a limb. The columns of a product are summed in a `u64` and carried only at the end: with 27
/// bits a column holds 1,024 products, and a modulus of 8192 bits needs 2 · 304. It is also what makes
/// the rows plain loops that become SIMD.
const LIMB: usize = 27;
const MASK: u64 = (1 << LIMB) - 1;

/// The modulus, in bits: as for keys (../rsa.rs). More would overflow the columns.
const BITS: core::ops::RangeInclusive<usize> = 2048..=8192;

/// s ↦ s^e mod n, with everything prepared that depends on the key alone.
pub(crate) struct PublicOperation {
    /// n, big-endian without leading zeros.
    bytes: Vec<u8>,
    /// n in limbs, the lowest first, one bit longer at least: 2n < R, and R = 2^(27 · limbs).
    modulus: Vec<u32>,
    /// -1/n mod 2^27
    inverse: u32,
    /// R² mod n
    r_squared: Vec<u32>,
    exponent: u64,
}

impl PublicOperation {
    /// For an odd `n` of 2048 to 8192 bits and an odd `e` from 3 to 2^64 - 1, both big-endian.
    pub(crate) fn new(n: &[u8], e: &[u8]) -> Option<Self> {
        let operation = Self::of_any_size(n, e)?;
        BITS.contains(&operation.bits()).then_some(operation)
    }

    /// The same for a modulus from 3 to [`BITS`]: small ones are quick to test, and carry more often.
    fn of_any_size(n: &[u8], e: &[u8]) -> Option<Self> {
        let exponent = e
            .iter()
            .try_fold(0_u64, |sum, byte| sum.checked_mul(256)?.checked_add(u64::from(*byte)))?;
        let zeros = n.iter().take_while(|byte| **byte == 0).count();
        let bytes = n.get(zeros..)?.to_vec();
        let bits = bits(&bytes);
        if exponent < 3 || exponent % 2 == 0 || !(2..=*BITS.end()).contains(&bits) {
            return None;
        }
        let modulus = limbs(&bytes, (bits + 1).div_ceil(LIMB));
        let lowest = modulus.first().copied().filter(|limb| limb % 2 == 1)?;

        // Newton: an odd number is its own inverse mod 8, and every step doubles the bits that are right.
        let inverse = (0..4).fold(lowest, |inverse, _| {
            inverse.wrapping_mul(2_u32.wrapping_sub(lowest.wrapping_mul(inverse)))
        });
        let inverse = low(u64::from(inverse.wrapping_neg()));

        let mut operation = Self { bytes, modulus, inverse, r_squared: Vec::new(), exponent };
        operation.r_squared = operation.r_squared(bits);
        Some(operation)
    }

    /// R² mod n: R · 2^j by doubling while that is cheap, then by squaring, since (R · 2^j)² / R is
    /// R · 2^2j. The last j is R's own length.
    fn r_squared(&self, bits: usize) -> Vec<u32> {
        const SQUARINGS: usize = 5;
        let length = self.modulus.len() * LIMB;
        let mut columns = self.columns();
        let mut x = vec![0; self.modulus.len()];
        // 2^(bits - 1), which is less than n.
        if let Some(limb) = x.get_mut((bits - 1) / LIMB) {
            *limb = 1 << ((bits - 1) % LIMB);
        }
        for _ in 0..length - (bits - 1) + (length >> SQUARINGS) {
            self.double(&mut x);
        }
        for bit in (0..SQUARINGS).rev() {
            self.square(&mut x, &mut columns);
            if (length >> bit) & 1 == 1 {
                self.double(&mut x);
            }
        }
        x
    }

    /// The modulus' length in bits.
    pub(crate) fn bits(&self) -> usize {
        bits(&self.bytes)
    }

    /// s^e mod n, as long as the modulus. `None` unless `signature` is as long too and less than n.
    pub(crate) fn apply(&self, signature: &[u8]) -> Option<Vec<u8>> {
        if signature.len() != self.bytes.len() || signature >= self.bytes.as_slice() {
            return None;
        }
        let plain = limbs(signature, self.modulus.len());
        let mut columns = self.columns();
        // In Montgomery's form, s · R.
        let mut base = plain.clone();
        self.multiply(&mut base, &self.r_squared, &mut columns);

        let mut power = base.clone();
        let highest = u64::BITS - 1 - self.exponent.leading_zeros();
        for bit in (1..highest).rev() {
            self.square(&mut power, &mut columns);
            if (self.exponent >> bit) & 1 == 1 {
                self.multiply(&mut power, &base, &mut columns);
            }
        }
        // The lowest bit is always set. To multiply by s instead of s · R leaves Montgomery's form too.
        self.square(&mut power, &mut columns);
        self.multiply(&mut power, &plain, &mut columns);
        Some(bytes(&power, self.bytes.len()))
    }

    /// Room for a product.
    fn columns(&self) -> Vec<u64> {
        vec![0; 2 * self.modulus.len()]
    }

    /// 2x mod n
    fn double(&self, x: &mut [u32]) {
        let mut carry = 0;
        for limb in x.iter_mut() {
            carry += u64::from(*limb) << 1;
            *limb = low(carry);
            carry >>= LIMB;
        }
        self.subtract_modulus_once(x);
    }

    /// x · y / R mod n
    fn multiply(&self, x: &mut [u32], y: &[u32], columns: &mut [u64]) {
        columns.fill(0);
        for (place, limb) in x.iter().enumerate() {
            add_row(columns.get_mut(place..).unwrap_or_default(), *limb, y);
        }
        self.reduce(x, columns);
    }

    /// x² / R mod n. Products of two different limbs occur twice and are made once.
    fn square(&self, x: &mut [u32], columns: &mut [u64]) {
        columns.fill(0);
        let (mut places, mut limbs) = (&mut *columns, &*x);
        while let ([place, row @ ..], [limb, rest @ ..]) = (places, limbs) {
            *place += u64::from(*limb) * u64::from(*limb);
            add_row(row, 2 * limb, rest);
            places = row.get_mut(1..).unwrap_or_default();
            limbs = rest;
        }
        self.reduce(x, columns);
    }

    /// x = columns / R mod n: adds what multiple of n makes the lowest limb zero, and drops that limb.
    fn reduce(&self, x: &mut [u32], mut columns: &mut [u64]) {
        for _ in 0..self.modulus.len() {
            let Some(lowest) = columns.first() else { return };
            let factor = low(u64::from(low(*lowest).wrapping_mul(self.inverse)));
            add_row(columns, factor, &self.modulus);
            let [lowest, rest @ ..] = columns else { return };
            if let Some(next) = rest.first_mut() {
                *next += *lowest >> LIMB;
            }
            columns = rest;
        }
        let mut carry = 0;
        for (limb, column) in x.iter_mut().zip(columns) {
            carry += *column;
            *limb = low(carry);
            carry >>= LIMB;
        }
        // Both factors were less than n: (n² + R·n) / R < 2n.
        self.subtract_modulus_once(x);
    }

    /// x mod n, for x < 2n.
    fn subtract_modulus_once(&self, x: &mut [u32]) {
        if x.iter().rev().lt(self.modulus.iter().rev()) {
            return;
        }
        let mut borrow = 0;
        for (limb, other) in x.iter_mut().zip(&self.modulus) {
            let difference = u64::from(*limb).wrapping_sub(u64::from(*other) + borrow);
            *limb = low(difference);
            borrow = difference >> 63;
        }
    }
}

/// columns += factor · limbs: nine tenths of the time are spent here.
#[inline]
fn add_row(columns: &mut [u64], factor: u32, limbs: &[u32]) {
    for (column, limb) in columns.iter_mut().zip(limbs) {
        *column += u64::from(factor) * u64::from(*limb);
    }
}

/// The lowest limb.
#[inline]
fn low(number: u64) -> u32 {
    u32::try_from(number & MASK).unwrap_or_default()
}

/// A big-endian number in `count` limbs.
fn limbs(bytes: &[u8], count: usize) -> Vec<u32> {
    let mut limbs = Vec::with_capacity(count + 1);
    let (mut pending, mut bits) = (0_u64, 0);
    for byte in bytes.iter().rev() {
        pending |= u64::from(*byte) << bits;
        bits += 8;
        if bits >= LIMB {
            limbs.push(low(pending));
            pending >>= LIMB;
            bits -= LIMB;
        }
    }
    limbs.push(low(pending));
    limbs.resize(count, 0);
    limbs
}

/// The number of these limbs as `count` big-endian bytes.
fn bytes(limbs: &[u32], count: usize) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(count);
    let (mut pending, mut bits) = (0_u64, 0);
    let mut limbs = limbs.iter();
    for _ in 0..count {
        if bits < 8 {
            pending |= u64::from(limbs.next().copied().unwrap_or_default()) << bits;
            bits += LIMB;
        }
        bytes.push(u8::try_from(pending & 0xff).unwrap_or_default());
        pending >>= 8;
        bits -= 8;
    }
    bytes.reverse();
    bytes
}

/// The length of a big-endian number without leading zeros.
fn bits(number: &[u8]) -> usize {
    let zeros = number.first().map_or(0, |byte| byte.leading_zeros());
    (number.len() * 8).saturating_sub(usize::try_from(zeros).unwrap_or_default())
}

#[cfg(test)]
pub(super) mod tests {
    use core::convert::Infallible;

    use num_bigint::BigUint;
    use rsa::BoxedUint;
    use rsa::rand_core::{TryCryptoRng, TryRng};

    use super::*;

    /// SplitMix64: the same cases every time.
    pub(crate) struct Random(pub(crate) u64);

    impl Random {
        fn next(&mut self) -> u64 {
            self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let x = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            let x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            x ^ (x >> 31)
        }

        fn below(&mut self, end: usize) -> usize {
            usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
        }

        fn pick<T: Copy>(&mut self, from: &[T]) -> T {
            from[self.below(from.len())]
        }
    }

    impl TryRng for Random {
        type Error = Infallible;
        fn try_next_u32(&mut self) -> Result<u32, Infallible> {
            Ok(u32::try_from(self.next() >> 32).unwrap())
        }
        fn try_next_u64(&mut self) -> Result<u64, Infallible> {
            Ok(self.next())
        }
        fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
            bytes.iter_mut().for_each(|byte| *byte = self.next().to_le_bytes()[7]);
            Ok(())
        }
    }

    impl TryCryptoRng for Random {}

    const EXPONENTS: [u64; 8] =
        [3, 17, 65_537, (1 << 16) + 3, (1 << 32) + 1, u64::MAX, 5, 0xaaaa_aaaa_aaaa_aaab];

    fn power_of_two(exponent: usize) -> BigUint {
        BigUint::from(1_u8) << exponent
    }

    /// A number of up to `bits` bits in one of the shapes that carries go wrong with.
    fn shaped(bits: usize, random: &mut Random) -> BigUint {
        let edge = |random: &mut Random| {
            random.pick(&[0, 0, 1, MASK, MASK, MASK - 1, 1 << (LIMB - 1), (1 << (LIMB - 1)) - 1])
        };
        let mut number = BigUint::ZERO;
        match random.below(8) {
            // Limbs at their ends, ours and those of 32 bits.
            0 => {
                for _ in 0..bits.div_ceil(LIMB) {
                    number = (number << LIMB) + edge(random);
                }
            }
            1 => {
                for _ in 0..bits.div_ceil(32) {
                    number = (number << 32) + random.pick(&[0, 1, u32::MAX, u32::MAX - 1, 1 << 31]);
                }
            }
            // Long runs of ones and zeros.
            2 => {
                for _ in 0..1 + random.below(6) {
                    number ^= power_of_two(random.below(bits + 1)) - 1_u8;
                }
            }
            // Few bits.
            3 => {
                for _ in 0..random.below(4) {
                    number.set_bit(random.below(bits).try_into().unwrap(), true);
                }
            }
            4 => number = (power_of_two(bits) - 1_u8) ^ BigUint::from(random.next() & 0xff),
            _ => {
                for _ in 0..bits.div_ceil(64) {
                    number = (number << 64) + random.next();
                }
            }
        }
        number % power_of_two(bits)
    }

    /// An odd modulus of exactly `bits` bits.
    fn modulus(bits: usize, random: &mut Random) -> BigUint {
        let mut n = match random.below(6) {
            0 => power_of_two(bits) - 1_u8,
            1 => power_of_two(bits - 1) + 1_u8,
            _ => shaped(bits, random),
        };
        n.set_bit((bits - 1).try_into().unwrap(), true);
        n.set_bit(0, true);
        n
    }

    /// s as bytes, as long as the modulus: at the ends of the range, beyond it, or within.
    fn signature(n: &BigUint, random: &mut Random) -> BigUint {
        let bits = usize::try_from(n.bits()).unwrap();
        let room = bits.next_multiple_of(8);
        match random.below(16) {
            0 => BigUint::ZERO,
            1 => BigUint::from(1_u8),
            2 => n - 1_u8,
            3 => n.clone(),
            4 => (n + 1_u8) % power_of_two(room),
            5 => power_of_two(random.below(room)),
            6 => shaped(room, random),
            7 => n >> random.below(bits),
            8 => n - 1_u8 - shaped(bits, random) % n,
            _ => shaped(bits, random) % n,
        }
    }

    fn to_bytes(number: &BigUint, length: usize) -> Vec<u8> {
        let bytes = number.to_bytes_be();
        let bytes = bytes.strip_prefix(&[0]).unwrap_or(&bytes);
        [vec![0; length - bytes.len()].as_slice(), bytes].concat()
    }

    fn boxed(number: &BigUint, bits: u32) -> BoxedUint {
        let length = usize::try_from(bits.div_ceil(8)).unwrap();
        BoxedUint::from_be_slice(&to_bytes(number, length), bits).unwrap()
    }

    /// Square and multiply, with the remainder of a division after each.
    fn by_division<T: Clone>(s: T, e: u64, times_mod_n: impl Fn(&T, &T) -> T) -> T {
        (0..e.ilog2()).rev().fold(s.clone(), |power, bit| {
            let square = times_mod_n(&power, &power);
            if (e >> bit) & 1 == 1 { times_mod_n(&square, &s) } else { square }
        })
    }

    /// Runs `cases` with moduli of `bits`; `reference` is prepared for (n, e) and maps s.
    fn compare<R: Fn(&BigUint) -> BigUint>(
        cases: usize,
        per_modulus: usize,
        exponents: &[u64],
        random: &mut Random,
        bits: impl Fn(&mut Random) -> usize,
        reference: impl Fn(&BigUint, u64) -> R,
    ) {
        for _ in 0..cases / per_modulus {
            let bits = bits(random);
            let n = modulus(bits, random);
            let e = random.pick(exponents);
            let operation =
                PublicOperation::of_any_size(&n.to_bytes_be(), &e.to_be_bytes()).unwrap();
            assert_eq!(operation.bits(), bits);
            let expected = reference(&n, e);
            for _ in 0..per_modulus {
                let s = signature(&n, random);
                let length = bits.div_ceil(8);
                let expected = (s < n).then(|| to_bytes(&expected(&s), length));
                assert!(operation.apply(&to_bytes(&s, length)) == expected, "{s:x}^{e} mod {n:x}");
            }
        }
    }

    /// 700,000 cases, where a carry goes through most limbs: up to three limbs, against u128.
    #[test]
    fn one_word() {
        let reference = |n: &BigUint, e| {
            let n = u128::try_from(n).unwrap();
            move |s: &BigUint| {
                BigUint::from(by_division(u128::try_from(s).unwrap(), e, |a, b| a * b % n))
            }
        };
        let bits = |random: &mut Random| 2 + random.below(63);
        compare(700_000, 10, &EXPONENTS, &mut Random(1), bits, reference);
    }

    /// 280,000 cases up to 20 limbs, against num-bigint's division.
    #[test]
    fn a_few_words() {
        let reference = |n: &BigUint, e| {
            let n = n.clone();
            move |s: &BigUint| by_division(s.clone(), e, |a, b| a * b % &n)
        };
        let bits = |random: &mut Random| 65 + random.below(448);
        compare(276_000, 10, &EXPONENTS[..5], &mut Random(2), bits, reference);
        compare(4_000, 10, &EXPONENTS, &mut Random(3), bits, reference);
    }

    /// 20,000 cases of real sizes, against the rsa crate.
    #[test]
    fn real_sizes() {
        let reference = |n: &BigUint, e: u64| {
            let bits = n.bits().try_into().unwrap();
            let key = rsa::RsaPublicKey::new_unchecked(boxed(n, bits), BoxedUint::from(e));
            move |s: &BigUint| {
                let power = rsa::hazmat::rsa_encrypt(&key, &boxed(s, bits)).unwrap();
                BigUint::from_bytes_be(&power.to_be_bytes())
            }
        };
        let random = &mut Random(4);
        let usual = |random: &mut Random| {
            random.pick(&[2048, 2048, 2048, 2049, 2055, 2056, 2051, 2052, 2053, 2079, 2080, 2111])
        };
        compare(17_000, 20, &EXPONENTS[..5], random, usual, reference);
        compare(
            2_000,
            20,
            &[3, 17, 65_537],
            random,
            |random| random.pick(&[3072, 3079, 4096, 4097]),
            reference,
        );
        compare(240, 10, &[3, 65_537], random, |random| random.pick(&[8191, 8192]), reference);
        compare(740, 10, &EXPONENTS, random, usual, reference);
        compare(20, 10, &[u64::MAX], random, |_| 8192, reference);
    }

    #[test]
    fn what_is_no_key() {
        let n = |bits: usize| power_of_two(bits) - 1_u8;
        let new = |n: BigUint, e: &[u8]| PublicOperation::new(&n.to_bytes_be(), e);
        for bits in [2048, 2049, 8191, 8192] {
            assert_eq!(new(n(bits), &[3]).unwrap().bits(), bits);
        }
        assert!(new(n(2047), &[3]).is_none());
        assert!(new(n(8193), &[3]).is_none());
        assert!(new(n(2048) - 1_u8, &[3]).is_none());
        for e in [&[][..], &[0], &[1], &[2], &[1, 0], &[1, 0, 0, 0, 0, 0, 0, 0, 1]] {
            assert!(new(n(2048), e).is_none(), "{e:?}");
        }
        assert!(new(n(2048), &[0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]).is_some());
        // Zeros in front of the modulus are not part of its length.
        let padded = [&[0, 0][..], &n(2048).to_bytes_be()].concat();
        let operation = PublicOperation::new(&padded, &[3]).unwrap();
        assert!(operation.apply(&[0; 256]).is_some());
        for length in [0, 1, 255, 257, 258] {
            assert!(operation.apply(&vec![0; length]).is_none());
        }
    }
}
