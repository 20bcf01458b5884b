//! JSON: RFC 8259, read strictly.
//!
//! UTF-8 without a byte order mark, no duplicate names at any depth (compared after unescaping), no
//! lone surrogates, at most 128 containers inside one another. Numbers keep their text:
//! who needs a value reads it from there, exactly.
//!
//! Claims, headers, JWKs and, at the boundary, options all go through this one reader. It checks a
//! whole text once and keeps an index of the outermost members; what lies deeper is read from its
//! text when it is asked for.

mod members;
mod scan;
mod string;

use alloc::borrow::{Cow, ToOwned};
use alloc::string::String;
use alloc::vec::Vec;

pub(crate) use members::Members;
pub use string::Name;
pub(crate) use string::count_repeated;

use zeroize::Zeroize;

use crate::error::Reason;
use scan::{Entry, Outline};

/// A JSON object whose whole text has been checked, with its members in the order of the text.
#[derive(Clone, Debug)]
pub struct Object {
    text: String,
    members: Vec<Entry>,
    has_big_integers: bool,
}

impl Object {
    /// Reads `bytes` as one JSON object.
    ///
    /// # Errors
    /// The first fault: not UTF-8, not JSON, a duplicate name, and so on; `NotObject` for another
    /// JSON value.
    pub fn parse(bytes: Vec<u8>) -> Result<Self, Reason> {
        Self::read(bytes).map_err(|(mut refused, reason)| {
            // It may be a key that somebody mistyped.
            refused.zeroize();
            reason
        })
    }

    fn read(bytes: Vec<u8>) -> Result<Self, (Vec<u8>, Reason)> {
        if bytes.starts_with(b"\xef\xbb\xbf") {
            return Err((bytes, Reason::Bom));
        }
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(error) => return Err((error.into_bytes(), Reason::NotUtf8)),
        };
        match scan::outline(&text) {
            Ok(Outline { kind: Kind::Object, entries, has_big_integers }) => {
                Ok(Self { text, members: entries, has_big_integers })
            }
            Ok(_) => Err((text.into_bytes(), Reason::NotObject)),
            Err(reason) => Err((text.into_bytes(), reason)),
        }
    }

    /// The text as it was read.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Gives up the index and keeps the text.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// Whether a number of integer syntax beyond ±(2^53 − 1) stands anywhere in the text: one that
    /// an IEEE double cannot be trusted with.
    #[must_use]
    pub fn has_big_integers(&self) -> bool {
        self.has_big_integers
    }

    /// The own member called `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'_>> {
        let entry = self.members.iter().find(|entry| entry.is(name, &self.text))?;
        Some(Value(entry.value.of(&self.text)))
    }

    /// All members, in the order of the text.
    pub fn members(&self) -> impl Iterator<Item = (Name<'_>, Value<'_>)> {
        let text = &self.text;
        self.members.iter().map(|entry| (entry.name(text), Value(entry.value.of(text))))
    }
}

/// An object without members.
impl Default for Object {
    fn default() -> Self {
        Self { text: "{}".to_owned(), members: Vec::new(), has_big_integers: false }
    }
}

/// For texts that hold a secret: wipes the text, and leaves an object of which nothing can be read.
impl Zeroize for Object {
    fn zeroize(&mut self) {
        self.text.zeroize();
        self.members.clear();
    }
}

/// One value inside a text that has been checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Value<'t>(&'t str);

/// What a [`Value`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    String,
    /// An array.
    Array,
    /// An object.
    Object,
}

impl<'t> Value<'t> {
    /// What it is.
    #[must_use]
    pub fn kind(self) -> Kind {
        match self.0.as_bytes().first() {
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::Array,
            Some(b'"') => Kind::String,
            Some(b't' | b'f') => Kind::Bool,
            Some(b'n') | None => Kind::Null,
            Some(_) => Kind::Number,
        }
    }

    /// Its JSON text.
    #[must_use]
    pub fn text(self) -> &'t str {
        self.0
    }

    /// The string, unescaped, if it is one.
    #[must_use]
    pub fn as_str(self) -> Option<Cow<'t, str>> {
        self.as_name().map(Name::as_str)
    }

    /// Whether it is the string `text`.
    #[must_use]
    pub fn is(self, text: &str) -> bool {
        self.as_name().is_some_and(|own| own.is(text))
    }

    /// The string as names are held, if it is one.
    pub(crate) fn as_name(self) -> Option<Name<'t>> {
        let inner = self.0.strip_prefix('"')?.strip_suffix('"')?;
        Some(Name::new(inner, inner.bytes().any(|byte| byte == b'\\')))
    }

    /// The elements, if it is an array.
    #[must_use]
    pub fn elements(self) -> Option<Vec<Value<'t>>> {
        if self.kind() != Kind::Array {
            return None;
        }
        let outline = scan::outline(self.0).ok()?;
        Some(outline.entries.iter().map(|entry| Value(entry.value.of(self.0))).collect())
    }

    /// The object, if it is one.
    #[must_use]
    pub fn as_object(self) -> Option<Object> {
        Object::parse(self.0.as_bytes().to_vec()).ok()
    }
}
