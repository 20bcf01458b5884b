//! The scan: one pass that checks a whole JSON text and notes its outermost members.
//!
//! Iterative, so that no nesting can exhaust the stack, and linear but for the sorting of very wide
//! objects: hostile text costs what its length costs.

use alloc::vec::Vec;

use super::Kind;
use super::string::{Name, count_repeated, read_code_unit, read_escape};
use crate::error::Reason;

/// How many containers may lie inside one another; the outermost counts.
const MAX_DEPTH: usize = 128;

/// From so many names on, duplicates are looked for by sorting rather than one by one.
const WIDE: usize = 64;

/// What a text is and what its outermost container holds.
pub(super) struct Outline {
    pub(super) kind: Kind,
    pub(super) entries: Vec<Entry>,
    pub(super) has_big_integers: bool,
}

/// A member of an object, or an element of an array (whose name is empty).
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Entry {
    /// Between the quotes.
    name: Span,
    name_has_escapes: bool,
    pub(super) value: Span,
}

impl Entry {
    pub(super) fn name(self, text: &str) -> Name<'_> {
        Name::new(self.name.of(text), self.name_has_escapes)
    }

    /// Whether its name is `name`.
    #[inline]
    pub(super) fn is(self, name: &str, text: &str) -> bool {
        // Nearly every name is told apart by its length and its first letter.
        let (length, first) =
            (self.name.end - self.name.start, text.as_bytes().get(self.name.start));
        let may_be = length == name.len() && (length == 0 || first == name.as_bytes().first());
        (may_be || self.name_has_escapes) && self.name(text).is(name)
    }
}

/// A part of the text, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    /// Its text; it begins and ends at characters.
    #[inline(never)]
    pub(super) fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Checks `text` and outlines it.
pub(super) fn outline(text: &str) -> Result<Outline, Reason> {
    let mut scan = Scan {
        text,
        bytes: text.as_bytes(),
        at: 0,
        inner: Container { kind: Kind::Null, entries: 0, names: 0 },
        outer: Vec::new(),
        entries: Vec::with_capacity(16),
        has_big_integers: false,
    };
    scan.skip_space();
    let kind = scan.document()?;
    Ok(Outline { kind, entries: scan.entries, has_big_integers: scan.has_big_integers })
}

/// A container that is open.
#[derive(Clone, Copy)]
struct Container {
    /// Object or array; outside of all, neither.
    kind: Kind,
    /// Where its entries begin.
    entries: usize,
    /// One bit for each name's length and ends: names whose bits differ differ.
    names: u64,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    /// The innermost container.
    inner: Container,
    /// Those around it, down to the outside.
    outer: Vec<Container>,
    /// The outermost container's entries, then those of the objects being read inside it.
    entries: Vec<Entry>,
    has_big_integers: bool,
}

impl Scan<'_> {
    fn document(&mut self) -> Result<Kind, Reason> {
        let kind = self.value()?;
        let mut opened = is_container(kind);
        loop {
            // After a value or an opening: close what ends here, or go on to the next value.
            self.skip_space();
            let object = match self.inner.kind {
                Kind::Object => true,
                Kind::Array => false,
                _ if self.at == self.bytes.len() => return Ok(kind),
                _ => return Err(Reason::NotJson),
            };
            let next = self.peek();
            if next == Some(if object { b'}' } else { b']' }) {
                self.close()?;
                opened = false;
                continue;
            }
            if !opened {
                if next != Some(b',') {
                    return Err(Reason::NotJson);
                }
                self.at += 1;
                self.skip_space();
            }
            opened = self.entry(object)?;
        }
    }

    /// Reads a scalar whole, or opens a container.
    fn value(&mut self) -> Result<Kind, Reason> {
        match self.peek().unwrap_or_default() {
            b'{' => self.open(Kind::Object),
            b'[' => self.open(Kind::Array),
            b'"' => self.string().map(|_| Kind::String),
            b't' => self.literal(b"true", Kind::Bool),
            b'f' => self.literal(b"false", Kind::Bool),
            b'n' => self.literal(b"null", Kind::Null),
            _ => self.number(),
        }
    }

    fn open(&mut self, kind: Kind) -> Result<Kind, Reason> {
        if self.outer.len() == MAX_DEPTH {
            return Err(Reason::TooDeep);
        }
        self.outer.push(self.inner);
        self.inner = Container { kind, entries: self.entries.len(), names: 0 };
        self.at += 1;
        Ok(kind)
    }

    fn close(&mut self) -> Result<(), Reason> {
        if self.entries.len() - self.inner.entries > WIDE && self.inner.kind == Kind::Object {
            self.refuse_duplicates()?;
        }
        self.at += 1;
        if self.outer.len() > 1 {
            self.entries.truncate(self.inner.entries);
        }
        self.inner = self.outer.pop().unwrap_or(self.inner);
        if self.outer.len() == 1
            && let Some(entry) = self.entries.last_mut()
        {
            entry.value.end = self.at;
        }
        Ok(())
    }

    /// Reads a member or an element; whether that opened a container.
    fn entry(&mut self, object: bool) -> Result<bool, Reason> {
        let mut entry = Entry::default();
        if object {
            self.name(&mut entry)?;
        }
        entry.value.start = self.at;
        // Names inside are needed until their object ends, elements only of the outermost array.
        let noted = object || self.outer.len() == 1;
        if noted {
            self.entries.push(entry);
        }
        let opened = is_container(self.value()?);
        if noted
            && !opened
            && let Some(entry) = self.entries.last_mut()
        {
            entry.value.end = self.at;
        }
        Ok(opened)
    }

    /// Reads a name and its colon.
    fn name(&mut self, entry: &mut Entry) -> Result<(), Reason> {
        if self.peek() != Some(b'"') {
            return Err(Reason::NotJson);
        }
        let start = self.at + 1;
        entry.name_has_escapes = self.string()?;
        entry.name = Span { start, end: self.at - 1 };
        let own = self.entries.get(self.inner.entries..).unwrap_or_default();
        if own.len() < WIDE {
            let bits = self.fingerprint(entry);
            let is_same =
                |other: &Entry| other.name(self.text).compare(entry.name(self.text)).is_eq();
            if self.inner.names & bits != 0 && own.iter().any(is_same) {
                return Err(Reason::DuplicateName);
            }
            self.inner.names |= bits;
        }
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(Reason::NotJson);
        }
        self.at += 1;
        self.skip_space();
        Ok(())
    }

    /// One of 64 bits, from a name's length and its ends; all of them if it has escapes.
    fn fingerprint(&self, entry: &Entry) -> u64 {
        let Span { start, end } = entry.name;
        if entry.name_has_escapes {
            return u64::MAX;
        }
        // At the ends of an empty name stand its quotes, as good as anything.
        let byte = |at: usize| usize::from(self.bytes.get(at).copied().unwrap_or_default());
        1 << ((byte(start) * 7 + byte(end - 1) * 3 + end - start) % 64)
    }

    /// Wide objects are checked whole when they close: one by one would be quadratic.
    fn refuse_duplicates(&self) -> Result<(), Reason> {
        let own = self.entries.get(self.inner.entries..).unwrap_or_default();
        let names = own.iter().map(|entry| entry.name(self.text));
        match count_repeated(&mut names.collect::<Vec<_>>()) {
            0 => Ok(()),
            _ => Err(Reason::DuplicateName),
        }
    }

    /// Reads a string, quotes and all; tells whether it has escapes.
    fn string(&mut self) -> Result<bool, Reason> {
        self.at += 1;
        let mut has_escapes = false;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
            self.at += plain.ok_or(Reason::NotJson)?;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(has_escapes);
                }
                Some(b'\\') => {
                    has_escapes = true;
                    let rest = self.bytes.get(self.at..).unwrap_or_default();
                    let Some((_, length)) = read_escape(rest) else {
                        let surrogate = matches!(read_code_unit(rest), Some(0xd800..=0xdfff));
                        return Err(if surrogate {
                            Reason::LoneSurrogate
                        } else {
                            Reason::NotJson
                        });
                    };
                    self.at += length;
                }
                _ => return Err(Reason::NotJson),
            }
        }
    }

    /// Reads a number: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
    fn number(&mut self) -> Result<Kind, Reason> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        let start = self.at;
        let digits = self.digits()?;
        if digits > 1 && self.bytes.get(start) == Some(&b'0') {
            return Err(Reason::NotJson);
        }
        let mut integer = true;
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
            integer = false;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
            integer = false;
        }
        // 2^53 − 1 has 16 digits.
        if integer && digits > 15 {
            let value = self.text.get(start..self.at).and_then(|digits| digits.parse::<u64>().ok());
            self.has_big_integers |= value.is_none_or(|value| value >= 1 << 53);
        }
        Ok(Kind::Number)
    }

    /// Reads one digit or more and tells how many.
    fn digits(&mut self) -> Result<usize, Reason> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start { Err(Reason::NotJson) } else { Ok(self.at - start) }
    }

    fn literal(&mut self, text: &[u8], kind: Kind) -> Result<Kind, Reason> {
        if !self.bytes.get(self.at..).unwrap_or_default().starts_with(text) {
            return Err(Reason::NotJson);
        }
        self.at += text.len();
        Ok(kind)
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.peek() {
            self.at += 1;
        }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }
}

fn is_container(kind: Kind) -> bool {
    matches!(kind, Kind::Object | Kind::Array)
}
