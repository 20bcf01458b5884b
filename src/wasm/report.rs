//! Errors as JSON text: `{"code", "message", …}` with the fields of each variant.

use alloc::string::String;

use crate::error::{Error, expected_type};
use crate::json::quote_onto;
use crate::numeric_date::write_duration_onto;

/// The error as the facade reads it.
pub(super) fn report(error: &Error) -> String {
    let mut text = String::from("{");
    string("code", error.code(), &mut text);
    string("message", &error.message(), &mut text);
    match error {
        Error::Malformed { part, reason } => {
            string("part", part.as_str(), &mut text);
            string("reason", reason.as_str(), &mut text);
        }
        Error::CritUnsupported { extension } => string("extension", extension, &mut text),
        Error::AlgUnsupported { alg } | Error::AlgNotAllowed { alg } => {
            string("alg", alg, &mut text)
        }
        Error::KeyInvalid { reason } => string("reason", reason.as_str(), &mut text),
        Error::KeyNotFound(search) => {
            if let Some(kid) = &search.kid {
                string("kid", kid, &mut text);
            }
            strings("offered", &search.offered, &mut text);
        }
        Error::SignatureInvalid => {}
        Error::Expired(fault) | Error::NotYetValid(fault) => {
            string("claim", fault.claim, &mut text);
            name("actual", &mut text);
            fault.actual.write_onto(&mut text);
            name("now", &mut text);
            fault.now.write_onto(&mut text);
            name("tolerance", &mut text);
            write_duration_onto(fault.tolerance, &mut text);
        }
        Error::ClaimMissing { claim } => string("claim", claim, &mut text),
        Error::ClaimInvalid { claim } => {
            string("claim", claim, &mut text);
            string("expected", expected_type(claim), &mut text);
        }
        Error::ClaimMismatch(fault) => {
            string("claim", fault.claim, &mut text);
            match fault.expected.as_slice() {
                [one] => string("expected", one, &mut text),
                several => strings("expected", several, &mut text),
            }
            name("actual", &mut text);
            text.push_str(&fault.actual);
        }
    }
    text.push('}');
    text
}

fn name(name: &str, text: &mut String) {
    if text.len() > 1 {
        text.push(',');
    }
    quote_onto(name, text);
    text.push(':');
}

fn string(key: &str, value: &str, text: &mut String) {
    name(key, text);
    quote_onto(value, text);
}

fn strings(key: &str, values: &[String], text: &mut String) {
    name(key, text);
    text.push('[');
    for (at, value) in values.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        quote_onto(value, text);
    }
    text.push(']');
}
