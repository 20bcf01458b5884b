//! Signatures: the algorithm's code for a key's material.
//!
//! The key has agreed to the algorithm before anything here is called. One family a file. A build
//! without a family has no code for it, and [`Algorithm::is_in_this_build`] has said so before.

// What a build without a family has no use for.
#![cfg_attr(not(feature = "full"), allow(unused_imports, unused_variables))]

#[cfg(feature = "es")]
mod ecdsa;
#[cfg(feature = "eddsa")]
mod eddsa;
#[cfg(feature = "hs")]
mod hmac;
#[cfg(feature = "ml-dsa")]
mod ml_dsa;
#[cfg(any(feature = "rs", feature = "ps"))]
mod rsa;

#[cfg(test)]
#[cfg(feature = "full")]
mod testing;
#[cfg(test)]
#[cfg(feature = "full")]
mod tests;

use alloc::vec::Vec;

use crate::algorithm::Algorithm;
use crate::error::{Error, Reason};
use crate::key::{Key, Material};

/// Whether `signature` is that of `signing_input` under `key`.
pub(crate) fn verify(
    algorithm: Algorithm,
    key: &Key,
    signing_input: &[u8],
    signature: &[u8],
) -> bool {
    match key.material() {
        #[cfg(feature = "hs")]
        Material::Secret(secret) => hmac::verify(algorithm, secret, signing_input, signature),
        #[cfg(any(feature = "rs", feature = "ps"))]
        Material::Rsa(key) => rsa::verify(algorithm, key, signing_input, signature),
        #[cfg(feature = "es")]
        Material::Ec(key) => ecdsa::verify(key, signing_input, signature),
        #[cfg(feature = "eddsa")]
        Material::Ed25519(key) => eddsa::verify(key, signing_input, signature),
        #[cfg(feature = "ml-dsa")]
        Material::MlDsa(key) => ml_dsa::verify(key, signing_input, signature),
        #[allow(unreachable_patterns)]
        _ => false,
    }
}

/// The signature of `signing_input` under `key`.
///
/// - `random`: as many new bytes as [`Algorithm::random_bytes`] says, or more
///
/// # Errors
/// `AlgUnsupported` if this build lacks the algorithm. `KeyInvalid` if the key has no private part, if
/// there are too few random bytes, or if the numbers of an RSA key turn out not to fit.
pub(crate) fn sign(
    algorithm: Algorithm,
    key: &Key,
    signing_input: &[u8],
    random: &[u8],
) -> Result<Vec<u8>, Error> {
    if !algorithm.is_in_this_build() {
        return Err(Error::alg_unsupported(algorithm.name()));
    }
    if !key.is_private() {
        return Err(Error::key_invalid(Reason::NoPrivate));
    }
    let Some(random) = random.get(..algorithm.random_bytes()) else {
        return Err(Error::key_invalid(Reason::NoRandomness));
    };
    let signature: Option<Vec<u8>> = match key.material() {
        #[cfg(feature = "hs")]
        Material::Secret(secret) => hmac::sign(algorithm, secret, signing_input),
        #[cfg(any(feature = "rs", feature = "ps"))]
        Material::Rsa(key) => rsa::sign(algorithm, key, signing_input, random),
        #[cfg(feature = "es")]
        Material::Ec(key) => ecdsa::sign(key, signing_input),
        #[cfg(feature = "eddsa")]
        Material::Ed25519(key) => eddsa::sign(key, signing_input),
        #[cfg(feature = "ml-dsa")]
        Material::MlDsa(key) => ml_dsa::sign(key, signing_input, random),
        _ => None,
    };
    signature.ok_or_else(|| match key.material() {
        // The private operation has checked its result, for a faulty one would give the primes away.
        Material::Rsa(_) => Error::key_invalid(Reason::PairUnfit),
        _ => Error::alg_unsupported(algorithm.name()),
    })
}
