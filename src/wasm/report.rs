//! What leaves as JSON text: errors (`{"code", "message", …}` with the fields of each variant), keys'
//! descriptions, and what the host is asked to check.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::algorithm::{Algorithm, Family};
use crate::error::{Error, ErrorKind, expected_type};
use crate::json::Members;
use crate::jws::Delegated;
use crate::key::Key;
use crate::numeric_date::{write_digits_onto, write_duration_onto};

/// The error as the facade reads it.
pub(super) fn report(error: &Error) -> String {
    let mut members = Members::default();
    let mut text = |name, value: &str| members.string(name, value);
    text("code", error.code());
    text("message", &error.message());
    match error.kind() {
        ErrorKind::Malformed { part, reason } => {
            text("part", part.as_str());
            text("reason", reason.as_str());
        }
        ErrorKind::CritUnsupported { extension } => text("extension", extension),
        ErrorKind::AlgUnsupported { alg } | ErrorKind::AlgNotAllowed { alg } => text("alg", alg),
        ErrorKind::KeyInvalid { reason } => text("reason", reason.as_str()),
        ErrorKind::KeyNotFound(search) => {
            if let Some(kid) = &search.kid {
                text("kid", kid);
            }
            members.strings("offered", &search.offered);
        }
        ErrorKind::SignatureInvalid => {}
        ErrorKind::Expired(fault) | ErrorKind::NotYetValid(fault) => {
            text("claim", fault.claim);
            fault.actual.write_onto(members.name("actual"));
            fault.now.write_onto(members.name("now"));
            write_duration_onto(fault.tolerance, members.name("tolerance"));
        }
        ErrorKind::ClaimMissing { claim } => text("claim", claim),
        ErrorKind::ClaimInvalid { claim } => {
            text("claim", claim);
            text("expected", expected_type(claim));
        }
        ErrorKind::ClaimMismatch(fault) => {
            text("claim", fault.claim);
            match fault.expected.as_slice() {
                [one] => text("expected", one),
                several => members.strings("expected", several),
            }
            members.name("actual").push_str(&fault.actual);
        }
    }
    members.into_object()
}

/// What a key is: its `kty`, and what is known of it.
pub(super) fn described(key: &Key) -> String {
    let mut members = Members::default();
    let kty = match key.family() {
        Family::Hmac => "oct",
        Family::Rsa => "RSA",
        Family::Ecdsa => "EC",
        Family::EdDsa => "OKP",
        Family::MlDsa => "AKP",
    };
    members.string("kty", kty);
    if let Some(kid) = key.kid() {
        members.string("kid", kid);
    }
    let taken = Algorithm::ALL.iter().filter(|algorithm| key.takes(**algorithm));
    let taken: Vec<String> = taken.map(|algorithm| algorithm.name().to_owned()).collect();
    members.strings("algorithms", &taken);
    members.name("isPrivate").push_str(if key.is_private() { "true" } else { "false" });
    if let Some((not_before, not_after)) = key.certificate_validity() {
        not_before.write_onto(members.name("notBefore"));
        not_after.write_onto(members.name("notAfter"));
    }
    members.into_object()
}

/// The keys that the host has to try, by their indexes.
pub(super) fn indexes(delegated: &Delegated<'_>) -> String {
    let mut text = String::new();
    for index in &delegated.key_indexes {
        if !text.is_empty() {
            text.push(',');
        }
        write_digits_onto(u64::try_from(*index).unwrap_or_default(), 1, &mut text);
    }
    text
}
