//! The JOSE header: RFC 7515 §4.
//!
//! Members that could name or carry a key (`jku`, `jwk`, `x5u`, `x5c`) are never looked at.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

use crate::algorithm::Algorithm;
use crate::error::{Error, Part, Reason};
use crate::json::{Kind, Object};

/// The largest header taken, decoded, in bytes.
pub(crate) const MAX_BYTES: usize = 16 * 1024;

/// Header parameters that RFC 7515 and RFC 7516 register: `crit` must not name them.
const REGISTERED: [&str; 18] = [
    "alg", "jku", "jwk", "kid", "x5u", "x5c", "x5t", "x5t#S256", "typ", "cty", "crit", "enc",
    "zip", "epk", "apu", "apv", "iv", "tag",
];

/// A JOSE header whose form is right.
#[derive(Clone, Debug)]
pub struct Header {
    object: Object,
    alg: String,
    algorithm: Option<Algorithm>,
    kid: Option<String>,
    typ: Option<String>,
}

impl Header {
    /// Reads the decoded header.
    ///
    /// # Errors
    /// `Malformed` with part `header`: no JSON object, `alg` absent, or one of `alg`, `typ`, `kid`,
    /// `cty` not a string.
    pub(crate) fn parse(bytes: Vec<u8>) -> Result<Self, Error> {
        let malformed = |reason| Error::Malformed { part: Part::Header, reason };
        if bytes.len() > MAX_BYTES {
            return Err(malformed(Reason::TooLarge));
        }
        let object = Object::parse(bytes).map_err(malformed)?;
        let text = |name, reason| match object.get(name).map(|value| value.as_str()) {
            None => Ok(None),
            Some(Some(text)) => Ok(Some(text.into_owned())),
            Some(None) => Err(malformed(reason)),
        };
        let alg =
            text("alg", Reason::AlgNotString)?.ok_or_else(|| malformed(Reason::AlgMissing))?;
        let typ = text("typ", Reason::TypNotString)?;
        let kid = text("kid", Reason::KidNotString)?;
        text("cty", Reason::CtyNotString)?;
        Ok(Self { algorithm: Algorithm::from_name(&alg), alg, kid, typ, object })
    }

    /// Refuses extensions that must be understood: none is (RFC 7515 §4.1.11). `b64` false makes
    /// another token than a JWT (RFC 7797 §7).
    pub(crate) fn check_critical(&self) -> Result<(), Error> {
        let malformed = |reason| Err(Error::Malformed { part: Part::Header, reason });
        if let Some(crit) = self.object.get("crit") {
            let Some(names) = crit.strings() else { return malformed(Reason::Crit) };
            if !self.may_be_critical(&names) {
                return malformed(Reason::Crit);
            }
            let extension = names.into_iter().next().unwrap_or_default().into_owned();
            return Err(Error::CritUnsupported { extension });
        }
        match self.object.get("b64") {
            Some(b64) if b64.kind() != Kind::Bool => malformed(Reason::B64NotBoolean),
            Some(b64) if b64.as_bool() == Some(false) => {
                Err(Error::CritUnsupported { extension: "b64".to_owned() })
            }
            _ => Ok(()),
        }
    }

    /// Whether `crit` may name these: one or more distinct extensions that are in this header. Sorted,
    /// since a hostile header has room for thousands.
    fn may_be_critical(&self, names: &[Cow<'_, str>]) -> bool {
        let mut names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        names.sort_unstable();
        let mut present: Vec<&str> = self.object.members().map(|(name, _)| name).collect();
        present.sort_unstable();
        !names.is_empty()
            && !names.windows(2).any(|pair| matches!(pair, [a, b] if a == b))
            && names
                .iter()
                .all(|name| !REGISTERED.contains(name) && present.binary_search(name).is_ok())
    }

    /// `alg` as it stands.
    #[must_use]
    pub fn alg(&self) -> &str {
        &self.alg
    }

    /// The algorithm that `alg` names, if it names one.
    #[must_use]
    pub fn algorithm(&self) -> Option<Algorithm> {
        self.algorithm
    }

    /// `kid`: a hint at the key (RFC 7515 §4.1.4).
    #[must_use]
    pub fn kid(&self) -> Option<&str> {
        self.kid.as_deref()
    }

    /// `typ`: the media type of the whole token (RFC 7515 §4.1.9).
    #[must_use]
    pub fn typ(&self) -> Option<&str> {
        self.typ.as_deref()
    }

    /// The whole header.
    #[must_use]
    pub fn object(&self) -> &Object {
        &self.object
    }
}
