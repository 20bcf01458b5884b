//! EMSA-PKCS1-v1_5: RFC 8017 §9.2.

use alloc::vec::Vec;

use chacha20::ChaCha20Rng;
use rsa::{Pkcs1v15Sign, RsaPrivateKey};
use sha2::Digest;
use sha2::digest::const_oid::AssociatedOid;

/// Whether `encoded` is the encoding of `message`. It is made anew and compared as a whole: whoever
/// looks for its parts instead takes forgeries, as Bleichenbacher showed in 2006.
pub(super) fn encodes<D: Digest>(encoded: &[u8], message: &[u8]) -> bool {
    let hash = D::digest(message);
    let Some(info) = digest_info(hash.len()) else { return false };
    let padding = encoded.len().saturating_sub(3 + info.len() + hash.len());
    let mut expected = Vec::with_capacity(encoded.len());
    expected.extend_from_slice(&[0, 1]);
    expected.resize(2 + padding, 0xff);
    expected.push(0);
    expected.extend_from_slice(&info);
    expected.extend_from_slice(&hash);
    expected == encoded
}

/// DER of a `DigestInfo` up to the hash, for the SHA-2 hash of this length (RFC 8017 §9.2, note 1).
fn digest_info(length: usize) -> Option<[u8; 19]> {
    let (name, length) = match length {
        32 => (1, 32),
        48 => (2, 48),
        64 => (3, 64),
        _ => return None,
    };
    // SEQUENCE { SEQUENCE { OID 2.16.840.1.101.3.4.2.name, NULL }, OCTET STRING (length) }
    Some([
        0x30,
        17 + length,
        0x30,
        13,
        6,
        9,
        0x60,
        0x86,
        0x48,
        1,
        0x65,
        3,
        4,
        2,
        name,
        5,
        0,
        4,
        length,
    ])
}

pub(super) fn sign<D: Digest + AssociatedOid>(
    key: &RsaPrivateKey,
    message: &[u8],
    mut random: ChaCha20Rng,
) -> Option<Vec<u8>> {
    key.sign_with_rng(&mut random, Pkcs1v15Sign::new::<D>(), &D::digest(message)).ok()
}
