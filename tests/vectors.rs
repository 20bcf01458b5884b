//! The vectors of tests/vectors, which the JavaScript tests read too.

// A test that cannot go on should stop where it is.
#![allow(
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use core::time::Duration;

use serde_json::Value;
use wasm_jwt::{
    Algorithm, Claim, Error, ErrorKind, Key, KeySet, MAX_TOKEN_BYTES, NumericDate, Object, Policy,
    Verifier, VerifyOptions, decode,
};

const SIMPLEJWT_SECRET: &str = "test-only-secret-key-for-loopback-fixtures-0123456789abcdef";

fn read(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn object(value: &Value) -> Object {
    Object::parse(value.to_string().into_bytes()).unwrap()
}

/// A key as the vectors write it: a secret, bytes in hexadecimal, a JWK or JWKS, or a list of keys.
fn key_set(key: &Value, allow_weak: bool) -> Result<KeySet, Error> {
    if let Some(secret) = key["secret"].as_str() {
        return Key::from_secret(secret.as_bytes(), allow_weak).map(KeySet::from);
    }
    if let Some(hex) = key["bytes"].as_str() {
        let digits: Vec<u32> = hex.chars().map(|digit| digit.to_digit(16).unwrap()).collect();
        let bytes: Vec<u8> =
            digits.chunks(2).map(|pair| u8::try_from(pair[0] * 16 + pair[1]).unwrap()).collect();
        return Key::from_secret(&bytes, allow_weak).map(KeySet::from);
    }
    if let Some(list) = key["list"].as_array() {
        let mut set = KeySet::new();
        for key in list {
            match key.get("json") {
                Some(json) => set.append(&KeySet::from_json(&object(json), allow_weak, true)?),
                None => set.append(&key_set(key, allow_weak)?),
            }
        }
        return Ok(set);
    }
    KeySet::from_json(&object(&key["json"]), allow_weak, false)
}

fn strings(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::Null => None,
        Value::String(one) => Some(vec![one.clone()]),
        several => Some(several.as_array().unwrap().iter().map(text).collect()),
    }
}

/// Seconds, or one of the spellings with a unit that the vectors use.
fn duration(value: &Value) -> Option<Duration> {
    match value {
        Value::Null => None,
        Value::String(text) if text == "10s" => Some(Duration::from_secs(10)),
        Value::String(text) if text == "1m" => Some(Duration::from_secs(60)),
        number => Some(Duration::from_secs_f64(number.as_f64().unwrap())),
    }
}

fn verify_options(options: &Value) -> VerifyOptions {
    let algorithms = strings(&options["algorithms"]);
    let mut policy = Policy::default();
    policy.max_age = duration(&options["maxAge"]);
    policy.required_claims = strings(&options["requiredClaims"]).unwrap_or_default();
    policy.clock_tolerance = duration(&options["clockTolerance"]).unwrap_or_default();
    for (claim, name) in [
        (Claim::Issuer, "issuer"),
        (Claim::Audience, "audience"),
        (Claim::Subject, "subject"),
        (Claim::JwtId, "jwtId"),
        (Claim::Type, "typ"),
    ] {
        if let Some(any_of) = strings(&options[name]) {
            policy.expect(claim, any_of);
        }
    }
    VerifyOptions {
        algorithms: algorithms
            .map(|names| names.iter().map(|name| Algorithm::from_name(name).unwrap()).collect()),
        policy,
        ..VerifyOptions::default()
    }
}

/// The index and `kid` of the key that held.
fn verify(row: &Value) -> Result<(usize, Option<String>), Error> {
    let options = &row["options"];
    let allow_weak = options["allowWeakKey"].as_bool().unwrap_or_default();
    let mut verifier = Verifier::new(key_set(&row["key"], allow_weak)?, verify_options(options))?;
    let now = NumericDate::from_seconds(options["now"].as_f64().unwrap()).unwrap();
    let token = text(&row["token"]);
    let first = verifier.verify(token.as_bytes(), now);
    // A verifier remembers the last header; that must make no difference.
    let second = verifier.verify(token.as_bytes(), now);
    assert_eq!(first.as_ref().err(), second.as_ref().err(), "{}", row["name"]);
    first.map(|verified| {
        let index = verified.key_index();
        (index, verifier.kid(index).map(str::to_owned))
    })
}

fn check_verify_row(row: &Value) {
    let name = &row["name"];
    let result = verify(row);
    let Some(expected) = row.get("error") else {
        let (index, kid) = result.unwrap_or_else(|error| panic!("{name}: {error:?}"));
        assert_eq!(index, row["match"]["index"].as_u64().unwrap() as usize, "{name}");
        assert_eq!(kid.as_deref(), row["match"]["kid"].as_str(), "{name}");
        return;
    };
    let error = result.err().unwrap_or_else(|| panic!("{name}: accepted"));
    assert_eq!(error.code(), expected["code"], "{name}");
    for (field, value) in expected.as_object().unwrap() {
        if field != "code" {
            assert_eq!(&field_of(&error, field), value, "{name}: {field}");
        }
    }
}

fn field_of(error: &Error, field: &str) -> Value {
    match (error.kind(), field) {
        (ErrorKind::Malformed { part, .. }, "part") => part.as_str().into(),
        (ErrorKind::Malformed { reason, .. } | ErrorKind::KeyInvalid { reason }, "reason") => {
            reason.as_str().into()
        }
        (ErrorKind::CritUnsupported { extension }, "extension") => extension.as_str().into(),
        (ErrorKind::AlgUnsupported { alg } | ErrorKind::AlgNotAllowed { alg }, "alg") => {
            alg.as_str().into()
        }
        (ErrorKind::KeyNotFound(search), "kid") => search.kid.clone().into(),
        (ErrorKind::KeyNotFound(search), "offered") => search.offered.clone().into(),
        (ErrorKind::Expired(fault) | ErrorKind::NotYetValid(fault), "claim") => fault.claim.into(),
        (ErrorKind::ClaimMismatch(fault), "claim") => fault.claim.into(),
        (ErrorKind::ClaimMissing { claim }, "claim") => claim.as_str().into(),
        (ErrorKind::ClaimInvalid { claim }, "claim") => (*claim).into(),
        _ => Value::Null,
    }
}

#[test]
fn rfc_examples() {
    for row in read(include_str!("vectors/rfc.json")).as_array().unwrap() {
        check_verify_row(row);
    }
}

#[test]
fn tokens_verify_or_are_refused_with_their_code() {
    for row in read(include_str!("vectors/verify.json")).as_array().unwrap() {
        check_verify_row(row);
    }
}

#[test]
fn well_formed_tokens_decode() {
    for row in read(include_str!("vectors/form.json"))["wellFormed"].as_array().unwrap() {
        let token = text(&row["token"]);
        let unverified = decode(token.as_bytes(), MAX_TOKEN_BYTES)
            .unwrap_or_else(|error| panic!("{}: {error}", row["name"]));
        assert_eq!(unverified.header().object().text(), row["header"], "{}", row["name"]);
        assert_eq!(unverified.unverified_claims().text(), row["payload"], "{}", row["name"]);
    }
}

#[test]
fn malformed_tokens_are_refused_with_part_and_reason() {
    for row in read(include_str!("vectors/form.json"))["malformed"].as_array().unwrap() {
        let token = text(&row["token"]);
        let error = decode(token.as_bytes(), MAX_TOKEN_BYTES).err();
        match error.as_ref().map(Error::kind) {
            Some(ErrorKind::Malformed { part, reason }) => {
                assert_eq!(part.as_str(), row["part"], "{}", row["name"]);
                assert_eq!(reason.as_str(), row["reason"], "{}", row["name"]);
            }
            other => panic!("{}: {other:?}", row["name"]),
        }
    }
}

#[test]
fn keys_are_taken_or_refused_with_their_reason() {
    for row in read(include_str!("vectors/keys.json"))["keys"].as_array().unwrap() {
        let allow_weak = row["key"]["allowWeakKey"].as_bool().unwrap_or_default();
        let error = key_set(&row["key"], allow_weak).err();
        let reason = match error.as_ref().map(Error::kind) {
            None => Value::Null,
            Some(ErrorKind::KeyInvalid { reason }) => reason.as_str().into(),
            Some(other) => panic!("{}: {other:?}", row["name"]),
        };
        assert_eq!(reason, row["reason"], "{}", row["name"]);
    }
}

#[test]
fn simplejwt_tokens_decode_and_the_hs256_ones_verify() {
    let settings = read(include_str!("vectors/simplejwt.json"));
    let mut verified = 0;
    let mut decoded = 0;
    for (setting, tokens) in settings.as_object().unwrap() {
        for (name, row) in tokens.as_object().unwrap() {
            let name = format!("{setting} {name}");
            let token = text(&row["token"]);
            let unverified = decode(token.as_bytes(), MAX_TOKEN_BYTES).unwrap();
            assert_eq!(read(unverified.header().object().text()), row["header"], "{name}");
            assert_eq!(read(unverified.unverified_claims().text()), row["payload"], "{name}");
            decoded += 1;
            if row["header"]["alg"] != "HS256" {
                continue;
            }
            let exp = row["payload"]["exp"].as_f64().unwrap();
            let at = |seconds| NumericDate::from_seconds(seconds).unwrap();
            let verifier = |secret: &str| {
                let key = Key::from_secret(secret.as_bytes(), false).unwrap();
                Verifier::new(KeySet::from(key), VerifyOptions::default()).unwrap()
            };
            let mut right = verifier(SIMPLEJWT_SECRET);
            assert!(right.verify(token.as_bytes(), at(exp - 1.0)).is_ok(), "{name}");
            let at_exp = right.verify(token.as_bytes(), at(exp)).unwrap_err();
            assert_eq!(at_exp.code(), "ERR_JWT_EXPIRED", "{name}");
            let mut wrong = verifier("another-secret-key-of-the-same-kind-0123456789");
            let refused = wrong.verify(token.as_bytes(), at(exp - 1.0)).unwrap_err();
            assert_eq!(*refused.kind(), ErrorKind::SignatureInvalid, "{name}");
            verified += 1;
        }
    }
    assert_eq!((decoded, verified), (46, 37));
}
