//! What a Rust caller can do, and what it gets for bad input.

// A test that cannot go on should stop where it is.
#![allow(
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use core::time::Duration;

use wasm_jwt::{
    Algorithm, EncodeOptions, Error, ErrorKind, Key, KeySet, NumericDate, Object, Part, Reason,
    Signer, Verifier, VerifyOptions, decode,
};

const SECRET: &[u8] = b"a secret of thirty-two bytes: ok";

fn at(seconds: f64) -> NumericDate {
    NumericDate::from_seconds(seconds).unwrap()
}

fn key() -> Key {
    Key::from_secret(SECRET, false).unwrap()
}

fn encode(claims: &str, options: EncodeOptions) -> Result<String, Error> {
    Signer::new(key(), options)?.encode(claims, at(1_000.9), None, &[])
}

fn object(text: &str) -> Object {
    Object::parse(text.as_bytes().to_vec()).unwrap()
}

fn claims_of(token: &str) -> String {
    decode(token.as_bytes(), 10_000).unwrap().unverified_claims().text().to_owned()
}

#[test]
fn claims_are_signed_as_they_stand() {
    let claims = "{ \"b\": 1.50, \"a\" : \"\\u00e9\" }\n";
    assert_eq!(claims_of(&encode(claims, EncodeOptions::default()).unwrap()), claims);
}

#[test]
fn options_add_their_claims_at_the_end() {
    let options = EncodeOptions {
        claims: object(r#"{"iss":"a\"b\u0001","sub":"","aud":["x", "y"]}"#),
        expires_in: Some(Duration::from_millis(1_500)),
        not_before: Some(Duration::ZERO),
        issued_at: true,
        ..EncodeOptions::default()
    };
    let added =
        r#""iss":"a\"b\u0001","sub":"","aud":["x", "y"],"exp":1001.5,"nbf":1000,"iat":1000}"#;
    for (claims, head) in [("{}", "{"), ("{\"a\":{}} ", "{\"a\":{},")] {
        let token = encode(claims, options.clone()).unwrap();
        assert_eq!(claims_of(&token), format!("{head}{added}"));
    }
}

#[test]
fn a_claim_given_twice_is_refused() {
    let options = EncodeOptions {
        claims: object(r#"{"iss":"x"}"#),
        expires_in: Some(Duration::ZERO),
        ..EncodeOptions::default()
    };
    let twice = ErrorKind::Malformed { part: Part::Payload, reason: Reason::DuplicateName };
    for claims in [r#"{"iss":"x"}"#, r#"{"\u0069ss":"x"}"#, r#"{"exp":1}"#] {
        assert_eq!(*encode(claims, options.clone()).unwrap_err().kind(), twice, "{claims}");
    }
    assert!(encode(r#"{"Iss":"x"}"#, options.clone()).is_ok());
    let options = EncodeOptions { claims: object(r#"{"exp":1}"#), ..options };
    assert_eq!(*encode("{}", options).unwrap_err().kind(), twice);
}

#[test]
fn claims_that_no_verifier_takes_are_refused() {
    for (claims, reason) in [
        ("[]", Reason::NotObject),
        ("{", Reason::NotJson),
        ("", Reason::NotJson),
        (r#"{"a":1,"a":2}"#, Reason::DuplicateName),
        ("\u{feff}{}", Reason::Bom),
    ] {
        let malformed = ErrorKind::Malformed { part: Part::Payload, reason };
        let error = encode(claims, EncodeOptions::default()).unwrap_err();
        assert_eq!(*error.kind(), malformed, "{claims}");
    }
    let invalid = encode(r#"{"exp":"soon"}"#, EncodeOptions::default()).unwrap_err();
    assert_eq!(invalid.code(), "ERR_JWT_CLAIM_INVALID");
}

#[test]
fn a_header_cannot_give_alg() {
    let with = |header: &str| EncodeOptions { header: object(header), ..EncodeOptions::default() };
    let twice = ErrorKind::Malformed { part: Part::Header, reason: Reason::DuplicateName };
    assert_eq!(*encode("{}", with(r#"{"alg":"none"}"#)).unwrap_err().kind(), twice);
    assert!(encode("{}", with(r#"{"kid":"none"}"#)).is_ok());
}

#[test]
fn jwt_id_comes_from_the_caller() {
    let signer = Signer::new(key(), EncodeOptions::default()).unwrap();
    let token = signer.encode("{}", at(0.0), Some("id-1"), &[]).unwrap();
    assert_eq!(claims_of(&token), r#"{"jti":"id-1"}"#);
}

#[test]
fn a_set_tells_which_key_held() {
    let mut set = KeySet::new();
    set.push(Key::from_secret(b"another secret of enough bytes ok", false).unwrap());
    set.push(key());
    let token = encode("{}", EncodeOptions::default()).unwrap();
    let mut verifier = Verifier::new(set, VerifyOptions::default()).unwrap();
    assert_eq!(verifier.verify(token.as_bytes(), at(0.0)).unwrap().key_index(), 1);
    assert_eq!(
        Verifier::new(KeySet::new(), VerifyOptions::default()).unwrap_err().code(),
        "ERR_JWT_KEY_NOT_FOUND"
    );
}

#[test]
fn every_algorithm_is_known_and_those_of_other_builds_are_unsupported() {
    for algorithm in Algorithm::ALL {
        let name = algorithm.name();
        let in_build = match &name[..2] {
            "HS" => cfg!(feature = "hs"),
            "RS" => cfg!(feature = "rs"),
            "PS" => cfg!(feature = "ps"),
            "ES" => cfg!(feature = "es"),
            "Ed" => cfg!(feature = "eddsa"),
            "ML" => cfg!(feature = "ml-dsa"),
            other => panic!("{other}"),
        };
        assert_eq!(algorithm.is_in_this_build(), in_build, "{name}");
        let generated = Key::generate(*algorithm, &[7; Key::RANDOM_BYTES]);
        assert_eq!(generated.is_ok(), in_build, "{name}");
        if !in_build {
            assert_eq!(generated.unwrap_err().code(), "ERR_JWT_ALG_UNSUPPORTED", "{name}");
        }
    }
}

#[test]
fn every_algorithm_of_this_build_signs_and_verifies() {
    let random = [7; Key::RANDOM_BYTES];
    for algorithm in Algorithm::ALL.iter().filter(|algorithm| algorithm.is_in_this_build()) {
        let name = algorithm.name();
        let key = Key::generate(*algorithm, &random).unwrap();
        let options = EncodeOptions { algorithm: Some(*algorithm), ..EncodeOptions::default() };
        let signer = Signer::new(key.clone(), options).unwrap();
        let token = signer.encode(r#"{"sub":"ada"}"#, at(0.0), None, &random).unwrap();
        let mut verifier = Verifier::new(KeySet::from(key), VerifyOptions::default()).unwrap();
        let verified = verifier.verify(token.as_bytes(), at(0.0)).unwrap();
        assert_eq!(verified.claims().text(), r#"{"sub":"ada"}"#, "{name}");
        if algorithm.random_bytes() > 0 {
            let error = signer.encode("{}", at(0.0), None, &[]).unwrap_err();
            assert_eq!(*error.kind(), ErrorKind::KeyInvalid { reason: Reason::NoRandomness });
        }
        assert!(!format!("{signer:?}").contains("7, 7, 7"), "{name}: a secret is shown");
    }
}

#[test]
fn no_debug_output_shows_a_secret() {
    let verifier = Verifier::new(KeySet::from(key()), VerifyOptions::default()).unwrap();
    let text = format!("{verifier:?}");
    assert!(text.contains("Secret(…)"));
    assert!(!text.contains("thirty-two") && !text.contains("116, 104, 105"));
}

#[test]
fn the_closed_lists_are_these() {
    let reasons: Vec<&str> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
    let documented = include_str!("../docs/errors.md");
    for phrase in &reasons {
        assert!(documented.contains(&format!("| `{phrase}` |")), "docs/errors.md lacks {phrase}");
    }
    let parts: Vec<&str> = Part::ALL.iter().map(|part| part.as_str()).collect();
    assert_eq!(parts, ["token", "header", "payload", "signature", "key", "option"]);
    // What follows is of JavaScript alone; `node tests/run.mjs jwks` holds it to its source.
    let own = documented.split("## Reasons of the host").next().unwrap_or_default();
    let rows =
        own.lines().filter(|line| line.starts_with("| `") && !line.contains("ERR_JWT")).count();
    assert_eq!(rows, reasons.len(), "docs/errors.md lists reasons that do not exist");
}

mod hostile {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_bytes_give_an_error_and_no_panic(token in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut verifier = Verifier::new(KeySet::from(key()), VerifyOptions::default()).unwrap();
            prop_assert!(verifier.verify(&token, at(0.0)).is_err());
        }

        #[test]
        fn what_is_strict_json_to_us_is_json_to_serde(text in r#"[\[\]{}":,0-9a-c.eE+\-\\u ]{0,24}"#) {
            if let Ok(object) = Object::parse(text.clone().into_bytes()) {
                let other: serde_json::Value = serde_json::from_str(&text).unwrap();
                prop_assert_eq!(object.members().count(), other.as_object().unwrap().len());
            }
        }

        #[test]
        fn any_json_object_goes_in_and_comes_out(members in prop::collection::btree_map(".{0,8}", ".{0,20}", 0..100)) {
            let text = serde_json::to_string(&members).unwrap();
            let object = Object::parse(text.clone().into_bytes()).unwrap();
            prop_assert_eq!(object.members().count(), members.len());
            for (name, value) in &members {
                let read = object.get(name).unwrap().as_str().unwrap().into_owned();
                prop_assert_eq!(&read, value);
            }
            let token = encode(&text, EncodeOptions::default());
            let dates = ["exp", "nbf", "iat"].iter().any(|date| members.contains_key(*date));
            prop_assert_eq!(token.is_err(), dates);
        }

        #[test]
        fn one_changed_byte_is_refused(at_byte in 0_usize..100, change in 1_u8..=255) {
            let mut token = encode(r#"{"sub":"ada"}"#, EncodeOptions::default()).unwrap().into_bytes();
            let place = at_byte % token.len();
            token[place] ^= change;
            let mut verifier = Verifier::new(KeySet::from(key()), VerifyOptions::default()).unwrap();
            prop_assert!(verifier.verify(&token, at(0.0)).is_err());
        }
    }
}
