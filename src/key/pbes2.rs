//! Encrypted private keys: EncryptedPrivateKeyInfo (RFC 5958 §3) by PBES2 (RFC 8018 §6.2), which is
//! PBKDF2 with HMAC, and AES-CBC.
//!
//! Every build reads what has to be done. The feature `pbes2` does it; other builds leave it to
//! their host, such as WebCrypto.

use alloc::string::String;
use alloc::vec::Vec;

use super::Inside;
use super::der::{NULL, OCTET_STRING, OID, Reader, SEQUENCE};
use crate::error::Reason;
use crate::json::Members;
use crate::numeric_date::NumericDate;

const PBES2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d";
const PBKDF2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c";

/// Twice as many as any tool is known to use. A key that asks for more only keeps its reader busy.
const MAX_ITERATIONS: u32 = 2_000_000;

/// The pseudorandom function of PBKDF2: HMAC with this hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Prf {
    /// What RFC 8018 takes where none is named. HMAC does not suffer from SHA-1's collisions.
    Sha1,
    Sha256,
    Sha384,
    Sha512,
}

impl Prf {
    /// The hash as WebCrypto names it.
    fn name(self) -> &'static str {
        match self {
            Self::Sha1 => "SHA-1",
            Self::Sha256 => "SHA-256",
            Self::Sha384 => "SHA-384",
            Self::Sha512 => "SHA-512",
        }
    }
}

/// An encrypted private key, and how it is decrypted.
#[derive(Clone, Debug)]
pub struct Pbes2 {
    prf: Prf,
    salt: Vec<u8>,
    iterations: u32,
    key_bytes: u32,
    iv: Vec<u8>,
    ciphertext: Vec<u8>,
}

impl Pbes2 {
    /// Reads the EncryptedPrivateKeyInfo that fills `der`.
    pub(super) fn read(der: &[u8]) -> Result<Self, Reason> {
        let mut info = Reader::sequence_filling(der)?;
        let mut scheme = info.sequence()?;
        let ciphertext = info.content(OCTET_STRING)?;
        info.end()?;
        // PBES1 and PKCS #12 are other names here.
        named(&mut scheme, PBES2)?;
        let mut parameters = scheme.sequence()?;
        scheme.end()?;
        let (mut derivation, mut cipher) = (parameters.sequence()?, parameters.sequence()?);
        parameters.end()?;

        named(&mut derivation, PBKDF2)?;
        let mut pbkdf2 = derivation.sequence()?;
        derivation.end()?;
        // A salt from elsewhere is not ours to find.
        let salt = pbkdf2.optional(OCTET_STRING)?.ok_or(Reason::EncryptionUnsupported)?;
        let iterations = pbkdf2.small_natural()?;
        let key_bytes = if pbkdf2.rest().first() == Some(&SEQUENCE) || pbkdf2.is_empty() {
            None
        } else {
            Some(pbkdf2.small_natural()?)
        };
        let prf = if pbkdf2.is_empty() { Prf::Sha1 } else { read_prf(pbkdf2.sequence()?)? };
        pbkdf2.end()?;

        let cipher_key_bytes = match cipher.content(OID)? {
            b"\x60\x86\x48\x01\x65\x03\x04\x01\x02" => 16,
            b"\x60\x86\x48\x01\x65\x03\x04\x01\x16" => 24,
            b"\x60\x86\x48\x01\x65\x03\x04\x01\x2a" => 32,
            _ => return Err(Reason::EncryptionUnsupported),
        };
        let iv = cipher.content(OCTET_STRING)?;
        cipher.end()?;

        if !(1..=MAX_ITERATIONS).contains(&iterations) {
            return Err(Reason::Iterations);
        }
        if key_bytes.is_some_and(|bytes| bytes != cipher_key_bytes)
            || iv.len() != 16
            || ciphertext.is_empty()
            || ciphertext.len() % 16 != 0
        {
            return Err(Reason::NotDer);
        }
        Ok(Self {
            prf,
            salt: salt.to_vec(),
            iterations,
            key_bytes: cipher_key_bytes,
            iv: iv.to_vec(),
            ciphertext: ciphertext.to_vec(),
        })
    }

    /// What a host needs to decrypt it, as JSON text: `prf` (a hash as WebCrypto names it),
    /// `iterations`, `keyBytes`; `salt`, `iv` and `ciphertext` in base64url.
    ///
    /// What comes of it is a private key as [`DerForm::Pkcs8`](super::DerForm::Pkcs8).
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut members = Members::default();
        members.string("prf", self.prf.name());
        for (name, value) in [("iterations", self.iterations), ("keyBytes", self.key_bytes)] {
            if let Some(number) = NumericDate::from_seconds(value.into()) {
                number.write_onto(members.name(name));
            }
        }
        members.bytes("salt", &self.salt);
        members.bytes("iv", &self.iv);
        members.bytes("ciphertext", &self.ciphertext);
        members.into_object()
    }

    /// The key: not to be had here.
    #[cfg(not(feature = "pbes2"))]
    pub(super) fn open(&self, _passphrase: &str) -> Result<Inside, Reason> {
        Err(Reason::HostDecrypts)
    }
}

#[cfg(feature = "pbes2")]
mod decryption {
    use aes::cipher::{BlockModeDecrypt, KeyIvInit, block_padding::Pkcs7};
    use aes::{Aes128, Aes192, Aes256};
    use alloc::vec::Vec;
    use cbc::Decryptor;
    use pbkdf2::pbkdf2_hmac;
    use sha1::Sha1;
    use sha2::{Sha256, Sha384, Sha512};
    use zeroize::Zeroizing;

    use super::super::pkcs8;
    use super::{Inside, Pbes2, Prf, Reason};

    impl Pbes2 {
        /// The key.
        pub(in super::super) fn open(&self, passphrase: &str) -> Result<Inside, Reason> {
            let plaintext = self.plaintext(passphrase.as_bytes()).ok_or(Reason::WrongPassphrase)?;
            // One in 256 wrong passphrases gives a padding, and then noise.
            pkcs8::read(&plaintext).map_err(|reason| match reason {
                Reason::NotDer => Reason::WrongPassphrase,
                reason => reason,
            })
        }

        fn plaintext(&self, passphrase: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
            let derive = match self.prf {
                Prf::Sha1 => pbkdf2_hmac::<Sha1>,
                Prf::Sha256 => pbkdf2_hmac::<Sha256>,
                Prf::Sha384 => pbkdf2_hmac::<Sha384>,
                Prf::Sha512 => pbkdf2_hmac::<Sha512>,
            };
            let mut bytes = Zeroizing::new([0; 32]);
            let key = bytes.get_mut(..usize::try_from(self.key_bytes).ok()?)?;
            derive(passphrase, &self.salt, self.iterations, key);
            let mut text = Zeroizing::new(self.ciphertext.clone());
            let plain = match key.len() {
                16 => plain::<Decryptor<Aes128>>(key, &self.iv, &mut text),
                24 => plain::<Decryptor<Aes192>>(key, &self.iv, &mut text),
                _ => plain::<Decryptor<Aes256>>(key, &self.iv, &mut text),
            };
            let length = plain?;
            text.truncate(length);
            Some(text)
        }
    }

    /// Decrypts in place; gives the length of what is no padding.
    fn plain<D: KeyIvInit + BlockModeDecrypt>(
        key: &[u8],
        iv: &[u8],
        text: &mut [u8],
    ) -> Option<usize> {
        let cipher = D::new_from_slices(key, iv).ok()?;
        cipher.decrypt_padded::<Pkcs7>(text).ok().map(<[u8]>::len)
    }
}

/// Makes sure that the OID comes next.
fn named(identifier: &mut Reader<'_>, oid: &[u8]) -> Result<(), Reason> {
    if identifier.content(OID)? == oid { Ok(()) } else { Err(Reason::EncryptionUnsupported) }
}

/// PBKDF2's pseudorandom function (RFC 8018 appendix B.1).
fn read_prf(mut identifier: Reader<'_>) -> Result<Prf, Reason> {
    let oid = identifier.content(OID)?;
    if identifier.rest() != [NULL, 0] {
        return Err(Reason::NotDer);
    }
    match oid {
        b"\x2a\x86\x48\x86\xf7\x0d\x02\x07" => Ok(Prf::Sha1),
        b"\x2a\x86\x48\x86\xf7\x0d\x02\x09" => Ok(Prf::Sha256),
        b"\x2a\x86\x48\x86\xf7\x0d\x02\x0a" => Ok(Prf::Sha384),
        b"\x2a\x86\x48\x86\xf7\x0d\x02\x0b" => Ok(Prf::Sha512),
        _ => Err(Reason::EncryptionUnsupported),
    }
}
