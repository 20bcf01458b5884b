//! JSON Web Keys: RFC 7517, RFC 7518 §6, RFC 8037 §2, RFC 8812 §3, RFC 9964 §3.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::ec::{Curve, EcKey};
use super::ed25519::Ed25519Key;
use super::ml_dsa::MlDsaKey;
use super::rsa::{RsaKey, RsaPrivate};
use super::{Inside, Key, Material, Ops, Secret};
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::{Error, Reason};
use crate::json::{Kind, Object, Value};

/// Reads a JWK. Unknown members are ignored (RFC 7517 §4).
pub(super) fn read(jwk: &Object, allow_weak: bool) -> Result<Key, Error> {
    read_parts(jwk, allow_weak).map_err(Error::key_invalid)
}

fn read_parts(jwk: &Object, allow_weak: bool) -> Result<Key, Reason> {
    let kty = string(jwk, "kty")?.ok_or(Reason::NotJwk)?;
    let ops = read_ops(jwk)?;
    if !ops.sign && !ops.verify {
        return Err(Reason::NotForSigning);
    }
    let material = if kty.is("oct") {
        Material::Secret(Secret::new(&required(jwk, "k")?)?)
    } else if kty.is("RSA") {
        Material::Rsa(rsa(jwk)?)
    } else if kty.is("EC") {
        Material::Ec(ec(jwk)?)
    } else if kty.is("OKP") {
        Material::Ed25519(ed25519(jwk)?)
    } else if kty.is("AKP") {
        Material::MlDsa(ml_dsa(jwk)?)
    } else {
        return Err(Reason::KtyUnsupported);
    };
    // An `alg` that is no signature algorithm at all cannot fit either (RFC 7517 §4.4).
    let algorithm = match string(jwk, "alg")?.map(Algorithm::from_json) {
        None => None,
        Some(Some(algorithm)) if material.is_of(algorithm) => Some(algorithm),
        Some(_) => return Err(Reason::AlgUnfit),
    };
    let kid = string(jwk, "kid")?.and_then(Value::as_str).map(Cow::into_owned);
    Key::new(Inside { kid, algorithm, allow_weak, ops, ..Inside::from(material) })
}

fn rsa(jwk: &Object) -> Result<RsaKey, Reason> {
    let (n, e) = (required(jwk, "n")?, required(jwk, "e")?);
    if jwk.get("oth").is_some() {
        return Err(Reason::MultiPrime);
    }
    let Some(d) = bytes(jwk, "d")? else { return RsaKey::new(&n, &e, None) };
    let mut primes = Vec::new();
    for name in ["p", "q", "dp", "dq", "qi"] {
        primes.extend(bytes(jwk, name)?);
    }
    // All or none (RFC 7518 §6.3.2).
    let primes =
        if primes.is_empty() { None } else { Some(primes.try_into().map_err(|_| Reason::NotJwk)?) };
    RsaKey::new(&n, &e, Some(RsaPrivate { d, primes }))
}

fn ec(jwk: &Object) -> Result<EcKey, Reason> {
    let crv = string(jwk, "crv")?.ok_or(Reason::NotJwk)?;
    let curve = Curve::ALL.into_iter().find(|curve| crv.is(curve.name()));
    let curve = curve.ok_or(Reason::CurveUnsupported)?;
    let (x, y) = (required(jwk, "x")?, required(jwk, "y")?);
    // Exactly as long as the field (RFC 7518 §6.2.1.2).
    if x.len() != curve.field_bytes() || y.len() != x.len() {
        return Err(Reason::Point);
    }
    let point = [&[4], x.as_slice(), y.as_slice()].concat();
    let private = bytes(jwk, "d")?;
    EcKey::new(curve, Some(&point), private.as_ref().map(|private| private.as_slice()))
}

fn ed25519(jwk: &Object) -> Result<Ed25519Key, Reason> {
    if !string(jwk, "crv")?.ok_or(Reason::NotJwk)?.is("Ed25519") {
        return Err(Reason::CurveUnsupported);
    }
    let (x, d) = (required(jwk, "x")?, bytes(jwk, "d")?);
    Ed25519Key::new(Some(&x), d.as_ref().map(|d| d.as_slice()))
}

fn ml_dsa(jwk: &Object) -> Result<MlDsaKey, Reason> {
    // The only kind of key whose `alg` is required: nothing else names its parameters (RFC 9964 §3).
    let alg = string(jwk, "alg")?.ok_or(Reason::NotJwk)?;
    let algorithm = Algorithm::from_json(alg).ok_or(Reason::KtyUnsupported)?;
    let (public, seed) = (required(jwk, "pub")?, bytes(jwk, "priv")?);
    MlDsaKey::new(algorithm, Some(&public), seed.as_ref().map(|seed| seed.as_slice()))
}

/// The bytes of the member called `name`, if it is there; wiped on drop.
fn bytes(jwk: &Object, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, Reason> {
    let Some(text) = string(jwk, name)?.and_then(Value::as_str) else { return Ok(None) };
    // Owned, since it may be a copy already, if it has escapes; wiped like everything secret.
    let text = Zeroizing::new(text.into_owned());
    let bytes = base64url::decode(text.as_bytes()).map_err(|_| Reason::NotCanonical)?;
    Ok(Some(Zeroizing::new(bytes)))
}

fn required(jwk: &Object, name: &str) -> Result<Zeroizing<Vec<u8>>, Reason> {
    bytes(jwk, name)?.ok_or(Reason::NotJwk)
}

/// The string called `name`, if it is there. Another type is no JWK.
fn string<'j>(jwk: &'j Object, name: &str) -> Result<Option<Value<'j>>, Reason> {
    match jwk.get(name) {
        Some(value) if value.kind() != Kind::String => Err(Reason::NotJwk),
        value => Ok(value),
    }
}

/// What `use` and `key_ops` allow (RFC 7517 §4.2, §4.3), where they are there.
fn read_ops(jwk: &Object) -> Result<Ops, Reason> {
    let by_use = string(jwk, "use")?.is_none_or(|purpose| purpose.is("sig"));
    let Some(ops) = jwk.get("key_ops") else { return Ok(Ops { sign: by_use, verify: by_use }) };
    let ops = ops.elements().ok_or(Reason::NotJwk)?;
    if ops.iter().any(|op| op.kind() != Kind::String) {
        return Err(Reason::NotJwk);
    }
    let has = |name| by_use && ops.iter().any(|op| op.is(name));
    Ok(Ops { sign: has("sign"), verify: has("verify") })
}
