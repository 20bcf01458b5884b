//! AlgorithmIdentifier and SubjectPublicKeyInfo: RFC 5280 §4.1.1.2 and §4.1.2.7, with the algorithms
//! of RFC 3279, RFC 4055, RFC 5480, RFC 8410 and RFC 9881.

use alloc::vec::Vec;

use zeroize::Zeroizing;

use super::der::{BIT_STRING, NULL, OID, Reader, SEQUENCE, Writer};
use super::ec::{Curve, EcKey};
use super::ed25519::Ed25519Key;
use super::ml_dsa::MlDsaKey;
use super::{Inside, Material, pkcs1};
use crate::algorithm::Algorithm;
use crate::error::Reason;

const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
const MGF1: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08";
const RSASSA_PSS: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
const EC: &[u8] = b"\x2a\x86\x48\xce\x3d\x02\x01";
const ED25519: &[u8] = b"\x2b\x65\x70";
const ML_DSA_44: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x03\x11";
const ML_DSA_65: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x03\x12";
const ML_DSA_87: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x03\x13";
/// The parameters of rsaEncryption, required (RFC 3279 §2.3.1).
const NO_PARAMETERS: &[u8] = &[NULL, 0];

/// What kind of key an AlgorithmIdentifier names.
#[derive(Clone, Copy)]
pub(super) enum Kind<'d> {
    Rsa,
    /// With the DER of the parameters, empty if there are none, and the algorithm that they leave.
    RsaPss(&'d [u8], Option<Algorithm>),
    Ec(Curve),
    Ed25519,
    MlDsa(Algorithm),
}

impl<'d> Kind<'d> {
    /// Reads the AlgorithmIdentifier that comes next.
    pub(super) fn read(reader: &mut Reader<'d>) -> Result<Self, Reason> {
        let mut identifier = reader.sequence()?;
        let oid = identifier.content(OID)?;
        let parameters = identifier.rest();
        let (kind, expected): (_, &[u8]) = match oid {
            RSA => (Self::Rsa, NO_PARAMETERS),
            RSASSA_PSS => (Self::RsaPss(parameters, pss_algorithm(identifier)?), parameters),
            EC => (Self::Ec(named_curve(identifier)?), parameters),
            ED25519 => (Self::Ed25519, &[]),
            ML_DSA_44 => (Self::MlDsa(Algorithm::MlDsa44), &[]),
            ML_DSA_65 => (Self::MlDsa(Algorithm::MlDsa65), &[]),
            ML_DSA_87 => (Self::MlDsa(Algorithm::MlDsa87), &[]),
            _ => return Err(Reason::KeyAlgorithm),
        };
        if parameters == expected { Ok(kind) } else { Err(Reason::NotDer) }
    }

    /// A key of this kind.
    pub(super) fn of(self, material: Material) -> Inside {
        let (pss, algorithm) = match self {
            Self::RsaPss(parameters, algorithm) => (Some(parameters.to_vec()), algorithm),
            _ => (None, None),
        };
        Inside { algorithm, pss, ..Inside::from(material) }
    }
}

/// ECParameters (RFC 5480 §2.1.1), of which PKIX has named curves only.
pub(super) fn named_curve(mut reader: Reader<'_>) -> Result<Curve, Reason> {
    let (tag, name) = reader.any()?;
    reader.end()?;
    match tag {
        OID => {
            Curve::ALL.into_iter().find(|curve| oid(*curve) == name).ok_or(Reason::CurveUnsupported)
        }
        SEQUENCE => Err(Reason::ExplicitCurve),
        _ => Err(Reason::NotDer),
    }
}

/// The curve's OID (RFC 5480 §2.1.1.1, SEC 2 §A.2).
fn oid(curve: Curve) -> &'static [u8] {
    match curve {
        Curve::P256 => b"\x2a\x86\x48\xce\x3d\x03\x01\x07",
        Curve::P384 => b"\x2b\x81\x04\x00\x22",
        Curve::P521 => b"\x2b\x81\x04\x00\x23",
        Curve::Secp256k1 => b"\x2b\x81\x04\x00\x0a",
    }
}

/// The one algorithm that RSASSA-PSS-params leave to the key (RFC 4055 §3.1), if there are any.
///
/// With a key, the salt's length is the least one: RFC 7518 §3.5 makes it the hash's.
fn pss_algorithm(mut identifier: Reader<'_>) -> Result<Option<Algorithm>, Reason> {
    if identifier.is_empty() {
        return Ok(None);
    }
    let mut parameters = identifier.sequence()?;
    identifier.end()?;
    // Absent means SHA-1, as with MGF1's: no PS algorithm has that.
    let mut hash_field = parameters.tagged(0xa0)?.ok_or(Reason::PssParameters)?;
    let (algorithm, hash_bytes) = hash(&mut hash_field)?;
    let mut mask_field = parameters.tagged(0xa1)?.ok_or(Reason::PssParameters)?;
    let mut mask = mask_field.sequence()?;
    let is_mgf1 = mask.content(OID)? == MGF1;
    let (mask_algorithm, _) = hash(&mut mask)?;
    let salt_bytes = match parameters.tagged(0xa2)? {
        Some(mut salt) => {
            let bytes = salt.small_natural()?;
            salt.end()?;
            bytes
        }
        None => 20,
    };
    hash_field.end()?;
    mask_field.end()?;
    mask.end()?;
    parameters.end()?;
    if !is_mgf1 || mask_algorithm != algorithm || salt_bytes > hash_bytes {
        return Err(Reason::PssParameters);
    }
    Ok(Some(algorithm))
}

/// A hash's AlgorithmIdentifier, its parameters NULL or absent (RFC 4055 §2.1): what has this hash,
/// and how many bytes the hash gives.
fn hash(reader: &mut Reader<'_>) -> Result<(Algorithm, u32), Reason> {
    let mut identifier = reader.sequence()?;
    let oid = identifier.content(OID)?;
    if !matches!(identifier.rest(), [] | [NULL, 0]) {
        return Err(Reason::NotDer);
    }
    match oid {
        b"\x60\x86\x48\x01\x65\x03\x04\x02\x01" => Ok((Algorithm::Ps256, 32)),
        b"\x60\x86\x48\x01\x65\x03\x04\x02\x02" => Ok((Algorithm::Ps384, 48)),
        b"\x60\x86\x48\x01\x65\x03\x04\x02\x03" => Ok((Algorithm::Ps512, 64)),
        _ => Err(Reason::PssParameters),
    }
}

/// Reads the SubjectPublicKeyInfo that fills `der`.
pub(super) fn read(der: &[u8]) -> Result<Inside, Reason> {
    let mut info = Reader::sequence_filling(der)?;
    read_fields(&mut info)
}

/// Reads all of a SubjectPublicKeyInfo.
pub(super) fn read_fields(info: &mut Reader<'_>) -> Result<Inside, Reason> {
    let kind = Kind::read(info)?;
    let public = info.bits()?;
    info.end()?;
    let material = match kind {
        Kind::Rsa | Kind::RsaPss(..) => Material::Rsa(pkcs1::read_public(public)?),
        Kind::Ec(curve) => Material::Ec(EcKey::new(curve, Some(public), None)?),
        Kind::Ed25519 => Material::Ed25519(Ed25519Key::new(Some(public), None)?),
        Kind::MlDsa(algorithm) => Material::MlDsa(MlDsaKey::new(algorithm, Some(public), None)?),
    };
    Ok(kind.of(material))
}

/// The SubjectPublicKeyInfo of a key.
pub(super) fn write_public(
    key: &Inside,
    pss: Option<&Vec<u8>>,
) -> Result<Zeroizing<Vec<u8>>, Reason> {
    let mut der = write_octets(&key.material)?;
    der.bytes(&[0]);
    der.close(BIT_STRING, 0);
    write_identifier(&mut der, &key.material, pss);
    der.close(SEQUENCE, 0);
    Ok(der.finish())
}

/// What the BIT STRING of a public key holds.
pub(super) fn write_octets(material: &Material) -> Result<Writer, Reason> {
    let mut der = Writer::new();
    let octets = match material {
        Material::Rsa(key) => {
            pkcs1::write_public(&mut der, key);
            return Ok(der);
        }
        Material::Ec(key) => key.point(),
        Material::Ed25519(key) => key.public(),
        Material::MlDsa(key) => key.public(),
        Material::Secret(_) => return Err(Reason::SecretNotDer),
        Material::Host(_) => return Err(Reason::HeldByHost),
    };
    der.bytes(octets.ok_or(Reason::PublicUnknown)?);
    Ok(der)
}

/// Writes the AlgorithmIdentifier of a key; `pss` as `Inside` has it.
pub(super) fn write_identifier(der: &mut Writer, material: &Material, pss: Option<&Vec<u8>>) {
    let mark = der.mark();
    let name = match (material, pss) {
        (Material::Rsa(_), None) => {
            der.bytes(NO_PARAMETERS);
            RSA
        }
        (Material::Rsa(_), Some(parameters)) => {
            der.bytes(parameters);
            RSASSA_PSS
        }
        (Material::Ec(key), _) => {
            der.element(OID, oid(key.curve()));
            EC
        }
        (Material::MlDsa(key), _) => match key.algorithm() {
            Algorithm::MlDsa44 => ML_DSA_44,
            Algorithm::MlDsa65 => ML_DSA_65,
            _ => ML_DSA_87,
        },
        // Others have no DER: this is never reached with one.
        (Material::Ed25519(_) | Material::Secret(_) | Material::Host(_), _) => ED25519,
    };
    der.element(OID, name);
    der.close(SEQUENCE, mark);
}
