//! Hints: likely causes of a signature that does not hold, and what should not be overlooked.
//!
//! A hint about the signature is given only if the signature holds once its cause is removed.

use alloc::vec::Vec;

use serde::Serialize;

use super::{Token, TriedKey, lenient};
use crate::algorithm::{Algorithm, Family};
use crate::claims::Claim;
use crate::json::Kind;
use crate::jwt::{self, VerifyOptions};
use crate::key::{Key, KeySet, Material};
use crate::signature;

/// A hint.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Hint {
    /// A stable name for it.
    pub code: &'static str,
    /// It in words.
    pub text: &'static str,
    /// The key that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key_index: Option<usize>,
    /// The algorithm that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub algorithm: Option<&'static str>,
}

/// All codes, with their words.
pub(crate) const HINTS: [(&str, &str); 19] = [
    (
        "token-wrapped",
        "The token is inside other text: white space, quotation marks or `Bearer` before it.",
    ),
    ("alg-none", "The token is unsecured: anyone can make one like it."),
    (
        "embedded-key",
        "The header carries or names a key. It is ignored: whoever signs can put any key there.",
    ),
    ("nested", "The payload is itself a token (`cty`), which has to be verified for itself."),
    (
        "audience-unexpected",
        "The token names an audience, and none is expected: say which one you are.",
    ),
    (
        "milliseconds",
        "A date is so far away that it seems to be in milliseconds; dates are seconds.",
    ),
    ("secret-is-base64", "The signature holds if the secret is decoded from base64 first."),
    ("secret-is-hex", "The signature holds if the secret is decoded from hexadecimal first."),
    ("secret-is-padded", "The signature holds without the white space around the secret."),
    ("secret-is-quoted", "The signature holds without the quotation marks around the secret."),
    ("secret-lacks-newline", "The signature holds with a line break at the end of the secret."),
    ("secret-is-encoded", "The signature holds if the secret is taken as its own base64 text."),
    ("other-algorithm", "The signature holds under another algorithm than the header names."),
    (
        "signature-is-der",
        "The signature is in ASN.1 DER, as many libraries give it; tokens want r and s side by side.",
    ),
    ("other-kid", "No key has this `kid`, but the signature holds under another key of the set."),
    (
        "public-key-as-secret",
        "The header names an HMAC, and the key is public: an attack, or the wrong key.",
    ),
    ("other-curve", "The key is on another curve than the algorithm wants."),
    ("other-kind", "The key is of another kind than the algorithm wants."),
    ("other-key", "The signature is well-formed, so it was probably made with another key."),
];

fn hint(code: &str) -> Hint {
    let (code, text) = HINTS.iter().find(|(known, _)| *known == code).copied().unwrap_or_default();
    Hint { code, text, key_index: None, algorithm: None }
}

pub(super) fn all(
    token: &Token<'_>,
    keys: Option<&KeySet>,
    options: &VerifyOptions,
    tried: &[TriedKey],
) -> Vec<Hint> {
    let mut hints = Vec::new();
    if token.fault.is_some() && is_wrapped(token.text, options.max_token_bytes) {
        hints.push(hint("token-wrapped"));
    }
    about_header(token, &mut hints);
    about_claims(token, options, &mut hints);
    if let Some(keys) = keys.filter(|_| !tried.iter().any(|key| key.matched)) {
        about_signature(token, keys, tried, &mut hints);
    }
    hints
}

/// Whether a token is left when what people copy along is taken away.
fn is_wrapped(text: &[u8], max_bytes: usize) -> bool {
    let mut bare = text.trim_ascii();
    for prefix in [&b"authorization:"[..], b"bearer ", b"jwt ", b"token "] {
        if let Some((head, rest)) = bare.split_at_checked(prefix.len())
            && head.eq_ignore_ascii_case(prefix)
        {
            bare = rest.trim_ascii();
        }
    }
    let is_mark = |byte: &u8| matches!(byte, b'"' | b'\'' | b'`' | b',' | b';');
    let start = bare.iter().position(|byte| !is_mark(byte)).unwrap_or_default();
    let end = bare.iter().rposition(|byte| !is_mark(byte)).map_or(0, |at| at + 1);
    let unbroken: Vec<u8> = bare
        .get(start..end)
        .unwrap_or_default()
        .iter()
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    unbroken != text && jwt::decode(&unbroken, max_bytes).is_ok()
}

fn about_header(token: &Token<'_>, hints: &mut Vec<Hint>) {
    let Some(header) = &token.header else { return };
    if header.alg().eq_ignore_ascii_case("none") {
        hints.push(hint("alg-none"));
    }
    if ["jwk", "jku", "x5c", "x5u"].iter().any(|name| header.object().get(name).is_some()) {
        hints.push(hint("embedded-key"));
    }
    let cty = header.object().get("cty").and_then(|cty| cty.as_str());
    let is_jwt =
        |cty: &str| cty.eq_ignore_ascii_case("jwt") || cty.eq_ignore_ascii_case("application/jwt");
    if cty.is_some_and(|cty| is_jwt(&cty)) {
        hints.push(hint("nested"));
    }
}

fn about_claims(token: &Token<'_>, options: &VerifyOptions, hints: &mut Vec<Hint>) {
    /// Seconds that lie beyond the year 5000, and milliseconds that lie in 1973.
    const SUSPICIOUS: f64 = 1e11;
    let Some(claims) = &token.claims else { return };
    if claims.get("aud").is_some() && !options.policy.expects(Claim::Audience) {
        hints.push(hint("audience-unexpected"));
    }
    let is_late = |name: &&str| {
        let number = claims.get(name).filter(|value| value.kind() == Kind::Number);
        let seconds = number.and_then(|number| number.text().parse::<f64>().ok());
        seconds.is_some_and(|seconds| seconds > SUSPICIOUS)
    };
    if ["exp", "nbf", "iat"].iter().any(is_late) {
        hints.push(hint("milliseconds"));
    }
}

fn about_signature(token: &Token<'_>, keys: &KeySet, tried: &[TriedKey], hints: &mut Vec<Hint>) {
    let Some((header, signature)) = token.header.as_ref().zip(token.signature.as_deref()) else {
        return;
    };
    let Some(algorithm) = header.algorithm() else { return };
    let holds = |algorithm, key: &Key, signature: &[u8]| {
        signature::verify(algorithm, key, token.signing_input, signature)
    };
    let before = hints.len();
    // A hostile token may meet a large set: the first keys are enough to hint.
    for (index, key) in keys.keys().take(8) {
        let about = |code| Hint { key_index: Some(index), ..hint(code) };
        if let (Material::Secret(secret), Family::Hmac) = (key.material(), algorithm.family()) {
            for (code, bytes) in other_readings(secret.bytes()) {
                let other = Key::from_secret(&bytes, true);
                if other.is_ok_and(|other| holds(algorithm, &other, signature)) {
                    hints.push(about(code));
                    break;
                }
            }
        }
        for other in Algorithm::ALL.iter().filter(|other| **other != algorithm) {
            if key.takes(*other) && holds(*other, key, signature) {
                let algorithm = Some(other.name());
                hints.push(Hint { algorithm, ..about("other-algorithm") });
                break;
            }
        }
        if !key.takes(algorithm) {
            continue;
        }
        if let Material::Ec(ec) = key.material()
            && let Some(fixed) = from_der(signature, ec.curve().field_bytes())
            && holds(algorithm, key, &fixed)
        {
            hints.push(about("signature-is-der"));
        }
        if !tried.iter().any(|key| key.index == index) && holds(algorithm, key, signature) {
            hints.push(about("other-kid"));
        }
    }
    if hints.len() > before {
        return;
    }
    match keys.keys().next() {
        Some((_, key)) if tried.is_empty() && keys.keys().all(|(_, key)| !key.takes(algorithm)) => {
            let public = key.family() != Family::Hmac;
            hints.push(hint(if algorithm.family() == Family::Hmac && public {
                "public-key-as-secret"
            } else if algorithm.family() == Family::Ecdsa && key.family() == Family::Ecdsa {
                "other-curve"
            } else {
                "other-kind"
            }));
        }
        Some(_) if !tried.is_empty() && !signature.is_empty() => hints.push(hint("other-key")),
        _ => {}
    }
}

/// What else a secret may have been meant to be.
fn other_readings(secret: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let trimmed = secret.trim_ascii();
    let mut readings = Vec::new();
    if trimmed != secret {
        readings.push(("secret-is-padded", trimmed.to_vec()));
    }
    if let [first @ (b'"' | b'\'' | b'`'), inner @ .., last] = trimmed
        && first == last
    {
        readings.push(("secret-is-quoted", inner.to_vec()));
    }
    if let Some(bytes) = from_hex(trimmed) {
        readings.push(("secret-is-hex", bytes));
    }
    if let Some(bytes) = lenient::decode(trimmed) {
        readings.push(("secret-is-base64", bytes));
    }
    readings.push(("secret-lacks-newline", [secret, b"\n"].concat()));
    let mut encoded = Vec::new();
    crate::base64url::encode_onto(secret, &mut encoded);
    readings.push(("secret-is-encoded", encoded));
    readings
}

fn from_hex(text: &[u8]) -> Option<Vec<u8>> {
    if text.is_empty() || !text.len().is_multiple_of(2) {
        return None;
    }
    let digits = core::str::from_utf8(text).ok()?;
    let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
    digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then_some(())?;
    (0..text.len()).step_by(2).map(pair).collect()
}

/// r and s side by side, of SEQUENCE { INTEGER r, INTEGER s } (RFC 3279 §2.2.3).
fn from_der(der: &[u8], field: usize) -> Option<Vec<u8>> {
    let (content, []) = element(der, 0x30)? else { return None };
    let (r, rest) = element(content, 2)?;
    let (s, []) = element(rest, 2)? else { return None };
    let mut fixed = Vec::with_capacity(2 * field);
    for number in [r, s] {
        let zeros = number.iter().take_while(|byte| **byte == 0).count();
        let number = number.get(zeros..)?;
        fixed.resize(fixed.len() + field.checked_sub(number.len())?, 0);
        fixed.extend_from_slice(number);
    }
    Some(fixed)
}

/// The content of the element of this tag, and what follows it.
fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (length, rest) = match bytes {
        [found, 0x81, length, rest @ ..] if *found == tag => (*length, rest),
        [found, length @ 0..=0x7f, rest @ ..] if *found == tag => (*length, rest),
        _ => return None,
    };
    rest.split_at_checked(usize::from(length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_hints_are_these() {
        let documented = include_str!("../../docs/inspect.md");
        for (code, text) in HINTS {
            let row = ["| `", code, "` | ", text, " |"].concat();
            assert!(documented.contains(&row), "docs/inspect.md lacks {row}");
        }
        let rows = documented.lines().filter(|line| line.starts_with("| `")).count();
        assert_eq!(rows, HINTS.len(), "docs/inspect.md lists hints that do not exist");
    }

    #[test]
    fn other_readings_of_a_secret() {
        let codes = |secret: &[u8]| {
            other_readings(secret).into_iter().map(|(code, _)| code).collect::<Vec<_>>()
        };
        assert!(codes(b"abc\n").contains(&"secret-is-padded"));
        assert!(codes(b"\"abc\"").contains(&"secret-is-quoted"));
        assert!(codes(b"61ff").contains(&"secret-is-hex"));
        assert!(!codes(b"61f").contains(&"secret-is-hex"));
        assert!(codes(b"YWJj").contains(&"secret-is-base64"));
        assert!(!codes(b"a secret!").contains(&"secret-is-base64"));
    }
}
