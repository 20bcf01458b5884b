//! The JavaScript boundary: numbers and a byte view, no logic.
//!
//! A call writes its text into the input (`TextEncoder.encodeInto`), passes the length, and reads
//! what comes back from where the fields point. A function that fails returns 0 or `false`, and the
//! output then holds the error as JSON text. `&str` parameters would cost ten times as much.
//!
//! Keys, verifiers and signers stay here; JavaScript holds their numbers. A number that is unknown,
//! or stands for something else, is an error and nothing worse.

// What #[wasm_bindgen] expands to needs it; nothing written here does.
#![allow(unsafe_code)]
// These are the package's inside: the documented API is its TypeScript facade.
#![allow(missing_docs, unreachable_pub, clippy::missing_errors_doc)]

mod exchange;
mod handles;
mod options;
mod report;
mod stack;

use alloc::string::String;
use core::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

use crate::algorithm::{Algorithm, Family};
use crate::error::{Error, Part, Reason};
use crate::header::Header;
use crate::json::Object;
use crate::jws::{HeaderMemo, Unverified};
use crate::jwt::{Signer, Verifier};
use crate::key::{Key, KeySet};
use crate::numeric_date::NumericDate;
use exchange::{Reply, read_input, read_secret_input, reply};
use handles::Handle;
use options::SignerOptions;
use report::report;

thread_local! {
    /// For `decode`; verifiers have their own.
    static HEADER_MEMO: RefCell<HeaderMemo> = RefCell::default();
}

/// A signer and the `jti` it adds.
struct SignerHandle {
    signer: Signer,
    jwt_id: Option<String>,
}

/// A secret as a key.
#[wasm_bindgen]
pub fn key_from_secret(length: usize, allow_weak: bool) -> u32 {
    let key = read_secret_input(length, |secret| Key::from_secret(secret, allow_weak));
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// JWK or JWK Set text as a key or a set.
#[wasm_bindgen]
pub fn key_from_json(length: usize, allow_weak: bool) -> u32 {
    let set = read_json_key(length).and_then(|json| KeySet::from_json(&json, allow_weak));
    added(set.map(Handle::Keys))
}

/// A new random secret of the length that the algorithm named by the input wants.
#[wasm_bindgen]
pub fn key_generate(length: usize) -> u32 {
    let key = read_input(length, |name| generate(core::str::from_utf8(name).unwrap_or_default()));
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// An empty set.
#[wasm_bindgen]
pub fn key_set() -> u32 {
    added(Ok(Handle::Keys(KeySet::new())))
}

/// Adds the keys of `other` to `set`.
#[wasm_bindgen]
pub fn key_set_append(set: u32, other: u32) -> bool {
    let other = handles::keys(other);
    done(handles::with(set, |handle| {
        handle.keys()?.append(&other?);
        Ok(())
    }))
}

/// Adds JWK or JWK Set text to `set`.
#[wasm_bindgen]
pub fn key_set_push_json(set: u32, length: usize, allow_weak: bool) -> bool {
    let json = read_json_key(length);
    done(handles::with(set, |handle| {
        let json = json?;
        handle.keys()?.push_json(&json, allow_weak)
    }))
}

/// A verifier with the options in the input (JSON text; none if the length is 0).
#[wasm_bindgen]
pub fn verifier_new(keys: u32, length: usize) -> u32 {
    let options = read_input(length, options::read_verify_options);
    let verifier = handles::keys(keys).and_then(|keys| Verifier::new(keys, options?));
    added(verifier.map(Handle::Verifier))
}

/// Verifies the token in the input; replies with header and claims, and the key's index.
#[wasm_bindgen]
pub fn verifier_verify(verifier: u32, length: usize, now: f64) -> bool {
    done(handles::with(verifier, |handle| {
        let verifier = handle.verifier()?;
        let now = read_now(now)?;
        let verified = read_input(length, |token| verifier.verify(token, now))?;
        let key_index = verified.key().index;
        reply_token(verified.header(), verified.claims(), &[], key_index);
        Ok(())
    }))
}

/// Replies with the `kid` of the verifier's key at `index`; `false` too if it has none.
#[wasm_bindgen]
pub fn verifier_kid(verifier: u32, index: usize) -> bool {
    done(handles::with(verifier, |handle| {
        let kid = handle.verifier()?.kid(index).ok_or(handles::UNKNOWN)?;
        reply_text(kid);
        Ok(())
    }))
}

/// A signer with the options in the input (JSON text; none if the length is 0).
#[wasm_bindgen]
pub fn signer_new(keys: u32, length: usize) -> u32 {
    let options = read_input(length, options::read_encode_options);
    let signer = handles::keys(keys).and_then(|keys| {
        let SignerOptions { options, jwt_id } = options?;
        // Which of several keys should sign is not ours to choose.
        let key = keys.single().ok_or_else(Error::no_key)?;
        Ok(SignerHandle { signer: Signer::new(key.clone(), options)?, jwt_id })
    });
    added(signer.map(Handle::Signer))
}

/// Signs the claims in the input; replies with the token.
#[wasm_bindgen]
pub fn signer_encode(signer: u32, length: usize, now: f64, random_jwt_id: bool) -> bool {
    done(handles::with(signer, |handle| {
        let handle = handle.signer()?;
        let now = read_now(now)?;
        let random = random_jwt_id.then(random_id).transpose()?;
        let jwt_id = random.as_deref().or(handle.jwt_id.as_deref());
        let token = read_input(length, |claims| {
            // The input was written by encodeInto, so it is UTF-8.
            let claims = core::str::from_utf8(claims).unwrap_or_default();
            handle.signer.encode(claims, now, jwt_id)
        })?;
        reply_text(&token);
        Ok(())
    }))
}

/// Reads the form of the token in the input; replies with header, claims and signature.
#[wasm_bindgen]
pub fn decode(length: usize, max_token_bytes: usize) -> bool {
    done(read_input(length, |token| {
        let unverified = HEADER_MEMO
            .with_borrow_mut(|memo| Unverified::parse_with(token, max_token_bytes, memo))?;
        let (header, claims) = (unverified.header(), unverified.unverified_claims());
        reply_token(header, claims, unverified.signature(), 0);
        Ok(())
    }))
}

/// Forgets a key, set, verifier or signer, and wipes what is secret in it or was left by calls with
/// it. After a refusal, which may have been that of a key, 0 wipes what that left.
#[wasm_bindgen]
pub fn free(handle: u32) {
    handles::remove(handle);
    stack::wipe();
}

/// The new handle's number, or 0 with the error as the reply.
fn added(handle: Result<Handle, Error>) -> u32 {
    match handle {
        Ok(handle) => handles::add(handle),
        Err(error) => {
            reply_text(&report(&error));
            0
        }
    }
}

/// Whether it succeeded; if not, the error is the reply.
fn done(result: Result<(), Error>) -> bool {
    match result {
        Ok(()) => true,
        Err(error) => {
            reply_text(&report(&error));
            false
        }
    }
}

fn reply_token(header: &Header, claims: &Object, signature: &[u8], key_index: usize) {
    let header = header.object();
    let description = Reply {
        header_length: header.text().len(),
        text_length: claims.text().len(),
        signature_length: signature.len(),
        key_index,
        big_integers_in_text: claims.has_big_integers(),
        big_integers_in_header: header.has_big_integers(),
    };
    reply(&[header.text().as_bytes(), claims.text().as_bytes(), signature], description);
}

fn reply_text(text: &str) {
    reply(&[text.as_bytes()], Reply { text_length: text.len(), ..Reply::default() });
}

fn read_json_key(length: usize) -> Result<Zeroizing<Object>, Error> {
    read_secret_input(length, |text| Object::parse(text.to_vec()).map(Zeroizing::new))
        .map_err(|reason| Error::Malformed { part: Part::Key, reason })
}

fn read_now(now: f64) -> Result<NumericDate, Error> {
    let wrong = Error::Malformed { part: Part::Option, reason: Reason::OutOfRange };
    NumericDate::from_seconds(now).ok_or(wrong)
}

fn generate(name: &str) -> Result<Key, Error> {
    let algorithm =
        Algorithm::from_name(name).filter(|algorithm| algorithm.family() == Family::Hmac);
    let Some(algorithm) = algorithm.filter(|algorithm| algorithm.is_in_this_build()) else {
        return Err(Error::AlgUnsupported { alg: name.into() });
    };
    let mut secret = Zeroizing::new(alloc::vec![0; algorithm.min_secret_bytes()]);
    getrandom::fill(&mut secret).map_err(|_| no_randomness())?;
    Key::from_secret(&secret, false)
}

/// 128 random bits in hexadecimal.
/// 128 random bits in hexadecimal.
fn random_id() -> Result<String, Error> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| no_randomness())?;
    let nibbles = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    Ok(nibbles.filter_map(|nibble| char::from_digit(nibble.into(), 16)).collect())
}

fn no_randomness() -> Error {
    Error::KeyInvalid { reason: Reason::NoRandomness }
}
