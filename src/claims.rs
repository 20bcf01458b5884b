//! Claims policy: whether an authentic token is in force and meant for the caller (RFC 7519 §4.1).

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::slice;
use core::time::Duration;

use crate::error::{Error, Mismatch, TimeFault};
use crate::header::Header;
use crate::json::{Kind, Object, Value};
use crate::jws::Authentic;
use crate::numeric_date::NumericDate;

/// What the caller expects of a token's claims. The default expects nothing and still checks `exp`
/// and `nbf` where they are present.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// `iss` is one of these.
    pub issuer: Option<Vec<String>>,
    /// `aud` is or has one of these.
    pub audience: Option<Vec<String>>,
    /// `sub` is this.
    pub subject: Option<String>,
    /// `jti` is this.
    pub jwt_id: Option<String>,
    /// The header's `typ` is this media type; `application/` may be left off either.
    pub typ: Option<String>,
    /// The token was issued (`iat`) no longer ago.
    pub max_age: Option<Duration>,
    /// These claims are present, whatever they hold.
    pub required_claims: Vec<String>,
    /// By so much clocks may differ.
    pub clock_tolerance: Duration,
}

impl Policy {
    /// Checks the claims of `token` at the time `now`.
    ///
    /// In this order: wrong types, missing claims, `nbf`, `exp`, age, `iss`, `aud`, `sub`, `jti`,
    /// `typ`. A date that is present is checked even if nobody asked for it. Revocation is not.
    ///
    /// # Errors
    /// The first fault: `ClaimInvalid`, `ClaimMissing`, `NotYetValid`, `Expired` or `ClaimMismatch`.
    pub fn check(&self, token: &Authentic, now: NumericDate) -> Result<(), Error> {
        let (header, claims) = (token.header(), token.claims());
        let dates = Dates::read(claims)?;
        for expectation in self.expectations() {
            expectation.check_type(claims)?;
        }
        self.check_present(header, claims)?;
        self.check_time(&dates, now)?;
        for expectation in self.expectations() {
            expectation.check_value(claims)?;
        }
        self.check_typ(header)
    }

    fn expectations(&self) -> impl Iterator<Item = Expectation<'_>> {
        [
            ("iss", self.issuer.as_deref()),
            ("aud", self.audience.as_deref()),
            ("sub", self.subject.as_ref().map(slice::from_ref)),
            ("jti", self.jwt_id.as_ref().map(slice::from_ref)),
        ]
        .into_iter()
        .filter_map(|(claim, expected)| Some(Expectation { claim, expected: expected? }))
    }

    fn check_present(&self, header: &Header, claims: &Object) -> Result<(), Error> {
        let by_age = self.max_age.map(|_| "iat");
        let expected = self.expectations().map(|expectation| expectation.claim);
        let mut names =
            self.required_claims.iter().map(String::as_str).chain(by_age).chain(expected);
        if let Some(missing) = names.find(|name| claims.get(name).is_none()) {
            return Err(Error::ClaimMissing { claim: missing.to_owned() });
        }
        match (&self.typ, header.typ()) {
            (Some(_), None) => Err(Error::ClaimMissing { claim: "typ".to_owned() }),
            _ => Ok(()),
        }
    }

    fn check_time(&self, dates: &Dates, now: NumericDate) -> Result<(), Error> {
        let tolerance = self.clock_tolerance;
        let fault = |claim, actual| Box::new(TimeFault { claim, actual, now, tolerance });
        // `now + tolerance >= date`: what has begun, as far as the clocks can tell.
        let has_begun = |date: NumericDate| now.has_reached_within(date, tolerance);
        if let Some(nbf) = dates.nbf.filter(|nbf| !has_begun(*nbf)) {
            return Err(Error::NotYetValid(fault("nbf", nbf)));
        }
        if let Some(exp) = dates.exp.filter(|exp| now.has_reached(*exp, tolerance)) {
            return Err(Error::Expired(fault("exp", exp)));
        }
        let (Some(max_age), Some(iat)) = (self.max_age, dates.iat) else { return Ok(()) };
        if !has_begun(iat) {
            return Err(Error::NotYetValid(fault("iat", iat)));
        }
        if now.has_reached(iat, max_age.saturating_add(tolerance)) {
            return Err(Error::Expired(fault("iat", iat)));
        }
        Ok(())
    }

    fn check_typ(&self, header: &Header) -> Result<(), Error> {
        let (Some(expected), Some(actual)) = (&self.typ, header.typ()) else { return Ok(()) };
        if media_type(expected).eq_ignore_ascii_case(&media_type(actual)) {
            return Ok(());
        }
        let actual = header.object().get("typ").map(Value::text).unwrap_or_default().to_owned();
        let expected = Vec::from([expected.clone()]);
        Err(Error::ClaimMismatch(Box::new(Mismatch { claim: "typ", expected, actual })))
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
        let mut values = [None; 3];
        for (name, value) in claims.members() {
            match name {
                "exp" => values[0] = Some(value),
                "nbf" => values[1] = Some(value),
                "iat" => values[2] = Some(value),
                _ => {}
            }
        }
        let [exp, nbf, iat] = values;
        Ok(Self { exp: date("exp", exp)?, nbf: date("nbf", nbf)?, iat: date("iat", iat)? })
    }
}

fn date(claim: &'static str, value: Option<Value<'_>>) -> Result<Option<NumericDate>, Error> {
    let Some(value) = value else { return Ok(None) };
    let number = (value.kind() == Kind::Number).then(|| value.text());
    number.and_then(NumericDate::from_json).map(Some).ok_or(Error::ClaimInvalid { claim })
}

/// A claim that has to be, or in the case of `aud` has to have, one of several strings.
struct Expectation<'p> {
    claim: &'static str,
    expected: &'p [String],
}

impl Expectation<'_> {
    /// Only the types of claims that somebody expects are enforced: older issuers number subjects.
    fn check_type(&self, claims: &Object) -> Result<(), Error> {
        match claims.get(self.claim) {
            Some(value) if self.strings(value).is_none() => {
                Err(Error::ClaimInvalid { claim: self.claim })
            }
            _ => Ok(()),
        }
    }

    /// Compares by code points, without folding or normalisation (RFC 7519 §7.3).
    fn check_value(&self, claims: &Object) -> Result<(), Error> {
        let Some(value) = claims.get(self.claim) else { return Ok(()) };
        let actual = self.strings(value).unwrap_or_default();
        if actual.iter().any(|actual| self.expected.iter().any(|expected| expected == actual)) {
            return Ok(());
        }
        Err(Error::ClaimMismatch(Box::new(Mismatch {
            claim: self.claim,
            expected: self.expected.to_vec(),
            actual: value.text().to_owned(),
        })))
    }

    fn strings<'c>(&self, value: Value<'c>) -> Option<Vec<Cow<'c, str>>> {
        match value.as_str() {
            Some(text) => Some(Vec::from([text])),
            None if self.claim == "aud" => value.strings(),
            None => None,
        }
    }
}

/// Puts back the `application/` that RFC 7515 §4.1.9 lets a header leave off.
fn media_type(typ: &str) -> Cow<'_, str> {
    if typ.contains('/') { Cow::Borrowed(typ) } else { Cow::Owned(["application/", typ].concat()) }
}
