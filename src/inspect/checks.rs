//! The checks of a report: each made by the code that verification uses, one at a time.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::{Token, TriedKey};
use crate::algorithm::Algorithm;
use crate::claims::Policy;
use crate::error::{Error, ErrorKind, expected_type};
use crate::header::Header;
use crate::json::{Members, Object};
use crate::jws::Authentic;
use crate::jwt::VerifyOptions;
use crate::key::KeySet;
use crate::numeric_date::NumericDate;
use crate::signature;

/// One check.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// `form`, `crit`, `alg`, `key`, `signature`, or the name of a claim.
    pub name: String,
    /// How it went.
    pub outcome: Outcome,
    /// The stable code, if it failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// Why it failed, or was not made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What is expected, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What is there, as JSON text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// Where the rule stands.
    pub rfc: &'static str,
}

/// How a check went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// It was not made.
    Skipped,
}

const NOT_READABLE: &str = "the token cannot be read so far";

/// All checks, and the keys that were tried.
pub(super) fn all(
    token: &Token<'_>,
    keys: Option<&KeySet>,
    options: &VerifyOptions,
    now: NumericDate,
) -> (Vec<Check>, Vec<TriedKey>) {
    let mut checks = Vec::new();
    let form = token.fault.clone().map_or(Ok(()), Err);
    checks.push(made("form", form, "RFC 7515 §3.1, §5.2"));
    let rfc = "RFC 7515 §4.1.11";
    checks.push(match &token.header {
        Some(header) => made("crit", header.check_critical(), rfc),
        None => skipped("crit", NOT_READABLE, rfc),
    });
    let algorithm = algorithm(token.header.as_deref(), options, &mut checks);
    let tried = with_keys(token, keys, algorithm, &mut checks);
    claims(token, &options.policy, now, &mut checks);
    (checks, tried)
}

fn algorithm(
    header: Option<&Header>,
    options: &VerifyOptions,
    checks: &mut Vec<Check>,
) -> Option<Algorithm> {
    let rfc = "RFC 7515 §4.1.1, RFC 8725 §3.1";
    let Some(header) = header else {
        checks.push(skipped("alg", NOT_READABLE, rfc));
        return None;
    };
    let known = header.algorithm().filter(|algorithm| algorithm.is_in_this_build());
    let allowed = options.algorithms.as_deref();
    let result = match known {
        None => Err(Error::alg_unsupported(&header.alg())),
        Some(algorithm) if allowed.is_some_and(|allowed| !allowed.contains(&algorithm)) => {
            Err(Error::alg_not_allowed(&header.alg()))
        }
        Some(_) => Ok(()),
    };
    let names = allowed.map(|allowed| joined(allowed.iter().map(|one| one.name())));
    checks.push(Check {
        expected: names,
        actual: header.object().get("alg").map(|alg| alg.text().to_owned()),
        ..made("alg", result, rfc)
    });
    known
}

/// The key and the signature.
fn with_keys(
    token: &Token<'_>,
    keys: Option<&KeySet>,
    algorithm: Option<Algorithm>,
    checks: &mut Vec<Check>,
) -> Vec<TriedKey> {
    let rfcs = ["RFC 7515 §6, RFC 8725 §3.2", "RFC 7515 §5.2"];
    let mut skip = |reason| {
        checks.push(skipped("key", reason, rfcs[0]));
        checks.push(skipped("signature", reason, rfcs[1]));
        Vec::new()
    };
    let Some(keys) = keys else { return skip("no key is given") };
    let Some(header) = &token.header else { return skip(NOT_READABLE) };
    let Some(algorithm) = algorithm else { return skip("the algorithm is not supported") };

    let fitting: Vec<_> = keys.fitting(algorithm, header.kid()).collect();
    let found =
        if fitting.is_empty() { Err(crate::jws::no_key(header, keys, algorithm)) } else { Ok(()) };
    checks.push(Check {
        actual: header.object().get("kid").map(|kid| kid.text().to_owned()),
        ..made("key", found, rfcs[0])
    });
    let mut tried = Vec::new();
    for (index, key) in fitting {
        let signature = token.signature.as_deref().unwrap_or_default();
        tried.push(TriedKey {
            index,
            kid: key.kid().map(ToOwned::to_owned),
            thumbprint: key.thumbprint().ok(),
            matched: signature::verify(algorithm, key, token.signing_input, signature),
        });
    }
    checks.push(if tried.is_empty() {
        skipped("signature", "no key fits", rfcs[1])
    } else if tried.iter().any(|key| key.matched) {
        made("signature", Ok(()), rfcs[1])
    } else {
        made("signature", Err(ErrorKind::SignatureInvalid.into()), rfcs[1])
    });
    tried
}

/// Every claim for itself, whatever the signature.
fn claims(token: &Token<'_>, policy: &Policy, now: NumericDate, checks: &mut Vec<Check>) {
    let readable = token.claims.as_ref().zip(token.header.as_ref());
    let parts = policy.parts();
    for (name, part) in parts {
        let rfc = rfc_of(name);
        let Some((claims, header)) = readable else {
            checks.push(skipped(name, NOT_READABLE, rfc));
            continue;
        };
        let Some(part) = part else {
            checks.push(skipped(name, "nothing is expected of it", rfc));
            continue;
        };
        let own = claims.get(name);
        let in_header = name == "typ";
        let value = if in_header { header.object().get(name) } else { own };
        let is_date = matches!(name, "exp" | "nbf" | "iat");
        let is_required = !is_date || name == "iat" && policy.max_age.is_some();
        if value.is_none() && !is_required {
            checks.push(skipped(name, "it is absent", rfc));
            continue;
        }
        let result = part.check(&Authentic::assumed(header, only(claims, name)), now);
        checks.push(Check {
            actual: value.map(|value| value.text().to_owned()),
            ..made(name, result.map(drop), rfc)
        });
    }
    for name in &policy.required_claims {
        let rfc = "RFC 7519 §4";
        checks.push(match readable {
            None => skipped(name, NOT_READABLE, rfc),
            Some((claims, _)) if claims.get(name).is_none() => {
                made(name, Err(Error::claim_missing(name)), rfc)
            }
            Some(_) => made(name, Ok(()), rfc),
        });
    }
}

/// An object of no more than the claim called `name`.
fn only(claims: &Object, name: &str) -> Object {
    let mut members = Members::default();
    if let Some(value) = claims.get(name) {
        members.name(name).push_str(value.text());
    }
    Object::parse(members.into_object().into_bytes()).unwrap_or_default()
}

fn rfc_of(claim: &str) -> &'static str {
    match claim {
        "iss" => "RFC 7519 §4.1.1",
        "sub" => "RFC 7519 §4.1.2",
        "aud" => "RFC 7519 §4.1.3",
        "exp" => "RFC 7519 §4.1.4",
        "nbf" => "RFC 7519 §4.1.5",
        "iat" => "RFC 7519 §4.1.6",
        "jti" => "RFC 7519 §4.1.7",
        _ => "RFC 7515 §4.1.9, RFC 8725 §3.11",
    }
}

fn skipped(name: &str, reason: &str, rfc: &'static str) -> Check {
    Check {
        name: name.to_owned(),
        outcome: Outcome::Skipped,
        code: None,
        reason: Some(reason.to_owned()),
        expected: None,
        actual: None,
        rfc,
    }
}

fn made(name: &str, result: Result<(), Error>, rfc: &'static str) -> Check {
    let outcome = if result.is_ok() { Outcome::Passed } else { Outcome::Failed };
    let (code, reason, expected) = match &result {
        Ok(()) => (None, None, None),
        Err(error) => (Some(error.code()), Some(error.message()), expected(error)),
    };
    Check { name: name.to_owned(), outcome, code, reason, expected, actual: None, rfc }
}

fn expected(error: &Error) -> Option<String> {
    match error.kind() {
        ErrorKind::ClaimMismatch(fault) => Some(joined(fault.expected.iter().map(String::as_str))),
        ErrorKind::ClaimInvalid { claim } => Some(expected_type(claim).to_owned()),
        ErrorKind::KeyNotFound(search) => Some(joined(search.offered.iter().map(String::as_str))),
        _ => None,
    }
}

fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.collect::<Vec<_>>().join(", ")
}
