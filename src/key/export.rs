//! Keys written out: JWK, PEM, DER, and thumbprints.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::{Key, Material, pem, pkcs8, spki};
use crate::error::{Error, Reason};
use crate::json::Members;

/// The value of a JWK's member.
#[derive(Clone, Copy)]
enum Member<'k> {
    Text(&'k str),
    Bytes(&'k [u8]),
}

type Named<'k> = (&'static str, Member<'k>);

impl Key {
    /// The key as a JWK (RFC 7518 §6, RFC 8037 §2, RFC 8812 §3, RFC 9964 §3), as JSON text: `kty`
    /// first, with `kid` and `alg` if the key has them.
    ///
    /// A JWK cannot say that an RSA key is for PS256, PS384 and PS512 alike but for nothing else:
    /// the JWK of such a key has no `alg`.
    ///
    /// - `private`: with the private part
    ///
    /// # Errors
    /// `KeyInvalid` with the reason: there is no private part, a secret has no public one, or this
    /// build cannot tell it.
    pub fn to_jwk(&self, private: bool) -> Result<Zeroizing<String>, Error> {
        self.jwk(private).map_err(Error::key_invalid)
    }

    fn jwk(&self, private: bool) -> Result<Zeroizing<String>, Reason> {
        let material = self.material();
        let mut members = match material {
            Material::Secret(_) if private => Vec::from([("kty", Member::Text("oct"))]),
            _ => public_members(material)?,
        };
        if let [first, kty, ..] = members.as_mut_slice() {
            core::mem::swap(first, kty);
        }
        if private {
            push_private_members(material, &mut members)?;
        }
        if let Some(kid) = self.kid() {
            members.push(("kid", Member::Text(kid)));
        }
        match self.algorithm() {
            // It has one already.
            Some(_) if matches!(material, Material::MlDsa(_)) => {}
            Some(algorithm) => members.push(("alg", Member::Text(algorithm.name()))),
            None => {}
        }
        Ok(write(&members).into_secret_object())
    }

    /// The key as DER: PrivateKeyInfo (RFC 5958) if `private`, else SubjectPublicKeyInfo
    /// (RFC 5280 §4.1).
    ///
    /// # Errors
    /// `KeyInvalid` with the reason: it is a secret, there is no private part, or this build cannot
    /// tell the public one.
    pub fn to_der(&self, private: bool) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.der(private, self.0.pss.as_ref())
    }

    /// The same for a host that does not know id-RSASSA-PSS, as WebCrypto: for it, any RSA key is one.
    #[cfg(feature = "wasm")]
    pub(crate) fn to_host_der(&self, private: bool) -> Result<Zeroizing<Vec<u8>>, Error> {
        self.der(private, None)
    }

    fn der(&self, private: bool, pss: Option<&Vec<u8>>) -> Result<Zeroizing<Vec<u8>>, Error> {
        let write = if private { pkcs8::write_private } else { spki::write_public };
        write(&self.0, pss).map_err(Error::key_invalid)
    }

    /// The key as PEM (RFC 7468): `PRIVATE KEY` if `private`, else `PUBLIC KEY`.
    ///
    /// # Errors
    /// As [`Self::to_der`].
    pub fn to_pem(&self, private: bool) -> Result<Zeroizing<String>, Error> {
        let label = if private { "PRIVATE KEY" } else { "PUBLIC KEY" };
        self.to_der(private).map(|der| pem::write(label, &der))
    }

    /// The SHA-256 thumbprint (RFC 7638) of the public key, in base64url.
    ///
    /// # Errors
    /// `KeyInvalid` with the reason: a secret has none that may be shown, or this build cannot tell
    /// the public key.
    #[cfg(feature = "sha2")]
    pub fn thumbprint(&self) -> Result<String, Error> {
        use sha2::{Digest, Sha256};

        let members = public_members(self.material()).map_err(Error::key_invalid)?;
        let hash = Sha256::digest(write(&members).into_object());
        let mut text = Vec::new();
        crate::base64url::encode_onto(&hash, &mut text);
        Ok(String::from_utf8(text).unwrap_or_default())
    }
}

/// What RFC 7638 §3.2, RFC 8037 §2 and RFC 9964 §6 require, in the order of the names. `kty` comes
/// second in all of them.
fn public_members(material: &Material) -> Result<Vec<Named<'_>>, Reason> {
    let text = Member::Text;
    let bytes = |bytes: Option<_>| bytes.map(Member::Bytes).ok_or(Reason::PublicUnknown);
    match material {
        Material::Rsa(key) => Ok(Vec::from([
            ("e", Member::Bytes(key.exponent())),
            ("kty", text("RSA")),
            ("n", Member::Bytes(key.modulus())),
        ])),
        Material::Ec(key) => {
            let (x, y) = key.coordinates().ok_or(Reason::PublicUnknown)?;
            Ok(Vec::from([
                ("crv", text(key.curve().name())),
                ("kty", text("EC")),
                ("x", Member::Bytes(x)),
                ("y", Member::Bytes(y)),
            ]))
        }
        Material::Ed25519(key) => Ok(Vec::from([
            ("crv", text("Ed25519")),
            ("kty", text("OKP")),
            ("x", bytes(key.public())?),
        ])),
        Material::MlDsa(key) => Ok(Vec::from([
            ("alg", text(key.algorithm().name())),
            ("kty", text("AKP")),
            ("pub", bytes(key.public())?),
        ])),
        Material::Secret(_) => Err(Reason::SecretNotPublic),
        Material::Host(_) => Err(Reason::HeldByHost),
    }
}

fn push_private_members<'k>(
    material: &'k Material,
    members: &mut Vec<Named<'k>>,
) -> Result<(), Reason> {
    let (name, value) = match material {
        Material::Secret(secret) => ("k", Some(secret.bytes())),
        Material::Rsa(key) => ("d", key.private().map(|private| private.d.as_slice())),
        Material::Ec(key) => ("d", key.private()),
        Material::Ed25519(key) => ("d", key.seed()),
        Material::MlDsa(key) => ("priv", key.seed()),
        Material::Host(_) => return Err(Reason::HeldByHost),
    };
    members.push((name, Member::Bytes(value.ok_or(Reason::NoPrivate)?)));
    if let Material::Rsa(key) = material
        && let Some(primes) = key.private().and_then(|private| private.primes.as_ref())
    {
        let names = ["p", "q", "dp", "dq", "qi"];
        members.extend(names.into_iter().zip(primes.iter().map(|prime| Member::Bytes(prime))));
    }
    Ok(())
}

fn write(members: &[Named<'_>]) -> Members {
    // Room for names and punctuation, and for escapes in a text.
    let room = |(_, member): &Named<'_>| match member {
        Member::Text(text) => text.len() * 6 + 16,
        Member::Bytes(bytes) => bytes.len().div_ceil(3) * 4 + 16,
    };
    let mut text = Members::with_capacity(members.iter().map(room).sum());
    for (name, member) in members {
        match member {
            Member::Text(value) => text.string(name, value),
            Member::Bytes(value) => text.bytes(name, value),
        }
    }
    text
}
