//! Algorithms: the `alg` names of RFC 7518 §3.1, RFC 8037, RFC 8812, RFC 9864 and RFC 9964.
//!
//! Every build knows every name, so that it can tell an algorithm it was built without from a name
//! that means nothing. `none` is not among them: nothing here can ask for an unsecured token.

use crate::json::Value;

macro_rules! algorithms {
    ($($variant:ident $name:literal $family:ident,)*) => {
        /// A signature algorithm.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Algorithm {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Algorithm {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The `alg` name.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The family, which the key must be of.
            #[must_use]
            pub fn family(self) -> Family {
                match self { $(Self::$variant => Family::$family,)* }
            }
        }
    };
}

algorithms! {
    Hs256 "HS256" Hmac,
    Hs384 "HS384" Hmac,
    Hs512 "HS512" Hmac,
    Rs256 "RS256" Rsa,
    Rs384 "RS384" Rsa,
    Rs512 "RS512" Rsa,
    Ps256 "PS256" Rsa,
    Ps384 "PS384" Rsa,
    Ps512 "PS512" Rsa,
    Es256 "ES256" Ecdsa,
    Es384 "ES384" Ecdsa,
    Es512 "ES512" Ecdsa,
    Es256k "ES256K" Ecdsa,
    EdDsa "EdDSA" EdDsa,
    Ed25519 "Ed25519" EdDsa,
    MlDsa44 "ML-DSA-44" MlDsa,
    MlDsa65 "ML-DSA-65" MlDsa,
    MlDsa87 "ML-DSA-87" MlDsa,
}

/// What kind of key an algorithm takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Family {
    /// A secret.
    Hmac,
    /// An RSA key.
    Rsa,
    /// A key on a NIST curve or secp256k1.
    Ecdsa,
    /// An Edwards curve key.
    EdDsa,
    /// A module-lattice key.
    MlDsa,
}

impl Algorithm {
    /// The algorithm called `name`, case and all. `None` for any other name, `none` included.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|algorithm| algorithm.name() == name)
    }

    /// The algorithm that the string `name` names.
    pub(crate) fn from_json(name: Value<'_>) -> Option<Self> {
        Self::ALL.iter().copied().find(|algorithm| name.is(algorithm.name()))
    }

    /// Whether this build can sign and verify with it.
    #[must_use]
    pub fn is_in_this_build(self) -> bool {
        match self {
            Self::Ps256 | Self::Ps384 | Self::Ps512 => cfg!(feature = "ps"),
            _ => match self.family() {
                Family::Hmac => cfg!(feature = "hs"),
                Family::Rsa => cfg!(feature = "rs"),
                Family::Ecdsa => cfg!(feature = "es"),
                Family::EdDsa => cfg!(feature = "eddsa"),
                Family::MlDsa => cfg!(feature = "ml-dsa"),
            },
        }
    }

    /// How many random bytes a signature takes, all of them new: for the blinding of RS*, the salt
    /// and the blinding of PS*, and the hedge of ML-DSA (FIPS 204 §3.4). 0 for the others, whose
    /// signatures are deterministic (ECDSA's by RFC 6979).
    #[must_use]
    pub fn random_bytes(self) -> usize {
        match self.family() {
            Family::Rsa | Family::MlDsa => 32,
            Family::Hmac | Family::Ecdsa | Family::EdDsa => 0,
        }
    }

    /// How long its signatures are, in bytes; RSA's are as long as the key's modulus.
    pub(crate) fn signature_bytes(self) -> Option<usize> {
        match self {
            Self::Hs256 => Some(32),
            Self::Hs384 => Some(48),
            Self::Hs512 | Self::Es256 | Self::Es256k | Self::EdDsa | Self::Ed25519 => Some(64),
            Self::Es384 => Some(96),
            Self::Es512 => Some(132),
            Self::MlDsa44 => Some(2420),
            Self::MlDsa65 => Some(3309),
            Self::MlDsa87 => Some(4627),
            _ => None,
        }
    }

    /// Whether it is RSASSA-PSS (RFC 7518 §3.5).
    pub(crate) fn is_pss(self) -> bool {
        matches!(self, Self::Ps256 | Self::Ps384 | Self::Ps512)
    }

    /// The fewest bytes of a secret for it: as many as the hash gives (RFC 7518 §3.2). 0 for other
    /// families.
    #[must_use]
    pub fn min_secret_bytes(self) -> usize {
        match self {
            Self::Hs256 => 32,
            Self::Hs384 => 48,
            Self::Hs512 => 64,
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_leads_to_its_algorithm_and_no_near_one_does() {
        for algorithm in Algorithm::ALL {
            assert_eq!(Algorithm::from_name(algorithm.name()), Some(*algorithm));
        }
        for name in ["none", "None", "NONE", "", "hs256", "HS256 ", "HS257", "ES256k", "A128GCM"] {
            assert_eq!(Algorithm::from_name(name), None, "{name}");
        }
    }
}
