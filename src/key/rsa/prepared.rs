//! RSA keys as the operations take them, made and checked once.

use alloc::vec::Vec;
use chacha20::ChaCha20Rng;
use rsa::traits::{PrivateKeyParts, PublicKeyParts};
use rsa::{BoxedUint, RsaPrivateKey};
use zeroize::Zeroizing;

use super::public::PublicOperation;
use super::{RsaKey, RsaPrivate, stripped};
use crate::error::Reason;

/// The public key as our own operation takes it, and the private key as the crate `rsa` does.
pub(crate) struct Prepared {
    public: PublicOperation,
    private: Option<RsaPrivateKey>,
}

impl Prepared {
    /// Checks that the private numbers belong to the modulus, and gives them all, computing those
    /// that are absent.
    ///
    /// - `modulus`, `exponent`: within the bounds of `RsaKey::new`
    pub(super) fn new(
        modulus: &[u8],
        exponent: &[u8],
        private: Option<&RsaPrivate>,
    ) -> Result<(Self, Option<RsaPrivate>), Reason> {
        let public = PublicOperation::new(modulus, exponent).ok_or(Reason::RsaExponent)?;
        let Some(private) = private else { return Ok((Self { public, private: None }, None)) };

        let (n, e) = (number(modulus, modulus.len())?, number(exponent, exponent.len())?);
        let d = number(&private.d, modulus.len())?;
        // Recovering the primes would subtract 1 from d · e.
        if bool::from(d.is_zero()) {
            return Err(Reason::PairUnfit);
        }
        let mut primes = Vec::new();
        if let Some([p, q, ..]) = &private.primes {
            primes.extend([number(p, modulus.len())?, number(q, modulus.len())?]);
        } else if exponent.len() < 3 {
            // The method of NIST SP 800-56B appendix C.2 is for exponents beyond 2^16.
            return Err(Reason::NoPrimes);
        }
        // It checks p · q = n, and d · e = 1 for each prime. The variant bounds the exponent's size
        // by nothing, which `RsaKey::new` has done.
        let key = RsaPrivateKey::from_components_with_large_exponent(n, e, d, primes)
            .map_err(|_| Reason::PairUnfit)?;
        let computed = numbers(&key).ok_or(Reason::PairUnfit)?;
        if let Some(given) = &private.primes {
            let same =
                given.iter().zip(&computed).all(|(given, own)| stripped(given) == own.as_slice());
            if !same {
                return Err(Reason::PairUnfit);
            }
        }
        let d = Zeroizing::new(stripped(&private.d).to_vec());
        let numbers = RsaPrivate { d, primes: Some(computed) };
        Ok((Self { public, private: Some(key) }, Some(numbers)))
    }

    pub(crate) fn public(&self) -> &PublicOperation {
        &self.public
    }

    pub(crate) fn private(&self) -> Option<&RsaPrivateKey> {
        self.private.as_ref()
    }
}

impl RsaKey {
    /// A new key of 2048 bits, with the exponent 65537.
    pub(in crate::key) fn generate(mut random: ChaCha20Rng) -> Result<Self, Reason> {
        const BITS: usize = 2048;
        let key = RsaPrivateKey::new(&mut random, BITS).map_err(|_| Reason::RsaModulus)?;
        let private = RsaPrivate { d: bytes(key.d()), primes: numbers(&key) };
        Self::new(&bytes(key.n()), &bytes(key.e()), Some(private))
    }
}

/// p, q, dP, dQ and qInv; `None` if p and q are the same.
fn numbers(key: &RsaPrivateKey) -> Option<[Zeroizing<Vec<u8>>; 5]> {
    let [p, q] = key.primes() else { return None };
    let q_inverse = Zeroizing::new(key.crt_coefficient()?);
    let all = [p.as_ref(), q.as_ref(), key.dp()?, key.dq()?, &*q_inverse];
    Some(all.map(bytes))
}

/// The number's big-endian bytes without leading zeros.
fn bytes(number: &BoxedUint) -> Zeroizing<Vec<u8>> {
    let padded = Zeroizing::new(number.to_be_bytes());
    Zeroizing::new(stripped(&padded).to_vec())
}

/// A number of at most `length` bytes.
fn number(bytes: &[u8], length: usize) -> Result<BoxedUint, Reason> {
    let bytes = stripped(bytes);
    if bytes.len() > length {
        return Err(Reason::PairUnfit);
    }
    let bits = u32::try_from(length * 8).unwrap_or_default();
    BoxedUint::from_be_slice(bytes, bits).map_err(|_| Reason::PairUnfit)
}
