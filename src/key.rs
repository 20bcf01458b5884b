//! Keys: what a signature is made and checked with.
//!
//! What a key is gets decided once, when it is made, from its own structure. From then on the key
//! decides which algorithms it takes; a token's header only chooses among them (RFC 8725 §3.1).

mod disguise;
mod jwk;
mod secret;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub(crate) use secret::Secret;
use zeroize::Zeroizing;

use crate::algorithm::{Algorithm, Family};
use crate::error::{Error, ErrorKind, Reason};
use crate::json::{Object, Value};

/// One key. Clones share it; its bytes are wiped when the last clone goes.
#[derive(Clone, Debug)]
pub struct Key(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    material: Material,
    kid: Option<String>,
    algorithm: Option<Algorithm>,
    allow_weak: bool,
}

/// The key itself, by family.
#[derive(Debug)]
pub(crate) enum Material {
    Secret(Secret),
}

impl Key {
    /// A secret for HS256, HS384 and HS512, as far as its length allows (RFC 7518 §3.2).
    ///
    /// - `allow_weak`: takes a secret shorter than the hash.
    ///
    /// # Errors
    /// `KeyInvalid` if it is empty, shorter than 32 bytes, or another key's text or DER: a public
    /// key used as a secret would let anyone sign.
    pub fn from_secret(secret: &[u8], allow_weak: bool) -> Result<Self, Error> {
        if let Some(reason) = disguise::unmask(secret) {
            return Err(Error::key_invalid(reason));
        }
        Self::new(Material::Secret(Secret::new(secret)?), None, None, allow_weak)
    }

    /// A JSON Web Key (RFC 7517): `oct` in this build.
    ///
    /// # Errors
    /// `KeyInvalid` with the reason: not a JWK, a `kty` not in this build, a member that is not
    /// canonical base64url, an `alg` that does not fit, a `use` or `key_ops` for other work.
    pub fn from_jwk(jwk: &Object, allow_weak: bool) -> Result<Self, Error> {
        jwk::read(jwk, allow_weak)
    }

    fn new(
        material: Material,
        kid: Option<String>,
        algorithm: Option<Algorithm>,
        allow_weak: bool,
    ) -> Result<Self, Error> {
        let key = Self(Arc::new(Inside { material, kid, algorithm, allow_weak }));
        // A key that takes nothing is a mistake to report now, not at the first token.
        if Algorithm::ALL.iter().any(|algorithm| key.takes(*algorithm)) {
            Ok(key)
        } else {
            Err(Error::key_invalid(Reason::ShortSecret))
        }
    }

    /// The `kid` of the JWK that it was made from.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        self.0.kid.as_deref()
    }

    /// The algorithm that the JWK's `alg` binds it to.
    #[must_use]
    pub fn algorithm(&self) -> Option<Algorithm> {
        self.0.algorithm
    }

    /// Its family.
    #[must_use]
    pub fn family(&self) -> Family {
        match self.0.material {
            Material::Secret(_) => Family::Hmac,
        }
    }

    /// Whether it may be used with `algorithm`.
    #[must_use]
    pub fn takes(&self, algorithm: Algorithm) -> bool {
        let named = self.0.algorithm.is_none_or(|own| own == algorithm);
        named
            && algorithm.family() == self.family()
            && (self.0.allow_weak || self.is_long_enough(algorithm))
    }

    fn is_long_enough(&self, algorithm: Algorithm) -> bool {
        match &self.0.material {
            Material::Secret(secret) => secret.bytes().len() >= algorithm.min_secret_bytes(),
        }
    }

    pub(crate) fn material(&self) -> &Material {
        &self.0.material
    }
}

/// The keys that a token may be verified with, in order.
#[derive(Clone, Debug, Default)]
pub struct KeySet {
    /// With the index that the caller knows each by: members that cannot serve are left out.
    keys: Vec<(usize, Key)>,
    /// How many members were seen, those left out included.
    seen: usize,
    /// A single key ignores `kid`; a set chooses by it.
    chooses_by_kid: bool,
}

impl From<Key> for KeySet {
    fn from(key: Key) -> Self {
        Self { keys: Vec::from([(0, key)]), seen: 1, chooses_by_kid: false }
    }
}

impl KeySet {
    /// A set to which keys are added; a token's `kid` chooses among them.
    #[must_use]
    pub fn new() -> Self {
        Self { chooses_by_kid: true, ..Self::default() }
    }

    /// Adds a key at the end.
    pub fn push(&mut self, key: Key) {
        self.keys.push((self.seen, key));
        self.seen += 1;
    }

    /// A JWK as a single key, or a JWK Set (RFC 7517 §5) with every member that this build can use.
    ///
    /// - `several`: there are others, so a JWK made for other work (`use`, `key_ops`) counts as seen
    ///   but is left out.
    ///
    /// # Errors
    /// `KeyInvalid` as [`Key::from_jwk`] gives it; the first member's if no member is usable.
    pub fn from_json(json: &Object, allow_weak: bool, several: bool) -> Result<Self, Error> {
        let Some(members) = json.get("keys").and_then(Value::elements) else {
            let unfit = ErrorKind::KeyInvalid { reason: Reason::NotForSigning };
            return match Key::from_jwk(json, allow_weak) {
                Err(error) if several && *error.kind() == unfit => {
                    Ok(Self { seen: 1, ..Self::new() })
                }
                key => key.map(Self::from),
            };
        };
        let mut set = Self::new();
        let mut fault = None;
        for member in members {
            let jwk = member.as_object().map(Zeroizing::new);
            let jwk = jwk.ok_or_else(|| Error::key_invalid(Reason::NotJwk));
            match jwk.and_then(|jwk| Key::from_jwk(&jwk, allow_weak)) {
                Ok(key) => set.push(key),
                Err(error) => {
                    set.seen += 1;
                    fault.get_or_insert(error);
                }
            }
        }
        match fault {
            Some(error) if set.keys.is_empty() => Err(error),
            _ => Ok(set),
        }
    }

    /// Adds all keys of `other` at the end.
    pub fn append(&mut self, other: &KeySet) {
        for (index, key) in &other.keys {
            self.keys.push((self.seen + index, key.clone()));
        }
        self.seen += other.seen;
    }

    /// The keys, each with the index that the caller knows it by.
    pub fn keys(&self) -> impl Iterator<Item = (usize, &Key)> {
        self.keys.iter().map(|(index, key)| (*index, key))
    }

    /// The key, if it is the only one.
    #[must_use]
    pub fn single(&self) -> Option<&Key> {
        match self.keys.as_slice() {
            [(_, key)] => Some(key),
            _ => None,
        }
    }

    /// Whether a token with this `kid` may be tried with `key`: a key without `kid` may be anyone's.
    pub(crate) fn may_be(&self, key: &Key, kid: Option<&str>) -> bool {
        match (self.chooses_by_kid, kid, key.kid()) {
            (true, Some(wanted), Some(own)) => wanted == own,
            _ => true,
        }
    }
}
