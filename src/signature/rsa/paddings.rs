//! Both paddings against what the crate `rsa` makes, and all that is near it.

use alloc::vec;

use rsa::pkcs1v15::Pkcs1v15Sign;
use rsa::pss::Pss;
use rsa::traits::PublicKeyParts;
use rsa::{RsaPrivateKey, RsaPublicKey};
use sha2::digest::FixedOutputReset;
use sha2::digest::const_oid::AssociatedOid;
use sha2::{Digest, Sha256, Sha384, Sha512};

use super::{pkcs1, pss};
use crate::key::{PublicOperation, Random};

/// Refused with any bit flipped, cut or extended at either end, and for another message.
fn only_as_it_is(em: &[u8], message: &[u8], is: impl Fn(&[u8], &[u8]) -> bool) {
    assert!(is(em, message));
    assert!(!is(em, b"another message"));
    for (place, bit) in (0..em.len()).flat_map(|place| (0..8).map(move |bit| (place, bit))) {
        let mut flipped = em.to_vec();
        flipped[place] ^= 1 << bit;
        assert!(!is(&flipped, message), "{place} {bit}");
    }
    for length in 0..em.len() {
        assert!(!is(&em[..length], message));
        assert!(!is(&em[em.len() - length..], message));
    }
    assert!(!is(&[em, &[0]].concat(), message));
    assert!(!is(&[&[0], em].concat(), message));
}

fn check<D: AssociatedOid + Digest + FixedOutputReset>(key: &RsaPrivateKey) {
    let public = RsaPublicKey::from(key);
    let bits = usize::try_from(public.n().bits()).unwrap();
    let n = public.n().to_be_bytes_trimmed_vartime();
    let operation = PublicOperation::new(&n, &public.e().to_be_bytes_trimmed_vartime()).unwrap();
    assert_eq!(operation.bits(), bits);
    let message = b"a message";
    let hash = D::digest(message);
    let random = &mut Random(u64::try_from(bits).unwrap());

    let signature = key.sign(Pkcs1v15Sign::new::<D>(), &hash).unwrap();
    let em = operation.apply(&signature).unwrap();
    only_as_it_is(&em, message, pkcs1::encodes::<D>);
    assert!(!pss::encodes::<D>(&em, &n, message));

    let is_pss = |em: &[u8], message: &[u8]| pss::encodes::<D>(em, &n, message);
    let signature = key.sign_with_rng(random, Pss::<D>::new(), &hash).unwrap();
    let em = operation.apply(&signature).unwrap();
    only_as_it_is(&em, message, is_pss);
    assert!(!pkcs1::encodes::<D>(&em, message));

    // Salts of another length are not what RFC 7518 §3.5 has.
    let length = hash.len();
    for salt in [0, 1, 20, length - 1, length + 1, em.len() - length - 3] {
        let scheme = Pss::<D>::new_with_salt(salt);
        let signature = key.sign_with_rng(random, scheme, &hash).unwrap();
        let em = operation.apply(&signature).unwrap();
        assert!(!pss::encodes::<D>(&em, &n, message), "{salt}");
    }
}

/// 2049 bits: the PSS encoding is one byte shorter than the modulus.
#[test]
fn as_the_rsa_crate_signs() {
    for bits in [2048, 2049, 2050, 2055, 2056] {
        let key = RsaPrivateKey::new(&mut Random(9), bits).unwrap();
        check::<Sha256>(&key);
        check::<Sha384>(&key);
        check::<Sha512>(&key);
    }
}

#[test]
fn nothing_to_check() {
    for length in 0..130 {
        let em = vec![0; length];
        assert!(!pkcs1::encodes::<Sha256>(&em, b""));
        assert!(!pss::encodes::<Sha512>(&em, &[255], b""));
        assert!(!pss::encodes::<Sha512>(&em, &[1], b""));
        assert!(!pss::encodes::<Sha512>(&em, &[], b""));
    }
}
