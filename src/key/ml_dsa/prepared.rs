//! ML-DSA keys as the operations take them, made and checked once.

use alloc::boxed::Box;
use alloc::vec::Vec;

use ml_dsa::{
    EncodedVerifyingKey, Keypair, MlDsa44, MlDsa65, MlDsa87, MlDsaParams, SigningKey, VerifyingKey,
};

use crate::algorithm::Algorithm;
use crate::error::Reason;

/// The key in the form that the crate `ml-dsa` works with.
pub(crate) enum Prepared {
    MlDsa44(Pair<MlDsa44>),
    MlDsa65(Pair<MlDsa65>),
    MlDsa87(Pair<MlDsa87>),
}

/// A public key and, if there is one, the private key that it belongs to. Both are expanded, which
/// takes tens of kilobytes.
pub(crate) struct Pair<P: MlDsaParams> {
    pub(crate) verifying: Box<VerifyingKey<P>>,
    pub(crate) signing: Option<Box<SigningKey<P>>>,
}

impl Prepared {
    /// Checks that the public part belongs to the seed; gives the encoded public key too.
    ///
    /// - `public`: of the length that the algorithm gives it; any such bytes are a key
    pub(super) fn new(
        algorithm: Algorithm,
        public: Option<&[u8]>,
        seed: Option<&[u8; 32]>,
    ) -> Result<(Self, Vec<u8>), Reason> {
        let (prepared, own) = match algorithm {
            Algorithm::MlDsa44 => {
                let (pair, own) = Pair::new(public, seed)?;
                (Self::MlDsa44(pair), own)
            }
            Algorithm::MlDsa65 => {
                let (pair, own) = Pair::new(public, seed)?;
                (Self::MlDsa65(pair), own)
            }
            Algorithm::MlDsa87 => {
                let (pair, own) = Pair::new(public, seed)?;
                (Self::MlDsa87(pair), own)
            }
            _ => return Err(Reason::KtyUnsupported),
        };
        Ok((prepared, own))
    }
}

impl<P: MlDsaParams> Pair<P> {
    fn new(public: Option<&[u8]>, seed: Option<&[u8; 32]>) -> Result<(Self, Vec<u8>), Reason> {
        if let Some(seed) = seed {
            let signing = Box::new(SigningKey::<P>::from_seed(&(*seed).into()));
            let verifying = Box::new(signing.verifying_key());
            let own = verifying.encode().to_vec();
            if public.is_some_and(|public| public != own) {
                return Err(Reason::PairUnfit);
            }
            Ok((Self { verifying, signing: Some(signing) }, own))
        } else {
            let public = public.ok_or(Reason::Point)?;
            let encoded = EncodedVerifyingKey::<P>::try_from(public).map_err(|_| Reason::Point)?;
            let verifying = Box::new(VerifyingKey::decode(&encoded));
            Ok((Self { verifying, signing: None }, public.to_vec()))
        }
    }
}
