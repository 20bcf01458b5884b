//! Inspection: everything about a token at once, for people, where verification stops at the first
//! fault.
//!
//! It decides nothing itself: whether the token is valid is what [`Verifier`] says, and each check
//! is made by the code that verification uses. Only what verification refuses to read is read
//! leniently here, to be shown.

mod checks;
mod hints;
mod lenient;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::Serialize;

use crate::error::{Error, ErrorKind, Part, Reason};
use crate::header::Header;
use crate::json::Object;
use crate::jwt::{Verifier, VerifyOptions};
use crate::key::KeySet;
use crate::numeric_date::NumericDate;
pub use checks::{Check, Outcome};
pub use hints::Hint;
pub use lenient::Segment;

/// What there is to say about a token.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// Whether `verify` takes it, with these keys and options. Never without a key.
    pub valid: bool,
    /// Why it does not: the code that it would give. Absent without a key, if nothing else is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// What stands between the dots.
    pub segments: Vec<Segment>,
    /// All checks, in their order.
    pub checks: Vec<Check>,
    /// The keys that were tried.
    pub keys: Vec<TriedKey>,
    /// Likely causes, and what should not be overlooked.
    pub hints: Vec<Hint>,
}

/// A key that was tried.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TriedKey {
    /// Its place in the set.
    pub index: usize,
    /// Its `kid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
    /// Its thumbprint (RFC 7638); secrets have none that may be shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbprint: Option<String>,
    /// Whether the signature holds under it.
    pub matched: bool,
}

/// What could be read of a token, each part for itself.
struct Token<'t> {
    text: &'t [u8],
    /// Why `verify` would not read it.
    fault: Option<Error>,
    signing_input: &'t [u8],
    header: Option<Arc<Header>>,
    claims: Option<Object>,
    signature: Option<Vec<u8>>,
}

/// Says everything about `token`.
///
/// - `keys`: without any, the signature is not checked
/// - `options`: as for [`Verifier`]; all of the policy is checked, also after a fault
#[must_use]
pub fn inspect(
    token: &[u8],
    keys: Option<&KeySet>,
    options: &VerifyOptions,
    now: NumericDate,
) -> Report {
    let (token, segments) = read(token, options.max_token_bytes);
    let verified = keys.map(|keys| {
        let mut verifier = Verifier::new(keys.clone(), options.clone())?;
        verifier.verify(token.text, now).map(drop)
    });
    let error = match &verified {
        None => token.fault.as_ref(),
        Some(result) => result.as_ref().err(),
    };
    let (checks, tried) = checks::all(&token, keys, options, now);
    Report {
        valid: matches!(verified, Some(Ok(()))),
        code: error.map(Error::code),
        hints: hints::all(&token, keys, options, &tried),
        segments,
        checks,
        keys: tried,
    }
}

fn read(text: &[u8], max_bytes: usize) -> (Token<'_>, Vec<Segment>) {
    let fault = crate::jwt::decode(text, max_bytes).err();
    let mut token =
        Token { text, fault, signing_input: &[], header: None, claims: None, signature: None };
    let too_large = ErrorKind::Malformed { part: Part::Token, reason: Reason::TooLarge };
    if token.fault.as_ref().is_some_and(|fault| *fault.kind() == too_large) {
        return (token, Vec::new());
    }
    let parts: Vec<&[u8]> = text.splitn(6, |byte| *byte == b'.').collect();
    let is_jws = parts.len() < 4;
    let mut segments = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        let is_object = at == 0 || at == 1 && is_jws;
        let read = lenient::read(part, is_object);
        match at {
            0 => token.header = read.object.and_then(header),
            1 if is_jws => token.claims = read.object,
            2 if is_jws => token.signature = read.bytes,
            _ => {}
        }
        segments.push(read.segment);
    }
    if let [header, payload, _] = parts.as_slice() {
        token.signing_input = text.get(..header.len() + 1 + payload.len()).unwrap_or_default();
    }
    (token, segments)
}

fn header(object: Object) -> Option<Arc<Header>> {
    Header::parse(object.into_text().into_bytes()).ok().map(Arc::new)
}
