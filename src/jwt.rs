//! JSON Web Tokens: RFC 7519. The whole line, forwards in [`Verifier`] and backwards in [`Signer`].

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::time::Duration;

use crate::algorithm::Algorithm;
use crate::base64url;
use crate::claims::{Dates, Policy, Validity};
use crate::error::{Error, Part, Reason};
use crate::header::Header;
use crate::json::{Members, Object};
use crate::jws::{self, Authentic, Delegated, HeaderMemo, MAX_TOKEN_BYTES, Unverified};
use crate::key::{Key, KeySet};
use crate::numeric_date::NumericDate;

/// Reads a token's form and checks nothing else: neither signature, `alg` nor time.
///
/// # Errors
/// `Malformed`, exactly where [`Verifier::verify`] gives it for the form.
pub fn decode(token: &[u8], max_token_bytes: usize) -> Result<Unverified<'_>, Error> {
    Unverified::parse(token, max_token_bytes)
}

/// How tokens are verified.
#[derive(Clone, Debug)]
pub struct VerifyOptions {
    /// Narrows what the keys take. `None` does not narrow; an empty list allows nothing.
    pub algorithms: Option<Vec<Algorithm>>,
    /// What the claims have to satisfy.
    pub policy: Policy,
    /// The longest token taken, in bytes.
    pub max_token_bytes: usize,
}

impl Default for VerifyOptions {
    fn default() -> Self {
        Self { algorithms: None, policy: Policy::default(), max_token_bytes: MAX_TOKEN_BYTES }
    }
}

/// Keys and options, read once to verify many tokens.
#[derive(Debug)]
pub struct Verifier {
    keys: KeySet,
    options: VerifyOptions,
    memo: HeaderMemo,
}

/// A token that is authentic and satisfies the policy.
#[derive(Debug)]
pub struct Verified {
    header: Arc<Header>,
    claims: Object,
    key_index: usize,
    validity: Validity,
}

impl Verifier {
    /// # Errors
    /// - `KeyNotFound` if the set is empty.
    /// - `KeyInvalid` if none of the keys may verify, or if `options.algorithms` asks for a secret
    ///   longer than any given.
    pub fn new(mut keys: KeySet, options: VerifyOptions) -> Result<Self, Error> {
        if keys.keys().next().is_none() {
            return Err(Error::no_key());
        }
        keys.retain_verifying();
        if keys.keys().next().is_none() {
            return Err(Error::key_invalid(Reason::NotForSigning));
        }
        // Such a verifier could only ever refuse, and each token would seem to be at fault.
        let (mut asked, mut usable) = (false, false);
        for algorithm in options.algorithms.iter().flatten() {
            for (_, key) in keys.keys() {
                asked |= key.is_too_short_for(*algorithm);
                usable |= key.takes(*algorithm);
            }
        }
        if asked && !usable {
            return Err(Error::key_invalid(Reason::ShortSecret));
        }
        Ok(Self { keys, options, memo: HeaderMemo::default() })
    }

    /// The `kid` of the key at `index`.
    #[must_use]
    pub fn kid(&self, index: usize) -> Option<&str> {
        self.key(index).and_then(Key::kid)
    }

    /// Verifies `token` at the time `now`.
    ///
    /// In this order: form, critical extensions, `alg`, key, signature, claims.
    ///
    /// - `token`: compact JWS, `header.payload.signature`
    ///
    /// # Errors
    /// The first fault. Every code but `KeyInvalid` can come.
    ///
    /// RFC 7519 §7.2, RFC 8725 §3.
    pub fn verify(&mut self, token: &[u8], now: NumericDate) -> Result<Verified, Error> {
        let unverified =
            Unverified::parse_with(token, self.options.max_token_bytes, &mut self.memo)?;
        let authentic = unverified.authenticate(&self.keys, self.options.algorithms.as_deref())?;
        self.check(authentic, now)
    }

    /// The first half of verifying where the host's crypto checks the signature: everything up to it.
    ///
    /// # Errors
    /// As [`Verifier::verify`], for what comes before the signature.
    pub fn delegate<'t>(&mut self, token: &'t [u8]) -> Result<Delegated<'t>, Error> {
        let unverified =
            Unverified::parse_with(token, self.options.max_token_bytes, &mut self.memo)?;
        unverified.delegate(&self.keys, self.options.algorithms.as_deref())
    }

    /// The second half: everything after the signature, which the host has found to hold under the
    /// key at `key_index`, or under none. The host's word is taken for it, so it must be its crypto's.
    ///
    /// # Errors
    /// As [`Verifier::verify`]; `SignatureInvalid` if it was none.
    pub fn verify_vouched(
        &mut self,
        token: &[u8],
        key_index: Option<usize>,
        now: NumericDate,
    ) -> Result<Verified, Error> {
        let unverified =
            Unverified::parse_with(token, self.options.max_token_bytes, &mut self.memo)?;
        let allowed = self.options.algorithms.as_deref();
        let authentic = unverified.vouched_for(&self.keys, allowed, key_index)?;
        self.check(authentic, now)
    }

    fn check(&self, authentic: Authentic, now: NumericDate) -> Result<Verified, Error> {
        let validity = self.options.policy.check(&authentic, now)?;
        let (header, claims, key_index) = authentic.into_parts();
        Ok(Verified { header, claims, key_index, validity })
    }

    /// The key at `index`.
    #[must_use]
    pub fn key(&self, index: usize) -> Option<&Key> {
        self.keys.keys().find(|(at, _)| *at == index).map(|(_, key)| key)
    }
}

impl Verified {
    /// The header.
    #[must_use]
    pub fn header(&self) -> &Arc<Header> {
        &self.header
    }

    /// The claims.
    #[must_use]
    pub fn claims(&self) -> &Object {
        &self.claims
    }

    /// The claims, without the rest.
    #[must_use]
    pub fn into_claims(self) -> Object {
        self.claims
    }

    /// Which key the signature held under: its place in the set, counted from 0.
    #[must_use]
    pub fn key_index(&self) -> usize {
        self.key_index
    }

    /// The times at which the token would be taken just the same: what a cache has to check.
    #[must_use]
    pub fn validity(&self) -> Validity {
        self.validity
    }
}

/// How tokens are made. Nothing is added that is not asked for.
#[derive(Clone, Debug, Default)]
pub struct EncodeOptions {
    /// Default: what the JWK's `alg` says, or HS256 for a secret, the curve's for EC, `EdDSA` for
    /// Ed25519, the key's own for ML-DSA. An RSA key has none.
    pub algorithm: Option<Algorithm>,
    /// Further header members. They cannot give `alg`.
    pub header: Object,
    /// Adds `iat`: now, in whole seconds.
    pub issued_at: bool,
    /// Adds `exp`, so long after `iat` or, without one, now.
    pub expires_in: Option<Duration>,
    /// Adds `nbf`, so long after `iat` or, without one, now.
    pub not_before: Option<Duration>,
    /// Adds these claims as they stand.
    pub claims: Object,
}

/// A key and options, read once to sign many tokens.
#[derive(Debug)]
pub struct Signer {
    key: Key,
    algorithm: Algorithm,
    header_segment: Vec<u8>,
    options: EncodeOptions,
}

impl Signer {
    /// # Errors
    /// - `AlgNotAllowed`, `KeyInvalid`: the key does not take it, is too short for it, or is public.
    /// - `Malformed`, `CritUnsupported`: `options.header` makes a header that would not verify.
    /// - `Malformed` with part `option`: an RSA key takes several algorithms, and none is named.
    pub fn new(key: Key, options: EncodeOptions) -> Result<Self, Error> {
        let algorithm = options.algorithm.or_else(|| key.default_algorithm());
        let algorithm =
            algorithm.ok_or_else(|| Error::malformed(Part::Option, Reason::AlgorithmNeeded))?;
        check_key(&key, algorithm)?;
        let header_segment = header_segment(algorithm, &options.header)?;
        Ok(Self { key, algorithm, header_segment, options })
    }

    /// Signs `claims`.
    ///
    /// - `claims`: a JSON object, as text. It is signed as it stands, with what the options add at its
    ///   end.
    /// - `jwt_id`: adds `jti`.
    /// - `random`: as many bytes as [`Algorithm::random_bytes`] says, or more, of the host's
    ///   cryptographic generator, for this call alone. What takes none ignores them.
    ///
    /// # Errors
    /// - `AlgUnsupported`: the algorithm is not in this build.
    /// - `Malformed` with part `payload`: no JSON object, or a claim given twice.
    /// - `ClaimInvalid`: `exp`, `nbf` or `iat` is no `NumericDate`.
    /// - `KeyInvalid`: the key is public, or too few random bytes.
    ///
    /// RFC 7519 §7.1.
    pub fn encode(
        &self,
        claims: &str,
        now: NumericDate,
        jwt_id: Option<&str>,
        random: &[u8],
    ) -> Result<String, Error> {
        if self.needs_host() {
            return Err(Error::alg_unsupported(self.algorithm.name()));
        }
        jws::sign(self.algorithm, &self.key, self.delegate(claims, now, jwt_id)?, random)
    }

    /// The signing input of `claims`, for the host's crypto to sign. A dot and the signature in
    /// base64url make it a token.
    ///
    /// # Errors
    /// As [`Signer::encode`], but for `AlgUnsupported`.
    pub fn delegate(
        &self,
        claims: &str,
        now: NumericDate,
        jwt_id: Option<&str>,
    ) -> Result<Vec<u8>, Error> {
        let own = Object::parse(claims.as_bytes().to_vec())
            .map_err(|reason| Error::malformed(Part::Payload, reason))?;
        let now = now.floor();
        let from = Dates::read(&own)?.iat.unwrap_or(now);
        let EncodeOptions { claims, issued_at, expires_in, not_before, .. } = &self.options;
        let mut added = Members::default();
        for (name, value) in claims.members() {
            let name = name.as_str();
            refuse_twice(&name, &[&own])?;
            added.name(&name).push_str(value.text());
        }
        for (name, date) in [
            ("exp", expires_in.map(|duration| from.checked_add(duration))),
            ("nbf", not_before.map(|duration| from.checked_add(duration))),
            ("iat", issued_at.then_some(Some(now))),
        ] {
            if let Some(date) = date {
                refuse_twice(name, &[&own, claims])?;
                date.ok_or_else(|| Error::claim_invalid(name))?.write_onto(added.name(name));
            }
        }
        if let Some(jwt_id) = jwt_id {
            refuse_twice("jti", &[&own, claims])?;
            added.string("jti", jwt_id);
        }
        Ok(jws::signing_input(&self.header_segment, &added.onto(own)))
    }

    /// Whether this build cannot sign itself, with this key and algorithm.
    #[must_use]
    pub fn needs_host(&self) -> bool {
        self.key.is_of_host() || !self.algorithm.is_in_this_build()
    }

    /// The algorithm that it signs with.
    #[must_use]
    pub fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    /// The key that it signs with.
    #[must_use]
    pub fn key(&self) -> &Key {
        &self.key
    }
}

/// A claim that is given already cannot be added.
fn refuse_twice(name: &str, given: &[&Object]) -> Result<(), Error> {
    if given.iter().any(|object| object.get(name).is_some()) {
        return Err(Error::malformed(Part::Payload, Reason::DuplicateName));
    }
    Ok(())
}

fn check_key(key: &Key, algorithm: Algorithm) -> Result<(), Error> {
    if !key.may_sign() {
        Err(Error::key_invalid(Reason::NotForSigning))
    } else if key.takes(algorithm) {
        if key.is_private() { Ok(()) } else { Err(Error::key_invalid(Reason::NoPrivate)) }
    } else if key.is_too_short_for(algorithm) {
        Err(Error::key_invalid(Reason::ShortSecret))
    } else {
        Err(Error::alg_not_allowed(algorithm.name()))
    }
}

/// `{"alg":…,"typ":"JWT"}` and the caller's members, in base64url, checked as a verifier would.
fn header_segment(algorithm: Algorithm, extra: &Object) -> Result<Vec<u8>, Error> {
    let mut members = Members::default();
    members.string("alg", algorithm.name());
    if extra.get("typ").is_none() {
        members.string("typ", "JWT");
    }
    for (name, value) in extra.members() {
        members.name(&name.as_str()).push_str(value.text());
    }
    let text = members.into_object();
    let mut segment = Vec::new();
    base64url::encode_onto(text.as_bytes(), &mut segment);
    Header::parse(text.into_bytes())?.check_critical()?;
    Ok(segment)
}
