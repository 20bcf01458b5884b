//! Keys that are wrong in one place each, and what is said of them.

use alloc::string::String;
use alloc::vec::Vec;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{Key, Material};
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::{ErrorKind, Reason};
use crate::json::Object;

fn import(jwk: &Value) -> Result<Key, Reason> {
    let jwk = Object::parse(serde_json::to_vec(jwk).unwrap()).unwrap();
    Key::from_jwk(&jwk, false).map_err(|error| match error.kind() {
        ErrorKind::KeyInvalid { reason } => *reason,
        other => panic!("{other:?}"),
    })
}

fn encoded(bytes: &[u8]) -> Value {
    let mut text = Vec::new();
    base64url::encode_onto(bytes, &mut text);
    String::from_utf8(text).unwrap().into()
}

fn decoded(value: &Value) -> Vec<u8> {
    base64url::decode(value.as_str().unwrap().as_bytes()).unwrap()
}

/// The private key of the RFC example that is called so.
fn example(name: &str) -> Value {
    let rows: Value =
        serde_json::from_str(include_str!("../../tests/vectors/signatures.json")).unwrap();
    let mut rows = rows.as_array().unwrap().iter();
    rows.find(|row| row["name"].as_str().unwrap().starts_with(name)).unwrap()["key"]["json"].clone()
}

/// `jwk` with other bytes in one member.
fn with(jwk: &Value, name: &str, bytes: &[u8]) -> Value {
    let mut jwk = jwk.clone();
    jwk[name] = encoded(bytes);
    jwk
}

fn without(jwk: &Value, names: &[&str]) -> Value {
    let mut jwk = jwk.clone();
    for name in names {
        jwk.as_object_mut().unwrap().remove(*name);
    }
    jwk
}

fn flipped(jwk: &Value, name: &str) -> Value {
    let mut bytes = decoded(&jwk[name]);
    *bytes.last_mut().unwrap() ^= 2;
    with(jwk, name, &bytes)
}

#[track_caller]
fn refused(rows: &[(&str, Value, Reason)]) {
    for (name, jwk, reason) in rows {
        assert_eq!(import(jwk).err(), Some(*reason), "{name}");
    }
}

const CRT: [&str; 5] = ["p", "q", "dp", "dq", "qi"];

#[test]
fn hostile_rsa_keys_are_refused() {
    let good = example("RFC 7515 A.2");
    let public = without(&without(&good, &CRT), &["d"]);
    assert!(import(&good).is_ok() && import(&public).is_ok());
    let odd = |bits: usize| {
        let mut number = alloc::vec![0xff_u8; bits.div_ceil(8)];
        number[0] >>= bits.div_ceil(8) * 8 - bits;
        number
    };
    let (n, d, p) = (decoded(&good["n"]), decoded(&good["d"]), decoded(&good["p"]));
    let mut even = n.clone();
    *even.last_mut().unwrap() ^= 1;
    use Reason::{MultiPrime, NoPrimes, NotJwk, PairUnfit, RsaExponent, RsaModulus};
    refused(&[
        ("n of 1024 bits", with(&public, "n", &odd(1024)), RsaModulus),
        ("n of 2047 bits", with(&public, "n", &odd(2047)), RsaModulus),
        (
            "n of 2047 bits behind a zero",
            with(&public, "n", &[&[0], &odd(2047)[..]].concat()),
            RsaModulus,
        ),
        ("n of 8193 bits", with(&public, "n", &odd(8193)), RsaModulus),
        ("n of 16384 bits", with(&public, "n", &odd(16384)), RsaModulus),
        ("n even", with(&public, "n", &even), RsaModulus),
        ("n empty", with(&public, "n", &[]), RsaModulus),
        ("e = 0", with(&public, "e", &[0]), RsaExponent),
        ("e = 1", with(&public, "e", &[1]), RsaExponent),
        ("e = 2", with(&public, "e", &[2]), RsaExponent),
        ("e = 65536", with(&public, "e", &[1, 0, 0]), RsaExponent),
        ("e empty", with(&public, "e", &[]), RsaExponent),
        ("e of 65 bits", with(&public, "e", &[1, 0, 0, 0, 0, 0, 0, 0, 1]), RsaExponent),
        ("e as long as n", with(&public, "e", &n), RsaExponent),
        (
            "oth",
            {
                let mut jwk = good.clone();
                jwk["oth"] = json!([]);
                jwk
            },
            MultiPrime,
        ),
        ("no q", without(&good, &["q"]), NotJwk),
        ("another e", with(&good, "e", &[3]), PairUnfit),
        (
            "n and d of two keys",
            with(&good, "n", &decoded(&example("RFC 7520 4.1")["n"])),
            PairUnfit,
        ),
        ("d of another key", with(&good, "d", &decoded(&example("RFC 7520 4.1")["d"])), PairUnfit),
        ("d = 0", with(&good, "d", &[0]), PairUnfit),
        ("d longer than n", with(&good, "d", &[&[1], &d[..]].concat()), PairUnfit),
        ("p = 0", with(&good, "p", &[0]), PairUnfit),
        ("p = 1, q = n", with(&with(&good, "p", &[1]), "q", &n), PairUnfit),
        ("p = n, q = 1", with(&with(&good, "q", &[1]), "p", &n), PairUnfit),
        ("q = p", with(&good, "q", &p), PairUnfit),
        ("p longer than n", with(&good, "p", &[&n[..], &[1]].concat()), PairUnfit),
        ("d flipped", flipped(&good, "d"), PairUnfit),
        ("p flipped", flipped(&good, "p"), PairUnfit),
        ("q flipped", flipped(&good, "q"), PairUnfit),
        ("dp flipped", flipped(&good, "dp"), PairUnfit),
        ("dq flipped", flipped(&good, "dq"), PairUnfit),
        ("qi flipped", flipped(&good, "qi"), PairUnfit),
        (
            "p and q exchanged, dp and dq not",
            {
                let mut jwk = good.clone();
                jwk["p"] = good["q"].clone();
                jwk["q"] = good["p"].clone();
                jwk
            },
            PairUnfit,
        ),
        ("no primes, d flipped", flipped(&without(&good, &CRT), "d"), PairUnfit),
        ("no primes, d = 1", with(&without(&good, &CRT), "d", &[1]), PairUnfit),
        ("no primes, d = n", with(&without(&good, &CRT), "d", &n), PairUnfit),
        ("no primes, e = 3", with(&without(&good, &CRT), "e", &[3]), NoPrimes),
        (
            "no primes, n and d of 8192 bits",
            with(&with(&without(&good, &CRT), "n", &odd(8192)), "d", &odd(8191)),
            PairUnfit,
        ),
    ]);
}

#[test]
fn exponents_of_3_and_of_64_bits_are_taken() {
    let public = without(&without(&example("RFC 7515 A.2"), &CRT), &["d"]);
    assert!(import(&with(&public, "e", &[3])).is_ok());
    assert!(import(&with(&public, "e", &[0xff; 8])).is_ok());
    assert!(import(&with(&public, "e", &[0, 0, 1, 0, 1])).is_ok());
}

#[test]
fn absent_primes_are_computed() {
    let good = example("RFC 7515 A.2");
    let key = import(&without(&good, &CRT)).unwrap();
    let Material::Rsa(key) = key.material() else { panic!() };
    let computed = key.private().unwrap().primes.as_ref().unwrap();
    for (name, own) in CRT.iter().zip(computed) {
        assert_eq!(**own, decoded(&good[*name]), "{name}");
    }
}

#[test]
fn hostile_curve_keys_are_refused() {
    use Reason::{CurveUnsupported, PairUnfit, Point, PrivateOutOfRange};
    let good = example("RFC 7515 A.3");
    assert!(import(&good).is_ok());
    let x = decoded(&good["x"]);
    let mut other = good.clone();
    other["crv"] = "secp256k1".into();
    let zero = with(&with(&good, "x", &[0; 32]), "y", &[0; 32]);
    // The order of P-256 (FIPS 186-5).
    let mut order = alloc::vec![0xff_u8; 4];
    order.extend_from_slice(&[0; 4]);
    order.extend_from_slice(&[0xff; 8]);
    order.extend_from_slice(&0xbce6_faad_a717_9e84_u64.to_be_bytes());
    order.extend_from_slice(&0xf3b9_cac2_fc63_2551_u64.to_be_bytes());
    refused(&[
        ("off the curve", flipped(&good, "y"), Point),
        ("x and y zero", zero, Point),
        ("x and y beyond the field", with(&with(&good, "x", &[0xff; 32]), "y", &[0xff; 32]), Point),
        ("x short", with(&good, "x", &x[1..]), Point),
        ("x long", with(&good, "x", &[&[0], &x[..]].concat()), Point),
        ("another curve of the same length", other, Point),
        (
            "an unknown curve",
            {
                let mut jwk = good.clone();
                jwk["crv"] = "P-257".into();
                jwk
            },
            CurveUnsupported,
        ),
        ("d zero", with(&good, "d", &[0; 32]), PrivateOutOfRange),
        ("d the order", with(&good, "d", &order), PrivateOutOfRange),
        ("d all ones", with(&good, "d", &[0xff; 32]), PrivateOutOfRange),
        ("d short", with(&good, "d", &[1; 31]), PrivateOutOfRange),
        ("d long", with(&good, "d", &[1; 33]), PrivateOutOfRange),
        ("d of another key", flipped(&good, "d"), PairUnfit),
    ]);
    // One less than the order is a key, though not this one's.
    *order.last_mut().unwrap() -= 1;
    assert_eq!(import(&with(&good, "d", &order)).err(), Some(PairUnfit));
}

#[test]
fn compressed_points_are_taken_and_kept_uncompressed() {
    let good = example("RFC 7515 A.3");
    let (x, y) = (decoded(&good["x"]), decoded(&good["y"]));
    let compressed = [&[2 + (y[31] & 1)], &x[..]].concat();
    let key = super::EcKey::new(super::Curve::P256, Some(&compressed), None).unwrap();
    assert_eq!(key.coordinates(), Some((&x[..], &y[..])));
    for bad in
        [&[2][..], &[4], &[], &[0], &[&[5], &x[..]].concat(), &[&[2], &[0xff_u8; 32][..]].concat()]
    {
        let error = super::EcKey::new(super::Curve::P256, Some(bad), None).err();
        assert_eq!(error, Some(Reason::Point), "{bad:?}");
    }
}

#[test]
fn hostile_ed25519_keys_are_refused() {
    use Reason::{CurveUnsupported, PairUnfit, Point, PrivateOutOfRange};
    let good = example("RFC 8037 A.4");
    let public = without(&good, &["d"]);
    let point = |first: u8, last: u8, fill: u8| {
        let mut bytes = [fill; 32];
        (bytes[0], bytes[31]) = (first, last);
        with(&public, "x", &bytes)
    };
    refused(&[
        ("short", with(&public, "x", &[1; 31]), Point),
        ("long", with(&public, "x", &[1; 33]), Point),
        ("y = 2, not on the curve", point(2, 0, 0), Point),
        ("y = 1, the neutral element", point(1, 0, 0), Point),
        ("y = 0, of order 4", point(0, 0, 0), Point),
        ("y = 0 and the sign, of order 4", point(0, 0x80, 0), Point),
        ("y = -1, of order 2", point(0xec, 0x7f, 0xff), Point),
        (
            "another curve",
            {
                let mut jwk = good.clone();
                jwk["crv"] = "Ed448".into();
                jwk
            },
            CurveUnsupported,
        ),
        ("a seed too short", with(&good, "d", &[1; 31]), PrivateOutOfRange),
        ("a seed too long", with(&good, "d", &[1; 33]), PrivateOutOfRange),
        ("a seed and its key in one", with(&good, "d", &[1; 64]), PrivateOutOfRange),
        ("the seed of another key", flipped(&good, "d"), PairUnfit),
        (
            "the key of another seed",
            with(&good, "x", &decoded(&example("RFC 8037 A.4")["d"])),
            Point,
        ),
    ]);
    // y from p to 2^255 - 1 is no canonical encoding, whatever it would decode to.
    for first in 0xed..=0xff {
        for last in [0x7f, 0xff] {
            assert_eq!(import(&point(first, last, 0xff)).err(), Some(Point), "{first} {last}");
        }
    }
}

#[test]
fn hostile_ml_dsa_keys_are_refused() {
    use Reason::{KtyUnsupported, NotJwk, PairUnfit, Point, PrivateOutOfRange};
    for (algorithm, length) in
        [(Algorithm::MlDsa44, 1312), (Algorithm::MlDsa65, 1952), (Algorithm::MlDsa87, 2592)]
    {
        let key = Key::generate(algorithm, &[7; Key::RANDOM_BYTES]).unwrap();
        let Material::MlDsa(key) = key.material() else { panic!() };
        let public = key.public().unwrap();
        assert_eq!(public.len(), length);
        let good = json!({
            "kty": "AKP",
            "alg": algorithm.name(),
            "pub": encoded(public),
            "priv": encoded(key.seed().unwrap()),
        });
        assert!(import(&good).is_ok());
        let named = |alg: &str| {
            let mut jwk = good.clone();
            jwk["alg"] = alg.into();
            jwk
        };
        let other = if algorithm == Algorithm::MlDsa44 { "ML-DSA-65" } else { "ML-DSA-44" };
        refused(&[
            ("short", with(&good, "pub", &public[1..]), Point),
            ("long", with(&good, "pub", &[public, &[0]].concat()), Point),
            ("empty", with(&good, "pub", &[]), Point),
            ("other parameters", named(other), Point),
            ("not its algorithm", named("ES256"), Point),
            ("no algorithm", named("ML-DSA-88"), KtyUnsupported),
            ("no alg", without(&good, &["alg"]), NotJwk),
            ("a seed too short", with(&good, "priv", &[7; 31]), PrivateOutOfRange),
            ("a seed too long", with(&good, "priv", &[7; 33]), PrivateOutOfRange),
            ("another seed", with(&good, "priv", &[8; 32]), PairUnfit),
            ("another key", flipped(&good, "pub"), PairUnfit),
        ]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_rsa_number_makes_a_panic(
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        member in 0_usize..8,
        primes: bool,
    ) {
        let mut jwk = with(&example("RFC 7515 A.2"), ["n", "e", "d", "p", "q", "dp", "dq", "qi"][member], &bytes);
        if !primes {
            jwk = without(&jwk, &CRT);
        }
        let harmless = !primes && member > 2;
        prop_assert_eq!(import(&jwk).is_ok(), harmless);
    }
}
