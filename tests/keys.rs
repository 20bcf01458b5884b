//! Keys in every form, in and out: key-forms.json, which openssl and node:crypto made, and
//! key-rfc.json, the examples of RFCs 7517, 7638, 8037 and 8410, those of RFC 9881 and RFC 9964 as
//! their working groups published them.

// A test that cannot go on should stop where it is.
#![allow(
    clippy::as_conversions,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use wasm_jwt::{Algorithm, DerForm, Error, ErrorKind, Family, Key, Object, Pbes2, Reason};

fn rows() -> Vec<Value> {
    [include_str!("vectors/key-forms.json"), include_str!("vectors/key-rfc.json")]
        .iter()
        .flat_map(|text| serde_json::from_str::<Vec<Value>>(text).unwrap())
        .collect()
}

fn row(name: &str) -> Value {
    rows().into_iter().find(|row| row["name"] == name).unwrap()
}

fn pem(name: &str) -> String {
    row(name)["pem"].as_str().unwrap().to_owned()
}

fn der(name: &str) -> Vec<u8> {
    STANDARD.decode(row(name)["der"].as_str().unwrap()).unwrap()
}

fn jwk(json: &Value) -> Result<Key, Error> {
    Key::from_jwk(&Object::parse(json.to_string().into_bytes()).unwrap(), false)
}

/// The key of a row.
fn read(row: &Value, passphrase: Option<&str>) -> Result<Key, Error> {
    if row["json"].is_object() {
        return jwk(&row["json"]);
    }
    match row["pem"].as_str() {
        Some(pem) => Key::from_pem(pem, passphrase),
        None => {
            let form = DerForm::from_name(row["form"].as_str().unwrap()).unwrap();
            Key::from_der(&STANDARD.decode(row["der"].as_str().unwrap()).unwrap(), form, passphrase)
        }
    }
}

fn reason<T>(result: Result<T, Error>) -> Reason {
    match result.err().expect("refused").kind() {
        ErrorKind::KeyInvalid { reason } => *reason,
        other => panic!("{other:?}"),
    }
}

fn to_json(key: &Key, private: bool) -> Result<Value, Error> {
    key.to_jwk(private).map(|text| serde_json::from_str(&text).unwrap())
}

/// Whether this build can make a public key of a private one.
fn has_code_for(key: &Key) -> bool {
    let lacking = match key.family() {
        Family::Ecdsa => !cfg!(feature = "es"),
        Family::EdDsa => !cfg!(feature = "eddsa"),
        Family::MlDsa => !cfg!(feature = "ml-dsa"),
        _ => false,
    };
    !lacking
}

/// What the row says of the key. `half`: a private key without its public part, which builds with
/// the curve make anew.
fn check(row: &Value, key: &Key) {
    let name = &row["name"];
    if let Some(takes) = row["takes"].as_array() {
        let taken: Vec<&str> = Algorithm::ALL
            .iter()
            .filter(|algorithm| key.takes(**algorithm))
            .map(|algorithm| algorithm.name())
            .collect();
        assert_eq!(json!(taken), json!(takes), "{name}");
    }
    let alg = key.algorithm().map(Algorithm::name);
    if row["alg"].is_string() {
        assert_eq!(alg, row["alg"].as_str(), "{name}");
        return;
    }
    let validity =
        key.certificate_validity().map(|(from, to)| json!([from.seconds(), to.seconds()]));
    let expected = row["validity"].as_array();
    assert_eq!(
        validity,
        expected.map(|dates| dates.iter().map(|date| date.as_f64().unwrap()).collect()),
        "{name}"
    );
    let private = row["private"].is_object();
    assert_eq!(key.is_private(), private, "{name}");
    let unknown = row["half"] == true && !has_code_for(key);
    for private in [false, true].into_iter().take(1 + usize::from(private)) {
        let mut expected = row[if private { "private" } else { "jwk" }].clone();
        if let Some(alg) = alg {
            expected["alg"] = json!(alg);
        }
        if unknown {
            assert_eq!(reason(key.to_jwk(private)), Reason::PublicUnknown, "{name}");
        } else {
            let json = to_json(key, private).unwrap();
            assert_eq!(json, expected, "{name}");
            let again = jwk(&json).unwrap();
            assert_eq!(to_json(&again, private).unwrap(), expected, "{name}");
        }
    }
    if !private {
        assert_eq!(reason(key.to_jwk(true)), Reason::NoPrivate, "{name}");
        assert_eq!(reason(key.to_der(true)), Reason::NoPrivate, "{name}");
    }
    if row["same"] == true {
        assert_eq!(key.to_pem(private).unwrap().as_str(), row["pem"].as_str().unwrap(), "{name}");
    }
    for private in [false, true].into_iter().take(1 + usize::from(private)) {
        if unknown && !private {
            assert_eq!(reason(key.to_der(false)), Reason::PublicUnknown, "{name}");
            continue;
        }
        let der = key.to_der(private).unwrap();
        let form = if private { DerForm::Pkcs8 } else { DerForm::Spki };
        let again = Key::from_der(&der, form, None).unwrap();
        assert_eq!(*again.to_der(private).unwrap(), *der, "{name}");
        let pem = key.to_pem(private).unwrap();
        assert_eq!(*Key::from_pem(&pem, None).unwrap().to_der(private).unwrap(), *der, "{name}");
    }
}

#[test]
fn every_form_is_the_key_that_others_read_or_is_refused() {
    for row in rows() {
        let name = &row["name"];
        let read = read(&row, row["passphrase"].as_str());
        if let Some(expected) = row["reason"].as_str() {
            assert_eq!(reason(read).as_str(), expected, "{name}");
        } else if row["pbes2"].is_object() && !cfg!(feature = "pbes2") {
            assert_eq!(reason(read), Reason::HostDecrypts, "{name}");
        } else if row["compressed"] == true && !cfg!(feature = "es") {
            assert_eq!(reason(read), Reason::CompressedPoint, "{name}");
        } else if row["json"].is_object() {
            let (key, json) = (read.unwrap(), &row["json"]);
            assert_eq!(to_json(&key, key.is_private()).unwrap(), *json, "{name}");
        } else {
            check(&row, &read.unwrap_or_else(|error| panic!("{name}: {error}")));
        }
    }
}

#[cfg(feature = "sha2")]
#[test]
fn thumbprints_are_those_of_the_rfcs() {
    let mut seen = 0;
    for row in rows().iter().filter(|row| row["thumbprint"].is_string()) {
        let thumbprint = read(row, None).unwrap().thumbprint().unwrap();
        assert_eq!(json!(thumbprint), row["thumbprint"], "{}", row["name"]);
        seen += 1;
    }
    assert_eq!(seen, 7);
    let secret = Key::from_secret(&[7; 32], false).unwrap();
    assert_eq!(reason(secret.thumbprint()), Reason::SecretNotPublic);
    let host = Key::of_host(Algorithm::Es256);
    assert_eq!(reason(host.thumbprint()), Reason::HeldByHost);
}

#[test]
fn members_of_a_jwk_come_in_one_order() {
    let key = read(&row("RFC 7517 A.2, RSA"), None).unwrap();
    let names = |private| -> Vec<String> {
        let text = key.to_jwk(private).unwrap();
        let object = Object::parse(text.as_bytes().to_vec()).unwrap();
        object.members().map(|(name, _)| name.as_str().into_owned()).collect()
    };
    assert_eq!(names(false), ["kty", "e", "n", "kid", "alg"]);
    assert_eq!(names(true), ["kty", "e", "n", "d", "p", "q", "dp", "dq", "qi", "kid", "alg"]);
}

#[test]
fn a_secret_goes_out_as_private_jwk_only() {
    let secret = json!({"kty": "oct", "k": URL_SAFE_NO_PAD.encode([7; 32]), "kid": "\"é\u{1}", "alg": "HS256"});
    let key = jwk(&secret).unwrap();
    assert_eq!(to_json(&key, true).unwrap(), secret);
    assert_eq!(reason(key.to_jwk(false)), Reason::SecretNotPublic);
    for private in [false, true] {
        assert_eq!(reason(key.to_der(private)), Reason::SecretNotDer);
        assert_eq!(reason(key.to_pem(private)), Reason::SecretNotDer);
    }
}

#[test]
fn what_the_host_holds_stays_there() {
    let key = Key::of_host(Algorithm::Ps256);
    for private in [false, true] {
        assert_eq!(reason(key.to_jwk(private)), Reason::HeldByHost);
        assert_eq!(reason(key.to_der(private)), Reason::HeldByHost);
    }
}

#[test]
fn an_rsa_key_without_primes_has_no_pkcs8() {
    let mut json = row("RFC 7517 A.2, RSA")["json"].clone();
    for name in ["p", "q", "dp", "dq", "qi"] {
        json.as_object_mut().unwrap().remove(name);
    }
    let key = jwk(&json).unwrap();
    assert_eq!(to_json(&key, true).unwrap()["d"], json["d"]);
    // A build with RSA finds them again.
    if cfg!(feature = "rsa") {
        assert!(key.to_der(true).is_ok());
    } else {
        assert_eq!(reason(key.to_der(true)), Reason::PrimesUnknown);
    }
    assert!(key.to_der(false).is_ok());
}

#[test]
fn what_is_encrypted_needs_its_passphrase() {
    for row in rows().iter().filter(|row| row["pbes2"].is_object()) {
        assert_eq!(reason(read(row, None)), Reason::PassphraseNeeded, "{}", row["name"]);
        let wrong =
            [Reason::HostDecrypts, Reason::WrongPassphrase][usize::from(cfg!(feature = "pbes2"))];
        assert_eq!(reason(read(row, Some("correct horse"))), wrong, "{}", row["name"]);
    }
    let plain = Key::from_pem(&pem("Ed25519 pkcs8"), Some("not needed")).unwrap();
    assert!(plain.is_private());
}

#[cfg(feature = "pbes2")]
#[test]
fn no_wrong_passphrase_gives_anything_else() {
    // Enough of them that some give a padding.
    let pem = pem("encrypted: one iteration");
    for number in 0..2000 {
        let wrong = Key::from_pem(&pem, Some(&number.to_string()));
        assert_eq!(reason(wrong), Reason::WrongPassphrase, "{number}");
    }
}

#[test]
fn a_host_is_told_how_to_decrypt() {
    for row in rows() {
        let encrypted = match row["pem"].as_str() {
            Some(pem) => Pbes2::from_pem(pem),
            None if row["form"] == "pkcs8" => {
                Pbes2::from_der(&STANDARD.decode(row["der"].as_str().unwrap()).unwrap())
            }
            None => continue,
        };
        let Ok(encrypted) = encrypted else {
            assert!(row["reason"].is_string(), "{}", row["name"]);
            continue;
        };
        let Some(encrypted) = encrypted else {
            assert!(!row["pbes2"].is_object(), "{}", row["name"]);
            continue;
        };
        let parameters: Value = serde_json::from_str(&encrypted.to_json()).unwrap();
        for name in ["prf", "iterations", "keyBytes"] {
            assert_eq!(parameters[name], row["pbes2"][name], "{}", row["name"]);
        }
        let bytes =
            |name: &str| URL_SAFE_NO_PAD.decode(parameters[name].as_str().unwrap()).unwrap();
        assert_eq!(bytes("iv").len(), 16);
        assert!([8, 16].contains(&bytes("salt").len()));
        assert_eq!(bytes("ciphertext").len() % 16, 0);
    }
}

#[test]
fn forms_are_known_by_name() {
    for (name, form) in [
        ("pkcs8", DerForm::Pkcs8),
        ("pkcs1", DerForm::Pkcs1),
        ("sec1", DerForm::Sec1),
        ("spki", DerForm::Spki),
        ("x509", DerForm::X509),
    ] {
        assert_eq!(DerForm::from_name(name), Some(form));
    }
    for name in ["", "PKCS8", "raw", "jwk", "pem"] {
        assert_eq!(DerForm::from_name(name), None);
    }
}

#[test]
fn a_form_is_no_other_form() {
    let rows = rows();
    for row in rows.iter().filter(|row| row["der"].is_string() && row["reason"].is_null()) {
        let der = STANDARD.decode(row["der"].as_str().unwrap()).unwrap();
        for name in ["pkcs8", "pkcs1", "sec1", "spki", "x509"] {
            let form = DerForm::from_name(name).unwrap();
            let read = Key::from_der(&der, form, None);
            assert!(read.is_err() || row["form"] == name, "{} as {name}", row["name"]);
        }
    }
}

#[test]
fn lengths_and_integers_have_one_encoding() {
    // SPKI of Ed25519: the outermost length in two octets instead of one.
    let der = der("Ed25519 spki der");
    assert_eq!(der[..2], [0x30, 0x2a]);
    let mut long = der.clone();
    long.insert(1, 0x81);
    assert_eq!(reason(Key::from_der(&long, DerForm::Spki, None)), Reason::NotDer);
    // NULL parameters where there are to be none (RFC 8410 §3).
    let mut with_null = der;
    with_null.splice(9..9, [5, 0]);
    with_null[1] += 2;
    with_null[3] += 2;
    assert_eq!(reason(Key::from_der(&with_null, DerForm::Spki, None)), Reason::NotDer);
    // And none where there is to be NULL (RFC 3279 §2.3.1).
    let mut without_null = self::der("rsa spki der");
    assert_eq!(without_null[..6], [0x30, 0x82, 0x01, 0x22, 0x30, 0x0d]);
    without_null.drain(17..19);
    without_null[3] -= 2;
    without_null[5] -= 2;
    assert_eq!(reason(Key::from_der(&without_null, DerForm::Spki, None)), Reason::NotDer);
}

#[test]
fn a_point_beside_another_curves_name_is_refused() {
    // secp256k1's points are as long as P-256's; only the curve itself tells them apart.
    let mut der = der("P-384 spki der");
    let at = der.windows(5).position(|window| window == b"\x2b\x81\x04\x00\x22").unwrap();
    der[at + 4] = 0x23;
    assert_eq!(reason(Key::from_der(&der, DerForm::Spki, None)), Reason::Point);
    der[at + 4] = 0x21;
    assert_eq!(reason(Key::from_der(&der, DerForm::Spki, None)), Reason::CurveUnsupported);
}

#[test]
fn an_inner_curve_that_differs_is_refused() {
    // PKCS #8 names the curve; here the ECPrivateKey inside does too.
    let sec1 = der("P-256 sec1 der");
    let element = |tag: u8, content: &[u8]| {
        let length = u8::try_from(content.len()).unwrap();
        let header = if length < 0x80 { vec![tag, length] } else { vec![tag, 0x81, length] };
        [header, content.to_vec()].concat()
    };
    let p256: &[u8] = b"\x06\x08\x2a\x86\x48\xce\x3d\x03\x01\x07";
    let k256: &[u8] = b"\x06\x05\x2b\x81\x04\x00\x0a";
    for (curve, accepted) in [(p256, true), (k256, false)] {
        let ec = b"\x06\x07\x2a\x86\x48\xce\x3d\x02\x01";
        let algorithm = element(0x30, &[ec, curve].concat());
        let info = [b"\x02\x01\0".as_slice(), &algorithm, &element(4, &sec1)].concat();
        let read = Key::from_der(&element(0x30, &info), DerForm::Pkcs8, None);
        assert_eq!(read.is_ok(), accepted);
    }
}

mod hostile {
    use super::*;
    use proptest::prelude::*;

    const FORMS: [DerForm; 5] =
        [DerForm::Pkcs8, DerForm::Pkcs1, DerForm::Sec1, DerForm::Spki, DerForm::X509];

    /// Reads bytes in every way, and writes out what that gives.
    fn exercise(der: &[u8]) -> usize {
        let mut accepted = 0;
        let _ =
            Pbes2::from_der(der).map(|encrypted| encrypted.map(|encrypted| encrypted.to_json()));
        for form in FORMS {
            if let Ok(key) = Key::from_der(der, form, None) {
                accepted += 1;
                let _ = key.to_jwk(key.is_private());
                let _ = key.to_pem(key.is_private());
            }
        }
        accepted
    }

    #[test]
    fn every_beginning_is_refused() {
        let rows = rows();
        for row in rows.iter().filter(|row| row["der"].is_string() && row["reason"].is_null()) {
            let der = STANDARD.decode(row["der"].as_str().unwrap()).unwrap();
            for length in 0..der.len() {
                assert_eq!(exercise(&der[..length]), 0, "{} to {length}", row["name"]);
            }
        }
    }

    #[test]
    fn every_changed_byte_gives_an_error_or_a_key() {
        for name in [
            "Ed25519 pkcs8 der",
            "Ed25519 certificate der",
            "P-256 pkcs8 der",
            "P-256 sec1 der",
            "P-521 spki der",
            "encrypted der",
        ] {
            let der = der(name);
            for place in 0..der.len() {
                for change in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                    let mut changed = der.clone();
                    changed[place] ^= change;
                    exercise(&changed);
                }
            }
        }
        // The numbers of RSA keys are slow to judge: their structure only.
        for name in ["rsa pkcs1 der", "rsa-pss sha256 pkcs8 der"] {
            let der = der(name);
            for place in 0..der.len().min(120) {
                for change in [1, 0x80, 0xff] {
                    let mut changed = der.clone();
                    changed[place] ^= change;
                    exercise(&changed);
                }
            }
        }
    }

    #[test]
    fn depth_and_lengths_lead_nowhere() {
        // A thousand SEQUENCEs inside one another.
        let mut nested = Vec::new();
        for _ in 0..1000 {
            let length = u32::try_from(nested.len()).unwrap().to_be_bytes();
            nested = [&[0x30, 0x84], length.as_slice(), &nested].concat();
        }
        assert_eq!(exercise(&nested), 0);
        for tag in [0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0xa0, 0xa1] {
            for length in [[0xff; 4], [0x7f, 0xff, 0xff, 0xff], [0x80, 0, 0, 0]] {
                let huge = [&[0x30, 0x0a, tag, 0x84], length.as_slice(), &[0; 8]].concat();
                assert_eq!(exercise(&huge), 0);
            }
        }
    }

    #[test]
    fn a_text_has_a_longest_length() {
        let key = pem("Ed25519 pkcs8");
        let limit = 1 << 20;
        let padded = |length: usize| [" ".repeat(length - key.len()), key.clone()].concat();
        assert!(Key::from_pem(&padded(limit), None).is_ok());
        assert_eq!(reason(Key::from_pem(&padded(limit + 1), None)), Reason::TooLarge);
        assert_eq!(reason(Key::from_pem(&padded(10 << 20), None)), Reason::TooLarge);
        for text in
            ["-----BEGIN ", "-----BEGIN X-----", "-----END X-----", "-", "\\n", "\n", "-----"]
        {
            assert!(Key::from_pem(&text.repeat(limit / text.len()), None).is_err(), "{text}");
        }
        let parameters = pem("only ec parameters");
        let many = parameters.repeat((limit - key.len()) / parameters.len());
        assert!(Key::from_pem(&[many, key].concat(), None).is_ok());
    }

    proptest! {
        #[test]
        fn any_bytes_are_no_key(der in prop::collection::vec(any::<u8>(), 0..300)) {
            prop_assert_eq!(exercise(&der), 0);
        }

        #[test]
        fn any_elements_are_no_key(
            elements in prop::collection::vec(
                (prop::sample::select(vec![2_u8, 3, 4, 5, 6, 0x17, 0x30, 0x80, 0x81, 0xa0, 0xa1]),
                 prop::collection::vec(any::<u8>(), 0..20)), 0..6),
        ) {
            let body: Vec<u8> = elements
                .iter()
                .flat_map(|(tag, content)| {
                    [vec![*tag, u8::try_from(content.len()).unwrap()], content.clone()].concat()
                })
                .collect();
            let length = u8::try_from(body.len()).unwrap();
            let header = if length < 0x80 { vec![0x30, length] } else { vec![0x30, 0x81, length] };
            prop_assert_eq!(exercise(&[header, body].concat()), 0);
        }

        #[test]
        fn any_bytes_in_armour_are_no_key(
            label in prop::sample::select(vec![
                "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "RSA PUBLIC KEY",
                "EC PRIVATE KEY", "PUBLIC KEY", "CERTIFICATE",
            ]),
            der in prop::collection::vec(any::<u8>(), 0..300),
        ) {
            let text = format!("-----BEGIN {label}-----\n{}\n-----END {label}-----", STANDARD.encode(&der));
            prop_assert_eq!(reason(Key::from_pem(&text, None)), Reason::NotDer);
        }

        #[test]
        fn any_text_is_no_pem(text in "(-----(BEGIN|END) |(EC )?PRIVATE KEY|-----|\n|[A-Za-z0-9+/=:\\\\n ]){0,12}") {
            prop_assert!(Key::from_pem(&text, None).is_err());
        }

        #[test]
        fn one_changed_character_is_another_key_or_none(place in 0_usize..10_000, to in "[ -~]") {
            let text = pem("P-256 pkcs8");
            let place = place % text.len();
            let changed = [&text[..place], &to, &text[place + 1..]].concat();
            if let Ok(key) = Key::from_pem(&changed, None) {
                let _ = key.to_jwk(true);
            }
        }
    }
}
