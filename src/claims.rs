//! Claims policy: whether an authentic token is in force and meant for the caller (RFC 7519 §4.1).

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::time::Duration;

use crate::error::{Error, ErrorKind, Mismatch, TimeFault};
use crate::json::{Kind, Object, Value};
use crate::jws::Authentic;
use crate::numeric_date::NumericDate;

/// What the caller expects of a token's claims. The default expects nothing and still checks `exp`
/// and `nbf` where they are present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// By [`Claim`].
    expected: [Option<Vec<String>>; CLAIMS.len()],
    /// The token was issued (`iat`) no longer ago.
    pub max_age: Option<Duration>,
    /// These claims are present, whatever they hold.
    pub required_claims: Vec<String>,
    /// By so much clocks may differ.
    pub clock_tolerance: Duration,
}

/// A claim that can be expected to be one of several strings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// `iss`
    Issuer,
    /// `aud`, which may also be an array that has one of them
    Audience,
    /// `sub`
    Subject,
    /// `jti`
    JwtId,
    /// The header's `typ`, a media type; `application/` may be left off on either side
    Type,
}

/// In the order of their checks.
const CLAIMS: [(Claim, &str); 5] = [
    (Claim::Issuer, "iss"),
    (Claim::Audience, "aud"),
    (Claim::Subject, "sub"),
    (Claim::JwtId, "jti"),
    (Claim::Type, "typ"),
];

impl Policy {
    /// Expects `claim` to be one of `any_of`. An empty list matches nothing.
    pub fn expect(&mut self, claim: Claim, any_of: Vec<String>) {
        for ((known, _), expected) in CLAIMS.iter().zip(&mut self.expected) {
            if *known == claim {
                *expected = Some(any_of);
                return;
            }
        }
    }

    /// Checks the claims of `token` at the time `now`, and tells at which times they would pass.
    ///
    /// In this order: wrong types, missing claims, `nbf`, `exp`, age, `iss`, `aud`, `sub`, `jti`,
    /// `typ`. A date that is present is checked even if nobody asked for it. Revocation is not.
    ///
    /// # Errors
    /// The first fault: `ClaimInvalid`, `ClaimMissing`, `NotYetValid`, `Expired` or `ClaimMismatch`.
    pub fn check(&self, token: &Authentic, now: NumericDate) -> Result<Validity, Error> {
        let claims = token.claims();
        let dates = Dates::read(claims)?;
        let mut expectations = Vec::new();
        for ((claim, name), expected) in CLAIMS.iter().zip(&self.expected) {
            let Some(any_of) = expected else { continue };
            let object = if *claim == Claim::Type { token.header().object() } else { claims };
            let value = object.get(name);
            let strings = value.map(|value| strings(*claim, value));
            // Only of claims that somebody expects: older issuers number subjects.
            if strings == Some(None) {
                return Err(Error::claim_invalid(name));
            }
            expectations.push((*claim, *name, any_of, value.zip(strings.flatten())));
        }
        let by_age = self.max_age.map(|_| "iat");
        for name in self.required_claims.iter().map(String::as_str).chain(by_age) {
            if claims.get(name).is_none() {
                return Err(Error::claim_missing(name));
            }
        }
        if let Some((_, name, ..)) = expectations.iter().find(|(.., found)| found.is_none()) {
            return Err(Error::claim_missing(name));
        }
        let validity = self.check_time(&dates, now)?;
        for (claim, name, any_of, found) in expectations {
            if let Some((value, strings)) = found
                && !strings.iter().any(|actual| is_one_of(claim, *actual, any_of))
            {
                return Err(mismatch(name, any_of, value));
            }
        }
        Ok(validity)
    }

    /// Whether something is expected of `claim`.
    #[cfg(feature = "inspect")]
    pub(crate) fn expects(&self, claim: Claim) -> bool {
        CLAIMS
            .iter()
            .zip(&self.expected)
            .any(|((known, _), expected)| *known == claim && expected.is_some())
    }

    /// What is asked of each claim by itself, in the order of the checks; `None` if nothing is.
    #[cfg(feature = "inspect")]
    pub(crate) fn parts(&self) -> [(&'static str, Option<Self>); 8] {
        let bare = || Self { clock_tolerance: self.clock_tolerance, ..Self::default() };
        let aged = Self { max_age: self.max_age, ..bare() };
        let mut parts = [
            ("nbf", Some(bare())),
            ("exp", Some(bare())),
            ("iat", Some(aged)),
            ("iss", None),
            ("aud", None),
            ("sub", None),
            ("jti", None),
            ("typ", None),
        ];
        for ((claim, name), expected) in CLAIMS.iter().zip(&self.expected) {
            let Some(any_of) = expected else { continue };
            let mut part = Self::default();
            part.expect(*claim, any_of.clone());
            for (known, place) in &mut parts {
                if known == name {
                    *place = Some(part.clone());
                }
            }
        }
        parts
    }

    fn check_time(&self, dates: &Dates, now: NumericDate) -> Result<Validity, Error> {
        let tolerance = self.clock_tolerance;
        let fault = |claim, actual| TimeFault { claim, actual, now, tolerance };
        let mut validity = Validity::default();
        let age = self.max_age.zip(dates.iat);
        let nbf = dates.nbf.map(|nbf| ("nbf", nbf));
        let exp = dates.exp.map(|exp| ("exp", exp, tolerance));
        let issued = age.map(|(_, iat)| ("iat", iat));
        let aged = age.map(|(max_age, iat)| ("iat", iat, max_age.saturating_add(tolerance)));
        for (begins, ends) in [(nbf, exp), (issued, aged)] {
            if let Some((claim, date)) = begins {
                let from = date.earlier(tolerance);
                if now < from {
                    return Err(ErrorKind::NotYetValid(fault(claim, date)).into());
                }
                validity.from = validity.from.max(Some(from));
            }
            if let Some((claim, date, duration)) = ends {
                let until = date.later(duration);
                if now >= until {
                    return Err(ErrorKind::Expired(fault(claim, date)).into());
                }
                validity.until = Some(validity.until.map_or(until, |other| other.min(until)));
            }
        }
        Ok(validity)
    }
}

/// The time in which a policy takes a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// From here on, if it has a beginning.
    pub from: Option<NumericDate>,
    /// Until here, and no longer at this point itself.
    pub until: Option<NumericDate>,
}

impl Validity {
    /// Whether `now` lies in it.
    #[must_use]
    pub fn contains(&self, now: NumericDate) -> bool {
        self.from.is_none_or(|from| now >= from) && self.until.is_none_or(|until| now < until)
    }
}

/// The dates of a token, each read if it is present.
pub(crate) struct Dates {
    exp: Option<NumericDate>,
    nbf: Option<NumericDate>,
    pub(crate) iat: Option<NumericDate>,
}

impl Dates {
    /// Reads `exp`, `nbf` and `iat`. Anything but a number in range is refused: `null`, `false` and
    /// text are not "absent" (CVE-2026-25537).
    pub(crate) fn read(claims: &Object) -> Result<Self, Error> {
        let [exp, nbf, iat] = ["exp", "nbf", "iat"].map(|claim| (claim, claims.get(claim)));
        Ok(Self { exp: date(exp)?, nbf: date(nbf)?, iat: date(iat)? })
    }
}

fn date((claim, value): (&'static str, Option<Value<'_>>)) -> Result<Option<NumericDate>, Error> {
    let Some(value) = value else { return Ok(None) };
    let number = (value.kind() == Kind::Number).then(|| value.text());
    number.and_then(NumericDate::from_json).map(Some).ok_or_else(|| Error::claim_invalid(claim))
}

/// The strings that `value` is or, as `aud`, has.
fn strings(claim: Claim, value: Value<'_>) -> Option<Vec<Value<'_>>> {
    let values = match value.kind() {
        Kind::Array if claim == Claim::Audience => value.elements()?,
        _ => Vec::from([value]),
    };
    values.iter().all(|value| value.kind() == Kind::String).then_some(values)
}

/// Compares by code points, without folding or normalisation (RFC 7519 §7.3), but media types as
/// RFC 7515 §4.1.9 says.
fn is_one_of(claim: Claim, actual: Value<'_>, any_of: &[String]) -> bool {
    any_of.iter().any(|expected| match claim {
        Claim::Type => {
            let actual = actual.as_str().unwrap_or_default();
            media_type(expected).eq_ignore_ascii_case(media_type(&actual))
        }
        _ => actual.is(expected),
    })
}

#[cold]
fn mismatch(claim: &'static str, expected: &[String], actual: Value<'_>) -> Error {
    let (expected, actual) = (expected.to_vec(), actual.text().to_owned());
    ErrorKind::ClaimMismatch(Mismatch { claim, expected, actual }).into()
}

/// Leaves off the `application/` that a header may leave off, where no other `/` follows.
fn media_type(typ: &str) -> &str {
    match typ.split_at_checked("application/".len()) {
        Some((head, rest))
            if head.eq_ignore_ascii_case("application/") && !rest.bytes().any(|b| b == b'/') =>
        {
            rest
        }
        _ => typ,
    }
}
