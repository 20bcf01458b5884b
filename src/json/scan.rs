//! The scan: one pass that checks a whole JSON text and notes its outermost members.
//!
//! Iterative, so that no nesting can exhaust the stack, and linear but for the sorting of very wide
//! objects: hostile text costs what its length costs.

use alloc::string::String;
use alloc::vec::Vec;
use core::ops::Range;

use super::Kind;
use super::string::{read_code_unit, read_escape, unescape};
use crate::error::Reason;

/// How many containers may lie inside one another; the outermost counts.
const MAX_DEPTH: u32 = 128;

/// From so many names on, duplicates are looked for by sorting rather than one by one.
const WIDE: usize = 64;

/// What a text is and what its outermost container holds.
pub(super) struct Outline {
    pub(super) kind: Kind,
    pub(super) entries: Vec<Entry>,
    pub(super) has_big_integers: bool,
}

/// A member of an object, or an element of an array (whose name is empty).
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) name: Name,
    pub(super) value: Range<usize>,
}

/// A member's name: where it stands, or its text if that differs.
#[derive(Clone, Debug)]
pub(super) enum Name {
    Plain(Range<usize>),
    Unescaped(String),
}

/// Checks `text` and outlines it.
pub(super) fn outline(text: &str) -> Result<Outline, Reason> {
    let mut scan = Scan {
        text,
        bytes: text.as_bytes(),
        at: 0,
        depth: 0,
        objects: 0,
        names: Names::default(),
        outer: Vec::new(),
        entries: Vec::with_capacity(16),
        has_big_integers: false,
    };
    scan.skip_space();
    let kind = scan.document()?;
    Ok(Outline { kind, entries: scan.entries, has_big_integers: scan.has_big_integers })
}

/// The names of the object being read.
#[derive(Default)]
struct Names {
    /// Where they begin in `entries`.
    start: usize,
    /// One bit for each name's length and ends: names whose bits differ differ.
    seen: u64,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    depth: u32,
    /// One bit a level, the innermost lowest: whether it is an object.
    objects: u128,
    names: Names,
    /// The names of the objects around it.
    outer: Vec<Names>,
    /// The outermost container's entries, then those of the objects being read inside it.
    entries: Vec<Entry>,
    has_big_integers: bool,
}

impl Scan<'_> {
    fn document(&mut self) -> Result<Kind, Reason> {
        let mut kind = None;
        loop {
            let start = self.at;
            let found = self.value_or_opening()?;
            kind.get_or_insert(found);
            if self.depth == 1 && !matches!(found, Kind::Object | Kind::Array) {
                self.note(start..self.at);
            }
            // Close what ends here, then stop before the next value or at the end of the text.
            let mut opened = matches!(found, Kind::Object | Kind::Array);
            loop {
                self.skip_space();
                if self.depth == 0 {
                    return match (self.at == self.bytes.len(), kind) {
                        (true, Some(kind)) => Ok(kind),
                        _ => Err(Reason::NotJson),
                    };
                }
                let in_object = self.objects & 1 == 1;
                match self.peek() {
                    Some(b'}') if in_object => self.close()?,
                    Some(b']') if !in_object => self.close()?,
                    Some(b',') if !opened => {
                        self.at += 1;
                        self.skip_space();
                        self.begin_entry(in_object)?;
                        break;
                    }
                    Some(_) if opened => {
                        self.begin_entry(in_object)?;
                        break;
                    }
                    _ => return Err(Reason::NotJson),
                }
                opened = false;
            }
        }
    }

    /// Reads a scalar whole, or opens a container.
    fn value_or_opening(&mut self) -> Result<Kind, Reason> {
        match self.peek().ok_or(Reason::NotJson)? {
            b'{' => self.open(Kind::Object),
            b'[' => self.open(Kind::Array),
            b'"' => self.string().map(|_| Kind::String),
            b't' => self.literal("true", Kind::Bool),
            b'f' => self.literal("false", Kind::Bool),
            b'n' => self.literal("null", Kind::Null),
            _ => self.number(),
        }
    }

    fn open(&mut self, kind: Kind) -> Result<Kind, Reason> {
        if self.depth == MAX_DEPTH {
            return Err(Reason::TooDeep);
        }
        self.depth += 1;
        self.objects = self.objects << 1 | u128::from(kind == Kind::Object);
        if self.depth > 1 && kind == Kind::Object {
            let names = Names { start: self.entries.len(), seen: 0 };
            self.outer.push(core::mem::replace(&mut self.names, names));
        }
        self.at += 1;
        Ok(kind)
    }

    fn close(&mut self) -> Result<(), Reason> {
        if self.objects & 1 == 1 {
            self.refuse_duplicates_if_wide()?;
            if self.depth > 1 {
                self.entries.truncate(self.names.start);
                self.names = self.outer.pop().unwrap_or_default();
            }
        }
        self.depth -= 1;
        self.objects >>= 1;
        self.at += 1;
        if self.depth == 1 {
            self.end_entry();
        }
        Ok(())
    }

    /// Stands before an entry: reads the name and colon of a member, notes where a value begins.
    fn begin_entry(&mut self, in_object: bool) -> Result<(), Reason> {
        let mut name = Name::Plain(0..0);
        if in_object {
            if self.peek() != Some(b'"') {
                return Err(Reason::NotJson);
            }
            name = self.name()?;
            self.skip_space();
            if self.peek() != Some(b':') {
                return Err(Reason::NotJson);
            }
            self.at += 1;
            self.skip_space();
        }
        if in_object || self.depth == 1 {
            self.entries.push(Entry { name, value: self.at..self.at });
        }
        Ok(())
    }

    /// Notes the range of the outermost container's last entry, a scalar.
    fn note(&mut self, range: Range<usize>) {
        if let Some(entry) = self.entries.last_mut() {
            entry.value = range;
        }
    }

    /// Notes that the outermost container's last entry, a container, ends here.
    fn end_entry(&mut self) {
        if let Some(entry) = self.entries.last_mut() {
            entry.value.end = self.at;
        }
    }

    fn name(&mut self) -> Result<Name, Reason> {
        let start = self.at + 1;
        let escaped = self.string()?;
        let range = start..self.at - 1;
        let name = if escaped {
            let inner = self.text.get(range).and_then(unescape);
            Name::Unescaped(inner.ok_or(Reason::NotJson)?)
        } else {
            Name::Plain(range)
        };
        let count = self.entries.len() - self.names.start;
        if count < WIDE {
            let text = name.resolve(self.text);
            let bit = fingerprint(text.as_bytes());
            if self.names.seen & bit != 0 && self.own_names().any(|other| other == text) {
                return Err(Reason::DuplicateName);
            }
            self.names.seen |= bit;
        }
        Ok(name)
    }

    fn own_names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().skip(self.names.start).map(|entry| entry.name.resolve(self.text))
    }

    /// Wide objects are checked whole when they close: one by one would be quadratic.
    fn refuse_duplicates_if_wide(&self) -> Result<(), Reason> {
        if self.entries.len() - self.names.start <= WIDE {
            return Ok(());
        }
        let mut names: Vec<&str> = self.own_names().collect();
        names.sort_unstable();
        let twice = names.windows(2).any(|pair| matches!(pair, [a, b] if a == b));
        if twice { Err(Reason::DuplicateName) } else { Ok(()) }
    }

    /// Reads a string, quotes and all; tells whether it holds an escape.
    fn string(&mut self) -> Result<bool, Reason> {
        self.at += 1;
        let mut escaped = false;
        loop {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let plain = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
            self.at += plain.ok_or(Reason::NotJson)?;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(escaped);
                }
                Some(b'\\') => {
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
                    escaped = true;
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

    fn literal(&mut self, text: &str, kind: Kind) -> Result<Kind, Reason> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        if !rest.starts_with(text.as_bytes()) {
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

/// One of 64 bits, from a name's length and its ends.
fn fingerprint(name: &[u8]) -> u64 {
    let first = name.first().copied().unwrap_or_default();
    let last = name.last().copied().unwrap_or_default();
    let mixed = usize::from(first) * 7 + usize::from(last) * 3 + name.len();
    1 << (mixed % 64)
}
