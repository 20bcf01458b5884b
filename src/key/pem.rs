//! PEM: RFC 7468, lax around the base64 (§3) and strict in it.
//!
//! Text before and after, indentation, any white space or none between the lines, and `\n` or `\r`
//! spelt as two characters are taken: keys travel through environment variables and YAML. What a
//! block holds stays unambiguous: one canonical base64 text under the same label at both ends.

use alloc::string::String;
use alloc::vec::Vec;

use zeroize::Zeroizing;

use crate::base64url;
use crate::error::Reason;

/// What the label of a block says that its DER is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Pkcs8,
    EncryptedPkcs8,
    Pkcs1Private,
    Pkcs1Public,
    Sec1,
    Spki,
    X509,
}

/// A chain of certificates with RSA keys has some 10 KB.
const MAX_BYTES: usize = 1 << 20;

const BEGIN: &[u8] = b"-----BEGIN ";
const END: &[u8] = b"-----END ";
const DASHES: &[u8] = b"-----";

/// The key in `text`: its form and its DER. Of several certificates it is the first: a chain begins
/// with the key's own (RFC 8446 §4.4.2).
pub(super) fn read(text: &[u8]) -> Result<(Form, Zeroizing<Vec<u8>>), Reason> {
    if text.len() > MAX_BYTES {
        return Err(Reason::TooLarge);
    }
    let mut key = None;
    let mut rest = text;
    while let Some((_, block)) = cut(rest, BEGIN) {
        let (label, body, after) = split_block(block).ok_or(Reason::PemBlock)?;
        rest = after;
        if label == b"EC PARAMETERS" {
            // The private key after it says its curve itself.
            continue;
        }
        let form = form(label)?;
        let der = decode(body)?;
        match key {
            None => key = Some((form, der)),
            Some((Form::X509, _)) if form == Form::X509 => {}
            Some(_) => return Err(Reason::SeveralKeys),
        }
    }
    key.ok_or(Reason::NotPem)
}

/// The text of a block: 64 characters a line.
pub(super) fn write(label: &str, der: &[u8]) -> Zeroizing<String> {
    let length = der.len().div_ceil(3) * 4;
    let mut base64 = Zeroizing::new(Vec::with_capacity(length));
    base64url::encode_onto(der, &mut base64);
    base64.resize(length, b'=');
    let mut text = String::with_capacity(length + length / 64 + 2 * label.len() + 40);
    for part in ["-----BEGIN ", label, "-----"] {
        text.push_str(part);
    }
    for (index, char) in base64.iter().enumerate() {
        if index % 64 == 0 {
            text.push('\n');
        }
        text.push(match char {
            b'-' => '+',
            b'_' => '/',
            char => char::from(*char),
        });
    }
    for part in ["\n-----END ", label, "-----\n"] {
        text.push_str(part);
    }
    Zeroizing::new(text)
}

/// Label, body, and what follows the block.
fn split_block(block: &[u8]) -> Option<(&[u8], &[u8], &[u8])> {
    let (label, block) = cut(block, DASHES)?;
    let (body, block) = cut(block, END)?;
    let (end, after) = cut(block, DASHES)?;
    (label == end).then_some((label, body, after))
}

/// What stands before and after the first `mark`.
#[inline(never)]
fn cut<'t>(text: &'t [u8], mark: &[u8]) -> Option<(&'t [u8], &'t [u8])> {
    let at = text.windows(mark.len()).position(|window| window == mark)?;
    let (before, rest) = text.split_at_checked(at)?;
    Some((before, rest.get(mark.len()..)?))
}

fn form(label: &[u8]) -> Result<Form, Reason> {
    match label {
        b"PRIVATE KEY" => Ok(Form::Pkcs8),
        b"ENCRYPTED PRIVATE KEY" => Ok(Form::EncryptedPkcs8),
        b"RSA PRIVATE KEY" => Ok(Form::Pkcs1Private),
        b"RSA PUBLIC KEY" => Ok(Form::Pkcs1Public),
        b"EC PRIVATE KEY" => Ok(Form::Sec1),
        b"PUBLIC KEY" => Ok(Form::Spki),
        b"CERTIFICATE" => Ok(Form::X509),
        b"OPENSSH PRIVATE KEY" => Err(Reason::SshPrivate),
        _ => Err(Reason::PemLabel),
    }
}

/// The bytes of canonical base64, white space aside.
fn decode(body: &[u8]) -> Result<Zeroizing<Vec<u8>>, Reason> {
    if body.contains(&b':') {
        // Headers: RFC 1421 §4.6.1.1, of which only encryption is still seen.
        let encrypted = cut(body, b"ENCRYPTED").is_some();
        return Err(if encrypted { Reason::LegacyEncryption } else { Reason::PemBlock });
    }
    let mut text = Zeroizing::new(Vec::with_capacity(body.len()));
    let mut rest = body;
    loop {
        rest = match rest {
            [] => break,
            [b'\\', b'n' | b'r', rest @ ..] | [b' ' | b'\t' | b'\r' | b'\n', rest @ ..] => rest,
            [char, rest @ ..] => {
                text.push(match char {
                    b'+' => b'-',
                    b'/' => b'_',
                    b'-' | b'_' => return Err(Reason::PemBlock),
                    char => *char,
                });
                rest
            }
        };
    }
    let (quads, []) = text.as_chunks::<4>() else { return Err(Reason::PemBlock) };
    let padding = match quads.last() {
        Some([.., b'=', b'=']) => 2,
        Some([.., b'=']) => 1,
        _ => 0,
    };
    let bare = text.get(..text.len() - padding).unwrap_or_default();
    base64url::decode(bare).map(Zeroizing::new).map_err(|_| Reason::PemBlock)
}
