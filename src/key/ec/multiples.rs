//! Multiples of a public key on P-256, which spare most of the work of checking with it again.
//!
//! Public numbers only: nothing here takes the same time for all of them.

use std::sync::OnceLock;

use alloc::vec::Vec;
use core::iter;
use core::sync::atomic::{AtomicU8, Ordering};

use p256::elliptic_curve::Group;
use p256::{AffinePoint, NistP256, ProjectivePoint, Scalar};
use primeorder::{LookupTable, Radix16Decomposition, Radix16Digits};

/// For every second hexadecimal digit of a number, the point's multiples by what the digit can be.
///
/// 25 KB. Making them takes as long as checking one and a half signatures.
pub(crate) struct Multiples {
    tables: Vec<LookupTable<ProjectivePoint>>,
}

/// The digits of a number below the order: two of each byte, and what they carry.
const DIGITS: usize = 65;

impl Multiples {
    pub(crate) fn of(point: &AffinePoint) -> Self {
        let square = |point: &ProjectivePoint| Some(times_16(times_16(*point)));
        let points = iter::successors(Some(ProjectivePoint::from(*point)), square);
        Self { tables: points.take(DIGITS.div_ceil(2)).map(LookupTable::new).collect() }
    }

    /// The point, so many times.
    pub(crate) fn times(&self, number: &Scalar) -> ProjectivePoint {
        let digits = Radix16Decomposition::<Radix16Digits<NistP256>>::new(number);
        let every_second = |first: usize| -> ProjectivePoint {
            let places = (first..DIGITS).step_by(2);
            self.tables.iter().zip(places).map(|(table, at)| table.select_vartime(digits[at])).sum()
        };
        every_second(0) + times_16(every_second(1))
    }
}

fn times_16(point: ProjectivePoint) -> ProjectivePoint {
    (0..4).fold(point, |point, _| point.double())
}

/// The multiples of a key that is used more than once or twice.
#[derive(Default)]
pub(super) struct Memory {
    uses: AtomicU8,
    multiples: OnceLock<Multiples>,
}

/// Many keys are made for one token. Nothing is wasted on them.
const USES_WITHOUT: u8 = 2;

impl Memory {
    /// The multiples of `point`, which has to be the same one each time, if they are worth it by now.
    pub(super) fn recall(&self, point: &AffinePoint) -> Option<&Multiples> {
        // Of uses at the same time one may not count, and the memory begins a little later.
        let uses = self.uses.load(Ordering::Relaxed);
        if uses < USES_WITHOUT {
            self.uses.store(uses + 1, Ordering::Relaxed);
            return None;
        }
        Some(self.multiples.get_or_init(|| Multiples::of(point)))
    }
}

#[cfg(test)]
mod tests {
    use p256::elliptic_curve::PrimeField;
    use proptest::prelude::*;

    use super::*;

    fn scalar(bytes: [u8; 32]) -> Option<Scalar> {
        Option::from(Scalar::from_repr(bytes.into()))
    }

    #[test]
    fn multiples_are_those_of_the_crate_at_every_edge() {
        let points =
            [1_u64, 2, 3, 16, 0xFFFF_FFFF].map(|k| ProjectivePoint::GENERATOR * Scalar::from(k));
        for point in points {
            let multiples = Multiples::of(&point.to_affine());
            let small = (0..=600_u64).map(Scalar::from);
            let powers =
                iter::successors(Some(Scalar::ONE), |power| Some(power.double())).take(257);
            for number in small.chain(powers) {
                // Those just below a power have the longest carries, and negatives are near the order.
                for number in [number, number - Scalar::ONE, -number, Scalar::ONE - number] {
                    assert_eq!(multiples.times(&number), point * number, "{number:?}");
                }
            }
        }
    }

    proptest! {
        #[test]
        fn multiples_are_those_of_the_crate(key: [u8; 32], numbers: [[u8; 32]; 20]) {
            let Some(key) = scalar(key) else { return Ok(()) };
            let point = ProjectivePoint::GENERATOR * key;
            let multiples = Multiples::of(&point.to_affine());
            for number in numbers.into_iter().filter_map(scalar) {
                prop_assert_eq!(multiples.times(&number), point * number);
            }
        }
    }

    #[test]
    fn they_are_made_at_the_third_use() {
        let memory = Memory::default();
        let point = AffinePoint::GENERATOR;
        assert!(memory.recall(&point).is_none());
        assert!(memory.recall(&point).is_none());
        assert!(memory.recall(&point).is_some());
        assert!(memory.recall(&point).is_some());
    }
}
