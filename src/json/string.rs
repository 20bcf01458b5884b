//! JSON strings: escapes read and written (RFC 8259 §7).

use alloc::string::String;

/// Undoes the escapes of `inner`, the text between the quotes. `None` for a wrong escape or a lone
/// surrogate, which a checked text does not hold.
pub(super) fn unescape(inner: &str) -> Option<String> {
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some(at) = rest.find('\\') {
        let (plain, escape) = rest.split_at_checked(at)?;
        out.push_str(plain);
        let (char, length) = read_escape(escape.as_bytes())?;
        out.push(char);
        rest = escape.get(length..)?;
    }
    out.push_str(rest);
    Some(out)
}

/// Reads the escape that `bytes` begins with: its character and how many bytes it takes.
pub(super) fn read_escape(bytes: &[u8]) -> Option<(char, usize)> {
    let char = match bytes.get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return read_unicode_escape(bytes),
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
pub(super) fn read_code_unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}

/// Appends `value` to `text` as a JSON string.
pub(super) fn quote_onto(value: &str, text: &mut String) {
    text.push('"');
    for char in value.chars() {
        match char {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\0'..='\u{1f}' => {
                text.push_str("\\u00");
                for nibble in [u32::from(char) >> 4, u32::from(char) & 15] {
                    text.extend(char::from_digit(nibble, 16));
                }
            }
            _ => text.push(char),
        }
    }
    text.push('"');
}
