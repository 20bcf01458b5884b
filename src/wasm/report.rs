//! Errors as JSON text: `{"code", "message", …}` with the fields of each variant.

use alloc::string::String;

use crate::error::{Error, expected_type};
use crate::json::Members;
use crate::numeric_date::write_duration_onto;

/// The error as the facade reads it.
pub(super) fn report(error: &Error) -> String {
    let mut members = Members::default();
    let mut text = |name, value: &str| members.string(name, Some(value));
    text("code", error.code());
    text("message", &error.message());
    match error {
        Error::Malformed { part, reason } => {
            text("part", part.as_str());
            text("reason", reason.as_str());
        }
        Error::CritUnsupported { extension } => text("extension", extension),
        Error::AlgUnsupported { alg } | Error::AlgNotAllowed { alg } => text("alg", alg),
        Error::KeyInvalid { reason } => text("reason", reason.as_str()),
        Error::KeyNotFound(search) => {
            members.string("kid", search.kid.as_deref());
            members.strings("offered", &search.offered);
        }
        Error::SignatureInvalid => {}
        Error::Expired(fault) | Error::NotYetValid(fault) => {
            text("claim", fault.claim);
            fault.actual.write_onto(members.name("actual"));
            fault.now.write_onto(members.name("now"));
            write_duration_onto(fault.tolerance, members.name("tolerance"));
        }
        Error::ClaimMissing { claim } => text("claim", claim),
        Error::ClaimInvalid { claim } => {
            text("claim", claim);
            text("expected", expected_type(claim));
        }
        Error::ClaimMismatch(fault) => {
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
