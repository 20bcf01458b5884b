//! HS256, HS384, HS512: HMAC with SHA-2 (RFC 7518 §3.2).

use alloc::vec::Vec;

use hmac::Mac;

use crate::algorithm::Algorithm;
use crate::key::Secret;

/// Compares in constant time, and only tags of full length.
pub(super) fn verify(
    algorithm: Algorithm,
    secret: &Secret,
    signing_input: &[u8],
    tag: &[u8],
) -> bool {
    fn holds<M: Mac + Clone>(state: Option<&M>, signing_input: &[u8], tag: &[u8]) -> bool {
        state.is_some_and(|state| {
            let mac = state.clone().chain_update(signing_input);
            mac.verify_slice(tag).is_ok()
        })
    }
    match algorithm {
        Algorithm::Hs256 => holds(secret.sha256(), signing_input, tag),
        Algorithm::Hs384 => holds(secret.sha384(), signing_input, tag),
        Algorithm::Hs512 => holds(secret.sha512(), signing_input, tag),
        _ => false,
    }
}

pub(super) fn sign(algorithm: Algorithm, secret: &Secret, signing_input: &[u8]) -> Option<Vec<u8>> {
    fn tag<M: Mac + Clone>(state: Option<&M>, signing_input: &[u8]) -> Option<Vec<u8>> {
        let mac = state?.clone().chain_update(signing_input);
        Some(mac.finalize().into_bytes().to_vec())
    }
    match algorithm {
        Algorithm::Hs256 => tag(secret.sha256(), signing_input),
        Algorithm::Hs384 => tag(secret.sha384(), signing_input),
        Algorithm::Hs512 => tag(secret.sha512(), signing_input),
        _ => None,
    }
}
