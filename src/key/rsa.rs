//! RSA keys: RFC 8017 §3, with the bounds of RFC 7518 §3.3 and our own.

#[cfg(feature = "rsa")]
mod prepared;
#[cfg(feature = "rsa")]
mod public;

use core::fmt;

use alloc::vec::Vec;
use zeroize::Zeroizing;

use crate::error::Reason;

#[cfg(feature = "rsa")]
use prepared::Prepared;
#[cfg(test)]
#[cfg(feature = "rsa")]
pub(crate) use public::{PublicOperation, tests::Random};

/// The modulus, in bits. Shorter ones can be factored; longer ones only keep a verifier busy.
const BITS: core::ops::RangeInclusive<usize> = 2048..=8192;

/// The longest exponent, in bytes. RFC 8017 allows one as long as the modulus, but then a single
/// verification takes hundreds of times as long as with 65537, and whoever chooses a key could keep
/// a verifier busy with it. Keys in use have 3 or 65537.
const MAX_EXPONENT_BYTES: usize = 8;

/// An RSA key; all numbers are big-endian without leading zeros.
pub(crate) struct RsaKey {
    modulus: Vec<u8>,
    exponent: Vec<u8>,
    private: Option<RsaPrivate>,
    #[cfg(feature = "rsa")]
    prepared: Prepared,
}

/// The private numbers, wiped on drop (RFC 8017 §3.2).
pub(crate) struct RsaPrivate {
    pub(crate) d: Zeroizing<Vec<u8>>,
    /// p, q, dP, dQ and qInv. A JWK may leave them out; a build with RSA computes them then.
    pub(crate) primes: Option<[Zeroizing<Vec<u8>>; 5]>,
}

impl RsaKey {
    /// A key of big-endian numbers. A build without RSA takes the private ones as they are.
    pub(super) fn new(n: &[u8], e: &[u8], private: Option<RsaPrivate>) -> Result<Self, Reason> {
        let (modulus, exponent) = (stripped(n).to_vec(), stripped(e).to_vec());
        if !BITS.contains(&bits(&modulus)) || is_even(&modulus) {
            return Err(Reason::RsaModulus);
        }
        if is_even(&exponent) || exponent == [1] || exponent.len() > MAX_EXPONENT_BYTES {
            return Err(Reason::RsaExponent);
        }
        #[cfg(feature = "rsa")]
        {
            let (prepared, private) = Prepared::new(&modulus, &exponent, private.as_ref())?;
            Ok(Self { modulus, exponent, private, prepared })
        }
        #[cfg(not(feature = "rsa"))]
        Ok(Self { modulus, exponent, private })
    }

    pub(crate) fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    pub(crate) fn exponent(&self) -> &[u8] {
        &self.exponent
    }

    pub(crate) fn private(&self) -> Option<&RsaPrivate> {
        self.private.as_ref()
    }

    #[cfg(feature = "rsa")]
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }
}

/// `number` without leading zeros.
pub(super) fn stripped(number: &[u8]) -> &[u8] {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros..).unwrap_or_default()
}

fn is_even(number: &[u8]) -> bool {
    number.last().is_none_or(|byte| byte % 2 == 0)
}

fn bits(number: &[u8]) -> usize {
    let zeros = number.first().map_or(0, |byte| byte.leading_zeros());
    (number.len() * 8).saturating_sub(usize::try_from(zeros).unwrap_or_default())
}

/// Never shows the private numbers.
impl fmt::Debug for RsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RsaKey(…)")
    }
}
