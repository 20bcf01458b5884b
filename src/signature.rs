//! Signatures: the algorithm's code for a key's material.
//!
//! The key has agreed to the algorithm before anything here is called. One family a file. A build
//! without a family has no code for it, and [`Algorithm::is_in_this_build`] has said so before.

#[cfg(feature = "hs")]
mod hmac;

use alloc::vec::Vec;

use crate::algorithm::Algorithm;
use crate::key::{Key, Material};

/// Whether `signature` is that of `signing_input` under `key`.
#[cfg_attr(not(feature = "hs"), expect(unused_variables))]
pub(crate) fn verify(
    algorithm: Algorithm,
    key: &Key,
    signing_input: &[u8],
    signature: &[u8],
) -> bool {
    match key.material() {
        #[cfg(feature = "hs")]
        Material::Secret(secret) => hmac::verify(algorithm, secret, signing_input, signature),
        #[cfg(not(feature = "hs"))]
        Material::Secret(_) => false,
    }
}

/// The signature of `signing_input` under `key`, or `None` if this build lacks the algorithm.
#[cfg_attr(not(feature = "hs"), expect(unused_variables))]
pub(crate) fn sign(algorithm: Algorithm, key: &Key, signing_input: &[u8]) -> Option<Vec<u8>> {
    match key.material() {
        #[cfg(feature = "hs")]
        Material::Secret(secret) => hmac::sign(algorithm, secret, signing_input),
        #[cfg(not(feature = "hs"))]
        Material::Secret(_) => None,
    }
}
