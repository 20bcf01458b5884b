//! Errors: one variant a stable code, in the order in which the checks are made.
//!
//! Variants carry what a caller needs to act: the part, the claim, what was expected. None carries
//! the token, the signature or key material.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use crate::numeric_date::NumericDate;

/// Why a token, a key or an option was refused.
///
/// [`Error::code`] is stable API, the text of [`Error::message`] is not.
/// `Expired`, `NotYetValid` and the `Claim…` variants imply that the signature held.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The form is wrong: segments, base64url, UTF-8, JSON, header members, sizes.
    Malformed {
        /// Where.
        part: Part,
        /// What is wrong there.
        reason: Reason,
    },
    /// The header's `crit` names an extension, or `b64` is false (RFC 7515 §4.1.11, RFC 7797 §7).
    CritUnsupported {
        /// Its name.
        extension: String,
    },
    /// The header's `alg` is `none`, unknown, or not in this build.
    AlgUnsupported {
        /// `alg` as the token has it.
        alg: String,
    },
    /// The header's `alg` is not one that the caller and the key take.
    AlgNotAllowed {
        /// `alg` as the token has it.
        alg: String,
    },
    /// The key cannot be used.
    KeyInvalid {
        /// Why.
        reason: Reason,
    },
    /// No key is left to try: none has the token's `kid`, or the set is empty.
    KeyNotFound {
        /// `kid` as the token has it.
        kid: Option<String>,
        /// The `kid`s of the set.
        offered: Vec<String>,
    },
    /// The signature does not hold under any key tried. No more is said, on purpose.
    SignatureInvalid,
    /// `now >= exp + tolerance`, or `now >= iat + max age + tolerance` (RFC 7519 §4.1.4).
    Expired {
        /// `exp` or `iat`.
        claim: &'static str,
        /// The claim's value.
        actual: NumericDate,
        /// The time of the check.
        now: NumericDate,
        /// The tolerance of the check.
        tolerance: Duration,
    },
    /// `now < nbf - tolerance`, or with a max age `now < iat - tolerance` (RFC 7519 §4.1.5).
    NotYetValid {
        /// `nbf` or `iat`.
        claim: &'static str,
        /// The claim's value.
        actual: NumericDate,
        /// The time of the check.
        now: NumericDate,
        /// The tolerance of the check.
        tolerance: Duration,
    },
    /// A claim (or header `typ`) that is required or expected is absent.
    ClaimMissing {
        /// Its name.
        claim: String,
    },
    /// A claim has the wrong type or is out of range.
    ClaimInvalid {
        /// Its name.
        claim: String,
        /// What it has to be.
        expected: &'static str,
    },
    /// A claim (or header `typ`) is not what the caller expects.
    ClaimMismatch {
        /// Its name.
        claim: &'static str,
        /// What is expected: any one of these.
        expected: Vec<String>,
        /// The claim's value, as JSON text.
        actual: String,
    },
}

impl Error {
    /// The stable code, the same in Rust and JavaScript.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "ERR_JWT_MALFORMED",
            Self::CritUnsupported { .. } => "ERR_JWT_CRIT_UNSUPPORTED",
            Self::AlgUnsupported { .. } => "ERR_JWT_ALG_UNSUPPORTED",
            Self::AlgNotAllowed { .. } => "ERR_JWT_ALG_NOT_ALLOWED",
            Self::KeyInvalid { .. } => "ERR_JWT_KEY_INVALID",
            Self::KeyNotFound { .. } => "ERR_JWT_KEY_NOT_FOUND",
            Self::SignatureInvalid => "ERR_JWT_SIGNATURE_INVALID",
            Self::Expired { .. } => "ERR_JWT_EXPIRED",
            Self::NotYetValid { .. } => "ERR_JWT_NOT_YET_VALID",
            Self::ClaimMissing { .. } => "ERR_JWT_CLAIM_MISSING",
            Self::ClaimInvalid { .. } => "ERR_JWT_CLAIM_INVALID",
            Self::ClaimMismatch { .. } => "ERR_JWT_CLAIM_MISMATCH",
        }
    }

    /// One line for people. It names the part or claim and never repeats what the token or key holds.
    #[must_use]
    pub fn message(&self) -> String {
        // Joined by hand: the formatting machinery would weigh more than this whole file in wasm.
        match self {
            Self::Malformed { part, reason } => [part.as_str(), ": ", reason.as_str()].concat(),
            Self::CritUnsupported { .. } => {
                "header: a critical extension is not supported".to_owned()
            }
            Self::AlgUnsupported { .. } => "header: alg is not supported by this build".to_owned(),
            Self::AlgNotAllowed { .. } => {
                "header: alg is not allowed by the key and the algorithms given".to_owned()
            }
            Self::KeyInvalid { reason } => ["key: ", reason.as_str()].concat(),
            Self::KeyNotFound { .. } => "no key of the set matches".to_owned(),
            Self::SignatureInvalid => "the signature does not hold".to_owned(),
            Self::Expired { claim, .. } => ["the token has expired (", claim, ")"].concat(),
            Self::NotYetValid { claim, .. } => {
                ["the token is not valid yet (", claim, ")"].concat()
            }
            Self::ClaimMissing { claim } => ["claim ", claim, " is missing"].concat(),
            Self::ClaimInvalid { claim, expected } => {
                ["claim ", claim, " is not ", expected].concat()
            }
            Self::ClaimMismatch { claim, .. } => {
                ["claim ", claim, " is not what is expected"].concat()
            }
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for Error {}

/// Declares a closed list of phrases as an enum, so that the list stands in one place only.
macro_rules! phrases {
    ($(#[$meta:meta])* $name:ident { $($variant:ident => $phrase:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $phrase] $variant,)*
        }

        impl $name {
            /// All of the list, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The fixed phrase, the same in Rust and JavaScript.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $phrase,)* }
            }
        }
    };
}

phrases! {
    /// Where something is malformed.
    Part {
        Token => "token",
        Header => "header",
        Payload => "payload",
        Signature => "signature",
        Key => "key",
        Option => "option",
    }
}

phrases! {
    /// What is wrong with it.
    Reason {
        // The token.
        TooLarge => "too large",
        NotCompact => "not three segments",
        Jwe => "jwe",
        JsonSerialization => "json serialization",
        // A segment (RFC 7515 §2: base64url without padding, white space or line breaks).
        Padding => "padded base64url",
        Character => "character outside base64url",
        Length => "impossible base64url length",
        SpareBits => "spare bits set in base64url",
        // Its text (RFC 8259).
        Bom => "byte order mark",
        NotUtf8 => "not utf-8",
        NotJson => "not json",
        NotObject => "not a json object",
        DuplicateName => "duplicate name",
        LoneSurrogate => "lone surrogate",
        TooDeep => "too deep",
        // Members of the header.
        AlgMissing => "alg missing",
        AlgNotString => "alg not a string",
        TypNotString => "typ not a string",
        KidNotString => "kid not a string",
        CtyNotString => "cty not a string",
        Crit => "crit not a list of distinct extension names in the header",
        B64NotBoolean => "b64 not a boolean",
        // Keys.
        EmptySecret => "empty secret",
        ShortSecret => "secret shorter than the hash",
        PemAsSecret => "pem given as a secret: parse it first",
        JwkAsSecret => "jwk given as a secret: parse it first",
        DerAsSecret => "der given as a secret: parse it first",
        SshAsSecret => "ssh key given as a secret: parse it first",
        NotJwk => "not a jwk",
        KtyUnsupported => "kty not supported by this build",
        NotCanonical => "member not canonical base64url",
        AlgUnfit => "alg does not fit the key",
        NotForSigning => "use or key_ops does not allow it",
        NoRandomness => "no source of randomness",
        // Options.
        WrongType => "wrong type",
        OutOfRange => "out of range",
        UnknownAlgorithm => "no algorithm of that name",
        UnknownHandle => "unknown handle",
    }
}
