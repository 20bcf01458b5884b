//! Options: JSON text from the facade, which has checked the argument types.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::algorithm::Algorithm;
use crate::error::{Error, Part, Reason};
use crate::json::{Kind, Object, Value};
use crate::jwt::{Audience, EncodeOptions, VerifyOptions};
use crate::numeric_date::duration_from_json;

/// The core's options and what only the boundary does.
#[derive(Default)]
pub(super) struct SignerOptions {
    pub(super) options: EncodeOptions,
    pub(super) jwt_id: Option<String>,
}

pub(super) fn read_verify_options(text: &[u8]) -> Result<VerifyOptions, Error> {
    let mut options = VerifyOptions::default();
    for_each(text, |name, value| {
        let policy = &mut options.policy;
        match name {
            "algorithms" => options.algorithms = Some(algorithms(value)?),
            "issuer" => policy.issuer = Some(strings(value)?),
            "audience" => policy.audience = Some(strings(value)?),
            "subject" => policy.subject = Some(string(value)?),
            "jwtId" => policy.jwt_id = Some(string(value)?),
            "typ" => policy.typ = Some(string(value)?),
            "maxAge" => policy.max_age = Some(duration(value)?),
            "requiredClaims" => policy.required_claims = strings(value)?,
            "clockTolerance" => policy.clock_tolerance = duration(value)?,
            "maxTokenBytes" => options.max_token_bytes = value.text().parse().map_err(|_| WRONG)?,
            _ => return Err(WRONG),
        }
        Ok(())
    })?;
    Ok(options)
}

pub(super) fn read_encode_options(text: &[u8]) -> Result<SignerOptions, Error> {
    let mut signer = SignerOptions::default();
    for_each(text, |name, value| {
        let options = &mut signer.options;
        match name {
            "algorithm" => options.algorithm = Some(algorithm(value)?),
            "header" => options.header = Some(value.as_object().ok_or(WRONG)?),
            "issuedAt" => options.issued_at = value.as_bool().ok_or(WRONG)?,
            "expiresIn" => options.expires_in = Some(duration(value)?),
            "notBefore" => options.not_before = Some(duration(value)?),
            "issuer" => options.issuer = Some(string(value)?),
            "subject" => options.subject = Some(string(value)?),
            "audience" => options.audience = Some(audience(value)?),
            "jwtId" => signer.jwt_id = Some(string(value)?),
            _ => return Err(WRONG),
        }
        Ok(())
    })?;
    Ok(signer)
}

const WRONG: Error = Error::Malformed { part: Part::Option, reason: Reason::WrongType };

/// Hands each option to `set`.
fn for_each(
    text: &[u8],
    mut set: impl FnMut(&str, Value<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    if text.is_empty() {
        return Ok(());
    }
    let options = Object::parse(text.to_vec())
        .map_err(|reason| Error::Malformed { part: Part::Option, reason })?;
    for (name, value) in options.members() {
        set(name, value)?;
    }
    Ok(())
}

fn string(value: Value<'_>) -> Result<String, Error> {
    value.as_str().map(Cow::into_owned).ok_or(WRONG)
}

/// A string, or an array of strings.
fn strings(value: Value<'_>) -> Result<Vec<String>, Error> {
    let mut strings = Vec::new();
    match value.elements() {
        None => strings.push(string(value)?),
        Some(elements) => {
            for element in elements {
                strings.push(string(element)?);
            }
        }
    }
    Ok(strings)
}

fn audience(value: Value<'_>) -> Result<Audience, Error> {
    match value.kind() {
        Kind::String => string(value).map(Audience::One),
        _ => strings(value).map(Audience::Many),
    }
}

fn algorithm(value: Value<'_>) -> Result<Algorithm, Error> {
    let unknown = Error::Malformed { part: Part::Option, reason: Reason::UnknownAlgorithm };
    value.as_str().and_then(|name| Algorithm::from_name(&name)).ok_or(unknown)
}

fn algorithms(value: Value<'_>) -> Result<Vec<Algorithm>, Error> {
    let mut algorithms = Vec::new();
    for element in value.elements().ok_or(WRONG)? {
        algorithms.push(algorithm(element)?);
    }
    Ok(algorithms)
}

fn duration(value: Value<'_>) -> Result<Duration, Error> {
    duration_from_json(value.text()).ok_or(WRONG)
}
