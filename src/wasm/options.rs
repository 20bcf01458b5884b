//! Options: JSON text from the facade, which has checked the argument types.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::algorithm::Algorithm;
use crate::claims::Claim;
use crate::error::{Error, Part, Reason};
use crate::json::{Object, Value};
use crate::jwt::{EncodeOptions, VerifyOptions};
use crate::numeric_date::duration_from_json;

pub(super) fn read_verify_options(text: &[u8]) -> Result<VerifyOptions, Error> {
    let mut options = VerifyOptions::default();
    let policy = &mut options.policy;
    for (name, value) in read(text)?.members() {
        match &*name.as_str() {
            "algorithms" => options.algorithms = Some(algorithms(value)?),
            "issuer" => policy.expect(Claim::Issuer, strings(value)?),
            "audience" => policy.expect(Claim::Audience, strings(value)?),
            "subject" => policy.expect(Claim::Subject, strings(value)?),
            "jwtId" => policy.expect(Claim::JwtId, strings(value)?),
            "typ" => policy.expect(Claim::Type, strings(value)?),
            "maxAge" => policy.max_age = Some(duration(value)?),
            "requiredClaims" => policy.required_claims = strings(value)?,
            "clockTolerance" => policy.clock_tolerance = duration(value)?,
            "maxTokenBytes" => {
                options.max_token_bytes =
                    usize::try_from(duration(value)?.as_secs()).map_err(|_| wrong())?;
            }
            _ => return Err(wrong()),
        }
    }
    Ok(options)
}

pub(super) fn read_encode_options(text: &[u8]) -> Result<EncodeOptions, Error> {
    let mut options = EncodeOptions::default();
    for (name, value) in read(text)?.members() {
        match &*name.as_str() {
            "algorithm" => options.algorithm = Some(algorithm(value)?),
            "header" => options.header = value.as_object().ok_or_else(wrong)?,
            "claims" => options.claims = value.as_object().ok_or_else(wrong)?,
            "issuedAt" => options.issued_at = value.text() == "true",
            "expiresIn" => options.expires_in = Some(duration(value)?),
            "notBefore" => options.not_before = Some(duration(value)?),
            _ => return Err(wrong()),
        }
    }
    Ok(options)
}

fn wrong() -> Error {
    Error::malformed(Part::Option, Reason::WrongType)
}

/// The options' object; an empty text is one without members.
fn read(text: &[u8]) -> Result<Object, Error> {
    if text.is_empty() {
        return Ok(Object::default());
    }
    Object::parse(text.to_vec()).map_err(|reason| Error::malformed(Part::Option, reason))
}

/// A string, or an array of strings.
fn strings(value: Value<'_>) -> Result<Vec<String>, Error> {
    let values = value.elements().unwrap_or_else(|| Vec::from([value]));
    let mut strings = Vec::new();
    for value in values {
        strings.push(value.as_str().map(Cow::into_owned).ok_or_else(wrong)?);
    }
    Ok(strings)
}

fn algorithm(value: Value<'_>) -> Result<Algorithm, Error> {
    let unknown = || Error::malformed(Part::Option, Reason::UnknownAlgorithm);
    Algorithm::from_json(value).ok_or_else(unknown)
}

fn algorithms(value: Value<'_>) -> Result<Vec<Algorithm>, Error> {
    let mut algorithms = Vec::new();
    for element in value.elements().ok_or_else(wrong)? {
        algorithms.push(algorithm(element)?);
    }
    Ok(algorithms)
}

fn duration(value: Value<'_>) -> Result<Duration, Error> {
    duration_from_json(value.text()).ok_or_else(wrong)
}
