//! What holds for every family: signatures verify, and nothing near them does.

use alloc::vec::Vec;

use proptest::prelude::*;

use super::testing::key;
use super::{sign, verify};
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::{ErrorKind, Reason};
use crate::json::Object;
use crate::key::Key;

const RANDOM: [u8; Key::RANDOM_BYTES] =
    *b"sixty-four bytes that a test may use as if they were random: ok!";

/// Made once: an RSA key takes a while.
fn keys() -> &'static [(Algorithm, Key)] {
    static KEYS: std::sync::OnceLock<Vec<(Algorithm, Key)>> = std::sync::OnceLock::new();
    KEYS.get_or_init(|| {
        let rsa = Key::generate(Algorithm::Rs256, &RANDOM).unwrap();
        let all = Algorithm::ALL.iter().map(|algorithm| match algorithm.name().get(..2) {
            Some("RS" | "PS") => (*algorithm, rsa.clone()),
            _ => (*algorithm, Key::generate(*algorithm, &RANDOM).unwrap()),
        });
        all.collect()
    })
}

fn reason<T: core::fmt::Debug>(result: Result<T, crate::error::Error>) -> Reason {
    match result.unwrap_err().kind() {
        ErrorKind::KeyInvalid { reason } => *reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_signed_verifies_and_nothing_near_it_does() {
    let message = b"the signing input";
    let mut count = 0;
    for (algorithm, key) in keys() {
        let name = algorithm.name();
        let good = sign(*algorithm, key, message, &RANDOM).unwrap();
        assert!(verify(*algorithm, key, message, &good), "{name}");
        assert!(!verify(*algorithm, key, b"the signing inpuu", &good), "{name}: another message");
        for at in [0, good.len() / 2, good.len() - 1] {
            for bit in [1, 0x80] {
                let mut bad = good.clone();
                bad[at] ^= bit;
                assert!(!verify(*algorithm, key, message, &bad), "{name}: bit {bit} of {at}");
            }
        }
        for bad in [
            &good[1..],
            &good[..good.len() - 1],
            &[],
            &[&good[..], &[0]].concat(),
            &[&[0], &good[..]].concat(),
        ] {
            assert!(!verify(*algorithm, key, message, bad), "{name}: {} bytes", bad.len());
        }
        // A zero is no signature, nor are all ones.
        for byte in [0, 0xff] {
            let bad = alloc::vec![byte; good.len()];
            assert!(!verify(*algorithm, key, message, &bad), "{name}: all {byte}");
        }
        for (other, other_key) in keys() {
            let same = algorithm == other
                || (algorithm.family() == crate::algorithm::Family::EdDsa
                    && algorithm.family() == other.family());
            if !same && other_key.takes(*other) {
                assert!(!verify(*other, other_key, message, &good), "{name} as {}", other.name());
            }
        }
        count += 1;
    }
    assert_eq!(count, 18);
}

#[test]
fn another_key_of_the_same_kind_does_not_verify() {
    let mut random = RANDOM;
    random[0] ^= 1;
    for (algorithm, key) in keys() {
        let other = Key::generate(*algorithm, &random).unwrap();
        let signature = sign(*algorithm, key, b"message", &RANDOM).unwrap();
        assert!(!verify(*algorithm, &other, b"message", &signature), "{}", algorithm.name());
    }
}

#[test]
fn the_same_bytes_make_the_same_key_and_too_few_make_none() {
    for (algorithm, key) in keys() {
        let again = Key::generate(*algorithm, &RANDOM).unwrap();
        let signature = sign(*algorithm, &again, b"message", &RANDOM).unwrap();
        assert!(verify(*algorithm, key, b"message", &signature), "{}", algorithm.name());
        assert_eq!(again.algorithm(), None);
        let too_few = Key::generate(*algorithm, &RANDOM[1..]);
        assert_eq!(reason(too_few), Reason::NoRandomness, "{}", algorithm.name());
    }
}

#[test]
fn signatures_take_as_many_random_bytes_as_they_say() {
    for (algorithm, key) in keys() {
        let (name, count) = (algorithm.name(), algorithm.random_bytes());
        let first = sign(*algorithm, key, b"message", &RANDOM).unwrap();
        let enough = sign(*algorithm, key, b"message", &RANDOM[..count]).unwrap();
        assert_eq!(first, enough, "{name}: more than it says");
        let mut random = RANDOM;
        random[31] ^= 1;
        let other = sign(*algorithm, key, b"message", &random).unwrap();
        // Blinding leaves no trace in a signature; a salt and a hedge do.
        let differs = ["PS", "ML"].contains(&name.get(..2).unwrap());
        assert_eq!(first != other, differs, "{name}");
        assert!(verify(*algorithm, key, b"message", &other), "{name}");
        if count > 0 {
            let too_few = sign(*algorithm, key, b"message", &RANDOM[..count - 1]);
            assert_eq!(reason(too_few), Reason::NoRandomness, "{name}");
        }
    }
}

/// The examples of the RFCs, through the signature alone: most have a payload that is no JSON.
#[test]
fn rfc_examples() {
    let rows: serde_json::Value =
        serde_json::from_str(include_str!("../../tests/vectors/signatures.json")).unwrap();
    let rows = rows.as_array().unwrap();
    for row in rows {
        let name = &row["name"];
        let algorithm = Algorithm::from_name(row["alg"].as_str().unwrap()).unwrap();
        let mut jwk = row["key"]["json"].clone();
        let private = from_json(&jwk);
        for member in ["d", "p", "q", "dp", "dq", "qi"] {
            jwk.as_object_mut().unwrap().remove(member);
        }
        let public = from_json(&jwk);
        assert!(private.is_private() && !public.is_private(), "{name}");
        let (signing_input, signature) = row["token"].as_str().unwrap().rsplit_once('.').unwrap();
        let signature = base64url::decode(signature.as_bytes()).unwrap();
        let signing_input = signing_input.as_bytes();
        for key in [&private, &public] {
            assert!(verify(algorithm, key, signing_input, &signature), "{name}");
        }
        let own = sign(algorithm, &private, signing_input, &RANDOM).unwrap();
        assert!(verify(algorithm, &public, signing_input, &own), "{name}");
        assert_eq!(own == signature, row["reproducible"] == true, "{name}");
        assert_eq!(reason(sign(algorithm, &public, signing_input, &RANDOM)), Reason::NoPrivate);
    }
    assert_eq!(rows.len(), 7);
}

fn from_json(jwk: &serde_json::Value) -> Key {
    Key::from_jwk(&Object::parse(serde_json::to_vec(jwk).unwrap()).unwrap(), false).unwrap()
}

fn hex(digits: &str) -> Vec<u8> {
    let digit = |byte: &u8| u8::try_from(char::from(*byte).to_digit(16).unwrap()).unwrap();
    digits.as_bytes().chunks(2).map(|pair| digit(&pair[0]) * 16 + digit(&pair[1])).collect()
}

/// RFC 6979 A.2.5 to A.2.7: the message `sample` with each curve's hash.
#[test]
fn ecdsa_is_deterministic() {
    let rows = [
        (
            Algorithm::Es256,
            "P-256",
            "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721",
            "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6",
            "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8",
        ),
        (
            Algorithm::Es384,
            "P-384",
            "6B9D3DAD2E1B8C1C05B19875B6659F4DE23C3B667BF297BA9AA47740787137D896D5724E4C70A825F872C9EA60D2EDF5",
            "EC3A4E415B4E19A4568618029F427FA5DA9A8BC4AE92E02E06AAE5286B300C64DEF8F0EA9055866064A254515480BC13",
            "8015D9B72D7D57244EA8EF9AC0C621896708A59367F9DFB9F54CA84B3F1C9DB1288B231C3AE0D4FE7344FD2533264720",
            "94EDBB92A5ECB8AAD4736E56C691916B3F88140666CE9FA73D64C4EA95AD133C81A648152E44ACF96E36DD1E80FABE4699EF4AEB15F178CEA1FE40DB2603138F130E740A19624526203B6351D0A3A94FA329C145786E679E7B82C71A38628AC8",
        ),
        (
            Algorithm::Es512,
            "P-521",
            "00FAD06DAA62BA3B25D2FB40133DA757205DE67F5BB0018FEE8C86E1B68C7E75CAA896EB32F1F47C70855836A6D16FCC1466F6D8FBEC67DB89EC0C08B0E996B83538",
            "01894550D0785932E00EAA23B694F213F8C3121F86DC97A04E5A7167DB4E5BCD371123D46E45DB6B5D5370A7F20FB633155D38FFA16D2BD761DCAC474B9A2F5023A4",
            "00493101C962CD4D2FDDF782285E64584139C2F91B47F87FF82354D6630F746A28A0DB25741B5B34A828008B22ACC23F924FAAFBD4D33F81EA66956DFEAA2BFDFCF5",
            "00C328FAFCBD79DD77850370C46325D987CB525569FB63C5D3BC53950E6D4C5F174E25A1EE9017B5D450606ADD152B534931D7D4E8455CC91F9B15BF05EC36E377FA00617CCE7CF5064806C467F678D3B4080D6F1CC50AF26CA209417308281B68AF282623EAA63E5B5C0723D8B8C37FF0777B1A20F8CCB1DCCC43997F1EE0E44DA4A67A",
        ),
    ];
    for (algorithm, curve, d, x, y, expected) in rows {
        let text = alloc::format!(r#""kty":"EC","crv":"{curve}""#);
        let key = key(&text, &[("x", &hex(x)), ("y", &hex(y)), ("d", &hex(d))]).unwrap();
        assert_eq!(sign(algorithm, &key, b"sample", &[]).unwrap(), hex(expected), "{curve}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_refused_without_a_panic(
        mut bytes in prop::collection::vec(any::<u8>(), 0..5000),
        row in 0_usize..18,
        right_length: bool,
    ) {
        let (algorithm, key) = &keys()[row];
        if right_length {
            bytes.resize(sign(*algorithm, key, b"", &RANDOM).unwrap().len(), 0);
        }
        prop_assert!(!verify(*algorithm, key, b"message", &bytes));
    }
}
