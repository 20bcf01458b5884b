//! JSON strings: escapes read and written (RFC 8259 §7).

use alloc::borrow::Cow;
use alloc::string::String;
use core::cmp::Ordering;

/// A string inside a text that has been checked, most often a member's name.
#[derive(Clone, Copy, Debug)]
pub struct Name<'t> {
    /// What stands between the quotes.
    inner: &'t str,
    has_escapes: bool,
}

impl<'t> Name<'t> {
    pub(super) fn new(inner: &'t str, has_escapes: bool) -> Self {
        Self { inner, has_escapes }
    }

    /// Whether it is `text`, escapes undone.
    #[must_use]
    pub fn is(self, text: &str) -> bool {
        if self.has_escapes { Unescaped(self.inner).eq(text.chars()) } else { self.inner == text }
    }

    /// The string, unescaped.
    #[must_use]
    pub fn as_str(self) -> Cow<'t, str> {
        if self.has_escapes {
            Cow::Owned(Unescaped(self.inner).collect())
        } else {
            Cow::Borrowed(self.inner)
        }
    }

    /// Compares by code points, escapes undone.
    pub(super) fn compare(self, other: Name<'_>) -> Ordering {
        // UTF-8 sorts as code points do, so both ways give one order.
        if self.has_escapes || other.has_escapes {
            Unescaped(self.inner).cmp(Unescaped(other.inner))
        } else {
            self.inner.cmp(other.inner)
        }
    }
}

/// Sorts `names` and counts those that are the same as the one before.
pub(crate) fn count_repeated(names: &mut [Name<'_>]) -> usize {
    names.sort_unstable_by(|one, other| one.compare(*other));
    names.windows(2).filter(|pair| matches!(pair, [a, b] if a.compare(*b).is_eq())).count()
}

/// The characters between the quotes, escapes undone.
///
/// Ends early at a wrong escape or a lone surrogate, which a checked text does not hold.
struct Unescaped<'t>(&'t str);

impl Iterator for Unescaped<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        let char = self.0.chars().next()?;
        let (char, length) = match char {
            '\\' => read_escape(self.0.as_bytes())?,
            char => (char, char.len_utf8()),
        };
        self.0 = self.0.get(length..)?;
        Some(char)
    }
}

/// Reads the escape that `bytes` begins with: its character and how many bytes it takes.
pub(super) fn read_escape(bytes: &[u8]) -> Option<(char, usize)> {
    let char = match bytes.get(1)? {
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return read_unicode_escape(bytes),
        itself @ (b'"' | b'\\' | b'/') => char::from(*itself),
        _ => return None,
    };
    Some((char, 2))
}

fn read_unicode_escape(bytes: &[u8]) -> Option<(char, usize)> {
    let first = read_code_unit(bytes)?;
    if !(0xd800..0xdc00).contains(&first) {
        // A low surrogate alone is no char, so it ends here too.
        return char::from_u32(first).map(|char| (char, 6));
    }
    let second = read_code_unit(bytes.get(6..)?)?;
    let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
    char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + low).map(|char| (char, 12))
}

/// Reads `\uXXXX`.
#[inline(never)]
pub(super) fn read_code_unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

/// Appends `value` to `text` as a JSON string.
pub(super) fn quote_onto(value: &str, text: &mut String) {
    text.push('"');
    let mut rest = value;
    let must_escape = |byte| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    while let Some(at) = rest.bytes().position(must_escape)
        && let Some((plain, tail)) = rest.split_at_checked(at)
        && let Some((special, tail)) = tail.split_at_checked(1)
    {
        text.push_str(plain);
        match special {
            "\"" => text.push_str("\\\""),
            "\\" => text.push_str("\\\\"),
            _ => {
                text.push_str("\\u00");
                for nibble in special.bytes().flat_map(|byte| [byte >> 4, byte & 15]) {
                    text.extend(char::from_digit(nibble.into(), 16));
                }
            }
        }
        rest = tail;
    }
    text.push_str(rest);
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(inner: &str) -> Name<'_> {
        Name::new(inner, inner.contains('\\'))
    }

    #[test]
    fn names_are_compared_after_their_escapes_are_undone() {
        for (inner, text) in
            [("exp", "exp"), (r"\u0065xp", "exp"), (r"a\n", "a\n"), (r"\ud83d\ude00", "😀")]
        {
            assert!(name(inner).is(text), "{inner}");
        }
        for (inner, text) in [
            (r"a\n", r"a\n"),
            ("exp", "exq"),
            (r"\u0065xp", r"\u0065xp"),
            ("ex", "exp"),
            ("exp", "ex"),
        ] {
            assert!(!name(inner).is(text), "{inner}");
        }
    }

    #[test]
    fn repeated_names_are_counted_however_they_are_spelt() {
        let mut names = ["b", r"\u0061", "a", "A", r"\u0062", "b"].map(name);
        assert_eq!(count_repeated(&mut names), 3);
        assert_eq!(count_repeated(&mut ["a", "b", "ab"].map(name)), 0);
    }
}
