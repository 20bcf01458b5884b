//! ML-DSA keys: FIPS 204, RFC 9964.

#[cfg(feature = "ml-dsa")]
mod prepared;

use core::fmt;

use alloc::vec::Vec;
use zeroize::Zeroizing;

use crate::algorithm::Algorithm;
use crate::error::Reason;

#[cfg(feature = "ml-dsa")]
pub(crate) use prepared::{Pair, Prepared};

/// An ML-DSA key. At least one part is there.
pub(crate) struct MlDsaKey {
    algorithm: Algorithm,
    /// Where this build has no ML-DSA, a private key may come without it.
    public: Option<Vec<u8>>,
    seed: Option<Zeroizing<[u8; 32]>>,
    #[cfg(feature = "ml-dsa")]
    prepared: Prepared,
}

impl MlDsaKey {
    /// A build without ML-DSA takes the parts as they are.
    ///
    /// - `algorithm`: of the ML-DSA family
    /// - `seed`: 32 bytes, what FIPS 204 calls ξ
    pub(super) fn new(
        algorithm: Algorithm,
        public: Option<&[u8]>,
        seed: Option<&[u8]>,
    ) -> Result<Self, Reason> {
        if public.is_some_and(|public| Some(public.len()) != public_bytes(algorithm)) {
            return Err(Reason::Point);
        }
        let seed = seed.map(|seed| seed.try_into().map(Zeroizing::new)).transpose();
        let seed: Option<Zeroizing<[u8; 32]>> = seed.map_err(|_| Reason::PrivateOutOfRange)?;
        #[cfg(feature = "ml-dsa")]
        {
            let (prepared, public) = Prepared::new(algorithm, public, seed.as_deref())?;
            Ok(Self { algorithm, public: Some(public), seed, prepared })
        }
        #[cfg(not(feature = "ml-dsa"))]
        Ok(Self { algorithm, public: public.map(<[u8]>::to_vec), seed })
    }

    pub(crate) fn algorithm(&self) -> Algorithm {
        self.algorithm
    }

    pub(crate) fn public(&self) -> Option<&[u8]> {
        self.public.as_deref()
    }

    pub(crate) fn seed(&self) -> Option<&[u8]> {
        self.seed.as_ref().map(|seed| seed.as_slice())
    }

    #[cfg(feature = "ml-dsa")]
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }
}

/// How long a public key is (FIPS 204 §4, table 2).
fn public_bytes(algorithm: Algorithm) -> Option<usize> {
    match algorithm {
        Algorithm::MlDsa44 => Some(1312),
        Algorithm::MlDsa65 => Some(1952),
        Algorithm::MlDsa87 => Some(2592),
        _ => None,
    }
}

/// Never shows the seed.
impl fmt::Debug for MlDsaKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MlDsaKey({}, …)", self.algorithm.name())
    }
}
