//! Keys in disguise: other keys given as an HMAC secret.
//!
//! Whoever knows a public key could sign with it if it were taken for a secret (CVE-2016-10555 and
//! its many successors). Lists of forbidden beginnings have failed again and again, so this looks at
//! structure: PEM armour anywhere, SSH key lines, JSON that is a JWK or a JWK Set, and DER that is a
//! SEQUENCE of one of the known key structures.

use zeroize::Zeroizing;

use super::der::{BIT_STRING, INTEGER, OCTET_STRING, OID, SEQUENCE, element};
use crate::error::Reason;
use crate::json::Object;

/// What `secret` really is, as a reason to refuse it; `None` if it may be a secret.
pub(super) fn unmask(secret: &[u8]) -> Option<Reason> {
    let bare = secret.strip_prefix(b"\xef\xbb\xbf").unwrap_or(secret).trim_ascii();
    if contains(secret, b"-----BEGIN") {
        Some(Reason::PemAsSecret)
    } else if is_ssh_key(bare) {
        Some(Reason::SshAsSecret)
    } else if is_jwk(bare) {
        Some(Reason::JwkAsSecret)
    } else if is_der_key(bare) || is_der_key(secret) {
        Some(Reason::DerAsSecret)
    } else {
        None
    }
}

#[inline(never)]
fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|window| window == needle)
}

/// An OpenSSH public key line, with or without options before it: a key type, then base64 of it.
fn is_ssh_key(text: &[u8]) -> bool {
    const TYPES: [&[u8]; 4] = [b"ssh-", b"ecdsa-sha2-", b"sk-ssh-", b"sk-ecdsa-sha2-"];
    let mut after_type = false;
    for word in text.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()) {
        if after_type && word.starts_with(b"AAAA") {
            return true;
        }
        after_type = TYPES.iter().any(|known| word.starts_with(known));
    }
    false
}

/// JSON of a JWK or JWK Set. What begins as an object and names `kty` or `keys` but is not strict
/// JSON is one too: a lenient reader elsewhere may take it.
fn is_jwk(text: &[u8]) -> bool {
    if !text.starts_with(b"{") {
        return false;
    }
    match Object::parse(text.to_vec()).map(Zeroizing::new) {
        Ok(object) => object.get("kty").is_some() || object.get("keys").is_some(),
        Err(_) => contains(text, b"\"kty\"") || contains(text, b"\"keys\""),
    }
}

/// DER of a key: a SEQUENCE that fills the bytes and begins as one of these does. Lengths need not
/// be minimal: a lenient reader elsewhere may take them.
fn is_der_key(bytes: &[u8]) -> bool {
    let Some((SEQUENCE, body, [])) = element(bytes) else { return false };
    let Some((first, inner, rest)) = element(body) else { return false };
    let Some((second, _, _)) = element(rest) else { return false };
    match (first, second) {
        // SPKI (RFC 5280 §4.1): AlgorithmIdentifier, BIT STRING. Encrypted PKCS#8 (RFC 5208 §6):
        // AlgorithmIdentifier, OCTET STRING.
        (SEQUENCE, BIT_STRING | OCTET_STRING) => starts_with(inner, OID),
        // X.509 (RFC 5280 §4.1): tbsCertificate, signatureAlgorithm.
        (SEQUENCE, SEQUENCE) => true,
        // PKCS#1 (RFC 8017 A.1): INTEGER, INTEGER. PKCS#8 (RFC 5208 §5): version,
        // AlgorithmIdentifier. SEC1 (RFC 5915 §3): version, OCTET STRING.
        (INTEGER, INTEGER | SEQUENCE | OCTET_STRING) => true,
        _ => false,
    }
}

fn starts_with(bytes: &[u8], tag: u8) -> bool {
    element(bytes).is_some_and(|(found, _, _)| found == tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_seen_through_their_disguise() {
        let rows: [(&[u8], Reason); 10] = [
            (b"-----BEGIN PUBLIC KEY-----\nMIIB", Reason::PemAsSecret),
            (b"\xef\xbb\xbf  \n\t-----BEGIN CERTIFICATE-----", Reason::PemAsSecret),
            (b"comment\n   -----BEGIN RSA PUBLIC KEY-----", Reason::PemAsSecret),
            (b"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI", Reason::SshAsSecret),
            (b"no-pty ecdsa-sha2-nistp256 AAAAE2VjZHNh", Reason::SshAsSecret),
            (br#"{"kty":"RSA","n":"AQAB","e":"AQAB"}"#, Reason::JwkAsSecret),
            (b" \n{ \"keys\": [] } ", Reason::JwkAsSecret),
            (br#"{"kty":"RSA","kty":"oct"}"#, Reason::JwkAsSecret),
            (br#"{"\u006bty":"RSA"}"#, Reason::JwkAsSecret),
            // SPKI of an Ed25519 key (RFC 8410 §10.1), its key replaced by zeros.
            (b"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", Reason::DerAsSecret),
        ];
        for (secret, reason) in rows {
            assert_eq!(unmask(secret), Some(reason), "{secret:?}");
        }
    }

    #[test]
    fn secrets_that_only_look_a_little_like_keys_are_taken() {
        let rows: [&[u8]; 7] = [
            b"ssh-ed25519 is the best kind of key there is",
            b"BEGIN PUBLIC KEY of a secret, 32 bytes long",
            b"my-ssh-secret-key-0123456789abcdef",
            b"{\"secret\":\"not a jwk, only a json object\"}",
            b"{kty",
            // A SEQUENCE that does not fill the bytes.
            b"\x30\x05\x06\x03\x2b\x65\x70 and then more bytes follow",
            b"\x30\x1e123456789012345678901234567890",
        ];
        for secret in rows {
            assert_eq!(unmask(secret), None, "{secret:?}");
        }
    }
}
