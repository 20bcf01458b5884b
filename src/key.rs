//! Keys: what a signature is made and checked with.
//!
//! What a key is gets decided once, when it is made, from its own structure. From then on the key
//! decides which algorithms it takes; a token's header only chooses among them (RFC 8725 §3.1).

mod der;
mod disguise;
mod ec;
mod ed25519;
mod generate;
mod ml_dsa;
mod rsa;
mod secret;
#[cfg(test)]
#[cfg(feature = "full")]
mod tests;

mod jwk;

mod spki;

mod pkcs1;
mod sec1;

mod pkcs8;
mod x509;

mod pbes2;
mod pem;

mod export;
mod import;

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;

pub(crate) use ec::EcKey;
#[cfg(feature = "es")]
pub(crate) use ec::{Curve, Multiples as EcMultiples, Pair as EcPair, Prepared as EcPrepared};
pub(crate) use ed25519::Ed25519Key;
pub use import::DerForm;
pub(crate) use ml_dsa::MlDsaKey;
#[cfg(feature = "ml-dsa")]
pub(crate) use ml_dsa::{Pair as MlDsaPair, Prepared as MlDsaPrepared};
pub use pbes2::Pbes2;
pub(crate) use rsa::RsaKey;
#[cfg(test)]
#[cfg(feature = "full")]
pub(crate) use rsa::{PublicOperation, Random};
pub(crate) use secret::Secret;
use zeroize::Zeroizing;

use crate::algorithm::{Algorithm, Family};
use crate::error::{Error, ErrorKind, Reason};
use crate::json::{Object, Value};
use crate::numeric_date::NumericDate;

/// One key. Clones share it; its bytes are wiped when the last clone goes.
#[derive(Clone, Debug)]
pub struct Key(Arc<Inside>);

#[derive(Debug)]
struct Inside {
    material: Material,
    kid: Option<String>,
    algorithm: Option<Algorithm>,
    allow_weak: bool,
    ops: Ops,
    /// Set for an RSA key of id-RSASSA-PSS (RFC 4055 §1.2), which takes PS* only: the DER of its
    /// parameters, empty if it has none.
    pss: Option<Vec<u8>>,
    /// notBefore and notAfter of the certificate that it came in.
    validity: Option<(NumericDate, NumericDate)>,
}

impl From<Material> for Inside {
    fn from(material: Material) -> Self {
        let ops = Ops { sign: true, verify: true };
        let (kid, algorithm, pss, validity) = (None, None, None, None);
        Self { material, kid, algorithm, allow_weak: false, ops, pss, validity }
    }
}

/// What a key may be used for, as far as its JWK says.
#[derive(Clone, Copy, Debug)]
struct Ops {
    sign: bool,
    verify: bool,
}

/// The key itself, by family.
///
/// Some are larger than others, but each lies behind its own `Arc`.
#[allow(clippy::large_enum_variant)]
#[derive(Debug)]
pub(crate) enum Material {
    Secret(Secret),
    Rsa(RsaKey),
    Ec(EcKey),
    Ed25519(Ed25519Key),
    MlDsa(MlDsaKey),
    /// A key that only the host can use: WebCrypto's `CryptoKey`, known by what it takes.
    Host(Algorithm),
}

impl Material {
    fn family(&self) -> Family {
        match self {
            Self::Secret(_) => Family::Hmac,
            Self::Rsa(_) => Family::Rsa,
            Self::Ec(_) => Family::Ecdsa,
            Self::Ed25519(_) => Family::EdDsa,
            Self::MlDsa(_) => Family::MlDsa,
            Self::Host(algorithm) => algorithm.family(),
        }
    }

    /// Whether it is a key of the kind that `algorithm` wants, its length aside.
    fn is_of(&self, algorithm: Algorithm) -> bool {
        match self {
            Self::Ec(key) => key.curve().algorithm() == algorithm,
            Self::MlDsa(key) => key.algorithm() == algorithm,
            // RFC 9864 §2.2: `EdDSA` is the old name of `Ed25519`.
            Self::Host(own) if own.family() != Family::EdDsa => *own == algorithm,
            _ => self.family() == algorithm.family(),
        }
    }

    fn default_algorithm(&self) -> Option<Algorithm> {
        match self {
            Self::Secret(_) => Some(Algorithm::Hs256),
            Self::Rsa(_) => None,
            Self::Ec(key) => Some(key.curve().algorithm()),
            Self::Ed25519(_) => Some(Algorithm::EdDsa),
            Self::MlDsa(key) => Some(key.algorithm()),
            Self::Host(algorithm) => Some(*algorithm),
        }
    }

    /// Whether it can sign.
    fn is_private(&self) -> bool {
        match self {
            Self::Secret(_) | Self::Host(_) => true,
            Self::Rsa(key) => key.private().is_some(),
            Self::Ec(key) => key.private().is_some(),
            Self::Ed25519(key) => key.seed().is_some(),
            Self::MlDsa(key) => key.seed().is_some(),
        }
    }
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
        let key = Secret::new(secret).and_then(|secret| {
            Self::new(Inside { allow_weak, ..Inside::from(Material::Secret(secret)) })
        });
        key.map_err(Error::key_invalid)
    }

    /// A JSON Web Key (RFC 7517): `oct`, `RSA`, `EC`, `OKP` (Ed25519) or `AKP` (ML-DSA).
    ///
    /// A build without the key's algorithm checks its structure only, not that the parts fit.
    ///
    /// # Errors
    /// `KeyInvalid` with the reason: not a JWK, an unknown `kty`, a member that is not canonical
    /// base64url, an `alg` that does not fit, a `use` or `key_ops` for other work, an unusable key.
    pub fn from_jwk(jwk: &Object, allow_weak: bool) -> Result<Self, Error> {
        jwk::read(jwk, allow_weak)
    }

    fn new(inside: Inside) -> Result<Self, Reason> {
        let key = Self(Arc::new(inside));
        // A key that takes nothing is a mistake to report now, not at the first token.
        if Algorithm::ALL.iter().any(|algorithm| key.takes(*algorithm)) {
            Ok(key)
        } else {
            Err(Reason::ShortSecret)
        }
    }

    /// A key that the host holds, such as WebCrypto's `CryptoKey`, which takes `algorithm`. Only
    /// the calls that leave the signature to the host can use it.
    #[must_use]
    pub fn of_host(algorithm: Algorithm) -> Self {
        Self(Arc::new(Inside::from(Material::Host(algorithm))))
    }

    /// The `kid` of the JWK that it was made from.
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        self.0.kid.as_deref()
    }

    /// The algorithm that the JWK's `alg`, or the parameters of an RSASSA-PSS key, bind it to.
    #[must_use]
    pub fn algorithm(&self) -> Option<Algorithm> {
        self.0.algorithm
    }

    /// notBefore and notAfter of the X.509 certificate that it came in (RFC 5280 §4.1.2.5). Nobody
    /// here has a clock to hold against them.
    #[must_use]
    pub fn certificate_validity(&self) -> Option<(NumericDate, NumericDate)> {
        self.0.validity
    }

    /// Its family.
    #[must_use]
    pub fn family(&self) -> Family {
        self.0.material.family()
    }

    /// Whether its JWK's `key_ops` lets it verify.
    #[must_use]
    pub fn may_verify(&self) -> bool {
        self.0.ops.verify
    }

    /// Whether its JWK's `key_ops` lets it sign.
    #[must_use]
    pub fn may_sign(&self) -> bool {
        self.0.ops.sign
    }

    /// Whether it has what it takes to sign.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.0.material.is_private()
    }

    /// What it signs with if nothing else is said: RSA keys take several alike.
    pub(crate) fn default_algorithm(&self) -> Option<Algorithm> {
        self.0.algorithm.or_else(|| self.0.material.default_algorithm())
    }

    /// Whether it may be used with `algorithm`.
    #[must_use]
    pub fn takes(&self, algorithm: Algorithm) -> bool {
        let named = self.0.algorithm.is_none_or(|own| own == algorithm);
        let padded = self.0.pss.is_none() || algorithm.is_pss();
        named
            && padded
            && self.0.material.is_of(algorithm)
            && (self.0.allow_weak || self.is_long_enough(algorithm))
    }

    /// Whether only the host can use it.
    #[must_use]
    pub fn is_of_host(&self) -> bool {
        matches!(self.0.material, Material::Host(_))
    }

    /// Whether it is a secret to which nothing but its length forbids `algorithm`.
    pub(crate) fn is_too_short_for(&self, algorithm: Algorithm) -> bool {
        algorithm.family() == Family::Hmac
            && self.0.algorithm.is_none()
            && matches!(self.0.material, Material::Secret(_))
            && !self.takes(algorithm)
    }

    fn is_long_enough(&self, algorithm: Algorithm) -> bool {
        match &self.0.material {
            Material::Secret(secret) => secret.bytes().len() >= algorithm.min_secret_bytes(),
            _ => true,
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

    /// Leaves out the keys whose JWK does not let them verify.
    pub(crate) fn retain_verifying(&mut self) {
        self.keys.retain(|(_, key)| key.may_verify());
    }

    /// How many members were given, those left out included.
    #[must_use]
    pub fn seen(&self) -> usize {
        self.seen
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

    /// The keys to try for a token of this `algorithm` and `kid`, each with its index.
    pub(crate) fn fitting(
        &self,
        algorithm: Algorithm,
        kid: Option<&str>,
    ) -> impl Iterator<Item = (usize, &Key)> {
        self.keys().filter(move |(_, key)| key.takes(algorithm) && self.may_be(key, kid))
    }

    /// Whether a token with this `kid` may be tried with `key`: a key without `kid` may be anyone's.
    pub(crate) fn may_be(&self, key: &Key, kid: Option<&str>) -> bool {
        match (self.chooses_by_kid, kid, key.kid()) {
            (true, Some(wanted), Some(own)) => wanted == own,
            _ => true,
        }
    }
}
