//! Options: JSON text from the facade, which has checked the argument types.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::algorithm::Algorithm;
use crate::claims::Policy;
use crate::error::{Error, Part, Reason};
use crate::json::{Object, Value};
use crate::jws::MAX_TOKEN_BYTES;
use crate::jwt::{Audience, EncodeOptions, VerifyOptions};
use crate::numeric_date::duration_from_json;

/// The core's options and what only the boundary does.
#[derive(Default)]
pub(super) struct SignerOptions {
    pub(super) options: EncodeOptions,
    pub(super) jwt_id: Option<String>,
}

pub(super) fn read_verify_options(text: &[u8]) -> Result<VerifyOptions, Error> {
    let Some(options) = read_object(text)? else { return Ok(VerifyOptions::default()) };
    Ok(VerifyOptions {
        algorithms: read_as(&options, "algorithms", Reason::UnknownAlgorithm, algorithms)?,
        policy: Policy {
            issuer: read(&options, "issuer", strings)?,
            audience: read(&options, "audience", strings)?,
            subject: read(&options, "subject", string)?,
            jwt_id: read(&options, "jwtId", string)?,
            typ: read(&options, "typ", string)?,
            max_age: read(&options, "maxAge", duration)?,
            required_claims: read(&options, "requiredClaims", strings)?.unwrap_or_default(),
            clock_tolerance: read(&options, "clockTolerance", duration)?.unwrap_or_default(),
        },
        max_token_bytes: read(&options, "maxTokenBytes", size)?.unwrap_or(MAX_TOKEN_BYTES),
    })
}

pub(super) fn read_encode_options(text: &[u8]) -> Result<SignerOptions, Error> {
    let Some(options) = read_object(text)? else { return Ok(SignerOptions::default()) };
    Ok(SignerOptions {
        options: EncodeOptions {
            algorithm: read_as(&options, "algorithm", Reason::UnknownAlgorithm, algorithm)?,
            header: read(&options, "header", Value::as_object)?,
            issued_at: read(&options, "issuedAt", Value::as_bool)?.unwrap_or_default(),
            expires_in: read(&options, "expiresIn", duration)?,
            not_before: read(&options, "notBefore", duration)?,
            issuer: read(&options, "issuer", string)?,
            subject: read(&options, "subject", string)?,
            audience: read(&options, "audience", audience)?,
        },
        jwt_id: read(&options, "jwtId", string)?,
    })
}

fn read_object(text: &[u8]) -> Result<Option<Object>, Error> {
    if text.is_empty() {
        return Ok(None);
    }
    let object = Object::parse(text.to_vec());
    object.map(Some).map_err(|reason| Error::Malformed { part: Part::Option, reason })
}

fn read<'o, T>(
    options: &'o Object,
    name: &str,
    convert: impl FnOnce(Value<'o>) -> Option<T>,
) -> Result<Option<T>, Error> {
    read_as(options, name, Reason::WrongType, convert)
}

fn read_as<'o, T>(
    options: &'o Object,
    name: &str,
    reason: Reason,
    convert: impl FnOnce(Value<'o>) -> Option<T>,
) -> Result<Option<T>, Error> {
    let wrong = Error::Malformed { part: Part::Option, reason };
    options.get(name).map(|value| convert(value).ok_or(wrong)).transpose()
}

fn string(value: Value<'_>) -> Option<String> {
    value.as_str().map(Cow::into_owned)
}

/// A string, or an array of strings.
fn strings(value: Value<'_>) -> Option<Vec<String>> {
    match value.as_str() {
        Some(one) => Some(Vec::from([one.into_owned()])),
        None => Some(value.strings()?.into_iter().map(Cow::into_owned).collect()),
    }
}

fn audience(value: Value<'_>) -> Option<Audience> {
    match value.as_str() {
        Some(one) => Some(Audience::One(one.into_owned())),
        None => strings(value).map(Audience::Many),
    }
}

fn algorithm(value: Value<'_>) -> Option<Algorithm> {
    Algorithm::from_name(&value.as_str()?)
}

fn algorithms(value: Value<'_>) -> Option<Vec<Algorithm>> {
    value.elements()?.into_iter().map(algorithm).collect()
}

fn duration(value: Value<'_>) -> Option<Duration> {
    duration_from_json(value.text())
}

fn size(value: Value<'_>) -> Option<usize> {
    value.text().parse().ok()
}
