//! JSON Web Keys: RFC 7517 and RFC 7518 §6.

use alloc::borrow::Cow;

use zeroize::Zeroizing;

use super::{Key, Material, Secret};
use crate::algorithm::{Algorithm, Family};
use crate::base64url;
use crate::error::{Error, Reason};
use crate::json::{Object, Value};

/// Reads a JWK. Unknown members are ignored (RFC 7517 §4).
pub(super) fn read(jwk: &Object, allow_weak: bool) -> Result<Key, Error> {
    let invalid = |reason| Error::KeyInvalid { reason };
    let kty = text(jwk, "kty").map_err(invalid)?.ok_or_else(|| invalid(Reason::NotJwk))?;
    if !is_for_signing(jwk).map_err(invalid)? {
        return Err(invalid(Reason::NotForSigning));
    }
    if kty != "oct" {
        return Err(invalid(Reason::KtyUnsupported));
    }
    // An `alg` that is no signature algorithm at all cannot fit either (RFC 7517 §4.4).
    let algorithm = match text(jwk, "alg").map_err(invalid)? {
        None => None,
        Some(name) => match Algorithm::from_name(&name) {
            Some(algorithm) if algorithm.family() == Family::Hmac => Some(algorithm),
            _ => return Err(invalid(Reason::AlgUnfit)),
        },
    };
    let kid = text(jwk, "kid").map_err(invalid)?.map(Cow::into_owned);
    let k = text(jwk, "k").map_err(invalid)?.ok_or_else(|| invalid(Reason::NotJwk))?;
    // Owned, since it may be a copy already, if it has escapes; wiped like everything secret.
    let k = Zeroizing::new(k.into_owned());
    let bytes = base64url::decode(k.as_bytes()).map_err(|_| invalid(Reason::NotCanonical))?;
    let secret = Secret::new(&Zeroizing::new(bytes))?;
    Key::new(Material::Secret(secret), kid, algorithm, allow_weak)
}

/// The string called `name`, if it is there. Another type is no JWK.
fn text<'j>(jwk: &'j Object, name: &str) -> Result<Option<Cow<'j, str>>, Reason> {
    jwk.get(name).map(|value| value.as_str().ok_or(Reason::NotJwk)).transpose()
}

/// `use` is `sig` or absent, and `key_ops` is absent or has `sign` or `verify` (RFC 7517 §4.2, §4.3).
fn is_for_signing(jwk: &Object) -> Result<bool, Reason> {
    let by_use = text(jwk, "use")?.is_none_or(|purpose| purpose == "sig");
    let by_ops = match jwk.get("key_ops").map(Value::strings) {
        None => true,
        Some(None) => return Err(Reason::NotJwk),
        Some(Some(ops)) => ops.iter().any(|op| op == "sign" || op == "verify"),
    };
    Ok(by_use && by_ops)
}
