//! base64url: RFC 4648 §5 as RFC 7515 §2 narrows it, without padding, and canonical.
//!
//! One text for each byte string: a token has one spelling, so that caches and deny lists keyed by
//! the token text are safe.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use base64::{Engine, decoded_len_estimate};
use zeroize::Zeroize;

use crate::error::Reason;

/// Decodes canonical base64url.
///
/// # Errors
/// What makes `text` not canonical: padding, a foreign character, an impossible length, spare bits.
pub(crate) fn decode(text: &[u8]) -> Result<Vec<u8>, Reason> {
    let mut bytes = vec![0; decoded_len_estimate(text.len())];
    if let Ok(length) = URL_SAFE_NO_PAD.decode_slice(text, &mut bytes) {
        bytes.truncate(length);
        Ok(bytes)
    } else {
        // It may be a key that somebody mistyped, decoded up to there.
        bytes.zeroize();
        Err(fault(text))
    }
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
pub(crate) fn encode_onto(bytes: &[u8], text: &mut String) {
    URL_SAFE_NO_PAD.encode_string(bytes, text);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(bytes: &[u8]) -> String {
        let mut text = String::new();
        encode_onto(bytes, &mut text);
        text
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
        fn a_text_that_decodes_is_the_one_spelling_of_its_bytes(text in "[A-Za-z0-9_=+ -]{0,40}") {
            if let Ok(bytes) = decode(text.as_bytes()) {
                proptest::prop_assert_eq!(encode(&bytes), text);
            }
        }
    }
}
