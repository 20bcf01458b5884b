//! Ed25519 keys: RFC 8032 §5.1, RFC 8037 §2.

use core::fmt;

#[cfg(feature = "eddsa")]
use ed25519_dalek::{SigningKey, VerifyingKey};
use zeroize::Zeroizing;

use crate::error::Reason;

/// An Ed25519 key. At least one part is there.
pub(crate) struct Ed25519Key {
    /// Where this build has no curve code, a private key may come without it.
    public: Option<[u8; 32]>,
    seed: Option<Zeroizing<[u8; 32]>>,
    #[cfg(feature = "eddsa")]
    verifying: VerifyingKey,
    #[cfg(feature = "eddsa")]
    signing: Option<SigningKey>,
}

impl Ed25519Key {
    /// Both parts are 32 bytes; the seed is what RFC 8032 calls the private key. A build without
    /// curve code takes them as they are.
    pub(super) fn new(public: Option<&[u8]>, seed: Option<&[u8]>) -> Result<Self, Reason> {
        let public = public.map(TryInto::try_into).transpose().map_err(|_| Reason::Point)?;
        let seed = seed.map(|seed| seed.try_into().map(Zeroizing::new)).transpose();
        let seed: Option<Zeroizing<[u8; 32]>> = seed.map_err(|_| Reason::PrivateOutOfRange)?;
        #[cfg(feature = "eddsa")]
        {
            let signing = seed.as_ref().map(|seed| SigningKey::from_bytes(seed));
            let derived = signing.as_ref().map(SigningKey::verifying_key);
            let given = public.as_ref().map(point).transpose()?;
            if given.is_some() && derived.is_some() && given != derived {
                return Err(Reason::PairUnfit);
            }
            let verifying = given.or(derived).ok_or(Reason::Point)?;
            Ok(Self { public: Some(verifying.to_bytes()), seed, verifying, signing })
        }
        #[cfg(not(feature = "eddsa"))]
        Ok(Self { public, seed })
    }

    pub(crate) fn public(&self) -> Option<&[u8]> {
        self.public.as_ref().map(<[u8; 32]>::as_slice)
    }

    pub(crate) fn seed(&self) -> Option<&[u8]> {
        self.seed.as_ref().map(|seed| seed.as_slice())
    }

    #[cfg(feature = "eddsa")]
    pub(crate) fn verifying(&self) -> &VerifyingKey {
        &self.verifying
    }

    #[cfg(feature = "eddsa")]
    pub(crate) fn signing(&self) -> Option<&SigningKey> {
        self.signing.as_ref()
    }
}

/// The point that `bytes` encode canonically (RFC 8032 §5.1.3), if it is not of small order: under such
/// a key one signature holds for many messages.
#[cfg(feature = "eddsa")]
fn point(bytes: &[u8; 32]) -> Result<VerifyingKey, Reason> {
    match VerifyingKey::from_bytes(bytes) {
        Ok(key) if !key.is_weak() && key.to_edwards().compress().to_bytes() == *bytes => Ok(key),
        _ => Err(Reason::Point),
    }
}

/// Never shows the seed.
impl fmt::Debug for Ed25519Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ed25519Key(…)")
    }
}
