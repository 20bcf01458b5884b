//! Compact JWS: RFC 7515 §3.1, `header.payload.signature`.
//!
//! [`Unverified::parse`] settles the form, [`Unverified::authenticate`] the signature. Inside
//! `verify` nothing can reach the claims in between.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::{Error, ErrorKind, KeySearch, Part, Reason};
use crate::header::Header;
use crate::json::Object;
use crate::key::{Key, KeySet};
use crate::signature;

/// The longest token taken if the caller does not say otherwise, in bytes.
pub const MAX_TOKEN_BYTES: usize = 256 * 1024;

/// A token whose form is right. Whether anything in it is true is not known.
#[derive(Debug)]
pub struct Unverified<'t> {
    signing_input: &'t [u8],
    header: Arc<Header>,
    claims: Object,
    signature: Vec<u8>,
}

/// A token whose signature holds.
#[derive(Debug)]
pub struct Authentic {
    header: Arc<Header>,
    claims: Object,
    key_index: usize,
}

/// A signature that the host's crypto has to check.
#[derive(Debug)]
pub struct Delegated<'t> {
    /// What it is checked with.
    pub algorithm: Algorithm,
    /// The keys to try, in order, each by its place in the set.
    pub key_indexes: Vec<usize>,
    /// Whether this build could not check it itself.
    pub needs_host: bool,
    /// What was signed: the first two segments and the dot between them.
    pub signing_input: &'t [u8],
    /// The signature's bytes.
    pub signature: Vec<u8>,
}

/// The header read last: one issuer's tokens repeat theirs letter by letter.
///
/// It holds public data only, and a segment of the same letters has the same meaning.
#[derive(Debug, Default)]
pub(crate) struct HeaderMemo(Option<(Vec<u8>, Arc<Header>)>);

impl HeaderMemo {
    /// How long the header segment of `token` is, if it is the remembered one.
    fn length_in(&self, token: &[u8]) -> Option<usize> {
        let (text, _) = self.0.as_ref()?;
        (token.strip_prefix(text.as_slice())?.first() == Some(&b'.')).then_some(text.len())
    }

    fn parse(&mut self, segment: &[u8]) -> Result<Arc<Header>, Error> {
        match &self.0 {
            Some((text, header)) if text == segment => Ok(Arc::clone(header)),
            _ => {
                let bytes = decode_segment(segment, Part::Header)?;
                let header = Arc::new(Header::parse(bytes)?);
                self.0 = Some((segment.to_vec(), Arc::clone(&header)));
                Ok(header)
            }
        }
    }
}

impl<'t> Unverified<'t> {
    /// Reads the form of `token`: exactly three canonical base64url segments, the first two of them
    /// UTF-8 JSON objects without duplicate names.
    ///
    /// - `max_bytes`: the longest token taken; [`MAX_TOKEN_BYTES`] is a good one.
    ///
    /// # Errors
    /// `Malformed` with part and reason. A token of five segments has the reason `jwe`.
    pub fn parse(token: &'t [u8], max_bytes: usize) -> Result<Self, Error> {
        Self::parse_with(token, max_bytes, &mut HeaderMemo::default())
    }

    pub(crate) fn parse_with(
        token: &'t [u8],
        max_bytes: usize,
        memo: &mut HeaderMemo,
    ) -> Result<Self, Error> {
        if token.len() > max_bytes {
            return Err(Error::malformed(Part::Token, Reason::TooLarge));
        }
        let segments = segments(token, memo).ok_or_else(|| not_three_segments(token))?;
        Self::parse_segments(token, segments, memo).map_err(|error| {
            // Looked for only now: a dot too many is foreign to base64url as well.
            let [_, payload, _] = segments;
            if payload.contains(&b'.') { not_three_segments(token) } else { error }
        })
    }

    fn parse_segments(
        token: &'t [u8],
        [header, payload, signature]: [&'t [u8]; 3],
        memo: &mut HeaderMemo,
    ) -> Result<Self, Error> {
        let signing_input = token.get(..header.len() + 1 + payload.len()).unwrap_or_default();
        let header = memo.parse(header)?;
        let claims = Object::parse(decode_segment(payload, Part::Payload)?)
            .map_err(|reason| Error::malformed(Part::Payload, reason))?;
        let signature = decode_segment(signature, Part::Signature)?;
        Ok(Self { signing_input, header, claims, signature })
    }

    /// Checks the signature with the keys that fit.
    ///
    /// - `allowed`: narrows what the keys take; `None` does not narrow, an empty list allows nothing.
    ///
    /// # Errors
    /// In this order: `Malformed` (`crit`), `CritUnsupported`, `AlgUnsupported`, `AlgNotAllowed`,
    /// `KeyNotFound`, `SignatureInvalid`.
    pub fn authenticate(
        self,
        keys: &KeySet,
        allowed: Option<&[Algorithm]>,
    ) -> Result<Authentic, Error> {
        let algorithm = self.admitted(allowed, Algorithm::is_in_this_build)?;
        let mut tried = false;
        let mut fitting = keys.fitting(algorithm, self.header.kid());
        let found = fitting.find(|(_, key)| {
            tried |= !key.is_of_host();
            signature::verify(algorithm, key, self.signing_input, &self.signature)
        });
        match found.map(|(key_index, _)| key_index) {
            Some(key_index) => {
                drop(fitting);
                Ok(Authentic { header: self.header, claims: self.claims, key_index })
            }
            None if tried => Err(ErrorKind::SignatureInvalid.into()),
            None => Err(no_key(&self.header, keys, algorithm)),
        }
    }

    /// The algorithm, if `crit` allows to go on and it is one that is known and allowed.
    fn admitted(
        &self,
        allowed: Option<&[Algorithm]>,
        is_known: fn(Algorithm) -> bool,
    ) -> Result<Algorithm, Error> {
        self.header.check_critical()?;
        let Some(algorithm) = self.header.algorithm().filter(|algorithm| is_known(*algorithm))
        else {
            return Err(Error::alg_unsupported(&self.header.alg()));
        };
        if allowed.is_some_and(|allowed| !allowed.contains(&algorithm)) {
            return Err(Error::alg_not_allowed(&self.header.alg()));
        }
        Ok(algorithm)
    }

    /// What the host needs to check the signature in this one's place, with the keys that fit.
    ///
    /// # Errors
    /// As [`Unverified::authenticate`], but of `SignatureInvalid` only what its length tells; every
    /// known algorithm is supported, for it is the host that has to have it.
    pub(crate) fn delegate(
        self,
        keys: &KeySet,
        allowed: Option<&[Algorithm]>,
    ) -> Result<Delegated<'t>, Error> {
        let algorithm = self.admitted(allowed, |_| true)?;
        let fitting = || keys.fitting(algorithm, self.header.kid());
        let key_indexes: Vec<usize> = fitting().map(|(index, _)| index).collect();
        if key_indexes.is_empty() {
            return Err(no_key(&self.header, keys, algorithm));
        }
        // Some hosts throw where the signature cannot be one.
        if algorithm.signature_bytes().is_some_and(|bytes| bytes != self.signature.len()) {
            return Err(ErrorKind::SignatureInvalid.into());
        }
        let needs_host =
            !algorithm.is_in_this_build() || fitting().any(|(_, key)| key.is_of_host());
        let Self { signing_input, signature, .. } = self;
        Ok(Delegated { algorithm, key_indexes, needs_host, signing_input, signature })
    }

    /// Takes the host's word for it: its crypto has found the signature to hold under the key at
    /// `key_index`, or under none.
    ///
    /// # Errors
    /// `SignatureInvalid` if it is none, or no key that [`Unverified::delegate`] gives.
    pub(crate) fn vouched_for(
        self,
        keys: &KeySet,
        allowed: Option<&[Algorithm]>,
        key_index: Option<usize>,
    ) -> Result<Authentic, Error> {
        let algorithm = self.admitted(allowed, |_| true)?;
        let mut fitting = keys.fitting(algorithm, self.header.kid());
        match key_index.filter(|wanted| fitting.any(|(index, _)| index == *wanted)) {
            Some(key_index) => {
                drop(fitting);
                Ok(Authentic { header: self.header, claims: self.claims, key_index })
            }
            None => Err(ErrorKind::SignatureInvalid.into()),
        }
    }

    /// The header, unverified.
    #[must_use]
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The claims, unverified: for showing, never for deciding.
    #[must_use]
    pub fn unverified_claims(&self) -> &Object {
        &self.claims
    }

    /// The signature's bytes.
    #[must_use]
    pub fn signature(&self) -> &[u8] {
        &self.signature
    }
}

impl Authentic {
    /// The header, signed.
    #[must_use]
    pub fn header(&self) -> &Arc<Header> {
        &self.header
    }

    /// The claims, signed. Whether the token is in force is for a `Policy` to say.
    #[must_use]
    pub fn claims(&self) -> &Object {
        &self.claims
    }

    /// Which key the signature held under: its place in the set, counted from 0.
    #[must_use]
    pub fn key_index(&self) -> usize {
        self.key_index
    }

    /// Not authentic at all, for who shows what a policy would say of it.
    #[cfg(feature = "inspect")]
    pub(crate) fn assumed(header: &Arc<Header>, claims: Object) -> Self {
        Self { header: Arc::clone(header), claims, key_index: 0 }
    }

    pub(crate) fn into_parts(self) -> (Arc<Header>, Object, usize) {
        (self.header, self.claims, self.key_index)
    }
}

/// The signing input: `header_segment` is already base64url, `payload` is JSON text.
pub(crate) fn signing_input(header_segment: &[u8], payload: &str) -> Vec<u8> {
    let mut token = Vec::with_capacity(header_segment.len() + payload.len() * 4 / 3 + 96);
    token.extend_from_slice(header_segment);
    token.push(b'.');
    base64url::encode_onto(payload.as_bytes(), &mut token);
    token
}

/// Signs a signing input, which becomes the token.
pub(crate) fn sign(
    algorithm: Algorithm,
    key: &Key,
    mut token: Vec<u8>,
    random: &[u8],
) -> Result<String, Error> {
    let signature = signature::sign(algorithm, key, &token, random)?;
    token.push(b'.');
    base64url::encode_onto(&signature, &mut token);
    Ok(String::from_utf8(token).unwrap_or_default())
}

/// Why no key is left to try.
#[cold]
pub(crate) fn no_key(header: &Header, keys: &KeySet, algorithm: Algorithm) -> Error {
    let kid = header.kid();
    let taken = keys.keys().any(|(_, key)| key.takes(algorithm));
    if taken && !keys.keys().any(|(_, key)| keys.may_be(key, kid)) {
        let offered = keys.keys().filter_map(|(_, key)| key.kid().map(ToOwned::to_owned));
        let search = KeySearch { kid: kid.map(ToOwned::to_owned), offered: offered.collect() };
        ErrorKind::KeyNotFound(search).into()
    } else {
        Error::alg_not_allowed(&header.alg())
    }
}

/// Cuts at the first and the last dot. What lies between may hold more.
fn segments<'t>(token: &'t [u8], memo: &HeaderMemo) -> Option<[&'t [u8]; 3]> {
    let is_dot = |byte: &u8| *byte == b'.';
    let first = memo.length_in(token).or_else(|| token.iter().position(is_dot))?;
    let last = token.iter().rposition(is_dot)?;
    Some([token.get(..first)?, token.get(first + 1..last)?, token.get(last + 1..)?])
}

/// What a token is that does not have three segments.
#[cold]
fn not_three_segments(token: &[u8]) -> Error {
    let dots = token.iter().filter(|byte| **byte == b'.').take(5).count();
    Error::malformed(
        Part::Token,
        if dots == 4 {
            Reason::Jwe
        } else if token.trim_ascii_start().starts_with(b"{") {
            Reason::JsonSerialization
        } else {
            Reason::NotCompact
        },
    )
}

fn decode_segment(segment: &[u8], part: Part) -> Result<Vec<u8>, Error> {
    base64url::decode(segment).map_err(|reason| Error::malformed(part, reason))
}
