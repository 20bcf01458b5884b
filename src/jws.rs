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
        self.header.check_critical()?;
        let algorithm = self.header.algorithm().filter(|algorithm| algorithm.is_in_this_build());
        let Some(algorithm) = algorithm else {
            return Err(Error::alg_unsupported(&self.header.alg()));
        };
        if allowed.is_some_and(|allowed| !allowed.contains(&algorithm)) {
            return Err(Error::alg_not_allowed(&self.header.alg()));
        }

        let kid = self.header.kid();
        let (mut taken, mut found, mut tried) = (false, false, false);
        for (key_index, key) in keys.keys() {
            let takes = key.takes(algorithm);
            let may_be = keys.may_be(key, kid);
            let fits = takes && may_be;
            if fits && signature::verify(algorithm, key, self.signing_input, &self.signature) {
                return Ok(Authentic { header: self.header, claims: self.claims, key_index });
            }
            taken |= takes;
            found |= may_be;
            tried |= fits;
        }
        if tried {
            Err(ErrorKind::SignatureInvalid.into())
        } else if taken && !found {
            let offered = keys.keys().filter_map(|(_, key)| key.kid().map(ToOwned::to_owned));
            let search = KeySearch { kid: kid.map(ToOwned::to_owned), offered: offered.collect() };
            Err(ErrorKind::KeyNotFound(search).into())
        } else {
            Err(Error::alg_not_allowed(&self.header.alg()))
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

    pub(crate) fn into_parts(self) -> (Arc<Header>, Object, usize) {
        (self.header, self.claims, self.key_index)
    }
}

/// Signs the payload: `header_segment` is already base64url, `payload` is JSON text.
pub(crate) fn sign(
    algorithm: Algorithm,
    key: &Key,
    header_segment: &[u8],
    payload: &str,
) -> Result<String, Error> {
    let mut token = Vec::with_capacity(header_segment.len() + payload.len() * 4 / 3 + 96);
    token.extend_from_slice(header_segment);
    token.push(b'.');
    base64url::encode_onto(payload.as_bytes(), &mut token);
    let signature = signature::sign(algorithm, key, &token)
        .ok_or_else(|| Error::alg_unsupported(algorithm.name()))?;
    token.push(b'.');
    base64url::encode_onto(&signature, &mut token);
    Ok(String::from_utf8(token).unwrap_or_default())
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
