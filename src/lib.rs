//! JSON Web Tokens (RFC 7519) in compact JWS form (RFC 7515): strict, synchronous, without I/O.
//!
//! The same core runs natively and, through `src/wasm.rs`, in every JavaScript runtime. It has no
//! clock and no randomness: both come in as arguments.
//!
//! A token travels one line, and its claims are out of reach until the end of it:
//! [`Unverified`] (its form is right) → [`Authentic`] (its signature holds) → [`Verified`]
//! (its claims satisfy the [`Policy`]).
//!
//! # Examples
//! ```
//! use wasm_jwt::{EncodeOptions, Key, KeySet, NumericDate, Signer, Verifier, VerifyOptions};
//!
//! # fn main() -> Result<(), wasm_jwt::Error> {
//! let now = NumericDate::from_seconds(1_800_000_000.0).expect("finite and in range");
//! let key = Key::from_secret(b"an example secret of 32 bytes ok", false)?;
//!
//! let options = EncodeOptions { expires_in: Some(core::time::Duration::from_secs(300)), ..EncodeOptions::default() };
//! let token = Signer::new(key.clone(), options)?.encode(r#"{"sub":"ada"}"#, now, None, &[])?;
//!
//! let mut verifier = Verifier::new(KeySet::from(key), VerifyOptions::default())?;
//! let verified = verifier.verify(token.as_bytes(), now)?;
//! assert_eq!(verified.claims().text(), r#"{"sub":"ada","exp":1800000300}"#);
//! # Ok(())
//! # }
//! ```

extern crate alloc;

mod error;

mod base64url;
mod json;
mod numeric_date;

mod algorithm;
mod header;
mod key;
#[cfg(any(feature = "rsa", feature = "es"))]
mod random;
mod signature;

mod claims;
mod jws;
mod jwt;

#[cfg(feature = "inspect")]
mod inspect;

#[cfg(feature = "wasm")]
mod wasm;

pub use algorithm::{Algorithm, Family};
pub use claims::{Claim, Policy, Validity};
pub use error::{Error, ErrorKind, KeySearch, Mismatch, Part, Reason, TimeFault};
pub use header::Header;
#[cfg(feature = "inspect")]
pub use inspect::{Check, Hint, Outcome, Report, Segment, TriedKey, inspect};
pub use json::{Kind, Name, Object, Value};
pub use jws::{Authentic, Delegated, MAX_TOKEN_BYTES, Unverified};
pub use jwt::{EncodeOptions, Signer, Verified, Verifier, VerifyOptions, decode};
pub use key::{DerForm, Key, KeySet, Pbes2};
pub use numeric_date::NumericDate;
