//! EMSA-PSS: RFC 8017 §9.1, with the salt as long as the hash and MGF1 of the same hash (RFC 7518
//! §3.5).

use alloc::vec::Vec;

use chacha20::ChaCha20Rng;
use rsa::{Pss, RsaPrivateKey};
use sha2::Digest;
use sha2::digest::FixedOutputReset;

/// Whether `encoded`, as long as the modulus, is an encoding of `message`.
pub(super) fn encodes<D: Digest>(encoded: &[u8], modulus: &[u8], message: &[u8]) -> bool {
    salted::<D>(encoded, modulus, message).is_some()
}

/// The steps of RFC 8017 §9.1.2 from the fourth on; the third holds for any modulus that is taken.
fn salted<D: Digest>(encoded: &[u8], modulus: &[u8], message: &[u8]) -> Option<()> {
    let hash_length = <D as Digest>::output_size();
    // An encoding has one bit less than the modulus, which may make it a byte shorter.
    let mut unused = 1 + modulus.first()?.leading_zeros();
    let mut encoded = encoded;
    if unused == 8 {
        encoded = encoded.strip_prefix(&[0])?;
        unused = 0;
    }
    let (last, body) = encoded.split_last()?;
    let (masked, hash) = body.split_at_checked(body.len().checked_sub(hash_length)?)?;
    let used_mask = 0xff_u8 >> unused;
    if *last != 0xbc || masked.first()? & !used_mask != 0 {
        return None;
    }
    let mut block = mgf1::<D>(hash, masked.len());
    for (byte, masked) in block.iter_mut().zip(masked) {
        *byte ^= masked;
    }
    *block.first_mut()? &= used_mask;

    let (padding, salt) = block.split_at_checked(block.len().checked_sub(hash_length)?)?;
    let (one, zeros) = padding.split_last()?;
    if *one != 1 || zeros.iter().any(|byte| *byte != 0) {
        return None;
    }
    let own = D::new()
        .chain_update([0; 8])
        .chain_update(D::digest(message))
        .chain_update(salt)
        .finalize();
    (*own == *hash).then_some(())
}

/// RFC 8017 B.2.1.
fn mgf1<D: Digest>(seed: &[u8], length: usize) -> Vec<u8> {
    let mut mask = Vec::with_capacity(length + <D as Digest>::output_size());
    let mut counter = 0_u32;
    while mask.len() < length {
        let block = D::new().chain_update(seed).chain_update(counter.to_be_bytes());
        mask.extend_from_slice(&block.finalize());
        counter += 1;
    }
    mask.truncate(length);
    mask
}

pub(super) fn sign<D: Digest + FixedOutputReset>(
    key: &RsaPrivateKey,
    message: &[u8],
    mut random: ChaCha20Rng,
) -> Option<Vec<u8>> {
    key.sign_with_rng(&mut random, Pss::<D>::new(), &D::digest(message)).ok()
}
