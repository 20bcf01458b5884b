//! Errors: one variant a stable code, in the order in which the checks are made.
//!
//! Variants carry what a caller needs to act: the part, the claim, what was expected. None carries
//! the token, the signature or key material.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::time::Duration;

use crate::numeric_date::NumericDate;

/// Why a token, a key or an option was refused.
///
/// As small as a pointer: it passes through every function on the way of a good token too.
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<ErrorKind>);

/// What an [`Error`] says, with what a caller needs to act.
///
/// `Expired`, `NotYetValid` and the `Claim…` variants imply that the signature held.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
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
    KeyNotFound(KeySearch),
    /// The signature does not hold under any key tried. No more is said, on purpose.
    SignatureInvalid,
    /// `now >= exp + tolerance`, or `now >= iat + max age + tolerance` (RFC 7519 §4.1.4).
    Expired(TimeFault),
    /// `now < nbf - tolerance`, or with a max age `now < iat - tolerance` (RFC 7519 §4.1.5).
    NotYetValid(TimeFault),
    /// A claim (or header `typ`) that is required or expected is absent.
    ClaimMissing {
        /// Its name.
        claim: String,
    },
    /// A claim has the wrong type or is out of range.
    ClaimInvalid {
        /// Its name.
        claim: &'static str,
    },
    /// A claim (or header `typ`) is not what the caller expects.
    ClaimMismatch(Mismatch),
}

/// A search among keys that found none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeySearch {
    /// `kid` as the token has it.
    pub kid: Option<String>,
    /// The `kid`s of the set.
    pub offered: Vec<String>,
}

/// A date that is not in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeFault {
    /// `exp`, `nbf` or `iat`.
    pub claim: &'static str,
    /// The claim's value.
    pub actual: NumericDate,
    /// The time of the check.
    pub now: NumericDate,
    /// The tolerance of the check.
    pub tolerance: Duration,
}

/// A claim that is not what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mismatch {
    /// Its name.
    pub claim: &'static str,
    /// What is expected: any one of these.
    pub expected: Vec<String>,
    /// The claim's value, as JSON text.
    pub actual: String,
}

/// What a registered claim has to be.
#[must_use]
pub(crate) fn expected_type(claim: &str) -> &'static str {
    match claim {
        "exp" | "nbf" | "iat" => "a finite number within ±(2^53 - 1)",
        "aud" => "a string or an array of strings",
        _ => "a string",
    }
}

impl Error {
    /// `Malformed`.
    #[cold]
    pub(crate) fn malformed(part: Part, reason: Reason) -> Self {
        ErrorKind::Malformed { part, reason }.into()
    }

    /// `KeyInvalid`.
    #[cold]
    pub(crate) fn key_invalid(reason: Reason) -> Self {
        ErrorKind::KeyInvalid { reason }.into()
    }

    /// `KeyNotFound` where no token was looked at yet.
    #[cold]
    pub(crate) fn no_key() -> Self {
        ErrorKind::KeyNotFound(KeySearch { kid: None, offered: Vec::new() }).into()
    }

    /// `AlgUnsupported`.
    #[cold]
    pub(crate) fn alg_unsupported(alg: &str) -> Self {
        ErrorKind::AlgUnsupported { alg: alg.to_owned() }.into()
    }

    /// `AlgNotAllowed`.
    #[cold]
    pub(crate) fn alg_not_allowed(alg: &str) -> Self {
        ErrorKind::AlgNotAllowed { alg: alg.to_owned() }.into()
    }

    /// `ClaimMissing`.
    #[cold]
    pub(crate) fn claim_missing(claim: &str) -> Self {
        ErrorKind::ClaimMissing { claim: claim.to_owned() }.into()
    }

    /// `ClaimInvalid`.
    #[cold]
    pub(crate) fn claim_invalid(claim: &'static str) -> Self {
        ErrorKind::ClaimInvalid { claim }.into()
    }

    /// What it says.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0
    }

    /// The stable code, the same in Rust and JavaScript.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self.kind() {
            ErrorKind::Malformed { .. } => "ERR_JWT_MALFORMED",
            ErrorKind::CritUnsupported { .. } => "ERR_JWT_CRIT_UNSUPPORTED",
            ErrorKind::AlgUnsupported { .. } => "ERR_JWT_ALG_UNSUPPORTED",
            ErrorKind::AlgNotAllowed { .. } => "ERR_JWT_ALG_NOT_ALLOWED",
            ErrorKind::KeyInvalid { .. } => "ERR_JWT_KEY_INVALID",
            ErrorKind::KeyNotFound(_) => "ERR_JWT_KEY_NOT_FOUND",
            ErrorKind::SignatureInvalid => "ERR_JWT_SIGNATURE_INVALID",
            ErrorKind::Expired(_) => "ERR_JWT_EXPIRED",
            ErrorKind::NotYetValid(_) => "ERR_JWT_NOT_YET_VALID",
            ErrorKind::ClaimMissing { .. } => "ERR_JWT_CLAIM_MISSING",
            ErrorKind::ClaimInvalid { .. } => "ERR_JWT_CLAIM_INVALID",
            ErrorKind::ClaimMismatch(_) => "ERR_JWT_CLAIM_MISMATCH",
        }
    }

    /// One line for people. It names the part or claim and never repeats what the token or key holds.
    #[must_use]
    pub fn message(&self) -> String {
        // Joined by hand: the formatting machinery would weigh more than this whole file in wasm.
        let parts = match self.kind() {
            ErrorKind::Malformed { part, reason } => [part.as_str(), ": ", reason.as_str(), ""],
            ErrorKind::CritUnsupported { .. } => {
                ["header: a critical extension is not supported", "", "", ""]
            }
            ErrorKind::AlgUnsupported { .. } => {
                ["header: alg is not supported by this build", "", "", ""]
            }
            ErrorKind::AlgNotAllowed { .. } => {
                ["header: alg is not allowed by the key and the algorithms given", "", "", ""]
            }
            ErrorKind::KeyInvalid { reason } => ["key: ", reason.as_str(), "", ""],
            ErrorKind::KeyNotFound(_) => ["no key of the set matches", "", "", ""],
            ErrorKind::SignatureInvalid => ["the signature does not hold", "", "", ""],
            ErrorKind::Expired(fault) => ["the token has expired (", fault.claim, ")", ""],
            ErrorKind::NotYetValid(fault) => ["the token is not valid yet (", fault.claim, ")", ""],
            ErrorKind::ClaimMissing { claim } => ["claim ", claim, " is missing", ""],
            ErrorKind::ClaimInvalid { claim } => {
                ["claim ", claim, " is not ", expected_type(claim)]
            }
            ErrorKind::ClaimMismatch(fault) => {
                ["claim ", fault.claim, " is not what is expected", ""]
            }
        };
        parts.concat()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// Shows what it says.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.kind().fmt(f)
    }
}

impl From<ErrorKind> for Error {
    #[cold]
    fn from(kind: ErrorKind) -> Self {
        Self(Box::new(kind))
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
        KtyUnsupported => "kty not supported",
        CurveUnsupported => "curve not supported",
        RsaModulus => "rsa modulus not odd or not of 2048 to 8192 bits",
        RsaExponent => "rsa exponent even, less than 3 or beyond 64 bits",
        NoPrimes => "rsa primes absent and exponent too small to recover them",
        MultiPrime => "rsa key of more than two primes",
        Point => "public key of the wrong length or not on the curve",
        CompressedPoint => "compressed point",
        PrivateOutOfRange => "private key of the wrong length or out of range",
        PairUnfit => "private and public part do not fit",
        NoPrivate => "no private part to sign with",
        NotCanonical => "member not canonical base64url",
        AlgUnfit => "alg does not fit the key",
        NotForSigning => "use or key_ops does not allow it",
        // Keys as PEM and DER.
        NotPem => "no pem block",
        PemBlock => "pem block broken or not canonical base64",
        PemLabel => "pem label not supported",
        SeveralKeys => "more than one key in the pem",
        LegacyEncryption => "legacy pem encryption: convert to pkcs#8",
        SshPrivate => "openssh private key: convert to pkcs#8",
        NotDer => "not der of this kind of key",
        KeyAlgorithm => "key algorithm not supported",
        ExplicitCurve => "curve given by parameters, not by name",
        PssParameters => "rsa-pss parameters of no ps algorithm",
        NoSeed => "ml-dsa private key without its seed",
        EncryptionUnsupported => "encryption not supported",
        Iterations => "pbkdf2 iterations not from 1 to 2000000",
        PassphraseNeeded => "encrypted: a passphrase is needed",
        HostDecrypts => "encrypted: decrypted by the host in this build",
        WrongPassphrase => "wrong passphrase",
        // Keys written out.
        SecretNotPublic => "a secret has no public part",
        SecretNotDer => "a secret has no pem or der form",
        PublicUnknown => "public part not known in this build",
        PrimesUnknown => "rsa primes not known in this build",
        HeldByHost => "the host holds this key",
        NoRandomness => "no source of randomness",
        // Options.
        WrongType => "wrong type",
        OutOfRange => "out of range",
        AlgorithmNeeded => "an rsa key needs the option algorithm",
        UnknownAlgorithm => "no algorithm of that name",
        UnknownHandle => "unknown handle",
    }
}
