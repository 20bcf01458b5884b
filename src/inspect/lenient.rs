//! Reading what verification refuses, so that people see what it is.

use alloc::borrow::Cow;
use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use crate::base64url;
use crate::error::Reason;
use crate::json::Object;

/// One part of a token, between dots.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// How many characters it has.
    pub length: usize,
    /// Why `verify` refuses it, as one of the closed list of reasons; absent if it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<&'static str>,
    /// What it says, if that is text: as it stands where it is wrong, too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How many bytes it decodes to, if it can be decoded at all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<usize>,
    /// The names that its outermost object has more than once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duplicates: Vec<String>,
}

/// A segment, and what it decodes to.
pub(super) struct Read {
    pub(super) segment: Segment,
    pub(super) bytes: Option<Vec<u8>>,
    /// The object, if a strict reader takes its text.
    pub(super) object: Option<Object>,
}

/// - `is_object`: whether it has to be a JSON object
pub(super) fn read(text: &[u8], is_object: bool) -> Read {
    let strict = base64url::decode(text);
    let mut reason = strict.as_ref().err().copied();
    let bytes = strict.ok().or_else(|| decode(text));
    let mut segment = Segment {
        length: String::from_utf8_lossy(text).chars().count(),
        reason: None,
        text: None,
        bytes: bytes.as_ref().map(Vec::len),
        duplicates: Vec::new(),
    };
    let mut object = None;
    if let Some(bytes) = bytes.as_ref().filter(|_| is_object) {
        match Object::parse(bytes.clone()) {
            Ok(read) => object = Some(read),
            Err(fault) => reason = reason.or(Some(fault)),
        }
        let shown = String::from_utf8_lossy(bytes);
        if reason == Some(Reason::DuplicateName) {
            segment.duplicates = duplicates(&shown);
        }
        segment.text = Some(shown.into_owned());
    }
    segment.reason = reason.map(Reason::as_str);
    Read { segment, bytes, object }
}

/// base64 of either alphabet, padded or not, with white space and spare bits.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let (mut bytes, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for character in text {
        let digit = match character {
            b'A'..=b'Z' => character - b'A',
            b'a'..=b'z' => character - b'a' + 26,
            b'0'..=b'9' => character - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            b'=' | b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => return None,
        };
        bits = bits << 6 | u32::from(digit);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap_or_default());
        }
    }
    // One character left over is six bits of nothing.
    (count != 6).then_some(bytes)
}

/// The names that come more than once in the outermost object, as they are written.
fn duplicates(text: &str) -> Vec<String> {
    // Sets, since a hostile object may have as many names as it has letters.
    let mut seen: BTreeSet<Cow<'_, str>> = BTreeSet::new();
    let (mut found, mut known) = (Vec::new(), BTreeSet::new());
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}', '[', ']', '"']) {
        let (_, from) = rest.split_at(at);
        let mut characters = from.chars();
        match characters.next() {
            Some('{' | '[') => depth += 1,
            Some('"') => {
                let length = string_length(characters.as_str());
                let (name, after) = characters.as_str().split_at(length);
                rest = after.strip_prefix('"').unwrap_or_default();
                if depth == 1 && rest.trim_start().starts_with(':') {
                    let name = unescaped(name);
                    if seen.contains(&name) {
                        if known.insert(name.clone()) {
                            found.push(name.into_owned());
                        }
                    } else {
                        seen.insert(name);
                    }
                }
                continue;
            }
            _ => depth = depth.saturating_sub(1),
        }
        rest = characters.as_str();
    }
    found
}

/// A name's own text; names that are no strict strings stay as they are written.
fn unescaped(name: &str) -> Cow<'_, str> {
    let object = ["{\"", name, "\":0}"].concat();
    let Ok(object) = Object::parse(object.into_bytes()) else { return Cow::Borrowed(name) };
    let own = object.members().next().map(|(name, _)| name.as_str().into_owned());
    own.map_or(Cow::Borrowed(name), Cow::Owned)
}

/// How long a string's inside is, up to the quotation mark that ends it.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            '"' if !escaped => return at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_canonical_is_read_and_said() {
        let rows: [(&[u8], Option<Reason>, Option<&str>); 8] = [
            (b"eyJhIjoxfQ", None, Some("{\"a\":1}")),
            (b"eyJhIjoxfQ==", Some(Reason::Padding), Some("{\"a\":1}")),
            (b"eyJhIjoxfR", Some(Reason::SpareBits), Some("{\"a\":1}")),
            (b"eyJh\nIjoxfQ", Some(Reason::Character), Some("{\"a\":1}")),
            (b"77u_e30", Some(Reason::Bom), Some("\u{feff}{}")),
            (b"WzFd", Some(Reason::NotObject), Some("[1]")),
            (b"eyJhIjoxfQA*", Some(Reason::Character), None),
            (b"", Some(Reason::NotJson), Some("")),
        ];
        for (text, reason, shown) in rows {
            let Read { segment, .. } = read(text, true);
            assert_eq!(
                (segment.reason, segment.text.as_deref()),
                (reason.map(Reason::as_str), shown)
            );
        }
    }

    #[test]
    fn duplicates_are_named_however_they_are_spelt() {
        for (text, names) in [
            (r#"{"a":1,"b":"a","a":2}"#, &["a"][..]),
            (r#"{"\u0061":1,"a":{"b":1,"b":2},"a":3}"#, &["a"]),
            (r#"{"a":["b"],"b":{"a":1},"c\"":1,"c\"":2}"#, &["c\""]),
            (r#"{"a":1,"b":2}"#, &[]),
        ] {
            assert_eq!(duplicates(text), names, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(bytes: Vec<u8>) {
            let _ = read(&bytes, true);
            let _ = duplicates(&String::from_utf8_lossy(&bytes));
        }
    }
}
