//! base64url: RFC 4648 §5 as RFC 7515 §2 narrows it, without padding, and canonical.
//!
//! One text for each byte string: a token has one spelling, so that caches and deny lists keyed by
//! the token text are safe.
//!
//! Our own, since general crates weigh five times as much in the wasm; the tests hold it against one.

use alloc::vec;
use alloc::vec::Vec;

use zeroize::Zeroize;

use crate::error::Reason;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// What the table says of a character outside the alphabet: any bit above the six of a value.
const FOREIGN: u8 = 0x80;

/// The value of each character.
static VALUES: [u8; 256] = values();

#[expect(
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "in a constant: checked when compiled"
)]
const fn values() -> [u8; 256] {
    let mut values = [FOREIGN; 256];
    let mut value = 0;
    while value < ALPHABET.len() {
        values[ALPHABET[value] as usize] = value as u8;
        value += 1;
    }
    values
}

/// Decodes canonical base64url.
///
/// # Errors
/// What makes `text` not canonical: padding, a foreign character, an impossible length, spare bits.
pub(crate) fn decode(text: &[u8]) -> Result<Vec<u8>, Reason> {
    let (quads, rest) = text.as_chunks();
    let mut bytes = vec![0; quads.len() * 3 + rest.len().saturating_sub(1)];
    let (triples, end) = bytes.as_chunks_mut();
    let mut faults = 0;
    for (triple, quad) in triples.iter_mut().zip(quads) {
        *triple = decode_quad(*quad, &mut faults);
    }
    // What the last few lack of a quad stands for no bits, and what is not theirs has to be none.
    let mut quad = [b'A'; 4];
    copy_over(&mut quad, rest);
    let mut spare = decode_quad(quad, &mut faults);
    for (byte, place) in spare.iter_mut().zip(end) {
        *place = core::mem::take(byte);
    }
    if faults & FOREIGN == 0 && spare == [0; 3] && rest.len() != 1 {
        return Ok(bytes);
    }
    // It may be a key that somebody mistyped.
    bytes.zeroize();
    Err(fault(text))
}

/// The three bytes of four characters; notes foreign ones in `faults`.
#[inline(always)]
fn decode_quad(quad: [u8; 4], faults: &mut u8) -> [u8; 3] {
    let value = |char| VALUES.get(usize::from(char)).copied().unwrap_or_default();
    let [a, b, c, d] = quad.map(value);
    *faults |= a | b | c | d;
    [a << 2 | b >> 4, b << 4 | c >> 2, c << 6 | d]
}

/// Names what is wrong with `text`, which is known not to be canonical: the first foreign character
/// if there is one, so that the answer does not depend on how a decoder walks the text.
fn fault(text: &[u8]) -> Reason {
    let foreign = text.iter().find(|b| !(b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')));
    match foreign {
        Some(b'=') => Reason::Padding,
        Some(_) => Reason::Character,
        None if text.len() % 4 == 1 => Reason::Length,
        None => Reason::SpareBits,
    }
}

/// Appends the base64url of `bytes` to `text`.
pub(crate) fn encode_onto(bytes: &[u8], text: &mut Vec<u8>) {
    let (triples, rest) = bytes.as_chunks();
    let start = text.len();
    text.resize(start + triples.len() * 4, 0);
    let (quads, _) = text.get_mut(start..).unwrap_or_default().as_chunks_mut();
    for (quad, triple) in quads.iter_mut().zip(triples) {
        *quad = encode_triple(*triple);
    }
    if !rest.is_empty() {
        let mut triple = [0; 3];
        copy_over(&mut triple, rest);
        text.extend(encode_triple(triple).iter().take(rest.len() + 1));
    }
}

/// The four characters of three bytes.
#[inline(always)]
fn encode_triple([a, b, c]: [u8; 3]) -> [u8; 4] {
    let six_bits = [a >> 2, a << 4 | b >> 4, b << 2 | c >> 6, c];
    six_bits.map(|bits| ALPHABET.get(usize::from(bits & 63)).copied().unwrap_or_default())
}

/// Copies `from` over the beginning of `to`.
fn copy_over(to: &mut [u8], from: &[u8]) {
    for (place, byte) in to.iter_mut().zip(from) {
        *place = *byte;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn encode(bytes: &[u8]) -> String {
        let mut text = Vec::new();
        encode_onto(bytes, &mut text);
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn rfc_4648_examples_decode_and_encode() {
        let rows: [(&[u8], &str); 8] = [
            (b"", ""),
            (b"f", "Zg"),
            (b"fo", "Zm8"),
            (b"foo", "Zm9v"),
            (b"foob", "Zm9vYg"),
            (b"fooba", "Zm9vYmE"),
            (b"foobar", "Zm9vYmFy"),
            (&[0xfb, 0xff, 0xfe], "-__-"),
        ];
        for (bytes, text) in rows {
            assert_eq!(decode(text.as_bytes()).as_deref(), Ok(bytes));
            assert_eq!(encode(bytes), text);
        }
    }

    #[test]
    fn every_other_spelling_is_refused_with_its_reason() {
        for (text, reason) in [
            ("Zg==", Reason::Padding),
            ("Zg=", Reason::Padding),
            ("Z", Reason::Length),
            ("Zm9vY", Reason::Length),
            ("Zh", Reason::SpareBits),
            ("Zm9", Reason::SpareBits),
            ("+//+", Reason::Character),
            ("Zm9v ", Reason::Character),
            ("Zm\n9v", Reason::Character),
            ("Zm9v\u{e9}", Reason::Character),
            ("Zm9\0", Reason::Character),
        ] {
            assert_eq!(decode(text.as_bytes()), Err(reason), "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn an_established_crate_says_the_same(bytes: Vec<u8>, text in "[A-Za-z0-9_-]{0,40}.?") {
            proptest::prop_assert_eq!(encode(&bytes), URL_SAFE_NO_PAD.encode(&bytes));
            proptest::prop_assert_eq!(decode(text.as_bytes()).ok(), URL_SAFE_NO_PAD.decode(&text).ok());
        }

        #[test]
        fn a_text_that_decodes_is_the_one_spelling_of_its_bytes(text in "[A-Za-z0-9_=+ -]{0,40}") {
            if let Ok(bytes) = decode(text.as_bytes()) {
                proptest::prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
