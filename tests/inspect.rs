//! Reports: never another verdict than verification's, and hints that name the cause.

#![cfg(feature = "full")]
#![allow(
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use serde_json::Value;
use wasm_jwt::{
    Algorithm, Claim, EncodeOptions, Key, KeySet, NumericDate, Object, Outcome, Policy, Report,
    Signer, Verifier, VerifyOptions, inspect,
};

const SECRET: &[u8] = b"a secret of thirty-two bytes: ok";
const NOW: f64 = 1_750_000_000.0;

fn now() -> NumericDate {
    NumericDate::from_seconds(NOW).unwrap()
}

fn token(claims: &str, key: &Key, algorithm: Algorithm, header: &str) -> String {
    let options = EncodeOptions {
        algorithm: Some(algorithm),
        header: Object::parse(header.into()).unwrap(),
        ..EncodeOptions::default()
    };
    Signer::new(key.clone(), options).unwrap().encode(claims, now(), None, &[7; 32]).unwrap()
}

fn hs256(claims: &str) -> String {
    token(claims, &Key::from_secret(SECRET, false).unwrap(), Algorithm::Hs256, "{}")
}

fn secret(bytes: &[u8]) -> KeySet {
    KeySet::from(Key::from_secret(bytes, true).unwrap())
}

fn report(token: &str, keys: &KeySet) -> Report {
    inspect(token.as_bytes(), Some(keys), &VerifyOptions::default(), now())
}

fn codes(report: &Report) -> Vec<&str> {
    report.hints.iter().map(|hint| hint.code).collect()
}

fn outcome(report: &Report, name: &str) -> Outcome {
    report.checks.iter().find(|check| check.name == name).unwrap().outcome
}

/// The vectors of tests/vectors/algorithms.json.
fn pem(alg: &str, name: &str) -> String {
    let rows: Value = serde_json::from_str(include_str!("vectors/algorithms.json")).unwrap();
    let row = rows.as_array().unwrap().iter().find(|row| row["alg"] == alg).unwrap().clone();
    row[name].as_str().unwrap().to_owned()
}

fn key(alg: &str, name: &str) -> Key {
    Key::from_pem(&pem(alg, name), None).unwrap()
}

#[test]
fn the_verdict_is_that_of_verification() {
    let forms: Value = serde_json::from_str(include_str!("vectors/form.json")).unwrap();
    let rows: Value = serde_json::from_str(include_str!("vectors/verify.json")).unwrap();
    let tokens = forms["malformed"].as_array().unwrap().iter().chain(rows.as_array().unwrap());
    let mut count = 0;
    for row in tokens {
        let Some(token) = row["token"].as_str() else { continue };
        for keys in [secret(SECRET), KeySet::from(key("RS256", "publicPem"))] {
            let options = VerifyOptions::default();
            let mut verifier = Verifier::new(keys.clone(), options.clone()).unwrap();
            let verified = verifier.verify(token.as_bytes(), now());
            let report = inspect(token.as_bytes(), Some(&keys), &options, now());
            assert_eq!(report.valid, verified.is_ok(), "{}", row["name"]);
            assert_eq!(report.code, verified.err().map(|error| error.code()), "{}", row["name"]);
            let failed = report.checks.iter().any(|check| check.outcome == Outcome::Failed);
            assert_eq!(failed, !report.valid, "{}", row["name"]);
            let without = inspect(token.as_bytes(), None, &options, now());
            assert!(!without.valid);
            count += 1;
        }
    }
    assert!(count > 300, "{count}");
}

#[test]
fn every_fault_is_told_not_only_the_first() {
    let token = hs256(r#"{"exp":1000,"nbf":4000000000,"iss":"a","aud":["b"],"sub":7}"#);
    let mut policy = Policy::default();
    for (claim, expected) in [
        (Claim::Issuer, "x"),
        (Claim::Audience, "y"),
        (Claim::Subject, "z"),
        (Claim::JwtId, "j"),
        (Claim::Type, "at+jwt"),
    ] {
        policy.expect(claim, vec![expected.to_owned()]);
    }
    policy.required_claims = vec!["scope".to_owned(), "iss".to_owned()];
    let options = VerifyOptions { policy, ..VerifyOptions::default() };
    let keys = secret(b"another secret, thirty-two bytes");
    let report = inspect(token.as_bytes(), Some(&keys), &options, now());
    let failed: Vec<_> = report
        .checks
        .iter()
        .filter(|check| check.outcome == Outcome::Failed)
        .map(|check| (check.name.as_str(), check.code.unwrap()))
        .collect();
    let expected = [
        ("signature", "ERR_JWT_SIGNATURE_INVALID"),
        ("nbf", "ERR_JWT_NOT_YET_VALID"),
        ("exp", "ERR_JWT_EXPIRED"),
        ("iss", "ERR_JWT_CLAIM_MISMATCH"),
        ("aud", "ERR_JWT_CLAIM_MISMATCH"),
        ("sub", "ERR_JWT_CLAIM_INVALID"),
        ("jti", "ERR_JWT_CLAIM_MISSING"),
        ("typ", "ERR_JWT_CLAIM_MISMATCH"),
        ("scope", "ERR_JWT_CLAIM_MISSING"),
    ];
    assert_eq!(failed, expected);
    assert_eq!(report.code, Some("ERR_JWT_SIGNATURE_INVALID"));
    let issuer = report.checks.iter().find(|check| check.name == "iss").unwrap();
    assert_eq!((issuer.expected.as_deref(), issuer.actual.as_deref()), (Some("x"), Some("\"a\"")));

    let good = inspect(token.as_bytes(), Some(&secret(SECRET)), &VerifyOptions::default(), now());
    assert_eq!(outcome(&good, "signature"), Outcome::Passed);
    assert_eq!(outcome(&good, "iss"), Outcome::Skipped);
    assert_eq!(outcome(&good, "exp"), Outcome::Failed);
}

#[test]
fn what_verification_refuses_to_read_is_shown() {
    // {"alg":"HS256","alg":"none"} and {"a":1}, padded.
    let token = "eyJhbGciOiJIUzI1NiIsImFsZyI6Im5vbmUifQ.eyJhIjoxfQ==.AAAA";
    let report = report(token, &secret(SECRET));
    assert_eq!(report.segments[0].reason, Some("duplicate name"));
    assert_eq!(report.segments[0].duplicates, ["alg"]);
    assert_eq!(report.segments[0].text.as_deref(), Some(r#"{"alg":"HS256","alg":"none"}"#));
    assert_eq!(report.segments[1].reason, Some("padded base64url"));
    assert_eq!(report.segments[1].text.as_deref(), Some(r#"{"a":1}"#));
    assert_eq!(report.segments[2].reason, None);
    assert_eq!(report.code, Some("ERR_JWT_MALFORMED"));
    assert_eq!(outcome(&report, "form"), Outcome::Failed);
    assert_eq!(outcome(&report, "alg"), Outcome::Skipped);

    let jwe = inspect(b"eyJhbGciOiJkaXIifQ....", None, &VerifyOptions::default(), now());
    assert_eq!(jwe.segments.len(), 5);
    assert_eq!(jwe.segments[0].text.as_deref(), Some(r#"{"alg":"dir"}"#));
    assert_eq!(jwe.segments[1].text, None);

    let options = VerifyOptions { max_token_bytes: 10, ..VerifyOptions::default() };
    let large = inspect(token.as_bytes(), None, &options, now());
    assert!(large.segments.is_empty());
}

#[test]
fn hints_about_secrets() {
    let base64 = "YSBzZWNyZXQgb2YgdGhpcnR5LXR3byBieXRlczogb2s=";
    let hex: String = SECRET.iter().map(|byte| format!("{byte:02x}")).collect();
    let token = hs256("{}");
    let rows: [(&[u8], &str); 6] = [
        (base64.as_bytes(), "secret-is-base64"),
        (hex.as_bytes(), "secret-is-hex"),
        (b"a secret of thirty-two bytes: ok\n", "secret-is-padded"),
        (b"\"a secret of thirty-two bytes: ok\"", "secret-is-quoted"),
        (b"a secret of thirty-two bytes; ok", "other-key"),
        (b"another secret of quite some length", "other-key"),
    ];
    for (bytes, code) in rows {
        assert_eq!(codes(&report(&token, &secret(bytes))), [code]);
    }
    assert!(codes(&report(&token, &secret(SECRET))).is_empty());

    let newline = Key::from_secret(b"a secret of thirty-two bytes: ok\n", false).unwrap();
    let signed = crate::token("{}", &newline, Algorithm::Hs256, "{}");
    assert_eq!(codes(&report(&signed, &secret(SECRET))), ["secret-lacks-newline"]);
    let encoded = Key::from_secret(base64.trim_end_matches('=').as_bytes(), false).unwrap();
    let signed = crate::token("{}", &encoded, Algorithm::Hs256, "{}");
    assert_eq!(codes(&report(&signed, &secret(SECRET))), ["secret-is-encoded"]);
}

#[test]
fn hints_about_keys_and_algorithms() {
    let rsa = key("RS256", "privatePem");
    let ec = KeySet::from(key("ES256", "publicPem"));
    let es384 = token("{}", &key("ES384", "privatePem"), Algorithm::Es384, "{}");
    assert_eq!(codes(&report(&es384, &ec)), ["other-curve"]);
    let rs256 = token("{}", &rsa, Algorithm::Rs256, "{}");
    assert_eq!(codes(&report(&rs256, &ec)), ["other-kind"]);
    assert_eq!(codes(&report(&hs256("{}"), &ec)), ["public-key-as-secret"]);
    assert!(codes(&report(&rs256, &KeySet::from(key("RS256", "publicPem")))).is_empty());

    let jwk = |kid: &str| {
        let jwk = key("ES256", "publicPem").to_jwk(false).unwrap();
        let jwk = jwk.replacen('{', &format!(r#"{{"kid":"{kid}","#), 1);
        Key::from_jwk(&Object::parse(jwk.into_bytes()).unwrap(), false).unwrap()
    };
    let mut set = KeySet::new();
    set.push(jwk("one"));
    let signed = token("{}", &key("ES256", "privatePem"), Algorithm::Es256, r#"{"kid":"two"}"#);
    let found = report(&signed, &set);
    assert_eq!(codes(&found), ["other-kid"]);
    assert_eq!(found.code, Some("ERR_JWT_KEY_NOT_FOUND"));
    let signed = token("{}", &key("ES256", "privatePem"), Algorithm::Es256, r#"{"kid":"one"}"#);
    let found = report(&signed, &set);
    assert!(found.valid && codes(&found).is_empty() && found.keys[0].matched);
    assert!(found.keys[0].thumbprint.is_some());
}

#[test]
fn a_signature_in_der_is_recognised() {
    use base64::Engine;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
    let signed = token("{}", &key("ES256", "privatePem"), Algorithm::Es256, "{}");
    let (input, signature) = signed.rsplit_once('.').unwrap();
    let fixed = BASE64.decode(signature).unwrap();
    let integer = |number: &[u8]| {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let mut bytes = number[zeros..].to_vec();
        if bytes[0] >= 0x80 {
            bytes.insert(0, 0);
        }
        [&[2, bytes.len() as u8], bytes.as_slice()].concat()
    };
    let content = [integer(&fixed[..32]), integer(&fixed[32..])].concat();
    let der = [&[0x30, content.len() as u8], content.as_slice()].concat();
    let keys = KeySet::from(key("ES256", "publicPem"));
    let found = report(&format!("{input}.{}", BASE64.encode(&der)), &keys);
    assert_eq!(codes(&found), ["signature-is-der"]);
    assert_eq!(found.code, Some("ERR_JWT_SIGNATURE_INVALID"));
    let mut broken = der;
    *broken.last_mut().unwrap() ^= 1;
    let found = report(&format!("{input}.{}", BASE64.encode(&broken)), &keys);
    assert_eq!(codes(&found), ["other-key"]);
}

#[test]
fn an_hmac_under_another_hash_is_recognised() {
    use base64::Engine;
    use base64::prelude::BASE64_URL_SAFE_NO_PAD as BASE64;
    let long = [b'x'; 64];
    let key = Key::from_secret(&long, false).unwrap();
    // A header that is not what signs: HS512 over a header of HS256.
    let input = format!("{}.{}", BASE64.encode(r#"{"alg":"HS256"}"#), BASE64.encode("{}"));
    use hmac::{Hmac, KeyInit, Mac};
    let mac = Hmac::<sha2::Sha512>::new_from_slice(&long).unwrap().chain_update(&input);
    let signed = format!("{input}.{}", BASE64.encode(mac.finalize().into_bytes()));
    let found = report(&signed, &KeySet::from(key.clone()));
    assert_eq!(codes(&found), ["other-algorithm"]);
    assert_eq!(found.hints[0].algorithm, Some("HS512"));
    let mac = Hmac::<sha2::Sha256>::new_from_slice(&long).unwrap().chain_update(&input);
    let signed = format!("{input}.{}", BASE64.encode(mac.finalize().into_bytes()));
    assert!(report(&signed, &KeySet::from(key)).valid);
}

#[test]
fn hints_about_the_token() {
    let keys = secret(SECRET);
    let plain = hs256("{}");
    for wrapped in [
        format!("Bearer {plain}"),
        format!("Authorization: bearer {plain}\r\n"),
        format!(" \"{plain}\", "),
        format!("{}\n{}", &plain[..20], &plain[20..]),
    ] {
        assert!(codes(&report(&wrapped, &keys)).contains(&"token-wrapped"), "{wrapped}");
    }
    assert!(!codes(&report(&format!("{plain}="), &keys)).contains(&"token-wrapped"));
    for (claims, header, code) in [
        (r#"{"exp":1750000000000}"#, "{}", "milliseconds"),
        (r#"{"aud":"api"}"#, "{}", "audience-unexpected"),
        ("{}", r#"{"jku":"https://a.example"}"#, "embedded-key"),
        ("{}", r#"{"cty":"JWT"}"#, "nested"),
    ] {
        let key = Key::from_secret(SECRET, false).unwrap();
        let signed = token(claims, &key, Algorithm::Hs256, header);
        assert_eq!(codes(&report(&signed, &keys)), [code]);
    }
    let none = "eyJhbGciOiJub25lIn0.e30.";
    assert_eq!(codes(&report(none, &keys)), ["alg-none"]);
    let mut policy = Policy::default();
    policy.expect(Claim::Audience, vec!["api".to_owned()]);
    let options = VerifyOptions { policy, ..VerifyOptions::default() };
    let signed = hs256(r#"{"aud":"api"}"#);
    assert!(inspect(signed.as_bytes(), Some(&keys), &options, now()).hints.is_empty());
}

#[test]
fn no_report_holds_a_secret() {
    let report = report(&hs256("{}"), &secret(b"another secret, thirty-two bytes"));
    let text = serde_json::to_string(&report).unwrap();
    assert!(!text.contains("another secret"));
    assert!(text.contains("other-key"));
}

proptest::proptest! {
    #[test]
    fn nothing_makes_it_panic(token: Vec<u8>) {
        let _ = inspect(&token, Some(&secret(SECRET)), &VerifyOptions::default(), now());
    }

    #[test]
    fn nor_what_is_nearly_a_token(parts in proptest::collection::vec("[A-Za-z0-9_=.{}\":,-]{0,40}", 0..7)) {
        let token = parts.join(".");
        let _ = report(&token, &KeySet::from(key("ES256", "publicPem")));
    }
}
