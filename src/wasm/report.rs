//! Errors as JSON text: `{"code", "message", …}` with the fields of each variant.

use alloc::string::String;

use crate::error::{Error, ErrorKind, expected_type};
use crate::json::Members;
use crate::numeric_date::write_duration_onto;

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
