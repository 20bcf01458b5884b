//! Private keys in PKCS #8: RFC 5958 §2, with RFC 8410 §7 and RFC 9881 §6.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::der::{
    BIT_STRING, OCTET_STRING, Reader, SEQUENCE, Writer, content_filling, whole_octets,
};
use super::ed25519::Ed25519Key;
use super::ml_dsa::MlDsaKey;
use super::spki::{Kind, write_identifier, write_octets};
use super::{Inside, Material, pkcs1, sec1};
use crate::algorithm::Algorithm;
use crate::error::Reason;

/// Reads the OneAsymmetricKey that fills `der`. Its attributes mean nothing here.
pub(super) fn read(der: &[u8]) -> Result<Inside, Reason> {
    let mut info = Reader::sequence_filling(der)?;
    let version = info.small_natural()?;
    let kind = Kind::read(&mut info)?;
    let private = info.content(OCTET_STRING)?;
    info.optional(0xa0)?;
    let public = read_public(&mut info)?;
    info.end()?;
    // Version 2, which is 1, is the one that has a public key.
    if version > 1 || (version == 0 && public.is_some()) {
        return Err(Reason::NotDer);
    }
    let material = match kind {
        Kind::Rsa | Kind::RsaPss(..) => Material::Rsa(pkcs1::read_private(private)?),
        Kind::Ec(curve) => Material::Ec(sec1::read(private, Some(curve), public)?),
        Kind::Ed25519 => {
            let seed = content_filling(private, OCTET_STRING)?;
            Material::Ed25519(Ed25519Key::new(public, Some(seed))?)
        }
        Kind::MlDsa(algorithm) => Material::MlDsa(read_ml_dsa(private, algorithm, public)?),
    };
    if let Some(public) = public
        && write_octets(&material)?.finish().as_slice() != public
    {
        return Err(Reason::PairUnfit);
    }
    Ok(kind.of(material))
}

/// Whether `der` begins as an EncryptedPrivateKeyInfo does. A OneAsymmetricKey has its version first.
pub(super) fn is_encrypted(der: &[u8]) -> bool {
    Reader::sequence_filling(der).is_ok_and(|info| info.rest().first() == Some(&SEQUENCE))
}

/// The public key at the end, if there is one: an implicitly tagged BIT STRING. Some widely used
/// software tagged it explicitly.
fn read_public<'d>(info: &mut Reader<'d>) -> Result<Option<&'d [u8]>, Reason> {
    if let Some(content) = info.optional(0x81)? {
        return whole_octets(content).map(Some);
    }
    match info.optional(0xa1)? {
        Some(content) => whole_octets(content_filling(content, BIT_STRING)?).map(Some),
        None => Ok(None),
    }
}

/// An ML-DSA private key: its seed, alone or with what is expanded from it (RFC 9881 §6). From the
/// seed alone everything is made, so of the rest only the length and, where the public key is known,
/// the ρ that both begin with are checked.
fn read_ml_dsa(
    private: &[u8],
    algorithm: Algorithm,
    public: Option<&[u8]>,
) -> Result<MlDsaKey, Reason> {
    match private.first() {
        Some(&SEED) => MlDsaKey::new(algorithm, public, Some(content_filling(private, SEED)?)),
        Some(&OCTET_STRING) => Err(Reason::NoSeed),
        _ => {
            let mut both = Reader::sequence_filling(private)?;
            let (seed, expanded) = (both.content(OCTET_STRING)?, both.content(OCTET_STRING)?);
            both.end()?;
            if expanded.len() != expanded_bytes(algorithm) {
                return Err(Reason::NotDer);
            }
            let key = MlDsaKey::new(algorithm, public, Some(seed))?;
            let rho = expanded.get(..32).unwrap_or_default();
            if key.public().is_some_and(|public| !public.starts_with(rho)) {
                return Err(Reason::PairUnfit);
            }
            Ok(key)
        }
    }
}

/// How long an expanded private key is (FIPS 204 §4, table 2).
fn expanded_bytes(algorithm: Algorithm) -> usize {
    match algorithm {
        Algorithm::MlDsa44 => 2560,
        Algorithm::MlDsa65 => 4032,
        _ => 4896,
    }
}

/// The tag of a seed alone.
const SEED: u8 = 0x80;

/// The PrivateKeyInfo of a key, version 1.
pub(super) fn write_private(
    key: &Inside,
    pss: Option<&Vec<u8>>,
) -> Result<Zeroizing<Vec<u8>>, Reason> {
    let mut der = Writer::new();
    match &key.material {
        Material::Rsa(key) => pkcs1::write_private(&mut der, key)?,
        Material::Ec(key) => sec1::write_private(&mut der, key)?,
        Material::Ed25519(key) => der.element(OCTET_STRING, key.seed().ok_or(Reason::NoPrivate)?),
        Material::MlDsa(key) => der.element(SEED, key.seed().ok_or(Reason::NoPrivate)?),
        Material::Secret(_) => return Err(Reason::SecretNotDer),
        Material::Host(_) => return Err(Reason::HeldByHost),
    }
    der.close(OCTET_STRING, 0);
    write_identifier(&mut der, &key.material, pss);
    der.natural(&[0]);
    der.close(SEQUENCE, 0);
    Ok(der.finish())
}
