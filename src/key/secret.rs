//! Secrets: the bytes of an HMAC key and the hash states made from them.

use core::fmt;

#[cfg(feature = "hs")]
use hmac::{Hmac, KeyInit};
#[cfg(feature = "hs")]
use sha2::{Sha256, Sha384, Sha512};
#[cfg(feature = "hs")]
use std::sync::OnceLock;
use zeroize::Zeroizing;

use alloc::vec::Vec;

use crate::error::Reason;

/// The longest secret taken, in bytes: anything longer is a mistake.
const MAX_BYTES: usize = 64 * 1024;

/// A secret. Bytes and states are wiped on drop.
pub(crate) struct Secret {
    bytes: Zeroizing<Vec<u8>>,
    #[cfg(feature = "hs")]
    states: States,
}

/// HMAC states with the key already taken in (RFC 2104 §4), made at the first use of each.
#[cfg(feature = "hs")]
#[derive(Default)]
struct States {
    sha256: OnceLock<Hmac<Sha256>>,
    sha384: OnceLock<Hmac<Sha384>>,
    sha512: OnceLock<Hmac<Sha512>>,
}

impl Secret {
    pub(super) fn new(bytes: &[u8]) -> Result<Self, Reason> {
        if bytes.is_empty() {
            return Err(Reason::EmptySecret);
        }
        if bytes.len() > MAX_BYTES {
            return Err(Reason::TooLarge);
        }
        Ok(Self {
            bytes: Zeroizing::new(bytes.to_vec()),
            #[cfg(feature = "hs")]
            states: States::default(),
        })
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(feature = "hs")]
macro_rules! state {
    ($name:ident, $hash:ty, $doc:literal) => {
        #[doc = $doc]
        pub(crate) fn $name(&self) -> Option<&Hmac<$hash>> {
            if self.states.$name.get().is_none() {
                // HMAC takes a key of any length; `ok` is for the signature's sake.
                let state = Hmac::<$hash>::new_from_slice(&self.bytes).ok()?;
                let _ = self.states.$name.set(state);
            }
            self.states.$name.get()
        }
    };
}

#[cfg(feature = "hs")]
impl Secret {
    state!(sha256, Sha256, "The state for HS256.");
    state!(sha384, Sha384, "The state for HS384.");
    state!(sha512, Sha512, "The state for HS512.");
}

/// Never shows the bytes.
impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}
