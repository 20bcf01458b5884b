//! The JOSE header: RFC 7515 §4.
//!
//! Members that could name or carry a key (`jku`, `jwk`, `x5u`, `x5c`) are never looked at.

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

use crate::algorithm::Algorithm;
use crate::error::{Error, ErrorKind, Part, Reason};
use crate::json::{Kind, Object, Value, count_repeated};

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
    algorithm: Option<Algorithm>,
    kid: Option<String>,
    /// Whether `crit` or `b64` is there.
    has_extensions: bool,
}

impl Header {
    /// Reads the decoded header.
    ///
    /// # Errors
    /// `Malformed` with part `header`: no JSON object, `alg` absent, or one of `alg`, `typ`, `kid`,
    /// `cty` not a string.
    pub(crate) fn parse(bytes: Vec<u8>) -> Result<Self, Error> {
        Self::read(bytes).map_err(|reason| Error::malformed(Part::Header, reason))
    }

    fn read(bytes: Vec<u8>) -> Result<Self, Reason> {
        if bytes.len() > MAX_BYTES {
            return Err(Reason::TooLarge);
        }
        let object = Object::parse(bytes)?;
        for (name, reason) in [
            ("alg", Reason::AlgNotString),
            ("typ", Reason::TypNotString),
            ("kid", Reason::KidNotString),
            ("cty", Reason::CtyNotString),
        ] {
            match object.get(name) {
                Some(value) if value.kind() != Kind::String => return Err(reason),
                None if name == "alg" => return Err(Reason::AlgMissing),
                _ => {}
            }
        }
        let algorithm = object.get("alg").and_then(Algorithm::from_json);
        let kid = object.get("kid").and_then(Value::as_str).map(Cow::into_owned);
        let has_extensions = object.get("crit").or(object.get("b64")).is_some();
        Ok(Self { object, algorithm, kid, has_extensions })
    }

    /// Refuses extensions that must be understood: none is (RFC 7515 §4.1.11). `b64` false makes
    /// another token than a JWT (RFC 7797 §7).
    pub(crate) fn check_critical(&self) -> Result<(), Error> {
        if !self.has_extensions {
            return Ok(());
        }
        let malformed = |reason| Err(Error::malformed(Part::Header, reason));
        if let Some(crit) = self.object.get("crit") {
            return match self.first_critical(crit) {
                Some(extension) => {
                    Err(ErrorKind::CritUnsupported { extension: extension.into_owned() }.into())
                }
                None => malformed(Reason::Crit),
            };
        }
        match self.object.get("b64").map(Value::text) {
            None | Some("true") => Ok(()),
            Some("false") => Err(ErrorKind::CritUnsupported { extension: "b64".to_owned() }.into()),
            Some(_) => malformed(Reason::B64NotBoolean),
        }
    }

    /// The first of the names that `crit` holds, if it may name these: one or more distinct
    /// extensions that are in this header.
    fn first_critical<'h>(&self, crit: Value<'h>) -> Option<Cow<'h, str>> {
        let elements = crit.elements()?;
        let mut names = Vec::new();
        for element in &elements {
            if REGISTERED.iter().any(|registered| element.is(registered)) {
                return None;
            }
            names.push(element.as_name()?);
        }
        let distinct = count_repeated(&mut names) == 0;
        // Counted rather than looked up one by one: a hostile header has room for thousands.
        names.extend(self.object.members().map(|(name, _)| name));
        let present = count_repeated(&mut names) == elements.len();
        elements.first().filter(|_| distinct && present)?.as_str()
    }

    /// `alg` as it stands.
    #[must_use]
    pub fn alg(&self) -> Cow<'_, str> {
        self.text("alg").unwrap_or_default()
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
    pub fn typ(&self) -> Option<Cow<'_, str>> {
        self.text("typ")
    }

    fn text(&self, name: &str) -> Option<Cow<'_, str>> {
        self.object.get(name)?.as_str()
    }

    /// The whole header.
    #[must_use]
    pub fn object(&self) -> &Object {
        &self.object
    }
}
