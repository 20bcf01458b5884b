//! JSON Web Keys: RFC 7517 and RFC 7518 §6.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::{Key, Material, Secret};
use crate::algorithm::{Algorithm, Family};
use crate::base64url;
use crate::error::{Error, Reason};
use crate::json::{Kind, Object, Value};

/// Reads a JWK. Unknown members are ignored (RFC 7517 §4).
pub(super) fn read(jwk: &Object, allow_weak: bool) -> Result<Key, Error> {
    read_parts(jwk).map_err(Error::key_invalid).and_then(|parts| {
        let Parts { secret, kid, algorithm } = parts;
        Key::new(Material::Secret(Secret::new(&secret)?), kid, algorithm, allow_weak)
    })
}

struct Parts {
    secret: Zeroizing<Vec<u8>>,
    kid: Option<String>,
    algorithm: Option<Algorithm>,
}

fn read_parts(jwk: &Object) -> Result<Parts, Reason> {
    let kty = string(jwk, "kty")?.ok_or(Reason::NotJwk)?;
    if !is_for_signing(jwk)? {
        return Err(Reason::NotForSigning);
    }
    if !kty.is("oct") {
        return Err(Reason::KtyUnsupported);
    }
    // An `alg` that is no signature algorithm at all cannot fit either (RFC 7517 §4.4).
    let algorithm = match string(jwk, "alg")?.map(Algorithm::from_json) {
        None => None,
        Some(Some(algorithm)) if algorithm.family() == Family::Hmac => Some(algorithm),
        Some(_) => return Err(Reason::AlgUnfit),
    };
    let kid = string(jwk, "kid")?.and_then(Value::as_str).map(Cow::into_owned);
    // Owned, since it may be a copy already, if it has escapes; wiped like everything secret.
    let k = string(jwk, "k")?.and_then(Value::as_str).ok_or(Reason::NotJwk)?;
    let k = Zeroizing::new(k.into_owned());
    let secret = base64url::decode(k.as_bytes()).map_err(|_| Reason::NotCanonical)?;
    Ok(Parts { secret: Zeroizing::new(secret), kid, algorithm })
}

/// The string called `name`, if it is there. Another type is no JWK.
fn string<'j>(jwk: &'j Object, name: &str) -> Result<Option<Value<'j>>, Reason> {
    match jwk.get(name) {
        Some(value) if value.kind() != Kind::String => Err(Reason::NotJwk),
        value => Ok(value),
    }
}

/// `use` is `sig` or absent, and `key_ops` is absent or has `sign` or `verify` (RFC 7517 §4.2, §4.3).
fn is_for_signing(jwk: &Object) -> Result<bool, Reason> {
    let by_use = string(jwk, "use")?.is_none_or(|purpose| purpose.is("sig"));
    let Some(ops) = jwk.get("key_ops") else { return Ok(by_use) };
    let ops = ops.elements().ok_or(Reason::NotJwk)?;
    if ops.iter().any(|op| op.kind() != Kind::String) {
        return Err(Reason::NotJwk);
    }
    Ok(by_use && ops.iter().any(|op| op.is("sign") || op.is("verify")))
}
