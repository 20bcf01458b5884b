//! New keys, from random bytes that the host gives.

use super::{Inside, Key, Material, Secret};
use crate::algorithm::{Algorithm, Family};
use crate::error::{Error, Reason};
#[cfg(any(feature = "rsa", feature = "es"))]
use crate::random::stream;

impl Key {
    /// How many random bytes [`Key::generate`] takes.
    pub const RANDOM_BYTES: usize = 64;

    /// A new key for `algorithm`: a secret as long as the hash, an RSA key of 2048 bits, or a key of
    /// the algorithm's curve or parameters. An RSA key is bound to none of its algorithms.
    ///
    /// An RSA key takes a second or more in wasm.
    ///
    /// - `random`: [`Key::RANDOM_BYTES`] bytes, or more, of the host's cryptographic generator, for
    ///   this call alone. The same bytes give the same key.
    ///
    /// # Errors
    /// - `AlgUnsupported`: the algorithm is not in this build.
    /// - `KeyInvalid`: too few random bytes.
    pub fn generate(algorithm: Algorithm, random: &[u8]) -> Result<Self, Error> {
        if !algorithm.is_in_this_build() {
            return Err(Error::alg_unsupported(algorithm.name()));
        }
        let random = random.first_chunk::<{ Self::RANDOM_BYTES }>();
        let key = random.ok_or(Reason::NoRandomness).and_then(|random| {
            let material = material(algorithm, random)?;
            Self::new(Inside::from(material))
        });
        key.map_err(Error::key_invalid)
    }
}

// What a build without a family has no use for.
#[cfg_attr(not(feature = "full"), allow(unused_variables))]
fn material(algorithm: Algorithm, random: &[u8; Key::RANDOM_BYTES]) -> Result<Material, Reason> {
    let (seed, _) = random.split_at(32);
    match algorithm.family() {
        Family::Hmac => {
            let length = algorithm.min_secret_bytes();
            Secret::new(random.get(..length).unwrap_or_default()).map(Material::Secret)
        }
        #[cfg(feature = "rsa")]
        Family::Rsa => super::RsaKey::generate(stream(seed)?).map(Material::Rsa),
        #[cfg(feature = "es")]
        Family::Ecdsa => {
            let mut curves = super::Curve::ALL.into_iter();
            let curve = curves.find(|curve| curve.algorithm() == algorithm);
            let curve = curve.ok_or(Reason::CurveUnsupported)?;
            super::EcKey::generate(curve, stream(seed)?).map(Material::Ec)
        }
        #[cfg(feature = "eddsa")]
        Family::EdDsa => super::Ed25519Key::new(None, Some(seed)).map(Material::Ed25519),
        #[cfg(feature = "ml-dsa")]
        Family::MlDsa => super::MlDsaKey::new(algorithm, None, Some(seed)).map(Material::MlDsa),
        // Not reached: a build without the family has refused the algorithm.
        #[allow(unreachable_patterns)]
        _ => Err(Reason::KtyUnsupported),
    }
}
