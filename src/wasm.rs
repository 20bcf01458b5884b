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
#[cfg(feature = "inspect")]
mod inspect;
mod options;
mod report;
mod stack;

use alloc::string::String;
use core::cell::RefCell;

use wasm_bindgen::prelude::wasm_bindgen;
use zeroize::Zeroizing;

use crate::algorithm::Algorithm;
use crate::claims::Validity;
use crate::error::{Error, Part, Reason};
use crate::header::Header;
use crate::json::Object;
use crate::jws::{HeaderMemo, Unverified};
use crate::jwt::{Signer, Verified, Verifier};
use crate::key::{DerForm, Key, KeySet, Material, Pbes2};
use crate::numeric_date::NumericDate;
use exchange::{Reply, read_input, reply, take_random, take_secret_input};
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

/// A secret as a key.
#[wasm_bindgen]
pub fn key_from_secret(length: usize, allow_weak: bool) -> u32 {
    let key = Key::from_secret(&take_secret_input(length), allow_weak);
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// PEM text as a key, after the passphrase that it may be encrypted with.
#[wasm_bindgen]
pub fn key_from_pem(length: usize, passphrase_length: usize) -> u32 {
    let input = take_secret_input(length);
    let key = with_passphrase(&input, passphrase_length, |pem, passphrase| {
        Key::from_pem(core::str::from_utf8(pem).unwrap_or_default(), passphrase)
    });
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// DER as a key, after the name of its form and the passphrase that it may be encrypted with.
#[wasm_bindgen]
pub fn key_from_der(length: usize, form_length: usize, passphrase_length: usize) -> u32 {
    let input = take_secret_input(length);
    let (form, input) = input.split_at_checked(form_length).unwrap_or_default();
    let form = DerForm::from_name(core::str::from_utf8(form).unwrap_or_default());
    let key = with_passphrase(input, passphrase_length, |der, passphrase| {
        let form = form.ok_or_else(|| Error::malformed(Part::Option, Reason::WrongType))?;
        Key::from_der(der, form, passphrase)
    });
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// Whether PEM text holds an encrypted key; replies then with how the host decrypts it.
#[wasm_bindgen]
pub fn pbes2_of_pem(length: usize) -> bool {
    let pem = take_secret_input(length);
    reply_encrypted(Pbes2::from_pem(core::str::from_utf8(&pem).unwrap_or_default()))
}

/// Whether DER of a PKCS#8 key is encrypted; replies then with how the host decrypts it.
#[wasm_bindgen]
pub fn pbes2_of_der(length: usize) -> bool {
    reply_encrypted(Pbes2::from_der(&take_secret_input(length)))
}

/// Whether this build has every algorithm, so that nothing has to be left to the host.
#[wasm_bindgen]
pub fn is_full() -> bool {
    cfg!(feature = "full")
}

/// A key that the host holds, which takes the algorithm whose name is in the input.
#[wasm_bindgen]
pub fn key_of_host(length: usize) -> u32 {
    let algorithm =
        read_input(length, |name| core::str::from_utf8(name).ok().and_then(Algorithm::from_name));
    let key = algorithm.map(Key::of_host).ok_or_else(handles::unknown);
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// JWK or JWK Set text as a key or a set. If it is one of `several`, a JWK made for other work
/// counts but is left out.
#[wasm_bindgen]
pub fn key_from_json(length: usize, allow_weak: bool, several: bool) -> u32 {
    let set = read_json_key(length).and_then(|json| KeySet::from_json(&json, allow_weak, several));
    added(set.map(Handle::Keys))
}

/// A new key for an algorithm. The input is `Key::RANDOM_BYTES` random bytes, and then the algorithm's
/// name.
#[wasm_bindgen]
pub fn key_generate(length: usize) -> u32 {
    let input = take_secret_input(length);
    let (random, name) = input.split_at_checked(Key::RANDOM_BYTES).unwrap_or_default();
    let key = generate(core::str::from_utf8(name).unwrap_or_default(), random);
    added(key.map(|key| Handle::Keys(KeySet::from(key))))
}

/// Replies with what the one key of `keys` is, as JSON text.
#[wasm_bindgen]
pub fn key_describe(keys: u32) -> bool {
    with_key(keys, |key| Ok(Zeroizing::new(report::described(key))))
}

/// Replies with it as a JWK.
#[wasm_bindgen]
pub fn key_to_jwk(keys: u32, private: bool) -> bool {
    with_key(keys, |key| key.to_jwk(private))
}

/// Replies with it as PEM.
#[wasm_bindgen]
pub fn key_to_pem(keys: u32, private: bool) -> bool {
    with_key(keys, |key| key.to_pem(private))
}

/// Replies with its thumbprint.
#[wasm_bindgen]
pub fn key_thumbprint(keys: u32) -> bool {
    with_key(keys, |key| key.thumbprint().map(Zeroizing::new))
}

/// How many members were given to the set.
#[wasm_bindgen]
pub fn key_set_length(set: u32) -> usize {
    handles::with(set, |handle| Ok(handle.keys()?.seen())).unwrap_or_default()
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
        reply_verified(&read_input(length, |token| verifier.verify(token, now))?);
        Ok(())
    }))
}

/// Reads the token in the input up to its signature. Replies with what the host needs to check that:
/// as the header the algorithm, as the text the indexes of the keys to try, and the signature. No
/// indexes: nothing has to be left to the host.
#[wasm_bindgen]
pub fn verifier_delegate(verifier: u32, length: usize) -> bool {
    done(handles::with(verifier, |handle| {
        let verifier = handle.verifier()?;
        read_input(length, |token| {
            let delegated = verifier.delegate(token)?;
            let alg = delegated.algorithm.name();
            let indexes =
                if delegated.needs_host { report::indexes(&delegated) } else { String::new() };
            let description = Reply {
                header_length: alg.len(),
                text_length: indexes.len(),
                signature_length: delegated.signature.len(),
                ..Reply::default()
            };
            reply(&[alg.as_bytes(), indexes.as_bytes(), &delegated.signature], description);
            Ok(())
        })
    }))
}

/// Goes on with the token in the input, whose signature the host has checked with the key at
/// `key_index`; beyond the last key if it held under none. Replies as `verifier_verify`.
#[wasm_bindgen]
pub fn verifier_verify_vouched(verifier: u32, length: usize, key_index: usize, now: f64) -> bool {
    done(handles::with(verifier, |handle| {
        let verifier = handle.verifier()?;
        let now = read_now(now)?;
        let verified =
            read_input(length, |token| verifier.verify_vouched(token, Some(key_index), now))?;
        reply_verified(&verified);
        Ok(())
    }))
}

/// Replies with the verifier's key at `index`, for the host to import.
#[wasm_bindgen]
pub fn verifier_key(verifier: u32, index: usize) -> bool {
    done(handles::with(verifier, |handle| {
        let key = handle.verifier()?.key(index).ok_or_else(handles::unknown)?;
        // A private key may come without its public part, and the host can work that out.
        reply_importable("", key, false).or_else(|_| reply_importable("", key, true))
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
        let random = take_random();
        // Zeros are what is there when nobody has written any.
        let random = random.as_slice().strip_prefix(&[0; 32]).unwrap_or(random.as_slice());
        let token = read_claims(length, jwt_id_length, |claims, jwt_id| {
            signer.encode(claims, now, jwt_id, random)
        })?;
        reply_text(&token);
        Ok(())
    }))
}

/// How many random bytes signing takes, to be written before each call to where they belong.
#[wasm_bindgen]
pub fn signer_random_bytes(signer: u32) -> usize {
    handles::with(signer, |handle| Ok(handle.signer()?.algorithm().random_bytes()))
        .unwrap_or_default()
}

/// Whether the host's crypto has to sign in this build's place.
#[wasm_bindgen]
pub fn signer_needs_host(signer: u32) -> bool {
    handles::with(signer, |handle| Ok(handle.signer()?.needs_host())).unwrap_or_default()
}

/// Replies with the signing input of the claims in the input, for the host to sign.
#[wasm_bindgen]
pub fn signer_delegate(signer: u32, length: usize, jwt_id_length: usize, now: f64) -> bool {
    done(handles::with(signer, |handle| {
        let signer = handle.signer()?;
        let now = read_now(now)?;
        let input = read_claims(length, jwt_id_length, |claims, jwt_id| {
            signer.delegate(claims, now, jwt_id)
        })?;
        reply(&[&input], Reply { text_length: input.len(), ..Reply::default() });
        Ok(())
    }))
}

/// Replies with the name of the algorithm that the signer signs with and, unless the host has it,
/// with its key, for the host to import.
#[wasm_bindgen]
pub fn signer_key(signer: u32) -> bool {
    done(handles::with(signer, |handle| {
        let signer = handle.signer()?;
        reply_importable(signer.algorithm().name(), signer.key(), true)
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
/// it. After a refusal, which may have been that of a key, or a reply that is secret, 0 wipes what
/// that left.
#[wasm_bindgen]
pub fn free(handle: u32) {
    handles::remove(handle);
    exchange::wipe_output();
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

fn reply_verified(verified: &Verified) {
    let description = Reply {
        key_index: verified.key_index(),
        validity: verified.validity(),
        ..Reply::default()
    };
    reply_token(verified.header(), verified.claims(), &[], description);
}

/// Replies with a key for WebCrypto to import: the format's name as the text and the bytes as the
/// signature, after a header of the caller's.
fn reply_importable(header: &str, key: &Key, private: bool) -> Result<(), Error> {
    let (format, bytes) = match key.material() {
        Material::Host(_) => ("", Zeroizing::default()),
        Material::Secret(secret) => ("raw", Zeroizing::new(secret.bytes().to_vec())),
        _ => (if private { "pkcs8" } else { "spki" }, key.to_host_der(private)?),
    };
    let description = Reply {
        header_length: header.len(),
        text_length: format.len(),
        signature_length: bytes.len(),
        ..Reply::default()
    };
    reply(&[header.as_bytes(), format.as_bytes(), &bytes], description);
    Ok(())
}

fn reply_text(text: &str) {
    reply(&[text.as_bytes()], Reply { text_length: text.len(), ..Reply::default() });
}

/// Hands the claims in the input to `read`, with the `jti` that comes before them.
fn read_claims<T>(
    length: usize,
    jwt_id_length: usize,
    read: impl FnOnce(&str, Option<&str>) -> T,
) -> T {
    read_input(length, |input| {
        // The input was written by encodeInto, so it is UTF-8.
        let input = core::str::from_utf8(input).unwrap_or_default();
        let (jwt_id, claims) = input.split_at_checked(jwt_id_length).unwrap_or_default();
        read(claims, Some(jwt_id).filter(|id| !id.is_empty()))
    })
}

fn read_json_key(length: usize) -> Result<Zeroizing<Object>, Error> {
    Object::parse(core::mem::take(&mut take_secret_input(length)))
        .map(Zeroizing::new)
        .map_err(|reason| Error::malformed(Part::Key, reason))
}

/// Splits what comes after the passphrase from it. A length of 0 is none.
fn with_passphrase<T>(
    input: &[u8],
    length: usize,
    read: impl FnOnce(&[u8], Option<&str>) -> Result<T, Error>,
) -> Result<T, Error> {
    let (passphrase, rest) = input.split_at_checked(length).unwrap_or_default();
    let passphrase = core::str::from_utf8(passphrase).ok().filter(|text| !text.is_empty());
    read(rest, passphrase)
}

/// An error is not for here: whoever reads the key next finds it too.
fn reply_encrypted(encrypted: Result<Option<Pbes2>, Error>) -> bool {
    let Ok(Some(encrypted)) = encrypted else { return false };
    reply_text(&encrypted.to_json());
    true
}

/// Replies with what `tell` says of the one key that `number` stands for.
fn with_key(number: u32, tell: impl FnOnce(&Key) -> Result<Zeroizing<String>, Error>) -> bool {
    done(handles::keys(number).and_then(|keys| {
        reply_text(&tell(keys.single().ok_or_else(handles::unknown)?)?);
        Ok(())
    }))
}

fn read_now(now: f64) -> Result<NumericDate, Error> {
    let wrong = || Error::malformed(Part::Option, Reason::OutOfRange);
    NumericDate::from_seconds(now).ok_or_else(wrong)
}

fn generate(name: &str, random: &[u8]) -> Result<Key, Error> {
    let algorithm = Algorithm::from_name(name).ok_or_else(|| Error::alg_unsupported(name))?;
    Key::generate(algorithm, random)
}
