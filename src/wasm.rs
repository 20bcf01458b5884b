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

use core::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

use crate::algorithm::{Algorithm, Family};
use crate::claims::Validity;
use crate::error::{Error, Part, Reason};
use crate::header::Header;
use crate::json::Object;
use crate::jws::{HeaderMemo, Unverified};
use crate::jwt::{Signer, Verifier};
use crate::key::{Key, KeySet};
use crate::numeric_date::NumericDate;
use exchange::{Reply, read_input, reply, take_secret_input};
use handles::Handle;
use report::report;

/// A quarter of the size of the standard library's, which is made for larger programs.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

thread_local! {
    /// For `decode`; verifiers have their own.
    static HEADER_MEMO: RefCell<HeaderMemo> = RefCell::default();
}

/// As many bytes as the longest hash gives.
const MAX_SECRET_BYTES: usize = 64;

/// A secret as a key.
#[wasm_bindgen]
pub fn key_from_secret(length: usize, allow_weak: bool) -> u32 {
    let key = Key::from_secret(&take_secret_input(length), allow_weak);
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// JWK or JWK Set text as a key or a set. If it is one of `several`, a JWK made for other work
/// counts but is left out.
#[wasm_bindgen]
pub fn key_from_json(length: usize, allow_weak: bool, several: bool) -> u32 {
    let set = read_json_key(length).and_then(|json| KeySet::from_json(&json, allow_weak, several));
    added(set.map(Handle::Keys))
}

/// A new secret of the length that an algorithm wants. The input is as many random bytes as the
/// longest takes, and then the algorithm's name.
#[wasm_bindgen]
pub fn key_generate(length: usize) -> u32 {
    let input = take_secret_input(length);
    let (random, name) = input.split_at_checked(MAX_SECRET_BYTES).unwrap_or_default();
    let key = generate(core::str::from_utf8(name).unwrap_or_default(), random);
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
        let description = Reply {
            key_index: verified.key_index(),
            validity: verified.validity(),
            ..Reply::default()
        };
        reply_token(verified.header(), verified.claims(), &[], description);
        Ok(())
    }))
}

/// Whether a token whose validity has these fields would still be taken, now. For what is cached.
#[wasm_bindgen]
pub fn is_in_force(now: f64, from: f64, from_nanos: f64, until: f64, until_nanos: f64) -> bool {
    let date = |seconds, nanos| Some(NumericDate::from_parts([seconds, nanos]));
    let validity = Validity { from: date(from, from_nanos), until: date(until, until_nanos) };
    NumericDate::from_seconds(now).is_some_and(|now| validity.contains(now))
}

/// Replies with the `kid` of the verifier's key at `index`; `false` too if it has none.
#[wasm_bindgen]
pub fn verifier_kid(verifier: u32, index: usize) -> bool {
    done(handles::with(verifier, |handle| {
        let kid = handle.verifier()?.kid(index).ok_or_else(handles::unknown)?;
        reply_text(kid);
        Ok(())
    }))
}

/// A signer with the options in the input (JSON text; none if the length is 0).
#[wasm_bindgen]
pub fn signer_new(keys: u32, length: usize) -> u32 {
    let options = read_input(length, options::read_encode_options);
    let signer = handles::keys(keys).and_then(|keys| {
        // Which of several keys should sign is not ours to choose.
        let key = keys.single().ok_or_else(Error::no_key)?;
        Signer::new(key.clone(), options?)
    });
    added(signer.map(Handle::Signer))
}

/// Signs the claims in the input, which come after a `jti` to be added if `jwt_id_length` is not 0;
/// replies with the token.
#[wasm_bindgen]
pub fn signer_encode(signer: u32, length: usize, jwt_id_length: usize, now: f64) -> bool {
    done(handles::with(signer, |handle| {
        let signer = handle.signer()?;
        let now = read_now(now)?;
        let token = read_input(length, |input| {
            // The input was written by encodeInto, so it is UTF-8.
            let input = core::str::from_utf8(input).unwrap_or_default();
            let (jwt_id, claims) = input.split_at_checked(jwt_id_length).unwrap_or_default();
            signer.encode(claims, now, Some(jwt_id).filter(|id| !id.is_empty()))
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
        reply_token(header, claims, unverified.signature(), Reply::default());
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

fn reply_token(header: &Header, claims: &Object, signature: &[u8], description: Reply) {
    let header = header.object();
    let description = Reply {
        header_length: header.text().len(),
        text_length: claims.text().len(),
        signature_length: signature.len(),
        big_integers_in_text: claims.has_big_integers(),
        big_integers_in_header: header.has_big_integers(),
        ..description
    };
    reply(&[header.text().as_bytes(), claims.text().as_bytes(), signature], description);
}

fn reply_text(text: &str) {
    reply(&[text.as_bytes()], Reply { text_length: text.len(), ..Reply::default() });
}

fn read_json_key(length: usize) -> Result<Zeroizing<Object>, Error> {
    Object::parse(core::mem::take(&mut take_secret_input(length)))
        .map(Zeroizing::new)
        .map_err(|reason| Error::malformed(Part::Key, reason))
}

fn read_now(now: f64) -> Result<NumericDate, Error> {
    let wrong = || Error::malformed(Part::Option, Reason::OutOfRange);
    NumericDate::from_seconds(now).ok_or_else(wrong)
}

fn generate(name: &str, random: &[u8]) -> Result<Key, Error> {
    let algorithm = Algorithm::from_name(name).filter(|algorithm| algorithm.is_in_this_build());
    match algorithm.map(|algorithm| (algorithm.family(), algorithm.min_secret_bytes())) {
        Some((Family::Hmac, length)) => {
            Key::from_secret(random.get(..length).unwrap_or_default(), false)
        }
        _ => Err(Error::alg_unsupported(name)),
    }
}
