//! Keys on curves as the operations take them, made and checked once.

use alloc::vec::Vec;
use chacha20::ChaCha20Rng;
use chacha20::rand_core::Rng;
use zeroize::Zeroizing;

use super::{Curve, EcKey};
use crate::error::Reason;

/// A public key and, if there is one, the private key that it belongs to.
pub(crate) struct Pair<V, S> {
    pub(crate) verifying: V,
    pub(crate) signing: Option<S>,
}

macro_rules! curves {
    ($($curve:ident $module:ident,)*) => {
        /// The key in the form that its curve's crate works with.
        pub(crate) enum Prepared {
            $($curve(Pair<$module::ecdsa::VerifyingKey, $module::ecdsa::SigningKey>),)*
        }

        impl Prepared {
            /// Checks that the point is on the curve, that the private part is in [1, n - 1], and that
            /// one belongs to the other; gives the uncompressed point too.
            ///
            /// - `public`, `private`: of the lengths that `EcKey::new` checks, at least one of them
            pub(super) fn new(
                curve: Curve,
                public: Option<&[u8]>,
                private: Option<&[u8]>,
            ) -> Result<(Self, Vec<u8>), Reason> {
                match curve {
                    $(Curve::$curve => {
                        use $module::ecdsa::{SigningKey, VerifyingKey};
                        let given = public.map(VerifyingKey::from_sec1_bytes).transpose();
                        let given = given.map_err(|_| Reason::Point)?;
                        let signing = private.map(SigningKey::from_slice).transpose();
                        let signing = signing.map_err(|_| Reason::PrivateOutOfRange)?;
                        let derived = signing.as_ref().map(|signing| *signing.verifying_key());
                        if given.is_some() && derived.is_some() && given != derived {
                            return Err(Reason::PairUnfit);
                        }
                        let verifying = given.or(derived).ok_or(Reason::Point)?;
                        let point = verifying.to_sec1_point(false).as_bytes().to_vec();
                        Ok((Self::$curve(Pair { verifying, signing }), point))
                    })*
                }
            }
        }
    };
}

curves! {
    P256 p256,
    P384 p384,
    P521 p521,
    Secp256k1 k256,
}

impl EcKey {
    /// A new key: the first number of the stream that is in [1, n - 1] (FIPS 186-5 A.2.2).
    pub(in crate::key) fn generate(curve: Curve, mut random: ChaCha20Rng) -> Result<Self, Reason> {
        let mut private =
            Zeroizing::new(Vec::from_iter(core::iter::repeat_n(0, curve.field_bytes())));
        loop {
            random.fill_bytes(&mut private);
            if let (Curve::P521, Some(first)) = (curve, private.first_mut()) {
                // 66 bytes hold seven bits more than the order has.
                *first &= 1;
            }
            match Self::new(curve, None, Some(&private)) {
                Err(Reason::PrivateOutOfRange) => {}
                key => return key,
            }
        }
    }
}
