//! Keys from PEM and DER.

use super::pem::Form;
use super::{Inside, Key, Material, Pbes2, pem, pkcs1, pkcs8, sec1, spki, x509};
use crate::error::{Error, Reason};

/// What the DER of a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DerForm {
    /// PrivateKeyInfo, OneAsymmetricKey or EncryptedPrivateKeyInfo (RFC 5958).
    Pkcs8,
    /// RSAPrivateKey or RSAPublicKey (RFC 8017 appendix A.1).
    Pkcs1,
    /// ECPrivateKey (RFC 5915).
    Sec1,
    /// SubjectPublicKeyInfo (RFC 5280 §4.1).
    Spki,
    /// Certificate (RFC 5280 §4.1).
    X509,
}

impl DerForm {
    /// The form called `pkcs8`, `pkcs1`, `sec1`, `spki` or `x509`.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "pkcs8" => Some(Self::Pkcs8),
            "pkcs1" => Some(Self::Pkcs1),
            "sec1" => Some(Self::Sec1),
            "spki" => Some(Self::Spki),
            "x509" => Some(Self::X509),
            _ => None,
        }
    }

    /// The form as a PEM label would tell it.
    fn of(self, der: &[u8]) -> Form {
        match self {
            Self::Pkcs8 if pkcs8::is_encrypted(der) => Form::EncryptedPkcs8,
            Self::Pkcs8 => Form::Pkcs8,
            Self::Pkcs1 if pkcs1::is_public(der) => Form::Pkcs1Public,
            Self::Pkcs1 => Form::Pkcs1Private,
            Self::Sec1 => Form::Sec1,
            Self::Spki => Form::Spki,
            Self::X509 => Form::X509,
        }
    }
}

impl Key {
    /// The one key in PEM text (RFC 7468): `PRIVATE KEY`, `ENCRYPTED PRIVATE KEY`,
    /// `RSA PRIVATE KEY`, `RSA PUBLIC KEY`, `EC PRIVATE KEY`, `PUBLIC KEY`, or `CERTIFICATE`, of
    /// which the first counts. Nothing about a certificate is verified.
    ///
    /// Text around it, indentation, and line breaks spelt `\n` as two characters are taken. The
    /// base64 has to be canonical, and the text at most 1 MiB.
    ///
    /// - `passphrase`: for an encrypted key; others ignore it
    ///
    /// # Errors
    /// `KeyInvalid` with the reason.
    pub fn from_pem(text: &str, passphrase: Option<&str>) -> Result<Self, Error> {
        let block = pem::read(text.as_bytes());
        let key = block.and_then(|(form, der)| read(&der, form, passphrase));
        key.map_err(Error::key_invalid)
    }

    /// The key that fills `der`. Nothing about a certificate is verified.
    ///
    /// - `passphrase`: for an encrypted key; others ignore it
    ///
    /// # Errors
    /// `KeyInvalid` with the reason.
    pub fn from_der(der: &[u8], form: DerForm, passphrase: Option<&str>) -> Result<Self, Error> {
        read(der, form.of(der), passphrase).map_err(Error::key_invalid)
    }
}

impl Pbes2 {
    /// The encrypted private key in PEM text; `None` if the key there is not encrypted.
    ///
    /// # Errors
    /// `KeyInvalid` with the reason: no PEM, an encryption that is not supported.
    pub fn from_pem(text: &str) -> Result<Option<Self>, Error> {
        let block = pem::read(text.as_bytes());
        block.and_then(|(form, der)| encrypted(&der, form)).map_err(Error::key_invalid)
    }

    /// The encrypted private key that fills `der`, which is [`DerForm::Pkcs8`]; `None` if it begins
    /// as one that is not encrypted.
    ///
    /// # Errors
    /// `KeyInvalid` with the reason, such as an encryption that is not supported.
    pub fn from_der(der: &[u8]) -> Result<Option<Self>, Error> {
        encrypted(der, DerForm::Pkcs8.of(der)).map_err(Error::key_invalid)
    }
}

fn encrypted(der: &[u8], form: Form) -> Result<Option<Pbes2>, Reason> {
    if form == Form::EncryptedPkcs8 { Pbes2::read(der).map(Some) } else { Ok(None) }
}

fn read(der: &[u8], form: Form, passphrase: Option<&str>) -> Result<Key, Reason> {
    let inside = match form {
        Form::Pkcs8 => pkcs8::read(der)?,
        Form::EncryptedPkcs8 => {
            let encrypted = Pbes2::read(der)?;
            encrypted.open(passphrase.ok_or(Reason::PassphraseNeeded)?)?
        }
        Form::Pkcs1Private => Inside::from(Material::Rsa(pkcs1::read_private(der)?)),
        Form::Pkcs1Public => Inside::from(Material::Rsa(pkcs1::read_public(der)?)),
        Form::Sec1 => Inside::from(Material::Ec(sec1::read(der, None, None)?)),
        Form::Spki => spki::read(der)?,
        Form::X509 => x509::read(der)?,
    };
    Key::new(inside)
}
