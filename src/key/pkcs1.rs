//! RSA keys in PKCS #1: RFC 8017 appendix A.1.

use zeroize::Zeroizing;

use super::der::{Reader, SEQUENCE, Writer};
use super::rsa::{RsaKey, RsaPrivate};
use crate::error::Reason;

/// Whether `der` begins as an RSAPublicKey does. An RSAPrivateKey has its version first.
pub(super) fn is_public(der: &[u8]) -> bool {
    let first = Reader::sequence_filling(der).and_then(|mut key| key.natural());
    first.is_ok_and(|number| number.len() > 1)
}

/// An RSAPublicKey.
pub(super) fn read_public(der: &[u8]) -> Result<RsaKey, Reason> {
    let mut key = Reader::sequence_filling(der)?;
    let (n, e) = (key.natural()?, key.natural()?);
    key.end()?;
    RsaKey::new(n, e, None)
}

/// An RSAPrivateKey of two primes.
pub(super) fn read_private(der: &[u8]) -> Result<RsaKey, Reason> {
    let mut key = Reader::sequence_filling(der)?;
    match key.natural()? {
        [0] => {}
        [1] => return Err(Reason::MultiPrime),
        _ => return Err(Reason::NotDer),
    }
    let (n, e, d) = (key.natural()?, key.natural()?, key.natural()?);
    let primes = [key.natural()?, key.natural()?, key.natural()?, key.natural()?, key.natural()?];
    key.end()?;
    let secret = |number: &[u8]| Zeroizing::new(number.to_vec());
    RsaKey::new(n, e, Some(RsaPrivate { d: secret(d), primes: Some(primes.map(secret)) }))
}

/// Writes the RSAPublicKey of a key.
pub(super) fn write_public(der: &mut Writer, key: &RsaKey) {
    write_numbers(der, &[key.modulus(), key.exponent()]);
}

/// Writes the RSAPrivateKey of a key.
pub(super) fn write_private(der: &mut Writer, key: &RsaKey) -> Result<(), Reason> {
    let private = key.private().ok_or(Reason::NoPrivate)?;
    let [p, q, dp, dq, qi] = private.primes.as_ref().ok_or(Reason::PrimesUnknown)?;
    write_numbers(der, &[&[0], key.modulus(), key.exponent(), &private.d, p, q, dp, dq, qi]);
    Ok(())
}

fn write_numbers(der: &mut Writer, numbers: &[&[u8]]) {
    let mark = der.mark();
    for number in numbers.iter().rev() {
        der.natural(number);
    }
    der.close(SEQUENCE, mark);
}
