//! Private keys of elliptic curves in SEC 1: RFC 5915 §3.

use super::der::{OCTET_STRING, Reader, SEQUENCE, Writer};
use super::ec::{Curve, EcKey};
use super::spki::named_curve;
use crate::error::Reason;

/// An ECPrivateKey.
///
/// - `curve`: what the surroundings say; without, it has to say so itself
/// - `public`: the same of the point
pub(super) fn read(
    der: &[u8],
    curve: Option<Curve>,
    public: Option<&[u8]>,
) -> Result<EcKey, Reason> {
    let mut key = Reader::sequence_filling(der)?;
    if key.natural()? != [1] {
        return Err(Reason::NotDer);
    }
    let private = key.content(OCTET_STRING)?;
    let own_curve = key.tagged(0xa0)?.map(named_curve).transpose()?;
    let own_public = match key.tagged(0xa1)? {
        Some(mut field) => {
            let public = field.bits()?;
            field.end()?;
            Some(public)
        }
        None => None,
    };
    key.end()?;
    if curve.is_some() && own_curve.is_some() && curve != own_curve {
        return Err(Reason::NotDer);
    }
    let curve = curve.or(own_curve).ok_or(Reason::NotDer)?;
    EcKey::new(curve, own_public.or(public), Some(private))
}

/// Writes the ECPrivateKey of a key, without its curve, which PKCS #8 names around it.
pub(super) fn write_private(der: &mut Writer, key: &EcKey) -> Result<(), Reason> {
    let mark = der.mark();
    if let Some(point) = key.point() {
        der.bits(point);
        der.close(0xa1, mark);
    }
    der.element(OCTET_STRING, key.private().ok_or(Reason::NoPrivate)?);
    der.natural(&[1]);
    der.close(SEQUENCE, mark);
    Ok(())
}
