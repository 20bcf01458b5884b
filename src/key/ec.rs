//! Keys on the curves of ECDSA: RFC 7518 §6.2, RFC 8812 §3.1.

#[cfg(feature = "es")]
mod multiples;
#[cfg(feature = "es")]
mod prepared;

use core::fmt;

use alloc::vec::Vec;
use zeroize::Zeroizing;

use crate::algorithm::Algorithm;
use crate::error::Reason;

#[cfg(feature = "es")]
pub(crate) use multiples::Multiples;
#[cfg(feature = "es")]
pub(crate) use prepared::{Pair, Prepared};

/// A curve that has an algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Curve {
    P256,
    P384,
    P521,
    Secp256k1,
}

impl Curve {
    pub(super) const ALL: [Self; 4] = [Self::P256, Self::P384, Self::P521, Self::Secp256k1];

    /// The name that a JWK's `crv` has (RFC 7518 §6.2.1.1, RFC 8812 §3.1).
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
            Self::Secp256k1 => "secp256k1",
        }
    }

    /// The only algorithm for it (RFC 7518 §3.4, RFC 8812 §3.2).
    pub(crate) fn algorithm(self) -> Algorithm {
        match self {
            Self::P256 => Algorithm::Es256,
            Self::P384 => Algorithm::Es384,
            Self::P521 => Algorithm::Es512,
            Self::Secp256k1 => Algorithm::Es256k,
        }
    }

    /// The length of a coordinate, in bytes.
    pub(crate) fn field_bytes(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

/// A key on a curve. At least one part is there.
pub(crate) struct EcKey {
    curve: Curve,
    /// The uncompressed point (SEC 1 §2.3.3). Where this build has no curve code, a private key may
    /// come without it.
    public: Option<Vec<u8>>,
    /// As long as the field.
    private: Option<Zeroizing<Vec<u8>>>,
    #[cfg(feature = "es")]
    prepared: Prepared,
    #[cfg(feature = "es")]
    memory: multiples::Memory,
}

impl EcKey {
    /// A build without curve code takes the point and the private part as they are.
    ///
    /// - `public`: the point as SEC 1 §2.3.3 encodes it; only curve code takes a compressed one
    /// - `private`: big-endian, exactly as long as the field
    pub(super) fn new(
        curve: Curve,
        public: Option<&[u8]>,
        private: Option<&[u8]>,
    ) -> Result<Self, Reason> {
        let field = curve.field_bytes();
        match public {
            Some([4, coordinates @ ..]) if coordinates.len() == 2 * field => {}
            Some([2 | 3, x @ ..]) if x.len() == field => {
                if cfg!(not(feature = "es")) {
                    return Err(Reason::CompressedPoint);
                }
            }
            Some(_) => return Err(Reason::Point),
            None => {}
        }
        if private.is_some_and(|private| private.len() != field || private.iter().all(|b| *b == 0))
        {
            return Err(Reason::PrivateOutOfRange);
        }
        let own = private.map(|private| Zeroizing::new(private.to_vec()));
        #[cfg(feature = "es")]
        {
            let (prepared, point) = Prepared::new(curve, public, private)?;
            let memory = multiples::Memory::default();
            Ok(Self { curve, public: Some(point), private: own, prepared, memory })
        }
        #[cfg(not(feature = "es"))]
        Ok(Self { curve, public: public.map(<[u8]>::to_vec), private: own })
    }

    pub(crate) fn curve(&self) -> Curve {
        self.curve
    }

    /// x and y.
    pub(crate) fn coordinates(&self) -> Option<(&[u8], &[u8])> {
        self.public.as_ref()?.get(1..)?.split_at_checked(self.curve.field_bytes())
    }

    /// The uncompressed point.
    pub(crate) fn point(&self) -> Option<&[u8]> {
        self.public.as_deref()
    }

    pub(crate) fn private(&self) -> Option<&[u8]> {
        self.private.as_ref().map(|private| private.as_slice())
    }

    #[cfg(feature = "es")]
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// To be asked once for each signature: where the curve is P-256 and the key is used again and
    /// again, what makes that faster.
    #[cfg(feature = "es")]
    pub(crate) fn multiples(&self) -> Option<&Multiples> {
        match &self.prepared {
            Prepared::P256(pair) => self.memory.recall(pair.verifying.as_affine()),
            _ => None,
        }
    }
}

/// Never shows the private part.
impl fmt::Debug for EcKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EcKey({}, …)", self.curve.name())
    }
}
